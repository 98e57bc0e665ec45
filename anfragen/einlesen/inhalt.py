"""From a file's bytes to its text, whatever its name says, or why there is none. Runs in the child process."""

from dataclasses import dataclass

MB = 2**20
MAX_TEXT = 20 * MB  # bytes; the longest answers of a term have about 2 MB of text
MAX_PDF = 200 * MB  # a scan of some hundred pages

PDF = "application/pdf"
TEXT = "text/plain"
PDF_BEGINN = 1024  # bytes before "%PDF" that readers put up with

# The first bytes of what is often saved under a wrong name, and what it is called.
FREMDE = (
    (b"\x89PNG", "ein Bild (PNG)"),
    (b"\xff\xd8\xff", "ein Bild (JPEG)"),
    (b"GIF8", "ein Bild (GIF)"),
    (b"II*\0", "ein Bild (TIFF)"),
    (b"MM\0*", "ein Bild (TIFF)"),
    (b"PK\x03\x04", "ein Word-Dokument oder ein ZIP-Archiv"),
    (b"\xd0\xcf\x11\xe0", "ein Dokument aus einem alten Word oder Excel"),
    (b"{\\rtf", "ein RTF-Dokument"),
)
HTML = (b"<!doctype html", b"<html", b"<?xml")


class Unlesbar(Exception):
    """A file that gives no text. The message is German and names the remedy, and the line if there is one."""


class OhneText(Unlesbar):
    """A PDF of pictures: there is something to read, but no text yet."""


@dataclass(frozen=True)
class Inhalt:
    """The text of a file, its kind as a MIME type, and the pages, counted from 1, that are pictures without text."""

    text: str
    mimetyp: str
    ohne_text: tuple[int, ...] = ()


def read(daten: bytes) -> Inhalt:
    """Raises Unlesbar."""
    if not daten.strip():
        raise Unlesbar("Die Datei ist leer.")
    if b"%PDF-" in daten[:PDF_BEGINN]:
        return _read_pdf(daten)
    for beginn, name in FREMDE:
        if daten.startswith(beginn):
            raise Unlesbar(f"Die Datei ist {name}. Speichern Sie das Dokument als PDF oder als Text (UTF-8).")
    if daten[:PDF_BEGINN].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML):
        raise Unlesbar("Die Datei ist eine Webseite (HTML). Laden Sie das Dokument selbst herunter, als PDF.")
    if len(daten) > MAX_TEXT:
        raise Unlesbar(f"Der Text ist größer als {MAX_TEXT // MB} MB. Teilen Sie ihn in einzelne Dokumente.")
    return Inhalt(_decode(daten), TEXT)


def _read_pdf(daten: bytes) -> Inhalt:
    # Only now: most runs over texts never need the library.
    from anfragen.parsing.pdf import pdfium
    from anfragen.parsing.pdf.satz import extract

    try:
        gesetzt = extract(daten)
    except pdfium.Unlesbar as fehler:
        raise Unlesbar(str(fehler)) from None
    if not gesetzt.text:
        raise OhneText(
            "Kein Text: Die PDF-Datei zeigt keinen, vermutlich ist sie ein Scan. Lassen Sie den Text erkennen, zum "
            "Beispiel mit „ocrmypdf -l deu“."
        )
    if len(gesetzt.text) > MAX_TEXT:
        raise Unlesbar(f"Der Text ist länger als {MAX_TEXT // 10**6} Millionen Zeichen. Teilen Sie das Dokument.")
    return Inhalt(gesetzt.text, PDF, gesetzt.ohne_text)


def _decode(daten: bytes) -> str:
    if daten.startswith((b"\xff\xfe", b"\xfe\xff")):
        kodierung = "utf-16"
    elif b"\0" in daten:
        zeile = daten[: daten.index(b"\0")].count(b"\n") + 1
        raise Unlesbar(
            f"Zeile {zeile}: keine Textdatei (enthält NUL-Bytes). Speichern Sie das Dokument als Text in UTF-8."
        )
    else:
        kodierung = "utf-8-sig"
    try:
        text = daten.decode(kodierung)
    except UnicodeDecodeError as fehler:
        zeile = daten[: fehler.start].count(b"\n") + 1
        raise Unlesbar(
            f"Zeile {zeile}: kein gültiges UTF-8. Speichern Sie die Datei in UTF-8, zum Beispiel mit "
            "„iconv -f cp1252 -t utf-8“."
        ) from None
    if "\0" in text:
        raise Unlesbar("Die Datei enthält NUL-Zeichen. Speichern Sie das Dokument als Text in UTF-8.")
    if not text.strip():
        raise Unlesbar("Die Datei ist leer.")
    return text
