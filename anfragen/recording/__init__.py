"""From what was read to the record: atomic, idempotent, and it says what it did.

One document is recorded in one transaction: its numbers and text, the Anfrage, its Fragen, the answer and its parts,
the references, the findings, and what the other app reads out of it. A second run over the same text changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.conf import settings
from django.db import transaction

from anfragen import resolving
from anfragen.abgleich import Abgleich
from anfragen.erweiterung import erweiterungen
from anfragen.models import Dokument
from anfragen.parsing import records
from anfragen.recording.anfrage import write_anfrage, write_fragen, write_weitere
from anfragen.recording.antwort import write_antwort
from anfragen.recording.dokument import (
    Ablehnung,
    Quelle,
    nummer_aus_dateiname,
    write_befunde,
    write_dokument,
    write_verweise,
)

__all__ = ["Ablehnung", "Ergebnis", "Quelle", "Stand", "nummer_aus_dateiname", "record"]


class Stand(StrEnum):
    ANGELEGT = "angelegt"
    GEAENDERT = "geändert"
    UNVERAENDERT = "unverändert"


@dataclass(frozen=True)
class Ergebnis:
    """What became of a document; `behalten` names the fields that staff had changed and that were left alone."""

    dokument: Dokument
    stand: Stand
    befunde: int
    behalten: Sequence[str] = field(default=())


def record(
    drucksache: records.Drucksache, quelle: Quelle, *, parlament: str | None = None, ersetzen: bool = False
) -> Ergebnis:
    """Writes one read document.

    Raises Ablehnung, with nothing written, if its number or Wahlperiode is unknown, or if the number is on record
    with another text and `ersetzen` is false.
    """
    zusaetze = [(erweiterung, erweiterung.parse(drucksache, aus_datenbank=True)) for erweiterung in erweiterungen]
    abgleich = Abgleich(grund=f"Import {quelle.dateiname}")
    with transaction.atomic():
        dokument, befunde = write_dokument(drucksache, quelle, abgleich, parlament or settings.PARLAMENT, ersetzen)
        neu = abgleich.angelegt > 0
        anfrage, widersprueche = write_anfrage(drucksache, dokument, abgleich)
        weitere, widersprueche_weiterer = write_weitere(drucksache, dokument, abgleich)
        befunde += [*widersprueche, *widersprueche_weiterer]
        anfragen = [anfrage, *weitere] if anfrage else []
        if anfrage:
            fragen = write_fragen(drucksache, dokument, anfrage, abgleich)
            if drucksache.vorblatt.ist_antwort:
                write_antwort(drucksache, dokument, anfragen, fragen, abgleich)
        write_verweise(drucksache, dokument, abgleich)
        for erweiterung, lesung in zusaetze:
            erweiterung.record(lesung, dokument, abgleich)
            befunde += erweiterung.befunde(drucksache, lesung, dokument)
        write_befunde((*drucksache.befunde, *befunde), dokument, abgleich)
        resolving.resolve(dokument.verweise.with_quelle())
        resolving.heal([dokument], anfragen)
    geschehen = Stand.GEAENDERT if abgleich.etwas_geschehen else Stand.UNVERAENDERT
    return Ergebnis(
        dokument,
        Stand.ANGELEGT if neu else geschehen,
        dokument.befunde.offen().count(),
        tuple(abgleich.behalten),
    )
