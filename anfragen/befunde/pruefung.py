"""Holding papers against all that is on record."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import batched

from django.db import transaction

from anfragen.befunde import regeln
from anfragen.befunde.lage import Lage
from anfragen.befunde.reihen import UMGEBUNG
from anfragen.befunde.schreiben import Bilanz, gleiche_ab
from anfragen.befunde.ziffern import varianten
from anfragen.models import Anfrage, Antwort, Befund, Dokument, Verweis

BATCH = 250  # some thousand references: their ids still fit into one statement


def pruefe(dokumente: Iterable[Dokument]) -> Bilanz:
    """Checks these papers and those that cite them or waited for one like them.

    Call it at the end of the transaction that wrote them, with many at once rather than with each. For papers about
    to be deleted, take `betroffene` before and give it to `pruefe_ids` afterwards.
    """
    return pruefe_ids(betroffene(list(dokumente)))


@transaction.atomic
def pruefe_ids(ids: Iterable[int]) -> Bilanz:
    """Checks the papers with these ids by all rules."""
    bilanz = Bilanz()
    for batch in batched(sorted(set(ids)), BATCH):
        bilanz += _check(batch, regeln.am_bestand())
    return bilanz


def pruefe_alle(
    auswahl: Collection[regeln.Regel], ids: Collection[int] | None = None, melde: Callable[[int], None] = lambda n: None
) -> Bilanz:
    """Checks all papers, or those with these ids, by the rules given, a batch in a transaction. `melde` hears how many
    papers each batch had."""
    bilanz = Bilanz()
    for batch in batched(_in_order(ids), BATCH):
        with transaction.atomic():
            bilanz += _check(batch, auswahl)
        melde(len(batch))
    return bilanz


def _check(ids: Collection[int], auswahl: Collection[regeln.Regel]) -> Bilanz:
    lage = Lage(ids)
    schluessel = {regel.schluessel for regel in auswahl}
    funde = [
        fund
        # One look may serve several rules.
        for pruefung in dict.fromkeys(regel.pruefung for regel in auswahl)
        if pruefung
        for fund in pruefung(lage)
        if fund.regel in schluessel
    ]
    return gleiche_ab(funde, ids, schluessel)


def _in_order(ids: Collection[int] | None) -> Iterator[int]:
    """The ids by series and number, so that a batch holds neighbours."""
    dokumente = Dokument.objects.order_by("wahlperiode", "reihe", "nummer")
    if ids is not None:
        dokumente = dokumente.filter(pk__in=ids)
    # In memory at once: a connection doesn't keep a cursor open while batches are committed, and an id is small.
    yield from list(dokumente.values_list("pk", flat=True))


def betroffene(dokumente: Collection[Dokument]) -> set[int]:
    """The ids of these papers and of those whose findings may change with them: they cite one of them or an Anfrage
    that one is about, miss a paper one slip away from one, or stand behind a gap that one closes."""
    ids = {dokument.pk for dokument in dokumente}
    nummern = {dokument.nummer for dokument in dokumente}
    if not ids:
        return set()
    # One step after the other: joined by "or", a database reads all references.
    anfragen = set(Anfrage.objects.filter(dokument__in=ids).values_list("pk", flat=True))
    anfragen |= set(Antwort.objects.filter(dokument__in=ids).values_list("anfragen", flat=True))
    zitierend = Verweis.objects.filter(ziel_dokument__in=ids)
    fragend = Verweis.objects.filter(ziel_anfrage__in=anfragen - {None})
    dahinter = Befund.objects.offen().filter(
        regel="luecke-in-reihe",
        dokument__nummer__range=(min(nummern), max(nummern) + UMGEBUNG),
        dokument__wahlperiode__in={dokument.wahlperiode_id for dokument in dokumente},
    )
    for andere in (zitierend, fragend, dahinter):
        ids |= set(andere.values_list("dokument", flat=True))
    return ids | _waiting(nummern)


def _waiting(nummern: Collection[int]) -> set[int]:
    """The ids of papers with a finding that misses its candidate and that cite a number one slip away from these."""
    suchend = [regel.schluessel for regel in regeln.am_bestand() if regel.sucht_kandidaten]
    ratlos = Befund.objects.offen().filter(kandidat=None, regel__in=suchend)
    zitiert = ratlos.filter(dokument__verweise__typ=Verweis.Typ.DRUCKSACHE).values_list(
        "dokument", "dokument__verweise__nummer"
    )
    # Compared here and not in the database: each number has some 45 variants, more than a statement may have.
    aehnlich = {variante for nummer in nummern for variante in varianten(nummer)}
    return {pk for pk, nummer in zitiert.distinct() if nummer in aehnlich}
