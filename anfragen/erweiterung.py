"""Where another app joins in when a document is read, recorded and shown, without anfragen knowing that app.

`projekte` registers itself here (in its AppConfig), so that imports go one way only.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, Protocol

from anfragen.abgleich import Abgleich
from anfragen.models import Dokument, Zusage
from anfragen.parsing.records import Befund, Drucksache
from anfragen.stapel import Stapel


class Mitschrift(Protocol):
    """What an extension adds to one batch of documents that is being recorded."""

    def load(self, dokumente: Sequence[Dokument], stapel: Stapel) -> None:
        """Reads what is on record for the stored ones of the documents, inside the batch's transaction."""

    def record(
        self,
        drucksache: Drucksache,
        dokument: Dokument,
        gesagt_am: date | None,
        abgleich: Abgleich,
        zusagen: Sequence[Zusage] = (),
    ) -> Sequence[Befund]:
        """Takes one document into the batch, without a query, and gives findings about it.

        `dokument` may have no id yet; `gesagt_am` is the day of what it says. `zusagen` are its commitments as they
        stand after the batch, new ones without id.
        """


class Erweiterung(Protocol):
    def parse(self, drucksache: Drucksache) -> Any:
        """Reads more out of a document, and touches no database. What it gives is a `lesung` below."""

    def as_json(self, lesung: Any) -> dict[str, Any]:
        """The keys that `import_drucksachen --json` adds for a reading."""

    def befunde(self, drucksache: Drucksache, lesung: Any) -> Sequence[Befund]:
        """Findings about such a reading, without database as well."""

    def begin(self, drucksachen: Sequence[Drucksache]) -> Mitschrift:
        """Reads the documents of a batch, with what the database knows beforehand."""

    def erfasst(self, dokumente: Collection[Dokument]) -> None:
        """Adds what follows from papers that were just written, before they are checked, in the same transaction."""

    def context(self, dokument: Dokument) -> dict[str, Any]:
        """What the public pages of a document add to their template context.

        Under `hauptspalte` and `randspalte` stand lists of the names of templates that show the rest of it, empty
        where there is nothing to show; see `dokument_context`. `spannen` lists the parts of the document's text, as
        start and end, that these templates show anew.
        """

    def start_context(self) -> dict[str, Any]:
        """The same for the start page, with the templates under `startseite`."""

    def find(self, anfrage: str) -> str | None:
        """The address of the one thing that a typed number or name means, such as `[13-02]`; None if it is no such."""


erweiterungen: list[Erweiterung] = []


def register(erweiterung: Erweiterung) -> None:
    erweiterungen.append(erweiterung)


def erfasst(dokumente: Collection[Dokument]) -> None:
    """For all that records papers, from texts or from an index."""
    for erweiterung in erweiterungen:
        erweiterung.erfasst(dokumente)


def dokument_context(dokument: Dokument) -> dict[str, Any]:
    """What all extensions add to a page of `dokument`; the page includes the templates named in the lists."""
    return _merged((e.context(dokument) for e in erweiterungen), "hauptspalte", "randspalte", "spannen")


def start_context() -> dict[str, Any]:
    return _merged((e.start_context() for e in erweiterungen), "startseite")


def find(anfrage: str) -> str | None:
    """The first extension's answer; for what is typed into the search box."""
    return next((adresse for e in erweiterungen if (adresse := e.find(anfrage))), None)


def _merged(contexts: Iterable[dict[str, Any]], *listen: str) -> dict[str, Any]:
    ergebnis: dict[str, Any] = {name: [] for name in listen}
    for context in contexts:
        templates = {name: ergebnis[name] + context.get(name, []) for name in listen}
        ergebnis |= context | templates
    return ergebnis
