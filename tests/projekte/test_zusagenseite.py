"""The list of commitments, and where else the site counts them."""

from datetime import date
from itertools import product

import pytest

from projekte.seiten.zusagen import zusagenliste
from tests import factories
from tests.projekte.zusagen import (
    AUSGABEN,
    CSV,
    GEHEIM,
    SEITE,
    VERBORGEN,
    dienstlich_vermerkt,
    durch_verborgenes_erfuellt,
    in_verborgenem_projekt,
    inhalt,
    zugesagt,
)

pytestmark = pytest.mark.django_db

HEUTE = date(2022, 1, 1)
BERICHT = "Der Bericht wird bis Ende 2021 vorgelegt."
HIER_UND_AM_PROJEKT = [*AUSGABEN, "/projekte/13-02/", "/api/v1/projekte/13-02/", "/projekte/13-02/verlauf.json"]


@pytest.fixture
def heute(monkeypatch):
    monkeypatch.setattr("projekte.views.timezone.localdate", lambda: HEUTE)


def zeilen():
    return zusagenliste({}, HEUTE)["zeilen"]


@pytest.mark.parametrize(("fall", "adresse"), list(product(VERBORGEN, HIER_UND_AM_PROJEKT)))
def test_what_is_not_public_is_nowhere(client, fall, adresse):
    VERBORGEN[fall](factories.projekt())
    assert GEHEIM not in inhalt(client, adresse)


@pytest.mark.parametrize("adresse", AUSGABEN)
def test_a_project_that_is_not_public_is_not_named_and_neither_is_its_place(client, adresse):
    in_verborgenem_projekt()
    gezeigt = inhalt(client, adresse)
    assert BERICHT in gezeigt
    assert "99-09" not in gezeigt
    assert GEHEIM not in gezeigt.replace('<option value="geheimsachendorf">Geheimsachendorf</option>', "")


@pytest.mark.parametrize("abfrage", ["kommune=geheimsachendorf", "handlungsfeld=vernetzte-mobilitaet"])
def test_no_filter_finds_it_by_a_project_that_is_not_public(client, abfrage):
    geheim = in_verborgenem_projekt().projekte.get()
    geheim.handlungsfeld = factories.handlungsfeld()
    geheim.save()
    assert BERICHT not in inhalt(client, f"{SEITE}?{abfrage}")


@pytest.mark.parametrize("adresse", AUSGABEN)
def test_a_paper_that_is_not_public_is_not_named_as_what_fulfilled_it(client, adresse):
    durch_verborgenes_erfuellt()
    gezeigt = inhalt(client, adresse)
    assert "erfüllt" in gezeigt or "erfuellt" in gezeigt
    assert "4711" not in gezeigt
    assert GEHEIM not in gezeigt


@pytest.mark.parametrize("adresse", AUSGABEN)
def test_what_staff_note_for_themselves_is_nowhere(client, adresse):
    dienstlich_vermerkt()
    gezeigt = inhalt(client, adresse)
    assert BERICHT in gezeigt
    assert GEHEIM not in gezeigt
    assert "redaktion" not in gezeigt


@pytest.mark.parametrize("adresse", AUSGABEN)
def test_it_reads_only(client, adresse):
    assert client.post(adresse).status_code == 405


def test_the_page_stands_on_an_empty_database(client):
    seite = inhalt(client, SEITE)
    assert "Noch ist keine Zusage geprüft" in seite
    assert "<form" not in seite.partition("<main")[2]


@pytest.mark.usefixtures("heute")
def test_a_row_says_what_was_promised_by_whom_when_and_until_when(client, antwort, mobilitaetsregion, bochum):
    antwort.ministerium = mobilitaetsregion.ministerium
    antwort.save()
    zusage = zugesagt(mobilitaetsregion, dokument=antwort.dokument, faellig_wortlaut="bis Ende 2021")
    zusage.projektzusagen.update(kommune=bochum)
    seite = inhalt(client, SEITE)
    assert f"<p>{BERICHT}</p>" in seite
    assert 'Ministerium für Verkehr, <time datetime="2020-09-30">' in seite
    assert 'href="/projekte/13-02/">Mobilitätsregion</a> in <a href="/orte/bochum/">Bochum</a>' in seite
    assert '<time datetime="2021-12-31">' in seite
    assert "1 Tag überfällig" in seite
    assert "„bis Ende 2021“" in seite


