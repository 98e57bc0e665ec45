"""What a figure is for, as words that carry meaning and periods."""

from datetime import date

import pytest

from anfragen.parsing.zeiten import Richtung
from projekte.zahlen import zwecke


@pytest.mark.parametrize(
    ("wofuer", "zahlen", "worte"),
    [
        pytest.param(
            "Bis heute wurden sechs Anträge mit einem Fördervolumen von 521.864 Euro eingereicht",
            ["sechs Anträge", "521.864 Euro"],
            {"antrag", "fordervolum", "eingereicht"},
            id="counted-thing-stays",
        ),
        pytest.param("Modul 2 kostet 5 Euro", ["5 Euro"], {"modul", "2", "kostet"}, id="numbered-thing"),
        pytest.param("mit 8 Anträgen", [], {"antrag"}, id="another-count"),
        pytest.param("Zum Stichtag 1. Januar 2020 waren es 5 Euro", ["5 Euro"], set(), id="as-of-day"),
        pytest.param("zwölf Plätze", ["zwölf Plätze"], {"platz"}, id="number-word"),
    ],
)
def test_words_that_carry_meaning_are_kept(wofuer, zahlen, worte):
    assert zwecke.read(wofuer, tuple(zahlen)).worte == worte


def test_names_that_all_share_are_left_out():
    assert zwecke.read("Die Stadt Bochum erhält", namen=("Bochum",)).worte == {"stadt", "erhalt"}


@pytest.mark.parametrize(
    ("wofuer", "richtung", "von", "bis"),
    [
        ("Im Jahr 2020 flossen 5 Euro", Richtung.AM, date(2020, 1, 1), date(2020, 12, 31)),
        ("2020 flossen 5 Euro", Richtung.AM, date(2020, 1, 1), date(2020, 12, 31)),
        ("Bis Ende 2021 fließen 5 Euro", Richtung.BIS, date(2021, 10, 1), date(2021, 12, 31)),
    ],
)
def test_periods_are_kept_with_their_way(wofuer, richtung, von, bis):
    assert zwecke.read(wofuer, ("5 Euro",)).zeitraeume == {zwecke.Zeitraum(richtung, von, bis)}


def test_a_period_is_over_on_its_last_day_and_an_open_one_never():
    assert zwecke.read("Im Mai 2020 und im Juni 2020").vorbei == date(2020, 6, 30)
    assert zwecke.read("Seit 2019 und im Mai 2020").vorbei is None
    assert zwecke.read("Förderung").vorbei is None


def test_nothing_is_like_nothing():
    assert zwecke.read("").likeness(zwecke.read("")) == 0
