"""References that name no number but point back."""

import pytest

from tests.anfragen.parsing.zitate import brief, read


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param("Kleine Anfrage 7 (Drs. 17/9). In der vorgenannten Kleinen Anfrage", "KA ~17/7", id="vorgenannt"),
        pytest.param("Vorlage 17/9. Die o. g. Vorlage", "Vorl ~17/9", id="o-g"),
        pytest.param("Drucksache 16/9 und Vorlage 17/8, die genannte Drucksache", "Drs ~16/9", id="der-art"),
        pytest.param("Vorlage 17/9, S. 3. A. a. O., S. 5.", "Vorl ~17/9", id="a-a-o"),
        pytest.param("Kleine Anfrage 7 (Drs. 17/9), a.a.O., Seite 2", "Drs ~17/9", id="drucksache-der-anfrage"),
        pytest.param("Drucksache 17/9 nennt Zahlen. Weiteres siehe dort.", "Drs ~17/9", id="siehe-dort"),
        pytest.param("Vorlage 17/9, Vorlage 17/9 und nochmals a. a. O.", "Vorl ~17/9", id="zweimal-dieselbe"),
    ],
)
def test_follows_a_reference_back_to_the_one_paper_it_can_mean(text, erwartet):
    verweis = read(text)[0][-1]
    assert (brief(verweis), verweis.beleg.regel) == (erwartet, "rueckverweis")
    assert verweis.beleg.sicherheit < 0.7


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kleinen Anfragen 7 und 8. In der vorgenannten Kleinen Anfrage", id="zwei"),
        pytest.param("Vorlage 17/9 und Drs. 17/8, a. a. O.", id="zwei-papiere"),
        pytest.param("Vorlage 17/9 und die genannte Drucksache", id="andere-art"),
        pytest.param("Drucksache 17/9. Siehe dort auf der Seite des Ministeriums", id="dort-im-netz"),
        pytest.param("Drucksache 17/9. Siehe Antwort zu Frage 1, siehe oben, s. o.", id="eigene-frage"),
        pytest.param("Müller, Landesrecht, S. 3; Müller, a. a. O., S. 5", id="keine"),
        pytest.param("Die vorgenannte Kleine Anfrage und danach Kleine Anfrage 7", id="spaeter"),
        pytest.param("Vorlage 17/9, die genannte Vorlage 17/9", id="mit-nummer"),
    ],
)
def test_follows_no_reference_back_where_it_would_be_a_guess(text):
    assert "rueckverweis" not in [v.beleg.regel for v in read(text)[0]]
