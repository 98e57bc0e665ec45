"""Who cites a paper or an Anfrage: a list of its own under the record's address."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from anfragen.models import Dokument
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def papier() -> Dokument:
    return factories.dokument(nummer=100)


def zitat(ziel: Dokument, text: str = "Siehe Drucksache 17/100 dazu.", **felder: Any) -> Dokument:
    """A paper that cites `ziel` in its text."""
    dokument = factories.dokument(text=text, **felder)
    factories.verweis(dokument, nummer=100, start=6, ende=23, ziel_dokument=ziel)
    return dokument


def adresse(ziel: Dokument) -> str:
    return f"/api/v1/dokumente/{ziel.pk}/zitiert-von/"


def test_each_passage_is_shown_the_newest_first(client: Client, papier: Dokument) -> None:
    zitat(papier, nummer=201, datum=date(2020, 1, 1))
    zitat(papier, nummer=202, datum=date(2021, 1, 1), text="Laut Drucksache 17/100.")
    liste = client.get(adresse(papier)).json()
    assert liste["count"] == 2
    assert [(zeile["dokument"]["kennung"], zeile["stelle"]) for zeile in liste["results"]] == [
        ("17/202", "Laut Drucksache 17/100."),
        ("17/201", "Siehe Drucksache 17/100 dazu."),
    ]


def test_record_gives_the_number_and_the_address(client: Client, papier: Dokument) -> None:
    zitat(papier)
    eintrag = client.get(f"/api/v1/dokumente/{papier.pk}/").json()
    assert eintrag["zitiert_von_anzahl"] == 1
    assert client.get(eintrag["zitiert_von"]).json()["count"] == 1


def test_paper_does_not_cite_itself(client: Client, papier: Dokument) -> None:
    factories.verweis(papier, ziel_dokument=papier)
    assert client.get(adresse(papier)).json()["count"] == 0
    assert client.get(f"/api/v1/dokumente/{papier.pk}/").json()["zitiert_von_anzahl"] == 0


def test_papers_of_every_parliament_count(client: Client, papier: Dokument) -> None:
    zitat(papier, wahlperiode=factories.wahlperiode(19, "bt"), reihe=factories.reihe(kuerzel="bt"))
    assert client.get(adresse(papier)).json()["count"] == 1


def test_anfrage_is_cited_by_its_number_and_by_its_papers(client: Client, papier: Dokument) -> None:
    anfrage = factories.anfrage(nummer=7, dokument=papier)
    antwort = factories.antwort(anfrage).dokument
    factories.verweis(antwort, typ="Kleine Anfrage", ziel_anfrage=anfrage)
    zitat(papier, nummer=301, datum=date(2021, 3, 1))
    zitat(antwort, nummer=302, datum=date(2021, 2, 1))
    factories.verweis(
        factories.dokument(nummer=303, datum=date(2021, 1, 1)), typ="Kleine Anfrage", ziel_anfrage=anfrage
    )
    liste = client.get(f"/api/v1/anfragen/{anfrage.pk}/zitiert-von/").json()
    assert [zeile["dokument"]["kennung"] for zeile in liste["results"]] == ["17/301", "17/302", "17/303"]


def test_unpublished_paper_cites_nothing(client: Client, papier: Dokument) -> None:
    zitat(papier, veroeffentlichung="entwurf")
    assert client.get(adresse(papier)).json()["count"] == 0


@pytest.mark.parametrize("resource", ["anfragen", "dokumente"])
def test_nothing_is_said_about_an_unpublished_record(client: Client, resource: str) -> None:
    geheim = {"anfragen": factories.anfrage, "dokumente": factories.dokument}[resource](veroeffentlichung="entwurf")
    assert client.get(f"/api/v1/{resource}/{geheim.pk}/zitiert-von/").status_code == 404
    assert client.get(f"/api/v1/{resource}/{geheim.pk + 1000}/zitiert-von/").status_code == 404


def test_pages_and_filters(client: Client, papier: Dokument) -> None:
    for nummer in (201, 202, 203):
        zitat(papier, nummer=nummer)
    erste = client.get(adresse(papier), {"page_size": "2"}).json()
    assert (erste["count"], len(erste["results"])) == (3, 2)
    assert len(client.get(erste["next"]).json()["results"]) == 1
    assert client.get(adresse(papier), {"typ": "Vorlage"}).json()["count"] == 0
    assert list(client.get(adresse(papier), {"stand": "unbekannt"}).json()) == ["stand"]


def test_csv_has_every_row(client: Client, papier: Dokument) -> None:
    for nummer in range(30):
        zitat(papier, nummer=200 + nummer)
    response = client.get(adresse(papier), {"format": "csv"})
    assert response["Content-Disposition"].startswith('attachment; filename="zitiert-von-')
    assert len(response.getvalue().splitlines()) == 31


def test_number_of_queries_is_fixed(client: Client, papier: Dokument, django_assert_num_queries: Any) -> None:
    for nummer in (1, 2, 3):
        zitat(papier, nummer=200 + nummer)
        with django_assert_num_queries(5):
            client.get(adresse(papier))
