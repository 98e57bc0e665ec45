"""The map of the Ruhr: outlines drawn to scale, and shades by value."""

import re

import pytest

from projekte.karte import BREITE, flaechen, grundkarte
from tests import factories

pytestmark = pytest.mark.django_db


def test_all_municipalities_of_the_ruhr_lie_within_the_drawing():
    karte = grundkarte()
    assert len(karte.umrisse) == 53
    for umriss in karte.umrisse.values():
        zahlen = [float(zahl) for zahl in re.findall(r"[\d.]+", umriss.pfad)]
        assert all(0 <= x <= BREITE for x in [*zahlen[::2], umriss.mitte[0]])
        assert all(0 <= y <= karte.hoehe for y in [*zahlen[1::2], umriss.mitte[1]])


def test_the_map_lies_as_maps_do():
    umrisse = grundkarte().umrisse
    duisburg, dortmund, hagen = umrisse["05112000"], umrisse["05913000"], umrisse["05914000"]
    assert duisburg.mitte[0] < dortmund.mitte[0], "Dortmund lies to the east"
    assert hagen.mitte[1] > dortmund.mitte[1], "Hagen lies to the south"


def test_the_shade_follows_the_value_and_the_highest_is_drawn_last():
    orte = [
        factories.kommune(name, ags)
        for name, ags in [("Dortmund", "05913000"), ("Hagen", "05914000"), ("Bochum", "05911000")]
    ]
    gezeichnet = flaechen(orte, {orte[0].pk: 7, orte[2].pk: 1}, stufen=(1, 5, 10))
    assert [(f.kommune.name, f.stufe) for f in gezeichnet] == [("Hagen", 0), ("Bochum", 1), ("Dortmund", 2)]


def test_of_two_names_without_room_the_higher_value_keeps_its():
    orte = [factories.kommune("Bottrop", "05512000"), factories.kommune("Gladbeck", "05562014")]
    gezeichnet = flaechen(orte, {orte[0].pk: 7, orte[1].pk: 1}, stufen=(1, 5))
    assert {f.kommune.name: f.beschriftet for f in gezeichnet} == {"Bottrop": True, "Gladbeck": False}
