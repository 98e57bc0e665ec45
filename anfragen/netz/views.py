"""The pages of a paper's network: read the address, ask for the page's content, show it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from anfragen import oeffentlich
from anfragen.models import Dokument
from anfragen.netz.huelle import Richtung
from anfragen.netz.seite import huellenseite, netzseite


@require_safe
def netz(
    request: HttpRequest, reihe: str, wahlperiode: int, nummer: int, zusatz: str = "", parlament: str = ""
) -> HttpResponse:
    dokument = _dokument(reihe, wahlperiode, nummer, zusatz, parlament)
    return render(request, "anfragen/netz.html", netzseite(dokument, request.GET))


@require_safe
def huelle(
    request: HttpRequest,
    richtung: Richtung,
    reihe: str,
    wahlperiode: int,
    nummer: int,
    zusatz: str = "",
    parlament: str = "",
) -> HttpResponse:
    dokument = _dokument(reihe, wahlperiode, nummer, zusatz, parlament)
    return render(request, "anfragen/huelle.html", huellenseite(dokument, richtung, request.GET.get("seite")))


def _dokument(reihe: str, wahlperiode: int, nummer: int, zusatz: str, parlament: str) -> Dokument:
    gesucht = oeffentlich.dokumente().nummer(parlament or settings.PARLAMENT, wahlperiode, reihe, nummer, zusatz)
    return get_object_or_404(gesucht)
