"""Data entry: everything the record holds can be written by hand here."""

from django.conf import settings
from django.contrib import admin

from anfragen.admin import anfrage, antwort, befund, dokument, einlesung, nachfrage, parlament, verweis, zusage

__all__ = ["anfrage", "antwort", "befund", "dokument", "einlesung", "nachfrage", "parlament", "verweis", "zusage"]

admin.site.site_header = f"{settings.PRODUKTNAME}: Verwaltung"
admin.site.site_title = settings.PRODUKTNAME
admin.site.index_title = "Erfassen und pflegen"
