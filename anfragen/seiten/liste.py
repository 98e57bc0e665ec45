"""The list of Anfragen with its filters as links that say how many each would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import QueryDict

from anfragen import finden, oeffentlich
from anfragen.filtering import ALLE
from anfragen.filters import AnfrageFilter
from anfragen.models import Anfrage, Frage, Fraktion, Parlament, Veroeffentlichung

JE_SEITE = 25
SOFORT = 7  # values of a facet that show without opening it
NICHT_GESETZT = ("sortierung", "seite")


@dataclass(frozen=True)
class Wert:
    """One choice of a facet. `adresse` sets it, or takes it back where it is set."""

    wort: str
    anzahl: int | None
    adresse: str
    gesetzt: bool = False


@dataclass(frozen=True)
class Facette:
    name: str
    werte: list[Wert]
    weitere: list[Wert]


@dataclass(frozen=True)
class Gesetzt:
    """A filter in force, and the address without it."""

    name: str
    wort: str
    adresse: str


def zeilen() -> QuerySet[Anfrage]:
    """What a row of a list shows: with askers, answers and the verdicts on the Fragen, without texts."""
    fragen = Frage.objects.only("anfrage_id", "nummer", "bewertung")
    return oeffentlich.anfragen().prefetch_related(Prefetch("fragen", fragen))


def anfragenliste(daten: QueryDict) -> dict[str, Any]:
    """The context for the list that the query string `daten` asks for."""
    daten = ohne_raender(daten)
    filterset = AnfrageFilter(daten, zeilen())
    blatt = Paginator(filterset.qs, JE_SEITE).get_page(daten.get("seite"))
    gesetzt = _gesetzt(filterset)
    abfrage = QueryDict(mutable=True)
    abfrage.update({name: daten[name] for name in filterset.filters if daten.get(name)})
    return {
        "filter": filterset,
        "seite": blatt,
        "facetten": [] if filterset.form.errors else _facetten(filterset),
        "gesetzt": gesetzt,
        "ist_nummer": finden.parse(daten.get("q", "")) is not None,
        "abfrage": abfrage.urlencode(),
        "verborgen": [(name, wert) for name, wert in abfrage.items() if name not in ("q", "sortierung")],
        "alle": None if not gesetzt else AnfrageFilter(QueryDict(), Anfrage.objects.oeffentlich()).qs.count(),
    }


def ohne_raender(daten: Mapping[str, Any]) -> QueryDict:
    """The values as the filters read them: the last of several, without white space around it."""
    gelesen = QueryDict(mutable=True)
    gelesen.update({name: str(daten[name]).strip() for name in daten})
    return gelesen


def adresse(daten: Mapping[str, Any], **anders: Any) -> str:
    """The query string of `daten` with some values changed, None taking one away; always back on the first page."""
    werte = {name: daten[name] for name in daten if name != "seite"} | anders
    abfrage = QueryDict(mutable=True)
    abfrage.update({name: str(wert) for name, wert in werte.items() if wert not in (None, "")})
    return f"?{abfrage.urlencode()}" if abfrage else "?"


def _gesetzt(filterset: AnfrageFilter) -> list[Gesetzt]:
    daten = filterset.data
    return [
        Gesetzt(str(feld.label), _wort(filterset, name, daten[name]), adresse(daten, **{name: None}))
        for name, feld in filterset.form.fields.items()
        if name not in NICHT_GESETZT and daten.get(name)
    ]


def _wort(filterset: AnfrageFilter, name: str, wert: str) -> str:
    """The value in the words of the page; a wrong one as it was typed."""
    if name in filterset.form.errors:
        return wert
    match name:
        case "parlament":
            return "alle" if wert == ALLE else Parlament.objects.get(kuerzel=wert).kurzname
        case "art":
            return Anfrage.Art(wert).label
        case "zustand":
            return Anfrage.Zustand(wert).label
        case "fraktion":
            return Fraktion.wort(wert)
        case _:
            return wert


def _facetten(filterset: AnfrageFilter) -> list[Facette]:
    """Each facet counts what the other filters leave, so that changing one's mind never leads to nothing."""
    facetten = [
        _facette(filterset, "zustand", "Zustand", _je_feld("zustand"), dict(Anfrage.Zustand.choices).get),
        _facette(filterset, "art", "Art", _je_feld("art"), dict(Anfrage.Art.choices).get),
        *(_facetten_eines_parlaments(filterset) if filterset.parlament_kuerzel != ALLE else []),
        _facette(filterset, "jahr", "Jahr der Antwort", _je_jahr),
        _parlamentfacette(filterset),
    ]
    return [facette for facette in facetten if facette and (len(facette.werte) > 1 or facette.werte[0].gesetzt)]


def _facetten_eines_parlaments(filterset: AnfrageFilter) -> list[Facette | None]:
    """Across all parliaments these would be hundreds, and the same number would mean another Wahlperiode."""
    return [
        _facette(filterset, "fraktion", "Fraktion", _je_fraktion, wort=Fraktion.wort),
        _facette(filterset, "ministerium", "Ministerium", _je_ministerium, wort=_haus),
        _facette(filterset, "wahlperiode", "Wahlperiode", _je_wahlperiode),
    ]


