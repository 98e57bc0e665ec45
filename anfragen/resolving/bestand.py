"""The records that bear the numbers of a batch of references, read in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from anfragen.models import Anfrage, Antwort, Dokument, Reihe, Veroeffentlichung, Verweis, Wahlperiode
from anfragen.models.grundlagen import VeroeffentlichbarQuerySet

BUNDESTAG = "bt"
REIHE_JE_TYP: Mapping[str, str] = {
    Verweis.Typ.DRUCKSACHE: "drucksache",
    Verweis.Typ.BUNDESTAGSDRUCKSACHE: "drucksache",
    Verweis.Typ.VORLAGE: "vorlage",
    Verweis.Typ.PLENARPROTOKOLL: "plenarprotokoll",
    Verweis.Typ.AUSSCHUSSPROTOKOLL: "ausschussprotokoll",
}
ART_JE_TYP: Mapping[str, str] = {
    Verweis.Typ.KLEINE_ANFRAGE: Anfrage.Art.KLEIN.value,
    Verweis.Typ.GROSSE_ANFRAGE: Anfrage.Art.GROSS.value,
}


class Papierschluessel(NamedTuple):
    """A paper's number in its series, whatever is added to it; `wahlperiode` and `reihe` are ids."""

    wahlperiode: int
    reihe: int
    nummer: int


class Anfrageschluessel(NamedTuple):
    """`wahlperiode` is an id."""

    wahlperiode: int
    art: str
    nummer: int


class Druck(NamedTuple):
    """One print of a paper: the plain one, or one with `zusatz` ("neu")."""

    pk: int
    zusatz: str
    nur_zitiert: bool


@dataclass
class AnfrageRow:
    """An Anfrage with the ids of the paper that it is printed as and of its first answer."""

    pk: int
    papier: int | None
    antwort: int | None = None


class Eigene(NamedTuple):
    """The highest number of the Anfragen that a paper asks or, `beantwortet`, answers."""

    nummer: int
    beantwortet: bool


