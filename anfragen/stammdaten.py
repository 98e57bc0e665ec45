"""Master data from the fixtures into the database, without undoing what staff changed.

The files also load with Django's `loaddata`, but that overwrites whatever differs and writes no history. Here a record
that exists stays as it is unless asked otherwise. A fixture speaks only of the fields it names: all others are
neither compared nor overwritten, so what staff add where the fixture knows nothing is theirs.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError, DeserializedObject, M2MDeserializationError
from django.db import models, transaction

from anfragen import resolving
from anfragen.models import Reihe, Wahlperiode

ORDNER = settings.BASE_DIR / "fixtures" / "stammdaten"
GRUND = "Stammdaten"

type Satz = dict[str, Any]
type M2M = Mapping[str, Sequence[Any]]


class StammdatenFehler(Exception):
    """A fixture that can't be loaded; the message names file, record and remedy in German."""


@dataclass(frozen=True)
class Abweichung:
    """A record of the database that differs from its fixture, and in which fields."""

    satz: str
    felder: tuple[str, ...]


@dataclass
class Bilanz:
    """What became of the fixture records of one model."""

    modell: type[models.Model]
    angelegt: int = 0
    vorhanden: int = 0
    aktualisiert: int = 0
    abweichend: list[Abweichung] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.modell._meta.verbose_name_plural)


def lade(ordner: Path = ORDNER, *, aktualisieren: bool = False) -> list[Bilanz]:
    """Creates what is missing of all `*.json` in `ordner`, in order of their names: all of it or nothing.

    With `aktualisieren`, records that deviate take the fixture's values. Raises StammdatenFehler.
    """
    dateien = sorted(ordner.glob("*.json"))
    if not dateien:
        raise StammdatenFehler(f"{ordner}: keine Stammdaten (*.json) gefunden. Bitte den Ordner prüfen.")
    bilanzen: dict[type[models.Model], Bilanz] = {}
    with transaction.atomic():
        for datei in dateien:
            for nummer, satz in enumerate(_saetze(datei), start=1):
                with _fehler_benannt(datei, nummer, satz):
                    _lade_satz(satz, bilanzen, aktualisieren=aktualisieren)
        if any(bilanzen[modell].angelegt for modell in (Wahlperiode, Reihe) if modell in bilanzen):
            resolving.resolve_waiting()
    return list(bilanzen.values())


def _saetze(datei: Path) -> list[Satz]:
    try:
        saetze = json.loads(datei.read_text(encoding="utf-8"))
    except UnicodeDecodeError as fehler:
        raise StammdatenFehler(f"{datei.name}: ist nicht in UTF-8 gespeichert.") from fehler
    except json.JSONDecodeError as fehler:
        raise StammdatenFehler(f"{datei.name}, Zeile {fehler.lineno}: kein gültiges JSON ({fehler.msg}).") from fehler
    if not isinstance(saetze, list) or not all(
        isinstance(satz, dict) and isinstance(satz.get("fields"), dict) and "model" in satz for satz in saetze
    ):
        raise StammdatenFehler(f"{datei.name}: erwartet ist eine Liste von Sätzen mit „model“ und „fields“.")
    return saetze


@contextmanager
def _fehler_benannt(datei: Path, nummer: int, satz: Satz) -> Iterator[None]:
    """Says in which file and which record of it something went wrong, and what to do."""
    try:
        yield
    except (DeserializationError, FieldDoesNotExist, ObjectDoesNotExist, ValidationError) as fehler:
        felder = satz["fields"]
        kennzeichen = felder.get("schluessel") or felder.get("name") or felder.get("kurz") or ""
        ort = f"{datei.name}, Satz {nummer} ({satz['model']} {kennzeichen}".rstrip() + ")"
        raise StammdatenFehler(f"{ort}: {_auf_deutsch(fehler)}") from fehler


def _auf_deutsch(fehler: BaseException) -> str:
    match fehler:
        case ValidationError(error_dict=_):
            return " ".join(f"{feld}: {' '.join(texte)}" for feld, texte in fehler.message_dict.items())
        case ValidationError():
            return " ".join(fehler.messages)
        case FieldDoesNotExist():
            return f"Ein Feld ist unbekannt ({fehler}). Bitte den Namen berichtigen."
        case ObjectDoesNotExist() | M2MDeserializationError():
            return "Ein Verweis fehlt oder nennt einen Satz, der in keiner früheren Datei und nicht weiter oben steht."
        case DeserializationError(__context__=ValidationError() as ursache):
            return _auf_deutsch(ursache)
        case DeserializationError(__context__=ObjectDoesNotExist() | M2MDeserializationError() as ursache):
            return f"{_auf_deutsch(ursache)} ({fehler})"
    return f"Der Satz ist nicht lesbar: {fehler}"


def _lade_satz(satz: Satz, bilanzen: dict[type[models.Model], Bilanz], *, aktualisieren: bool) -> None:
    gelesen: DeserializedObject = next(iter(serializers.deserialize("python", [satz])))
    neu: Any = gelesen.object
    m2m = gelesen.m2m_data or {}
    bilanz = bilanzen.setdefault(type(neu), Bilanz(type(neu)))
    if neu.pk is None:
        _sichere(neu, m2m)
        bilanz.angelegt += 1
        return
    # The serializer found it by its natural key; what the fixture doesn't name is only in the database.
    gespeichert = type(neu)._default_manager.get(pk=neu.pk)
    felder = [gespeichert._meta.get_field(name) for name in satz["fields"]]
    if not (anders := [feld for feld in felder if not _gleich(feld, neu, gespeichert, m2m)]):
        bilanz.vorhanden += 1
    elif aktualisieren:
        for feld in anders:
            if feld.name not in m2m:
                setattr(gespeichert, feld.attname, getattr(neu, feld.attname))
        _sichere(gespeichert, m2m)
        bilanz.aktualisiert += 1
    else:
        bilanz.abweichend.append(Abweichung(str(gespeichert), tuple(str(feld.verbose_name) for feld in anders)))


def _sichere(objekt: Any, m2m: M2M) -> None:
    """Saves with history, which the serializer's own raw save would skip."""
    objekt._change_reason = GRUND
    objekt.full_clean()
    objekt.save()
    for name, ziele in m2m.items():
        getattr(objekt, name).set(ziele)


def _gleich(feld: Any, neu: models.Model, gespeichert: models.Model, m2m: M2M) -> bool:
    if feld.name in m2m:
        return set(getattr(gespeichert, feld.name).values_list("pk", flat=True)) == set(m2m[feld.name])
    return bool(getattr(gespeichert, feld.attname) == getattr(neu, feld.attname))
