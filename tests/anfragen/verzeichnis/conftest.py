"""The parliament that the lines of these tests name, and the import of lines into it."""

from collections.abc import Callable
from datetime import date

import pytest

from anfragen.models import Anfrage, Antwort, Befund, Dokument, Fragesteller, Person, Wahlperiode
from anfragen.verzeichnis.importing import Import
from anfragen.verzeichnis.recording import Bilanz
from anfragen.verzeichnis.zeilen import Ablehnung
from tests import factories
from tests.anfragen.verzeichnis import schreibe

type Importiere = Callable[..., tuple[Bilanz, list[Ablehnung]]]


@pytest.fixture
def wahlperiode(db: None) -> Wahlperiode:
    factories.parlament(verzeichnisname="Nordrhein-Westfalen")
    factories.reihe()
    return factories.wahlperiode()


@pytest.fixture
def importiere(tmp_path, wahlperiode) -> Importiere:
    """Takes lines in as one file; gives what became of them and the lines refused."""

    def importiere(*zeilen: dict[str, str]) -> tuple[Bilanz, list[Ablehnung]]:
        abgelehnt: list[Ablehnung] = []
        lauf = Import(date(2021, 1, 1), lambda pfad, ablehnung: abgelehnt.append(ablehnung))
        return lauf.run(schreibe(tmp_path / "verzeichnis.csv", *zeilen)), abgelehnt

    return importiere


@pytest.fixture
def bestand(db: None) -> Callable[[], dict[str, tuple[int, int]]]:
    """Counts the records there are, and those in their history."""
    tabellen = (Dokument, Anfrage, Antwort, Fragesteller, Person, Befund)
    return lambda: {modell.__name__: (modell.objects.count(), modell.history.count()) for modell in tabellen}


@pytest.fixture
def askers(db: None) -> Callable[[], list[tuple[str, str | None]]]:
    """The askers of the only Anfrage there is: printed name and Fraktion."""

    def askers() -> list[tuple[str, str | None]]:
        fragesteller = Anfrage.objects.get().fragesteller.order_by("position")
        return [(asker.name_gedruckt, asker.fraktion and asker.fraktion.kurz) for asker in fragesteller]

    return askers
