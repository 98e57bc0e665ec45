"""Imports go one way: parsing knows no Django, anfragen knows no projekte, the wiring knows no domain."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent


def modules(pattern: str) -> list[Path]:
    """The source files that `pattern` matches, relative to the project; none is a mistake in the pattern."""
    files = sorted(path.relative_to(ROOT) for path in ROOT.glob(pattern))
    assert files, pattern
    return files


def imported(module: Path) -> Iterator[str]:
    """Every name that `module` imports, wherever in the file, with relative imports made absolute."""
    for node in ast.walk(ast.parse((ROOT / module).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = [*module.parts[: -node.level]] if node.level else []
            origin += [node.module] if node.module else []
            yield from (".".join([*origin, alias.name]) for alias in node.names)


def offences(files: list[Path], *forbidden: str) -> set[str]:
    """`file: import` for each import in `files` of one of the modules `forbidden` or of a part of it."""
    return {
        f"{file}: {name}"
        for file in files
        for name in imported(file)
        if any(name == module or name.startswith(f"{module}.") for module in forbidden)
    }


def test_an_offence_is_found_in_each_form_of_import(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.py").write_text(
        "import django.db\nfrom django import db\ndef f():\n    from .models import Anfrage\nimport djangofern\n"
    )
    assert offences(modules("app/*.py"), "django", "app.models") == {
        "app/a.py: django.db",
        "app/a.py: app.models.Anfrage",
    }


def test_parsing_is_pure():
    apps = modules("anfragen/**/*.py") + modules("projekte/**/*.py")
    files = [file for file in apps if file.parts[1].startswith("parsing")]
    assert {file.parts[0] for file in files} == {"anfragen", "projekte"}
    assert not offences(files, "django", "rest_framework", "simple_history", "config")
    assert not {line for line in offences(files, "anfragen", "projekte") if "models" in line or "querysets" in line}


def test_anfragen_does_not_know_projekte():
    assert not offences(modules("anfragen/**/*.py"), "projekte")


def test_no_app_knows_the_tests():
    assert not offences(modules("anfragen/**/*.py") + modules("projekte/**/*.py"), "tests")


def test_the_wiring_knows_no_domain():
    """Only the API's router has to name what it routes to."""
    files = [file for file in modules("config/*.py") if file.name != "api.py"]
    assert not offences(files, "anfragen", "projekte")


def test_only_templates_of_projekte_name_its_templates():
    names = re.compile(r"""{%-?\s*(?:include|extends)\s+["']projekte/""")
    files = [path for path in modules("templates/**/*.html") if "projekte" not in path.parts]
    assert not [str(path) for path in files if names.search((ROOT / path).read_text())]
