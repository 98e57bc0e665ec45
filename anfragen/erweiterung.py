"""Where another app joins in when a document is read, recorded and shown, without anfragen knowing that app.

`projekte` registers itself here (in its AppConfig), so that imports go one way only.
"""

from typing import Any, Protocol

from anfragen.models import Dokument
from anfragen.parsing.records import Drucksache


class Erweiterung(Protocol):
    def parse(self, drucksache: Drucksache) -> Any:
        """Reads more out of a document; pure, touches no database."""

    def as_json(self, lesung: Any) -> dict[str, Any]:
        """The keys that `import_drucksachen --json` adds for a reading."""

    def record(self, lesung: Any, dokument: Dokument) -> bool:
        """Writes a reading inside the caller's transaction; says whether anything changed."""

    def context(self, dokument: Dokument) -> dict[str, Any]:
        """What the public pages of a document add to their template context."""


erweiterungen: list[Erweiterung] = []


def register(erweiterung: Erweiterung) -> None:
    erweiterungen.append(erweiterung)
