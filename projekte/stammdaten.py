"""What reading is told of projects and places: from the database, or, where none may be touched, from the fixtures."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from projekte.models import Handlungsfeld, Kommune, Programm, Projekt, Themenforum
from projekte.parsing import Bekannt, BekanntesProgramm, BekanntesProjekt, Kennungsschluessel, Projektschluessel


class Stammdaten:
    """All projects with every name they were given, the programmes and how they order them, and the municipalities by
    name; in six queries.
    """

    def __init__(self) -> None:
        self.projekte: dict[Projektschluessel, Projekt] = {}
        self.namen: dict[Projektschluessel, list[str]] = {}
        self.je_kennung: dict[Kennungsschluessel, Projekt] = {}
        for projekt in Projekt.objects.select_related("programm").prefetch_related("namen"):
            self.add(projekt, [name.name for name in projekt.namen.all()])
        self.programme = list(Programm.objects.order_by("pk"))
        felder = Handlungsfeld.objects.select_related("programm").order_by("programm", "position")
        self.handlungsfelder = {(feld.programm.schluessel, feld.name): feld for feld in felder}
        self.themenforen: dict[int, list[str]] = defaultdict(list)
        for programm, nummer in Themenforum.objects.order_by("nummer", "pk").values_list("programm", "nummer"):
            self.themenforen[programm].append(nummer)
        self.kommunen = {kommune.name: kommune for kommune in Kommune.objects.all()}

    def add(self, projekt: Projekt, namen: list[str]) -> None:
        self.projekte[projekt.natural_key()] = projekt
        self.namen[projekt.natural_key()] = namen
        if projekt.kennung:
            self.je_kennung[projekt.programm.schluessel, projekt.kennung] = projekt

    def mit_kennung(self, programm: str, kennung: str) -> Projekt | None:
        return self.je_kennung.get((programm, kennung))

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
            programme=tuple(
                BekanntesProgramm(
                    schluessel=programm.schluessel,
                    name=programm.name,
                    kennungsform=programm.kennungsform,
                    handlungsfelder=tuple(name for p, name in self.handlungsfelder if p == programm.schluessel),
                    themenforen=tuple(self.themenforen[programm.pk]),
                )
                for programm in self.programme
            ),
            orte=tuple(self.kommunen),
        )


@cache
def from_fixtures(ordner: Path = settings.BASE_DIR / "fixtures" / "stammdaten") -> Bekannt:
    """The same as the product ships it. Empty if the files are missing."""
    namen: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in _records(ordner, "projekte.projektname"):
        namen[tuple(name["projekt"])].append(name["name"])
    felder = _je_programm(ordner, "projekte.handlungsfeld", "name")
    foren = _je_programm(ordner, "projekte.themenforum", "nummer")
    form = Programm._meta.get_field("kennungsform").default
    return Bekannt(
        projekte=tuple(
            BekanntesProjekt(
                schluessel=(key := (projekt["programm"][0], projekt["schluessel"])),
                kennung=projekt.get("kennung", ""),
                namen=tuple(dict.fromkeys([projekt["name"], *namen[key]])),
            )
            for projekt in _records(ordner, "projekte.projekt")
        ),
        programme=tuple(
            BekanntesProgramm(
                schluessel=(schluessel := programm["schluessel"]),
                name=programm["name"],
                kennungsform=programm.get("kennungsform", form),
                handlungsfelder=tuple(felder[schluessel]),
                themenforen=tuple(foren[schluessel]),
            )
            for programm in _records(ordner, "projekte.programm")
        ),
        orte=tuple(felder["name"] for felder in _records(ordner, "projekte.kommune")),
    )


def _je_programm(ordner: Path, modell: str, feld: str) -> Mapping[str, list[str]]:
    """The values of a field of each programme's records, by the programme's key."""
    werte: dict[str, list[str]] = defaultdict(list)
    for record in _records(ordner, modell):
        werte[record["programm"][0]].append(record[feld])
    return werte


def _records(ordner: Path, modell: str) -> Iterator[dict[str, Any]]:
    for datei in sorted(ordner.glob("*.json")):
        for record in json.loads(datei.read_text(encoding="utf-8")):
            if record["model"] == modell:
                yield record["fields"]
