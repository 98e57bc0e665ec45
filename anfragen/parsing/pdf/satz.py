"""From pages to one text: lines, rows and footnotes in the order in which a reader reads them.

A form feed ends each page. The lower part of a table row that a page break splits is joined to its upper part, cell
by cell; the page break then stands in the row's last column.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from anfragen.parsing.pdf.fussnoten import Fussnote, text_size, without_footnotes
from anfragen.parsing.pdf.pdfium import read_pages
from anfragen.parsing.pdf.seite import Seite, Stueck, Zeile
from anfragen.parsing.pdf.seitenraender import without_margins
from anfragen.parsing.pdf.spalten import Element, Reihe, continues, read_columns
from anfragen.parsing.seiten import SEITENWECHSEL, fussnote

ABSATZ = 1.35  # of the usual line spacing: a wider one begins a paragraph
KURZ = 4  # characters of a list's number or bullet, which stays on the line of its item


@dataclass(frozen=True)
class Gesetzt:
    """The text of a PDF, how many pages it has and which of them, counted from 1, show a picture but no text."""

    text: str
    seiten: int
    ohne_text: tuple[int, ...]


def extract(daten: bytes) -> Gesetzt:
    """Raises `pdfium.Unlesbar`. A PDF of nothing but pictures gives an empty text."""
    return typeset(list(read_pages(daten)))


def typeset(seiten: Sequence[Seite]) -> Gesetzt:
    """The text of these pages."""
    folge, noten = _read(seiten)
    text = _joined(folge, _line_spacing(seiten)).strip()
    for note in noten:
        text += "\n\n" + fussnote(note.nummer, note.seite, "\n".join(note.zeilen))
    ohne_text = tuple(nummer for nummer, seite in enumerate(seiten, start=1) if seite.hat_bild and not seite.zeilen)
    return Gesetzt(text, len(seiten), ohne_text)


def _read(seiten: Sequence[Seite]) -> tuple[list[Element | None], list[Fussnote]]:
    """Lines and rows in order, None for each page break that is in no row, and the footnotes."""
    zeilen = without_margins(seiten)
    groesse = text_size(zeilen)
    noten: list[Fussnote] = []
    folge: list[Element | None] = []
    for nummer, (seite, seitenzeilen) in enumerate(zip(seiten, zeilen, strict=True), start=1):
        rumpf, neue = without_footnotes(seitenzeilen, groesse, nummer, noten)
        noten += neue
        vorige = letzte if folge and isinstance(letzte := folge[-1], Reihe) else None
        elemente = read_columns(rumpf, seite.linien, vorige)
        if vorige:
            kopf = _table_head(folge)
            while elemente and _text_of(elemente[0]) in kopf:
                del elemente[0]  # the table's head, printed anew on this page
        if vorige and elemente and isinstance(erste := elemente[0], Reihe) and continues(vorige, erste):
            vorige.append_page(erste)
            del elemente[0]
        elif nummer > 1:
            folge.append(None)
        folge += elemente
    return folge, noten


def _table_head(folge: Sequence[Element | None]) -> set[str]:
    """The first row of the table that ends here, and the line above it, which may be a heading inside the table."""
    i = len(folge) - 1
    while i > 0 and not isinstance(folge[i - 1], Zeile):
        i -= 1
    koepfe = [element for element in folge[max(i - 1, 0) : i + 2] if element]
    return {_text_of(element) for element in koepfe[:2]}


def _line_spacing(seiten: Sequence[Seite]) -> float:
    """From line to line within a paragraph, as a multiple of the font's height: the usual among the closest."""
    schritte = sorted(
        schritt
        for seite in seiten
        for oben, unten in pairwise(seite.zeilen)
        if 0.5 < (schritt := (oben.unten - unten.unten) / (unten.hoehe or 1.0)) < 3
    )
    return schritte[len(schritte) // 5] if schritte else 1.0


def _joined(folge: Sequence[Element | None], abstand: float) -> str:
    teile: list[str] = []
    davor: Element | None = None
    for element in folge:
        if element is None:
            teile.append("\n" + SEITENWECHSEL)
        else:
            if davor:
                teile.append("\n\n" if _new_paragraph(davor, element, abstand) else "\n")
            teile.append(_text_of(element, abstand))
        davor = element
    return "".join(teile)


def _new_paragraph(davor: Element | Stueck, element: Element | Stueck, abstand: float) -> bool:
    if any(isinstance(e, Reihe) and not e.ist_einzeilig for e in (davor, element)):
        return True
    return davor.unten - element.oben > (ABSATZ * abstand - 1) * (element.oben - element.unten)


def _text_of(element: Element, abstand: float = 0.0) -> str:
    if isinstance(element, Zeile):
        return element.text
    zellen = [_cell_text(element, spalte, abstand) for spalte in range(element.spalten)]
    gefuellt = [zelle for zelle in zellen if zelle.strip()]
    if element.ist_einzeilig:
        return " ".join(gefuellt)
    if gefuellt and len(gefuellt[0]) <= KURZ:
        gefuellt[:2] = [" ".join(gefuellt[:2])]
    return "\n\n".join(gefuellt)


def _cell_text(reihe: Reihe, spalte: int, abstand: float) -> str:
    """The lines of a cell; in the last column with the page breaks of the whole row."""
    teile: list[str] = []
    davor: Stueck | None = None
    for i, zeile in enumerate(reihe.zeilen):
        if i in reihe.umbrueche:
            davor = None
            if spalte == reihe.spalten - 1:
                teile.append(SEITENWECHSEL)
        if stueck := zeile[spalte]:
            if davor and abstand and _new_paragraph(davor, stueck, abstand):
                teile.append("")
            teile.append(stueck.text)
            davor = stueck
    return "\n".join(teile).replace(SEITENWECHSEL + "\n", SEITENWECHSEL)
