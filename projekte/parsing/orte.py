"""The municipalities that a statement speaks of, by name.

"in Bochum" is sure. "Ruhr-Universität Bochum" says where an institution sits, not that the statement is about the
town, so it counts with less certainty; so does "Bochumer". A name that is also a common word ("das Essen", "das
Wetter", "kamen") counts only where nothing speaks for the word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SICHER = 0.9
INSTITUTION = 0.6

# A capital word right before a town, without preposition or comma, is an institution's: "Landgericht Essen"
INSTITUTION_DAVOR = re.compile(
    r"(?:[Uu]niversität|[Hh]ochschule|FH|TU|[Gg]ericht|[Kk]linikum|[Kk]ammer|IHK|HWK|[Ff]lughafen|[Zz]entrum|Stadtwerke"
    r"|[Ii]nstitut|[Aa]gentur|[Aa]mt|[Ff]orum|[Tt]heater|[Ss]chauspielhaus|[Mm]useum|[Mm]esse|Hub|VfL|FC|BV|BVB) $"
)
# A Kreis is not the town it has its name from: "im Kreis Unna", "die Kreise Unna und Recklinghausen"
KREIS_DAVOR = re.compile(r"\b(?:Land)?[Kk]reis(?:(?:es)? |en? (?:[A-ZÄÖÜ][\w-]{1,20}(?:,| und) ){0,3})$")
# "das Essen", "bei Wetter", "in den Alpen"
WORT_DAVOR = re.compile(r"\b(?:[Dd](?:as|en|es|ie)|[Zz]um|[Bb]eim?|[Vv]om|[Ii]m|[Ee]in|[Gg]utes|[Ww]armes) $")
MEHRDEUTIG = frozenset({"Essen", "Wetter", "Kamen", "Alpen"})
KLAMMER = re.compile(r" ?[(/][\w ]{1,40}\)?$")  # "Wetter (Ruhr)", "Fröndenberg/Ruhr"


@dataclass(frozen=True)
class Ort:
    """A municipality named in the flat text, under its name in the master data."""

    name: str
    start: int
    ende: int
    sicherheit: float


def find(flat: str, von: int, bis: int, orte: Iterable[str]) -> list[Ort]:
    """The municipalities named in a span, in the order of the text."""
    funde: list[Ort] = []
    for name in orte:
        kurz = KLAMMER.sub("", name)
        bei = von
        while (start := flat.find(kurz, bei, bis)) >= 0:
            bei = start + len(kurz)
            sicherheit = _certainty(flat, start, bei, name, kurz)
            if sicherheit:
                funde.append(Ort(name, start, bei, sicherheit))
    return sorted(funde, key=lambda ort: ort.start)


def meant(orte: Iterable[Ort]) -> tuple[str, ...]:
    """The municipalities that surely are meant, each once, in the order of the text."""
    return tuple(dict.fromkeys(ort.name for ort in orte if ort.sicherheit >= SICHER))


def _certainty(flat: str, start: int, ende: int, name: str, kurz: str) -> float:
    danach = flat[ende : ende + 3]
    if start and (flat[start - 1].isalnum() or flat[start - 1] == "-"):
        return 0.0
    if danach[:2] == "er" and not danach[2:].isalnum():
        return 0.0 if kurz in MEHRDEUTIG else INSTITUTION  # "Bochumer Hochschulen"
    if danach[:1].isalnum():
        return 0.0  # "Hammer", "Hagenbeck"
    davor = flat[max(0, start - 30) : start]
    if KREIS_DAVOR.search(davor) or (kurz in MEHRDEUTIG and kurz == name and WORT_DAVOR.search(davor)):
        return 0.0
    if kurz != name and kurz in MEHRDEUTIG and not flat.startswith(name, start):
        return 0.0  # "das Wetter", where the town would be "Wetter (Ruhr)"
    return INSTITUTION if INSTITUTION_DAVOR.search(davor) or danach[:1] == "-" else SICHER
