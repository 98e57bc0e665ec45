"""Which text answers which questions, and where an answer ends."""

import pytest

from anfragen.parsing.antworten import named
from anfragen.parsing.drucksache import parse
from tests.anfragen.parsing.rumpf import JOINT, KOPF, SATZ, SEITE, VORBEMERKUNG, antworten, both, fragen


@pytest.mark.parametrize(
    ("rumpf", "erwartet"),
    [
        pytest.param("1. Was? A. 2. Wo? B. 3. Wann? C.", [((1,), "A."), ((2,), "B."), ((3,), "C.")], id="one by one"),
        pytest.param("1. Was? Nein. 2. Wo? Ja. 3. Wer? Er", [((1,), "Nein."), ((2,), "Ja."), ((3,), "Er")], id="word"),
        pytest.param(f"1. Was? 2. Wo? 3. Wann? {JOINT}: Text.", [((1, 2, 3), "Text.")], id="joint, said so"),
        pytest.param(
            "1. Was? 2. Wo? 3. Wann? Aufgrund des Sachzusammenhangs werden die Fragen 1-3 zusammen beantwortet. Text.",
            [((1, 2, 3), "Text.")],
            id="joint, verb first",
        ),
        pytest.param(
            "1. Was? 2. Wo? 3. Wann? Die Fragen werden aus Gründen der Klarheit gemeinsam beantwortet. Text.",
            [((1, 2, 3), "Text.")],
            id="joint, no numbers",
        ),
        pytest.param("1. Was? 2. Wo? A. 3. Wann? B.", [((1, 2), "A."), ((3,), "B.")], id="joint in silence"),
        pytest.param(
            "1. Was? A. 2. Wo? Die Fragen 2 und 3 werden zusammen beantwortet. B. 3. Wann? Siehe Antwort zu Frage 2.",
            [((1,), "A."), ((2, 3), "B."), ((3,), "Siehe Antwort zu Frage 2.")],
            id="joint, said before the second",
        ),
        pytest.param(
            "1. Was? 2. Wo? 3. Wann? Zu Frage 1: A. Zu Frage 2 B. Zu 3.: C.",
            [((1,), "A."), ((2,), "B."), ((3,), "C.")],
            id="list, then headings",
        ),
        pytest.param(
            "1. Was? 2. Wo? 3. Wann? Zu den Fragen 1 und 2: A. Antwort zu Frage 3: B.",
            [((1, 2), "A."), ((3,), "B.")],
            id="list, then headings for several",
        ),
        pytest.param(
            "1. Was? 2. Wo? 3. Wann? Zu den Fragen 1 bis 3: " + JOINT + ". Text.", [((1, 2, 3), "Text.")], id="both"
        ),
        pytest.param(
            "1. Was? 2. Wo? 3. Wann? Zu den Fragen 1 und 3: A. Frage 2 wird gesondert beantwortet. Zu Frage 2: B.",
            [((1, 3), "A."), ((2,), "B.")],
            id="answered apart, said so",
        ),
        pytest.param(
            "1. Was? A. II. Förderung und Beratung 2. Wo? B.\n\nC. Bestand\n\n3. Wann? C.",
            [((1,), "A."), ((2,), "B."), ((3,), "C.")],
            id="headings of sections",
        ),
        pytest.param("1. Was? Antwort: A. 2. Wo? Antwort der Landesregierung: B. 3. Wann? C.",
                     [((1,), "A."), ((2,), "B."), ((3,), "C.")], id="label"),
        pytest.param(
            "1. Was? A. Die Fragen der Art werden gemeinsam mit ihm beantwortet. 2. Wo? B. 3. Wann? C.",
            [((1,), "A. Die Fragen der Art werden gemeinsam mit ihm beantwortet."), ((2,), "B."), ((3,), "C.")],
            id="a sentence that only sounds like it",
        ),
        pytest.param(
            "Zu Frage 1: Was? Das.\n\nZu Frage 2: Wo? Da.", [((1,), "Das."), ((2,), "Da.")], id="zu before the question"
        ),
        pytest.param(
            "Frage 1\nWas?\n\nAntwort\nDas.\n\nFrage 2\nWo?\n\nAntwort\nDa.",
            [((1,), "Das."), ((2,), "Da.")],
            id="headings without colon",
        ),
        pytest.param("- Was ist?\n\nDas.\n\n- Wo ist es?\n\nDa.", [((1,), "Das."), ((2,), "Da.")], id="dashes"),
        pytest.param(
            "1. Was?\n\n2. Wo?\n\nZur Frage 1:\nDas.\n\nZur Frage 2:\nDa.",
            [((1,), "Das."), ((2,), "Da.")],
            id="zur",
        ),
        pytest.param(
            "1. Was?\n\n2. Wo?\n\nFrage 1 und Frage 2 werden zusammenfassend beantwortet. Da.",
            [((1, 2), "Da.")],
            id="no article",
        ),
    ],
)  # fmt: skip
def test_answers(rumpf, erwartet):
    assert antworten(both(rumpf)) == erwartet


FRAGENLISTE = "Ich frage die Landesregierung: 1. Was? 2. Wo? (Bitte auflisten) 3. Wann? "
WORTLAUT = KOPF + "Wortlaut der Kleinen Anfrage\n\nDie Presse berichtet. " + FRAGENLISTE + SATZ


