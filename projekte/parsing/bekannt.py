"""What is known of projects and places before a document is read: values that the caller takes from the master data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from projekte.parsing.aehnlich import Namensindex, schreibweisen

Projektschluessel = tuple[str, str]  # the natural key: ("ruhr-konferenz", "virtuelles-krankenhaus")
Kennungsschluessel = tuple[str, str]  # the same by Kennung: ("ruhr-konferenz", "13-02")


@dataclass(frozen=True)
class BekanntesProgramm:
    """A programme: what texts call it, how its Kennungen look ("00-00"), and the names of its Handlungsfelder.

    `themenforen` are numbers ("13", or "07/08" where both may be meant), with one of which its Kennungen begin.
    """

    schluessel: str
    name: str
    kennungsform: str = "00-00"
    handlungsfelder: tuple[str, ...] = ()
    themenforen: tuple[str, ...] = ()


@dataclass(frozen=True)
class BekanntesProjekt:
    """A project on record, with every name it was given, the current one first; `kennung` is empty if unknown."""

    schluessel: Projektschluessel
    kennung: str
    namen: tuple[str, ...]

    def __str__(self) -> str:
        return f"[{self.kennung}] {self.namen[0]}" if self.kennung else f"„{self.namen[0]}“"


@dataclass(frozen=True)
class Bekannt:
    """The projects, their programmes and the municipalities."""

    projekte: tuple[BekanntesProjekt, ...] = ()
    programme: tuple[BekanntesProgramm, ...] = ()
    orte: tuple[str, ...] = ()

    @cached_property
    def nach_kennung(self) -> Mapping[Kennungsschluessel, BekanntesProjekt]:
        return {(projekt.schluessel[0], projekt.kennung): projekt for projekt in self.projekte if projekt.kennung}

    @cached_property
    def namen(self) -> tuple[tuple[str, BekanntesProjekt], ...]:
        """Every name with its project, the longest first, so that a short one never hides a longer."""
        paare = [(name, projekt) for projekt in self.projekte for name in projekt.namen if name]
        return tuple(sorted(paare, key=lambda paar: (-len(paar[0]), paar[0])))

    @cached_property
    def schreibweisen(self) -> tuple[tuple[str, BekanntesProjekt], ...]:
        """The same with what a paper may print for a name."""
        return schreibweisen(self.namen)

    @cached_property
    def namensindex(self) -> Namensindex[BekanntesProjekt]:
        """To look up names that are only like one of these."""
        return Namensindex(self.namen)


NICHTS = Bekannt()
