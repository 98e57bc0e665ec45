"""What cites a paper or an Anfrage: paper by paper, each passage in its words and with the Frage it stands in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import django_filters as filters
from django.core.paginator import Page, Paginator
from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from anfragen import oeffentlich
from anfragen.filtering import FilterSet, JahrFilter
from anfragen.models import Anfrage, Dokument
from anfragen.querysets import DokumentQuerySet
from anfragen.seiten.liste import Facette, facette, je_jahr, ohne_raender
from anfragen.seiten.stellen import Ort, Passage, passagen

AUF_EINEN_BLICK = 10  # papers on the page of what they cite; all are on a page of their own
JE_SEITE = 25
PASSAGEN_JE_DOKUMENT = 5


class ZitierendFilter(FilterSet):
    jahr = JahrFilter("datum", label="Jahr")
    art = filters.ChoiceFilter(choices=Dokument.Art.choices, label="Art", empty_label="alle")

    class Meta:
        model = Dokument
        fields: list[str] = []


@dataclass(frozen=True)
class Gruppe:
    """Passages in a row that stand in the same part."""

    ort: Ort
    passagen: list[Passage]


@dataclass(frozen=True)
class Zitierend:
    """A citing paper with its first passages, and how many more it has."""

    dokument: Dokument
    gruppen: list[Gruppe]
    weitere: int


@dataclass(frozen=True)
class ZitiertVon:
    """The newest citing papers, and how many there are in all."""

    zitierende: list[Zitierend]
    anzahl: int

    @property
    def weitere(self) -> int:
        return self.anzahl - len(self.zitierende)


def zitiert_von(dokumente: Sequence[Dokument], anfrage: Anfrage | None = None) -> ZitiertVon:
    """Who cites these papers or the Anfrage, newest first; they themselves don't count."""
    alle = _zitierende(dokumente, anfrage)
    neueste = list(_schluessel(alle)[:AUF_EINEN_BLICK])
    anzahl = len(neueste) if len(neueste) < AUF_EINEN_BLICK else alle.count()
    return ZitiertVon(_with_passagen(neueste, dokumente, anfrage), anzahl)


def zitiert_von_seite(
    daten: Mapping[str, str], dokumente: Sequence[Dokument], anfrage: Anfrage | None = None
) -> dict[str, Any]:
    """The context for the page of all of them, filtered and paged as the query string `daten` asks for."""
    alle = _zitierende(dokumente, anfrage)
    daten = ohne_raender(daten)
    filterset = ZitierendFilter(daten, alle)
    blatt: Page = Paginator(_schluessel(filterset.qs), JE_SEITE).get_page(daten.get("seite"))
    return {
        "ziel": anfrage or dokumente[0],
        "filter": filterset,
        "seite": blatt,
        "zitierende": _with_passagen(list(blatt), dokumente, anfrage),
        "facetten": [f for f in _facetten(daten, alle) if f],
    }


def _zitierende(dokumente: Sequence[Dokument], anfrage: Anfrage | None) -> DokumentQuerySet:
    zitate = oeffentlich.zitate_auf(dokumente, anfrage)
    return oeffentlich.dokumente().filter(pk__in=zitate.order_by().values("dokument"))


def _schluessel(zitierende: QuerySet[Any]) -> QuerySet[Any, int]:
    """Only the ids, newest first: a database that sorts 100,000 of them takes long if it carries whole rows along."""
    return zitierende.order_by("-wahlperiode__nummer", "-nummer", "pk").values_list("pk", flat=True)


def _with_passagen(
    schluessel: Sequence[int], dokumente: Sequence[Dokument], anfrage: Anfrage | None
) -> list[Zitierend]:
    """The citing papers with these ids, each with a few passages, in a fixed number of queries."""
    zitierende = oeffentlich.dokumente().in_bulk(schluessel)
    zitate = oeffentlich.zitate_auf(dokumente, anfrage).filter(dokument__in=schluessel).order_by()
    # "KA 3939 (LT-Drs. 10591)" is one passage.
    zitate = zitate.exclude(pk__in=zitate.filter(paar__isnull=False).values("paar"))
    anzahl = dict(zitate.values_list("dokument").annotate(anzahl=Count("pk")))
    nach_stelle = Window(RowNumber(), partition_by="dokument", order_by=(F("start").asc(nulls_last=True), "pk"))
    erste = zitate.annotate(rang=nach_stelle).filter(rang__lte=PASSAGEN_JE_DOKUMENT).order_by("dokument_id", "rang")
    je_dokument = {
        pk: list(gruppe) for pk, gruppe in groupby(passagen(list(erste)), lambda paar: paar[0].verweis.dokument_id)
    }
    return [
        Zitierend(zitierende[pk], _gruppen(je_dokument[pk]), anzahl[pk] - len(je_dokument[pk])) for pk in schluessel
    ]


def _gruppen(stellen: Iterable[tuple[Passage, Ort]]) -> list[Gruppe]:
    return [Gruppe(ort, [stelle for stelle, _ in paare]) for ort, paare in groupby(stellen, lambda paar: paar[1])]


def _facetten(daten: Mapping[str, str], alle: DokumentQuerySet) -> list[Facette | None]:
    """Each counts what the other filter leaves."""
    nach_art = ZitierendFilter({"jahr": daten.get("jahr", "")}, alle).qs.order_by()
    nach_jahr = ZitierendFilter({"art": daten.get("art", "")}, alle).qs.order_by()
    arten = dict(Dokument.Art.choices)
    gezaehlt = nach_art.exclude(art="").values_list("art").annotate(anzahl=Count("pk")).order_by("-anzahl", "art")
    return [
        facette(daten, "jahr", "Jahr", je_jahr(nach_jahr, "datum")),
        facette(daten, "art", "Art", gezaehlt, wort=lambda art: arten[art]),
    ]
