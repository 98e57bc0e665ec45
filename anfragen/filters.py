"""One FilterSet for page, API and export, so that the three can't disagree.

They ask one parliament: without `parlament` the site's own (settings.PARLAMENT), with `parlament=alle` every one.
"""

from typing import Any

import django_filters as filters
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from drf_spectacular.utils import extend_schema_field

from anfragen import oeffentlich
from anfragen.filtering import (
    ALLE,
    Choices,
    FilterSet,
    GanzzahlFilter,
    JahrFilter,
    JaNeinFilter,
    NummerFilter,
    ParlamentFilter,
    Sortierung,
    SucheFilter,
    TagFilter,
    TextFilter,
    any_of,
    bekannt,
    enthaelt,
    zeitraum,
)
from anfragen.models import Anfrage, Antwort, Dokument, Fragesteller, Fraktion, Ministerium, Reihe, Verweis


def in_parlament(queryset: QuerySet[Any], feld: str, parlament: str) -> QuerySet[Any]:
    return queryset if parlament == ALLE else queryset.filter(**{feld: parlament})


def fraktionen(parlament: str) -> Choices:
    """Each spelling once, whatever the number of Wahlperioden."""
    alle = in_parlament(Fraktion.objects.all(), "wahlperiode__parlament__kuerzel", parlament)
    kurzformen = alle.order_by("kurz").values_list("kurz", flat=True).distinct()
    return [("", "alle"), *((kurz, Fraktion.wort(kurz)) for kurz in kurzformen)]


def ministerien(parlament: str) -> Choices:
    """Each name once, whatever the number of cabinets."""
    alle = in_parlament(Ministerium.objects.all(), "wahlperiode__parlament__kuerzel", parlament)
    return [("", "alle"), *((name, name) for name in alle.order_by("name").values_list("name", flat=True).distinct())]


class MinisteriumFilter(TextFilter):
    """A house by name or key, in whatever cabinet."""

    def __init__(self, **kwargs: Any) -> None:
        felder = {
            "label": "Ministerium",
            "help_text": "Name oder Schlüssel des Ministeriums, über alle Kabinette",
            "max_length": 300,
            "validators": [bekannt(Ministerium.objects.all(), "name", "schluessel")],
        }
        super().__init__(**felder | kwargs)

    @staticmethod
    def bedingung(value: str) -> Q:
        return any_of([("ministerium__name", value), ("ministerium__schluessel", value)])

    def filter(self, qs: Any, value: str) -> Any:
        return qs.filter(self.bedingung(value)) if value else qs


class AntwortendesMinisteriumFilter(MinisteriumFilter):
    """The house of a public answer to the Anfrage."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        antworten = Antwort.objects.oeffentlich().filter(self.bedingung(value), anfragen=OuterRef("pk"))
        return qs.filter(Exists(antworten))


class FraktionFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(
            Exists(Anfrage.fraktionen.through.objects.filter(anfrage=OuterRef("pk"), fraktion__kurz=value))
        )


class PersonFilter(TextFilter):
    """An asker by any part of the name, printed or bare."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        fragesteller = Fragesteller.objects.filter(enthaelt(value, "person__name", "name_gedruckt"))
        return qs.filter(Exists(fragesteller.filter(anfrage=OuterRef("pk"))))


class TitelsucheFilter(TextFilter):
    def filter(self, qs: Any, value: str) -> Any:
        return qs.suche(value) if value else qs


class AnfrageFilter(FilterSet):
    q = TitelsucheFilter(label="Suche im Titel", help_text="jedes Wort muss im Titel vorkommen")
    parlament = ParlamentFilter("wahlperiode__parlament")
    wahlperiode = GanzzahlFilter("wahlperiode__nummer", label="Wahlperiode")
    fraktion = FraktionFilter(
        label="Fraktion", help_text="Kurzform der Fraktion", validators=[bekannt(Fraktion.objects.all(), "kurz")]
    )
    ministerium = AntwortendesMinisteriumFilter()
    art = filters.ChoiceFilter(choices=Anfrage.Art.choices, label="Art", empty_label="alle")
    zustand = filters.ChoiceFilter(choices=Anfrage.Zustand.choices, label="Zustand", empty_label="alle")
    nummer = GanzzahlFilter("nummer", label="Nummer der Anfrage")
    jahr = JahrFilter("beantwortet_am", label="Jahr der Antwort")
    gestellt_von, gestellt_bis = zeitraum("gestellt_am", "gestellt")
    beantwortet_von, beantwortet_bis = zeitraum("beantwortet_am", "beantwortet")
    person = PersonFilter(label="Fragestellerin oder Fragesteller", help_text="Teil des Namens, mit oder ohne Titel")
    sortierung = Sortierung(
        neueste=("neueste zuerst", ("-zuletzt_am", "-id")),
        aelteste=("älteste zuerst", ("zuletzt_am", "id")),
        titel=("Titel", ("suchtext", "id")),
        dauer=("längste Dauer", ((F("beantwortet_am") - F("gestellt_am")).desc(nulls_last=True), "-id")),
    )

    class Meta:
        model = Anfrage
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("fraktion", fraktionen)
        self.offer("ministerium", ministerien)


