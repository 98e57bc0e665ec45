"""Questions numbered on two levels: "1.1 Wie viele", "1.2 Welche", "2. a) Wann", "b) Warum", "3a Wer".

A question of the first level may stand between them ("1.", "1.1", "2."). Letters below a question that asks something
itself ("1. Wie viele ...? a) Wie viele davon ...?") are part of it and no questions of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from anfragen.parsing.fragetext import LETZTE_FRAGE
from anfragen.parsing.gliederung import position
from anfragen.parsing.kandidaten import Kandidat, is_ordinal, weight

STUFE = re.compile(
    r"(?<![\w.,/§&-])(?:(?P<frage>Frage (?:Nr\. ?)?)?(?P<nummer>(?P<haupt>[1-9]\d?)"
    r"(?:\.(?P<unter>[1-9]\d?)|(?P<nach>\.? ?)(?P<buchstabe>[a-h]))?)(?P<zeichen>\.?[:)]?)"
    r"|(?P<allein>[b-h])[.)]) ?(?=[A-ZÄÖÜ„»\"“‚(\[…])"
)
LUECKE = 4.0  # what leaving out a number costs
MINDESTENS = 2  # questions of the second level


@dataclass(frozen=True)
class _Glied:
    """The best chain that ends at the candidate: its weight, and the link before."""

    wert: float
    kandidat: Kandidat
    stufe: tuple[int, int]
    davor: "_Glied | None"
    laenge: int


def stepped(text: str, ab: int, bis: int, *, mehr_als: int) -> list[Kandidat]:
    """The chain of two levels in `text[ab:bis]`, counted through; empty if it is no longer than `mehr_als` questions
    or has no two of the second level."""
    beste: dict[int, dict[int, _Glied]] = {}
    for kandidat, (haupt, unter) in _candidates(text, ab, bis):
        glied = _best_before(beste, haupt, unter)
        if glied is None and (haupt > 1 or unter > 1):
            continue
        vorher = glied.wert if glied else 0.0
        luecke = LUECKE if glied and unter > 1 and glied.stufe == (haupt, unter - 2) else 0.0
        neu = _Glied(
            vorher + kandidat.gewicht - luecke, kandidat, (haupt, unter), glied, glied.laenge + 1 if glied else 1
        )
        alt = beste.setdefault(haupt, {}).get(unter)
        if alt is None or neu.wert >= alt.wert:
            beste[haupt][unter] = neu
    ende = max((g for unter in beste.values() for g in unter.values()), key=lambda g: (g.wert, g.laenge), default=None)
    kette = _links(ende)
    if len(kette) <= mehr_als or sum(glied.stufe[1] > 0 for glied in kette) < MINDESTENS:
        return []
    return [replace(glied.kandidat, nummer=stelle) for stelle, glied in enumerate(kette, start=1)]


def _best_before(beste: dict[int, dict[int, _Glied]], haupt: int, unter: int) -> _Glied | None:
    """The best chain that a question of this level and number can go on."""
    if unter > 1:
        davor = [glied for u in (unter - 1, unter - 2) if u and (glied := beste.get(haupt, {}).get(u))]
    else:
        davor = list(beste.get(haupt - 1, {}).values())
        davor += [beste[haupt][0]] if unter == 1 and 0 in beste.get(haupt, {}) else []
    return max(davor, key=lambda glied: glied.wert, default=None)


def _links(ende: _Glied | None) -> list[_Glied]:
    kette = []
    while ende:
        kette.append(ende)
        ende = ende.davor
    return kette[::-1]


def _candidates(text: str, ab: int, bis: int) -> Iterator[tuple[Kandidat, tuple[int, int]]]:
    """Each number that may be a question's with its level; a letter alone belongs to the number before it."""
    roh = [
        treffer for treffer in STUFE.finditer(text, ab, bis) if _is_number(treffer) and not is_ordinal(text, treffer)
    ]
    enden = [*(treffer.start() for treffer in roh[1:]), bis]
    letzter = None
    for treffer, ende in zip(roh, enden, strict=False):
        if treffer["allein"] and letzter is None:
            continue
        if treffer["buchstabe"]:
            letzter = treffer
        bezeichnung, stufe = _label(treffer, letzter)
        gewicht = weight(text, treffer, ab, min(ende, treffer.end() + LETZTE_FRAGE))
        if gewicht > 0:
            yield Kandidat(stufe[0], bezeichnung, treffer.start(), treffer.end(), gewicht), stufe


def _is_number(treffer: "re.Match[str]") -> bool:
    """A number of the first level needs a sign after it, else it is any number."""
    return bool(treffer["zeichen"] or treffer["unter"] or treffer["buchstabe"] or treffer["allein"] or treffer["frage"])


def _label(treffer: "re.Match[str]", letzter: "re.Match[str] | None") -> tuple[str, tuple[int, int]]:
    """What is printed, "2. b)" for a "b)" after "2. a)", and both levels as numbers."""
    vorbild = letzter if treffer["allein"] and letzter else treffer
    haupt = int(vorbild["haupt"])
    if buchstabe := treffer["allein"] or treffer["buchstabe"]:
        zeichen = vorbild["zeichen"].strip(".:") if vorbild["nach"] else ""  # "2. a)", but "1a"
        return f"{haupt}{vorbild['nach']}{buchstabe}{zeichen}", (haupt, position(buchstabe))
    return treffer["nummer"], (haupt, int(treffer["unter"] or 0))
