"""The start page, the search box, the pages of plain words, and what happens when a page is not there."""

from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from anfragen.models import Nachfrage
from anfragen.seiten.start import startseite
from tests import factories
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text

pytestmark = pytest.mark.django_db

HEUTE = date(2020, 10, 11)


def test_the_start_page_stands_on_an_empty_database(client):
    seite = text(client, "/")
    assert "Noch ist keine beantwortete Anfrage erfasst." in seite
    assert "<dd>0</dd>" in seite
    assert "Noch offen" not in seite
    assert "Frage für Frage</p>" not in seite


def test_the_start_page_shows_the_newest_answers_first(client):
    for nummer in range(1, 8):
        papier = factories.dokument(datum=date(2020, 1, nummer))
        factories.antwort(factories.anfrage(nummer=nummer, titel=f"Frage {nummer}."), dokument=papier)
    seite = text(client, "/")
    assert seite.index("Frage 7.") < seite.index("Frage 3.")
    assert "Frage 2." not in seite
    assert "<dt>Antworten der Landesregierung</dt><dd>7</dd>" in seite


def test_counts_are_of_what_is_public_here(client):
    factories.antwort(
        factories.anfrage(veroeffentlichung=ENTWURF), dokument=factories.dokument(veroeffentlichung=ENTWURF)
    )
    factories.anfrage(wahlperiode=factories.wahlperiode(19, "bt"))
    factories.anfrage()
    seite = text(client, "/")
    assert "<dt>Anfragen im Bestand</dt><dd>1</dd>" in seite
    assert "<dt>Antworten der Landesregierung</dt><dd>0</dd>" in seite


def test_an_open_anfrage_counts_the_days_to_its_computed_deadline():
    anfrage = factories.anfrage(gestellt_am=date(2020, 9, 3))
    (eintrag,) = startseite(HEUTE)["offen"]
    assert (eintrag.anfrage, eintrag.frist.faellig_am, eintrag.frist.tage) == (anfrage, date(2020, 10, 1), -10)


def test_an_open_anfrage_says_that_its_deadline_is_computed(client):
    factories.anfrage(gestellt_am=timezone.localdate() - timedelta(days=60))
    seite = text(client, "/")
    assert "fällig</span>" in seite
    assert '<a href="/begriffe/#frist">berechnet</a>' in seite


def test_public_follow_ups_are_open_too():
    anfrage = factories.anfrage(nummer=4284)
    factories.antwort(anfrage)
    Nachfrage.objects.create(
        anfrage=anfrage, titel="Anteil", offen="…", faellig_am=date(2020, 10, 20), veroeffentlichung="veroeffentlicht"
    )
    Nachfrage.objects.create(anfrage=anfrage, titel="Geheim", offen="…", veroeffentlichung=ENTWURF)
    (eintrag,) = startseite(HEUTE)["offen"]
    assert (str(eintrag.nachfrage), eintrag.frist.tage) == ("Anteil", 9)


def test_a_follow_up_of_a_draft_is_not_shown():
    Nachfrage.objects.create(anfrage=factories.anfrage(veroeffentlichung=ENTWURF), titel="Anteil", offen="…")
    assert startseite(HEUTE)["offen"] == []


def test_the_newest_anfrage_with_questions_is_opened_up(client):
    alt = factories.anfrage(nummer=1, titel="Alte Anfrage")
    factories.frage(alt)
    factories.antwort(alt, dokument=factories.dokument(datum=date(2019, 1, 1)))
    neu = factories.anfrage(nummer=4284, titel="Neue Anfrage")
    factories.frage(neu, 3, text="Was kostet das?", bewertung="nicht")
    factories.antwort(neu)
    seite = text(client, "/")
    assert '<a href="/anfragen/17/4284/#frage-3">Was kostet das?</a>' in seite
    assert "nicht beantwortet" in seite


def test_the_start_page_takes_a_fixed_number_of_queries(client):
    def add(nummer: int) -> None:
        anfrage = factories.anfrage()
        frage = factories.frage(anfrage)
        factories.fragesteller(anfrage, f"Person {nummer}", f"Gruppe {nummer}")
        factories.antwort(anfrage, ministerium=factories.ministerium(schluessel=f"haus-{nummer}"))
        Nachfrage.objects.create(anfrage=anfrage, frage=frage, titel="Anteil", offen="…")
        factories.anfrage()

    add(1)
    wenige = anzahl_abfragen(client, "/")
    for nummer in range(2, 5):
        add(nummer)
    assert anzahl_abfragen(client, "/") == wenige
    assert wenige <= 22


