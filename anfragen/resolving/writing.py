"""Storing what references mean, a batch at a time, and forgetting it again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import batched
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Q

from anfragen.models import Anfrage, Antwort, Dokument, Verweis
from anfragen.querysets import VerweisQuerySet
from anfragen.resolving.bestand import ART_JE_TYP, REIHE_JE_TYP, Bestand, Papierschluessel, papier_der
from anfragen.resolving.matching import Gesucht, Zitierend, match

BATCH = 1000
UNENTSCHIEDEN = {"ziel_dokument": None, "ziel_anfrage": None, "mehrdeutig": False}

# Hears how many references are done and how many there are.
type Fortschritt = Callable[[int, int], None]


def resolve(verweise: VerweisQuerySet, *, fortschritt: Fortschritt = lambda fertig, alle: None) -> int:
    """Points each of these stored references to what it means and says how many changed.

    The number of queries per batch of 1,000 doesn't depend on the batch.
    """
    return _resolve_these(verweise, fortschritt=fortschritt)


def resolve_all(fortschritt: Fortschritt = lambda fertig, alle: None) -> int:
    """Resolves every reference anew, each batch in a transaction of its own."""
    return resolve(Verweis.objects.all(), fortschritt=fortschritt)


def resolve_waiting() -> int:
    """Resolves the references without target: what they wait for may be a Wahlperiode or a series."""
    return resolve(Verweis.objects.filter(von_hand=False, ziel_dokument=None, ziel_anfrage=None))


def heal(dokumente: Iterable[Dokument], anfragen: Iterable[Anfrage]) -> int:
    """Resolves the references in these papers and in those of the Anfragen, and all that print their numbers.

    Call it in the transaction that wrote them, their references, or the answers to the Anfragen.
    """
    dokumente, anfragen = list(dokumente), list(anfragen)
    return _resolve_these(*_naming(dokumente, anfragen), *_standing_in(dokumente, anfragen))


@transaction.atomic
def delete(record: Dokument | Anfrage) -> None:
    """Deletes a paper or an Anfrage, and no reference loses its way.

    A paper that others cite, or that an answer names as the question's, becomes one that is only cited again. What
    staff pointed to a deleted Anfrage is resolved anew. Raises ProtectedError if an Antwort stands on the paper.
    """
    zitiert_in = list(record.zitiert_von.values_list("pk", flat=True))
    if isinstance(record, Anfrage):
        for verweis in record.zitiert_von.filter(von_hand=True):
            verweis.von_hand = False
            verweis._change_reason = "Die Anfrage wurde gelöscht."  # type: ignore[attr-defined] # for the history
            verweis.save()
        record.delete()
    else:
        _delete_paper(record)
    resolve(Verweis.objects.filter(pk__in=zitiert_in))
    if isinstance(record, Dokument):
        heal([record], [])  # it may have been one of several that came into question


@dataclass
class Vergessen:
    """How many references lost their target, and how many papers went that were only cited."""

    verweise: int = 0
    papiere: int = 0


def forget_all(fortschritt: Fortschritt = lambda fertig, alle: None) -> Vergessen:
    """Takes back every target that staff didn't decide, and the papers that are then cited no more."""
    vergessen = Vergessen()
    gefunden = Q(ziel_dokument__isnull=False) | Q(ziel_anfrage__isnull=False) | Q(mehrdeutig=True)
    for batch in _batches(fortschritt, Verweis.objects.filter(gefunden, von_hand=False)):
        with transaction.atomic():
            verweise = Verweis.objects.filter(pk__in=batch)
            ziele = set(verweise.values_list("ziel_dokument", flat=True))
            vergessen.verweise += verweise.update(**UNENTSCHIEDEN)
            vergessen.papiere += remove_uncited(ziele)
    return vergessen


def remove_uncited(dokumente: Collection[int | None]) -> int:
    """Of these papers, by id, takes away those that are only cited and are cited no more."""
    verwaist = Dokument.objects.verwaist().filter(pk__in=[pk for pk in dokumente if pk])
    ids = list(verwaist.values_list("pk", flat=True))
    # Nothing points to them, and as no history knows of them, none has to tell that they went.
    return Dokument.objects.filter(pk__in=ids)._raw_delete(using=verwaist.db) if ids else 0


def _resolve_these(*mengen: VerweisQuerySet, fortschritt: Fortschritt = lambda fertig, alle: None) -> int:
    return sum(_resolve_batch(batch) for batch in _batches(fortschritt, *mengen))


@transaction.atomic
def _resolve_batch(ids: Collection[int]) -> int:
    gespeichert = Verweis.objects.filter(pk__in=ids).with_deutung()
    offen = [row for row in gespeichert if not row.von_hand]
    zitierende = Zitierend.load({row.dokument for row in offen})
    treffer = match(
        [
            Gesucht(row.typ, row.wahlperiode_nummer, row.wahlperiode_abgeleitet, row.nummer, zitierende[row.dokument])
            for row in offen
        ]
    )
    angelegt = make_only_cited({eines.fehlt for eines in treffer if eines.fehlt})
    neu: dict[int, Deutung] = {}
    for row, eines in zip(offen, treffer, strict=True):
        papier = angelegt[eines.fehlt] if eines.fehlt else eines.ziel.dokument
        neu[row.pk] = Deutung(papier, eines.ziel.anfrage, eines.stand == Verweis.Stand.MEHRDEUTIG)
    neu |= _follow_anfragen([row for row in gespeichert if row.von_hand])
    bisher = {row.pk: Deutung(row.ziel_dokument, row.ziel_anfrage, row.mehrdeutig) for row in gespeichert}
    anders = {pk: deutung for pk, deutung in neu.items() if deutung != bisher[pk]}
    _write(anders)
    remove_uncited({bisher[pk].ziel_dokument for pk in anders})
    return len(anders)


