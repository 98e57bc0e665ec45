"""Takes the projects of a programme from a spreadsheet."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from projekte.projekttabelle import SPALTEN, TabelleAbgelehnt, importiere


class Command(BaseCommand):
    help = (
        "Übernimmt Projekte aus einer Tabelle. Geht eine Zeile nicht, wird nichts geschrieben, und jede solche Zeile "
        "wird mit Grund und Abhilfe genannt (Rückgabewert 1)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("tabelle", type=Path, help=f"CSV in UTF-8 mit den Spalten {', '.join(SPALTEN)}")
        parser.add_argument("--dry-run", action="store_true", help="prüft nur und schreibt nichts")
        parser.add_argument(
            "--aktualisieren", action="store_true", help="überschreibt Abweichendes, auch von Hand Geändertes"
        )

    def handle(self, *, tabelle: Path, dry_run: bool, aktualisieren: bool, **options: Any) -> None:
        try:
            bilanz = importiere(tabelle, aktualisieren=aktualisieren, nur_pruefen=dry_run)
        except TabelleAbgelehnt as fehler:
            raise CommandError(f"Nichts übernommen.\n{fehler}") from fehler
        self.stdout.write(
            f"{'Nur geprüft: ' if dry_run else ''}{bilanz.angelegt} angelegt, {bilanz.ergaenzt} ergänzt, "
            f"{bilanz.vorhanden} unverändert"
        )
        for zeile in bilanz.abweichend:
            self.stdout.write(f"    weicht ab und bleibt: {zeile}")
