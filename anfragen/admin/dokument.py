"""Papers."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from anfragen import befunde, resolving
from anfragen.admin.befund import BefundInline
from anfragen.admin.fehlende import FehlendeDokumente
from anfragen.admin.grundlagen import spalte, veroeffentlichen, zurueckziehen
from anfragen.admin.verweis import VerweisInline
from anfragen.models import Dokument
from anfragen.parsing.records import Dokumentnummer


class DokumentForm(forms.ModelForm):
    """Entering a paper that is known only from references fills that record instead of complaining about it."""

    war_nur_zitiert = False

    def clean(self) -> dict[str, Any]:
        daten = super().clean() or self.cleaned_data
        if self.instance.pk is None:
            schluessel = {name: daten.get(name) for name in ("wahlperiode", "reihe", "nummer", "zusatz")}
            vorhanden = Dokument.objects.filter(**schluessel, nur_zitiert=True).first()
            if vorhanden:
                self.instance = vorhanden
                self.war_nur_zitiert = True
        elif self.instance.nur_zitiert and any(daten.get(name) for name in {"titel", "text"} & set(self.changed_data)):
            # Whoever writes a title or text of a paper has it: don't make them untick a box as well.
            daten["nur_zitiert"] = False
        wahlperiode, reihe = daten.get("wahlperiode"), daten.get("reihe")
        if wahlperiode and reihe and wahlperiode.parlament_id != reihe.parlament_id:
            self.add_error("reihe", "Reihe und Wahlperiode gehören zu verschiedenen Parlamenten.")
        return daten


@admin.register(Dokument)
class DokumentAdmin(FehlendeDokumente):
    form = DokumentForm
    list_display = ["kennung_lang", "titel_kurz", "art", "datum", "nur_zitiert", "herkunft", "veroeffentlichung"]
    list_filter = [
        ("reihe", admin.RelatedOnlyFieldListFilter),
        "nur_zitiert",
        "art",
        "herkunft",
        "veroeffentlichung",
        ("wahlperiode", admin.RelatedOnlyFieldListFilter),
    ]
    search_fields = ["titel"]
    search_help_text = "Titel oder Nummer, zum Beispiel 17/11212"
    autocomplete_fields = ["wahlperiode", "reihe"]
    readonly_fields = ["belege", "sha256", "dateiname", "mimetyp"]
    inlines = [VerweisInline, BefundInline]
    actions = [veroeffentlichen, zurueckziehen]
    fieldsets = [
        (None, {"fields": [("wahlperiode", "reihe"), ("nummer", "zusatz"), "art", "titel", "veroeffentlichung"]}),
        ("Daten", {"fields": [("datum", "datum_original", "ausgegeben")]}),
        ("Wortlaut", {"fields": ["text", "nur_zitiert"]}),
        (
            "Herkunft",
            {"classes": ["collapse"], "fields": ["herkunft", "quelle", "dateiname", "mimetyp", "sha256", "belege"]},
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dokument]:
        return super().get_queryset(request).with_nummer()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Dokument], search_term: str
    ) -> tuple[QuerySet[Dokument], bool]:
        try:
            nummer = Dokumentnummer.parse(search_term)
        except ValueError:
            return super().get_search_results(request, queryset, search_term)
        return queryset.filter(wahlperiode__nummer=nummer.wahlperiode, nummer=nummer.nummer), False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        dokument = form.instance
        zitiert = set(dokument.verweise.values_list("ziel_dokument", flat=True))
        super().save_related(request, form, formsets, change)
        if {"wahlperiode", "reihe", "nummer", "zusatz"} & set(form.changed_data):
            resolving.resolve(dokument.zitiert_von.all())
        resolving.remove_uncited(zitiert)
        resolving.heal([dokument], [])
        dokument.anfragen_nachfuehren()
        befunde.pruefe([dokument])
        if form.war_nur_zitiert:
            self.message_user(request, f"{dokument} war bisher nur zitiert; die Verweise darauf führen jetzt hierher.")

    def delete_model(self, request: HttpRequest, obj: Dokument) -> None:
        with befunde.geprueft([obj]):
            resolving.delete(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Dokument]) -> None:
        dokumente = list(queryset)
        with befunde.geprueft(dokumente):
            for dokument in dokumente:
                resolving.delete(dokument)

    @spalte("Dokument", sortiert_nach="nummer")
    def kennung_lang(self, dokument: Dokument) -> str:
        return str(dokument)

    @spalte("Titel", sortiert_nach="titel")
    def titel_kurz(self, dokument: Dokument) -> str:
        return dokument.titel[:100]
