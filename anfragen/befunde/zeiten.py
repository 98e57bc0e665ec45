"""References against the order of time: nothing cites what is younger than itself."""

from collections.abc import Iterator
from datetime import date

from anfragen.befunde.fund import Fund, spannen
from anfragen.befunde.lage import Lage
from anfragen.models import Dokument, Verweis

# Answers that go out on one day cite each other in both directions; their numbers lie within such a span.
GLEICHZEITIG = 300
LETZTES_JAHR = 2100  # a later one is a misprint ("13.03.3013"), which is a finding of its own


def zitat_juenger(lage: Lage) -> Iterator[Fund]:
    """Cited papers and Anfragen that came after the citing paper.

    The days decide where both are known, else the numbers, if both count in the same series of the same Wahlperiode:
    17/11212 may well cite 16/16015. A lower number of the same series is older, whatever its day says.
    """
    for pk, verweise in lage.verweise.items():
        dokument = lage.dokumente[pk]
        for verweis in verweise:
            if not verweis.von_hand and (grund := _juenger(dokument, verweis)):
                text = f"„{verweis.wortlaut}“ kann hier noch nicht zitiert sein: {grund}."
                yield Fund(pk, "zitat-juenger", text, spannen(verweis), verweis=verweis.pk)


def _juenger(dokument: Dokument, verweis: Verweis) -> str:
    """Why the cited is younger; empty if it isn't, or if nothing says so."""
    if verweis.ziel_anfrage:
        gestellt, bis = verweis.ziel_anfrage.gestellt_am, _latest(dokument)
        if gestellt and bis and bis < gestellt <= date(LETZTES_JAHR, 1, 1):
            return f"{verweis.ziel_anfrage.kennung} wurde am {_day(gestellt)} gestellt, dieses Dokument ist {_vom(bis)}"
        return ""
    ziel = verweis.ziel_dokument
    if ziel is None or ziel == dokument:
        return ""
    selbe_reihe = (ziel.wahlperiode_id, ziel.reihe_id) == (dokument.wahlperiode_id, dokument.reihe_id)
    if selbe_reihe and ziel.nummer <= dokument.nummer:
        return ""
    ab, bis = _earliest(ziel), _latest(dokument)
    if ab and bis:
        return f"{ziel.kennung} ist {_vom(ab)}, dieses Dokument {_vom(bis)}" if ab > bis else ""
    if selbe_reihe and ziel.nummer - dokument.nummer > GLEICHZEITIG:
        return f"die Reihe zählt fortlaufend, und dieses Dokument hat die Nummer {dokument.kennung}"
    return ""


def _days(dokument: Dokument) -> list[date]:
    tage = (dokument.datum, dokument.datum_original, dokument.ausgegeben)
    return [tag for tag in tage if tag and tag.year < LETZTES_JAHR]


def _earliest(dokument: Dokument) -> date | None:
    return min(_days(dokument), default=None)


def _latest(dokument: Dokument) -> date | None:
    return max(_days(dokument), default=None)


def _vom(tag: date) -> str:
    return f"vom {_day(tag)}"


def _day(tag: date) -> str:
    return f"{tag:%d.%m.%Y}"
