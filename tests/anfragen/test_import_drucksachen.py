"""The command: what it prints, what it survives, how it ends."""

import errno
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from anfragen import aufnahme
from anfragen.einlesen import ablage
from anfragen.models import Anfrage, Dokument
from tests import factories as f
from tests.anfragen.einlesen import rohes_pdf
from tests.anfragen.test_recording import ANTWORT


@pytest.fixture
def datei(tmp_path):
    pfad = tmp_path / "17-5030.txt"
    pfad.write_text(ANTWORT, encoding="utf-8")
    return pfad


@pytest.fixture
def stammdaten(db):
    f.wahlperiode()
    f.reihe()


def run(*args, **optionen) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_drucksachen", *map(str, args), stdout=out, stderr=err, **optionen)
    return out.getvalue(), err.getvalue()


def test_dry_run_prints_one_object_per_file_and_touches_no_database(datei, tmp_path):
    # No database mark: any query would raise.
    zweite = tmp_path / "17-5031.txt"
    zweite.write_text(ANTWORT.replace("17/5030", "17/5031"), encoding="utf-8")

    out, _ = run(zweite, datei, "--dry-run", "--json")

    gelesen = [json.loads(zeile) for zeile in out.splitlines()]
    assert [objekt["drucksache"] for objekt in gelesen] == ["17/5031", "17/5030"]
    assert gelesen[1]["fragen"][0] == {
        "nr": 1,
        "text": "Warum hat die Landesregierung gewartet?",
        "hinweis": None,
    }
    assert {"verweise", "projekte", "kennzahlen", "befunde", "antwortteile"} <= gelesen[1].keys()


def test_the_seed_document_shows_both_contradictions_without_a_database():
    out, _ = run("fixtures/dokumente/17-11212.txt", "--dry-run", "--json")

    befunde = {befund["regel"]: befund["text"] for befund in json.loads(out)["befunde"]}
    assert "3973" in befunde["eine-drucksache-fuer-zwei-anfragen"]
    assert "17/10591" in befunde["titel-passt-nicht"]
    assert "17/10590" in befunde["titel-passt-nicht"], "the paper that is probably meant"


def test_one_of_a_kind_is_told_in_the_singular():
    out, _ = run("fixtures/korpus/17-18158.txt", "--dry-run")

    assert "(1 Frage, 2 Verweise)" in out
    assert out.endswith(" 0 offene Befunde\n")


@pytest.mark.usefixtures("stammdaten")
def test_a_run_records_and_reports_per_document(datei):
    out, _ = run(datei)

    assert Anfrage.objects.get(nummer=1882).fragen.count() == 2
    assert "17/5030      angelegt     Taten statt Ankündigungen" in out
    assert "1 Datei: 1 angelegt; 0 offene Befunde" in out


@pytest.mark.usefixtures("stammdaten")
def test_a_second_run_reports_nothing_new(datei):
    run(datei)

    out, _ = run(datei)

    assert "17/5030      unverändert  17-5030.txt (schon eingelesen)" in out
    assert "1 Datei: 1 unverändert" in out


@pytest.mark.usefixtures("stammdaten")
def test_reading_anew_is_possible_and_changes_nothing(datei):
    run(datei)

    out, _ = run(datei, "--neu-lesen")

    assert "17/5030      unverändert  Taten statt Ankündigungen" in out


@pytest.mark.usefixtures("stammdaten")
def test_an_interrupted_run_says_where_it_stopped_and_the_next_goes_on_there(datei, tmp_path, monkeypatch):
    zweite = tmp_path / "17-5031.txt"
    zweite.write_text(ANTWORT.replace("17/5030", "17/5031"), encoding="utf-8")

    def interrupted(*args, **optionen):
        yield next(take_in(*args, **optionen))
        raise KeyboardInterrupt

    take_in = aufnahme.take_in
    with monkeypatch.context() as patch:
        patch.setattr(aufnahme, "take_in", interrupted)
        patch.setattr(aufnahme, "MAX_DATEIEN", 1)
        with pytest.raises(CommandError, match="Abgebrochen nach 1 von 2 Dateien") as abbruch:
            run(datei, zweite)
    assert abbruch.value.returncode == 130

    out, _ = run(datei, zweite)

    assert "2 Dateien: 1 angelegt, 1 unverändert" in out


@pytest.mark.usefixtures("stammdaten")
def test_a_full_disk_ends_the_run_in_plain_words(datei, monkeypatch):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ablage.os, "fsync", full)

    with pytest.raises(CommandError, match="Der Datenträger ist voll"):
        run(datei)
    assert not Dokument.objects.exists()


@pytest.mark.usefixtures("stammdaten")
def test_a_scan_is_reported_as_without_text(tmp_path):
    scan = tmp_path / "17-5032.pdf"
    scan.write_bytes(rohes_pdf.page(b"0 0 100 100 re f"))

    out = StringIO()
    with pytest.raises(CommandError, match="1 von 1 Dateien"):
        call_command("import_drucksachen", str(scan), stdout=out, stderr=StringIO())

    assert "1 Datei: 1 kein Text" in out.getvalue()


@pytest.mark.usefixtures("stammdaten")
def test_bad_files_are_named_and_the_others_go_on(datei, tmp_path):
    kaputt = tmp_path / "bild.txt"
    kaputt.write_bytes(b"\x89PNG\0\0")
    fremd = tmp_path / "zettel.txt"
    fremd.write_text("Milch, Brot")

    err = StringIO()
    with pytest.raises(CommandError, match="2 von 3 Dateien"):
        call_command("import_drucksachen", str(kaputt), str(fremd), str(datei), stdout=StringIO(), stderr=err)

    assert f"{kaputt}: Die Datei ist ein Bild (PNG)" in err.getvalue()
    assert f"{fremd}: Das ist kein Dokument des Landtags" in err.getvalue()
    assert Dokument.objects.vorhanden().get().kennung == "17/5030"


def test_an_unreadable_file_keeps_its_place_in_the_json_output(datei, tmp_path):
    out = StringIO()
    with pytest.raises(CommandError):
        call_command(
            "import_drucksachen", str(tmp_path / "fehlt.txt"), str(datei), "--dry-run", "--json", stdout=out, stderr=out
        )

    objekte = [json.loads(zeile) for zeile in out.getvalue().splitlines() if zeile.startswith("{")]
    assert "gibt es nicht" in objekte[0]["fehler"]
    assert objekte[1]["drucksache"] == "17/5030"


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="Keine Dateien gefunden"):
        run(tmp_path)
