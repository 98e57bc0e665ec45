"""What is odd about the references of one document."""

import pytest

from tests.anfragen.parsing.zitate import read


@pytest.mark.parametrize(
    ("text", "regel"),
    [
        pytest.param("Kleinen Anfragen 3547 bis 3501", "absteigender-bereich", id="absteigend"),
        pytest.param("Drs. 16/100 bis 16/9000", "zu-grosser-bereich", id="zu-gross"),
        # Trap 4: footnote 1 stands beside Große Anfrage 21.
        pytest.param("Im Rahmen der Großen Anfrage 211 erkundigte", "fussnotenziffer-angeklebt", id="ga-fussnote"),
        pytest.param("siehe Drucksache 16/123451", "fussnotenziffer-angeklebt", id="drucksache-fussnote"),
        pytest.param("Kleine Anfrage 42841", "fussnotenziffer-angeklebt", id="ka-fussnote"),
        pytest.param("Drucksache 19/485 nennt", "spaetere-wahlperiode", id="spaetere-wahlperiode"),
        pytest.param(
            "Kleinen Anfragen 3973 (LT-Drs. 10564) und 3986 (LT-Drs. 10564)",
            "eine-drucksache-fuer-zwei-anfragen",
            id="eine-drucksache-fuer-zwei",
        ),
        pytest.param(
            "Kleine Anfrage 1 (Drs. 17/10) und Kleine Anfrage 1 (Drs. 17/20)",
            "eine-anfrage-mit-zwei-drucksachen",
            id="eine-anfrage-mit-zwei",
        ),
        pytest.param("Kleinen Anfragen 11, 12 und 13 (Drs. 17/1 und 17/2)", "paare-ungleich", id="ungleich-viele"),
    ],
)
def test_notes_what_is_odd(text, regel):
    _, befunde = read(text)
    assert [b.regel for b in befunde] == [regel]
    assert all(0 <= start < ende <= len(text) for start, ende in befunde[0].belege)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kleine Anfrage 1 (Drs. 17/10) ... Kleine Anfrage 1 (Drs. 17/10)", id="zweimal-dasselbe"),
        pytest.param("Kleine Anfrage 1 (Drs. 17/10 und 17/20)", id="frage-und-antwort"),
        pytest.param("Drucksache 16/14000 und 17/1", id="hoehere-nummer-frueherer-wahlperiode"),  # trap 11
    ],
)
def test_finds_nothing_odd_where_nothing_is(text):
    assert read(text)[1] == ()


def test_expands_no_endless_number_of_ranges():
    text = "Kleinen Anfragen " + ", ".join(f"{1000 + n} bis {1100 + n}" for n in range(100))
    verweise, befunde = read(text)
    assert len(verweise) < 2_300
    assert {b.regel for b in befunde} == {"zu-grosser-bereich"}


def test_keeps_an_unlikely_number_as_printed_and_says_that_it_is_unsure():
    (verweis,), _ = read("Im Rahmen der Großen Anfrage 211 erkundigte")
    assert (verweis.nummer, verweis.beleg.sicherheit) == (211, 0.3)
