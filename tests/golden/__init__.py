"""Golden files: what each document of `fixtures/dokumente/` must become.

`17-11212.txt` is the document, `17-11212.erwartet.json` its whole reading. After a change that is meant to alter the
reading, write the files anew and look at the difference against the document before committing it:

    .venv/bin/python -m tests.golden [17-11212 ...]
    git diff fixtures/dokumente
"""

import json
from pathlib import Path
from typing import Any

from anfragen.parsing import drucksache
from projekte import parsing as projekte
from projekte.stammdaten import from_fixtures

DOKUMENTE = Path(__file__).parents[2] / "fixtures/dokumente"


def read(quelle: str) -> dict[str, Any]:
    """The whole reading of a document, as `import_drucksachen --dry-run --json` shows it."""
    gelesen = drucksache.parse(quelle)
    return {**drucksache.as_json(gelesen), **projekte.as_json(projekte.parse(gelesen, from_fixtures()))}


def text(name: str) -> str:
    return (DOKUMENTE / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> Path:
    return DOKUMENTE / f"{name}.erwartet.json"


def names() -> list[str]:
    """The documents that have a golden file."""
    return sorted(datei.name.removesuffix(".erwartet.json") for datei in DOKUMENTE.glob("*.erwartet.json"))


def write(name: str) -> None:
    inhalt = json.dumps(read(text(name)), ensure_ascii=False, indent=1)
    expected(name).write_text(inhalt + "\n", encoding="utf-8")
