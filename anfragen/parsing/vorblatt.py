"""The head of a document: its number and dates, what it answers, who asked, the title.

Everything is looked for between two fixed points: the line that names the Anfrage ("Antwort der Landesregierung auf
die Kleine Anfrage 1882 vom ..."; a cut head may begin only at the askers) and the heading or sentence that opens the
body. What stands before the first point is the document's own number and date, whatever their order.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from anfragen.parsing.abschnitte import UEBERSCHRIFT_ANFRAGE, ueberschrift_anfrage
from anfragen.parsing.beantwortung import Satz, find_satz, parse_beantwortung, saetze
from anfragen.parsing.daten import DATUM, DATUM_IN_ZIFFERN, parse_datum
from anfragen.parsing.fragesteller import Nennung, nennung
from anfragen.parsing.raender import LANDTAG, Randart
from anfragen.parsing.records import Anfrageart, Beantwortung, Befund, Beleg, Dokumentnummer, Vorblatt
from anfragen.parsing.text import Lesetext
from anfragen.parsing.titel import Titel, find_titel
from anfragen.parsing.widersprueche import kopf_befunde

DRUCKSACHE = re.compile(
    r"\b(?:Drucksache|Drs\.|LT-Drs\.) ?(?P<nummer>\d{1,2} ?/ ?\d{1,6})(?!\d)"
)  # "Drucksache 17/4791"
# "17. Wahlperiode"; the letterhead of a Vorlage prints "17. WAHLPERIODE"
WAHLPERIODE = re.compile(r"\b(?P<wahlperiode>\d{1,2})\. ?(?:Wahlperiode|WAHLPERIODE)\b")
ASKER = r"(?:des|der) ?(?:fraktionslosen )?(?:Abgeordneten|Fraktion(?:en)?)"
WEITERE = rf"(?:(?:,| und) (?:die (?:Kleine|Große) Anfrage )?\d{{1,5}}(?: vom {DATUM})?){{0,5}}"  # " und 1883"
NUMMER_VOM = rf"(?:Nr\. ?)?(?P<nummer>\d{{1,5}})(?: ?(?:vom|v\.) ?(?P<datum>{DATUM}))?{WEITERE} ?(?={ASKER})"
# "Antwort der Landesregierung auf die Kleine Anfrage 1882 vom 9. Januar 2019 der Abgeordneten", and what extraction
# makes of it: "auf die Kleine Anfrage 5vom 13. Juni 2017 des AbgeordnetenSven"
ANTWORTZEILE = re.compile(
    rf"(?:Antwort (?:der|für die) Landess?regierung )?auf die (?P<art>Kleine|Große)n? ?Anfragen? ?{NUMMER_VOM}"
)
FRAGEZEILE = re.compile(rf"\b(?P<art>Kleine|Große) Anfrage ?{NUMMER_VOM}")  # "Kleine Anfrage 4284 des Abgeordneten"
ASKERZEILE = re.compile(
    r"\b(?:des|der) ?(?:(?P<ohne>fraktionslosen) )?(?:Abgeordneten(?=[ A-ZÄÖÜ])|Fraktion(?:en)?\b) ?"
    r"(?:(?:der|von|des) )?"
)
# A first head without a line that names an Anfrage: "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/5030"
ERSTER_KOPF = re.compile(
    rf"{LANDTAG}(?: \d{{1,2}}\. ?Wahlperiode)? {DRUCKSACHE.pattern[2:]}(?: \d{{1,2}}\. ?Wahlperiode)?"
    rf"(?: \(?Neudruck\)?)?(?: {DATUM_IN_ZIFFERN})?"
)
IM_TITEL = re.compile(r"[?!:.„“]|.{60}")  # between the Fraktion and a number that belongs to neither
FRAGESTELLER_MAX = 2500
KOPF_MAX = 4000
OHNE_ANFRAGEZEILE = 400  # how far the head of a paper reaches that names no Anfrage, such as a Vorlage


@dataclass(frozen=True)
class Kopf:
    """The head, and the offset into the reading text at which the body begins.

    `fragen_ab` is the same offset found without a look at line breaks, so that questions read alike on one line.
    """

    vorblatt: Vorblatt
    rumpf: int
    fragen_ab: int
    beantwortung: Beantwortung | None
    satz: Satz | None
    befunde: tuple[Befund, ...]


@dataclass
class _Sammlung:
    """Values found so far, each with its evidence."""

    text: Lesetext
    belege: dict[str, Beleg] = field(default_factory=dict)

    def beleg(self, feld: str, start: int, ende: int, regel: str, sicherheit: float = 1.0) -> None:
        self.belege[feld] = Beleg(*self.text.source_span(start, ende), regel, sicherheit)


def parse_vorblatt(text: Lesetext) -> tuple[Vorblatt, tuple[Befund, ...]]:
    """The head alone. See `lies_kopf` for where it ends."""
    kopf = lies_kopf(text)
    return kopf.vorblatt, kopf.befunde


def lies_kopf(text: Lesetext) -> Kopf:
    """The head, and where the body begins. Never raises; a document without a head yields an empty one."""
    sammlung = _Sammlung(text)
    flach = text.text
    zeile = _anfragezeile(flach)
    asker = _askerzeile(flach, zeile)
    ist_antwort = bool(zeile and zeile.re is ANTWORTZEILE)
    erster = None if zeile or asker else ERSTER_KOPF.search(flach, 0, 600)
    grenze = zeile.start() if zeile else asker.start() if asker else erster.end() if erster else 0

    nummer, datum_kopf = _eigene_nummer(text, sammlung, grenze)
    bei = asker.end() if asker else zeile.end() if zeile else 0
    satz_roh = next((satz for satz in saetze(flach)), None)
    # A head cut before the line still shows by its Vorbemerkung or sentence that an answer follows.
    ist_antwort = ist_antwort or (not zeile and bool(satz_roh or UEBERSCHRIFT_ANFRAGE.search(flach, 0, KOPF_MAX)))
    wer, druck = (
        _fragesteller(flach, bei, asker, ist_antwort=ist_antwort) if asker or zeile else (Nennung((), (), bei), None)
    )
    if wer.fragesteller or wer.fraktionen:
        sammlung.beleg("fragesteller", bei, wer.ende, "fragestellerzeile")
    bei = druck.end() if druck else wer.ende
    if druck:
        sammlung.beleg("frage_drucksache", *druck.span("nummer"), "nummer-nach-fragestellern")
    ka_nummer = int(zeile["nummer"]) if zeile else None
    titel = find_titel(text, bei, ist_antwort=ist_antwort) if asker or zeile else Titel(grenze, grenze, grenze)
    if titel.start < titel.ende:
        sammlung.beleg("titel", titel.start, titel.ende, titel.regel, titel.sicherheit)
    ueberschrift = ueberschrift_anfrage(flach, titel.ende)
    satz = find_satz(flach, ka_nummer=ka_nummer, rumpf=ueberschrift.start if ueberschrift else None)
    satz = satz if ist_antwort else None
    if zeile:
        sammlung.beleg("anfrage_nummer", *zeile.span("nummer"), "anfragezeile")
        if zeile["datum"]:
            sammlung.beleg("anfrage_datum", *zeile.span("datum"), "anfragezeile")
    elif satz and satz.nummer:
        ka_nummer = satz.nummer
        sammlung.beleg("anfrage_nummer", satz.start, satz.ende, "nummer-im-beantwortungssatz", 0.9)
    frage_drucksache = Dokumentnummer.parse(druck["nummer"]) if druck else None
    original, ausgegeben = _fusszeilendaten(text, sammlung)
    vorblatt = Vorblatt(
        drucksache=nummer,
        wahlperiode=_wahlperiode(flach, grenze, nummer or frage_drucksache),
        datum_kopf=datum_kopf,
        datum_original=original,
        ausgegeben=ausgegeben,
        ist_antwort=ist_antwort,
        anfrageart=_art(flach, zeile, satz),
        anfrage_nummer=ka_nummer,
        anfrage_datum=parse_datum(zeile["datum"]) if zeile and zeile["datum"] else None,
        frage_drucksache=frage_drucksache,
        fragesteller=wer.fragesteller,
        fraktionen=wer.fraktionen,
        titel=flach[titel.start : titel.ende],
        belege=MappingProxyType(sammlung.belege),
    )
    beantwortung = parse_beantwortung(text, satz) if satz else None
    return Kopf(
        vorblatt=vorblatt,
        rumpf=titel.ende,
        fragen_ab=titel.ende_einzeilig,
        beantwortung=beantwortung,
        satz=satz,
        befunde=kopf_befunde(text, vorblatt, beantwortung, satz, wer.unklar),
    )


def _anfragezeile(flach: str) -> "re.Match[str] | None":
    """The line that names the Anfrage; where the head is doubled, the last before a title."""
    antwort = ANTWORTZEILE.search(flach, 0, KOPF_MAX)
    frage = FRAGEZEILE.search(flach, 0, 1500)
    if antwort and (not frage or antwort.start() <= frage.start()):
        naechste = ANTWORTZEILE.search(flach, antwort.end(), antwort.end() + 400)
        druck = DRUCKSACHE.search(flach, antwort.end(), naechste.start()) if naechste else None
        # "Antwort ... SPD Drucksache 17/4791 Antwort ... SPD Drucksache 17/4791 Titel": nothing between the two
        if naechste and druck and not ERSTER_KOPF.sub("", flach[druck.end() : naechste.start()]).strip():
            return naechste
        return antwort
    return frage


def _askerzeile(flach: str, zeile: "re.Match[str] | None") -> "re.Match[str] | None":
    """Where the askers begin; without a line of the Anfrage, only at the very start of a cut head."""
    if zeile:
        return ASKERZEILE.match(flach, zeile.end())
    asker = ASKERZEILE.search(flach, 0, 200)
    return asker if asker and DRUCKSACHE.search(flach, asker.end(), asker.end() + 600) else None


def _fragesteller(
    flach: str, bei: int, asker: "re.Match[str] | None", *, ist_antwort: bool
) -> tuple[Nennung, "re.Match[str] | None"]:
    """The askers, and in an answer the number of their question, which is printed right after them."""
    wer = nennung(flach, bei, bei + FRAGESTELLER_MAX, offen=True)
    druck = DRUCKSACHE.search(flach, bei, bei + FRAGESTELLER_MAX) if ist_antwort else None
    if druck and wer.fraktionen and IM_TITEL.search(flach, wer.ende, druck.start()):
        druck = None  # a number that the title names: this head prints none of its own for the question
    if druck:
        wer = nennung(flach, bei, druck.start(), offen=False)
    if asker and asker["ohne"] and not wer.fraktionen:
        ohne = tuple(replace(person, fraktion="FRAKTIONSLOS") for person in wer.fragesteller)
        wer = Nennung(ohne, ("FRAKTIONSLOS",), wer.ende, wer.unklar)
    return wer, druck


def _eigene_nummer(text: Lesetext, sammlung: _Sammlung, grenze: int) -> tuple[Dokumentnummer | None, date | None]:
    """The document's number and date from what stands before the line of the Anfrage, else from running heads."""
    flach = text.text
    ab = max(0, grenze - 2000)
    nummer = datum = None
    if druck := DRUCKSACHE.search(flach, ab, grenze):
        nummer = Dokumentnummer.parse(druck["nummer"])
        sammlung.beleg("drucksache", *druck.span("nummer"), "erster-kopf")
    elif text.kopfzeilen:
        nummer = Counter(text.kopfzeilen).most_common(1)[0][0]
        rand = next(rand for rand in text.raender if rand.nummer == nummer)
        sammlung.belege["drucksache"] = Beleg(rand.start, rand.ende, "seitenkopf", 0.9)
    if tag := re.compile(DATUM_IN_ZIFFERN).search(flach, druck.end() if druck else ab, grenze):
        datum = parse_datum(tag.group())
        sammlung.beleg("datum_kopf", *tag.span(), "erster-kopf")
    return nummer, datum


