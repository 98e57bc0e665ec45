"""The parliament and its people: terms, document series, Fraktionen, Ministerien, members."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from anfragen.models.grundlagen import Belegt, NatuerlicherSchluessel
from anfragen.parsing.records import Anfrageart


class Parlament(Belegt):
    kuerzel = models.SlugField("Kürzel", unique=True, help_text="steht in Adressen, zum Beispiel „nw“")
    name = models.CharField("Name", max_length=200, unique=True)
    kurzname = models.CharField("Kurzname", max_length=60)
    verzeichnisname = models.CharField(
        "Name im Verzeichnis", max_length=60, blank=True, help_text="Spalte „body“ des Verzeichnisses"
    )

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("kuerzel",)

    class Meta:
        verbose_name = "Parlament"
        verbose_name_plural = "Parlamente"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.kuerzel,)


class Wahlperiode(Belegt):
    """A legislative term with its own numbering and its own rule for the deadline of an answer."""

    parlament = models.ForeignKey(Parlament, models.PROTECT, related_name="wahlperioden", verbose_name="Parlament")
    nummer = models.PositiveSmallIntegerField("Nummer")
    beginn = models.DateField("Beginn", null=True, blank=True)
    ende = models.DateField("Ende", null=True, blank=True)
    ende_beleglage = models.CharField("Beleglage des Endes", max_length=10, blank=True)
    wahl_am = models.DateField("Wahltag", null=True, blank=True)
    mandate = models.PositiveSmallIntegerField("Mandate bei Beginn", null=True, blank=True)
    frist_tage = models.PositiveSmallIntegerField("Frist der Kleinen Anfrage in Tagen", null=True, blank=True)
    frist_paragraf = models.CharField("Rechtsgrundlage der Frist", max_length=100, blank=True)
    frist_quelle = models.TextField("Quelle der Frist", blank=True)
    frist_grosse_monate = models.PositiveSmallIntegerField("Frist der Großen Anfrage in Monaten", null=True, blank=True)
    frist_grosse_paragraf = models.CharField("Rechtsgrundlage (Große Anfrage)", max_length=100, blank=True)
    frist_hinweis = models.TextField("Hinweis zur Frist", blank=True)

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("parlament__kuerzel", "nummer")

    class Meta:
        verbose_name = "Wahlperiode"
        verbose_name_plural = "Wahlperioden"
        ordering = ["parlament", "-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["parlament", "nummer"], name="wahlperiode_eindeutig"),
            models.CheckConstraint(
                condition=Q(ende__isnull=True) | Q(beginn__isnull=True) | Q(ende__gte=F("beginn")),
                name="wahlperiode_ende_nach_beginn",
                violation_error_message="Das Ende liegt vor dem Beginn.",
            ),
            models.CheckConstraint(
                condition=Q(nummer__gte=1),
                name="wahlperiode_nummer_ab_1",
                violation_error_message="Wahlperioden zählen ab 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}. Wahlperiode ({self.parlament.kurzname})"

    def natural_key(self) -> tuple[str, int]:
        return (*self.parlament.natural_key(), self.nummer)

    natural_key.dependencies = ["anfragen.parlament"]  # type: ignore[attr-defined] # Django reads it off the function

    def faellig_am(self, art: str, gestellt_am: date | None) -> date | None:
        """The day by which an Anfrage asked on `gestellt_am` is to be answered, or None where no rule is known.

        Counts from the printed date of the question. The rules of procedure seen so far don't say from which day
        the time runs, so whoever shows this date says that it is computed.
        """
        if gestellt_am is None or gestellt_am.year == date.max.year:  # a misprint, and nothing can be added to it
            return None
        if art == Anfrageart.KLEIN and self.frist_tage:
            return gestellt_am + timedelta(days=self.frist_tage)
        if art == Anfrageart.GROSS and self.frist_grosse_monate:
            jahr, monat = divmod(gestellt_am.month - 1 + self.frist_grosse_monate, 12)
            # A month later than the 31st may not have one: the last day of that month counts, § 188 BGB.
            erster_danach = date(gestellt_am.year + jahr + (monat == 11), (monat + 1) % 12 + 1, 1)
            letzter = erster_danach - timedelta(days=1)
            return letzter.replace(day=min(gestellt_am.day, letzter.day))
        return None


class Reihe(Belegt):
    """A document series of a parliament, how it is cited, and where the parliament publishes it."""

    parlament = models.ForeignKey(Parlament, models.PROTECT, related_name="reihen", verbose_name="Parlament")
    schluessel = models.SlugField("Schlüssel", help_text="steht in Adressen, zum Beispiel „drucksache“")
    name = models.CharField("Name", max_length=100)
    zitierform = models.CharField("Zitierform", max_length=100, blank=True)
    zitierformen_weitere = models.TextField("weitere Zitierformen", blank=True)
    adressmuster = models.CharField(
        "Adressmuster", max_length=300, blank=True, help_text="mit {wp} und {nr}; leer, wenn keines belegt ist"
    )
    adressmuster_beleglage = models.CharField("Beleglage des Adressmusters", max_length=10, blank=True)

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("parlament__kuerzel", "schluessel")

    class Meta:
        verbose_name = "Dokumentreihe"
        verbose_name_plural = "Dokumentreihen"
        ordering = ["parlament", "name"]
        constraints = [models.UniqueConstraint(fields=["parlament", "schluessel"], name="reihe_eindeutig")]

    def __str__(self) -> str:
        return f"{self.name} ({self.parlament.kurzname})"

    def natural_key(self) -> tuple[str, str]:
        return (*self.parlament.natural_key(), self.schluessel)

    natural_key.dependencies = ["anfragen.parlament"]  # type: ignore[attr-defined]

    def adresse(self, wahlperiode: int, nummer: int, zusatz: str = "") -> str:
        """Where the parliament publishes this paper of the series; empty if no pattern is proven."""
        if not self.adressmuster or self.adressmuster_beleglage != "belegt" or zusatz:
            return ""
        return self.adressmuster.format(wp=wahlperiode, nr=nummer)


class Fraktion(Belegt):
    """A parliamentary group in one Wahlperiode; `ist_fraktion` is false for FRAKTIONSLOS, the absence of one."""

    wahlperiode = models.ForeignKey(Wahlperiode, models.PROTECT, related_name="fraktionen", verbose_name="Wahlperiode")
    kurz = models.CharField("Kurzform", max_length=60)
    name = models.CharField("Name", max_length=200, blank=True)
    verzeichnisname = models.CharField("Name im Verzeichnis", max_length=60, blank=True)
    schreibweisen = models.JSONField("Schreibweisen im Druck", default=list, blank=True)
    sitze = models.PositiveSmallIntegerField("Sitze bei Beginn", null=True, blank=True)
    ist_fraktion = models.BooleanField("ist eine Fraktion", default=True)

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("wahlperiode__parlament__kuerzel", "wahlperiode__nummer", "kurz")

    class Meta:
        verbose_name = "Fraktion"
        verbose_name_plural = "Fraktionen"
        ordering = ["wahlperiode", "kurz"]
        constraints = [models.UniqueConstraint(fields=["wahlperiode", "kurz"], name="fraktion_eindeutig")]

    def __str__(self) -> str:
        return self.wort(self.kurz)

    @staticmethod
    def wort(kurz: str) -> str:
        """How the site writes it; papers print FRAKTIONSLOS, the absence of a Fraktion, like the name of one."""
        return "fraktionslos" if kurz == "FRAKTIONSLOS" else kurz

    def natural_key(self) -> tuple[str, int, str]:
        return (*self.wahlperiode.natural_key(), self.kurz)

    natural_key.dependencies = ["anfragen.wahlperiode"]  # type: ignore[attr-defined]


class Ministerium(Belegt):
    """An answering house in one cabinet. Houses are renamed between cabinets; `nachfolger` keeps their lineage."""

    wahlperiode = models.ForeignKey(Wahlperiode, models.PROTECT, related_name="ministerien", verbose_name="Wahlperiode")
    kabinett = models.CharField("Kabinett", max_length=60, blank=True)
    schluessel = models.SlugField("Schlüssel", max_length=150)
    kuerzel = models.CharField("Kürzel", max_length=20, blank=True)
    kuerzel_beleglage = models.CharField("Beleglage des Kürzels", max_length=10, blank=True)
    name = models.CharField("Name", max_length=300)
    amt = models.CharField("Amt, wie gedruckt", max_length=300, blank=True)
    verzeichnisname = models.CharField("Name im Verzeichnis", max_length=300, blank=True)
    von = models.DateField("von", null=True, blank=True)
    bis = models.DateField("bis", null=True, blank=True)
    nachfolger = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="vorgaenger", verbose_name="Nachfolger"
    )
    nachfolge_hinweis = models.CharField("Hinweis zur Nachfolge", max_length=300, blank=True)

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords(m2m_fields=[nachfolger])
    natural_key_fields = ("wahlperiode__parlament__kuerzel", "wahlperiode__nummer", "kabinett", "schluessel")

    class Meta:
        verbose_name = "Ministerium"
        verbose_name_plural = "Ministerien"
        ordering = ["wahlperiode", "kabinett", "name"]
        constraints = [
            models.UniqueConstraint(fields=["wahlperiode", "kabinett", "schluessel"], name="ministerium_eindeutig"),
            models.CheckConstraint(
                condition=Q(bis__isnull=True) | Q(von__isnull=True) | Q(bis__gte=F("von")),
                name="ministerium_bis_nach_von",
                violation_error_message="„bis“ liegt vor „von“.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, int, str, str]:
        return (*self.wahlperiode.natural_key(), self.kabinett, self.schluessel)

    natural_key.dependencies = ["anfragen.wahlperiode"]  # type: ignore[attr-defined]


class Person(models.Model):
    """A member of a parliament by bare name; title and printed form stand with each Anfrage."""

    parlament = models.ForeignKey(Parlament, models.PROTECT, related_name="personen", verbose_name="Parlament")
    name = models.CharField("Name", max_length=150, help_text="ohne Titel, zum Beispiel „Karsten Rudolph“")
    zusatz = models.CharField(
        "Zusatz", max_length=60, blank=True, help_text="nur um Gleichnamige zu unterscheiden, zum Beispiel den Ort"
    )
    hinweis = models.TextField("Hinweis", blank=True)

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("parlament__kuerzel", "name", "zusatz")

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Personen"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["parlament", "name", "zusatz"], name="person_eindeutig")]

    def __str__(self) -> str:
        return f"{self.name} ({self.zusatz})" if self.zusatz else self.name

    def natural_key(self) -> tuple[str, str, str]:
        return (*self.parlament.natural_key(), self.name, self.zusatz)

    natural_key.dependencies = ["anfragen.parlament"]  # type: ignore[attr-defined]
