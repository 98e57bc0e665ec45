"""References that name no number but point back: "die vorgenannte Kleine Anfrage", "a. a. O.", "siehe dort".

Taken only where the text before cites exactly one paper that can be meant, and marked as unsure even then: the words
may mean a book, or the Anfrage that the document answers.
"""

import re

from anfragen.parsing.records import Verweistyp
from anfragen.parsing.verweise.suche import ANFRAGEN, Fund

_KLEINE, _GROSSE = r"[Kk]leinen? Anfrage", r"[Gg]roßen? Anfrage"
VORGENANNT = re.compile(  # "der vorgenannten Kleinen Anfrage", "die o. g. Vorlage"; not "die genannte Drucksache 17/1"
    r"\b(?:(?:vor|oben |eben |bereits |zuvor )?(?:genannt|erwähnt|bezeichnet|zitiert)e[nr]?|o\. ?g\.|besagten?) "
    rf"(?:(?P<KLEINE_ANFRAGE>{_KLEINE})|(?P<GROSSE_ANFRAGE>{_GROSSE})"
    r"|(?P<DRUCKSACHE>(?:Landtagsd|D)rucksache)|(?P<VORLAGE>Vorlage))\b(?!,? (?:Nr\. ?)?\d)"
)
AM_ORT = re.compile(r"\b[Aa]\. ?a\. ?O\.|\baaO\b|\b(?:[Ss]iehe|[Vv]gl\.|s\.) dort\b(?! (?:unter|auf|die|den|zu)\b)")
IM_KOPF = frozenset({"kopf", "titel", "beantwortungssatz"})
SICHERHEIT = 0.6
MEISTE_ZIELE = 100  # different papers cited, after which no words are followed back: it would be slow and a guess


def find_back_references(flat: str, funde: list[Fund]) -> list[Fund]:
    """The references that point back to one of `funde`, which are in the order of the text."""
    zitate = [fund for fund in funde if fund.regel not in IM_KOPF]
    treffer = sorted([*VORGENANNT.finditer(flat), *AM_ORT.finditer(flat)], key=lambda stelle: stelle.start())
    genannt: dict[tuple[Verweistyp, int | None, int], Fund] = {}
    bei = 0
    neu = []
    for stelle in treffer:
        while bei < len(zitate) and zitate[bei].start < stelle.start():
            genannt.setdefault((zitate[bei].typ, zitate[bei].wahlperiode, zitate[bei].nummer), zitate[bei])
            bei += 1
        if len(genannt) > MEISTE_ZIELE:
            break
        # "a. a. O." is a place in a paper: of an Anfrage and the Drucksache printed for it, the Drucksache.
        typ = Verweistyp[stelle.lastgroup] if stelle.lastgroup else None
        kandidaten = [ziel for ziel in genannt.values() if (ziel.typ is typ if typ else ziel.typ not in ANFRAGEN)]
        if len(kandidaten) == 1:
            neu.append(_pointing_at(kandidaten[0], stelle))
    return neu


def _pointing_at(ziel: Fund, stelle: re.Match[str]) -> Fund:
    sicherheit = min(SICHERHEIT, ziel.sicherheit)
    return Fund(ziel.typ, ziel.wahlperiode, ziel.nummer, *stelle.span(), "rueckverweis", sicherheit, abgeleitet=True)
