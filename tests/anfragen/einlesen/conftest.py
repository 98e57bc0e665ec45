"""One reader for all tests here: starting a process takes longer than most files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from anfragen.einlesen.leser import Leser
from anfragen.einlesen.prozess import Gelesen, Verdikt


@pytest.fixture(scope="package")
def leser() -> Iterator[Leser]:
    with Leser(prozesse=1) as leser:
        yield leser


@pytest.fixture
def lies(leser: Leser, tmp_path: Path) -> Callable[..., Gelesen | Verdikt]:
    """Writes bytes to a file and reads it."""

    def lies(daten: bytes, name: str = "17-5030.pdf") -> Gelesen | Verdikt:
        datei = tmp_path / name
        datei.write_bytes(daten)
        return leser.read(datei)

    return lies
