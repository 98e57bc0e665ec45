"""Keeps the files that were read in, each under the SHA-256 of its bytes: the same content once, whatever its name."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from anfragen.einlesen.inhalt import PDF, TEXT, Unlesbar

ENDUNGEN = {PDF: "pdf", TEXT: "txt"}
STUECK = 2**20  # bytes


class Ablage:
    """The store below one folder."""

    def __init__(self, wurzel: Path) -> None:
        self.ordner = wurzel / "originale"

    def path(self, sha256: str, mimetyp: str) -> Path:
        """`originale/ab/cd/abcd….pdf`"""
        return self.ordner / sha256[:2] / sha256[2:4] / f"{sha256}.{ENDUNGEN[mimetyp]}"

    @contextmanager
    def prepared(self, pfad: Path, sha256: str, mimetyp: str) -> Iterator[Callable[[], None]]:
        """Copies the file, complete and on the disk, beside its place; calling what this gives puts it there.

        So the slow part happens before a transaction and the quick one just before its end: a file has a record, or
        there is neither. Raises Unlesbar if the file's bytes are no longer those of `sha256`.
        """
        ziel = self.path(sha256, mimetyp)
        if ziel.exists():
            yield lambda: None
            return
        ziel.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=ziel.parent, prefix=".", delete=False) as kopie:
            vorlaeufig = Path(kopie.name)
            try:
                pruefsumme = hashlib.sha256()
                with pfad.open("rb") as quelle:
                    while stueck := quelle.read(STUECK):
                        pruefsumme.update(stueck)
                        kopie.write(stueck)
                if pruefsumme.hexdigest() != sha256:
                    raise Unlesbar("Die Datei hat sich während des Lesens geändert. Lesen Sie sie noch einmal ein.")
                kopie.flush()
                os.fsync(kopie.fileno())
                yield lambda: _move(vorlaeufig, ziel)
            finally:
                vorlaeufig.unlink(missing_ok=True)


def _move(von: Path, nach: Path) -> None:
    von.chmod(0o640)
    von.replace(nach)
    ordner = os.open(nach.parent, os.O_RDONLY)
    try:
        os.fsync(ordner)
    finally:
        os.close(ordner)
