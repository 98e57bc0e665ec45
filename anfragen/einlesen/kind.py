"""The child process: takes paths on its standard input, gives what it read on its standard output.

A message is its length as four bytes and then JSON. The process ends when its input does, and after running out of
memory, once it has said so.
"""

import hashlib
import json
import os
import resource
import struct
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from anfragen.einlesen import inhalt
from anfragen.einlesen.grenzen import MB, limit_memory, limit_seconds
from anfragen.einlesen.uebertragung import as_plain
from anfragen.parsing import drucksache
from anfragen.parsing.records import Befund, Drucksache

LAENGE = struct.Struct(">I")


def main() -> None:
    speicher_mb, sekunden = int(sys.argv[1]), int(sys.argv[2])
    limit_memory(speicher_mb)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write
    eingang = os.fdopen(os.dup(0), "rb")
    ausgang = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    while (anfrage := receive(eingang)) is not None:
        limit_seconds(sekunden)
        try:
            antwort = answer(Path(anfrage["pfad"]))
        except MemoryError:
            send(ausgang, {"fehler": zu_gross(speicher_mb), "ende": True})
            return
        send(ausgang, antwort)


def receive(strom: BinaryIO) -> dict[str, Any] | None:
    kopf = strom.read(LAENGE.size)
    if len(kopf) < LAENGE.size:
        return None
    gelesen: dict[str, Any] = json.loads(strom.read(LAENGE.unpack(kopf)[0]))
    return gelesen


def send(strom: BinaryIO, nachricht: dict[str, Any]) -> None:
    daten = json.dumps(nachricht, ensure_ascii=False).encode("utf-8", "surrogatepass")
    strom.write(LAENGE.pack(len(daten)) + daten)
    strom.flush()


def answer(pfad: Path) -> dict[str, Any]:
    """What stands in the file: its checksum with kind and reading, or with why there is none."""
    sha256 = ""
    try:
        daten = _bytes(pfad)
        sha256 = hashlib.sha256(daten).hexdigest()
        gelesen = inhalt.read(daten)
        del daten
        return {
            "sha256": sha256,
            "mimetyp": gelesen.mimetyp,
            "drucksache": as_plain(_parse(gelesen)),
            "seiten_ohne_text": gelesen.ohne_text,
        }
    except inhalt.Unlesbar as fehler:
        return {"sha256": sha256, "fehler": str(fehler), "ohne_text": isinstance(fehler, inhalt.OhneText)}
    except MemoryError:
        raise
    except Exception as fehler:  # one odd file must not end the reading of a thousand
        meldung = (
            f"Beim Lesen ist ein Fehler des Programms aufgetreten ({type(fehler).__name__}). "
            "Melden Sie ihn bitte mit der Datei."
        )
        return {"sha256": sha256, "fehler": meldung, "technisch": traceback.format_exc()}


def _bytes(pfad: Path) -> bytes:
    try:
        groesse = pfad.stat().st_size
        if groesse > inhalt.MAX_PDF:
            raise inhalt.Unlesbar(
                f"Die Datei ist größer als {inhalt.MAX_PDF // MB} MB. Teilen Sie sie in einzelne Dokumente."
            )
        return pfad.read_bytes()
    except FileNotFoundError:
        raise inhalt.Unlesbar("Die Datei gibt es nicht. Prüfen Sie den Pfad.") from None
    except IsADirectoryError:
        raise inhalt.Unlesbar("Das ist ein Ordner, keine Datei.") from None
    except OSError as fehler:
        raise inhalt.Unlesbar(
            f"Die Datei lässt sich nicht öffnen ({os.strerror(fehler.errno or 0)}). Prüfen Sie die Rechte."
        ) from None


def _parse(gelesen: inhalt.Inhalt) -> Drucksache:
    record = drucksache.parse(gelesen.text)
    befunde = [
        Befund("seite-ohne-text", f"Seite {seite} ist ein Bild ohne Text; was dort steht, fehlt hier.")
        for seite in gelesen.ohne_text
    ]
    return replace(record, befunde=(*record.befunde, *befunde))


def zu_gross(speicher_mb: int) -> str:
    return (
        f"Die Datei braucht beim Lesen mehr als {speicher_mb} MB Speicher und wurde darum nicht gelesen. "
        "Prüfen Sie, ob sie unbeschädigt ist, oder teilen Sie sie."
    )


if __name__ == "__main__":
    main()
