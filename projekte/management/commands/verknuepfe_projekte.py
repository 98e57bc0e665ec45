"""Links projects with the papers that are about them, by title and by table."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from projekte.titelbezug import verbinde_nach_titeln
from projekte.verknuepfung import SPALTEN, TABELLE, ZuordnungsFehler, verknuepfe_dokumente


class Command(BaseCommand):
    help = (
        "Verknüpft Projekte mit den Dokumenten, die sie zum Gegenstand haben: nach den Titeln aller erfassten und nach "
        "einer Tabelle. Abgelehnte Zeilen werden genannt, die übrigen verknüpft; der Rückgabewert ist dann 1."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "tabelle",
            nargs="?",
            type=Path,
            default=TABELLE,
            help=f"CSV mit den Spalten {', '.join(SPALTEN)}; ohne Angabe die mitgelieferte Tabelle",
        )

    def handle(self, *, tabelle: Path, **options: Any) -> None:
        try:
            bilanz = verknuepfe_dokumente(tabelle)
        except ZuordnungsFehler as fehler:
            raise CommandError(str(fehler)) from fehler
        nach_titeln = len(verbinde_nach_titeln())
        self.stdout.write(f"Nach Titeln: {nach_titeln} verknüpft")
        self.stdout.write(
            f"Nach Tabelle: {bilanz.verknuepft} verknüpft, {bilanz.vorhanden} vorhanden, "
            f"{bilanz.geloest} von Hand gelöst, {bilanz.nur_zitiert} Drucksachen neu als nur zitiert, "
            f"{len(bilanz.abgelehnt)} abgelehnt"
        )
        if bilanz.abgelehnt:
            raise CommandError("\n".join(bilanz.abgelehnt))
