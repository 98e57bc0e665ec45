"""Holds what is on record against itself and reports the findings that came and went."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import reset_queries
from rich.console import Console
from rich.progress import Progress

from anfragen.befunde import regeln
from anfragen.befunde.pruefung import pruefe_alle
from anfragen.models import Befund, Dokument
from anfragen.parsing.records import Dokumentnummer


class Command(BaseCommand):
    help = (
        "Prüft alle Dokumente, oder die genannten, auf Widersprüche, vermutliche Druckfehler und Lücken. Neue Befunde "
        "sind offen, was nicht mehr zutrifft, ist behoben; was bestätigt oder verworfen ist, bleibt es."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dokumente", nargs="*", metavar="DOKUMENT", help="Nummer, zum Beispiel 17/11212")
        parser.add_argument(
            "--regel",
            action="append",
            dest="regeln",
            metavar="REGEL",
            choices=[regel.schluessel for regel in regeln.am_bestand()],
            help="nur nach dieser Regel prüfen, auch mehrfach: %(choices)s",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        auswahl = [
            regel for regel in regeln.am_bestand() if regel.schluessel in (options["regeln"] or [regel.schluessel])
        ]
        ids = [pk for nummer in options["dokumente"] for pk in _find(nummer)] or None
        console = Console(stderr=True)
        with Progress(console=console, disable=not console.is_terminal, transient=True) as balken:
            aufgabe = balken.add_task("Prüfen", total=Dokument.objects.count() if ids is None else len(ids))

            def melde(anzahl: int) -> None:
                balken.advance(aufgabe, anzahl)
                reset_queries()  # in development Django keeps every query in memory

            bilanz = pruefe_alle(auswahl, ids, melde)
        self.stdout.write(
            f"{bilanz.neu} neu, {bilanz.wieder} wieder offen, {bilanz.behoben} behoben, {bilanz.geaendert} nachgeführt"
        )
        for zeile in Befund.objects.offen().je_regel():
            regel = regeln.finde(zeile["regel"])
            self.stdout.write(f"  {zeile['anzahl']:>6} offen: {regel.name} ({regel.schluessel}, {regel.gewicht})")


def _find(nummer: str) -> list[int]:
    """The ids of the papers of that number, in whichever series. Raises CommandError if there is none."""
    try:
        gesucht = Dokumentnummer.parse(nummer)
    except ValueError:
        raise CommandError(
            f"„{nummer}“ ist keine Nummer eines Dokuments. Schreiben Sie zum Beispiel 17/11212."
        ) from None
    gefunden = Dokument.objects.filter(
        wahlperiode__parlament__kuerzel=settings.PARLAMENT,
        wahlperiode__nummer=gesucht.wahlperiode,
        nummer=gesucht.nummer,
        zusatz=gesucht.zusatz,
    )
    ids = list(gefunden.values_list("pk", flat=True))
    if not ids:
        raise CommandError(f"{nummer} ist nicht erfasst.")
    return ids
