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


@dataclass(frozen=True)
class Stueck:
    """A run of words that is in both wordings, in the later alone, or in the earlier alone.

    `angabe` says that it is an amount, a share, a count or a date.
    """

    art: Art
    text: str
    angabe: bool = False


@dataclass(frozen=True)
class Wort:
    """A word, compared without the punctuation around it, so that a comma alone is no change."""

    text: str = field(compare=False)
    kern: str
    angabe: bool = False

    @classmethod
    def of(cls, text: str, *, angabe: bool = False) -> Self:
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
            stuecke += [*_runs(alt[a1:a2], Art.ENTFALLEN), *_runs(neu[b1:b2], Art.NEU)]
    return stuecke


def _words(text: str) -> list[Wort]:
    flach = LUECKE.sub(" ", text).strip()
    worte: list[Wort] = []
    bei = 0
    for start, ende in _facts(flach):
        worte += [Wort.of(wort) for wort in flach[bei:start].split()]
        worte.append(Wort.of(flach[start:ende], angabe=True))
        bei = ende
    return worte + [Wort.of(wort) for wort in flach[bei:].split()]


def _facts(flach: str) -> Iterator[tuple[int, int]]:
    """The spans of amounts, shares, counts and dates with what is glued to them, in order, without overlaps."""
    funde = [(z.start, z.ende) for z in zeiten.find(flach, 0, len(flach))]
    funde += [(k.start, k.ende) for k in kennzahlen.find(saetze.split(flach), 0, len(flach))]
    bis = 0
    for start, ende in sorted(_to_spaces(flach, *fund) for fund in funde):
        if start >= bis:
            yield start, ende
            bis = ende


def _to_spaces(flach: str, start: int, ende: int) -> tuple[int, int]:
    nach = flach.find(" ", ende)
    return flach.rfind(" ", 0, start) + 1, nach if nach >= 0 else len(flach)


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
    gesamt = sum(len(stueck.text) for stueck in stuecke)
    return sum(len(stueck.text) for stueck in stuecke if stueck.art == Art.GLEICH) / gesamt if gesamt else 1.0
