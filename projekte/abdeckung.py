"""Coverage: in which quarter which project was spoken of, and which projects and places never or no longer are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple, Self

from django.db.models import Max, Q

from anfragen.models import Dokument
from projekte.models import Handlungsfeld, Kommune, Programm, Projekt, Projektaussage
from projekte.querysets import gesagt_am

# From this number of papers in a quarter on, its cell has the next shade.
STUFEN = (1, 2, 3, 5, 8)
# The Landtag first sat on this day. An earlier one is a misprint and would stretch the table over centuries.
ERSTER_TAG = date(1946, 10, 2)


class Quartal(NamedTuple):
    jahr: int
    nummer: int

    @classmethod
    def of(cls, tag: date) -> Self:
        return cls(tag.year, (tag.month + 2) // 3)

    @classmethod
    def between(cls, erstes: Self, letztes: Self) -> Iterator[Self]:
        """All from the first to the last, both included."""
        for zaehler in range(erstes.jahr * 4 + erstes.nummer - 1, letztes.jahr * 4 + letztes.nummer):
            yield cls(zaehler // 4, zaehler % 4 + 1)

    def __str__(self) -> str:
        return f"{self.nummer}. Quartal {self.jahr}"


@dataclass(frozen=True)
class Zelle:
    quartal: Quartal
    anzahl: int

    @property
    def stufe(self) -> int:
        return sum(1 for grenze in STUFEN if self.anzahl >= grenze)


@dataclass(frozen=True)
class Zeile:
    """A project, the papers about it in each quarter, and the day of the last one."""

    projekt: Projekt
    zellen: list[Zelle]
    zuletzt: date

    @property
    def summe(self) -> int:
        return sum(zelle.anzahl for zelle in self.zellen)


@dataclass(frozen=True)
class Gruppe:
    """The projects of a programme in one Handlungsfeld, or in none."""

    programm: Programm
    handlungsfeld: Handlungsfeld | None
    zeilen: list[Zeile]


@dataclass(frozen=True)
class Ortsstand:
    kommune: Kommune
    genannt: bool
    zuletzt: date | None


@dataclass(frozen=True)
class Abdeckung:
    """`jahre` are the years with the number of their quarters, for the head of the table."""

    quartale: list[Quartal]
    gruppen: list[Gruppe]
    nie: list[Projekt]
    lange_nicht: list[Zeile]
    orte_nie: list[Kommune]
    orte_lange_nicht: list[Ortsstand]

    @property
    def jahre(self) -> list[tuple[int, int]]:
        return [(jahr, len(list(gruppe))) for jahr, gruppe in groupby(self.quartale, lambda quartal: quartal.jahr)]


def abdeckung(heute: date, programm: Programm | None = None) -> Abdeckung:
    """Of one programme's projects, or of all. Places are those of all programmes.

    Counted are public papers that are there, once for each project, on the day they said something.

    A day before the first Landtag or after `heute` is a misprint ("13.03.3013") and counts as none. What was not
    spoken of for a year before `heute` counts as no longer. Parts of a project count with none but themselves, so
    only whole projects are listed.
    """
    alle_projekte = Projekt.objects.oeffentlich().eigenstaendig().select_related("programm", "handlungsfeld")
    gezeigt = alle_projekte.filter(programm=programm) if programm else alle_projekte
    projekte = list(gezeigt.nach_handlungsfeld())
    tage = _tage_je_projekt(heute)
    alle = [tag for projekt in projekte for tag in tage.get(projekt.pk, [])]
    quartale = list(Quartal.between(Quartal.of(min(alle)), Quartal.of(max(alle)))) if alle else []
    zeilen = [_zeile(projekt, tage[projekt.pk], quartale) for projekt in projekte if projekt.pk in tage]
    vor_einem_jahr = _year_before(heute)
    orte = _orte(heute)
    return Abdeckung(
        quartale,
        [
            Gruppe(seines, feld, list(gruppe))
            for (seines, feld), gruppe in groupby(zeilen, lambda z: (z.projekt.programm, z.projekt.handlungsfeld))
        ],
        [projekt for projekt in projekte if projekt.pk not in tage],
        [zeile for zeile in zeilen if zeile.zuletzt < vor_einem_jahr],
        [ort.kommune for ort in orte if not ort.genannt],
        [ort for ort in orte if ort.zuletzt and ort.zuletzt < vor_einem_jahr],
    )


def _zeile(projekt: Projekt, tage: Iterable[date], quartale: Iterable[Quartal]) -> Zeile:
    je_quartal = Counter(Quartal.of(tag) for tag in tage)
    return Zeile(projekt, [Zelle(quartal, je_quartal[quartal]) for quartal in quartale], max(tage))


def _tage_je_projekt(heute: date) -> dict[int, list[date]]:
    """For each project the days of the papers about it; a paper without a date counts nowhere."""
    papiere = Dokument.objects.oeffentlich().vorhanden()
    ueber_das_projekt = Projekt.dokumente.through.objects.filter(dokument__in=papiere)
    mit_aussage = Projektaussage.objects.oeffentlich().order_by()
    paare = {
        *ueber_das_projekt.values_list("projekt", "dokument"),
        *mit_aussage.values_list("projekt", "dokument").distinct(),
    }
    # Asked for all papers about projects at once: their keys may be more than a query takes as parameters.
    tage = dict(
        papiere.filter(pk__in=ueber_das_projekt.values("dokument")).annotate(tag=gesagt_am()).values_list("pk", "tag")
    ) | dict(papiere.filter(pk__in=mit_aussage.values("dokument")).annotate(tag=gesagt_am()).values_list("pk", "tag"))
    je_projekt: dict[int, list[date]] = {}
    for projekt, dokument in paare:
        if (tag := tage.get(dokument)) and ERSTER_TAG <= tag <= heute:
            je_projekt.setdefault(projekt, []).append(tag)
    return je_projekt


def _orte(heute: date) -> list[Ortsstand]:
    """Every place with the day of the last statement about it."""
    aussagen = Projektaussage.objects.oeffentlich().with_gesagt_am()
    letzter = Max("gesagt_am", filter=Q(gesagt_am__range=(ERSTER_TAG, heute)))
    eigene = aussagen.filter(kommune__isnull=False).order_by().values_list("kommune").annotate(zuletzt=letzter)
    zuletzt: dict[int, date | None] = dict(eigene)
    for ort, tag in aussagen.nennungen().values_list("genannt").annotate(zuletzt=letzter):
        zuletzt[ort] = max(filter(None, (tag, zuletzt.get(ort))), default=None)
    return [Ortsstand(ort, ort.pk in zuletzt, zuletzt.get(ort.pk)) for ort in Kommune.objects.order_by("schluessel")]


def _year_before(tag: date) -> date:
    return tag.replace(year=tag.year - 1, day=28 if (tag.month, tag.day) == (2, 29) else tag.day)
