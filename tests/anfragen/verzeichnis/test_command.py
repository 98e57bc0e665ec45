"""`manage.py import_verzeichnis`: what it prints, how it ends, and what a bad file does to the others."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from anfragen.models import Anfrage, Dokument
from anfragen.verzeichnis import importing
from tests.anfragen.verzeichnis import schreibe, zeile

pytestmark = pytest.mark.django_db


def run(*dateien: Path, **optionen: Path) -> tuple[str, str, str]:
    """Both outputs and the error that ends the command, if one does."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_verzeichnis", *dateien, stdout=out, stderr=err, **optionen)
    except CommandError as fehler:
        return out.getvalue(), err.getvalue(), str(fehler)
    return out.getvalue(), err.getvalue(), ""


def test_each_file_has_a_line_and_all_have_a_sum(tmp_path, wahlperiode):
    a = schreibe(tmp_path / "a.csv", zeile())
    b = schreibe(tmp_path / "b.csv", zeile(reference="11213"), zeile(reference="x"))

    out, err, ende = run(a, b)

    zeilen = out.splitlines()
    assert zeilen[0].startswith(f"{a}: 1 angelegt, 0 geändert, 0 unverändert, 0 abgelehnt (")
    assert zeilen[1].startswith(f"{b}: 1 angelegt, 0 geändert, 0 unverändert, 1 abgelehnt (")
    assert zeilen[2] == "Zusammen: 2 angelegt, 0 geändert, 0 unverändert, 1 abgelehnt"
    assert zeilen[3].startswith(f"  abgelehnt: {b}, Zeile 3: reference „x“ ist keine Drucksachennummer. Nötig ist")
    assert (err, ende) == ("", "")


def test_a_file_that_cannot_be_read_fails_the_command_but_not_the_others(tmp_path, wahlperiode):
    fremd = tmp_path / "fremd.csv"
    fremd.write_text("name;ort\n")
    gut = schreibe(tmp_path / "gut.csv", zeile())

    out, err, ende = run(tmp_path / "fehlt.csv", fremd, gut)

    assert f"{tmp_path / 'fehlt.csv'}: Die Datei gibt es nicht." in err
    assert f"{fremd}: Zeile 1: Die Spalten sind mit Semikolon getrennt." in err
    assert ende == "2 von 3 Dateien wurden nicht aufgenommen."
    assert out.startswith(f"{gut}: 1 angelegt")
    assert Dokument.objects.count() == 1


def test_the_screen_shows_the_first_refusals_and_the_file_all(tmp_path, wahlperiode):
    quelle = schreibe(tmp_path / "a.csv", *[zeile(reference=f"x{nummer}") for nummer in range(25)])
    ziel = tmp_path / "ablehnungen.csv"

    out, _, ende = run(quelle, ablehnungen=ziel)

    with ziel.open(encoding="utf-8", newline="") as datei:
        zeilen = list(csv.DictReader(datei))
    assert out.count("  abgelehnt: ") == 20
    assert "  … und 5 weitere; --ablehnungen DATEI schreibt alle" in out
    assert len(zeilen) == 25
    assert (zeilen[24]["datei"], zeilen[24]["zeile"]) == (str(quelle), "26")
    assert zeilen[24]["grund"] == "reference „x24“ ist keine Drucksachennummer"
    assert zeilen[24]["abhilfe"]
    assert ende == ""


def test_refusals_that_cannot_be_written_stop_the_command_before_it_begins(tmp_path, wahlperiode):
    quelle = schreibe(tmp_path / "a.csv", zeile())

    _, _, ende = run(quelle, ablehnungen=tmp_path / "fehlt" / "ablehnungen.csv")

    assert ende.startswith(f"{tmp_path / 'fehlt' / 'ablehnungen.csv'}: Die Datei für die Ablehnungen lässt sich nicht")
    assert not Dokument.objects.exists()


def test_a_database_that_does_not_store_is_reported_and_the_next_file_tried(tmp_path, wahlperiode, monkeypatch):
    schreiben = importing.record

    def stolpern(batch, stammdaten):
        if batch[0].dokument.nummer == 1:
            raise DatabaseError("disk full")
        return schreiben(batch, stammdaten)

    monkeypatch.setattr(importing, "record", stolpern)
    schlecht = schreibe(tmp_path / "schlecht.csv", zeile(reference="1"))

    out, err, ende = run(schlecht, schreibe(tmp_path / "gut.csv", zeile()))

    assert f"{schlecht}: Die Datenbank hat nicht gespeichert (disk full)." in err
    assert ende == "1 von 2 Dateien wurden nicht aufgenommen."
    assert "Zusammen: 1 angelegt" in out


def test_says_where_the_index_differs_from_what_is_recorded(tmp_path, wahlperiode):
    run(schreibe(tmp_path / "a.csv", zeile()))
    anfrage = Anfrage.objects.get()
    anfrage.titel = "Von Hand"
    anfrage.save()

    out, _, _ = run(tmp_path / "a.csv")

    assert "1 unverändert, 0 abgelehnt; 1 weicht vom Erfassten ab, das bleibt" in out


def test_the_facts_of_a_fresh_clone_come_in_whole_and_twice_changes_nothing():
    verzeichnis = settings.BASE_DIR / "fixtures" / "verzeichnis" / "ruhr-konferenz-17.csv"
    call_command("lade_stammdaten", stdout=StringIO())

    erst, err, ende = run(verzeichnis)
    dann, _, _ = run(verzeichnis)

    anzahl = Dokument.objects.vorhanden().count()
    assert (err, ende) == ("", "")
    assert anzahl >= 80
    assert f"Zusammen: {anzahl} angelegt, 0 geändert, 0 unverändert, 0 abgelehnt" in erst
    assert f"Zusammen: 0 angelegt, 0 geändert, {anzahl} unverändert, 0 abgelehnt" in dann
    anfrage = Anfrage.objects.get(nummer=3973)
    assert (anfrage.nummer_abgeleitet, anfrage.antworten.get().dokument.kennung) == (True, "17/10654")
    assert anfrage.antworten.get().ministerium.kabinett == "Laschet"
