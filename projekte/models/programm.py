"""A programme such as the Ruhr-Konferenz and how it orders its projects."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from anfragen.models import Ministerium
from anfragen.models.grundlagen import Belegt, NatuerlicherSchluessel
from projekte.querysets import HandlungsfeldQuerySet


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

    def get_absolute_url(self) -> str:
        return reverse("handlungsfeld", kwargs={"schluessel": self.schluessel})


class Themenforum(Belegt):
    """A forum that projects came from; the first part of a Kennung is its number. 07 and 08 can't be told apart."""

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
