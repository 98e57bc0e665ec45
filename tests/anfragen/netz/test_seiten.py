"""The pages of a paper's network: picture, table, form, and how far it all reaches."""

import re

import pytest

from anfragen.models import Dokument
from anfragen.netz.seite import GEZEICHNET, ZEILEN
from tests import factories
from tests.anfragen.netz.graph import papiere, verbinde
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text

pytestmark = pytest.mark.django_db

NETZ = "/drucksachen/17/3/netz/"
SEITEN = (NETZ, "/drucksachen/17/3/grundlagen/", "/drucksachen/17/3/folgen/")


@pytest.fixture
def kette():
    """5 cites 4, 4 cites 3, and so on."""
    gefunden = papiere(1, 2, 3, 4, 5, art="antwort")
    verbinde(gefunden, (5, 4), (4, 3), (3, 2), (2, 1))
    return gefunden


def bild(seite):
    return seite.partition('<svg class="netz"')[2].partition("</svg>")[0]


def tabelle(seite):
    return seite.partition("<tbody")[2].partition("</tbody>")[0]


def test_the_picture_is_of_links_and_says_in_words_what_it_draws(client, kette):
    Dokument.objects.filter(nummer=2).update(nur_zitiert=True, titel="")
    svg = bild(text(client, NETZ))
    assert '<a href="/drucksachen/17/4/" aria-label="Antwort, 17/4, Wohnungseinbrüche in NRW, liegt vor">' in svg
    assert '<a href="/drucksachen/17/2/" aria-label="Antwort, 17/2, nur zitiert">' in svg
    assert "netz-knoten--zitiert" in svg
    assert svg.count("<a ") == 5
    assert svg.count('marker-end="url(#netz-spitze)"') == 4
    assert "zitieren 17/3 (1)" in svg


def test_numbers_in_the_picture_are_written_for_the_browser(client, kette):
    koordinaten = re.findall(r' (?:x|y|d|width|height|viewBox)="([^"]*)"', bild(text(client, NETZ)))
    assert koordinaten
    assert not [wert for wert in koordinaten if "," in wert]


def test_a_paper_without_a_page_is_drawn_without_a_link(client, kette):
    Dokument.objects.filter(nummer=2).update(zusatz="1. neu")
    seite = text(client, NETZ)
    assert '<g role="img" aria-label="Antwort, 17/2 (1. neu)' in bild(seite)
    assert "Drucksache 17/2 (1. neu)</th>" in tabelle(seite)
    assert "Drucksache 17/2 (1. neu)</th>" in text(client, SEITEN[1])


def test_the_table_says_the_same(client, kette):
    zeilen = re.findall(r"<tr.*?</tr>", tabelle(text(client, NETZ)))
    gelesen = [re.sub(r"<[^>]*>", " ", zeile).split() for zeile in zeilen]
    assert [(" ".join(z[:2]), z[z.index("Drucksache") + 1]) for z in gelesen] == [
        ("zitiert Drucksache", "17/2"),
        ("verweist darauf", "17/4"),
        ("zwei Schritte,", "17/1"),
        ("zwei Schritte,", "17/5"),
    ]
    assert "17/2" in gelesen[2]
    assert "17/4" in gelesen[3]


def test_an_ambiguous_reference_is_said_in_picture_and_table(client, kette):
    factories.verweis(kette[3], mehrdeutig=True, wortlaut="Drs. 4711")
    seite = text(client, NETZ)
    assert '<a href="../#wortlaut" aria-label="anderes Dokument, Drs. 4711, mehrdeutig">' in seite
    assert "Mehrdeutig, darum ohne Ziel: „Drs. 4711“." in seite


def test_the_page_says_how_far_it_reaches(client, kette):
    seite = text(client, NETZ)
    assert 'Baut auf <a href="/drucksachen/17/3/grundlagen/">2 Dokumenten</a> auf, davon 1 unmittelbar.' in seite
    assert '<a href="/drucksachen/17/3/folgen/">2 Dokumente</a> bauen darauf auf, davon 1 unmittelbar.' in seite


def test_where_all_is_direct_nothing_is_said_of_others(client):
    gefunden = papiere(1, 2, 3, 4, 5)
    verbinde(gefunden, (3, 1), (3, 2), (4, 3))
    seite = text(client, NETZ)
    assert ">2 Dokumenten</a> auf, alle unmittelbar." in seite
    assert ">1 Dokument</a> baut darauf auf, unmittelbar." in seite
    assert "2 Dokumente, alle unmittelbar.</p>" in text(client, SEITEN[1])
    assert "1 Dokument, unmittelbar.</p>" in text(client, SEITEN[2])


def test_a_paper_without_references_has_words_instead_of_a_picture(client):
    factories.dokument(nummer=3)
    seite = text(client, NETZ)
    assert "Stützt sich auf kein Dokument, das wir kennen." in seite
    assert "Kein Dokument in unserem Bestand baut darauf auf." in seite
    assert 'class="netz"' not in seite


