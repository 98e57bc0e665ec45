"""Events of projects, filtered and sorted."""

from typing import Any

import django_filters as filters

from anfragen.filtering import FilterSet, NummerFilter, Sortierung, SucheFilter, zeitraum
from anfragen.models import Dokument
from projekte.filters.felder import HandlungsfeldFilter, ProgrammFilter, ProjektschluesselFilter
from projekte.filters.projekt import ProjektkommuneFilter
from projekte.models import Projekt, Projektereignis


class EreigniskommuneFilter(ProjektkommuneFilter):
    """Events of projects with the municipality among their places, or with a public statement about it."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(projekt__in=super().filter(Projekt.objects.order_by(), value).values("pk"))


class BelegFilter(NummerFilter):
    """Events that a public paper with this number proves."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs.filter(dokument__in=Dokument.objects.oeffentlich()), value) if value else qs


class EreignisFilter(FilterSet):
    q = SucheFilter("titel", "text", label="Suche", help_text="jedes Wort muss in Titel oder Text vorkommen")
    programm = ProgrammFilter("projekt__programm")
    projekt = ProjektschluesselFilter()
    handlungsfeld = HandlungsfeldFilter("projekt__handlungsfeld")
    kommune = EreigniskommuneFilter()
    dokument = BelegFilter(
        "dokument__wahlperiode__nummer", "dokument__nummer", "dokument__zusatz", label="Nummer des belegenden Dokuments"
    )
    art = filters.ChoiceFilter(label="Art", choices=Projektereignis.Art, empty_label="alle")
    von, bis = zeitraum("datum", "Tag")
    sortierung = Sortierung(
        neueste=("neueste zuerst", ("-datum", "-id")),
        aelteste=("älteste zuerst", ("datum", "id")),
    )

    class Meta:
        model = Projektereignis
        fields: list[str] = []
