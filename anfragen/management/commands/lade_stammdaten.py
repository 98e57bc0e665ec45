"""Loads the master data that comes with the product."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from anfragen.stammdaten import ORDNER, Bilanz, StammdatenFehler, lade


class Command(BaseCommand):
    help = (
        "Lädt Stammdaten: legt an, was fehlt, und lässt stehen, was da ist. "
        "Geht ein Satz nicht, wird nichts geladen (Rückgabewert 1)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "ordner",
            nargs="?",
            type=Path,
            default=ORDNER,
            help="Ordner mit Stammdaten (*.json); ohne Angabe die mitgelieferten",
        )
        parser.add_argument(
            "--aktualisieren",
            action="store_true",
            help="überschreibt Abweichendes mit den Stammdaten, auch von Hand Geändertes",
        )

    def handle(self, *, ordner: Path, aktualisieren: bool, **options: Any) -> None:
        try:
            bilanzen = lade(ordner, aktualisieren=aktualisieren)
        except StammdatenFehler as fehler:
            raise CommandError(f"Stammdaten nicht geladen. {fehler}") from fehler
        for bilanz in bilanzen:
            self.stdout.write(_zeile(bilanz))
            for abweichung in bilanz.abweichend:
                self.stdout.write(f"    {abweichung.satz}: {', '.join(abweichung.felder)}")
        if any(bilanz.abweichend for bilanz in bilanzen):
            self.stdout.write("Abweichendes bleibt, wie es ist; --aktualisieren setzt es auf die Stammdaten zurück.")


def _zeile(bilanz: Bilanz) -> str:
    """`Fraktionen                0 angelegt   24 vorhanden   1 weicht ab`"""
    abweichend = len(bilanz.abweichend)
    teile = [f"{bilanz.name:<22}", f"{bilanz.angelegt:>4} angelegt", f"{bilanz.vorhanden:>4} vorhanden"]
    if bilanz.aktualisiert:
        teile.append(f"{bilanz.aktualisiert:>4} aktualisiert")
    if abweichend:
        teile.append(f"{abweichend:>4} {'weicht' if abweichend == 1 else 'weichen'} ab")
    return " ".join(teile)
