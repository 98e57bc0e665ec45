"""17/11212 printed to PDF, its table with ruled columns over page breaks, reads like its text."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from anfragen.parsing.drucksache import as_json, parse
from anfragen.parsing.pdf.satz import extract
from anfragen.parsing.seiten import seite_von
from projekte import parsing as projekte
from tests.druck import Druck

TEXT = Path("fixtures/dokumente/17-11212.txt").read_text(encoding="utf-8")
KOPFZEILE = "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/11212"


def bloecke() -> Iterator[str]:
    """The paragraphs and cells of the document, one by one, the headings in its table apart from the cell above."""
    text = TEXT.replace("\n Handlungsfeld ", "\n\nHandlungsfeld ")
    for block in re.split(r"\n\s*\n", text):
        zeilen = "\n".join(zeile.strip() for zeile in block.strip().split("\n"))
        if zeilen and zeilen not in (KOPFZEILE, "4"):
            yield zeilen


def printed(*, linien: bool, versatz: int = 0) -> bytes:
    """The document as a PDF; `versatz` lines of space move its page breaks."""
    druck = Druck("17/11212")
    if versatz:
        druck.y -= versatz * 10
    in_tabelle = False
    zelle = ""
    for block in bloecke():
        if block.startswith("Handlungsfeld Vernetzte"):
            in_tabelle = True
        elif block.startswith("Zum jeweiligen aktuellen Sachstand"):
            in_tabelle = False
        if not in_tabelle or block.startswith("Handlungsfeld "):
            druck.absatz(block, schrift="Vera-Bold" if in_tabelle else "Vera")
        elif block.startswith("Projekt [ID-Nr.]"):
            druck.tabelle([("Projekt [ID-Nr.]", "Lokaler Bezug des Projektes zu\nBochum")], (190, 230), linien=linien)
            druck.y += 10
        elif zelle:
            druck.tabelle([(zelle, block)], (190, 230), linien=linien)
            druck.y += 10
            zelle = ""
        else:
            zelle = block
    return druck.als_pdf()


def words(gelesen: dict[str, Any]) -> Any:
    """All that was read, without its places in the text and without how it stood in paragraphs."""
    if isinstance(gelesen, dict):
        return {key: words(wert) for key, wert in gelesen.items() if key not in ("start", "ende", "stellen")}
    if isinstance(gelesen, list):
        return [words(wert) for wert in gelesen]
    return " ".join(gelesen.split()) if isinstance(gelesen, str) else gelesen


@pytest.mark.parametrize("linien", [True, False], ids=["ruled", "unruled"])
@pytest.mark.parametrize("versatz", [0, 2, 5, 9, 14, 21, 33])
def test_the_printed_document_reads_like_its_text(linien, versatz):
    aus_text = parse(TEXT)
    gesetzt = extract(printed(linien=linien, versatz=versatz))
    aus_pdf = parse(gesetzt.text)

    assert gesetzt.text.count("\f") == gesetzt.seiten - 1
    assert words(as_json(aus_pdf)) == words(as_json(aus_text))
    assert words(projekte.as_json(projekte.parse(aus_pdf))) == words(projekte.as_json(projekte.parse(aus_text)))


def test_a_place_in_the_text_leads_to_its_page():
    gesetzt = extract(printed(linien=True))

    assert seite_von(gesetzt.text, gesetzt.text.index("Vorbemerkung der Kleinen Anfrage")) == 1
    assert seite_von(gesetzt.text, gesetzt.text.index("3939")) == gesetzt.seiten
