"""The list of municipalities and the page of one; the places on the first page."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Max, TextChoices
from django.db.models.functions import Coalesce

from anfragen.filters import AnfrageFilter
from anfragen.models import Anfrage, Veroeffentlichung
from projekte import karte
from projekte.filters.projekt import ProjektkommuneFilter
from projekte.models import Handlungsfeld, Kennzahl, Kommune, Projekt, Projektaussage, Projektort
from projekte.seiten.bezuege import bezugsgruppen
from projekte.seiten.liste import projektblatt
from projekte.seiten.zahlen import ortssummen
from projekte.seiten.zusagen import zusagen_zum_ort

AUSSAGEN_JE_SEITE = 50
ORTE_AUF_STARTSEITE = 12


class Mass(TextChoices):
    """What the map and the list of places count."""

    AUSSAGEN = "aussagen", "Aussagen"
    PROJEKTE = "projekte", "Projekte"
    BETRAG = "betrag", "höchster genannter Betrag"


# The values at which the next shade of the map begins.
STUFEN = {
    Mass.AUSSAGEN: (1, 5, 10, 20, 40),
    Mass.PROJEKTE: (1, 3, 6, 12, 24),
    Mass.BETRAG: (1, 10_000, 100_000, 1_000_000, 10_000_000),
}


@dataclass(frozen=True)
class Ortswert:
    """A place in the list, with what is counted of it."""

    kommune: Kommune
    wert: Decimal | int


def ortsliste(mass: str | None) -> dict[str, Any]:
    """Every place with its value of `mass`, on the map and as a list; an unknown `mass` counts statements."""
    gezaehlt = next((eines for eines in Mass if eines == mass), Mass.AUSSAGEN)
    kommunen = list(Kommune.objects.nach_kreis())
    werte = WERTE[gezaehlt]()
    orte = [Ortswert(ort, werte.get(ort.pk, 0)) for ort in kommunen]
    kreise = groupby(orte, lambda ort: "" if ort.kommune.kreisfrei else ort.kommune.kreis)
    return {
        "anzahl": len(orte),
        "mit_wert": sum(1 for ort in orte if ort.wert),
        "kreise": [(kreis, list(gruppe)) for kreis, gruppe in kreise],
        "mass": gezaehlt,
        "masse": Mass,
        "flaechen": karte.flaechen(kommunen, werte, STUFEN[gezaehlt]),
        "hoehe": karte.grundkarte().hoehe,
        "stufen": STUFEN[gezaehlt],
    }


def _aussagen() -> dict[int, int]:
    return Projektaussage.objects.oeffentlich().anzahl_je_kommune()


def _projekte() -> Counter[int]:
    """The projects that `?kommune=` finds: the place is one of theirs, or a statement about it is about them."""
    orte = Projektort.objects.filter(projekt__in=Projekt.objects.oeffentlich()).order_by()
    paare = set(orte.values_list("kommune", "projekt"))
    for bezug in ("projekt", "teilprojekt"):
        oeffentlich = {f"{bezug}__veroeffentlichung": Veroeffentlichung.VEROEFFENTLICHT}
        aussagen = Projektaussage.objects.oeffentlich().filter(**oeffentlich)
        paare |= set(aussagen.filter(kommune__isnull=False).order_by().values_list("kommune", bezug).distinct())
        paare |= set(aussagen.nennungen().values_list("genannt", bezug).distinct())
    return Counter(kommune for kommune, _ in paare)


def _betraege() -> dict[int, Decimal]:
    """The highest single amount: amounts of several papers can't be added."""
    zahlen = Kennzahl.objects.oeffentlich().filter(art=Kennzahl.Art.BETRAG, einheit="Euro").order_by()
    zahlen = zahlen.filter(aussage__kommune__isnull=False)
    return dict(zahlen.values_list("aussage__kommune").annotate(hoechster=Max(Coalesce("wert_bis", "wert"))))


WERTE: Mapping[Mass, Callable[[], Mapping[int, Decimal | int]]] = {
    Mass.AUSSAGEN: _aussagen,
    Mass.PROJEKTE: _projekte,
    Mass.BETRAG: _betraege,
}


def ortsseite(ort: Kommune, seite: str | None, heute: date) -> dict[str, Any]:
    aussagen = Projektaussage.objects.oeffentlich().ueber([ort])
    # The keys first: whatever is sorted is carried along.
    schluessel = aussagen.neueste_zuerst().values_list("pk", flat=True)
    blatt: Page[Any] = Paginator(schluessel, AUSSAGEN_JE_SEITE).get_page(seite)
    gelesen = aussagen.for_list().with_gesagt_am().with_kennzahlen().in_bulk(list(blatt))
    blatt.object_list = [gelesen[pk] for pk in blatt if pk in gelesen]
    vor_ort: Any = ProjektkommuneFilter().filter(Projekt.objects.oeffentlich(), ort.schluessel)
    im_titel = AnfrageFilter({"q": ort.name}, Anfrage.objects.oeffentlich()).qs
    return {
        "ort": ort,
        "seite": blatt,
        "gruppen": bezugsgruppen(blatt),
        "summen": ortssummen(ort),
        "projekte": projektblatt(vor_ort.nach_handlungsfeld(), None),
        "anfragen_im_titel": im_titel.count(),
        "heute": heute,
        "zusagen": zusagen_zum_ort(ort, heute),
        "nachbarn": list(Kommune.objects.filter(kreis=ort.kreis, kreisfrei=ort.kreisfrei).exclude(pk=ort.pk)),
    }


def auf_startseite() -> dict[str, Any]:
    """The Handlungsfelder, and the places most is said about, filled up with cities that belong to no Kreis."""
    handlungsfelder = list(
        Handlungsfeld.objects.select_related("programm").with_anzahl_projekte().order_by("programm__name", "position")
    )
    anzahl = _aussagen()
    alle = [Ortswert(ort, anzahl.get(ort.pk, 0)) for ort in Kommune.objects.order_by("schluessel")]
    genannt = [ort for ort in alle if ort.wert or ort.kommune.kreisfrei]
    orte = sorted(genannt, key=lambda ort: -ort.wert)[:ORTE_AUF_STARTSEITE]
    anzahl_projekte = Projekt.objects.oeffentlich().eigenstaendig().count()
    return {
        "handlungsfelder": handlungsfelder,
        "programme": list(dict.fromkeys(feld.programm for feld in handlungsfelder)),
        "anzahl_projekte": anzahl_projekte,
        "ohne_handlungsfeld": anzahl_projekte - sum(feld.anzahl_projekte for feld in handlungsfelder),
        "orte": orte,
        "startseite": ["projekte/auf_startseite.html"] if handlungsfelder or orte else [],
    }
