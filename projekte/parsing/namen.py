"""Projects that a text names without their Kennung: known names exactly as printed, similar ones as a suggestion.

A name such as "Lehrergewinnung" is an everyday word too. So a name counts as the project's only where the text calls
it one ("das Projekt Lehrergewinnung", „Lehrergewinnung“), or where the name is too peculiar to be anything else. All
others, and names that are only similar, are suggestions that a person decides on.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from projekte.parsing.bekannt import Bekannt, BekanntesProjekt
from projekte.parsing.programme import muster, named

# "im Projekt ", "die Projekte „", "das Vorhaben "
PROJEKTWORT_DAVOR = re.compile(r"\b(?:(?:Teil)?[Pp]rojekte?[ns]?|Vorhabens?|Initiative|Programms?) [„\"»‚›'(]?$")
ANFUEHRUNG_AUF = re.compile(r"(?<!\w)[„\"»‚›']$")
ANFUEHRUNG_ZU = re.compile(r"[“”\"«‘’‹'](?!\w)")
ANFUEHRUNG = re.compile(r"[„\"»](?P<name>[^„“”\"«»]{4,120})[“”\"«]")  # „Excellence Department“
EINFACHE_ANFUEHRUNG = re.compile(r"(?<!\w)[‚›'](?P<name>[^‚‘’›‹']{4,120})[‘’‹'](?!\w)")  # ‚Excellence Department‘
# "das Projekt Virtuelle Krankenhaus Ruhr wird": a capital and what goes on like a name
GENANNT = re.compile(
    r"\bProjekt(?:es|s|e|en)? (?P<name>[A-ZÄÖÜ][\w@.-]{2,40}(?: (?:(?:und|für|der|des|die|im|in|zur|zum|mit|@) )?"
    r"[A-ZÄÖÜ][\w@.-]{1,40}){0,6})"
)
WORTENDE = re.compile(r"(?:s|es|en)?(?![\w-])")
EIGENTUEMLICH = re.compile(r"\w[A-ZÄÖÜ@.]\w|\d|\b(?:Ruhr|RUHR|NRW|City|Games|Valley)\b")  # "RuhrReporter", "MediaLab"
# "Virtuelles Krankenhaus", which is also "das Virtuelle Krankenhaus"; in a sentence, only a name has such a capital
GEBEUGT = re.compile(r"(?P<stamm>[A-ZÄÖÜ][a-zäöü]{2,40})e[nrsm]?(?P<rest> [A-ZÄÖÜ].{0,300})")
BEUGUNG_DAVOR = re.compile(r"(?P<stamm>[A-ZÄÖÜ][a-zäöü]{2,40})e[nrsm]?$")
SATZ_DAVOR = re.compile(r"(?:^|[.!?:;•–“”\"]) ?$")
# "Projekte Ruhr Games, „Sport Valley“ und Mobil in der Stadt"
AUFZAEHLUNG = re.compile(r"[“”\"«‘’‹']?(?:,|,? und|,? sowie) [„\"»‚›'(]?")
STRICHE = dict.fromkeys("‐‑–—−", "-") | dict.fromkeys("„“”»«'’‚", '"')

SICHER = 0.9
GLEICH_BIS_AUF_STRICHE = 0.8
EIGENER_NAME = 0.75
VERMUTET = 0.5
MEISTE_VERGLEICHE = 200


@dataclass(frozen=True)
class Namensfund:
    """A name in the flat text, the project it may mean, and how sure that is: a suggestion below `EIGENER_NAME`."""

    projekt: BekanntesProjekt
    name: str
    start: int
    ende: int
    sicherheit: float

    @property
    def ist_vermutung(self) -> bool:
        return self.sicherheit < EIGENER_NAME


def find(flat: str, spannen: Iterable[tuple[int, int]], bekannt: Bekannt) -> list[Namensfund]:
    """The names in these spans, in their order, none overlapping another. Never raises.

    Only a text that speaks of one of the programmes is searched for names that have no word for "project" before
    them: elsewhere "Lehrergewinnung" is no project.
    """
    if not bekannt.projekte:
        return []
    im_programm = bool(named(flat, bekannt.programme))
    text = _comparable(flat)
    funde: list[Namensfund] = []
    for von, bis in spannen:
        exakt = _exact(flat, text, von, bis, bekannt, im_programm=im_programm)
        funde += exakt
        if im_programm:
            funde += _similar(flat, von, bis, bekannt, exakt)
    return sorted(funde, key=lambda fund: fund.start)


def _exact(flat: str, text: str, von: int, bis: int, bekannt: Bekannt, *, im_programm: bool) -> list[Namensfund]:
    """`text` is the flat text made comparable. The finds are in the order of the text."""
    besetzt = _fields(flat, von, bis, bekannt)
    funde: list[Namensfund] = []
    for name, projekt in bekannt.schreibweisen:
        gesucht = _comparable_name(name)
        for start, ende in _places(text, gesucht, von, bis):
            if not _is_whole(text, start, ende) or not besetzt.isdisjoint(range(start, ende)):
                continue
            besetzt.update(range(start, ende))
            if sicherheit := _certainty(flat, start, ende, im_programm=im_programm):
                gedruckt = flat[start:ende] if text.startswith(gesucht, start) else name  # declined is no other name
                funde.append(Namensfund(projekt, gedruckt, start, ende, sicherheit))
    return _with_enumerations(flat, sorted(funde, key=lambda fund: fund.start))


def _places(text: str, name: str, von: int, bis: int) -> Iterator[tuple[int, int]]:
    """Where a name stands, also with its first word declined."""
    gebeugt = GEBEUGT.fullmatch(name)
    gesucht, bei = gebeugt["rest"] if gebeugt else name, von
    while (start := text.find(gesucht, bei, bis)) >= 0:
        bei = start + len(gesucht)
        if not gebeugt:
            yield start, bei
        elif (davor := BEUGUNG_DAVOR.search(text, max(von, start - 45), start)) and davor["stamm"] == gebeugt["stamm"]:
            yield davor.start(), bei


def _with_enumerations(flat: str, funde: list[Namensfund]) -> list[Namensfund]:
    """What is enumerated after a name that surely is one, is one: "die Projekte Lehrergewinnung und Talentkollegs"."""
    ergebnis = funde[:1]
    for fund in funde[1:]:
        sicher_davor = ergebnis[-1].sicherheit == SICHER
        if fund.ist_vermutung and sicher_davor and AUFZAEHLUNG.fullmatch(flat, ergebnis[-1].ende, fund.start):
            fund = replace(fund, sicherheit=SICHER)
        ergebnis.append(fund)
    return ergebnis


def _fields(flat: str, von: int, bis: int, bekannt: Bekannt) -> set[int]:
    """The offsets in Handlungsfelder: "Vernetzte Mobilität – kurze Wege" is one, "Vernetzte Mobilität" a project."""
    felder = muster(bekannt.programme).feldname.finditer(flat, von, bis)
    return {stelle for feld in felder for stelle in range(*feld.span())}


def _certainty(flat: str, start: int, ende: int, *, im_programm: bool) -> float:
    """0 for a name that nothing shows to be a project's."""
    davor, worte = flat[max(0, start - 30) : start], len(flat[start:ende].split())
    als_projekt = bool(PROJEKTWORT_DAVOR.search(davor))
    if not im_programm:
        return SICHER if als_projekt and worte > 1 else 0.0
    if als_projekt or (ANFUEHRUNG_AUF.search(davor) and ANFUEHRUNG_ZU.match(flat, ende)):
        return SICHER
    gross_im_satz = GEBEUGT.fullmatch(flat, start, ende) and not SATZ_DAVOR.search(davor)
    eigen = gross_im_satz or EIGENTUEMLICH.search(flat, start, ende) or worte > 3
    return EIGENER_NAME if eigen else VERMUTET


