"""From what was read about projects to the record, as part of the batch that records the documents."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from anfragen.abgleich import Abgleich, Ziele
from anfragen.models import Befund as GespeicherterBefund
from anfragen.models import Beleglage, Dokument, Zusage
from anfragen.parsing.records import Befund, Beleg, Drucksache
from anfragen.stapel import Stapel
from anfragen.suche.normal import normalise
from projekte import adressen, gegenstaende, parsing
from projekte.befunde import (
    PROJEKTNAME_VERMUTET,
    Gegenstaende,
    mehrdeutige_kennungen,
    titel_passt_nicht,
    unbekannte_projekte,
    vermutete_namen,
)
from projekte.models import Kennzahl, Kommune, Projekt, Projektaussage, Projektname, Zeitangabe
from projekte.parsing import erwaehnungen, titel
from projekte.stammdaten import Stammdaten
from projekte.zusagenbezug import Zusagenbezuege

# A project as a document means it: programme and Kennung, or behind an empty text the natural key.
Gemeint = tuple[str, str, str]
# "Konzept einer Integrierten Mobilität (InnaMo Ruhr)"
KURZNAME = re.compile(r"(?P<lang>[^()]{1,250}) \((?P<name>[^()]{1,60})\)$")


def befunde(drucksache: Drucksache, lesung: parsing.Projektlesung, bekannt: Gegenstaende) -> list[Befund]:
    return [
        *titel_passt_nicht(drucksache, lesung, bekannt),
        *vermutete_namen(lesung),
        *mehrdeutige_kennungen(lesung.mehrdeutige),
    ]


class Projektmitschrift:
    """What a batch of documents says about projects: read at once, and recorded document by document."""

    def __init__(self, drucksachen: Sequence[Drucksache]) -> None:
        self.stammdaten = Stammdaten()
        self.bekannt = self.stammdaten.bekannt()
        self.lesungen = {id(drucksache): parsing.parse(drucksache, self.bekannt) for drucksache in drucksachen}
        self.gegenstaende: dict[str, Gegenstaende] = {}  # by parliament
        # What is on record and has a place in the text, by the identity of its Dokument, which may have no key yet.
        self.aussagen: dict[int, list[Projektaussage]] = defaultdict(list)
        self.kennzahlen: dict[int, list[Kennzahl]] = defaultdict(list)
        self.zeitangaben: dict[int, list[Zeitangabe]] = defaultdict(list)
        self.zusagen = Zusagenbezuege()
        self.verworfen: set[str] = set()  # what findings said of names that staff know to be no project's

    def load(self, dokumente: Sequence[Dokument], stapel: Stapel) -> None:
        self.verworfen = set(GespeicherterBefund.objects.verworfene_texte(PROJEKTNAME_VERMUTET))
        je_id = {dokument.pk: dokument for dokument in dokumente}
        projekte = {projekt.pk: projekt for projekt in stapel.merke(self.stammdaten.projekte.values())}
        kommunen = {kommune.pk: kommune for kommune in self.stammdaten.kommunen.values()}
        gelesen = {"dokument__in": je_id, "start__isnull": False}
        aussagen = Projektaussage.objects.filter(**gelesen).prefetch_related("genannte_kommunen").order_by("start")
        for aussage in stapel.merke(aussagen):
            aussage.projekt = projekte[aussage.projekt_id]
            aussage.kommune = kommunen.get(aussage.kommune_id)
            self.aussagen[id(je_id[aussage.dokument_id])].append(aussage)
        for kennzahl in stapel.merke(Kennzahl.objects.filter(**gelesen).order_by("start")):
            self.kennzahlen[id(je_id[kennzahl.dokument_id])].append(kennzahl)
        for angabe in stapel.merke(Zeitangabe.objects.filter(**gelesen).order_by("start")):
            self.zeitangaben[id(je_id[angabe.dokument_id])].append(angabe)
        self.zusagen.load(je_id, projekte, stapel)

    def record(
        self,
        drucksache: Drucksache,
        dokument: Dokument,
        gesagt_am: date | None,
        abgleich: Abgleich,
        zusagen: Sequence[Zusage] = (),
    ) -> Sequence[Befund]:
        lesung = self.lesungen[id(drucksache)]
        projekte = {_schluessel(a): self._projekt(a, dokument, abgleich) for a in lesung.projekte}
        self._write_aussagen(lesung, projekte, dokument, abgleich)
        self._write_kennzahlen(lesung, projekte, dokument, gesagt_am, abgleich)
        self._write_zeitangaben(lesung, projekte, dokument, abgleich)
        self.zusagen.record(
            zusagen, self.aussagen[id(dokument)], self._in_title(drucksache, dokument), dokument, abgleich
        )
        parlament = dokument.wahlperiode.parlament.kuerzel
        if parlament not in self.gegenstaende:
            self.gegenstaende[parlament] = gegenstaende.from_database(parlament)
        gefunden = befunde(drucksache, lesung, self.gegenstaende[parlament])
        gefunden += unbekannte_projekte(a for a in lesung.projekte if projekte[_schluessel(a)] is None)
        return [befund for befund in gefunden if befund.text not in self.verworfen]

    def _in_title(self, drucksache: Drucksache, dokument: Dokument) -> Projekt | None:
        """The one project that the paper is about as a whole."""
        fund = titel.find(drucksache.vorblatt.titel or dokument.titel, self.bekannt)
        return self.stammdaten.projekte.get(fund.projekt.schluessel) if fund and fund.sicher else None

    def _projekt(self, aussage: parsing.Projektaussage, dokument: Dokument, abgleich: Abgleich) -> Projekt | None:
        """The project of a statement.

        A Kennung that isn't on record becomes a project, if a table gives its Handlungsfeld; without, its statement
        can't be filed and is left to the findings. Names that only may mean a project are findings too.
        """
        stammdaten = self.stammdaten
        if aussage.projekt:
            projekt = stammdaten.projekte.get(aussage.projekt)
        else:
            bekannt = stammdaten.mit_kennung(aussage.programm, aussage.kennung)
            projekt = bekannt or self._new_kennung(aussage, dokument, abgleich)
        name = _printed_name(aussage)
        if projekt and name and name not in (namen := stammdaten.namen[projekt.natural_key()]):
            namen.append(name)
            abgleich.schreibe(Projektname(projekt=projekt, name=name), {"dokument": dokument})
        return projekt

    def _new_kennung(self, aussage: parsing.Projektaussage, dokument: Dokument, abgleich: Abgleich) -> Projekt | None:
        """The project that gets the Kennung: one of that name that had none, else a new one."""
        if not (handlungsfeld := self.stammdaten.handlungsfelder.get((aussage.programm, aussage.handlungsfeld))):
            return None
        quelle = f"{dokument}, {abgleich.grund}"
        gesucht = normalise(aussage.name)
        projekt = next((p for p in self._without_kennung(handlungsfeld.programm_id) if gesucht in self._names(p)), None)
        if projekt is None:
            projekt = Projekt(
                programm=handlungsfeld.programm,
                schluessel=self._free_key(aussage),
                name=aussage.name,
                handlungsfeld=handlungsfeld,
                handlungsfeld_beleglage=Beleglage.BELEGT,
                quelle=quelle,
            )
            self.stammdaten.add(projekt, [])
        beleg = {"kennung": aussage.kennung, "kennung_beleglage": Beleglage.BELEGT, "kennung_quelle": quelle}
        abgleich.schreibe(projekt, beleg)
        self.stammdaten.je_kennung[aussage.programm, aussage.kennung] = projekt
        return projekt

    def _free_key(self, aussage: parsing.Projektaussage) -> str:
        """The key for a new project. Where another one of that name has it, with another Kennung, both stay apart."""
        key = adressen.key_of(aussage.name) or aussage.kennung
        vergeben = (aussage.programm, key) in self.stammdaten.projekte
        return f"{key[: 149 - len(aussage.kennung)]}-{aussage.kennung}" if vergeben else key

    def _without_kennung(self, programm_id: int) -> list[Projekt]:
        return [p for p in self.stammdaten.projekte.values() if p.programm_id == programm_id and not p.kennung]

    def _names(self, projekt: Projekt) -> set[str]:
        return {normalise(name) for name in (projekt.name, *self.stammdaten.namen[projekt.natural_key()])}

    def _write_aussagen(
        self,
        lesung: parsing.Projektlesung,
        projekte: Mapping[Gemeint, Projekt | None],
        dokument: Dokument,
        abgleich: Abgleich,
    ) -> None:
        gelesen: dict[Any, Mapping[str, Any]] = {}
        orte = {}
        for aussage in lesung.projekte:
            if projekt := projekte[_schluessel(aussage)]:
                key = projekt.natural_key(), aussage.beleg.start
                gelesen[key] = {
                    "projekt": projekt,
                    "kommune": self.stammdaten.kommunen.get(aussage.ort or aussage.genannter_ort),
                    "wortlaut": aussage.wortlaut,
                    "name_gedruckt": _printed_name(aussage),
                    "teilprojekt_gedruckt": aussage.teilprojekt,
                    "teilprojekt": self._teilprojekt(projekt, aussage.teilprojekt),
                    **_beleg_felder(aussage.beleg),
                }
                orte[key] = self._several_places(aussage)
        self.aussagen[id(dokument)] = list(
            abgleich.gleiche_ab(
                self.aussagen[id(dokument)],
                gelesen,
                lambda a: (a.projekt.natural_key(), a.start),
                Projektaussage,
                {"dokument": dokument},
                Ziele("genannte_kommunen", orte),
            ).values()
        )

    def _teilprojekt(self, ganzes: Projekt, gedruckt: str) -> Projekt | None:
        """The part on record that bears the printed name, or its short one in brackets at the end: "(InnaMo Ruhr)"."""
        if not gedruckt or ganzes.pk is None:
            return None
        kurz = KURZNAME.search(gedruckt)
        namen = {normalise(gedruckt), *((normalise(kurz["name"]), normalise(kurz["lang"])) if kurz else ())}
        teile = [p for p in self.stammdaten.projekte.values() if p.teilprojekt_von_id == ganzes.pk]
        gemeint = [teil for teil in teile if namen & self._names(teil)]
        return gemeint[0] if len(gemeint) == 1 else None

    def _several_places(self, aussage: parsing.Projektaussage) -> list[Kommune]:
        """The municipalities of a statement that speaks of more than one."""
        return [self.stammdaten.kommunen[ort] for ort in aussage.genannte_orte if ort in self.stammdaten.kommunen]

    def _write_kennzahlen(
        self,
        lesung: parsing.Projektlesung,
        projekte: Mapping[Gemeint, Projekt | None],
        dokument: Dokument,
        gesagt_am: date | None,
        abgleich: Abgleich,
    ) -> None:
        gelesen = {
            (zahl.beleg.start, zahl.beleg.ende, zahl.art.value): {
                **self._bezug(zahl, projekte, dokument),
                "art": zahl.art.value,
                "wert": zahl.wert,
                "wert_bis": zahl.bis,
                "je": zahl.je,
                "einheit": zahl.einheit[:60],
                "ungefaehr": zahl.ungefaehr,
                "wofuer": zahl.wofuer[:300],
                "stand_am": _stand(zahl, gesagt_am),
                "wortlaut": zahl.wortlaut[:500],
            }
            for zahl in lesung.kennzahlen
        }
        self.kennzahlen[id(dokument)] = list(
            abgleich.gleiche_ab(
                self.kennzahlen[id(dokument)],
                gelesen,
                lambda k: (k.start, k.ende, k.art),
                Kennzahl,
                {"dokument": dokument},
            ).values()
        )

    def _write_zeitangaben(
        self,
        lesung: parsing.Projektlesung,
        projekte: Mapping[Gemeint, Projekt | None],
        dokument: Dokument,
        abgleich: Abgleich,
    ) -> None:
        gelesen = {
            (zeit.beleg.start, zeit.beleg.ende): {
                **self._bezug(zeit, projekte, dokument),
                "von": zeit.von,
                "bis": zeit.bis,
                "richtung": zeit.richtung.value,
                "wortlaut": zeit.wortlaut[:200],
            }
            for zeit in lesung.zeitangaben
        }
        self.zeitangaben[id(dokument)] = list(
            abgleich.gleiche_ab(
                self.zeitangaben[id(dokument)],
                gelesen,
                lambda z: (z.start, z.ende),
                Zeitangabe,
                {"dokument": dokument},
            ).values()
        )

    def _bezug(
        self,
        angabe: parsing.Kennzahl | parsing.Zeitangabe,
        projekte: Mapping[Gemeint, Projekt | None],
        dokument: Dokument,
    ) -> dict[str, Any]:
        """The statement that a figure or date stands in, and its project: the one that all such statements are of."""
        start, ende = angabe.beleg.start, angabe.beleg.ende
        darin = [a for a in self.aussagen[id(dokument)] if _spans(a, start, ende)]
        einzige = darin[0].projekt if darin and all(a.projekt == darin[0].projekt for a in darin) else None
        return {
            "projekt": projekte.get((angabe.programm, angabe.kennung, "")) if angabe.kennung else einzige,
            "aussage": darin[0] if darin else None,
            **_beleg_felder(angabe.beleg),
        }


def _schluessel(aussage: parsing.Projektaussage) -> Gemeint:
    """What a statement knows its project by: the Kennung, or where it has none the key on record."""
    return (aussage.programm, aussage.kennung, "") if aussage.kennung else ("", *(aussage.projekt or ("", "")))


def _printed_name(aussage: parsing.Projektaussage) -> str:
    """A mention by Kennung prints none of its own: its name is known, or is that of the table."""
    return "" if aussage.beleg.regel == erwaehnungen.KENNUNG else aussage.name


def _stand(zahl: parsing.Kennzahl, gesagt_am: date | None) -> date | None:
    """The day that a figure is of: as printed, unless the paper had yet to come; else the paper's own."""
    return min(filter(None, (zahl.stand_am, gesagt_am)), default=None)


def _spans(aussage: Projektaussage, start: int, ende: int) -> bool:
    return aussage.start is not None and aussage.ende is not None and aussage.start <= start and ende <= aussage.ende


def _beleg_felder(beleg: Beleg) -> dict[str, Any]:
    return {"start": beleg.start, "ende": beleg.ende, "regel": beleg.regel, "sicherheit": beleg.sicherheit}
