"""Follow-ups."""

from django.contrib import admin

from anfragen.admin.grundlagen import KleineTexte, VerlaufAdmin, veroeffentlichen, zurueckziehen
from anfragen.models import Nachfrage


@admin.register(Nachfrage)
class NachfrageAdmin(KleineTexte, VerlaufAdmin):
    list_display = ["titel", "anfrage", "faellig_am", "verantwortlich", "mittel", "stand", "veroeffentlichung"]
    list_filter = ["stand", "mittel", "verantwortlich", "veroeffentlichung"]
    list_select_related = ["anfrage", "verantwortlich"]
    search_fields = ["titel", "offen", "=anfrage__nummer"]
    autocomplete_fields = ["anfrage", "frage", "antwortteil", "folgeanfrage", "verantwortlich"]
    date_hierarchy = "faellig_am"
    actions = [veroeffentlichen, zurueckziehen]
