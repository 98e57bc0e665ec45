"""Prints a paper of the corpus to PDF, from its text as it was taken out of one.

What the text tells of the page goes back to where it was: running heads at page breaks, the dates and the imprint at
the foot of the first page, footnotes at the foot of theirs with a raised digit in the text, the project table in two
columns.
"""

import re
from collections.abc import Iterator

from tests.druck import GROESSE, LINKS, Druck

SEITENKOPF = re.compile(r"^(LANDTAG NORDRHEIN-WESTFALEN - .+?)\s+\d{1,3}\s*$", re.MULTILINE)
ERSTER_KOPF = re.compile(r"(\d+\. Wahlperiode)\s+(Drucksache \S+)")
SEITENFUSS = re.compile(r"Datum des Originals: |Die Veröffentlichungen des Landtags ")
FUSSNOTE = re.compile(r"(?P<nummer>\d{1,2}) (?=[A-ZÄÖÜ])")
# Where the digit of a footnote hangs, the surest first: "bewährt.1", "im Jahr 20162", "Großen Anfrage 211"
FUSSNOTENZIFFER = (r"(?<=[a-zäöüß.,;“]){}(?!\d)", r"(?<=\b20\d\d){}\b", r"(?<=Anfrage\s\d\d){}\b")
TABELLENKOPF = "Projekt [ID-Nr.]"
KENNUNG = re.compile(r"\[\d\d-\s?\d\d\]")
SPALTEN = (190, 230)
ZELLE = 42  # characters that a line of a cell holds at most
SEITE = 295.0


class Blatt(Druck):
    """A paper that prints the running head it is given."""

    def __init__(self, kopfzeile: str) -> None:
        self.kopfzeile = kopfzeile
        super().__init__(erste_seite=True)

    def _kopf(self) -> None:
        self._zeile(LINKS, 800, self.kopfzeile, "Vera", GROESSE)
        self._zeile(SEITE, 782, str(self.seite), "Vera", GROESSE)


def as_pdf(text: str) -> bytes:
    """The paper as a PDF. `text` has its running heads, with the page's number, on lines of their own."""
    erste, *stuecke = SEITENKOPF.split("\n".join(zeile.rstrip() for zeile in text.split("\n")))
    blatt = Blatt(stuecke[0] if stuecke else _kopfzeile(erste))
    tabelle = _Tabelle(blatt)
    for stelle, seite in enumerate((erste, *stuecke[1::2])):
        noten = _footnotes(list(_blocks(seite)))
        bloecke = list(_blocks(_raised(seite, [nummer for nummer, _ in noten])))
        if stelle and not tabelle.offen:
            blatt.neue_seite()
        for nummer, note in noten:
            blatt.fussnote(nummer, note)
        for block in bloecke[:-1] if noten else bloecke:
            if SEITENFUSS.match(block):
                blatt.seitenfuss += block.split("\n")
            elif not tabelle.take(block):
                blatt.absatz(block)
    tabelle.close()
    return blatt.als_pdf()


class _Tabelle:
    """The project table: the cells of a row come one after the other, and a page break may split one."""

    def __init__(self, blatt: Blatt) -> None:
        self.blatt = blatt
        self.zellen: list[str] = []
        self.offen = False

    def take(self, block: str) -> bool:
        """Whether the block is a cell of the table."""
        if block == TABELLENKOPF:
            self.close()
            self.offen, self.zellen = True, [block]
        elif not self.offen:
            return False
        elif len(self.zellen) % 2:
            self._next_cell(block)
        elif block.startswith("Handlungsfeld ") or max(map(len, block.split("\n"))) > ZELLE:
            self.close()
            return False
        else:
            self.zellen.append(block)
        return True

    def close(self) -> None:
        if self.offen:
            reihen = list(zip(self.zellen[::2], self.zellen[1::2], strict=True))
            self.blatt.tabelle(reihen, SPALTEN)
        self.offen, self.zellen = False, []

    def _next_cell(self, block: str) -> None:
        """The right cell, or the rest of a left one that the page break split before its Kennung."""
        links = self.zellen[-1]
        if links != TABELLENKOPF and not KENNUNG.search(links):
            self.zellen[-1] = f"{links}\n{block}"
        else:
            self.zellen.append(block)


def _kopfzeile(erste: str) -> str:
    """The running head of a paper that has only one page in the text, should its print need a second."""
    kopf = ERSTER_KOPF.search(erste)
    return f"LANDTAG NORDRHEIN-WESTFALEN - {kopf[1]} {kopf[2]}" if kopf else ""


def _blocks(seite: str) -> Iterator[str]:
    """Paragraphs, headings and cells: what blank lines part."""
    for block in re.split(r"\n\s*\n", seite):
        zeilen = [zeile.strip() for zeile in block.split("\n")]
        if any(zeilen):
            yield "\n".join(filter(None, zeilen))


def _footnotes(bloecke: list[str]) -> list[tuple[int, str]]:
    """The footnotes of a page, which are its last block."""
    if not bloecke or not FUSSNOTE.match(bloecke[-1]):
        return []
    noten: list[tuple[int, str]] = []
    for zeile in bloecke[-1].split("\n"):
        if beginn := FUSSNOTE.match(zeile):
            noten.append((int(beginn["nummer"]), zeile[beginn.end() :]))
        else:
            nummer, bisher = noten.pop()
            noten.append((nummer, f"{bisher}\n{zeile}"))
    return noten


def _raised(seite: str, nummern: list[int]) -> str:
    """The page with the digits of these footnotes marked as raised ones."""
    for nummer in nummern:
        for stelle in FUSSNOTENZIFFER:
            seite, gefunden = re.subn(stelle.format(nummer), f"^{nummer}", seite, count=1)
            if gefunden:
                break
    return seite
