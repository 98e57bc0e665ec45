"""The only module that knows the PDF library: bytes in, pages with words and ruled lines out.

The library is C and the file is a stranger's: this runs in a child process with limits (`anfragen.einlesen`), never
in a process that holds a database connection or serves pages.
"""

import ctypes
import re
from array import array
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, batched, repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from anfragen.parsing.pdf.seite import ERHOEHT, KLEINE_ZIFFER, Linie, Seite, Wort, zeilen
from anfragen.parsing.pdf.skripte import has_script

MAX_SEITEN = 3000  # the longest answers to Große Anfragen have some 1,500
MAX_OBJEKTE = 5000  # of one page; a table has some hundred ruled lines, a map may have a million
UNSICHTBARE_SCHRIFT = b"GlyphLessFont"
LINIENSTAERKE = 3.0  # points; what is thicker is a box

# What parts words, and nothing after the mark that PDFium leaves where a line's end splits one: "Mo\ufffebilität" are
# "Mo-" and "bilität".
RAUM = re.compile(r"(\s+)")
RAUM_ODER_TRENNUNG = re.compile(r"(\s+|(?<=[\u0002\ufffe])(?=\S))")
STEUERZEICHEN = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f\ud800-\udfff\uffff]")
# The last digit of a word, where a footnote's may hang: "Anfrage1", "211", "Bericht12,", "2015“1."
ZIFFER_AM_ENDE = re.compile(r"\d(?<=[^\s\u0002\ufffe]\d)[.,;:)“\"]{0,3}(?!\S)")


class Unlesbar(Exception):
    """A PDF that can't be read. The message is German and names the remedy."""


KAPUTT = "Die PDF-Datei ist beschädigt oder unvollständig. Laden Sie sie noch einmal herunter."
MELDUNGEN = {
    pdfium.FPDF_ERR_FORMAT: KAPUTT,
    pdfium.FPDF_ERR_PASSWORD: "Die PDF-Datei ist mit einem Kennwort verschlüsselt. Speichern Sie sie ohne Kennwort.",
    pdfium.FPDF_ERR_SECURITY: "Die PDF-Datei ist auf eine unbekannte Art verschlüsselt. Speichern Sie sie ungeschützt.",
}


def _function(name: str, anzahl: int) -> Any:
    """A function of the library that is called for each word, with `anzahl` arguments, numbers and addresses alike.

    All are declared as addresses, which take ctypes half the time that converting an int does.
    """
    adresse = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(ctypes.c_int, *[ctypes.c_void_p] * anzahl)(adresse)


_get_text = _function("FPDFText_GetText", 4)
_get_box = _function("FPDFText_GetLooseCharBox", 3)
_get_bounds = _function("FPDFPageObj_GetBounds", 5)


def read_pages(daten: bytes) -> Iterator[Seite]:
    """The pages of a PDF, in order.

    Raises Unlesbar if the file is none, is damaged, needs a password, has too many pages or brings a script. A single
    page that can't be read comes out empty.
    """
    if has_script(daten):
        raise Unlesbar(
            "Die PDF-Datei enthält ein Skript und wird darum nicht aufgenommen. Drucken Sie sie in eine neue PDF-Datei."
        )
    with _open(daten) as dokument:
        anzahl = len(dokument)
        if anzahl > MAX_SEITEN:
            raise Unlesbar(f"Das PDF hat {anzahl} Seiten, gelesen werden höchstens {MAX_SEITEN}. Teilen Sie es.")
        if anzahl == 0:
            raise Unlesbar(KAPUTT)
        for nummer in range(anzahl):
            yield _page(dokument, nummer)


@contextmanager
def _open(daten: bytes) -> Iterator[Any]:
    try:
        dokument = pypdfium2.PdfDocument(daten)
    except pypdfium2.PdfiumError as fehler:
        raise Unlesbar(MELDUNGEN.get(getattr(fehler, "err_code", None), KAPUTT)) from None
    try:
        yield dokument
    finally:
        dokument.close()


def _page(dokument: Any, nummer: int) -> Seite:
    page = pdfium.FPDF_LoadPage(dokument.raw, nummer)
    if not page:
        return Seite(595.0, 842.0, [])
    try:
        texte, kaesten = _text_and_boxes(page)
        blatt = _Blatt.of(page, kaesten)
        worte = blatt.words(texte, kaesten)
        seite = Seite(blatt.breite, blatt.hoehe, zeilen(worte))
        # Asking for each object of a page takes as long as its text; only tables are worth it.
        if not worte or any(len(zeile.stuecke) > 1 for zeile in seite.zeilen):
            seite.linien, seite.hat_bild = _objects(page, blatt)
        return seite
    finally:
        pdfium.FPDF_ClosePage(page)


