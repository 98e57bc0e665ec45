"""Writing which papers are about a project as a whole, many links at once, and what follows from it.

A link that was there and is gone was taken away by a person, because nothing else takes one away. It doesn't come back
by itself: the history of the project remembers it.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction

from anfragen import befunde
from anfragen.models import Dokument
from anfragen.stapel import Stapel
from projekte.models import Projekt

Paar = tuple[int, int]  # the ids of project and paper


@transaction.atomic
def verbinde(paare: Iterable[Paar], grund: str, *, auch_geloeste: bool = False) -> set[Paar]:
    """Links projects with papers; gives the links that are new, in a number of queries that doesn't grow with them.

    `grund` goes to the history. Those that a person once took away are left out, unless `auch_geloeste`. Papers that
    cite a newly linked one are checked anew: it may be about something that they don't speak of.
    """
    gewollt = set(paare)
    if not gewollt:
        return set()
    projekte = {
        projekt.pk: projekt
        for projekt in Projekt.objects.select_for_update().filter(pk__in={p for p, _ in gewollt}).order_by("pk")
    }
    vorhanden = _pairs(Projekt.dokumente.through, projekte)
    neu = gewollt - vorhanden
    if neu and not auch_geloeste:
        neu -= geloeste(projekte)
    stapel = Stapel()
    for pk in sorted({projekt for projekt, _ in neu}):
        ziele = [Dokument(pk=dokument) for projekt, dokument in sorted(vorhanden | neu) if projekt == pk]
        stapel.verknuepfe(projekte[pk], "dokumente", ziele, grund)
    stapel.flush()
    pruefe_dokumente({dokument for _, dokument in neu})
    return neu


def geloeste(projekte: Collection[int]) -> set[Paar]:
    """The links of these projects that were there once and are no more."""
    frueher = Projekt.history.model.dokumente.model  # what simple-history keeps of the field
    return _pairs(frueher, projekte) - _pairs(Projekt.dokumente.through, projekte)


def pruefe_dokumente(ids: Collection[int]) -> None:
    """Checks the findings of papers that were linked or taken away, and of those that cite them."""
    if ids:
        befunde.pruefe(Dokument.objects.filter(pk__in=ids).defer("text", "belege"))


def _pairs(verbindungen: Any, projekte: Collection[int]) -> set[Paar]:
    zeilen = verbindungen.objects.filter(projekt__in=list(projekte))
    return set(zeilen.values_list("projekt_id", "dokument_id").distinct())
