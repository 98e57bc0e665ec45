"""The day that figures are of, if it is printed beside them: "(Stand: 31.08.2020)", "zum Stichtag 1. Januar 2020"."""

import re
from dataclasses import dataclass
from datetime import date

from anfragen.parsing import zeiten
from anfragen.parsing.saetze import Saetze

# "Stand: 31.08.2020", "mit Stand vom 30. Juni 2020", "Stichtag ist der 31.12.2019", "Datenstand August 2020"
STAND = re.compile(r"\b(?:(?:Daten|Sach)?[Ss]tand|Stichtag)e?s?(?:(?: ist| war)? (?=de[rnms] )de[rnms])?[:,]? (?=\S)")
NACHGESTELLT = re.compile(r"\(?(?:(?:Daten)?[Ss]tand|Stichtag)\b")  # the sentence "(Stand: 31.08.2020)" after a figure
WEITE = 40  # characters that the longest printed date has, "vom 30. September 2020" among them


@dataclass(frozen=True)
class Stand:
    """An as-of day with the offsets of its words in the flat text; of a month it is the last day."""

    tag: date
    start: int
    ende: int


def find(flat: str, von: int, bis: int) -> list[Stand]:
    """The as-of days printed in a span, in their order."""
    gefunden = []
    for wort in STAND.finditer(flat, von, bis):
        daten = zeiten.find(flat, wort.end(), min(bis, wort.end() + WEITE))
        if daten and daten[0].start == wort.end():
            gefunden.append(Stand(daten[0].bis, wort.start(), daten[0].ende))
    return gefunden


def at(saetze: Saetze, bei: int, von: int, bis: int) -> date | None:
    """The as-of day of what stands at `bei`, in a statement from `von` to `bis`.

    It is printed in the same sentence, or heads the one after it. Of several in the sentence one in brackets speaks of
    what stands before it, and any other of what follows.
    """
    anfang, ende = saetze.around(bei)
    anfang, ende = max(anfang, von), min(ende, bis)
    staende = find(saetze.text, anfang, ende)
    if not staende and ende < bis and NACHGESTELLT.match(saetze.text, ende + 1, bis):
        staende = find(saetze.text, ende + 1, min(saetze.around(ende + 1)[1], bis))[:1]
    if len(staende) > 1:
        geklammert = [stand for stand in staende if saetze.text[stand.start - 1] == "("]
        staende = [stand for stand in geklammert if stand.start > bei][:1] or [
            stand for stand in staende if stand not in geklammert and stand.start < bei
        ][-1:]
    return staende[0].tag if staende else None