class Bestand:
    """Filled by its `load_…` methods in the order in which they stand here."""

    def __init__(self, nur_oeffentlich: bool = False) -> None:
        self.nur_oeffentlich = nur_oeffentlich
        self.wahlperioden: dict[str, dict[int, int]] = defaultdict(dict)  # parliament -> number, newest first -> id
        self.reihen: dict[tuple[str, str], int] = {}
        self.eigene: dict[tuple[int | None, str | None, int | None], Eigene] = {}
        self.papiere: dict[Papierschluessel, list[Druck]] = defaultdict(list)
        self.anfragen: dict[Anfrageschluessel, AnfrageRow] = {}
        self.anfrage_je_id: dict[int, AnfrageRow] = {}

    def load_reihen(self, parlamente: Collection[str]) -> None:
        """The Wahlperioden and series of these parliaments."""
        if not parlamente:
            return
        wahlperioden = Wahlperiode.objects.filter(parlament__kuerzel__in=parlamente).order_by("-nummer")
        for kuerzel, nummer, pk in wahlperioden.values_list("parlament__kuerzel", "nummer", "pk"):
            self.wahlperioden[kuerzel][nummer] = pk
        reihen = Reihe.objects.filter(parlament__kuerzel__in=parlamente)
        for kuerzel, schluessel, pk in reihen.values_list("parlament__kuerzel", "schluessel", "pk"):
            self.reihen[kuerzel, schluessel] = pk

    def load_zitierende(self, dokumente: Collection[int | None]) -> None:
        """The numbers of the Anfragen that the citing papers themselves ask and answer."""
        ids = {pk for pk in dokumente if pk}
        if not ids:
            return
        numeriert = Anfrage.objects.filter(nummer__isnull=False)
        for beantwortet, feld in ((False, "dokument"), (True, "antworten__dokument")):
            rows = numeriert.filter(**{f"{feld}__in": ids}).order_by("nummer")
            for papier, art, wahlperiode, nummer in rows.values_list(feld, "art", "wahlperiode__nummer", "nummer"):
                self.eigene[papier, art, wahlperiode] = Eigene(nummer, beantwortet)

    def load_papiere(self, gesucht: Collection[Papierschluessel]) -> None:
        """All prints of these papers."""
        if not gesucht:
            return
        gefunden = self._sichtbar(Dokument.objects.all()).filter(
            wahlperiode__in={papier.wahlperiode for papier in gesucht},
            reihe__in={papier.reihe for papier in gesucht},
            nummer__in={papier.nummer for papier in gesucht},
        )
        for wahlperiode, reihe, nummer, *druck in gefunden.order_by("zusatz").values_list(
            "wahlperiode", "reihe", "nummer", "pk", "zusatz", "nur_zitiert"
        ):
            schluessel = Papierschluessel(wahlperiode, reihe, nummer)
            if schluessel in gesucht:
                self.papiere[schluessel].append(Druck(*druck))

    def load_anfragen(self, gesucht: Collection[Anfrageschluessel], ids: Collection[int] = ()) -> None:
        """The Anfragen of these numbers, and those of these ids."""
        if not gesucht and not ids:
            return
        numeriert = Q(
            wahlperiode__in={anfrage.wahlperiode for anfrage in gesucht},
            art__in={anfrage.art for anfrage in gesucht},
            nummer__in={anfrage.nummer for anfrage in gesucht},
        )
        gefunden = self._sichtbar(Anfrage.objects.all()).filter(numeriert | Q(pk__in=ids) if ids else numeriert)
        for *schluessel, pk, papier in gefunden.values_list("wahlperiode", "art", "nummer", "pk", "dokument"):
            zeile = AnfrageRow(pk, papier)
            if pk in ids:
                self.anfrage_je_id[pk] = zeile
            if Anfrageschluessel(*schluessel) in gesucht:
                self.anfragen[Anfrageschluessel(*schluessel)] = zeile
        self._load_papiere_der([*self.anfragen.values(), *self.anfrage_je_id.values()])

    def _load_papiere_der(self, anfragen: Collection[AnfrageRow]) -> None:
        """Which paper first answers each; a supplement or correction is read after the answer. Without those that
        may not be seen."""
        if not anfragen:
            return
        antworten = Antwort.anfragen.through.objects.filter(
            anfrage__in={anfrage.pk for anfrage in anfragen}, antwort__art=Antwort.Art.ANTWORT
        ).order_by(
            "-antwort__dokument__wahlperiode__nummer", "-antwort__dokument__nummer", "-antwort__dokument__zusatz"
        )
        if self.nur_oeffentlich:
            antworten = antworten.filter(antwort__dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
            papiere = {anfrage.papier for anfrage in anfragen if anfrage.papier}
            sichtbar = set(Dokument.objects.oeffentlich().filter(pk__in=papiere).values_list("pk", flat=True))
            for anfrage in anfragen:
                anfrage.papier = anfrage.papier if anfrage.papier in sichtbar else None
        erste = dict(antworten.values_list("anfrage", "antwort__dokument"))
        for anfrage in anfragen:
            anfrage.antwort = erste.get(anfrage.pk)

    def _sichtbar[T: VeroeffentlichbarQuerySet](self, records: T) -> T:
        return records.oeffentlich() if self.nur_oeffentlich else records


def papier_der(anfrage: AnfrageRow, zitierend: int | None) -> int | None:
    """The paper that a reference to an Anfrage leads to: its first answer, else the paper it is printed as.

    An answer that names the Anfrage it answers means the question; and the question doesn't mean its own answer.
    """
    if zitierend is not None and zitierend == anfrage.papier:
        return None
    return next((papier for papier in (anfrage.antwort, anfrage.papier) if papier and papier != zitierend), None)
