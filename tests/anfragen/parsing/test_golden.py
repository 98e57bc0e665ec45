"""Whole documents read as their golden files say. To write those anew: `.venv/bin/python -m tests.golden`."""

import json
from typing import Any

import pytest

from tests import golden


@pytest.mark.parametrize("name", golden.names())
def test_reads_the_whole_document_as_expected(name):
    erwartet = json.loads(golden.expected(name).read_text(encoding="utf-8"))
    assert json.loads(json.dumps(golden.read(golden.text(name)))) == erwartet


@pytest.mark.parametrize("name", golden.names())
def test_reads_one_line_like_many(name):
    quelle = golden.text(name)
    zeile = " ".join(quelle.split("\n"))
    assert flat(golden.read(zeile)) == flat(golden.read(quelle))


def flat(wert: Any) -> Any:
    """A reading without what only line breaks tell: places in the source, blank lines between paragraphs."""
    match wert:
        case dict():
            return {feld: flat(inhalt) for feld, inhalt in wert.items() if feld not in ("start", "ende", "stellen")}
        case list():
            return [flat(eintrag) for eintrag in wert]
        case str():
            return " ".join(wert.split())
        case _:
            return wert


def test_there_are_golden_files():
    assert "17-11212" in golden.names()
