"""How projects join in when a document is read, recorded and shown."""

from collections.abc import Sequence
from typing import Any

from anfragen.abgleich import Abgleich
from anfragen.models import Dokument
from anfragen.parsing.records import Befund, Drucksache
from projekte import parsing, recording, seiten
from projekte.befunde import titel_passt_nicht
from projekte.finden import find
from projekte.gegenstaende import gegenstaende


class Projekterweiterung:
    def parse(self, drucksache: Drucksache) -> parsing.Projektlesung:
        return parsing.parse(drucksache)

    def as_json(self, lesung: parsing.Projektlesung) -> dict[str, Any]:
        return parsing.as_json(lesung)

    def befunde(
        self, drucksache: Drucksache, lesung: parsing.Projektlesung, dokument: Dokument | None = None
    ) -> Sequence[Befund]:
        return titel_passt_nicht(drucksache, lesung, gegenstaende(dokument))

    def record(self, lesung: parsing.Projektlesung, dokument: Dokument, abgleich: Abgleich) -> None:
        recording.record(lesung, dokument, abgleich)

    def context(self, dokument: Dokument) -> dict[str, Any]:
        return seiten.in_dokument(dokument)

    def start_context(self) -> dict[str, Any]:
        return seiten.auf_startseite()

    def find(self, anfrage: str) -> str | None:
        return find(anfrage)
