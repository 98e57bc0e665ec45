"""How projects join in when a document is read, recorded and shown."""

from collections.abc import Collection, Sequence
from typing import Any

from anfragen.models import Dokument
from anfragen.parsing.records import Befund, Drucksache
from projekte import gegenstaende, parsing, stammdaten
from projekte.finden import find
from projekte.recording import Projektmitschrift, befunde
from projekte.seiten.bezuege import in_dokument
from projekte.seiten.ort import auf_startseite
from projekte.titelbezug import verbinde_nach_titeln


class Projekterweiterung:
    def parse(self, drucksache: Drucksache) -> parsing.Projektlesung:
        return parsing.parse(drucksache, stammdaten.from_fixtures())

    def as_json(self, lesung: parsing.Projektlesung) -> dict[str, Any]:
        return parsing.as_json(lesung)

    def befunde(self, drucksache: Drucksache, lesung: parsing.Projektlesung) -> Sequence[Befund]:
        return befunde(drucksache, lesung, gegenstaende.from_fixtures())

    def begin(self, drucksachen: Sequence[Drucksache]) -> Projektmitschrift:
        return Projektmitschrift(drucksachen)

    def erfasst(self, dokumente: Collection[Dokument]) -> None:
        verbinde_nach_titeln({dokument.pk: dokument.titel for dokument in dokumente if dokument.titel})

    def context(self, dokument: Dokument) -> dict[str, Any]:
        return in_dokument(dokument)

    def start_context(self) -> dict[str, Any]:
        return auf_startseite()

    def find(self, anfrage: str) -> str | None:
        return find(anfrage)
