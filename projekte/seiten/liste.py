"""Lists of projects, grouped by Handlungsfeld."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef

from projekte.filters import ProjektFilter
from projekte.models import Handlungsfeld, Programm, Projekt, Projektaussage
from projekte.querysets import TEIL_EINES_OEFFENTLICHEN

JE_SEITE = 200
NEUESTE = 5


@dataclass(frozen=True)
class Projektgruppe:
    """Projects of one Handlungsfeld; None for those whose Handlungsfeld is unknown."""

    handlungsfeld: Handlungsfeld | None
    projekte: list[Projekt]

    @property
    def anzahl(self) -> int:
        """How many there are, without the parts of one."""
        return sum(1 for projekt in self.projekte if projekt.oeffentlich_teil_von is None)


def projektgruppen(projekte: Iterable[Projekt]) -> list[Projektgruppe]:
    """Groups projects that come ordered `nach_handlungsfeld`."""
    return [Projektgruppe(feld, list(gruppe)) for feld, gruppe in groupby(projekte, lambda p: p.handlungsfeld)]


def projektliste(filterset: ProjektFilter, seite: str | None) -> dict[str, Any]:
    """By Handlungsfeld as long as nobody asks for another order."""
    nach_handlungsfeld = filterset.is_valid() and filterset.form.cleaned_data["sortierung"] in ("", "kennung")
    projekte: Any = filterset.qs
    blatt = projektblatt(projekte.nach_handlungsfeld() if nach_handlungsfeld else projekte, seite)
    hat_aussage = Exists(Projektaussage.objects.oeffentlich().filter(projekt=OuterRef("pk")))
    eigenstaendige = Projekt.objects.oeffentlich().eigenstaendig()
    gefiltert = {name: wert for name in filterset.filters if (wert := filterset.data.get(name))}
    return {
        "filter": filterset,
        "seite": blatt,
        "gruppen": projektgruppen(blatt) if nach_handlungsfeld else None,
        "ist_gefiltert": bool(gefiltert.keys() - {"sortierung"}),
        "abfrage": urlencode(gefiltert),
        "treffer": anzahl(projekte),
        "anzahl": eigenstaendige.aggregate(alle=Count("pk"), mit_aussage=Count("pk", hat_aussage)),
        "programme": list(Programm.objects.all()[:2]),
    }


def anzahl(projekte: Any) -> dict[str, int]:
    """How many of these stand for themselves (`eigene`), and how many are parts of a project (`teile`)."""
    return projekte.order_by().aggregate(
        eigene=Count("pk", ~TEIL_EINES_OEFFENTLICHEN, distinct=True),
        teile=Count("pk", TEIL_EINES_OEFFENTLICHEN, distinct=True),
    )


def projektblatt(projekte: Any, seite: str | None) -> Page[Projekt]:
    """One page of these projects with all that a list shows: counted for the page, not for all of them."""
    blatt: Page[Any] = Paginator(projekte.values_list("pk", flat=True), JE_SEITE).get_page(seite)
    angaben = Projekt.objects.for_list().with_genannte_orte().select_related("teilprojekt_von")
    mit_angaben = angaben.in_bulk(list(blatt))
    blatt.object_list = [mit_angaben[pk] for pk in blatt if pk in mit_angaben]
    return blatt


def handlungsfeldseite(feld: Handlungsfeld, seite: str | None) -> dict[str, Any]:
    aussagen = Projektaussage.objects.oeffentlich().filter(projekt__handlungsfeld=feld)
    projekte = feld.projekte.oeffentlich()
    return {
        "handlungsfeld": feld,
        "treffer": anzahl(projekte),
        "felder": list(feld.programm.handlungsfelder.all()),
        "seite": projektblatt(projekte.nach_handlungsfeld(), seite),
        "aussagen": list(aussagen.for_list().neueste_zuerst()[:NEUESTE]),
    }
