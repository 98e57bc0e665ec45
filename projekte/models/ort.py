"""Municipalities."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from anfragen.models.grundlagen import Belegt, NatuerlicherSchluessel
from projekte.querysets import KommuneQuerySet


class Kommune(Belegt):
    ags = models.CharField("Amtlicher Gemeindeschlüssel", max_length=8, unique=True)
    schluessel = models.SlugField("Schlüssel", unique=True, help_text="steht in der Adresse der Seite")
    name = models.CharField("Name", max_length=100)
    bezeichnung = models.CharField("Bezeichnung", max_length=40, blank=True)
    kreis = models.CharField("Kreis", max_length=100, blank=True)
    kreis_ags = models.CharField("Schlüssel des Kreises", max_length=5, blank=True)
    kreisfrei = models.BooleanField("kreisfrei", default=False)
    regierungsbezirk = models.CharField("Regierungsbezirk", max_length=60, blank=True)
    landschaftsverband = models.CharField("Landschaftsverband", max_length=20, blank=True)

    objects = NatuerlicherSchluessel.from_queryset(KommuneQuerySet)()
    history = HistoricalRecords()
    natural_key_fields = ("ags",)

    class Meta:
        verbose_name = "Kommune"
        verbose_name_plural = "Kommunen"
        ordering = ["schluessel"]  # sorts Mülheim among the M on both databases
        constraints = [
            models.CheckConstraint(
                condition=Q(ags__regex=r"^[0-9]{8}$"),
                name="kommune_ags_achtstellig",
                violation_error_message="Der Gemeindeschlüssel hat acht Ziffern.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.ags,)

    def get_absolute_url(self) -> str:
        return reverse("ort", kwargs={"schluessel": self.schluessel})
