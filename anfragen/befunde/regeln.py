"""The rules behind the findings: what each is called, how much it weighs, and what it means.

A rule either belongs to reading a text and is told with it, or has a `pruefung` that is held against all that is on
record, again and again: its findings come, go and come back with the records.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from anfragen.befunde.fund import Fund
from anfragen.befunde.lage import Lage
from anfragen.models import Befund

Pruefung = Callable[[Lage], Iterable[Fund]]
Nachbarn = Callable[[Collection[int]], set[int]]


class Gewicht(StrEnum):
    """How much harm an overlooked finding does, the most first."""

    HOCH = "hoch"
    MITTEL = "mittel"
    NIEDRIG = "niedrig"


class Entscheidung(Protocol):
    """What staff may do about findings of one rule beside confirming, dismissing and mending them.

    `schluessel` is what the button sends, and no other decision has it; `erledigt` what the finding is called when it
    is done, `stand` its state then; `rechte` are the permissions it takes, beside that to change findings.
    """

    @property
    def schluessel(self) -> str: ...

    @property
    def erledigt(self) -> str: ...

    @property
    def stand(self) -> Befund.Stand: ...

    @property
    def rechte(self) -> Collection[str]: ...

    def angebote(self, befunde: Sequence[Befund]) -> Mapping[int, str]:
        """By id of a finding what its button says, for those that can be decided so; in a fixed number of queries."""

    def triff(self, befund: Befund, user: object) -> str:
        """Does it in the caller's transaction, and gives the reason to note. Raises NichtMoeglich."""


@dataclass(frozen=True)
class Regel:
    """`sucht_kandidaten`: a paper that comes later may turn out to be the one that was meant. `auch` gives the ids of
    the papers whose findings may change with those that have the ids given.

    `verwerfen` is what dismissing means where it isn't about the one document: it then holds for the same words in all.
    """

    schluessel: str
    name: str
    gewicht: Gewicht
    erklaerung: str
    pruefung: Pruefung | None = None
    sucht_kandidaten: bool = False
    auch: Nachbarn | None = None
    entscheidungen: Sequence[Entscheidung] = ()
    verwerfen: str = ""

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


def entscheidung(schluessel: str) -> Entscheidung | None:
    """The decision that a rule brings under this key."""
    alle_entscheidungen = (eine for regel in _regeln.values() for eine in regel.entscheidungen)
    return next((eine for eine in alle_entscheidungen if eine.schluessel == schluessel), None)


def mit_gewicht(gewicht: str) -> Collection[str]:
    """The keys of the rules of that weight."""
    return [regel.schluessel for regel in alle() if regel.gewicht == gewicht]