@dataclass(frozen=True)
class _Blatt:
    """The visible part of a page, turned by quarters so that its text runs from left to right.

    `links` and `unten` are its corner where the drawing has its own, `breite` and `hoehe` its size once turned.
    """

    links: float
    unten: float
    breite: float
    hoehe: float
    drehung: int

    @classmethod
    def of(cls, page: Any, kaesten: "array[float]") -> "_Blatt":
        """By the direction in which most of its words run, from first character to last; a page without text as it is
        shown. A table across the page may be drawn upright on it, or be on a page that is shown turned."""
        rand = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, rand)
        nach_rechts = sum(kaesten[4::8]) - sum(kaesten[0::8])
        nach_oben = sum(kaesten[7::8]) - sum(kaesten[3::8])
        richtungen = (nach_rechts, nach_oben, -nach_rechts, -nach_oben)
        weit = max(richtungen)
        drehung = richtungen.index(weit) if weit > 0 else pdfium.FPDFPage_GetRotation(page)
        masse = (rand.right - rand.left, rand.top - rand.bottom)
        breite, hoehe = masse[::-1] if drehung in (1, 3) else masse
        return cls(rand.left, rand.bottom, breite, hoehe, drehung)

    def words(self, texte: Sequence[str], kaesten: "array[float]") -> list[Wort]:
        """`kaesten` are those of each word's first and last character. Words outside, which no reader sees, are left
        out."""
        if self.drehung or self.links or self.unten:
            gedreht = (self.turned(x0, x1, unten, oben) for x0, oben, x1, unten in batched(kaesten, 4))
            kaesten = array("d", [zahl for x0, x1, unten, oben in gedreht for zahl in (x0, oben, x1, unten)])
        links, rechts, unten, oben = kaesten[0::8], kaesten[6::8], kaesten[3::8], kaesten[1::8]
        worte = list(map(Wort._make, zip(texte, links, rechts, unten, oben, strict=True)))
        if worte and (min(links) < 0 or max(rechts) > self.breite or min(unten) < 0 or max(oben) > self.hoehe):
            return [wort for wort in worte if self._shows(wort)]
        return worte

    def turned(self, x0: float, x1: float, unten: float, oben: float) -> tuple[float, float, float, float]:
        """A box of the drawing (left, right, bottom, top) as it lies on the turned page."""
        x0, x1, unten, oben = x0 - self.links, x1 - self.links, unten - self.unten, oben - self.unten
        match self.drehung:
            case 1:
                return unten, oben, self.hoehe - x1, self.hoehe - x0
            case 2:
                return self.breite - x1, self.breite - x0, self.hoehe - oben, self.hoehe - unten
            case 3:
                return self.breite - oben, self.breite - unten, x0, x1
        return x0, x1, unten, oben

    def _shows(self, wort: Wort) -> bool:
        return 0 < (wort.x0 + wort.x1) / 2 < self.breite and 0 < (wort.unten + wort.oben) / 2 < self.hoehe


def _text_and_boxes(page: Any) -> tuple[list[str], "array[float]"]:
    """The words of a page, and for each the boxes of its first character and of its last."""
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return [], array("f")
    try:
        handle = ctypes.cast(textpage, ctypes.c_void_p).value
        text = _text(textpage, handle)
        beginne, enden = _words(text)
        kaesten = _word_boxes(handle, beginne, [ende - 1 for ende in enden])
        if _part_raised_digits(handle, text, beginne, enden, kaesten):
            kaesten = _word_boxes(handle, beginne, [ende - 1 for ende in enden])
        elif _is_recognised(textpage):
            # Each word is stretched with the space after it, so that this ends where the word ends in the picture.
            kaesten = _word_boxes(handle, beginne, [ende - (text[ende : ende + 1] != " ") for ende in enden])
    finally:
        pdfium.FPDFText_ClosePage(textpage)
    text = text.replace("\u0002", "-").replace("\ufffe", "-")
    return [text[beginn:ende] for beginn, ende in zip(beginne, enden, strict=True)], kaesten


def _words(text: str) -> tuple[list[int], list[int]]:
    """Where the words of the page's text begin and where they end."""
    beginn = len(text) - len(text.lstrip())
    inhalt = text[beginn:].rstrip()
    trennung = "\ufffe" in inhalt or "\u0002" in inhalt
    stuecke = (RAUM_ODER_TRENNUNG if trennung else RAUM).split(inhalt)  # word, space, word
    grenzen = list(accumulate(map(len, stuecke), initial=beginn))
    return (grenzen[:-1:2], grenzen[1::2]) if inhalt else ([], [])


