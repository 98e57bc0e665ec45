"""One reading process, seen from the parent: asked with a path, killed when it is late, replaced when it broke."""

import json
import logging
import os
import select
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anfragen.einlesen.grenzen import MB, Grenzen
from anfragen.einlesen.kind import LAENGE
from anfragen.einlesen.uebertragung import from_plain
from anfragen.parsing.records import Drucksache

WURZEL = Path(__file__).parent.parent.parent
MAX_ANTWORT = 256 * MB

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Gelesen:
    """What a file holds: the checksum of its bytes, its kind as a MIME type, the document, and which of its pages,
    counted from 1, are pictures without text."""

    sha256: str
    mimetyp: str
    drucksache: Drucksache
    ohne_text: tuple[int, ...] = ()


@dataclass(frozen=True)
class Verdikt:
    """Why a file could not be read, in German, with the remedy. `ohne_text`: a scan that nobody recognised."""

    meldung: str
    sha256: str = ""
    ohne_text: bool = False


class _Beendet(Exception):
    """The child process ended without an answer."""


class Leseprozess:
    """One child process, started when it is first asked and anew after it broke, and the conversation with it."""

    def __init__(self, grenzen: Grenzen) -> None:
        self.grenzen = grenzen
        self.popen: subprocess.Popen[bytes] | None = None
        self.geschlossen = False
        self.schloss = threading.Lock()  # over `popen` and `geschlossen`
        self.gespraech = threading.Lock()  # over the pipes: nobody closes them while another thread reads

    def read(self, pfad: Path) -> Gelesen | Verdikt:
        with self.gespraech:
            return self._read(pfad)

    def close(self) -> None:
        """Ends the process, and with it a reading that is under way."""
        with self.schloss:
            self.geschlossen = True
            if self.popen:
                self.popen.kill()
        with self.gespraech:
            self._end()

    def _read(self, pfad: Path) -> Gelesen | Verdikt:
        try:
            antwort = self._ask({"pfad": str(pfad.absolute())})
        except TimeoutError:
            self._end()
            return Verdikt(
                f"Das Lesen hat länger als {self.grenzen.sekunden} Sekunden gedauert und wurde abgebrochen. "
                "Prüfen Sie, ob die Datei unbeschädigt ist, oder teilen Sie sie."
            )
        except _Beendet:
            self._end()
            return Verdikt(
                "Die Datei hat das Leseprogramm zum Absturz gebracht; sie ist beschädigt oder braucht mehr als "
                f"{self.grenzen.speicher_mb} MB Speicher. Laden Sie sie noch einmal herunter oder teilen Sie sie."
            )
        if antwort.get("ende"):
            self._end()
        if "technisch" in antwort:
            logger.error("%s: %s", pfad, antwort["technisch"])
        if "fehler" in antwort:
            return Verdikt(antwort["fehler"], antwort.get("sha256", ""), antwort.get("ohne_text", False))
        record = from_plain(Drucksache, antwort["drucksache"])
        return Gelesen(antwort["sha256"], antwort["mimetyp"], record, tuple(antwort["seiten_ohne_text"]))

    def command(self) -> list[str]:
        grenzen = self.grenzen
        return [sys.executable, "-m", "anfragen.einlesen.kind", str(grenzen.speicher_mb), str(grenzen.sekunden)]

    def _ask(self, anfrage: dict[str, Any]) -> dict[str, Any]:
        popen = self._running()
        assert popen.stdin
        daten = json.dumps(anfrage).encode()
        try:
            popen.stdin.write(LAENGE.pack(len(daten)) + daten)
            popen.stdin.flush()
        except OSError:
            raise _Beendet from None
        frist = time.monotonic() + self.grenzen.sekunden
        (laenge,) = LAENGE.unpack(self._receive(popen, LAENGE.size, frist))
        if laenge > MAX_ANTWORT:
            raise _Beendet
        antwort: dict[str, Any] = json.loads(self._receive(popen, laenge, frist))
        return antwort

    def _running(self) -> subprocess.Popen[bytes]:
        if self.popen and self.popen.poll() is not None:
            self._end()
        with self.schloss:
            if self.geschlossen:
                raise _Beendet
            if self.popen is None:
                self.popen = subprocess.Popen(
                    self.command(),
                    cwd=WURZEL,
                    env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,  # Ctrl-C is for the parent, which ends its children itself
                )
            return self.popen

    def _receive(self, popen: subprocess.Popen[bytes], laenge: int, frist: float) -> bytes:
        """Raises TimeoutError, or _Beendet if the process ends before it has said all."""
        assert popen.stdout
        daten = bytearray()
        nummer = popen.stdout.fileno()
        while len(daten) < laenge:
            if not select.select([nummer], [], [], max(0.0, frist - time.monotonic()))[0]:
                raise TimeoutError
            if not (stueck := os.read(nummer, min(laenge - len(daten), MB))):
                raise _Beendet
            daten += stueck
        return bytes(daten)

    def _end(self) -> None:
        with self.schloss:
            popen, self.popen = self.popen, None
        if popen is None:
            return
        popen.kill()
        popen.wait()
        for strom in (popen.stdin, popen.stdout):
            assert strom
            with suppress(OSError):  # what it was asked last may still be in the buffer
                strom.close()
