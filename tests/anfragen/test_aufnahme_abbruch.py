"""An import that is killed hard: real processes, a database and a folder of originals of their own."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from anfragen.aufnahme import MAX_DATEIEN
from tests.anfragen.drucksachen import ANTWORT

DATEIEN = MAX_DATEIEN + 20  # more than one batch


@pytest.fixture
def manage(tmp_path):
    """Starts a command of manage.py on the database and the folder of this test."""
    umgebung = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "PYTHONUNBUFFERED": "1",
    }

    def manage(*args: str) -> subprocess.Popen[str]:
        befehl = [sys.executable, "manage.py", *args]
        return subprocess.Popen(befehl, env=umgebung, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    return manage


def test_after_being_killed_the_next_run_ends_where_an_unbroken_one_would(manage, tmp_path):
    ordner = tmp_path / "drucksachen"
    ordner.mkdir()
    for n in range(DATEIEN):
        text = (
            ANTWORT.replace("17/5030", f"17/{6000 + n}").replace("1882", str(2000 + n)).replace("4791", str(4000 + n))
        )
        (ordner / f"17-{6000 + n}.txt").write_text(text, encoding="utf-8")
    manage("migrate", "-v0").communicate()
    manage("lade_stammdaten").communicate()
    for _ in range(2):
        lauf = manage("import_drucksachen", str(ordner))
        for _ in range(2):
            lauf.stdout.readline()
        lauf.kill()
        lauf.communicate()

    ausgabe, _ = manage("import_drucksachen", str(ordner)).communicate()

    assert f"{DATEIEN} Dateien: " in ausgabe
    assert "(schon eingelesen)" in ausgabe, "it went on where the killed ones stopped"
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as db:
        summen = {summe for (summe,) in db.execute("select sha256 from anfragen_dokument where sha256 != ''")}
        counts = [
            db.execute(f"select count(*) from {tabelle}").fetchone()[0]
            for tabelle in ("anfragen_anfrage", "anfragen_frage", "anfragen_antwort", "anfragen_antwortteil")
        ]
        (angelegt,) = db.execute("select count(*) from anfragen_einlesung where ergebnis = 'angelegt'").fetchone()
    assert len(summen) == angelegt == DATEIEN
    assert counts == [DATEIEN, 2 * DATEIEN, DATEIEN, 2 * DATEIEN]
    assert {pfad.stem for pfad in (tmp_path / "media").rglob("*.txt")} == summen
