"""What projects add to the pages of anfragen: to documents, to the start page, and to the search box."""

import pytest

from anfragen import erweiterung
from projekte.models import Projektname
from tests import factories
from tests.projekte.seiten import ENTWURF, betrag

pytestmark = pytest.mark.django_db


def test_a_document_shows_its_statements_by_handlungsfeld(antwort, mobilitaetsregion, bochum):
    spaeter = factories.handlungsfeld("beste-bildung", name="Beste Bildung", position=5)
    ruhrvalley = factories.projekt("15-03", handlungsfeld=spaeter)
    ohne_feld = factories.projekt("03-01")
    for nummer, projekt in enumerate([ohne_feld, ruhrvalley, mobilitaetsregion]):
        factories.aussage(projekt, antwort.dokument, start=10 * nummer, ende=10 * nummer + 5)
    context = erweiterung.dokument_context(antwort.dokument)
    gruppen = [
        (gruppe.handlungsfeld and gruppe.handlungsfeld.name, [(b.projekt, len(b.aussagen)) for b in gruppe.bezuege])
        for gruppe in context["aussagen_nach_handlungsfeld"]
    ]
    assert gruppen == [
        ("Vernetzte Mobilität – kurze Wege", [(mobilitaetsregion, 2)]),
        ("Beste Bildung", [(ruhrvalley, 1)]),
        (None, [(ohne_feld, 1)]),
    ]
    assert context["projekte"] == [mobilitaetsregion, ruhrvalley, ohne_feld]
    assert context["orte"] == [bochum]
    assert sorted(context["spannen"]) == [(0, 5), (10, 15), (20, 25)]
    assert context["hauptspalte"] == ["projekte/in_dokument.html"]
    assert context["randspalte"] == ["projekte/am_rand.html"]


def test_a_document_names_the_project_it_is_about_without_a_statement(mobilitaetsregion):
    papier = factories.dokument()
    mobilitaetsregion.dokumente.add(papier)
    context = erweiterung.dokument_context(papier)
    assert context["projekte"] == [mobilitaetsregion]
    assert context["hauptspalte"] == []


def test_a_document_about_no_project_gets_nothing():
    context = erweiterung.dokument_context(factories.dokument())
    assert (context["hauptspalte"], context["randspalte"], context["projekte"]) == ([], [], [])


def test_a_document_hides_what_is_unpublished(antwort, mobilitaetsregion):
    aussage = mobilitaetsregion.aussagen.get()
    aussage.veroeffentlichung = ENTWURF
    aussage.save()
    geheim = factories.projekt("01-01", veroeffentlichung=ENTWURF)
    geheim.dokumente.add(antwort.dokument)
    factories.aussage(geheim, antwort.dokument)
    context = erweiterung.dokument_context(antwort.dokument)
    assert context["projekte"] == []
    assert context["orte"] == []


def test_only_amounts_and_shares_stand_in_the_margin(antwort, mobilitaetsregion):
    aussage = mobilitaetsregion.aussagen.get()
    zahl = betrag(mobilitaetsregion, antwort.dokument, aussage=aussage)
    betrag(mobilitaetsregion, antwort.dokument, aussage=aussage, art="jahr", wert=2040)
    context = erweiterung.dokument_context(antwort.dokument)
    assert context["aussagen_nach_handlungsfeld"][0].bezuege[0].kennzahlen == [zahl]


def test_a_document_asks_the_database_as_often_for_many_statements(antwort, django_assert_num_queries):
    for nummer in range(3, 9):
        factories.aussage(factories.projekt(f"13-0{nummer}"), antwort.dokument)
    with django_assert_num_queries(3):
        erweiterung.dokument_context(antwort.dokument)


def test_the_start_page_counts_public_projects_and_statements(antwort, mobilitaet, bochum, django_assert_num_queries):
    factories.projekt("01-01", handlungsfeld=mobilitaet, veroeffentlichung=ENTWURF)
    ganzes = factories.projekt("03-01")
    factories.projekt("03-02", handlungsfeld=mobilitaet, teilprojekt_von=ganzes)
    factories.kommune("Alpen", "05170004")
    factories.kommune("Essen", "05113000", kreisfrei=True)
    with django_assert_num_queries(5):
        context = erweiterung.start_context()
    assert [(feld, feld.anzahl_projekte) for feld in context["handlungsfelder"]] == [(mobilitaet, 1)]
    assert [(str(ort.kommune), ort.wert) for ort in context["orte"]] == [("Bochum", 1), ("Essen", 0)]
    assert (context["anzahl_projekte"], context["ohne_handlungsfeld"]) == (2, 1)
    assert context["startseite"] == ["projekte/auf_startseite.html"]


def test_the_start_page_of_an_empty_database_gets_nothing():
    assert erweiterung.start_context()["startseite"] == []


@pytest.mark.parametrize(
    ("getippt", "adresse"),
    [
        ("13-02", "/projekte/13-02/"),
        (" [13-02] ", "/projekte/13-02/"),
        ("Mobilitätsregion", "/projekte/13-02/"),
        ("mobilitätsregion", "/projekte/13-02/"),
        ("Mobile Region", "/projekte/13-02/"),
        ("Mülheim an der Ruhr", "/orte/muelheim-an-der-ruhr/"),
        ("mülheim an der ruhr", "/orte/muelheim-an-der-ruhr/"),
        ("Geheim", None),
        ("01-01", None),
        ("99-99", None),
        ("Mobil", None),
        ("", None),
        ("„“", None),
        ("Mobile\x00Region", None),
        ("Mobile Region" * 1000, None),
        ("Doppelt", None),
    ],
)
def test_what_is_typed_finds_the_one_thing_it_means(mobilitaetsregion, getippt, adresse):
    Projektname.objects.create(projekt=mobilitaetsregion, name="Mobile Region")
    factories.kommune("Mülheim an der Ruhr", "05117000", schluessel="muelheim-an-der-ruhr")
    factories.projekt("01-01", name="Geheim", schluessel="geheim", veroeffentlichung=ENTWURF)
    for kennung in ("02-01", "02-02"):
        factories.projekt(kennung, name="Doppelt")
    assert erweiterung.find(getippt) == adresse
