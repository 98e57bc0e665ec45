"""Questions, and their instructions in brackets."""

import pytest

from anfragen.parsing.gliederung import position
from tests.anfragen.parsing.rumpf import SEITE, antworten, both, fragen


@pytest.mark.parametrize(
    ("rumpf", "erwartet"),
    [
        pytest.param("1. Wie viele?\n\nDrei.", [(1, "Wie viele?", "")], id="one"),
        pytest.param(
            "1. Wie viele? (Bitte lokalen \n\nBezug angeben.)\n\nDrei.",
            [(1, "Wie viele?", "Bitte lokalen Bezug angeben.")],
            id="instruction with a blank line in it",
        ),
        pytest.param(
            "1. Wie viele? (Bitte nach Ort (Kreis, Stadt) und Art [a, b] auflisten) Drei.",
            [(1, "Wie viele?", "Bitte nach Ort (Kreis, Stadt) und Art [a, b] auflisten")],
            id="nested brackets",
        ),
        pytest.param(
            "1. Wie viele? (Bitte nach a) Kreis, b) Art (z. B. Raub) und c) Jahr) Drei.",
            [(1, "Wie viele?", "Bitte nach a) Kreis, b) Art (z. B. Raub) und c) Jahr")],
            id="letters that close no bracket",
        ),
        pytest.param(
            "1. Wie viele gab es (bitte nach Jahren)? Drei.",
            [(1, "Wie viele gab es?", "bitte nach Jahren")],
            id="instruction before the mark",
        ),
        pytest.param(
            "1. Wie viele gab es? Bitte nach Jahren und Art aufschlüsseln. Drei.",
            [(1, "Wie viele gab es?", "Bitte nach Jahren und Art aufschlüsseln.")],
            id="instruction without brackets",
        ),
        pytest.param(
            "1. Gibt es das (Stichtag 01.04.)? (§ 3 LStVG) Ja.",
            [(1, "Gibt es das (Stichtag 01.04.)? (§ 3 LStVG)", "")],
            id="brackets that are no instruction",
        ),
        pytest.param(
            "1. Gibt es das? Wenn ja, wie viele? (Bitte begründen.) Wenn nein, warum nicht? Ja.",
            [(1, "Gibt es das? Wenn ja, wie viele? Wenn nein, warum nicht?", "Bitte begründen.")],
            id="further questions",
        ),
        pytest.param(
            "1. Seit Beginn der 17. Legislaturperiode gab es viele. Wie viele? Drei.",
            [(1, "Seit Beginn der 17. Legislaturperiode gab es viele. Wie viele?", "")],
            id="begins with a statement",
        ),
        pytest.param(
            "1. Wie viele a) in Köln, b) in Bonn? Drei. 2. Wo? a) Wann? b) Warum? Darum.",
            [(1, "Wie viele a) in Köln, b) in Bonn?", ""), (2, "Wo? a) Wann? b) Warum?", "")],
            id="letters",
        ),
        pytest.param("1) Wie viele? Drei. 2) Wo? Hier.", [(1, "Wie viele?", ""), (2, "Wo?", "")], id="1)"),
        pytest.param(
            "Frage 1: Wie viele? Drei. Frage 2: Wo? Hier.", [(1, "Wie viele?", ""), (2, "Wo?", "")], id="Frage 1:"
        ),
        pytest.param("1.Wie viele? Drei. 2.Wo? Hier.", [(1, "Wie viele?", ""), (2, "Wo?", "")], id="no space"),
        pytest.param(
            "1. Bitte nennen Sie alle Fälle. Keine. 2. Wo? Hier.",
            [(1, "Bitte nennen Sie alle Fälle.", ""), (2, "Wo?", "")],
            id="request without a mark",
        ),
        pytest.param(
            "1. Gilt „Wer fragt?“ noch, und steht www.a.de/?id=1 fest? Ja.",
            [(1, "Gilt „Wer fragt?“ noch, und steht www.a.de/?id=1 fest?", "")],
            id="marks that end nothing",
        ),
        pytest.param(
            f"1. Wie viele? Drei {SEITE}\n\n2\n\n2. Wo? Hier.",
            [(1, "Wie viele?", ""), (2, "Wo?", "")],
            id="running head and page number before a question",
        ),
        pytest.param(
            "Ich frage die Landesregierung: Wie viele gibt es? Drei. Welche sind es? Diese.",
            [(1, "Wie viele gibt es?", ""), (2, "Welche sind es?", "")],
            id="no numbers",
        ),
        pytest.param(
            "Wie viele gibt es? Drei. 2. Welche sind es? Diese.",
            [(1, "Wie viele gibt es?", ""), (2, "Welche sind es?", "")],
            id="only the first without a number",
        ),
        pytest.param(
            "a) Wie viele gibt es? Drei. b) Welche sind es? Diese.",
            [(1, "Wie viele gibt es?", ""), (2, "Welche sind es?", "")],
            id="letters for numbers",
        ),
        pytest.param(
            "Wie viele gibt es in a) Köln? Drei.", [(1, "Wie viele gibt es in a) Köln?", "")], id="a single letter"
        ),
        pytest.param("1. Wie viele [...]? 2. Gab es am 01.01.2016 [...]?",
                     [(1, "Wie viele [...]?", ""), (2, "Gab es am 01.01.2016 [...]?", "")], id="cut text"),
    ],
)  # fmt: skip
def test_questions(rumpf, erwartet):
    assert fragen(both(rumpf)) == erwartet


