"""Footnotes in a text that was taken out of its PDF without setting them apart: they interrupt what goes on overleaf.

    "... hat sich bewährt.1 Die Träger [...] haben 1 Vorlage 17/7150, S. 3. [running head] seither mehr Zulauf."

A footnote runs to the end of its page and begins with a number that hangs on a word further up on the same page.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

# "1 Vorlage 17/7150, S. 3.", "2 https://www.land.nrw/bericht"
NOTE = re.compile(r"(?<= )(?P<nummer>[1-9]\d?) (?=[A-ZÄÖÜ„“\"(]|https?:|www\.|vgl\.|siehe |ebd)")
# What hardly begins anything but a footnote, even in the middle of a sentence
QUELLENANGABE = re.compile(r"https?:|www\.|[Ss]iehe |[Vv]gl\.|[Ee]bd|(?:LT-)?(?:Drs|Drucksache)\.? ?\d|Vorlage \d")
# No number stands right after these words, so the page's sentence goes on overleaf: "trägt die | 1 Auskunft vom ..."
VOR_KEINER_ZAHL = re.compile(r"\b(?:der|die|das|dem|den|des|zur|zum|im|am|beim|vom|ein|eine[mnrs]?|dass|sich) \Z")
# "bewährt.1", "im Jahr 20162"; and on an Anfrage's number that is higher than any: "Großen Anfrage 211"
ZIFFER = re.compile(r"(?:[a-zäöüß)“”\"][.,;:!?]?|\b(?:19|20)\d\d)(?P<nummer>[1-9]\d?)(?![\d/])")
ZIFFER_AN_ANFRAGE = re.compile(r"\b(?:Großen? Anfrage \d{2}|Kleinen? Anfrage \d{4})(?P<nummer>[1-9])(?!\d)")
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
        unterbricht = mitten_im_satz or VOR_KEINER_ZAHL.search(text, max(ab, note.start() - 8), note.start())
        hebt_ab = unterbricht and SATZENDE.search(text, bis - 3, bis)
        quelle = QUELLENANGABE.match(text, note.end())
        if (beginnt_neu or hebt_ab or quelle) and any(
            ende <= note.start() and n == note["nummer"] for ende, n in ziffern
        ):
            return note.start(), bis
    return None
