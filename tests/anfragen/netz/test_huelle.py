"""All that a paper builds on, and all that builds on it."""

import re
from collections import deque

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from anfragen.models import Dokument, Verweis
from anfragen.netz.huelle import Richtung, huelle, in_huelle, schritte, schritte_geordnet
from tests import factories
from tests.anfragen.netz.graph import papiere, verbinde
from tests.anfragen.seiten import ENTWURF

GRUNDLAGEN, FOLGEN = Richtung.GRUNDLAGEN, Richtung.FOLGEN


def nummern(pks):
    return sorted(Dokument.objects.filter(pk__in=pks).values_list("nummer", flat=True))


@pytest.mark.django_db
class TestHuelle:
    @pytest.fixture
    def kette(self):
        """4 cites 3, 3 cites 2, 2 cites 1; 3 cites 1 directly too."""
        gefunden = papiere(1, 2, 3, 4)
        verbinde(gefunden, (4, 3), (3, 2), (2, 1), (3, 1))
        return gefunden

    def test_everything_that_a_paper_builds_on(self, kette):
        assert nummern(huelle(kette[4].pk, GRUNDLAGEN)) == [1, 2, 3]

    def test_everything_that_builds_on_a_paper(self, kette):
        assert nummern(huelle(kette[1].pk, FOLGEN)) == [2, 3, 4]

    def test_a_paper_that_cites_nothing_builds_on_nothing(self, kette):
        assert huelle(kette[1].pk, GRUNDLAGEN) == set()

    def test_a_reference_without_a_target_leads_nowhere(self, kette):
        factories.verweis(kette[1], ziel_dokument=None)
        assert huelle(kette[1].pk, GRUNDLAGEN) == set()
        assert schritte(kette[1].pk, GRUNDLAGEN, 2) == {}

    def test_a_paper_that_is_not_there_has_no_network(self):
        assert huelle(1, FOLGEN) == set()
        assert schritte(1, FOLGEN, 2) == {}

    def test_the_shortest_way_counts_the_nearest_first_and_of_these_the_newest(self, kette):
        assert list(schritte_geordnet(kette[4].pk, GRUNDLAGEN, 3).items()) == [
            (kette[3].pk, 1),
            (kette[2].pk, 2),
            (kette[1].pk, 2),
        ]

    def test_only_so_many_steps_as_asked(self, kette):
        assert schritte(kette[4].pk, GRUNDLAGEN, 1) == {kette[3].pk: 1}

    @pytest.mark.parametrize("richtung", Richtung)
    def test_a_loop_ends(self, kette, richtung):
        verbinde(kette, (1, 4), (1, 1))
        assert nummern(huelle(kette[4].pk, richtung)) == [1, 2, 3]
        assert nummern(schritte(kette[4].pk, richtung, 9)) == [1, 2, 3]

    def test_an_unpublished_paper_neither_appears_nor_leads_on(self, kette):
        Dokument.objects.filter(nummer=3).update(veroeffentlichung=ENTWURF)
        assert huelle(kette[4].pk, GRUNDLAGEN) == set()
        assert schritte(kette[1].pk, FOLGEN, 3) == {kette[2].pk: 1}
        assert schritte_geordnet(kette[1].pk, FOLGEN, 3) == {kette[2].pk: 1}
        assert nummern(huelle(kette[4].pk, GRUNDLAGEN, oeffentlich=False)) == [1, 2, 3]
        assert nummern(schritte(kette[1].pk, FOLGEN, 3, oeffentlich=False)) == [2, 3, 4]

    def test_as_a_subquery_it_has_the_paper_itself_too(self, kette):
        gefunden = Dokument.objects.filter(pk__in=in_huelle(kette[4].pk, GRUNDLAGEN))
        assert nummern(gefunden) == [1, 2, 3, 4]

    @pytest.mark.parametrize("richtung", Richtung)
    def test_each_step_reads_an_index(self, richtung):
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":  # which reads tables as small as these as a whole
                cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        plan = Dokument.objects.filter(pk__in=in_huelle(1, richtung)).explain()
        assert not re.search(r"SCAN v\b|Seq Scan on anfragen_verweis", plan)
        assert "dokument_nicht_oeffentlich" in plan


class HuelleOfAnyGraph(TestCase):
    """Against a plain walk in Python."""

    @given(
        kanten=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20),
        verborgen=st.sets(st.integers(1, 7), max_size=3),
        richtung=st.sampled_from(list(Richtung)),
        tiefe=st.integers(1, 4),
    )
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_agrees_with_a_walk(self, kanten, verborgen, richtung, tiefe):
        alle = [
            factories.dokument(veroeffentlichung=ENTWURF if i in verborgen else "veroeffentlicht") for i in range(8)
        ]
        Verweis.objects.bulk_create(
            Verweis(dokument=alle[von], ziel_dokument=alle[nach], typ="Drucksache", nummer=1, wortlaut="x")
            for von, nach in kanten
        )
        weiter = {(v, n) if richtung == GRUNDLAGEN else (n, v) for v, n in kanten}
        erwartet, offen = {0: 0}, deque([0])
        while offen:
            hier = offen.popleft()
            for von, nach in weiter:
                if von == hier and nach not in erwartet and nach not in verborgen:
                    erwartet[nach] = erwartet[hier] + 1
                    offen.append(nach)
        del erwartet[0]
        assert huelle(alle[0].pk, richtung) == {alle[i].pk for i in erwartet}
        assert schritte(alle[0].pk, richtung, tiefe) == {alle[i].pk: s for i, s in erwartet.items() if s <= tiefe}