@pytest.mark.parametrize(
    "antwort",
    [
        pytest.param("Im 1. Halbjahr 2016 zwei, im 2. Halbjahr drei.", id="half-years"),
        pytest.param("Vereine der 2. Bundesliga und der 3. Liga.", id="leagues"),
        pytest.param("Am 1. Januar und am 2. Mai. Vom 20. - 26.10.2014 auch.", id="days"),
        pytest.param("Zum Stichtag 01.04. waren es 2.000.", id="dotted dates and numbers"),
        pytest.param("Drei Gründe: 1. Der Ort. 2. Die Zeit. 3. Die Art. 4. Das Geld.", id="list in an answer"),
        pytest.param("Die „1. Bauabschnitt Nord“ genannte Straße; der 2. Bauabschnitt folgt.", id="building sections"),
        pytest.param("Siehe Anlage 1. Die Anlage 2. Wahl entfällt. Nach § 2 Nr. 2. Das genügt.", id="cited numbers"),
        pytest.param("Köln 1 Bonn 2 2. Bundesliga 3 Summe 6", id="table"),
    ],
)
def test_other_numbers_are_no_questions(antwort):
    drucksache = both(f"1. Wie viele?\n\n{antwort}\n\n2. Wo ist das?\n\nHier.")
    assert fragen(drucksache) == [(1, "Wie viele?", ""), (2, "Wo ist das?", "")]
    assert antworten(drucksache) == [((1,), antwort), ((2,), "Hier.")]


ABSCHNITTE = (
    "I. Bestand\n\n1. Wie viele Wohnungen gibt es?\n\nHundert.\n\n2. Wo stehen sie?\n\nIm Land.\n\n"
    "II. Neubau\n\n1. Wie viele wurden gebaut?\n\n2. Wie viele werden es?\n\n"
    "Die Fragen 1 und 2 werden gemeinsam beantwortet.\n\nFünf.\n\n3. Wo?\n\nIn Herne."
)


def test_questions_of_parts_that_count_anew_are_counted_through():
    gelesen = both(ABSCHNITTE)
    assert [(frage.nummer, frage.bezeichnung) for frage in gelesen.fragen] == [
        (1, "I. 1"),
        (2, "I. 2"),
        (3, "II. 1"),
        (4, "II. 2"),
        (5, "II. 3"),
    ]
    assert "fragen-zaehlen-neu" in {befund.regel for befund in gelesen.befunde}


def test_words_in_an_answer_name_the_questions_of_their_own_part():
    assert antworten(both(ABSCHNITTE)) == [
        ((1,), "Hundert."),
        ((2,), "Im Land."),
        ((3, 4), "Fünf."),
        ((5,), "In Herne."),
    ]


def test_a_gap_within_a_part_stays_visible():
    gelesen = both(ABSCHNITTE.replace("3. Wo?", "4. Wo?"))
    assert [frage.nummer for frage in gelesen.fragen] == [1, 2, 3, 4, 6]
    assert "fragennummer-fehlt" in {befund.regel for befund in gelesen.befunde}


@pytest.mark.parametrize(
    "rumpf",
    [
        pytest.param("1. Wie viele?\n\nDrei.\n\nA. Anhang\n\n2. Wo?\n\nHier.", id="numbers go on"),
        pytest.param(
            "1. Wie?\n\nEs gilt: I. Antrag 1. Formular 2. Nachweis. II. Bescheid 1. Prüfung.\n\n2. Wo?\n\nHier.",
            id="list in an answer",
        ),
    ],
)
def test_headings_that_no_questions_restart_after_change_nothing(rumpf):
    assert [(frage.nummer, frage.bezeichnung) for frage in both(rumpf).fragen] == [(1, "1"), (2, "2")]


def test_questions_may_have_roman_numbers():
    gelesen = both("I. Wie viele sind es?\n\nDrei.\n\nII. Wo sind sie?\n\nHier.\n\nIII. Welche?\n\nAlle.")
    assert [(frage.nummer, frage.text, frage.bezeichnung) for frage in gelesen.fragen] == [
        (1, "Wie viele sind es?", "I"),
        (2, "Wo sind sie?", "II"),
        (3, "Welche?", "III"),
    ]
    assert all(frage.beleg.sicherheit == 0.9 for frage in gelesen.fragen)


@pytest.mark.parametrize(("zeichen", "stelle"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("B", 2), ("c", 3)])
def test_knows_the_place_of_a_sign(zeichen, stelle):
    assert position(zeichen) == stelle
