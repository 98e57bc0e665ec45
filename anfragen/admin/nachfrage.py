"""Follow-ups and commitments."""

from django.contrib import admin

from anfragen.admin.grundlagen import KleineTexte, VerlaufAdmin, veroeffentlichen, zurueckziehen
from anfragen.models import Nachfrage, Zusage


@admin.register(Nachfrage)
class NachfrageAdmin(KleineTexte, VerlaufAdmin):
    list_display = ["titel", "anfrage", "faellig_am", "verantwortlich", "mittel", "stand", "veroeffentlichung"]
    list_filter = ["stand", "mittel", "verantwortlich", "veroeffentlichung"]
    list_select_related = ["anfrage", "verantwortlich"]
    search_fields = ["titel", "offen", "=anfrage__nummer"]
    autocomplete_fields = ["anfrage", "frage", "antwortteil", "folgeanfrage", "verantwortlich"]
    date_hierarchy = "faellig_am"
    actions = [veroeffentlichen, zurueckziehen]


@admin.register(Zusage)
class ZusageAdmin(KleineTexte, VerlaufAdmin):
    list_display = ["wortlaut", "dokument", "faellig_am", "stand", "verantwortlich", "veroeffentlichung"]
    list_filter = ["stand", "verantwortlich", "veroeffentlichung"]
    list_select_related = ["dokument__wahlperiode__parlament", "dokument__reihe", "verantwortlich"]
    search_fields = ["wortlaut", "=dokument__nummer"]
    autocomplete_fields = ["dokument", "antwortteil", "verantwortlich", "erfuellt_durch"]
    readonly_fields = ["regel", "sicherheit", "start", "ende"]
    actions = [veroeffentlichen, zurueckziehen]
