"""The layout of a picture: nothing overlaps, everything is inside, and the same graph looks the same."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anfragen.netz.anordnung import BREITE, arrange, spread


@st.composite
def graphen(draw, groesste=60):
    """Papers in up to five columns around one in the middle, each joined to one nearer to it, and further edges."""
    anzahl = draw(st.integers(0, groesste))
    schritte = {0: 0}
    kanten = []
    for i in range(1, anzahl + 1):
        naeher = draw(st.sampled_from([k for k, s in schritte.items() if abs(s) < 2]))
        richtung = draw(st.sampled_from([-1, 1])) if schritte[naeher] == 0 else schritte[naeher]
        schritte[i] = schritte[naeher] + richtung
        kanten.append((naeher, i) if richtung > 0 else (i, naeher))
    quer = draw(st.lists(st.tuples(st.integers(0, anzahl), st.integers(0, anzahl)), max_size=10))
    return schritte, list(dict.fromkeys(kanten + [(a, b) for a, b in quer if a != b]))


def stern(anzahl):
    return dict.fromkeys(range(1, anzahl + 1), 1) | {0: 0}, [(0, i) for i in range(1, anzahl + 1)]


def stelle(weg):
    """The places that a path goes through: where it starts, the two ends of its bend, where it ends."""
    zahlen = [float(zahl) for zahl in re.findall(r"-?[\d.]+(?:e-?\d+)?", weg)]
    x1, y1, ab, _, _, _, _, an, y2, x2 = zahlen
    return [(x1, y1), (ab, y1), (an, y2), (x2, y2)]


@given(graphen())
@settings(max_examples=100, deadline=None)
def test_no_two_nodes_touch(graph):
    plaetze = arrange(*graph).plaetze.values()
    for a, b in itertools.combinations(plaetze, 2):
        assert a.rechts < b.x or b.rechts < a.x or a.y + a.hoehe < b.y or b.y + b.hoehe < a.y


@given(graphen())
@settings(max_examples=100, deadline=None)
def test_everything_is_inside_the_picture(graph):
    bild = arrange(*graph)
    assert set(bild.plaetze) == set(graph[0])
    for platz in bild.plaetze.values():
        assert 0 < platz.x < platz.rechts < bild.breite
        assert 0 < platz.y < platz.y + platz.hoehe < bild.hoehe


@given(graphen())
@settings(max_examples=100, deadline=None)
def test_each_edge_runs_from_node_to_node(graph):
    bild = arrange(*graph)
    for (von, nach), weg in zip(graph[1], bild.wege, strict=True):
        (x1, y1), *_, (x2, y2) = stelle(weg)
        for (x, y), platz in (((x1, y1), bild.plaetze[von]), ((x2, y2), bild.plaetze[nach])):
            assert min(abs(x - platz.x), abs(x - platz.rechts)) < 0.01
            assert platz.y < y < platz.y + platz.hoehe


@given(graphen())
@settings(max_examples=50, deadline=None)
def test_an_edge_to_the_next_column_crosses_no_node(graph):
    schritte, kanten = graph
    bild = arrange(schritte, kanten)
    for (von, nach), weg in zip(kanten, bild.wege, strict=True):
        if abs(schritte[von] - schritte[nach]) != 1:
            continue
        start, ab, an, ende = stelle(weg)
        for schluessel, platz in bild.plaetze.items():
            for (xa, y), (xb, _) in ((start, ab), (an, ende)):
                if schluessel not in (von, nach) and max(xa, xb) > platz.x and min(xa, xb) < platz.rechts:
                    assert not platz.y <= y <= platz.y + platz.hoehe


@given(graphen())
@settings(max_examples=30, deadline=None)
def test_the_same_graph_gives_the_same_picture(graph):
    assert arrange(*graph) == arrange(*graph)


def test_a_paper_alone_is_a_picture_too():
    bild = arrange({1: 0}, [])
    assert len(bild.plaetze) == 1
    assert bild.wege == []


@pytest.mark.parametrize(("anzahl", "hoechstens"), [(1, 130), (5, 360), (24, 1400), (60, 1200), (150, 2300)])
def test_the_picture_of_a_star_fits_the_page_and_grows_slower_than_it(anzahl, hoechstens):
    bild = arrange(*stern(anzahl))
    assert bild.breite <= BREITE
    assert bild.hoehe <= hoechstens


@pytest.mark.parametrize(("anzahl", "locker"), [(24, True), (25, False)])
def test_nodes_have_two_lines_as_long_as_there_is_room(anzahl, locker):
    assert arrange(*stern(anzahl)).locker is locker


def test_papers_stand_beside_those_they_are_cited_by():
    bild = arrange({0: 0, 1: 1, 2: 1, 3: 2, 4: 2}, [(0, 1), (0, 2), (2, 3), (1, 4)])
    assert bild.plaetze[4].mitte < bild.plaetze[3].mitte


@given(st.lists(st.floats(-1e4, 1e4), max_size=30), st.floats(1, 100))
@settings(deadline=None)
def test_spread_keeps_order_and_distance(wuensche, abstand):
    gesetzt = spread(wuensche, abstand)
    assert len(gesetzt) == len(wuensche)
    assert all(b - a >= abstand - 1e-6 for a, b in itertools.pairwise(gesetzt))


def test_spread_leaves_alone_what_has_room():
    assert spread([0, 50, 100], 10) == [0, 50, 100]


def test_spread_centres_what_wants_to_stand_in_one_place():
    assert spread([100, 100, 100], 10) == [90, 100, 110]
