"""Which papers are about which project: from the database, or, where none may be touched, from the fixtures."""

import csv
import json
from functools import cache
from pathlib import Path

from django.conf import settings

from anfragen.parsing.records import Dokumentnummer
from projekte.befunde import Gegenstaende, Gegenstand
from projekte.models import Projekt


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
    """The same as the product ships it: the Sachstand answers of 2020. Empty if the files are missing."""
    projekte = {}
    for datei in sorted((ordner / "stammdaten").glob("*projekte.json")):
        for record in json.loads(datei.read_text(encoding="utf-8")):
            if record["model"] == "projekte.projekt":
                felder = record["fields"]
                (programm,) = felder["programm"]
                gegenstand = Gegenstand(felder.get("kennung", ""), felder["name"], programm)
                projekte[programm, felder["schluessel"]] = gegenstand
    verbunden = ordner / "projekte-dokumente.csv"
    if not verbunden.exists():
        return {}
    with verbunden.open(encoding="utf-8", newline="") as strom:
        return {
            Dokumentnummer.parse(zeile["drucksache"]): projekte[schluessel]
            for zeile in csv.DictReader(strom)
            if (schluessel := (zeile["programm"], zeile["projekt"])) in projekte
        }
