"""All public pages alike, and the list of projects: what they show, and how much they ask the database."""

from datetime import date

import pytest

from projekte.models import Kommune, Projekt, Projektereignis, Projektname, Projektort
from tests import factories
from tests.projekte.seiten import ENTWURF, betrag, text

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>"
PAGES_OF_EVERY_KIND = [
    "/projekte/",
    "/projekte/13-02/",
    "/handlungsfelder/vernetzte-mobilitaet/",
    "/orte/",
    "/orte/bochum/",
]


@pytest.mark.parametrize("adresse", PAGES_OF_EVERY_KIND)
def test_every_page_answers_with_a_title_of_its_own(client, antwort, adresse):
    seiten = {a: text(client, a).partition("<title>")[2].partition("</title>")[0] for a in PAGES_OF_EVERY_KIND}
    assert seiten[adresse].endswith("– Anfragen NRW")
    assert list(seiten.values()).count(seiten[adresse]) == 1


@pytest.mark.parametrize("adresse", ["/projekte/", "/orte/"])
def test_lists_stand_on_an_empty_database(client, adresse):
    assert "Noch ist kein" in text(client, adresse)


@pytest.mark.parametrize("adresse", ["/projekte/13-02/", "/handlungsfelder/nix/", "/orte/nix/"])
def test_what_is_not_there_is_not_found(client, adresse):
    assert client.get(adresse).status_code == 404


@pytest.mark.parametrize("adresse", PAGES_OF_EVERY_KIND)
def test_every_page_reads_only(client, antwort, adresse):
    assert client.post(adresse).status_code == 405


@pytest.mark.parametrize("adresse", PAGES_OF_EVERY_KIND)
def test_every_page_escapes_hostile_words(client, antwort, mobilitaet, mobilitaetsregion, bochum, adresse):
    aussage = mobilitaetsregion.aussagen.get()
    for record, feld in [
        (mobilitaetsregion, "name"),
        (mobilitaetsregion, "quelle"),
        (mobilitaetsregion, "hinweis"),
        (mobilitaetsregion, "betrag"),
        (mobilitaetsregion, "status_am"),
        (mobilitaet, "name"),
        (mobilitaet.programm, "name"),
        (bochum, "name"),
        (bochum, "kreis"),
        (aussage, "wortlaut"),
        (aussage, "teilprojekt_gedruckt"),
        (antwort, "amt"),
    ]:
        setattr(record, feld, HOSTILE[: record._meta.get_field(feld).max_length])
        record.save()
    betrag(mobilitaetsregion, antwort.dokument, wortlaut=HOSTILE, wofuer=HOSTILE)
    Projektname.objects.create(projekt=mobilitaetsregion, name=HOSTILE)
    mobilitaetsregion.ereignisse.create(titel=HOSTILE, text=HOSTILE, quelle=HOSTILE, datum=date(2020, 1, 1))
    seite = text(client, adresse)
    assert "<script" not in seite
    assert "&lt;script" in seite


def one_more_of_everything(nummer: int, projekt: Projekt, ort: Kommune) -> None:
    """Beside `projekt` and in `ort`: a project, a place, a paper, what it says of both projects, and an event."""
    papier = factories.dokument(art="antwort")
    anfrage = factories.anfrage(gestellt_am=None)
    factories.fragesteller(anfrage)
    factories.antwort(anfrage, dokument=papier)
    nachbar = factories.projekt(f"13-0{nummer}", handlungsfeld=projekt.handlungsfeld)
    anderswo = factories.kommune(f"Ort {nummer}", f"0591600{nummer}", schluessel=f"ort-{nummer}")
    factories.aussage(nachbar, papier, kommune=ort)
    betrag(projekt, papier, aussage=factories.aussage(projekt, papier, kommune=anderswo))
    projekt.dokumente.add(factories.dokument())
    Projektort.objects.create(projekt=nachbar, kommune=ort)
    Projektort.objects.create(projekt=projekt, kommune=anderswo)
    Projektname.objects.create(projekt=projekt, name=f"Name {nummer}", dokument=papier)
    Projektereignis.objects.create(projekt=projekt, titel="Start", datum=date(2020, 1, nummer), dokument=papier)


@pytest.mark.parametrize(
    ("adresse", "anzahl"),
    [
        ("/projekte/", 14),
        ("/projekte/13-02/", 33),
        ("/handlungsfelder/vernetzte-mobilitaet/", 10),
        ("/projekte/abdeckung/", 9),
        ("/orte/", 3),
        ("/orte/?karte=projekte", 6),
        ("/orte/?karte=betrag", 2),
        ("/projekte/13-02/verlauf.json", 18),
        ("/orte/bochum/", 14),
    ],
)
def test_every_page_asks_the_database_as_often_for_many_records(
    client, antwort, mobilitaetsregion, bochum, adresse, anzahl, django_assert_num_queries
):
    one_more_of_everything(3, mobilitaetsregion, bochum)
    with django_assert_num_queries(anzahl):
        text(client, adresse)
    for nummer in range(4, 9):
        one_more_of_everything(nummer, mobilitaetsregion, bochum)
    with django_assert_num_queries(anzahl):
        text(client, adresse)