def _is_recognised(textpage: Any) -> bool:
    """Whether the text lies unseen over a scan, as tesseract lays it."""
    name = ctypes.create_string_buffer(len(UNSICHTBARE_SCHRIFT) + 1)
    pdfium.FPDFText_GetFontInfo(textpage, 0, name, len(name), ctypes.c_int())
    return name.value == UNSICHTBARE_SCHRIFT


def _word_boxes(handle: int | None, erste: Sequence[int], letzte: Sequence[int]) -> "array[float]":
    """For each word the box of its first character and that of its last."""
    return _boxes(handle, [stelle for paar in zip(erste, letzte, strict=True) for stelle in paar])


def _boxes(handle: int | None, stellen: Sequence[int]) -> "array[float]":
    """The boxes of the characters at these places, as left, top, right, bottom."""
    kaesten = array("f", bytes(16 * len(stellen)))
    beginn, _ = kaesten.buffer_info()
    # A page has some hundred of them: map takes half the time of a loop written out.
    deque(map(_get_box, repeat(handle), stellen, range(beginn, beginn + 16 * len(stellen), 16)), maxlen=0)
    return kaesten


def _part_raised_digits(
    handle: int | None, text: str, beginne: list[int], enden: list[int], kaesten: "array[float]"
) -> bool:
    """Makes words of their own of the digits that stand smaller and higher than the word they hang on, as those of
    footnotes do. Says whether there were any."""
    ziffern = [ziffer.start() for ziffer in ZIFFER_AM_ENDE.finditer(text)]
    geteilt = False
    for letzte, kasten in reversed(list(zip(ziffern, batched(_boxes(handle, ziffern), 4), strict=True))):
        i = bisect_right(beginne, letzte) - 1
        wort = kaesten[8 * i : 8 * i + 4]
        if not _is_raised(kasten, wort):
            continue
        ab, nach = letzte, letzte + 1
        while ab - 1 > beginne[i] and text[ab - 1].isdigit() and _is_raised(_boxes(handle, [ab - 1]), wort):
            ab -= 1
        beginne[i + 1 : i + 1] = [ab, nach] if nach < enden[i] else [ab]
        enden[i:i] = [ab, nach] if nach < enden[i] else [ab]
        geteilt = True
    return geteilt


def _is_raised(ziffer: Sequence[float], wort: Sequence[float]) -> bool:
    _, oben, _, unten = wort
    _, ziffer_oben, _, ziffer_unten = ziffer
    hoehe = oben - unten
    return ziffer_oben - ziffer_unten <= KLEINE_ZIFFER * hoehe and ziffer_unten - unten >= ERHOEHT * hoehe


def _text(textpage: Any, handle: int | None) -> str:
    """The characters of the page, each at the index that the library counts it by."""
    anzahl = pdfium.FPDFText_CountChars(textpage)
    puffer = ctypes.create_string_buffer(2 * anzahl + 2)
    if anzahl and _get_text(handle, 0, anzahl, ctypes.addressof(puffer)) == anzahl + 1:
        text = puffer.raw[:-2].decode("utf-16-le", "surrogatepass")
        if len(text) == anzahl:
            return STEUERZEICHEN.sub("\ufffd", text)
    # Some characters take two units in the buffer or are left out of it.
    codes = (pdfium.FPDFText_GetUnicode(textpage, i) for i in range(anzahl))
    return STEUERZEICHEN.sub("\ufffd", "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes))


def _objects(page: Any, blatt: _Blatt) -> tuple[list[Linie], bool]:
    """The ruled lines of the page, and whether it shows a picture."""
    linien: list[Linie] = []
    hat_bild = False
    puffer = (ctypes.c_float * 4)()
    links, unten, rechts, oben = (ctypes.addressof(puffer) + 4 * i for i in range(4))
    for i in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJEKTE)):
        objekt = pdfium.FPDFPage_GetObject(page, i)
        art = pdfium.FPDFPageObj_GetType(objekt)
        if art in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            hat_bild = True
        elif art == pdfium.FPDF_PAGEOBJ_PATH:
            if not _get_bounds(ctypes.cast(objekt, ctypes.c_void_p).value, links, unten, rechts, oben):
                continue
            linie = Linie(*blatt.turned(puffer[0], puffer[2], puffer[1], puffer[3]))
            if min(linie.x1 - linie.x0, linie.oben - linie.unten) <= LINIENSTAERKE:
                linien.append(linie)
            elif max(linie.x1 - linie.x0, linie.oben - linie.unten) > 20:
                linien += _edges(linie)
    return linien, hat_bild


def _edges(kasten: Linie) -> list[Linie]:
    """The four sides of a box."""
    x0, x1, unten, oben = kasten
    waagerecht = [Linie(x0, x1, y, y) for y in (oben, unten)]
    return [*waagerecht, *(Linie(x, x, unten, oben) for x in (x0, x1))]
