"""What a paper cites and what cites it, for reading: each thing once, each citing passage in its words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest, Substr

from anfragen import oeffentlich
from anfragen.models import Anfrage, Dokument, Verweis
from anfragen.wortlaut import passage

UMGEBUNG = 130  # characters of the citing text to each side of the reference
MAX_PASSAGEN = 60
NEUESTE_ZUERST = ("-dokument__wahlperiode__nummer", "-dokument__nummer", "dokument_id", "start", "id")


@dataclass(frozen=True)
class Zitat:
    """One cited thing, however often it is cited; `zu` are the Anfragen that the text prints it for."""

    verweis: Verweis
    zu: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Passage:
    davor: str
    wortlaut: str
    danach: str


@dataclass(frozen=True)
class Zitierend:
    """A citing paper with its passages."""

    dokument: Dokument
    passagen: list[Passage]


@dataclass(frozen=True)
class ZitiertVon:
    """The newest citing papers, and how many there are in all."""

    zitierende: list[Zitierend]
    anzahl: int

    @property
    def weitere(self) -> int:
        return self.anzahl - len(self.zitierende)


def verweise_aus(dokumente: Sequence[Dokument]) -> QuerySet[Verweis]:
    """The references in these papers, in the order of their texts."""
    return oeffentlich.verweise().filter(dokument__in=dokumente).order_by("dokument_id", "start", "id")


def zitate(verweise: Sequence[Verweis], eigene: Sequence[Anfrage | Dokument] = ()) -> list[Zitat]:
    """Each cited thing once, in the order of the text, without `eigene`.

    An Anfrage that is printed with its Drucksache ("3939 (LT-Drs. 10591)") stands beside the Drucksache.
    """
    je_id: dict[int | None, Verweis] = {verweis.pk: verweis for verweis in verweise}
    gepaart = {verweis.paar_id for verweis in verweise}
    eigene_ziele = {_ziel(record) for record in eigene}
    gefunden: dict[object, Zitat] = {}
    for verweis in verweise:
        ziel = verweis.ziel_anfrage or verweis.ziel_dokument
        if verweis.pk in gepaart or (ziel and _ziel(ziel) in eigene_ziele):
            continue
        zitat = gefunden.setdefault(
            _ziel(ziel) if ziel else (verweis.typ, verweis.wahlperiode_nummer, verweis.nummer), Zitat(verweis)
        )
        if (paar := je_id.get(verweis.paar_id)) and paar.kennung not in zitat.zu:
            zitat.zu.append(paar.kennung)
    return list(gefunden.values())


def _ziel(record: Anfrage | Dokument) -> tuple[type, int]:
    return type(record), record.pk


def zitiert_von(dokumente: Sequence[Dokument], anfrage: Anfrage | None = None) -> ZitiertVon:
    """Who cites these papers or the Anfrage, newest first; they themselves don't count."""
    ziel = Q(ziel_dokument__in=dokumente) | (Q(ziel_anfrage=anfrage) if anfrage else Q())
    treffer = oeffentlich.verweise().filter(ziel).exclude(dokument__in=dokumente).order_by(*NEUESTE_ZUERST)
    # Chosen first: PostgreSQL would take a passage out of every citing text before it sorts and cuts off.
    gezeigt = oeffentlich.verweise().filter(pk__in=treffer.values("pk")[:MAX_PASSAGEN])
    gruppen = groupby(_with_ausschnitt(gezeigt).order_by(*NEUESTE_ZUERST), lambda verweis: verweis.dokument)
    zitierende = [Zitierend(dokument, [_passage(verweis) for verweis in gruppe]) for dokument, gruppe in gruppen]
    if sum(len(z.passagen) for z in zitierende) < MAX_PASSAGEN:
        return ZitiertVon(zitierende, len(zitierende))
    return ZitiertVon(zitierende, treffer.values("dokument").distinct().order_by().count())


def _with_ausschnitt(verweise: QuerySet[Verweis]) -> QuerySet[Verweis]:
    """Only the passage leaves the database, not the citing paper's whole text."""
    beginn = Greatest(F("start") - UMGEBUNG, 0)
    laenge = F("ende") - beginn + UMGEBUNG
    return verweise.prefetch_related(None).annotate(
        ausschnitt=Substr("dokument__text", beginn + 1, laenge), ausschnitt_beginn=beginn
    )


def _passage(verweis: Any) -> Passage:
    if verweis.start is None or verweis.ende is None or not verweis.ausschnitt:
        return Passage("", verweis.wortlaut, "")
    beginn = verweis.ausschnitt_beginn
    return Passage(*passage(verweis.ausschnitt, verweis.start - beginn, verweis.ende - beginn))
