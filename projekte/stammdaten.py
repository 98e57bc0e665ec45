"""What reading is told of projects and places: from the database, or, where none may be touched, from the fixtures."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from projekte.models import Handlungsfeld, Kommune, Programm, Projekt
from projekte.parsing import Bekannt, BekanntesProjekt, Projektschluessel


class Stammdaten:
    """All projects with every name they were given, the Handlungsfelder and municipalities by name; in five queries."""

    def __init__(self) -> None:
        self.projekte: dict[Projektschluessel, Projekt] = {}
        self.namen: dict[Projektschluessel, list[str]] = {}
        for projekt in Projekt.objects.select_related("programm").prefetch_related("namen"):
            self.add(projekt, [name.name for name in projekt.namen.all()])
        self.programme = list(Programm.objects.values_list("name", flat=True))
        self.handlungsfelder: dict[str, Handlungsfeld] = {}
        for feld in Handlungsfeld.objects.select_related("programm"):
            self.handlungsfelder.setdefault(feld.name, feld)
        self.kommunen = {kommune.name: kommune for kommune in Kommune.objects.all()}

    def add(self, projekt: Projekt, namen: list[str]) -> None:
        self.projekte[projekt.natural_key()] = projekt
        self.namen[projekt.natural_key()] = namen

    def mit_kennung(self, kennung: str) -> Projekt | None:
        return next((projekt for projekt in self.projekte.values() if projekt.kennung == kennung), None)

    def bekannt(self) -> Bekannt:
        """As values for reading."""
        return Bekannt(
            projekte=tuple(
                BekanntesProjekt(
                    schluessel=schluessel,
                    kennung=projekt.kennung,
                    namen=tuple(dict.fromkeys([projekt.name, *self.namen[schluessel]])),
                )
                for schluessel, projekt in self.projekte.items()
            ),
            programme=tuple(self.programme),
            orte=tuple(self.kommunen),
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
