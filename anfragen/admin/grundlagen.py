"""What the admin pages share."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from anfragen.models import Dokument, Veroeffentlichung


class ZeilenField(forms.Field):
    """A list of texts, one per line: nobody should have to type JSON."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        return [zeile.strip() for zeile in (value or "").splitlines() if zeile.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != (initial or [])


# Rows of a text area, by field; 10 is Django's own for the rest.
ZEILEN = {"titel": 2, "quelle": 2, "hinweis": 2}


class VerlaufAdmin(SimpleHistoryAdmin):
    """A page with a history button, whose lists stay quick with 100,000 records."""

    list_per_page = 50
    show_full_result_count = False
    history_list_display = ["history_change_reason"]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.TextField) and db_field.name in ZEILEN:
            field.widget.attrs["rows"] = ZEILEN[db_field.name]
        return field


class SchlankeInline:
    """An inline whose related fields only offer to add: four icons beside every field crowd the row."""

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc] # of the inline
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            widget = field.widget
            widget.can_change_related = widget.can_delete_related = widget.can_view_related = False
        return field


class KleineTexte:
    """Text areas of three lines, for inlines of many rows."""

    formfield_overrides: ClassVar[Any] = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 60})}}


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
        if isinstance(record, Dokument):
            record.anfragen_nachfuehren()
        modeladmin.log_change(request, record, f"Veröffentlichung: {Veroeffentlichung(stand).label}")


veroeffentlichen.allowed_permissions = zurueckziehen.allowed_permissions = ("change",)  # type: ignore[attr-defined]


def spalte(text: str, sortiert_nach: str | None = None) -> Callable[..., Any]:
    """A computed list column with its heading."""
    return admin.display(description=text, ordering=sortiert_nach, empty_value="–")
