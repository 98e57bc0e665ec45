"""Writing many records at once: collected in memory first, then written in a number of queries that doesn't depend on
how many they are.

Records of a batch may point to each other before they have ids. `flush` gives each record that is new, changed or newly
linked one entry in its history, whatever was done to it in between.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models, router
from django.db.models.deletion import Collector
from simple_history.models import HistoricalRecords

# Columns that `save()` fills by `ableiten()`, and bulk writes don't.
ABGELEITET = {"anfragen.anfrage": ("suchtext", "zuletzt_am")}


class Stapel:
    """What is to be written. Its records are kept by identity, because new ones have no key yet."""

    def __init__(self) -> None:
        self._bekannt: dict[type[models.Model], set[int]] = defaultdict(set)
        self._von_hand: dict[type[models.Model], set[int]] = {}
        self._leere()

    def _leere(self) -> None:
        self._neu: dict[type[models.Model], dict[int, models.Model]] = defaultdict(dict)
        self._geaendert: dict[type[models.Model], dict[int, tuple[models.Model, set[str]]]] = defaultdict(dict)
        self._entfallen: list[models.Model] = []
        self._ziele: dict[tuple[int, str], tuple[models.Model, list[Any]]] = {}

    def merke[M: models.Model](self, records: Iterable[M]) -> list[M]:
        """The stored records that the batch is about, so that `von_hand` can ask for all of a model at once."""
        gemerkt = list(records)
        if gemerkt:
            self._bekannt[type(gemerkt[0])] |= {record.pk for record in gemerkt}
            self._von_hand.pop(type(gemerkt[0]), None)
        return gemerkt

    def von_hand(self, record: models.Model) -> bool:
        """Whether a user, not an import, ever wrote this record."""
        if record.pk is None:
            return False
        modell: Any = type(record)
        if modell not in self._von_hand:
            von_nutzern = modell.history.filter(id__in=self._bekannt[modell], history_user__isnull=False)
            self._von_hand[modell] = set(von_nutzern.values_list("id", flat=True))
        return record.pk in self._von_hand[modell]

    def wartet(self, record: models.Model) -> bool:
        """Whether the record is new and going to be inserted."""
        return id(record) in self._neu[type(record)]

    def lege_an(self, record: models.Model, grund: str) -> None:
        _begruende(record, grund)
        self._neu[type(record)][id(record)] = record

    def aendere(self, record: models.Model, werte: Mapping[str, Any], grund: str) -> None:
        """Sets fields of a record, stored or waiting."""
        for name, wert in werte.items():
            setattr(record, name, wert)
        if not self.wartet(record):
            _begruende(record, grund)
            self._geaendert[type(record)].setdefault(record.pk, (record, set()))[1].update(werte)

    def entferne(self, record: models.Model, grund: str) -> None:
        if self._neu[type(record)].pop(id(record), None) is None:
            _begruende(record, grund)
            self._geaendert[type(record)].pop(record.pk, None)
            self._entfallen.append(record)

    def ziele(self, record: models.Model, feld: str) -> list[Any]:
        """What a many-to-many field points to; of stored records it is to be prefetched."""
        if gesetzt := self._ziele.get((id(record), feld)):
            return gesetzt[1]
        return [] if record.pk is None else list(getattr(record, feld).all())

    def verknuepfe(self, record: models.Model, feld: str, ziele: Sequence[models.Model], grund: str) -> None:
        """Makes a many-to-many field of a record, stored or waiting, point to just these."""
        self._ziele[id(record), feld] = (record, list(ziele))
        self.aendere(record, {}, grund)

    def flush(self) -> None:
        """Writes everything, in the caller's transaction."""
        _delete(self._entfallen)
        for modell in sorted({*self._neu, *self._geaendert}, key=_rang):
            verlauf = self._insert(modell, list(self._neu[modell].values()))
            verlauf |= self._update(modell, list(self._geaendert[modell].values()))
            felder = {feld for (_, feld), (record, _) in self._ziele.items() if type(record) is modell}
            for feld in sorted(felder):
                self._link(modell, feld)
            if verlauf:
                _copy_links(modell, verlauf)
        self._leere()

    def _insert(self, modell: Any, neu: Sequence[models.Model]) -> dict[int, Any]:
        """Inserts records; gives their entries in the history by id."""
        verlauf: dict[int, Any] = {}
        zu_sich = [feld for feld in modell._meta.concrete_fields if feld.related_model is modell]
        erste: list[models.Model] = []
        danach: list[models.Model] = []  # one that points to another of its own model comes after that
        for record in neu:
            (danach if any(_is_pending(record, feld) for feld in zu_sich) else erste).append(record)
        for records in filter(None, (erste, danach)):
            _ableiten(records)
            modell._default_manager.bulk_create(records)
            verlauf |= _note(modell, records, update=False)
        return verlauf

    def _update(self, modell: Any, geaendert: Sequence[tuple[models.Model, set[str]]]) -> dict[int, Any]:
        records = [record for record, _ in geaendert]
        _ableiten(records)
        if felder := {name for _, namen in geaendert for name in namen}:
            modell._default_manager.bulk_update(records, {*felder, *ABGELEITET.get(modell._meta.label_lower, ())})
        return _note(modell, records, update=True)

    def _link(self, modell: Any, feld: str) -> None:
        m2m = modell._meta.get_field(feld)
        through = m2m.remote_field.through
        von, nach = f"{m2m.m2m_field_name()}_id", f"{m2m.m2m_reverse_field_name()}_id"
        gesetzt = [paar for (_, name), paar in self._ziele.items() if name == feld and type(paar[0]) is modell]
        soll = {(record.pk, ziel.pk) for record, ziele in gesetzt for ziel in ziele}
        ist = {
            (getattr(row, von), getattr(row, nach)): row.pk
            for row in through.objects.filter(**{f"{von}__in": [record.pk for record, _ in gesetzt]})
        }
        if zuviel := [pk for paar, pk in ist.items() if paar not in soll]:
            through.objects.filter(pk__in=zuviel).delete()
        through.objects.bulk_create(through(**{von: a, nach: b}) for a, b in sorted(soll - ist.keys()))


