"""Holding papers against all that is on record."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import batched

from django.db import transaction

from anfragen.befunde import regeln
from anfragen.befunde.lage import Lage
from anfragen.befunde.reihen import UMGEBUNG
from anfragen.befunde.schreiben import Bilanz, gleiche_ab
from anfragen.befunde.ziffern import varianten
from anfragen.models import Anfrage, Antwort, Befund, Dokument, Verweis

BATCH = 250  # some thousand references: their ids still fit into one statement


def pruefe(dokumente: Iterable[Dokument] = (), anfragen: Iterable[Anfrage] = ()) -> Bilanz:
    """Checks these papers, those of these Anfragen, and those that cite them or waited for one like them.

    Call it at the end of the transaction that wrote them, with many at once rather than with each.
    """
    return pruefe_ids(betroffene(list(dokumente), list(anfragen)))


@contextmanager
def geprueft(dokumente: Collection[Dokument] = (), anfragen: Collection[Anfrage] = ()) -> Iterator[None]:
    """Checks, after what is done inside, whatever hung on these records before or hangs on them then: for deleting, and
    for changing what others know them by."""
    vorher = betroffene(dokumente, anfragen)
    yield
    pruefe_ids(vorher | betroffene(dokumente, anfragen))


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


def betroffene(dokumente: Collection[Dokument], anfragen: Collection[Anfrage] = ()) -> set[int]:
    """The ids of these papers, of those of the Anfragen, and of those whose findings may change with them: they cite
    one of them, miss a paper one slip away from one, stand behind a gap that one closes, or are what a rule adds.

    Records that are deleted by now are passed over.
    """
    # One step after the other: joined by "or", a database reads all references.
    gefragt = {anfrage.pk for anfrage in anfragen}
    ids = {dokument.pk for dokument in dokumente}
    ids |= set(Anfrage.objects.filter(pk__in=gefragt).values_list("dokument", flat=True))
    ids |= set(Antwort.objects.filter(anfragen__in=gefragt).values_list("dokument", flat=True))
    gefragt |= set(Anfrage.objects.filter(dokument__in=ids).values_list("pk", flat=True))
    gefragt |= set(Antwort.objects.filter(dokument__in=ids).values_list("anfragen", flat=True))
    andere = {
        *Verweis.objects.filter(ziel_dokument__in=ids).values_list("dokument", flat=True),
        *Verweis.objects.filter(ziel_anfrage__in=gefragt).values_list("dokument", flat=True),
    }
    if dokumente:
        andere |= _behind_gaps(dokumente) | _waiting({dokument.nummer for dokument in dokumente})
    ids -= {None}
    for auch in dict.fromkeys(regel.auch for regel in regeln.am_bestand()):
        andere |= auch(ids) if auch and ids else set()
    return (ids | andere) - {None}


def _behind_gaps(dokumente: Collection[Dokument]) -> set[int]:
    """The ids of papers that a gap was found before, and that one of these may close."""
    nummern = {dokument.nummer for dokument in dokumente}
    dahinter = Befund.objects.offen().filter(
        regel="luecke-in-reihe",
        dokument__nummer__range=(min(nummern), max(nummern) + UMGEBUNG),
        dokument__wahlperiode__in={dokument.wahlperiode_id for dokument in dokumente},
    )
    return set(dahinter.values_list("dokument", flat=True))


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
