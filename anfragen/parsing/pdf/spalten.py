"""Text in columns: cells that stand side by side are read one after the other, row by row.

Columns are known by the white corridor between them, rows by ruled lines, by wider spacing, or by how lines go on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from anfragen.parsing.pdf.seite import Linie, Stueck, Zeile

KORRIDOR = 0.6  # of the line's height: the least white between two columns
NAH = 2.6  # of the line's height: a wider space between lines ends a table
ABSTAND = 1.3  # of the closest line spacing in a table: a wider one parts its rows
BERUEHRT = 1.5  # points
UNTERLAENGE = 3.0  # points that a rule may reach into the height of a line's font
LEERZEICHEN = 0.25  # of the font's height
ZAHL = re.compile(r"[\d.,:%€+–-]+(?: ?(?:Euro|Prozent|Mio\.|[%€]))?")  # "22.000", "12,5 %"
ENDE = re.compile(r"[.!?\]]\Z")
SATZENDE = re.compile(r"[.!?:;)\]“]\Z")
FORTSETZUNG = re.compile(r"[a-zäöüß]|\d{1,2}\. Wahlperiode\b")  # under "LANDTAG NORDRHEIN-WESTFALEN"

Korridor = tuple[float, float]
Zellzeilen = list[Stueck | None]  # of one line of a table, column by column


@dataclass(slots=True)
class Reihe:
    """One row of a table: its lines, each split into columns, and the white corridors between these.

    `raender` are the right edges of the table's columns, `umbrueche` the lines before which a page break splits the
    row.
    """

    zeilen: list[Zellzeilen]
    korridore: list[Korridor]
    oben: float
    unten: float
    raender: list[float]
    umbrueche: list[int] = field(default_factory=list)

    @property
    def spalten(self) -> int:
        return len(self.korridore) + 1

    @property
    def ist_einzeilig(self) -> bool:
        return len(self.zeilen) == 1

    def cell(self, spalte: int) -> list[Stueck]:
        return [stueck for zeile in self.zeilen if (stueck := zeile[spalte])]

    def append_page(self, rest: "Reihe") -> None:
        """Adds the part of this row that the next page begins with."""
        self.umbrueche.append(len(self.zeilen))
        self.zeilen += rest.zeilen
        self.korridore, self.unten = rest.korridore, rest.unten


Element = Zeile | Reihe


def read_columns(zeilen: Sequence[Zeile], linien: Sequence[Linie], vorige: Reihe | None = None) -> list[Element]:
    """The lines of a page, those that stand in columns gathered into rows.

    `vorige` is the row that ended the page before, if one did: its columns may go on at the top of this page.
    """
    senkrechte = [linie for linie in linien if not linie.ist_waagerecht]
    waagerechte = [linie for linie in linien if linie.ist_waagerecht]
    if senkrechte:
        zeilen = [_split(zeile, senkrechte) for zeile in zeilen]
    elemente: list[Element] = []
    i = 0
    while i < len(zeilen):
        anfang = vorige.korridore if vorige and i == 0 else _gaps(zeilen[i])
        ende, korridore = _block(zeilen, i, anfang, senkrechte)
        if not korridore:
            elemente.append(zeilen[i])
            i += 1
            continue
        gitter = all(_is_ruled(korridor, zeilen[i], senkrechte) for korridor in korridore)
        elemente += _rows(zeilen[i:ende], korridore, waagerechte, gitter)
        i = ende
    return elemente


def continues(vorige: Reihe, reihe: Reihe) -> bool:
    """Whether a row at the top of a page goes on with the one that ended the page before."""
    if vorige.spalten != reihe.spalten:
        return False
    if reihe.zeilen[0][0] is None:
        return True
    paare = [
        (davor, danach[0], rand)
        for spalte, rand in enumerate(vorige.raender)
        if (danach := reihe.cell(spalte)) and ((davor := vorige.cell(spalte)) or True)
    ]
    if any(davor and _goes_on(davor[-1], danach) for davor, danach, _ in paare):
        return True
    # Else only if no cell says otherwise: each was left open, and its next word had no room on the line above.
    return all(
        davor and len(davor) > 1 and not ENDE.search(davor[-1].text) and not _has_room(davor[-1], danach, rand)
        for davor, danach, rand in paare
    )


def _split(zeile: Zeile, senkrechte: Sequence[Linie]) -> Zeile:
    """The line cut where an upright rule passes between two of its words."""
    mitte = (zeile.unten + zeile.oben) / 2
    stellen = [linie.x0 for linie in senkrechte if linie.unten - BERUEHRT < mitte < linie.oben + BERUEHRT]
    if not stellen:
        return zeile
    stuecke: list[Stueck] = []
    for stueck in zeile.stuecke:
        teil = [stueck.worte[0]]
        for davor, wort in pairwise(stueck.worte):
            if any(davor.x1 - BERUEHRT <= x <= wort.x0 + BERUEHRT for x in stellen):
                stuecke.append(Stueck(teil))
                teil = []
            teil.append(wort)
        stuecke.append(Stueck(teil))
    return Zeile(stuecke, zeile.unten, zeile.oben)


def _gaps(zeile: Zeile) -> list[Korridor]:
    return [(davor.x1, danach.x0) for davor, danach in pairwise(zeile.stuecke)]


def _block(
    zeilen: Sequence[Zeile], start: int, korridore: list[Korridor], senkrechte: Sequence[Linie]
) -> tuple[int, list[Korridor]]:
    """How far the corridors of line `start` reach down, and what is left of them there; none if it has no column."""
    korridore = _still_white(korridore, zeilen[start], senkrechte)
    ende = start + 1
    while korridore and ende < len(zeilen):
        zeile = zeilen[ende]
        if zeilen[ende - 1].unten - zeile.oben > NAH * zeile.hoehe:
            break
        rest = _still_white(korridore, zeile, senkrechte)
        # A cell that spans columns ends the table for those that had proved themselves, else it wasn't one.
        if not rest or (len(rest) < len(korridore) and ende - start > 2):
            break
        korridore = rest
        ende += 1
    return ende, korridore


def _still_white(korridore: list[Korridor], zeile: Zeile, senkrechte: Sequence[Linie]) -> list[Korridor]:
    """Of each corridor the widest part that this line leaves white."""
    ergebnis = []
    for links, rechts in korridore:
        frei = [(links, rechts)]
        for stueck in zeile.stuecke:
            frei = [
                teil for a, b in frei for teil in ((a, min(b, stueck.x0)), (max(a, stueck.x1), b)) if teil[1] > teil[0]
            ]
        if frei:
            a, b = max(frei, key=lambda teil: teil[1] - teil[0])
            if b - a >= KORRIDOR * zeile.hoehe or _is_ruled((a, b), zeile, senkrechte):
                ergebnis.append((a, b))
    return ergebnis


def _is_ruled(korridor: Korridor, zeile: Zeile, senkrechte: Sequence[Linie]) -> bool:
    """Whether an upright rule runs down the corridor beside this line."""
    return any(
        korridor[0] - BERUEHRT <= linie.x0 <= korridor[1] + BERUEHRT
        and linie.unten < zeile.oben
        and linie.oben > zeile.unten
        for linie in senkrechte
    )


def _rows(
    zeilen: Sequence[Zeile], korridore: list[Korridor], waagerechte: Sequence[Linie], gitter: bool
) -> Iterator[Element]:
    """The lines of one table as rows. `gitter`: the page has upright rules, so that level ones part all its rows."""
    zellen = [_cells(zeile, korridore) for zeile in zeilen]
    # A line or two with a wide space make no table: „... Serdar Yüksel   SPD“ above „Drucksache 17/10815“.
    tabelle = gitter or sum(len(_filled(z)) > 1 for z in zellen) > 2
    raender = [max((s.x1 for z in zellen if (s := z[spalte])), default=0.0) for spalte in range(len(zellen[0]))]
    beginne = [0, *_row_starts(zeilen, zellen, raender, waagerechte, gitter), len(zeilen)]
    for beginn, ende in pairwise(beginne):
        allein = ende - beginn == 1 and len(_filled(zellen[beginn])) == 1 and ende < len(zeilen)
        if allein or not (tabelle or sum(len(_filled(z)) > 1 for z in zellen[beginn:ende]) > 1):
            yield from zeilen[beginn:ende]
        else:
            yield Reihe(zellen[beginn:ende], korridore, zeilen[beginn].oben, zeilen[ende - 1].unten, raender)


def _row_starts(
    zeilen: Sequence[Zeile],
    zellen: Sequence[Zellzeilen],
    raender: Sequence[float],
    waagerechte: Sequence[Linie],
    gitter: bool,
) -> list[int]:
    """The lines with which a new row begins, without the first."""
    hoehen = _rule_heights(zeilen, waagerechte)
    striche = [
        any(unten.oben - UNTERLAENGE <= hoehe <= oben.unten + UNTERLAENGE for hoehe in hoehen)
        for oben, unten in pairwise(zeilen)
    ]
    if gitter and hoehen:
        return [i for i, strich in enumerate(striche, start=1) if strich]
    schritte = [oben.unten - unten.unten for oben, unten in pairwise(zeilen)]
    weit = ABSTAND * min(schritte, default=0.0)
    mit_abstand = any(schritt > weit for schritt in schritte)
    return [
        i
        for i in range(1, len(zeilen))
        if striche[i - 1]
        or (zellen[i][0] and (schritte[i - 1] > weit if mit_abstand else not _wraps(zellen[i - 1], zellen[i], raender)))
    ]


def _rule_heights(zeilen: Sequence[Zeile], waagerechte: Sequence[Linie]) -> list[float]:
    """Where level rules lie in or around these lines that are at least half as wide as they are together."""
    links, rechts = min(zeile.x0 for zeile in zeilen), max(zeile.x1 for zeile in zeilen)
    rand = zeilen[0].hoehe
    return [
        strich.unten
        for strich in waagerechte
        if min(strich.x1, rechts) - max(strich.x0, links) > 0.5 * (rechts - links)
        and zeilen[-1].unten - rand < strich.unten < zeilen[0].oben + rand
    ]


def _cells(zeile: Zeile, korridore: list[Korridor]) -> Zellzeilen:
    zellen: Zellzeilen = [None] * (len(korridore) + 1)
    for stueck in zeile.stuecke:
        spalte = sum((a + b) / 2 < stueck.x0 for a, b in korridore)
        bisher = zellen[spalte]
        zellen[spalte] = Stueck([*bisher.worte, *stueck.worte]) if bisher else stueck
    return zellen


def _filled(zellen: Zellzeilen) -> list[Stueck]:
    return [stueck for stueck in zellen if stueck]


def _wraps(oben: Zellzeilen, unten: Zellzeilen, raender: Sequence[float]) -> bool:
    """Whether some cell of the line goes on in the next one, with no spacing to tell."""
    if any(a and b and ZAHL.fullmatch(a.text) and ZAHL.fullmatch(b.text) for a, b in zip(oben, unten, strict=True)):
        return False  # a figure is never wrapped
    return any(
        davor
        and danach
        and not _has_room(davor, danach, rand)
        and (_goes_on(davor, danach) or (len(davor.worte) > 2 and not SATZENDE.search(davor.text)))
        for davor, danach, rand in zip(oben, unten, raender, strict=True)
    )


def _has_room(davor: Stueck, danach: Stueck, rand: float) -> bool:
    """Whether the first word of the line below would have fitted on the line above, whose column ends at `rand`."""
    wort = danach.worte[0]
    return davor.x1 + LEERZEICHEN * (wort.oben - wort.unten) + wort.x1 - wort.x0 < rand


def _goes_on(davor: Stueck, danach: Stueck) -> bool:
    """Whether the second piece can only be the first one's continuation: a split word or a small letter."""
    return davor.worte[-1].text.endswith("-") or bool(FORTSETZUNG.match(danach.text))
