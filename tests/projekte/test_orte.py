"""The pages of Handlungsfelder and of places."""

import re
from datetime import date

import pytest

from projekte.models import Kommune, Projektort
from tests import factories
from tests.projekte.seiten import ENTWURF, betrag, text

pytestmark = pytest.mark.django_db


def test_a_handlungsfeld_shows_its_projects_and_newest_statements(client, antwort):
    seite = text(client, "/handlungsfelder/vernetzte-mobilitaet/")
    assert "1\xa0Projekt" in seite
    assert 'href="/projekte/13-02/">Mobilitätsregion</a>' in seite
    assert "Stadtgrenzen sind zu überwinden." in seite


def test_a_handlungsfeld_of_which_no_project_is_known_says_so(client, mobilitaet):
    seite = text(client, "/handlungsfelder/vernetzte-mobilitaet/")
    assert "Von keinem erfassten Projekt ist bekannt" in seite


def test_a_handlungsfeld_hides_the_unpublished(client, antwort, mobilitaetsregion):
    mobilitaetsregion.veroeffentlichung = ENTWURF
    mobilitaetsregion.save()
    seite = text(client, "/handlungsfelder/vernetzte-mobilitaet/")
    assert "Mobilitätsregion" not in seite
    assert "Stadtgrenzen" not in seite


def test_places_stand_by_kreis_with_their_statements(client, antwort, bochum):
    Kommune.objects.filter(pk=bochum.pk).update(kreisfrei=True)
    factories.kommune("Witten", "05954036", kreis="Ennepe-Ruhr-Kreis")
    seite = text(client, "/orte/").partition("</figure>")[2]
    orte = [seite.index(wort) for wort in ("Kreisfreie Städte", "/orte/bochum/", "Ennepe-Ruhr-Kreis", "/orte/witten/")]
    assert orte == sorted(orte)
    assert "1\xa0Aussage" in seite


@pytest.mark.parametrize("was", ["aussage", "dokument", "projekt"])
def test_places_count_only_public_statements(client, antwort, mobilitaetsregion, was):
    aussage = mobilitaetsregion.aussagen.get()
    record = {"aussage": aussage, "dokument": aussage.dokument, "projekt": mobilitaetsregion}[was]
    record.veroeffentlichung = ENTWURF
    record.save()
    assert "Aussage</span>" not in text(client, "/orte/")
    assert "Stadtgrenzen" not in text(client, "/orte/bochum/")


def test_a_place_shows_what_is_said_and_known_about_it(client, antwort, bochum):
    projekt = factories.projekt("04-06", name="Open District Hub")
    Projektort.objects.create(projekt=projekt, kommune=bochum)
    betrag(projekt, antwort.dokument, aussage=factories.aussage(projekt, antwort.dokument, kommune=bochum))
    seite = text(client, "/orte/bochum/")
    assert "Stadtgrenzen sind zu überwinden." in seite
    assert "rund 65.000 Euro" in seite
    assert 'href="/projekte/04-06/">Open District Hub</a>' in seite


def test_a_place_leads_to_the_anfragen_that_name_it(client, bochum):
    factories.anfrage(titel="Schulen in Bochum")
    factories.anfrage(titel="Geheimes aus Bochum", veroeffentlichung=ENTWURF)
    seite = text(client, "/orte/bochum/")
    assert 'href="/anfragen/?q=Bochum"' in seite
    assert "1\xa0Anfrage enthält" in seite


def test_a_place_without_anything_says_so(client, bochum):
    seite = text(client, "/orte/bochum/")
    assert "bisher keine Aussage" in seite
    assert "Von keinem Projekt ist uns" in seite
    assert "Keine Anfrage, die wir kennen" in seite


def test_a_place_hides_unpublished_projects_of_the_master_data(client, bochum):
    geheim = factories.projekt("01-01", name="Geheim", veroeffentlichung=ENTWURF)
    Projektort.objects.create(projekt=geheim, kommune=bochum)
    assert "Geheim" not in text(client, "/orte/bochum/")


def test_a_handlungsfeld_is_parted_into_pages(client, mobilitaet, monkeypatch):
    monkeypatch.setattr("projekte.seiten.liste.JE_SEITE", 1)
    for kennung in ("13-01", "13-02"):
        factories.projekt(kennung, handlungsfeld=mobilitaet)
    assert "2\xa0Projekte" in text(client, "/handlungsfelder/vernetzte-mobilitaet/")
    assert 'href="/projekte/13-02/"' in text(client, "/handlungsfelder/vernetzte-mobilitaet/?seite=2")


