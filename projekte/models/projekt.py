"""A project, its names and its places."""

from collections import defaultdict

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from anfragen.models import Beleglage, Dokument, Ministerium, Zusage
from anfragen.models.grundlagen import Belegt, NatuerlicherSchluessel, Veroeffentlichbar, Veroeffentlichung
from projekte import adressen
from projekte.models.ort import Kommune
from projekte.models.programm import Handlungsfeld, Programm, Themenforum
from projekte.querysets import ProjektnameQuerySet, ProjektQuerySet, ProjektzusageQuerySet

ANDERS_NENNEN = "Bitte anders nennen, etwa mit einem Wort mehr."
FORM_ERKLAERT = "0 ist eine Ziffer, A ein großer, a ein kleiner Buchstabe"


class Projekt(Belegt, Veroeffentlichbar):
    """A project. Its Kennung may be unknown; then its address carries `schluessel`, made from its name."""

    class Art(models.TextChoices):
        LAND = "land", "Projekt der Landesregierung"
        PARTNER = "partner", "Partnerprojekt"

    programm = models.ForeignKey(Programm, models.PROTECT, related_name="projekte", verbose_name="Programm")
    schluessel = models.SlugField("Schlüssel", max_length=150, help_text="Adresse, solange die Kennung unbekannt ist")
    kennung = models.CharField(
        "Kennung",
        max_length=20,
        blank=True,
        validators=[validate_slug],
        help_text="zum Beispiel „13-02“; leer, wenn unbekannt",
    )
    kennung_beleglage = models.CharField("Beleglage der Kennung", max_length=10, choices=Beleglage, blank=True)
    kennung_quelle = models.TextField("Quelle der Kennung", blank=True)
    name = models.CharField("Name", max_length=300)
    art = models.CharField(
        "Art",
        max_length=10,
        choices=Art,
        default=Art.LAND,
        help_text="Partnerprojekte verantworten andere, etwa Kommunen und Verbände",
    )
    beschreibung = models.TextField("Beschreibung", blank=True)
    handlungsfeld = models.ForeignKey(
        Handlungsfeld, models.PROTECT, null=True, blank=True, related_name="projekte", verbose_name="Handlungsfeld"
    )
    handlungsfeld_beleglage = models.CharField(
        "Beleglage des Handlungsfelds", max_length=10, choices=Beleglage, blank=True
    )
    handlungsfeld_quelle = models.TextField("Quelle des Handlungsfelds", blank=True)
    themenforum = models.ForeignKey(
        Themenforum, models.PROTECT, null=True, blank=True, related_name="projekte", verbose_name="Themenforum"
    )
    themenforum_beleglage = models.CharField("Beleglage des Themenforums", max_length=10, choices=Beleglage, blank=True)
    ministerium = models.ForeignKey(
        Ministerium,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projekte",
        verbose_name="Ministerium",
        help_text="das Haus, das über das Projekt Auskunft gab",
    )
    teilprojekt_von = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="teilprojekte", verbose_name="Teilprojekt von"
    )
    kommunen = models.ManyToManyField(
        Kommune, through="Projektort", blank=True, related_name="projekte", verbose_name="Orte"
    )
    orte_weitere = models.CharField("weitere Orte", max_length=300, blank=True, help_text="Kreise und Orte außerhalb")
    status = models.CharField("Stand", max_length=100, blank=True)
    status_am = models.CharField("Stand vom", max_length=20, blank=True, help_text="so genau, wie bekannt: 2020-12")
    laufzeit = models.CharField("Laufzeit", max_length=200, blank=True)
    betrag = models.CharField("Betrag", max_length=100, blank=True)
    betrag_art = models.CharField("was der Betrag ist", max_length=300, blank=True)
    vorschlag_nummer = models.CharField("Nummer des Vorschlags von 2019", max_length=20, blank=True)
    quellen_weitere = models.TextField("weitere Quellen", blank=True)
    dokumente = models.ManyToManyField(
        Dokument,
        blank=True,
        related_name="projekte",
        verbose_name="Dokumente über das Projekt",
        help_text="Dokumente, die das ganze Projekt zum Gegenstand haben, etwa die Sachstand-Anfragen",
    )
    zusagen = models.ManyToManyField(
        Zusage, through="Projektzusage", blank=True, related_name="projekte", verbose_name="Zusagen"
    )

    objects = NatuerlicherSchluessel.from_queryset(ProjektQuerySet)()
    history = HistoricalRecords(m2m_fields=[dokumente])
    natural_key_fields = ("programm__schluessel", "schluessel")

    class Meta:
        verbose_name = "Projekt"
        verbose_name_plural = "Projekte"
        ordering = ["kennung", "name"]
        constraints = [
            models.UniqueConstraint(fields=["programm", "schluessel"], name="projekt_schluessel_eindeutig"),
            models.UniqueConstraint(
                fields=["programm", "kennung"],
                condition=~Q(kennung=""),
                name="projekt_kennung_eindeutig",
                violation_error_message="Diese Kennung trägt schon ein anderes Projekt.",
            ),
            models.CheckConstraint(
                condition=Q(kennung__regex=r"^[-a-zA-Z0-9_]*$"),
                name="projekt_kennung_als_adresse",
                violation_error_message="Die Kennung steht in der Adresse: nur Buchstaben, Ziffern, - und _.",
            ),
            models.CheckConstraint(
                condition=Q(teilprojekt_von__isnull=True) | ~Q(teilprojekt_von=models.F("id")),
                name="projekt_nicht_teil_von_sich",
                violation_error_message="Ein Projekt ist nicht sein eigenes Teilprojekt.",
            ),
        ]

    def __str__(self) -> str:
        return f"[{self.kennung}] {self.name}" if self.kennung else self.name

    def clean(self) -> None:
        if self.programm_id is None:
            return  # the field says so itself
        fehler = defaultdict(list)
        if self.kennung and not self.programm.kennungsmuster.fullmatch(self.kennung):
            form = self.programm.kennungsform
            fehler["kennung"].append(f"Kennungen dieses Programms haben die Form „{form}“: {FORM_ERKLAERT}.")
        for feld in ("kennung", "schluessel"):
            if getattr(self, feld) in self._vergebene_adressen():
                fehler[feld].append(f"„{getattr(self, feld)}“ steht schon in einer anderen Adresse. {ANDERS_NENNEN}")
        if self.handlungsfeld and self.handlungsfeld.programm_id != self.programm_id:
            fehler["handlungsfeld"].append("Das Handlungsfeld gehört zu einem anderen Programm.")
        if self.teilprojekt_von and self.teilprojekt_von.programm_id != self.programm_id:
            fehler["teilprojekt_von"].append("Ein Teilprojekt gehört zum selben Programm wie das ganze Projekt.")
        if self._ist_teil_von_sich():
            fehler["teilprojekt_von"].append("Das ganze Projekt ist selbst ein Teil dieses Projekts.")
        if fehler:
            raise ValidationError(fehler)

    def _vergebene_adressen(self) -> set[str]:
        """What a key or Kennung of its programme must not be: addresses below `/projekte/` that lead elsewhere."""
        if self.programm.schluessel != settings.PROGRAMM:
            return {"feed"}
        return {*adressen.BELEGT, *Programm.objects.exclude(pk=self.programm_id).values_list("schluessel", flat=True)}

    def _ist_teil_von_sich(self) -> bool:
        gesehen, ganzes = {self.pk}, self.teilprojekt_von
        while ganzes is not None and ganzes.pk not in gesehen:
            gesehen.add(ganzes.pk)
            ganzes = ganzes.teilprojekt_von
        return self.pk is not None and ganzes is not None and ganzes.pk == self.pk

    @property
    def oeffentlich_teil_von(self) -> "Projekt | None":
        """The public project that this one is a part of."""
        ganzes = self.teilprojekt_von
        return ganzes if ganzes and ganzes.veroeffentlichung == Veroeffentlichung.VEROEFFENTLICHT else None

    def natural_key(self) -> tuple[str, str]:
        return (*self.programm.natural_key(), self.schluessel)

    natural_key.dependencies = [  # type: ignore[attr-defined]
        "projekte.programm",
        "projekte.handlungsfeld",
        "projekte.themenforum",
        "anfragen.ministerium",
    ]

    @property
    def adressschluessel(self) -> str:
        """What stands for it in addresses: its Kennung, or as long as that is unknown the key made from its name.

        That of another programme than the site's own has the programme in front.
        """
        return adressen.join(self.programm.schluessel, self.kennung or self.schluessel)

    def get_absolute_url(self) -> str:
        return reverse("projekt", kwargs={"schluessel": self.adressschluessel})


