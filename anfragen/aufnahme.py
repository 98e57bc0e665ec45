"""Taking files in: read, keep the original, record, and note the attempt.

A file has its record, its original and its attempt, or, if it was refused, its attempt alone. Files are recorded in
batches, because a transaction for each takes most of the time; a batch is in the database as a whole or not at all.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import batched
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.db import DataError, IntegrityError, transaction

from anfragen import recording
from anfragen.einlesen.ablage import Ablage
from anfragen.einlesen.dateien import sha256
from anfragen.einlesen.grenzen import Grenzen
from anfragen.einlesen.inhalt import Unlesbar
from anfragen.einlesen.leser import Leser
from anfragen.einlesen.prozess import Gelesen, Verdikt
from anfragen.models import Dokument, Einlesung
from anfragen.parsing import LESEVERSION
from anfragen.parsing.records import Dokumentnummer, Drucksache

STAPEL = 500  # files whose checksums are looked up at once
# A batch that is recorded together ends at the first of these; the seconds count since the one before was written.
MAX_DATEIEN = 100
MAX_ZEICHEN = 10_000_000
MAX_SEKUNDEN = 1.0
ERGEBNIS_JE_STAND = {
    recording.Stand.ANGELEGT: Einlesung.Ergebnis.ANGELEGT,
    recording.Stand.GEAENDERT: Einlesung.Ergebnis.GEAENDERT,
    recording.Stand.UNVERAENDERT: Einlesung.Ergebnis.UNVERAENDERT,
}

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Aufnahme:
    """What became of one file, with the checksum of its bytes if they could be read.

    `drucksache` is what was read; None if the file was refused, or was read before and did not have to be again.
    `behalten` names the fields that staff had changed and that were left alone.
    """

    pfad: Path
    ergebnis: Einlesung.Ergebnis
    meldung: str = ""
    sha256: str = ""
    dokument: Dokument | None = None
    drucksache: Drucksache | None = None
    befunde: int = 0
    behalten: tuple[str, ...] = ()

    @property
    def ist_abgelehnt(self) -> bool:
        return self.ergebnis in (Einlesung.Ergebnis.ABGELEHNT, Einlesung.Ergebnis.OHNE_TEXT)

    @property
    def ist_versuch(self) -> bool:
        """Whether the file was read this time."""
        return self.ist_abgelehnt or self.drucksache is not None


@dataclass(frozen=True)
class _Datei:
    """A file that was read and is to be recorded. `lege_ab` puts its original where it is kept."""

    pfad: Path
    gelesen: Gelesen
    erwartet: Dokumentnummer | None = None
    lege_ab: Callable[[], None] | None = None

    @property
    def quelle(self) -> recording.Quelle:
        return recording.Quelle(str(self.pfad), self.gelesen.sha256, self.gelesen.mimetyp, self.erwartet)

    def refused(self, meldung: str) -> Aufnahme:
        return Aufnahme(self.pfad, Einlesung.Ergebnis.ABGELEHNT, meldung, self.gelesen.sha256)


def leser(prozesse: int | None = None) -> Leser:
    """A reader with the limits of the settings."""
    grenzen = Grenzen(
        settings.EINLESEN_SPEICHER_MB,
        settings.EINLESEN_SEKUNDEN,
        settings.TEXTERKENNUNG_SPEICHER_MB,
        settings.TEXTERKENNUNG_SEKUNDEN,
    )
    return Leser(grenzen, min(prozesse or settings.EINLESEN_PROZESSE, settings.EINLESEN_PROZESSE))


def take_in(
    leser: Leser,
    pfade: Iterable[Path],
    *,
    ersetzen: bool = False,
    neu_lesen: bool = False,
    erwartet: Dokumentnummer | None = None,
) -> Iterator[Aufnahme]:
    """Takes in each file, in the order given, and says what became of it.

    A file that was read before, with the same bytes and the reading as it is now, is not read again, so that an
    interrupted run goes on where it stopped; `neu_lesen` reads it all the same. `erwartet` is the number
    that a file has whose text and name tell none.
    """
    for batch in _batches(_read(leser, pfade, neu_lesen=neu_lesen, erwartet=erwartet)):
        yield from _take_in(batch, ersetzen=ersetzen)


def _read(
    leser: Leser, pfade: Iterable[Path], *, neu_lesen: bool, erwartet: Dokumentnummer | None
) -> Iterator[Aufnahme | _Datei]:
    for stapel in batched(pfade, STAPEL):
        bekannt = {} if neu_lesen else _known(stapel)
        gelesen = leser.read_all(pfad for pfad in stapel if pfad not in bekannt)
        for pfad in stapel:
            if dokument := bekannt.get(pfad):
                befunde = dokument.befunde_offen  # type: ignore[attr-defined] # counted by the query
                yield Aufnahme(pfad, Einlesung.Ergebnis.UNVERAENDERT, dokument=dokument, befunde=befunde)
                continue
            _, inhalt = next(gelesen)
            if isinstance(inhalt, Gelesen):
                yield _Datei(pfad, inhalt, erwartet)
            else:
                yield _unreadable(pfad, inhalt)


def _known(pfade: Iterable[Path]) -> Mapping[Path, Dokument]:
    """The files that need no reading: read by this version, and their original is there."""
    ablage = Ablage(settings.MEDIA_ROOT)
    summen = {pfad: summe for pfad in pfade if (summe := sha256(pfad))}
    dokumente = {
        dokument.sha256: dokument
        for dokument in Dokument.objects.gelesen_aus(summen.values(), LESEVERSION).for_list().with_befunde_offen()
        if ablage.path(dokument.sha256, dokument.mimetyp).exists()
    }
    return {pfad: dokumente[summe] for pfad, summe in summen.items() if summe in dokumente}


def _unreadable(pfad: Path, verdikt: Verdikt) -> Aufnahme:
    ergebnis = Einlesung.Ergebnis.OHNE_TEXT if verdikt.ohne_text else Einlesung.Ergebnis.ABGELEHNT
    return Aufnahme(pfad, ergebnis, verdikt.meldung, verdikt.sha256)


def _batches(gelesen: Iterable[Aufnahme | _Datei]) -> Iterator[list[Aufnahme | _Datei]]:
    """So many that writing is cheap, so few that progress shows, an interruption costs little and memory lasts."""
    batch: list[Aufnahme | _Datei] = []
    zeichen, seit = 0, monotonic()
    for eines in gelesen:
        batch.append(eines)
        zeichen += len(eines.gelesen.drucksache.quelle) if isinstance(eines, _Datei) else 0
        if len(batch) == MAX_DATEIEN or zeichen >= MAX_ZEICHEN or monotonic() - seit >= MAX_SEKUNDEN:
            yield batch
            batch, zeichen, seit = [], 0, monotonic()
    if batch:
        yield batch


def _take_in(batch: Sequence[Aufnahme | _Datei], *, ersetzen: bool) -> list[Aufnahme]:
    """Records a batch. What the database won't have costs the one file that it is in, and not the others."""
    try:
        return _record(batch, ersetzen=ersetzen)
    except (IntegrityError, DataError) as fehler:
        if len(batch) > 1:
            return [aufnahme for eines in batch for aufnahme in _take_in([eines], ersetzen=ersetzen)]
        (datei,) = batch
        if isinstance(datei, Aufnahme):
            raise
        logger.exception("%s could not be recorded", datei.pfad)
        meldung = f"Die Datenbank nimmt das Dokument nicht an ({fehler}). Bitte melden Sie das mit der Datei."
        return _record([datei.refused(meldung)], ersetzen=ersetzen)