@contextmanager
def without_user() -> Iterator[None]:
    """What is written inside is reading's work in the history, whoever asked for it: else it would count as staff's.

    The history takes its user from the request that is being answered.
    """
    kontext = HistoricalRecords.context
    if (request := getattr(kontext, "request", None)) is None:
        yield
        return
    del kontext.request
    try:
        yield
    finally:
        kontext.request = request


@cache
def _raenge() -> dict[type[models.Model], int]:
    return {modell: rang for rang, modell in enumerate(apps.get_models())}


def _rang(modell: type[models.Model]) -> int:
    """Parents come first: a model can only point to one that was defined before it."""
    return _raenge()[modell]


def _delete(records: Iterable[models.Model]) -> None:
    """Deletes stored records with what hangs on them; only their history takes a query for each."""
    je_modell: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for record in records:
        je_modell[type(record)].append(record)
    for modell, zusammen in je_modell.items():
        # A queryset's delete() would read them anew, and know no reason for the history.
        collector = Collector(router.db_for_write(modell), origin=modell._default_manager.none())
        collector.collect(zusammen)
        collector.delete()


def _begruende(record: Any, grund: str) -> None:
    record._change_reason = grund  # django-simple-history reads it off the record


def _is_pending(record: models.Model, feld: Any) -> bool:
    ziel = feld.get_cached_value(record, default=None)
    return ziel is not None and ziel.pk is None


def _ableiten(records: Iterable[Any]) -> None:
    for record in records:
        if record._meta.label_lower in ABGELEITET:
            record.ableiten()


def _note(modell: Any, records: Sequence[Any], *, update: bool) -> dict[int, Any]:
    if not records:
        return {}
    zeilen = modell.history.bulk_history_create(records, update=update)
    return {record.pk: zeile for record, zeile in zip(records, zeilen, strict=True)}


def _copy_links(modell: Any, verlauf: Mapping[int, Any]) -> None:
    """Copies the many-to-many fields that the history keeps into its new entries."""
    for m2m in modell.history.model._history_m2m_fields:
        through = m2m.remote_field.through
        von = m2m.m2m_field_name()
        kopie = getattr(modell.history.model, m2m.name).model
        kopie.objects.bulk_create(
            kopie(
                history=verlauf[getattr(row, f"{von}_id")],
                **{spalte.attname: getattr(row, spalte.attname) for spalte in through._meta.fields},
            )
            for row in through.objects.filter(**{f"{von}__in": list(verlauf)})
        )
