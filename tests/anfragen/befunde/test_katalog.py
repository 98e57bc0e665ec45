"""Whoever writes a finding names a rule that staff can look up."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from anfragen.befunde import regeln

ROOT = Path(__file__).resolve().parents[3]
# What makes a finding, and where its rule stands among the arguments.
SCHREIBT = {"Befund": 0, "_note": 0, "Fund": 1, "_fund": 0}


def names(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """What each name is set to in a module or function."""
    gesetzt: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for ziel in node.targets:
                if isinstance(ziel, ast.Name):
                    gesetzt.setdefault(ziel.id, []).append(node.value)
    return gesetzt


def values(ausdruck: ast.expr, gesetzt: dict[str, list[ast.expr]]) -> Iterator[str]:
    if isinstance(ausdruck, ast.Constant) and isinstance(ausdruck.value, str):
        yield ausdruck.value
    elif isinstance(ausdruck, ast.IfExp):
        yield from values(ausdruck.body, gesetzt)
        yield from values(ausdruck.orelse, gesetzt)
    elif isinstance(ausdruck, ast.Name):
        for wert in gesetzt.get(ausdruck.id, []):
            yield from values(wert, gesetzt)


def written(quelltext: str) -> set[str]:
    """The rules that a module writes findings under, as far as it names them itself."""
    modul = ast.parse(quelltext)
    konstanten = names(ast.Module([node for node in modul.body if isinstance(node, ast.Assign)], []))
    return {
        regel
        for scope in ast.walk(modul)
        if isinstance(scope, ast.FunctionDef)
        for node in ast.walk(scope)
        if isinstance(node, ast.Call)
        for ausdruck in rule(node)
        for regel in values(ausdruck, konstanten | names(scope))
    }


def rule(aufruf: ast.Call) -> list[ast.expr]:
    """What a call that makes a finding gives as its rule."""
    name = aufruf.func.attr if isinstance(aufruf.func, ast.Attribute) else getattr(aufruf.func, "id", "")
    if name not in SCHREIBT:
        return []
    stelle = SCHREIBT[name]
    return [*aufruf.args[stelle : stelle + 1], *(k.value for k in aufruf.keywords if k.arg == "regel")]


def test_the_rules_written_are_found_in_each_form():
    quelltext = """
R = "c"
def f(x):
    regel = "d" if x else "e"
    Befund("a", t), m.Befund(regel="b"), Fund(1, R), self._note(regel, t)
def g(regel):
    return Befund(regel, t)
"""
    assert written(quelltext) == {"a", "b", "c", "d", "e"}


def test_no_code_writes_a_rule_that_is_not_registered():
    dateien = [*ROOT.glob("anfragen/**/*.py"), *ROOT.glob("projekte/**/*.py")]
    geschrieben = {regel for datei in dateien for regel in written(datei.read_text())}
    assert len(geschrieben) > 30
    assert geschrieben - {regel.schluessel for regel in regeln.alle()} == set()


@pytest.mark.parametrize("regel", regeln.alle(), ids=lambda regel: regel.schluessel)
def test_a_rule_has_a_name_and_one_plain_sentence(regel):
    assert regel.name
    assert regel.name != regel.schluessel
    assert regel.erklaerung.endswith(".")
    assert regel.erklaerung.count(". ") == 0


def test_a_rule_that_is_no_more_goes_by_its_key():
    assert regeln.finde("längst-abgeschafft").name == "längst-abgeschafft"


def test_the_weightiest_rules_come_first():
    gewichte = [list(regeln.Gewicht).index(regel.gewicht) for regel in regeln.alle()]
    assert gewichte == sorted(gewichte)
