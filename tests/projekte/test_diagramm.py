"""A project's amounts over time as a drawing."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projekte.diagramm import BREITE, HOEHE, Betrag, diagramm
from tests import factories
from tests.projekte.seiten import betrag, text

BEGINN = date(2020, 1, 1)
BETRAEGE = st.lists(
    st.builds(
        Betrag,
        st.integers(0, 3000).map(lambda tage: BEGINN + timedelta(tage)),
        st.decimals(0, 10**12, places=2),
        st.just("…"),
        st.just("/"),
    ),
    max_size=30,
)


def of(*werte):
    return [
        Betrag(BEGINN + timedelta(100 * nummer), Decimal(wert), str(wert), "/") for nummer, wert in enumerate(werte)
    ]


@pytest.mark.parametrize("betraege", [[], of(5), [*of(5), *of(7)]], ids=["none", "one", "two of one day"])
def test_there_is_no_course_without_a_second_day(betraege):
    assert diagramm(betraege) is None


@pytest.mark.parametrize(
    ("hoechster", "skala"),
    [
        ("521864", [0, 200_000, 400_000, 600_000, 800_000]),
        ("4", [0, 1, 2, 3, 4]),
        ("4.01", [0, 2, 4, 6, 8]),
        ("0", [0, 1, 2, 3, 4]),
        ("2000000000", [0, 500_000_000, 1_000_000_000, 1_500_000_000, 2_000_000_000]),
    ],
)
def test_the_scale_has_round_numbers(hoechster, skala):
    assert [strich.wert for strich in diagramm(of("0", hoechster)).skala] == skala


@given(BETRAEGE)
def test_every_point_lies_in_the_plot_and_later_ones_to_the_right(betraege):
    if not (bild := diagramm(betraege)):
        assert len({betrag.tag for betrag in betraege}) < 2
        return
    assert len(bild.punkte) == len(betraege)
    for punkt in bild.punkte:
        assert bild.links <= punkt.x <= bild.rechts <= BREITE
        assert 0 <= punkt.y <= bild.boden <= HOEHE
    for davor, danach in pairwise(bild.punkte):
        assert davor.x <= danach.x
        if davor.betrag.wert > danach.betrag.wert:
            assert davor.y <= danach.y


@given(BETRAEGE)
def test_labels_of_days_leave_each_other_room(betraege):
    bild = diagramm(betraege)
    marken = [strich.bei for strich in bild.tage] if bild else []
    assert len(marken) <= 2 or all(b - a >= 89 for a, b in pairwise(marken))


@pytest.mark.django_db
def test_the_page_draws_amounts_of_two_days(client, antwort, mobilitaetsregion):
    betrag(mobilitaetsregion, antwort.dokument)
    assert '<figure class="diagramm">' not in text(client, "/projekte/13-02/")
    betrag(mobilitaetsregion, factories.dokument(datum=date(2021, 3, 4)), wert=85_000, wortlaut="85.000 Euro")
    bild = text(client, "/projekte/13-02/").partition('<figure class="diagramm">')[2].partition("</figure>")[0]
    assert "<title>30.09.2020: rund 65.000 Euro</title>" in bild
    assert "<title>04.03.2021: 85.000 Euro</title>" in bild
    assert 'href="/drucksachen/17/11212/#:~:text=rund%2065.000%20Euro"' in bild


@pytest.mark.django_db
def test_many_counts_leave_the_amounts_in_the_drawing(client, antwort, mobilitaetsregion, monkeypatch):
    monkeypatch.setattr("projekte.seiten.zahlen.ZAHLEN_JE_SEITE", 3)
    betrag(mobilitaetsregion, antwort.dokument)
    spaeter = factories.dokument(datum=date(2021, 3, 4))
    betrag(mobilitaetsregion, spaeter, wert=80_000, wert_bis=85_000, wortlaut="80.000 bis 85.000 Euro")
    for start in range(5):
        betrag(mobilitaetsregion, spaeter, art="anzahl", einheit="Anträge", start=start, ende=start + 1)
    bild = text(client, "/projekte/13-02/").partition('<figure class="diagramm">')[2].partition("</figure>")[0]
    assert bild.count("<circle") == 2
    assert bild.count('class="spanne"') == 1, "both ends of the range"
