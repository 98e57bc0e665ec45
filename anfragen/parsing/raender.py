"""What the printer puts around the text of a page: running heads with page numbers, the first page's footer, imprint.

All of it may stand in the middle of a sentence once pages are joined, so it is found here and taken out by `text`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from anfragen.parsing.records import Dokumentnummer

LANDTAG = r"(?:LANDTAG|Landtag) (?:NORDRHEIN|Nordrhein)(?: ?[-‐‑–] ?| )?(?:WESTFALEN|Westfalen)"
DRUCKSACHE = r"Drucksache (?P<nummer>\d{1,2}/\d{1,6})"
ERSTE_SEITE = (
    r"(?! (?:\d\d?\. ?\d\d?\. ?\d{4}|\(?[Nn]eu\)?|Neudruck|Antwort|Kleine|Große|Datum|Ergänzung|Berichtigung)"
    r"(?!\w))"
)

# A dash before the Wahlperiode marks the head of a following page; the first page's has none, but a date.
KOPFZEILE = re.compile(
    rf"(?:(?P<seite_davor>\b\d{{1,3}}) )?\b{LANDTAG}"
    rf"(?: [-‐‑–—] ?\d{{1,2}}\. Wahlperiode {DRUCKSACHE}\b"  # "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahl..."
    rf"|(?<=.) \d{{1,2}}\. Wahlperiode {DRUCKSACHE.replace('nummer', 'nummer_ohne_strich')}\b{ERSTE_SEITE})"
    r"(?: (?P<seite>\d{1,3})(?= |$))?"  # "16/11486 2 2. Gab es": the page, then the question
)
FUSSZEILE = re.compile(
    r"Datum des Originals ?: ?\d\d?\. ?\d\d?\. ?\d{4}(?: ?/? ?Ausgegeben ?: ?\d\d?\. ?\d\d?\. ?\d{4})?"
    r"(?: \(\d\d?\.\d\d?\.\d{4}\))?"  # "Datum des Originals: 06.02.2019/Ausgegeben: 13.02.2019"
    r"|Ausgegeben ?: ?\d\d?\. ?\d\d?\. ?\d{4}(?: \(\d\d?\.\d\d?\.\d{4}\))?"  # "Ausgegeben: 28.09.2022"
)
IMPRESSUM = re.compile(
    r"\[Impressum\]"
    r"|Die Veröffentlichungen des Landtags Nordrhein-? ?Westfalen sind .{0,500}?"
    r"(?:www\.\s?landtag\.\s?nrw\.\s?de\.?|zu beziehen\.(?! Der kostenfreie))"
)


class Randart(StrEnum):
    """What the printer puts around the text on a page."""

    KOPFZEILE = "kopfzeile"
    FUSSZEILE = "fusszeile"
    IMPRESSUM = "impressum"


@dataclass(frozen=True, order=True)
class Rand:
    """One such piece, as offsets into the flat text, and the document's number that a head carries."""

    start: int
    ende: int
    art: Randart
    nummer: Dokumentnummer | None = None


def find_raender(text: str) -> list[Rand]:
    """All of them in the flat text, in order, none overlapping another."""
    funde = _kopfzeilen(text)
    funde += [Rand(*fund.span(), Randart.FUSSZEILE) for fund in FUSSZEILE.finditer(text)]
    funde += [Rand(*fund.span(), Randart.IMPRESSUM) for fund in IMPRESSUM.finditer(text)]
    getrennt: list[Rand] = []
    for fund in sorted(funde, key=lambda rand: (rand.start, rand.ende)):
        if fund.ende > fund.start and (not getrennt or fund.start >= getrennt[-1].ende):
            getrennt.append(fund)
    return getrennt


def _kopfzeilen(text: str) -> list[Rand]:
    """Running heads with the page number beside them.

    A number before or after a head is its page only if the pages go on counting from head to head; else it belongs
    to the text ("Drucksache 17/11212 30 Prozent").
    """
    zeilen: list[Rand] = []
    letzte: int | None = None
    letzte_davor: int | None = None
    for kopf in KOPFZEILE.finditer(text):
        nummer = Dokumentnummer.parse(kopf["nummer"] or kopf["nummer_ohne_strich"])
        start = kopf.start()
        ende = kopf.end()
        if kopf["seite_davor"]:
            davor = int(kopf["seite_davor"])
            if davor in ((1, 2, 3) if letzte_davor is None else (letzte_davor + 1, letzte_davor + 2)):
                letzte_davor = davor
            else:
                start = kopf.end("seite_davor") + 1
        if kopf["seite"]:
            seite = int(kopf["seite"])
            if 1 <= seite <= 400 if letzte is None else letzte < seite <= letzte + 4:
                letzte = seite
            else:
                ende = kopf.start("seite") - 1
        zeilen.append(Rand(start, ende, Randart.KOPFZEILE, nummer))
    if letzte_davor is not None and text.endswith(f" {letzte_davor + 1}"):
        # Pages are numbered at their foot, so the last page's number ends the text.
        zeilen.append(Rand(len(text) - len(str(letzte_davor + 1)), len(text), Randart.KOPFZEILE))
    return zeilen
