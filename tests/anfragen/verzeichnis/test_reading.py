"""The file of an index: what can be read, and what a file that can't be read is told."""

from datetime import date

import pytest

from anfragen.verzeichnis.reading import BLOCK, Unlesbar, oeffne
from anfragen.verzeichnis.zeilen import Ablehnung, Zeile
from tests.anfragen.verzeichnis import als_csv, zeile

HEUTE = date(2021, 1, 1)
KOPF = "legislative_term,reference,title,body\n"


@pytest.fixture
def lies(tmp_path):
    """Reads bytes as a file; gives its records."""

    def lies(inhalt: bytes) -> list[Zeile | Ablehnung]:
        pfad = tmp_path / "verzeichnis.csv"
        pfad.write_bytes(inhalt)
        with oeffne(pfad, HEUTE) as verzeichnis:
            return list(verzeichnis.eintraege)

    return lies


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        pytest.param(b"", "Die Datei ist leer.", id="empty"),
        pytest.param(b"\xef\xbb\xbf \r\n\n", "Die Datei ist leer.", id="only a BOM and white space"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "Zeile 3: keine Textdatei", id="picture"),
        pytest.param(KOPF.encode() + b"17,1\0,a,b", "Zeile 2: keine Textdatei (enthält NUL-Bytes)", id="NUL"),
        pytest.param((KOPF + "17,1,Größe,NRW").encode("cp1252"), "Zeile 2: kein gültiges UTF-8", id="cp1252"),
        pytest.param((KOPF + "17,1,Grö").encode()[:-1], "Zeile 2: kein gültiges UTF-8", id="cut in a letter"),
        pytest.param(KOPF.encode("utf-16"), "Die Datei ist in UTF-16 gespeichert.", id="UTF-16"),
        pytest.param(KOPF.replace(",", ";").encode(), "Zeile 1: Die Spalten sind mit Semikolon", id="semicolons"),
        pytest.param(KOPF.replace(",", "\t").encode(), "Zeile 1: Die Spalten sind mit Tabulator", id="tabs"),
        pytest.param(b"name,ort\nA,B\n", "Zeile 1: Es fehlen die Spalten legislative_term, reference", id="other CSV"),
        pytest.param(b"title," + KOPF.encode(), "Zeile 1: Spalten stehen doppelt da: „title“", id="column twice"),
        pytest.param(b'"' + b"x" * 200_000, "Zeile 1: kein CSV (field larger", id="endless header"),
    ],
)
def test_a_file_that_is_no_index_is_refused_as_a_whole(lies, inhalt, meldung):
    with pytest.raises(Unlesbar) as fehler:
        lies(inhalt)

    assert str(fehler.value).startswith(meldung)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    for pfad, meldung in ((tmp_path / "fehlt.csv", "Die Datei gibt es nicht"), (tmp_path, "Das ist keine Datei")):
        with pytest.raises(Unlesbar, match=meldung), oeffne(pfad, HEUTE):
            pass


def test_missing_columns_say_what_was_found(lies):
    with pytest.raises(Unlesbar, match="Es fehlen die Spalten title; gefunden: „reference, body, legislative_term“"):
        lies(b"reference,body,legislative_term\n")


@pytest.mark.parametrize("vorne", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("umbruch", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_good_file_gives_its_lines_with_their_place(lies, vorne, umbruch):
    inhalt = vorne + KOPF + '17,1,"Zwei\nZeilen",NRW\n\n17,2,Eine,NRW\n'

    gelesen = lies(inhalt.replace("\n", umbruch).encode())

    assert [(eintrag.nummer, eintrag.titel) for eintrag in gelesen] == [(2, "Zwei Zeilen"), (5, "Eine")]


def test_the_order_of_columns_does_not_matter_and_others_are_left_aside(lies):
    (gelesen,) = lies(b"body,extra,title,reference,legislative_term\nNRW,x,Titel,5,17\n")

    assert (gelesen.parlament, gelesen.dokument.nummer) == ("NRW", 5)


@pytest.mark.parametrize(
    ("zeilen", "grund"),
    [
        pytest.param("17,1,kurz", "3 Felder statt 4", id="too short"),
        pytest.param("17,1,a,NRW,b", "5 Felder statt 4", id="too long"),
        pytest.param("17,1," + "x" * 140_000 + ",NRW", "kein CSV (field larger", id="field over the limit"),
    ],
)
def test_a_broken_line_is_refused_and_the_next_one_read(lies, zeilen, grund):
    ablehnung, gelesen = lies((KOPF + zeilen + "\n17,2,Titel,NRW\n").encode())

    assert (ablehnung.zeile, ablehnung.grund.startswith(grund)) == (2, True)
    assert gelesen.nummer == 3


def test_a_missing_quotation_mark_is_refused_with_all_it_swallowed(lies):
    (ablehnung,) = lies((KOPF + '17,1,"offen,NRW\n' + "17,2,a,NRW\n" * 30).encode())

    assert ablehnung.zeile == 2
    assert ablehnung.grund == "ein Feld reicht bis Zeile 32"


def test_an_umlaut_on_the_edge_of_a_block_is_no_error(lies):
    kopf = KOPF.encode()
    titel = b"x" * (BLOCK - len(kopf) - len(b"17,1,") - 1)
    gelesen = lies(kopf + b"17,1," + titel + "ü,NRW\n17,2,Größe,NRW\n".encode())

    assert gelesen[-1].titel == "Größe"


def test_knows_how_many_lines_there_are(tmp_path):
    pfad = tmp_path / "verzeichnis.csv"
    pfad.write_text(als_csv(zeile(), zeile(reference="11213")))

    with oeffne(pfad, HEUTE) as verzeichnis:
        assert verzeichnis.zeilen == 4  # the empty one after the last line break counts
