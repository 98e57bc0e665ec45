"""How pages write numbers, rows of words, dates and found words."""

from datetime import date

import pytest

from anfragen.models import Anfrage, Frage
from anfragen.seiten.stand import stand
from anfragen.templatetags import darstellung


@pytest.mark.parametrize(
    ("zahlen", "erwartet"),
    [
        ([1, 2, 3, 4, 5], "1 bis 5"),
        ([1, 2], "1 und 2"),
        ([1, 3, 5], "1, 3 und 5"),
        ([4], "4"),
        ([2, 3, 5], "2, 3 und 5"),
    ],
)
def test_numbers_of_questions_read_as_one_would_say_them(zahlen, erwartet):
    assert darstellung.nummern(zahlen) == erwartet


@pytest.mark.parametrize(
    ("worte", "erwartet"), [([], ""), (["A"], "A"), (["A", "B"], "A und B"), (["A", "B", "C"], "A, B und C")]
)
def test_words_in_a_row(worte, erwartet):
    assert darstellung.und(worte) == erwartet


@pytest.mark.parametrize(
    ("text", "suche", "erwartet"),
    [
        ("Dachbegrünung", "dach", "<mark>Dach</mark>begrünung"),
        ("Bochum und Herne", "herne bochum", "<mark>Bochum</mark> und <mark>Herne</mark>"),
        ("a <b> & c", "b", "a &lt;<mark>b</mark>&gt; &amp; c"),
        ("Was kostet das (netto)?", "(netto)?", "Was kostet das <mark>(netto)?</mark>"),
        ("Ohne Suche & mehr", "", "Ohne Suche &amp; mehr"),
        ("Nichts", None, "Nichts"),
    ],
)
def test_found_words_are_marked_and_nothing_else_is_markup(text, suche, erwartet):
    assert darstellung.hervorgehoben(text, suche) == erwartet


@pytest.mark.parametrize(("zahl", "erwartet"), [(0, "0\xa0Fragen"), (1, "1\xa0Frage"), (81661, "81.661\xa0Fragen")])
def test_a_count_has_its_noun(zahl, erwartet):
    assert darstellung.anzahl(zahl, "Frage", "Fragen") == erwartet


def test_a_date_reads_short_long_or_as_missing():
    tag = date(2020, 9, 3)
    assert darstellung.datum(tag) == '<time datetime="2020-09-03">03.09.2020</time>'
    assert darstellung.datum_lang(tag) == '<time datetime="2020-09-03">3.\xa0September\xa02020</time>'
    assert darstellung.datum(None) == '<span class="fehlt">fehlt</span>'


def test_a_name_of_one_word_is_all_strong():
    assert darstellung.wortmarke("Anfragen NRW") == "<b>Anfragen</b> NRW"
    assert darstellung.wortmarke("Anfragen").strip() == "<b>Anfragen</b>"


@pytest.mark.parametrize(
    ("zustand", "bewertungen", "wort"),
    [
        ("offen", [], "offen"),
        ("offen", ["nicht"], "offen"),
        ("zurueckgezogen", [], "zurückgezogen"),
        ("beantwortet", [], "beantwortet"),
        ("beantwortet", ["", ""], "beantwortet"),
        ("beantwortet", ["beantwortet", "beantwortet"], "beantwortet"),
        ("beantwortet", ["beantwortet", "teilweise"], "teilweise beantwortet"),
        ("beantwortet", ["", "nicht"], "teilweise beantwortet"),
        ("beantwortet", ["nicht", "nicht"], "nicht beantwortet"),
    ],
)
def test_the_verdicts_on_the_questions_add_up(zustand, bewertungen, wort):
    fragen = [Frage(bewertung=bewertung) for bewertung in bewertungen]
    assert stand(Anfrage(zustand=zustand), fragen).wort == wort


@pytest.mark.parametrize(("bewertungen", "ton"), [(["beantwortet"], "gut"), (["beantwortet", ""], "neutral")])
def test_only_a_verdict_on_every_question_makes_it_good(bewertungen, ton):
    fragen = [Frage(bewertung=bewertung) for bewertung in bewertungen]
    assert stand(Anfrage(zustand="beantwortet"), fragen).ton == ton
