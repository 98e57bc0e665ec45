"""Takes an index of answered questions into the database (`docs/verzeichnis-format.md`)."""

import csv
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, reset_queries
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from anfragen.verzeichnis.importing import Import
from anfragen.verzeichnis.reading import Unlesbar
from anfragen.verzeichnis.recording import Bilanz
from anfragen.verzeichnis.zeilen import Ablehnung

GEZEIGT = 20


class Command(BaseCommand):
    help = (
        "Nimmt Verzeichnisse beantworteter Anfragen auf (CSV in UTF-8, Format: docs/verzeichnis-format.md). Ein "
        "zweiter Lauf über dieselben Dateien ändert nichts. Abgelehnte Zeilen werden mit Grund und Abhilfe genannt und "
        "ändern den Status nicht. Mit Status 1 endet der Befehl, wenn eine Datei nicht gelesen oder nicht gespeichert "
        "werden konnte; die anderen gehen weiter."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dateien", nargs="+", type=Path, metavar="CSV")
        parser.add_argument(
            "--ablehnungen", type=Path, metavar="DATEI", help="alle abgelehnten Zeilen als CSV in diese Datei schreiben"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        gesamt = Bilanz()
        gescheitert = 0
        with Ablehnungsliste.open(options["ablehnungen"]) as ablehnungen:
            lauf = Import(timezone.localdate(), ablehnungen.add)
            for pfad in options["dateien"]:
                beginn = monotonic()
                try:
                    with _progress(pfad) as fortschritt:
                        bilanz = lauf.run(pfad, fortschritt)
                except Unlesbar as fehler:
                    gescheitert += 1
                    self.stderr.write(self.style.ERROR(f"{pfad}: {fehler}"))
                except DatabaseError as fehler:
                    gescheitert += 1
                    self.stderr.write(self.style.ERROR(f"{pfad}: {_database_message(fehler)}"))
                else:
                    gesamt.add(bilanz)
                    self.stdout.write(f"{pfad}: {_summary(bilanz)} ({_seconds(monotonic() - beginn)})")
            self.stdout.write(f"Zusammen: {_summary(gesamt)}")
            ablehnungen.show(self)
        with connection.cursor() as cursor:
            # Both databases plan badly from statistics of the time before thousands of rows came in.
            cursor.execute("ANALYZE")
        if gescheitert:
            raise CommandError(f"{gescheitert} von {len(options['dateien'])} Dateien wurden nicht aufgenommen.")


class Ablehnungsliste:
    """The refused lines: the first ones for the screen, all of them for a file; there may be very many."""

    def __init__(self, schreiber: Any = None) -> None:
        self.anzahl = 0
        self.erste: list[str] = []
        self._schreiber = schreiber

    @classmethod
    @contextmanager
    def open(cls, ziel: Path | None) -> Iterator["Ablehnungsliste"]:
        """With `ziel`, every refusal also goes into that file at once. Raises CommandError if it can't be written."""
        if ziel is None:
            yield cls()
            return
        try:
            datei = ziel.open("w", encoding="utf-8", newline="")
        except OSError as fehler:
            raise CommandError(
                f"{ziel}: Die Datei für die Ablehnungen lässt sich nicht schreiben ({fehler.strerror})."
            ) from None
        with datei:
            schreiber = csv.writer(datei)
            schreiber.writerow(["datei", "zeile", "grund", "abhilfe"])
            yield cls(schreiber)

    def add(self, pfad: Path, ablehnung: Ablehnung) -> None:
        self.anzahl += 1
        if self._schreiber:
            self._schreiber.writerow([pfad, ablehnung.zeile, ablehnung.grund, ablehnung.abhilfe])
        if len(self.erste) < GEZEIGT:
            self.erste.append(f"{pfad}, Zeile {ablehnung.zeile}: {ablehnung.grund}. {ablehnung.abhilfe}")

    def show(self, command: BaseCommand) -> None:
        for zeile in self.erste:
            command.stdout.write(f"  abgelehnt: {zeile}")
        if self.anzahl > len(self.erste):
            command.stdout.write(
                f"  … und {self.anzahl - len(self.erste)} weitere; --ablehnungen DATEI schreibt alle in eine Datei."
            )


@contextmanager
def _progress(pfad: Path) -> Iterator[Any]:
    """What `Import.run` tells of each batch: it moves a bar on a terminal, and no bar elsewhere."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as balken:
        aufgabe = balken.add_task(pfad.name, total=None)

        def melde(zeile: int, von: int) -> None:
            balken.update(aufgabe, completed=zeile, total=von)
            reset_queries()  # in development Django keeps every query in memory

        yield melde


def _summary(bilanz: Bilanz) -> str:
    """`81.948 angelegt, 0 geändert, 0 unverändert, 24 abgelehnt`"""
    zahlen = {
        "angelegt": bilanz.angelegt,
        "geändert": bilanz.geaendert,
        "unverändert": bilanz.unveraendert,
        "abgelehnt": bilanz.abgelehnt,
    }
    text = ", ".join(f"{zahl} {wort}" for wort, zahl in zahlen.items())
    wort = "weicht" if bilanz.behalten == 1 else "weichen"
    return text + (f"; {bilanz.behalten} {wort} vom Erfassten ab, das bleibt" if bilanz.behalten else "")


def _seconds(dauer: float) -> str:
    return f"{dauer:.1f} s".replace(".", ",")


def _database_message(fehler: DatabaseError) -> str:
    return (
        f"Die Datenbank hat nicht gespeichert ({fehler}). Was davor aufgenommen wurde, bleibt. Prüfen Sie, ob sie "
        "eingerichtet ist (manage.py migrate), und wiederholen Sie den Befehl."
    )
