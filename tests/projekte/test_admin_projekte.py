"""Entering programmes and statements in the admin."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_the_part_of_a_statement_is_searched_for_and_not_one_of_a_long_list(admin_client):
    factories.projekt(name="Ein Projekt von vielen")
    seite = admin_client.get("/admin/projekte/projektaussage/add/").content.decode()
    assert "Ein Projekt von vielen" not in seite


def test_the_key_of_a_handlungsfeld_is_proposed_from_its_name(admin_client):
    seite = admin_client.get("/admin/projekte/programm/add/").content.decode()
    assert "#id_handlungsfelder-__prefix__-schluessel" in seite