def test_projects_stand_under_their_handlungsfeld(client, mobilitaetsregion):
    factories.projekt("", name="Know-how Locator", schluessel="know-how-locator")
    seite = text(client, "/projekte/")
    assert seite.index("Vernetzte Mobilität") < seite.index("Mobilitätsregion")
    assert seite.index("Mobilitätsregion") < seite.index("ohne bekanntes Handlungsfeld")
    assert seite.index("ohne bekanntes Handlungsfeld") < seite.index('href="/projekte/know-how-locator/"')


def test_a_part_of_a_project_follows_it_and_is_no_project_of_its_own_in_the_counts(
    client, mobilitaet, mobilitaetsregion
):
    factories.projekt(
        "", name="InnaMo Ruhr", schluessel="a", teilprojekt_von=mobilitaetsregion, handlungsfeld=mobilitaet
    )
    factories.projekt("13-03", name="Mobilitätszentrale", handlungsfeld=mobilitaet)
    seite = text(client, "/projekte/")
    adressen = [seite.index(f'href="/projekte/{schluessel}/"') for schluessel in ("13-02", "a", "13-03")]
    assert adressen == sorted(adressen)
    assert "2\xa0Projekte und 1\xa0Teilprojekt" in seite
    assert 'Teilprojekt von <span class="nr">13-02</span>' in seite
    for adresse in ("/projekte/?handlungsfeld=vernetzte-mobilitaet", "/handlungsfelder/vernetzte-mobilitaet/"):
        assert "2\xa0Projekte und 1\xa0Teilprojekt" in text(client, adresse)


def test_a_part_of_an_unpublished_project_stands_for_itself(client, mobilitaetsregion):
    geheim = factories.projekt("13-09", name="Geheim", veroeffentlichung=ENTWURF)
    Projekt.objects.filter(pk=mobilitaetsregion.pk).update(teilprojekt_von=geheim)
    seite = text(client, "/projekte/")
    assert "1\xa0Projekt ist erfasst" in seite
    assert "Teilprojekt von" not in seite


def test_projects_say_their_places_statements_and_last_word(client, antwort):
    seite = text(client, "/projekte/")
    assert "<p>Bochum</p>" in seite
    assert "1\xa0Aussage" in seite
    assert 'zuletzt <time datetime="2020-09-30">' in seite


def test_papers_about_a_project_count_as_its_last_word(client, antwort, mobilitaetsregion):
    mobilitaetsregion.dokumente.add(factories.dokument(datum=date(2021, 2, 3)))
    mobilitaetsregion.dokumente.add(factories.dokument(datum=date(2021, 5, 1), veroeffentlichung=ENTWURF))
    assert 'zuletzt <time datetime="2021-02-03">' in text(client, "/projekte/")


def test_a_project_without_a_statement_names_the_day_of_its_paper(client, mobilitaetsregion):
    assert "keine Aussage" in text(client, "/projekte/")
    mobilitaetsregion.dokumente.add(factories.dokument(datum=date(2020, 8, 18)))
    assert 'Dokument vom <time datetime="2020-08-18">' in text(client, "/projekte/")


def test_projects_are_filtered_and_the_downloads_with_them(client, mobilitaetsregion):
    factories.projekt("14-01", name="Grüne Infrastruktur")
    seite = text(client, "/projekte/?q=infrastruktur&handlungsfeld=&seite=1&utm_source=x")
    assert "Grüne Infrastruktur" in seite
    assert 'href="/projekte/13-02/"' not in seite
    assert 'href="/api/v1/projekte/?q=infrastruktur&amp;format=csv"' in seite
    assert client.get("/api/v1/projekte/?q=infrastruktur&format=csv").status_code == 200


def test_projects_in_another_order_are_one_list(client, mobilitaetsregion):
    factories.projekt("01-01", name="Zukunft", schluessel="zukunft")
    seite = text(client, "/projekte/?sortierung=name")
    assert seite.index('href="/projekte/13-02/"') < seite.index('href="/projekte/01-01/"')
    assert "ohne bekanntes Handlungsfeld" not in seite


def test_a_filter_that_fits_none_says_what_to_do(client, mobilitaetsregion):
    assert "Kein Projekt passt zu diesem Filter" in text(client, "/projekte/?q=zzz")


def test_a_wrong_filter_says_so_at_its_field(client, mobilitaetsregion):
    seite = text(client, "/projekte/?handlungsfeld=nix")
    assert "Unbekannt: Handlungsfeld „nix“." in seite
    assert 'href="/projekte/13-02/"' not in seite


def test_projects_are_parted_into_pages(client, monkeypatch):
    monkeypatch.setattr("projekte.seiten.liste.JE_SEITE", 1)
    factories.projekt("13-01")
    factories.projekt("13-02")
    assert 'href="/projekte/13-01/"' in text(client, "/projekte/")
    assert 'href="/projekte/13-02/"' in text(client, "/projekte/?seite=2")
    assert 'href="/projekte/13-02/"' in text(client, "/projekte/?seite=99")


def test_unpublished_projects_are_neither_listed_nor_counted(client, mobilitaetsregion):
    factories.projekt("01-01", name="Geheim", veroeffentlichung=ENTWURF)
    seite = text(client, "/projekte/")
    assert "Geheim" not in seite
    assert "1\xa0Projekt ist erfasst" in seite


def test_only_public_statements_count_a_project_as_spoken_of(client, antwort, mobilitaetsregion):
    assert "Zu einem davon liegt" in text(client, "/projekte/")
    mobilitaetsregion.aussagen.update(veroeffentlichung=ENTWURF)
    assert "Zu keinem davon liegt" in text(client, "/projekte/")
