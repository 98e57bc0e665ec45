"""The API's resources of `anfragen`, and what every resource shares: parameters, pages, formats, errors."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from anfragen.models import Anfrage, Verweis
from config.api import RESOURCES as RESOURCE_VIEWS
from tests import factories
from tests.factories import vorgang

pytestmark = pytest.mark.django_db

RESOURCES = list(RESOURCE_VIEWS)
GEHEIM = "Streng geheim"


def address(anfrage: Anfrage, resource: str) -> str:
    """Of the record of `resource` that belongs to `anfrage`."""
    antwort = anfrage.antworten.get()
    pks = {
        "anfragen": anfrage.pk,
        "antworten": antwort.pk,
        "dokumente": antwort.dokument_id,
        "verweise": antwort.dokument.verweise.latest("pk").pk,
    }
    return f"{resource}/{pks[resource]}/"


def test_root_names_every_resource(get: Callable[..., Any]) -> None:
    assert list(get("")) == [*RESOURCES, "aufloesen", "schema", "docs"]


@pytest.mark.parametrize("resource", RESOURCES)
def test_list_of_an_empty_database(get: Callable[..., Any], resource: str) -> None:
    assert get(f"{resource}/") == {"count": 0, "next": None, "previous": None, "results": []}


@pytest.mark.parametrize(
    ("resource", "queries"), [("anfragen", 6), ("antworten", 5), ("dokumente", 2), ("verweise", 6)]
)
def test_list_takes_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: Any, resource: str, queries: int
) -> None:
    for nummer in (1, 2, 3):
        vorgang(nummer)
        with django_assert_num_queries(queries):
            client.get(f"/api/v1/{resource}/")


@pytest.mark.parametrize(
    ("resource", "queries"), [("anfragen", 19), ("antworten", 6), ("dokumente", 12), ("verweise", 6)]
)
def test_single_record_takes_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: Any, resource: str, queries: int
) -> None:
    anfrage = vorgang(1)
    papier = anfrage.antworten.get().dokument
    factories.verweis(papier, ziel_anfrage=anfrage, ziel_dokument=anfrage.dokument)
    pfad = address(anfrage, resource)
    for nummer in (2, 3):
        with django_assert_num_queries(queries):
            client.get(f"/api/v1/{pfad}")
        factories.verweis(papier, ziel_anfrage=vorgang(nummer), typ="Kleine Anfrage")
        factories.verweis(factories.dokument(), ziel_dokument=papier)
        factories.antwortteil(anfrage.antworten.get(), factories.frage(anfrage, nummer))


def test_anfrage_in_the_list(get: Callable[..., Any]) -> None:
    anfrage = vorgang(4284)
    (zeile,) = get("anfragen/", nummer=4284)["results"]
    assert zeile["kennung"] == "KA 4284"
    assert zeile["url"] == "http://testserver/anfragen/17/4284/"
    assert zeile["api_url"] == f"http://testserver/api/v1/anfragen/{anfrage.pk}/"
    assert zeile["fragesteller"] == [{"name": "Person 4284", "name_gedruckt": "Person 4284", "fraktion": "SPD"}]
    assert zeile["dokument"]["kennung"] == "17/5284"
    assert [antwort["dokument"]["kennung"] for antwort in zeile["antworten"]] == ["17/6284"]
    assert (zeile["beantwortet_am"], zeile["dauer"]) == ("2020-09-30", 27)
    assert "vorbemerkung" not in zeile


def test_single_anfrage_has_its_fragen_answers_and_references(get: Callable[..., Any]) -> None:
    anfrage = get(address(vorgang(1), "anfragen"))
    assert anfrage["fragen"] == [
        {
            "nummer": 1,
            "bezeichnung": "1",
            "text": "Wie viele waren es?",
            "hinweis": "",
            "bewertung": "",
            "bewertung_grund": "",
            "antwortteile": [{"antwort": anfrage["antworten"][0]["id"], "position": 1}],
        }
    ]
    (teil,) = anfrage["antworten"][0]["teile"]
    assert teil == {"position": 1, "fragen": [{"anfrage": anfrage["id"], "nummer": 1}], "text": "Es waren zwölf."}
    assert [verweis["start"] for verweis in anfrage["verweise"]] == [200, 220]
    assert anfrage["zitiert_von_anzahl"] == 1
    assert anfrage["zitiert_von"] == f"http://testserver/api/v1/anfragen/{anfrage['id']}/zitiert-von/"


def test_single_verweis_shows_the_passage(get: Callable[..., Any]) -> None:
    dokument = factories.dokument(text=f"{'a' * 200}Drucksache 17/8{'b' * 200}")
    verweis = factories.verweis(dokument, start=200, ende=215)
    assert get(f"verweise/{verweis.pk}/")["stelle"] == f"{'a' * 120}Drucksache 17/8{'b' * 120}"


def test_verweis_near_the_ends_of_a_text_shows_what_there_is(get: Callable[..., Any]) -> None:
    verweis = factories.verweis(factories.dokument(text="Drucksache 17/8!"), start=0, ende=15)
    assert get(f"verweise/{verweis.pk}/")["stelle"] == "Drucksache 17/8!"


def test_verweis_by_hand_has_no_passage(get: Callable[..., Any]) -> None:
    assert get(f"verweise/{factories.verweis(factories.dokument()).pk}/")["stelle"] == ""


def test_paper_that_no_page_can_show_has_no_address(get: Callable[..., Any]) -> None:
    assert get(f"dokumente/{factories.dokument(zusatz='1. neu').pk}/")["url"] is None


def test_record_of_another_parliament_is_found_by_its_address(get: Callable[..., Any]) -> None:
    anfrage = factories.anfrage(wahlperiode=factories.wahlperiode(19, "bt"))
    assert get("anfragen/")["count"] == 0
    assert get(f"anfragen/{anfrage.pk}/")["parlament"] == "bt"


@pytest.fixture
def geheimes() -> dict[str, int]:
    """Public records that point to unpublished ones, and by resource the key of an unpublished record."""
    offen, zu = factories.anfrage(), factories.anfrage(titel=GEHEIM, veroeffentlichung="entwurf")
    papier = factories.dokument(titel=GEHEIM, text=GEHEIM, veroeffentlichung="zurueckgezogen")
    antwort = factories.antwort(offen, dokument=papier, vorbemerkung=GEHEIM, amt=GEHEIM)
    factories.antwortteil(antwort, factories.frage(offen), text=GEHEIM)
    oeffentliche_antwort = factories.antwort(offen)
    oeffentliche_antwort.anfragen.add(zu)
    factories.antwortteil(oeffentliche_antwort, factories.frage(zu, text=GEHEIM), text="öffentlich")
    factories.verweis(oeffentliche_antwort.dokument, ziel_dokument=papier)
    factories.verweis(oeffentliche_antwort.dokument, ziel_anfrage=zu, typ="Kleine Anfrage")
    verweis = factories.verweis(papier, wortlaut=GEHEIM, ziel_dokument=oeffentliche_antwort.dokument)
    factories.anfrage(dokument=factories.dokument(titel=GEHEIM, veroeffentlichung="entwurf"))
    return {"anfragen": zu.pk, "antworten": antwort.pk, "dokumente": papier.pk, "verweise": verweis.pk}


@pytest.mark.parametrize("resource", ["anfragen", "antworten", "dokumente", "verweise"])
def test_unpublished_record_is_nowhere(client: Client, geheimes: dict[str, int], resource: str) -> None:
    assert client.get(f"/api/v1/{resource}/{geheimes[resource]}/").status_code == 404
    liste = client.get(f"/api/v1/{resource}/")
    assert GEHEIM not in liste.content.decode()
    assert GEHEIM not in client.get(f"/api/v1/{resource}/?format=csv").getvalue().decode()
    zeilen = liste.json()["results"]
    assert zeilen
    for zeile in zeilen:
        assert GEHEIM not in client.get(zeile["api_url"]).content.decode()


def test_reference_to_an_unpublished_target_reads_as_unknown(get: Callable[..., Any], geheimes: dict[str, int]) -> None:
    verweise = get("verweise/")["results"]
    assert {verweis["stand"] for verweis in verweise} == {"unbekannt"}
    assert {(verweis["ziel_dokument"], verweis["ziel_anfrage"]) for verweis in verweise} == {(None, None)}


@pytest.mark.parametrize("path", ["anfragen/", "anfragen/{}/", "schema/"])
def test_what_has_not_changed_is_not_sent_again(client: Client, path: str) -> None:
    adresse = f"/api/v1/{path.format(factories.anfrage().pk)}"
    marke = client.get(adresse)["ETag"]
    wieder = client.get(adresse, headers={"If-None-Match": marke})
    assert (wieder.status_code, wieder.content) == (304, b"")


def test_what_has_changed_is_sent(client: Client) -> None:
    anfrage = factories.anfrage()
    adresse = f"/api/v1/anfragen/{anfrage.pk}/"
    marke = client.get(adresse)["ETag"]
    Anfrage.objects.update(titel="berichtigt")
    response = client.get(adresse, headers={"If-None-Match": marke})
    assert (response.status_code, response.json()["titel"]) == (200, "berichtigt")


def test_csv_has_every_row_of_the_filter(client: Client) -> None:
    for nummer in range(1, 31):
        factories.anfrage(nummer=nummer, titel="=HYPERLINK(1)", gestellt_am=date(2020, 1, nummer))
    factories.anfrage(nummer=99, wahlperiode=factories.wahlperiode(16))
    response = client.get("/api/v1/anfragen/", {"format": "csv", "wahlperiode": "17", "page_size": "10"})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="anfragen-20')
    kopf, *zeilen = response.getvalue().decode("utf-8-sig").splitlines()
    assert kopf.split(",")[:7] == [
        "id",
        "parlament",
        "wahlperiode",
        "art",
        "nummer",
        "nummer_abgeleitet",
        "titel",
    ]
    assert len(zeilen) == 30
    assert zeilen[0].endswith(
        ",nw,17,klein,30,nein,'=HYPERLINK(1),offen,2020-01-30,2020-02-27,,,,,,,,http://testserver/anfragen/17/30/"
    )


def test_json_leaves_a_formula_as_it_was(get: Callable[..., Any]) -> None:
    factories.anfrage(titel="=HYPERLINK(1)")
    assert get("anfragen/")["results"][0]["titel"] == "=HYPERLINK(1)"


@pytest.mark.parametrize("resource", ["anfragen", "antworten", "dokumente", "verweise"])
def test_csv_takes_a_fixed_number_of_queries(client: Client, django_assert_max_num_queries: Any, resource: str) -> None:
    for nummer in (1, 2, 3):
        vorgang(nummer)
    with django_assert_max_num_queries(5):
        zeilen = client.get(f"/api/v1/{resource}/?format=csv").getvalue().decode().splitlines()
    assert len(zeilen) > 3


def test_csv_of_verweise_names_both_ends(client: Client) -> None:
    anfrage = vorgang(1)
    zeilen = client.get("/api/v1/verweise/?format=csv&typ=Kleine+Anfrage").getvalue().decode().splitlines()
    verweis = Verweis.objects.get(typ="Kleine Anfrage")
    assert zeilen[1] == (
        f"{verweis.pk},drucksache,17/2001,Kleine Anfrage,{verweis.nummer},nein,{verweis.wortlaut},220,230,aufgeloest,,"
        f"{anfrage.kennung},http://testserver/drucksachen/17/2001/"
    )
