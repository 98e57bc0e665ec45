"""The list of what the government has promised, and how much of it is open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from anfragen.models import Zusage
from anfragen.oeffentlich import with_textstelle
from anfragen.seiten.liste import adresse, ohne_raender
from anfragen.seiten.stand import Stand
from anfragen.seiten.stellen import Ort, Papiere, Passage
from anfragen.zusagen.frist import frist
from projekte import oeffentlich
from projekte.filters import ZusageFilter
from projekte.models import Kommune, Projekt, Projektaussage, Projektzusage

JE_SEITE = 50
LANDESREGIERUNG = "Landesregierung"
STAENDE = {
    "offen": Stand("offen", "offen", "neutral"),
    "ueberfaellig": Stand("überfällig", "spaet", "schlecht"),
    "erfuellt": Stand("erfüllt", "voll", "gut"),
}
# What the form shows at once, and what it opens only where one of them is set. The state has its own links.
HAUPT = ("q", "projekt", "handlungsfeld", "kommune", "sortierung")
WEITERE = ("ministerium", "art", "faellig_von", "faellig_bis", "von", "bis")


@dataclass(frozen=True)
class Zeile:
    """A commitment from `oeffentlich.zusagen` as a list shows it on the day `heute`."""

    zusage: Any
    fundstelle: Ort
    heute: date

    @property
    def stand(self) -> Stand:
        spaet = self.zusage.stand == Zusage.Stand.OFFEN and (self.zusage.faellig_am or self.heute) < self.heute
        return STAENDE["ueberfaellig" if spaet else self.zusage.stand]

    @property
    def frist(self) -> str:
        return frist(self.zusage.faellig_am, self.heute)

    @property
    def wer(self) -> str:
        """The house, else the office as printed, else the government."""
        antwort = getattr(self.zusage.dokument, "antwort", None)
        return str(antwort.ministerium or antwort.amt or LANDESREGIERUNG) if antwort else LANDESREGIERUNG


@dataclass(frozen=True)
class Reiter:
    """One state to choose; None counts nothing, because the other filters are wrong."""

    wort: str
    anzahl: int | None
    adresse: str
    gesetzt: bool


def zusagenliste(daten: QueryDict, heute: date) -> dict[str, Any]:
    """The context for the list that the query string `daten` asks for."""
    daten = ohne_raender(daten)
    alle = Zusage.objects.oeffentlich()
    filterset = ZusageFilter(daten, alle, heute=heute)
    blatt: Page[Any] = Paginator(filterset.qs.values_list("pk", flat=True), JE_SEITE).get_page(daten.get("seite"))
    gezeigt = oeffentlich.zusagen().in_bulk(list(blatt))
    gefiltert = {name: daten[name] for name in filterset.filters if daten.get(name)}
    return {
        "filter": filterset,
        "seite": blatt,
        "zeilen": zeilen([gezeigt[pk] for pk in blatt if pk in gezeigt], heute),
        "reiter": _reiter(filterset, alle, heute),
        "haupt": [filterset.form[name] for name in HAUPT],
        "weitere": [filterset.form[name] for name in WEITERE],
        "weitere_offen": any(daten.get(name) for name in WEITERE),
        "ist_gefiltert": bool(gefiltert.keys() - {"sortierung"}),
        "abfrage": adresse(gefiltert).removeprefix("?"),
        "anzahl": alle.je_stand(heute),
    }


def zeilen(zusagen: Iterable[Any], heute: date) -> list[Zeile]:
    gelesen = list(zusagen)
    orte = fundstellen(gelesen)
    return [Zeile(zusage, orte[zusage.pk], heute) for zusage in gelesen]


def fundstellen(zusagen: Iterable[Any]) -> dict[int, Ort]:
    """Where the site shows the passage of each, by its key, in a fixed number of queries.

    Among many projects of one answer, the place of the project is nearer than that of the answer.
    """
    gelesen = with_textstelle(list(zusagen))
    papiere = Papiere(zusage.dokument_id for zusage in gelesen)
    aussagen = Projektaussage.objects.oeffentlich().filter(dokument__in={zusage.dokument_id for zusage in gelesen})
    mit_aussage = set(aussagen.order_by().values_list("dokument", "projekt").distinct())
    return {zusage.pk: _fundstelle(zusage, papiere, mit_aussage) for zusage in gelesen}


def _fundstelle(zusage: Any, papiere: Papiere, mit_aussage: set[tuple[int, int]]) -> Ort:
    ort = papiere.ort(Passage(zusage))
    seite = ort.adresse or zusage.dokument.get_absolute_url()
    for eintrag in zusage.projektzusagen.all():
        if ort.adresse and (zusage.dokument_id, eintrag.projekt_id) in mit_aussage:
            seite = f"{seite.partition('#')[0]}#projekt-{eintrag.projekt.adressschluessel}"
            break
    return Ort(ort.wort, seite, ort.fragt)


def _reiter(filterset: ZusageFilter, alle: Any, heute: date) -> list[Reiter]:
    """Each counts what the other filters leave."""
    daten: Mapping[str, Any] = filterset.data
    uebrige = ZusageFilter({name: wert for name, wert in daten.items() if name != "stand"}, alle, heute=heute)
    gefunden: Any = uebrige.qs
    anzahl = gefunden.je_stand(heute) if uebrige.is_valid() else {}
    gesetzt = daten.get("stand", "")
    insgesamt = anzahl["offen"] + anzahl["erfuellt"] if anzahl else None
    return [
        Reiter("alle", insgesamt, adresse(daten, stand=None), not gesetzt),
        *(
            Reiter(stand.wort, anzahl.get(name), adresse(daten, stand=name), gesetzt == name)
            for name, stand in STAENDE.items()
        ),
    ]


def zusagen_zum_projekt(projekt: Projekt, heute: date) -> dict[str, int]:
    """How many public commitments there are about the project, by state."""
    return Zusage.objects.oeffentlich().filter(projekte=projekt).je_stand(heute)


def zusagen_zum_ort(ort: Kommune, heute: date) -> dict[str, int]:
    """The same about a place, as far as a public project goes with it."""
    dazu = Projektzusage.objects.zu_oeffentlichen().ueber([ort]).values("zusage")
    return Zusage.objects.oeffentlich().filter(pk__in=dazu).je_stand(heute)
