"""The answer: a document, who answers, and which text answers which questions."""

from datetime import date

from django.db import models
from simple_history.models import HistoricalRecords

from anfragen.models.anfrage import Anfrage, Frage
from anfragen.models.dokument import Dokument
from anfragen.models.grundlagen import Gelesen, gelesen_constraints
from anfragen.models.parlament import Ministerium
from anfragen.querysets import AntwortQuerySet


class Antwort(models.Model):
    """A document that answers one or more Anfragen; a supplement or correction is a further Antwort."""

    class Art(models.TextChoices):
        ANTWORT = "antwort", "Antwort"
        ERGAENZUNG = "ergaenzung", "Ergänzung"
        BERICHTIGUNG = "berichtigung", "Berichtigung"

    dokument = models.OneToOneField(Dokument, models.PROTECT, related_name="antwort", verbose_name="Dokument")
    anfragen = models.ManyToManyField(Anfrage, related_name="antworten", verbose_name="beantwortete Anfragen")
    art = models.CharField("Art", max_length=12, choices=Art, default=Art.ANTWORT)
    datum_schreiben = models.DateField("Datum des Schreibens", null=True, blank=True)
    amt = models.CharField("Amt, wie gedruckt", max_length=300, blank=True)
    ministerium = models.ForeignKey(
        Ministerium, models.PROTECT, null=True, blank=True, related_name="antworten", verbose_name="Ministerium"
    )
    einvernehmen = models.JSONField("im Einvernehmen mit, wie gedruckt", default=list, blank=True)
    vorbemerkung = models.TextField("Vorbemerkung der Landesregierung", blank=True)

    objects = AntwortQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[anfragen])

    class Meta:
        verbose_name = "Antwort"
        verbose_name_plural = "Antworten"
        ordering = ["-dokument__datum"]

    def __str__(self) -> str:
        return f"{self.get_art_display()} {self.dokument}"

    @property
    def datum_wirksam(self) -> date | None:
        """The day the answer was given: of the letter, else of the original, else of the head."""
        return self.datum_schreiben or self.dokument.datum_original or self.dokument.datum

    def get_absolute_url(self) -> str:
        return self.dokument.get_absolute_url()


# The admin names a row of this link by its string.
Antwort.anfragen.through.__str__ = lambda link: str(link.antwort)  # type: ignore[method-assign, attr-defined]


class Antwortteil(Gelesen):
    """One text of an answer and the questions it answers; several for a joint answer."""

    antwort = models.ForeignKey(Antwort, models.CASCADE, related_name="teile", verbose_name="Antwort")
    position = models.PositiveSmallIntegerField("Reihenfolge")
    fragen = models.ManyToManyField(Frage, blank=True, related_name="antwortteile", verbose_name="beantwortete Fragen")
    text = models.TextField("Text")

    history = HistoricalRecords(m2m_fields=[fragen])

    class Meta:
        verbose_name = "Antwortteil"
        verbose_name_plural = "Antwortteile"
        ordering = ["antwort", "position"]
        constraints = [
            *gelesen_constraints("antwortteil"),
            models.UniqueConstraint(fields=["antwort", "position"], name="antwortteil_eindeutig"),
        ]

    def __str__(self) -> str:
        return f"Teil {self.position} der {self.antwort}"
