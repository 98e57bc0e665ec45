"""The questions of an Anfrage, and with each the instruction in brackets that belongs to it.

Many numbers look like a question's ("2. Bundesliga", "1. Halbjahr 2016", a list inside an answer). Each candidate is
weighed by what stands around it, and the best chain 1, 2, 3 ... is taken as a whole, so one odd number misleads no
other. Nothing here looks at line breaks.
"""

import re
from dataclasses import dataclass, replace

from anfragen.parsing.fragetext import FRAGEZEICHEN, LETZTE_FRAGE, SATZ, frageende, satzende
from anfragen.parsing.gliederung import find_abschnitte, position
from anfragen.parsing.records import Beleg, Frage
from anfragen.parsing.text import Lesetext

# "1. Welche", "2) Wie", "Frage 3: Ist", "4.Wird" where a space got lost
NUMMER = re.compile(
    r"(?<![\w.,/§&-])(?:(?P<frage>Frage (?:Nr\. ?)?)(?P<mit_wort>[1-9]\d{0,2}) ?[:.)]? ?"
    r"|(?P<nackt>[1-9]\d{0,2})(?:\.\)|[.)]) ?)(?=[A-ZÄÖÜ„»\"“‚(\[…]|[a-z]\) ?[A-ZÄÖÜ])"
)
BUCHSTABE = re.compile(r"(?<![\w.,/§&-])(?P<zeichen>[a-z])[.)] (?=[A-ZÄÖÜ„»\"“‚(\[…])")  # "a) Welche", "b. Wie"
ROEMISCH = re.compile(r"(?<![\w.,/§&-])(?P<zeichen>[IVX]{1,6})[.)] (?=[A-ZÄÖÜ„»\"“‚(\[…])")  # "I. Welche", "IV) Wie"
# A heading over some questions: "... veranschlagt. II. Förderung 3. Welche", "C. Neubau und Bestand 7. Wie"
ABSCHNITT = re.compile(
    r"[.?!:…)\]“”\"»] (?P<abschnitt>(?:[IVX]{1,5}|[A-H])\. ?(?:\d{1,2}\. ?)?[A-ZÄÖÜ][^.?!:;]{1,120}) \Z"
)
ABSCHNITT_MAX = 140
# A number with one of these is an ordinal: "17. Legislaturperiode", "2. Bundesliga", "1. Bauabschnitt", "3. Oktober"
ORDNUNGSZAHL = re.compile(
    r"(?:Legislatur|Wahlperiode|Sitzung|Halbjahr|Quartal|Trimester|Bundesliga|Liga\b|Bauabschnitt|Abschnitt\b|Lesung"
    r"|Januar|Februar|März|April|Mai\b|Juni|Juli|August|September|Oktober|November|Dezember|Tag\b|Woche|Monat|Jahr"
    r"|Klasse|Jahrgang|Schuljahr|Etage|Stock|Obergeschoss|OG\b|Platz|Rang\b|Lebens|Welle|Stufe|Phase|Runde|Spieltag"
    r"|Weltkrieg|Auflage|Änderung|Verordnung|BImSch|Fachsemester|Semester|Bürgermeister|Vorsitz|Senat|Strafsenat"
    r"|Kammer|Kapitel|Absatz|Satz\b|Alternative|Instanz|Rate\b|Ausbaustufe|Tranche|Förder(?:phase|periode)|FC\b)"
)
FRAGEWORT = re.compile(
    r"(?:[„»\"“(\[]|[a-z]\) ?)?(?:Wie|Wann|Wo|Wer|Was|Warum|Weshalb|Wieso|Wofür|Wodurch|Womit|Woran|Worauf|Woraus"
    r"|Worin|Wozu|Wovon|Wohin|Woher|Wen|Wem|Wessen|Welch(?:e|er|es|en|em)?|Inwie(?:weit|fern)|Ist|Sind|War|Waren"
    r"|Hat|Haben|Hatte|Wird|Werden|Wurde|Wurden|Würde|Kann|Können|Konnte|Soll|Sollen|Sollte|Muss|Müssen|Darf|Dürfen"
    r"|Gibt|Gab|Gäbe|Plant|Beabsichtigt|Hält|Sieht|Teilt|Trifft|Liegen|Liegt|Lag|Bestehen|Besteht|Bis wann|Seit wann"
    r"|Kennt|Unterstützt|Will|Befürwortet|Erwägt|Strebt|Stimmt|Verfügt|Existier(?:t|en)|Ab wann|Falls|Sofern|Wenn"
    r"|(?:In|Auf|Bei|Aus|Mit|An|Zu|Für|Von|Nach|Unter|Durch|Gegen|Über|Um|Vor|Ab|Bis|Seit|Aufgrund|Anhand|Hinsichtlich)"
    r"(?: \w+)? (?:w(?:elch|ie|ann|as|em|en)\w*))\b"
)
AUFFORDERUNG = re.compile(r"(?:Bitte|Nennen|Listen|Schildern|Erläutern|Stellen|Führen)\b")  # "1. Bitte nennen Sie ..."
SATZENDE_DAVOR = re.compile(r"[.?!:;…)\]“”\"»]\s?\Z")
WORT_DAVOR = re.compile(r"[\w,] ?\Z")  # "in der 2. Bundesliga", "Bonn 2 2. Wahl"
# "Ziffer 3. Das", "am 1. Mai", "bis 5. Juni"; after an abbreviation a question can still begin ("... die Art. 2. Wie")
VERWEIS_DAVOR = re.compile(r"\b(?:Nummer|Ziffer|Tabelle|Anlage|Seite|zu|zur|und|bis|[Aa]m|[Vv]om) ?\Z")
KURZVERWEIS_DAVOR = re.compile(r"(?:\b(?:Nr|Ziff|Abs|Art|Kap)\.|§) ?\Z")
# "Vor diesem Hintergrund frage ich die Landesregierung:"
EINLEITUNG = re.compile(r"\b(?:frag(?:e|en)|bitte[nt]?)\b[^.?!:]{0,80}\bLandess?regierung\b[^.?!:]{0,60}:")
NEBENFRAGE = re.compile(
    r"(?:Wenn|Falls|Und|Oder|Sofern|Warum nicht|Wieso nicht|Weshalb nicht)\b"
)  # "Wenn nein, warum?"
NUMMERIERT = "frage-mit-nummer"
MIT_BUCHSTABE = "frage-mit-buchstabe"
ROEMISCH_GEZAEHLT = "frage-mit-roemischer-zahl"
IM_ABSCHNITT = "frage-mit-nummer-im-abschnitt"
OHNE_NUMMER = "frage-ohne-nummer"
SICHERHEIT = {NUMMERIERT: 1.0, IM_ABSCHNITT: 0.9, MIT_BUCHSTABE: 0.9, ROEMISCH_GEZAEHLT: 0.9, OHNE_NUMMER: 0.7}
FRAGEN_MAX = 60


