"""References as a text shows them: with what they may mean and whether they send the reader on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from anfragen.models import Anfrage, Dokument, Verweis
from anfragen.parsing.text import Lesetext
from anfragen.parsing.verweise.weiterverweis import Weiterverweis, find_weiterverweis


@dataclass(frozen=True)
class Textverweis:
    """A reference at its place in a text, which is an excerpt of the paper or all of it.

    `kandidaten` are what an ambiguous one may mean. `weiter` is set if its sentence sends the reader on.
    """

    verweis: Any
    start: int | None
    ende: int | None
    kandidaten: Sequence[Anfrage | Dokument] = ()
    weiter: Weiterverweis | None = None

    @property
    def stand(self) -> str:
        return self.verweis.stand_oeffentlich

    @property
    def ist_aufgeloest(self) -> bool:
        return _is_resolved(self.verweis)

    @property
    def ziel(self) -> Anfrage | Dokument | None:
        """None also if the public may not read it."""
        return self.verweis.ziel_anfrage or self.verweis.ziel_dokument

    @property
    def anker(self) -> str:
        return f"stelle-{self.verweis.dokument.nummer}-{self.verweis.start}"

    @property
    def karte(self) -> str:
        """The id of what is shown beside it; one wording may stand in two paragraphs."""
        return f"karte-{self.verweis.pk}"

    @property
    def fuehrt_weiter(self) -> bool:
        """Whether there is something to be shown where it leads."""
        return self.weiter is not None and self.ist_aufgeloest

    @property
    def kette(self) -> str:
        """The address of the page that shows where it leads, or may lead."""
        return f"{self.verweis.dokument.get_absolute_url()}kette/?stelle={self.verweis.start}"


def _is_resolved(verweis: Any) -> bool:
    return bool(verweis.stand_oeffentlich == Verweis.Stand.AUFGELOEST)


def textverweise(
    verweise: Sequence[Verweis],
    lesung: Lesetext | None,
    versatz: int = 0,
    kandidaten: Mapping[int, Sequence[Anfrage | Dokument]] = MappingProxyType({}),
) -> list[Textverweis]:
    """References from `oeffentlich.verweise` as `lesung` shows them, which begins at `versatz` in their paper.

    `kandidaten` are those of `resolving.kandidaten`. Of an Anfrage and the Drucksache that is printed for it, only the
    Drucksache sends on: both lead to one place.
    """
    gezeigt = []
    gepaart = {verweis.paar_id for verweis in verweise if _is_resolved(verweis)}
    for verweis in verweise:
        start, ende = verweis.start, verweis.ende
        weiter = None
        if start is not None and ende is not None:
            start, ende = start - versatz, ende - versatz
            if lesung and verweis.pk not in gepaart:
                weiter = find_weiterverweis(lesung, start, ende)
        gezeigt.append(Textverweis(verweis, start, ende, kandidaten.get(verweis.pk, ()), weiter))
    return gezeigt
