"""What staff keep about an answer: follow-ups, and commitments of the government."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from anfragen.models.anfrage import Anfrage, Frage
from anfragen.models.antwort import Antwortteil
from anfragen.models.dokument import Dokument
from anfragen.models.grundlagen import (
    Gelesen,
    Veroeffentlichbar,
    Veroeffentlichung,
    gelesen_constraints,
    veroeffentlichung_feld,
)
from anfragen.querysets import NachfrageQuerySet, ZusageQuerySet


class Nachfrage(Veroeffentlichbar):
    """A follow-up that staff plan: what is still open, by when, who asks, by which means, and what became of it."""

    class Mittel(models.TextChoices):
        ANFRAGE = "anfrage", "neue Kleine Anfrage"
        SCHREIBEN = "schreiben", "Schreiben"
        AUSSCHUSS = "ausschuss", "Ausschuss"

    class Stand(models.TextChoices):
        VORBEREITET = "vorbereitet", "vorbereitet"
        GESTELLT = "gestellt", "gestellt"
        ERLEDIGT = "erledigt", "erledigt"
        VERWORFEN = "verworfen", "verworfen"

    anfrage = models.ForeignKey(Anfrage, models.CASCADE, related_name="nachfragen", verbose_name="Nachfrage zu")
    frage = models.ForeignKey(
        Frage, models.SET_NULL, null=True, blank=True, related_name="nachfragen", verbose_name="zur Frage"
    )
    antwortteil = models.ForeignKey(
        Antwortteil, models.SET_NULL, null=True, blank=True, related_name="nachfragen", verbose_name="zum Antwortteil"
    )
    # What staff plan is theirs until they say otherwise.
    veroeffentlichung = veroeffentlichung_feld(Veroeffentlichung.ENTWURF)
    titel = models.CharField("Titel", max_length=200)
    offen = models.TextField("was noch offen ist")
    faellig_am = models.DateField("fällig am", null=True, blank=True)
    verantwortlich = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="nachfragen",
        verbose_name="verantwortlich",
    )
    mittel = models.CharField("Mittel", max_length=12, choices=Mittel, default=Mittel.ANFRAGE)
    stand = models.CharField("Stand", max_length=12, choices=Stand, default=Stand.VORBEREITET)
    ergebnis = models.TextField("was daraus wurde", blank=True)
    folgeanfrage = models.ForeignKey(
        Anfrage, models.SET_NULL, null=True, blank=True, related_name="folgt_auf", verbose_name="daraus wurde Anfrage"
    )

    objects = NachfrageQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Nachfrage"
        verbose_name_plural = "Nachfragen"
        ordering = ["faellig_am", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(folgeanfrage__isnull=True) | ~Q(folgeanfrage=F("anfrage")),
                name="nachfrage_nicht_auf_sich_selbst",
                violation_error_message="Eine Anfrage ist nicht ihre eigene Folge.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class Zusage(Gelesen, Veroeffentlichbar):
    """A commitment proposed from an answer or recorded by staff, until a paper fulfils it.

    Reading proposes; only staff take a proposal up (`offen`), dismiss it or close it.
    """

    class Art(models.TextChoices):
        TERMIN = "termin", "mit Termin angekündigt"
        ANKUENDIGUNG = "ankuendigung", "angekündigt"
        PLANUNG = "planung", "geplant"
        PRUEFUNG = "pruefung", "wird geprüft"
        VORBEREITUNG = "vorbereitung", "in Vorbereitung"

    class Stand(models.TextChoices):
        VORGESCHLAGEN = "vorgeschlagen", "vorgeschlagen"
        OFFEN = "offen", "offen"
        ERFUELLT = "erfuellt", "erfüllt"
        VERWORFEN = "verworfen", "verworfen"

    dokument = models.ForeignKey(Dokument, models.CASCADE, related_name="zusagen", verbose_name="Dokument")
    antwortteil = models.ForeignKey(
        Antwortteil, models.SET_NULL, null=True, blank=True, related_name="zusagen", verbose_name="Antwortteil"
    )
    # A proposal of the reading is no statement of ours yet.
    veroeffentlichung = veroeffentlichung_feld(Veroeffentlichung.ENTWURF)
    art = models.CharField("Art", max_length=12, choices=Art, default=Art.ANKUENDIGUNG)
    wortlaut = models.TextField("Wortlaut")
    faellig_am = models.DateField("fällig am", null=True, blank=True, help_text="der letzte Tag, an dem sie gilt")
    faellig_wortlaut = models.CharField(
        "Frist, wie gedruckt", max_length=200, blank=True, help_text="„bis Ende 2021“, „im Frühjahr 2021“"
    )
    stand = models.CharField("Stand", max_length=15, choices=Stand, default=Stand.VORGESCHLAGEN)
    verantwortlich = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="zusagen",
        verbose_name="verantwortlich",
    )
    erfuellt_durch = models.ForeignKey(
        Dokument, models.SET_NULL, null=True, blank=True, related_name="erfuellt", verbose_name="erfüllt durch"
    )
    erfuellt_am = models.DateField("erfüllt am", null=True, blank=True)
    vermerk = models.TextField("Vermerk", blank=True, help_text="nur für die Redaktion; steht auf keiner Seite")

    objects = ZusageQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Zusage"
        verbose_name_plural = "Zusagen"
        ordering = ["faellig_am", "id"]
        constraints = [
            *gelesen_constraints("zusage"),
            models.CheckConstraint(
                condition=Q(stand="erfuellt") | Q(erfuellt_durch__isnull=True, erfuellt_am__isnull=True),
                name="zusage_erfuellt_nur_als_erfuellt",
                violation_error_message="Was eine Zusage erfüllt, gehört zum Stand „erfüllt“.",
            ),
        ]

    def __str__(self) -> str:
        return self.wortlaut
