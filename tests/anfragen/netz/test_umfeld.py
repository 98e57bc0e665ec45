"""What is found around a paper: steps, directions, states, and what is left out of many."""

import pytest

from anfragen.models import Dokument
from anfragen.netz.huelle import Richtung
from anfragen.netz.umfeld import MAX_MEHRDEUTIG, Zustand, netz
from tests import factories
from tests.anfragen.netz.graph import papiere, verbinde
from tests.anfragen.seiten import ENTWURF

pytestmark = pytest.mark.django_db

BEIDE = list(Richtung)


def gezeigt(dokument, richtungen=BEIDE, tiefe=2, hoechstens=150):
    """The step of each paper by its number."""
    gefunden = netz(dokument, richtungen, tiefe, hoechstens)
    return {knoten.dokument.nummer: knoten.schritt for knoten in gefunden.knoten if knoten.dokument}


@pytest.fixture
def kette():
    """5 cites 4, 4 cites 3, and so on; the one in the middle is 3."""
    gefunden = papiere(1, 2, 3, 4, 5)
    verbinde(gefunden, (5, 4), (4, 3), (3, 2), (2, 1))
    return gefunden


def test_a_paper_without_references_stands_alone():
    gefunden = netz(factories.dokument(), BEIDE, 2, 150)
    assert (len(gefunden.knoten), gefunden.kanten, gefunden.anzahl, gefunden.weggelassen) == (1, [], 0, 0)


def test_what_cites_is_below_zero_and_what_is_cited_above(kette):
    assert gezeigt(kette[3]) == {3: 0, 4: -1, 5: -2, 2: 1, 1: 2}


@pytest.mark.parametrize(
    ("richtungen", "tiefe", "erwartet"),
    [
        ([Richtung.GRUNDLAGEN], 2, {3: 0, 2: 1, 1: 2}),
        ([Richtung.FOLGEN], 2, {3: 0, 4: -1, 5: -2}),
        (BEIDE, 1, {3: 0, 4: -1, 2: 1}),
    ],
)
def test_directions_and_steps_can_be_chosen(kette, richtungen, tiefe, erwartet):
    assert gezeigt(kette[3], richtungen, tiefe) == erwartet


def test_an_edge_counts_the_references_and_knows_the_first(kette):
    erster = factories.verweis(kette[3], ziel_dokument=kette[2], wortlaut="Drs. 2", start=1, ende=5)
    (kante,) = netz(kette[3], [Richtung.GRUNDLAGEN], 1, 150).kanten
    assert (kante.von, kante.nach, kante.anzahl, kante.verweis) == (kette[3].pk, kette[2].pk, 2, erster)


def test_two_papers_that_cite_each_other_are_joined_both_ways_and_stand_once(kette):
    verbinde(kette, (2, 3), (3, 3))
    gefunden = netz(kette[3], BEIDE, 1, 150)
    paare = {(kante.von, kante.nach) for kante in gefunden.kanten}
    assert gezeigt(kette[3], tiefe=1) == {3: 0, 4: -1, 2: 1}
    assert paare == {
        (kette[4].pk, kette[3].pk),
        (kette[3].pk, kette[2].pk),
        (kette[2].pk, kette[3].pk),
    }


def test_a_paper_says_whether_it_is_there(kette):
    Dokument.objects.filter(nummer=2).update(nur_zitiert=True)
    zustaende = {k.dokument.nummer: k.zustand for k in netz(kette[3], BEIDE, 1, 150).knoten}
    assert zustaende == {3: Zustand.DA, 4: Zustand.DA, 2: Zustand.ZITIERT}


def test_an_unpublished_paper_is_not_shown_and_leads_nowhere(kette):
    Dokument.objects.filter(nummer__in=[2, 4]).update(veroeffentlichung=ENTWURF)
    gefunden = netz(kette[3], BEIDE, 2, 150)
    assert (len(gefunden.knoten), gefunden.kanten, gefunden.anzahl) == (1, [], 0)


def test_an_ambiguous_reference_is_a_node_of_its_own(kette):
    verweis = factories.verweis(kette[3], mehrdeutig=True, wortlaut="Drs. 4711")
    gefunden = netz(kette[3], [Richtung.GRUNDLAGEN], 1, 150)
    *_, unklar = gefunden.knoten
    assert (unklar.verweis, unklar.zustand, unklar.schritt) == (verweis, Zustand.MEHRDEUTIG, 1)
    assert gefunden.kanten[-1].nach == unklar.id < 0
    assert gefunden.mehrdeutige == [verweis]
    assert gefunden.weggelassen == 0


def test_ambiguous_references_belong_to_what_a_paper_cites_and_are_limited(kette):
    for _ in range(MAX_MEHRDEUTIG + 1):
        factories.verweis(kette[3], mehrdeutig=True)
    assert len(netz(kette[3], BEIDE, 2, 150).mehrdeutige) == MAX_MEHRDEUTIG
    assert netz(kette[3], [Richtung.FOLGEN], 2, 150).mehrdeutige == []


def test_of_many_the_most_connected_are_shown_and_the_others_counted():
    gefunden = papiere(*range(1, 11))
    verbinde(gefunden, *[(1, n) for n in range(2, 9)], (8, 9), (8, 10), (7, 9))
    netz_ = netz(gefunden[1], BEIDE, 2, 4)
    assert {k.dokument.nummer for k in netz_.knoten} == {1, 2, 7, 8, 9}
    assert (netz_.anzahl, netz_.weggelassen) == (9, 5)


def test_what_is_two_steps_away_comes_with_a_paper_that_leads_to_it():
    gefunden = papiere(*range(1, 8))
    verbinde(gefunden, (1, 2), (1, 3), (2, 4), (2, 5), (3, 6), (3, 7), (6, 4), (6, 5), (6, 7))
    assert set(gezeigt(gefunden[1], hoechstens=2)) == {1, 3, 6}


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    gefunden = papiere(*range(1, 41))
    verbinde(gefunden, (1, 2))
    with django_assert_num_queries(5):
        netz(gefunden[1], BEIDE, 2, 10)
    verbinde(gefunden, *[(1, n) for n in range(3, 21)], *[(n, n + 20) for n in range(2, 21)])
    with django_assert_num_queries(5):
        netz(gefunden[1], BEIDE, 2, 10)
