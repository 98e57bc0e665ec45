"""Printed names find the right house, Fraktion and person, or none."""

from datetime import date

import pytest

from anfragen.zuordnung import Zuordnung, hausschluessel, name_ohne_titel
from tests import factories as f


@pytest.mark.parametrize(
    ("gedruckt", "name"),
    [
        pytest.param("Prof. Dr. Karsten Rudolph", "Karsten Rudolph", id="two titles"),
        pytest.param("Dr. Martin Vincentz", "Martin Vincentz", id="one title"),
        pytest.param("Prof. Dr. Dr. h. c. Max Muster", "Max Muster", id="honorary"),
        pytest.param("Dipl.-Ing. Eva Ott", "Eva Ott", id="with hyphen"),
        pytest.param("Guido van den Berg", "Guido van den Berg", id="particle is no title"),
        pytest.param("Drews Müller", "Drews Müller", id="name that starts like a title"),
        pytest.param("Serdar  Yüksel", "Serdar Yüksel", id="white space"),
    ],
)
def test_the_person_is_the_name_without_title(gedruckt, name):
    assert name_ohne_titel(gedruckt) == name


@pytest.mark.parametrize(
    ("amt", "haus"),
    [
        ("Der Minister der Justiz", "Justizministerium"),
        ("Der Justizminister", "Ministerium der Justiz"),
        ("dem Finanzminister", "Finanzministerium"),
        ("Der Minister der Finanzen", "Ministerium der Finanzen"),
        ("Die Ministerpräsidentin", "Ministerpräsident/in"),
        ("dem Ministerpräsidenten", "Staatskanzlei"),
        ("Der Minister des Innern", "Ministerium des Innern"),
        (
            "Die Ministerin für Umwelt, Landwirtschaft, Natur- und Verbraucherschutz",
            "Ministerium für Umwelt, Landwirtschaft, Natur- und Verbraucherschutz",
        ),
        (
            "Minister für Bundes- und Europaangelegenheiten sowie Internationales im Geschäftsbereich des "
            "Ministerpräsidenten",
            "Ministerium für Bundes- und Europaangelegenheiten sowie Internationales",
        ),
    ],
)
def test_office_and_house_have_one_key(amt, haus):
    assert hausschluessel(amt) == hausschluessel(haus)


@pytest.mark.django_db
def test_a_short_office_means_the_house_that_starts_with_it():
    haus = f.ministerium("Ministerium für Inneres und Kommunales", schluessel="mik", kabinett="Kraft II")

    assert Zuordnung(haus.wahlperiode).ministerium("Der Innenminister") == haus


@pytest.mark.django_db
def test_the_day_tells_the_cabinets_apart():
    laschet = f.ministerium(von=date(2017, 6, 30), bis=date(2021, 10, 27))
    wuest = f.ministerium(kabinett="Wüst I", von=date(2021, 10, 28), bis=date(2022, 6, 28))
    zuordnung = Zuordnung(laschet.wahlperiode)

    assert zuordnung.ministerium("Der Minister für Verkehr", date(2020, 9, 30)) == laschet
    assert zuordnung.ministerium("Der Minister für Verkehr", date(2022, 1, 1)) == wuest
    assert zuordnung.ministerium("Der Minister für Verkehr") is None, "two fit: don't guess"
    assert zuordnung.ministerium("Der Minister für Verkehr", date(2025, 1, 1)) is None, "neither was in office"


@pytest.mark.django_db
def test_an_unknown_office_is_nobody():
    f.ministerium()

    assert Zuordnung(f.wahlperiode()).ministerium("Der Minister für Zauberei") is None


@pytest.mark.django_db
@pytest.mark.parametrize("gedruckt", ["GRÜNE", "BÜNDNIS 90/ DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN", "Die Grünen"])
def test_a_fraktion_is_found_in_every_spelling(gedruckt):
    gruene = f.fraktion("GRÜNE", schreibweisen=["BÜNDNIS 90/DIE GRÜNEN"], verzeichnisname="Die Grünen")

    assert Zuordnung(gruene.wahlperiode).fraktion(gedruckt) == gruene


@pytest.mark.django_db
def test_an_unknown_fraktion_is_none():
    f.fraktion("SPD")

    assert Zuordnung(f.wahlperiode()).fraktion("ZENTRUM") is None
