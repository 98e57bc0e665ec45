"""One pass over the flat text: a word of a series (or a bracket) with a number opens a group, and from there its
list, its ranges and the Drucksachen printed for an Anfrage are read by matching at the place reached."""

import re
from dataclasses import dataclass, replace

from anfragen.parsing.records import Befund, Verweistyp
from anfragen.parsing.verweise import formen
from anfragen.parsing.verweise.zahlen import Zahl, anfragen_go_on, is_year, read_anfrage, read_papers

ANFRAGEN = (Verweistyp.KLEINE_ANFRAGE, Verweistyp.GROSSE_ANFRAGE)
KLAMMER_LAENGE = 400  # how far a bracket after an Anfrage may reach


@dataclass(eq=False)
class Fund:
    """A reference while its group is still being read; offsets into the flat text."""

    typ: Verweistyp
    wahlperiode: int | None
    nummer: int
    start: int
    ende: int
    regel: str
    sicherheit: float = 1.0
    abgeleitet: bool = False
    stelle: str = ""
    paar: "Fund | None" = None


class Suche:
    """The pass over one text; `funde` and `befunde` (spans of the flat text) are what it yields."""

    def __init__(self, flat: str, wahlperiode: int | None) -> None:
        self.flat = flat
        self.wahlperiode = wahlperiode
        self.funde: list[Fund] = []
        self.befunde: list[Befund] = []
        self._aus_bereichen = formen.MEISTE_AUS_BEREICHEN

    def run(self) -> None:
        bei = 0
        while anker := formen.ANKER.search(self.flat, bei):
            if _is_anfrage(anker) and not formen.MIT_WAHLPERIODE.match(self.flat, anker.end()):
                ende = self._anfragen(anker)
            else:
                _, ende = self._papers(anker)
            bei = max(ende, anker.end())

    def _papers(self, anker: re.Match[str]) -> tuple[list[Fund], int]:
        """A list of numbers n/m (or m) after the word of a series, or in a bracket of their own."""
        flat, name = self.flat, anker.lastgroup or ""
        nackt = name == "KLAMMER"
        # "LT-Drs. 10591" may go without Wahlperiode; "Vorlage 12", "DS 3", "die Zahl der Drucksachen 2018" may not.
        ohne = name == "DRUCKSACHE" and bool(formen.OHNE_WAHLPERIODE.match(anker.group()))
        zahlen, ende = read_papers(flat, anker.end(), ohne_wahlperiode=ohne)
        if not zahlen or (nackt and not self._is_bare_list(anker.end(), zahlen)) or self._is_foreign(anker, ende):
            return [], max(ende, anker.end())
        if self._is_own_number(anker, ende):
            return [], ende
        regel = name.lower().replace("_", "-")
        typ = Verweistyp.DRUCKSACHE if nackt or _is_anfrage(anker) else Verweistyp[name]
        if typ is Verweistyp.DRUCKSACHE and self._is_bundestag(anker, ende, zahlen[0]):
            typ = Verweistyp.BUNDESTAGSDRUCKSACHE
        if len(zahlen) == 1 and (zusatz := formen.DES_BUNDESTAGES.match(flat, ende)):
            zahlen = [replace(zahlen[0], ende=zusatz.end())]
        if _is_anfrage(anker):
            regel = "anfrage-mit-drucksachennummer"  # "die kleine Anfrage 17/3546": no Anfrage is numbered so
        neu = self._record(typ, zahlen, anker.end() if nackt else anker.start(), regel)
        if nackt or _is_anfrage(anker):
            for fund in neu:
                fund.sicherheit = min(fund.sicherheit, 0.8)  # no word of the series is printed
        return neu, ende

    def _is_own_number(self, anker: re.Match[str], ende: int) -> bool:
        """Whether this is the number in the document's head: "17. Wahlperiode Drucksache 17/5030 08.02.2019"."""
        start = anker.start()
        if not formen.KOPF_EIGENE_NUMMER.search(self.flat, max(0, start - 20), start):
            return False
        return bool(formen.KOPF_DATUM.match(self.flat, ende)) or "LANDTAG" in self.flat[max(0, start - 80) : start]

    def _is_bundestag(self, anker: re.Match[str], ende: int, zahl: Zahl) -> bool:
        """Whether the words say so, or speak of the Bund before a number of a Wahlperiode that the Landtag has not."""
        flat, start = self.flat, anker.start()
        davor = formen.IM_BUNDESTAG.search(flat, max(0, start - 40), start)
        if "Bundestag" in anker.group() or davor or formen.DES_BUNDESTAGES.match(flat, ende):
            return True
        spaeter = bool(self.wahlperiode and zahl.wahlperiode and zahl.wahlperiode > self.wahlperiode)
        return spaeter and bool(formen.DER_BUND.search(flat, max(0, start - formen.DER_BUND_WEITE), start))

    def _is_foreign(self, anker: re.Match[str], ende: int) -> bool:
        start = anker.start()
        davor = formen.FREMD_DAVOR.search(self.flat, max(0, start - formen.FREMD_WEITE), start)
        return bool(davor or formen.FREMD.match(self.flat, ende))

    def _is_bare_list(self, start: int, zahlen: list[Zahl]) -> bool:
        """Whether a bracket without a word is a reference: "(16/10287)", not "(24/7)", "(2016/17)", "(12/2016)"."""
        if not formen.NUR_ZAHLEN.match(self.flat, start):
            return False
        for zahl in zahlen:
            wp = zahl.wahlperiode or 0
            nahe = self.wahlperiode is None or self.wahlperiode - 6 <= wp <= self.wahlperiode
            if wp < 10 or zahl.nummer < 100 or not nahe or (is_year(zahl.nummer) and wp != self.wahlperiode):
                return False
        return True

    def _anfragen(self, anker: re.Match[str]) -> int:
        """Numbers of Anfragen, each alone or all together followed by their Drucksachen."""
        flat, wort = self.flat, anker.group()
        typ = Verweistyp[anker.lastgroup or ""]
        if self._is_heading_or_own(anker):
            return anker.end()
        mehrere = bool(formen.MEHRZAHL.search(wort))
        offen: list[Fund] = []  # Anfragen still without a Drucksache
        start, bei = anker.start(), anker.end()
        while zahl := read_anfrage(flat, bei, mehrere=mehrere):
            if wort.startswith("GA") and zahl.nummer > formen.HOECHSTE_NUMMER[typ]:
                return zahl.ende  # the short form is too weak for an unlikely number: "GA 2017"
            neu = self._record(typ, [zahl], start, typ.name.lower().replace("_", "-"))
            if mehrere and is_year(zahl.nummer):
                neu[0].sicherheit = 0.6  # "die Zahl der Kleinen Anfragen 2018 und 2019" means years
            if zahl.bis and not mehrere:
                for fund in neu:
                    fund.sicherheit = min(fund.sicherheit, 0.8)  # the word is a singular
            offen += neu
            bei, fertig = self._drucksachen_of(offen, zahl.ende)
            offen = [] if fertig else offen
            weiter = formen.UND.match(flat, bei)
            if not weiter or not anfragen_go_on(flat, weiter.end(), zahl, wort):
                break
            start = bei = weiter.end()
        return bei

    def _is_heading_or_own(self, anker: re.Match[str]) -> bool:
        """A heading before numbered text ("Wortlaut der Kleinen Anfrage 1. Wie"), or a question paper's own number."""
        flat, start = self.flat, anker.start()
        if formen.UEBERSCHRIFT.search(flat, max(0, start - 30), start) or formen.FRAGENUMMER.match(flat, anker.end()):
            return True
        fragepapier = start < 600 and formen.KOPF_FRAGEPAPIER.search(flat, max(0, start - 6), start)
        return bool(fragepapier and formen.KOPF_FRAGESTELLER.match(flat, flat.find(" ", anker.end())))

    def _drucksachen_of(self, anfragen: list[Fund], bei: int) -> tuple[int, bool]:
        """Drucksachen printed for these Anfragen at `bei`, paired by position: where on, and whether there were any."""
        flat = self.flat
        if wp := formen.DER_WAHLPERIODE.match(flat, bei):
            bei = wp.end()
        nach = bei
        for muster in formen.LUECKEN if len(anfragen) == 1 else ():
            luecke = muster.match(flat, nach)
            nach = luecke.end() if luecke else nach
        auf = formen.KLAMMER_AUF.match(flat, nach)
        klammer = auf.end() - 1 if auf else nach
        if flat.startswith("(", klammer):
            zu = flat.find(")", klammer, klammer + KLAMMER_LAENGE)
            inhalt, ende = self._in_bracket(klammer, zu) if zu > 0 else ([], bei)
        else:
            zusatz = formen.ALS_ZUSATZ.match(flat, nach)
            anker = formen.ANKER.match(flat, zusatz.end()) if zusatz else None
            if not anker or anker.lastgroup != "DRUCKSACHE":
                return bei, False
            inhalt, ende = self._papers(anker)
        drucksachen = [fund for fund in inhalt if fund.typ is Verweistyp.DRUCKSACHE]
        if drucksachen:
            self._pair(anfragen, drucksachen)
        return (ende if inhalt else bei), bool(drucksachen)

    def _in_bracket(self, auf: int, zu: int) -> tuple[list[Fund], int]:
        """The papers named in a bracket, up to another Anfrage that stands in it; and where to go on."""
        neu: list[Fund] = []
        bei = auf
        while anker := formen.ANKER.search(self.flat, bei, zu):
            if _is_anfrage(anker):
                return neu, bei
            funde, ende = self._papers(anker)
            neu += funde
            bei = max(ende, anker.end())
        return neu, max(bei, zu + 1)

    def _pair(self, anfragen: list[Fund], drucksachen: list[Fund]) -> None:
        if len(anfragen) == 1:  # its question paper and its answer
            anfragen = anfragen * len(drucksachen)
        if len(anfragen) != len(drucksachen):
            zahlen = f"{len(anfragen)} Anfragen stehen {len(drucksachen)} Drucksachen gegenüber"
            spannen = [(funde[0].start, funde[-1].ende) for funde in (anfragen, drucksachen)]
            self._note("paare-ungleich", f"{zahlen}; welche zu welcher gehört, ist nicht zu erkennen.", *spannen)
            return
        for anfrage, drucksache in zip(anfragen, drucksachen, strict=True):
            drucksache.paar = anfrage
            if anfrage.abgeleitet and not drucksache.abgeleitet:
                anfrage.wahlperiode, anfrage.abgeleitet = drucksache.wahlperiode, False
                anfrage.sicherheit = certainty(anfrage, self.wahlperiode)

    def _record(self, typ: Verweistyp, zahlen: list[Zahl], start: int, regel: str) -> list[Fund]:
        """Adds the references of one list, ranges taken apart; the first begins with its word at `start`."""
        davor = formen.FRAGE.search(self.flat, max(0, start - 60), start)
        danach = formen.SEITE.match(self.flat, zahlen[-1].ende) or formen.DORT_FRAGE.match(self.flat, zahlen[-1].ende)
        neu: list[Fund] = []
        for zahl in zahlen:
            von = start if zahl is zahlen[0] else zahl.start
            for nummer in self._expand(zahl, von):
                fund = Fund(typ, zahl.wahlperiode or self.wahlperiode, nummer, von, zahl.ende, regel)
                fund.abgeleitet = zahl.wahlperiode is None
                fund.regel = "bereich" if zahl.bis else regel
                fund.stelle = davor["stelle"] if davor else ""
                fund.sicherheit = certainty(fund, self.wahlperiode)
                neu.append(fund)
        neu[-1].stelle = neu[-1].stelle or (danach["stelle"] if danach else "")
        self.funde += neu
        return neu

    def _expand(self, zahl: Zahl, von: int) -> list[int]:
        if zahl.bis is None:
            return [zahl.nummer]
        spanne = zahl.bis - zahl.nummer
        if 0 <= spanne < min(formen.GROESSTER_BEREICH, self._aus_bereichen):
            self._aus_bereichen -= spanne
            return list(range(zahl.nummer, zahl.bis + 1))
        art = "absteigender-bereich" if spanne < 0 else "zu-grosser-bereich"
        wie = "läuft abwärts" if spanne < 0 else "umfasst zu viele Nummern"
        wortlaut = self.flat[von : zahl.ende]
        self._note(art, f"Der Bereich „{wortlaut}“ {wie}; nur die beiden Enden sind erfasst.", (von, zahl.ende))
        return [zahl.nummer, zahl.bis] if zahl.bis else [zahl.nummer]

    def _note(self, regel: str, text: str, *spannen: tuple[int, int]) -> None:
        self.befunde.append(Befund(regel, text, spannen))


def _is_anfrage(anker: re.Match[str]) -> bool:
    return (anker.lastgroup or "").endswith("ANFRAGE")


def certainty(fund: Fund, wahlperiode: int | None) -> float:
    """Low for a number the series never reached or a Wahlperiode still to come, a little less for what is inferred."""
    if fund.nummer > formen.HOECHSTE_NUMMER[fund.typ]:
        return 0.3
    if wahlperiode and (fund.wahlperiode or 0) > wahlperiode and fund.typ is not Verweistyp.BUNDESTAGSDRUCKSACHE:
        return 0.4
    return 0.9 if fund.abgeleitet else 1.0
