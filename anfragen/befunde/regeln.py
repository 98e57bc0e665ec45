"""The rules behind the findings: what each is called, how much it weighs, and what it means.

A rule either belongs to reading a text and is told with it, or has a `pruefung` that is held against all that is on
record, again and again: its findings come, go and come back with the records.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from anfragen.befunde.fund import Fund
from anfragen.befunde.lage import Lage

Pruefung = Callable[[Lage], Iterable[Fund]]


class Gewicht(StrEnum):
    """How much harm an overlooked finding does, the most first."""

    HOCH = "hoch"
    MITTEL = "mittel"
    NIEDRIG = "niedrig"


@dataclass(frozen=True)
class Regel:
    """`sucht_kandidaten`: a paper that comes later may turn out to be the one that was meant."""

    schluessel: str
    name: str
    gewicht: Gewicht
    erklaerung: str
    pruefung: Pruefung | None = None
    sucht_kandidaten: bool = False

    @property
    def am_bestand(self) -> bool:
        return self.pruefung is not None


_regeln: dict[str, Regel] = {}


def register(*regeln: Regel) -> None:
    """Makes rules known; each writes its findings under its `schluessel`."""
    for regel in regeln:
        _regeln[regel.schluessel] = regel


def alle() -> list[Regel]:
    """All rules, the weightiest first, then by name."""
    return sorted(_regeln.values(), key=lambda regel: (list(Gewicht).index(regel.gewicht), regel.name))


def am_bestand() -> list[Regel]:
    return [regel for regel in alle() if regel.am_bestand]


def finde(schluessel: str) -> Regel:
    """The rule of that key; one that nobody registered any more still has findings, and a name: its key."""
    return _regeln.get(schluessel) or Regel(schluessel, schluessel, Gewicht.MITTEL, "")


def mit_gewicht(gewicht: str) -> Collection[str]:
    """The keys of the rules of that weight."""
    return [regel.schluessel for regel in alle() if regel.gewicht == gewicht]
