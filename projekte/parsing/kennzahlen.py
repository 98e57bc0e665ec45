"""Figures in what an answer says: amounts, shares, counts, target years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from projekte.parsing.records import Kennzahlart
from projekte.parsing.saetze import Saetze

ZAHLWORT = {
    wort: zahl
    for zahl, wort in enumerate(
        ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"], start=2
    )
}
_WORT = "|".join(ZAHLWORT) + "|" + "|".join(wort.capitalize() for wort in ZAHLWORT)
_UNGEFAEHR = r"rund|ca\.|circa|etwa|gut|knapp|fast|nahezu|annähernd|über|mehr als|weniger als|schätzungsweise"
_GRENZE = r"mindestens|höchstens|maximal|bis zu|insgesamt"
_VOR = rf"(?:(?P<ungefaehr>(?i:{_UNGEFAEHR}))|(?i:{_GRENZE})) "
_ZIFFERN = r"(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,12})(?:,\d{1,2})?"  # "521.864", "1,2"
_ANFANG = r"(?<![\w.,/°-])"

# "rund 65.000 Euro", "1,2 Mio. Euro", "zwei Milliarden Euro", "500 TEUR", "10.000,- €"
BETRAG = re.compile(
    rf"{_ANFANG}(?:{_VOR})?(?P<zahl>{_ZIFFERN}|eine[rn]?|{_WORT})(?:,[-–]{{1,2}})? ?"
    r"(?P<mal>Tsd\.|Tausend|Mio\.?|Million(?:en)?|Mrd\.?|Milliarden?|T(?=EUR|€))? ?(?:Euro|EUR|€)(?!\w)"
)
# "mindestens 25 Prozent", "zehn Prozentpunkte", "12,5 %"
ANTEIL = re.compile(
    rf"{_ANFANG}(?:{_VOR})?(?P<zahl>{_ZIFFERN}|ein(?:em)?|{_WORT}) ?"
    r"(?P<einheit>Prozentpunkten?|%-Punkten?|Prozent|%|v\. ?H\.)(?!\w)"
)
# "bis 2040", "für das Jahr 2021", "bis Ende 2024"
JAHR = re.compile(
    r"(?<!\w)(?i:(?:bis|ab)(?: zum| dem| spätestens)?(?: Jahre?| Ende| Mitte| Anfang)?|für das Jahr|im Jahre?"
    r"|(?:Ende|Mitte|Anfang)(?: des Jahres)?) (?P<zahl>20\d\d)(?![\d/]|\.\d)"
)
# "zwei Anträge zu Dachbegrünungsmaßnahmen", "53 Städten", "vier Bochumer Hochschulen"
ANZAHL = re.compile(
    rf"{_ANFANG}(?:{_VOR})?(?P<zahl>\d{{1,3}}(?:\.\d{{3}}){{1,3}}|\d{{1,3}}|{_WORT}) "
    r"(?:(?:[a-zäöüß]{2,20}(?:e|en|er)|[A-ZÄÖÜ][a-zäöüß]{2,20}er) (?=[A-ZÄÖÜ]))?"
    r"(?P<einheit>[A-ZÄÖÜ][a-zäöüß]{2,40}(?:-[A-ZÄÖÜ][a-zäöüß]{2,30})?)(?![\w-])"
    r"(?: (?:zu|zur|zum|für) [A-ZÄÖÜ][\w-]{2,60})?"
)
# What follows a number without being counted: units, times, the first word of the next sentence
NICHT_GEZAEHLT = re.compile(
    r"(?:Million|Milliarde|Tausend|Prozent|Euro|Cent|Uhr|Jahr|Monat|Woche|Tage|Stunde|Minute|Meter|Kilo|Hektar|Grad|"
    r"Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    r"(?:D(?:er|ie|as|ies\w{0,2}|em|en)|Ein\w{0,2}|Sie|Hier|Mit|Bei|Aus|Zur|Zum|Von|Für|Wie|Was|Auch|Nach)$)"
)
# Where a clause ends inside a sentence: "abzukoppeln und die Verdunstungsrate"
TEILSATZ = re.compile(rf"[,;:] | und (?=(?:die|das|den|der|dem|mit|\d{{1,3}}|{_WORT}) )")


SATZTEIL = 300  # characters to either side that a clause may reach


@dataclass(frozen=True)
class Fund:
    """A figure with its offsets in the flat text."""

    art: Kennzahlart
    wert: Decimal
    einheit: str
    ungefaehr: bool
    wofuer: str
    start: int
    ende: int


ALLE = tuple(Kennzahlart)
IM_FLIESSTEXT = (Kennzahlart.BETRAG, Kennzahlart.ANTEIL)  # counts and years abound there and belong to no project
MUSTER = {
    Kennzahlart.BETRAG: BETRAG,
    Kennzahlart.ANTEIL: ANTEIL,
    Kennzahlart.JAHR: JAHR,
    Kennzahlart.ANZAHL: ANZAHL,
}


def find(saetze: Saetze, von: int, bis: int, arten: tuple[Kennzahlart, ...] = ALLE) -> list[Fund]:
    """The figures of these kinds in a span, in their order, none overlapping another."""
    funde: list[Fund] = []
    belegt: set[int] = set()
    for art, muster in MUSTER.items():
        if art not in arten:
            continue
        for treffer in muster.finditer(saetze.text, von, bis):
            spanne = range(*treffer.span())
            if belegt.isdisjoint(spanne) and (gelesen := _value(art, treffer)):
                belegt.update(spanne)
                wert, einheit = gelesen
                ungefaehr = bool(treffer.groupdict().get("ungefaehr"))
                wofuer = _clause(saetze, treffer.start(), von, bis)
                funde.append(Fund(art, wert, einheit, ungefaehr, wofuer, *treffer.span()))
    return sorted(funde, key=lambda fund: fund.start)


def _value(art: Kennzahlart, treffer: re.Match[str]) -> tuple[Decimal, str] | None:
    wert = _number(treffer["zahl"])
    match art:
        case Kennzahlart.BETRAG:
            return wert * _multiple(treffer["mal"] or ""), "Euro"
        case Kennzahlart.ANTEIL:
            return wert, "Prozentpunkte" if "unkt" in treffer["einheit"] else "Prozent"
        case Kennzahlart.JAHR:
            return wert, "Jahr"
        case Kennzahlart.ANZAHL:
            return None if NICHT_GEZAEHLT.match(treffer["einheit"]) else (wert, treffer["einheit"])


def _number(gedruckt: str) -> Decimal:
    if gedruckt[0].isdigit():
        return Decimal(gedruckt.replace(".", "").replace(",", "."))
    return Decimal(ZAHLWORT.get(gedruckt.lower(), 1))  # "eine Million", "ein Prozent"


def _multiple(wort: str) -> int:
    if not wort:
        return 1
    if wort.startswith("T"):
        return 1_000
    return 10**9 if wort.startswith(("Mrd", "Milliard")) else 10**6


def _clause(saetze: Saetze, bei: int, von: int, bis: int) -> str:
    """The part of the sentence that the figure stands in, which says what it is for."""
    anfang, ende = saetze.around(bei)
    anfang, ende = max(anfang, von, bei - SATZTEIL), min(ende, bis, bei + SATZTEIL)
    for teiler in TEILSATZ.finditer(saetze.text, anfang, ende):
        if teiler.end() <= bei:
            anfang = teiler.end()
        elif teiler.start() > bei:
            ende = teiler.start()
            break
    return saetze.text[anfang:ende].strip(" .;:!?")


def spans_between(von: int, bis: int, besetzt: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a span without the occupied ones, which are in order."""
    for start, ende in besetzt:
        if ende <= von or start >= bis:
            continue
        if von < start:
            yield von, start
        von = max(von, ende)
    if von < bis:
        yield von, bis
