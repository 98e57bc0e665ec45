"""The list of Anfragen: rows, filters with their counts, pages."""

from datetime import date

import pytest

from anfragen.models import Anfrage
from anfragen.seiten.liste import JE_SEITE, SOFORT
from tests import factories
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text

pytestmark = pytest.mark.django_db

ADRESSE = "/anfragen/"


def facette(seite: str, name: str) -> str:
    """The part of the page from the heading of a facet to its end."""
    assert f"<h3>{name}</h3>" in seite
    return seite.partition(f"<h3>{name}</h3>")[2].partition("</section>")[0]


@pytest.fixture
def bestand() -> None:
    for nummer, (kurz, titel) in enumerate([("SPD", "Dachbegrünung"), ("SPD", "Schulen"), ("CDU", "Dachschäden")], 1):
        anfrage = factories.anfrage(nummer=nummer, titel=f"{titel} in Bochum", gestellt_am=date(2018, 1, nummer))
        factories.fragesteller(anfrage, f"Person {nummer}", kurz)
        if kurz == "SPD":
            papier = factories.dokument(nummer=nummer, datum=date(2018 + nummer, 5, 1))
            factories.antwort(anfrage, dokument=papier)


def test_an_empty_database_says_so(client):
    assert "Noch ist keine Anfrage erfasst." in text(client, ADRESSE)


def test_a_row_names_numbers_askers_house_and_dates(client):
    anfrage = factories.anfrage(nummer=4284, titel="Ruhrkonferenz")
    factories.fragesteller(anfrage, "Carina Gödecke")
    factories.antwort(anfrage, dokument=factories.dokument(nummer=11212), ministerium=factories.ministerium())
    seite = text(client, ADRESSE)
    assert '<h3><a href="/anfragen/17/4284/">Ruhrkonferenz</a></h3>' in seite
    assert '<span class="nr">KA 4284</span> · <span class="nr">Drucksache 17/11212</span>' in seite
    assert "<b>Carina Gödecke</b> (SPD) · Ministerium für Verkehr" in seite
    assert "<dd>27 Tage</dd>" in seite


def test_an_anfrage_without_number_leads_to_its_answer(client):
    anfrage = factories.anfrage(nummer=None, gestellt_am=None, titel="Ohne Nummer")
    factories.antwort(anfrage, dokument=factories.dokument(nummer=12069))
    seite = text(client, ADRESSE)
    assert '<h3><a href="/drucksachen/17/12069/">Ohne Nummer</a></h3>' in seite
    assert "Fragestellende fehlen" in seite


def test_the_newest_come_first(client, bestand):
    seite = text(client, ADRESSE)
    assert seite.index("Schulen in Bochum") < seite.index("Dachbegrünung in Bochum") < seite.index("Dachschäden")


def test_found_words_are_marked(client, bestand):
    seite = text(client, f"{ADRESSE}?q=dach")
    assert "<mark>Dach</mark>begrünung in Bochum" in seite
    assert "Schulen" not in seite


def test_a_facet_counts_what_the_other_filters_leave(client, bestand):
    seite = text(client, f"{ADRESSE}?q=Dach&fraktion=SPD")
    fraktionen = facette(seite, "Fraktion")
    assert (
        '<a href="?q=Dach&amp;fraktion=CDU"> <span>CDU</span> <span class="anz"><span class="nur-vorlesen">, </span>1'
        in fraktionen
    )
    assert '<a href="?q=Dach" aria-current="true">' in fraktionen
    assert "1 Anfrage <" in seite


def test_a_facet_counts_aloud_in_the_right_number(client, bestand):
    fraktionen = facette(text(client, ADRESSE), "Fraktion")
    assert '2<span class="nur-vorlesen"> Anfragen</span>' in fraktionen
    assert '1<span class="nur-vorlesen"> Anfrage</span>' in fraktionen


def test_a_facet_of_one_value_is_left_out(client, bestand):
    assert "<h3>Wahlperiode</h3>" not in text(client, ADRESSE)


def test_years_count_by_the_answer(client, bestand):
    jahre = facette(text(client, ADRESSE), "Jahr der Antwort")
    assert jahre.index("2020") < jahre.index("2019")
    assert "2018" not in jahre


def test_a_house_is_named_without_what_all_are_called(client, bestand):
    for name in ("Ministerium für Verkehr", "Justizministerium"):
        haus = factories.ministerium(name, schluessel=name[:4])
        factories.antwort(factories.anfrage(), ministerium=haus)
    haeuser = facette(text(client, ADRESSE), "Ministerium")
    assert "<span>Verkehr</span>" in haeuser
    assert "?ministerium=Ministerium+f%C3%BCr+Verkehr" in haeuser
    assert "<span>Justizministerium</span>" in haeuser


def test_rare_values_of_a_facet_are_folded(client):
    for i in range(SOFORT + 2):
        factories.fragesteller(factories.anfrage(), f"Person {i}", f"Gruppe {i}")
    seite = facette(text(client, ADRESSE), "Fraktion")
    assert "<summary>2 weitere</summary>" in seite


def test_each_filter_in_force_can_be_taken_back(client, bestand):
    seite = text(client, f"{ADRESSE}?q=Dach&zustand=offen&seite=1")
    assert '<a href="?q=Dach"><span>Zustand</span> offen' in seite
    assert '<a href="?zustand=offen"><span>Suche im Titel</span> Dach' in seite


