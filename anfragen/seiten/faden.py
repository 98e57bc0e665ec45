"""The thread of an Anfrage: what it follows up, and what follows it up, to some depth.

An Anfrage follows up another if staff recorded it as its follow-up, or if its askers cite the other, or a paper of
it: in the Vorbemerkung, in a Frage or anywhere in the question's own paper. What the answer cites is no thread.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from anfragen import oeffentlich
from anfragen.models import Anfrage, Antwort, Nachfrage, Verweis
from anfragen.seiten.stellen import passagen

TIEFE = 5
JE_SCHRITT = 30  # Anfragen that a step of the thread may find
VERWEISE_JE_SCHRITT = 300  # the newest references that are looked at for it


class Richtung(StrEnum):
    FRUEHER = "frueher"
    SPAETER = "spaeter"


@dataclass(frozen=True)
class Verbindung:
    """Two Anfragen by their ids, and the part in which the later cites the earlier; `erfasst`: recorded by staff."""

    frueher: int
    spaeter: int
    wort: str = ""
    erfasst: bool = False

    def ende(self, richtung: Richtung) -> int:
        return self.frueher if richtung is Richtung.FRUEHER else self.spaeter

    def anfang(self, richtung: Richtung) -> int:
        return self.spaeter if richtung is Richtung.FRUEHER else self.frueher


@dataclass(frozen=True)
class Eintrag:
    """An Anfrage of the thread; `ueber` is the one it is connected with, None for the one whose thread it is."""

    anfrage: Anfrage
    ueber: Anfrage | None = None
    verbindung: Verbindung | None = None
    richtung: Richtung | None = None


def faden(anfrage: Anfrage) -> list[Eintrag]:
    """In the order of time, the Anfrage itself among them; empty if it stands alone.

    A fixed number of queries for each step. What goes round in a circle stands there once.
    """
    gefunden: dict[int, tuple[Richtung, Verbindung]] = {}
    for richtung in Richtung:
        ebene = {anfrage.pk}
        for _ in range(TIEFE):
            neue = {
                verbindung.ende(richtung): (richtung, verbindung)
                for verbindung in _verbindungen(ebene, richtung)
                if verbindung.ende(richtung) not in gefunden and verbindung.ende(richtung) != anfrage.pk
            }
            # An unpublished Anfrage neither stands there nor leads on.
            ebene = set(Anfrage.objects.oeffentlich().filter(pk__in=neue).values_list("pk", flat=True)[:JE_SCHRITT])
            gefunden |= {pk: neue[pk] for pk in ebene}
            if not ebene:
                break
    if not gefunden:
        return []
    alle = oeffentlich.anfragen_kurz().in_bulk(gefunden) | {anfrage.pk: anfrage}
    eintraege = [
        Eintrag(alle[pk], alle[verbindung.anfang(richtung)], verbindung, richtung)
        for pk, (richtung, verbindung) in gefunden.items()
    ]
    return sorted([Eintrag(anfrage), *eintraege], key=_zeit)


def _zeit(eintrag: Eintrag) -> tuple[date, int, int]:
    anfrage = eintrag.anfrage
    return (
        anfrage.gestellt_am or anfrage.beantwortet_am or date.min,
        anfrage.wahlperiode.nummer,
        anfrage.nummer or 0,
    )


def _verbindungen(anfragen: Collection[int], richtung: Richtung) -> list[Verbindung]:
    """From these one step in this direction; those that staff recorded come last, for the last one counts."""
    zitate = _zitate(anfragen, richtung)
    return [verbindung for verbindung in (*zitate, *_erfasste(anfragen)) if verbindung.anfang(richtung) in anfragen]


def _erfasste(anfragen: Collection[int]) -> Iterator[Verbindung]:
    beteiligt = Q(anfrage__in=anfragen) | Q(folgeanfrage__in=anfragen)
    nachfragen = Nachfrage.objects.oeffentlich().filter(beteiligt, folgeanfrage__isnull=False).order_by("pk")
    for frueher, spaeter in nachfragen.values_list("anfrage", "folgeanfrage"):
        yield Verbindung(frueher, spaeter, erfasst=True)


def _zitate(anfragen: Collection[int], richtung: Richtung) -> list[Verbindung]:
    papiere = _papiere(anfragen)
    eigene = Q(dokument__in=papiere)
    fremde = Q(ziel_anfrage__in=anfragen) | Q(ziel_dokument__in=papiere)
    verweise = list(_verweise(eigene if richtung is Richtung.FRUEHER else fremde & ~eigene))
    ziele = _je_papier({verweis.ziel_dokument_id for verweis in verweise})
    return [
        Verbindung(frueher, fragende.pk, ort.wort)
        for passage, ort in passagen(verweise)
        for fragende in ort.fragt
        for frueher in _ziele(passage.verweis, ziele)
        if frueher != fragende.pk
    ]


def _verweise(bedingung: Q) -> QuerySet[Verweis]:
    """References between papers of Anfragen, the newest first."""
    fragen_und_antworten = Q(dokument__antwort__isnull=False) | Q(dokument__anfrage__isnull=False)
    felder = ("dokument", "start", "ende", "wortlaut", "ziel_dokument", "ziel_anfrage")
    verweise = Verweis.objects.oeffentlich().filter(bedingung, fragen_und_antworten)
    return verweise.only(*felder).order_by("-dokument_id", "start", "pk")[:VERWEISE_JE_SCHRITT]


def _ziele(verweis: Verweis, je_papier: dict[int, set[int]]) -> Iterable[int]:
    return {verweis.ziel_anfrage_id} if verweis.ziel_anfrage_id else je_papier.get(verweis.ziel_dokument_id or 0, ())


def _papiere(anfragen: Collection[int]) -> set[int]:
    """The public papers that ask or answer them."""
    gestellt = Anfrage.objects.filter(pk__in=anfragen, dokument__veroeffentlichung=oeffentlich.PUBLIC)
    beantwortet = Antwort.objects.oeffentlich().filter(anfragen__in=anfragen)
    beide = gestellt.order_by().values_list("dokument_id").union(beantwortet.order_by().values_list("dokument_id"))
    return {papier for (papier,) in beide.order_by()}


def _je_papier(papiere: Collection[int | None]) -> dict[int, set[int]]:
    """The Anfragen that public papers ask or answer."""
    gestellt = Anfrage.objects.filter(dokument__in=papiere, dokument__veroeffentlichung=oeffentlich.PUBLIC)
    beantwortet = Anfrage.objects.filter(
        antworten__dokument__in=papiere, antworten__dokument__veroeffentlichung=oeffentlich.PUBLIC
    )
    paare = gestellt.order_by().values_list("dokument_id", "pk")
    je_papier: dict[int, set[int]] = {}
    for papier, anfrage in paare.union(beantwortet.order_by().values_list("antworten__dokument_id", "pk")).order_by():
        je_papier.setdefault(papier, set()).add(anfrage)
    return je_papier