@pytest.mark.parametrize(
    ("rumpf", "erwartet"),
    [
        pytest.param("1. Was? A. 2. Wo? (Bitte auflisten) B. 3. Wann? C.", [((1,), "A."), ((2,), "B."), ((3,), "C.")],
                     id="questions repeated"),
        pytest.param("Zu Frage 1 A. Zu den Fragen 2 und 3 B.", [((1,), "A."), ((2, 3), "B.")], id="headings"),
        pytest.param(f"{JOINT}. Text.", [((1, 2, 3), "Text.")], id="joint"),
        pytest.param("Vorbemerkung der Landesregierung Gut. Zu Frage 1: A. Zu den Fragen 2 und 3: B.",
                     [((1,), "A."), ((2, 3), "B.")], id="Vorbemerkung between"),
    ],
)  # fmt: skip
def test_questions_listed_before_the_sentence(rumpf, erwartet):
    drucksache = both(rumpf, kopf=WORTLAUT)
    assert [frage.hinweis for frage in drucksache.fragen] == ["", "Bitte auflisten", ""]
    assert antworten(drucksache) == erwartet


def test_joint_answer_in_the_questioners_vorbemerkung_is_none():
    kopf = KOPF + "Vorbemerkung der Kleinen Anfrage " + JOINT + ", hieß es in der Antwort auf eine andere. " + SATZ
    assert antworten(both("1. Was? A. 2. Wo? B. 3. Wann? C.", kopf=kopf)) == [((1,), "A."), ((2,), "B."), ((3,), "C.")]


def test_vorbemerkungen_end_where_the_next_part_begins():
    drucksache = both("Vorbemerkung der Landesregierung\n\nGut.\n\nAuf die Vorbemerkung der Landesregierung wird "
                      "verwiesen.\n\n1. Was?\n\nSiehe Vorbemerkung der Landesregierung.")  # fmt: skip
    assert drucksache.vorbemerkung_anfrage.text == "Die Presse berichtet."
    assert drucksache.vorbemerkung_landesregierung.text == (
        "Gut.\n\nAuf die Vorbemerkung der Landesregierung wird verwiesen."
    )
    assert antworten(drucksache) == [((1,), "Siehe Vorbemerkung der Landesregierung.")]


def test_vorbemerkung_ends_before_the_heading_of_a_section():
    drucksache = both("Vorbemerkung der Landesregierung Gut. I. Bestand 1. Was? A. 2. Wo? B.")
    assert drucksache.vorbemerkung_landesregierung.text == "Gut."


def test_sentence_may_come_before_the_vorbemerkung():
    drucksache = both("1. Was? A. 2. Wo? B.", kopf=KOPF + SATZ + VORBEMERKUNG)
    assert drucksache.vorbemerkung_anfrage.text == "Die Presse berichtet."
    assert antworten(drucksache) == [((1,), "A."), ((2,), "B.")]


def test_question_paper_has_no_answers():
    kopf = KOPF.replace("Antwort der Landesregierung auf die ", "").replace(" Drucksache 17/4791", "")
    drucksache = both("Die Presse berichtet. 1. Was? 2. Wo? Marc Herter", kopf=kopf)
    assert fragen(drucksache) == [(1, "Was?", ""), (2, "Wo?", "")]
    assert drucksache.antwortteile == ()


@pytest.mark.parametrize(
    ("rumpf", "erwartet"),
    [
        pytest.param(f"1. Was? Siehe Anlage.\n\n{SEITE}\n\n2\n\nAnlage 1 Übersicht", "Siehe Anlage.", id="numbered"),
        pytest.param(
            f"1. Was? Siehe Anlage.\n\n{SEITE}\n\n2\n\nAnlage zur Antwort auf die Kleine Anfrage 1882 Kreis Fälle",
            "Siehe Anlage.",
            id="with what it belongs to",
        ),
        pytest.param("1. Was? Siehe Anlage.\fAnlagen: 3", "Siehe Anlage.", id="after a form feed"),
        pytest.param(
            f"1. Was? Siehe die in\n\n{SEITE}\n\n2\n\nAnlage 1 genannten Fälle.",
            "Siehe die in Anlage 1 genannten Fälle.",
            id="a page break within a sentence",
        ),
        pytest.param("1. Was? Gut. Anlage 1 nennt sie.", "Gut. Anlage 1 nennt sie.", id="within a page"),
    ],
)
def test_anlage_belongs_to_no_answer(rumpf, erwartet):
    (teil,) = parse(KOPF + VORBEMERKUNG + SATZ + rumpf).antwortteile
    assert teil.text == erwartet


@pytest.mark.parametrize(
    ("liste", "erwartet"),
    [
        ("1 bis 5", (1, 2, 3, 4, 5)),
        ("1 und 2", (1, 2)),
        ("1., 2. und 4.", (1, 2, 4)),
        ("1 - 3 sowie 5", (1, 2, 3, 5)),
        ("3", (3,)),
        ("1 bis 9", (1, 2, 3, 4, 5)),
    ],
)
def test_lists_of_numbers(liste, erwartet):
    assert named(liste, {str(zahl): zahl for zahl in range(1, 6)}) == erwartet
