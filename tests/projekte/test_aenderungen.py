"""What the newest statements changed: which is held against which, what is new, what is said no more."""

from datetime import date

import pytest

from projekte.seiten.aenderungen import wandel
from projekte.seiten.projekt import zuletzt_gesagt
from tests import factories
from tests.projekte.seiten import text

pytestmark = pytest.mark.django_db

NETZ = "Das Netz der Busse soll bis zum Jahresende wachsen."
RAD = "Der Radweg nach Herne ist geplant und bekommt Licht."
PLAN = "Über den Plan berät der Verband mit allen Städten."


@pytest.fixture
def herne():
    return factories.kommune("Herne", "05916000")


def paper(projekt, tag, *aussagen):
    papier = factories.dokument(datum=tag)
    for start, (kommune, wortlaut) in enumerate(aussagen):
        factories.aussage(
            projekt, papier, kommune=kommune, wortlaut=wortlaut, start=start * 100, ende=start * 100 + len(wortlaut)
        )
    return papier


def changed(projekt):
    """Pairs, new ones and dropped ones by their words."""
    gefunden = wandel(projekt, zuletzt_gesagt(projekt))
    return (
        [(a.frueher.wortlaut, a.spaeter.wortlaut) for a in gefunden.paare],
        [aussage.wortlaut for aussage in gefunden.neu],
        [aussage.wortlaut for aussage in gefunden.entfallen],
    )


def test_no_earlier_statement_is_held_against_two(mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, RAD), (bochum, NETZ.replace("soll", "wird")))
    assert changed(mobilitaetsregion) == ([(NETZ, NETZ.replace("soll", "wird"))], [RAD], [])


def test_statements_are_paired_by_their_words_and_not_by_their_order(mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (bochum, RAD))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, RAD + " Bald."), (bochum, NETZ + " Bald."))
    assert changed(mobilitaetsregion) == ([(RAD, RAD + " Bald."), (NETZ, NETZ + " Bald.")], [], [])


def test_what_is_said_no_more_of_a_place_is_named(mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (bochum, RAD))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, NETZ))
    assert changed(mobilitaetsregion) == ([(NETZ, NETZ)], [], [RAD])


def test_silence_about_another_place_is_no_change(mobilitaetsregion, bochum, herne):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (herne, RAD), (None, PLAN))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, NETZ))
    assert changed(mobilitaetsregion)[2] == []


def test_among_several_statements_other_words_are_another_statement(mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (bochum, "Nein."))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, NETZ), (bochum, "Licht für alle Wege."))
    assert changed(mobilitaetsregion) == ([(NETZ, NETZ)], ["Licht für alle Wege."], ["Nein."])


def test_the_page_of_a_part_compares_what_is_said_of_the_part(mobilitaetsregion, bochum):
    teil = factories.projekt("", schluessel="innamo", name="InnaMo Ruhr", teilprojekt_von=mobilitaetsregion)
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (bochum, RAD))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, PLAN), (bochum, RAD + " Bald."))
    mobilitaetsregion.aussagen.filter(wortlaut__startswith=RAD).update(teilprojekt=teil)
    assert changed(teil) == ([(RAD, RAD + " Bald.")], [], [])


def test_a_general_statement_is_the_one_before_of_one_town_only(mobilitaetsregion, bochum, herne):
    paper(mobilitaetsregion, date(2020, 1, 7), (None, PLAN))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, PLAN + " Auch Bochum."), (herne, RAD))
    assert changed(mobilitaetsregion) == ([(PLAN, PLAN + " Auch Bochum.")], [RAD], [])


def test_of_part_of_the_newest_statements_nothing_is_said_to_be_gone(mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (bochum, RAD))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, NETZ))
    assert wandel(mobilitaetsregion, zuletzt_gesagt(mobilitaetsregion), vollstaendig=False).entfallen == []


def test_only_so_many_pairs_are_compared_word_by_word(mobilitaetsregion, bochum, monkeypatch):
    monkeypatch.setattr("projekte.seiten.aenderungen.VERGLICHEN", 1)
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (bochum, RAD))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, NETZ + " Bald."), (bochum, RAD + " Bald."))
    gefunden = wandel(mobilitaetsregion, zuletzt_gesagt(mobilitaetsregion))
    assert (len(gefunden.paare), gefunden.weitere, gefunden.neu, gefunden.entfallen) == (1, 1, [], [])


def test_the_page_says_what_is_new_and_what_is_gone(client, mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ), (bochum, "Nein."))
    letztes = paper(mobilitaetsregion, date(2021, 1, 7), (bochum, NETZ), (bochum, "Licht für alle Wege."))
    seite = text(client, "/projekte/13-02/").partition("Was sich geändert hat")[2].partition("</section>")[0]
    assert "„Licht für alle Wege.“" in seite.partition("Neu</h3>")[2]
    assert f"in {letztes} steht dazu nichts mehr" in seite
    assert "Nein." in seite.partition("Entfallen</h3>")[2]


def test_a_statement_repeated_word_by_word_is_said_to_be_unchanged(client, mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, NETZ))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, NETZ.replace(" der ", "  der\n")))
    seite = text(client, "/projekte/13-02/").partition("Was sich geändert hat")[2].partition("</section>")[0]
    assert "Der Wortlaut ist unverändert." in seite


def test_a_changed_amount_reads_as_a_pair_without_colour(client, mobilitaetsregion, bochum):
    paper(mobilitaetsregion, date(2020, 1, 7), (bochum, "Es fließen 5.000 Euro."))
    paper(mobilitaetsregion, date(2021, 1, 7), (bochum, "Es fließen 6.000 Euro."))
    seite = text(client, "/projekte/13-02/").partition("Was sich geändert hat")[2].partition("</p>")[0]
    paar = seite.partition('<span class="paar">')[2]
    assert paar.index("statt bisher: ") < paar.index("5.000 Euro.") < paar.index("jetzt: ") < paar.index("6.000 Euro.")
    assert "→" in paar
