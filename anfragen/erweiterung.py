"""Where another app joins in when a document is read, recorded and shown, without anfragen knowing that app.

`projekte` registers itself here (in its AppConfig), so that imports go one way only.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from anfragen.abgleich import Abgleich
from anfragen.models import Dokument
from anfragen.parsing.records import Befund, Drucksache


class Erweiterung(Protocol):
    def parse(self, drucksache: Drucksache) -> Any:
        """Reads more out of a document; pure, touches no database. What it gives is a `lesung` below."""

    def as_json(self, lesung: Any) -> dict[str, Any]:
        """The keys that `import_drucksachen --json` adds for a reading."""

    def befunde(self, drucksache: Drucksache, lesung: Any, dokument: Dokument | None = None) -> Sequence[Befund]:
        """Findings about the reading. Without `dokument` it may use no database."""

    def record(self, lesung: Any, dokument: Dokument, abgleich: Abgleich) -> None:
        """Writes a reading inside the caller's transaction."""

    def context(self, dokument: Dokument) -> dict[str, Any]:
        """What the public pages of a document add to their template context."""


erweiterungen: list[Erweiterung] = []


def register(erweiterung: Erweiterung) -> None:
    erweiterungen.append(erweiterung)
