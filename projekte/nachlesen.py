"""Reading anew what stored papers say about projects, after something became known: the same text, and no file."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from anfragen import befunde
from anfragen.abgleich import Abgleich
from anfragen.befunde.fund import Fund
from anfragen.befunde.schreiben import gleiche_ab
from anfragen.models import Antwort, Dokument, Wahlperiode, Zusage
from anfragen.parsing.drucksache import parse
from anfragen.stapel import Stapel, without_user
from projekte.befunde import PROJEKT_VIELLEICHT_GENANNT, PROJEKTNAME_VERMUTET
from projekte.parsing import Projektlesung
from projekte.recording import Projektmitschrift

REGELN = (PROJEKTNAME_VERMUTET, PROJEKT_VIELLEICHT_GENANNT)


@transaction.atomic
def lies_neu(dokumente: Sequence[Dokument], grund: str) -> Mapping[int, Projektlesung]:
    """Records what the texts say about projects as it is read now; gives the readings by id of the paper.

    In the history it is reading's work for this reason, whoever asked for it: what staff wrote, imports leave alone.
    """
    # As imports do, so that one comes after the other.
    list(Wahlperiode.objects.select_for_update().filter(pk__in={d.wahlperiode_id for d in dokumente}).order_by("pk"))
    drucksachen = [parse(dokument.text) for dokument in dokumente]
    mitschrift = Projektmitschrift(drucksachen)
    stapel = Stapel()
    mitschrift.load(dokumente, stapel)
    tage, zusagen = _days(dokumente), _commitments(dokumente)
    funde = []
    for drucksache, dokument in zip(drucksachen, dokumente, strict=True):
        abgleich = Abgleich(grund, stapel)
        gefunden = mitschrift.record(drucksache, dokument, tage[dokument.pk], abgleich, zusagen[dokument.pk])
        funde += [Fund(dokument.pk, einer.regel, einer.text, einer.belege) for einer in gefunden]
    ids = [dokument.pk for dokument in dokumente]
    with without_user():
        stapel.flush()
        gleiche_ab((fund for fund in funde if fund.regel in REGELN), ids, REGELN)
        befunde.pruefe(dokumente)
    return {d.pk: mitschrift.lesungen[id(drucksache)] for d, drucksache in zip(dokumente, drucksachen, strict=True)}


def _days(dokumente: Sequence[Dokument]) -> dict[int, date | None]:
    """The day of what each paper says, as recording has it."""
    tage = {dokument.pk: dokument.datum for dokument in dokumente}
    for antwort in Antwort.objects.filter(dokument__in=dokumente).select_related("dokument"):
        tage[antwort.dokument_id] = antwort.datum_wirksam
    return tage


def _commitments(dokumente: Sequence[Dokument]) -> Mapping[int, Sequence[Zusage]]:
    zusagen: dict[int, list[Zusage]] = defaultdict(list)
    for zusage in Zusage.objects.filter(dokument__in=dokumente).order_by("pk"):
        zusagen[zusage.dokument_id].append(zusage)
    return zusagen
