"""The page of one project: its history, and what of it stays hidden."""

import re
from datetime import date

import pytest

from projekte.models import Projektereignis, Projektname, Projektort
from tests import factories
from tests.projekte.seiten import ENTWURF, betrag, text

pytestmark = pytest.mark.django_db


def test_a_project_quotes_the_newest_statement_with_its_source(client, antwort, mobilitaetsregion):
    seite = text(client, "/projekte/13-02/")
    zitat = seite.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert "Stadtgrenzen sind zu überwinden." in zitat
    stelle = mobilitaetsregion.aussagen.get().get_absolute_url()
    assert f'href="{stelle}"' in zitat
    assert 'href="/orte/bochum/"' in zitat
    assert "30.\xa0September\xa02020" in zitat


def test_of_two_papers_of_one_day_the_later_is_the_newest(client):
    projekt = factories.projekt()
    for nummer, wortlaut in ((11, "Das frühere Papier."), (12, "Das spätere Papier.")):
        factories.aussage(projekt, factories.dokument(nummer=nummer), wortlaut=wortlaut)
    assert "Das spätere Papier." in text(client, "/projekte/13-02/").partition("<blockquote")[2].partition("</bl")[0]


def test_a_statement_can_be_cited_with_an_address_that_shows_it(client, antwort, mobilitaetsregion):
    aussage = mobilitaetsregion.aussagen.get()
    zitat = text(client, "/projekte/13-02/").partition("Aussage zitieren")[2].partition("</details>")[0]
    assert 'Drucksache 17/11212, <time datetime="2020-09-30">' in zitat
    assert "in Bochum: „Stadtgrenzen sind zu überwinden.“" in zitat
    assert f"http://testserver/drucksachen/17/11212/#aussage-{aussage.pk}" in zitat
    for adresse in ("/drucksachen/17/11212/", "/anfragen/17/4284/", "/orte/bochum/"):
        assert text(client, adresse).count(f'id="aussage-{aussage.pk}"') == 1, adresse


@pytest.mark.parametrize(("sicherheit", "gesagt"), [(0.8, True), (0.9, False)])
def test_a_statement_read_without_certainty_says_so(client, antwort, mobilitaetsregion, sicherheit, gesagt):
    mobilitaetsregion.aussagen.update(sicherheit=sicherheit)
    for adresse in ("/projekte/13-02/", "/drucksachen/17/11212/", "/orte/bochum/"):
        assert ("Zuordnung zum Projekt nicht sicher" in text(client, adresse)) is gesagt, adresse


def test_an_answer_says_which_question_was_not_fully_answered(client, antwort, mobilitaetsregion):
    frage = factories.frage(antwort.anfragen.get(), bewertung="teilweise", bewertung_grund="Anteil nicht zu ermitteln")
    factories.antwortteil(antwort, frage)
    eintrag = text(client, "/projekte/13-02/").partition('<ol class="verlauf">')[2].partition("</ol>")[0]
    assert "teilweise beantwortet" in eintrag
    assert "Frage 1: Anteil nicht zu ermitteln" in eintrag


def test_a_project_tells_question_answer_and_events_in_order(client, antwort, mobilitaetsregion):
    Projektereignis.objects.create(
        projekt=mobilitaetsregion, titel="Kabinettsbeschluss", datum=date(2019, 11, 1), genauigkeit="monat"
    )
    seite = text(client, "/projekte/13-02/").partition('<ol class="verlauf">')[2]
    orte = [seite.index(wort) for wort in ("Kabinettsbeschluss", "/anfragen/17/4284/", "Antwort mit Aussage")]
    assert orte == sorted(orte)
    assert '<time datetime="2019-11">Nov. 2019</time>' in seite
    assert "Carina Gödecke" in seite


def test_a_project_shows_the_words_of_an_older_answer_in_its_entry(client, antwort, mobilitaetsregion):
    frueher = factories.dokument(datum=date(2020, 1, 7))
    factories.aussage(mobilitaetsregion, frueher, wortlaut="Das Projekt beginnt.")
    seite = text(client, "/projekte/13-02/")
    geschichte = seite.partition('<ol class="verlauf">')[2]
    assert "Das Projekt beginnt." in geschichte
    assert "Stadtgrenzen sind" not in geschichte


def test_a_project_shows_figures_with_their_day_and_paper(client, antwort, mobilitaetsregion):
    betrag(mobilitaetsregion, antwort.dokument)
    tabelle = text(client, "/projekte/13-02/").partition("<table")[2].partition("</table>")[0]
    assert "rund 65.000 Euro" in tabelle
    assert "30.09.2020" in tabelle
    assert 'href="/drucksachen/17/11212/#:~:text=rund%2065.000%20Euro"' in tabelle


