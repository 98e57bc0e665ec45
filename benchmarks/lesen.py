"""How right reading is: precision and recall by field and by kind of reference, and every value that came out wrong.

    make bench-reading
    python -m benchmarks.lesen --formen text,zeile --kopfformeln FOLDER --scorer score.py

The corpus in `fixtures/korpus` is read as text, as text on one line and as PDF. Where the folder of given heads and its
scorer are there, the scorer runs as well.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.korpus import FORMEN, KOPFFELDER, Abgleich, Quote, Wert, compare, papers, rates

SUMMEN = {"head fields": set(KOPFFELDER).__contains__, "references": lambda gruppe: gruppe.startswith("Verweis")}


def main(argumente: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--formen", default=",".join(FORMEN), help=f"which of {', '.join(FORMEN)}")
    parser.add_argument("--kopfformeln", type=Path, help="folder of given heads with erwartet.jsonl")
    parser.add_argument("--scorer", type=Path, help="script that scores a command against such a folder")
    optionen = parser.parse_args(argumente)
    console = Console(highlight=False, width=120 if not sys.stdout.isatty() else None)
    formen = optionen.formen.split(",")
    ergebnisse = [compare(papier, form) for papier in papers() for form in formen]
    console.print(overview(ergebnisse, formen))
    show_mistakes(console, ergebnisse)
    return score_heads(console, optionen.kopfformeln, optionen.scorer)


def overview(ergebnisse: Sequence[Abgleich], formen: Sequence[str]) -> Table:
    """A row for each field and kind, and for the sums: expected values, precision and recall in each form."""
    dateien = len({ergebnis.datei for ergebnis in ergebnisse})
    tabelle = Table(title=f"Reading {dateien} papers: precision / recall", title_justify="left")
    tabelle.add_column("field or kind")
    tabelle.add_column("values", justify="right")
    for form in formen:
        tabelle.add_column(form, justify="right")
    gruppen = {wert.gruppe for ergebnis in ergebnisse for wert in (*ergebnis.treffer, *ergebnis.fehlend)}
    reihen = [(gruppe, gruppe.__eq__) for gruppe in sorted(gruppen, key=_order)] + list(SUMMEN.items())
    for name, gehoert in reihen:
        if name in SUMMEN:
            tabelle.add_section()
        quoten = [rates((e for e in ergebnisse if e.form == form), gehoert) for form in formen]
        tabelle.add_row(name, str(quoten[0].erwartet), *(_rate(quote) for quote in quoten))
    tabelle.add_section()
    stumm = [sum(len(e.stumm) for e in ergebnisse if e.form == form) for form in formen]
    tabelle.add_row("silent errors", "", *(f"[red]{zahl}[/red]" if zahl else "0" for zahl in stumm))
    return tabelle


def _order(gruppe: str) -> tuple[int, str]:
    """Head fields in the order of the head, then the rest."""
    return (KOPFFELDER.index(gruppe), "") if gruppe in KOPFFELDER else (len(KOPFFELDER), gruppe)


def _rate(quote: Quote) -> str:
    text = f"{quote.genauigkeit:.3f} / {quote.trefferquote:.3f}"
    return text if quote.richtig == quote.erwartet == quote.gelesen else f"[yellow]{text}[/yellow]"


def show_mistakes(console: Console, ergebnisse: Sequence[Abgleich]) -> None:
    """Every value that is wrong or missing, and every finding that should have spoken, with the forms it is so in."""
    formen: dict[str, list[str]] = {}
    for ergebnis in ergebnisse:
        zeilen = [f"wrong, {_warning(wert)}: {wert.gruppe} {wert.inhalt}" for wert in ergebnis.falsch]
        zeilen += [f"missing: {wert.gruppe} {wert.inhalt}" for wert in ergebnis.fehlend]
        zeilen += [f"no finding: {regel}" for regel in ergebnis.unbemerkt]
        for zeile in zeilen:
            formen.setdefault(f"{ergebnis.datei} {zeile}", []).append(ergebnis.form)
    for zeile, betroffen in formen.items():
        console.print(f"{zeile} ({', '.join(betroffen)})", markup=False, soft_wrap=True)


def _warning(wert: Wert) -> str:
    return "but marked" if wert.zweifel else "SILENT"


def score_heads(console: Console, ordner: Path | None, scorer: Path | None) -> int:
    """Runs the scorer on the given heads, if both are there; its exit status."""
    if not ordner or not scorer or not ordner.is_dir() or not scorer.is_file():
        console.print("No given heads here to score (--kopfformeln, --scorer).")
        return 0
    lesen = [sys.executable, "manage.py", "import_drucksachen", "--dry-run", "--json"]
    befehl = [sys.executable, str(scorer), str(ordner / "erwartet.jsonl"), str(ordner), "--", *lesen]
    console.print(f"Given heads in {ordner}:", markup=False)
    return subprocess.run(befehl, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
