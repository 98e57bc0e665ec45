"""Answers and their parts."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from anfragen import befunde, resolving
from anfragen.admin.grundlagen import SchlankeInline, VerlaufAdmin, ZeilenField
from anfragen.models import Anfrage, Antwort, Antwortteil


class AntwortteilInline(SchlankeInline, admin.StackedInline):
    model = Antwortteil
    extra = 0
    autocomplete_fields = ["fragen"]
    fields = ["position", "fragen", "text"]


class AntwortForm(forms.ModelForm):
    einvernehmen = ZeilenField(label="im Einvernehmen mit, wie gedruckt", required=False, help_text="eines je Zeile")


@admin.register(Antwort)
class AntwortAdmin(VerlaufAdmin):
    form = AntwortForm
    list_display = ["dokument", "art", "datum_schreiben", "amt", "ministerium"]
    list_filter = ["art", ("dokument__wahlperiode", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["dokument__titel", "=dokument__nummer", "amt"]
    search_help_text = "Titel, Nummer der Drucksache ohne Wahlperiode oder Amt"
    autocomplete_fields = ["dokument", "anfragen", "ministerium"]
    inlines = [AntwortteilInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("dokument", "art"),
                    "anfragen",
                    ("datum_schreiben", "ministerium"),
                    "amt",
                    "einvernehmen",
                    "vorbemerkung",
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Antwort]:
        return super().get_queryset(request).for_list()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        vorher = set(form.instance.anfragen.all()) if change else set()
        super().save_related(request, form, formsets, change)
        _follow(vorher | set(form.instance.anfragen.all()), form.instance)

    def delete_model(self, request: HttpRequest, obj: Antwort) -> None:
        anfragen = list(obj.anfragen.all())
        super().delete_model(request, obj)
        _follow(anfragen, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Antwort]) -> None:
        for antwort in queryset:
            self.delete_model(request, antwort)


def _follow(anfragen: Collection[Anfrage], antwort: Antwort) -> None:
    """What hangs on an answer to these Anfragen: their state, the paper that references to them lead to, findings."""
    for anfrage in anfragen:
        anfrage.stand_nachfuehren()
    resolving.heal([], anfragen)
    befunde.pruefe([antwort.dokument], anfragen)


@admin.register(Antwortteil)
class AntwortteilAdmin(VerlaufAdmin):
    list_display = ["position", "antwort", "anfang"]
    list_select_related = ["antwort__dokument__wahlperiode__parlament", "antwort__dokument__reihe"]
    search_fields = ["=antwort__dokument__nummer", "text"]
    autocomplete_fields = ["antwort", "fragen"]
    readonly_fields = ["regel", "sicherheit", "start", "ende"]

    @admin.display(description="Text")
    def anfang(self, teil: Antwortteil) -> str:
        return teil.text[:120]
