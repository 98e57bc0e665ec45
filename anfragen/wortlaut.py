"""Printed wording with the references in it: from a reading text and spans to paragraphs of segments. Pure.

The wording is never altered but for white space, words split at a line's end, and what the printer put around a page
(see `anfragen.parsing.text`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from anfragen.parsing.text import Lesetext, lies

LISTENPUNKT = ("• ", "▪ ", "● ", "– ", "- ", "\uf0b7 ")
MARKEN_JE_TEIL = 500  # paragraphs and references that are read at once: more than nearly all papers have


class Fundstelle(Protocol):
    """Something found at `quelle[start:ende]`; without span it was recorded by hand and stands nowhere."""

    @property
    def start(self) -> int | None: ...

    @property
    def ende(self) -> int | None: ...


@dataclass(frozen=True)
class Segment[V]:
    """A run of text; `verweis` is the reference that it is the wording of, `ist_rest` if its wording began before."""

    text: str
    verweis: V | None = None
    ist_rest: bool = False


@dataclass(frozen=True)
class Absatz[V]:
    """A paragraph and the span of the source that it was read from; None if it stands in no source."""

    segmente: tuple[Segment[V], ...]
    start: int | None = None
    ende: int | None = None

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segmente)

    @property
    def ist_listenpunkt(self) -> bool:
        return self.text.startswith(LISTENPUNKT)


def teile(lesung: Lesetext, verweisstellen: Iterable[int]) -> list[tuple[int, int]]:
    """Spans of `lesung.text` that together are all of it, each short enough for a page.

    `verweisstellen` are where its references begin in the source. A part ends with a paragraph, unless that paragraph
    alone is too long: then before a reference.
    """
    absaetze = (0, *lesung.absaetze)
    marken = sorted({*absaetze, *(lesung.text_offset(stelle) for stelle in verweisstellen)})
    grenzen = [0]
    while (naechste := bisect_left(marken, grenzen[-1]) + MARKEN_JE_TEIL) < len(marken):
        absatz = absaetze[bisect_right(absaetze, marken[naechste]) - 1]
        grenzen.append(absatz if absatz > grenzen[-1] else marken[naechste])
    return list(pairwise((*grenzen, len(lesung.text))))


def absaetze[V: Fundstelle](
    lesung: Lesetext, verweise: Iterable[V], spanne: tuple[int, int] | None = None
) -> list[Absatz[V]]:
    """The paragraphs of `lesung.text[start:ende]`, or of all of it, with the references at their places.

    The spans of `verweise` count in the source. Of two that overlap, the first counts. Linear in the text.
    """
    start, ende = spanne or (0, len(lesung.text))
    innere = lesung.absaetze[bisect_right(lesung.absaetze, start) : bisect_left(lesung.absaetze, ende)]
    stellen = list(_stellen(lesung, verweise))
    ergebnis = []
    naechste = 0
    for a, b in pairwise((start, *innere, ende)):
        a, b = _stripped(lesung.text, a, b)
        if a == b:
            continue
        while naechste < len(stellen) and stellen[naechste][1] <= a:
            naechste += 1
        segmente = tuple(_segmente(lesung.text, a, b, stellen, naechste))
        ergebnis.append(Absatz(segmente, *lesung.source_span(a, b)))
    return ergebnis


def locate(lesung: Lesetext, text: str, ab: int = 0) -> tuple[int, int] | None:
    """Where a recorded text, whatever its paragraphs, stands in `lesung.text`, from the source offset `ab` on.

    None if it was edited since, or never stood there.
    """
    flach = " ".join(text.split())
    start = lesung.text.find(flach, lesung.text_offset(ab)) if flach else -1
    return (start, start + len(flach)) if start >= 0 else None


def text_absaetze[V: Fundstelle](
    text: str, lesung: Lesetext | None, verweise: Sequence[V], ab: int = 0
) -> list[Absatz[V]]:
    """The paragraphs of a recorded text, with references where it stands in the source it was read from."""
    if lesung and (spanne := locate(lesung, text, ab)):
        return absaetze(lesung, verweise, spanne)
    return [Absatz((Segment(absatz),)) for absatz in (teil.strip() for teil in text.split("\n\n")) if absatz]


def passage(ausschnitt: str, start: int, ende: int) -> tuple[str, str, str]:
    """What stands before, at and after `ausschnitt[start:ende]`, on one line and cut at words."""
    lesung = lies(ausschnitt)
    a, b = lesung.text_offset(start), lesung.text_offset(ende)
    davor, danach = lesung.text[:a], lesung.text[b:]
    # The excerpt begins and ends anywhere, so its outermost words may be pieces.
    return davor[davor.find(" ") + 1 :], lesung.text[a:b].strip(), danach[: danach.rfind(" ") + 1].rstrip()


def _stellen[V: Fundstelle](lesung: Lesetext, verweise: Iterable[V]) -> Iterator[tuple[int, int, V]]:
    """Offsets into the reading text, ascending, without overlaps."""
    gefunden = [(v.start, v.ende, v) for v in verweise if v.start is not None and v.ende is not None]
    bis = 0
    for start, ende, verweis in sorted(gefunden, key=lambda stelle: stelle[:2]):
        a, b = _stripped(lesung.text, lesung.text_offset(start), lesung.text_offset(ende))
        if a >= bis and b > a:
            yield a, b, verweis
            bis = b


def _stripped(text: str, start: int, ende: int) -> tuple[int, int]:
    while start < ende and text[start] == " ":
        start += 1
    while ende > start and text[ende - 1] == " ":
        ende -= 1
    return start, ende


def _segmente[V](text: str, start: int, ende: int, stellen: list[tuple[int, int, V]], ab: int) -> Iterator[Segment[V]]:
    bei = start
    for i in range(ab, len(stellen)):
        a, b, verweis = stellen[i]
        if a >= ende:
            break
        von, b = max(a, start), min(b, ende)
        if bei < von:
            yield Segment(text[bei:von])
        yield Segment(text[von:b], verweis, von > a)
        bei = b
    if bei < ende:
        yield Segment(text[bei:ende])
