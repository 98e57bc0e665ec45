"""A batch of lines into the database: in one transaction, in a fixed number of queries, and only what differs.

What the index itself wrote before, it may correct. What staff or the import of a text wrote, it only completes where a
field is empty: an index has less than the printed paper.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from anfragen import befunde, erweiterung, resolving
from anfragen.abgleich import LEER
from anfragen.models import Anfrage, Antwort, Befund, Dokument, Fragesteller
from anfragen.verzeichnis import schreiben, werte
from anfragen.verzeichnis.bestand import Akte, Bestand, Widerspruch
from anfragen.verzeichnis.stammdaten import Stammdaten
from anfragen.verzeichnis.vorgang import vorgaenge
from anfragen.verzeichnis.zeilen import Ablehnung, Zeile

OHNE_ART = "verzeichnis-ohne-art"
OHNE_ART_TEXT = "Das Verzeichnis nennt die Art der Anfrage nicht; sie ist als Kleine Anfrage übernommen."


@dataclass
class Bilanz:
    """What became of the lines of a batch, a file or an import. `behalten` counts those of which something was left
    out because staff or the paper itself say otherwise."""

    angelegt: int = 0
    geaendert: int = 0
    unveraendert: int = 0
    abgelehnt: int = 0
    behalten: int = 0

    def add(self, andere: "Bilanz") -> None:
        for name, zahl in vars(andere).items():
            setattr(self, name, getattr(self, name) + zahl)


@transaction.atomic
def record(zeilen: Sequence[Zeile], stammdaten: Stammdaten) -> tuple[Bilanz, list[Ablehnung]]:
    """Writes a batch, in which each paper and each number of an Anfrage stands only once."""
    angenommen, abgelehnt = vorgaenge(zeilen, stammdaten)
    bestand = Bestand.load(angenommen)
    akten = []
    for vorgang in angenommen:
        try:
            akten.append(bestand.akte(vorgang))
        except Widerspruch as fehler:
            abgelehnt.append(Ablehnung(vorgang.zeile.nummer, fehler.grund, fehler.abhilfe))
    Aufnahme(akten, bestand, stammdaten.grund).write()
    bilanz = Bilanz(abgelehnt=len(abgelehnt), behalten=sum(akte.behalten for akte in akten))
    for akte in akten:
        if akte.angelegt:
            bilanz.angelegt += 1
        elif akte.geaendert:
            bilanz.geaendert += 1
        else:
            bilanz.unveraendert += 1
    return bilanz, sorted(abgelehnt, key=lambda ablehnung: ablehnung.zeile)


@dataclass
class Aufnahme:
    """The writing of one batch: papers first, then the Anfragen and who asks, then the answers that join them."""

    akten: Sequence[Akte]
    bestand: Bestand
    grund: str
    # What references may have waited for.
    papiere: list[Dokument] = field(default_factory=list)
    anfragen: list[Anfrage] = field(default_factory=list)

    def write(self) -> None:
        self._dokumente()
        self._anfragen()
        self._antworten()
        self._befunde()
        anders = [akte for akte in self.akten if akte.angelegt or akte.geaendert]
        # Also an Anfrage that was on record: its first answer is the paper that references to it lead to.
        resolving.heal(
            [*self.papiere, *(akte.dokument for akte in anders)],
            [*self.anfragen, *(akte.anfrage for akte in anders if akte.anfrage)],
        )
        dokumente = [*self.papiere, *(akte.dokument for akte in self.akten if akte.geaendert)]
        erweiterung.erfasst(dokumente)
        befunde.pruefe(dokumente)

    def _dokumente(self) -> None:
        wuensche = []
        for akte in self.akten:
            if akte.dokument.pk is None:
                self.papiere.append(akte.dokument)
            else:
                wuensche.append((akte, akte.dokument, werte.dokument(akte.vorgang, akte.dokument)))
            if akte.frage_dokument and akte.frage_dokument.pk is None:
                self.papiere.append(akte.frage_dokument)
            elif akte.frage_dokument and not akte.frage_dokument.art:
                wuensche.append((akte, akte.frage_dokument, {"art": Dokument.Art.FRAGE}))
        schreiben.create(Dokument, self.papiere, self.grund)
        anders = self._allowed(Dokument, wuensche)
        for akte in self.akten:
            if akte.dokument.nur_zitiert:
                da = {"nur_zitiert": False, "herkunft": Dokument.Herkunft.VERZEICHNIS}
                anders[akte.dokument.pk] = anders.get(akte.dokument.pk, {}) | da
        schreiben.update(Dokument, anders, self.grund)

    def _anfragen(self) -> None:
        wuensche = []
        for akte in self.akten:
            if akte.anfrage and akte.anfrage.pk is None:
                self.anfragen.append(akte.anfrage)
            elif akte.anfrage:
                wuensche.append((akte, akte.anfrage, self._anfrage_werte(akte, akte.anfrage)))
        historie = schreiben.create(Anfrage, self.anfragen, self.grund)
        anders = self._allowed(Anfrage, wuensche)
        self.anfragen += [anfrage for _, anfrage, _ in wuensche if "nummer" in anders.get(anfrage.pk, {})]
        for akte in self.akten:
            for anfrage in self._answered_before(akte):
                if stand := self._stand(akte, anfrage):
                    anders[anfrage.pk] = anders.get(anfrage.pk, {}) | stand
                    vars(anfrage).update(stand)
                    akte.geaendert = True
        neu, weg = self._fraktionen()
        anders |= {pk: {} for pk, _ in (*neu, *weg) if pk not in anders and pk not in historie}
        historie |= schreiben.update(Anfrage, anders, self.grund)
        schreiben.link(Anfrage, "fraktionen", neu, weg)
        schreiben.snapshot(Anfrage, "fraktionen", historie)

    def _anfrage_werte(self, akte: Akte, anfrage: Anfrage) -> dict[str, Any]:
        felder: dict[str, Any] = {"titel": akte.zeile.titel, "gestellt_am": akte.zeile.gestellt_am}
        nummer = akte.zeile.anfrage_nummer
        if nummer and self.bestand.nach_nummer.get((anfrage.wahlperiode_id, anfrage.art, nummer)) in (None, anfrage):
            felder |= {"nummer": nummer, "nummer_abgeleitet": akte.zeile.anfrage_nummer_abgeleitet}
        if not nummer and not anfrage.nummer:
            felder["art"] = akte.zeile.art
        if akte.frage_dokument and self.bestand.nach_dokument.get(akte.frage_dokument.pk) in (None, anfrage):
            felder["dokument_id"] = akte.frage_dokument.pk
        return felder

    def _answered_before(self, akte: Akte) -> list[Anfrage]:
        """The stored Anfragen whose state hangs on this answer."""
        ids = self.bestand.beantwortet[akte.antwort.pk] if akte.antwort.pk else set()
        if akte.anfrage and akte.anfrage.pk in self.bestand.anfragen:
            ids = ids | {akte.anfrage.pk}
        return [self.bestand.anfragen[pk] for pk in sorted(ids)]

    def _stand(self, akte: Akte, anfrage: Anfrage) -> dict[str, Any]:
        """What `Anfrage.stand_nachfuehren` would derive from the answers, this one among them; empty if it stands."""
        tage = self.bestand.tage[anfrage.pk]
        tage[akte.dokument.pk] = akte.antwort.datum_wirksam
        stand = {
            "zustand": Anfrage.Zustand.BEANTWORTET,
            "beantwortet_am": min(filter(None, tage.values()), default=None),
        }
        return {} if stand == {name: getattr(anfrage, name) for name in stand} else stand

    def _fraktionen(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Writes the askers; gives the links from Anfragen to Fraktionen that are to be added and taken away."""
        neu, weg, fragesteller, ersetzt = [], [], [], []
        fremd = self._asked_by_others()
        for akte in self.akten:
            if (anfrage := akte.anfrage) is None:
                continue
            if self._other_askers(akte, anfrage):
                if anfrage.pk in fremd and self.bestand.fragesteller[anfrage.pk]:
                    akte.behalten = True
                else:
                    ersetzt.append(anfrage.pk)
                    fragesteller += werte.new_fragesteller(akte.vorgang, anfrage)
                    akte.geaendert = True
            if gelesen := self._other_fraktionen(akte, anfrage):
                bisher = self.bestand.fraktionen[anfrage.pk]
                if anfrage.pk in fremd and bisher:
                    akte.behalten = True
                else:
                    neu += [(anfrage.pk, pk) for pk in sorted(gelesen - bisher)]
                    weg += [(anfrage.pk, pk) for pk in sorted(bisher - gelesen)]
                    akte.geaendert = True
        # Django takes a query for the history of each one deleted; only a corrected index has any.
        Fragesteller.objects.filter(anfrage__in=[pk for pk in ersetzt if self.bestand.fragesteller[pk]]).delete()
        schreiben.create(Fragesteller, fragesteller, self.grund)
        return neu, weg

    def _asked_by_others(self) -> set[int]:
        """The stored Anfragen whose askers or Fraktionen differ from the index and are not the index's to change."""
        anders = {
            akte.anfrage.pk: akte
            for akte in self.akten
            if akte.anfrage
            and akte.anfrage.pk in self.bestand.anfragen
            and (self._other_askers(akte, akte.anfrage) or self._other_fraktionen(akte, akte.anfrage))
        }
        return (
            {pk for pk, akte in anders.items() if akte.ist_erfasst}
            | schreiben.von_anderen(Anfrage, anders)
            | schreiben.von_anderen(Fragesteller, anders, "anfrage_id")
        )

    def _other_askers(self, akte: Akte, anfrage: Anfrage) -> bool:
        bisher = self.bestand.fragesteller[anfrage.pk]
        gelesen = akte.vorgang.fragesteller
        if not akte.zeile.fraktionen:
            # A line that names no Fraktion doesn't say that the askers have none.
            bekannt = {asker.person_id: asker.fraktion_id for asker in bisher}
            gelesen = [(person, bekannt.get(person), gedruckt) for person, _, gedruckt in gelesen]
        return bool(gelesen) and gelesen != [(a.person_id, a.fraktion_id, a.name_gedruckt) for a in bisher]

    def _other_fraktionen(self, akte: Akte, anfrage: Anfrage) -> set[int]:
        """The ids of the line's Fraktionen; empty if it has none or just the stored ones."""
        gelesen = {fraktion.pk for fraktion in akte.vorgang.fraktionen}
        return gelesen if gelesen != self.bestand.fraktionen[anfrage.pk] else set()

    def _antworten(self) -> None:
        neu = [akte.antwort for akte in self.akten if akte.angelegt]
        wuensche = [(a, a.antwort, werte.antwort(a.vorgang)) for a in self.akten if not a.angelegt]
        historie = schreiben.create(Antwort, neu, self.grund)
        anders = self._allowed(Antwort, wuensche)
        links = []
        for akte in self.akten:
            if akte.anfrage and akte.anfrage.pk not in self.bestand.beantwortet[akte.antwort.pk]:
                links.append((akte.antwort.pk, akte.anfrage.pk))
                akte.geaendert = True
        anders |= {pk: {} for pk, _ in links if pk not in anders and pk not in historie}
        historie |= schreiben.update(Antwort, anders, self.grund)
        schreiben.link(Antwort, "anfragen", links)
        schreiben.snapshot(Antwort, "anfragen", historie)

    def _befunde(self) -> None:
        ohne_art = [akte.dokument for akte in self.akten if akte.angelegt and akte.zeile.art is None]
        if ohne_art:
            bekannt = set(
                Befund.objects.filter(dokument__in=ohne_art, regel=OHNE_ART).values_list("dokument", flat=True)
            )
            neu = [
                Befund(dokument=dokument, regel=OHNE_ART, text=OHNE_ART_TEXT)
                for dokument in ohne_art
                if dokument.pk not in bekannt
            ]
            schreiben.create(Befund, neu, self.grund)

    def _allowed(
        self, modell: Any, wuensche: Iterable[tuple[Akte, Any, Mapping[str, Any]]]
    ) -> dict[int, dict[str, Any]]:
        """Of the values wanted for stored records those that differ and may be written, by id; set on the records."""
        anders = {}
        for akte, stored, felder in wuensche:
            neu = {name: wert for name, wert in felder.items() if wert not in LEER and getattr(stored, name) != wert}
            anders[stored.pk] = (akte, stored, neu, {name for name in neu if not _empty(stored, name)})
        strittig = {pk: akte for pk, (akte, _, _, belegt) in anders.items() if belegt}
        fremd = {pk for pk, akte in strittig.items() if akte.ist_erfasst} | schreiben.von_anderen(modell, strittig)
        erlaubt = {}
        for pk, (akte, stored, neu, belegt) in anders.items():
            if pk in fremd:
                akte.behalten = True
                neu = {name: wert for name, wert in neu.items() if name not in belegt}
            if neu:
                akte.geaendert = True
                erlaubt[pk] = neu
                for name, wert in neu.items():
                    setattr(stored, name, wert)
        return erlaubt


def _empty(stored: Any, name: str) -> bool:
    """Whether nothing is known; whether a number was inferred, nobody knows before there is one."""
    return getattr(stored, "nummer" if name == "nummer_abgeleitet" else name) in LEER
