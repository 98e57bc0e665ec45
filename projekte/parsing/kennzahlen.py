"""Figures in what an answer says: amounts, shares, counts, target years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from anfragen.parsing.saetze import Saetze
from projekte.parsing import staende, zahlworte
from projekte.parsing.records import WERT_UNTER, Kennzahlart

TEILE_UND_VIELFACHE = {"halb": "0.5", "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5"}
# Nearly all candidates begin with a digit: the look-ahead spares them the words, and "(?>" a second try at their end.
_BUCHSTABE = r"(?=[^\W\d])"
_WORT = zahlworte.ZAHLWORT
_UNGEFAEHR = r"rund|ca\.|circa|etwa|gut|knapp|fast|nahezu|annähernd|über|mehr als|weniger als|schätzungsweise"
_GRENZE = r"mindestens|höchstens|maximal|bis zu|insgesamt"
_VOR = rf"(?:(?P<ungefaehr>(?i:{_UNGEFAEHR}))|(?i:{_GRENZE})) "
# "521.864", "1,2", "20 000"
_ZIFFERN = r"(?>\d{1,3}(?:\.\d{3}){1,4}|\d{1,3}(?: \d{3}){1,4}(?!\d)|\d{1,12})(?:,\d{1,2})?"
_ANFANG = r"(?<![\w.,/°-])(?=\w)"
_MAL = r"Tsd\.|Tausend|Mio\.?|Million(?:en)?|Mrd\.?|Milliarden?|T(?=EUR|€)"
# "jeweils 5.000 Euro", "je 5.000 Euro", "je Kommune 5.000 Euro", "pro Jahr 2 Mio. Euro"
_JE = r"(?P<je>(?i:jeweils|je weils|je|pro)(?: [A-ZÄÖÜ][a-zäöüß-]{2,30})?) "
_DAVOR = rf"(?:{_BUCHSTABE}(?:{_JE})?(?:{_VOR})?)?"
# "5 bis 10 Mio. Euro", "zwischen 5 und 10 Mio. Euro", "1,5 Mio. bis 2 Mio. Euro", "10-15 Prozent"
_VON = (
    rf"(?:(?P<zwischen>(?i:zwischen) )?(?P<von>{_ZIFFERN}|{_WORT})(?: ?(?P<von_mal>{_MAL})(?: Euro)?)?"
    r"(?(zwischen) und | ?(?:bis(?: zu)?|[-–]) ?))"
)

# "rund 65.000 Euro", "1,2 Mio. Euro", "zwei Milliarden Euro", "500 TEUR", "10.000,- €", "gut einer halben Million Euro"
BETRAG = re.compile(
    rf"{_ANFANG}{_DAVOR}{_VON}?"
    rf"(?P<zahl>{_ZIFFERN}|(?:eine[rn]? )?halben?|eine[rn]?|anderthalb|(?:ein|zwei)einhalb|{_WORT})(?:,[-–]{{1,2}})? ?"
    rf"(?P<mal>{_MAL})? ?(?:Euro|EUR|€)(?!\w)"
)
# "mindestens 25 Prozent", "zehn Prozentpunkte", "12,5 %"
ANTEIL = re.compile(
    rf"{_ANFANG}{_DAVOR}{_VON}?(?P<zahl>{_ZIFFERN}|ein(?:em)?|{_WORT}) ?"
    r"(?P<einheit>Prozentpunkten?|%-Punkten?|Prozent|%|v\. ?H\.)(?!\w)"
)
# "bis 2040", "für das Jahr 2021", "bis Ende 2024"
JAHR = re.compile(
    r"(?<!\w)(?i:(?:bis|ab)(?: zum| dem| spätestens)?(?: Jahre?| Ende| Mitte| Anfang)?|für das Jahr|im Jahre?"
    r"|(?:Ende|Mitte|Anfang)(?: des Jahres)?) (?P<zahl>20\d\d)(?![\d/]|\.\d)"
)
_GEZAEHLT = r"\d{1,3}(?:\.\d{3}){1,3}|\d{1,3}"  # without a stop for the thousands, four digits are a year
# "12 bis 15 ", "zwischen zwölf und 15 "
_VON_ANZAHL = (
    rf"(?:(?P<zwischen>(?i:zwischen) )?(?P<von>{_GEZAEHLT}|{_WORT})(?(zwischen) und | ?(?:bis(?: zu)?|[-–]) ?))"
)
# "zwei Anträge zu Dachbegrünungsmaßnahmen", "53 Städten", "vier Bochumer Hochschulen", "je 12 bis 15 Anträge"
ANZAHL = re.compile(
    rf"{_ANFANG}{_DAVOR}{_VON_ANZAHL}?(?P<zahl>{_GEZAEHLT}|{_WORT}) "
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


BLOSSES_JAHR = re.compile(r"(?:19|20)\d\d")
EINS = re.compile(r"(?i:eine?[mnr]?)")  # "eine Million", "einem Prozent"
GENERATION = 30
SATZTEIL = 300  # characters to either side that a clause may reach


@dataclass(frozen=True)
class Fund:
    """A figure with its offsets in the flat text; see `records.Kennzahl`."""

    art: Kennzahlart
    wert: Decimal
    einheit: str
    ungefaehr: bool
    wofuer: str
    start: int
    ende: int
    bis: Decimal | None = None
    je: bool = False
    stand_am: date | None = None


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
            if belegt.isdisjoint(spanne) and (fund := _fund(art, treffer, saetze, von, bis)):
                belegt.update(spanne)
                funde.append(fund)
    return sorted(funde, key=lambda fund: fund.start)


def _fund(art: Kennzahlart, treffer: re.Match[str], saetze: Saetze, von: int, bis: int) -> Fund | None:
    if (gelesen := _value(art, treffer)) is None:
        return None
    wert, einheit = gelesen
    if wert >= WERT_UNTER:
        return None
    gruppen = treffer.groupdict()
    unten = _lower_end(treffer) if gruppen.get("von") else None
    if gruppen.get("von") and (unten is None or unten >= wert or _are_years(treffer)):
        return None  # "10 bis 5 Mio. Euro", "2019-2020 Euro": no range, and what it is can't be said
    return Fund(
        art,
        wert if unten is None else unten,
        einheit,
        ungefaehr=bool(gruppen.get("ungefaehr")) or unten is not None,
        wofuer=_clause(saetze, treffer.start(), von, bis),
        start=treffer.start(),
        ende=treffer.end(),
        bis=None if unten is None else wert,
        je=bool(gruppen.get("je")),
        stand_am=staende.at(saetze, treffer.start(), von, bis),
    )


def _are_years(treffer: re.Match[str]) -> bool:
    """Whether the ends of a range read as two years of one generation; amounts so close have a stop: "2.019"."""
    von, zahl = treffer["von"], treffer["zahl"]
    return bool(BLOSSES_JAHR.fullmatch(von) and BLOSSES_JAHR.fullmatch(zahl)) and int(zahl) - int(von) < GENERATION


def _lower_end(treffer: re.Match[str]) -> Decimal | None:
    """The lower end of a range, in the unit of the upper unless it names its own: "500 Tsd. bis 1 Mio. Euro"."""
    gruppen = treffer.groupdict()
    zahl = _number(treffer["von"])
    return zahl and zahl * _multiple(gruppen.get("von_mal") or gruppen.get("mal") or "")


def _value(art: Kennzahlart, treffer: re.Match[str]) -> tuple[Decimal, str] | None:
    if (wert := _number(treffer["zahl"])) is None:
        return None
    match art:
        case Kennzahlart.BETRAG:
            return wert * _multiple(treffer["mal"] or ""), "Euro"
        case Kennzahlart.ANTEIL:
            return wert, "Prozentpunkte" if "unkt" in treffer["einheit"] else "Prozent"
        case Kennzahlart.JAHR:
            return wert, "Jahr"
        case Kennzahlart.ANZAHL:
            return None if NICHT_GEZAEHLT.match(treffer["einheit"]) else (wert, treffer["einheit"])


def _number(gedruckt: str) -> Decimal | None:
    if gedruckt[0].isdigit():
        return Decimal(gedruckt.replace(".", "").replace(" ", "").replace(",", "."))
    wort = gedruckt.lower().split()[-1].removesuffix("en").removesuffix("e")  # "einer halben"
    if wort in TEILE_UND_VIELFACHE:
        return Decimal(TEILE_UND_VIELFACHE[wort])
    wert = 1 if EINS.fullmatch(gedruckt) else zahlworte.value_of(gedruckt)
    return None if wert is None else Decimal(wert)


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
