"""The projects of a programme from a spreadsheet: all lines go in, or none does and each that can't is named.

Programme and Handlungsfelder are there before. A project that is on record is known again by its Kennung or name; what
is empty in it is filled, what differs stays unless asked otherwise.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from projekte import adressen
from projekte.models import Handlungsfeld, Kommune, Programm, Projekt, Projektort

SPALTEN = ("programm", "kennung", "name", "handlungsfeld", "orte", "teilprojekt_von", "art", "quelle")
TRENNZEICHEN = ";,\t"
GRUND = "Projekttabelle"

type Werte = Mapping[str, str]


class TabelleAbgelehnt(Exception):
    """A table of which nothing was taken; each message names line, reason and remedy in German."""

    def __init__(self, *gruende: str) -> None:
        super().__init__("\n".join(gruende))


class ZeileAbgelehnt(Exception):
    """One line that can't be used; the message gives reason and remedy in German."""


@dataclass
class Bilanz:
    """What became of the lines; `abweichend` names those whose project says otherwise, and where."""

    angelegt: int = 0
    ergaenzt: int = 0
    vorhanden: int = 0
    abweichend: list[str] = field(default_factory=list)


def importiere(pfad: Path, *, aktualisieren: bool = False, nur_pruefen: bool = False) -> Bilanz:
    """Takes a CSV with the columns of SPALTEN, parted by semicolon, comma or tab. Raises TabelleAbgelehnt.

    With `aktualisieren`, projects that differ take the table's values.
    """
    zeilen = list(_lies(pfad))
    with transaction.atomic():
        tabelle = _Tabelle(aktualisieren=aktualisieren)
        for ort, werte in zeilen:
            tabelle.try_(ort, werte, tabelle.take)
        for ort, werte in zeilen:
            if ort in tabelle.projekte:
                tabelle.try_(ort, werte, tabelle.join_whole)
        if tabelle.abgelehnt:
            raise TabelleAbgelehnt(*tabelle.abgelehnt)
        transaction.set_rollback(nur_pruefen)
    return tabelle.bilanz()


def _lies(pfad: Path) -> Iterator[tuple[str, Werte]]:
    """Each line that says something, with the place to name when it is refused."""
    try:
        text = pfad.read_text(encoding="utf-8-sig")
    except OSError as fehler:
        raise TabelleAbgelehnt(f"{pfad}: nicht lesbar ({fehler.strerror}). Bitte den Pfad prüfen.") from fehler
    except UnicodeDecodeError as fehler:
        raise TabelleAbgelehnt(f"{pfad.name}: nicht in UTF-8. Bitte als „CSV UTF-8“ speichern.") from fehler
    if "\0" in text:  # PostgreSQL takes none, SQLite would
        raise TabelleAbgelehnt(
            f"{pfad.name}: enthält Nullzeichen, ist also keine Tabelle als Text. Bitte als „CSV UTF-8“ speichern."
        )
    kopf = text.partition("\n")[0]
    tabelle = csv.DictReader(StringIO(text, newline=""), delimiter=max(TRENNZEICHEN, key=kopf.count), strict=True)
    try:
        if (tabelle.fieldnames or ()) != [*SPALTEN]:
            raise TabelleAbgelehnt(f"{pfad.name}, Zeile 1: Die Spalten müssen lauten: {';'.join(SPALTEN)}")
        for werte in tabelle:
            ort = f"{pfad.name}, Zeile {tabelle.line_num}"
            if None in werte or None in werte.values():
                raise TabelleAbgelehnt(f"{ort}: Es sind zu viele oder zu wenige Felder. Bitte Trennzeichen prüfen.")
            if any(wert.strip() for wert in werte.values()):
                yield ort, {spalte: wert.strip() for spalte, wert in werte.items()}
    except csv.Error as fehler:
        raise TabelleAbgelehnt(
            f"{pfad.name}, Zeile {tabelle.reader.line_num}: nicht lesbar. Bitte die Anführungszeichen prüfen."
        ) from fehler


