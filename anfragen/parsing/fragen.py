"""The questions of an Anfrage, and with each the instruction in brackets that belongs to it.

Many numbers look like a question's ("2. Bundesliga", "1. Halbjahr 2016", a list inside an answer). Each candidate is
weighed by what stands around it (`kandidaten`), and the best chain 1, 2, 3 ... or 1.1, 1.2, 2 ... (`stufen`) is taken
as a whole, so one odd number misleads no other. Nothing here looks at line breaks.
"""

import re
from dataclasses import dataclass, replace

from anfragen.parsing.fragennummern import key
from anfragen.parsing.fragetext import EINLEITUNG, frageende, satzende
from anfragen.parsing.gliederung import find_abschnitte
from anfragen.parsing.kandidaten import BUCHSTABE, FRAGEWORT, NUMMER, ROEMISCH, Kandidat, candidates, chain
from anfragen.parsing.records import Beleg, Frage
from anfragen.parsing.stufen import stepped
from anfragen.parsing.text import Lesetext

# A heading over some questions: "... veranschlagt. II. Förderung 3. Welche", "C. Neubau und Bestand 7. Wie"
ABSCHNITT = re.compile(
    r"[.?!:…)\]“”\"»] (?P<abschnitt>(?:[IVX]{1,5}|[A-H])\. ?(?:\d{1,2}\. ?)?[A-ZÄÖÜ][^.?!:;]{1,120}) \Z"
)
KAPITEL = re.compile(
    r"[.?!:…)\]“”\"»] (?P<abschnitt>(?P<nummer>\d{1,2})\.? [A-ZÄÖÜ][^.?!:;]{1,120}) \Z"
)  # "2 Radwege 2.1"
ABSCHNITT_MAX = 140
ZU = "Zu "  # "Zu Frage 1: Wie viele Züge fuhren?"
NEBENFRAGE = re.compile(
    r"(?:Wenn|Falls|Und|Oder|Sofern|Warum nicht|Wieso nicht|Weshalb nicht)\b"
)  # "Wenn nein, warum?"
NUMMERIERT = "frage-mit-nummer"
MIT_BUCHSTABE = "frage-mit-buchstabe"
ROEMISCH_GEZAEHLT = "frage-mit-roemischer-zahl"
IN_STUFEN = "frage-mit-stufe"
IM_ABSCHNITT = "frage-mit-nummer-im-abschnitt"
OHNE_NUMMER = "frage-ohne-nummer"
SICHERHEIT = {
    NUMMERIERT: 1.0,
    IN_STUFEN: 0.9,
    IM_ABSCHNITT: 0.9,
    MIT_BUCHSTABE: 0.9,
    ROEMISCH_GEZAEHLT: 0.9,
    OHNE_NUMMER: 0.7,
}
FRAGEN_MAX = 60


@dataclass(frozen=True)
class Fund:
    """A question as found: its span in the reading text with number and brackets, so that its answer begins after.

    `beginn` is where the heading of its section begins, which belongs to no answer before it. `nummer` counts through
    the document; `gedruckt` is the number that words like "Zu Frage 2" mean, in the form of `fragennummern.key`,
    `abschnitt` the sign of the part that it counts in, if parts count anew.
    """

    nummer: int
    start: int
    ende: int
    text: str
    hinweis: str
    regel: str
    beginn: int
    gedruckt: str
    bezeichnung: str = ""
    abschnitt: str = ""


def find_fragen(text: str, ab: int, bis: int) -> tuple[Fund, ...]:
    """The questions in `text[ab:bis]`, in order, counted through; letters and Roman numbers count, too."""
    return _restarting(text, ab, bis) or _counted(text, ab, bis)


def _restarting(text: str, ab: int, bis: int) -> tuple[Fund, ...]:
    """The questions of parts that each count from 1; none if there are no such parts."""
    abschnitte = find_abschnitte(text, ab, bis)
    if not abschnitte:
        return ()
    funde = [fund for fund in _counted(text, ab, abschnitte[0].start) if fund.regel == NUMMERIERT]
    enden = [*(abschnitt.start for abschnitt in abschnitte[1:]), bis]
    for abschnitt, ende in zip(abschnitte, enden, strict=True):
        neue = [fund for fund in _counted(text, abschnitt.ende, ende) if fund.regel == NUMMERIERT]
        if not neue or neue[0].nummer != 1:
            return ()
        davor = funde[-1].nummer if funde else 0
        neue[0] = replace(neue[0], beginn=abschnitt.start)
        funde += [
            replace(
                fund,
                nummer=davor + fund.nummer,
                regel=IM_ABSCHNITT,
                bezeichnung=f"{abschnitt.zeichen}. {fund.bezeichnung}",
                abschnitt=abschnitt.zeichen,
            )
            for fund in neue
        ]
    return tuple(funde)


