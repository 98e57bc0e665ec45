"""Prints documents to PDF as the Landtag's look: embedded fonts, heads, page numbers, tables, footnotes.

    druck = Druck(nummer="17/5030")
    druck.absatz("Zeile eins, hier ge-\\ntrennt, mit einer Fußnote^1")
    druck.fussnote(1, "Vgl. Drucksache 17/1.")
    druck.tabelle([("Projekt", "Bezug")], breiten=(150, 300))
    daten = druck.als_pdf()

Lines are printed as they are given. `^1` is a raised 1, as footnotes are marked.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

BREITE, HOEHE = 595.0, 842.0
LINKS, OBEN, UNTEN = 70.0, 750.0, 90.0
GROESSE, KLEIN = 8.5, 6.5
ZEILE = 1.25  # of the font's size
MARKE = re.compile(r"\^(\d+)")

for _name, _file in (("Vera", "Vera.ttf"), ("Vera-Bold", "VeraBd.ttf")):
    pdfmetrics.registerFont(TTFont(_name, Path(reportlab.__file__).parent / "fonts" / _file))


class Druck:
    """A document that is being printed, page by page."""

    def __init__(self, nummer: str = "17/5030", *, encrypt: Any = None, erste_seite: bool = False) -> None:
        """`erste_seite`: whether the first page is one, without running head, or a following one."""
        self.puffer = BytesIO()
        self.canvas = Canvas(self.puffer, pagesize=(BREITE, HOEHE), encrypt=encrypt, pageCompression=1)
        self.nummer = nummer
        self.seite = 1
        self.noten: list[tuple[int, list[str]]] = []
        self.seitenfuss: list[str] = []
        self.y = OBEN
        if not erste_seite:
            self._kopf()

    def absatz(self, text: str, *, einzug: float = 0, schrift: str = "Vera", groesse: float = GROESSE) -> None:
        for zeile in text.split("\n"):
            self._platz(groesse * ZEILE)
            self._zeile(LINKS + einzug, self.y, zeile, schrift, groesse)
            self.y -= groesse * ZEILE
        self.y -= groesse * ZEILE

    def punkt(self, marke: str, text: str) -> None:
        """A list's item: its number at the margin, its lines hanging."""
        self._platz(GROESSE * ZEILE)
        self._zeile(LINKS, self.y, marke, "Vera", GROESSE)
        self.absatz(text, einzug=28)

    def fussnote(self, nummer: int, text: str) -> None:
        """A footnote at the foot of the page that is being printed."""
        self.noten.append((nummer, text.split("\n")))

    def tabelle(self, reihen: Sequence[Sequence[str]], breiten: Sequence[float], *, linien: bool = True) -> None:
        """Rows of cells of lines; a row that doesn't fit goes on on the next page. Without `linien` a space parts
        them."""
        schritt = GROESSE * ZEILE
        for reihe in reihen:
            zellen = [zelle.split("\n") for zelle in reihe]
            oben = self.y + GROESSE
            for i in range(max(map(len, zellen))):
                if self.y < self._grenze():
                    self._rahmen(breiten, oben, linien)
                    self.neue_seite()
                    oben = self.y + GROESSE
                x = LINKS
                for zelle, breite in zip(zellen, breiten, strict=True):
                    if i < len(zelle):
                        self._zeile(x + 5, self.y, zelle[i], "Vera", GROESSE)
                    x += breite
                self.y -= schritt
            self._rahmen(breiten, oben, linien)
            self.y -= 4 if linien else schritt
        self.y -= schritt

    def neue_seite(self) -> None:
        self._schliessen()
        self.seite += 1
        self.y = OBEN
        self._kopf()

    def als_pdf(self) -> bytes:
        self._schliessen()
        self.canvas.save()
        return self.puffer.getvalue()

    def _kopf(self) -> None:
        self.canvas.setFont("Vera", GROESSE)
        self.canvas.drawString(LINKS, 800, "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode")
        self.canvas.drawRightString(BREITE - LINKS, 800, f"Drucksache {self.nummer}")
        self.canvas.drawCentredString(BREITE / 2, 782, str(self.seite))

    def _schliessen(self) -> None:
        y = UNTEN - 20
        for zeile in reversed(self.seitenfuss):
            self._zeile(LINKS, y, zeile, "Vera", KLEIN)
            y += KLEIN * ZEILE
        for nummer, zeilen in reversed(self.noten):
            for i, zeile in reversed(list(enumerate(zeilen))):
                self._zeile(LINKS, y, f"^{nummer} {zeile}" if i == 0 else zeile, "Vera", KLEIN)
                y += KLEIN * ZEILE
        if self.noten:
            self.canvas.line(LINKS, y + 3, LINKS + 140, y + 3)
        self.noten, self.seitenfuss = [], []
        self.canvas.showPage()

    def _grenze(self) -> float:
        return UNTEN + KLEIN * ZEILE * (sum(len(zeilen) + 1 for _, zeilen in self.noten) + len(self.seitenfuss))

    def _platz(self, hoehe: float) -> None:
        if self.y - hoehe < self._grenze():
            self.neue_seite()

    def _rahmen(self, breiten: Sequence[float], oben: float, linien: bool) -> None:
        if not linien:
            return
        unten = self.y + GROESSE * ZEILE - 3
        x = LINKS
        for breite in (*breiten, 0):
            self.canvas.line(x, oben, x, unten)
            x += breite
        for y in (oben, unten):
            self.canvas.line(LINKS, y, LINKS + sum(breiten), y)

    def _zeile(self, x: float, y: float, text: str, schrift: str, groesse: float) -> None:
        for i, teil in enumerate(MARKE.split(text)):
            hoch = i % 2 == 1
            self.canvas.setFont(schrift, groesse * 0.6 if hoch else groesse)
            self.canvas.drawString(x, y + groesse * 0.35 if hoch else y, teil)
            x += pdfmetrics.stringWidth(teil, schrift, groesse * 0.6 if hoch else groesse)
