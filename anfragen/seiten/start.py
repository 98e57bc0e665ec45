"""The start page: what is new, what is open, and one answer opened up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from anfragen import oeffentlich
from anfragen.erweiterung import start_context
from anfragen.models import Anfrage, Antwort, Frage, Nachfrage
from anfragen.seiten.stand import BEWERTUNGEN, Stand

NEU = 5
OFFEN = 4


@dataclass(frozen=True)
class Frist:
    """When something is due. `tage` counts from today, negative when it is over."""

    faellig_am: date
    tage: int


@dataclass(frozen=True)
class Offen:
    """An Anfrage or follow-up without answer; without `frist` nothing says when it is due."""

    anfrage: Anfrage
    nachfrage: Nachfrage | None
    frist: Frist | None


def startseite(heute: date | None = None) -> dict[str, Any]:
    heute = heute or timezone.localdate()
    anfragen = _hier(oeffentlich.anfragen(), "wahlperiode")
    return start_context() | {
        "neu": list(
            anfragen.beantwortet().filter(beantwortet_am__isnull=False).order_by("-beantwortet_am", "-id")[:NEU]
        ),
        "offen": list(_offen(heute)),
        "beispiel": _beispiel(),
        "anzahl_anfragen": _hier(Anfrage.objects.oeffentlich(), "wahlperiode").count(),
        "anzahl_antworten": _hier(Antwort.objects.oeffentlich(), "dokument__wahlperiode").count(),
    }


def _hier[Q: QuerySet[Any]](records: Q, wahlperiode: str) -> Q:
    """Of the parliament that the site is for."""
    return records.filter(**{f"{wahlperiode}__parlament__kuerzel": settings.PARLAMENT})


def _frist(faellig_am: date | None, heute: date) -> Frist | None:
    return Frist(faellig_am, (faellig_am - heute).days) if faellig_am else None


def _offen(heute: date) -> Iterable[Offen]:
    """Follow-ups first, because someone waits for them by name; then the Anfragen that wait longest."""
    nachfragen = (
        Nachfrage.objects.oeffentlich()
        .offen()
        .filter(anfrage__in=_hier(Anfrage.objects.oeffentlich(), "wahlperiode"))
        .select_related("frage")
        .prefetch_related(Prefetch("anfrage", oeffentlich.anfragen_kurz()))
    )
    for nachfrage in nachfragen[:OFFEN]:
        yield Offen(nachfrage.anfrage, nachfrage, _frist(nachfrage.faellig_am, heute))
    anfragen = _hier(oeffentlich.anfragen_kurz(), "wahlperiode").offen().filter(gestellt_am__isnull=False)
    for anfrage in anfragen.order_by("gestellt_am", "id")[:OFFEN]:
        yield Offen(anfrage, None, _frist(anfrage.faellig_am, heute))


def _beispiel() -> dict[str, Any] | None:
    """The newest Anfrage whose Fragen are known one by one."""
    hat_fragen = Exists(Frage.objects.filter(anfrage=OuterRef("pk")))
    anfrage = (
        _hier(oeffentlich.anfragen_kurz(), "wahlperiode")
        .beantwortet()
        .filter(hat_fragen, nummer__isnull=False)
        .prefetch_related("fragen")
        .neueste_zuerst()
        .first()
    )
    if anfrage is None:
        return None
    fragen: list[tuple[Frage, Stand | None]] = [
        (frage, BEWERTUNGEN[Frage.Bewertung(frage.bewertung)] if frage.bewertung else None)
        for frage in anfrage.fragen.all()
    ]
    return {"anfrage": anfrage, "fragen": fragen}
