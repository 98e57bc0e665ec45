"""What the head of a document says of its own Anfrage."""

import pytest

from tests.anfragen.parsing.zitate import brief, read

KOPF = (
    "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/6127 09.05.2019 Datum des Originals: 08.05.2019/"
    "Ausgegeben: 14.05.2019 [Impressum] Antwort der Landesregierung auf die Kleine Anfrage 2400 vom 10. April 2019 "
    "der Abgeordneten Gabriele Walger-Demolsky AfD Drucksache 17/5900 Rückfragen zur Antwort der Landesregierung auf "
    "die kleine Anfrage 2128 (Drs. 17/5600) – Moscheen in NRW Vorbemerkung der Kleinen Anfrage [...] {} hat die "
    "Kleine Anfrage {} mit Schreiben vom 8. Mai 2019 namens der Landesregierung beantwortet. "
    "Zur Kleinen Anfrage 2400 [...]"
)


def test_reads_the_head_once_with_its_pair_and_marks_the_title():
    verweise, befunde = read(KOPF.format("Der Minister des Innern", 2400))
    assert [(brief(v), v.beleg.regel, v.paar) for v in verweise] == [
        ("KA 17/2400", "kopf", None),
        ("Drs 17/5900", "kopf", 0),
        ("KA 17/2128", "titel", None),  # trap 5
        ("Drs 17/5600", "titel", 2),
        ("KA ~17/2400", "kleine-anfrage", None),  # the body's own mention; the Beantwortungssatz's is the head's
    ]
    assert befunde == ()


def test_keeps_the_number_of_a_sentence_that_disagrees_with_the_head():
    # Trap 7: a quoted Beantwortungssatz names another Anfrage.
    verweise, _ = read(KOPF.format("Der Minister des Innern", 2399))
    assert ("KA ~17/2399", "beantwortungssatz") in [(brief(v), v.beleg.regel) for v in verweise]


@pytest.mark.parametrize(
    "satz",
    [
        pytest.param("Der Innenminister die Kleine Anfrage 2400 mit Schreiben vom 8. Mai 2019 namens", id="ohne-hat"),
        pytest.param(
            "Mit Schreiben vom 8. Mai 2019 hat der Innenminister die Kleine Anfrage 2400 namens", id="schreiben"
        ),
        pytest.param("Das Ministerium des Innern hat die Kleine Anfrage 2400 namens", id="ohne-schreiben"),
    ],
)
def test_counts_the_number_of_the_sentence_once_with_the_head_in_each_form(satz):
    text = KOPF.partition("{} hat")[0] + f"{satz} der Landesregierung beantwortet. 1. Wie viele?"
    assert [brief(v) for v in read(text)[0]] == ["KA 17/2400", "Drs 17/5900", "KA 17/2128", "Drs 17/5600"]


def test_takes_the_sentence_that_the_text_quotes_for_a_reference():
    zitat = "„Die Justizministerin hat die Kleine Anfrage 2399 mit Schreiben vom 1. Mai 2019 beantwortet.“ "
    verweise, _ = read(KOPF.replace("[...] {}", zitat + "{}").format("Der Minister des Innern", 2400))
    assert [brief(v) for v in verweise[4:]] == ["KA ~17/2399", "KA ~17/2400"]


@pytest.mark.parametrize(
    "zeile",
    [
        pytest.param("Antwort der Landesregierung auf die Große Anfrage 41 der Fraktion der PIRATEN", id="ohne-datum"),
        pytest.param(
            "Ergänzung der Antwort der Landesregierung auf die Große Anfrage 41 der Fraktion der PIRATEN",
            id="ergaenzung",
        ),
    ],
)
def test_knows_the_head_of_each_kind_of_answer(zeile):
    verweise, _ = read(f"[Impressum] {zeile} Drucksache 16/18760 Freies Wissen Vorbemerkung der Großen Anfrage", 16)
    assert [(brief(v), v.beleg.regel) for v in verweise] == [("GA 16/41", "kopf"), ("Drs 16/18760", "kopf")]


def test_leaves_out_the_own_number_of_a_question_paper():
    text = (
        "LANDTAG NORDRHEIN-WESTFALEN 16. Wahlperiode Drucksache 16/12589 28.07.2016 Kleine Anfrage 4990 des "
        "Abgeordneten André Kuper CDU Rückführungen im ersten Halbjahr 2016 Die Kleine Anfrage 4000 fragte [...]"
    )
    assert [brief(v) for v in read(text, 16)[0]] == ["KA ~16/4000"]


def test_infers_no_wahlperiode_where_the_document_has_none():
    (verweis,), _ = read("Kleine Anfrage 4284", None)
    assert (verweis.wahlperiode, verweis.wahlperiode_abgeleitet) == (None, True)
