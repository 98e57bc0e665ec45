"""The papers a few steps around one, and who of them cites whom: what picture, table and API show."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, F, Window
from django.db.models.functions import Coalesce, RowNumber

from anfragen import oeffentlich
from anfragen.models import Dokument, Verweis
from anfragen.netz.huelle import Richtung, schritte_geordnet

BETRACHTET = 2000  # the nearest, among which the most connected are looked for
MAX_MEHRDEUTIG = 20


class Zustand(StrEnum):
    DA = "da"
    ZITIERT = "zitiert"
    MEHRDEUTIG = "mehrdeutig"


@dataclass(frozen=True)
class Knoten:
    """A paper, or a reference of which nobody knows yet which paper it means.

    `id` is that of the paper, or below zero that of the reference. `schritt` is the number of citations to it from the
    paper in the middle, below zero towards those that cite.
    """

    id: int
    schritt: int
    dokument: Dokument | None
    verweis: Verweis | None = None

    @property
    def zustand(self) -> Zustand:
        if self.dokument is None:
            return Zustand.MEHRDEUTIG
        return Zustand.ZITIERT if self.dokument.nur_zitiert else Zustand.DA


@dataclass(frozen=True)
class Kante:
    """`von` cites `nach` in so many places, first in the words of `verweis`."""

    von: int
    nach: int
    anzahl: int
    verweis: Verweis


@dataclass(frozen=True)
class Netz:
    """What was found around `mitte`, which is the first of `knoten`.

    `knoten` and `kanten` are those there was room for, `schritte` tells of all, and `alle_kanten` is between any of the
    nearest.
    """

    mitte: Knoten
    knoten: list[Knoten]
    kanten: list[Kante]
    schritte: Mapping[int, int]
    alle_kanten: list[Kante]

    @property
    def anzahl(self) -> int:
        """How many papers there are, drawn or not, without the one in the middle."""
        return len(self.schritte)

    @property
    def weggelassen(self) -> int:
        return self.anzahl - sum(1 for knoten in self.knoten if knoten.dokument) + 1

    @property
    def mehrdeutige(self) -> list[Verweis]:
        return [knoten.verweis for knoten in self.knoten if knoten.verweis]


def netz(dokument: Dokument, richtungen: Collection[Richtung], tiefe: int, hoechstens: int) -> Netz:
    """At most `hoechstens` papers within `tiefe` steps around a public Dokument; the most connected of more."""
    gefunden = _schritte(dokument.pk, richtungen, tiefe)
    nahe = [dokument.pk, *gefunden][:BETRACHTET]
    alle_kanten = _kanten(nahe) if len(nahe) > 1 else []
    papiere = oeffentlich.dokumente().in_bulk(_most_connected(gefunden, nahe, alle_kanten, hoechstens))
    mitte = Knoten(dokument.pk, 0, dokument)
    knoten = [mitte, *(Knoten(pk, schritt, papiere[pk]) for pk, schritt in gefunden.items() if pk in papiere)]
    gezeigt = {einer.id for einer in knoten}
    kanten = [kante for kante in alle_kanten if {kante.von, kante.nach} <= gezeigt]
    if Richtung.GRUNDLAGEN in richtungen:
        for verweis in _mehrdeutige(dokument):
            knoten.append(Knoten(-verweis.pk, 1, None, verweis))
            kanten.append(Kante(dokument.pk, -verweis.pk, 1, verweis))
    return Netz(mitte, knoten, kanten, gefunden, alle_kanten)


def _schritte(dokument: int, richtungen: Collection[Richtung], tiefe: int) -> dict[int, int]:
    """Signed steps, the nearest first. What cites and is cited stands where it is nearer, else with the cited."""
    grundlagen, folgen = (
        schritte_geordnet(dokument, richtung, tiefe) if richtung in richtungen else {}
        for richtung in (Richtung.GRUNDLAGEN, Richtung.FOLGEN)
    )
    alle = {pk: schritt for pk, schritt in grundlagen.items() if schritt <= folgen.get(pk, schritt)}
    alle |= {pk: -schritt for pk, schritt in folgen.items() if pk not in alle}
    return dict(sorted(alle.items(), key=lambda eintrag: abs(eintrag[1])))


def _kanten(dokumente: Collection[int]) -> list[Kante]:
    je_paar = ["dokument_id", "ziel_dokument_id"]
    erste = (
        # Not as a plain column: SQLite would look up each pair of two ids in an index, four million for 2,000 papers.
        Verweis.objects.alias(ziel=Coalesce("ziel_dokument_id", 0))
        .filter(dokument__in=dokumente, ziel__in=dokumente)
        .exclude(dokument=F("ziel_dokument"))
        .annotate(
            anzahl=Window(Count("pk"), partition_by=je_paar),
            rang=Window(RowNumber(), partition_by=je_paar, order_by=["start", "pk"]),
        )
        .filter(rang=1)
        .order_by("dokument_id", "start", "pk")
    )
    return [
        Kante(verweis.dokument_id, verweis.ziel_dokument_id, verweis.anzahl, verweis)
        for verweis in erste
        if verweis.ziel_dokument_id is not None
    ]


def _mehrdeutige(dokument: Dokument) -> Iterable[Verweis]:
    return dokument.verweise.filter(mehrdeutig=True).order_by("start", "pk")[:MAX_MEHRDEUTIG]


def _most_connected(
    gefunden: Mapping[int, int], nahe: Collection[int], kanten: Iterable[Kante], hoechstens: int
) -> set[int]:
    """A paper two steps away comes only with one that leads to it."""
    if len(gefunden) <= hoechstens:
        return set(gefunden)
    nachbarn: dict[int, list[int]] = defaultdict(list)
    for kante in kanten:
        nachbarn[kante.von].append(kante.nach)
        nachbarn[kante.nach].append(kante.von)
    gewaehlt: set[int] = set()
    for pk in sorted(set(nahe) & gefunden.keys(), key=lambda pk: (-len(nachbarn[pk]), abs(gefunden[pk]), pk)):
        weg = _way(pk, gefunden, nachbarn) - gewaehlt
        if len(gewaehlt) + len(weg) <= hoechstens:
            gewaehlt |= weg
    return gewaehlt


def _way(pk: int, gefunden: Mapping[int, int], nachbarn: Mapping[int, list[int]]) -> set[int]:
    """The paper itself, and the most connected on each step from the middle to it."""
    weg = {pk}
    while abs(gefunden[pk]) > 1:
        naehere = [n for n in nachbarn[pk] if abs(gefunden.get(n, gefunden[pk])) < abs(gefunden[pk])]
        pk = max(naehere, key=lambda n: (len(nachbarn[n]), -n))
        weg.add(pk)
    return weg
