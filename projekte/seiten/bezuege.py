"""What a paper or the record about a place says of projects, by Handlungsfeld."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from anfragen.models import Dokument
from projekte.models import Handlungsfeld, Kennzahl, Projekt, Projektaussage
from projekte.querysets import NACH_STELLE


@dataclass(frozen=True)
class Projektbezug:
    """What a document, or the record about a place, says about one project."""

    projekt: Projekt
    aussagen: list[Projektaussage]

    @property
    def kennzahlen(self) -> list[Kennzahl]:
        """Figures for the margin."""
        return [zahl for aussage in self.aussagen for zahl in aussage.kennzahlen.all() if zahl.ist_eckwert]


@dataclass(frozen=True)
class Bezugsgruppe:
    handlungsfeld: Handlungsfeld | None
    bezuege: list[Projektbezug]


def bezugsgruppen(aussagen: Iterable[Projektaussage]) -> list[Bezugsgruppe]:
    """Groups statements by Handlungsfeld in the programme's order, and in it by project in order of appearance."""
    je_projekt: dict[Projekt, list[Projektaussage]] = {}
    for aussage in aussagen:
        je_projekt.setdefault(aussage.projekt, []).append(aussage)
    sortiert = sorted(je_projekt, key=_feldposition)
    return [
        Bezugsgruppe(feld, [Projektbezug(projekt, je_projekt[projekt]) for projekt in gruppe])
        for feld, gruppe in groupby(sortiert, lambda p: p.handlungsfeld)
    ]


def _feldposition(projekt: Projekt) -> tuple[int, bool, int]:
    feld = projekt.handlungsfeld
    return projekt.programm_id, feld is None, feld.position if feld else 0


def in_dokument(dokument: Dokument) -> dict[str, Any]:
    """What the pages of a document show of its statements: see `anfragen.erweiterung`."""
    im_dokument = Projektaussage.objects.oeffentlich().filter(dokument=dokument).order_by(*NACH_STELLE)
    aussagen = list(im_dokument.for_list().with_kennzahlen())
    gruppen = bezugsgruppen(aussagen)
    genannt = [bezug.projekt for gruppe in gruppen for bezug in gruppe.bezuege]
    ueber = dokument.projekte.oeffentlich().select_related("programm").order_by("kennung", "schluessel")
    projekte = list(dict.fromkeys([*ueber, *genannt]))
    orte = sorted({aussage.kommune for aussage in aussagen if aussage.kommune}, key=lambda ort: ort.schluessel)
    return {
        "aussagen_nach_handlungsfeld": gruppen,
        "projekte": projekte,
        "orte": orte,
        "hauptspalte": ["projekte/in_dokument.html"] if gruppen else [],
        "randspalte": ["projekte/am_rand.html"] if projekte else [],
        "spannen": [(aussage.start, aussage.ende) for aussage in aussagen if aussage.start is not None],
    }
