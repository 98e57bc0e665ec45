"""Writing what was read over what is stored: only what differs, and never over what staff changed.

Both an import and staff write the same records. A record counts as staff's once its history names a user; from then on
an import only fills its empty fields.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

LEER: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Ziele:
    """What the many-to-many field `feld` of several records points to, by the key of each."""

    feld: str
    je_schluessel: Mapping[Any, Sequence[models.Model]]


@dataclass
class Abgleich:
    """One import's writing: the reason that the history shows, and what was done so far."""

    grund: str
    angelegt: int = 0
    geaendert: int = 0
    behalten: list[str] = field(default_factory=list)

    @property
    def etwas_geschehen(self) -> bool:
        return bool(self.angelegt or self.geaendert)

    def _begruende(self, record: models.Model) -> None:
        record._change_reason = self.grund  # type: ignore[attr-defined] # django-simple-history reads it off the record

    def schreibe(self, record: models.Model, werte: Mapping[str, Any]) -> bool:
        """Sets the fields of `record`, new or stored, that differ; empty values never replace something."""
        neu = record._state.adding
        anders = {
            name: wert
            for name, wert in werte.items()
            if _stored(record, name) != _storable(wert) and (wert not in LEER or (neu and wert is not None))
        }
        if not neu and anders and von_hand_geaendert(record):
            bleibt = {name for name in anders if _stored(record, name) not in LEER}
            self.behalten += [f"{record._meta.verbose_name} {record}: {name}" for name in sorted(bleibt)]
            anders = {name: wert for name, wert in anders.items() if name not in bleibt}
        if not neu and not anders:
            return False
        for name, wert in anders.items():
            setattr(record, name, wert)
        self._begruende(record)
        record.save()
        if neu:
            self.angelegt += 1
        else:
            self.geaendert += 1
        return True

    def lege_eines_an(
        self, record: models.Model, werte: Mapping[str, Any], feld: str, ziele: Sequence[models.Model]
    ) -> None:
        """Inserts a new record whose many-to-many field `feld` points to `ziele`: one history entry, not two."""
        for name, wert in werte.items():
            if wert is not None:
                setattr(record, name, wert)
        if ableiten := getattr(record, "ableiten", None):
            ableiten()
        self.lege_an([record], Ziele(feld, {0: ziele}))

    def setze(self, record: models.Model, name: str, ziele: Iterable[models.Model]) -> None:
        """Makes the many-to-many field `name` of `record` point to what was read, unless staff wrote `record`."""
        bisher, gelesen = set(getattr(record, name).all()), set(ziele)
        if gelesen == bisher:
            return
        if bisher and von_hand_geaendert(record):
            self.behalten.append(f"{record._meta.verbose_name} {record}: {name}")
            return
        self._begruende(record)
        getattr(record, name).set(gelesen)
        self.geaendert += 1

    def gleiche_ab(
        self,
        vorhanden: Iterable[models.Model],
        gelesen: Mapping[Any, Mapping[str, Any]],
        schluessel: Any,
        modell: type[models.Model],
        fest: Mapping[str, Any],
        ziele: Ziele | None = None,
    ) -> dict[Any, models.Model]:
        """Makes the stored children of one parent equal to those read; gives them by key.

        `schluessel(record)` is the key of a stored one, `gelesen` has the fields of each key read, `fest` the fields
        that all share, `ziele` for each key what a many-to-many field points to. Stored ones that were not read again
        go, unless staff wrote them.
        """
        stand = {schluessel(record): record for record in vorhanden}
        for key, record in list(stand.items()):
            if key in gelesen:
                self.schreibe(record, gelesen[key])
                if ziele:
                    self.setze(record, ziele.feld, ziele.je_schluessel[key])
            elif not von_hand_geaendert(record):
                self._begruende(record)
                record.delete()
                del stand[key]
                self.geaendert += 1
        neue = {key: modell(**fest, **werte) for key, werte in gelesen.items() if key not in stand}
        self.lege_an(
            neue.values(), Ziele(ziele.feld, {i: ziele.je_schluessel[k] for i, k in enumerate(neue)}) if ziele else None
        )
        return stand | neue

    def lege_an(self, records: Iterable[models.Model], ziele: Ziele | None = None) -> None:
        """Inserts new records of one model, with their history, however many, in a fixed number of queries.

        `ziele` has for each place in `records` what a many-to-many field points to.
        """
        neue = list(records)
        if not neue:
            return
        modell: Any = type(neue[0])
        modell._default_manager.bulk_create(neue)
        verlauf = modell.history.bulk_history_create(neue, default_change_reason=self.grund)
        if ziele:
            _point(neue, verlauf, ziele)
        self.angelegt += len(neue)


def _point(neue: Sequence[models.Model], verlauf: Sequence[models.Model], ziele: Ziele) -> None:
    """Makes a many-to-many field of new records point to its targets, and their history show it."""
    modell: Any = type(neue[0])
    feld = modell._meta.get_field(ziele.feld)
    von, nach = f"{feld.m2m_field_name()}_id", f"{feld.m2m_reverse_field_name()}_id"
    paare = [(i, {von: record.pk, nach: ziel.pk}) for i, record in enumerate(neue) for ziel in ziele.je_schluessel[i]]
    zeilen = feld.remote_field.through.objects.bulk_create(feld.remote_field.through(**paar) for _, paar in paare)
    historisch = getattr(modell.history.model, ziele.feld).model
    historisch.objects.bulk_create(
        historisch(history=verlauf[i], id=zeile.pk, **paar) for zeile, (i, paar) in zip(zeilen, paare, strict=True)
    )


def _stored(record: models.Model, name: str) -> Any:
    """The field's value; of a relation the key, because the related record would take a query to read."""
    field: Any = record._meta.get_field(name)
    return getattr(record, field.attname)


def _storable(wert: Any) -> Any:
    return wert.pk if isinstance(wert, models.Model) else wert


def von_hand_geaendert(record: models.Model) -> bool:
    """Whether a user, not an import, ever wrote this record."""
    history: Any = record
    return bool(history.history.filter(history_user__isnull=False).exists())