class Deutung(NamedTuple):
    """The three columns that are derived."""

    ziel_dokument: int | None
    ziel_anfrage: int | None
    mehrdeutig: bool


def _write(deutungen: Mapping[int, Deutung]) -> None:
    """Sets the targets of references, by id. `bulk_update` takes twenty times as long to build its statement."""
    if deutungen:
        felder: Any = [Verweis._meta.get_field(name) for name in Deutung._fields]
        zuweisungen = ", ".join(f"{feld.column} = %s" for feld in felder)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE {Verweis._meta.db_table} SET {zuweisungen} WHERE id = %s",
                [(*deutung, pk) for pk, deutung in deutungen.items()],
            )


def _follow_anfragen(entschieden: Collection[Any]) -> dict[int, Deutung]:
    """What staff pointed to an Anfrage stays there; the paper to read follows its answers."""
    bestand = Bestand()
    bestand.load_anfragen((), {row.ziel_anfrage for row in entschieden if row.ziel_anfrage})
    je_anfrage = bestand.anfrage_je_id
    return {
        row.pk: Deutung(papier_der(je_anfrage[row.ziel_anfrage], row.dokument), row.ziel_anfrage, False)
        for row in entschieden
        if row.ziel_anfrage
    }


def make_only_cited(gesucht: Collection[Papierschluessel]) -> dict[Papierschluessel, int]:
    """The ids of the plain papers of these numbers, made only cited where they are missing."""
    if not gesucht:
        return {}
    Dokument.objects.bulk_create(
        [
            Dokument(
                wahlperiode_id=papier.wahlperiode,
                reihe_id=papier.reihe,
                nummer=papier.nummer,
                nur_zitiert=True,
                herkunft=Dokument.Herkunft.VERWEIS,
            )
            for papier in sorted(gesucht)
        ],
        ignore_conflicts=True,  # another import may cite the same paper at this moment
    )
    bestand = Bestand()
    bestand.load_papiere(gesucht)
    return {papier: next(d.pk for d in bestand.papiere[papier] if not d.zusatz) for papier in gesucht}


def _delete_paper(dokument: Dokument) -> None:
    entschieden = list(dokument.zitiert_von.filter(von_hand=True).values_list("pk", flat=True))
    gedruckt = Anfrage.objects.filter(dokument=dokument, antworten__isnull=False).values_list("pk", flat=True).first()
    zitierte = set(dokument.verweise.values_list("ziel_dokument", flat=True))
    schluessel = {name: getattr(dokument, name) for name in ("wahlperiode_id", "reihe_id", "nummer", "zusatz")}
    dokument.delete()
    remove_uncited(zitierte)
    if entschieden or gedruckt:
        # Staff, or the head of an answer, name this very print.
        neu = Dokument.objects.create(**schluessel, nur_zitiert=True, herkunft=Dokument.Herkunft.VERWEIS)
        Verweis.objects.filter(pk__in=entschieden).update(ziel_dokument=neu)
        Anfrage.objects.filter(pk=gedruckt).update(dokument=neu)


def _naming(dokumente: Collection[Dokument], anfragen: Collection[Anfrage]) -> Iterator[VerweisQuerySet]:
    """The references that print the number of one of these records, and those that staff pointed to an Anfrage."""
    typen = {*(REIHE_JE_TYP if dokumente else ()), *(ART_JE_TYP if anfragen else ())}
    nummern = {d.nummer for d in dokumente} | {anfrage.nummer for anfrage in anfragen if anfrage.nummer}
    wahlperioden = {d.wahlperiode_id for d in dokumente} | {anfrage.wahlperiode_id for anfrage in anfragen}
    if nummern:
        yield Verweis.objects.filter(typ__in=typen, nummer__in=nummern).may_mean(wahlperioden)
    if anfragen:
        yield Verweis.objects.filter(von_hand=True, ziel_anfrage__in=[anfrage.pk for anfrage in anfragen])


def _standing_in(dokumente: Collection[Dokument], anfragen: Collection[Anfrage]) -> Iterator[VerweisQuerySet]:
    """The references in these papers and in those that ask or answer the Anfragen, whose numbers are evidence."""
    papiere = {d.pk for d in dokumente if d.pk} | {anfrage.dokument_id for anfrage in anfragen if anfrage.dokument_id}
    if anfragen:
        antworten = Antwort.objects.filter(anfragen__in=[anfrage.pk for anfrage in anfragen])
        papiere |= set(antworten.values_list("dokument", flat=True))
    if papiere:
        yield Verweis.objects.filter(dokument__in=papiere)


def _batches(fortschritt: Fortschritt, *mengen: VerweisQuerySet) -> Iterator[tuple[int, ...]]:
    """The ids of all these references, each once: numbers alone, however many they are, fit into memory."""
    ids: set[int] = set()
    for menge in mengen:
        ids.update(menge.order_by().values_list("pk", flat=True))
    fertig = 0
    for batch in batched(sorted(ids), BATCH):
        yield batch
        fertig += len(batch)
        fortschritt(fertig, len(ids))
