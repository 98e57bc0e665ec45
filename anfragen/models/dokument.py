"""Numbered papers, the references found in them, and findings about them."""

from functools import lru_cache

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from anfragen.models.grundlagen import Gelesen, NatuerlicherSchluessel, Veroeffentlichbar, gelesen_constraints
from anfragen.models.parlament import Reihe, Wahlperiode
from anfragen.parsing.records import Dokumentnummer, Verweistyp
from anfragen.parsing.seiten import seite_von
from anfragen.querysets import BefundQuerySet, DokumentQuerySet, VerweisQuerySet


class Dokument(Veroeffentlichbar):
    """A numbered paper. `nur_zitiert`: known by its number alone, because another paper cites it."""

    class Art(models.TextChoices):
        FRAGE = "frage", "Anfrage"
        ANTWORT = "antwort", "Antwort"
        BERICHT = "bericht", "Bericht"
        SONSTIGES = "sonstiges", "sonstiges"

    class Herkunft(models.TextChoices):
        TEXT = "text", "aus dem Text gelesen"
        VERZEICHNIS = "verzeichnis", "aus einem Verzeichnis"
        HAND = "hand", "von Hand erfasst"
        VERWEIS = "verweis", "nur aus einem Verweis bekannt"

    wahlperiode = models.ForeignKey(Wahlperiode, models.PROTECT, related_name="dokumente", verbose_name="Wahlperiode")
    reihe = models.ForeignKey(Reihe, models.PROTECT, related_name="dokumente", verbose_name="Reihe")
    nummer = models.PositiveIntegerField("Nummer")
    zusatz = models.CharField("Zusatz zur Nummer", max_length=10, blank=True, help_text="zum Beispiel „neu“")
    art = models.CharField("Art", max_length=10, choices=Art, blank=True)
    titel = models.TextField("Titel", blank=True)
    datum = models.DateField("Datum im Kopf", null=True, blank=True, db_index=True)
    datum_original = models.DateField("Datum des Originals", null=True, blank=True)
    ausgegeben = models.DateField("ausgegeben am", null=True, blank=True)
    text = models.TextField("Text", blank=True, help_text="der Wortlaut, wie er hereinkam; Fundstellen zählen darin")
    sha256 = models.CharField("SHA-256 der Quelle", max_length=64, blank=True, db_index=True)
    dateiname = models.CharField("Dateiname der Quelle", max_length=255, blank=True)
    mimetyp = models.CharField("Format der Quelle", max_length=100, blank=True)
    leseversion = models.PositiveSmallIntegerField(
        "Leseversion", default=0, editable=False, help_text="Stand des Lesens, mit dem der Text ausgewertet wurde"
    )
    herkunft = models.CharField("Herkunft", max_length=12, choices=Herkunft, default=Herkunft.HAND)
    quelle = models.TextField("Quelle", blank=True, help_text="Adresse oder Fundstelle der Angaben")
    nur_zitiert = models.BooleanField("nur zitiert", default=False, help_text="liegt nicht vor, wird aber genannt")
    belege = models.JSONField("Fundstellen der Kopfangaben", default=dict, blank=True)

    objects = NatuerlicherSchluessel.from_queryset(DokumentQuerySet)()
    history = HistoricalRecords(excluded_fields=["leseversion"])
    natural_key_fields = (
        "wahlperiode__parlament__kuerzel",
        "wahlperiode__nummer",
        "reihe__schluessel",
        "nummer",
        "zusatz",
    )

    class Meta:
        verbose_name = "Dokument"
        verbose_name_plural = "Dokumente"
        ordering = ["-wahlperiode__nummer", "reihe", "-nummer"]
        indexes = [
            # The few that the public doesn't see, to leave out of a network.
            models.Index(
                fields=["id"], condition=~Q(veroeffentlichung="veroeffentlicht"), name="dokument_nicht_oeffentlich"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["wahlperiode", "reihe", "nummer", "zusatz"], name="dokument_eindeutig"),
            models.CheckConstraint(
                condition=Q(nummer__gte=1),
                name="dokument_nummer_ab_1",
                violation_error_message="Dokumente zählen ab 1.",
            ),
            models.CheckConstraint(
                condition=Q(nur_zitiert=False) | Q(text="", sha256=""),
                name="dokument_nur_zitiert_ohne_text",
                violation_error_message="Ein nur zitiertes Dokument hat keinen Text; nehmen Sie „nur zitiert“ heraus.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reihe.name} {self.kennung}"

    def natural_key(self) -> tuple[str, int, str, int, str]:
        return (*self.wahlperiode.natural_key(), self.reihe.schluessel, self.nummer, self.zusatz)

    natural_key.dependencies = ["anfragen.wahlperiode", "anfragen.reihe"]  # type: ignore[attr-defined]

    @property
    def nummer_record(self) -> Dokumentnummer:
        return Dokumentnummer(self.wahlperiode.nummer, self.nummer, self.zusatz)

    @property
    def kennung(self) -> str:
        """`17/11212`"""
        return str(self.nummer_record)

    def seite_von(self, stelle: int) -> int | None:
        """The printed page, from 1, of a place in the text; None where the source shows no pages."""
        return seite_von(self.text, stelle) if self.mimetyp == "application/pdf" else None

    @property
    def adresse_amtlich(self) -> str:
        """Where the parliament publishes the paper, after the pattern of its series; empty if none is proven."""
        return self.reihe.adresse(self.wahlperiode.nummer, self.nummer, self.zusatz)

    def anfragen_nachfuehren(self) -> None:
        """Lets the Anfragen that this paper answers follow its publication and dates."""
        if hasattr(self, "antwort"):
            for anfrage in self.antwort.anfragen.all():
                anfrage.stand_nachfuehren()

    def get_absolute_url(self) -> str:
        wahlperiode, parlament = self.wahlperiode.nummer, self.wahlperiode.parlament.kuerzel
        anderes = "" if parlament == settings.PARLAMENT else parlament
        return _adresse(self.reihe.schluessel, wahlperiode, self.nummer, self.zusatz, anderes)


@lru_cache(maxsize=10_000)  # a page names its papers over and over
def _adresse(reihe: str, wahlperiode: int, nummer: int, zusatz: str, parlament: str) -> str:
    kwargs: dict[str, str | int] = {"reihe": reihe, "wahlperiode": wahlperiode, "nummer": nummer}
    if zusatz:
        kwargs["zusatz"] = zusatz
    if parlament:
        kwargs["parlament"] = parlament
    return reverse("dokument", kwargs=kwargs)


class Verweis(Gelesen):
    """A reference as written in `dokument`. Resolving it is a second, repeatable step (`anfragen.resolving`)."""

    class Typ(models.TextChoices):
        DRUCKSACHE = Verweistyp.DRUCKSACHE.value, "Drucksache"
        VORLAGE = Verweistyp.VORLAGE.value, "Vorlage"
        KLEINE_ANFRAGE = Verweistyp.KLEINE_ANFRAGE.value, "Kleine Anfrage"
        GROSSE_ANFRAGE = Verweistyp.GROSSE_ANFRAGE.value, "Große Anfrage"
        PLENARPROTOKOLL = Verweistyp.PLENARPROTOKOLL.value, "Plenarprotokoll"
        AUSSCHUSSPROTOKOLL = Verweistyp.AUSSCHUSSPROTOKOLL.value, "Ausschussprotokoll"
        BUNDESTAGSDRUCKSACHE = Verweistyp.BUNDESTAGSDRUCKSACHE.value, "Bundestagsdrucksache"

    class Stand(models.TextChoices):
        AUFGELOEST = "aufgeloest", "aufgelöst"
        UNBEKANNT = "unbekannt", "Ziel liegt nicht vor"
        MEHRDEUTIG = "mehrdeutig", "mehrdeutig"
        ABGELEHNT = "abgelehnt", "abgelehnt"  # staff: it means nothing that bears this number

    # Both ends without an index of their own: the two of Meta begin with them.
    dokument = models.ForeignKey(
        Dokument, models.CASCADE, related_name="verweise", db_index=False, verbose_name="Dokument"
    )
    typ = models.CharField("Typ", max_length=20, choices=Typ)
    wahlperiode_nummer = models.PositiveSmallIntegerField("Wahlperiode", null=True, blank=True)
    wahlperiode_abgeleitet = models.BooleanField("Wahlperiode abgeleitet", default=False)
    nummer = models.PositiveIntegerField("Nummer")
    wortlaut = models.CharField("Wortlaut", max_length=300)
    stelle = models.CharField("Stelle im Ziel", max_length=100, blank=True, help_text="„Seite 2“, „Frage 3“")
    paar = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="gedruckt_dazu",
        verbose_name="gedruckt zu",
        help_text="die Anfrage, zu der diese Drucksache im Text angegeben ist",
    )
    ziel_dokument = models.ForeignKey(
        Dokument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="zitiert_von",
        db_index=False,
        verbose_name="Zieldokument",
    )
    ziel_anfrage = models.ForeignKey(
        "anfragen.Anfrage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="zitiert_von",
        verbose_name="Zielanfrage",
    )
    mehrdeutig = models.BooleanField("mehrdeutig", default=False, help_text="mehrere Ziele kommen in Frage")
    von_hand = models.BooleanField("von Hand entschieden", default=False, help_text="bleibt beim Auflösen unberührt")

    objects = VerweisQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Verweis"
        verbose_name_plural = "Verweise"
        ordering = ["dokument", "start"]
        indexes = [
            # The number first: whoever looks for those that name a paper doesn't always know which Wahlperiode they
            # print.
            models.Index(fields=["nummer", "typ", "wahlperiode_nummer"], name="verweis_ziel"),
            # Who cites whom, read off the index alone in either direction.
            models.Index(fields=["dokument", "ziel_dokument"], name="verweis_grundlagen"),
            models.Index(fields=["ziel_dokument", "dokument"], name="verweis_folgen"),
            # The few that staff decided, by what follows their Anfrage.
            models.Index(fields=["ziel_anfrage"], condition=Q(von_hand=True), name="verweis_entschieden"),
        ]
        constraints = [
            *gelesen_constraints("verweis"),
            models.UniqueConstraint(fields=["dokument", "start", "ende", "typ", "nummer"], name="verweis_eindeutig"),
            models.CheckConstraint(
                condition=Q(wahlperiode_abgeleitet=False) | Q(wahlperiode_nummer__isnull=False),
                name="verweis_abgeleitet_hat_wahlperiode",
                violation_error_message="Eine abgeleitete Wahlperiode braucht eine Nummer.",
            ),
            models.CheckConstraint(
                condition=Q(mehrdeutig=False) | Q(ziel_dokument__isnull=True, ziel_anfrage__isnull=True),
                name="verweis_mehrdeutig_ohne_ziel",
                violation_error_message="Ein mehrdeutiger Verweis hat noch kein Ziel.",
            ),
        ]

    def __str__(self) -> str:
        return self.wortlaut

    @property
    def stand(self) -> Stand:
        """Follows from the targets, so that a reference heals when its paper arrives and breaks when it goes."""
        if self.mehrdeutig:
            return self.Stand.MEHRDEUTIG
        if self.von_hand and not (self.ziel_dokument_id or self.ziel_anfrage_id):
            return self.Stand.ABGELEHNT
        da = self.ziel_anfrage_id or (self.ziel_dokument is not None and not self.ziel_dokument.nur_zitiert)
        return self.Stand.AUFGELOEST if da else self.Stand.UNBEKANNT

    @property
    def kennung(self) -> str:
        """`17/10591`, or the bare number of an Anfrage"""
        if self.typ in {self.Typ.KLEINE_ANFRAGE, self.Typ.GROSSE_ANFRAGE} or self.wahlperiode_nummer is None:
            return str(self.nummer)
        return str(Dokumentnummer(self.wahlperiode_nummer, self.nummer))


class Befund(models.Model):
    """A finding about the data, with its evidence. Shown to staff, confirmed or dismissed, never auto-repaired."""

    class Stand(models.TextChoices):
        OFFEN = "offen", "offen"
        BESTAETIGT = "bestaetigt", "bestätigt"
        VERWORFEN = "verworfen", "verworfen"
        BEHOBEN = "behoben", "behoben"

    dokument = models.ForeignKey(Dokument, models.CASCADE, related_name="befunde", verbose_name="Dokument")
    regel = models.CharField("Regel", max_length=60, db_index=True)
    text = models.TextField("Befund")
    stellen = models.JSONField("Fundstellen", default=list, blank=True, help_text="Paare aus Beginn und Ende im Text")
    verweis = models.ForeignKey(
        Verweis,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="befunde",
        verbose_name="betrifft den Verweis",
    )
    kandidat = models.ForeignKey(
        Dokument,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="vermutet_in",
        verbose_name="vermutlich gemeint",
        help_text="das Dokument, das statt des zitierten gemeint sein kann; der Befund sagt, warum",
    )
    stand = models.CharField("Stand", max_length=10, choices=Stand, default=Stand.OFFEN, db_index=True)
    begruendung = models.TextField("Begründung", blank=True)
    gefunden_am = models.DateTimeField("gefunden am", auto_now_add=True)

    objects = BefundQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Befund"
        verbose_name_plural = "Befunde"
        ordering = ["dokument", "id"]
        constraints = [
            models.UniqueConstraint(fields=["dokument", "regel", "text"], name="befund_eindeutig"),
            models.CheckConstraint(
                condition=~Q(stand="verworfen") | ~Q(begruendung=""),
                name="befund_verworfen_begruendet",
                violation_error_message="Wer einen Befund verwirft, begründet es.",
            ),
        ]

    def __str__(self) -> str:
        return self.text
