"""Data entry for projects, their places, names, statements, figures, dates and events."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from anfragen import befunde
from anfragen.admin.grundlagen import KleineTexte, SchlankeInline, VerlaufAdmin, veroeffentlichen, zurueckziehen
from anfragen.befunde.fund import aufzaehlung
from anfragen.models import Dokument
from projekte.models import (
    Handlungsfeld,
    Kennzahl,
    Kommune,
    Programm,
    Projekt,
    Projektaussage,
    Projektereignis,
    Projektname,
    Projektort,
    Projektzusage,
    Themenforum,
    Zeitangabe,
)
from projekte.titelbezug import verbinde_vermutete
from projekte.verbindung import pruefe_dokumente


class HandlungsfeldInline(KleineTexte, admin.TabularInline):
    model = Handlungsfeld
    extra = 0
    fields = ["position", "name", "schluessel", "beleglage"]
    prepopulated_fields = {"schluessel": ["name"]}


@admin.register(Programm)
class ProgrammAdmin(VerlaufAdmin):
    list_display = ["name", "schluessel", "beleglage"]
    search_fields = ["name"]
    prepopulated_fields = {"schluessel": ["name"]}
    inlines = [HandlungsfeldInline]


@admin.register(Handlungsfeld)
class HandlungsfeldAdmin(VerlaufAdmin):
    list_display = ["name", "position", "programm"]
    list_filter = ["programm"]
    list_select_related = ["programm"]
    search_fields = ["name"]
    autocomplete_fields = ["programm"]
    prepopulated_fields = {"schluessel": ["name"]}


@admin.register(Themenforum)
class ThemenforumAdmin(VerlaufAdmin):
    list_display = ["nummer", "titel", "thema", "ministerium", "beleglage"]
    list_filter = ["programm", "beleglage"]
    list_select_related = ["ministerium"]
    search_fields = ["nummer", "titel", "thema"]
    autocomplete_fields = ["programm", "ministerium"]


@admin.register(Kommune)
class KommuneAdmin(VerlaufAdmin):
    list_display = ["name", "bezeichnung", "kreis", "regierungsbezirk", "ags"]
    list_filter = ["kreisfrei", "kreis", "regierungsbezirk"]
    search_fields = ["name", "ags"]
    prepopulated_fields = {"schluessel": ["name"]}


class ProjektnameInline(SchlankeInline, KleineTexte, admin.TabularInline):
    model = Projektname
    extra = 0
    autocomplete_fields = ["dokument"]
    fields = ["name", "dokument", "beleglage", "quelle"]


class ProjektortInline(SchlankeInline, KleineTexte, admin.TabularInline):
    model = Projektort
    extra = 0
    autocomplete_fields = ["kommune"]
    fields = ["kommune", "beleglage", "quelle", "hinweis"]


class EreignisInline(SchlankeInline, KleineTexte, admin.StackedInline):
    model = Projektereignis
    extra = 0
    autocomplete_fields = ["dokument"]
    fields = [("datum", "genauigkeit", "art"), "titel", "text", ("dokument", "veroeffentlichung"), "quelle"]


class ProjektzusageInline(SchlankeInline, admin.TabularInline):
    model = Projektzusage
    extra = 0
    autocomplete_fields = ["zusage", "kommune"]


@admin.register(Projekt)
class ProjektAdmin(VerlaufAdmin):
    list_display = ["kennung", "name", "art", "handlungsfeld", "ministerium", "status", "veroeffentlichung"]
    list_display_links = ["kennung", "name"]
    list_filter = ["programm", "art", "handlungsfeld", "kennung_beleglage", "veroeffentlichung"]
    list_select_related = ["handlungsfeld", "ministerium"]
    search_fields = ["kennung", "name", "namen__name"]
    search_help_text = "Kennung oder einer der Namen"
    autocomplete_fields = [
        "programm",
        "handlungsfeld",
        "themenforum",
        "ministerium",
        "teilprojekt_von",
        "dokumente",
    ]
    prepopulated_fields = {"schluessel": ["name"]}
    inlines = [ProjektnameInline, ProjektortInline, EreignisInline, ProjektzusageInline]
    actions = [veroeffentlichen, zurueckziehen]

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        """Checks what hangs on the papers about the project, before and now; a new name may be that of a title."""
        vorher = set(form.instance.dokumente.values_list("pk", flat=True))
        super().save_related(request, form, formsets, change)
        nachher = set(form.instance.dokumente.values_list("pk", flat=True))
        umbenannt = {"name", "kennung"} & set(form.changed_data)
        pruefe_dokumente(vorher | nachher if umbenannt else vorher ^ nachher)
        if umbenannt or any(formset.model is Projektname and formset.has_changed() for formset in formsets):
            verbinde_vermutete()


@admin.register(Projektaussage)
class ProjektaussageAdmin(VerlaufAdmin):
    list_display = ["projekt", "kommune", "dokument", "anfang", "veroeffentlichung"]
    list_filter = ["veroeffentlichung", "projekt__handlungsfeld", "kommune"]
    search_fields = ["wortlaut", "projekt__kennung", "projekt__name", "=dokument__nummer"]
    autocomplete_fields = ["projekt", "teilprojekt", "dokument", "kommune", "genannte_kommunen"]
    readonly_fields = ["regel", "sicherheit", "start", "ende"]
    actions = [veroeffentlichen, zurueckziehen]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Projektaussage]:
        return super().get_queryset(request).for_list()

    def delete_model(self, request: HttpRequest, obj: Projektaussage) -> None:
        self.delete_queryset(request, Projektaussage.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Projektaussage]) -> None:
        """With what was read in them: without a hidden statement, its figures and dates would become public.

        The tables only let go of each other, because reading hands figures on to the statement that follows.
        """
        with transaction.atomic():
            for modell in (Kennzahl, Zeitangabe):
                modell.objects.filter(aussage__in=queryset.values("pk")).delete()
            super().delete_queryset(request, queryset)

    @admin.display(description="Wortlaut")
    def anfang(self, aussage: Projektaussage) -> str:
        return aussage.wortlaut[:120]


@admin.register(Kennzahl)
class KennzahlAdmin(VerlaufAdmin):
    list_display = [
        "wortlaut",
        "art",
        "wert",
        "wert_bis",
        "je",
        "einheit",
        "ungefaehr",
        "addierbar",
        "projekt",
        "dokument",
    ]
    list_filter = ["art", "ungefaehr", "addierbar"]
    list_select_related = ["projekt", "dokument__wahlperiode__parlament", "dokument__reihe"]
    search_fields = ["wortlaut", "wofuer", "projekt__kennung", "projekt__name"]
    autocomplete_fields = ["dokument", "projekt", "aussage"]
    readonly_fields = ["regel", "sicherheit", "start", "ende"]
    actions = ["als_addierbar", "als_nicht_addierbar"]

    @admin.action(description="Ausgewählte als addierbar kennzeichnen", permissions=["change"])
    def als_addierbar(self, request: HttpRequest, queryset: QuerySet[Kennzahl]) -> None:
        zahlen = list(queryset)
        self._kennzeichne(request, [zahl for zahl in zahlen if zahl.ist_addierbar], addierbar=True)
        if ungeeignet := [zahl for zahl in zahlen if not zahl.ist_addierbar]:
            genannt = aufzaehlung(f"„{zahl}“ in {zahl.dokument.kennung}" for zahl in ungeeignet)
            grund = "Addieren lässt sich nur ein Wert: kein Jahr, keine Spanne, kein „je“."
            self.message_user(request, f"Nicht gekennzeichnet: {genannt}. {grund}", messages.WARNING)

    @admin.action(description="Ausgewählte als nicht addierbar kennzeichnen", permissions=["change"])
    def als_nicht_addierbar(self, request: HttpRequest, queryset: QuerySet[Kennzahl]) -> None:
        self._kennzeichne(request, list(queryset), addierbar=False)

    def _kennzeichne(self, request: HttpRequest, zahlen: list[Kennzahl], *, addierbar: bool) -> None:
        anders = [zahl for zahl in zahlen if zahl.addierbar != addierbar]
        wort = "addierbar" if addierbar else "nicht addierbar"
        # One by one: an update in bulk would leave no history.
        for zahl in anders:
            zahl.addierbar = addierbar
            zahl.save()
            self.log_change(request, zahl, f"Als {wort} gekennzeichnet")
        if anders:
            anzahl = "Eine Zahl ist" if len(anders) == 1 else f"{len(anders)} Zahlen sind"
            self.message_user(request, f"{anzahl} jetzt als {wort} gekennzeichnet.", messages.SUCCESS)

    def save_model(self, request: HttpRequest, obj: Kennzahl, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        befunde.pruefe([obj.dokument])

    def delete_model(self, request: HttpRequest, obj: Kennzahl) -> None:
        with befunde.geprueft([obj.dokument]):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Kennzahl]) -> None:
        with befunde.geprueft(list(Dokument.objects.filter(kennzahlen__in=queryset).distinct())):
            super().delete_queryset(request, queryset)


@admin.register(Zeitangabe)
class ZeitangabeAdmin(VerlaufAdmin):
    list_display = ["wortlaut", "richtung", "von", "bis", "projekt", "dokument"]
    list_filter = ["richtung"]
    list_select_related = ["projekt", "dokument__wahlperiode__parlament", "dokument__reihe"]
    search_fields = ["wortlaut", "projekt__kennung", "projekt__name"]
    autocomplete_fields = ["dokument", "projekt", "aussage"]
    readonly_fields = ["regel", "sicherheit", "start", "ende"]
    date_hierarchy = "von"


@admin.register(Projektereignis)
class ProjektereignisAdmin(KleineTexte, VerlaufAdmin):
    list_display = ["titel", "projekt", "art", "datum", "veroeffentlichung"]
    list_filter = ["art", "veroeffentlichung"]
    list_select_related = ["projekt"]
    search_fields = ["titel", "text", "projekt__kennung", "projekt__name"]
    autocomplete_fields = ["projekt", "dokument"]
    date_hierarchy = "datum"
    actions = [veroeffentlichen, zurueckziehen]