@pytest.mark.parametrize(
    ("eingabe", "ziel"),
    [
        ("17/11212", "/drucksachen/17/11212/"),
        ("Drs. 17/11212", "/drucksachen/17/11212/"),
        ("KA 4284", "/anfragen/17/4284/"),
        ("4284", "/anfragen/17/4284/"),
        ("Vorlage 17/3748", "/vorlagen/17/3748/"),
        ("[13-02]", "/projekte/13-02/"),
        ("13-02", "/projekte/13-02/"),
        ("Bochum", "/orte/bochum/"),
        ("Dachbegrünung & mehr", "/anfragen/?q=Dachbegr%C3%BCnung+%26+mehr"),
        ("2030", "/anfragen/?q=2030"),
        ("", "/anfragen/"),
    ],
)
def test_the_search_box_leads_straight_to_the_thing(client, eingabe, ziel):
    factories.anfrage(nummer=4284)
    factories.dokument(nummer=11212)
    factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"), nur_zitiert=True)
    factories.projekt("13-02")
    factories.kommune()
    antwort = client.get("/suche/", {"q": eingabe})
    assert (antwort.status_code, antwort.headers["Location"]) == (302, ziel)


def test_a_number_of_several_wahlperioden_is_a_choice(client):
    for wp in (16, 17):
        factories.anfrage(nummer=2024, wahlperiode=factories.wahlperiode(wp), titel=f"In der {wp}.")
    seite = text(client, "/suche/?q=KA+2024")
    assert seite.index('href="/anfragen/17/2024/"') < seite.index('href="/anfragen/16/2024/"')
    assert "In der 16." in seite


def test_a_number_that_nobody_knows_is_not_found(client):
    seite = text(client, "/suche/?q=Drs.+17/99999", status=404)
    assert "„Drs. 17/99999“ kennen wir nicht" in seite
    assert 'value="Drs. 17/99999"' in seite


@pytest.mark.parametrize("eingabe", ["\x00", "17/\x00", "<script>", "a" * 5000, "%", "//example.org"])
def test_odd_input_leads_only_to_the_list(client, eingabe):
    antwort = client.get("/suche/", {"q": eingabe})
    assert antwort.status_code == 302
    assert antwort.headers["Location"].startswith("/anfragen/?q=")


@pytest.mark.parametrize(("adresse", "wort"), [("/begriffe/", 'id="frist"'), ("/daten/", "/api/v1/schema/")])
def test_pages_of_plain_words_ask_no_database(client, django_assert_num_queries, adresse, wort):
    with django_assert_num_queries(0):
        assert wort in text(client, adresse)


@pytest.mark.parametrize("adresse", ["/", "/anfragen/", "/suche/", "/begriffe/", "/daten/", "/anfragen/17/1/"])
def test_pages_are_only_read(client, adresse):
    assert client.post(adresse).status_code == 405


@pytest.mark.parametrize("adresse", ["/", "/anfragen/", "/begriffe/", "/daten/"])
def test_every_page_has_language_title_description_and_canonical_address(client, adresse):
    seite = text(client, f"{adresse}?egal=1")
    assert '<html lang="de">' in seite
    assert " – Anfragen NRW</title>" in seite
    assert '<meta name="description" content="' in seite
    assert f'<link rel="canonical" href="http://testserver{adresse}">' in seite


@pytest.mark.parametrize("adresse", ["/", "/anfragen/", "/begriffe/", "/daten/", "/gibt-es-nicht/"])
def test_no_page_needs_inline_script_or_style(client, adresse):
    seite = client.get(adresse).content.decode()
    assert "<script" not in seite
    assert "<style" not in seite
    assert " style=" not in seite


@pytest.mark.parametrize(
    ("adresse", "satz"),
    [
        ("/gibt-es-nicht/", "Diese Seite gibt es nicht"),
        ("/anfragen/17/99999/", "Diese Anfrage kennen wir nicht"),
        ("/drucksachen/17/99999/", "Dieses Dokument kennen wir nicht"),
        ("/anfragen/17/99999999999999999999/", "Diese Anfrage kennen wir nicht"),
    ],
)
def test_what_is_missing_is_named_and_offers_the_search(client, adresse, satz):
    seite = text(client, adresse, status=404)
    assert satz in seite
    assert 'action="/suche/"' in seite


def test_a_broken_page_apologises_without_context_or_database(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("anfragen.views.startseite", lambda: 1 / 0)
    with django_assert_num_queries(0):
        antwort = Client(raise_request_exception=False).get("/")
    assert antwort.status_code == 500
    assert "Der Fehler liegt bei uns" in antwort.content.decode()


@pytest.mark.parametrize(("vorlage", "satz"), [("400.html", "nicht verstanden"), ("403.html", "der Redaktion")])
def test_refusals_have_words_of_their_own(vorlage, satz):
    seite = render_to_string(vorlage)
    assert satz in seite
    assert "Der Fehler liegt bei uns" not in seite


def test_a_form_that_was_open_too_long_says_what_to_do_in_the_words_of_the_site():
    antwort = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "redaktion"})
    assert antwort.status_code == 403
    assert "Dieses Formular ist abgelaufen" in antwort.content.decode()
