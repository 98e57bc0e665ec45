"""Projects that a text names without their Kennung: known names exactly as printed, similar ones as a suggestion.

A name such as "Lehrergewinnung" is an everyday word too. So a name counts as the project's only where the text calls
it one ("das Projekt Lehrergewinnung", „Lehrergewinnung“), or where the name is too peculiar to be anything else. All
others, and names that are only similar, are suggestions that a person decides on.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from projekte.parsing.bekannt import Bekannt, BekanntesProjekt
from projekte.parsing.tabelle import FELDNAME

# "im Projekt ", "die Projekte „", "das Vorhaben "
PROJEKTWORT_DAVOR = re.compile(r"\b(?:(?:Teil)?[Pp]rojekte?[ns]?|Vorhabens?|Initiative|Programms?) [„\"»‚(]?$")
ANFUEHRUNG_AUF = re.compile(r"[„\"»‚]$")
ANFUEHRUNG_ZU = re.compile(r"[“”\"«‘]")
ANFUEHRUNG = re.compile(r"[„\"»](?P<name>[^„“”\"«»]{4,120})[“”\"«]")  # „Excellence Department“
# "das Projekt Virtuelle Krankenhaus Ruhr wird": a capital and what goes on like a name
GENANNT = re.compile(
    r"\bProjekt(?:es|s|e|en)? (?P<name>[A-ZÄÖÜ][\w@.-]{2,40}(?: (?:(?:und|für|der|des|die|im|in|zur|zum|mit|@) )?"
    r"[A-ZÄÖÜ][\w@.-]{1,40}){0,6})"
)
WORTENDE = re.compile(r"(?:s|es|en)?(?![\w-])")
EIGENTUEMLICH = re.compile(r"\w[A-ZÄÖÜ@.]\w|\d|\b(?:Ruhr|RUHR|NRW|City|Games|Valley)\b")  # "RuhrReporter", "MediaLab"
STRICHE = dict.fromkeys("‐‑–—−", "-") | dict.fromkeys("„“”»«'’‚", '"')

SICHER = 0.9
EIGENER_NAME = 0.75
VERMUTET = 0.5
AEHNLICH_AB = 82.0  # of 100; "Excellence Department" and "Excellence Departments" have 98
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
    im_programm = names_programme(flat, bekannt.programme)
    text = _comparable(flat)
    funde: list[Namensfund] = []
    for von, bis in spannen:
        exakt = list(_exact(flat, text, von, bis, bekannt, im_programm=im_programm))
        funde += exakt
        if im_programm:
            funde += _similar(flat, von, bis, bekannt, exakt)
    return sorted(funde, key=lambda fund: fund.start)


def names_programme(flat: str, programme: Iterable[str]) -> bool:
    """Whether the text names one of the programmes: "Ruhr-Konferenz", "Ruhrkonferenz"."""
    ohne_strich = _comparable(flat).replace("-", "").casefold()
    return any(name.replace("-", "").casefold() in ohne_strich for name in programme if name)


def _exact(flat: str, text: str, von: int, bis: int, bekannt: Bekannt, *, im_programm: bool) -> Iterator[Namensfund]:
    """`text` is the flat text made comparable."""
    # "Vernetzte Mobilität – kurze Wege" is a Handlungsfeld, "Vernetzte Mobilität" a project.
    besetzt = {stelle for feld in FELDNAME.finditer(flat, von, bis) for stelle in range(*feld.span())}
    for name, projekt in bekannt.namen:
        gesucht, bei = _comparable_name(name), von
        while (start := text.find(gesucht, bei, bis)) >= 0:
            ende = bei = start + len(gesucht)
            if not _is_whole(text, start, ende) or not besetzt.isdisjoint(range(start, ende)):
                continue
            besetzt.update(range(start, ende))
            if sicherheit := _certainty(flat, start, ende, im_programm=im_programm):
                yield Namensfund(projekt, flat[start:ende], start, ende, sicherheit)


def _certainty(flat: str, start: int, ende: int, *, im_programm: bool) -> float:
    """0 for a name that nothing shows to be a project's."""
    davor, worte = flat[max(0, start - 30) : start], len(flat[start:ende].split())
    als_projekt = bool(PROJEKTWORT_DAVOR.search(davor))
    if not im_programm:
        return SICHER if als_projekt and worte > 1 else 0.0
    if als_projekt or (ANFUEHRUNG_AUF.search(davor) and ANFUEHRUNG_ZU.match(flat, ende)):
        return SICHER
    return EIGENER_NAME if EIGENTUEMLICH.search(flat, start, ende) or worte > 3 else VERMUTET


def _similar(flat: str, von: int, bis: int, bekannt: Bekannt, exakt: list[Namensfund]) -> Iterator[Namensfund]:
    """Phrases that the text sets off as a name and that resemble a known one."""
    besetzt = {stelle for fund in exakt for stelle in range(fund.start, fund.ende)}
    projekte = dict(reversed(bekannt.namen))
    namen = {name: _comparable_name(name).casefold() for name in projekte}
    gesucht = [treffer for muster in (ANFUEHRUNG, GENANNT) for treffer in muster.finditer(flat, von, bis)]
    for treffer in gesucht[:MEISTE_VERGLEICHE]:
        start, ende = treffer.span("name")
        if not besetzt.isdisjoint(range(start, ende)):
            continue
        gedruckt = _comparable(treffer["name"]).casefold()
        naechster = process.extractOne(gedruckt, namen, scorer=fuzz.ratio, score_cutoff=AEHNLICH_AB)
        if naechster:
            besetzt.update(range(start, ende))
            yield Namensfund(projekte[naechster[2]], treffer["name"], start, ende, VERMUTET)


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
