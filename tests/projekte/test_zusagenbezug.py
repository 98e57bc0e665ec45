"""Which projects a commitment is tied to, and what of it is staff's."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anfragen.models import Zusage
from anfragen.parsing.drucksache import parse
from anfragen.recording import Quelle, record
from projekte.models import Projektzusage
from tests import factories as f
from tests.projekte.test_recording import KOPF

pytestmark = pytest.mark.django_db

GEPRUEFT = "Der Antrag wird derzeit geprüft."


@pytest.fixture(autouse=True)
def grundlagen():
    f.wahlperiode()
    f.reihe()
    f.fraktion("SPD")
    f.ministerium(von=date(2017, 6, 30), bis=date(2021, 10, 27))
    f.kommune()


def answer(text, sha="a", kopf=KOPF):
    return record(parse(kopf + text), Quelle("17-5030.txt", sha * 64), ersetzen=True)


def links():
    """Kennung, words and municipality of each."""
    return [
        (link.projekt.kennung, link.zusage.wortlaut, link.kommune and link.kommune.name)
        for link in Projektzusage.objects.select_related("projekt", "zusage", "kommune").order_by("projekt", "zusage")
    ]


def by_hand(record):
    record._history_user = get_user_model().objects.get_or_create(username="redaktion")[0]
    return record


def test_a_commitment_in_a_row_of_a_table_is_about_its_project_and_place():
    f.handlungsfeld()
    f.projekt("13-02")
    answer(
        "Auskunft gibt die folgende Tabelle:\n\nHandlungsfeld Vernetzte Mobilität – kurze Wege\n\n"
        "Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum\n\nMobilitätsregion [13-02]\n\n"
        f"Die Stadt ist beteiligt. {GEPRUEFT}"
    )
    assert links() == [("13-02", GEPRUEFT, "Bochum")]


def test_a_sentence_that_names_projects_is_about_them():
    f.projekt("13-02")
    f.projekt("15-01")
    beide = "Die Projekte [13-02] und [15-01] sollen in Bochum fortgesetzt werden."
    answer(f"{beide} {GEPRUEFT}")
    assert links() == [("13-02", beide, "Bochum"), ("15-01", beide, "Bochum")]


def test_a_paper_about_one_project_says_everything_of_it():
    f.projekt("15-03", name="Ruhrvalley")
    f.projekt("13-02")
    kopf = KOPF.replace("Was wird aus der Ruhr-Konferenz?", "Ruhr-Konferenz – Sachstand des Projektes „Ruhrvalley“")
    answer(f"{GEPRUEFT} Das Projekt [13-02] soll fortgesetzt werden.", kopf=kopf)
    assert links() == [
        ("13-02", "Das Projekt [13-02] soll fortgesetzt werden.", None),
        ("15-03", GEPRUEFT, None),
    ]


def test_reading_again_changes_nothing():
    f.projekt("13-02")
    text = "Das Projekt [13-02] soll in Bochum fortgesetzt werden."
    answer(text)
    assert answer(text).stand == "unverändert"
    assert Projektzusage.objects.get().history.count() == 1


def test_a_link_follows_the_text():
    f.projekt("13-02")
    f.projekt("15-01")
    answer("Das Projekt [13-02] soll fortgesetzt werden.")
    answer("Das Projekt [15-01] soll fortgesetzt werden.", "b")
    assert links() == [("15-01", "Das Projekt [15-01] soll fortgesetzt werden.", None)]
    assert Zusage.objects.count() == 1


def test_the_history_notes_once_that_a_link_went_with_its_commitment():
    f.projekt("13-02")
    answer("Das Projekt [13-02] soll fortgesetzt werden.")
    answer("Nichts.", "b")
    assert not Projektzusage.objects.exists()
    assert Projektzusage.history.filter(history_type="-").count() == 1


def test_a_link_that_staff_moved_stays_where_they_put_it():
    f.projekt("13-02")
    anderes = f.projekt("15-01")
    text = "Das Projekt [13-02] soll fortgesetzt werden."
    answer(text)
    link = by_hand(Projektzusage.objects.get())
    link.projekt = anderes
    link.save()

    answer(text)
    answer(f"Kurz gesagt. {text}", "b")

    assert links() == [("15-01", text, None)]


def test_a_link_that_staff_took_away_does_not_come_back():
    f.projekt("13-02")
    text = "Das Projekt [13-02] soll fortgesetzt werden."
    answer(text)
    by_hand(Projektzusage.objects.get()).delete()

    answer(text)

    assert links() == []


def test_many_commitments_take_no_more_queries_than_a_few():
    def queries(text, sha):
        with CaptureQueriesContext(connection) as gefragt:
            answer(text, sha)
        return len(gefragt)

    f.projekt("13-02")
    saetze = [f"Das Projekt [13-02] soll in {n} Schritten fortgesetzt werden." for n in range(40)]
    answer(saetze[0])
    wenige = queries(saetze[1], "b")

    assert queries(" ".join(saetze[1:]), "c") <= wenige
    assert Projektzusage.objects.count() == 39