@pytest.mark.parametrize(
    ("frage", "nummern"),
    [
        ("richtung=grundlagen&schritte=2", ["2", "1"]),
        ("richtung=folgen&schritte=1", ["4"]),
        ("richtung=beide&schritte=1", ["2", "4"]),
    ],
)
def test_direction_and_steps_are_chosen_by_the_form(client, kette, frage, nummern):
    seite = text(client, f"{NETZ}?{frage}")
    assert re.findall(r'<a href="/drucksachen/17/(\d)/">Drucksache', tabelle(seite)) == nummern
    for name, wert in (teil.split("=") for teil in frage.split("&")):
        assert f'<option value="{wert}" selected>' in seite.partition(f'name="{name}"')[2].partition("</select>")[0]


@pytest.mark.parametrize("frage", ["richtung=oben", "schritte=3", "schritte=%00", "richtung=&schritte="])
def test_a_wrong_choice_shows_all_of_it_and_says_so(client, kette, frage):
    seite = text(client, f"{NETZ}?{frage}")
    assert bild(seite).count("<a ") == 5
    assert "errorlist" in seite


def test_a_direction_without_papers_is_no_empty_table(client):
    verbinde(papiere(3, 4), (4, 3))
    assert "In dieser Richtung gibt es keine Dokumente." in text(client, f"{NETZ}?richtung=grundlagen")


def test_of_more_than_can_be_drawn_the_rest_is_in_the_table(client):
    gefunden = papiere(3, *range(1000, 1001 + GEZEICHNET))
    verbinde(gefunden, *[(3, n) for n in gefunden if n != 3])
    seite = text(client, NETZ)
    assert bild(seite).count("<a ") == GEZEICHNET + 1
    assert "1 weiteres steht nur in der Tabelle." in seite
    assert tabelle(seite).count("<tr") == ZEILEN
    assert tabelle(text(client, f"{NETZ}?seite=2")).count("<tr") == 1 + GEZEICHNET - ZEILEN


def test_everything_that_a_paper_builds_on_is_listed_with_its_way(client, kette):
    seite = text(client, "/drucksachen/17/4/grundlagen/")
    assert "3 Dokumente, davon 1 unmittelbar;" in seite
    assert re.findall(r'<a href="/drucksachen/17/(\d)/">Drucksache', tabelle(seite)) == ["3", "2", "1"]
    assert re.findall(r'data-titel="Weg">([^<]*)', seite) == ["unmittelbar", "über andere", "über andere"]


def test_everything_that_builds_on_a_paper_is_listed(client, kette):
    assert "Was auf Drucksache 17/1 aufbaut</h1>" in text(client, "/drucksachen/17/1/folgen/")
    assert "Kein Dokument in unserem Bestand baut darauf auf." in text(client, "/drucksachen/17/5/folgen/")


@pytest.mark.parametrize("adresse", SEITEN)
def test_an_unpublished_or_unknown_paper_has_no_network(client, adresse):
    assert client.get(adresse).status_code == 404
    factories.dokument(nummer=3, veroeffentlichung=ENTWURF)
    assert client.get(adresse).status_code == 404


@pytest.mark.parametrize("adresse", SEITEN)
def test_a_draft_in_the_network_is_not_shown(client, kette, adresse):
    Dokument.objects.filter(nummer__in=[2, 4]).update(veroeffentlichung=ENTWURF, titel="Geheim")
    seite = text(client, adresse)
    assert "Geheim" not in seite
    assert not re.search(r"17/[1245]\b", seite)


@pytest.mark.parametrize("adresse", SEITEN)
def test_pages_are_only_read_and_need_nothing_inline(client, kette, adresse):
    assert client.post(adresse).status_code == 405
    seite = text(client, adresse)
    assert not re.search(r"<script|<style| style=", seite)


def test_a_hostile_title_is_shown_as_words(client, kette):
    Dokument.objects.update(titel="<script>alert(1)</script>")
    seite = text(client, NETZ)
    assert "<script>" not in seite
    assert "&lt;script&gt;" in bild(seite)


@pytest.mark.parametrize(
    "adresse", ["/vorlagen/17/3/netz/", "/drucksachen/17/3-neu/netz/", "/parlamente/bt/drucksachen/19/3/netz/"]
)
def test_papers_of_other_series_prints_and_parliaments_have_networks_too(client, adresse):
    factories.dokument(nummer=3, reihe=factories.reihe("vorlage"))
    factories.dokument(nummer=3, zusatz="neu")
    factories.dokument(nummer=3, wahlperiode=factories.wahlperiode(19, "bt"), reihe=factories.reihe(kuerzel="bt"))
    assert "Netz der Verweise</h1>" in text(client, adresse)


@pytest.mark.parametrize(("adresse", "hoechstens"), [(NETZ, 12), (SEITEN[1], 4), (SEITEN[2], 4)])
def test_the_number_of_queries_does_not_grow(client, kette, adresse, hoechstens):
    wenige = anzahl_abfragen(client, adresse)
    weitere = papiere(*range(100, 130))
    verbinde(kette | weitere, *[(3, n) for n in weitere], *[(n, 1) for n in weitere], *[(5, n) for n in weitere])
    assert anzahl_abfragen(client, adresse) == wenige
    assert wenige <= hoechstens
