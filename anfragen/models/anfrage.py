"""The Anfrage, who asks, and its single questions."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from anfragen.models.dokument import Dokument
from anfragen.models.grundlagen import (
    Gelesen,
    NatuerlicherSchluessel,
    Veroeffentlichbar,
    Veroeffentlichung,
    gelesen_constraints,
)
from anfragen.models.parlament import Fraktion, Person, Wahlperiode
from anfragen.parsing.records import Anfrageart
from anfragen.querysets import AnfrageQuerySet
from anfragen.suche.normal import normalise

if TYPE_CHECKING:
    from anfragen.models.antwort import Antwort


class Anfrage(Veroeffentlichbar):
    """A Kleine or Große Anfrage.

    Its number may be unknown: an index of answers doesn't give it. Then the Anfrage is found by its answer.
    `zustand` and `beantwortet_am` follow from the answers; whoever writes answers calls `stand_nachfuehren`.
    """

    class Art(models.TextChoices):
        KLEIN = Anfrageart.KLEIN.value, "Kleine Anfrage"
        GROSS = Anfrageart.GROSS.value, "Große Anfrage"
        SCHRIFTLICH = "schriftlich", "Schriftliche Anfrage"

    class Zustand(models.TextChoices):
        OFFEN = "offen", "offen"
        BEANTWORTET = "beantwortet", "beantwortet"
        ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen"
        ERLEDIGT = "erledigt", "erledigt durch Ablauf der Wahlperiode"

    wahlperiode = models.ForeignKey(Wahlperiode, models.PROTECT, related_name="anfragen", verbose_name="Wahlperiode")
    art = models.CharField("Art", max_length=12, choices=Art, default=Art.KLEIN)
    nummer = models.PositiveIntegerField("Nummer", null=True, blank=True, help_text="leer, wenn unbekannt")
    nummer_abgeleitet = models.BooleanField("Nummer abgeleitet", default=False)
    titel = models.TextField("Titel")
    gestellt_am = models.DateField("gestellt am", null=True, blank=True, db_index=True)
    dokument = models.OneToOneField(
        Dokument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="anfrage",
        verbose_name="gedruckt als",
        help_text="die Drucksache, in der die Anfrage selbst steht",
    )
    fraktionen = models.ManyToManyField(
        Fraktion,
        blank=True,
        related_name="anfragen",
        verbose_name="Fraktionen",
        help_text="der Fragesteller; bei einer Großen Anfrage die fragenden Fraktionen selbst",
    )
    personen = models.ManyToManyField(Person, through="Fragesteller", related_name="anfragen", verbose_name="Personen")
    vorbemerkung = models.TextField("Vorbemerkung der Fragesteller", blank=True)
    zustand = models.CharField("Zustand", max_length=15, choices=Zustand, default=Zustand.OFFEN, db_index=True)
    beantwortet_am = models.DateField("beantwortet am", null=True, blank=True, db_index=True)
    # Never null, because the two databases sort nulls to different ends.
    zuletzt_am = models.DateField("zuletzt bewegt am", default=date.min, editable=False)
    suchtext = models.TextField("Suchtext", blank=True, editable=False)

    objects = NatuerlicherSchluessel.from_queryset(AnfrageQuerySet)()
    history = HistoricalRecords(m2m_fields=[fraktionen], excluded_fields=["suchtext", "zuletzt_am"])
    natural_key_fields = ("wahlperiode__parlament__kuerzel", "wahlperiode__nummer", "art", "nummer")

    class Meta:
        verbose_name = "Anfrage"
        verbose_name_plural = "Anfragen"
        ordering = ["-wahlperiode__nummer", "-nummer"]
        indexes = [
            models.Index(fields=["-zuletzt_am", "-id"], name="anfrage_neueste"),
            models.Index(fields=["wahlperiode", "-zuletzt_am", "-id"], name="anfrage_neueste_je_wahlperiode"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["wahlperiode", "art", "nummer"],
                name="anfrage_eindeutig",
                violation_error_message="Diese Anfrage ist in der Wahlperiode schon erfasst.",
            ),
            models.CheckConstraint(
                condition=Q(nummer__isnull=True) | Q(nummer__gte=1),
                name="anfrage_nummer_ab_1",
                violation_error_message="Anfragen zählen ab 1.",
            ),
            models.CheckConstraint(
                condition=Q(nummer_abgeleitet=False) | Q(nummer__isnull=False),
                name="anfrage_abgeleitet_hat_nummer",
                violation_error_message="Ohne Nummer ist nichts abgeleitet.",
            ),
            models.CheckConstraint(
                condition=Q(beantwortet_am__isnull=True) | Q(zustand="beantwortet"),
                name="anfrage_beantwortet_am_nur_beantwortet",
                violation_error_message="Ein Antwortdatum gehört zu einer beantworteten Anfrage.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kennung}: {self.titel}" if self.nummer else self.titel

    def save(self, *args: object, **kwargs: object) -> None:
        self.ableiten()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def ableiten(self) -> None:
        """Fills the columns that lists are searched and sorted by; bulk writers call it themselves."""
        self.suchtext = normalise(self.titel)
        self.zuletzt_am = self.beantwortet_am or self.gestellt_am or date.min

    def natural_key(self) -> tuple[str, int, str, int | None]:
        return (*self.wahlperiode.natural_key(), self.art, self.nummer)

    natural_key.dependencies = ["anfragen.wahlperiode"]  # type: ignore[attr-defined]

    @property
    def kennung(self) -> str:
        """`KA 4284`, `GA 26`, `Schriftliche Anfrage 7`; without number the kind of the Anfrage"""
        if not self.nummer:
            return self.get_art_display()
        return f"{KURZFORMEN.get(self.Art(self.art), self.get_art_display())} {self.nummer}"

    @property
    def faellig_am(self) -> date | None:
        return self.wahlperiode.faellig_am(self.art, self.gestellt_am)

    @property
    def dauer(self) -> int | None:
        """Days from question to answer."""
        if self.gestellt_am is None or self.beantwortet_am is None:
            return None
        return (self.beantwortet_am - self.gestellt_am).days

    def get_absolute_url(self) -> str:
        """An Anfrage without known number is shown by the paper that first answers it, else by its own."""
        if not self.nummer:
            antworten = [antwort.dokument for antwort in self.antworten.all()]
            dokument = min(antworten, key=lambda papier: (papier.wahlperiode_id, papier.nummer), default=self.dokument)
            return dokument.get_absolute_url() if dokument else reverse("anfragen")
        kwargs: dict[str, int | str] = {"wahlperiode": self.wahlperiode.nummer, "nummer": self.nummer}
        if self.wahlperiode.parlament.kuerzel != settings.PARLAMENT:
            kwargs["parlament"] = self.wahlperiode.parlament.kuerzel
        return reverse(ADRESSEN[self.Art(self.art)], kwargs=kwargs)

    def stand_nachfuehren(self) -> None:
        """Derives `zustand` and `beantwortet_am` from the answers on record, and saves them if they changed."""
        if stand := self.stand_aus(self.antworten.select_related("dokument")):
            self.zustand, self.beantwortet_am = stand["zustand"], stand["beantwortet_am"]
            self.save(update_fields=[*stand, "zuletzt_am"])

    def stand_aus(self, antworten: "Iterable[Antwort]") -> dict[str, Any]:
        """What `zustand` and `beantwortet_am` are to be after these answers; empty if they stand already.

        Only public ones count: an answer that isn't published yet must not show through the state of its Anfrage.
        Without any, a withdrawn or lapsed Anfrage stays so.
        """
        oeffentlich = Veroeffentlichung.VEROEFFENTLICHT
        daten = [antwort.datum_wirksam for antwort in antworten if antwort.dokument.veroeffentlichung == oeffentlich]
        if daten:
            zustand = self.Zustand.BEANTWORTET
        else:
            zustand = self.Zustand.OFFEN if self.zustand == self.Zustand.BEANTWORTET else self.Zustand(self.zustand)
        stand = {"zustand": zustand, "beantwortet_am": min((tag for tag in daten if tag), default=None)}
        return stand if stand != {name: getattr(self, name) for name in stand} else {}


# Each kind counts for itself, so each has addresses of its own.
ADRESSEN = {
    Anfrage.Art.KLEIN: "anfrage",
    Anfrage.Art.GROSS: "grosse-anfrage",
    Anfrage.Art.SCHRIFTLICH: "schriftliche-anfrage",
}
KURZFORMEN = {Anfrage.Art.KLEIN: "KA", Anfrage.Art.GROSS: "GA"}


class Fragesteller(models.Model):
    """An asker in printed order, with the Fraktion of that day and the name as printed."""

    anfrage = models.ForeignKey(Anfrage, models.CASCADE, related_name="fragesteller", verbose_name="Anfrage")
    person = models.ForeignKey(Person, models.PROTECT, related_name="fragen", verbose_name="Person")
    fraktion = models.ForeignKey(
        Fraktion, models.PROTECT, null=True, blank=True, related_name="fragesteller", verbose_name="Fraktion"
    )
    position = models.PositiveSmallIntegerField("Reihenfolge im Druck")
    name_gedruckt = models.CharField("Name, wie gedruckt", max_length=200)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "Fragesteller"
        verbose_name_plural = "Fragesteller"
        ordering = ["anfrage", "position"]
        constraints = [
            models.UniqueConstraint(fields=["anfrage", "position"], name="fragesteller_position_eindeutig"),
            models.UniqueConstraint(fields=["anfrage", "person"], name="fragesteller_person_eindeutig"),
        ]

    def __str__(self) -> str:
        return self.name_gedruckt


class Frage(Gelesen):
    """One numbered question; `bewertung` is the verdict of staff on how far it was answered."""

    class Bewertung(models.TextChoices):
        BEANTWORTET = "beantwortet", "beantwortet"
        TEILWEISE = "teilweise", "teilweise beantwortet"
        NICHT = "nicht", "nicht beantwortet"

    anfrage = models.ForeignKey(Anfrage, models.CASCADE, related_name="fragen", verbose_name="Anfrage")
    nummer = models.PositiveSmallIntegerField("Nummer", help_text="zählt durch die ganze Anfrage")
    bezeichnung = models.CharField(
        "Bezeichnung, wie gedruckt", max_length=20, blank=True, help_text="„c“, „1.2“, „II. 1“; leer, wenn wie Nummer"
    )
    text = models.TextField("Frage")
    hinweis = models.TextField("Hinweis in Klammern", blank=True, help_text="„Bitte … angeben.“, ohne die Klammern")
    gelesen_in = models.ForeignKey(
        Dokument, models.SET_NULL, null=True, blank=True, related_name="fragen", verbose_name="gelesen in"
    )
    bewertung = models.CharField("Bewertung der Antwort", max_length=12, choices=Bewertung, blank=True)
    bewertung_grund = models.TextField("Grund der Bewertung", blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "Frage"
        verbose_name_plural = "Fragen"
        ordering = ["anfrage", "nummer"]
        constraints = [
            *gelesen_constraints("frage"),
            models.UniqueConstraint(fields=["anfrage", "nummer"], name="frage_eindeutig"),
            models.CheckConstraint(
                condition=Q(nummer__gte=1), name="frage_nummer_ab_1", violation_error_message="Fragen zählen ab 1."
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anfrage.kennung}, Frage {self.label}"

    @property
    def label(self) -> str:
        """What readers call it: as printed, else its number."""
        return self.bezeichnung or str(self.nummer)
