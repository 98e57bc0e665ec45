"""A paper that only drafts know of is as hidden as they are: its number must not tell that a draft exists."""

import pytest

from anfragen import resolving
from anfragen.models import Dokument, Veroeffentlichung
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def zitierend():
    """A draft that cites 17/3748 and 16/1, which nobody else knows of."""
    entwurf = f.dokument(nummer=11212, veroeffentlichung=Veroeffentlichung.ENTWURF)
    f.wahlperiode(16)
    f.verweis(entwurf, nummer=3748)
    f.verweis(entwurf, nummer=1, wahlperiode_nummer=16)
    resolving.resolve_all()
    return entwurf


def status(client) -> dict[str, int]:
    """How each public address answers that could tell of 17/3748."""
    ziel = Dokument.objects.get(nummer=3748)
    seite, api = ziel.get_absolute_url(), f"/api/v1/dokumente/{ziel.pk}/"
    adressen = [seite, f"{seite}netz/", f"{seite}zitiert-von/", api, f"{api}netz/", f"{api}zitiert-von/"]
    return {adresse: client.get(adresse).status_code for adresse in adressen}


def test_page_network_api_and_search_do_not_have_it(client, zitierend):
    assert set(status(client).values()) == {404}
    assert client.get("/api/v1/dokumente/").json()["count"] == 0
    assert client.get("/suche/", {"q": "17/3748"}).status_code == 404


def test_the_resolver_does_not_know_it(zitierend):
    gesucht = resolving.Gesucht("Drucksache", 17, False, 3748, resolving.Zitierend("nw", 17))

    (treffer,) = resolving.match([gesucht], nur_oeffentlich=True)

    assert treffer.ziel == resolving.Ziel()


def test_it_shows_with_the_draft_and_goes_with_it(client, zitierend):
    for stand, erwartet in ((Veroeffentlichung.VEROEFFENTLICHT, 200), (Veroeffentlichung.ZURUECKGEZOGEN, 404)):
        zitierend.veroeffentlichung = stand
        zitierend.save()
        assert set(status(client).values()) == {erwartet}


def test_one_public_reference_is_enough(client, zitierend):
    f.verweis(f.dokument(), nummer=3748)
    resolving.resolve_all()

    assert set(status(client).values()) == {200}


def test_the_paper_of_a_public_anfrage_shows_though_nobody_cites_it(client, zitierend):
    f.anfrage(dokument=Dokument.objects.get(nummer=3748))

    assert set(status(client).values()) == {200}


def test_what_staff_entered_themselves_shows(client):
    f.dokument(nummer=3748, nur_zitiert=True)

    assert set(status(client).values()) == {200}
