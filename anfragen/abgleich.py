"""Writing what was read over what is stored: only what differs, and never over what staff changed.

Both an import and staff write the same records. A record counts as staff's once its history names a user; from then on
an import only fills its empty fields.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from anfragen.stapel import Stapel

LEER: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Ziele:
    """What the many-to-many field `feld` of several records points to, by the key of each."""

    feld: str
    je_schluessel: Mapping[Any, Sequence[models.Model]]


@dataclass
class Abgleich:
    """One document's part of a batch: the reason that the history shows, and what was done so far.

    Nothing reaches the database before the batch is flushed.
    """

    grund: str
    stapel: Stapel = field(default_factory=Stapel)
    angelegt: int = 0
    geaendert: int = 0
    behalten: list[str] = field(default_factory=list)

    @property
    def etwas_geschehen(self) -> bool:
        return bool(self.angelegt or self.geaendert)

    def lege_an(self, record: models.Model, ziele: Mapping[str, Sequence[models.Model]] | None = None) -> None:
        """Takes a new record into the batch; `ziele` are its many-to-many fields."""
        self.stapel.lege_an(record, self.grund)
        for feld, records in (ziele or {}).items():
            self.stapel.verknuepfe(record, feld, records, self.grund)
        self.angelegt += 1

    def schreibe(self, record: models.Model, werte: Mapping[str, Any]) -> bool:
        """Sets the fields of `record`, new or known, that differ; empty values never replace something."""
        if record.pk is None and not self.stapel.wartet(record):
            for name, wert in werte.items():
                if wert is not None:
                    setattr(record, name, wert)
            self.lege_an(record)
            return True
        anders = {name: wert for name, wert in werte.items() if wert not in LEER and not is_same(record, name, wert)}
        if anders and self.stapel.von_hand(record):
            bleibt = {name for name in anders if value_of(record, name) not in LEER}
            self.behalten += [f"{record._meta.verbose_name} {record}: {name}" for name in sorted(bleibt)]
            anders = {name: wert for name, wert in anders.items() if name not in bleibt}
        if anders:
            self.stapel.aendere(record, anders, self.grund)
            self.geaendert += 1
        return bool(anders)

    def setze(self, record: models.Model, feld: str, ziele: Iterable[models.Model]) -> None:
        """Makes the many-to-many field `feld` of `record` point to what was read, unless staff wrote `record`."""
        bisher, gelesen = self.stapel.ziele(record, feld), list(ziele)
        if all(ziel in bisher for ziel in gelesen) and all(ziel in gelesen for ziel in bisher):
            return
        if bisher and self.stapel.von_hand(record):
            self.behalten.append(f"{record._meta.verbose_name} {record}: {feld}")
            return
        self.stapel.verknuepfe(record, feld, gelesen, self.grund)
        self.geaendert += 1

    def entferne(self, record: models.Model) -> None:
        self.stapel.entferne(record, self.grund)
        self.geaendert += 1

    def gleiche_ab[M: models.Model](
        self,
        vorhanden: Iterable[M],
        gelesen: Mapping[Any, Mapping[str, Any]],
        schluessel: Callable[[M], Any],
        modell: type[M],
        fest: Mapping[str, Any],
        ziele: Ziele | None = None,
    ) -> dict[Any, M]:
        """Makes the known children of one parent equal to those read; gives them by key.

        `schluessel(record)` is the key of a known one, `gelesen` has the fields of each key read, `fest` the fields
        that all share, `ziele` for each key what a many-to-many field points to. Known ones that were not read again
        go, unless staff wrote them.
        """
        stand = {schluessel(record): record for record in vorhanden}
        for key, record in list(stand.items()):
            if key in gelesen:
                self.schreibe(record, gelesen[key])
                if ziele:
                    self.setze(record, ziele.feld, ziele.je_schluessel[key])
            elif not self.stapel.von_hand(record):
                self.entferne(record)
                del stand[key]
        for key, werte in gelesen.items():
            if key not in stand:
                stand[key] = modell(**fest, **werte)
                self.lege_an(stand[key], {ziele.feld: ziele.je_schluessel[key]} if ziele else None)
        return stand


def value_of(record: models.Model, name: str) -> Any:
    """The field's value; of a relation the record if it is at hand, else its key, because reading it takes a query."""
    feld: Any = record._meta.get_field(name)
    if feld.is_relation and (ziel := feld.get_cached_value(record, default=None)) is not None:
        return ziel
    return getattr(record, feld.attname)


def is_same(record: models.Model, name: str, wert: Any) -> bool:
    """Whether the field has that value; of a relation `wert` is the record, perhaps without key yet."""
    bisher = value_of(record, name)
    if isinstance(wert, models.Model) and not isinstance(bisher, models.Model):
        return wert.pk is not None and bool(bisher == wert.pk)
    return bool(bisher == wert)
