"""One FilterSet for page, API and export of projects and what is said about them."""

from typing import Any

from django.db.models import Case, Exists, F, IntegerField, Max, OuterRef, Q, Subquery, Value, When
from django.forms import Select

from anfragen.filtering import (
    Choices,
    FilterSet,
    JaNeinFilter,
    NummerFilter,
    Sortierung,
    SucheFilter,
    TextFilter,
    any_of,
    bekannt,
    enthaelt,
    zeitraum,
)
from projekte.models import Handlungsfeld, Kommune, Projekt, Projektaussage, Projektname, Projektort

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
            validators=[bekannt(Handlungsfeld, "schluessel")],
            widget=Select(choices=handlungsfelder),
        )


class KommuneFilter(TextFilter):
    """A municipality by key or AGS; of a statement, the one it is about."""

    def __init__(self) -> None:
        super().__init__(
            label="Kommune",
            help_text="Schlüssel, wie in der Adresse der Seite, oder Amtlicher Gemeindeschlüssel",
            validators=[bekannt(Kommune, "schluessel", "ags")],
            widget=Select(choices=kommunen),
        )

    @staticmethod
    def bedingung(value: str) -> Q:
        return any_of([("kommune__schluessel", value), ("kommune__ags", value)])

    def filter(self, qs: Any, value: str) -> Any:
        return qs.filter(self.bedingung(value)) if value else qs


class ProjektkommuneFilter(KommuneFilter):
    """Projects with the municipality among their places, or with a public statement about it."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        orte = Projektort.objects.filter(self.bedingung(value), projekt=OuterRef("pk"))
        return qs.filter(Exists(orte) | Exists(aussagen_je_projekt().filter(self.bedingung(value))))


def aussagen_je_projekt() -> Any:
    return Projektaussage.objects.oeffentlich().filter(projekt=OuterRef("pk")).order_by()


class ProjektsucheFilter(TextFilter):
    """Every word stands in the Kennung, the name, or one of the names that papers give the project."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        namen = Projektname.objects.filter(enthaelt(value, "name"), projekt=OuterRef("pk"))
        return qs.filter(enthaelt(value.strip("[]"), "kennung", "name") | Exists(namen))


class MitAussageFilter(JaNeinFilter):
    def filter(self, qs: Any, value: bool | None) -> Any:
        if value is None:
            return qs
        hat_aussage = Exists(aussagen_je_projekt())
        return qs.filter(hat_aussage if value else ~hat_aussage)


class Projektsortierung(Sortierung):
    """Orders by the last word too: the date of the newest public paper with a statement."""

    def filter(self, qs: Any, value: str) -> Any:
        if value == "zuletzt":
            letztes = aussagen_je_projekt().values("projekt").values(tag=Max("dokument__datum"))
            qs = qs.alias(letztes_wort_am=Subquery(letztes))
        return super().filter(qs, value)


class ProjektFilter(FilterSet):
    q = ProjektsucheFilter(label="Suche", help_text="Kennung oder Name, auch ein früherer")
    handlungsfeld = HandlungsfeldFilter("handlungsfeld")
    kommune = ProjektkommuneFilter()
    mit_aussage = MitAussageFilter(label="mit Aussage")
    sortierung = Projektsortierung(
        kennung=("Kennung", (UNBEKANNTE_ZULETZT, "kennung", "schluessel", "id")),
        name=("Name", ("schluessel", "id")),
        zuletzt=("zuletzt erwähnt", (F("letztes_wort_am").desc(nulls_last=True), "id")),
    )

    class Meta:
        model = Projekt
        fields: list[str] = []


class ProjektschluesselFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(any_of([("projekt__kennung", value), ("projekt__schluessel", value)]))


class AussageFilter(FilterSet):
    q = SucheFilter("wortlaut", label="Suche im Wortlaut", help_text="jedes Wort muss vorkommen")
    projekt = ProjektschluesselFilter(
        label="Projekt",
        help_text="Kennung („13-02“) oder Schlüssel",
        validators=[bekannt(Projekt, "kennung", "schluessel")],
    )
    handlungsfeld = HandlungsfeldFilter("projekt__handlungsfeld")
    kommune = KommuneFilter()
    dokument = NummerFilter(
        "dokument__wahlperiode__nummer", "dokument__nummer", "dokument__zusatz", label="Nummer des Dokuments"
    )
    von, bis = zeitraum("dokument__datum", "Datum des Dokuments")
    sortierung = Sortierung(
        neueste=("neueste zuerst", (F("dokument__datum").desc(nulls_last=True), "-dokument_id", "start", "id")),
        aelteste=("älteste zuerst", (F("dokument__datum").asc(nulls_last=True), "dokument_id", "start", "id")),
    )

    class Meta:
        model = Projektaussage
        fields: list[str] = []
