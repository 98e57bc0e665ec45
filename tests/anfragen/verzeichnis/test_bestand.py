"""Which stored records a line is about, and the lines that contradict them."""

from datetime import date

import pytest

from anfragen.models import Anfrage
from anfragen.verzeichnis.recording import Bilanz
from tests import factories
from tests.anfragen.verzeichnis import KA, TITEL, zeile


def test_an_open_anfrage_of_that_number_gets_its_answer(importiere):
    anfrage = factories.anfrage(nummer=4284, titel=TITEL.replace('"', "„"), gestellt_am=None)

    bilanz, _ = importiere(zeile(**KA))

    anfrage.refresh_from_db()
    assert bilanz.angelegt == 1
    assert Anfrage.objects.get() == anfrage
    assert (anfrage.zustand, anfrage.gestellt_am) == ("beantwortet", date(2020, 9, 3))
    assert anfrage.antworten.get().dokument.kennung == "17/11212"


def test_an_anfrage_is_found_by_the_paper_it_is_printed_as(importiere):
    frage = factories.dokument(nummer=10815, art="frage")
    anfrage = factories.anfrage(nummer=None, titel=TITEL, dokument=frage)

    importiere(zeile(**KA))

    anfrage.refresh_from_db()
    assert Anfrage.objects.get() == anfrage
    assert (anfrage.nummer, anfrage.zustand) == (4284, "beantwortet")


def test_the_first_of_two_answers_dates_the_anfrage(importiere):
    importiere(zeile(**KA))

    importiere(zeile(reference="11300", published_at="2020-09-15", **KA))

    anfrage = Anfrage.objects.get()
    assert (anfrage.antworten.count(), anfrage.beantwortet_am) == (2, date(2020, 9, 15))


def test_dates_of_two_answers_that_change_at_once_are_seen_together(importiere):
    importiere(
        zeile(published_at="2020-09-15", inquiry_number="1"),
        zeile(reference="11213", published_at="2020-09-30", inquiry_number="1"),
    )

    importiere(zeile(published_at="2020-09-20"), zeile(reference="11213", published_at="2020-09-15"))

    assert Anfrage.objects.get().beantwortet_am == date(2020, 9, 15)


def test_a_number_that_another_anfrage_of_the_kind_has_is_left_out(importiere):
    factories.anfrage(art="gross", nummer=7)
    eigene = factories.anfrage(art="gross", nummer=None, titel=TITEL)
    factories.antwort(eigene, dokument=factories.dokument(nummer=11212, art="antwort"))

    importiere(zeile(inquiry_number="7"))

    eigene.refresh_from_db()
    assert (eigene.art, eigene.nummer) == ("gross", None)


def test_an_answer_without_anfrage_gets_one_and_its_history_tells(importiere):
    antwort = factories.antwort(dokument=factories.dokument(nummer=11212, art="antwort"))
    antwort.anfragen.clear()

    importiere(zeile(answering_ministries_wikidata=""))

    anfrage = antwort.anfragen.get()
    assert anfrage.titel == TITEL
    assert [link.anfrage for link in antwort.history.first().anfragen.all()] == [anfrage]


def test_a_joint_answer_does_not_say_which_anfrage_a_line_is_about(importiere):
    antwort = factories.antwort(factories.anfrage(titel="Eine"), dokument=factories.dokument(nummer=11212))
    antwort.anfragen.add(factories.anfrage(titel="Andere"))

    importiere(zeile())

    assert {anfrage.titel for anfrage in antwort.anfragen.all()} == {"Eine", "Andere"}
    assert Anfrage.objects.count() == 2


@pytest.mark.parametrize(
    ("felder", "grund"),
    [
        pytest.param({"reference": "500"}, "Drucksache 17/500 ist als Anfrage erfasst", id="paper is a question"),
        pytest.param({"reference": "501"}, "Drucksache 17/501 ist als Anfrage erfasst", id="paper is a cited question"),
        pytest.param(
            {"inquiry_reference": "600"}, "Drucksache 17/600 ist als Antwort erfasst, nicht", id="paper is an answer"
        ),
        pytest.param(
            {"inquiry_number": "50"}, "Kleine Anfrage 50 ist mit anderem Titel erfasst: „Andere Frage“", id="number"
        ),
        pytest.param(
            {"reference": "600", "inquiry_number": "50"},
            "Drucksache 17/600 ist als Antwort erfasst, aber nicht auf Kleine Anfrage 50",
            id="answer to another",
        ),
        pytest.param(
            {"title": "Andere Frage", "inquiry_reference": "500", "inquiry_number": "52"},
            "Drucksache 17/500 ist erfasst als Kleine Anfrage 50",
            id="printed as another",
        ),
        pytest.param({"body": "Hamburg"}, "body „Hamburg“ ist kein bekanntes Parlament", id="unknown parliament"),
    ],
)
def test_a_line_that_contradicts_a_record_is_refused_and_changes_nothing(importiere, felder, grund, bestand):
    factories.anfrage(nummer=50, titel="Andere Frage", dokument=factories.dokument(nummer=500, art="frage"))
    factories.anfrage(nummer=51, dokument=factories.dokument(nummer=501, titel="", nur_zitiert=True))
    factories.antwort(factories.anfrage(nummer=60), dokument=factories.dokument(nummer=600, art="antwort"))
    vorher = bestand()

    bilanz, (ablehnung,) = importiere(zeile(inquiring_people_wikidata="", **felder))

    assert bilanz == Bilanz(abgelehnt=1)
    assert ablehnung.grund.startswith(grund)
    assert ablehnung.abhilfe
    assert bestand() == vorher