def test_a_project_names_what_is_unknown(client):
    factories.projekt("", name="Know-how Locator", schluessel="know-how-locator")
    seite = text(client, "/projekte/know-how-locator/")
    assert "Kennung unbekannt" in seite
    assert "Handlungsfeld unbekannt" in seite
    # Kennung, Handlungsfeld, Themenforum, Ministerium, Stand, Laufzeit, Betrag, Orte
    assert seite.count('<span class="fehlt">unbekannt</span>') == 8


def test_a_project_says_where_a_derived_kennung_is_from(client):
    factories.projekt("10-06", kennung_beleglage="abgeleitet", kennung_quelle="Schluss aus der Reihenfolge")
    seite = text(client, "/projekte/10-06/")
    assert "(Kennung abgeleitet)" in seite
    assert "Schluss aus der Reihenfolge" in seite


def test_a_project_never_asked_about_says_so(client, mobilitaetsregion):
    seite = text(client, "/projekte/13-02/")
    assert "noch nicht gefragt" in seite
    assert "<blockquote" not in seite


def test_a_part_of_a_project_sends_to_the_whole_for_what_was_said(client, mobilitaetsregion):
    factories.projekt("", name="InnaMo Ruhr", schluessel="innamo", teilprojekt_von=mobilitaetsregion)
    seite = text(client, "/projekte/innamo/")
    assert 'steht beim Projekt <a href="/projekte/13-02/">' in seite
    assert "Kennung unbekannt" not in seite


def test_a_project_with_papers_but_no_words_says_that(client, mobilitaetsregion):
    mobilitaetsregion.dokumente.add(factories.dokument(nummer=10654, nur_zitiert=True, titel="", datum=None))
    seite = text(client, "/projekte/13-02/")
    assert "keines davon liegt uns" in seite
    assert "nur zitiert, liegt uns nicht vor" in seite


def test_a_project_lives_at_its_kennung_once_known(client, mobilitaetsregion):
    antwort = client.get("/projekte/mobilitaetsregion/")
    assert (antwort.status_code, antwort["Location"]) == (301, "/projekte/13-02/")


def test_a_kennung_wins_over_a_name_that_reads_like_one(client, mobilitaetsregion):
    factories.projekt("", name="Anderes", schluessel="13-02")
    assert "<h1>Mobilitätsregion</h1>" in text(client, "/projekte/13-02/")


def test_a_project_shows_names_places_and_relatives(client, antwort, mobilitaet, mobilitaetsregion):
    papier = factories.dokument(nummer=10654)
    Projektname.objects.create(projekt=mobilitaetsregion, name="Mobile Region", dokument=papier)
    Projektort.objects.create(projekt=mobilitaetsregion, kommune=factories.kommune("Herne", "05916000"))
    factories.projekt("13-04", handlungsfeld=mobilitaet, name="Vernetzte Wege")
    factories.projekt("", name="InnaMo Ruhr", schluessel="innamo", teilprojekt_von=mobilitaetsregion)
    rand = text(client, "/projekte/13-02/").partition("<aside")[2]
    for adresse in (
        "/drucksachen/17/10654/",
        "/orte/herne/",
        "/orte/bochum/",
        "/projekte/13-04/",
        "/projekte/innamo/",
    ):
        assert f'href="{adresse}"' in rand


def test_an_unpublished_project_is_not_found(client, mobilitaetsregion):
    mobilitaetsregion.veroeffentlichung = ENTWURF
    mobilitaetsregion.save()
    assert client.get("/projekte/13-02/").status_code == 404
    assert client.get("/projekte/mobilitaetsregion/").status_code == 404


def test_a_project_hides_unpublished_relations(client, antwort, mobilitaet, mobilitaetsregion):
    geheim = factories.dokument(nummer=666, veroeffentlichung=ENTWURF, titel="Geheimes Papier")
    stille = factories.aussage(mobilitaetsregion, antwort.dokument, wortlaut="Geheime Worte", veroeffentlichung=ENTWURF)
    mobilitaetsregion.dokumente.add(geheim)
    factories.aussage(mobilitaetsregion, geheim, wortlaut="Geheime Aussage")
    betrag(mobilitaetsregion, geheim, wortlaut="Geheime Zahl")
    betrag(mobilitaetsregion, antwort.dokument, aussage=stille, wortlaut="Geheime Summe", start=1, ende=2)
    Projektname.objects.create(projekt=mobilitaetsregion, name="Geheimer Name", dokument=geheim)
    Projektereignis.objects.create(
        projekt=mobilitaetsregion, titel="Geheimer Start", datum=date(2020, 1, 1), veroeffentlichung=ENTWURF
    )
    Projektereignis.objects.create(
        projekt=mobilitaetsregion, titel="Bekannter Start", datum=date(2020, 1, 1), dokument=geheim
    )
    factories.projekt("13-09", name="Geheimes Projekt", handlungsfeld=mobilitaet, veroeffentlichung=ENTWURF)
    factories.projekt("", name="Geheimes Teil", teilprojekt_von=mobilitaetsregion, veroeffentlichung=ENTWURF)
    seite = text(client, "/projekte/13-02/")
    assert "Bekannter Start" in seite
    assert "Geheim" not in seite
    assert "666" not in seite
    assert "1 im Wortlaut" in seite


