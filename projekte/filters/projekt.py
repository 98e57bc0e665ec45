"""Projects, filtered and sorted."""

from typing import Any

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Value, When

from anfragen.filtering import FilterSet, JaNeinFilter, Sortierung, TextFilter, enthaelt
from projekte.filters.felder import HandlungsfeldFilter, KommuneFilter
from projekte.models import Projekt, Projektaussage, Projektname, Projektort

# An unknown Kennung is an empty text, which would sort before the known ones.
UNBEKANNTE_ZULETZT = Case(When(kennung="", then=Value(1)), default=Value(0), output_field=IntegerField())


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