type Zaehler = Callable[[QuerySet[Anfrage]], Iterable[tuple[Any, int]]]


def _facette(
    filterset: AnfrageFilter, feld: str, name: str, zaehle: Zaehler, wort: Callable[[Any], object] = str
) -> Facette | None:
    ohne = QueryDict(adresse(filterset.data, **{feld: None, "sortierung": None})[1:])
    gezaehlt = zaehle(AnfrageFilter(ohne, Anfrage.objects.oeffentlich()).qs.order_by())
    return facette(filterset.data, feld, name, gezaehlt, wort)


def facette(
    daten: Mapping[str, Any],
    feld: str,
    name: str,
    gezaehlt: Iterable[tuple[Any, int]],
    wort: Callable[[Any], object] = str,
) -> Facette | None:
    """The values that `gezaehlt` found with their counts, as links that set `feld` in the query string `daten`."""
    gesetzt = daten.get(feld, "")
    werte = [
        Wert(
            wort=str(wort(wert)),
            anzahl=anzahl,
            adresse=adresse(daten, **{feld: None if str(wert) == gesetzt else wert}),
            gesetzt=str(wert) == gesetzt,
        )
        for wert, anzahl in gezaehlt
        if wert
    ]
    return _aufgeteilt(name, werte)


def _aufgeteilt(name: str, werte: list[Wert]) -> Facette | None:
    """One value too many is no reason to hide it."""
    if not werte:
        return None
    sofort = len(werte) if len(werte) <= SOFORT + 1 else SOFORT
    sichtbar = werte[:sofort] + [wert for wert in werte[sofort:] if wert.gesetzt]
    return Facette(name, sichtbar, [wert for wert in werte[sofort:] if not wert.gesetzt])


def _haus(name: str) -> str:
    """All but a few are called "Ministerium für", so that alone the rest tells them apart."""
    return name.removeprefix("Ministerium für ").removeprefix("Ministerium der ")


def _je_feld(feld: str) -> Zaehler:
    return lambda anfragen: anfragen.values_list(feld).annotate(anzahl=Count("pk")).order_by("-anzahl", feld)


def _je_wahlperiode(anfragen: QuerySet[Anfrage]) -> Iterable[tuple[Any, int]]:
    nummer = "wahlperiode__nummer"
    return anfragen.values_list(nummer).annotate(anzahl=Count("pk")).order_by(f"-{nummer}")


def _je_jahr(anfragen: QuerySet[Anfrage]) -> Iterable[tuple[Any, int]]:
    return je_jahr(anfragen, "beantwortet_am")


def je_jahr(records: QuerySet[Any], feld: str) -> list[tuple[int, int]]:
    """Counted by day and added up here: SQLite takes the year out of a date by a slow call for each row."""
    tage = records.filter(**{f"{feld}__isnull": False}).values_list(feld).annotate(anzahl=Count("pk"))
    jahre: Counter[int] = Counter()
    for tag, anzahl in tage:
        jahre[tag.year] += anzahl
    return sorted(jahre.items(), reverse=True)


def _je_fraktion(anfragen: QuerySet[Anfrage]) -> Iterable[tuple[Any, int]]:
    zeilen = Anfrage.fraktionen.through.objects.filter(anfrage__in=anfragen.values("pk"))
    je = zeilen.values_list("fraktion__kurz").annotate(anzahl=Count("anfrage", distinct=True))
    return je.order_by("-anzahl", "fraktion__kurz")  # type: ignore[misc] # the plugin forgets the annotation


def _je_ministerium(anfragen: QuerySet[Anfrage]) -> Iterable[tuple[Any, int]]:
    # Joined from the Anfragen: from the links, SQLite looks through all Anfragen again for each (29 s for 10,000).
    beantwortet = anfragen.filter(antworten__dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
    je = beantwortet.values_list("antworten__ministerium__name").annotate(anzahl=Count("pk", distinct=True))
    return je.order_by("-anzahl", "antworten__ministerium__name")


def _parlamente() -> list[tuple[str, str]]:
    """The site's own parliament and those of which there is something to show."""
    hat_anfragen = Exists(Anfrage.objects.oeffentlich().filter(wahlperiode__parlament=OuterRef("pk")))
    gezeigt = Parlament.objects.filter(Q(kuerzel=settings.PARLAMENT) | hat_anfragen).order_by("name")
    return list(gezeigt.values_list("kuerzel", "kurzname"))


def _parlamentfacette(filterset: AnfrageFilter) -> Facette | None:
    """Without counts: they would take a pass over every parliament."""
    daten, gewaehlt = filterset.data, filterset.parlament_kuerzel
    parlamente = _parlamente()
    if len(parlamente) < 2:
        return None
    wahl = sorted(parlamente, key=lambda parlament: parlament[0] != settings.PARLAMENT)
    wahl.insert(1, ("alle", "alle Parlamente"))
    # Another parliament has other Fraktionen, houses and Wahlperioden.
    neu = dict.fromkeys(("fraktion", "ministerium", "wahlperiode"))
    werte = [Wert(name, None, adresse(daten, **neu, parlament=k), gesetzt=k == gewaehlt) for k, name in wahl]
    return _aufgeteilt("Parlament", werte)
