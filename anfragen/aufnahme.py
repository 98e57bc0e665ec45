"""Taking files in: read, keep the original, record, and note the attempt.

A file has its record, its original and its attempt, or, if it was refused, its attempt alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import batched
from pathlib import Path

from django.conf import settings
from django.db import transaction

from anfragen import recording
from anfragen.einlesen.ablage import Ablage
from anfragen.einlesen.dateien import sha256
from anfragen.einlesen.grenzen import Grenzen
from anfragen.einlesen.inhalt import Unlesbar
from anfragen.einlesen.leser import Leser
from anfragen.einlesen.prozess import Gelesen, Verdikt
from anfragen.models import Dokument, Einlesung
from anfragen.parsing import LESEVERSION
from anfragen.parsing.records import Drucksache

STAPEL = 500  # files whose checksums are looked up at once
ERGEBNIS_JE_STAND = {
    recording.Stand.ANGELEGT: Einlesung.Ergebnis.ANGELEGT,
    recording.Stand.GEAENDERT: Einlesung.Ergebnis.GEAENDERT,
    recording.Stand.UNVERAENDERT: Einlesung.Ergebnis.UNVERAENDERT,
}


@dataclass(frozen=True)
class Aufnahme:
    """What became of one file.

    `drucksache` is what was read; None if the file was refused, or was read before and did not have to be again.
    `behalten` names the fields that staff had changed and that were left alone.
    """

    pfad: Path
    ergebnis: Einlesung.Ergebnis
    meldung: str = ""
    dokument: Dokument | None = None
    drucksache: Drucksache | None = None
    befunde: int = 0
    behalten: tuple[str, ...] = ()

    @property
    def ist_abgelehnt(self) -> bool:
        return self.ergebnis in (Einlesung.Ergebnis.ABGELEHNT, Einlesung.Ergebnis.OHNE_TEXT)


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
    leser: Leser, pfade: Iterable[Path], *, ersetzen: bool = False, neu_lesen: bool = False
) -> Iterator[Aufnahme]:
    """Takes in each file, in the order given, and says what became of it.

    A file that was read before, with the same bytes and the reading as it is now, is not read again, so that an
    interrupted run goes on where it stopped; `neu_lesen` reads it all the same.
    """
    for stapel in batched(pfade, STAPEL):
        bekannt = {} if neu_lesen else _known(stapel)
        gelesen = leser.read_all(pfad for pfad in stapel if pfad not in bekannt)
        for pfad in stapel:
            if dokument := bekannt.get(pfad):
                befunde = dokument.befunde_offen  # type: ignore[attr-defined] # counted by the query
                yield Aufnahme(pfad, Einlesung.Ergebnis.UNVERAENDERT, dokument=dokument, befunde=befunde)
            else:
                yield _take_in(*next(gelesen), ersetzen=ersetzen)


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


def _take_in(pfad: Path, gelesen: Gelesen | Verdikt, *, ersetzen: bool) -> Aufnahme:
    if isinstance(gelesen, Verdikt):
        ergebnis = Einlesung.Ergebnis.OHNE_TEXT if gelesen.ohne_text else Einlesung.Ergebnis.ABGELEHNT
        return _refused(pfad, gelesen.sha256, ergebnis, gelesen.meldung)
    quelle = recording.Quelle(str(pfad), gelesen.sha256, gelesen.mimetyp)
    ablage = Ablage(settings.MEDIA_ROOT)
    try:
        with ablage.prepared(pfad, gelesen.sha256, gelesen.mimetyp) as lege_ab, transaction.atomic():
            geschehen = recording.record(gelesen.drucksache, quelle, ersetzen=ersetzen)
            ergebnis = ERGEBNIS_JE_STAND[geschehen.stand]
            Einlesung.objects.create(
                dateiname=_name(pfad), sha256=gelesen.sha256, ergebnis=ergebnis, dokument=geschehen.dokument
            )
            lege_ab()
    except (recording.Ablehnung, Unlesbar) as fehler:
        return _refused(pfad, gelesen.sha256, Einlesung.Ergebnis.ABGELEHNT, str(fehler))
    return Aufnahme(
        pfad,
        ergebnis,
        dokument=geschehen.dokument,
        drucksache=gelesen.drucksache,
        befunde=geschehen.befunde,
        behalten=tuple(geschehen.behalten),
    )


def _refused(pfad: Path, pruefsumme: str, ergebnis: Einlesung.Ergebnis, meldung: str) -> Aufnahme:
    Einlesung.objects.create(dateiname=_name(pfad), sha256=pruefsumme, ergebnis=ergebnis, meldung=meldung)
    return Aufnahme(pfad, ergebnis, meldung)


def _name(pfad: Path) -> str:
    """The file's name as it can be stored; a file system also knows names that are no text."""
    return pfad.name.encode(errors="replace").decode()[:255] or "?"
