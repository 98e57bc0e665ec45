"""Public pages: read the address, ask for the page's content, show it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from anfragen import erweiterung, finden, oeffentlich
from anfragen.seiten.anfrage import anfragen_mit_volltext, anfrageseite
from anfragen.seiten.dokument import befunde, dokumente_mit_antwort, dokumentseite
from anfragen.seiten.kette import kettenseite
from anfragen.seiten.liste import anfragenliste
from anfragen.seiten.start import startseite
from anfragen.seiten.zitiert_von import zitiert_von_seite


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "anfragen/start.html", startseite())


@require_safe
def anfragen(request: HttpRequest) -> HttpResponse:
    return render(request, "anfragen/anfragen.html", anfragenliste(request.GET))


@require_safe
def suche(request: HttpRequest) -> HttpResponse:
    """A number or name leads straight to the thing; words lead to the list of Anfragen."""
    eingabe = request.GET.get("q", "").strip()
    gesucht = finden.parse(eingabe)
    treffer = finden.finde(gesucht) if gesucht else []
    if len(treffer) > 1:
        return render(request, "anfragen/auswahl.html", {"eingabe": eingabe, "treffer": treffer})
    if treffer:
        return redirect(treffer[0])
    if adresse := erweiterung.find(eingabe):
        return redirect(adresse)
    if gesucht and gesucht.ist_eindeutig_nummer:
        return render(request, "anfragen/unbekannt.html", {"eingabe": eingabe, "gesucht": gesucht}, status=404)
    return redirect(f"{reverse('anfragen')}?{urlencode({'q': eingabe})}" if eingabe else reverse("anfragen"))


@require_safe
def anfrage(request: HttpRequest, art: str, wahlperiode: int, nummer: int, parlament: str = "") -> HttpResponse:
    gesucht = anfragen_mit_volltext().nummer(parlament or settings.PARLAMENT, wahlperiode, nummer, art)
    gefunden = get_object_or_404(gesucht)
    if request.path != gefunden.get_absolute_url():
        return redirect(gefunden, permanent=True)
    return render(request, "anfragen/anfrage.html", anfrageseite(gefunden))


@require_safe
def anfrage_zitiert_von(
    request: HttpRequest, art: str, wahlperiode: int, nummer: int, parlament: str = ""
) -> HttpResponse:
    gesucht = oeffentlich.anfragen_kurz().nummer(parlament or settings.PARLAMENT, wahlperiode, nummer, art)
    gefunden = get_object_or_404(gesucht)
    seite = zitiert_von_seite(request.GET, oeffentlich.papiere_von(gefunden), gefunden)
    return render(request, "anfragen/zitiert_von.html", seite)


@require_safe
def dokument(
    request: HttpRequest, reihe: str, wahlperiode: int, nummer: int, zusatz: str = "", parlament: str = ""
) -> HttpResponse:
    gesucht = dokumente_mit_antwort().nummer(parlament or settings.PARLAMENT, wahlperiode, reihe, nummer, zusatz)
    gefunden = get_object_or_404(gesucht)
    if request.path != gefunden.get_absolute_url():
        return redirect(gefunden, permanent=True)
    seite = dokumentseite(gefunden, request.GET.get("seite"))
    return render(request, "anfragen/dokument.html", seite | {"befunde": befunde(gefunden, request.user)})


@require_safe
def dokument_zitiert_von(
    request: HttpRequest, reihe: str, wahlperiode: int, nummer: int, zusatz: str = "", parlament: str = ""
) -> HttpResponse:
    gesucht = oeffentlich.dokumente().nummer(parlament or settings.PARLAMENT, wahlperiode, reihe, nummer, zusatz)
    return render(request, "anfragen/zitiert_von.html", zitiert_von_seite(request.GET, [get_object_or_404(gesucht)]))


@require_safe
def kette(
    request: HttpRequest, reihe: str, wahlperiode: int, nummer: int, zusatz: str = "", parlament: str = ""
) -> HttpResponse:
    gesucht = dokumente_mit_antwort().nummer(parlament or settings.PARLAMENT, wahlperiode, reihe, nummer, zusatz)
    seite = kettenseite(get_object_or_404(gesucht), request.GET.get("stelle", ""))
    return render(request, "anfragen/kette.html", seite)


@require_safe
def begriffe(request: HttpRequest) -> HttpResponse:
    return render(request, "anfragen/begriffe.html")


@require_safe
def daten(request: HttpRequest) -> HttpResponse:
    return render(request, "anfragen/daten.html")
