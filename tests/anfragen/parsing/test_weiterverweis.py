"""Whether a passage sends its reader on to the paper it cites, and to which question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.parsing.fragennummern import labels
from anfragen.parsing.text import lies
from anfragen.parsing.verweise.weiterverweis import find_weiterverweis


def read(text: str) -> tuple[str, ...] | None:
    """The questions of the referral at the reference in {braces}; None if it is no referral."""
    davor, _, rest = text.partition("{")
    verweis, _, danach = rest.partition("}")
    fund = find_weiterverweis(lies(davor + verweis + danach), len(davor), len(davor) + len(verweis))
    return fund.fragen if fund else None


@pytest.mark.parametrize(
    ("text", "fragen"),
    [
        # The reference after "auf", the verb behind it
        ("Auf die Antwort zu Frage 3 der {Kleinen Anfrage 4284} wird verwiesen.", ("3",)),
        ("Auf die Antwort zu Frage 3 der Kleinen Anfrage 4284 ({LT-Drs. 17/11212}) wird verwiesen.", ("3",)),
        ("Auf die Antworten zu den Fragen 1 bis 3 der {Großen Anfrage 21} wird Bezug genommen.", ("1", "2", "3")),
        ("Es wird auf die Antwort auf die {Kleine Anfrage 4284} vom 3. September 2020 verwiesen.", ()),
        ("Hierzu wird auf die Beantwortung der {Kleinen Anfrage 4284} (Drs. 17/11212) Bezug genommen.", ()),
        ("Auf die Ausführungen in {Vorlage 17/3748} wird verwiesen.", ()),
        ("Hinsichtlich der Fälle wird auf {LT-Drs. 17/1234} (dort Frage 2) hingewiesen.", ("2",)),
        ("Insoweit wird auf die {Kleine Anfrage 4284}, Antwort zu Frage 1.2, verwiesen.", ("1.2",)),
        ("Auf {LT-Drs. 17/1234} zu den Fragen 2 a) und 4 wird verwiesen.", ("2a", "4")),
        ("Auf die Antworten auf die {Kleinen Anfragen 4284} und 4285 (Drs. 17/1 und 17/2) wird verwiesen.", ()),
        ("Auf die Antworten auf die Kleinen Anfragen 4284 und {4285} (Drs. 17/1 und 17/2) wird verwiesen.", ()),
        ("Auf die Antwort zu Frage 1 sowie auf {Vorlage 17/3748} wird verwiesen.", ()),
        ("Auf die Antwort zu Frage 2 der KA 1 und auf Frage 4 der {Kleinen Anfrage 2} wird verwiesen.", ("4",)),
        ("Auf die {Vorlage 17/3748} und auf die Antwort auf die Kleine Anfrage 2 wird verwiesen.", ()),
        ("Auf die {Vorlage 17/3748} und die Antwort zu Frage 2 wird verwiesen.", ()),
        ("Auf die Antwort zu Frage 3 des Abgeordneten Müller, SPD, in {LT-Drs. 17/1} wird verwiesen.", ()),
        # ... or before it
        ("Die Landesregierung verweist hierzu auf ihre Antwort auf die {Kleine Anfrage 4284}.", ()),
        ("Ich nehme Bezug auf die Antwort zu Frage 2 der {Kleinen Anfrage 4284}.", ("2",)),
        ("Es wird verwiesen auf die {LT-Drs. 17/1234}.", ()),
        # "siehe" and its like
        ("Siehe Antwort auf die {Kleine Anfrage 4284}.", ()),
        ("Siehe Antwort zu Frage 1 der Kleinen Anfrage 4284 (Drs. 16/1), {LT-Drs. 17/11212}.", ("1",)),
        ("Das Verfahren ist bekannt (vgl. {LT-Drs. 17/1234}, Antwort zu Frage 3).", ("3",)),
        ("Das Verfahren ist bekannt (vgl. hierzu LT-Drs. 17/1234 und {17/1235}).", ()),
        ("Das Verfahren ist bekannt, s. a. {Vorlage 17/3748}.", ()),
        ("Vgl. die Ausführungen der Landesregierung in {Vorlage 17/3748}, S. 2.", ()),
        # what goes on counting
        ("Die Zahlen wurden bereits in der Antwort auf die {Kleine Anfrage 4284} dargestellt.", ()),
        ("Die Ausführungen in {Vorlage 17/3748} gelten unverändert fort.", ()),
    ],
)  # fmt: skip
def test_a_referral_sends_on_to_the_questions_it_names(text, fragen):
    assert read(text) == fragen


@pytest.mark.parametrize(
    "text",
    [
        "Mit der {Kleinen Anfrage 4284} wurde nach dem Radweg gefragt.",
        "In der Antwort auf die {Kleine Anfrage 4284} wird auf ein Gutachten verwiesen.",
        "Die Landesregierung verweist in der Antwort auf die {Kleine Anfrage 4284} auf ein Gutachten.",
        "Soweit die Fragesteller auf die {Kleine Anfrage 4284} verweisen, ist der Sachverhalt ein anderer.",
        "Auf die Vorbemerkung wird verwiesen. Die {Vorlage 17/3748} betrifft anderes.",
        "Vgl. Tabelle 1, die auf der {Vorlage 17/3748} beruht.",
        "Die Strecke ist lang (vgl. Tabelle 1) und in der {Vorlage 17/3748} beschrieben.",
        "Nach S. 3 der {Vorlage 17/3748} ist der Bau begonnen.",
        "Antwort der Landesregierung auf die {Kleine Anfrage 4284} vom 3. September 2020",
        "Die Mittel sind in {Vorlage 17/3748} aufgeführt.",
    ],
)
def test_a_mention_is_no_referral(text):
    assert read(text) is None


def test_a_referral_reads_alike_over_line_and_page_breaks():
    assert read("Auf die Antwort zu Frage 3 der\n{Kleinen An-\nfrage 4284} wird ver-\n\nwiesen.") == ("3",)


@pytest.mark.parametrize(
    ("liste", "erwartet"),
    [
        ("1 bis 3 und 5", ("1", "2", "3", "5")),
        ("1.1 bis 1.3 und 2", ("1.1", "1.2", "1.3", "2")),
        ("1.1 bis 2.2", ("1.1", "2.2")),  # what lies between, the cited paper alone tells
        ("2. a), 2 b und 3.", ("2a", "2b", "3")),
        ("1-3", ("1", "2", "3")),
        ("4 und 4", ("4",)),
    ],
)
def test_a_list_of_question_numbers_is_taken_apart(liste, erwartet):
    assert labels(liste) == erwartet


BAUSTEINE = st.sampled_from([
    *("Auf die ", "Antwort ", "zu Frage ", "3", "1.2", " bis ", ", ", " und ", "siehe ", "vgl. ", "(", ")", ". "),
    *("Kleine Anfrage ", "verwiesen", "verweist auf ", "bereits ", "\n"),
])  # fmt: skip


@given(st.lists(BAUSTEINE, max_size=60).map("".join), st.integers(0, 300), st.integers(0, 300))
def test_never_raises(text, start, ende):
    find_weiterverweis(lies(text), min(start, ende), max(start, ende))
