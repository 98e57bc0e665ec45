"""The page of one project: its newest statement, what that changed, its history, figures and facts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.http import Http404

from anfragen import oeffentlich
from projekte import verlauf
from projekte.filters import VerlaufForm
from projekte.models import Kommune, Projekt, Projektaussage, Projektort
from projekte.querysets import NACH_STELLE
from projekte.seiten.aenderungen import wandel
from projekte.seiten.zahlen import projektzahlen
from projekte.seiten.zusagen import zusagen_zum_projekt

AUSSAGEN_JE_SEITE = 50
EINTRAEGE_JE_SEITE = 50
NACHBARN = 12


@dataclass(frozen=True)
class Ort:
    """A place of a project: how many public statements are about it, and the entry of the master data if there is."""

    kommune: Kommune
    anzahl_aussagen: int
    eintrag: Projektort | None


def projekt_an(schluessel: str) -> Projekt:
    """The public project at an address, made of its Kennung or its name. Raises Http404."""
    gefunden: Projekt | None = Projekt.objects.oeffentlich().for_page().an_adresse(schluessel).first()
    if gefunden is None:
        raise Http404("Dieses Projekt kennen wir nicht.")
    return gefunden


def projektseite(projekt: Projekt, form: VerlaufForm, seite: str | None, heute: date) -> dict[str, Any]:
    """`projekt` comes `for_page`; `form` says what of its history to show, `heute` what is overdue."""
    aussagen = Projektaussage.objects.oeffentlich().zu(projekt)
    neueste = zuletzt_gesagt(projekt)
    belegt_durch = Prefetch("dokument", oeffentlich.dokumente())
    auswahl = form.auswahl
    geschichte = verlauf.Verlauf(projekt, auswahl or verlauf.ALLES)
    blatt: Page[Any] = Paginator(geschichte.schluessel() if auswahl else [], EINTRAEGE_JE_SEITE).get_page(seite)
    blatt.object_list = geschichte.eintraege(list(blatt))
    return {
        "projekt": projekt,
        "uebergeordnet": projekt.oeffentlich_teil_von,
        "anzahl_aussagen": aussagen.count(),
        "neueste": neueste,
        "wandel": wandel(projekt, neueste, vollstaendig=len(neueste) < AUSSAGEN_JE_SEITE),
        "form": form,
        "ist_gefiltert": auswahl != verlauf.ALLES,
        "abfrage": form.abfrage,
        "heute": heute,
        "zusagen": zusagen_zum_projekt(projekt, heute),
        "seite": blatt,
        "namen": list(projekt.namen.oeffentlich().prefetch_related(belegt_durch)),
        "orte": _orte(projekt),
        "teilprojekte": list(projekt.teilprojekte.oeffentlich().select_related("programm").with_anzahl_aussagen()),
        "nachbarn": _nachbarn(projekt),
        **projektzahlen(projekt),
    }


def zuletzt_gesagt(projekt: Projekt) -> list[Projektaussage]:
    """What the newest paper with statements about the project says."""
    aussagen = Projektaussage.objects.oeffentlich().zu(projekt)
    # Not "dokument": beside that, the order of papers would be that of their keys.
    papier = aussagen.neueste_zuerst().values("dokument_id")[:1]
    return list(aussagen.filter(dokument=papier).for_list().with_gesagt_am().order_by(*NACH_STELLE)[:AUSSAGEN_JE_SEITE])


def _nachbarn(projekt: Projekt) -> list[Projekt]:
    if projekt.handlungsfeld is None:
        return []
    andere = projekt.handlungsfeld.projekte.oeffentlich().eigenstaendig().exclude(pk=projekt.pk)
    return list(andere.select_related("programm").nach_handlungsfeld()[:NACHBARN])


def _orte(projekt: Projekt) -> list[Ort]:
    eintraege = {eintrag.kommune: eintrag for eintrag in projekt.orte.select_related("kommune")}
    anzahl = Projektaussage.objects.oeffentlich().zu(projekt).anzahl_je_kommune()
    genannt = Kommune.objects.in_bulk(anzahl).values()
    kommunen = sorted({*eintraege, *genannt}, key=lambda kommune: kommune.schluessel)
    return [Ort(kommune, anzahl.get(kommune.pk, 0), eintraege.get(kommune)) for kommune in kommunen]