@dataclass(frozen=True)
class Fund:
    """A question as found: its span in the reading text with number and brackets, so that its answer begins after.

    `beginn` is where the heading of its section begins, which belongs to no answer before it. `nummer` counts through
    the document; `gedruckt` is the number that is printed, which words like "Zu Frage 2" mean, `abschnitt` the sign of
    the part that it counts in, if parts count anew.
    """

    nummer: int
    start: int
    ende: int
    text: str
    hinweis: str
    regel: str
    beginn: int
    gedruckt: int
    bezeichnung: str = ""
    abschnitt: str = ""


@dataclass(frozen=True)
class _Kandidat:
    nummer: int
    bezeichnung: str
    start: int
    ende: int
    gewicht: float


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
        if not neue or neue[0].gedruckt != 1:
            return ()
        davor = funde[-1].nummer if funde else 0
        neue[0] = replace(neue[0], beginn=abschnitt.start)
        funde += [
            replace(
                fund,
                nummer=davor + fund.gedruckt,
                regel=IM_ABSCHNITT,
                bezeichnung=f"{abschnitt.zeichen}. {fund.bezeichnung}",
                abschnitt=abschnitt.zeichen,
            )
            for fund in neue
        ]
    return tuple(funde)


def _counted(text: str, ab: int, bis: int) -> tuple[Fund, ...]:
    """The questions with numbers, else with letters, else with Roman numbers, else with nothing."""
    for muster, regel in ((NUMMER, NUMMERIERT), (BUCHSTABE, MIT_BUCHSTABE), (ROEMISCH, ROEMISCH_GEZAEHLT)):
        kette = _chain(_candidates(text, muster, ab, bis))
        if len(kette) > (muster is not NUMMER):  # a single letter is no list
            return _as_funde(text, kette, regel, ab, bis)
    return _unnumbered(text, ab, bis)


def _as_funde(text: str, kette: list[_Kandidat], regel: str, ab: int, bis: int) -> tuple[Fund, ...]:
    funde = []
    if kette[0].nummer == 2:
        # The first question lost its number; what stands before the second is where it is.
        funde += [replace(f, nummer=1, gedruckt=1) for f in _unnumbered(text, ab, kette[0].start)[-1:]]
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
                beginn=_section_start(text, ab, kandidat.start),
                gedruckt=kandidat.nummer,
                bezeichnung=kandidat.bezeichnung,
            )
        )
    return tuple(funde)


