"""Numbers that may be a question's, weighed by what stands around them, and the best chain of them."""

import re
from dataclasses import dataclass

from anfragen.parsing.fragetext import FRAGEZEICHEN, LETZTE_FRAGE, SATZ
from anfragen.parsing.gliederung import position

# "1. Welche", "2) Wie", "Frage 3: Ist", "4.Wird" where a space got lost
NUMMER = re.compile(
    r"(?<![\w.,/§&-])(?:(?P<frage>Frage (?:Nr\. ?)?)(?P<mit_wort>[1-9]\d{0,2}) ?[:.)]? ?"
    r"|(?P<nackt>[1-9]\d{0,2})(?:\.\)|[.)]) ?)(?=[A-ZÄÖÜ„»\"“‚(\[…]|[a-z]\) ?[A-ZÄÖÜ])"
)
BUCHSTABE = re.compile(r"(?<![\w.,/§&-])(?P<zeichen>[a-z])[.)] (?=[A-ZÄÖÜ„»\"“‚(\[…])")  # "a) Welche", "b. Wie"
ROEMISCH = re.compile(r"(?<![\w.,/§&-])(?P<zeichen>[IVX]{1,6})[.)] (?=[A-ZÄÖÜ„»\"“‚(\[…])")  # "I. Welche", "IV) Wie"
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


@dataclass(frozen=True)
class Kandidat:
    """A number that may be a question's: its place with the sign after it, and what speaks for it (above 0: more than
    against)."""

    nummer: int
    bezeichnung: str
    start: int
    ende: int
    gewicht: float


def candidates(text: str, muster: "re.Pattern[str]", ab: int, bis: int) -> list[Kandidat]:
    """Every number in `text[ab:bis]` that may be a question's, with what speaks for it."""
    roh = [treffer for treffer in muster.finditer(text, ab, bis) if not is_ordinal(text, treffer)]
    enden = [*(treffer.start() for treffer in roh[1:]), bis][: len(roh)]
    return [
        Kandidat(
            _ordinal(treffer),
            treffer["mit_wort"] or treffer["nackt"] if muster is NUMMER else treffer["zeichen"],
            treffer.start(),
            treffer.end(),
            weight(text, treffer, ab, min(ende, treffer.end() + LETZTE_FRAGE)),
        )
        for treffer, ende in zip(roh, enden, strict=True)
    ]


def _ordinal(treffer: "re.Match[str]") -> int:
    """The number that is printed, or the place of the letter."""
    return int(treffer["mit_wort"] or treffer["nackt"]) if treffer.re is NUMMER else position(treffer["zeichen"])


def is_ordinal(text: str, treffer: "re.Match[str]") -> bool:
    """Whether the number counts something else: "17. Legislaturperiode", "Ziffer 3. Das", "in der 2. Wahl"."""
    davor = text[max(0, treffer.start() - 12) : treffer.start()]
    if ORDNUNGSZAHL.match(text, treffer.end()) or VERWEIS_DAVOR.search(davor):
        return True
    anschluss = WORT_DAVOR.search(davor) or KURZVERWEIS_DAVOR.search(davor)
    # A Roman number heads parts as well ("I. Bestand"), so a question must begin right after it.
    return bool(anschluss or treffer.re is ROEMISCH) and not FRAGEWORT.match(text, treffer.end())


def weight(text: str, treffer: "re.Match[str]", ab: int, bis: int) -> float:
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
    elif treffer.groupdict().get("frage"):
        gewicht += 1
    else:
        gewicht -= 2.5
    return gewicht


def chain(kandidaten: list[Kandidat]) -> list[Kandidat]:
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
