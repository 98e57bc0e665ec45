"""The page of one numbered paper: its head, its wording with the references in place, and who cites it."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet

from anfragen import resolving
from anfragen.erweiterung import dokument_context
from anfragen.models import Anfrage, Antwort, Befund, Dokument, Verweis
from anfragen.parsing.text import Lesetext, lies
from anfragen.querysets import DokumentQuerySet
from anfragen.seiten.liste import zeilen
from anfragen.seiten.textverweise import textverweise
from anfragen.seiten.zitate import verweise_aus, zitate
from anfragen.seiten.zitiert_von import zitiert_von
from anfragen.wortlaut import absaetze, teile


def dokumente_mit_antwort() -> DokumentQuerySet:
    antworten = Antwort.objects.select_related("ministerium")
    return Dokument.objects.oeffentlich().with_nummer().defer("belege").prefetch_related(Prefetch("antwort", antworten))


def dokumentseite(dokument: Dokument, seite: str | None) -> dict[str, Any]:
    """The context for a Dokument from `dokumente_mit_antwort`; `seite` is the part of a long text."""
    lesung = lies(dokument.text)
    teil = Paginator(_teile(dokument, lesung), 1).get_page(seite)
    verweise = _verweise(dokument, lesung, teil)
    gezeigt = textverweise(verweise, lesung, kandidaten=resolving.kandidaten(verweise))
    anfragen = list(_anfragen(dokument))
    papiere = [anfrage.dokument for anfrage in anfragen if anfrage.dokument]
    eigene: list[Anfrage | Dokument] = [dokument, *anfragen, *papiere]
    return {
        "dokument": dokument,
        "antwort": getattr(dokument, "antwort", None),
        "anfragen": anfragen,
        "seite": teil,
        "absaetze": [absatz for spanne in teil for absatz in absaetze(lesung, gezeigt, spanne)],
        "verweise": verweise,
        "zitate": zitate(verweise, eigene),
        "zitiert_von": zitiert_von([dokument]),
        "wahlperiode_erschlossen": any(verweis.wahlperiode_abgeleitet for verweis in verweise),
        "erweiterung": dokument_context(dokument),
    }


def _teile(dokument: Dokument, lesung: Lesetext) -> list[tuple[int, int]]:
    stellen = dokument.verweise.values_list("start", flat=True)
    return teile(lesung, [stelle for stelle in stellen if stelle is not None]) if lesung.text else []


def _verweise(dokument: Dokument, lesung: Lesetext, teil: Page) -> list[Verweis]:
    """Those of the part that is shown: a paper may have 100,000. What was recorded by hand stands in no part."""
    alle = verweise_aus([dokument])
    if not teil.has_other_pages():
        return list(alle)
    start, ende = lesung.source_span(*teil[0])
    return list(alle.filter(Q(start__gte=start, start__lt=ende) | Q(start=None)))


def befunde(dokument: Dokument, user: AbstractUser | AnonymousUser) -> list[Befund]:
    """Findings are for staff: whoever may not see them gets none."""
    return list(dokument.befunde.offen()) if user.has_perm("anfragen.view_befund") else []


def _anfragen(dokument: Dokument) -> QuerySet[Anfrage]:
    """The Anfragen that this paper answers or asks."""
    beantwortet = Antwort.anfragen.through.objects.filter(antwort__dokument=dokument).values("anfrage")
    return zeilen().filter(Q(pk__in=beantwortet) | Q(dokument=dokument)).order_by("nummer", "id")
