"""What the API makes of parameters, pages, formats and addresses that it can't take; every resource alike."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from config.api import RESOURCES as RESOURCE_VIEWS
from tests import factories

pytestmark = pytest.mark.django_db

RESOURCES = list(RESOURCE_VIEWS)


@pytest.mark.parametrize("resource", RESOURCES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_refused(client: Client, resource: str, method: str) -> None:
    response = getattr(client, method)(f"/api/v1/{resource}/")
    assert response.status_code == 405
    assert "nicht erlaubt" in response.json()["detail"]


@pytest.mark.parametrize("resource", RESOURCES)
def test_options_describe_the_resource_in_german(client: Client, resource: str) -> None:
    assert client.options(f"/api/v1/{resource}/").json()["name"] == resource.capitalize()


@pytest.mark.parametrize("resource", RESOURCES)
@pytest.mark.parametrize("name", ["stadt", "titel__icontains", "wahlperiode__parlament", "zustand!"])
def test_unknown_parameter_is_refused_by_name(get: Callable[..., Any], resource: str, name: str) -> None:
    fehler = get(f"{resource}/", 400, **{name: "x"})
    assert list(fehler) == [name]
    assert fehler[name][0].startswith("Diesen Parameter gibt es nicht. Möglich: q, " if resource != "verweise" else "D")


def test_single_record_takes_no_filter(get: Callable[..., Any]) -> None:
    assert list(get(f"anfragen/{factories.anfrage().pk}/", 400, q="x")) == ["q"]


def test_wrong_value_is_refused_with_the_reason(get: Callable[..., Any]) -> None:
    assert get("anfragen/", 400, fraktion="XYZ") == {"fraktion": ["Unbekannt: Fraktion „XYZ“."]}


@pytest.mark.parametrize(
    "wert",
    ["a\0b", "x" * 5000, "'; DROP TABLE anfragen_anfrage; --", "%_\\", "\ud83d\ude00", "‮rtl", "9" * 400, "-1", " "],
)
@pytest.mark.parametrize(
    "name", ["q", "wahlperiode", "nummer", "person", "fraktion", "jahr", "page", "page_size", "format"]
)
def test_hostile_value_is_refused_or_finds_nothing(client: Client, name: str, wert: str) -> None:
    factories.anfrage()
    wert = wert.encode("utf-16", "surrogatepass").decode("utf-16")
    response = client.get("/api/v1/anfragen/", query_params={name: wert})
    assert response.status_code in {200, 400, 404}
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize("resource", RESOURCES)
@pytest.mark.parametrize("wert", ["a\0b", "9" * 400, "%s%n\\"])
def test_no_filter_breaks_on_a_hostile_value(client: Client, resource: str, wert: str) -> None:
    factories.vorgang(1)
    factories.aussage(factories.projekt())
    for name in RESOURCE_VIEWS[resource].filterset_class.base_filters:
        response = client.get(f"/api/v1/{resource}/", query_params={name: wert})
        assert response.status_code == 400 or response.json()["count"] == 0, name


@pytest.mark.parametrize("pk", ["0", "99", "9" * 30, "9" * 5000, "1x", "x", "17/4284"])
@pytest.mark.parametrize("resource", RESOURCES)
def test_unknown_address_is_not_found_in_json(get: Callable[..., Any], resource: str, pk: str) -> None:
    assert "detail" in get(f"{resource}/{pk}/", 404)


def test_address_without_slash_leads_to_the_one_with_it(client: Client) -> None:
    assert client.get("/api/v1/anfragen")["Location"] == "/api/v1/anfragen/"


def test_pages(get: Callable[..., Any]) -> None:
    for nummer in (1, 2, 3):
        factories.anfrage(nummer=nummer)
    erste = get("anfragen/", page_size=2, sortierung="aelteste")
    zweite = get("anfragen/", page_size=2, sortierung="aelteste", page=2)
    assert [zeile["nummer"] for zeile in [*erste["results"], *zweite["results"]]] == [1, 2, 3]
    assert (erste["count"], erste["previous"], zweite["next"]) == (3, None, None)
    assert erste["next"] == "http://testserver/api/v1/anfragen/?page=2&page_size=2&sortierung=aelteste"


@pytest.mark.parametrize("wert", ["0", "-1", "101", "abc", "", "²", "1000000000"])
def test_wrong_page_size_is_refused(get: Callable[..., Any], wert: str) -> None:
    assert get("anfragen/", 400, page_size=wert) == {"page_size": ["Eine ganze Zahl von 1 bis 100."]}


@pytest.mark.parametrize("wert", ["0", "2", "-1", "x", "99999999999"])
def test_page_that_is_not_there(get: Callable[..., Any], wert: str) -> None:
    assert get("anfragen/", 404, page=wert) == {"detail": "Ungültige Seite."}


@pytest.mark.parametrize("path", ["anfragen/", "verweise/"])
def test_unknown_format_is_not_found(get: Callable[..., Any], path: str) -> None:
    assert get(path, 404, format="xml") == {"detail": "Das Format „xml“ gibt es hier nicht. Möglich: json, csv."}


def test_single_record_has_no_csv(get: Callable[..., Any]) -> None:
    pfad = f"anfragen/{factories.anfrage().pk}/"
    assert get(pfad, 404, format="csv") == {"detail": "Das Format „csv“ gibt es hier nicht. Möglich: json."}


def test_error_of_a_csv_is_json(get: Callable[..., Any]) -> None:
    assert list(get("anfragen/", 400, format="csv", jahr="x")) == ["jahr"]
