"""A page as the printer sees it: words with their places, lines made of them, and the ruled lines between.

Coordinates are points from the lower left corner of the page as a reader holds it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

SPALTENLUECKE = 0.8  # of the font's height: no space between words is that wide, the padding of two cells is
KLEINE_ZIFFER = 0.85  # of the font's height beside it: a raised digit is smaller
ERHOEHT = 0.15  # of that height: its lower edge stands higher
NAEHE = 0.02  # of the font's height: closer than that, two pieces are one word


class Wort(NamedTuple):
    """A run of characters without white space; `unten` and `oben` span its font's height, not its letters'."""

    text: str
    x0: float
    x1: float
    unten: float
    oben: float


class Linie(NamedTuple):
    """A straight ruled line, level or upright."""

    x0: float
    x1: float
    unten: float
    oben: float

    @property
    def ist_waagerecht(self) -> bool:
        return self.x1 - self.x0 > self.oben - self.unten


@dataclass(slots=True)
class Stueck:
    """Words of one line with nothing wider than a space between them."""

    worte: list[Wort]
    _text: str = field(default="", init=False, repr=False, compare=False)  # asked for several times, joined once

    @property
    def x0(self) -> float:
        return self.worte[0].x0

    @property
    def x1(self) -> float:
        return self.worte[-1].x1

    @property
    def unten(self) -> float:
        return self.worte[0].unten

    @property
    def oben(self) -> float:
        return self.worte[0].oben

    @property
    def text(self) -> str:
        if not self._text:
            self._text = "".join(self._parts())
        return self._text

    def _parts(self) -> Iterator[str]:
        text, _, rand, unten, oben = self.worte[0]
        yield text
        for text, x0, x1, wort_unten, wort_oben in self.worte[1:]:
            yield f" {text}" if x0 - rand > NAEHE * (oben - unten) else text
            rand, unten, oben = x1, wort_unten, wort_oben

    def rewrite(self, i: int, text: str) -> None:
        """Gives the word at `i` another text."""
        self.worte[i] = self.worte[i]._replace(text=text)
        self._text = ""


@dataclass(slots=True)
class Zeile:
    """What stands on one base line, left to right."""

    stuecke: list[Stueck]
    unten: float
    oben: float

    @property
    def x0(self) -> float:
        return self.stuecke[0].x0

    @property
    def x1(self) -> float:
        return self.stuecke[-1].x1

    @property
    def hoehe(self) -> float:
        return self.oben - self.unten

    @property
    def text(self) -> str:
        if len(self.stuecke) == 1:
            return self.stuecke[0].text
        return " ".join([stueck.text for stueck in self.stuecke])


@dataclass(slots=True)
class Seite:
    """One page. `linien` are there only where something stands side by side; else nobody asks for them."""

    breite: float
    hoehe: float
    zeilen: list[Zeile]
    linien: Sequence[Linie] = field(default=())
    hat_bild: bool = False


def zeilen(worte: Iterable[Wort]) -> list[Zeile]:
    """The lines that these words make, from the top of the page down."""
    stuecke = _stuecke(worte)
    stuecke.sort(key=lambda s: -_mitte(s.worte[0]))
    ergebnis: list[Zeile] = []
    for stueck in stuecke:
        wort = max(stueck.worte, key=_hoehe) if len(stueck.worte) < 4 else stueck.worte[0]
        mitte = _mitte(wort)
        zeile = ergebnis[-1] if ergebnis else None
        # A raised digit is lower than its line is high, so its middle lies within; a next line's middle does not.
        if zeile and (zeile.unten < mitte < zeile.oben or wort.unten < (zeile.unten + zeile.oben) / 2 < wort.oben):
            zeile.stuecke.append(stueck)
            if wort.oben - wort.unten > zeile.hoehe:
                zeile.unten, zeile.oben = wort.unten, wort.oben
        else:
            ergebnis.append(Zeile([stueck], wort.unten, wort.oben))
    for zeile in ergebnis:
        if len(zeile.stuecke) > 1:
            zeile.stuecke = _zusammen(sorted(zeile.stuecke, key=lambda s: s.x0))
    return ergebnis


def _stuecke(worte: Iterable[Wort]) -> list[Stueck]:
    """The words in the order in which the file draws them, cut where the next is elsewhere."""
    ergebnis: list[Stueck] = []
    rand = unten = oben = 0.0  # of the word before
    for wort in worte:
        _, x0, x1, wort_unten, wort_oben = wort
        hoehe = oben - unten
        if (
            -0.5 * hoehe < x0 - rand < SPALTENLUECKE * hoehe
            and unten < (wort_unten + wort_oben) / 2 < oben
            and abs(unten - wort_unten) < 0.5 * hoehe
        ):
            ergebnis[-1].worte.append(wort)
        else:
            ergebnis.append(Stueck([wort]))
        rand, unten, oben = x1, wort_unten, wort_oben
    return ergebnis


def _zusammen(stuecke: list[Stueck]) -> list[Stueck]:
    """Neighbours that the file drew apart but that stand a space apart become one."""
    ergebnis = [stuecke[0]]
    for stueck in stuecke[1:]:
        davor = ergebnis[-1]
        hoehe = max(_hoehe(davor.worte[-1]), _hoehe(stueck.worte[0]))
        if stueck.x0 - davor.x1 < SPALTENLUECKE * hoehe:
            davor.worte.extend(stueck.worte)
        else:
            ergebnis.append(stueck)
    return ergebnis


def _mitte(wort: Wort) -> float:
    return (wort.unten + wort.oben) / 2


def _hoehe(wort: Wort) -> float:
    return wort.oben - wort.unten
