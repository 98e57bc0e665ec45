"""Whether the parts that a text names after a whole make it: "sechs Anträge, davon zwei zu … und vier zu …". Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from anfragen.parsing import saetze
from anfragen.parsing.text import lies
from projekte.parsing import kennzahlen, zahlworte
from projekte.parsing.records import Kennzahlart

WEITE = 600  # characters after a whole that are looked through for its parts
_ZAHL = rf"(?:\d{{1,3}}(?:\.\d{{3}}){{0,2}}|{zahlworte.ZAHLWORT}|eine?[nrm]?)"
# "sechs Anträge (zwei Dachbegrünung, vier Regenwasserabkopplung)", "(davon zwei in Bochum)"
KLAMMER = re.compile(rf"\((?:davon )?(?={_ZAHL} )")
# "sechs Anträge, davon zwei", "eingereicht. Hiervon sind zwei", "Dabei handelt es sich um zwei"
DAVON = re.compile(r"\b(?i:davon|hiervon|dabei handelt es sich um|und zwar) ")
# These name some of the whole, and need not name all.
DARUNTER = re.compile(r"\b(?i:darunter|unter anderem|insbesondere|einschließlich) ")
# "zwei zu", "vier Anträge zu", "drei weitere in", "zwei Dachbegrünung"; no amount, share or time
_KEIN_TEIL = r"(?!(?i:mio|mrd|tsd|million|milliarde|tausend|euro|eur\b|prozent|jahr|monat|woche|tag|uhr|mal\b)|[%€])"
TEIL = re.compile(
    rf"(?<![\w.,])(?P<zahl>{_ZAHL}) {_KEIN_TEIL}"
    r"(?=(?:[a-zäöüß]{2,20}(?:e|en|er|es) )?(?P<wort>[a-zäöüß]{2,4}\b|[A-ZÄÖÜ][\w-]{2,60}))"
)
VERHAELTNIS = frozenset(
    ("zu", "zum", "zur", "für", "in", "im", "ins", "aus", "am", "an", "auf", "bei", "vom", "von", "mit", "über", "der")
)
ANLAUF = 40  # characters between the word that announces parts and the first of them: "Darunter sind derzeit "


@dataclass(frozen=True)
class Aufteilung:
    """Parts with the place of all of them in the text they were found in.

    `vollstaendig`: they are told as all there are.
    """

    werte: tuple[Decimal, ...]
    start: int
    ende: int
    vollstaendig: bool

    @property
    def summe(self) -> Decimal:
        return sum(self.werte, Decimal(0))

    def contradicts(self, ganzes: Decimal) -> bool:
        """Parts are never more than their whole, and all of them not less. Of amounts often only some are named."""
        return self.summe > ganzes or (self.vollstaendig and self.summe < ganzes)


def of_count(danach: str, einheit: str) -> Aufteilung | None:
    """The parts of a counted whole that the source text after it names; None if it names none."""
    lesung = lies(danach[:WEITE])
    for muster in (KLAMMER, DAVON, DARUNTER):
        if not (wort := _announced(muster, lesung.text)):
            continue
        ende = _end(lesung.text, wort.end(), in_klammer=muster is KLAMMER)
        teile = _counted(lesung.text, wort.end(), ende, einheit, in_klammer=muster is KLAMMER)
        if teile and teile[0].start() - wort.end() <= ANLAUF:
            werte = [_value(teil["zahl"]) for teil in teile]
            if None in werte:
                return None
            abgeschlossen = len(teile) > 1 and (
                muster is KLAMMER or re.search(r" (?:und|sowie) ", lesung.text[teile[-2].end() : teile[-1].start()])
            )
            spanne = lesung.source_span(teile[0].start(), teile[-1].end("zahl"))
            gezaehlt = tuple(Decimal(wert) for wert in werte if wert is not None)
            return Aufteilung(gezaehlt, *spanne, vollstaendig=bool(abgeschlossen) and muster is not DARUNTER)
    return None


def of_amount(danach: str) -> Aufteilung | None:
    """The same of an amount in Euro; which of its parts are named is never all of them for sure."""
    lesung = lies(danach[:WEITE])
    for muster in (DAVON, DARUNTER):
        if wort := _announced(muster, lesung.text):
            ende = _end(lesung.text, wort.end(), in_klammer=False)
            funde = kennzahlen.find(saetze.split(lesung.text), wort.end(), ende, (Kennzahlart.BETRAG,))
            einzeln = [fund for fund in funde if not (fund.je or fund.bis or fund.ungefaehr)]
            if einzeln and len(einzeln) == len(funde) and einzeln[0].start - wort.end() <= ANLAUF:
                spanne = lesung.source_span(einzeln[0].start, einzeln[-1].ende)
                return Aufteilung(tuple(fund.wert for fund in einzeln), *spanne, vollstaendig=False)
    return None


def _announced(muster: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The word that announces parts: in the sentence of the whole, or as the first of the next one."""
    wort = muster.search(text)
    anfaenge = saetze.split(text).anfaenge
    grenze = anfaenge[1] if len(anfaenge) > 1 else len(text)
    return wort if wort and wort.start() <= grenze else None


def _end(text: str, ab: int, *, in_klammer: bool) -> int:
    if in_klammer:
        klammer = text.find(")", ab)
        return klammer if klammer >= 0 else ab
    ende = saetze.split(text).around(ab)[1]
    zu = text.find(")", ab, ende)
    # "sechs Anträge (davon zwei in Bochum) mit 521.864 Euro": what follows the bracket is no part.
    return zu if zu >= 0 and "(" not in text[ab:zu] else ende


def _counted(text: str, ab: int, bis: int, einheit: str, *, in_klammer: bool) -> list[re.Match[str]]:
    """The numbers of parts: each before a preposition or the thing that is counted; in brackets before any thing."""
    gleich = einheit[:5].lower()
    teile = [
        teil
        for teil in TEIL.finditer(text, ab, bis)
        if teil["wort"] in VERHAELTNIS
        or teil["wort"][:5].lower() == gleich
        or (in_klammer and teil["wort"][0].isupper())
    ]
    fremd = [t for t in teile if t["wort"][0].isupper() and t["wort"][:5].lower() != gleich]
    return [] if fremd and len(teile) < 2 else teile


def _value(gedruckt: str) -> int | None:
    if gedruckt[0].isdigit():
        return int(gedruckt.replace(".", ""))
    return 1 if kennzahlen.EINS.fullmatch(gedruckt) else zahlworte.value_of(gedruckt)