class DokumentFilter(FilterSet):
    q = SucheFilter("titel", label="Suche im Titel", help_text="jedes Wort muss im Titel vorkommen")
    parlament = ParlamentFilter("wahlperiode__parlament")
    wahlperiode = GanzzahlFilter("wahlperiode__nummer", label="Wahlperiode")
    reihe = TextFilter(
        "reihe__schluessel",
        label="Reihe",
        help_text="Schlüssel, zum Beispiel „drucksache“",
        validators=[bekannt(Reihe.objects.all(), "schluessel")],
    )
    nummer = NummerFilter("wahlperiode__nummer", "nummer", "zusatz", label="Nummer")
    art = filters.ChoiceFilter(choices=Dokument.Art.choices, label="Art", empty_label="alle")
    nur_zitiert = JaNeinFilter("nur_zitiert", label="nur zitiert")
    von, bis = zeitraum("datum", "Datum")
    sortierung = Sortierung(
        neueste=("neueste zuerst", (F("datum").desc(nulls_last=True), "-id")),
        aelteste=("älteste zuerst", (F("datum").asc(nulls_last=True), "id")),
        nummer=("Nummer", ("wahlperiode__nummer", "nummer", "zusatz", "id")),
    )

    class Meta:
        model = Dokument
        fields: list[str] = []


class WirksamFilter(TagFilter):
    """The day an answer was given, as `Antwort.datum_wirksam` has it."""

    def filter(self, qs: Any, value: Any) -> Any:
        wirksam = Coalesce("datum_schreiben", "dokument__datum_original", "dokument__datum")
        return super().filter(qs.alias(wirksam_am=wirksam), value) if value else qs


class AntwortFilter(FilterSet):
    q = SucheFilter("dokument__titel", label="Suche im Titel", help_text="jedes Wort muss im Titel vorkommen")
    parlament = ParlamentFilter("dokument__wahlperiode__parlament")
    wahlperiode = GanzzahlFilter("dokument__wahlperiode__nummer", label="Wahlperiode")
    ministerium = MinisteriumFilter()
    art = filters.ChoiceFilter(choices=Antwort.Art.choices, label="Art", empty_label="alle")
    dokument = NummerFilter(
        "dokument__wahlperiode__nummer", "dokument__nummer", "dokument__zusatz", label="Nummer des Dokuments"
    )
    von = WirksamFilter("wirksam_am", "gte", label="Tag der Antwort ab")
    bis = WirksamFilter("wirksam_am", "lte", label="Tag der Antwort bis")
    sortierung = Sortierung(
        neueste=("neueste zuerst", (F("dokument__datum").desc(nulls_last=True), "-id")),
        aelteste=("älteste zuerst", (F("dokument__datum").asc(nulls_last=True), "id")),
    )

    class Meta:
        model = Antwort
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("ministerium", ministerien)


@extend_schema_field({"type": "string", "enum": Verweis.Stand.values, "description": "Stand"})
class StandFilter(filters.ChoiceFilter):
    """By the state that the public sees."""

    def filter(self, qs: Any, value: str) -> Any:
        return qs.alias(stand_gesucht=oeffentlich.stand()).filter(stand_gesucht=value) if value else qs


class ZielFilter(NummerFilter):
    """By the number of the paper that is meant, whatever number is printed; an unpublished one is no target."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs.filter(ziel_dokument__veroeffentlichung=oeffentlich.PUBLIC), value) if value else qs


class VerweisFilter(FilterSet):
    """`dokument` is the citing paper, `ziel` the paper meant; `wahlperiode` and `nummer` are what is cited."""

    typ = filters.ChoiceFilter(choices=Verweis.Typ.choices, label="Typ", empty_label="alle")
    stand = StandFilter(choices=Verweis.Stand.choices, label="Stand", empty_label="alle")
    parlament = ParlamentFilter("dokument__wahlperiode__parlament")
    dokument = NummerFilter(
        "dokument__wahlperiode__nummer", "dokument__nummer", "dokument__zusatz", label="zitierendes Dokument"
    )
    ziel = ZielFilter(
        "ziel_dokument__wahlperiode__nummer",
        "ziel_dokument__nummer",
        "ziel_dokument__zusatz",
        label="Dokument, auf das verwiesen wird",
    )
    wahlperiode = GanzzahlFilter("wahlperiode_nummer", label="zitierte Wahlperiode")
    wahlperiode_abgeleitet = JaNeinFilter("wahlperiode_abgeleitet", label="Wahlperiode abgeleitet, nicht gedruckt")
    nummer = GanzzahlFilter("nummer", label="zitierte Nummer, wie gedruckt")
    von, bis = zeitraum("dokument__datum", "Datum des zitierenden Dokuments")
    sortierung = Sortierung(
        fundstelle=("Fundstelle", ("dokument_id", F("start").asc(nulls_last=True), "id")),
        ziel=("zitierte Nummer", ("wahlperiode_nummer", "nummer", "id")),
    )

    class Meta:
        model = Verweis
        fields: list[str] = []


class ZitatFilter(FilterSet):
    """For the references to one paper or Anfrage, from whatever parliament."""

    typ = filters.ChoiceFilter(choices=Verweis.Typ.choices, label="Typ", empty_label="alle")
    von, bis = zeitraum("dokument__datum", "Datum des zitierenden Dokuments")
    sortierung = Sortierung(
        neueste=("neueste zuerst", (F("dokument__datum").desc(nulls_last=True), "-dokument_id", "start", "id")),
        aelteste=("älteste zuerst", (F("dokument__datum").asc(nulls_last=True), "dokument_id", "start", "id")),
    )

    class Meta:
        model = Verweis
        fields: list[str] = []
