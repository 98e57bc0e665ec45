"""What a rule yields: a finding that is not on record yet."""

from collections.abc import Iterable
from dataclasses import dataclass

Spanne = tuple[int, int]
Stelle = Spanne | tuple[int, int, int]  # in another document than the finding's: with its id


@dataclass(frozen=True)
class Fund:
    """`text` is a German sentence for staff; `stellen` are its evidence, `verweis` and `kandidat` ids.

    `kandidat` is the Dokument that is probably meant instead of the one that the reference cites.
    """

    dokument: int
    regel: str
    text: str
    stellen: tuple[Stelle, ...] = ()
    verweis: int | None = None
    kandidat: int | None = None


def spannen(*records: object) -> tuple[Spanne, ...]:
    """The places of records that were read from a text; those written by hand have none."""
    return tuple(
        (start, ende)
        for record in records
        if (start := getattr(record, "start", None)) is not None and (ende := getattr(record, "ende", None)) is not None
    )


def aufzaehlung(worte: Iterable[str]) -> str:
    """`a`, `a und b`, `a, b und c`"""
    *erste, letztes = worte
    return f"{', '.join(erste)} und {letztes}" if erste else letztes
