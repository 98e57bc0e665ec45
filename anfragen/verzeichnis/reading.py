"""From the bytes of a CSV to its lines. Says why a file can't be read before the first line is taken from it."""

import csv
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

from anfragen.verzeichnis.zeilen import Ablehnung, Zeile, parse_zeile, zitat

PFLICHT = ("legislative_term", "reference", "title", "body")
BLOCK = 1 << 20
# The longest real line spans three; a missing quotation mark swallows the rest of the file.
MAX_ZEILENUMBRUECHE = 20


class Unlesbar(Exception):
    """A file that gives no line. The message is German and names the remedy, and the line if there is one."""


@dataclass(frozen=True)
class Verzeichnis:
    """An open file that has proved to be an index: how many lines of text, and the records in them."""

    zeilen: int
    eintraege: Iterator[Zeile | Ablehnung]


@contextmanager
def oeffne(pfad: Path, heute: date) -> Iterator[Verzeichnis]:
    """Checks the whole file, then gives its records one by one, so that memory doesn't grow with it.

    Raises Unlesbar.
    """
    try:
        if pfad.exists() and not pfad.is_file():
            raise Unlesbar("Das ist keine Datei. Nennen Sie die CSV-Dateien einzeln.")
        datei = pfad.open("rb")
    except FileNotFoundError:
        raise Unlesbar("Die Datei gibt es nicht. Prüfen Sie den Pfad.") from None
    except (OSError, ValueError) as fehler:
        raise Unlesbar(f"Die Datei lässt sich nicht öffnen ({fehler}). Prüfen Sie Pfad und Rechte.") from None
    with datei:
        zeilen = _pruefe(datei)
        datei.seek(0)
        with TextIOWrapper(datei, "utf-8-sig", newline="") as text:
            yield Verzeichnis(zeilen, read(text, heute))


def read(zeilen: Iterable[str], heute: date) -> Iterator[Zeile | Ablehnung]:
    """The records of an index in order; `zeilen` keep their line ends. Raises Unlesbar if the columns are wrong."""
    leser = csv.reader(zeilen)
    spalten = _spalten(leser)
    return _eintraege(leser, spalten, heute)


def _pruefe(datei: BinaryIO) -> int:
    """Counts the lines. Raises Unlesbar for what is no text, is no UTF-8 or holds nothing."""
    decoder = getincrementaldecoder("utf-8")()
    zeilen = 1
    leer = True
    while block := datei.read(BLOCK):
        if block.startswith((b"\xff\xfe", b"\xfe\xff")) and zeilen == 1 and leer:
            raise Unlesbar("Die Datei ist in UTF-16 gespeichert. Speichern Sie sie in UTF-8.")
        if (nul := block.find(b"\0")) >= 0:
            zeile = zeilen + block.count(b"\n", 0, nul)
            raise Unlesbar(f"Zeile {zeile}: keine Textdatei (enthält NUL-Bytes). Nötig ist eine CSV-Datei in UTF-8.")
        try:
            text = decoder.decode(block)
        except UnicodeDecodeError as fehler:
            raise _kein_utf8(zeilen + block.count(b"\n", 0, fehler.start)) from None
        zeilen += block.count(b"\n")
        leer = leer and not text.strip("\ufeff \t\r\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise _kein_utf8(zeilen) from None
    if leer:
        raise Unlesbar("Die Datei ist leer.")
    return zeilen


def _kein_utf8(zeile: int) -> Unlesbar:
    return Unlesbar(
        f"Zeile {zeile}: kein gültiges UTF-8. Speichern Sie die Datei in UTF-8, zum Beispiel mit "
        "„iconv -f cp1252 -t utf-8“."
    )


def _spalten(leser: Iterator[list[str]]) -> list[str]:
    try:
        spalten = [name.strip().removeprefix("\ufeff") for name in next(leser, [])]
    except csv.Error as fehler:
        raise Unlesbar(f"Zeile 1: kein CSV ({fehler}). Die erste Zeile muss die Spalten nennen.") from None
    fehlend = [name for name in PFLICHT if name not in spalten]
    for trenner, name in ((";", "Semikolon"), ("\t", "Tabulator")):
        if fehlend and len(spalten) == 1 and trenner in spalten[0]:
            raise Unlesbar(f"Zeile 1: Die Spalten sind mit {name} getrennt. Speichern Sie die Datei mit Komma.")
    if fehlend:
        gefunden = zitat(", ".join(filter(None, spalten)))
        raise Unlesbar(
            f"Zeile 1: Es fehlen die Spalten {', '.join(fehlend)}; gefunden: {gefunden}. "
            "Das Format steht in docs/verzeichnis-format.md."
        )
    if doppelt := sorted({name for name in spalten if name and spalten.count(name) > 1}):
        raise Unlesbar(f"Zeile 1: Spalten stehen doppelt da: {zitat(', '.join(doppelt))}. Nehmen Sie je eine heraus.")
    return spalten


def _eintraege(leser: Any, spalten: list[str], heute: date) -> Iterator[Zeile | Ablehnung]:
    while True:
        beginn = leser.line_num + 1
        try:
            werte = next(leser, None)
        except csv.Error as fehler:
            yield Ablehnung(beginn, f"kein CSV ({fehler})", "Prüfen Sie die Anführungszeichen dieser Zeile.")
            continue
        if werte is None:
            return
        if leser.line_num - beginn > MAX_ZEILENUMBRUECHE:
            yield Ablehnung(
                beginn,
                f"ein Feld reicht bis Zeile {leser.line_num}",
                "Vermutlich fehlt ein Anführungszeichen; auch die Zeilen dazwischen sind nicht übernommen.",
            )
        elif werte and len(werte) != len(spalten):
            yield Ablehnung(
                beginn,
                f"{len(werte)} Felder statt {len(spalten)}",
                "Prüfen Sie Kommas und Anführungszeichen dieser Zeile.",
            )
        elif werte:
            yield parse_zeile(dict(zip(spalten, werte, strict=True)), beginn, heute)
