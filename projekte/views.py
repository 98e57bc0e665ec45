"""Public pages of projects, Handlungsfelder and places."""

from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from anfragen.exports import csv_chunks, csv_download
from anfragen.filtering import unbekannte
from projekte import oeffentlich
from projekte.abdeckung import abdeckung
from projekte.ausgabe import SPALTEN, as_json, zeilen
from projekte.feeds import VerlaufFeed
from projekte.filters import ProjektFilter, VerlaufForm, ZusageFilter
from projekte.kalender import kalender
from projekte.models import Handlungsfeld, Kommune, Programm, Projekt
from projekte.seiten.liste import handlungsfeldseite, projektliste
from projekte.seiten.ort import ortsliste, ortsseite
from projekte.seiten.projekt import projekt_an, projektseite
from projekte.seiten.zahlen import zahlenbefunde
from projekte.seiten.zusagen import zusagenliste
from projekte.verlauf import ALLES, Verlauf


@require_safe
def projekte(request: HttpRequest) -> HttpResponse:
    filterset = ProjektFilter(request.GET, Projekt.objects.oeffentlich())
    inhalt = projektliste(filterset, request.GET.get("seite"), timezone.localdate())
    return render(request, "projekte/projekte.html", inhalt)


@require_safe
def projektabdeckung(request: HttpRequest) -> HttpResponse:
    """Of all programmes, or of the one that is asked for."""
    programme = list(Programm.objects.all())
    gewaehlt = request.GET.get("programm")
    programm = next((eines for eines in programme if eines.schluessel == gewaehlt), None)
    if gewaehlt and programm is None:
        raise Http404("Dieses Programm kennen wir nicht.")
    inhalt = {
        "abdeckung": abdeckung(timezone.localdate(), programm),
        "programm": programm,
        "programme": programme,
    }
    return render(request, "projekte/abdeckung.html", inhalt)


@require_safe
def projekt(request: HttpRequest, schluessel: str) -> HttpResponse:
    """A project lives at its Kennung; until that is known, and ever after as a redirect, at its name.

    A programme alone leads to its projects.
    """
    try:
        gefunden = projekt_an(schluessel)
    except Http404:
        if not Programm.objects.filter(schluessel=schluessel).exists():
            raise
        return redirect(f"{reverse('projekte')}?{urlencode({'programm': schluessel})}")
    if gefunden.adressschluessel != schluessel:
        return redirect(gefunden, permanent=True)
    form = VerlaufForm(gefunden, request.GET)
    seite = projektseite(gefunden, form, request.GET.get("seite"), timezone.localdate())
    befunde = zahlenbefunde(seite["kennzahlen"], request.user)
    return render(request, "projekte/projekt.html", seite | {"zahlenbefunde": befunde})


@require_safe
def verlauf(request: HttpRequest, schluessel: str, format: str) -> HttpResponseBase:
    """The history that the page shows with the same query, all of it, as CSV or JSON."""
    gefunden = projekt_an(schluessel)
    form = VerlaufForm(gefunden, request.GET)
    if form.fehler:
        return _json(form.fehler, status=400)
    geschichte = Verlauf(gefunden, form.auswahl or ALLES)
    if format == "json":
        return _json(as_json(gefunden, geschichte, request.build_absolute_uri))
    name = f"projekt-{gefunden.adressschluessel.replace('/', '-')}"
    return csv_download(name, csv_chunks(SPALTEN, zeilen(geschichte, request.build_absolute_uri)))


@require_safe
def verlaufsfeed(request: HttpRequest, schluessel: str) -> HttpResponse:
    gefunden = projekt_an(schluessel)
    form = VerlaufForm(gefunden, request.GET)
    if form.fehler:
        return _json(form.fehler, status=400)
    return VerlaufFeed()(request, gefunden, form.auswahl or ALLES)


def _json(inhalt: dict[str, Any], status: int = 200) -> JsonResponse:
    """With umlauts as they are, as the API has them."""
    return JsonResponse(inhalt, status=status, json_dumps_params={"ensure_ascii": False})


@require_safe
def handlungsfeld(request: HttpRequest, schluessel: str) -> HttpResponse:
    gefunden = Handlungsfeld.objects.select_related("programm").an_adresse(schluessel).first()
    if gefunden is None:
        raise Http404("Dieses Handlungsfeld kennen wir nicht.")
    if gefunden.adressschluessel != schluessel:
        return redirect(gefunden, permanent=True)
    inhalt = handlungsfeldseite(gefunden, request.GET.get("seite"), timezone.localdate())
    return render(request, "projekte/handlungsfeld.html", inhalt)


@require_safe
def orte(request: HttpRequest) -> HttpResponse:
    return render(request, "projekte/orte.html", ortsliste(request.GET.get("karte")))


@require_safe
def ort(request: HttpRequest, schluessel: str) -> HttpResponse:
    kommune = get_object_or_404(Kommune, schluessel=schluessel)
    return render(request, "projekte/ort.html", ortsseite(kommune, request.GET.get("seite"), timezone.localdate()))


@require_safe
def zusagen(request: HttpRequest) -> HttpResponse:
    return render(request, "projekte/zusagen.html", zusagenliste(request.GET, timezone.localdate()))


@require_safe
def zusagenkalender(request: HttpRequest) -> HttpResponseBase:
    """What the list shows with the same query, on all its pages, as far as it has a last day."""
    filterset = ZusageFilter(request.GET, oeffentlich.zusagen(), heute=timezone.localdate())
    if fehler := unbekannte(request.GET, filterset.filters) or filterset.errors:
        return _json(fehler, status=400)
    return StreamingHttpResponse(
        kalender(filterset.qs, request.build_absolute_uri),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="zusagen.ics"'},
    )
