"""What the public may read, relations included: a relation to an unpublished record reads as none.

Each function gives a queryset that answers with a fixed number of queries, however many records there are.
"""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Case, CharField, F, Prefetch, Q, QuerySet, Value, When
from django.db.models.functions import Greatest, Substr

from anfragen.models import (
    Anfrage,
    Antwort,
    Antwortteil,
    Dokument,
    Frage,
    Fragesteller,
    Veroeffentlichung,
    Verweis,
    Zusage,
)
from anfragen.querysets import AnfrageQuerySet, AntwortQuerySet, DokumentQuerySet

PUBLIC = Veroeffentlichung.VEROEFFENTLICHT
LONG_TEXTS = ("vorbemerkung", "suchtext")
UMGEBUNG = 120  # characters of the text to each side of a reference or a commitment, about a sentence


def dokumente() -> DokumentQuerySet:
    return Dokument.objects.oeffentlich().for_list()


def anfragen() -> AnfrageQuerySet:
    return (
        Anfrage.objects.oeffentlich().for_list().defer(*LONG_TEXTS).prefetch_related(Prefetch("dokument", dokumente()))
    )


def anfragen_kurz() -> AnfrageQuerySet:
    """To name and address them: without a number, an Anfrage has the address of its answer or its paper."""
    return (
        Anfrage.objects.oeffentlich()
        .select_related("wahlperiode__parlament")
        .defer(*LONG_TEXTS)
        .prefetch_related(
            Prefetch("antworten", Antwort.objects.oeffentlich().for_list()), Prefetch("dokument", dokumente())
        )
    )


def papiere_von(anfrage: Anfrage) -> list[Dokument]:
    """The papers of its answers, and the one that it is printed as, of an Anfrage from one of these querysets."""
    papiere = [antwort.dokument for antwort in anfrage.antworten.all()]
    return [*papiere, anfrage.dokument] if anfrage.dokument else papiere


def antworten() -> AntwortQuerySet:
    return Antwort.objects.oeffentlich().for_list().prefetch_related(Prefetch("anfragen", anfragen_kurz()))


def antwortteile() -> QuerySet[Antwortteil]:
    fragen = Frage.objects.filter(anfrage__veroeffentlichung=PUBLIC).order_by("anfrage", "nummer")
    return (
        Antwortteil.objects.filter(antwort__dokument__veroeffentlichung=PUBLIC)
        .order_by("antwort", "position")
        .prefetch_related(Prefetch("fragen", fragen))
    )


def antworten_mit_text() -> AntwortQuerySet:
    return (
        Antwort.objects.oeffentlich()
        .select_related("ministerium", "dokument__wahlperiode__parlament", "dokument__reihe")
        .defer("dokument__text", "dokument__belege")
        .prefetch_related(Prefetch("teile", antwortteile()), Prefetch("anfragen", anfragen_kurz()))
    )


def anfragen_mit_text() -> AnfrageQuerySet:
    """With askers, Fragen, and the answers with their parts."""
    fragesteller = Fragesteller.objects.select_related("person", "fraktion").order_by("position")
    fragen = Frage.objects.order_by("nummer").prefetch_related(Prefetch("antwortteile", antwortteile()))
    return (
        Anfrage.objects.oeffentlich()
        .select_related("wahlperiode__parlament")
        .prefetch_related(
            Prefetch("fragesteller", fragesteller),
            "fraktionen",
            Prefetch("fragen", fragen),
            Prefetch("antworten", antworten_mit_text()),
            Prefetch("dokument", dokumente()),
        )
    )


def dokumente_mit_text() -> DokumentQuerySet:
    return (
        Dokument.objects.oeffentlich()
        .with_nummer()
        .defer("belege")
        .prefetch_related(Prefetch("anfrage", anfragen_kurz()), Prefetch("antwort", antworten()))
    )


def stand() -> Case:
    """`Verweis.stand` as the public sees it: an unpublished target doesn't exist."""
    da = Q(ziel_anfrage__veroeffentlichung=PUBLIC) | Q(
        ziel_dokument__veroeffentlichung=PUBLIC, ziel_dokument__nur_zitiert=False
    )
    return Case(
        When(mehrdeutig=True, then=Value(Verweis.Stand.MEHRDEUTIG)),
        When(von_hand=True, ziel_anfrage=None, ziel_dokument=None, then=Value(Verweis.Stand.ABGELEHNT)),
        When(da, then=Value(Verweis.Stand.AUFGELOEST)),
        default=Value(Verweis.Stand.UNBEKANNT),
        output_field=CharField(),
    )


def verweise() -> QuerySet[Any]:
    return (
        Verweis.objects.oeffentlich()
        .with_quelle()
        .annotate(stand_oeffentlich=stand())
        .prefetch_related(Prefetch("ziel_dokument", dokumente()), Prefetch("ziel_anfrage", anfragen_kurz()))
    )


def zitate_auf(dokumente: Collection[Dokument], anfrage: Anfrage | None = None) -> QuerySet[Any]:
    """Where other papers cite these papers or this Anfrage; they themselves don't count."""
    ziel = Q(ziel_dokument__in=dokumente) | (Q(ziel_anfrage=anfrage) if anfrage else Q())
    return verweise().filter(ziel).exclude(dokument__in=dokumente)


def with_textstelle[T: (Verweis, Zusage)](gelesen: Sequence[T]) -> Sequence[T]:
    """The same records with `textstelle`, the passage around each; empty if it stands nowhere.

    Takes a page of them and not a queryset, because a database takes the passage out of each text before it cuts the
    page off; and only the passages leave it.
    """
    if not gelesen:
        return gelesen
    beginn = Greatest(F("start") - UMGEBUNG, 0)
    passage = Substr("dokument__text", beginn + 1, F("ende") - beginn + UMGEBUNG)
    records = type(gelesen[0]).objects.filter(pk__in=[record.pk for record in gelesen]).order_by()
    passagen: dict[int, str] = dict(records.values_list("pk", passage))
    for record in gelesen:
        record.textstelle = passagen.get(record.pk) or ""  # type: ignore[attr-defined] # set here alone
    return gelesen