def test_a_place_leads_to_its_other_projects(client, bochum, monkeypatch):
    monkeypatch.setattr("projekte.seiten.liste.JE_SEITE", 1)
    for kennung in ("13-01", "13-02"):
        Projektort.objects.create(projekt=factories.projekt(kennung), kommune=bochum)
    seite = text(client, "/orte/bochum/")
    assert 'href="/projekte/?kommune=bochum">alle 2\xa0Projekte</a>' in seite
    assert 'href="/projekte/13-02/"' not in seite


def test_statements_about_a_place_are_parted_into_pages(client, bochum, mobilitaetsregion, monkeypatch):
    monkeypatch.setattr("projekte.seiten.ort.AUSSAGEN_JE_SEITE", 1)
    for nummer in (1, 2):
        papier = factories.dokument(datum=date(2020, 1, nummer))
        factories.aussage(mobilitaetsregion, papier, kommune=bochum, wortlaut=f"Wortlaut {nummer}")
    assert "Wortlaut 2" in text(client, "/orte/bochum/")
    assert "Wortlaut 1" in text(client, "/orte/bochum/?seite=2")


def karte(client, abfrage=""):
    """The links of the map: title by address."""
    svg = text(client, f"/orte/{abfrage}").partition('role="group"')[2].partition("</svg>")[0]
    return dict(re.findall(r'<a href="([^"]+)"[^>]*>\s*<title>([^<]+)</title>', svg))


def test_the_map_links_every_place_with_its_number(client, antwort, bochum):
    factories.kommune("Witten", "05954036", kreis="Ennepe-Ruhr-Kreis")
    assert karte(client) == {"/orte/bochum/": "Bochum: 1\xa0Aussage", "/orte/witten/": "Witten: keine Angabe"}


def test_the_map_counts_projects(client, antwort, bochum, mobilitaetsregion):
    Projektort.objects.create(projekt=mobilitaetsregion, kommune=bochum)
    stilles = factories.projekt("99-01", veroeffentlichung=ENTWURF)
    Projektort.objects.create(projekt=stilles, kommune=bochum)
    assert karte(client, "?karte=projekte") == {"/orte/bochum/": "Bochum: 1\xa0Projekt"}


def test_map_list_and_page_count_the_same_projects(client, antwort, bochum, mobilitaetsregion):
    """By master data, by a statement about the place, by one that names it beside others; each once."""
    Projektort.objects.create(projekt=mobilitaetsregion, kommune=bochum)
    Projektort.objects.create(projekt=factories.projekt("01-01", schluessel="a"), kommune=bochum)
    nennend = factories.aussage(factories.projekt("01-02", schluessel="b"), antwort.dokument)
    nennend.genannte_kommunen.add(bochum)
    geheim = factories.projekt("01-03", schluessel="c", veroeffentlichung=ENTWURF)
    factories.aussage(geheim, antwort.dokument, kommune=bochum)
    assert "Bochum: 3\xa0Projekte" in text(client, "/orte/?karte=projekte")
    assert client.get("/projekte/?kommune=bochum").context["seite"].paginator.count == 3
    assert client.get("/orte/bochum/").context["projekte"].paginator.count == 3


def test_the_map_shows_the_highest_amount_and_adds_none(client, antwort, bochum, mobilitaetsregion):
    aussage = mobilitaetsregion.aussagen.get()
    for start, wert in enumerate([65_000, 521_864]):
        betrag(mobilitaetsregion, antwort.dokument, aussage=aussage, wert=wert, start=start, ende=start + 1)
    assert karte(client, "?karte=betrag") == {"/orte/bochum/": "Bochum: 521.864\xa0Euro"}


def test_the_legend_calls_what_is_missing_as_the_map_does(client, antwort):
    assert "</svg> keine Angabe</li>" in text(client, "/orte/?karte=betrag")


def test_an_unknown_measure_counts_statements(client, antwort):
    assert karte(client, "?karte=unsinn") == {"/orte/bochum/": "Bochum: 1\xa0Aussage"}


def test_the_map_shows_its_credit(client, antwort):
    assert "© GeoBasis-DE / BKG 2017" in text(client, "/orte/")


def test_a_place_beyond_the_map_stands_in_the_list(client):
    factories.kommune("Bonn", "05314000")
    seite = text(client, "/orte/")
    assert 'href="/orte/bonn/"' in seite
    assert 'role="group"' not in seite
