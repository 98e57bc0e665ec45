"""The list of municipalities and the page of one; the places on the first page."""

from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q

from anfragen.filters import AnfrageFilter
from anfragen.models import Anfrage
from projekte.models import Handlungsfeld, Kommune, Projekt, Projektaussage
from projekte.seiten.bezuege import bezugsgruppen
from projekte.seiten.liste import projektblatt

AUSSAGEN_JE_SEITE = 50
ORTE_AUF_STARTSEITE = 12


def ortsliste() -> dict[str, Any]:
    orte = list(Kommune.objects.with_anzahl_aussagen().nach_kreis())
    kreise = groupby(orte, lambda ort: "" if ort.kreisfrei else ort.kreis)
    return {
        "anzahl": len(orte),
        "mit_aussage": sum(1 for ort in orte if ort.anzahl_aussagen),
        "kreise": [(kreis, list(gruppe)) for kreis, gruppe in kreise],
    }


def ortsseite(ort: Kommune, seite: str | None) -> dict[str, Any]:
    aussagen = Projektaussage.objects.oeffentlich().filter(kommune=ort).for_list().with_kennzahlen().neueste_zuerst()
    blatt: Page[Projektaussage] = Paginator(aussagen, AUSSAGEN_JE_SEITE).get_page(seite)
    vor_ort = Projekt.objects.oeffentlich().filter(kommunen=ort)
    im_titel = AnfrageFilter({"q": ort.name}, Anfrage.objects.oeffentlich()).qs
    return {
        "ort": ort,
        "seite": blatt,
        "gruppen": bezugsgruppen(blatt),
        "projekte": projektblatt(vor_ort.nach_handlungsfeld(), None),
        "anfragen_im_titel": im_titel.count(),
        "nachbarn": list(Kommune.objects.filter(kreis=ort.kreis, kreisfrei=ort.kreisfrei).exclude(pk=ort.pk)),
    }


def auf_startseite() -> dict[str, Any]:
    """The Handlungsfelder, and the places most is said about, filled up with cities that belong to no Kreis."""
    handlungsfelder = list(
        Handlungsfeld.objects.select_related("programm").with_anzahl_projekte().order_by("programm__name", "position")
    )
    genannt = Kommune.objects.with_anzahl_aussagen().filter(Q(anzahl_aussagen__gt=0) | Q(kreisfrei=True))
    orte = list(genannt.order_by("-anzahl_aussagen", "schluessel")[:ORTE_AUF_STARTSEITE])
    anzahl_projekte = Projekt.objects.oeffentlich().eigenstaendig().count()
    return {
        "handlungsfelder": handlungsfelder,
        "anzahl_projekte": anzahl_projekte,
        "ohne_handlungsfeld": anzahl_projekte - sum(feld.anzahl_projekte for feld in handlungsfelder),
        "orte": orte,
        "startseite": ["projekte/auf_startseite.html"] if handlungsfelder or orte else [],
    }
