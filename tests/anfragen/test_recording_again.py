"""Several papers about one Anfrage, and staff at work between two imports."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anfragen.models import Anfrage, Antwort, Frage, Fragesteller, Nachfrage
from anfragen.recording import Stand
from tests import factories as f
from tests.anfragen.drucksachen import ANTWORT, FRAGE, all_rows, record_text, stammdaten

pytestmark = pytest.mark.django_db

ERGAENZUNG = ANTWORT.replace("17/5030", "17/5099").replace(
    "1. Warum hat die Landesregierung gewartet?\n\nSie hat nicht gewartet, wie in Drucksache 17/4000 dargelegt.\n\n", ""
)


@pytest.fixture(autouse=True)
def _stammdaten():
    stammdaten()


def record_question():
    return record_text(FRAGE, "17-4791.txt", "b" * 64)


def record_supplement():
    return record_text(ERGAENZUNG, "17-5099.txt", "c" * 64)


def by_hand(record):
    record._history_user = get_user_model().objects.get_or_create(username="redaktion")[0]
    record.save()


@pytest.mark.parametrize("first", [record_question, record_text], ids=["question first", "answer first"])
def test_the_printed_question_has_the_last_word_on_its_anfrage(first):
    first()
    record_question()
    record_text()

    anfrage = Anfrage.objects.get()
    assert {frage.gelesen_in.nummer for frage in anfrage.fragen.all()} == {4791}
    assert anfrage.fragen.get(nummer=2).antwortteile.get().text == "Nichts."


def test_question_answer_and_supplement_again_change_nothing():
    papers = [record_question, record_text, record_supplement]
    for paper in papers:
        paper()
    before = all_rows()

    assert {paper().stand for paper in papers} == {Stand.UNVERAENDERT}
    assert all_rows() == before


@pytest.mark.parametrize("papers", [[record_text, record_supplement], [record_supplement, record_text]])
def test_a_supplement_to_one_question_leaves_the_others(papers):
    for paper in [*papers, *papers]:
        paper()

    anfrage = Anfrage.objects.get()
    assert [frage.nummer for frage in anfrage.fragen.all()] == [1, 2]
    assert sorted(antwort.dokument.nummer for antwort in anfrage.antworten.all()) == [5030, 5099]
    assert anfrage.fragen.get(nummer=2).antwortteile.count() == 2


def test_one_drucksache_printed_for_two_anfragen_is_a_finding_and_both_stay():
    record_text()

    other = ANTWORT.replace("17/5030", "17/5031").replace("Kleine Anfrage 1882", "Kleine Anfrage 1999")
    dokument = record_text(other, "17-5031.txt", "c" * 64).dokument

    assert {a.nummer: a.dokument and a.dokument.nummer for a in Anfrage.objects.all()} == {1882: 4791, 1999: None}
    befund = dokument.befunde.get(regel="drucksache-einer-anderen-anfrage")
    assert "Drucksache 17/4791 ist hier für KA 1999 angegeben, erfasst ist sie für KA 1882" in befund.text


def test_joining_two_records_of_one_anfrage_keeps_what_hangs_on_either():
    shell = f.anfrage(nummer=None)
    f.antwort(shell, dokument=f.dokument(nummer=5030, herkunft="verzeichnis"))
    f.antwort(shell, dokument=f.dokument(nummer=5099, herkunft="verzeichnis"), art="ergaenzung")
    nachfrage = Nachfrage.objects.create(anfrage=shell, titel="Kosten", offen="je Projekt")
    numbered = f.anfrage(nummer=1882)

    record_text()

    nachfrage.refresh_from_db()
    assert nachfrage.anfrage == numbered == Anfrage.objects.get()
    assert numbered.antworten.count() == 2


def test_joining_publishes_nothing_that_staff_withheld():
    shell = f.anfrage(nummer=None, veroeffentlichung="zurueckgezogen")
    f.antwort(shell, dokument=f.dokument(nummer=5030))
    f.anfrage(nummer=1882)

    record_text()

    assert Anfrage.objects.get().veroeffentlichung == "zurueckgezogen"


def test_an_inferred_number_that_the_paper_prints_is_no_longer_inferred():
    shell = f.anfrage(nummer=1882, nummer_abgeleitet=True)
    f.antwort(shell, dokument=f.dokument(nummer=5030))

    record_text()

    assert not Anfrage.objects.get().nummer_abgeleitet


def test_a_person_that_staff_put_right_stays():
    record_text()
    asker = Fragesteller.objects.get(position=1)
    asker.person = f.person("Sara Philipp")
    by_hand(asker)

    result = record_text()

    assert Fragesteller.objects.get(position=1).person.name == "Sara Philipp"
    assert any("fragesteller" in kept for kept in result.behalten)


def test_which_questions_a_text_answers_stays_as_staff_decided():
    record_text()
    part = Antwort.objects.get().teile.get(position=1)
    by_hand(part)
    part.fragen.set(Frage.objects.all())

    result = record_text()

    assert part.fragen.count() == 2
    assert any("fragen" in kept for kept in result.behalten)


def test_recording_again_takes_no_query_for_each_row(django_assert_max_num_queries):
    def answer(fragen):
        kopf = ANTWORT[: ANTWORT.index("1. Warum")]
        return kopf + "".join(f"{n}. Was kostet {n}?\n\nSiehe Drucksache 17/{n}.\n\n" for n in range(1, fragen + 1))

    record_text(answer(2))
    with CaptureQueriesContext(connection) as kurz:
        assert record_text(answer(2)).stand == Stand.UNVERAENDERT
    record_text(answer(30))
    assert Frage.objects.count() == 30

    with django_assert_max_num_queries(len(kurz)):
        assert record_text(answer(30)).stand == Stand.UNVERAENDERT
