"""Attempts to read a file, to look up why one was refused."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from anfragen.models import Einlesung


@admin.register(Einlesung)
class EinlesungAdmin(admin.ModelAdmin):
    """Only to read: an attempt is a fact."""

    list_display = ["dateiname", "am", "ergebnis", "meldung", "dokument"]
    list_filter = ["ergebnis", "am"]
    search_fields = ["dateiname", "meldung", "=sha256", "=dokument__nummer"]
    search_help_text = "Dateiname, Wort der Meldung oder Nummer des Dokuments"
    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Einlesung]:
        return (
            super()
            .get_queryset(request)
            .select_related("dokument__wahlperiode__parlament", "dokument__reihe")
            .defer("dokument__text", "dokument__belege")
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Einlesung | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Einlesung | None = None) -> bool:
        return False