def _fusszeilendaten(text: Lesetext, sammlung: _Sammlung) -> tuple[date | None, date | None]:
    """Date of the original and of issue, wherever on the first page the footer came out."""
    werte: dict[str, date | None] = {"datum_original": None, "ausgegeben": None}
    muster = {
        "datum_original": rf"Originals ?: ?({DATUM_IN_ZIFFERN})",
        "ausgegeben": rf"Ausgegeben ?: ?({DATUM_IN_ZIFFERN})",
    }
    for rand in text.raender:
        for feld, ausdruck in muster.items():
            tag = re.search(ausdruck, rand.text) if rand.art is Randart.FUSSZEILE and werte[feld] is None else None
            if tag and (wert := parse_datum(tag[1])):
                werte[feld] = wert
                sammlung.belege[feld] = Beleg(rand.start, rand.ende, "fusszeile")
    return werte["datum_original"], werte["ausgegeben"]


def _wahlperiode(flach: str, grenze: int, nummer: Dokumentnummer | None) -> int | None:
    """As printed in the head, else that of the document's number or the question's: an answer shares its term."""
    if not grenze and "LANDTAG" in flach[:OHNE_ANFRAGEZEILE]:
        grenze = OHNE_ANFRAGEZEILE
    if gedruckt := WAHLPERIODE.search(flach, max(0, grenze - 2000), grenze):
        return int(gedruckt["wahlperiode"])
    return nummer.wahlperiode if nummer else None


def _art(flach: str, zeile: "re.Match[str] | None", satz: Satz | None) -> Anfrageart | None:
    wort = zeile["art"] if zeile else None
    if not wort and satz:
        wort = "Große" if "Große Anfrage" in flach[satz.start : satz.ende] else "Kleine"
    if not wort and (ueberschrift := UEBERSCHRIFT_ANFRAGE.search(flach, 0, KOPF_MAX)):
        wort = "Große" if "Großen" in ueberschrift.group() else "Kleine"
    return None if wort is None else Anfrageart.GROSS if wort == "Große" else Anfrageart.KLEIN
