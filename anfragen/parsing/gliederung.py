"""Headings that part the questions of a Große Anfrage, where each part counts from 1 anew.

"I. Bestand 1. Wie viele ...? 2. Welche ...? II. Neubau 1. Wie viele ...?"
"""

import re
from dataclasses import dataclass

# After the end of a sentence and before a first question: "angegeben. II. Neubau 1. Wie"
UEBERSCHRIFT = re.compile(
    r"(?:\A ?|(?<=[.?!:…)\]“”\"»] ))(?:(?:Teil|Abschnitt|Block|Themenblock|Komplex|Themenkomplex) )?"
    r"(?P<zeichen>[IVX]{1,6}|[A-H])[.:)] ?[A-ZÄÖÜ][^.?!:;]{1,120} (?=(?:Frage )?1(?:\.\)|[.):]) ?[A-ZÄÖÜ„»\"(])"
)
ROEMISCH = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True)
class Abschnitt:
    """A part: the sign in front of its heading, and the heading's span in the text."""

    zeichen: str
    start: int
    ende: int


def find_abschnitte(text: str, ab: int, bis: int) -> list[Abschnitt]:
    """The headings in `text[ab:bis]` that count on from I or A without a gap; none if there is only one."""
    gefunden: list[Abschnitt] = []
    for treffer in UEBERSCHRIFT.finditer(text[ab:bis]):
        zeichen = treffer["zeichen"]
        gleiche_art = not gefunden or (zeichen[0] in ROEMISCH) is (gefunden[0].zeichen[0] in ROEMISCH)
        if gleiche_art and position(zeichen) == len(gefunden) + 1:
            gefunden.append(Abschnitt(zeichen, ab + treffer.start(), ab + treffer.end()))
    return gefunden if len(gefunden) > 1 else []


def position(zeichen: str) -> int:
    """The place of a Roman number of I, V and X or of a letter: 4 for "IV", 2 for "B" and "b"."""
    if zeichen[0] not in ROEMISCH:
        return ord(zeichen.upper()) - ord("A") + 1
    werte = [ROEMISCH[buchstabe] for buchstabe in zeichen]
    return sum(-wert if wert < folgt else wert for wert, folgt in zip(werte, [*werte[1:], 0], strict=True))
