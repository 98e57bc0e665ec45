"""The page of one numbered paper: its head, its wording with the references in place, and who cites it."""

from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet

from anfragen.erweiterung import dokument_context
from anfragen.models import Anfrage, Antwort, Befund, Dokument
from anfragen.parsing.text import lies
from anfragen.querysets import DokumentQuerySet
from anfragen.seiten.liste import zeilen
from anfragen.seiten.zitate import verweise_aus, zitate, zitiert_von
from anfragen.wortlaut import absaetze

ABSAETZE_JE_SEITE = 1000  # far more than nearly all papers have; the rest of a huge one is on further pages


def dokumente_mit_antwort() -> DokumentQuerySet:
    antworten = Antwort.objects.select_related("ministerium")
    return Dokument.objects.oeffentlich().with_nummer().defer("belege").prefetch_related(Prefetch("antwort", antworten))


def dokumentseite(dokument: Dokument, seite: str | None) -> dict[str, Any]:
    """The context for a Dokument from `dokumente_mit_antwort`; `seite` is the page of a long text."""
    verweise = verweise_aus([dokument])
    anfragen = list(_anfragen(dokument))
    papiere = [anfrage.dokument for anfrage in anfragen if anfrage.dokument]
    eigene: list[Anfrage | Dokument] = [dokument, *anfragen, *papiere]
    text = Paginator(absaetze(lies(dokument.text), verweise) if dokument.text else [], ABSAETZE_JE_SEITE)
    return {
        "dokument": dokument,
        "antwort": getattr(dokument, "antwort", None),
        "anfragen": anfragen,
        "seite": text.get_page(seite),
        "verweise": verweise,
        "zitate": zitate(verweise, eigene),
        "zitiert_von": zitiert_von([dokument]),
        "wahlperiode_erschlossen": any(verweis.wahlperiode_abgeleitet for verweis in verweise),
        "erweiterung": dokument_context(dokument),
    }


def befunde(dokument: Dokument, user: AbstractUser | AnonymousUser) -> list[Befund]:
    """Findings are for staff: whoever may not see them gets none."""
    return list(dokument.befunde.offen()) if user.has_perm("anfragen.view_befund") else []


def _anfragen(dokument: Dokument) -> QuerySet[Anfrage]:
    """The Anfragen that this paper answers or asks."""
    beantwortet = Antwort.anfragen.through.objects.filter(antwort__dokument=dokument).values("anfrage")
    return zeilen().filter(Q(pk__in=beantwortet) | Q(dokument=dokument)).order_by("nummer", "id")