def _similar(flat: str, von: int, bis: int, bekannt: Bekannt, exakt: list[Namensfund]) -> Iterator[Namensfund]:
    """Phrases that the text sets off as a name and that resemble a known one."""
    besetzt = {stelle for fund in exakt for stelle in range(fund.start, fund.ende)} | _fields(flat, von, bis, bekannt)
    namen = bekannt.namensindex
    abgesetzt = (ANFUEHRUNG, EINFACHE_ANFUEHRUNG, GENANNT)
    gesucht = [treffer for muster in abgesetzt for treffer in muster.finditer(flat, von, bis)]
    for treffer in gesucht[:MEISTE_VERGLEICHE]:
        start, ende = treffer.span("name")
        if besetzt.isdisjoint(range(start, ende)) and (projekt := namen.find(treffer["name"])):
            besetzt.update(range(start, ende))
            sicherheit = GLEICH_BIS_AUF_STRICHE if namen.is_same(treffer["name"], projekt) else VERMUTET
            yield Namensfund(projekt, treffer["name"], start, ende, sicherheit)


def _is_whole(text: str, start: int, ende: int) -> bool:
    """Whether the name is no part of a longer word; a genitive or plural may follow: "des RuhrReporters"."""
    davor = text[start - 1 : start]
    return not davor.isalnum() and davor != "-" and bool(WORTENDE.match(text, ende))


def _comparable(text: str) -> str:
    """For comparing only; as long as `text`, so that offsets hold."""
    for zeichen, ersatz in STRICHE.items():
        text = text.replace(zeichen, ersatz)  # many times as fast as str.translate, which looks up each character
    return text


@lru_cache(maxsize=10_000)
def _comparable_name(name: str) -> str:
    """The same for a known name, which is looked for in every text."""
    return _comparable(name)
