"""Dates in what an answer says: days, months, seasons, quarters, feasts, each as the span of days it means.

"zum 01.07.2020" is one day, "im Herbst 2020" is 1 September to 30 November, "bis Ende 2021" is the year's last
quarter with its last day as the limit. What is printed stays in the wording; the days only order it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from anfragen.parsing.daten import DATUM, MONATE, parse_datum


class Richtung(StrEnum):
    """Which way from the date: until it, from it on, or at it."""

    BIS = "bis"
    AB = "ab"
    AM = "am"


@dataclass(frozen=True)
class Zeitfund:
    """A date with its offsets in the flat text; `von` and `bis` are its first and last day."""

    von: date
    bis: date
    richtung: Richtung
    start: int
    ende: int


_RICHTUNG = (
    r"(?:(?P<bis>(?i:bis|spätestens)(?: spätestens)?(?: zum?r?| einschließlich)?)|(?P<ab>(?i:ab|seit)(?: dem)?)"
    r"|(?i:am|im|zum?|in|zur|den|vom|Jahre?)) "
)
_MONATE = "|".join(name.capitalize() for name in MONATE)
_JAHR = r"(?P<jahr>20\d\d)(?![\d/]|\.\d)"
TAG = re.compile(rf"\b(?:{_RICHTUNG})?(?P<tag>{DATUM})(?!\d)")  # "zum 01.07.2020", "am 9. Januar 2019"
MONAT = re.compile(  # "im Mai 2021", "seit März 2020", "Ende Juni 2021", "September 2020"
    rf"(?<![\d.] )\b(?:{_RICHTUNG})?(?P<teil>(?i:Anfang|Mitte|Ende) )?(?P<monat>{_MONATE}) {_JAHR}"
)
JAHRESZEIT = re.compile(  # "im Herbst 2020", "ab dem Frühjahr 2021", "im Sommer des Jahres 2021"
    rf"\b(?:{_RICHTUNG})?(?P<zeit>Frühjahr|Frühling|Sommer|Herbst|Spätherbst|Winter)(?: des Jahres)? {_JAHR}"
)
ABSCHNITT = re.compile(  # "im 2. Halbjahr 2020", "bis Ende des dritten Quartals 2021", "I. Quartal 2021"
    rf"\b(?:{_RICHTUNG})?(?:(?:Anfang|Mitte|Ende|Laufe) des )?"
    r"(?P<nr>[1-4]\.|I{1,3}\.|IV\.|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|vierte[nrs]?)"
    rf" (?P<art>Halbjahr|Quartal)(?:e?s)?(?: des Jahres)? {_JAHR}"
)
FEST = re.compile(  # "zu Fronleichnam 2021", "an Pfingsten 2022", "vor Weihnachten 2020"
    r"\b(?P<fest>Neujahr|Karfreitag|Ostern|Christi Himmelfahrt|Pfingsten|Fronleichnam|Allerheiligen|Weihnachten)"
    rf" {_JAHR}"
)
JAHRESTEIL = re.compile(  # "bis Ende 2021", "Mitte des Jahres 2022", "zum Jahresende 2020"
    rf"\b(?:{_RICHTUNG})?(?:(?P<teil>Anfang|Mitte|Ende|Jahresbeginn|Jahresmitte|Jahresende)(?: des Jahres)?) {_JAHR}"
)
JAHR = re.compile(  # "bis 2025", "im Laufe des Jahres 2021", "ab dem Jahr 2022"; a bare "2021" says too little
    r"\b(?:(?P<bis>(?i:bis)(?: zum)?)|(?P<ab>(?i:ab|seit)(?: dem)?)"
    r"|(?i:im(?: Laufe des)?|für das|in dem)(?= (?:Haushaltsj|J)ahr))(?: (?:Haushaltsj|J)ahr(?:es?)?)?"
    rf" {_JAHR}"
)
MUSTER = (TAG, FEST, JAHRESZEIT, ABSCHNITT, JAHRESTEIL, MONAT, JAHR)

JAHRESZEITEN = {"Frühjahr": 3, "Frühling": 3, "Sommer": 6, "Herbst": 9, "Spätherbst": 10, "Winter": 12}
ZAEHLUNG = {"1": 1, "2": 2, "3": 3, "4": 4, "I": 1, "II": 2, "III": 3, "IV": 4, "er": 1, "zw": 2, "dr": 3, "vi": 4}
# Days from Easter Sunday, first and last
BEWEGLICH = {
    "Karfreitag": (-2, -2),
    "Ostern": (0, 1),
    "Christi Himmelfahrt": (39, 39),
    "Pfingsten": (49, 50),
    "Fronleichnam": (60, 60),
}
FEST_AM = {"Neujahr": ((1, 1), (1, 1)), "Allerheiligen": ((11, 1), (11, 1)), "Weihnachten": ((12, 24), (12, 26))}


def find(flat: str, von: int, bis: int) -> list[Zeitfund]:
    """The dates in a span, in their order, none overlapping another; an impossible one ("31.02.2020") is left out."""
    funde: list[Zeitfund] = []
    belegt: set[int] = set()
    for muster in MUSTER:
        for treffer in muster.finditer(flat, von, bis):
            if not belegt.isdisjoint(range(*treffer.span())) or not (tage := _days(muster, treffer)):
                continue
            belegt.update(range(*treffer.span()))
            funde.append(Zeitfund(*tage, _direction(treffer), *treffer.span()))
    return sorted(funde, key=lambda fund: fund.start)


def easter(jahr: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    a, (b, c) = jahr % 19, divmod(jahr, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    monat, tag = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(jahr, monat, tag + 1)


def _direction(treffer: re.Match[str]) -> Richtung:
    gruppen = treffer.groupdict()
    return Richtung.BIS if gruppen.get("bis") else Richtung.AB if gruppen.get("ab") else Richtung.AM


def _days(muster: re.Pattern[str], treffer: re.Match[str]) -> tuple[date, date] | None:
    if muster is TAG:
        tag = parse_datum(treffer["tag"])
        return (tag, tag) if tag else None
    jahr = int(treffer["jahr"])
    if muster is FEST:
        return _feast(treffer["fest"], jahr)
    if muster is JAHRESZEIT:
        return _months(jahr, JAHRESZEITEN[treffer["zeit"]], 3)
    if muster is ABSCHNITT:
        nr = ZAEHLUNG[treffer["nr"].rstrip(".") if treffer["nr"].endswith(".") else treffer["nr"][:2]]
        monate = 6 if treffer["art"] == "Halbjahr" else 3
        return _months(jahr, (nr - 1) * monate + 1, monate) if nr * monate <= 12 else None
    if muster is JAHR:
        return _months(jahr, 1, 12)
    if muster is JAHRESTEIL:
        erster = {"Anfang": 1, "Jahresbeginn": 1, "Mitte": 5, "Jahresmitte": 5}.get(treffer["teil"], 10)
        return _months(jahr, erster, 4 if erster == 5 else 3)
    monat = MONATE[treffer["monat"].lower()]
    anfang, ende = _months(jahr, monat, 1)
    match (treffer["teil"] or "").strip().lower():
        case "anfang":
            return anfang, date(jahr, monat, 10)
        case "mitte":
            return date(jahr, monat, 11), date(jahr, monat, 20)
        case "ende":
            return date(jahr, monat, 21), ende
    return anfang, ende


def _feast(name: str, jahr: int) -> tuple[date, date]:
    if name in BEWEGLICH:
        erster, letzter = BEWEGLICH[name]
        return easter(jahr) + timedelta(erster), easter(jahr) + timedelta(letzter)
    (m1, t1), (m2, t2) = FEST_AM[name]
    return date(jahr, m1, t1), date(jahr, m2, t2)


def _months(jahr: int, erster: int, anzahl: int) -> tuple[date, date]:
    """The first and the last day of some months; a winter goes on into the next year."""
    letzter_jahr, letzter = jahr + (erster + anzahl - 2) // 12, (erster + anzahl - 2) % 12 + 1
    return date(jahr, erster, 1), date(letzter_jahr, letzter, monthrange(letzter_jahr, letzter)[1])
