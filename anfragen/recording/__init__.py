"""From what was read to the record: atomic, idempotent, and it says what it did.

A batch of documents is recorded in one transaction, in a number of queries that doesn't depend on how many they are:
read what is on record of all that they can touch (`bestand`), decide document by document in memory, write it all
(`anfragen.stapel`), resolve the references. One document is a batch of one. A second run over the same texts changes
nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.conf import settings
from django.db import transaction
from django.db.models import Count

from anfragen import befunde, resolving
from anfragen.abgleich import Abgleich
from anfragen.erweiterung import Mitschrift, erfasst, erweiterungen
from anfragen.models import Anfrage, Befund, Dokument
from anfragen.parsing import LESEVERSION, records
from anfragen.recording.anfrage import write_anfragen, write_fragen
from anfragen.recording.antwort import write_antwort
from anfragen.recording.bestand import Bestand, Papier
from anfragen.recording.dokument import write_dokument
from anfragen.recording.verweise import write_befunde, write_verweise
from anfragen.recording.vorgang import Ablehnung, Quelle, Vorgang, nummer_aus_dateiname
from anfragen.recording.zusagen import write_zusagen
from anfragen.stapel import Stapel, without_user

__all__ = ["Ablehnung", "Ergebnis", "Quelle", "Stand", "nummer_aus_dateiname", "record", "record_all"]


class Stand(StrEnum):
    ANGELEGT = "angelegt"
    GEAENDERT = "geändert"
    UNVERAENDERT = "unverändert"


@dataclass(frozen=True)
class Ergebnis:
    """What became of a document; `behalten` names the fields that staff had changed and that were left alone."""

    dokument: Dokument
    stand: Stand
    befunde: int
    behalten: Sequence[str] = field(default=())


def record(
    drucksache: records.Drucksache, quelle: Quelle, *, parlament: str | None = None, ersetzen: bool = False
) -> Ergebnis:
    """Writes one read document.

    Raises Ablehnung, with nothing written, if its number or Wahlperiode is unknown, or if the number is on record
    with another text and `ersetzen` is false.
    """
    (ergebnis,) = record_all([(drucksache, quelle)], parlament=parlament, ersetzen=ersetzen)
    if isinstance(ergebnis, Ablehnung):
        raise ergebnis
    return ergebnis


def record_all(
    gelesen: Sequence[tuple[records.Drucksache, Quelle]], *, parlament: str | None = None, ersetzen: bool = False
) -> list[Ergebnis | Ablehnung]:
    """Writes read documents, one after the other, and says of each in turn what became of it.

    One that is refused, as `record` says, does no harm to the others. If the database refuses one, none is written.
    """
    stapel = Stapel()
    vorgaenge = [
        Vorgang(drucksache, quelle, Abgleich(f"Import {quelle.dateiname}", stapel)) for drucksache, quelle in gelesen
    ]
    mitschriften = [erweiterung.begin([drucksache for drucksache, _ in gelesen]) for erweiterung in erweiterungen]
    with transaction.atomic(), without_user():
        bestand = Bestand(
            parlament or settings.PARLAMENT,
            (papier for vorgang in vorgaenge for papier in vorgang.papiere()),
            (anfrage for vorgang in vorgaenge for anfrage in vorgang.anfragen()),
            (person for vorgang in vorgaenge for person in vorgang.personen()),
            stapel,
        )
        for mitschrift in mitschriften:
            mitschrift.load([papier.dokument for papier in bestand.papiere() if papier.dokument.pk], stapel)
        zitiert = {verweis.ziel_dokument_id for papier in bestand.papiere() for verweis in papier.verweise}
        geschehen = [_write(vorgang, bestand, mitschriften, ersetzen=ersetzen) for vorgang in vorgaenge]
        stapel.flush()
        erfasst = [eines for eines in geschehen if isinstance(eines, _Geschehen)]
        _finish([eines.papier for eines in erfasst], [akte.anfrage for akte in bestand.in_arbeit])
        resolving.remove_uncited(zitiert)  # of references that a replaced text doesn't have any more
        offen = _befunde_offen([eines.papier.dokument for eines in erfasst])
    return [
        Ergebnis(
            eines.papier.dokument, eines.stand, offen.get(eines.papier.dokument.pk, 0), tuple(eines.abgleich.behalten)
        )
        if isinstance(eines, _Geschehen)
        else eines
        for eines in geschehen
    ]


@dataclass(frozen=True)
class _Geschehen:
    papier: Papier
    abgleich: Abgleich
    neu: bool

    @property
    def stand(self) -> Stand:
        if self.neu:
            return Stand.ANGELEGT
        return Stand.GEAENDERT if self.abgleich.etwas_geschehen else Stand.UNVERAENDERT


def _write(
    vorgang: Vorgang, bestand: Bestand, mitschriften: Sequence[Mitschrift], *, ersetzen: bool
) -> _Geschehen | Ablehnung:
    try:
        nummer = vorgang.check(bestand, ersetzen=ersetzen)
    except Ablehnung as ablehnung:
        return ablehnung
    papier = write_dokument(vorgang, nummer, bestand)
    neu = vorgang.abgleich.angelegt > 0
    akten = write_anfragen(vorgang, papier, bestand)
    if akten:
        write_fragen(vorgang, papier, akten[0])
        if vorgang.drucksache.vorblatt.ist_antwort:
            write_antwort(vorgang, papier, akten, bestand)
    write_verweise(vorgang, papier)
    write_zusagen(vorgang, papier)
    for mitschrift in mitschriften:
        gesagt_am = papier.antwort.datum_wirksam if papier.antwort else papier.dokument.datum
        vorgang.befunde += mitschrift.record(
            vorgang.drucksache, papier.dokument, gesagt_am, vorgang.abgleich, papier.zusagen
        )
    write_befunde(vorgang, papier, bestand)
    return _Geschehen(papier, vorgang.abgleich, neu)


def _finish(papiere: Sequence[Papier], anfragen: Sequence[Anfrage]) -> None:
    """What takes ids: resolving the references in these papers and to them, and comparing all with what is held."""
    dokumente = list({papier.dokument.pk: papier.dokument for papier in papiere}.values())
    if veraltet := [dokument for dokument in dokumente if dokument.leseversion != LESEVERSION]:
        # By which reading it was read says nothing about the document: no change, and no history.
        Dokument.objects.filter(pk__in=[dokument.pk for dokument in veraltet]).update(leseversion=LESEVERSION)
        for dokument in veraltet:
            dokument.leseversion = LESEVERSION
    resolving.heal(dokumente, anfragen)
    erfasst(dokumente)
    befunde.pruefe(dokumente)


def _befunde_offen(dokumente: Sequence[Dokument]) -> dict[int, int]:
    offen = Befund.objects.offen().filter(dokument__in=dokumente).order_by().values("dokument")
    return dict(offen.annotate(zahl=Count("pk")).values_list("dokument", "zahl"))
