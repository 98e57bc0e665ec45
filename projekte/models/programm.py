"""A programme such as the Ruhr-Konferenz and how it orders its projects."""

import re
from collections import defaultdict
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from anfragen.models import Ministerium
from anfragen.models.grundlagen import Belegt, NatuerlicherSchluessel
from projekte import adressen
from projekte.parsing.programme import form
from projekte.querysets import HandlungsfeldQuerySet

KENNUNG_MINDESTENS = 3


class Programm(Belegt):
    schluessel = models.SlugField("Schlüssel", unique=True)
    name = models.CharField("Name", max_length=200)
    beschreibung = models.TextField("Beschreibung", blank=True)
    kennungsform = models.CharField(
        "Form der Kennung",
        max_length=20,
        default="00-00",
        validators=[RegexValidator(r"^[0Aa_-]+$", "Erlaubt sind 0, A, a, - und _.")],
        help_text="0 steht für eine Ziffer, A und a für einen großen und einen kleinen Buchstaben: „00-00“ ist „13-02“",
    )

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("schluessel",)

    class Meta:
        verbose_name = "Programm"
        verbose_name_plural = "Programme"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        fehler = defaultdict(list)
        if self.schluessel in adressen.BELEGT:
            fehler["schluessel"].append(f"/projekte/{self.schluessel}/ ist schon eine Seite. Bitte anders nennen.")
        elif self.schluessel != settings.PROGRAMM and self._ist_adresse_eines_projekts():
            fehler["schluessel"].append(f"/projekte/{self.schluessel}/ ist schon ein Projekt. Bitte anders nennen.")
        if len(self.kennungsform) < KENNUNG_MINDESTENS or "0" not in self.kennungsform:
            fehler["kennungsform"].append(
                f"Eine Kennung hat mindestens {KENNUNG_MINDESTENS} Zeichen, davon eine Ziffer (0). "
                "Kürzeres steht in Klammern auch für anderes, etwa für Fußnoten."
            )
        elif andere := self._kennung_anderer_form():
            fehler["kennungsform"].append(f"„{andere}“ hätte dann die falsche Form. Bitte erst dort leeren.")
        if fehler:
            raise ValidationError(fehler)

    def _kennung_anderer_form(self) -> str | None:
        """A Kennung of its projects that could no longer be read, nor its project be saved."""
        if self.pk is None:
            return None
        kennungen = self.projekte.exclude(kennung="").values_list("kennung", flat=True)
        return next((kennung for kennung in kennungen if not self.kennungsmuster.fullmatch(kennung)), None)

    def _ist_adresse_eines_projekts(self) -> bool:
        projekte: Any = self._meta.get_field("projekte").related_model  # `projekte.models.projekt` imports this module
        eigene = projekte.objects.filter(programm__schluessel=settings.PROGRAMM)
        return bool(eigene.schluessel(self.schluessel).exists())

    @property
    def kennungsmuster(self) -> re.Pattern[str]:
        return form(self.kennungsform)

    def natural_key(self) -> tuple[str]:
        return (self.schluessel,)


class Handlungsfeld(Belegt):
    programm = models.ForeignKey(Programm, models.PROTECT, related_name="handlungsfelder", verbose_name="Programm")
    schluessel = models.SlugField("Schlüssel", max_length=100, help_text="steht in der Adresse der Seite")
    position = models.PositiveSmallIntegerField("Reihenfolge")
    name = models.CharField("Name", max_length=200)

    objects = NatuerlicherSchluessel.from_queryset(HandlungsfeldQuerySet)()
    history = HistoricalRecords()
    natural_key_fields = ("programm__schluessel", "schluessel")

    class Meta:
        verbose_name = "Handlungsfeld"
        verbose_name_plural = "Handlungsfelder"
        ordering = ["programm", "position"]
        constraints = [
            models.UniqueConstraint(fields=["programm", "schluessel"], name="handlungsfeld_eindeutig"),
            models.UniqueConstraint(fields=["programm", "position"], name="handlungsfeld_position_eindeutig"),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        return (*self.programm.natural_key(), self.schluessel)

    natural_key.dependencies = ["projekte.programm"]  # type: ignore[attr-defined] # Django reads it off the function

    @property
    def adressschluessel(self) -> str:
        """What stands for it in addresses: its key, with another programme than the site's own in front."""
        return adressen.join(self.programm.schluessel, self.schluessel)

    def get_absolute_url(self) -> str:
        return reverse("handlungsfeld", kwargs={"schluessel": self.adressschluessel})


class Themenforum(Belegt):
    """A forum that projects came from; the first part of a Kennung is its number.

    Of the Ruhr-Konferenz, 07 and 08 can't be told apart.
    """

    programm = models.ForeignKey(Programm, models.PROTECT, related_name="themenforen", verbose_name="Programm")
    schluessel = models.SlugField("Schlüssel", max_length=100)
    nummer = models.CharField("Nummer", max_length=10, help_text="„13“; „07/08“, wenn offen ist, welche von beiden")
    titel = models.CharField("Titel", max_length=300, blank=True)
    thema = models.CharField("Thema", max_length=100, blank=True)
    moderation = models.CharField("Moderation", max_length=300, blank=True)
    ministerium = models.ForeignKey(
        Ministerium, models.PROTECT, null=True, blank=True, related_name="themenforen", verbose_name="Ministerium"
    )

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("programm__schluessel", "schluessel")

    class Meta:
        verbose_name = "Themenforum"
        verbose_name_plural = "Themenforen"
        ordering = ["programm", "nummer", "titel"]
        constraints = [models.UniqueConstraint(fields=["programm", "schluessel"], name="themenforum_eindeutig")]

    def __str__(self) -> str:
        return f"{self.nummer} {self.titel or self.thema}".strip()

    def natural_key(self) -> tuple[str, str]:
        return (*self.programm.natural_key(), self.schluessel)

    natural_key.dependencies = ["projekte.programm"]  # type: ignore[attr-defined]
