"""A project's amounts over time as a drawing: where each point, label and line goes. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

BREITE, HOEHE = 720, 260
LINKS, RECHTS, OBEN, UNTEN = 110, 90, 26, 34  # room around the plot for the labels
SKALENSTRICHE = 4


@dataclass(frozen=True)
class Betrag:
    """An amount in Euro as of a day; `text` is how it was printed, `adresse` the place that proves it.

    Of a range `wert` is the upper end and `von` the lower.
    """

    tag: date
    wert: Decimal
    text: str
    adresse: str
    von: Decimal | None = None


@dataclass(frozen=True)
class Punkt:
    betrag: Betrag
    x: float
    y: float
    y_von: float


@dataclass(frozen=True)
class Strich:
    """A line of the scale at `y` for `wert`, or a mark of the time axis at `x` for `tag`."""

    bei: float
    wert: int = 0
    tag: date | None = None


@dataclass(frozen=True)
class Diagramm:
    punkte: list[Punkt]
    skala: list[Strich]
    tage: list[Strich]
    breite: int = BREITE
    hoehe: int = HOEHE
    links: int = LINKS
    rechts: int = BREITE - RECHTS
    boden: int = HOEHE - UNTEN


def diagramm(betraege: Sequence[Betrag]) -> Diagramm | None:
    """The drawing; None unless the amounts are of two days at least, for there is no course of one."""
    tage = sorted({betrag.tag for betrag in betraege})
    if len(tage) < 2:
        return None
    schritt = _step(max(betrag.wert for betrag in betraege))
    hoechstens = schritt * SKALENSTRICHE
    von, dauer = tage[0], (tage[-1] - tage[0]).days

    def x(tag: date) -> float:
        return round(LINKS + (BREITE - LINKS - RECHTS) * (tag - von).days / dauer, 1)

    def y(wert: Decimal | int) -> float:
        return round(HOEHE - UNTEN - (HOEHE - OBEN - UNTEN) * float(wert) / hoechstens, 1)

    skala = [Strich(y(zahl * schritt), wert=zahl * schritt) for zahl in range(SKALENSTRICHE + 1)]
    return Diagramm(
        [
            Punkt(betrag, x(betrag.tag), y(betrag.wert), y(betrag.wert if betrag.von is None else betrag.von))
            for betrag in sorted(betraege, key=lambda b: (b.tag, b.wert))
        ],
        skala,
        [Strich(x(tag), tag=tag) for tag in _apart([(x(tag), tag) for tag in tage])],
    )


def _step(hoechster: Decimal) -> int:
    """The distance of the scale's lines: 1, 2 or 5 times a power of ten, so that all fit below the highest line."""
    mindestens = max(float(hoechster), 1.0) / SKALENSTRICHE
    zehner = 10 ** math.floor(math.log10(mindestens))
    return math.ceil(next(faktor * zehner for faktor in (1, 2, 5, 10) if faktor * zehner >= mindestens))


def _apart(stellen: list[tuple[float, date]], abstand: float = 90) -> list[date]:
    """The first and the last day, and those between that leave room for each other's label."""
    gewaehlt = [stellen[0]]
    letzte = stellen[-1]
    for stelle in stellen[1:-1]:
        if stelle[0] - gewaehlt[-1][0] >= abstand and letzte[0] - stelle[0] >= abstand:
            gewaehlt.append(stelle)
    return [tag for _, tag in [*gewaehlt, letzte]]
