"""What stands around the text of every page: running heads and page numbers, known by place and repetition.

The Landtag's own head is also known by its words, in `parsing.raender`, which sees text and PDF alike. It may be the
only place with the paper's number, so the first one of each number stays in the text and is taken out there.
"""

import re
from collections import Counter
from collections.abc import Sequence

from anfragen.parsing.pdf.seite import Seite, Zeile

KOPFBEREICH = 0.11  # of the page's height, from its upper edge
FUSSBEREICH = 0.10
TOLERANZ = 4.0  # points that the same head may stand higher or lower
# "4", "- 4 -", "Seite 4 von 9"
SEITENZAHL = re.compile(r"[-–—]? ?(?:Seite )?(\d{1,4})(?: ?(?:/|von) ?\d{1,4})? ?[-–—]?\.?")
FUSSNOTE = re.compile(r"(\d{1,3})\s+\D")  # "1 Ebd."
DOKUMENTNUMMER = re.compile(r"\b\d{1,2}/\d{1,6}\b")
ZIFFERN = re.compile(r"\d+")

Muster = tuple[str, int]


def without_margins(seiten: Sequence[Seite]) -> list[list[Zeile]]:
    """The lines of each page without what belongs to its margins."""
    am_rand = [_margin_lines(seite, nummer) for nummer, seite in enumerate(seiten, start=1)]
    haeufig = Counter(muster for zeilen in am_rand for muster in {_muster(zeile) for zeile in zeilen})
    genannt: set[str] = set()
    ergebnis: list[list[Zeile]] = []
    for nummer, seite in enumerate(seiten, start=1):
        weg: set[int] = set()
        for zeile in am_rand[nummer - 1]:
            zahl = SEITENZAHL.fullmatch(zeile.text)
            if zahl and int(zahl[1]) == nummer > 1:
                weg.add(id(zeile))
            elif _repeats(haeufig, zeile):
                eigene = set(DOKUMENTNUMMER.findall(zeile.text))
                if eigene <= genannt:
                    weg.add(id(zeile))
                genannt |= eigene
        ergebnis.append([zeile for zeile in seite.zeilen if id(zeile) not in weg])
    return ergebnis


def _margin_lines(seite: Seite, nummer: int) -> list[Zeile]:
    oben, unten = seite.hoehe * (1 - KOPFBEREICH), seite.hoehe * FUSSBEREICH
    kopf = [zeile for zeile in seite.zeilen[:5] if zeile.unten > oben]
    fuss = [zeile for zeile in seite.zeilen[-4:] if zeile.oben < unten]
    # Two pages may end with the same footnote in the same place.
    noten = [zeile for zeile in fuss if (note := FUSSNOTE.match(zeile.text)) and int(note[1]) != nummer]
    return kopf + [zeile for zeile in fuss if zeile not in noten]


def _muster(zeile: Zeile) -> Muster:
    """The words with every number alike, and the place, rounded."""
    return ZIFFERN.sub("#", zeile.text), round(zeile.unten / TOLERANZ)


def _repeats(haeufig: Counter[Muster], zeile: Zeile) -> bool:
    text, hoehe = _muster(zeile)
    # The same place may be rounded up on one page and down on another.
    return sum(haeufig[text, hoehe + nachbar] for nachbar in (-1, 0, 1)) > 1
