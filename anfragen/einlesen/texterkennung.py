"""Text recognition for scans with ocrmypdf, a program of its own, where it is installed with German.

It starts further programs for each page. All of them have the limit on memory, none sees the settings of this one, and
they end together when they are late or nobody waits for them any more.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from anfragen.einlesen.grenzen import Grenzen
from anfragen.einlesen.inhalt import Unlesbar

PROGRAMM = "ocrmypdf"
WURZEL = Path(__file__).parent.parent.parent
VERSCHLUESSELT = 8  # the program's exit status for a file that it may not change


def is_available() -> bool:
    return shutil.which(PROGRAMM) is not None


class Texterkennung:
    """Recognises text, several files at once if several threads ask, until it is closed."""

    def __init__(self, grenzen: Grenzen) -> None:
        self.grenzen = grenzen
        self._schloss = threading.Lock()  # over what follows
        self._laufend: set[subprocess.Popen[bytes]] = set()
        self._geschlossen = False

    def close(self) -> None:
        """Ends what is under way."""
        with self._schloss:
            self._geschlossen = True
            for popen in self._laufend:
                _kill(popen)

    def recognise(self, pfad: Path, ziel: Path) -> None:
        """Writes `pfad` to `ziel`, with a layer of text on the pages that have none. Raises Unlesbar."""
        popen = self._start(pfad, ziel)
        try:
            _, fehler = popen.communicate(timeout=self.grenzen.erkennung_sekunden)
        except subprocess.TimeoutExpired:
            raise Unlesbar(
                f"Kein Text: Die Texterkennung hat nach {self.grenzen.erkennung_sekunden} Sekunden noch nicht fertig "
                "gelesen. Teilen Sie die Datei."
            ) from None
        finally:
            self._end(popen)
        if popen.returncode == VERSCHLUESSELT:
            raise Unlesbar(
                "Kein Text: Die PDF-Datei ist gegen Änderungen geschützt, darum kann der Text ihrer Bilder nicht "
                "erkannt werden. Speichern Sie sie ohne Schutz."
            )
        if popen.returncode or not ziel.exists():
            zeilen = fehler.decode(errors="replace").strip().splitlines()
            grund = zeilen[-1] if zeilen else f"Status {popen.returncode}"
            raise Unlesbar(f"Kein Text: Die Texterkennung ist gescheitert ({grund}). Prüfen Sie die Datei.")

    def command(self, pfad: Path, ziel: Path) -> list[str]:
        # What comes out is read and thrown away: neither archivable nor small.
        optionen = ["--language", "deu", "--skip-text", "--output-type", "pdf", "--optimize", "0", "--quiet"]
        grenze = [sys.executable, "-m", "anfragen.einlesen.grenzen", str(self.grenzen.erkennung_speicher_mb)]
        return [*grenze, PROGRAMM, *optionen, str(pfad.absolute()), str(ziel)]

    def _start(self, pfad: Path, ziel: Path) -> subprocess.Popen[bytes]:
        with self._schloss:
            if self._geschlossen:
                raise Unlesbar("Kein Text: Die Texterkennung wurde abgebrochen.")
            popen = subprocess.Popen(
                self.command(pfad, ziel),
                cwd=WURZEL,
                # Its own files go where `ziel` is, which whoever asked clears away, however it ends.
                env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "TMPDIR": str(ziel.parent)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,  # so that the programs it starts can be ended with it
            )
            self._laufend.add(popen)
            return popen

    def _end(self, popen: subprocess.Popen[bytes]) -> None:
        with self._schloss:
            self._laufend.discard(popen)
            _kill(popen)
        popen.wait()
        assert popen.stderr
        popen.stderr.close()


def _kill(popen: subprocess.Popen[bytes]) -> None:
    """Ends the program and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(popen.pid, signal.SIGKILL)
