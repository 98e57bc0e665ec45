"""Wording with its references, without a database: places, paragraphs, and what must not change."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen import wortlaut
from anfragen.parsing.text import lies
from anfragen.wortlaut import Segment, absaetze, locate, passage, teile, text_absaetze


@dataclass(frozen=True)
class Stelle:
    start: int | None
    ende: int | None


def stelle(quelle: str, wortlaut: str) -> Stelle:
    start = quelle.index(wortlaut)
    return Stelle(start, start + len(wortlaut))


def gezeigt(quelle: str, *verweise: Stelle) -> list[list[tuple[str, bool]]]:
    """Each paragraph as its segments: the text, and whether it is a reference."""
    return [[(s.text, s.verweis is not None) for s in a.segmente] for a in absaetze(lies(quelle), verweise)]


def test_a_reference_stands_at_its_place():
    quelle = "Siehe Vorlage 17/3748 dazu."
    assert gezeigt(quelle, stelle(quelle, "Vorlage 17/3748")) == [
        [("Siehe ", False), ("Vorlage 17/3748", True), (" dazu.", False)]
    ]


def test_a_segment_knows_its_reference():
    quelle = "Vorlage 17/3748"
    verweis = stelle(quelle, quelle)
    assert absaetze(lies(quelle), [verweis])[0].segmente == (Segment("Vorlage 17/3748", verweis),)


@pytest.mark.parametrize(
    ("quelle", "wortlaut", "erwartet"),
    [
        pytest.param("Die Vorlage\n17/3748 sagt es.", "Vorlage\n17/3748", "Vorlage 17/3748", id="over-a-line-end"),
        pytest.param(
            "Die Land-\ntagsdrucksache 17/1.", "Land-\ntagsdrucksache 17/1", "Landtagsdrucksache 17/1", id="hyphen"
        ),
    ],
)
def test_a_reference_that_the_print_breaks_is_one_link(quelle, wortlaut, erwartet):
    segmente = gezeigt(quelle, stelle(quelle, wortlaut))[0]
    assert [text for text, ist_verweis in segmente if ist_verweis] == [erwartet]


def test_a_blank_line_parts_paragraphs_and_a_line_end_does_not():
    assert gezeigt("Erste Zeile\nzweite Zeile.\n\nNeuer Absatz.") == [
        [("Erste Zeile zweite Zeile.", False)],
        [("Neuer Absatz.", False)],
    ]


def test_of_overlapping_references_the_first_counts():
    quelle = "Drucksachen 16/8866 bis 16/8912"
    lang, kurz = stelle(quelle, "16/8866 bis 16/8912"), stelle(quelle, "16/8912")
    assert gezeigt(quelle, kurz, lang) == [[("Drucksachen ", False), ("16/8866 bis 16/8912", True)]]


def test_a_reference_across_paragraphs_is_marked_in_both():
    quelle = "Siehe Vorlage.\n\nNummer 17/3748."
    verweis = Stelle(quelle.index("Vorlage"), quelle.index("17/3748") + 7)
    assert [[text for text, da in absatz if da] for absatz in gezeigt(quelle, verweis)] == [
        ["Vorlage."],
        ["Nummer 17/3748"],
    ]


def test_a_reference_recorded_by_hand_has_no_place():
    assert gezeigt("Ein Satz.", Stelle(None, None)) == [[("Ein Satz.", False)]]


def test_running_heads_are_left_out_and_the_reference_after_one_stays_in_place():
    kopf = "\n\nLANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/11212\n\n2\n\n"
    quelle = f"Ein Satz, der über die Seite{kopf}geht bis Vorlage 17/2481."
    assert gezeigt(quelle, stelle(quelle, "Vorlage 17/2481")) == [
        [("Ein Satz, der über die Seite geht bis ", False), ("Vorlage 17/2481", True), (".", False)]
    ]


@pytest.mark.parametrize(
    ("text", "ist_punkt"), [("• Kurze Wege", True), ("– auch das", True), ("Kurze Wege", False), ("2040 – bald", False)]
)
def test_list_items_are_known(text, ist_punkt):
    assert text_absaetze(text, None, [])[0].ist_listenpunkt is ist_punkt


def test_a_recorded_text_finds_its_references_in_the_source():
    quelle = "Vorspann zu 17/1.\n\nDie Antwort nennt\n17/2.\n\nZweiter Absatz."
    absatz, zweiter = text_absaetze(
        "Die Antwort nennt 17/2.\n\nZweiter Absatz.", lies(quelle), [stelle(quelle, "17/1"), stelle(quelle, "17/2")]
    )
    assert [s.text for s in absatz.segmente if s.verweis] == ["17/2"]
    assert zweiter.text == "Zweiter Absatz."
    assert quelle[absatz.start : absatz.ende] == "Die Antwort nennt\n17/2."


def test_an_edited_text_is_shown_as_edited_without_references():
    quelle = "Die Antwort nennt 17/2."
    absatz, zweiter = text_absaetze("Die Antwort nannte 17/2.\n\nNeu.", lies(quelle), [stelle(quelle, "17/2")])
    assert absatz.segmente == (Segment("Die Antwort nannte 17/2."),)
    assert (absatz.start, zweiter.text) == (None, "Neu.")


def test_a_text_that_stands_twice_is_found_from_its_offset_on():
    quelle = "Ja.\n\nNein.\n\nJa."
    assert locate(lies(quelle), "Ja.", ab=5) == (10, 13)


def test_an_empty_text_stands_nowhere():
    assert locate(lies("Text"), "  ") is None


def test_a_passage_is_one_line_cut_at_words():
    ausschnitt = "ückten Wortes Ende und\ndann Vorlage 17/3748, von der noch vi"
    start = ausschnitt.index("Vorlage")
    davor, wortlaut, danach = passage(ausschnitt, start, start + 15)
    assert (davor, wortlaut, danach) == ("Wortes Ende und dann ", "Vorlage 17/3748", ", von der noch")


def geteilt(quelle: str, *wortlaute: str) -> list[str]:
    lesung = lies(quelle)
    return [lesung.text[a:b].strip() for a, b in teile(lesung, [quelle.index(wortlaut) for wortlaut in wortlaute])]


def test_a_long_text_is_parted_between_paragraphs(monkeypatch):
    monkeypatch.setattr(wortlaut, "MARKEN_JE_TEIL", 2)
    assert geteilt("Eins.\n\nZwei.\n\nDrei.") == ["Eins. Zwei.", "Drei."]
    assert geteilt("Eins 17/1.\n\nZwei 17/2.", "17/1", "17/2") == ["Eins 17/1.", "Zwei 17/2."]


def test_a_paragraph_that_is_too_long_alone_is_parted_before_a_reference(monkeypatch):
    monkeypatch.setattr(wortlaut, "MARKEN_JE_TEIL", 2)
    assert geteilt("Siehe 17/1, 17/2 und 17/3.", "17/1", "17/2", "17/3") == ["Siehe 17/1,", "17/2 und 17/3."]


def test_a_short_text_is_one_part_and_an_empty_one_too():
    assert geteilt("Siehe 17/1.", "17/1") == ["Siehe 17/1."]
    assert geteilt("") == [""]


@given(
    st.text(alphabet="ab1-/ \n.•–\f\u00ad", max_size=300),
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=8),
)
def test_no_word_is_lost_or_changed_whatever_the_references(quelle, spannen):
    lesung = lies(quelle)
    ergebnis = absaetze(lesung, [Stelle(start, start + laenge) for start, laenge in spannen])
    assert " ".join(absatz.text for absatz in ergebnis).split() == lesung.text.split()
