"""The network around a paper as JSON."""

import pytest

from anfragen.api import netz as api
from anfragen.models import Dokument
from tests import factories
from tests.anfragen.netz.graph import papiere, verbinde
from tests.anfragen.seiten import ENTWURF

pytestmark = pytest.mark.django_db


@pytest.fixture
def kette():
    """5 cites 4, 4 cites 3, and so on."""
    gefunden = papiere(1, 2, 3, 4, 5, art="antwort")
    verbinde(gefunden, (5, 4), (4, 3), (3, 2), (2, 1))
    return gefunden


def lies(client, dokument, status=200, **frage):
    antwort = client.get(f"/api/v1/dokumente/{dokument.pk}/netz/", frage)
    assert antwort.status_code == status
    return antwort.json()


def test_nodes_say_what_they_are_and_where_they_stand(client, kette):
    gefunden = lies(client, kette[3])
    assert (gefunden["dokument"], gefunden["anzahl"], gefunden["weggelassen"]) == (kette[3].pk, 4, 0)
    assert {knoten["kennung"]: knoten["schritt"] for knoten in gefunden["knoten"]} == {
        "17/3": 0, "17/2": 1, "17/4": -1, "17/1": 2, "17/5": -2,
    }  # fmt: skip
    assert gefunden["knoten"][1] == {
        "id": kette[2].pk,
        "schritt": 1,
        "kennung": "17/2",
        "art": "Antwort",
        "zustand": "da",
        "titel": "Wohnungseinbrüche in NRW",
        "datum": "2020-09-30",
        "url": "http://testserver/drucksachen/17/2/",
        "api_url": f"http://testserver/api/v1/dokumente/{kette[2].pk}/",
    }


def test_edges_count_their_references_and_quote_the_first(client, kette):
    erster = factories.verweis(kette[3], ziel_dokument=kette[2], wortlaut="Drs. 2", start=1, ende=5)
    (kante,) = lies(client, kette[3], richtung="grundlagen", schritte=1)["kanten"]
    assert kante == {
        "von": kette[3].pk,
        "nach": kette[2].pk,
        "anzahl": 2,
        "verweis": erster.pk,
        "wortlaut": "Drs. 2",
        "start": 1,
    }


def test_an_ambiguous_reference_has_the_address_of_the_reference(client, kette):
    verweis = factories.verweis(kette[3], mehrdeutig=True, wortlaut="Drs. 4711")
    unklar = lies(client, kette[3])["knoten"][-1]
    assert (unklar["id"], unklar["zustand"], unklar["kennung"]) == (-verweis.pk, "mehrdeutig", "Drs. 4711")
    assert (unklar["titel"], unklar["datum"], unklar["url"]) == ("", None, None)
    assert unklar["api_url"] == f"http://testserver/api/v1/verweise/{verweis.pk}/"


def test_what_was_cut_is_said(client, kette, monkeypatch):
    monkeypatch.setattr(api, "MAX_KNOTEN", 2)
    monkeypatch.setattr(api, "MAX_KANTEN", 1)
    gefunden = lies(client, kette[3])
    assert (len(gefunden["knoten"]), gefunden["anzahl"], gefunden["weggelassen"]) == (3, 4, 2)
    assert (len(gefunden["kanten"]), gefunden["kanten_weggelassen"]) == (1, 1)


@pytest.mark.parametrize("frage", [{"richtung": "oben"}, {"schritte": 3}, {"schritte": "x"}, {"tiefe": 1}])
def test_a_wrong_value_or_unknown_parameter_is_named(client, kette, frage):
    assert list(lies(client, kette[3], 400, **frage)) == list(frage)


def test_a_draft_is_neither_found_nor_shown(client, kette):
    Dokument.objects.filter(nummer=2).update(veroeffentlichung=ENTWURF)
    lies(client, kette[2], 404)
    assert {knoten["kennung"] for knoten in lies(client, kette[3])["knoten"]} == {"17/3", "17/4", "17/5"}


def test_an_unknown_paper_is_not_found(client):
    assert client.get("/api/v1/dokumente/99999999999999999999/netz/").status_code == 404


def test_the_number_of_queries_does_not_grow(client, kette, django_assert_num_queries):
    weitere = papiere(*range(100, 130))
    with django_assert_num_queries(6):
        lies(client, kette[3])
    verbinde(kette | weitere, *[(3, n) for n in weitere], *[(5, n) for n in weitere])
    with django_assert_num_queries(6):
        lies(client, kette[3])
