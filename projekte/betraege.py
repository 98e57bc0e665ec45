"""The rule that holds an amount against the last one said for the same purpose, in the same project and place."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rapidfuzz import fuzz

from anfragen.befunde.fund import Fund, spannen
from anfragen.befunde.lage import Lage
from anfragen.models import Dokument
from projekte.models import Kennzahl, Kommune, Projekt

BETRAG_GEAENDERT = "betrag-geaendert"

# How alike two purposes must read, from 0 to 100. "wurden sechs Anträge mit einem Fördervolumen von … eingereicht"
# and "wurden acht Anträge …" have 93; other sentences about the same project stay below 60.
GLEICHER_ZWECK_AB = 75
ZIFFERN = re.compile(r"[\d.,]+")


def betrag_geaendert(lage: Lage) -> Iterator[Fund]:
    """Amounts in the papers of `lage` that differ from the one said before them, or on the same day elsewhere."""
    neue = _betraege(dokument__in=list(lage.dokumente))
    je_sache: dict[tuple[Projekt, Kommune | None], list[Any]] = defaultdict(list)
    for betrag in _betraege(projekt__in={betrag.projekt_id for betrag in neue}):
        je_sache[_sache(betrag)].append(betrag)
    papiere = Dokument.objects.for_list().in_bulk({b.dokument_id for gruppe in je_sache.values() for b in gruppe})
    for betrag in neue:
        frueher = _before(betrag, je_sache[_sache(betrag)])
        if frueher is None or (frueher.wert == betrag.wert and frueher.wert_bis == betrag.wert_bis):
            continue
        papier = papiere[frueher.dokument_id]
        ort = f" in {betrag.aussage.kommune}" if betrag.aussage and betrag.aussage.kommune else ""
        yield Fund(
            betrag.dokument_id,
            BETRAG_GEAENDERT,
            f"Zu {betrag.projekt}{ort} steht hier „{betrag.wortlaut}“ ({betrag.wofuer}); {papier} nannte "
            f"am {frueher.stand:%d.%m.%Y} „{frueher.wortlaut}“ ({frueher.wofuer}).",
            spannen(betrag),
        )


def _betraege(**bedingung: Any) -> list[Any]:
    """Amounts in Euro of projects, with the day they are of."""
    betraege = Kennzahl.objects.filter(art=Kennzahl.Art.BETRAG, einheit="Euro", projekt__isnull=False, **bedingung)
    return list(
        betraege.with_stand().select_related("projekt", "aussage__kommune").defer("aussage__wortlaut").order_by("pk")
    )


def _sache(betrag: Any) -> tuple[Projekt, Kommune | None]:
    return betrag.projekt, betrag.aussage.kommune if betrag.aussage else None


def _before(betrag: Any, andere: list[Any]) -> Any | None:
    """The newest amount of another paper, not younger than this one, that reads as being for the same."""
    if betrag.stand is None:
        return None
    zweck = _zweck(betrag)
    vergleichbar = [
        anderer
        for anderer in andere
        if anderer.dokument_id != betrag.dokument_id
        and anderer.stand is not None
        and (anderer.stand, anderer.dokument_id) < (betrag.stand, betrag.dokument_id)
        and fuzz.ratio(zweck, _zweck(anderer)) >= GLEICHER_ZWECK_AB
    ]
    return max(vergleichbar, key=lambda anderer: (anderer.stand, anderer.pk), default=None)


def _zweck(betrag: Any) -> str:
    return ZIFFERN.sub("", betrag.wofuer).casefold()
