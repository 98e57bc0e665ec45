"""A project's history: what was asked, said, promised and recorded about it, in order of date.

It is read in two steps, so that a long one stays cheap: first the days and keys of all its entries, then what the
entries of one page show.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Prefetch, Q, QuerySet, TextChoices

from anfragen import oeffentlich
from anfragen.models import Anfrage, Antwort, Dokument, Nachfrage, Zusage
from projekte.models import Kennzahl, Kommune, Projekt, Projektaussage, Projektereignis
from projekte.querysets import gesagt_am


class Art(TextChoices):
    """The kinds of entries; on one day they stand in this order."""

    EREIGNIS = "ereignis", "Ereignisse"
    ANFRAGE = "anfrage", "Anfragen"
    AUSSAGE = "aussage", "Antworten und Aussagen"
    ZUSAGE = "zusage", "Zusagen"
    NACHFRAGE = "nachfrage", "Nachfragen"


RANG = {art: rang for rang, art in enumerate(Art)}


@dataclass(frozen=True)
class Auswahl:
    """What of the history is asked for: kinds (none means all), one municipality, and which end comes first.

    With a municipality only papers that say something about it count, and what hangs on them.
    """

    arten: frozenset[str] = frozenset()
    kommune: Kommune | None = None
    neueste_zuerst: bool = False


ALLES = Auswahl()


@dataclass(frozen=True)
class Schluessel:
    """Where an entry stands and which record it is about."""

    tag: date | None
    art: Art
    pk: int


@dataclass(frozen=True)
class Eintrag:
    """One entry. What it is about is in the one of the records that its `art` names."""

    art: Art
    datum: date | None
    genauigkeit: str = Projektereignis.Genauigkeit.TAG
    ereignis: Projektereignis | None = None
    anfrage: Anfrage | None = None
    zusage: Zusage | None = None
    nachfrage: Nachfrage | None = None
    dokument: Dokument | None = None
    antwort: Antwort | None = None
    beantwortet: list[Anfrage] = field(default_factory=list)
    aussagen: list[Projektaussage] = field(default_factory=list)
    kennzahlen: list[Kennzahl] = field(default_factory=list)

    @property
    def record(self) -> Any:
        """The record that the entry is about."""
        return self.ereignis or self.anfrage or self.zusage or self.nachfrage or self.dokument

    @property
    def titel(self) -> str:
        """What heads the entry of a paper: the question it answers, unless that has an entry of its own."""
        if self.beantwortet:
            return " / ".join(anfrage.titel for anfrage in self.beantwortet if not anfrage.gestellt_am)
        return self.dokument.titel if self.dokument else ""

    @property
    def orte(self) -> list[Kommune]:
        """The places that the statements are about, or name beside others."""
        genannt = [(aussage.kommune, *aussage.genannte_kommunen.all()) for aussage in self.aussagen]
        return list(dict.fromkeys(ort for orte in genannt for ort in orte if ort))


class Verlauf:
    """The public history of one project, or the part of it that `auswahl` asks for."""

    def __init__(self, projekt: Projekt, auswahl: Auswahl = ALLES) -> None:
        self.projekt = projekt
        self.auswahl = auswahl

    def schluessel(self) -> list[Schluessel]:
        """All entries in their order, those without a date at the end."""
        papiere = self._papiere()
        tage: dict[int | None, date | None] = dict(papiere.annotate(tag=gesagt_am()).values_list("pk", "tag"))
        gefragt = self._gefragt(papiere)
        gedruckt = {dokument for _, _, dokument in gefragt}
        gefunden = [Schluessel(tag, Art.AUSSAGE, pk) for pk, tag in tage.items() if pk and pk not in gedruckt]
        for pk, gestellt_am, dokument in gefragt:
            # An Anfrage whose day is unknown is told with its answer, if it hasn't a paper of its own here.
            if gestellt_am or dokument in tage:
                gefunden.append(Schluessel(gestellt_am or tage.get(dokument), Art.ANFRAGE, pk))
        gefunden += [Schluessel(tag, Art.ZUSAGE, pk) for pk, tag in self._zusagen(papiere)]
        gefunden += [Schluessel(tag, Art.NACHFRAGE, pk) for pk, tag in self._nachfragen(gefragt)]
        if not self.auswahl.kommune:
            ereignisse = self.projekt.ereignisse.oeffentlich().values_list("pk", "datum")
            gefunden += [Schluessel(tag, Art.EREIGNIS, pk) for pk, tag in ereignisse]
        return self._sorted(eintrag for eintrag in gefunden if eintrag.art in (self.auswahl.arten or Art))

    def eintraege(self, schluessel: Sequence[Schluessel]) -> list[Eintrag]:
        """What these entries show: a fixed number of queries, however many there are."""
        je_art = defaultdict(set)
        for eintrag in schluessel:
            je_art[eintrag.art].add(eintrag.pk)
        anfragen = oeffentlich.anfragen().in_bulk(je_art[Art.ANFRAGE])
        papiere = dokumente(je_art[Art.AUSSAGE])
        aussagen = _je_dokument(
            self.aussagen().filter(dokument__in=papiere).prefetch_related("genannte_kommunen").order_by("start", "id"),
            papiere,
        )
        kennzahlen = _je_dokument(self.kennzahlen().filter(dokument__in=papiere), papiere)
        belegt_durch = Prefetch("dokument", oeffentlich.dokumente())
        ereignisse = self.projekt.ereignisse.prefetch_related(belegt_durch).in_bulk(je_art[Art.EREIGNIS])
        erfuellt_durch = Prefetch("erfuellt_durch", oeffentlich.dokumente())
        zusagen = Zusage.objects.prefetch_related(belegt_durch, erfuellt_durch).in_bulk(je_art[Art.ZUSAGE])
        zur_anfrage = [Prefetch(name, oeffentlich.anfragen_kurz()) for name in ("anfrage", "folgeanfrage")]
        nachfragen = Nachfrage.objects.prefetch_related(*zur_anfrage).in_bulk(je_art[Art.NACHFRAGE])
        je_pk = {papier.pk: papier for papier in papiere}
        eintraege = []
        for eintrag in schluessel:
            match eintrag.art:
                case Art.ANFRAGE:
                    eintraege.append(Eintrag(eintrag.art, eintrag.tag, anfrage=anfragen[eintrag.pk]))
                case Art.EREIGNIS:
                    ereignis = ereignisse[eintrag.pk]
                    eintraege.append(Eintrag(eintrag.art, eintrag.tag, ereignis.genauigkeit, ereignis=ereignis))
                case Art.ZUSAGE:
                    eintraege.append(Eintrag(eintrag.art, eintrag.tag, zusage=zusagen[eintrag.pk]))
                case Art.NACHFRAGE:
                    eintraege.append(Eintrag(eintrag.art, eintrag.tag, nachfrage=nachfragen[eintrag.pk]))
                case Art.AUSSAGE:
                    papier = je_pk[eintrag.pk]
                    antwort: Antwort | None = getattr(papier, "antwort", None)
                    eintraege.append(
                        Eintrag(
                            eintrag.art,
                            eintrag.tag,
                            dokument=papier,
                            antwort=antwort,
                            beantwortet=list(antwort.anfragen.all()) if antwort else [],
                            aussagen=aussagen[papier.pk],
                            kennzahlen=[zahl for zahl in kennzahlen[papier.pk] if zahl.ist_eckwert],
                        )
                    )
        return eintraege

    def aussagen(self) -> Any:
        """The public statements about the project, and the municipality if one is asked for."""
        alle = self.projekt.aussagen.oeffentlich().with_gesagt_am().select_related("kommune")
        return alle.ueber([self.auswahl.kommune]) if self.auswahl.kommune else alle

    def kennzahlen(self) -> Any:
        alle = self.projekt.kennzahlen.oeffentlich().with_stand().order_by("start", "id")
        return alle.filter(aussage__in=self.aussagen().values("pk")) if self.auswahl.kommune else alle

    def _papiere(self) -> QuerySet[Dokument]:
        """The public papers about the project, with a statement about it, or with a figure of it."""
        mit_angabe = Q(pk__in=self.aussagen().values("dokument_id"))
        if not self.auswahl.kommune:
            mit_angabe |= Q(pk__in=self.kennzahlen().values("dokument")) | Q(pk__in=self.projekt.dokumente.values("pk"))
        return Dokument.objects.oeffentlich().filter(mit_angabe).order_by("wahlperiode", "nummer", "id")

    def _gefragt(self, papiere: QuerySet[Dokument]) -> list[tuple[int, date | None, int | None]]:
        """The Anfragen that these papers answer or print: key, day, and the paper it is printed as."""
        pks = papiere.order_by().values("pk")
        beantwortet = Antwort.anfragen.through.objects.filter(antwort__dokument__in=pks).values("anfrage")
        anfragen = Anfrage.objects.oeffentlich().filter(Q(pk__in=beantwortet) | Q(dokument__in=pks))
        return list(anfragen.order_by("nummer", "pk").values_list("pk", "gestellt_am", "dokument"))

    def _zusagen(self, papiere: QuerySet[Dokument]) -> Iterable[tuple[int, date | None]]:
        zusagen = Zusage.objects.oeffentlich().filter(projekte=self.projekt)
        if self.auswahl.kommune:
            zusagen = zusagen.filter(dokument__in=papiere.order_by().values("pk"))
        return zusagen.annotate(tag=gesagt_am("dokument__")).order_by("start", "pk").values_list("pk", "tag")

    def _nachfragen(self, gefragt: list[tuple[int, date | None, int | None]]) -> Iterable[tuple[int, date | None]]:
        nachfragen = Nachfrage.objects.oeffentlich().filter(anfrage__in=[pk for pk, _, _ in gefragt])
        return nachfragen.values_list("pk", "faellig_am")

    def _sorted(self, eintraege: Iterable[Schluessel]) -> list[Schluessel]:
        """The sort is stable: on one day the order of `Art` holds, whichever end comes first."""
        nach_rang = sorted(eintraege, key=lambda eintrag: RANG[eintrag.art])
        datiert = [eintrag for eintrag in nach_rang if eintrag.tag]
        datiert.sort(key=attrgetter("tag"), reverse=self.auswahl.neueste_zuerst)
        return [*datiert, *(eintrag for eintrag in nach_rang if not eintrag.tag)]


def dokumente(ids: Iterable[int]) -> list[Dokument]:
    """The public ones of these papers, with all that their entries show."""
    return list(
        Dokument.objects.oeffentlich()
        .filter(pk__in=ids)
        .for_list()
        .select_related("antwort__ministerium")
        .prefetch_related(Prefetch("antwort__anfragen", oeffentlich.anfragen().order_by("nummer", "pk")))
        .order_by("wahlperiode", "nummer", "id")
    )


def _je_dokument(records: Iterable[Any], papiere: Iterable[Dokument]) -> defaultdict[int, list[Any]]:
    """Records by their paper, each with the paper as it was read."""
    je_pk = {papier.pk: papier for papier in papiere}
    gruppen: defaultdict[int, list[Any]] = defaultdict(list)
    for record in records:
        record.dokument = je_pk[record.dokument_id]
        gruppen[record.dokument_id].append(record)
    return gruppen
