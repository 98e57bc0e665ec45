"""Figures, filtered and sorted."""

from decimal import Decimal
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import F
from django.db.models.functions import Coalesce

from anfragen.filtering import FilterSet, JaNeinFilter, NummerFilter, Sortierung, SucheFilter, TextFilter, zeitraum
from projekte.filters.felder import HandlungsfeldFilter, KommuneFilter, ProgrammFilter, ProjektschluesselFilter
from projekte.models import Kennzahl
from projekte.querysets import NACH_STELLE

GROESSTER_WERT = Decimal(10) ** 16  # what the column holds
OBERES_ENDE = Coalesce("wert_bis", "wert")


class WertFilter(filters.NumberFilter):
    """Figures with a value on this side of the bound; of a range the end that reaches further counts."""

    class field_class(forms.DecimalField):  # noqa: N801 # django-filter's name for it
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(min_value=0, max_value=GROESSTER_WERT, max_digits=18, decimal_places=2, **kwargs)


class WertAbFilter(WertFilter):
    def filter(self, qs: Any, value: Decimal | None) -> Any:
        return qs if value is None else qs.annotate(oberes_ende=OBERES_ENDE).filter(oberes_ende__gte=value)


class KennzahlFilter(FilterSet):
    """Takes figures `with_stand`."""

    q = SucheFilter("wofuer", "wortlaut", label="Suche", help_text="jedes Wort muss in Zweck oder Wortlaut vorkommen")
    programm = ProgrammFilter("projekt__programm")
    projekt = ProjektschluesselFilter()
    handlungsfeld = HandlungsfeldFilter("projekt__handlungsfeld")
    kommune = KommuneFilter()
    dokument = NummerFilter(
        "dokument__wahlperiode__nummer", "dokument__nummer", "dokument__zusatz", label="Nummer des Dokuments"
    )
    art = filters.ChoiceFilter(label="Art", choices=Kennzahl.Art, empty_label="alle")
    einheit = TextFilter("einheit", label="Einheit", help_text="wie erfasst: „Euro“, „Prozent“, „Anträge“")
    addierbar = JaNeinFilter("addierbar", label="addierbar")
    wert_von = WertAbFilter("wert", label="Wert ab", help_text="einer Spanne: ihr oberes Ende")
    wert_bis = WertFilter("wert", "lte", label="Wert bis", help_text="einer Spanne: ihr unteres Ende")
    von, bis = zeitraum("stand", "Stand")
    sortierung = Sortierung(
        neueste=("neueste zuerst", (F("stand").desc(nulls_last=True), "-dokument_id", *NACH_STELLE)),
        aelteste=("älteste zuerst", (F("stand").asc(nulls_last=True), "dokument_id", *NACH_STELLE)),
        groesste=("größte zuerst", (OBERES_ENDE.desc(), "id")),
        kleinste=("kleinste zuerst", ("wert", "id")),
    )

    class Meta:
        model = Kennzahl
        fields: list[str] = []
