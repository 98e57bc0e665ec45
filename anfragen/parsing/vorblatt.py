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
from anfragen.parsing.anfragezeile import (
    ANTWORTZEILE,
    DRUCKSACHE,
    ERSTER_KOPF,
    KOPF_MAX,
    NACH_NAMEN,
    anfrage_datum,
    find_anfragezeile,
    papiere,
    weitere_anfragen,
)
from anfragen.parsing.beantwortung import Satz, find_satz, parse_beantwortung, saetze
from anfragen.parsing.daten import DATUM_IN_ZIFFERN, parse_datum
from anfragen.parsing.fassung import find_nachtrag, find_neudruck, find_vorlage
from anfragen.parsing.fragesteller import Nennung, nennung
from anfragen.parsing.raender import Randart
from anfragen.parsing.records import Anfrageart, Antwortart, Beantwortung, Befund, Beleg, Dokumentnummer, Vorblatt
from anfragen.parsing.text import Lesetext
from anfragen.parsing.titel import Titel, find_titel
from anfragen.parsing.widersprueche import kopf_befunde

# "17. Wahlperiode"; the letterhead of a Vorlage prints "17. WAHLPERIODE"
WAHLPERIODE = re.compile(r"\b(?P<wahlperiode>\d{1,2})\. ?(?:Wahlperiode|WAHLPERIODE)\b")
ASKERZEILE = re.compile(
    r"(?:\b|(?<=\d))(?:des|der) ?(?:(?P<ohne>fraktionslosen) )?(?:Abgeordneten(?=[ A-ZÄÖÜ])|Fraktion(?:en)?\b) ?"
    r"(?:(?:der|von|des) )?"
)
IM_TITEL = re.compile(r"[?!:.„“]|.{60}")  # between the Fraktion and a number that belongs to neither
FRAGESTELLER_MAX = 2500
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
    zeile = find_anfragezeile(flach)
    asker = _askerzeile(flach, zeile)
    ist_antwort = bool(zeile and zeile.re is ANTWORTZEILE)
    erster = None if zeile or asker else ERSTER_KOPF.search(flach, 0, 600)
    grenze = zeile.start() if zeile else asker.start() if asker else erster.end() if erster else 0

    nummer, datum_kopf = _eigene_nummer(text, sammlung, grenze)
    vorlage = None if nummer or zeile else _vorlage(flach, sammlung)
    satz_roh = next((satz for satz in saetze(flach)), None)
    if not zeile and not vorlage:
        # A head cut before the line still shows by its Vorbemerkung or sentence that an answer follows.
        ist_antwort = bool(satz_roh or UEBERSCHRIFT_ANFRAGE.search(flach, 0, KOPF_MAX))
    bei = asker.end() if asker else zeile.end() if zeile else 0
    wer, druck = (
        _fragesteller(flach, bei, asker, ist_antwort=ist_antwort) if asker or zeile else (Nennung((), (), bei), None)
    )
    if wer.fragesteller or wer.fraktionen:
        sammlung.beleg("fragesteller", bei, wer.ende, "fragestellerzeile", 0.7 if wer.unklar else 1.0)
        sammlung.beleg("fraktionen", bei, wer.ende, "fragestellerzeile", 0.7 if wer.unklar else 1.0)
    gedruckt = papiere(flach, druck, wer.ende)
    weitere, bei = weitere_anfragen(flach, zeile, wer, gedruckt)
    if druck:
        sammlung.beleg("frage_drucksache", *druck.span("nummer"), "nummer-nach-fragestellern")
    if weitere and zeile:
        sammlung.beleg("weitere_anfragen", zeile.start(), bei, "anfragezeile", 0.9)
    if datum_danach := NACH_NAMEN.match(flach, bei):
        bei = datum_danach.end()
    titel = find_titel(text, bei, ist_antwort=ist_antwort) if asker or zeile else Titel(grenze, grenze, grenze)
    if titel.start < titel.ende:
        sammlung.beleg("titel", titel.start, titel.ende, titel.regel, titel.sicherheit)
    ueberschrift = ueberschrift_anfrage(flach, titel.ende)
    anfrage_nummer = int(zeile["nummer"]) if zeile else None
    satz = find_satz(flach, ka_nummer=anfrage_nummer, rumpf=ueberschrift.start if ueberschrift else None)
    satz = satz if ist_antwort else None
    if not zeile and satz and satz.nummer:
        anfrage_nummer = satz.nummer
        sammlung.beleg("anfrage_nummer", satz.start, satz.ende, "nummer-im-beantwortungssatz", 0.9)
    frage_drucksache = Dokumentnummer.parse(druck["nummer"]) if druck else None
    original, ausgegeben = _fusszeilendaten(text, sammlung)
    vorblatt = Vorblatt(
        drucksache=nummer,
        vorlage=vorlage,
        wahlperiode=_wahlperiode(flach, sammlung, grenze, nummer or vorlage or frage_drucksache),
        neudruck=_neudruck(flach, sammlung, grenze),
        datum_kopf=datum_kopf,
        datum_original=original,
        ausgegeben=ausgegeben,
        ist_antwort=ist_antwort,
        antwortart=_antwortart(flach, sammlung, zeile) if ist_antwort else Antwortart.ANTWORT,
        anfrageart=None if vorlage else _art(flach, sammlung, zeile, satz),
        anfrage_nummer=anfrage_nummer,
        anfrage_datum=_anfrage_datum(flach, sammlung, zeile, wer),
        frage_drucksache=frage_drucksache,
        fragesteller=wer.fragesteller,
        fraktionen=wer.fraktionen,
        titel=flach[titel.start : titel.ende],
        weitere_anfragen=weitere,
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


def _anfrage_datum(flach: str, sammlung: _Sammlung, zeile: "re.Match[str] | None", wer: Nennung) -> date | None:
    """The date of the Anfrage in its line, which is evidence of its number too."""
    if not zeile:
        return None
    sammlung.beleg("anfrage_nummer", *zeile.span("nummer"), "anfragezeile")
    spanne = anfrage_datum(flach, zeile, wer)
    datum = parse_datum(flach[slice(*spanne)]) if spanne else None
    if spanne and datum:
        sammlung.beleg("anfrage_datum", *spanne, "anfragezeile")
    return datum


def _vorlage(flach: str, sammlung: _Sammlung) -> Dokumentnummer | None:
    vorlage = find_vorlage(flach)
    if vorlage:
        sammlung.beleg("vorlage", vorlage.start, vorlage.ende, "briefkopf")
    return vorlage.nummer if vorlage else None


def _neudruck(flach: str, sammlung: _Sammlung, grenze: int) -> bool:
    neudruck = find_neudruck(flach, grenze)
    if neudruck:
        sammlung.beleg("neudruck", neudruck.start, neudruck.ende, "erster-kopf")
    return bool(neudruck)


def _antwortart(flach: str, sammlung: _Sammlung, zeile: "re.Match[str] | None") -> Antwortart:
    nachtrag = find_nachtrag(flach, zeile.start()) if zeile else None
    if nachtrag:
        sammlung.beleg("antwortart", nachtrag.start, nachtrag.ende, "wort-vor-der-anfragezeile")
    return nachtrag.art if nachtrag else Antwortart.ANTWORT


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


def _wahlperiode(flach: str, sammlung: _Sammlung, grenze: int, nummer: Dokumentnummer | None) -> int | None:
    """As printed in the head, else that of the document's number or the question's: an answer shares its term."""
    if not grenze and "LANDTAG" in flach[:OHNE_ANFRAGEZEILE]:
        grenze = OHNE_ANFRAGEZEILE
    if gedruckt := WAHLPERIODE.search(flach, max(0, grenze - 2000), grenze):
        sammlung.beleg("wahlperiode", *gedruckt.span(), "erster-kopf")
        return int(gedruckt["wahlperiode"])
    belegt = next((feld for feld in ("drucksache", "vorlage", "frage_drucksache") if feld in sammlung.belege), None)
    if nummer and belegt:
        quelle = sammlung.belege[belegt]
        sammlung.belege["wahlperiode"] = replace(quelle, regel=f"aus-{belegt}", sicherheit=min(0.9, quelle.sicherheit))
    return nummer.wahlperiode if nummer else None


def _art(flach: str, sammlung: _Sammlung, zeile: "re.Match[str] | None", satz: Satz | None) -> Anfrageart | None:
    """Small or large: as the line of the Anfrage says, else its sentence, else the heading of its Vorbemerkung."""
    if zeile:
        wort, spanne, regel, sicherheit = zeile["art"], zeile.span("art"), "anfragezeile", 1.0
    elif satz:
        wort = "Große" if "Große Anfrage" in flach[satz.start : satz.ende] else "Kleine"
        spanne, regel, sicherheit = (satz.start, satz.ende), "beantwortungssatz", 0.9
    elif ueberschrift := UEBERSCHRIFT_ANFRAGE.search(flach, 0, KOPF_MAX):
        wort = "Große" if "Großen" in ueberschrift.group() else "Kleine"
        spanne, regel, sicherheit = ueberschrift.span(), "ueberschrift", 0.8
    else:
        return None
    sammlung.beleg("anfrageart", *spanne, regel, sicherheit)
    return Anfrageart.GROSS if wort == "Große" else Anfrageart.KLEIN
