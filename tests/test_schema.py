"""The OpenAPI schema is valid, complete and shown by pages that obey the site's Content Security Policy."""

import re
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils.csp import CSP

from config.api import RESOURCES, UNTERLISTEN

pytestmark = pytest.mark.django_db  # the state of the database is asked for before any page
AUFLOESEN = "/api/v1/verweise/aufloesen/"
NETZ = "/api/v1/dokumente/{id}/netz/"


@pytest.fixture
def schema(client: Client) -> dict[str, Any]:
    return yaml.safe_load(client.get("/api/v1/schema/").content)


def test_schema_is_valid_without_warnings(tmp_path: Any, django_assert_num_queries: Any) -> None:
    """No database either: choices that stand in it don't belong into a schema."""
    with django_assert_num_queries(0):
        call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yml"))


def test_schema_has_a_list_and_a_record_of_each_resource(schema: dict[str, Any]) -> None:
    assert set(schema["paths"]) == {
        f"/api/v1/{name}/{key}"
        for name in RESOURCES
        for key in ("", "{schluessel}/" if name == "projekte" else "{id}/")
    } | {f"/api/v1/{adresse.replace('<int:pk>', '{id}')}/" for adresse in UNTERLISTEN} | {AUFLOESEN, NETZ}


def test_schema_only_reads(schema: dict[str, Any]) -> None:
    """A text that is sent is read, too, and not kept."""
    assert {method for path, methods in schema["paths"].items() if path != AUFLOESEN for method in methods} == {"get"}
    assert set(schema["paths"][AUFLOESEN]) == {"post"}


def test_schema_explains_every_filter(schema: dict[str, Any]) -> None:
    stumm = [
        (path, parameter["name"])
        for path, methods in schema["paths"].items()
        for parameter in methods.get("get", {}).get("parameters", [])
        if parameter["in"] == "query" and parameter["name"] != "format" and not parameter.get("description")
    ]
    assert stumm == []


@pytest.mark.parametrize("name", RESOURCES)
def test_schema_names_every_parameter_of_a_list(schema: dict[str, Any], name: str) -> None:
    parameters = {parameter["name"] for parameter in schema["paths"][f"/api/v1/{name}/"]["get"]["parameters"]}
    assert parameters == {*RESOURCES[name].filterset_class.base_filters, "page", "page_size", "format"}


def test_docs_need_nothing_that_the_policy_forbids(client: Client) -> None:
    response = client.get("/api/v1/docs/")
    policy = response["Content-Security-Policy"]
    assert CSP.UNSAFE_INLINE not in policy
    assert f"script-src {settings.SECURE_CSP['script-src'][0]}" in policy  # type: ignore[index]
    html = response.content.decode()
    assert not re.search(r"<style|<script>|style=|//(?!w3)", html)
    skript = re.search(r'<script src="(/api/v1/docs/[^"]*)"', html)
    assert skript
    assert client.get(skript[1])["Content-Type"] == "application/javascript"


def test_schema_names_the_bounds_of_numbers(schema: dict[str, Any]) -> None:
    parameters = {p["name"]: p["schema"] for p in schema["paths"]["/api/v1/anfragen/"]["get"]["parameters"]}
    assert {name: parameters[name].get("minimum") for name in ("page", "page_size", "nummer", "wahlperiode")} == {
        "page": 1,
        "page_size": 1,
        "nummer": 1,
        "wahlperiode": 1,
    }
    assert parameters["page_size"]["maximum"] == 100


@pytest.mark.parametrize("version", ["%0D%0AX:%20y", "2", ""], ids=["line break", "unknown", "empty"])
def test_there_is_one_version_whatever_the_address_asks_for(client: Client, version: str) -> None:
    response = client.get(f"/api/v1/schema/?version={version}")
    assert response.status_code == 200
    assert yaml.safe_load(response.content)["info"]["version"] == "1"
