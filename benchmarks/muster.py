"""How long each named pattern of the parsers takes on 100 kB of hostile text; over 50 ms is a failure.

    python -m benchmarks.muster [--alle]

Every pattern runs through texts that repeat what patterns are made of (letters, digits, brackets, words of the field,
halves of what they look for), which makes quantifiers that overlap show. The processor's time counts, the best of three
runs. A pattern that is anchored at its end is used on short windows before a place, and is measured so: on as many of
them as make 100 kB. Tests count steps instead (`test_pattern_...`), because a timed test says more of the machine.
"""

import argparse
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import process_time

from rich.console import Console
from rich.table import Table

import anfragen.parsing
import projekte.parsing

LAENGE = 100_000
GRENZE = 0.050  # seconds
FENSTER = 400  # characters before a place
LAEUFE = 3
VORLAUF = 5_000  # a text this long tells which are worth the whole length

BAUSTEINE = (
    *("a", "A", "1", " ", ".", "-", "(", "[", "„", "\n", "ä", "⁽¹⁾", "a ", "A ", "1 ", "1. ", "1, ", "(a ", "aA1."),
    *("Aa ", "Aa, ", "Aa und ", "Aa-Bb ", "a.b ", "1.000 ", "1/1 ", "17/1234 ", "17/", "[13-", "(13-04", "1 bis 2 "),
    *(
        "Kleine Anfrage ",
        "Kleinen Anfragen 1, ",
        "Kleine Anfrage 1 zu ",
        "Drucksache ",
        "Drucksache 17/1 ",
        "LT-Drs. 1, ",
    ),
    *(
        "Große Anfrage 1 der Fraktion ",
        "Antwort der Landesregierung auf die Kleine Anfrage 1 ",
        "der Abgeordneten Aa Bb ",
    ),
    *("Der Minister für ", "im Einvernehmen mit dem Minister ", "hat die Kleine Anfrage ", "mit Schreiben vom 1. Mai "),
    *(
        "Die Fragen 1 und ",
        "Zu Frage 1, 2, ",
        "Frage 1 ",
        "Wie Was ",
        "I. Aa ",
        "a) Aa ",
        "Vorbemerkung der ",
        "Anlage ",
    ),
    *(
        "LANDTAG NORDRHEIN-WESTFALEN ",
        "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/1 1 ",
        "Ausgegeben: 1.",
    ),
    *("Die Veröffentlichungen des Landtags Nordrhein-Westfalen sind ", "Datum des Originals: 1. ", "17. Wahlperiode "),
    *(
        "Projekt [ID-Nr.] Bezug zu Aa ",
        "Handlungsfeld Vernetzte Mobilität ",
        "Projekt Aa Bb ",
        "rund 1.000 ",
        "je Aa 1 ",
    ),
    *("zwischen 1 und 2 Mio. ", "bis Ende 20", "im Herbst ", "1 Dr. Aa ", "1 Vgl. ", "[Fußnote 1, Seite 1] ", "a. a. "),
)


@dataclass(frozen=True)
class Messung:
    """The slowest text of a pattern."""

    name: str
    sekunden: float
    baustein: str


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern for text that a module of the parsers names, alone or among others, as `module.NAME`."""
    gesehen: set[int] = set()
    for paket in (anfragen.parsing, projekte.parsing):
        untermodule = (info.name for info in pkgutil.walk_packages(paket.__path__, f"{paket.__name__}."))
        for modul in (paket.__name__, *untermodule):
            for name, wert in vars(importlib.import_module(modul)).items():
                for muster in _patterns_in(wert):
                    if id(muster) not in gesehen:
                        gesehen.add(id(muster))
                        yield f"{modul}.{name}", muster


def _patterns_in(wert: object) -> Iterator[re.Pattern[str]]:
    if isinstance(wert, re.Pattern) and isinstance(wert.pattern, str):
        yield wert
    elif isinstance(wert, Mapping):
        yield from _patterns_in((*wert.keys(), *wert.values()))
    elif isinstance(wert, tuple | list | set | frozenset):
        for teil in wert:
            yield from _patterns_in(teil)


def measure(name: str, muster: re.Pattern[str]) -> Messung:
    """Tries all texts at a short length, and the two slowest at full length."""
    vorlauf = sorted(BAUSTEINE, key=lambda b: min(_seconds(muster, b, VORLAUF) for _ in range(LAEUFE)), reverse=True)
    messungen = [Messung(name, min(_seconds(muster, b, LAENGE) for _ in range(LAEUFE)), b) for b in vorlauf[:2]]
    return max(messungen, key=lambda messung: messung.sekunden)


def _seconds(muster: re.Pattern[str], baustein: str, laenge: int) -> float:
    text = (baustein * (laenge // len(baustein) + 1))[:laenge]
    beginn = process_time()
    if muster.pattern.endswith((r"\Z", "$")):
        for stelle in range(FENSTER, len(text) + 1, FENSTER):
            muster.search(text, stelle - FENSTER, stelle)
    else:
        for _ in muster.finditer(text):
            pass
    return process_time() - beginn


def main(argumente: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--alle", action="store_true", help="show every pattern, not the ten slowest alone")
    optionen = parser.parse_args(argumente)
    messungen = sorted((measure(*paar) for paar in patterns()), key=lambda m: m.sekunden, reverse=True)
    tabelle = Table("pattern", "ms on 100 kB", "of", title=f"{len(messungen)} patterns, {len(BAUSTEINE)} hostile texts")
    for messung in messungen if optionen.alle else messungen[:10]:
        farbe = "red" if messung.sekunden > GRENZE else ""
        tabelle.add_row(messung.name, f"{messung.sekunden * 1000:.1f}", repr(messung.baustein), style=farbe)
    Console(highlight=False, width=None if sys.stdout.isatty() else 110).print(tabelle)
    return int(messungen[0].sekunden > GRENZE)


if __name__ == "__main__":
    sys.exit(main())
