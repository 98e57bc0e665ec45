"""The Beantwortungssatz: which office answered, when, with whose agreement.

"Der Minister für X hat die Kleine Anfrage N mit Schreiben vom D namens der Landesregierung im Einvernehmen mit ...
beantwortet." Names of houses contain commas and "und", so they are cut only at words that begin another office.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anfragen.parsing.daten import DATUM, parse_datum
from anfragen.parsing.records import Beantwortung, Beleg
from anfragen.parsing.text import Lesetext

AMTSWORT = (
    r"(?:Minister(?: ?präsident)?(?:in|ium|en|s)?|[A-ZÄÖÜ][a-zäöüß]+minister(?:in|ium|s)?"
    r"|Chef(?:in)? der Staatskanzlei|Landess?regierung|Staatskanzlei|Staatssekretär(?:in)?)"
)
AMT = re.compile(rf"\b(?:Der|Die|Das) (?:[a-zäöüß]+ )?{AMTSWORT}\b")  # "Der Justizminister", "Die Ministerpräsidentin"
AMT_KLEIN = re.compile(rf"(?<=hat )(?:der|die|das) {AMTSWORT}\b")  # "Mit Schreiben vom 5. Mai 2014 hat der Minister"
AMT_OHNE_ARTIKEL = re.compile(r"(?<![a-zäöü] )\bMinister(?:in|präsident(?:in)?|ium)? (?:für|der|des)\b")
ANKER = re.compile(
    r"\b(?:die|diese|o\. ?g\.) (?:(?:o\. ?g\.|vorgenannten?|vorbezeichneten?) )?(?P<art>Kleine|Große)n? Anfragen?\b"
)
NUMMER = re.compile(
    r"(?:Kleine|Große)n? Anfragen? (?:Nr\. ?)?(?P<nummer>\d{1,5})(?![\d/])"
)  # "die Kleine Anfrage 4284"
SCHREIBEN = re.compile(rf"[Mm]it Schreiben vom (?P<datum>{DATUM})")  # "mit Schreiben vom 8. März 2018"
# The office ends where the sentence goes on; some print "ha" or "h at".
AMT_ENDE = re.compile(
    r",? (?:hat|ha|h at|haben|beantwortet?e?|(?:im|in) (?:Einvernehmen|Benehmen|Abstimmung)|mit Schreiben|namens"
    r"|für die Landess?regierung|die(?:se)? (?:Kleine|Große)n? Anfragen?)\b"
)
EINVERNEHMEN = re.compile(
    r"\b(?:im Einvernehmen|im Benehmen|in Abstimmung|gemeinsam|unter Beteiligung|nach Beteiligung) (?:mit|von|der) "
)
EINVERNEHMEN_ENDE = re.compile(
    r",? (?:hat|haben|beantwortet|wie folgt|folgendermaßen|namens der Landess?regierung|für die Landess?regierung"
    r"|mit Schreiben|die(?:se)? (?:Kleine|Große)n? Anfragen?)\b"
)
# ", der Ministerin für Heimat", " sowie dem Minister", " und allen anderen Mitgliedern", "sowie mit dem", "undder"
NAECHSTES_AMT = re.compile(
    r"(?:,? (?:und|sowie)|,)(?: wie)?(?: auch)?(?: im Einvernehmen)?(?: mit)? ?"
    r"(?=Minister(?:in)? (?:für|der|des)\b|(?:(?:dem|der|den|deren) (?:[a-zäöüß]+ )?"
    rf"(?:{AMTSWORT}|Mitglied|Chef|Beauftragten|Landesbeauftragten|Präsident|Justiz|Finanz|Innen)"
    r"|(?:allen|sämtlichen) (?:[a-zäöüß]+ )?(?:Mitglied|Minister|Ressort)))"
)
# One of these is in every such sentence and in no other: "Die Landesregierung hat die Kleine Anfrage 800 beantwortet"
KENNZEICHEN = re.compile(r"[Mm]it Schreiben vom|[Nn]amens der|für die Landess?regierung|Einvernehmen")
SATZGRENZE = re.compile(r"[.!?:][“”\"»)\]]* (?=(?:Der|Die|Das|Mit|Namens) )")
KEIN_AMT = re.compile(r"\d|[.?!:] |.{220}")  # what no office has in its name: a footnote, or half a paragraph
VOR_DEM_ANKER = 700
NACH_DEM_ANKER = 1200
ANKER_MAX = 200


@dataclass(frozen=True)
class Satz:
    """One sentence of that form, as offsets into the reading text, and the number it names."""

    start: int
    ende: int
    amt: str
    nummer: int | None
    zitiert: bool


def saetze(text: str) -> Iterator[Satz]:
    """Every Beantwortungssatz in the flat text, in order."""
    bis = 0
    for zahl, anker in enumerate(ANKER.finditer(text)):
        if zahl >= ANKER_MAX:
            return
        verb = re.search(r"be ?antwortet\b", text[anker.end() : anker.end() + NACH_DEM_ANKER])
        if anker.start() < bis or not verb or ANKER.search(text, anker.end(), anker.end() + verb.start()):
            continue  # the last of several is the sentence's: a title before it may name an Anfrage too
        fenster_start = max(bis, anker.start() - VOR_DEM_ANKER)
        if (anfang := _satzanfang(text, fenster_start, anker.start())) is None:
            continue
        start, amt = anfang
        ende = anker.end() + verb.end()
        if not KENNZEICHEN.search(text, start, ende):
            continue
        ende += len(text[ende : ende + 2]) - len(text[ende : ende + 2].lstrip(" .:"))
        nummer = NUMMER.match(text, anker.start("art"))
        yield Satz(start, ende, amt, int(nummer["nummer"]) if nummer else None, text[max(0, start - 1)] in '„»‚"“')
        bis = ende


def _satzanfang(text: str, ab: int, bis: int) -> tuple[int, str] | None:
    """Where the sentence begins that goes on at `bis`, and the office it names."""
    fenster = text[ab:bis]
    grenzen = [grenze.end() for grenze in SATZGRENZE.finditer(fenster)]
    satz_ab = grenzen[-1] if grenzen else 0
    aemter = list(AMT.finditer(fenster, satz_ab)) or list(AMT_KLEIN.finditer(fenster, satz_ab))
    aemter = aemter or list(AMT_OHNE_ARTIKEL.finditer(fenster, satz_ab))
    if not aemter:
        return None
    amt = aemter[-1]
    start = amt.start()
    if amt.group()[0].islower() and (schreiben := fenster.rfind("Mit Schreiben", 0, start)) >= 0:
        start = schreiben
    ende = AMT_ENDE.search(f"{fenster} die Kleine Anfrage", amt.end())
    return ab + start, fenster[amt.start() : ende.start() if ende else None].strip(" ,")


def find_satz(text: str, *, ka_nummer: int | None = None, rumpf: int | None = None) -> Satz | None:
    """The document's own sentence among those it prints.

    A Vorbemerkung may quote another answer's sentence, so the number of the head decides; without one, the sentence
    before the body (`rumpf`, where the questioners' Vorbemerkung begins) is the own one, else the last.
    """
    funde = [satz for satz in saetze(text) if not satz.zitiert]
    eigene = [satz for satz in funde if satz.nummer == ka_nummer] if ka_nummer else []
    eigene = eigene or [satz for satz in funde if satz.nummer is None and ka_nummer] or funde
    if not eigene:
        return None
    davor = [satz for satz in eigene if rumpf is not None and satz.ende <= rumpf]
    return davor[0] if davor else eigene[-1]


def parse_beantwortung(text: Lesetext, satz: Satz) -> Beantwortung:
    """Office, date of the letter and agreement of one sentence, as printed."""
    wortlaut = text.without_fussnoten(text.text[satz.start : satz.ende], satz.start, satz.ende)
    schreiben = SCHREIBEN.search(wortlaut)
    amt = text.without_fussnoten(satz.amt, satz.start, satz.ende)
    sicherheit = 0.5 if KEIN_AMT.search(amt) else 1.0
    return Beantwortung(
        amt=amt,
        datum=parse_datum(schreiben["datum"]) if schreiben else None,
        einvernehmen=_einvernehmen(wortlaut),
        beleg=Beleg(*text.source_span(satz.start, satz.ende), "beantwortungssatz", sicherheit),
    )


def _einvernehmen(wortlaut: str) -> tuple[str, ...]:
    beginn = EINVERNEHMEN.search(wortlaut)
    if not beginn:
        return ()
    ende = EINVERNEHMEN_ENDE.search(wortlaut, beginn.end())
    liste = wortlaut[beginn.end() : ende.start() if ende else len(wortlaut)]
    return tuple(amt for teil in NAECHSTES_AMT.split(liste) if (amt := teil.strip(" ,.")))
