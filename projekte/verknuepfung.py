"""Which papers are about a project as a whole where no title says it: links from a table, also with papers only cited.

Apart from the master data because papers are no master data: a paper that nobody recorded yet becomes one that is
only cited, and fills up when it arrives.
"""

import csv
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.db import transaction

from anfragen.models import Dokument, Reihe, Wahlperiode
from anfragen.parsing.records import Dokumentnummer
from anfragen.parsing.records import Reihe as Reihenschluessel
from projekte.models import Projekt
from projekte.verbindung import Paar, verbinde

TABELLE = settings.BASE_DIR / "fixtures" / "projekte-dokumente.csv"
SPALTEN = ("programm", "projekt", "drucksache", "quelle")
GRUND = "Zuordnung von Dokumenten zu Projekten"
STAMMDATEN_LADEN = "die Stammdaten laden („manage.py lade_stammdaten“)"

type Werte = dict[str, str | None]


class ZuordnungsFehler(Exception):
    """A table that can't be read at all; the message names file and remedy in German."""


class ZeileAbgelehnt(Exception):
    """One line that can't be used; the message gives reason and remedy in German."""


@dataclass(frozen=True)
class Zeile:
    """One line: the project by its natural key, and the Drucksache of the parliament that the site is for."""

    programm: str
    projekt: str
    nummer: Dokumentnummer
    quelle: str


@dataclass
class Bilanz:
    """How many links were made, were there, or had been taken away by a person; how many papers are now only cited; and
    which lines were refused."""

    verknuepft: int = 0
    vorhanden: int = 0
    geloest: int = 0
    nur_zitiert: int = 0
    abgelehnt: list[str] = field(default_factory=list)


def verknuepfe_dokumente(pfad: Path = TABELLE) -> Bilanz:
    """Adds each paper of the table to its project; refused lines are listed, the others go in.

    Takes a CSV with the columns of SPALTEN. Raises ZuordnungsFehler if it isn't one.
    """
    bilanz = Bilanz()
    zeilen: list[tuple[str, Zeile]] = []
    for ort, werte in _lies(pfad):
        try:
            zeilen.append((ort, _zeile(werte)))
        except ZeileAbgelehnt as grund:
            bilanz.abgelehnt.append(f"{ort}: {grund}")
    with transaction.atomic():
        bestand = _Bestand([zeile for _, zeile in zeilen])
        paare = set()
        for ort, zeile in zeilen:
            try:
                paare.add(bestand.paar(zeile, bilanz))
            except ZeileAbgelehnt as grund:
                bilanz.abgelehnt.append(f"{ort}: {grund}")
        bilanz.vorhanden = len(paare & bestand.links)
        bilanz.verknuepft = len(verbinde(paare, GRUND))
        bilanz.geloest = len(paare) - bilanz.vorhanden - bilanz.verknuepft
    return bilanz


def _lies(pfad: Path) -> list[tuple[str, Werte]]:
    """Each row with the place to name when it is refused."""
    try:
        text = pfad.read_text(encoding="utf-8-sig")
        tabelle = csv.DictReader(StringIO(text, newline=""))
        zeilen = [(f"{pfad.name}, Zeile {tabelle.line_num}", werte) for werte in tabelle]
    except OSError as fehler:
        raise ZuordnungsFehler(f"{pfad}: nicht lesbar ({fehler.strerror}). Bitte den Pfad prüfen.") from fehler
    except (UnicodeDecodeError, csv.Error) as fehler:
        raise ZuordnungsFehler(f"{pfad.name}: keine CSV-Datei in UTF-8. Bitte als „CSV UTF-8“ speichern.") from fehler
    if fehlend := [spalte for spalte in SPALTEN if spalte not in (tabelle.fieldnames or ())]:
        raise ZuordnungsFehler(
            f"{pfad.name}, Zeile 1: Es fehlt: {', '.join(fehlend)}. Die Zeile muss lauten: {','.join(SPALTEN)}"
        )
    return zeilen


def _zeile(werte: Werte) -> Zeile:
    """Raises ZeileAbgelehnt for a row with fields too many or too few, or without a number."""
    if None in werte or None in werte.values():
        raise ZeileAbgelehnt("Es sind zu viele oder zu wenige Felder. Bitte Kommas und Anführungszeichen prüfen.")
    programm, projekt, drucksache, quelle = (str(werte[spalte]).strip() for spalte in SPALTEN)
    try:
        nummer = Dokumentnummer.parse(drucksache)
    except ValueError as fehler:
        raise ZeileAbgelehnt(f"„{drucksache}“ ist keine Drucksachennummer. Erwartet wird etwa 17/11212.") from fehler
    return Zeile(programm, projekt, nummer, quelle)


class _Bestand:
    """The projects and papers that a table names, read once: the number of queries doesn't grow with the table."""

    def __init__(self, zeilen: list[Zeile]) -> None:
        self.projekte = {p.natural_key(): p for p in Projekt.objects.select_related("programm")}
        self.links = set(Projekt.dokumente.through.objects.values_list("projekt_id", "dokument_id"))
        self.dokumente = {
            dokument.nummer_record: dokument
            for dokument in Dokument.objects.for_list().filter(
                wahlperiode__parlament__kuerzel=settings.PARLAMENT,
                reihe__schluessel=Reihenschluessel.DRUCKSACHE,
                nummer__in={zeile.nummer.nummer for zeile in zeilen},
            )
        }
        self.wahlperioden = {wp.nummer: wp for wp in Wahlperiode.objects.filter(parlament__kuerzel=settings.PARLAMENT)}
        self.reihe = Reihe.objects.filter(
            parlament__kuerzel=settings.PARLAMENT, schluessel=Reihenschluessel.DRUCKSACHE
        ).first()

    def paar(self, zeile: Zeile, bilanz: Bilanz) -> Paar:
        """Project and paper. Raises ZeileAbgelehnt if the master data lack the project or the Wahlperiode."""
        projekt = self.projekte.get((zeile.programm, zeile.projekt))
        if projekt is None:
            raise ZeileAbgelehnt(
                f"Das Programm „{zeile.programm}“ hat kein Projekt „{zeile.projekt}“. "
                f"Bitte den Schlüssel berichtigen oder {STAMMDATEN_LADEN}."
            )
        dokument = self.dokumente.get(zeile.nummer)
        if dokument is None:
            dokument = self.dokumente[zeile.nummer] = self._zitiere(zeile)
            bilanz.nur_zitiert += 1
        return projekt.pk, dokument.pk

    def _zitiere(self, zeile: Zeile) -> Dokument:
        wahlperiode = self.wahlperioden.get(zeile.nummer.wahlperiode)
        if wahlperiode is None or self.reihe is None:
            raise ZeileAbgelehnt(
                f"Die {zeile.nummer.wahlperiode}. Wahlperiode oder die Reihe der Drucksachen fehlt. "
                f"Bitte die Nummer berichtigen oder {STAMMDATEN_LADEN}."
            )
        dokument = Dokument(
            wahlperiode=wahlperiode,
            reihe=self.reihe,
            nummer=zeile.nummer.nummer,
            zusatz=zeile.nummer.zusatz,
            herkunft=Dokument.Herkunft.VERZEICHNIS,
            quelle=zeile.quelle,
            nur_zitiert=True,
        )
        dokument._change_reason = GRUND  # type: ignore[attr-defined] # django-simple-history reads it off the record
        dokument.save()
        return dokument
