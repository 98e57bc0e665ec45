"""What reading proposes, and what becomes of it when the paper is read again and staff decided meanwhile."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anfragen.models import Antwortteil, Zusage
from anfragen.recording import Stand
from anfragen.zusagen import annehmen, verwerfen
from tests import factories as f
from tests.anfragen.drucksachen import ANTWORT, all_rows, record_text, stammdaten

pytestmark = pytest.mark.django_db

TERMIN = "Der Bericht soll bis Ende 2019 vorgelegt werden."
PRUEFUNG = "Der Antrag wird derzeit geprüft."
PAPIER = ANTWORT.replace("\nNichts.", f"\n{TERMIN} {PRUEFUNG}")
ANDERE_FASSUNG = PAPIER.replace("Sie hat nicht", "Sie hat ganz gewiss nicht")


@pytest.fixture(autouse=True)
def _stammdaten():
    stammdaten()


@pytest.fixture
def redaktion() -> Any:
    return get_user_model().objects.create_user("redaktion")


def replace_text(text: str, sha: str = "b") -> Any:
    return record_text(text, sha256=sha * 64, ersetzen=True)


def by_words(worte: str) -> Zusage:
    return Zusage.objects.get(wortlaut=worte)


def printed(zusage: Zusage) -> str:
    return zusage.dokument.text[zusage.start : zusage.ende]


def test_an_answer_proposes_what_it_commits_to_and_publishes_nothing():
    record_text(PAPIER)

    termin, pruefung = Zusage.objects.order_by("start")
    assert (termin.art, termin.faellig_am, termin.faellig_wortlaut) == ("termin", date(2019, 12, 31), "bis Ende 2019")
    assert (pruefung.art, pruefung.faellig_am) == ("pruefung", None)
    assert {termin.antwortteil, pruefung.antwortteil} == {Antwortteil.objects.get(position=2)}
    assert [printed(zusage) for zusage in (termin, pruefung)] == [TERMIN, PRUEFUNG]
    assert {zusage.stand for zusage in (termin, pruefung)} == {"vorgeschlagen"}
    assert not Zusage.objects.oeffentlich().exists()
    assert termin.history.get().history_change_reason == "Import 17-5030.txt"


def test_reading_again_changes_nothing():
    record_text(PAPIER)
    vorher = all_rows()

    assert record_text(PAPIER).stand == Stand.UNVERAENDERT
    assert all_rows() == vorher


def test_a_proposal_follows_its_words_and_goes_with_them():
    record_text(PAPIER)
    termin = by_words(TERMIN)

    replace_text(ANDERE_FASSUNG.replace(f" {PRUEFUNG}", ""))

    (geblieben,) = Zusage.objects.all()
    assert geblieben.pk == termin.pk
    assert geblieben.start == termin.start + len("ganz gewiss ")
    assert printed(geblieben) == TERMIN


def test_hyphens_and_line_breaks_make_no_other_sentence():
    record_text(PAPIER)
    vorher = by_words(TERMIN).pk

    replace_text(PAPIER.replace("Bericht soll bis", "Be-\nricht soll\nbis"))

    assert by_words(TERMIN).pk == vorher


def test_a_day_that_is_not_read_any_more_goes():
    record_text(PAPIER)
    Zusage.objects.filter(wortlaut=PRUEFUNG).update(faellig_am=date(2019, 6, 30), faellig_wortlaut="bis Juni 2019")

    record_text(PAPIER)

    pruefung = by_words(PRUEFUNG)
    assert (pruefung.faellig_am, pruefung.faellig_wortlaut) == (None, "")


def test_the_same_sentence_twice_is_two_and_one_of_them_may_go():
    record_text(PAPIER.replace(PRUEFUNG, f"{PRUEFUNG} Das ist gut. {PRUEFUNG}"))
    erste, _ = Zusage.objects.filter(wortlaut=PRUEFUNG).order_by("start")

    replace_text(PAPIER)

    assert by_words(PRUEFUNG).pk == erste.pk


def test_a_dismissed_one_is_not_proposed_again(redaktion):
    record_text(PAPIER)
    verwerfen(by_words(TERMIN), heute=date(2019, 3, 1), user=redaktion)

    replace_text(ANDERE_FASSUNG)
    replace_text(ANDERE_FASSUNG.replace(TERMIN, "Nichts."), "c")
    ohne_worte = by_words(TERMIN)
    replace_text(PAPIER, "d")

    assert (ohne_worte.start, ohne_worte.ende, ohne_worte.antwortteil) == (None, None, None)
    verworfen = by_words(TERMIN)
    assert (verworfen.stand, printed(verworfen)) == ("verworfen", TERMIN)


def test_what_staff_took_up_keeps_their_day_and_their_words(redaktion):
    record_text(PAPIER)
    zusage = by_words(TERMIN)
    annehmen(zusage, date(2020, 1, 31), redaktion, heute=date(2019, 3, 1), user=redaktion)
    Zusage.objects.filter(pk=zusage.pk).update(wortlaut="Der Bericht kommt bis Ende 2019.")

    record_text(PAPIER)
    replace_text(ANDERE_FASSUNG)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.faellig_am, zusage.verantwortlich) == ("offen", date(2020, 1, 31), redaktion)
    assert zusage.wortlaut == "Der Bericht kommt bis Ende 2019."
    assert printed(Zusage.objects.get(pk=zusage.pk)) == TERMIN
    assert Zusage.objects.count() == 2


def test_a_day_that_staff_took_away_stays_away(redaktion):
    record_text(PAPIER)
    annehmen(by_words(TERMIN), None, heute=date(2019, 3, 1), user=redaktion)

    assert record_text(PAPIER).stand == Stand.UNVERAENDERT
    assert by_words(TERMIN).faellig_am is None


@pytest.mark.parametrize("worte", [TERMIN, "Mündlich zugesagt: ein Bericht."])
def test_what_staff_wrote_by_hand_is_left_alone_and_not_proposed_beside_it(worte):
    dokument = record_text().dokument
    von_hand = f.zusage(dokument=dokument, wortlaut=worte, stand="offen")

    replace_text(PAPIER)

    assert list(Zusage.objects.filter(wortlaut=worte)) == [von_hand]
    assert Zusage.objects.get(pk=von_hand.pk).start is None
    assert von_hand.history.count() == 1


def test_many_commitments_take_no_more_queries_than_a_few():
    def queries(text: str, sha: str) -> int:
        with CaptureQueriesContext(connection) as gefragt:
            replace_text(text, sha)
        return len(gefragt)

    viele = " ".join(f"Der Antrag {n} wird derzeit geprüft." for n in range(40))
    replace_text(PAPIER, "a")
    wenige = queries(PAPIER.replace(PRUEFUNG, "Der Antrag 1 wird derzeit geprüft."), "b")

    assert queries(PAPIER.replace(PRUEFUNG, viele), "c") <= wenige
    assert Zusage.objects.count() == 41
