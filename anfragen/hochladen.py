"""Taking in a file that somebody sends through the browser, as the import takes in files of a folder."""

from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile

from anfragen import aufnahme
from anfragen.aufnahme import Aufnahme
from anfragen.einlesen.inhalt import MAX_PDF, MB
from anfragen.models import Dokument

MAX_NAME = 80  # characters, which no file system's 255 bytes are too few for


class ZuGross(Exception):
    """The message is German and names the limit."""


def nimm_auf(datei: UploadedFile, erwartet: Dokument) -> Aufnahme:
    """Reads and records `datei`, which should be the paper `erwartet`; the file decides what it is.

    Where neither its text nor its name tells a number, it has the one expected. Raises ZuGross; what else is wrong with
    the file, the verdict says.
    """
    if (datei.size or 0) > MAX_PDF:
        raise ZuGross(f"Die Datei ist größer als {MAX_PDF // MB} MB. Teilen Sie sie in einzelne Dokumente.")
    # In a folder of its own, so that it keeps its name.
    with TemporaryDirectory(prefix="hochladen-") as ordner, aufnahme.leser(prozesse=1) as leser:
        pfad = Path(ordner) / _name(datei.name or "")
        with pfad.open("wb") as ziel:
            for stueck in datei.chunks():
                ziel.write(stueck)
        return next(iter(aufnahme.take_in(leser, [pfad], erwartet=erwartet.nummer_record)))


def _name(gesendet: str) -> str:
    """The name as it was sent, without a way to any folder and whatever system sent it."""
    name = PureWindowsPath(PurePosixPath(gesendet).name).name.replace("\0", "")
    return name[-MAX_NAME:].lstrip(".") or "ohne-namen"
