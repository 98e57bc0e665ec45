"""From paths to texts: which files there are, and what each holds or why it can't be read."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ENDUNGEN = {".txt"}
MAX_BYTES = 20 * 1024 * 1024  # the longest answers of a term have about 2 MB of text


class Unlesbar(Exception):
    """A file that gives no text. The message is German and names the remedy, and the line if there is one."""


@dataclass(frozen=True)
class Eingelesen:
    """The text of a file and the SHA-256 of its bytes."""

    text: str
    sha256: str


def files(pfade: Iterable[Path]) -> Iterator[Path]:
    """The files of `pfade` in the order given; a folder gives its text files, sorted. Paths that don't exist stay in,
    so that reading them reports them."""
    for pfad in pfade:
        if pfad.is_dir():
            yield from sorted(p for p in pfad.rglob("*") if p.suffix.lower() in ENDUNGEN and p.is_file())
        else:
            yield pfad


def read(pfad: Path) -> Eingelesen:
    """Raises Unlesbar."""
    try:
        if pfad.stat().st_size > MAX_BYTES:
            raise Unlesbar(f"Die Datei ist größer als {MAX_BYTES // 2**20} MB. Teilen Sie sie in einzelne Dokumente.")
        inhalt = pfad.read_bytes()
    except FileNotFoundError:
        raise Unlesbar("Die Datei gibt es nicht. Prüfen Sie den Pfad.") from None
    except OSError as fehler:
        raise Unlesbar(f"Die Datei lässt sich nicht öffnen ({fehler.strerror}). Prüfen Sie die Rechte.") from None
    return Eingelesen(_decode(inhalt), hashlib.sha256(inhalt).hexdigest())


def _decode(inhalt: bytes) -> str:
    if inhalt.startswith(b"%PDF"):
        raise Unlesbar("PDF wird noch nicht gelesen. Speichern Sie den Text des Dokuments als .txt in UTF-8.")
    if inhalt.startswith((b"\xff\xfe", b"\xfe\xff")):
        kodierung = "utf-16"
    elif b"\0" in inhalt:
        zeile = inhalt[: inhalt.index(b"\0")].count(b"\n") + 1
        raise Unlesbar(f"Zeile {zeile}: keine Textdatei (enthält NUL-Bytes). Speichern Sie das Dokument als Text.")
    else:
        kodierung = "utf-8-sig"
    try:
        text = inhalt.decode(kodierung)
    except UnicodeDecodeError as fehler:
        zeile = inhalt[: fehler.start].count(b"\n") + 1
        raise Unlesbar(
            f"Zeile {zeile}: kein gültiges UTF-8. Speichern Sie die Datei in UTF-8, zum Beispiel mit "
            "„iconv -f cp1252 -t utf-8“."
        ) from None
    if "\0" in text:
        raise Unlesbar("Die Datei enthält NUL-Zeichen. Speichern Sie das Dokument als Text.")
    if not text.strip():
        raise Unlesbar("Die Datei ist leer.")
    return text
