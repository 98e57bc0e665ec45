"""The line of the head that names the Anfrage, and the further Anfragen that one answer may answer with it.

Several stand in one line ("auf die Kleinen Anfragen 4284 vom 3. September 2020 und 4285 vom 4. September 2020 der
Abgeordneten ... Drucksachen 17/10815 und 17/10816") or in lines of their own, each with its askers and its Drucksache.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from anfragen.parsing.daten import DATUM, DATUM_IN_ZIFFERN, parse_datum
from anfragen.parsing.fassung import find_nachtrag
from anfragen.parsing.fragesteller import Nennung, nennung
from anfragen.parsing.raender import LANDTAG
from anfragen.parsing.records import Dokumentnummer, WeitereAnfrage

NUMMER = r"\d{1,2} ?/ ?\d{1,6}(?: ?\([Nn]eu\))?(?!\d)"
DRUCKSACHE = re.compile(rf"\b(?:Drucksachen?|Drs\.|LT-Drs\.) ?(?P<nummer>{NUMMER})")  # "Drucksache 17/4791"
WEITERE_DRUCKSACHE = re.compile(
    rf"(?:,| und| sowie) ?(?:(?:die )?Drucksachen? ?)?(?P<nummer>{NUMMER})"
)  # " und 17/4792"
ASKER = r"(?:des|der) ?(?:fraktionslosen )?(?:Abgeordneten|Fraktion(?:en)?)"
VOM = rf"(?: ?(?:vom|v\.) ?{DATUM})?"
# " und 1883 vom 10. Januar 2019", " und auf die Kleine Anfrage 1883", " bis 1885"
WEITERE = rf"(?:(?:,| und| sowie| bis) ?(?:(?:auf )?die (?:Kleine|Große) Anfrage )?\d{{1,5}}{VOM}){{0,8}}"
NUMMER_VOM = (
    rf"(?:Nr\. ?)?(?P<nummer>\d{{1,5}})(?: ?(?:vom|v\.) ?(?P<datum>{DATUM}))?(?P<weitere>{WEITERE}) ?(?={ASKER})"
)
# "Antwort der Landesregierung auf die Kleine Anfrage 1882 vom 9. Januar 2019 der Abgeordneten", and what extraction
# makes of it: "auf die Kleine Anfrage 5vom 13. Juni 2017 des AbgeordnetenSven"
ANTWORTZEILE = re.compile(
    rf"(?:Antwort (?:der|für die) Landess?regierung )?auf die (?P<art>Kleine|Große)n? ?Anfragen? ?{NUMMER_VOM}"
)
FRAGEZEILE = re.compile(rf"\b(?P<art>Kleine|Große) Anfrage ?{NUMMER_VOM}")  # "Kleine Anfrage 4284 des Abgeordneten"
FOLGEZEILE = re.compile(rf",?(?: und| sowie)? ?(?:auf )?die (?:Kleine|Große)n? ?Anfragen? ?{NUMMER_VOM}{ASKER} ?")
# Before these words of a text no head begins: "Die Antwort der Landesregierung auf die Kleine Anfrage 4001 zeigt"
IM_SATZ = re.compile(
    r"\b(?:[Dd]ie|[Dd]er|[Dd]en|[Ii]hrer?|[Dd]iese[rn]?|[Ee]iner?|[Mm]eine[rn]?|[Uu]nsere[rn]?) (?:Antwort )?"
    r"(?:der Landess?regierung )?\Z"
)
IM_SATZ_WEITE = 60
NACH_NAMEN = re.compile(rf" ?vom (?P<datum>{DATUM})")  # "des Abgeordneten Herbert Strotebeck vom 22.01.2020"
GLIED = re.compile(
    rf"(?P<wort>,|und|sowie|bis)[^\d]{{0,40}}(?P<nummer>\d{{1,5}})(?: ?(?:vom|v\.) ?(?P<datum>{DATUM}))?"
)
# A first head without a line that names an Anfrage: "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/5030"
ERSTER_KOPF = re.compile(
    rf"{LANDTAG}(?: \d{{1,2}}\. ?Wahlperiode)? {DRUCKSACHE.pattern[2:]}(?: \d{{1,2}}\. ?Wahlperiode)?"
    rf"(?: \(?Neudruck\)?)?(?: {DATUM_IN_ZIFFERN})?"
)
KOPF_MAX = 4000
ZEILE_MAX = 1000  # askers and number of one Anfrage in a line of its own
MEISTE_WEITERE = 50


@dataclass(frozen=True)
class Papiere:
    """The numbers printed right after the askers: of the question, and of further ones; and where they end."""

    erste: "re.Match[str] | None"
    weitere: tuple[Dokumentnummer, ...]
    ende: int


def find_anfragezeile(flach: str) -> "re.Match[str] | None":
    """The line that names the Anfrage; where the head is doubled, the last before a title."""
    antwort = next((zeile for zeile in ANTWORTZEILE.finditer(flach, 0, KOPF_MAX) if _is_head(flach, zeile)), None)
    frage = next((zeile for zeile in FRAGEZEILE.finditer(flach, 0, 1500) if _is_head(flach, zeile)), None)
    if antwort and (not frage or antwort.start() <= frage.start()):
        naechste = ANTWORTZEILE.search(flach, antwort.end(), antwort.end() + 400)
        druck = DRUCKSACHE.search(flach, antwort.end(), naechste.start()) if naechste else None
        # "Antwort ... SPD Drucksache 17/4791 Antwort ... SPD Drucksache 17/4791 Titel": nothing between the two
        doppelt = naechste and naechste["nummer"] == antwort["nummer"]
        if doppelt and naechste and druck and not ERSTER_KOPF.sub("", flach[druck.end() : naechste.start()]).strip():
            return naechste
        return antwort
    return frage


def _is_head(flach: str, zeile: "re.Match[str]") -> bool:
    davor = flach[max(0, zeile.start() - IM_SATZ_WEITE) : zeile.start()]
    return not IM_SATZ.search(davor) or find_nachtrag(flach, zeile.start()) is not None


def anfrage_datum(flach: str, zeile: "re.Match[str]", wer: Nennung) -> tuple[int, int] | None:
    """Where the date of the first Anfrage stands: after its number, after all numbers, or after the askers."""
    if zeile["datum"]:
        return zeile.span("datum")
    glieder = list(GLIED.finditer(flach, *zeile.span("weitere")))
    if glieder and glieder[-1]["datum"]:
        return glieder[-1].span("datum")
    nach_namen = NACH_NAMEN.match(flach, wer.ende)
    return nach_namen.span("datum") if nach_namen else None


def papiere(flach: str, erste: "re.Match[str] | None", ende: int) -> Papiere:
    """The list of numbers that begins with `erste`; without it, nothing at `ende`."""
    if not erste:
        return Papiere(None, (), ende)
    weitere = []
    ende = erste.end()
    while treffer := WEITERE_DRUCKSACHE.match(flach, ende):
        weitere.append(Dokumentnummer.parse(treffer["nummer"]))
        ende = treffer.end()
    return Papiere(erste, tuple(weitere), ende)


def weitere_anfragen(
    flach: str, zeile: "re.Match[str] | None", wer: Nennung, gedruckt: Papiere
) -> tuple[tuple[WeitereAnfrage, ...], int]:
    """The Anfragen beyond the first, in printed order, and where the head goes on after them.

    Drucksachen are given to Anfragen by their place, if there are as many of both.
    """
    if not zeile:
        return (), gedruckt.ende
    nummern = list(_listed(zeile))
    drucke: tuple[Dokumentnummer | None, ...] = gedruckt.weitere
    if len(drucke) != len(nummern):
        drucke = (None,) * len(nummern)
    anfragen = [
        WeitereAnfrage(nummer, datum, druck, wer.fragesteller, wer.fraktionen)
        for (nummer, datum), druck in zip(nummern, drucke, strict=True)
    ]
    bei = gedruckt.ende
    while gedruckt.erste and len(anfragen) < MEISTE_WEITERE and (folge := FOLGEZEILE.match(flach, bei)):
        druck = DRUCKSACHE.search(flach, folge.end(), folge.end() + ZEILE_MAX)
        if not druck:
            break
        wessen = nennung(flach, folge.end(), druck.start(), offen=False)
        datum = parse_datum(folge["datum"]) if folge["datum"] else None
        nummer = Dokumentnummer.parse(druck["nummer"])
        anfragen.append(WeitereAnfrage(int(folge["nummer"]), datum, nummer, wessen.fragesteller, wessen.fraktionen))
        bei = druck.end()
    return tuple(anfragen), bei


def _listed(zeile: "re.Match[str]") -> Iterator[tuple[int, date | None]]:
    """The numbers after the first with their dates; one printed after the last alone ("4284 und 4285 vom ...") is of
    all."""
    glieder = list(GLIED.finditer(zeile["weitere"]))
    letztes = glieder[-1]["datum"] if glieder else None
    fuer_alle = parse_datum(letztes) if letztes and not zeile["datum"] else None
    vorige = int(zeile["nummer"])
    for glied in glieder:
        nummer = int(glied["nummer"])
        datum = parse_datum(glied["datum"]) if glied["datum"] else fuer_alle
        ab = vorige + 1 if glied["wort"] == "bis" and vorige < nummer < vorige + MEISTE_WEITERE else nummer
        yield from ((n, datum) for n in range(ab, nummer + 1))
        vorige = nummer
