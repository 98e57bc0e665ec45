"""Which project a title says that its paper is about."""

import csv

import pytest
from django.conf import settings

from projekte.parsing import Bekannt, BekanntesProgramm, BekanntesProjekt, titel
from projekte.stammdaten import from_fixtures

KOLLEGS = BekanntesProjekt(("ruhr-konferenz", "talentkollegs"), "", ("Talentkollegs",))
MOBILITAET = BekanntesProjekt(("ruhr-konferenz", "mobil"), "13-02", ("Mobilitätsregion: Flexible Mobilität",))
KRANKENHAUS = BekanntesProjekt(("ruhr-konferenz", "krankenhaus"), "13-03", ("Virtuelles Krankenhaus",))
FREMDES = BekanntesProjekt(("regionale", "talentkollegs"), "13-02", ("Talentkollegs",))
BEKANNT = Bekannt(
    projekte=(KOLLEGS, MOBILITAET, KRANKENHAUS, FREMDES),
    programme=(BekanntesProgramm("ruhr-konferenz", "Ruhr-Konferenz"), BekanntesProgramm("regionale", "Regionale 2025")),
    orte=("Bochum",),
)


@pytest.mark.parametrize(
    ("text", "projekt"),
    [
        pytest.param('Ruhrkonferenz – Sachstand des Projektes "Talentkollegs"', KOLLEGS, id="as in 2020"),
        pytest.param("Sachstand zum Projekt „Mobilitätsregion“ der Ruhr-Konferenz", MOBILITAET, id="programme last"),
        pytest.param("Ruhr-Konferenz: Wie ist der Stand des Projekts Talentkollegs?", KOLLEGS, id="without quotes"),
        pytest.param("Ruhr-Konferenz: Wo steht [13-02]?", MOBILITAET, id="by Kennung"),
        pytest.param("Ruhr-Konferenz: „Virtuelle Krankenhaus“ in Bochum", KRANKENHAUS, id="declined"),
        pytest.param("Regionale 2025: Wie weit ist „Talentkollegs“?", FREMDES, id="same name in another programme"),
    ],
)
def test_a_title_that_sets_one_name_off_is_sure(text, projekt):
    fund = titel.find(text, BEKANNT)
    assert fund is not None
    assert (fund.projekt, fund.sicher) == (projekt, True)


@pytest.mark.parametrize(
    ("text", "projekt"),
    [
        pytest.param("Ruhr-Konferenz: Wie läuft das „Talent-Kolleg“?", KOLLEGS, id="resembles one"),
        pytest.param("Ruhr-Konferenz: Was bringen Talentkollegs?", KOLLEGS, id="like any other word"),
        pytest.param("Wo bleibt das Projekt „Virtuelles Krankenhaus“?", KRANKENHAUS, id="no programme"),
    ],
)
def test_a_doubtful_title_is_left_to_a_person(text, projekt):
    fund = titel.find(text, BEKANNT)
    assert fund is not None
    assert (fund.projekt, fund.sicher) == (projekt, False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ruhr-Konferenz: Projekte „Talentkollegs“ und „Mobilitätsregion“", id="two projects"),
        pytest.param("Ruhr-Konferenz und Regionale 2025: Wo steht [13-02]?", id="two programmes"),
        pytest.param(
            'Wie verbessert die "Ruhrkonferenz" das Leben der Bochumerinnen und Bochumer?', id="the programme"
        ),
        pytest.param("Was bringen Talentkollegs?", id="a word without programme"),
        pytest.param("Ruhr-Konferenz: Was geschieht in Bochum?", id="a town"),
        pytest.param("", id="none"),
    ],
)
def test_a_title_about_none_or_several_names_none(text):
    assert titel.find(text, BEKANNT) is None


def test_every_title_of_the_sachstand_answers_names_its_project():
    with (settings.BASE_DIR / "fixtures/verzeichnis/ruhr-konferenz-17.csv").open(encoding="utf-8") as strom:
        titel_2020 = [zeile["title"] for zeile in csv.DictReader(strom) if "Sachstand des Projekt" in zeile["title"]]

    funde = [titel.find(text, from_fixtures()) for text in titel_2020]

    assert len({fund.projekt for fund in funde if fund and fund.sicher}) == len(titel_2020) == 73
