"""Lists of projects, grouped by programme and Handlungsfeld."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q

from anfragen.seiten.worte import und
from projekte.filters import ProjektFilter
from projekte.models import Handlungsfeld, Programm, Projekt, Projektaussage
from projekte.querysets import TEIL_EINES_OEFFENTLICHEN, ProjektaussageQuerySet

JE_SEITE = 200
NEUESTE = 5
HAUPTFILTER = ("q", "programm", "handlungsfeld", "kommune", "sortierung")


@dataclass(frozen=True)
class Projektzahl:
    """How many projects there are of each kind; parts of a project count apart."""

    land: int
    partner: int
    teile: int

    @property
    def alle(self) -> int:
        return self.land + self.partner + self.teile

    def __str__(self) -> str:
        """`73 Projekte der Landesregierung, 2 Partnerprojekte und 3 Teilprojekte`; without partners plain projects."""
        von_wem = " der Landesregierung" if self.partner else ""
        zahlen = [
            (self.land, f"Projekt{von_wem}", f"Projekte{von_wem}"),
            (self.partner, "Partnerprojekt", "Partnerprojekte"),
            (self.teile, "Teilprojekt", "Teilprojekte"),
        ]
        worte = [f"{zahl}\xa0{eines if zahl == 1 else viele}" for zahl, eines, viele in zahlen if zahl]
        return und(worte) if worte else "0\xa0Projekte"


@dataclass(frozen=True)
class Projektgruppe:
    """Projects of one Handlungsfeld; None for those whose Handlungsfeld is unknown."""

    handlungsfeld: Handlungsfeld | None
    projekte: list[Projekt]

    @property
    def anzahl(self) -> int:
        """How many there are, without the parts of one."""
        return sum(1 for projekt in self.projekte if projekt.oeffentlich_teil_von is None)


@dataclass(frozen=True)
class Programmgruppe:
    programm: Programm
    gruppen: list[Projektgruppe]


def programmgruppen(projekte: Iterable[Projekt]) -> list[Programmgruppe]:
    """Groups projects that come ordered `nach_handlungsfeld`."""
    return [
        Programmgruppe(
            programm,
            [Projektgruppe(feld, list(gruppe)) for feld, gruppe in groupby(seine, lambda p: p.handlungsfeld)],
        )
        for programm, seine in groupby(projekte, lambda p: p.programm)
    ]


def projektliste(filterset: ProjektFilter, seite: str | None, heute: date) -> dict[str, Any]:
    """By programme and Handlungsfeld as long as nobody asks for another order."""
    nach_handlungsfeld = filterset.is_valid() and filterset.form.cleaned_data["sortierung"] in ("", "kennung")
    projekte: Any = filterset.qs
    blatt = projektblatt(projekte.nach_handlungsfeld() if nach_handlungsfeld else projekte, seite)
    hat_aussage = Exists(Projektaussage.objects.oeffentlich().filter(projekt=OuterRef("pk")))
    alle = Projekt.objects.oeffentlich()
    programme = list(Programm.objects.all())
    gefiltert = {name: wert for name in filterset.filters if (wert := filterset.data.get(name))}
    ist_gefiltert = bool(gefiltert.keys() - {"sortierung"})
    erfasst = anzahl(alle)
    return {
        "filter": filterset,
        "felder": [
            feld for feld in filterset.form if feld.name in HAUPTFILTER and (feld.name != "programm" or programme[1:])
        ],
        "weitere": [feld for feld in filterset.form if feld.name not in HAUPTFILTER],
        "weitere_offen": any(name not in HAUPTFILTER for name in gefiltert),
        "seite": blatt,
        "gruppen": programmgruppen(blatt) if nach_handlungsfeld else None,
        "ist_gefiltert": ist_gefiltert,
        "abfrage": urlencode(gefiltert),
        "treffer": anzahl(projekte) if ist_gefiltert else erfasst,
        "erfasst": erfasst,
        "mit_aussage": alle.eigenstaendig().filter(hat_aussage).count(),
        "programme": programme,
        "heute": heute,
    }


def anzahl(projekte: Any) -> Projektzahl:
    """How many of these there are of each kind."""
    je_art = projekte.order_by().aggregate(
        land=Count("pk", ~TEIL_EINES_OEFFENTLICHEN & Q(art=Projekt.Art.LAND), distinct=True),
        partner=Count("pk", ~TEIL_EINES_OEFFENTLICHEN & Q(art=Projekt.Art.PARTNER), distinct=True),
        teile=Count("pk", TEIL_EINES_OEFFENTLICHEN, distinct=True),
    )
    return Projektzahl(**je_art)


def projektblatt(projekte: Any, seite: str | None) -> Page[Projekt]:
    """One page of these projects with all that a list shows: counted for the page, not for all of them."""
    blatt: Page[Any] = Paginator(projekte.values_list("pk", flat=True), JE_SEITE).get_page(seite)
    mit_angaben = Projekt.objects.for_list().select_related("teilprojekt_von").in_bulk(list(blatt))
    blatt.object_list = [mit_angaben[pk] for pk in blatt if pk in mit_angaben]
    genannt = Projektaussage.objects.oeffentlich().orte_je_projekt(mit_angaben)
    for projekt in blatt.object_list:
        projekt.genannte_orte = genannt[projekt.pk]
    return blatt


def handlungsfeldseite(feld: Handlungsfeld, seite: str | None, heute: date) -> dict[str, Any]:
    aussagen = Projektaussage.objects.oeffentlich().filter(projekt__handlungsfeld=feld)
    projekte = feld.projekte.oeffentlich()
    return {
        "handlungsfeld": feld,
        "treffer": anzahl(projekte),
        "felder": list(feld.programm.handlungsfelder.all()),
        "seite": projektblatt(projekte.nach_handlungsfeld(), seite),
        "aussagen": _neueste(aussagen),
        "heute": heute,
    }


def _neueste(aussagen: ProjektaussageQuerySet) -> list[Projektaussage]:
    """Found by their ids first: with all that a list shows, every statement would be read to find a few."""
    pks = list(aussagen.neueste_zuerst().values_list("pk", flat=True)[:NEUESTE])
    return list(Projektaussage.objects.filter(pk__in=pks).for_list().neueste_zuerst())