def _counted(text: str, ab: int, bis: int) -> tuple[Fund, ...]:
    """The questions with numbers, else with letters, else with Roman numbers, else with nothing."""
    einfach = chain(candidates(text, NUMMER, ab, bis))
    if stufen := stepped(text, ab, bis, mehr_als=len(einfach)):
        return _as_funde(text, stufen, IN_STUFEN, ab, bis)
    for muster, regel in ((NUMMER, NUMMERIERT), (BUCHSTABE, MIT_BUCHSTABE), (ROEMISCH, ROEMISCH_GEZAEHLT)):
        kette = einfach if muster is NUMMER else chain(candidates(text, muster, ab, bis))
        if len(kette) > (muster is not NUMMER):  # a single letter is no list
            return _as_funde(text, kette, regel, ab, bis)
    return _unnumbered(text, ab, bis)


def _as_funde(text: str, kette: list[Kandidat], regel: str, ab: int, bis: int) -> tuple[Fund, ...]:
    funde = []
    if kette[0].nummer == 2:
        # The first question lost its number; what stands before the second is where it is.
        funde += [replace(f, nummer=1, gedruckt="1") for f in _unnumbered(text, ab, kette[0].start)[-1:]]
    enden = [k.start for k in kette[1:]] + [bis]
    for kandidat, ende in zip(kette, enden, strict=True):
        frage = frageende(text, kandidat.ende, ende)
        funde.append(
            Fund(
                kandidat.nummer,
                kandidat.start,
                frage.ende,
                frage.text,
                frage.hinweis,
                regel,
                beginn=_section_start(text, ab, kandidat),
                gedruckt=key(kandidat.bezeichnung) if regel == IN_STUFEN else str(kandidat.nummer),
                bezeichnung=kandidat.bezeichnung,
            )
        )
    return tuple(funde)


def _section_start(text: str, ab: int, kandidat: Kandidat) -> int:
    """Where the heading begins that stands right before the question; the question's own start if none does."""
    von = max(ab, kandidat.start - ABSCHNITT_MAX)
    davor = text[von : kandidat.start]
    abschnitt = ABSCHNITT.search(davor)
    kapitel = KAPITEL.search(davor)
    if kapitel and kandidat.bezeichnung.startswith(f"{kapitel['nummer']}."):
        abschnitt = kapitel
    if abschnitt:
        return von + abschnitt.start("abschnitt")
    return kandidat.start - len(ZU) if davor.endswith(ZU) else kandidat.start


def as_frage(text: Lesetext, fund: Fund) -> Frage:
    """The record of a found question."""
    beleg = Beleg(*text.source_span(fund.start, fund.ende), fund.regel, SICHERHEIT[fund.regel])
    wortlaut = text.without_fussnoten(fund.text, fund.start, fund.ende)
    return Frage(fund.nummer, wortlaut, fund.hinweis, beleg, fund.bezeichnung)


def _unnumbered(text: str, ab: int, bis: int) -> tuple[Fund, ...]:
    """Questions that no number tells: sentences that ask, after the words that announce them if there are any."""
    if einleitung := EINLEITUNG.search(text, ab, bis):
        ab = einleitung.end()
    funde: list[Fund] = []
    bei = ab
    while bei < bis and len(funde) < FRAGEN_MAX:
        ende = satzende(text, bei, bis)
        start = bei + len(text[bei:ende]) - len(text[bei:ende].lstrip(" •–-"))
        if text[start:ende].startswith(("[...]", "[…]")):
            start += text[start:ende].index("]") + 2
        if "?" in text[max(start, ende - 5) : ende] and FRAGEWORT.match(text, start):
            frage = frageende(text, start, ende, allein=True)
            if funde and NEBENFRAGE.match(text, start) and not text[funde[-1].ende : start].strip():
                letzte = funde.pop()
                frage = frageende(text, letzte.start, ende)
                start, bei = letzte.start, letzte.beginn
            frage = frage.mit_klammern(text, bis)
            funde.append(
                Fund(
                    len(funde) + 1,
                    start,
                    frage.ende,
                    frage.text,
                    frage.hinweis,
                    OHNE_NUMMER,
                    bei,
                    str(len(funde) + 1),
                )
            )
            ende = max(ende, frage.ende)
        bei = ende
    return tuple(funde)
