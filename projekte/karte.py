"""The map of the Ruhr: outlines of its municipalities as SVG paths, shaded by a number for each.

Outlines: © GeoBasis-DE / BKG 2017, changed (simplified), see fixtures/README.md.
"""

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.conf import settings

from projekte.models import Kommune

UMRISSE: Path = settings.BASE_DIR / "fixtures" / "karte" / "ruhr-gemeinden.geo.json"
BREITE = 1000  # of the drawing, in its own units
RAND = 6
ZEICHENBREITE, ZEILENHOEHE = 8, 17  # of a name on the map, on average

type Punkt = tuple[float, float]


@dataclass(frozen=True)
class Umriss:
    """A municipality drawn: the path, and the point in it where its name can stand."""

    pfad: str
    mitte: Punkt


@dataclass(frozen=True)
class Grundkarte:
    umrisse: Mapping[str, Umriss]
    hoehe: int


@dataclass(frozen=True)
class Flaeche:
    """A municipality on the map; `stufe` is 0 for nothing, else how dark it is, from 1."""

    kommune: Kommune
    umriss: Umriss
    wert: Decimal | int
    stufe: int
    beschriftet: bool = False


def flaechen(kommunen: Sequence[Kommune], werte: Mapping[int, Decimal | int], stufen: Sequence[int]) -> list[Flaeche]:
    """Those of the municipalities that the map knows, each with its value by primary key.

    `stufen` are the values at which the next shade begins, ascending. What says more is drawn last, over its
    neighbours' borders.
    """
    umrisse = grundkarte().umrisse
    gezeichnet = [
        Flaeche(ort, umrisse[ort.ags], werte.get(ort.pk, 0), bisect_right(stufen, werte.get(ort.pk, 0)))
        for ort in kommunen
        if ort.ags in umrisse
    ]
    return _labelled(sorted(gezeichnet, key=lambda flaeche: (flaeche.wert, flaeche.kommune.schluessel)))


def _labelled(aufsteigend: list[Flaeche]) -> list[Flaeche]:
    """Names where there is something to say and room for it; of two that would overlap, the higher value keeps its."""
    kaesten: list[tuple[float, float, float, float]] = []
    beschriftet = []
    for flaeche in reversed(aufsteigend):
        (x, y), halbe = flaeche.umriss.mitte, len(flaeche.kommune.name) * ZEICHENBREITE / 2
        kasten = (x - halbe, y - ZEILENHOEHE / 2, x + halbe, y + ZEILENHOEHE / 2)
        frei = bool(flaeche.wert) and not any(_overlap(kasten, anderer) for anderer in kaesten)
        if frei:
            kaesten.append(kasten)
        beschriftet.append(replace(flaeche, beschriftet=frei))
    return beschriftet[::-1]


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@cache
def grundkarte() -> Grundkarte:
    """The outlines projected once: east to the right, north up, as wide as high in the middle of the region."""
    features = json.loads(UMRISSE.read_text(encoding="utf-8"))["features"]
    ringe = {eintrag["properties"]["ags"]: _ringe(eintrag["geometry"]) for eintrag in features}
    punkte = [punkt for polygone in ringe.values() for ring in polygone for punkt in ring]
    west, ost = min(x for x, _ in punkte), max(x for x, _ in punkte)
    sued, nord = min(y for _, y in punkte), max(y for _, y in punkte)
    stauchung = math.cos(math.radians((sued + nord) / 2))
    massstab = (BREITE - 2 * RAND) / ((ost - west) * stauchung)

    def projected(punkt: Punkt) -> Punkt:
        laenge, breite = punkt
        return (RAND + (laenge - west) * stauchung * massstab, RAND + (nord - breite) * massstab)

    gezeichnet = {ags: _umriss([[projected(p) for p in ring] for ring in gruppe]) for ags, gruppe in ringe.items()}
    return Grundkarte(gezeichnet, math.ceil(2 * RAND + (nord - sued) * massstab))


def _ringe(geometrie: Mapping[str, Any]) -> list[list[Punkt]]:
    ist_eines = geometrie["type"] == "Polygon"
    polygone = [geometrie["coordinates"]] if ist_eines else geometrie["coordinates"]
    return [[(laenge, breite) for laenge, breite, *_ in ring] for polygon in polygone for ring in polygon]


def _umriss(ringe: list[list[Punkt]]) -> Umriss:
    pfad = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in ringe)
    return Umriss(pfad, _centroid(max(ringe, key=lambda ring: abs(_area(ring)))))


def _area(ring: list[Punkt]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _centroid(ring: list[Punkt]) -> Punkt:
    """The centre of gravity of a closed ring."""
    teile = [(x1 * y2 - x2 * y1, x1 + x2, y1 + y2) for (x1, y1), (x2, y2) in pairwise(ring)]
    sechsfach = 6 * _area(ring)
    return round(sum(k * x for k, x, _ in teile) / sechsfach, 1), round(sum(k * y for k, _, y in teile) / sechsfach, 1)
