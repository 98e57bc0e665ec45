"""What the public may read of projects, relations included: a relation to an unpublished record reads as none."""

from django.db.models import Prefetch, QuerySet

from anfragen.models import Veroeffentlichung, Zusage
from anfragen.oeffentlich import dokumente
from anfragen.querysets import ZusageQuerySet
from projekte.models import Kennzahl, Projekt, Projektaussage, Projektereignis, Projektname, Projektzusage, Zeitangabe
from projekte.querysets import (
    NACH_STELLE,
    KennzahlQuerySet,
    ProjektaussageQuerySet,
    ProjektereignisQuerySet,
    ProjektQuerySet,
    gesagt_am,
)

PUBLIC = Veroeffentlichung.VEROEFFENTLICHT


def projekte_kurz() -> QuerySet[Projekt]:
    felder = ("kennung", "schluessel", "name", "teilprojekt_von", "programm__schluessel")
    return Projekt.objects.oeffentlich().select_related("programm").only(*felder)


def projekte() -> ProjektQuerySet:
    return (
        Projekt.objects.oeffentlich()
        .for_list()
        .select_related("ministerium")
        .prefetch_related(Prefetch("teilprojekt_von", projekte_kurz()))
    )


def aussagen() -> ProjektaussageQuerySet:
    return Projektaussage.objects.oeffentlich().for_list().with_gesagt_am()


def kennzahlen() -> KennzahlQuerySet:
    return Kennzahl.objects.oeffentlich().for_list().order_by("dokument__datum", "dokument_id", *NACH_STELLE)


def ereignisse() -> ProjektereignisQuerySet:
    belegt_durch = Prefetch("dokument", dokumente())
    return Projektereignis.objects.oeffentlich().for_list().order_by("datum", "id").prefetch_related(belegt_durch)


def zeitangaben() -> QuerySet[Zeitangabe]:
    return (
        Zeitangabe.objects.oeffentlich()
        .select_related("dokument__wahlperiode__parlament", "dokument__reihe")
        .defer("dokument__text", "dokument__belege")
        .order_by("von", "bis", "dokument_id", *NACH_STELLE)
    )


def aussagen_mit_angaben() -> ProjektaussageQuerySet:
    """With their figures and dates, and the places they name beside their own."""
    return aussagen().prefetch_related(
        Prefetch("kennzahlen", kennzahlen()), Prefetch("zeitangaben", zeitangaben()), "genannte_kommunen"
    )


def zusagen_kurz() -> ZusageQuerySet:
    """With who said it when, and what fulfilled it."""
    return (
        Zusage.objects.oeffentlich()
        .select_related("dokument__wahlperiode__parlament", "dokument__reihe", "dokument__antwort__ministerium")
        .defer("vermerk", "dokument__text", "dokument__belege", "dokument__antwort__vorbemerkung")
        .annotate(gesagt_am=gesagt_am("dokument__"))
        .prefetch_related(Prefetch("erfuellt_durch", dokumente()))
    )


def zusagen() -> ZusageQuerySet:
    """With the projects and places that they are about, too."""
    ueber = Projektzusage.objects.zu_oeffentlichen().for_list()
    return zusagen_kurz().prefetch_related(Prefetch("projektzusagen", ueber))


def projekte_mit_geschichte() -> ProjektQuerySet:
    """With names, statements, figures, dates, events, papers and parts."""
    namen = Projektname.objects.oeffentlich().order_by("name").prefetch_related(Prefetch("dokument", dokumente()))
    return (
        projekte()
        .select_related("themenforum")
        .prefetch_related(
            Prefetch("namen", namen),
            Prefetch("aussagen", aussagen().neueste_zuerst()),
            Prefetch("teilaussagen", aussagen().neueste_zuerst()),
            Prefetch("kennzahlen", kennzahlen()),
            Prefetch("zeitangaben", zeitangaben()),
            Prefetch("ereignisse", ereignisse()),
            Prefetch("zusagen", zusagen_kurz().nach_frist()),
            Prefetch("dokumente", dokumente().order_by("datum", "id")),
            Prefetch("teilprojekte", projekte_kurz()),
        )
    )
