"""One FilterSet for page, API and export of projects and what is said about them."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Value, When
from django.http import QueryDict

from anfragen.filtering import (
    Choices,
    FilterSet,
    JaNeinFilter,
    NummerFilter,
    Sortierung,
    SucheFilter,
    TagFilter,
    TextFilter,
    any_of,
    auswahl,
    bekannt,
    enthaelt,
)
from projekte.models import Handlungsfeld, Kommune, Projekt, Projektaussage, Projektname, Projektort
from projekte.verlauf import Art, Auswahl

# An unknown Kennung is an empty text, which would sort before the known ones.
UNBEKANNTE_ZULETZT = Case(When(kennung="", then=Value(1)), default=Value(0), output_field=IntegerField())


def handlungsfelder() -> Choices:
    return [("", "alle"), *Handlungsfeld.objects.values_list("schluessel", "name")]


def kommunen() -> Choices:
    return [("", "alle"), *Kommune.objects.values_list("schluessel", "name")]


class HandlungsfeldFilter(TextFilter):
    def __init__(self, field_name: str) -> None:
        super().__init__(
            f"{field_name}__schluessel",
            label="Handlungsfeld",
            help_text="Schlüssel, wie in der Adresse der Seite",
            validators=[bekannt(Handlungsfeld.objects.all(), "schluessel")],
            widget=auswahl(handlungsfelder),
        )


class KommuneFilter(TextFilter):
    """Statements about a municipality, or that name it beside others, by its key or AGS."""

    def __init__(self) -> None:
        super().__init__(
            label="Kommune",
            help_text="Schlüssel, wie in der Adresse der Seite, oder Amtlicher Gemeindeschlüssel",
            validators=[bekannt(Kommune.objects.all(), "schluessel", "ags")],
            widget=auswahl(kommunen),
        )

    @staticmethod
    def gemeint(value: str) -> Any:
        return Kommune.objects.filter(any_of([("schluessel", value), ("ags", value)]))

    def filter(self, qs: Any, value: str) -> Any:
        return qs.ueber(self.gemeint(value)) if value else qs


class ProjektkommuneFilter(KommuneFilter):
    """Projects with the municipality among their places, or with a public statement about it."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        orte = Projektort.objects.filter(kommune__in=self.gemeint(value), projekt=OuterRef("pk"))
        return qs.filter(Exists(orte) | Exists(aussagen_je_projekt().ueber(self.gemeint(value))))


def aussagen_je_projekt() -> Any:
    return Projektaussage.objects.oeffentlich().filter(projekt=OuterRef("pk")).order_by()


class ProjektsucheFilter(TextFilter):
    """Every word stands in the Kennung, the name, or one of the names that papers give the project."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        namen = Projektname.objects.oeffentlich().filter(enthaelt(value, "name"), projekt=OuterRef("pk"))
        return qs.filter(enthaelt(value.strip("[]"), "kennung", "name") | Exists(namen))


class MitAussageFilter(JaNeinFilter):
    def filter(self, qs: Any, value: bool | None) -> Any:
        if value is None:
            return qs
        hat_aussage = Exists(aussagen_je_projekt())
        return qs.filter(hat_aussage if value else ~hat_aussage)


class Projektsortierung(Sortierung):
    def filter(self, qs: Any, value: str) -> Any:
        return super().filter(qs.with_zuletzt_am() if value == "zuletzt" else qs, value)


class ProjektFilter(FilterSet):
    q = ProjektsucheFilter(label="Suche", help_text="Kennung oder Name, auch ein früherer")
    handlungsfeld = HandlungsfeldFilter("handlungsfeld")
    kommune = ProjektkommuneFilter()
    mit_aussage = MitAussageFilter(label="mit Aussage")
    sortierung = Projektsortierung(
        kennung=("Kennung", (UNBEKANNTE_ZULETZT, "kennung", "schluessel", "id")),
        name=("Name", ("schluessel", "id")),
        zuletzt=("zuletzt erwähnt", (F("zuletzt_am").desc(nulls_last=True), "id")),
    )

    class Meta:
        model = Projekt
        fields: list[str] = []


class ProjektschluesselFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(any_of([("projekt__kennung", value), ("projekt__schluessel", value)]))


class GesagtFilter(TagFilter):
    """The day on which a statement was made, as pages show it."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs.with_gesagt_am(), value) if value else qs


class Aussagesortierung(Sortierung):
    def filter(self, qs: Any, value: str) -> Any:
        return super().filter(qs.with_gesagt_am(), value)


class AussageFilter(FilterSet):
    q = SucheFilter("wortlaut", label="Suche im Wortlaut", help_text="jedes Wort muss im Wortlaut vorkommen")
    projekt = ProjektschluesselFilter(
        label="Projekt",
        help_text="Kennung („13-02“) oder Schlüssel",
        validators=[bekannt(Projekt.objects.oeffentlich(), "kennung", "schluessel")],
    )
    handlungsfeld = HandlungsfeldFilter("projekt__handlungsfeld")
    kommune = KommuneFilter()
    dokument = NummerFilter(
        "dokument__wahlperiode__nummer", "dokument__nummer", "dokument__zusatz", label="Nummer des Dokuments"
    )
    von = GesagtFilter("gesagt_am", "gte", label="Tag der Aussage ab")
    bis = GesagtFilter("gesagt_am", "lte", label="Tag der Aussage bis")
    sortierung = Aussagesortierung(
        neueste=("neueste zuerst", (F("gesagt_am").desc(nulls_last=True), "-dokument_id", "start", "id")),
        aelteste=("älteste zuerst", (F("gesagt_am").asc(nulls_last=True), "dokument_id", "start", "id")),
    )

    class Meta:
        model = Projektaussage
        fields: list[str] = []


class VerlaufForm(forms.Form):
    """What of a project's history to show; page, feed and download take the same."""

    art = forms.MultipleChoiceField(
        label="Was", choices=Art.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    ort = forms.ModelChoiceField(
        Kommune.objects.none(), label="Ort", required=False, to_field_name="schluessel", empty_label="alle"
    )
    sortierung = forms.ChoiceField(
        label="Reihenfolge", choices=[("", "älteste zuerst"), ("neueste", "neueste zuerst")], required=False
    )

    def __init__(self, projekt: Projekt, data: QueryDict | None = None) -> None:
        super().__init__(QueryDict() if data is None else data)
        ort: Any = self.fields["ort"]
        ort.queryset = Kommune.objects.mit_aussage_zu(projekt)

    @property
    def abfrage(self) -> str:
        """The query that asks for the same, for links."""
        data: Any = self.data
        return urlencode({name: werte for name in self.fields if (werte := data.getlist(name))}, doseq=True)

    @property
    def auswahl(self) -> Auswahl | None:
        """None if a value is wrong."""
        if not self.is_valid():
            return None
        werte = self.cleaned_data
        return Auswahl(frozenset(werte["art"]), werte["ort"], neueste_zuerst=werte["sortierung"] == "neueste")
