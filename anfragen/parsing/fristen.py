"""Until when a main clause promises something: "bis Ende 2021", "im Frühjahr 2021", "noch in diesem Jahr"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from anfragen.parsing import zeiten
from anfragen.parsing.hauptsatz import Hauptsatz
from anfragen.parsing.zeiten import Richtung, Zeitfund

# A year that is told from the paper's own day: "noch in diesem Jahr", "bis zum Jahresende", "im kommenden Jahr"
DIESES_JAHR = re.compile(
    r"\b(?:(?i:noch )?(?i:in) diesem Jahr|(?i:im) laufenden Jahr|(?i:bis) (?:zum )?Jahresende|(?i:zum|am) Jahresende"
    r"|(?:(?i:bis) (?:zum )?)?Ende (?:des|dieses|des laufenden) Jahres)\b(?! 20\d\d)"
)
# "im kommenden Jahr", "Anfang nächsten Jahres", "bis Mitte des kommenden Jahres"
NAECHSTES_JAHR = re.compile(
    r"\b(?:(?i:im) (?:kommenden|nächsten) Jahr"
    r"|(?:(?i:bis) )?(?P<teil>Anfang|Mitte|Ende) (?:des )?(?:kommenden|nächsten) Jahres)\b"
)
# "für 2022 vorgesehen", but not "für 2021 und 2022" or "für 2000 Plätze"
FUER_JAHR = re.compile(r"\b(?i:für) (?P<jahr>20\d\d)\b(?! ?(?:,|und|bis|sowie|[/–-]) ?\d| [A-ZÄÖÜ])")
LETZTER_MONAT = {"Anfang": 3, "Mitte": 8, "Ende": 12, None: 12}  # as `zeiten` reads the parts of a year
DATUMSSPUR = re.compile(r"\d\d\b|Jahr")  # most clauses have no date, and show so at once
# "Die bis Ende 2021 laufende Förderung": what stands between an article and its noun is no day that is promised
ARTIKEL_DAVOR = re.compile(r"(?<!für )\b(?:[Dd](?:ie|er|as|en|em|es)|[Ee]ine?[rmns]?) $")

KURZ = timedelta(200)  # a season or half a year, not a year


@dataclass(frozen=True)
class Frist:
    """The dates of a main clause.

    `faellig` is the day of its first limit, else the last day it gives; `wortlaut` is that date as printed.
    `erst_spaeter`: the date is a limit ("bis"), or surely yet to come. `ab_spaeter`: something begins after the day of
    the statement, which is no limit. `vorbei`: all it names is over.
    """

    faellig: date | None = None
    wortlaut: str = ""
    erst_spaeter: bool = False
    ab_spaeter: bool = False
    vorbei: bool = False


def find_frist(text: str, satz: Hauptsatz, gesagt_am: date | None) -> Frist:
    """`gesagt_am` is the day of the statement; without it no date is over."""
    funde = [fund for von, bis in satz.sichtbar for fund in _dates(text, von, bis, gesagt_am)]
    grenzen = [fund for fund in funde if fund.richtung is not Richtung.AB]
    offen = [fund for fund in grenzen if gesagt_am is None or fund.bis > gesagt_am]
    ab_spaeter = any(f.richtung is Richtung.AB and (gesagt_am is None or f.von > gesagt_am) for f in funde)
    if not offen:
        return Frist(ab_spaeter=ab_spaeter, vorbei=bool(funde) and not ab_spaeter)
    fund = next((fund for fund in offen if fund.richtung is Richtung.BIS), offen[0])
    # Said in September, "im Herbst 2020" is to come, and "im Jahr 2020" may tell of the year as it is.
    spaeter = fund.richtung is Richtung.BIS or gesagt_am is None or fund.von > gesagt_am or fund.bis - fund.von < KURZ
    return Frist(fund.bis, text[fund.start : fund.ende], spaeter, ab_spaeter)


def _dates(text: str, von: int, bis: int, gesagt_am: date | None) -> list[Zeitfund]:
    """Those of the span in their order, without those that only tell of a noun."""
    if not DATUMSSPUR.search(text, von, bis):
        return []
    funde = zeiten.find(text, von, bis)
    for treffer in FUER_JAHR.finditer(text, von, bis):
        jahr = int(treffer["jahr"])
        funde.append(Zeitfund(date(jahr, 1, 1), date(jahr, 12, 31), Richtung.AM, *treffer.span()))
    if gesagt_am:
        for jahr, muster in ((gesagt_am.year, DIESES_JAHR), (gesagt_am.year + 1, NAECHSTES_JAHR)):
            for treffer in muster.finditer(text, von, bis):
                monat = LETZTER_MONAT[treffer.groupdict().get("teil")]
                ende = date(jahr, monat, monthrange(jahr, monat)[1])
                funde.append(Zeitfund(date(jahr, 1, 1), ende, Richtung.BIS, *treffer.span()))
    funde.sort(key=lambda fund: fund.start)
    return [fund for fund in funde if not ARTIKEL_DAVOR.search(text, max(von, fund.start - 9), fund.start)]
