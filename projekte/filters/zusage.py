"""Commitments, filtered and sorted: for the page, the API, CSV and the calendar."""

from datetime import date
from functools import partial
from typing import Any

import django_filters as filters
from django.db.models import Case, Exists, F, OuterRef, When
from django.utils import timezone
from drf_spectacular.utils import extend_schema_field

from anfragen.filtering import Choices, FilterSet, Sortierung, SucheFilter, auswahl, zeitraum
from anfragen.filters import MinisteriumFilter, ministerien
from anfragen.models import Antwort, Zusage
from projekte.filters.felder import (
    GesagtFilter,
    HandlungsfeldFilter,
    KommuneFilter,
    ProgrammFilter,
    ProjektschluesselFilter,
)
from projekte.models import Projekt, Projektzusage
from projekte.querysets import NACH_STELLE, gesagt_am

STAENDE = [("offen", "offen"), ("ueberfaellig", "überfällig"), ("erfuellt", "erfüllt")]
ERFUELLTE_ZULETZT = Case(When(stand=Zusage.Stand.ERFUELLT, then=1), default=0)


class UeberProjekte:
    """Commitments about a public project that the filter beside this one lets through."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        gemeint: Any = super().filter(Projektzusage.objects.zu_oeffentlichen(), value)  # type: ignore[misc]
        return qs.filter(pk__in=gemeint.values("zusage"))


class ZusageprogrammFilter(UeberProjekte, ProgrammFilter):
    pass


class ZusageprojektFilter(UeberProjekte, ProjektschluesselFilter):
    pass


class ZusagefeldFilter(UeberProjekte, HandlungsfeldFilter):
    pass


class ZusagekommuneFilter(UeberProjekte, KommuneFilter):
    pass


class ZusagendesMinisteriumFilter(MinisteriumFilter):
    """The house of the answer that the commitment stands in."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(dokument__antwort__in=Antwort.objects.filter(self.bedingung(value)).values("pk"))


@extend_schema_field(
    {"type": "string", "enum": [stand for stand, _ in STAENDE], "description": "Stand; überfällige sind offen"}
)
class StandFilter(filters.ChoiceFilter):
    def filter(self, qs: Any, value: str) -> Any:
        return qs.mit_stand(value, self.parent.heute) if value else qs


class Zusagesortierung(Sortierung):
    def filter(self, qs: Any, value: str) -> Any:
        nach_tag = value in ("neueste", "aelteste")  # only these need the join
        return super().filter(qs.annotate(gesagt_am=gesagt_am("dokument__")) if nach_tag else qs, value)


class ZusageFilter(FilterSet):
    """Takes public commitments; `heute` is the day by which they are overdue."""

    q = SucheFilter("wortlaut", label="Suche im Wortlaut", help_text="jedes Wort muss im Wortlaut vorkommen")
    stand = StandFilter(label="Stand", choices=STAENDE, empty_label="alle")
    programm = ZusageprogrammFilter("projekt__programm")
    projekt = ZusageprojektFilter()
    handlungsfeld = ZusagefeldFilter("projekt__handlungsfeld")
    kommune = ZusagekommuneFilter()
    ministerium = ZusagendesMinisteriumFilter()
    art = filters.ChoiceFilter(label="Art", choices=Zusage.Art, empty_label="alle")
    faellig_von, faellig_bis = zeitraum("faellig_am", "fällig")
    von = GesagtFilter("gesagt_am", "gte", label="zugesagt ab")
    bis = GesagtFilter("gesagt_am", "lte", label="zugesagt bis")
    sortierung = Zusagesortierung(
        frist=(
            "Frist, überfällige zuerst",
            (
                ERFUELLTE_ZULETZT,
                F("erfuellt_am").desc(nulls_last=True),
                F("faellig_am").asc(nulls_last=True),
                "dokument_id",
                *NACH_STELLE,
            ),
        ),
        neueste=("neueste zuerst", (F("gesagt_am").desc(nulls_last=True), "-dokument_id", *NACH_STELLE)),
        aelteste=("älteste zuerst", (F("gesagt_am").asc(nulls_last=True), "dokument_id", *NACH_STELLE)),
    )

    class Meta:
        model = Zusage
        fields: list[str] = []

    def __init__(self, *args: Any, heute: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heute = heute or timezone.localdate()
        self.offer("ministerium", ministerien)
        self.filters["projekt"].extra["widget"] = auswahl(partial(projekte, self.data.get("projekt", "")))


def projekte(gewaehlt: str) -> Choices:
    """The public projects that public commitments are about, and whatever was asked for, so that the form keeps it."""
    mit_zusage = Exists(Zusage.objects.oeffentlich().filter(projekte=OuterRef("pk")))
    alle = Projekt.objects.oeffentlich().filter(mit_zusage).select_related("programm")
    gefunden = {projekt.adressschluessel: str(projekt) for projekt in alle.order_by("kennung", "schluessel")}
    return list(({"": "alle"} | gefunden | {gewaehlt: gefunden.get(gewaehlt, gewaehlt or "alle")}).items())
