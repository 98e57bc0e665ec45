"""Reads documents into the database, or, with --dry-run, only shows what would be read."""

import errno
import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from anfragen import aufnahme
from anfragen.einlesen import dateien
from anfragen.einlesen.leser import Leser
from anfragen.einlesen.prozess import Verdikt
from anfragen.erweiterung import erweiterungen
from anfragen.models import Einlesung
from anfragen.parsing import drucksache as parsing
from anfragen.parsing.records import Drucksache


class Command(BaseCommand):
    help = (
        "Liest Drucksachen aus PDF- und Textdateien (UTF-8) oder Ordnern ein. Ein zweiter Lauf über dieselben Dateien "
        "ändert nichts; ein abgebrochener Lauf macht beim nächsten Mal dort weiter. Endet mit Status 1, wenn eine "
        "Datei nicht aufgenommen werden konnte; die anderen gehen weiter."
    )
    # --dry-run promises to touch no database.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pfade", nargs="+", type=Path, metavar="PFAD", help="Datei oder Ordner")
        parser.add_argument("--dry-run", action="store_true", help="nur lesen, nichts aufzeichnen")
        parser.add_argument("--json", action="store_true", help="je Datei ein JSON-Objekt in einer Zeile ausgeben")
        parser.add_argument(
            "--ersetzen", action="store_true", help="eine schon erfasste Drucksache mit anderem Inhalt ersetzen"
        )
        parser.add_argument(
            "--neu-lesen", action="store_true", help="auch Dateien lesen, die unverändert schon eingelesen sind"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        pfade = list(dateien.files(options["pfade"]))
        if not pfade:
            raise CommandError(
                "Keine Dateien gefunden. Nennen Sie PDF- oder Textdateien oder Ordner, die welche enthalten."
            )
        zaehler: Counter[str] = Counter()
        console = Console(stderr=True)
        read = self.dry_run if options["dry_run"] else self.take_in
        try:
            with aufnahme.leser(prozesse=len(pfade)) as leser:
                zeilen = read(leser, pfade, options, zaehler)
                for zeile in track(
                    zeilen, "Einlesen", len(pfade), console=console, disable=not console.is_terminal, transient=True
                ):
                    if zeile:
                        self.stdout.write(zeile)
        except KeyboardInterrupt:
            fertig = zaehler.total() - zaehler["Befunde"]
            raise CommandError(
                f"Abgebrochen nach {fertig} von {len(pfade)} Dateien. Derselbe Befehl macht dort weiter.",
                returncode=130,
            ) from None
        except OSError as fehler:
            if fehler.errno != errno.ENOSPC:
                raise
            raise CommandError(
                "Der Datenträger ist voll. Schaffen Sie Platz; derselbe Befehl macht dann dort weiter."
            ) from None
        if not options["json"]:
            self.stdout.write(summary(zaehler, len(pfade)))
        if abgelehnt := zaehler["abgelehnt"] + zaehler["kein Text"]:
            raise CommandError(
                f"{abgelehnt} von {len(pfade)} Dateien {'wurde' if abgelehnt == 1 else 'wurden'} nicht aufgenommen."
            )

    def dry_run(
        self, leser: Leser, pfade: Iterable[Path], options: dict[str, Any], zaehler: Counter[str]
    ) -> Iterator[str]:
        for pfad, gelesen in leser.read_all(pfade):
            if isinstance(gelesen, Verdikt):
                zaehler["abgelehnt"] += 1
                yield self.refusal(pfad, gelesen.meldung, options)
                continue
            inhalt = as_json(gelesen.drucksache)
            zaehler["gelesen"] += 1
            zaehler["Befunde"] += len(inhalt["befunde"])
            if options["json"]:
                yield json.dumps(inhalt, ensure_ascii=False)
            else:
                yield line(inhalt["drucksache"] or "ohne Nummer", "gelesen", gelesen.drucksache, pfad)

    def take_in(
        self, leser: Leser, pfade: Iterable[Path], options: dict[str, Any], zaehler: Counter[str]
    ) -> Iterator[str]:
        # Who wants to see what was read wants it read.
        neu_lesen = options["neu_lesen"] or options["json"]
        for eine in aufnahme.take_in(leser, pfade, ersetzen=options["ersetzen"], neu_lesen=neu_lesen):
            stand = Einlesung.Ergebnis(eine.ergebnis).label
            zaehler[stand] += 1
            zaehler["Befunde"] += eine.befunde
            for feld in eine.behalten:
                self.stderr.write(f"{eine.pfad}: von Hand geändert und behalten: {feld}")
            if eine.ist_abgelehnt:
                yield self.refusal(eine.pfad, eine.meldung, options)
            elif options["json"] and eine.drucksache:
                yield json.dumps(as_json(eine.drucksache), ensure_ascii=False)
            elif eine.dokument:
                yield line(eine.dokument.kennung, stand, eine.drucksache, eine.pfad)

    def refusal(self, pfad: Path, meldung: str, options: dict[str, Any]) -> str:
        self.stderr.write(self.style.ERROR(f"{pfad}: {meldung}"))
        return json.dumps({"datei": str(pfad), "fehler": meldung}, ensure_ascii=False) if options["json"] else ""


def line(nummer: str, stand: str, gelesen: Drucksache | None, pfad: Path) -> str:
    """`17/5030      angelegt     Taten statt Ankündigungen (2 Fragen, 3 Verweise)`"""
    if gelesen is None:
        return f"{nummer:<12} {stand:<12} {pfad.name} (schon eingelesen)"
    fragen = gezaehlt(len(gelesen.fragen), "Frage", "Fragen")
    verweise = gezaehlt(len(gelesen.verweise), "Verweis", "Verweise")
    return f"{nummer:<12} {stand:<12} {gelesen.vorblatt.titel or pfad.name} ({fragen}, {verweise})"


def gezaehlt(zahl: int, einzahl: str, mehrzahl: str) -> str:
    return f"{zahl} {einzahl if zahl == 1 else mehrzahl}"


def as_json(gelesen: Drucksache) -> dict[str, Any]:
    """One document as `--json` prints it, with what the other app reads out of it."""
    zusaetze: dict[str, Any] = {}
    befunde = list(gelesen.befunde)
    for erweiterung in erweiterungen:
        lesung = erweiterung.parse(gelesen)
        zusaetze |= erweiterung.as_json(lesung)
        befunde += erweiterung.befunde(gelesen, lesung)
    return parsing.as_json(replace(gelesen, befunde=tuple(befunde))) | zusaetze


def summary(zaehler: Counter[str], dateien: int) -> str:
    """`3 Dateien: 2 angelegt, 1 unverändert; 4 offene Befunde`"""
    staende = [f"{zaehler[stand]} {stand}" for stand in ("gelesen", *Einlesung.Ergebnis.labels) if zaehler[stand]]
    menge = gezaehlt(dateien, "Datei", "Dateien")
    befunde = gezaehlt(zaehler["Befunde"], "offener Befund", "offene Befunde")
    return f"{menge}: {', '.join(staende) or 'nichts gelesen'}; {befunde}"
