"""Questions numbered on two levels, and the words of the answer that name them."""

import pytest

from tests.anfragen.parsing.rumpf import antworten, both

ZUEGE, KOSTEN, FERTIG = "Wie viele Züge fuhren?", "Welche Kosten sind entstanden?", "Wann ist die Strecke fertig?"


def labels(drucksache):
    return [frage.bezeichnung for frage in drucksache.fragen]


@pytest.mark.parametrize(
    ("zeichen", "gedruckt"),
    [
        (("1.1", "1.2", "2."), ["1.1", "1.2", "2"]),
        (("1.1.", "1.2.", "2.1."), ["1.1", "1.2", "2.1"]),
        (("1.", "1.1", "1.2"), ["1", "1.1", "1.2"]),
        (("1. a)", "b)", "2."), ["1. a)", "1. b)", "2"]),
        (("1a)", "1b)", "2)"), ["1a", "1b", "2"]),
        (("1 a.", "1 b.", "2 a."), ["1 a", "1 b", "2 a"]),
        (("Frage 1.1:", "Frage 1.2:", "Frage 2:"), ["1.1", "1.2", "2"]),
    ],
)
def test_keeps_the_printed_number_and_counts_through(zeichen, gedruckt):
    erste, zweite, dritte = zeichen
    gelesen = both(f"{erste} {ZUEGE}\n\nZwölf.\n\n{zweite} {KOSTEN}\n\nKeine.\n\n{dritte} {FERTIG}\n\nBald.")
    assert labels(gelesen) == gedruckt
    assert antworten(gelesen) == [((1,), "Zwölf."), ((2,), "Keine."), ((3,), "Bald.")]
    assert {frage.beleg.sicherheit for frage in gelesen.fragen} == {0.9}


@pytest.mark.parametrize(
    ("worte", "beantwortet"),
    [
        ("Die Fragen 1.1 bis 1.3 und 2 werden zusammen beantwortet. Keine.", [(1, 2, 3, 4)]),
        ("Die Fragen 1.2 bis 2 werden zusammen beantwortet: Keine. Zu Frage 1.1: Zwölf.", [(2, 3, 4), (1,)]),
        ("Zu Frage 1: Keine. Zu Frage 2: Bald.", [(1, 2, 3), (4,)]),
        ("Die Fragen 1.1 und 1.3 werden gemeinsam beantwortet. Keine. Die Frage 2 wird wie folgt beantwortet: Bald.",
         [(1, 3), (4,)]),
    ],
)  # fmt: skip
def test_words_of_the_answer_name_them(worte, beantwortet):
    gelesen = both(f"1.1 {ZUEGE}\n\n1.2 {KOSTEN}\n\n1.3 Wer zahlt?\n\n2. {FERTIG}\n\n{worte}")
    assert [teil.fragen for teil in gelesen.antwortteile] == beantwortet


@pytest.mark.parametrize(
    "rumpf",
    [
        pytest.param(f"1. {ZUEGE} a) Wie viele hielten? b) Wie viele nicht?\n\nZwölf.\n\n2. {KOSTEN}", id="sub-list"),
        pytest.param("1. Wie viele fuhren a) 2018, b) 2019?\n\nZwölf.\n\n2. Was kostet es?", id="small list"),
        pytest.param(
            f"1. {ZUEGE}\n\nNach Kapitel 1.1 Allgemeines und 1.2 Besonderes zwölf.\n\n2. {KOSTEN}", id="prose"
        ),
        pytest.param("1. Was gilt am 1.1. Neujahr? Nichts. 2. Und am 1.2. Lichtmess? Nichts.", id="dates"),
    ],
)
def test_other_numbers_are_no_second_level(rumpf):
    assert labels(both(rumpf)) == ["1", "2"]


def test_the_heading_of_a_chapter_belongs_to_no_answer():
    gelesen = both(f"1 Züge\n\n1.1 {ZUEGE}\n\nZwölf.\n\n2 Strecken\n\n2.1 {KOSTEN}\n\nKeine.")
    assert antworten(gelesen) == [((1,), "Zwölf."), ((2,), "Keine.")]


def test_a_gap_in_the_second_level_is_a_finding():
    gelesen = both(f"1.1 {ZUEGE}\n\n1.3 {KOSTEN}\n\n2. {FERTIG}")
    assert labels(gelesen) == ["1.1", "1.3", "2"]
    (befund,) = [befund for befund in gelesen.befunde if befund.regel == "fragennummer-fehlt"]
    assert befund.text == "Auf Frage 1.1 folgt Frage 1.3."
