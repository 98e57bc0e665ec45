"""Entering programmes and statements in the admin."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from projekte.models import Kennzahl, Projektaussage
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_part_of_a_statement_is_searched_for_and_not_one_of_a_long_list(admin_client):
    factories.projekt(name="Ein Projekt von vielen")
    seite = admin_client.get("/admin/projekte/projektaussage/add/").content.decode()
    assert "Ein Projekt von vielen" not in seite


def test_the_key_of_a_handlungsfeld_is_proposed_from_its_name(admin_client):
    seite = admin_client.get("/admin/projekte/programm/add/").content.decode()
    assert "#id_handlungsfelder-__prefix__-schluessel" in seite


@pytest.mark.parametrize("bulk", [False, True])
def test_with_a_hidden_statement_its_figures_go_too(admin_client, bulk):
    aussage = factories.aussage(factories.projekt(), veroeffentlichung="entwurf")
    factories.kennzahl(aussage.projekt, dokument=aussage.dokument, aussage=aussage)
    liste = reverse("admin:projekte_projektaussage_changelist")
    daten = {"post": "yes", "action": "delete_selected", ACTION_CHECKBOX_NAME: aussage.pk} if bulk else {"post": "yes"}
    admin_client.post(liste if bulk else reverse("admin:projekte_projektaussage_delete", args=[aussage.pk]), daten)
    assert not Projektaussage.objects.exists()
    assert not Kennzahl.objects.exists()
    assert Kennzahl.history.filter(history_type="-").exists()