def test_exports_take_the_same_filters(client, bestand):
    seite = text(client, f"{ADRESSE}?q=Dach&fraktion=SPD")
    assert 'href="/api/v1/anfragen/?q=Dach&amp;fraktion=SPD&amp;format=csv"' in seite


def test_a_wrong_filter_is_named_and_finds_nothing(client, bestand):
    seite = text(client, f"{ADRESSE}?fraktion=XYZ&parlament=%00")
    assert "So können wir nicht filtern" in seite
    assert "Fraktion:" in seite
    assert "in Bochum" not in seite


def test_no_hit_says_what_to_do(client, bestand):
    seite = text(client, f"{ADRESSE}?q=Xylophon")
    assert "Keine Anfrage passt dazu." in seite
    assert "0 Anfragen" in seite


def test_a_searched_number_offers_the_direct_way(client):
    assert 'href="/suche/?q=17/11212"' in text(client, f"{ADRESSE}?q=17/11212")


def test_pages_keep_the_filters(client):
    Anfrage.objects.bulk_create(
        Anfrage(wahlperiode=factories.wahlperiode(), nummer=i, titel="Dach", suchtext="dach")
        for i in range(1, JE_SEITE + 2)
    )
    seite = text(client, f"{ADRESSE}?q=dach")
    assert f"1 bis {JE_SEITE}" in seite
    assert 'href="?q=dach&amp;seite=2" rel="next"' in seite
    zweite = text(client, f"{ADRESSE}?q=dach&seite=2")
    assert zweite.count("<h3><a") == 1
    assert f'<link rel="canonical" href="http://testserver{ADRESSE}?seite=2">' in zweite


@pytest.mark.parametrize(("seite", "gezeigt"), [("99", "26 bis 26"), ("x", "1 bis 25"), ("-1", "26 bis 26")])
def test_a_page_that_is_none_shows_the_nearest(client, seite, gezeigt):
    Anfrage.objects.bulk_create(
        Anfrage(wahlperiode=factories.wahlperiode(), nummer=i, titel="Dach") for i in range(1, JE_SEITE + 2)
    )
    assert gezeigt in text(client, f"{ADRESSE}?seite={seite}")


def test_drafts_are_neither_listed_nor_counted(client, bestand):
    Anfrage.objects.filter(titel__startswith="Dachs").update(veroeffentlichung=ENTWURF)
    seite = text(client, ADRESSE)
    assert "Dachschäden" not in seite
    assert "2 Anfragen" in seite
    assert "<span>CDU</span>" not in seite


def test_a_house_of_an_unpublished_answer_is_not_offered(client, bestand):
    for name in ("Ministerium für Verkehr", "Justizministerium", "Staatskanzlei"):
        antwort = factories.antwort(factories.anfrage(), ministerium=factories.ministerium(name, schluessel=name[:4]))
        if name == "Staatskanzlei":
            antwort.dokument.veroeffentlichung = ENTWURF
            antwort.dokument.save()
    assert "Staatskanzlei" not in text(client, ADRESSE)


def test_other_parliaments_are_a_choice_of_their_own(client, bestand):
    bundestag = factories.wahlperiode(19, "bt")
    factories.anfrage(nummer=7, wahlperiode=bundestag, titel="Bundesfrage")
    assert "Bundesfrage" not in text(client, ADRESSE)
    alle = text(client, f"{ADRESSE}?parlament=alle")
    assert "Bundesfrage" in alle
    assert "Landtag BT" in alle
    assert "4 Anfragen" in alle
    assert "<h3>Fraktion</h3>" not in alle


def test_the_number_of_queries_does_not_grow(client, bestand):
    def add(nummer: int) -> None:
        anfrage = factories.anfrage(titel="Noch eine")
        factories.frage(anfrage, bewertung="nicht")
        factories.fragesteller(anfrage, f"Weitere {nummer}", f"Gruppe {nummer}")
        haus = factories.ministerium(f"Haus {nummer}", schluessel=f"haus-{nummer}")
        factories.antwort(anfrage, ministerium=haus)

    add(1)
    wenige = anzahl_abfragen(client, ADRESSE)
    for nummer in range(2, 9):
        add(nummer)
    assert anzahl_abfragen(client, ADRESSE) == wenige
    assert wenige <= 16


@pytest.mark.parametrize("wert", ["%20nw", "nw%0A", "%C2%A0"], ids=["before", "after", "nothing else"])
def test_white_space_around_a_value_is_no_part_of_it(client, bestand, wert):
    seite = text(client, f"{ADRESSE}?parlament={wert}")
    assert "3 Anfragen" in seite
    assert 'role="alert"' not in seite


def test_a_blank_value_counts_as_no_filter(client, bestand):
    assert "Gesetzte Filter" not in text(client, f"{ADRESSE}?person=%20&parlament=%20")


def test_the_absence_of_a_fraktion_is_written_like_a_word(client, bestand):
    factories.fragesteller(factories.anfrage(), "Frank Neppe", "FRAKTIONSLOS")
    seite = text(client, "/anfragen/?fraktion=FRAKTIONSLOS")
    assert "Frank Neppe" in seite
    assert "fraktionslos" in seite
    assert ">FRAKTIONSLOS" not in seite
