"""Footnotes in a text that was taken out of its PDF without setting them apart: they interrupt what goes on overleaf.

    "... hat sich bewährt.1 Die Träger [...] haben 1 Vorlage 17/7150, S. 3. [running head] seither mehr Zulauf."

A footnote runs to the end of its page and begins with a number that hangs on a word further up on the same page.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

NOTE = re.compile(r"(?<= )(?P<nummer>[1-9]\d?) (?=[A-ZÄÖÜ„“\"(])")  # "1 Vorlage 17/7150, S. 3."
# "bewährt.1", "im Jahr 20162"; and on a number of any length only where it names an Anfrage: "Großen Anfrage 211"
ZIFFER = re.compile(r"(?:[a-zäöüß)“”\"][.,;:!?]?|\b(?:19|20)\d\d)(?P<nummer>[1-9]\d?)(?![\d/])")
ZIFFER_AN_ANFRAGE = re.compile(r"\bAnfrage \d{1,4}(?P<nummer>[1-9])(?!\d)")
SATZENDE = re.compile(r"[.?!:…)\]“”\"»] ?\Z")
WEITER = re.compile(r" ?(?:[a-zäöüß]|[–•-] )")  # overleaf the sentence goes on, or a list
LAENGSTE = 1500  # characters that the footnotes of a page may fill


def find_fussnoten(text: str, seitenenden: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The spans of the footnotes in the flat text, one for each page that has some.

    `seitenenden` are the offsets at which a page ends, in any order.
    """
    grenzen = sorted({0, len(text), *seitenenden})
    spannen = (_on_page(text, ab, bis) for ab, bis in pairwise(grenzen))
    return tuple(spanne for spanne in spannen if spanne)


def _on_page(text: str, ab: int, bis: int) -> tuple[int, int] | None:
    ziffern = [
        (treffer.end(), treffer["nummer"])
        for muster in (ZIFFER, ZIFFER_AN_ANFRAGE)
        for treffer in muster.finditer(text, ab, bis)
    ]
    if not ziffern:
        return None
    mitten_im_satz = bool(WEITER.match(text, bis))
    for note in NOTE.finditer(text, max(ab, bis - LAENGSTE), bis):
        beginnt_neu = SATZENDE.search(text, max(ab, note.start() - 3), note.start())
        hebt_ab = mitten_im_satz and SATZENDE.search(text, bis - 3, bis)
        if (beginnt_neu or hebt_ab) and any(ende <= note.start() and n == note["nummer"] for ende, n in ziffern):
            return note.start(), bis
    return None
