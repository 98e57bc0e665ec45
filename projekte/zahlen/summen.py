"""What figures add up to: those that staff marked, of one paper and one unit, for two papers tell the same twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from anfragen.models import Dokument
from projekte.models import Kennzahl
from projekte.zahlen import zwecke


@dataclass(frozen=True)
class Summe:
    """Figures of one paper and unit, in the order of the text, and what they make together."""

    zahlen: list[Kennzahl]

    @property
    def dokument(self) -> Dokument:
        return self.zahlen[0].dokument

    @property
    def einheit(self) -> str:
        return self.zahlen[0].einheit

    @property
    def ist_betrag(self) -> bool:
        return self.zahlen[0].art == Kennzahl.Art.BETRAG

    @property
    def wert(self) -> Decimal:
        return sum((zahl.wert for zahl in self.zahlen), Decimal(0))

    @property
    def ungefaehr(self) -> bool:
        """A sum is no more exact than the least exact of its parts."""
        return any(zahl.ungefaehr for zahl in self.zahlen)


def summen(addierbare: Iterable[Kennzahl]) -> list[Summe]:
    """The sums of figures that may be added, by paper, kind and unit; one figure alone makes none."""
    gruppen: dict[tuple[int, str, str], list[Kennzahl]] = {}
    for zahl in addierbare:
        gruppen.setdefault((zahl.dokument_id, zahl.art, zwecke.stem(zahl.einheit)), []).append(zahl)
    return [Summe(zahlen) for zahlen in gruppen.values() if len(zahlen) > 1]
