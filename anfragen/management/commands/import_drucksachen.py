"""Reads documents into the database, or, with --dry-run, only shows what would be read."""

import json
from argparse import ArgumentParser
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from anfragen import einlesen, recording
from anfragen.erweiterung import erweiterungen
from anfragen.parsing import drucksache as parsing
from anfragen.parsing.records import Drucksache


class Command(BaseCommand):
    help = (
        "Liest Drucksachen aus Textdateien (UTF-8) oder Ordnern ein. Ein zweiter Lauf über dieselben Dateien ändert "
        "nichts. Endet mit Status 1, wenn eine Datei nicht aufgenommen werden konnte; die anderen gehen weiter."
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

    def handle(self, *args: Any, **options: Any) -> None:
        pfade = list(einlesen.files(options["pfade"]))
        zaehler: Counter[str] = Counter()
        console = Console(stderr=True)
        for pfad in track(pfade, "Einlesen", console=console, disable=not console.is_terminal, transient=True):
            try:
                zeile = self.import_one(pfad, options, zaehler)
            except (einlesen.Unlesbar, recording.Ablehnung) as fehler:
                zaehler["abgelehnt"] += 1
                self.stderr.write(self.style.ERROR(f"{pfad}: {fehler}"))
                zeile = json.dumps({"datei": str(pfad), "fehler": str(fehler)}, ensure_ascii=False)
                if not options["json"]:
                    continue
            self.stdout.write(zeile)
        if not options["json"]:
            self.stdout.write(summary(zaehler, len(pfade)))
        if not pfade:
            raise CommandError("Keine Textdateien gefunden. Nennen Sie .txt-Dateien oder Ordner, die welche enthalten.")
        if zaehler["abgelehnt"]:
            raise CommandError(f"{zaehler['abgelehnt']} von {len(pfade)} Dateien wurden nicht aufgenommen.")

    def import_one(self, pfad: Path, options: dict[str, Any], zaehler: Counter[str]) -> str:
        eingelesen = einlesen.read(pfad)
        gelesen = parsing.parse(eingelesen.text)
        if options["dry_run"]:
            inhalt = as_json(gelesen)
            zaehler["gelesen"] += 1
            zaehler["Befunde"] += len(inhalt["befunde"])
            nummer, stand = inhalt["drucksache"] or "ohne Nummer", "gelesen"
        else:
            quelle = recording.Quelle(str(pfad), eingelesen.sha256)
            ergebnis = recording.record(gelesen, quelle, ersetzen=options["ersetzen"])
            zaehler[ergebnis.stand] += 1
            zaehler["Befunde"] += ergebnis.befunde
            for feld in ergebnis.behalten:
                self.stderr.write(f"{pfad}: von Hand geändert und behalten: {feld}")
            nummer, stand = ergebnis.dokument.kennung, ergebnis.stand.value
        if options["json"]:
            return json.dumps(as_json(gelesen), ensure_ascii=False)
        fragen, verweise = len(gelesen.fragen), len(gelesen.verweise)
        return f"{nummer:<12} {stand:<12} {gelesen.vorblatt.titel or pfad.name} ({fragen} Fragen, {verweise} Verweise)"


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
    """`3 Dateien: 2 angelegt, 1 unverändert; 4 Befunde`"""
    staende = [f"{zaehler[stand]} {stand}" for stand in ("gelesen", *recording.Stand, "abgelehnt") if zaehler[stand]]
    menge = f"{dateien} {'Datei' if dateien == 1 else 'Dateien'}"
    return f"{menge}: {', '.join(staende) or 'nichts gelesen'}; {zaehler['Befunde']} offene Befunde"
