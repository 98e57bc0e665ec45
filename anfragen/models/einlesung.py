"""Attempts to read a file: what came in, when, and what became of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from anfragen.models.dokument import Dokument


class Einlesung(models.Model):
    """One attempt. Nobody edits it, so it is its own history; of a refused file it is all that is kept."""

    class Ergebnis(models.TextChoices):
        ANGELEGT = "angelegt", "angelegt"
        GEAENDERT = "geaendert", "geändert"
        UNVERAENDERT = "unveraendert", "unverändert"
        ABGELEHNT = "abgelehnt", "abgelehnt"
        OHNE_TEXT = "ohne_text", "kein Text"

    dateiname = models.CharField("Dateiname", max_length=255)
    sha256 = models.CharField("SHA-256 der Datei", max_length=64, blank=True, db_index=True)
    am = models.DateTimeField("am", default=timezone.now, db_index=True)
    ergebnis = models.CharField("Ergebnis", max_length=12, choices=Ergebnis, db_index=True)
    meldung = models.TextField("Meldung", blank=True, help_text="warum die Datei nicht aufgenommen wurde")
    dokument = models.ForeignKey(
        Dokument, models.SET_NULL, null=True, blank=True, related_name="einlesungen", verbose_name="Dokument"
    )

    class Meta:
        verbose_name = "Einlesung"
        verbose_name_plural = "Einlesungen"
        ordering = ["-am", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(ergebnis__in=["abgelehnt", "ohne_text"]) | (Q(dokument__isnull=True) & ~Q(meldung="")),
                name="einlesung_abgelehnt_begruendet",
                violation_error_message="Eine abgelehnte Datei hat eine Meldung und kein Dokument.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dateiname}: {self.get_ergebnis_display()}"
