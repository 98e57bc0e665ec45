"""Taking in a file that somebody sends through the browser, as the import takes in files of a folder."""

from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile

from anfragen import aufnahme
from anfragen.aufnahme import Aufnahme
from anfragen.einlesen.dateien import ENDUNGEN
from anfragen.einlesen.inhalt import MAX_PDF, MB
from anfragen.models import Dokument
from anfragen.recording import nummer_aus_dateiname


class ZuGross(Exception):
    """The message is German and names the limit."""


def nimm_auf(datei: UploadedFile, erwartet: Dokument) -> Aufnahme:
    """Reads and records `datei`, which should be the paper `erwartet`; the file decides what it is.

    A name without number ("download.pdf") is replaced by the number expected, which counts only where the text prints
    none. Raises ZuGross; what else is wrong with the file, the verdict says.
    """
    if (datei.size or 0) > MAX_PDF:
        raise ZuGross(f"Die Datei ist größer als {MAX_PDF // MB} MB. Teilen Sie sie in einzelne Dokumente.")
    # In a folder of its own, because the file's name tells its number.
    with TemporaryDirectory(prefix="hochladen-") as ordner, aufnahme.leser(prozesse=1) as leser:
        pfad = Path(ordner) / _name(datei.name or "", erwartet)
        with pfad.open("wb") as ziel:
            for stueck in datei.chunks():
                ziel.write(stueck)
        return next(iter(aufnahme.take_in(leser, [pfad])))


def _name(gesendet: str, erwartet: Dokument) -> str:
    """A name that is safe to write, whatever system sent it, and that tells a number."""
    name = PureWindowsPath(PurePosixPath(gesendet).name).name.replace("\0", "")[-200:]
    if nummer_aus_dateiname(name):
        return name
    endung = Path(name).suffix.lower()
    return f"{erwartet.wahlperiode.nummer}-{erwartet.nummer}{endung if endung in ENDUNGEN else '.pdf'}"