def test_a_project_hides_an_unpublished_anfrage_behind_its_answer(client, antwort):
    antwort.anfragen.update(veroeffentlichung=ENTWURF)
    seite = text(client, "/projekte/13-02/")
    assert "Ruhrkonferenz" not in seite
    assert "Carina Gödecke" not in seite
    assert 'href="/drucksachen/17/11212/"' in seite


def test_a_project_hides_the_unpublished_project_it_is_part_of(client, mobilitaetsregion):
    haupt = factories.projekt("13-09", name="Geheimes Projekt", veroeffentlichung=ENTWURF)
    mobilitaetsregion.teilprojekt_von = haupt
    mobilitaetsregion.save()
    assert "Geheim" not in text(client, "/projekte/13-02/")


def test_a_project_tells_an_open_question_by_the_paper_it_is_printed_as(client, mobilitaetsregion):
    papier = factories.dokument(datum=date(2021, 3, 4), titel="Titel des Papiers")
    mobilitaetsregion.dokumente.add(papier)
    anfrage = factories.anfrage(dokument=papier, titel="Was wird daraus?", gestellt_am=None)
    eintraege = text(client, "/projekte/13-02/").partition('<ol class="verlauf">')[2].partition("</ol>")[0]
    assert f'<a href="{anfrage.get_absolute_url()}">Was wird daraus?</a>' in eintraege
    assert "04.03.2021" in eintraege
    assert eintraege.count("<li") == 1


def test_a_project_shows_the_paper_of_an_unpublished_question_as_a_paper(client, mobilitaetsregion):
    papier = factories.dokument(titel="Titel des Papiers")
    mobilitaetsregion.dokumente.add(papier)
    factories.anfrage(dokument=papier, titel="Geheime Frage", veroeffentlichung=ENTWURF)
    seite = text(client, "/projekte/13-02/")
    assert "Titel des Papiers" in seite
    assert "Geheime Frage" not in seite


def test_a_project_marks_what_its_newest_statement_changed(client, antwort, mobilitaetsregion, bochum):
    frueher = factories.dokument(datum=date(2020, 1, 7))
    factories.aussage(mobilitaetsregion, frueher, kommune=bochum, wortlaut="Stadtgrenzen waren zu überwinden.")
    seite = text(client, "/projekte/13-02/").partition("Was sich geändert hat")[2].partition("</figure>")[0]
    assert "</span>waren<span" in seite.partition("<del>")[2].partition("</del>")[0]
    assert "</span>sind<span" in seite.partition("<ins>")[2].partition("</ins>")[0]
    assert "7.\xa0Januar\xa02020" in seite


def test_a_statement_about_one_town_is_not_held_against_one_about_another(client, antwort, mobilitaetsregion):
    frueher = factories.dokument(datum=date(2020, 1, 7))
    herne = factories.kommune("Herne", "05916000")
    factories.aussage(mobilitaetsregion, frueher, kommune=herne, wortlaut="Stadtgrenzen waren zu überwinden.")
    assert "Was sich geändert hat" not in text(client, "/projekte/13-02/")


def test_of_several_earlier_statements_the_most_alike_is_compared(client, antwort, mobilitaetsregion, bochum):
    frueher = factories.dokument(datum=date(2020, 1, 7))
    for start, wortlaut in enumerate(["Stadtgrenzen waren zu überwinden.", "Das Netz soll wachsen."]):
        factories.aussage(
            mobilitaetsregion, frueher, kommune=bochum, wortlaut=wortlaut, start=start * 50, ende=start * 50 + 40
        )
    factories.aussage(
        mobilitaetsregion, antwort.dokument, kommune=bochum, wortlaut="Das Netz wird wachsen.", start=90, ende=99
    )
    seite = text(client, "/projekte/13-02/").partition("Was sich geändert hat")[2].partition("</section>")[0]
    entfallen = re.findall(r"<del[^>]*>.*?</span>(.*?)<span", seite)
    assert {wort.strip() for wort in entfallen} == {"waren", "soll"}


def test_a_statement_of_other_words_is_not_marked_word_by_word(client, antwort, mobilitaetsregion):
    frueher = factories.dokument(datum=date(2020, 1, 7))
    factories.aussage(mobilitaetsregion, frueher, wortlaut="Das Projekt beginnt.")
    seite = text(client, "/projekte/13-02/").partition("Was sich geändert hat")[2].partition("</figure>")[0]
    assert "ganz neu gefasst" in seite
    assert "<del" not in seite