class _Tabelle:
    """The lines taken so far. `projekte` has the project of each, by its place."""

    def __init__(self, *, aktualisieren: bool) -> None:
        self.aktualisieren = aktualisieren
        self.programme = {programm.schluessel: programm for programm in Programm.objects.all()}
        felder = Handlungsfeld.objects.select_related("programm")
        self.felder = {(feld.programm, name): feld for feld in felder for name in (feld.name, feld.schluessel)}
        self.kommunen = {name: ort for ort in Kommune.objects.all() for name in (ort.name, ort.schluessel, ort.ags)}
        self.bestand: dict[tuple[Programm, str], Projekt] = {}
        for projekt in Projekt.objects.select_related("programm", "handlungsfeld", "teilprojekt_von"):
            self._remember(projekt)
        self.projekte: dict[str, Projekt] = {}
        self.neu: set[str] = set()
        self.geaendert: set[str] = set()
        self.anders: dict[str, list[str]] = {}
        self.abgelehnt: list[str] = []

    def try_(self, ort: str, werte: Werte, schritt: Any) -> None:
        try:
            with transaction.atomic():
                schritt(ort, werte)
        except ZeileAbgelehnt as grund:
            self.abgelehnt.append(f"{ort}: {grund}")
        except ValidationError as fehler:
            self.abgelehnt.append(f"{ort}: {' '.join(fehler.messages)}")

    def take(self, ort: str, werte: Werte) -> None:
        """The line's project, made or changed, with its places."""
        programm = self._programm(werte["programm"])
        projekt = self._known(programm, werte) or Projekt(programm=programm, schluessel=adressen.key_of(werte["name"]))
        if projekt in self.projekte.values():
            raise ZeileAbgelehnt("Eine Zeile darüber nennt dasselbe Projekt. Bitte eine von beiden löschen.")
        self._write(ort, projekt, {
            "name": self._required(werte, "name"),
            "kennung": self._kennung(programm, werte["kennung"]),
            "handlungsfeld": self._feld(programm, werte["handlungsfeld"]),
            "art": self._art(werte["art"]),
            "quelle": werte["quelle"],
        })  # fmt: skip
        for kommune in self._orte(werte["orte"]):
            if Projektort.objects.get_or_create(projekt=projekt, kommune=kommune)[1] and ort not in self.neu:
                self.geaendert.add(ort)
        self._remember(projekt)
        self.projekte[ort] = projekt

    def join_whole(self, ort: str, werte: Werte) -> None:
        """Makes the line's project a part, once all lines are taken: the whole may stand further below."""
        if not (gesucht := werte["teilprojekt_von"]):
            return
        projekt = self.projekte[ort]
        if not (ganzes := self.bestand.get((projekt.programm, gesucht))):
            raise ZeileAbgelehnt(
                f"teilprojekt_von: „{gesucht}“ ist kein Projekt dieses Programms. Bitte Kennung oder Namen des ganzen "
                "Projekts angeben, wie sie in dieser Tabelle oder auf der Seite stehen."
            )
        self._write(ort, projekt, {"teilprojekt_von": ganzes})

    def bilanz(self) -> Bilanz:
        bekannte = self.projekte.keys() - self.neu
        return Bilanz(
            angelegt=len(self.neu),
            ergaenzt=len(bekannte & self.geaendert),
            vorhanden=len(bekannte - self.geaendert),
            abweichend=[f"{ort}: {', '.join(felder)}" for ort, felder in self.anders.items()],
        )

    def _write(self, ort: str, projekt: Projekt, werte: Mapping[str, Any]) -> None:
        """Fills what is empty; what differs is overwritten if wanted, else noted."""
        neu = projekt.pk is None
        geaendert = neu
        for name, wert in werte.items():
            bisher = getattr(projekt, name)
            if not wert or bisher == wert:
                continue
            if bisher and not neu and not self.aktualisieren:
                feld: Any = Projekt._meta.get_field(name)
                self.anders.setdefault(ort, []).append(str(feld.verbose_name))
            else:
                setattr(projekt, name, wert)
                geaendert = True
        if geaendert:
            projekt._change_reason = GRUND  # type: ignore[attr-defined] # django-simple-history reads it off the record
            projekt.full_clean()
            projekt.save()
            (self.neu if neu else self.geaendert).add(ort)

    def _known(self, programm: Programm, werte: Werte) -> Projekt | None:
        """By its Kennung, else by its name, else by the key made from that."""
        namen = (werte["kennung"], werte["name"], adressen.key_of(werte["name"]))
        return next((projekt for name in namen if (projekt := self.bestand.get((programm, name)))), None)

    def _remember(self, projekt: Projekt) -> None:
        for name in (projekt.name, projekt.schluessel, projekt.kennung):
            if name:
                self.bestand[projekt.programm, name] = projekt

    def _programm(self, wert: str) -> Programm:
        if programm := self.programme.get(wert):
            return programm
        bekannte = ", ".join(sorted(self.programme)) or "noch keines"
        raise ZeileAbgelehnt(
            f"programm: „{wert}“ gibt es nicht (bekannt: {bekannte}). Bitte den Schlüssel berichtigen oder das "
            "Programm zuerst anlegen."
        )

    def _required(self, werte: Werte, spalte: str) -> str:
        if not werte[spalte] or not adressen.key_of(werte[spalte]):
            raise ZeileAbgelehnt(f"{spalte}: fehlt. Bitte ausfüllen.")
        return werte[spalte]

    def _kennung(self, programm: Programm, wert: str) -> str:
        if wert and not programm.kennungsmuster.fullmatch(wert):
            raise ZeileAbgelehnt(
                f"kennung: „{wert}“ hat nicht die Form „{programm.kennungsform}“. Hat die Tabellenkalkulation ein "
                "Datum daraus gemacht, bitte die Spalte als Text formatieren und neu eingeben."
            )
        return wert

    def _feld(self, programm: Programm, wert: str) -> Handlungsfeld | None:
        if not wert:
            return None
        if feld := self.felder.get((programm, wert)):
            return feld
        namen = "; ".join(feld.name for feld in programm.handlungsfelder.all()) or "noch keines"
        raise ZeileAbgelehnt(
            f"handlungsfeld: „{wert}“ hat das Programm nicht (bekannt: {namen}). Bitte berichtigen oder zuerst anlegen."
        )

    def _art(self, wert: str) -> str:
        """Empty is nothing said: a new project is then the Land's."""
        if wert and wert not in Projekt.Art.values:
            raise ZeileAbgelehnt(f"art: „{wert}“ gibt es nicht. Bitte {' oder '.join(Projekt.Art.values)}.")
        return wert

    def _orte(self, wert: str) -> list[Kommune]:
        namen = [name.strip() for name in wert.split(";") if name.strip()]
        if fremd := [name for name in namen if name not in self.kommunen]:
            raise ZeileAbgelehnt(
                f"orte: {', '.join(f'„{name}“' for name in fremd)} steht nicht in der Liste der Kommunen. Bitte den "
                "Namen berichtigen; mehrere mit Semikolon trennen, das Feld dann in Anführungszeichen."
            )
        return [self.kommunen[name] for name in namen]
