"""Master data of the parliament."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from anfragen import resolving
from anfragen.admin.grundlagen import VerlaufAdmin, ZeilenField
from anfragen.models import Fraktion, Ministerium, Parlament, Person, Reihe, Wahlperiode


@admin.register(Parlament)
class ParlamentAdmin(VerlaufAdmin):
    list_display = ["name", "kurzname", "kuerzel", "verzeichnisname", "beleglage"]
    list_filter = ["beleglage"]
    search_fields = ["name", "kurzname", "kuerzel"]


class Erwartet:
    """References may wait for the records of this model: without them there is nothing to point to."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)  # type: ignore[misc] # of the page it is mixed into
        resolving.resolve_waiting()


@admin.register(Wahlperiode)
class WahlperiodeAdmin(Erwartet, VerlaufAdmin):
    list_display = ["nummer", "parlament", "beginn", "ende", "frist_tage", "frist_paragraf"]
    list_filter = ["parlament"]
    list_select_related = ["parlament"]
    search_fields = ["nummer", "parlament__name", "parlament__kurzname"]
    autocomplete_fields = ["parlament"]


@admin.register(Reihe)
class ReiheAdmin(Erwartet, VerlaufAdmin):
    list_display = ["name", "parlament", "zitierform", "adressmuster", "adressmuster_beleglage"]
    list_filter = ["parlament", "adressmuster_beleglage"]
    list_select_related = ["parlament"]
    search_fields = ["name", "zitierform", "parlament__kurzname"]
    autocomplete_fields = ["parlament"]


class FraktionForm(forms.ModelForm):
    schreibweisen = ZeilenField(label="Schreibweisen im Druck", required=False, help_text="eine je Zeile")


@admin.register(Fraktion)
class FraktionAdmin(VerlaufAdmin):
    form = FraktionForm
    list_display = ["kurz", "name", "wahlperiode", "sitze", "ist_fraktion", "beleglage"]
    list_filter = [("wahlperiode", admin.RelatedOnlyFieldListFilter), "ist_fraktion", "beleglage"]
    list_select_related = ["wahlperiode__parlament"]
    search_fields = ["kurz", "name", "wahlperiode__nummer"]
    autocomplete_fields = ["wahlperiode"]


@admin.register(Ministerium)
class MinisteriumAdmin(VerlaufAdmin):
    list_display = ["name", "kuerzel", "kabinett", "wahlperiode", "von", "bis", "beleglage"]
    list_filter = ["wahlperiode__parlament", "kabinett", "beleglage"]
    list_select_related = ["wahlperiode__parlament"]
    search_fields = ["name", "kuerzel", "amt", "kabinett"]
    autocomplete_fields = ["wahlperiode", "nachfolger"]
    prepopulated_fields = {"schluessel": ["kuerzel"]}


@admin.register(Person)
class PersonAdmin(VerlaufAdmin):
    list_display = ["name", "zusatz", "parlament"]
    list_filter = ["parlament"]
    list_select_related = ["parlament"]
    search_fields = ["name", "zusatz"]
    autocomplete_fields = ["parlament"]
