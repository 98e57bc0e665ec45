"""What is said and known about a project: statements, figures, dates, events."""

from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from anfragen.models import Dokument
from anfragen.models.grundlagen import (
    Belegt,
    Gelesen,
    Veroeffentlichbar,
    gelesen_constraints,
)
from projekte.models.ort import Kommune
from projekte.models.projekt import Projekt
from projekte.parsing.records import WERT_UNTER
from projekte.querysets import (
    AussageteilQuerySet,
    KennzahlQuerySet,
    ProjektaussageQuerySet,
    ProjektereignisQuerySet,
)

SICHER_AB = 0.9  # a Kennung is surer, and so is a name as the project bears it


class Projektaussage(Gelesen, Veroeffentlichbar):
    """What one document says about one project (and municipality), verbatim, with its place in the document."""

    projekt = models.ForeignKey(Projekt, models.PROTECT, related_name="aussagen", verbose_name="Projekt")
    dokument = models.ForeignKey(Dokument, models.CASCADE, related_name="aussagen", verbose_name="Dokument")
    kommune = models.ForeignKey(
        Kommune, models.PROTECT, null=True, blank=True, related_name="aussagen", verbose_name="Kommune"
    )
    genannte_kommunen = models.ManyToManyField(
        Kommune,
        blank=True,
        related_name="nennungen",
        verbose_name="weitere genannte Kommunen",
        help_text="wenn die Aussage von mehreren Kommunen spricht",
    )
    wortlaut = models.TextField("Wortlaut")
    name_gedruckt = models.CharField("Projektname, wie gedruckt", max_length=300, blank=True)
    teilprojekt_gedruckt = models.CharField("Teilprojekt, wie gedruckt", max_length=300, blank=True)
    teilprojekt = models.ForeignKey(
        Projekt,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="teilaussagen",
        db_index=False,  # see `indexes`
        verbose_name="Teilprojekt",
        help_text="das erfasste Teilprojekt, von dem die Aussage über das ganze Projekt spricht",
    )

    objects = ProjektaussageQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[genannte_kommunen])

    class Meta:
        verbose_name = "Projektaussage"
        verbose_name_plural = "Projektaussagen"
        ordering = ["dokument", "start"]
        indexes = [
            # Nearly all have none: an index over all would look to the planner of SQLite as if it found every row.
            models.Index(
                fields=["teilprojekt"],
                condition=models.Q(teilprojekt__isnull=False),
                name="projektaussage_teilprojekt",
            )
        ]
        constraints = [
            *gelesen_constraints("projektaussage"),
            models.UniqueConstraint(
                fields=["projekt", "dokument", "kommune", "start"],
                name="projektaussage_eindeutig",
            ),
            # A null equals nothing, so statements without municipality need a rule of their own.
            models.UniqueConstraint(
                fields=["projekt", "dokument", "start"],
                condition=models.Q(kommune__isnull=True),
                name="projektaussage_ohne_kommune_eindeutig",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.projekt} in {self.dokument}"

    @property
    def ist_unsicher(self) -> bool:
        """Whether it may be about another project: by its name, of which the text gives only part or another form."""
        return self.sicherheit < SICHER_AB

    @property
    def anker(self) -> str:
        """Where the pages that show its paper show it."""
        return f"aussage-{self.pk}"

    def get_absolute_url(self) -> str:
        return f"{self.dokument.get_absolute_url()}#{self.anker}"


class Kennzahl(Gelesen):
    """A figure with what it is for. Only staff, who read what for, say whether it may be added to others."""

    class Art(models.TextChoices):
        BETRAG = "betrag", "Betrag"
        ANTEIL = "anteil", "Anteil"
        ANZAHL = "anzahl", "Anzahl"
        JAHR = "jahr", "Jahr"

    dokument = models.ForeignKey(Dokument, models.CASCADE, related_name="kennzahlen", verbose_name="Dokument")
    projekt = models.ForeignKey(
        Projekt, models.PROTECT, null=True, blank=True, related_name="kennzahlen", verbose_name="Projekt"
    )
    aussage = models.ForeignKey(
        Projektaussage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="kennzahlen",
        verbose_name="aus der Aussage",
    )
    art = models.CharField("Art", max_length=10, choices=Art, default=Art.BETRAG)
    wert = models.DecimalField("Wert", max_digits=18, decimal_places=2)
    wert_bis = models.DecimalField(
        "bis", max_digits=18, decimal_places=2, null=True, blank=True, help_text="das obere Ende einer Spanne"
    )
    je = models.BooleanField("je", default=False, help_text="gilt für jedes von mehreren: „jeweils 5.000 Euro“")
    einheit = models.CharField("Einheit", max_length=60)
    ungefaehr = models.BooleanField("ungefähr", default=False, help_text="„rund“, „ca.“, „mindestens“")
    wofuer = models.CharField("wofür", max_length=300, blank=True)
    stand_am = models.DateField("Stand vom", null=True, blank=True)
    addierbar = models.BooleanField(
        "addierbar",
        default=False,
        help_text="überschneidet sich mit keiner anderen addierbaren Zahl desselben Dokuments",
    )
    wortlaut = models.CharField("Wortlaut", max_length=500)

    objects = KennzahlQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Kennzahl"
        verbose_name_plural = "Kennzahlen"
        ordering = ["dokument", "start"]
        constraints = [
            *gelesen_constraints("kennzahl"),
            models.UniqueConstraint(fields=["dokument", "start", "ende", "art"], name="kennzahl_eindeutig"),
            models.CheckConstraint(
                condition=models.Q(wert_bis__isnull=True) | models.Q(wert_bis__gte=models.F("wert")),
                name="kennzahl_spanne_geordnet",
                violation_error_message="Das obere Ende einer Spanne liegt nicht unter dem unteren.",
            ),
            models.CheckConstraint(
                condition=models.Q(addierbar=False) | models.Q(~models.Q(art="jahr"), je=False, wert_bis__isnull=True),
                name="kennzahl_addierbar_ist_ein_wert",
                violation_error_message="Addieren lässt sich nur ein Wert: kein Jahr, keine Spanne, kein „je“.",
            ),
        ]

    def __str__(self) -> str:
        return self.wortlaut

    def clean(self) -> None:
        zu_gross = [feld for feld in ("wert", "wert_bis") if abs(getattr(self, feld) or 0) >= WERT_UNTER]
        if zu_gross:
            raise ValidationError(dict.fromkeys(zu_gross, "Erfassbar sind Zahlen unter 10 Billionen."))

    def get_absolute_url(self) -> str:
        """Its words on the page of its paper; where a browser can't find words, the statement that they stand in."""
        anker = self.aussage.anker if self.aussage else ""
        return f"{self.dokument.get_absolute_url()}#{anker}:~:text={quote(self.wortlaut, safe='').replace('-', '%2D')}"

    @property
    def ist_addierbar(self) -> bool:
        """Whether it may be added at all; whether it overlaps another one, only a reader can say."""
        return not self.je and self.wert_bis is None and self.art != self.Art.JAHR

    @property
    def ist_eckwert(self) -> bool:
        """Amounts and shares say something by themselves; years and counts only in their sentence."""
        return self.art in {self.Art.BETRAG, self.Art.ANTEIL}


class Zeitangabe(Gelesen):
    """A date in a statement ("bis Ende 2021"): first and last day of what is printed, and which way from there."""

    class Richtung(models.TextChoices):
        AM = "am", "am"
        BIS = "bis", "bis"
        AB = "ab", "ab"

    dokument = models.ForeignKey(Dokument, models.CASCADE, related_name="zeitangaben", verbose_name="Dokument")
    projekt = models.ForeignKey(
        Projekt, models.PROTECT, null=True, blank=True, related_name="zeitangaben", verbose_name="Projekt"
    )
    aussage = models.ForeignKey(
        Projektaussage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="zeitangaben",
        verbose_name="aus der Aussage",
    )
    von = models.DateField("erster Tag")
    bis = models.DateField("letzter Tag", help_text="„Ende 2021“ reicht vom 1. Oktober bis zum 31. Dezember 2021")
    richtung = models.CharField("Richtung", max_length=3, choices=Richtung, default=Richtung.AM)
    wortlaut = models.CharField("Wortlaut", max_length=200)

    objects = AussageteilQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Zeitangabe"
        verbose_name_plural = "Zeitangaben"
        ordering = ["dokument", "start"]
        constraints = [
            *gelesen_constraints("zeitangabe"),
            models.UniqueConstraint(fields=["dokument", "start", "ende"], name="zeitangabe_eindeutig"),
            models.CheckConstraint(
                condition=models.Q(bis__gte=models.F("von")),
                name="zeitangabe_geordnet",
                violation_error_message="Der letzte Tag liegt nicht vor dem ersten.",
            ),
        ]

    def __str__(self) -> str:
        return self.wortlaut


class Projektereignis(Belegt, Veroeffentlichbar):
    """Something that happened to a project, recorded by staff. `genauigkeit` says how much of the date is known."""

    class Art(models.TextChoices):
        KABINETT = "kabinett", "Kabinettsbeschluss"
        ANTRAG = "antrag", "Antrag"
        BEWILLIGUNG = "bewilligung", "Bewilligung"
        START = "start", "Start"
        ABSCHLUSS = "abschluss", "Abschluss"
        SONSTIGES = "sonstiges", "sonstiges"

    class Genauigkeit(models.TextChoices):
        TAG = "tag", "Tag"
        MONAT = "monat", "Monat"
        JAHR = "jahr", "Jahr"

    projekt = models.ForeignKey(Projekt, models.CASCADE, related_name="ereignisse", verbose_name="Projekt")
    art = models.CharField("Art", max_length=12, choices=Art, default=Art.SONSTIGES)
    datum = models.DateField("Datum", help_text="bei Monat oder Jahr der erste Tag")
    genauigkeit = models.CharField("Genauigkeit", max_length=5, choices=Genauigkeit, default=Genauigkeit.TAG)
    titel = models.CharField("Titel", max_length=200)
    text = models.TextField("Text", blank=True)
    dokument = models.ForeignKey(
        Dokument, models.SET_NULL, null=True, blank=True, related_name="projektereignisse", verbose_name="belegt durch"
    )

    objects = ProjektereignisQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Projektereignis"
        verbose_name_plural = "Projektereignisse"
        ordering = ["datum", "id"]

    def __str__(self) -> str:
        return self.titel
