"""Hostile, broken and mislabelled files: each gets its verdict in German, and the reader is there for the next."""

import io
import re
import zipfile

import pytest

from anfragen.einlesen.grenzen import Grenzen
from anfragen.einlesen.leser import Leser
from anfragen.einlesen.prozess import Gelesen, Verdikt
from tests.anfragen.einlesen import rohes_pdf as roh
from tests.druck import Druck


def whole() -> bytes:
    druck = Druck(erste_seite=True)
    for _ in range(3):
        druck.absatz("Antwort der Landesregierung auf die Kleine Anfrage 1882")
        druck.neue_seite()
    return druck.als_pdf()


def docx() -> bytes:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w") as archiv:
        archiv.writestr("word/document.xml", "<w:document/>")
    return puffer.getvalue()


def many_pages(anzahl: int) -> bytes:
    kinder = b" ".join(b"%d 0 R" % (i + 3) for i in range(anzahl))
    seite = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return roh.build(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kinder, anzahl),
        *[seite] * anzahl,
    )


GROSSES_BILD = roh.stream(
    b"\0" * 10**6,
    b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8",
)


@pytest.mark.parametrize(
    ("daten", "meldung"),
    [
        pytest.param(lambda: whole()[:5000], "beschädigt oder unvollständig", id="truncated"),
        pytest.param(lambda: Druck(encrypt="geheim").als_pdf(), "Kennwort", id="encrypted"),
        pytest.param(lambda: b"", "leer", id="empty"),
        pytest.param(lambda: many_pages(10_000), "10000 Seiten.*Teilen Sie", id="10,000 pages"),
        pytest.param(lambda: roh.page(b" " * 2**30), "512 MB", id="deflate bomb of 1 GB"),
        pytest.param(
            lambda: roh.page(b"BT /F1 12 Tf 70 700 Td " + b"(Antwort) Tj " * 5_000_000 + b"ET"),
            "512 MB|10 Sekunden",
            id="deflate bomb of text",
        ),
        pytest.param(
            lambda: roh.build(
                b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"
            ),
            "Kein Text|beschädigt",
            id="page tree that contains itself",
        ),
        pytest.param(
            lambda: roh.page(b"q 500 0 0 500 0 0 cm /Im1 Do Q", weitere=(GROSSES_BILD,)),
            "Kein Text",
            id="picture of 3.6 GB",
        ),
        pytest.param(
            lambda: roh.page(roh.TEXT, katalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
            "Skript",
            id="script",
        ),
        pytest.param(
            lambda: roh.page(roh.TEXT, katalog=b"/OpenAction << /S /J#61vaScript /JS (x) >>"),
            "Skript",
            id="script under a name in codes",
        ),
        pytest.param(
            lambda: roh.page(
                roh.TEXT, weitere=(roh.stream(b"7 0 << /S /JavaScript /JS (x) >>", b"/Type /ObjStm /N 1 /First 4"),)
            ),
            "Skript",
            id="script in a packed object",
        ),
        pytest.param(
            lambda: roh.page(roh.TEXT, katalog=b"/OpenAction << /S /Launch /F (calc.exe) >>"),
            "Skript",
            id="program to start",
        ),
        pytest.param(lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "Bild", id="PNG called PDF"),
        pytest.param(docx, "Word-Dokument", id="docx called PDF"),
        pytest.param(lambda: b"<!doctype html><title>404</title>", "Webseite", id="error page called PDF"),
        pytest.param(lambda: "für".encode("cp1252"), "UTF-8", id="cp1252"),
        pytest.param(lambda: "für".encode("utf-16-le"), "NUL.*UTF-8", id="UTF-16 without mark"),
        pytest.param(lambda: b"17/5030\0" * 100, "NUL", id="NUL"),
        pytest.param(lambda: b"Wort " * (20 * 2**20), "20 MB.*Teilen Sie", id="100 MB of text"),
    ],
)
def test_a_bad_file_gets_a_verdict_and_the_next_is_read(lies, daten, meldung):
    verdikt = lies(daten())

    assert isinstance(verdikt, Verdikt)
    assert re.search(meldung, verdikt.meldung), verdikt.meldung
    assert isinstance(lies(roh.page(roh.TEXT)), Gelesen)


@pytest.mark.parametrize(
    "daten",
    [
        pytest.param(roh.page(roh.TEXT, katalog=b"/X " + b"[" * 500_000 + b"]" * 500_000), id="deep nesting"),
        pytest.param(roh.page(roh.TEXT, seite=b"/Rotate 7"), id="odd rotation"),
        pytest.param(roh.page(roh.TEXT) + b"\0" * 10_000, id="rubbish at the end"),
    ],
)
def test_an_odd_pdf_is_read_all_the_same(lies, daten):
    gelesen = lies(daten)

    assert isinstance(gelesen, Gelesen)
    assert "Antwort der Landesregierung" in gelesen.drucksache.quelle


def test_a_pdf_called_txt_is_read_as_what_it_is(lies):
    assert lies(roh.page(roh.TEXT), "17-5030.txt").mimetyp == "application/pdf"


def test_a_reader_that_takes_too_long_is_stopped(tmp_path):
    datei = tmp_path / "lang.txt"
    datei.write_text("Gab es 1. 2. 3. Fragen?\n" * 400_000, encoding="utf-8")

    with Leser(Grenzen(sekunden=1, speicher_mb=4096), prozesse=1) as leser:
        verdikt = leser.read(datei)
        datei.write_text("Antwort der Landesregierung", encoding="utf-8")
        danach = leser.read(datei)

    assert isinstance(verdikt, Verdikt)
    assert "länger als 1 Sekunden" in verdikt.meldung
    assert isinstance(danach, Gelesen)


def test_a_reader_that_needs_too_much_memory_says_so(tmp_path):
    datei = tmp_path / "gross.txt"
    datei.write_text("Wort " * 3_900_000, encoding="utf-8")

    with Leser(Grenzen(speicher_mb=200, sekunden=30), prozesse=1) as leser:
        verdikt = leser.read(datei)

    assert isinstance(verdikt, Verdikt)
    assert "mehr als 200 MB Speicher" in verdikt.meldung
