"""Recording Vorlage 17/3748, which the answer to KA 4284 cites, by hand, and deleting it again."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from anfragen.models import Dokument, Verweis
from tests.anfragen.drucksachen import record_text
from tests.anfragen.formulare import document_form, post

pytestmark = pytest.mark.django_db

SEED = (Path(__file__).parents[2] / "fixtures/dokumente/17-11212.txt").read_text(encoding="utf-8")
SEITE = "/vorlagen/17/3748/"


@pytest.fixture
def vorlage():
    """Known from 17/11212 alone."""
    call_command("lade_stammdaten", verbosity=0)
    record_text(SEED, "17-11212.txt")
    return Dokument.objects.get(reihe__schluessel="vorlage", nummer=3748)


def link(client) -> str:
    """The reference to it on the page of 17/11212: from the opening of its link to the end of the words."""
    html = client.get("/drucksachen/17/11212/").content.decode()
    return html[html.rindex("<a ", 0, html.index(f'href="{SEITE}"') + 1) : html.index("Vorlage 17/3748")]


def stand() -> Verweis.Stand:
    return Verweis.objects.with_ziel().filter(typ="Vorlage", nummer=3748).first().stand


@pytest.fixture
def erfasst(admin_client, vorlage):
    """Entered into the empty form, not into that of the record that is there."""
    formular = document_form(vorlage, titel="Bericht zur Ruhr-Konferenz", text="Der Bericht.", art="bericht")
    post(admin_client, "anfragen_dokument_add", formular)
    return vorlage


def test_before_the_reference_says_that_it_is_missing(client, vorlage):
    assert stand() == Verweis.Stand.UNBEKANNT
    assert "v--zitiert" in link(client)
    assert "wird nur zitiert" in client.get(SEITE).content.decode()


def test_recorded_by_hand_it_is_the_same_record_and_the_reference_a_link(client, erfasst):
    erfasst.refresh_from_db()
    assert (erfasst.nur_zitiert, erfasst.titel) == (False, "Bericht zur Ruhr-Konferenz")
    assert Dokument.objects.filter(reihe__schluessel="vorlage", nummer=3748).count() == 1
    assert stand() == Verweis.Stand.AUFGELOEST
    assert "v--da" in link(client)
    assert "Der Bericht." in client.get(SEITE).content.decode()


@pytest.mark.parametrize("weg", ["one", "several"])
def test_deleted_it_is_only_cited_again_and_nothing_is_lost(client, admin_client, erfasst, weg):
    verweise = list(Verweis.objects.order_by("pk").values("pk", "wortlaut", "start", "ende"))

    if weg == "one":
        admin_client.post(reverse("admin:anfragen_dokument_delete", args=[erfasst.pk]), {"post": "yes"})
    else:
        admin_client.post(
            reverse("admin:anfragen_dokument_changelist"),
            {"action": "delete_selected", "_selected_action": [erfasst.pk], "post": "yes"},
        )

    assert stand() == Verweis.Stand.UNBEKANNT
    assert "v--zitiert" in link(client)
    assert "wird nur zitiert" in client.get(SEITE).content.decode()
    assert list(Verweis.objects.order_by("pk").values("pk", "wortlaut", "start", "ende")) == verweise
    assert Dokument.history.filter(reihe__schluessel="vorlage", nummer=3748, history_type="-").exists()


def test_the_pairs_of_the_closing_list_are_resolved_or_known_to_be_missing(vorlage):
    paare = Verweis.objects.with_ziel().filter(dokument__nummer=11212, paar__isnull=False, nummer__gte=10500)

    assert paare.count() == 15
    assert {verweis.ziel_dokument.nummer for verweis in paare} == set(paare.values_list("nummer", flat=True))
