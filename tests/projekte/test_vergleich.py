"""What changed between two statements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projekte.vergleich import Art, compare

ZEICHEN = {Art.GLEICH: "", Art.NEU: "+", Art.ENTFALLEN: "-", Art.ERSETZT: "→ "}


def changes(frueher, spaeter):
    return [
        " ".join(filter(None, [s.frueher, f"{ZEICHEN[s.art]}{s.text}{'!' if s.angabe else ''}"]))
        for s in compare(frueher, spaeter)
    ]


@pytest.mark.parametrize(
    ("frueher", "spaeter", "erwartet"),
    [
        pytest.param("Es beginnt.", "Es  beginnt.\n", ["Es beginnt."], id="white space is no change"),
        pytest.param("Es beginnt", "Es beginnt.", ["Es beginnt."], id="punctuation alone is no change"),
        pytest.param("", "Es beginnt.", ["+Es beginnt."], id="all of it is new"),
        pytest.param("Es beginnt.", "", ["-Es beginnt."], id="all of it was dropped"),
        pytest.param(
            "Die Ziele sollen umgesetzt werden.",
            "Die Ziele können umgesetzt werden.",
            ["Die Ziele", "-sollen", "+können", "umgesetzt werden."],
            id="one word for another",
        ),
        pytest.param(
            "Rund 65.000 Euro fließen.",
            "85.000 Euro fließen.",
            ["Rund 65.000 Euro → 85.000 Euro!", "fließen."],
            id="an amount is one word",
        ),
        pytest.param(
            "Das Netz (bis Ende 2021) wächst.",
            "Das Netz (bis Ende 2022) wächst.",
            ["Das Netz", "(bis Ende 2021) → (bis Ende 2022)!", "wächst."],
            id="a date is one word, with its brackets",
        ),
        pytest.param(
            "Sechs Anträge liegen vor.",
            "Acht Anträge liegen vor.",
            ["Sechs Anträge → Acht Anträge!", "liegen vor."],
            id="a count is one word",
        ),
        pytest.param(
            "Es waren zwei Anträge über 5.000 Euro.",
            "Gestellt sind drei Anträge mit 6.000 Euro.",
            [
                "-Es waren",
                "+Gestellt sind",
                "zwei Anträge → drei Anträge!",
                "+mit",
                "über 5.000 Euro. → 6.000 Euro.!",
            ],
            id="several facts keep their order, with the words between them",
        ),
        pytest.param(
            "Es beginnt bis Ende 2021.",
            "Es beginnt mit 5.000 Euro.",
            ["Es beginnt", "-bis Ende 2021.!", "+mit", "+5.000 Euro.!"],
            id="an amount takes no date's place",
        ),
    ],
)
def test_what_changed(frueher, spaeter, erwartet):
    assert changes(frueher, spaeter) == erwartet


WORTLAUT = st.lists(
    st.sampled_from(["Das", "Projekt", "65.000 Euro", "bis Ende 2021", "(zwei Anträge)", "wächst.", "\n"]), max_size=30
).map(" ".join)


@given(WORTLAUT, WORTLAUT)
def test_both_wordings_can_be_read_from_the_pieces(frueher, spaeter):
    stuecke = compare(frueher, spaeter)
    assert _worte(s.text for s in stuecke if s.art != Art.ENTFALLEN) == _worte([spaeter])
    assert len(_worte(s.frueher or s.text for s in stuecke if s.art != Art.NEU)) == len(_worte([frueher]))


def _worte(texte):
    return " ".join(texte).split()


def test_a_very_long_wording_is_compared_all_the_same():
    worte = [f"Wort{i % 500}" for i in range(20_000)]
    stuecke = compare(" ".join(worte), " ".join([*worte, "Ende."]))
    assert stuecke[-1].text == "Ende."
