"""What changed between two statements, word by word. Pure; an amount or a date counts as one word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Self

from anfragen.parsing import saetze, zeiten
from projekte.parsing import kennzahlen

LUECKE = re.compile(r"\s+")
SATZZEICHEN = '.,;:!?()„“”"»«'
# SequenceMatcher takes the square of the length in the worst case; longer wordings let it skip words that abound.
GENAU_BIS = 500  # words; no statement of 17/11212 has more than 100


class Art(StrEnum):
    GLEICH = "gleich"
    NEU = "neu"
    ENTFALLEN = "entfallen"
    ERSETZT = "ersetzt"


@dataclass(frozen=True)
class Stueck:
    """A run of words that is in both wordings, in the later alone, or in the earlier alone.

    `angabe` says that it is an amount, a share, a count or a date. One that took another's place is one piece with
    it: `frueher` is what stood there before.
    """

    art: Art
    text: str
    angabe: bool = False
    frueher: str = ""


@dataclass(frozen=True)
class Wort:
    """A word, compared without the punctuation around it, so that a comma alone is no change.

    `angabe` is empty, or what kind of fact it is: a date, an amount, a share, a count.
    """

    text: str = field(compare=False)
    kern: str
    angabe: str = ""

    @classmethod
    def of(cls, text: str, angabe: str = "") -> Self:
        return cls(text, text.strip(SATZZEICHEN) or text, angabe)


def compare(frueher: str, spaeter: str) -> list[Stueck]:
    """The pieces that make up both wordings, in the order in which they are read; white space counts for nothing."""
    alt, neu = _words(frueher), _words(spaeter)
    lang = max(len(alt), len(neu)) > GENAU_BIS
    stuecke: list[Stueck] = []
    for gleich, a1, a2, b1, b2 in SequenceMatcher(None, alt, neu, autojunk=lang).get_opcodes():
        if gleich == "equal":
            stuecke.append(Stueck(Art.GLEICH, " ".join(wort.text for wort in neu[b1:b2])))
        else:
            stuecke += _replaced(alt[a1:a2], neu[b1:b2])
    return stuecke


def _words(text: str) -> list[Wort]:
    flach = LUECKE.sub(" ", text).strip()
    worte: list[Wort] = []
    bei = 0
    for start, ende, art in _facts(flach):
        worte += [Wort.of(wort) for wort in flach[bei:start].split()]
        worte.append(Wort.of(flach[start:ende], art))
        bei = ende
    return worte + [Wort.of(wort) for wort in flach[bei:].split()]


def _facts(flach: str) -> Iterator[tuple[int, int, str]]:
    """The spans of amounts, shares, counts and dates with what is glued to them, in order, without overlaps."""
    funde = [(z.start, z.ende, "zeit") for z in zeiten.find(flach, 0, len(flach))]
    funde += [(k.start, k.ende, k.art) for k in kennzahlen.find(saetze.split(flach), 0, len(flach))]
    bis = 0
    for start, ende, art in sorted((*_to_spaces(flach, start, ende), art) for start, ende, art in funde):
        if start >= bis:
            yield start, ende, art
            bis = ende


def _to_spaces(flach: str, start: int, ende: int) -> tuple[int, int]:
    nach = flach.find(" ", ende)
    return flach.rfind(" ", 0, start) + 1, nach if nach >= 0 else len(flach)


def _replaced(alt: Sequence[Wort], neu: Sequence[Wort]) -> Iterator[Stueck]:
    """Amounts and dates that took each other's place as pairs; unless all fit, which took which is unknown."""
    alte, neue = ([stelle for stelle, wort in enumerate(worte) if wort.angabe] for worte in (alt, neu))
    if [alt[stelle].angabe for stelle in alte] != [neu[stelle].angabe for stelle in neue]:
        alte = neue = []
    a = b = 0
    for bei_a, bei_b in zip(alte, neue, strict=True):
        yield from _runs(alt[a:bei_a], Art.ENTFALLEN)
        yield from _runs(neu[b:bei_b], Art.NEU)
        yield Stueck(Art.ERSETZT, neu[bei_b].text, angabe=True, frueher=alt[bei_a].text)
        a, b = bei_a + 1, bei_b + 1
    yield from _runs(alt[a:], Art.ENTFALLEN)
    yield from _runs(neu[b:], Art.NEU)


def _runs(worte: Sequence[Wort], art: Art) -> Iterator[Stueck]:
    """Plain words together, each amount or date by itself."""
    lauf: list[str] = []
    for wort in worte:
        if not wort.angabe:
            lauf.append(wort.text)
            continue
        if lauf:
            yield Stueck(art, " ".join(lauf))
            lauf = []
        yield Stueck(art, wort.text, angabe=True)
    if lauf:
        yield Stueck(art, " ".join(lauf))


def shared(stuecke: Sequence[Stueck]) -> float:
    """How much of the text that the pieces make up stands in both wordings, from 0 to 1."""
    gesamt = sum(len(stueck.text) + len(stueck.frueher) for stueck in stuecke)
    return sum(len(stueck.text) for stueck in stuecke if stueck.art == Art.GLEICH) / gesamt if gesamt else 1.0
