"""Footnotes: set apart from the text that they interrupt, their marks kept from looking like part of a word.

A footnote is a block in small print at the foot of a page that begins with a number which stands raised in the text
above. In the text its mark becomes „21⁽¹⁾“, which no pattern takes for 211.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from anfragen.parsing.pdf.seite import ERHOEHT, KLEINE_ZIFFER, Stueck, Zeile

SATZBREITE = 100  # points: a shorter line may be anything
KLEINER = 0.93  # of the running text's size: 10 of 11 points are small print
MARKE = re.compile(r"(\d{1,3})([.,;:)“\"]*)\Z")
BEGINN = re.compile(r"(\d{1,3})[.)]?\s*(?=[^\s\d])")
SATZENDE = re.compile(r"[.!?)“\"]\Z")
# Below these, on the first page, the paper has its dates and imprint.
SEITENFUSS = re.compile(r"Datum des Originals ?:|Ausgegeben ?: ?\d|Die Veröffentlichungen des Landtags")
HOCHGESTELLT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Fussnote:
    nummer: str
    seite: int
    zeilen: tuple[str, ...]


def text_size(seiten: Iterable[Sequence[Zeile]]) -> float:
    """The height of the running text's font: the largest that a quarter of the lines have, so no heading's, and
    not that of the footnotes of a short paper either."""
    hoehen = sorted((z.hoehe for zeilen in seiten for z in zeilen if z.x1 - z.x0 > SATZBREITE), reverse=True)
    return hoehen[(len(hoehen) - 1) // 4] if hoehen else 0.0


def without_footnotes(
    zeilen: Sequence[Zeile], groesse: float, seite: int, bisher: Sequence[Fussnote] = ()
) -> tuple[list[Zeile], list[Fussnote]]:
    """The lines of a page without its footnotes, the marks to them rewritten, and the footnotes.

    `groesse` is the height of the running text's font, `bisher` are the footnotes of the pages before.
    """
    ende = next((i for i, zeile in enumerate(zeilen) if SEITENFUSS.match(zeile.text)), len(zeilen))
    start = ende
    while start and zeilen[start - 1].hoehe < KLEINER * groesse:
        start -= 1
    if start == ende:
        return list(zeilen), []
    marken = [marke for zeile in zeilen[:start] for marke in _marks(zeile)]
    genannt = {marke.nummer for marke in marken}
    noten: list[Fussnote] = []
    for i in range(start, ende):
        beginn = BEGINN.match(zeilen[i].text)
        if beginn and beginn[1] in genannt:
            noten.append(Fussnote(beginn[1], seite, (zeilen[i].text[beginn.end() :],)))
        elif noten:
            noten[-1] = replace(noten[-1], zeilen=(*noten[-1].zeilen, zeilen[i].text))
        elif bisher and bisher[-1].seite == seite - 1 and not SATZENDE.search(bisher[-1].zeilen[-1]):
            noten.append(Fussnote(bisher[-1].nummer, seite, (zeilen[i].text,)))  # goes on from the page before
        else:
            start = i + 1  # small print that is no footnote stays in the text
    nummern = {note.nummer for note in noten}
    for marke in marken:
        if marke.nummer in nummern:
            marke.rewrite()
    return [*zeilen[:start], *zeilen[ende:]], noten


@dataclass(frozen=True)
class _Marke:
    """The raised digits at place `i` among the words of `stueck`, and the punctuation after them."""

    nummer: str
    danach: str
    stueck: Stueck
    i: int

    def rewrite(self) -> None:
        self.stueck.rewrite(self.i, f"⁽{self.nummer.translate(HOCHGESTELLT)}⁾{self.danach}")


def _marks(zeile: Zeile) -> list[_Marke]:
    hoehe = zeile.hoehe
    return [
        _Marke(ziffern[1], ziffern[2], stueck, i)
        for stueck in zeile.stuecke
        for i, wort in enumerate(stueck.worte)
        if wort.oben - wort.unten < KLEINE_ZIFFER * hoehe
        and wort.unten > zeile.unten + ERHOEHT * hoehe
        and (ziffern := MARKE.match(wort.text))
    ]
