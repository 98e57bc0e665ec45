"""What is written on the nodes of a picture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.netz.beschriftung import breite, fit, without_common_beginning

SACHSTAND = "Ruhrkonferenz – Sachstand des Projektes"


@given(st.text(max_size=60), st.floats(8, 20), st.floats(0, 400))
def test_what_fits_is_never_wider_than_its_place(text, groesse, platz):
    assert breite(fit(text, groesse, platz), groesse) <= platz


@pytest.mark.parametrize(
    ("text", "platz", "erwartet"),
    [
        pytest.param("Ruhr Games", 100, "Ruhr Games", id="room for all"),
        pytest.param("Wohnungseinbrüche in NRW", 100, "Wohnungsein…", id="the beginning"),
        pytest.param("Wie viele", 40, "Wie…", id="no blank before the ellipsis"),
        pytest.param("Wohnungseinbrüche", 20, "", id="not even three letters"),
        pytest.param("", 0, "", id="nothing to write"),
    ],
)
def test_fit(text, platz, erwartet):
    assert fit(text, 12.5, platz) == erwartet


def test_a_beginning_that_several_titles_share_is_left_out():
    titel = [f"{SACHSTAND} „{name}“" for name in ("Ruhr Games", "Ruhrvalley", "ÖPNV-Initiative")]
    assert without_common_beginning([*titel, "Etwas anderes", ""]) == [
        "… „Ruhr Games“",
        "… „Ruhrvalley“",
        "… „ÖPNV-Initiative“",
        "Etwas anderes",
        "",
    ]


@pytest.mark.parametrize(
    "titel",
    [
        pytest.param([f"{SACHSTAND} „a“", f"{SACHSTAND} „b“"], id="two are no series"),
        pytest.param([f"{SACHSTAND} „a“"] * 3, id="the same title tells nothing apart"),
        pytest.param(["Wie viele sind es?", "Wie viele noch?", "Wie viele waren es?"], id="two words are no beginning"),
    ],
)
def test_titles_that_stay_whole(titel):
    assert without_common_beginning(titel) == titel
