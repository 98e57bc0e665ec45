"""Commitments in the government's own words: what it announces, plans, prepares or examines, and by when.

A sentence commits if one of its main clauses does, in the present or future tense and without a no. Verbs are told
apart by lists, because what fits every verb fits forecasts and aims as well. Staff judge each proposal, so what is
doubtful is rather left out.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from anfragen.parsing import saetze
from anfragen.parsing.antworten import ANTWORTKOPF
from anfragen.parsing.fristen import find_frist
from anfragen.parsing.hauptsatz import main_clauses, without_insertions
from anfragen.parsing.praedikate import Lage, find_praedikat
from anfragen.parsing.records import Abschnitt, Antwortteil, Beleg, Zusage
from anfragen.parsing.tatworte import ANLASS, FREMDE_ANGABE
from anfragen.parsing.text import Lesetext

FRAGEZEICHEN = re.compile(r"\?[“”\"»)]{0,2} ?$")  # "Wann wird sie fertig?“"
# Where a cell's text begins, or what a colon announces: "[19-01] Die Ruhr Games", "gemeinsam beantwortet: Geplant ist";
# also where a reference ends in an abbreviation: "Seite 8 f. Der Ausschuss"
NEUBEGINN = re.compile(
    r"(?:[\]:]|\bff?\.|\] ?[-–—] Teilprojekte?:? [^.!?:;,\[\]]{1,80}?) "
    r"(?=(?:Der|Die|Das|Den|Im|In|Es|Mit|Durch|Um|Für|Zur|Zum|Als|Am|Bei|Ein|Eine|Aktuell|Derzeit|Sie|Hier|Geplant"
    r"|Ab|Auf|Aus|Bis|Dabei|Dazu|Diese[rs]?|Hierfür|Hierzu|Innerhalb|Nach|Neben|Seit|Zudem|Zurzeit)\b)"
    r"|beantwortet ?: (?=[A-ZÄÖÜ])"
)
LISTENPUNKT = re.compile(r" ?[•▪●‣◦] ")  # "• der Ausbau der Strecke"
WORTE_MIN = 3  # "Geplant ist:" says nothing alone
LAENGE_MAX = 2_000  # characters; what has no full stop for so long is a table or a list


def find_zusagen(
    text: Lesetext, teile: tuple[Antwortteil, ...], vorbemerkung: Abschnitt | None, gesagt_am: date | None
) -> tuple[Zusage, ...]:
    """The commitments in the answer's parts and in the government's Vorbemerkung, in the order of the text.

    `gesagt_am` is the day of the answer: what lies before it can't be promised any more.
    """
    gegliedert = saetze.split(text.text)
    spannen: list[tuple[int, int, int | None]] = [
        (*_flat(text, teil.beleg.start, teil.beleg.ende), nummer) for nummer, teil in enumerate(teile)
    ]
    if vorbemerkung:
        spannen.append((*_flat(text, vorbemerkung.start, vorbemerkung.ende), None))
    spannen.sort(key=lambda spanne: spanne[:2])
    lesbar = without_insertions(text.text, [(von, bis) for von, bis, _ in spannen])
    return tuple(
        _zusage(text, start, ende, teil, lage)
        for von, bis, teil in spannen
        for start, ende in _sentences(gegliedert, von, bis)
        if (lage := _best(lesbar, start, ende, gesagt_am))
    )


def _flat(text: Lesetext, start: int, ende: int) -> tuple[int, int]:
    return text.text_offset(start), text.text_offset(ende)


def _zusage(text: Lesetext, start: int, ende: int, teil: int | None, lage: Lage) -> Zusage:
    wortlaut = text.without_fussnoten(text.text[start:ende], start, ende)
    beleg = Beleg(*text.source_span(start, ende), lage.regel, lage.sicherheit)
    return Zusage(lage.art, wortlaut, lage.frist.faellig, lage.frist.wortlaut, teil, beleg)


def _sentences(gegliedert: saetze.Saetze, von: int, bis: int) -> Iterator[tuple[int, int]]:
    """The spans of sentences that may commit, without questions, the space around them, and the answer's heading."""
    flat = gegliedert.text
    if kopf := ANTWORTKOPF.match(flat, von, bis):
        von = kopf.end()
    for satz in gegliedert.within(von, bis):
        grenzen = [m.end() for muster in (NEUBEGINN, LISTENPUNKT) for m in muster.finditer(flat, *satz)]
        for start, ende in pairwise(sorted((*satz, *grenzen))):
            stueck = flat[start:ende]
            start += len(stueck) - len(stueck.lstrip())
            ende = start + len(stueck.strip().rstrip("•▪●‣◦ "))
            ist_frage = FRAGEZEICHEN.search(flat, max(start, ende - 4), ende)
            if ende - start <= LAENGE_MAX and len(stueck.split()) >= WORTE_MIN and not ist_frage:
                yield start, ende


def _best(text: str, start: int, ende: int, gesagt_am: date | None) -> Lage | None:
    """What the sentence commits to; of several things the one with a day. What others say commits nobody."""
    if not ANLASS.search(text, start, ende):
        return None
    lagen = [
        lage
        for hauptsatz in main_clauses(text, start, ende)
        if (lage := find_praedikat(text, hauptsatz, find_frist(text, hauptsatz, gesagt_am)))
    ]
    if not lagen or FREMDE_ANGABE.search(text, start, ende):
        return None
    return next((lage for lage in lagen if lage.frist.faellig), lagen[0])