def _record(batch: Sequence[Aufnahme | _Datei], *, ersetzen: bool) -> list[Aufnahme]:
    if all(isinstance(eines, Aufnahme) and not eines.ist_versuch for eines in batch):
        return [eines for eines in batch if isinstance(eines, Aufnahme)]
    with ExitStack() as kopien:
        vorbereitet = [_prepare(eines, kopien) if isinstance(eines, _Datei) else eines for eines in batch]
        dateien = [eines for eines in vorbereitet if isinstance(eines, _Datei)]
        with transaction.atomic():
            quellen = [(datei.gelesen.drucksache, datei.quelle) for datei in dateien]
            geschehen = iter(recording.record_all(quellen, ersetzen=ersetzen))
            aufnahmen = [
                _result(eines, next(geschehen)) if isinstance(eines, _Datei) else eines for eines in vorbereitet
            ]
            Einlesung.objects.bulk_create(_attempt(aufnahme) for aufnahme in aufnahmen if aufnahme.ist_versuch)
            for datei, aufnahme in zip(vorbereitet, aufnahmen, strict=True):
                if isinstance(datei, _Datei) and datei.lege_ab and not aufnahme.ist_abgelehnt:
                    datei.lege_ab()
    return aufnahmen


def _prepare(datei: _Datei, kopien: ExitStack) -> Aufnahme | _Datei:
    gelesen = datei.gelesen
    kopie = Ablage(settings.MEDIA_ROOT).prepared(datei.pfad, gelesen.sha256, gelesen.mimetyp)
    try:
        return replace(datei, lege_ab=kopien.enter_context(kopie))
    except Unlesbar as fehler:
        return datei.refused(str(fehler))


def _result(datei: _Datei, geschehen: recording.Ergebnis | recording.Ablehnung) -> Aufnahme:
    if isinstance(geschehen, recording.Ablehnung):
        return datei.refused(str(geschehen))
    return Aufnahme(
        datei.pfad,
        ERGEBNIS_JE_STAND[geschehen.stand],
        sha256=datei.gelesen.sha256,
        dokument=geschehen.dokument,
        drucksache=datei.gelesen.drucksache,
        befunde=geschehen.befunde,
        behalten=tuple(geschehen.behalten),
    )


def _attempt(aufnahme: Aufnahme) -> Einlesung:
    return Einlesung(
        # A file system also knows names that are no text.
        dateiname=aufnahme.pfad.name.encode(errors="replace").decode()[:255] or "?",
        sha256=aufnahme.sha256,
        ergebnis=aufnahme.ergebnis,
        meldung=aufnahme.meldung,
        dokument=aufnahme.dokument,
    )
