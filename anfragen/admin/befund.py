"""Findings, in the form of their document and in a list of their own."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from anfragen.admin.grundlagen import KleineTexte, VerlaufAdmin
from anfragen.models import Befund, Dokument


class BefundInline(KleineTexte, admin.TabularInline):
    model = Befund
    fk_name = "dokument"
    extra = 0
    fields = ["regel", "text", "stand", "begruendung"]
    readonly_fields = ["regel", "text"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Dokument | None = None) -> bool:
        return False


@admin.register(Befund)
class BefundAdmin(VerlaufAdmin):
    list_display = ["text", "regel", "dokument", "stand", "gefunden_am"]
    list_filter = ["stand", "regel"]
    search_fields = ["text", "=dokument__nummer"]
    autocomplete_fields = ["dokument", "kandidat"]
    raw_id_fields = ["verweis"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Befund]:
        return (
            super()
            .get_queryset(request)
            .select_related("dokument__wahlperiode__parlament", "dokument__reihe")
            .defer("dokument__text", "dokument__belege")
        )
