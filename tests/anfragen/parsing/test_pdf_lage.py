"""Pages and lines that are turned, and words beside the visible page."""

import pytest

from anfragen.parsing.pdf.satz import extract
from tests.anfragen.einlesen import rohes_pdf as roh
from tests.druck import BREITE, Druck


@pytest.mark.parametrize("drehung", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(drehung):
    druck = Druck(erste_seite=True)
    canvas = druck.canvas
    canvas.setPageRotation(drehung)
    # Drawn against the turn, so that the reader sees it upright.
    canvas.translate(BREITE / 2, 421)
    canvas.rotate(drehung)
    for i, zeile in enumerate(("Erste Zeile der Seite", "zweite Zeile", "dritte Zeile")):
        druck._zeile(-100, -20 * i, zeile, "Vera", 9)

    assert extract(druck.als_pdf()).text.split("\n") == ["Erste Zeile der Seite", "zweite Zeile", "dritte Zeile"]


@pytest.mark.parametrize("drehung", [0, 90, 180, 270], ids=lambda grad: f"shown turned by {grad}")
@pytest.mark.parametrize(
    "matrix",
    [b"1 0 0 1 70 600", b"0 1 -1 0 300 70", b"-1 0 0 -1 500 300", b"0 -1 1 0 300 700"],
    ids=["→", "↑", "←", "↓"],
)
def test_text_is_read_in_the_direction_in_which_it_runs(matrix, drehung):
    """As in a table across the page, which some print upright on it and others on a page that is shown turned."""
    inhalt = b"BT /F1 12 Tf %b Tm 14 TL (Antwort der) Tj T* (Landesregierung) Tj T* (auf die Kleine Anfrage 1882) Tj ET"

    text = extract(roh.page(inhalt % matrix, seite=b"/Rotate %d" % drehung)).text

    assert text == "Antwort der\nLandesregierung\nauf die Kleine Anfrage 1882"


def test_words_outside_the_visible_part_of_a_page_are_left_out():
    draussen = b" BT /F1 12 Tf 70 100 Td (darunter) Tj ET BT /F1 12 Tf 700 700 Td (daneben) Tj ET"

    assert extract(roh.page(roh.TEXT + draussen, seite=b"/CropBox [50 400 595 842]")).text == (
        "Antwort der Landesregierung"
    )
