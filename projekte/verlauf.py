"""A project's history: what was asked, said, promised and recorded about it, in order of date.

It is read in two steps, so that a long one stays cheap: first the days and keys of all its entries, then what the
entries of one page show.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

from django.db.models import Prefetch, TextChoices, prefetch_related_objects

from anfragen import oeffentlich
from anfragen.models import Anfrage, Antwort, Dokument, Frage, Fragesteller, Nachfrage, Veroeffentlichung, Zusage
from projekte.models import Kennzahl, Kommune, Projekt, Projektaussage, Projektereignis
from projekte.oeffentlich import zusagen_kurz
from projekte.querysets import NACH_STELLE, gesagt_am


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
    """What of the history is asked for: kinds (none means all), a municipality, a part, and which end comes first.

    With a municipality or a part of the project, named as printed, only papers that say something about it count, and
    what hangs on them.
    """

    arten: frozenset[str] = frozenset()
    kommune: Kommune | None = None
    teilprojekt: str = ""
    neueste_zuerst: bool = False

    @property
    def ist_teil(self) -> bool:
        """Whether it asks for what some statements say, and not for all of the project."""
        return bool(self.kommune or self.teilprojekt)


ALLES = Auswahl()


@dataclass(frozen=True)
class Schluessel:
    """Where an entry stands and which record it is about."""

    tag: date | None
    art: Art
    pk: int


@dataclass(frozen=True)
class Eintrag:
    """One entry. What it is about is in the one of the records that its `art` names.

    `ohne_eintrag` are the Anfragen that a paper answers and that no entry of their own tells. `urteile` are the
    questions that staff found not fully answered, among those that its statements answer.
    """

    art: Art
    datum: date | None
    genauigkeit: str = Projektereignis.Genauigkeit.TAG
    ereignis: Projektereignis | None = None
    anfrage: Anfrage | None = None
    zusage: Zusage | None = None
    nachfrage: Nachfrage | None = None
    dokument: Dokument | None = None
    antwort: Antwort | None = None
    ohne_eintrag: list[Anfrage] = field(default_factory=list)
    urteile: list[Frage] = field(default_factory=list)
    aussagen: list[Projektaussage] = field(default_factory=list)
    kennzahlen: list[Kennzahl] = field(default_factory=list)

    @property
    def record(self) -> Any:
        """The record that the entry is about."""
        return self.ereignis or self.anfrage or self.zusage or self.nachfrage or self.dokument

    @property
    def titel(self) -> str:
        """What heads the entry of a paper: the questions it answers, unless they have entries of their own."""
        if self.antwort:
            return " / ".join(anfrage.titel for anfrage in self.ohne_eintrag)
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
        tage = self._tage
        gefragt = self._gefragt()
        gedruckt = {dokument for _, _, dokument in gefragt}
        gefunden = [Schluessel(tag, Art.AUSSAGE, pk) for pk, tag in tage.items() if pk not in gedruckt]
        for pk, gestellt_am, dokument in gefragt:
            if self._has_entry(gestellt_am, dokument):
                gefunden.append(Schluessel(gestellt_am or tage.get(dokument or 0), Art.ANFRAGE, pk))
        gefunden += [Schluessel(tag, Art.ZUSAGE, pk) for pk, tag in self._zusagen()]
        gefunden += [Schluessel(tag, Art.NACHFRAGE, pk) for pk, tag in self._nachfragen(gefragt)]
        if not self.auswahl.ist_teil:
            ereignisse = self.projekt.ereignisse.oeffentlich().values_list("pk", "datum")
            gefunden += [Schluessel(tag, Art.EREIGNIS, pk) for pk, tag in ereignisse]
        return self._sorted(eintrag for eintrag in gefunden if eintrag.art in (self.auswahl.arten or Art))

    def eintraege(self, schluessel: Sequence[Schluessel]) -> list[Eintrag]:
        """What these entries show: a fixed number of queries, however many there are."""
        je_art = defaultdict(set)
        for eintrag in schluessel:
            je_art[eintrag.art].add(eintrag.pk)
        ohne_eintrag = self._ohne_eintrag(je_art[Art.AUSSAGE])
        gefragt = anfragen({*je_art[Art.ANFRAGE], *chain(*ohne_eintrag.values())})
        papiere = dokumente(je_art[Art.AUSSAGE])
        aussagen = _je_dokument(
            self.aussagen().filter(dokument__in=papiere).prefetch_related("genannte_kommunen").order_by(*NACH_STELLE),
            papiere,
        )
        kennzahlen = _je_dokument(self.kennzahlen().filter(dokument__in=papiere), papiere)
        belegt_durch = Prefetch("dokument", oeffentlich.dokumente())
        ereignisse = self.projekt.ereignisse.prefetch_related(belegt_durch).in_bulk(je_art[Art.EREIGNIS])
        zusagen = zusagen_kurz().in_bulk(je_art[Art.ZUSAGE])
        zur_anfrage = [Prefetch(name, oeffentlich.anfragen_kurz()) for name in ("anfrage", "folgeanfrage")]
        nachfragen = Nachfrage.objects.prefetch_related(*zur_anfrage).in_bulk(je_art[Art.NACHFRAGE])
        je_pk = {papier.pk: papier for papier in papiere}
        eintraege = []
        for eintrag in schluessel:
            match eintrag.art:
                case Art.ANFRAGE:
                    eintraege.append(Eintrag(eintrag.art, eintrag.tag, anfrage=gefragt[eintrag.pk]))
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
                            ohne_eintrag=[gefragt[pk] for pk in ohne_eintrag[papier.pk]],
                            urteile=_urteile(antwort, aussagen[papier.pk]) if antwort else [],
                            aussagen=aussagen[papier.pk],
                            kennzahlen=[zahl for zahl in kennzahlen[papier.pk] if zahl.ist_eckwert],
                        )
                    )
        return eintraege

    @cached_property
    def _tage(self) -> dict[int, date | None]:
        """The day of each public paper about the project, with a statement about it, or with a figure of it."""
        quellen = [self.aussagen()]
        if not self.auswahl.ist_teil:
            quellen += [self.kennzahlen(), Projekt.dokumente.through.objects.filter(projekt=self.projekt)]
        erste, *weitere = (quelle.order_by().values_list("dokument", flat=True) for quelle in quellen)
        # Their keys first: a condition with an OR between the three would be asked of every paper on record.
        papiere = Dokument.objects.oeffentlich().filter(pk__in=list(erste.union(*weitere).order_by()))
        nach_nummer = papiere.order_by("wahlperiode", "nummer", "id")
        return dict(nach_nummer.annotate(tag=gesagt_am()).values_list("pk", "tag"))

    def _has_entry(self, gestellt_am: date | None, dokument: int | None) -> bool:
        """Whether an Anfrage has one: of unknown day and without a paper of its own here it is told with its answer."""
        return gestellt_am is not None or dokument in self._tage

    def aussagen(self) -> Any:
        """The public statements about the project, and the municipality and part if one is asked for."""
        aussagen = Projektaussage.objects.oeffentlich().zu(self.projekt).with_gesagt_am()
        aussagen = aussagen.select_related("kommune", "projekt__programm")
        if self.auswahl.kommune:
            aussagen = aussagen.ueber([self.auswahl.kommune])
        if self.auswahl.teilprojekt:
            aussagen = aussagen.filter(teilprojekt_gedruckt=self.auswahl.teilprojekt)
        return aussagen

    def kennzahlen(self) -> Any:
        alle = self.projekt.kennzahlen.oeffentlich().with_stand().order_by(*NACH_STELLE)
        return alle.filter(aussage__in=self.aussagen().values("pk")) if self.auswahl.ist_teil else alle

    def _gefragt(self) -> list[tuple[int, date | None, int | None]]:
        """The Anfragen that the papers answer or print: key, day, and the paper it is printed as."""
        anfragen = Anfrage.objects.oeffentlich().order_by().values_list("pk", "gestellt_am", "dokument", "nummer")
        papiere = list(self._tage)
        gefragt = anfragen.filter(antworten__dokument__in=papiere).union(anfragen.filter(dokument__in=papiere))
        return [(pk, tag, dokument) for pk, tag, dokument, _ in gefragt.order_by("nummer", "pk")]

    def _ohne_eintrag(self, papiere: Iterable[int]) -> defaultdict[int, list[int]]:
        """The keys of the Anfragen without an entry that each of these papers answers."""
        links = Antwort.anfragen.through.objects.filter(
            antwort__dokument__in=papiere, anfrage__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT
        ).order_by("anfrage__nummer", "anfrage")
        je_papier: defaultdict[int, list[int]] = defaultdict(list)
        for papier, anfrage, gestellt_am, dokument in links.values_list(
            "antwort__dokument", "anfrage", "anfrage__gestellt_am", "anfrage__dokument"
        ):
            if not self._has_entry(gestellt_am, dokument):
                je_papier[papier].append(anfrage)
        return je_papier

    def _zusagen(self) -> Iterable[tuple[int, date | None]]:
        zusagen = Zusage.objects.oeffentlich().filter(projekte=self.projekt)
        if self.auswahl.ist_teil:
            zusagen = zusagen.filter(dokument__in=list(self._tage))
        return zusagen.annotate(tag=gesagt_am("dokument__")).order_by(*NACH_STELLE).values_list("pk", "tag")

    def _nachfragen(self, gefragt: list[tuple[int, date | None, int | None]]) -> Iterable[tuple[int, date | None]]:
        nachfragen = Nachfrage.objects.oeffentlich().filter(anfrage__in=[pk for pk, _, _ in gefragt])
        return nachfragen.values_list("pk", "faellig_am")

    def _sorted(self, eintraege: Iterable[Schluessel]) -> list[Schluessel]:
        """The sort is stable: on one day the order of `Art` holds, whichever end comes first."""
        nach_rang = sorted(eintraege, key=lambda eintrag: RANG[eintrag.art])
        datiert = [eintrag for eintrag in nach_rang if eintrag.tag]
        datiert.sort(key=attrgetter("tag"), reverse=self.auswahl.neueste_zuerst)
        return [*datiert, *(eintrag for eintrag in nach_rang if not eintrag.tag)]


def anfragen(ids: Collection[int]) -> dict[int, Anfrage]:
    """The public ones of these Anfragen, with all that their entries show."""
    fragesteller = Fragesteller.objects.select_related("fraktion").order_by("position")
    gefunden: dict[int, Anfrage] = (
        Anfrage.objects.oeffentlich()
        .select_related("wahlperiode__parlament")
        .defer(*oeffentlich.LONG_TEXTS)
        .prefetch_related(Prefetch("fragesteller", fragesteller))
        .in_bulk(ids)
    )
    # What few of them need is read for those alone: the Fraktionen stand in for names, the papers for a number.
    prefetch_related_objects([anfrage for anfrage in gefunden.values() if not anfrage.fragesteller.all()], "fraktionen")
    prefetch_related_objects(
        [anfrage for anfrage in gefunden.values() if not anfrage.nummer],
        Prefetch("antworten", Antwort.objects.oeffentlich().for_list()),
        Prefetch("dokument", oeffentlich.dokumente()),
    )
    return gefunden


def dokumente(ids: Iterable[int]) -> list[Dokument]:
    """The public ones of these papers, with all that their entries show."""
    return list(
        Dokument.objects.oeffentlich()
        .filter(pk__in=ids)
        .for_list()
        .select_related("antwort__ministerium")
        .prefetch_related(Prefetch("antwort__teile", oeffentlich.antwortteile().only("antwort", "start", "ende")))
        .order_by("wahlperiode", "nummer", "id")
    )


def _urteile(antwort: Antwort, aussagen: Iterable[Projektaussage]) -> list[Frage]:
    """The questions not fully answered among those that these statements answer, or all if there are none.

    A statement whose place is in no part of the answer, or unknown, may answer any of them.
    """
    teile = list(antwort.teile.all())
    gemeint = {teil for aussage in aussagen for teil in teile if _covers(teil, aussage)} or teile
    fragen = {frage.pk: frage for teil in teile if teil in gemeint for frage in teil.fragen.all()}
    return [frage for frage in fragen.values() if frage.bewertung in (Frage.Bewertung.TEILWEISE, Frage.Bewertung.NICHT)]


def _covers(teil: Any, aussage: Any) -> bool:
    return None not in (teil.start, aussage.start) and teil.start <= aussage.start < teil.ende


def _je_dokument(records: Iterable[Any], papiere: Iterable[Dokument]) -> defaultdict[int, list[Any]]:
    """Records by their paper, each with the paper as it was read."""
    je_pk = {papier.pk: papier for papier in papiere}
    gruppen: defaultdict[int, list[Any]] = defaultdict(list)
    for record in records:
        record.dokument = je_pk[record.dokument_id]
        gruppen[record.dokument_id].append(record)
    return gruppen