def test_a_row_leads_to_the_passage_on_the_page_of_its_anfrage(antwort, mobilitaetsregion):
    frage = factories.frage(antwort.anfragen.get(), 3)
    factories.antwortteil(antwort, frage, start=100, ende=200)
    zugesagt(mobilitaetsregion, dokument=antwort.dokument, start=120, ende=140)
    zugesagt(factories.projekt("99-01"), dokument=antwort.dokument, start=150, ende=160)
    orte = {zeile.zusage.start: zeile.fundstelle for zeile in zeilen()}
    assert {ort.wort for ort in orte.values()} == {"Antwort auf Frage 3"}
    assert orte[120].adresse == "/anfragen/17/4284/#projekt-13-02"
    assert orte[150].adresse == "/anfragen/17/4284/#antwort-11212-1"


def test_a_row_of_a_paper_that_is_no_answer_leads_to_the_paper_and_names_the_government():
    papier = factories.dokument(nummer=5)
    zugesagt(dokument=papier)
    (zeile,) = zeilen()
    assert (zeile.fundstelle.adresse, zeile.wer) == ("/drucksachen/17/5/", "Landesregierung")


@pytest.mark.parametrize(
    ("felder", "stand"),
    [
        ({"faellig_am": date(2021, 12, 31)}, "überfällig"),
        ({"faellig_am": HEUTE}, "offen"),
        ({"faellig_am": None}, "offen"),
        ({"stand": "erfuellt"}, "erfüllt"),
    ],
)
def test_a_row_says_its_state(felder, stand):
    zugesagt(**felder)
    assert [zeile.stand.wort for zeile in zeilen()] == [stand]


def test_a_fulfilled_one_names_the_paper_that_fulfilled_it(client):
    durch = factories.dokument(nummer=15000)
    zugesagt(stand="erfuellt", erfuellt_am=date(2021, 11, 30), erfuellt_durch=durch)
    seite = inhalt(client, SEITE)
    assert '<a href="/drucksachen/17/15000/">Drucksache 17/15000</a>' in seite
    assert '<time datetime="2021-11-30">' in seite
    assert "Tage überfällig" not in seite


def test_states_are_counted_within_the_other_filters():
    projekt = factories.projekt()
    zugesagt(projekt)
    zugesagt(projekt, faellig_am=None)
    zugesagt(projekt, stand="erfuellt")
    zugesagt(stand="erfuellt")
    seite = zusagenliste({"projekt": "13-02", "stand": "offen", "seite": "3"}, HEUTE)
    assert [(reiter.wort, reiter.anzahl, reiter.gesetzt) for reiter in seite["reiter"]] == [
        ("alle", 3, False),
        ("offen", 2, True),
        ("überfällig", 1, False),
        ("erfüllt", 1, False),
    ]
    assert [reiter.adresse for reiter in seite["reiter"]][2] == "?projekt=13-02&stand=ueberfaellig"
    assert (seite["anzahl"]["offen"], seite["anzahl"]["ueberfaellig"], seite["anzahl"]["erfuellt"]) == (2, 1, 2)


def test_the_downloads_take_what_the_list_shows(client):
    projekt = factories.projekt()
    zugesagt(projekt)
    seite = inhalt(client, f"{SEITE}?projekt=13-02&stand=offen&art=&seite=1&utm_source=x")
    assert 'href="/api/v1/zusagen/?stand=offen&amp;projekt=13-02&amp;format=csv"' in seite
    assert 'href="/zusagen/kalender.ics?stand=offen&amp;projekt=13-02"' in seite
    assert '<input type="hidden" name="stand" value="offen">' in seite


@pytest.mark.parametrize(
    ("abfrage", "fehler"),
    [
        ("kommune=nix", "Unbekannt: Kommune „nix“."),
        ("projekt=99-99", "Unbekannt: Projekt „99-99“."),
        ("stand=vorgeschlagen", "vorgeschlagen ist keine gültige Auswahl."),
        ("faellig_von=gestern", "Bitte ein gültiges Datum eingeben."),
    ],
)
def test_a_wrong_filter_says_so_at_its_field_and_shows_nothing(client, abfrage, fehler):
    zugesagt()
    seite = inhalt(client, f"{SEITE}?{abfrage}")
    assert fehler in seite
    assert BERICHT not in seite


