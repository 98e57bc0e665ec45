"""An Anfrage with everything that belongs to it on one page."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from anfragen import befunde, resolving
from anfragen.admin.grundlagen import KleineTexte, SchlankeInline, VerlaufAdmin, spalte, veroeffentlichen, zurueckziehen
from anfragen.models import Anfrage, Antwort, Frage, Fragesteller, Nachfrage


class FragestellerInline(SchlankeInline, admin.TabularInline):
    model = Fragesteller
    extra = 0
    autocomplete_fields = ["person", "fraktion"]
    fields = ["position", "person", "name_gedruckt", "fraktion"]


class FrageInline(KleineTexte, admin.StackedInline):
    model = Frage
    extra = 0
    fields = [("nummer", "bezeichnung", "bewertung"), "text", "hinweis", "bewertung_grund"]


class AntwortInline(SchlankeInline, admin.TabularInline):
    model = Antwort.anfragen.through
    extra = 0
    autocomplete_fields = ["antwort"]
    verbose_name = "Antwort"
    verbose_name_plural = "Antworten"


class NachfrageInline(SchlankeInline, KleineTexte, admin.StackedInline):
    model = Nachfrage
    fk_name = "anfrage"
    extra = 0
    autocomplete_fields = ["frage", "folgeanfrage", "verantwortlich"]
    fields = [
        "titel",
        "offen",
        ("frage", "mittel"),
        ("faellig_am", "verantwortlich"),
        ("stand", "veroeffentlichung"),
        "ergebnis",
        "folgeanfrage",
    ]


@admin.register(Anfrage)
class AnfrageAdmin(VerlaufAdmin):
    list_display = [
        "kennung_lang",
        "titel_kurz",
        "wahlperiode",
        "zustand",
        "gestellt_am",
        "beantwortet_am",
        "veroeffentlichung",
    ]
    list_filter = ["zustand", "art", "veroeffentlichung", ("wahlperiode", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["suchtext"]
    search_help_text = "Worte des Titels oder Nummer der Anfrage, zum Beispiel 4284"
    autocomplete_fields = ["wahlperiode", "dokument", "fraktionen"]
    readonly_fields = ["beantwortet_am"]
    inlines = [FragestellerInline, FrageInline, AntwortInline, NachfrageInline]
    actions = [veroeffentlichen, zurueckziehen]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("wahlperiode", "art"),
                    ("nummer", "nummer_abgeleitet"),
                    "titel",
                    ("gestellt_am", "dokument"),
                    "fraktionen",
                    "vorbemerkung",
                    ("zustand", "beantwortet_am"),
                    "veroeffentlichung",
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Anfrage]:
        return super().get_queryset(request).select_related("wahlperiode__parlament")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Anfrage], search_term: str
    ) -> tuple[QuerySet[Anfrage], bool]:
        nummer = search_term.upper().removeprefix("KA").removeprefix("GA").strip()
        if nummer.isdecimal() and len(nummer) <= 9:
            return queryset.filter(nummer=int(nummer)), False
        return queryset.suche(search_term), False  # type: ignore[attr-defined] # our queryset

    def save_model(self, request: HttpRequest, obj: Anfrage, form: Any, change: bool) -> None:
        if obj.zustand != Anfrage.Zustand.BEANTWORTET:
            obj.beantwortet_am = None  # the form doesn't show it, and the answers set it again
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        anfrage = form.instance
        gewaehlt = anfrage.zustand
        anfrage.stand_nachfuehren()
        if anfrage.zustand != gewaehlt:
            stand = anfrage.get_zustand_display()
            self.message_user(request, f"Der Zustand folgt aus den Antworten: {stand}.", messages.WARNING)
        if {"wahlperiode", "art", "nummer"} & set(form.changed_data):
            resolving.resolve(anfrage.zitiert_von.all())
        resolving.heal([], [anfrage])
        befunde.pruefe(anfragen=[anfrage])

    def delete_model(self, request: HttpRequest, obj: Anfrage) -> None:
        with befunde.geprueft(anfragen=[obj]):
            resolving.delete(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Anfrage]) -> None:
        anfragen = list(queryset)
        with befunde.geprueft(anfragen=anfragen):
            for anfrage in anfragen:
                resolving.delete(anfrage)

    @spalte("Anfrage", sortiert_nach="nummer")
    def kennung_lang(self, anfrage: Anfrage) -> str:
        return anfrage.kennung

    @spalte("Titel", sortiert_nach="titel")
    def titel_kurz(self, anfrage: Anfrage) -> str:
        return anfrage.titel[:120]


@admin.register(Frage)
class FrageAdmin(VerlaufAdmin):
    list_display = ["nummer", "bezeichnung", "anfrage", "text", "bewertung"]
    list_filter = ["bewertung"]
    search_fields = ["=anfrage__nummer", "text"]
    search_help_text = "Nummer der Anfrage oder Worte der Frage"
    autocomplete_fields = ["anfrage", "gelesen_in"]
    readonly_fields = ["regel", "sicherheit", "start", "ende"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Frage]:
        return super().get_queryset(request).select_related("anfrage__wahlperiode__parlament")


@admin.register(Fragesteller)
class FragestellerAdmin(VerlaufAdmin):
    list_display = ["name_gedruckt", "person", "fraktion", "anfrage"]
    list_filter = ["fraktion__kurz"]
    list_select_related = ["person", "fraktion", "anfrage"]
    search_fields = ["name_gedruckt", "person__name", "=anfrage__nummer"]
    autocomplete_fields = ["person", "fraktion", "anfrage"]
