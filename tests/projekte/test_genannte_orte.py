"""The municipalities that a statement in running text speaks of."""

import pytest

from projekte.parsing.orte import find, meant
from tests.projekte.test_namen import BEKANNT, read


@pytest.mark.parametrize(
    ("text", "gemeint"),
    [
        pytest.param("Es läuft in Bochum.", ("Bochum",), id="ort"),
        pytest.param("Es läuft in Wetter (Ruhr).", ("Wetter (Ruhr)",), id="mit-zusatz"),
        pytest.param("Es läuft in Bochum und in Bochum.", ("Bochum",), id="zweimal-derselbe"),
        pytest.param("Es läuft in Bochum und Herne.", ("Bochum", "Herne"), id="zwei"),
        pytest.param("Das Wetter war gut, das Essen auch.", (), id="alltagswoerter"),
        pytest.param("Für Essen ist nichts geplant.", ("Essen",), id="kein-alltagswort"),
        pytest.param("Im Kreis Herne und in Bochum läuft es.", ("Bochum",), id="kreis"),
        pytest.param("Die Kreise Herne und Essen fördern in Bochum.", ("Bochum",), id="kreise"),
        pytest.param("Die Ruhr-Universität Bochum forscht.", (), id="sitz-einer-einrichtung"),
        pytest.param("Das Landgericht Essen urteilt.", (), id="gericht"),
        pytest.param("Der Hammer fiel im Bochumer Rat.", (), id="teil-eines-wortes"),
    ],
)
def test_knows_the_places_that_a_sentence_is_about(text, gemeint):
    assert meant(find(text, 0, len(text), BEKANNT.orte)) == gemeint


@pytest.mark.parametrize(
    ("satz", "einer", "mehrere"),
    [
        ("In Herne wird das Projekt [18-01] umgesetzt.", "Herne", ()),
        ("In Herne, Bochum und Herne wird das Projekt [18-01] umgesetzt.", "", ("Herne", "Bochum")),
        ("Die Ruhr-Universität Bochum trägt das Projekt [18-01].", "", ()),
    ],
)
def test_a_mention_has_the_places_that_its_sentence_names(satz, einer, mehrere):
    aussage = read(f"{satz} In Essen nicht.").projekte[0]
    assert (aussage.ort, aussage.genannter_ort, aussage.genannte_orte) == ("", einer, mehrere)
