"""The only module that knows the PDF library: bytes in, pages with words and ruled lines out.

The library is C and the file is a stranger's: this runs in a child process with limits (`anfragen.einlesen`), never
in a process that holds a database connection or serves pages.
"""

import ctypes
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from anfragen.parsing.pdf.seite import ERHOEHT, KLEINE_ZIFFER, Linie, Seite, Wort, zeilen
from anfragen.parsing.pdf.skripte import has_script

MAX_SEITEN = 3000  # the longest answers to Große Anfragen have some 1,500
MAX_OBJEKTE = 5000  # of one page; a table has some hundred ruled lines, a map may have a million
LINIENSTAERKE = 3.0  # points; what is thicker is a box

# Words, each with the hyphen that PDFium marks where a line's end splits it: "Mo\ufffebilität" are "Mo-" and "bilität"
WORT = re.compile(r"[^\s\u0002\ufffe]+[\u0002\ufffe]?|[\u0002\ufffe]")
TRENNUNG = frozenset("\u0002\ufffe")
STEUERZEICHEN = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\x7f\ud800-\udfff\uffff]")
# Where a footnote's digits may hang: "Anfrage1", "211", "Bericht12,", "2015“1."
ZIFFERN_AM_ENDE = re.compile(r"(?<=.)(\d)[.,;:)“\"]{0,3}\Z")
VIELLEICHT_FUSSNOTE = frozenset('0123456789.,;:)“"')


class Unlesbar(Exception):
    """A PDF that can't be read. The message is German and names the remedy."""


KAPUTT = "Die PDF-Datei ist beschädigt oder unvollständig. Laden Sie sie noch einmal herunter."
MELDUNGEN = {
    pdfium.FPDF_ERR_FORMAT: KAPUTT,
    pdfium.FPDF_ERR_PASSWORD: "Die PDF-Datei ist mit einem Kennwort verschlüsselt. Speichern Sie sie ohne Kennwort.",
    pdfium.FPDF_ERR_SECURITY: "Die PDF-Datei ist auf eine unbekannte Art verschlüsselt. Speichern Sie sie ungeschützt.",
}


def _function(name: str, *argumente: Any) -> Any:
    """A function of the library that takes addresses as plain numbers: it is called once or twice for each word."""
    adresse = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(ctypes.c_int, *argumente)(adresse)


