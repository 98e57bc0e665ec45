"""What several models share: where a fact comes from, where a text was read, and whether the public sees a record."""

from typing import Any, Self

from django.db import models


class Beleglage(models.TextChoices):
    BELEGT = "belegt", "belegt"
    ABGELEITET = "abgeleitet", "abgeleitet"
    OFFEN = "offen", "offen"


class Veroeffentlichung(models.TextChoices):
    ENTWURF = "entwurf", "Entwurf"
    VEROEFFENTLICHT = "veroeffentlicht", "veröffentlicht"
    ZURUECKGEZOGEN = "zurueckgezogen", "zurückgezogen"


class Belegt(models.Model):
    """A fact of the master data, with its source and how sure it is."""

    quelle = models.TextField("Quelle", blank=True, help_text="Adresse oder Fundstelle, aus der die Angabe stammt.")
    beleglage = models.CharField("Beleglage", max_length=10, choices=Beleglage, default=Beleglage.BELEGT)
    hinweis = models.TextField("Hinweis", blank=True)

    class Meta:
        abstract = True


class Gelesen(models.Model):
    """Something read from a text: the span `text[start:ende]` of its document, the rule, and how sure it is.

    A record that staff wrote by hand has no span.
    """

    start = models.PositiveIntegerField("Beginn im Text", null=True, blank=True)
    ende = models.PositiveIntegerField("Ende im Text", null=True, blank=True)
    regel = models.CharField("Leseregel", max_length=60, blank=True)
    sicherheit = models.FloatField("Sicherheit der Lesung", default=1.0, help_text="von 0 (geraten) bis 1 (gewiss)")

    class Meta:
        abstract = True


def gelesen_constraints(model: str) -> list[models.BaseConstraint]:
    """The invariants of `Gelesen` for the Meta of `model`: both offsets or none, in order; certainty within 0 to 1."""
    return [
        models.CheckConstraint(
            # Without the two isnull=False, half a span would compare as NULL, which a database lets pass.
            condition=models.Q(start__isnull=True, ende__isnull=True)
            | models.Q(start__isnull=False, ende__isnull=False, ende__gt=models.F("start")),
            name=f"{model}_spanne",
            violation_error_message="Beginn und Ende im Text gehören zusammen; das Ende liegt hinter dem Beginn.",
        ),
        models.CheckConstraint(
            condition=models.Q(sicherheit__gte=0, sicherheit__lte=1),
            name=f"{model}_sicherheit",
            violation_error_message="Die Sicherheit liegt zwischen 0 und 1.",
        ),
    ]


class VeroeffentlichbarQuerySet(models.QuerySet[Any]):
    def oeffentlich(self) -> Self:
        return self.filter(veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)


def veroeffentlichung_feld(vorgabe: Veroeffentlichung) -> models.CharField:
    """Whether the public sees a record; `vorgabe` holds until somebody decides.

    No index: nearly every row is published, and without statistics SQLite would start from it and scan them all.
    """
    return models.CharField(
        "Veröffentlichung",
        max_length=15,
        choices=Veroeffentlichung,
        default=vorgabe,
        help_text="Nur Veröffentlichtes steht auf den öffentlichen Seiten und in der Schnittstelle.",
    )


class Veroeffentlichbar(models.Model):
    veroeffentlichung = veroeffentlichung_feld(Veroeffentlichung.VEROEFFENTLICHT)

    class Meta:
        abstract = True


class NatuerlicherSchluessel(models.Manager[Any]):
    """Finds a record by the field look-ups its model names in `natural_key_fields`, for fixtures that need no ids."""

    def get_by_natural_key(self, *werte: Any) -> Any:
        return self.get(**dict(zip(self.model.natural_key_fields, werte, strict=True)))
