"""Networks of papers for tests, written as who cites whom."""

from typing import Any

from anfragen.models import Dokument
from tests import factories


def papiere(*nummern: int, **felder: Any) -> dict[int, Dokument]:
    return {nummer: factories.dokument(nummer=nummer, **felder) for nummer in nummern}


def verbinde(papiere: dict[int, Dokument], *kanten: tuple[int, int]) -> None:
    """Each pair is one reference of the first paper to the second."""
    for stelle, (von, nach) in enumerate(kanten):
        factories.verweis(
            papiere[von], nummer=nach, ziel_dokument=papiere[nach], start=stelle * 10, ende=stelle * 10 + 5
        )
