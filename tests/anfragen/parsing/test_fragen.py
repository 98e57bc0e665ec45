"""Questions, their instructions in brackets, and which text answers which of them."""

import pytest

from anfragen.parsing.antworten import named
from anfragen.parsing.drucksache import parse
from anfragen.parsing.gliederung import position

KOPF = (
    "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/5030 08.02.2019 Antwort der Landesregierung auf die "
    "Kleine Anfrage 1882 vom 9. Januar 2019 des Abgeordneten Marc Herter SPD Drucksache 17/4791 Was nun?\n\n"
)
VORBEMERKUNG = "Vorbemerkung der Kleinen Anfrage\n\nDie Presse berichtet.\n\n"
SATZ = (
    "Der Minister des Innern hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der "
    "Landesregierung beantwortet.\n\n"
)
SEITE = "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/5030"
JOINT = "Die Fragen 1 bis 3 werden wegen des Sachzusammenhangs gemeinsam beantwortet"


def both(rumpf, kopf=KOPF + VORBEMERKUNG + SATZ):
    """The document with its line breaks and on one line, which must read alike."""
    quelle = kopf + rumpf
    mehrzeilig, einzeilig = parse(quelle), parse(" ".join(quelle.split()))
    assert fragen(mehrzeilig) == fragen(einzeilig)
    assert [teil.fragen for teil in mehrzeilig.antwortteile] == [teil.fragen for teil in einzeilig.antwortteile]
    return mehrzeilig


def fragen(drucksache):
    return [(frage.nummer, frage.text, frage.hinweis) for frage in drucksache.fragen]


def antworten(drucksache):
    return [(teil.fragen, teil.text) for teil in drucksache.antwortteile]


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
