"""The master data that an index names: found in any spelling, on any day, or created and marked."""

from datetime import date

import pytest

from anfragen.models import Fraktion, Ministerium, Person, Reihe, Wahlperiode
from anfragen.verzeichnis.stammdaten import HINWEIS, Stammdaten
from tests import factories
from tests.anfragen.verzeichnis import zeile

HAUS = "Ministerium für Verkehr"
AM = date(2020, 9, 30)


@pytest.fixture
def stammdaten(wahlperiode):
    return Stammdaten("Verzeichnis test.csv")


def test_missing_master_data_are_created_and_marked(importiere):
    bayern = factories.parlament("by", verzeichnisname="Bayern")

    importiere(zeile(body="Bayern", legislative_term="18", inquiring_parties_wikidata="CSU"))

    neu = [
        Wahlperiode.objects.get(parlament=bayern),
        Reihe.objects.get(parlament=bayern),
        Fraktion.objects.get(kurz="CSU"),
        Ministerium.objects.get(),
    ]
    assert {(n.hinweis, n.beleglage, n.quelle) for n in neu} == {(HINWEIS, "abgeleitet", "Verzeichnis verzeichnis.csv")}
    assert {n.history.get().history_change_reason for n in neu} == {"Verzeichnis verzeichnis.csv"}
    assert set(Person.objects.values_list("parlament__kuerzel", "hinweis")) == {("by", HINWEIS)}


@pytest.mark.parametrize("name", ["Die Grünen", "GRÜNE", "BÜNDNIS 90/ DIE GRÜNEN"])
def test_a_fraktion_is_known_by_any_spelling(stammdaten, wahlperiode, name):
    gruene = factories.fraktion("GRÜNE", verzeichnisname="Die Grünen", schreibweisen=["BÜNDNIS 90/DIE GRÜNEN"])

    assert stammdaten.fraktion(wahlperiode, name) == gruene


def test_two_spellings_of_a_new_fraktion_are_one(stammdaten, wahlperiode):
    assert stammdaten.fraktion(wahlperiode, "Freie Wähler") == stammdaten.fraktion(wahlperiode, "FREIE WÄHLER")


def test_fraktionslos_is_no_fraktion(stammdaten, wahlperiode):
    fraktion = stammdaten.fraktion(wahlperiode, "fraktionslos")

    assert (fraktion.kurz, fraktion.ist_fraktion) == ("FRAKTIONSLOS", False)


def test_a_house_is_the_one_in_office_on_the_day(stammdaten, wahlperiode):
    factories.ministerium(HAUS, kabinett="Wüst I", von=date(2021, 10, 28))
    laschet = factories.ministerium(HAUS, kabinett="Laschet", von=date(2017, 6, 30), bis=date(2021, 10, 27))

    assert stammdaten.haus(wahlperiode, HAUS, AM) == laschet


def test_a_house_of_several_cabinets_is_nobody_s_without_a_day(stammdaten, wahlperiode):
    factories.ministerium(HAUS, kabinett="Laschet")
    factories.ministerium(HAUS, kabinett="Wüst I")

    assert stammdaten.haus(wahlperiode, HAUS, None) is None


def test_after_an_election_the_house_is_the_old_cabinet_s(stammdaten, wahlperiode):
    alt = factories.ministerium(HAUS, wahlperiode=factories.wahlperiode(16), kabinett="Kraft II", bis=date(2017, 6, 27))

    assert stammdaten.haus(wahlperiode, HAUS, date(2017, 8, 1)) == alt


def test_a_house_that_an_index_created_stands_for_its_wahlperiode_only(stammdaten, wahlperiode):
    frueher = stammdaten.haus(factories.wahlperiode(16), HAUS, AM)

    assert stammdaten.haus(wahlperiode, HAUS, AM).wahlperiode == wahlperiode != frueher.wahlperiode


def test_houses_whose_names_give_one_key_are_two(stammdaten, wahlperiode):
    haeuser = [stammdaten.haus(wahlperiode, name, AM) for name in ("Minister/in für Bau", "Ministerin für Bau", "–")]

    assert [haus.schluessel for haus in haeuser] == ["ministerin-fuer-bau", "ministerin-fuer-bau-2", "haus"]


def test_a_person_is_known_without_title(stammdaten, wahlperiode):
    rudolph = factories.person("Karsten Rudolph")

    assert stammdaten.personen(wahlperiode.parlament, ["Prof. Dr. Karsten Rudolph"]) == {
        "Prof. Dr. Karsten Rudolph": rudolph
    }


def test_a_name_that_two_bear_is_neither(stammdaten, wahlperiode):
    for ort in ("Bochum", "Essen"):
        factories.person("Andreas Schmidt", zusatz=ort)

    neu = stammdaten.personen(wahlperiode.parlament, ["Andreas Schmidt"])["Andreas Schmidt"]

    assert neu.zusatz == ""
    assert Person.objects.count() == 3
