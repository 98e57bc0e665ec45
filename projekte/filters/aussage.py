"""Statements about projects, filtered and sorted."""

from typing import Any

from django.db.models import F

from anfragen.filtering import FilterSet, NummerFilter, Sortierung, SucheFilter
from projekte.filters.felder import (
    GesagtFilter,
    HandlungsfeldFilter,
    KommuneFilter,
    ProgrammFilter,
    ProjektschluesselFilter,
)
from projekte.models import Projekt, Projektaussage
from projekte.querysets import NACH_STELLE


class AussageprojektFilter(ProjektschluesselFilter):
    """What the page at the address counts: of a part also what is said of the whole but speaks of the part."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        projekt = Projekt.objects.oeffentlich().an_adresse(value).first()
        return qs.zu(projekt) if projekt else qs.none()


class Aussagesortierung(Sortierung):
    def filter(self, qs: Any, value: str) -> Any:
        return super().filter(qs.with_gesagt_am(), value)


class AussageFilter(FilterSet):
    q = SucheFilter("wortlaut", label="Suche im Wortlaut", help_text="jedes Wort muss im Wortlaut vorkommen")
    projekt = AussageprojektFilter()
    programm = ProgrammFilter("projekt__programm")
    handlungsfeld = HandlungsfeldFilter("projekt__handlungsfeld")
    kommune = KommuneFilter()
    dokument = NummerFilter(
        "dokument__wahlperiode__nummer", "dokument__nummer", "dokument__zusatz", label="Nummer des Dokuments"
    )
    von = GesagtFilter("gesagt_am", "gte", label="Tag der Aussage ab")
    bis = GesagtFilter("gesagt_am", "lte", label="Tag der Aussage bis")
    sortierung = Aussagesortierung(
        neueste=("neueste zuerst", (F("gesagt_am").desc(nulls_last=True), "-dokument_id", *NACH_STELLE)),
        aelteste=("älteste zuerst", (F("gesagt_am").asc(nulls_last=True), "dokument_id", *NACH_STELLE)),
    )

    class Meta:
        model = Projektaussage
        fields: list[str] = []
