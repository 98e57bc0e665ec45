"""What the admin pages share."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import Textarea
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from anfragen.models import Veroeffentlichung


class VerlaufAdmin(SimpleHistoryAdmin):
    """A page with a history button, whose lists stay quick with 100,000 records."""

    list_per_page = 50
    show_full_result_count = False
    history_list_display = ["history_change_reason"]


class KleineTexte:
    """Text areas of three lines, for inlines of many rows."""

    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 3, "cols": 60})}}


@admin.action(description="Ausgewählte veröffentlichen")
def veroeffentlichen(modeladmin: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet) -> None:
    _setze(modeladmin, request, queryset, Veroeffentlichung.VEROEFFENTLICHT)


@admin.action(description="Ausgewählte zurückziehen")
def zurueckziehen(modeladmin: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet) -> None:
    _setze(modeladmin, request, queryset, Veroeffentlichung.ZURUECKGEZOGEN)


def _setze(modeladmin: admin.ModelAdmin, request: HttpRequest, queryset: models.QuerySet, stand: str) -> None:
    # One by one: an update in bulk would leave no history.
    for record in queryset.exclude(veroeffentlichung=stand):
        record.veroeffentlichung = stand
        record.save()
        modeladmin.log_change(request, record, f"Veröffentlichung: {Veroeffentlichung(stand).label}")


veroeffentlichen.allowed_permissions = zurueckziehen.allowed_permissions = ("change",)  # type: ignore[attr-defined]


def spalte(text: str, sortiert_nach: str | None = None) -> Callable[..., Any]:
    """A computed list column with its heading."""
    return admin.display(description=text, ordering=sortiert_nach, empty_value="–")