def _section_start(text: str, ab: int, start: int) -> int:
    """Where the heading begins that stands right before the question at `start`; `start` if none does."""
    von = max(ab, start - ABSCHNITT_MAX)
    abschnitt = ABSCHNITT.search(text[von:start])
    return von + abschnitt.start("abschnitt") if abschnitt else start


def as_frage(text: Lesetext, fund: Fund) -> Frage:
    """The record of a found question."""
    beleg = Beleg(*text.source_span(fund.start, fund.ende), fund.regel, SICHERHEIT[fund.regel])
    return Frage(fund.nummer, fund.text, fund.hinweis, beleg, fund.bezeichnung)


def _candidates(text: str, muster: "re.Pattern[str]", ab: int, bis: int) -> list[_Kandidat]:
    roh = [treffer for treffer in muster.finditer(text, ab, bis) if not _is_ordinal(text, treffer)]
    enden = [*(treffer.start() for treffer in roh[1:]), bis][: len(roh)]
    return [
        _Kandidat(
            _ordinal(treffer),
            treffer["mit_wort"] or treffer["nackt"] if muster is NUMMER else treffer["zeichen"],
            treffer.start(),
            treffer.end(),
            _weight(text, treffer, ab, min(ende, treffer.end() + LETZTE_FRAGE)),
        )
        for treffer, ende in zip(roh, enden, strict=True)
    ]


def _ordinal(treffer: "re.Match[str]") -> int:
    """The number that is printed, or the place of the letter."""
    return int(treffer["mit_wort"] or treffer["nackt"]) if treffer.re is NUMMER else position(treffer["zeichen"])


def _is_ordinal(text: str, treffer: "re.Match[str]") -> bool:
    davor = text[max(0, treffer.start() - 12) : treffer.start()]
    if ORDNUNGSZAHL.match(text, treffer.end()) or VERWEIS_DAVOR.search(davor):
        return True
    anschluss = WORT_DAVOR.search(davor) or KURZVERWEIS_DAVOR.search(davor)
    # A Roman number heads parts as well ("I. Bestand"), so a question must begin right after it.
    return bool(anschluss or treffer.re is ROEMISCH) and not FRAGEWORT.match(text, treffer.end())


def _weight(text: str, treffer: "re.Match[str]", ab: int, bis: int) -> float:
    """How much speaks for this number being a question's. Above 0 more than against."""
    davor = text[max(ab, treffer.start() - 12) : treffer.start()]
    gewicht = 0.0
    if not davor.strip() or SATZENDE_DAVOR.search(davor):
        gewicht += 1
    elif WORT_DAVOR.search(davor):
        gewicht -= 2
    if FRAGEWORT.match(text, treffer.end()):
        gewicht += 2
    elif AUFFORDERUNG.match(text, treffer.end()):
        gewicht += 3
    satz = SATZ.search(text, treffer.end(), bis)
    if satz and satz.group().startswith("?"):
        gewicht += 3
    elif FRAGEZEICHEN.search(text, treffer.end(), bis):
        gewicht += 1.5
    elif treffer.re is NUMMER and treffer["frage"]:
        gewicht += 1
    else:
        gewicht -= 2.5
    return gewicht


def _chain(kandidaten: list[_Kandidat]) -> list[_Kandidat]:
    """The chain of ascending numbers with the greatest weight. It may begin at 2 and leave out one, at a price.

    Of equal chains the later wins: a list of questions may be repeated, the second time with the answers.
    """
    beste: dict[int, tuple[float, tuple[int, ...]]] = {}
    beginn: dict[int, tuple[float, tuple[int, ...]]] = {1: (0.0, ()), 2: (-2.5, ())}
    for stelle, kandidat in enumerate(kandidaten):
        if kandidat.gewicht <= 0:
            continue
        vorgaenger = [beginn[kandidat.nummer]] if kandidat.nummer in beginn else []
        for schritt, preis in ((1, 0.0), (2, 4.0)):
            if vorher := beste.get(kandidat.nummer - schritt):
                vorgaenger.append((vorher[0] - preis, vorher[1]))
        if not vorgaenger:
            continue
        wert, kette = max(vorgaenger, key=lambda paar: paar[0])
        if wert + kandidat.gewicht >= beste.get(kandidat.nummer, (0.0, ()))[0]:
            beste[kandidat.nummer] = (wert + kandidat.gewicht, (*kette, stelle))
    if not beste:
        return []
    wert, kette = max(beste.values(), key=lambda paar: (paar[0], len(paar[1])))
    return [kandidaten[stelle] for stelle in kette] if wert >= 2 else []


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
                start = letzte.start
            frage = frage.mit_klammern(text, bis)
            funde.append(
                Fund(len(funde) + 1, start, frage.ende, frage.text, frage.hinweis, OHNE_NUMMER, start, len(funde) + 1)
            )
            ende = max(ende, frage.ende)
        bei = ende
    return tuple(funde)
