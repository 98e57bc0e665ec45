"""What reading is told of projects and places: from the database, or, where none may be touched, from the fixtures."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from projekte.models import Kommune, Programm, Projekt
from projekte.parsing import Bekannt, BekanntesProjekt


def from_database() -> Bekannt:
    """All projects with every name they were given, the programmes and the municipalities; in four queries."""
    projekte = Projekt.objects.select_related("programm").prefetch_related("namen")
    return Bekannt(
        projekte=tuple(
            BekanntesProjekt(
                schluessel=projekt.natural_key(),
                kennung=projekt.kennung,
                namen=tuple(dict.fromkeys([projekt.name, *(name.name for name in projekt.namen.all())])),
            )
            for projekt in projekte
        ),
        programme=tuple(Programm.objects.values_list("name", flat=True)),
        orte=tuple(Kommune.objects.values_list("name", flat=True)),
    )


@cache
def from_fixtures(ordner: Path = settings.BASE_DIR / "fixtures" / "stammdaten") -> Bekannt:
    """The same as the product ships it. Empty if the files are missing."""
    namen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for felder in _records(ordner, "projekte.projektname"):
        programm, projekt = felder["projekt"]
        namen[programm, projekt].append(felder["name"])
    return Bekannt(
        projekte=tuple(
            BekanntesProjekt(
                schluessel=(schluessel := (felder["programm"][0], felder["schluessel"])),
                kennung=felder.get("kennung", ""),
                namen=tuple(dict.fromkeys([felder["name"], *namen[schluessel]])),
            )
            for felder in _records(ordner, "projekte.projekt")
        ),
        programme=tuple(felder["name"] for felder in _records(ordner, "projekte.programm")),
        orte=tuple(felder["name"] for felder in _records(ordner, "projekte.kommune")),
    )


def _records(ordner: Path, modell: str) -> Iterator[dict[str, Any]]:
    for datei in sorted(ordner.glob("*.json")):
        for record in json.loads(datei.read_text(encoding="utf-8")):
            if record["model"] == modell:
                yield record["fields"]
