"""What the tables of projekte refuse, whoever writes: one row for each rule of the database."""

from datetime import date
from functools import partial

import pytest

from projekte.models import (
    Handlungsfeld,
    Kommune,
    Programm,
    Projektname,
    Projektort,
    Projektzusage,
    Themenforum,
    Zeitangabe,
)
from tests.factories import aussage, dokument, kennzahl, kommune, programm, projekt, zusage
from tests.invariants import assert_refused, rules

pytestmark = pytest.mark.django_db


def handlungsfeld(schluessel, position):
    Handlungsfeld.objects.create(programm=programm(), schluessel=schluessel, position=position, name="Vielfalt")


def zeitangabe(**felder):
    tage = {"von": date(2021, 10, 1), "bis": date(2021, 12, 31)}
    return Zeitangabe.objects.create(**{"dokument": dokument(), "wortlaut": "bis Ende 2021"} | tage | felder)


def ort(schluessel, ags):
    Kommune.objects.create(schluessel=schluessel, ags=ags, name="Bochum")


def part_of_itself():
    ganzes = projekt()
    ganzes.teilprojekt_von = ganzes
    ganzes.save()


def twice(build, **felder):
    build(**felder)
    build(**felder)


# How to build a record of each model that is read from a text.
READ = {
    "kennzahl": kennzahl,
    "projektaussage": lambda **felder: aussage(projekt(), **felder),
    "zeitangabe": zeitangabe,
}

REFUSED = {
    "handlungsfeld_eindeutig": lambda: [handlungsfeld("vielfalt", position) for position in (1, 2)],
    "handlungsfeld_position_eindeutig": lambda: [
        handlungsfeld(schluessel, 1) for schluessel in ("vielfalt", "energie")
    ],
    "kennzahl_addierbar_ist_ein_wert": lambda: kennzahl(addierbar=True, art="jahr", einheit="Jahr", wert=2040),
    "kennzahl_eindeutig": lambda: twice(kennzahl, dokument=dokument(), start=0, ende=16),
    "kennzahl_spanne_geordnet": lambda: kennzahl(wert_bis=10_000),
    "kommune.ags": lambda: [ort(schluessel, "05911000") for schluessel in ("bochum", "wattenscheid")],
    "kommune.schluessel": lambda: [ort("bochum", ags) for ags in ("05911000", "05911001")],
    "kommune_ags_achtstellig": lambda: ort("bochum", "5911000"),
    "programm.schluessel": lambda: twice(Programm.objects.create, schluessel="ruhr-konferenz", name="Ruhr-Konferenz"),
    "projekt_kennung_als_adresse": lambda: projekt("13/02", schluessel="mobilitaetsregion"),
    "projekt_kennung_eindeutig": lambda: [projekt("13-02", schluessel=schluessel) for schluessel in ("a", "b")],
    "projekt_nicht_teil_von_sich": part_of_itself,
    "projekt_schluessel_eindeutig": lambda: [projekt(kennung, schluessel="a") for kennung in ("13-02", "13-03")],
    "projektaussage_eindeutig": lambda: twice(
        aussage, projekt_=projekt(), dokument_=dokument(), kommune=kommune(), start=0, ende=5
    ),
    "projektaussage_ohne_kommune_eindeutig": lambda: twice(
        aussage, projekt_=projekt(), dokument_=dokument(), start=0, ende=5
    ),
    "projektname_eindeutig": lambda: twice(Projektname.objects.create, projekt=projekt(), name="Mobilitätsregion"),
    "projektort_eindeutig": lambda: twice(Projektort.objects.create, projekt=projekt(), kommune=kommune()),
    "projektzusage_eindeutig": lambda: twice(Projektzusage.objects.create, projekt=projekt(), zusage=zusage()),
    "themenforum_eindeutig": lambda: twice(Themenforum.objects.create, programm=programm(), schluessel="mobilitaet"),
    "zeitangabe_eindeutig": lambda: twice(zeitangabe, dokument=dokument(), start=0, ende=13),
    "zeitangabe_geordnet": lambda: zeitangabe(bis=date(2021, 9, 30)),
    **{f"{name}_sicherheit": partial(build, sicherheit=-0.1) for name, build in READ.items()},
    **{f"{name}_spanne": partial(build, start=5, ende=5) for name, build in READ.items()},
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_the_database_refuses(name):
    assert_refused("projekte", name, REFUSED[name])


def test_every_rule_of_the_database_has_its_case():
    assert set(REFUSED) == set(rules("projekte"))


def test_projects_whose_kennung_is_unknown_stand_beside_each_other():
    projekt("", schluessel="mobilitaetsregion")
    projekt("", schluessel="talents4teachers")


def test_one_paper_says_two_things_of_a_project_and_a_place():
    projekt_, dokument_, kommune_ = projekt(), dokument(), kommune()
    for start in (0, 40):
        aussage(projekt_, dokument_, kommune=kommune_, start=start, ende=start + 5)
