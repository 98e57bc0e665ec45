"""Which values a printed figure may mean."""

from decimal import Decimal

import pytest

from projekte.zahlen import groessen


@pytest.mark.parametrize(
    ("wert", "bis", "wortlaut", "ungefaehr", "von", "hoechstens"),
    [
        pytest.param(521_864, None, "521.864 Euro", False, "521863.5", "521864.5", id="exact"),
        pytest.param("12345.67", None, "12.345,67 €", False, "12345.665", "12345.675", id="cents"),
        pytest.param(1_200_000, None, "1,2 Mio. Euro", False, 1_150_000, 1_250_000, id="rounded"),
        pytest.param(2_000_000, None, "zwei Mio. Euro", False, 1_900_000, 2_100_000, id="rounded-at-most-so"),
        pytest.param(65_000, None, "rund 65.000 Euro", True, 58_500, 71_500, id="about"),
        pytest.param(5, 10, "5 bis 10 Euro", False, "4.75", "10.25", id="range"),
        pytest.param(25, None, "mindestens 25 Prozent", False, "24.5", "Infinity", id="at-least"),
        pytest.param(25, None, "insgesamt mindestens 25 Prozent", False, "24.5", "Infinity", id="at-least-in-all"),
        pytest.param(25, None, "bis zu 25 Prozent", False, 0, "25.5", id="at-most"),
        pytest.param(0, None, "0 Euro", False, 0, 0, id="nought"),
    ],
)
def test_a_printed_value_leaves_room(wert, bis, wortlaut, ungefaehr, von, hoechstens):
    oben = None if bis is None else Decimal(bis)
    gelesen = groessen.read(Decimal(wert), oben, wortlaut, ungefaehr=ungefaehr)
    assert gelesen == groessen.Groesse(Decimal(von), Decimal(hoechstens))


def test_values_agree_where_they_meet():
    einer, anderer, dritter = (groessen.Groesse(Decimal(von), Decimal(von + 2)) for von in (1, 3, 4))
    assert einer.agrees_with(anderer)
    assert anderer.agrees_with(einer)
    assert not einer.agrees_with(dritter)
    assert not dritter.agrees_with(einer)
