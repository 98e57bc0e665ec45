"""Projects of an invented programme from a spreadsheet: all lines or none, known again, bad ones with a remedy."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from projekte.models import Projekt
from projekte.projekttabelle import SPALTEN
from tests import factories
from tests.projekte.programme import zukunftsland
from tests.projekte.seiten import text

pytestmark = pytest.mark.django_db
KOPF = ";".join(SPALTEN)
BUS = "zukunftsland;A-07;Offener Bus;Digitale Dörfer – offene Daten;Bochum;;;Landesblatt 3"
LADEN = 'zukunftsland;B-01;Dorfladen;digitale;"Bochum; Essen";;partner;'
TEIL = "zukunftsland;;Haltestelle;;;A-07;land;"


@pytest.fixture(autouse=True)
def programm():
    factories.kommune()
    factories.kommune("Essen", ags="05113000")
    return zukunftsland()


@pytest.fixture
def load(tmp_path: Path, capsys):
    def _load(*zeilen: str, kopf: str = KOPF, encoding: str = "utf-8-sig", **optionen: bool) -> str:
        pfad = tmp_path / "projekte.csv"
        pfad.write_bytes("\r\n".join([kopf, *zeilen]).encode(encoding))
        call_command("import_projekte", str(pfad), **optionen)
        return capsys.readouterr().out

    return _load


def test_a_table_becomes_projects_with_their_pages(client, load):
    assert load(TEIL, BUS, LADEN) == "3 angelegt, 0 ergänzt, 0 unverändert\n"
    bus, laden, teil = (Projekt.objects.get(schluessel=key) for key in ("offener-bus", "dorfladen", "haltestelle"))
    assert (bus.kennung, bus.handlungsfeld.name, bus.quelle) == (
        "A-07",
        "Digitale Dörfer – offene Daten",
        "Landesblatt 3",
    )
    assert (laden.art, sorted(ort.name for ort in laden.kommunen.all())) == ("partner", ["Bochum", "Essen"])
    assert (teil.teilprojekt_von, teil.kennung) == (bus, "")
    assert "Offener Bus" in text(client, "/projekte/zukunftsland/A-07/")
    assert bus.history.first().history_change_reason == "Projekttabelle"


def test_a_second_run_changes_nothing(load):
    load(BUS, LADEN, TEIL)
    vorher = Projekt.history.count()
    assert load(BUS, LADEN, TEIL) == "0 angelegt, 0 ergänzt, 3 unverändert\n"
    assert Projekt.history.count() == vorher


def test_what_is_empty_is_filled_and_what_differs_stays(load):
    load("zukunftsland;A-07;Offener Bus;;;;;")
    assert load(BUS.replace("Offener Bus", "Offene Busse")).splitlines() == [
        "0 angelegt, 1 ergänzt, 0 unverändert",
        "    weicht ab und bleibt: projekte.csv, Zeile 2: Name",
    ]
    projekt = Projekt.objects.get()
    assert (projekt.name, projekt.handlungsfeld.name) == ("Offener Bus", "Digitale Dörfer – offene Daten")
    load(BUS.replace("Offener Bus", "Offene Busse"), aktualisieren=True)
    assert Projekt.objects.get().name == "Offene Busse"


def test_a_project_gets_the_kennung_it_lacked(load):
    load("zukunftsland;;Offener Bus;;;;;")
    assert load(BUS) == "0 angelegt, 1 ergänzt, 0 unverändert\n"
    assert Projekt.objects.get().kennung == "A-07"


def test_a_project_without_kennung_is_known_by_its_name_though_its_key_differs(load, programm):
    factories.projekt("", name="Offener Bus", schluessel="bus", programm=programm)
    assert load(BUS) == "0 angelegt, 1 ergänzt, 0 unverändert\n"
    assert Projekt.objects.get().kennung == "A-07"


def test_a_trial_writes_nothing(load):
    assert load(BUS, dry_run=True) == "Nur geprüft: 1 angelegt, 0 ergänzt, 0 unverändert\n"
    assert not Projekt.objects.exists()


@pytest.mark.parametrize("zeichen", [",", "\t"])
def test_other_separators_are_read(load, zeichen):
    assert "1 angelegt" in load(BUS.replace(";", zeichen), kopf=KOPF.replace(";", zeichen))


@pytest.mark.parametrize(
    ("zeile", "meldung"),
    [
        pytest.param(BUS.replace("zukunftsland", "nix"), "programm: „nix“ gibt es nicht", id="programm"),
        pytest.param(BUS.replace("A-07", "7. Aug"), "die Spalte als Text formatieren", id="datum-statt-kennung"),
        pytest.param(BUS.replace("Offener Bus", ""), "name: fehlt. Bitte ausfüllen.", id="name"),
        pytest.param(BUS.replace("Digitale", "Analoge"), "bekannt: Digitale Dörfer – offene Daten", id="handlungsfeld"),
        pytest.param(BUS.replace("Bochum", "Bohcum"), "orte: „Bohcum“ steht nicht in der Liste", id="ort"),
        pytest.param(
            LADEN.replace("partner", "privat"), "art: „privat“ gibt es nicht. Bitte land oder partner", id="art"
        ),
        pytest.param(TEIL.replace("A-07", "Z-99"), "„Z-99“ ist kein Projekt dieses Programms", id="ganzes"),
        pytest.param(TEIL.replace("A-07", "Haltestelle"), "selbst ein Teil dieses Projekts", id="teil-von-sich"),
        pytest.param("zukunftsland;A-08;feed;;;;;", "steht schon in einer anderen Adresse", id="adresse"),
        pytest.param("zukunftsland;A-08", "zu viele oder zu wenige Felder", id="felder"),
        pytest.param('zukunftsland;A-08;"Name;;;;;', "Bitte die Anführungszeichen prüfen", id="anfuehrung"),
    ],
)
def test_a_bad_line_is_named_with_a_remedy_and_nothing_is_written(load, zeile, meldung):
    with pytest.raises(CommandError) as fehler:
        load("zukunftsland;C-01;Guter Anfang;;;;;", zeile)
    assert meldung in str(fehler.value)
    assert "projekte.csv, Zeile 3: " in str(fehler.value)
    assert not Projekt.objects.exists()


def test_all_bad_lines_are_named_at_once(load):
    with pytest.raises(CommandError) as fehler:
        load(BUS.replace("Bochum", "Bohcum"), LADEN, BUS, BUS)
    assert [zeile.partition(":")[0] for zeile in str(fehler.value).splitlines()[1:]] == [
        "projekte.csv, Zeile 2",
        "projekte.csv, Zeile 5",
    ]


@pytest.mark.parametrize(
    ("kopf", "encoding", "meldung"),
    [
        (KOPF.replace("name", "titel"), "utf-8", "Die Spalten müssen lauten: programm;kennung"),
        (KOPF.replace("kennung", '"kennung"x'), "utf-8", "Zeile 1: nicht lesbar. Bitte die Anführungszeichen prüfen."),
        (KOPF, "cp1252", "Bitte als „CSV UTF-8“ speichern."),
    ],
)
def test_a_file_of_another_kind_is_refused(load, kopf, encoding, meldung):
    with pytest.raises(CommandError, match=meldung):
        load(BUS, kopf=kopf, encoding=encoding)


def test_a_file_with_nul_is_refused_on_every_database(load):
    with pytest.raises(CommandError, match=r"projekte\.csv: enthält Nullzeichen, ist also keine Tabelle als Text"):
        load(BUS.replace("Offener Bus", "Offener\0Bus"))
    assert not Projekt.objects.exists()


def test_a_missing_file_is_told():
    with pytest.raises(CommandError, match="Bitte den Pfad prüfen"):
        call_command("import_projekte", "gibt-es-nicht.csv")


def test_the_example_of_the_handbook_works(tmp_path, programm, load, client):
    programm.handlungsfelder.all().delete()
    programm.delete()
    handbuch = (settings.BASE_DIR / "docs" / "operations.md").read_text(encoding="utf-8")
    (tmp_path / "programm.json").write_text(handbuch.partition("```json\n")[2].partition("```")[0], encoding="utf-8")
    call_command("lade_stammdaten", str(tmp_path))
    assert "3 angelegt" in load(*handbuch.partition("```csv\n")[2].partition("```")[0].splitlines()[1:])
    assert "Haltestelle" in text(client, "/projekte/zukunftsland/A-07/")