_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_get_text = _function("FPDFText_GetText", _POINTER, _INT, _INT, _POINTER)
_get_box = _function("FPDFText_GetLooseCharBox", _POINTER, _INT, _POINTER)
_get_bounds = _function("FPDFPageObj_GetBounds", _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


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
    try:
        page = dokument[nummer]
    except pypdfium2.PdfiumError:
        return Seite(595.0, 842.0, [])
    try:
        drehung = pdfium.FPDFPage_GetRotation(page.raw)
        breite, hoehe = page.get_size()
        worte = _worte(page, drehung, breite, hoehe)
        seite = Seite(breite, hoehe, zeilen(worte))
        # Asking for each object of a page takes as long as its text; only tables are worth it.
        if not worte or any(len(zeile.stuecke) > 1 for zeile in seite.zeilen):
            seite.linien, seite.hat_bild = _objects(page, drehung, breite, hoehe)
        return seite
    finally:
        page.close()


def _worte(page: Any, drehung: int, breite: float, hoehe: float) -> list[Wort]:
    try:
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []
    try:
        handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
        text = _text(textpage, handle)
        stellen: list[int] = []
        texte: list[str] = []
        for fund in WORT.finditer(text):
            start, ende = fund.span()
            letztes = text[ende - 1]
            if letztes in VIELLEICHT_FUSSNOTE and (letzte := ZIFFERN_AM_ENDE.search(fund.group())):
                nach = start + letzte.end(1)
                if (ab := _raised_from(handle, text, start, nach)) < nach:
                    texte += [text[start:ab], text[ab:nach]]
                    stellen += [start, ab - 1, ab, nach - 1]
                    start = nach
                    if start == ende:
                        continue
            texte.append(text[start:ende] if letztes not in TRENNUNG else text[start : ende - 1] + "-")
            stellen += [start, ende - 1]
        puffer = ctypes.create_string_buffer(16 * len(stellen))
        adresse = ctypes.addressof(puffer)
        for stelle in stellen:
            _get_box(handle, stelle, adresse)
            adresse += 16
    finally:
        textpage.close()
    # FS_RECTF is left, top, right, bottom; a word reaches from its first character's box to its last one's.
    kaesten = struct.iter_unpack("<8f", puffer.raw)
    if not drehung:
        return [
            Wort(wort, x0, x1, unten, oben)
            for wort, (x0, oben, _, unten, _, _, x1, _) in zip(texte, kaesten, strict=True)
        ]
    worte = []
    for wort, (a, b, c, d, e, f, g, h) in zip(texte, kaesten, strict=True):
        x0, _, unten, oben = _turned((a, c, d, b), drehung, breite, hoehe)
        _, x1, _, _ = _turned((e, g, h, f), drehung, breite, hoehe)
        worte.append(Wort(wort, x0, x1, unten, oben))
    return worte


def _text(textpage: Any, handle: int | None) -> str:
    """The characters of the page, each at the index that the library counts it by."""
    anzahl = textpage.count_chars()
    puffer = ctypes.create_string_buffer(2 * anzahl + 2)
    if anzahl and _get_text(handle, 0, anzahl, ctypes.addressof(puffer)) == anzahl + 1:
        text = puffer.raw[:-2].decode("utf-16-le", "surrogatepass")
        if len(text) == anzahl:
            return STEUERZEICHEN.sub("\ufffd", text)
    # Some characters take two units in the buffer or are left out of it.
    codes = (pdfium.FPDFText_GetUnicode(textpage.raw, i) for i in range(anzahl))
    return STEUERZEICHEN.sub("\ufffd", "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes))


def _raised_from(handle: int | None, text: str, start: int, ende: int) -> int:
    """Where the digits before `ende` begin to stand smaller and higher than the word at `start`, as those of a
    footnote do; `ende` if they don't."""
    puffer = (ctypes.c_float * 8)()
    adresse = ctypes.addressof(puffer)
    _get_box(handle, start, adresse)
    stelle = ende
    while stelle - 1 > start and text[stelle - 1].isdigit():
        _get_box(handle, stelle - 1, adresse + 16)
        _, oben, _, unten, _, oben_ziffer, _, unten_ziffer = puffer
        if oben_ziffer - unten_ziffer > KLEINE_ZIFFER * (oben - unten) or unten_ziffer - unten < ERHOEHT * (
            oben - unten
        ):
            break
        stelle -= 1
    return stelle


def _objects(page: Any, drehung: int, breite: float, hoehe: float) -> tuple[list[Linie], bool]:
    """The ruled lines of the page, and whether it shows a picture."""
    linien: list[Linie] = []
    hat_bild = False
    puffer = (ctypes.c_float * 4)()
    links, unten, rechts, oben = (ctypes.addressof(puffer) + 4 * i for i in range(4))
    for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), MAX_OBJEKTE)):
        objekt = pdfium.FPDFPage_GetObject(page.raw, i)
        art = pdfium.FPDFPageObj_GetType(objekt)
        if art in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            hat_bild = True
        elif art == pdfium.FPDF_PAGEOBJ_PATH:
            if not _get_bounds(ctypes.cast(objekt, ctypes.c_void_p).value, links, unten, rechts, oben):
                continue
            linie = Linie(*_turned((puffer[0], puffer[2], puffer[1], puffer[3]), drehung, breite, hoehe))
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


def _turned(
    kasten: tuple[float, float, float, float], drehung: int, breite: float, hoehe: float
) -> tuple[float, float, float, float]:
    """A box (x0, x1, bottom, top) of the drawing as it lies on the page that is shown turned by quarters."""
    x0, x1, unten, oben = kasten
    match drehung:
        case 1:
            return unten, oben, hoehe - x1, hoehe - x0
        case 2:
            return breite - x1, breite - x0, hoehe - oben, hoehe - unten
        case 3:
            return breite - oben, breite - unten, x0, x1
    return kasten
