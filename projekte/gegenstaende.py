"""Which papers are about which project: from the database, or, where none may be touched, from the fixtures."""

import csv
from functools import cache
from pathlib import Path

from django.conf import settings

from anfragen.parsing.records import Dokumentnummer
from projekte import stammdaten
from projekte.befunde import Gegenstaende, Gegenstand
from projekte.models import Projekt
from projekte.parsing import BekanntesProjekt, titel


def from_database(parlament: str) -> Gegenstaende:
    """The papers of one parliament that are linked to a project."""
    verbunden = Projekt.dokumente.through.objects.filter(
        dokument__wahlperiode__parlament__kuerzel=parlament, dokument__reihe__schluessel="drucksache"
    ).values_list(
        "dokument__wahlperiode__nummer",
        "dokument__nummer",
        "dokument__zusatz",
        "projekt__kennung",
        "projekt__name",
        "projekt__programm__schluessel",
    )
    return {Dokumentnummer(wp, nr, zusatz): Gegenstand(*projekt) for wp, nr, zusatz, *projekt in verbunden}


@cache
def from_fixtures(ordner: Path = settings.BASE_DIR / "fixtures") -> Gegenstaende:
    """The same as the product ships it: the Sachstand answers of 2020, by their titles or else by the table.

    Empty if the files are missing.
    """
    bekannt = stammdaten.from_fixtures(ordner / "stammdaten")
    projekte = {projekt.schluessel: projekt for projekt in bekannt.projekte}
    gefunden: dict[Dokumentnummer, BekanntesProjekt] = {}
    for zeile in _rows(ordner / "projekte-dokumente.csv"):
        if projekt := projekte.get((zeile["programm"], zeile["projekt"])):
            gefunden[Dokumentnummer.parse(zeile["drucksache"])] = projekt
    for zeile in _rows(ordner / "verzeichnis" / "ruhr-konferenz-17.csv"):
        fund = titel.find(zeile["title"], bekannt)
        if fund and fund.sicher:
            gefunden[Dokumentnummer(int(zeile["legislative_term"]), int(zeile["reference"]))] = fund.projekt
    return {nummer: Gegenstand(p.kennung, p.namen[0], p.schluessel[0]) for nummer, p in gefunden.items()}


def _rows(datei: Path) -> list[dict[str, str]]:
    if not datei.exists():
        return []
    with datei.open(encoding="utf-8", newline="") as strom:
        return list(csv.DictReader(strom))
