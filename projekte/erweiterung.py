"""How projects join in when a document is read, recorded and shown."""

from collections.abc import Sequence
from typing import Any

from anfragen.abgleich import Abgleich
from anfragen.models import Dokument
from anfragen.parsing.records import Befund, Drucksache
from projekte import parsing, recording, stammdaten
from projekte.befunde import titel_passt_nicht, vermutete_namen
from projekte.finden import find
from projekte.gegenstaende import gegenstaende
from projekte.seiten.bezuege import in_dokument
from projekte.seiten.ort import auf_startseite


class Projekterweiterung:
    def parse(self, drucksache: Drucksache, *, aus_datenbank: bool = False) -> parsing.Projektlesung:
        return parsing.parse(drucksache, stammdaten.from_database() if aus_datenbank else stammdaten.from_fixtures())

    def as_json(self, lesung: parsing.Projektlesung) -> dict[str, Any]:
        return parsing.as_json(lesung)

    def befunde(
        self, drucksache: Drucksache, lesung: parsing.Projektlesung, dokument: Dokument | None = None
    ) -> Sequence[Befund]:
        return [*titel_passt_nicht(drucksache, lesung, gegenstaende(dokument)), *vermutete_namen(lesung)]

    def record(self, lesung: parsing.Projektlesung, dokument: Dokument, abgleich: Abgleich) -> None:
        recording.record(lesung, dokument, abgleich)

    def context(self, dokument: Dokument) -> dict[str, Any]:
        return in_dokument(dokument)

    def start_context(self) -> dict[str, Any]:
        return auf_startseite()

    def find(self, anfrage: str) -> str | None:
        return find(anfrage)