class Projektort(Belegt):
    """That a project has to do with a municipality, from the master data; statements of papers stand elsewhere."""

    projekt = models.ForeignKey(Projekt, models.CASCADE, related_name="orte", verbose_name="Projekt")
    kommune = models.ForeignKey(Kommune, models.PROTECT, related_name="projektorte", verbose_name="Kommune")

    objects = NatuerlicherSchluessel()
    history = HistoricalRecords()
    natural_key_fields = ("projekt__programm__schluessel", "projekt__schluessel", "kommune__ags")

    class Meta:
        verbose_name = "Ort des Projekts"
        verbose_name_plural = "Orte des Projekts"
        ordering = ["projekt", "kommune__schluessel"]
        constraints = [models.UniqueConstraint(fields=["projekt", "kommune"], name="projektort_eindeutig")]

    def __str__(self) -> str:
        return str(self.kommune)

    def natural_key(self) -> tuple[str, str, str]:
        return (*self.projekt.natural_key(), *self.kommune.natural_key())

    natural_key.dependencies = ["projekte.projekt", "projekte.kommune"]  # type: ignore[attr-defined]


class Projektzusage(models.Model):
    """That a commitment is about a project, and if it says so about one municipality."""

    projekt = models.ForeignKey(Projekt, models.CASCADE, related_name="projektzusagen", verbose_name="Projekt")
    zusage = models.ForeignKey(Zusage, models.CASCADE, related_name="projektzusagen", verbose_name="Zusage")
    kommune = models.ForeignKey(
        Kommune, models.PROTECT, null=True, blank=True, related_name="projektzusagen", verbose_name="Kommune"
    )

    objects = ProjektzusageQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "Zusage zu einem Projekt"
        verbose_name_plural = "Zusagen zu Projekten"
        ordering = ["projekt", "zusage"]
        constraints = [models.UniqueConstraint(fields=["projekt", "zusage"], name="projektzusage_eindeutig")]

    def __str__(self) -> str:
        return f"{self.projekt}: {self.zusage}"


class Projektname(Belegt):
    """A name that papers give a project. Names drift: `Excellence Departments` became `Research Departments`."""

    projekt = models.ForeignKey(Projekt, models.CASCADE, related_name="namen", verbose_name="Projekt")
    name = models.CharField("Name", max_length=300)
    dokument = models.ForeignKey(
        Dokument, models.SET_NULL, null=True, blank=True, related_name="projektnamen", verbose_name="zuerst gelesen in"
    )

    objects = NatuerlicherSchluessel.from_queryset(ProjektnameQuerySet)()
    history = HistoricalRecords()
    natural_key_fields = ("projekt__programm__schluessel", "projekt__schluessel", "name")

    class Meta:
        verbose_name = "Projektname"
        verbose_name_plural = "Projektnamen"
        ordering = ["projekt", "name"]
        constraints = [models.UniqueConstraint(fields=["projekt", "name"], name="projektname_eindeutig")]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str, str]:
        return (*self.projekt.natural_key(), self.name)

    natural_key.dependencies = ["projekte.projekt"]  # type: ignore[attr-defined]