def test_a_project_that_was_asked_for_stays_chosen_though_nothing_was_promised_of_it(client):
    factories.projekt()
    seite = inhalt(client, f"{SEITE}?projekt=13-02")
    assert '<option value="13-02" selected>13-02</option>' in seite
    assert "Keine Zusage passt zu diesem Filter" in seite


def test_a_rare_filter_that_is_set_is_open_to_see(client):
    zugesagt()
    assert '<details class="klappe">' in inhalt(client, SEITE)
    assert '<details class="klappe" open>' in inhalt(client, f"{SEITE}?art=pruefung")


def test_commitments_are_parted_into_pages(client, monkeypatch):
    monkeypatch.setattr("projekte.seiten.zusagen.JE_SEITE", 1)
    zugesagt(wortlaut="Erstens.")
    zugesagt(wortlaut="Zweitens.", faellig_am=None)
    assert "Zweitens." not in inhalt(client, SEITE)
    assert "Zweitens." in inhalt(client, f"{SEITE}?seite=2")
    assert "Zweitens." in inhalt(client, f"{SEITE}?seite=99")


def test_hostile_words_are_escaped(client):
    boese = "<script>alert(1)</script>"
    zugesagt(factories.projekt(name=boese), wortlaut=boese, faellig_wortlaut=boese)
    seite = inhalt(client, f"{SEITE}?q=script")
    assert "<script>" not in seite
    assert "&lt;script" in seite


def test_page_and_calendar_ask_the_database_as_often_for_many(client, antwort, django_assert_num_queries):
    factories.antwortteil(antwort, factories.frage(antwort.anfragen.get()), start=100, ende=200)

    def one_more(nummer):
        projekt = factories.projekt(f"13-{nummer}", handlungsfeld=factories.handlungsfeld())
        papier = factories.antwort(ministerium=factories.ministerium(schluessel=f"vm{nummer}")).dokument
        factories.aussage(projekt, papier)
        for dokument in (papier, antwort.dokument):
            zusage = zugesagt(projekt, dokument=dokument, start=120, ende=140)
            zusage.projektzusagen.update(kommune=factories.kommune())
        zugesagt(projekt, stand="erfuellt", erfuellt_durch=factories.dokument())

    one_more(3)
    for nummer in range(4, 7):
        with django_assert_num_queries(23):
            inhalt(client, SEITE)
        with django_assert_num_queries(11):
            inhalt(client, AUSGABEN[1])
        one_more(nummer)


def test_the_pages_about_projects_lead_to_it(client):
    assert f'href="{SEITE}"' in inhalt(client, "/projekte/")
    daten = inhalt(client, "/daten/")
    assert f'href="{CSV}"' in daten
    assert 'href="/zusagen/kalender.ics"' in daten


@pytest.mark.usefixtures("heute")
def test_project_and_place_count_their_commitments_and_lead_to_them(client, mobilitaetsregion, bochum):
    for felder in ({}, {"faellig_am": None}, {"stand": "erfuellt"}):
        zugesagt(mobilitaetsregion, **felder).projektzusagen.update(kommune=bochum)
    for adresse, abfrage in (("/projekte/13-02/", "projekt=13-02"), ("/orte/bochum/", "kommune=bochum")):
        seite = inhalt(client, adresse)
        assert "<dt>offen</dt><dd>2, davon 1 überfällig</dd>" in seite
        assert "<dt>erfüllt</dt><dd>1</dd>" in seite
        assert f'href="{SEITE}?{abfrage}"' in seite


@pytest.mark.parametrize("adresse", ["/projekte/13-02/", "/orte/bochum/"])
def test_where_nothing_public_was_promised_no_commitments_are_counted(client, mobilitaetsregion, bochum, adresse):
    for verborgen in VERBORGEN.values():
        verborgen(mobilitaetsregion).projektzusagen.update(kommune=bochum)
    assert 'id="zusagen"' not in inhalt(client, adresse)


def test_a_place_does_not_tell_of_a_project_that_is_not_public(client):
    in_verborgenem_projekt()
    assert 'id="zusagen"' not in inhalt(client, "/orte/geheimsachendorf/")
