"""Text recognition for scans with ocrmypdf, a program of its own, where it is installed with German."""

import shutil
import subprocess
import sys
from pathlib import Path

from anfragen.einlesen.grenzen import Grenzen
from anfragen.einlesen.inhalt import Unlesbar

PROGRAMM = "ocrmypdf"
WURZEL = Path(__file__).parent.parent.parent


def is_available() -> bool:
    return shutil.which(PROGRAMM) is not None


def recognise(pfad: Path, ziel: Path, grenzen: Grenzen) -> None:
    """Writes `pfad` with a layer of text to `ziel`. Raises Unlesbar."""
    befehl = [PROGRAMM, "--language", "deu", "--skip-text", "--output-type", "pdf", "--quiet", str(pfad.absolute())]
    begrenzt = [
        sys.executable,
        "-m",
        "anfragen.einlesen.grenzen",
        str(grenzen.erkennung_speicher_mb),
        *befehl,
        str(ziel),
    ]
    try:
        ergebnis = subprocess.run(
            begrenzt,
            cwd=WURZEL,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=grenzen.erkennung_sekunden,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unlesbar(
            f"Kein Text: Die Texterkennung hat nach {grenzen.erkennung_sekunden} Sekunden noch nicht fertig gelesen. "
            "Teilen Sie die Datei."
        ) from None
    if ergebnis.returncode or not ziel.exists():
        zeilen = ergebnis.stderr.decode(errors="replace").strip().splitlines()
        grund = zeilen[-1] if zeilen else f"Status {ergebnis.returncode}"
        raise Unlesbar(f"Kein Text: Die Texterkennung ist gescheitert ({grund}). Prüfen Sie die Datei.")
