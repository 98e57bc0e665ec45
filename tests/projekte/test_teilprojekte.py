"""A statement about a whole project that speaks of a part on record is on the pages of both."""

import pytest

from projekte.models import Projektaussage, Projektname
from tests import factories
from tests.projekte.programme import answer
from tests.projekte.seiten import ENTWURF, text

pytestmark = pytest.mark.django_db

TABELLE = (
    "Handlungsfeld Vernetzte Mobilität – kurze Wege Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "
    "ÖPNV-Initiative [13-01] – Teilprojekt Konzept einer Integrierten Mobilität (InnaMo Ruhr) Ziel ist es, sauber zu "
    "fahren. Mobilitätsregion [13-02] Sie fährt."
)


@pytest.fixture
def ganzes():
    return factories.projekt("13-01", name="ÖPNV-Initiative", handlungsfeld=factories.handlungsfeld())


@pytest.mark.parametrize(
    "name",
    ["InnaMo Ruhr", "Konzept einer Integrierten Mobilität", "Konzept einer Integrierten Mobilität (InnaMo Ruhr)"],
)
def test_a_row_is_tied_to_the_part_it_names(ganzes, name):
    teil = factories.projekt("", name=name, schluessel="innamo-ruhr", teilprojekt_von=ganzes)
    answer(TABELLE)
    aussage = Projektaussage.objects.get(projekt=ganzes)
    assert (aussage.teilprojekt, aussage.wortlaut) == (teil, "Ziel ist es, sauber zu fahren.")
    assert Projektaussage.objects.exclude(projekt=ganzes).get().teilprojekt is None


def test_a_row_is_tied_by_any_name_of_the_part(ganzes):
    teil = factories.projekt("", name="Innovative Mobilität", schluessel="innamo-ruhr", teilprojekt_von=ganzes)
    Projektname.objects.create(projekt=teil, name="InnaMo Ruhr")
    answer(TABELLE)
    assert Projektaussage.objects.get(projekt=ganzes).teilprojekt == teil


def test_a_row_is_tied_to_none_if_no_part_or_another_projects_part_has_the_name(ganzes):
    anderes = factories.projekt("13-05", name="Anderes")
    factories.projekt("", name="InnaMo Ruhr", schluessel="innamo-ruhr", teilprojekt_von=anderes)
    answer(TABELLE)
    aussage = Projektaussage.objects.get(projekt=ganzes)
    assert (aussage.teilprojekt, bool(aussage.teilprojekt_gedruckt)) == (None, True)


def test_whole_and_part_both_show_the_statement_and_lead_to_each_other(client, ganzes):
    factories.projekt("", name="InnaMo Ruhr", schluessel="innamo-ruhr", teilprojekt_von=ganzes)
    answer(TABELLE)
    seite_des_ganzen = text(client, "/projekte/13-01/")
    seite_des_teils = text(client, "/projekte/innamo-ruhr/")
    for seite in (seite_des_ganzen, seite_des_teils):
        assert "Ziel ist es, sauber zu fahren." in seite
    assert 'href="/projekte/innamo-ruhr/">InnaMo Ruhr</a>' in seite_des_ganzen
    assert '<dt>Art</dt><dd>Teilprojekt von <a href="/projekte/13-01/">ÖPNV-Initiative</a></dd>' in seite_des_teils
    assert "Ziel ist es" in client.get("/projekte/innamo-ruhr/verlauf.csv").getvalue().decode()
    (teil,) = client.get("/api/v1/projekte/?mit_aussage=true&teilprojekt=true").json()["results"]
    assert (teil["schluessel"], teil["anzahl_aussagen"], teil["zuletzt_am"]) == ("innamo-ruhr", 1, "2021-02-06")


def test_a_part_shows_no_statement_of_an_unpublished_whole(client, ganzes):
    factories.projekt("", name="InnaMo Ruhr", schluessel="innamo-ruhr", teilprojekt_von=ganzes)
    answer(TABELLE)
    ganzes.veroeffentlichung = ENTWURF
    ganzes.save()
    seite = text(client, "/projekte/innamo-ruhr/")
    assert "Ziel ist es" not in seite
    assert "ÖPNV-Initiative" not in seite


def test_the_page_names_the_kind_of_a_project(client, ganzes):
    factories.projekt("13-09", name="Bürgerbus", art="partner")
    assert "<dt>Art</dt><dd>Projekt der Landesregierung</dd>" in text(client, "/projekte/13-01/")
    assert "<dt>Art</dt><dd>Partnerprojekt</dd>" in text(client, "/projekte/13-09/")


def test_the_api_tells_of_a_part_what_its_page_tells(get, ganzes):
    factories.projekt("", name="InnaMo Ruhr", schluessel="innamo-ruhr", teilprojekt_von=ganzes)
    answer(TABELLE)
    teil = get("projekte/innamo-ruhr/")
    assert teil["anzahl_aussagen"] == 1
    assert [(aussage["wortlaut"], aussage["projekt"]["kennung"]) for aussage in teil["teilaussagen"]] == [
        ("Ziel ist es, sauber zu fahren.", "13-01")
    ]
    for adresse in ("innamo-ruhr", "13-01"):
        gefunden = get(f"aussagen/?projekt={adresse}")["results"]
        assert [aussage["wortlaut"] for aussage in gefunden] == ["Ziel ist es, sauber zu fahren."]
