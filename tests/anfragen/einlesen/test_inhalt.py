"""What a file's bytes hold, whatever its name says, and why they hold nothing."""

import pytest

from anfragen.einlesen import inhalt
from anfragen.einlesen.inhalt import PDF, TEXT, Inhalt, OhneText, Unlesbar, read
from tests.druck import Druck

SATZ = "Drucksache 17/11212 für Bochum"


@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read(kodierung):
    assert read(SATZ.encode(kodierung)) == Inhalt(SATZ, TEXT)


@pytest.mark.parametrize("davor", [b"", b"\xef\xbb\xbf\n"], ids=["from the first byte", "after a byte order mark"])
def test_a_pdf_is_known_by_its_bytes(davor):
    druck = Druck(erste_seite=True)
    druck.absatz(SATZ)

    assert read(davor + druck.als_pdf()) == Inhalt(SATZ, PDF)


@pytest.mark.parametrize(
    ("daten", "meldung"),
    [
        pytest.param(b"", "leer", id="empty"),
        pytest.param(b" \n\t ", "leer", id="white space only"),
        pytest.param(b"\xef\xbb\xbf", "leer", id="nothing but a byte order mark"),
        pytest.param(b"eins\nzwei\0drei", "Zeile 2.*NUL.*als Text", id="binary"),
        pytest.param("eins".encode("utf-16-le"), "Zeile 1.*NUL.*UTF-8", id="UTF-16 without mark"),
        pytest.param("eins\0zwei".encode("utf-16"), "NUL", id="NUL in UTF-16"),
        pytest.param(b"\xff\xfea", "UTF-8", id="broken UTF-16"),
        pytest.param(b"eins\n\nf\xfcr Bochum", "Zeile 3.*UTF-8.*iconv", id="cp1252"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "Bild.*als PDF", id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0", "Bild.*als PDF", id="JPEG"),
        pytest.param(b"PK\x03\x04\x14\0", "Word-Dokument.*als PDF", id="docx"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "alten Word.*als PDF", id="doc"),
        pytest.param(b"{\\rtf1", "RTF.*als PDF", id="RTF"),
        pytest.param(b"\n <!DOCTYPE html><html>", "Webseite.*Laden Sie", id="HTML"),
    ],
)
def test_what_is_no_document_says_so_and_what_to_do(daten, meldung):
    with pytest.raises(Unlesbar, match=meldung):
        read(daten)


def test_long_text_is_refused(monkeypatch):
    monkeypatch.setattr(inhalt, "MAX_TEXT", 3)

    with pytest.raises(Unlesbar, match="Teilen Sie"):
        read(b"vier")


def test_a_pdf_of_pictures_is_without_text():
    druck = Druck(erste_seite=True)
    druck.canvas.rect(100, 100, 200, 200, fill=1)

    with pytest.raises(OhneText, match=r"Kein Text.*ocrmypdf"):
        read(druck.als_pdf())
