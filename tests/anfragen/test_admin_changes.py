"""What follows from changing a record by hand."""

import pytest
from django.urls import reverse

from anfragen.models import Anfrage, Verweis
from tests import factories as f
from tests.anfragen.formulare import anfrage_form, document_form, post

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("zustand", ["offen", "zurueckgezogen"])
def test_the_state_of_an_answered_anfrage_follows_from_its_answers_and_the_form_says_so(admin_client, zustand):
    anfrage = f.antwort().anfragen.get()

    adresse = reverse("admin:anfragen_anfrage_change", args=[anfrage.pk])
    response = admin_client.post(adresse, anfrage_form(anfrage, zustand=zustand), follow=True)

    assert "Der Zustand folgt aus den Antworten: beantwortet." in response.content.decode()
    anfrage.refresh_from_db()
    assert anfrage.zustand == Anfrage.Zustand.BEANTWORTET
    assert anfrage.beantwortet_am is not None


def test_references_leave_an_anfrage_whose_number_is_corrected(admin_client):
    anfrage = f.anfrage(nummer=3939)
    verweis = f.verweis(f.dokument(), typ="Kleine Anfrage", nummer=3939, ziel_anfrage=anfrage)

    post(admin_client, "anfragen_anfrage_change", anfrage_form(anfrage, nummer=3940), anfrage.pk)

    verweis.refresh_from_db()
    assert verweis.ziel_anfrage is None


def test_references_leave_a_paper_whose_number_is_corrected(admin_client):
    dokument = f.dokument(nummer=10564)
    verweis = f.verweis(f.dokument(), nummer=10564, ziel_dokument=dokument)

    post(admin_client, "anfragen_dokument_change", document_form(dokument, nummer=10654), dokument.pk)

    verweis = Verweis.objects.with_ziel().get(pk=verweis.pk)
    assert verweis.ziel_dokument.nummer == 10564
    assert verweis.stand == Verweis.Stand.UNBEKANNT


def test_an_only_cited_paper_with_a_title_stays_only_cited_when_something_else_changes(admin_client):
    zitiert = f.dokument(nummer=3748, nur_zitiert=True, titel="Fortschrittsbericht")

    daten = document_form(zitiert, titel=zitiert.titel, nur_zitiert="on", quelle="Verzeichnis")
    post(admin_client, "anfragen_dokument_change", daten, zitiert.pk)

    zitiert.refresh_from_db()
    assert zitiert.nur_zitiert
