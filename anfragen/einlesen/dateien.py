"""Which files there are to read."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

ENDUNGEN = {".txt", ".pdf"}


def files(pfade: Iterable[Path]) -> Iterator[Path]:
    """The files of `pfade` in the order given; a folder gives its texts and PDFs, sorted. Paths that don't exist stay
    in, so that reading them reports them."""
    for pfad in pfade:
        if pfad.is_dir():
            yield from sorted(p for p in pfad.rglob("*") if p.suffix.lower() in ENDUNGEN and p.is_file())
        else:
            yield pfad


def sha256(pfad: Path) -> str:
    """The checksum of the file's bytes; empty if it can't be read, which whoever reads it then says better."""
    try:
        with pfad.open("rb") as datei:
            return hashlib.file_digest(datei, "sha256").hexdigest()
    except OSError:
        return ""
