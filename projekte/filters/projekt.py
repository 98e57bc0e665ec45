"""Projects, filtered and sorted."""

from typing import Any

import django_filters as filters
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Value, When

from anfragen.filtering import (
    Choices,
    FilterSet,
    JaNeinFilter,
    Sortierung,
    TagFilter,
    TextFilter,
    any_of,
    auswahl,
    enthaelt,
)
from projekte.filters.felder import HandlungsfeldFilter, KommuneFilter, ProgrammFilter
from projekte.models import Projekt, Projektaussage, Projektname, Projektort
from projekte.querysets import TEIL_EINES_OEFFENTLICHEN

# An unknown Kennung is an empty text, which would sort before the known ones.
UNBEKANNTE_ZULETZT = Case(When(kennung="", then=Value(1)), default=Value(0), output_field=IntegerField())
STAND_UNBEKANNT = "unbekannt"


class ProjektkommuneFilter(KommuneFilter):
    """Projects with the municipality among their places, or with a public statement about it."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        orte = Projektort.objects.filter(kommune__in=self.gemeint(value)).order_by()
        aussagen = Projektaussage.objects.oeffentlich().ueber(self.gemeint(value)).order_by()
        # Keys and no Exists: PostgreSQL takes that for so costly that it compiles the query, for half a second.
        gemeint = [
            orte.values("projekt"),
            aussagen.values("projekt"),
            aussagen.filter(teilprojekt__isnull=False).values("teilprojekt"),
        ]
        return qs.filter(any_of([("pk__in", projekte) for projekte in gemeint]))


def hat_aussage(aussagen: Any) -> Any:
    """Projects, or parts of one, that one of these statements is about."""
    return Exists(aussagen.filter(projekt=OuterRef("pk"))) | Exists(aussagen.filter(teilprojekt=OuterRef("pk")))


class ProjektsucheFilter(TextFilter):
    """Every word stands in the Kennung, the name, or one of the names that papers give the project."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        namen = Projektname.objects.oeffentlich().filter(enthaelt(value, "name"), projekt=OuterRef("pk"))
        return qs.filter(enthaelt(value.strip("[]"), "kennung", "name") | Exists(namen))


class StandFilter(TextFilter):
    """The state as it is recorded; `unbekannt` are those without one."""

    def filter(self, qs: Any, value: str) -> Any:
        return qs.filter(status="" if value == STAND_UNBEKANNT else value) if value else qs


def staende() -> Choices:
    bekannte = Projekt.objects.oeffentlich().exclude(status="").order_by("status").values_list("status", flat=True)
    return [("", "alle"), *((stand, stand) for stand in bekannte.distinct()), (STAND_UNBEKANNT, "unbekannt")]


class TeilprojektFilter(JaNeinFilter):
    """Parts of a public project."""

    def filter(self, qs: Any, value: bool | None) -> Any:
        if value is None:
            return qs
        return qs.filter(TEIL_EINES_OEFFENTLICHEN) if value else qs.eigenstaendig()


class MitAussageFilter(JaNeinFilter):
    def filter(self, qs: Any, value: bool | None) -> Any:
        if value is None:
            return qs
        mit_aussage = hat_aussage(Projektaussage.objects.oeffentlich().order_by())
        return qs.filter(mit_aussage if value else ~mit_aussage)


class ZuletztFilter(TagFilter):
    """The day of the last word about a project, as lists show it."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs.with_zuletzt_am(), value) if value else qs


class Projektsortierung(Sortierung):
    """Reads beside the project only what it sorts by."""

    def filter(self, qs: Any, value: str) -> Any:
        if value in ("zuletzt", "zuletzt_alt"):
            qs = qs.with_zuletzt_am()
        elif value == "aussagen":
            qs = qs.with_anzahl_aussagen()
        return super().filter(qs, value)


class ProjektFilter(FilterSet):
    q = ProjektsucheFilter(label="Suche", help_text="Kennung oder Name, auch ein früherer")
    programm = ProgrammFilter("programm")
    handlungsfeld = HandlungsfeldFilter("handlungsfeld")
    kommune = ProjektkommuneFilter()
    sortierung = Projektsortierung(
        kennung=("Kennung", (UNBEKANNTE_ZULETZT, "kennung", "schluessel", "id")),
        name=("Name", ("schluessel", "id")),
        zuletzt=("zuletzt erwähnt", (F("zuletzt_am").desc(nulls_last=True), "id")),
        zuletzt_alt=("am längsten nicht erwähnt", (F("zuletzt_am").asc(nulls_last=True), "id")),
        aussagen=("meiste Aussagen", (F("anzahl_aussagen").desc(), "id")),
    )
    art = filters.ChoiceFilter(label="Art", choices=Projekt.Art, empty_label="alle")
    teilprojekt = TeilprojektFilter(label="Teilprojekt")
    stand = StandFilter(label="Stand", help_text="wie erfasst, oder „unbekannt“", widget=auswahl(staende))
    mit_aussage = MitAussageFilter(label="mit Aussage")
    zuletzt_von = ZuletztFilter("zuletzt_am", "gte", label="zuletzt erwähnt ab")
    zuletzt_bis = ZuletztFilter("zuletzt_am", "lte", label="zuletzt erwähnt bis")

    class Meta:
        model = Projekt
        fields: list[str] = []
