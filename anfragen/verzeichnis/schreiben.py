"""Bulk writes that keep the history, also of many-to-many fields, in a number of queries that doesn't depend on how
much is written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from anfragen.models import Anfrage

GRUND = "Verzeichnis"  # every reason that this import leaves in the history begins so
# Columns that `save()` fills by `ableiten()`, and bulk writes don't.
ABGELEITET = {Anfrage: ("suchtext", "zuletzt_am")}

# The history's record by the id of the record it is about.
Historie = dict[int, Any]


def create(modell: Any, neu: Sequence[Any], grund: str) -> Historie:
    """Saves new records; their ids are set afterwards."""
    _ableiten(modell, neu)
    modell.objects.bulk_create(neu)
    return _merke(modell, neu, grund, update=False)


def update(modell: Any, werte: Mapping[int, Mapping[str, Any]], grund: str) -> Historie:
    """Sets fields of stored records, given by id. A record without any is only noted in the history, because one of
    its many-to-many fields changed."""
    # Whole records, because the history is a copy of the whole.
    records = list(modell.objects.filter(pk__in=werte))
    for record in records:
        for feld, wert in werte[record.pk].items():
            setattr(record, feld, wert)
    if felder := {feld for anders in werte.values() for feld in anders}:
        _ableiten(modell, records)
        modell.objects.bulk_update(records, {*felder, *ABGELEITET.get(modell, ())})
    return _merke(modell, records, grund, update=True)


def link(modell: Any, feld: str, neu: Iterable[tuple[int, int]], weg: Iterable[tuple[int, int]] = ()) -> None:
    """Adds and takes away links of a many-to-many field, as pairs of ids."""
    m2m = modell._meta.get_field(feld)
    through = m2m.remote_field.through
    von, nach = f"{m2m.m2m_field_name()}_id", f"{m2m.m2m_reverse_field_name()}_id"
    if entfallen := set(weg):
        moeglich = through.objects.filter(**{f"{von}__in": {eines for eines, _ in entfallen}})
        ids = [row.pk for row in moeglich if (getattr(row, von), getattr(row, nach)) in entfallen]
        through.objects.filter(pk__in=ids).delete()
    through.objects.bulk_create([through(**{von: eines, nach: anderes}) for eines, anderes in neu])


def snapshot(modell: Any, feld: str, historie: Historie) -> None:
    """Copies the links of a many-to-many field into the history's records."""
    m2m = modell._meta.get_field(feld)
    through = m2m.remote_field.through
    von = m2m.m2m_field_name()
    kopie = getattr(modell.history.model, feld).model
    kopie.objects.bulk_create(
        kopie(
            history=historie[getattr(row, f"{von}_id")],
            **{spalte.attname: getattr(row, spalte.attname) for spalte in through._meta.fields},
        )
        for row in through.objects.filter(**{f"{von}__in": list(historie)})
    )


def von_anderen(modell: Any, ids: Collection[int], schluessel: str = "id") -> set[int]:
    """Those ids whose record somebody else than an index ever wrote: staff, or the import of a text."""
    if not ids:
        return set()
    geschrieben = modell.history.filter(**{f"{schluessel}__in": ids}).exclude(history_type="-")
    return set(geschrieben.exclude(history_change_reason__startswith=GRUND).values_list(schluessel, flat=True))


def _ableiten(modell: Any, records: Iterable[Any]) -> None:
    if modell in ABGELEITET:
        for record in records:
            record.ableiten()


def _merke(modell: Any, records: Sequence[Any], grund: str, *, update: bool) -> Historie:
    zeilen = modell.history.bulk_history_create(records, update=update, default_change_reason=grund)
    return {record.pk: zeile for record, zeile in zip(records, zeilen, strict=True)}
