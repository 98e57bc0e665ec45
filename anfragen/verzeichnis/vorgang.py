"""A line of the index with the master data that it names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from anfragen.models import Anfrage, Fraktion, Ministerium, Parlament, Person, Wahlperiode
from anfragen.parsing.records import Dokumentnummer
from anfragen.verzeichnis.stammdaten import Stammdaten
from anfragen.verzeichnis.zeilen import Ablehnung, Zeile, zitat

# Wahlperiode, Reihe, number and its suffix: what makes a Dokument unique, as ids.
Schluessel = tuple[int, int, int, str]


@dataclass(frozen=True, eq=False)
class Vorgang:
    """`anfrage_wahlperiode` is another one only if the paper of the question is of an earlier term."""

    zeile: Zeile
    wahlperiode: Wahlperiode
    anfrage_wahlperiode: Wahlperiode
    schluessel: Schluessel
    frage_schluessel: Schluessel | None
    fraktionen: Sequence[Fraktion]
    personen: Sequence[tuple[Person, str]]
    ministerium: Ministerium | None

    @property
    def art(self) -> Anfrage.Art:
        """Without a kind in the index a Kleine Anfrage, which nearly all are."""
        return Anfrage.Art(self.zeile.art or Anfrage.Art.KLEIN)

    @property
    def fragesteller(self) -> list[tuple[int, int | None, str]]:
        """Person, Fraktion and printed name in printed order, as Fragesteller keeps them.

        The index lists Fraktionen and people apart: with several Fraktionen nobody can tell who belongs to which.
        """
        fraktion = self.fraktionen[0].pk if len(self.fraktionen) == 1 else None
        je_person = {person.pk: (person.pk, fraktion, gedruckt) for person, gedruckt in reversed(self.personen)}
        return list(reversed(je_person.values()))


def vorgaenge(zeilen: Sequence[Zeile], stammdaten: Stammdaten) -> tuple[list[Vorgang], list[Ablehnung]]:
    """The lines with the master data they name; refused if their parliament is unknown."""
    angenommen: list[Vorgang] = []
    abgelehnt: list[Ablehnung] = []
    je_parlament: dict[Parlament, list[Zeile]] = defaultdict(list)
    for zeile in zeilen:
        if parlament := stammdaten.parlament(zeile.parlament):
            je_parlament[parlament].append(zeile)
        else:
            abgelehnt.append(_unbekanntes_parlament(zeile, stammdaten))
    for parlament, eigene in je_parlament.items():
        personen = stammdaten.personen(parlament, {name for zeile in eigene for name in zeile.personen})
        angenommen += [_vorgang(zeile, parlament, personen, stammdaten) for zeile in eigene]
    return angenommen, abgelehnt


def _unbekanntes_parlament(zeile: Zeile, stammdaten: Stammdaten) -> Ablehnung:
    namen = ", ".join(stammdaten.parlamentsnamen)
    return Ablehnung(
        zeile.nummer,
        f"body {zitat(zeile.parlament)} ist kein bekanntes Parlament",
        f"Bekannt sind: {namen}. Ein weiteres legen Sie in der Verwaltung mit seinem „Namen im Verzeichnis“ an."
        if namen
        else "Laden Sie zuerst die Stammdaten (manage.py lade_stammdaten).",
    )


def _vorgang(zeile: Zeile, parlament: Parlament, personen: dict[str, Person], stammdaten: Stammdaten) -> Vorgang:
    reihe = stammdaten.reihe(parlament)

    def ort(nummer: Dokumentnummer) -> tuple[Wahlperiode, Schluessel]:
        wahlperiode = stammdaten.wahlperiode(parlament, nummer.wahlperiode)
        return wahlperiode, (wahlperiode.pk, reihe.pk, nummer.nummer, nummer.zusatz)

    wahlperiode, schluessel = ort(zeile.dokument)
    anfrage_wahlperiode, frage_schluessel = (
        ort(zeile.anfrage_dokument) if zeile.anfrage_dokument else (wahlperiode, None)
    )
    return Vorgang(
        zeile=zeile,
        wahlperiode=wahlperiode,
        anfrage_wahlperiode=anfrage_wahlperiode,
        schluessel=schluessel,
        frage_schluessel=frage_schluessel,
        fraktionen=[stammdaten.fraktion(anfrage_wahlperiode, name) for name in zeile.fraktionen],
        personen=[(personen[name], name) for name in zeile.personen],
        ministerium=stammdaten.haus(wahlperiode, zeile.haeuser[0], zeile.datum) if zeile.haeuser else None,
    )
