"""Resolves all references anew, or takes back what resolving found."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand
from django.db import reset_queries
from rich.console import Console
from rich.progress import Progress

from anfragen import resolving
from anfragen.management.commands.import_drucksachen import gezaehlt
from anfragen.models import Verweis
from anfragen.resolving.writing import Fortschritt


class Command(BaseCommand):
    help = (
        "Löst alle Verweise neu auf: Jeder führt danach zu dem, was er meint, oder zu einem nur zitierten Dokument. "
        "Was von Hand entschieden ist, bleibt. Ein zweiter Lauf ändert nichts; einen abgebrochenen wiederholen Sie."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--zuruecknehmen",
            action="store_true",
            help="vergisst alle nicht von Hand entschiedenen Ziele und die Dokumente, die dann niemand mehr zitiert",
        )

    def handle(self, *, zuruecknehmen: bool, **options: Any) -> None:
        if zuruecknehmen:
            with _progress("Zurücknehmen") as fortschritt:
                vergessen = resolving.forget_all(fortschritt)
            self.stdout.write(
                f"{gezaehlt(vergessen.verweise, 'Verweis', 'Verweise')} zurückgenommen, "
                f"{gezaehlt(vergessen.papiere, 'nur zitiertes Dokument', 'nur zitierte Dokumente')} entfernt."
            )
            return
        with _progress("Auflösen") as fortschritt:
            geaendert = resolving.resolve_all(fortschritt)
        staende = Counter({stand: Verweis.objects.mit_stand(stand).count() for stand in Verweis.Stand})
        aufzaehlung = ", ".join(f"{zahl} {stand.label}" for stand, zahl in staende.items())
        self.stdout.write(f"{gezaehlt(staende.total(), 'Verweis', 'Verweise')}: {aufzaehlung}; {geaendert} geändert.")


@contextmanager
def _progress(name: str) -> Iterator[Fortschritt]:
    """A bar on a terminal, and no bar elsewhere."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as balken:
        aufgabe = balken.add_task(name, total=None)

        def melde(fertig: int, alle: int) -> None:
            balken.update(aufgabe, completed=fertig, total=alle)
            reset_queries()  # in development Django keeps every query in memory

        yield melde
