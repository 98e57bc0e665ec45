"""What staff write in the admin shows in the findings at once."""

import pytest
from django.urls import reverse

from anfragen.befunde import pruefe
from anfragen.models import Antwort, Befund, Dokument, Verweis
from tests import factories as f
from tests.anfragen.befunde.seed import beantwortet, paare, zitierend
from tests.anfragen.formulare import document_form, formset, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def zitat() -> Verweis:
    """17/11212 prints 10564 for KA 3973; both it and 10654 are on record, for which Anfrage nobody knows yet."""
    for nummer in (10564, 10654):
        f.dokument(nummer=nummer, art="")
    (verweis,) = paare(zitierend(), (3973, 10564))
    return verweis


def antworte(client, anfrage, drucksache):
    """Files a paper as the answer to KA `anfrage`."""
    dokument = Dokument.objects.get(nummer=drucksache)
    daten = {
        "dokument": dokument.pk,
        "art": "antwort",
        "anfragen": [f.anfrage(nummer=anfrage).pk],
        "einvernehmen": "[]",
    }
    post(client, "anfragen_antwort_add", {**daten, **formset("teile")})


def offene() -> list[str]:
    return list(Befund.objects.offen().order_by("regel").values_list("regel", flat=True))


def test_filing_answers_by_hand_shows_the_misprint_and_taking_one_back_mends_it(admin_client, zitat):
    antworte(admin_client, 3973, 10654)
    antworte(admin_client, 3986, 10564)
    assert offene() == ["zahlendreher"]

    antwort = Antwort.objects.get(dokument__nummer=10564)
    admin_client.post(reverse("admin:anfragen_antwort_delete", args=[antwort.pk]), {"post": "yes"})

    assert offene() == []


def test_recording_a_paper_by_hand_closes_the_gap(admin_client):
    papiere = [f.dokument(nummer=nummer) for nummer in range(70, 131) if nummer != 100]
    pruefe(papiere)
    assert offene() == ["luecke-in-reihe"]

    vorlage = Dokument(wahlperiode=papiere[0].wahlperiode, reihe=papiere[0].reihe, nummer=100)
    post(admin_client, "anfragen_dokument_add", document_form(vorlage, titel="Hundert"))

    assert offene() == []


@pytest.mark.parametrize("weg", ["one", "several"])
def test_deleting_the_contradicting_anfrage_mends_the_finding(admin_client, zitat, weg):
    falsch = f.anfrage(nummer=3986)
    f.antwort(falsch, dokument=Dokument.objects.get(nummer=10564))
    pruefe(anfragen=[falsch])
    assert offene() == ["paar-passt-nicht"]

    if weg == "one":
        admin_client.post(reverse("admin:anfragen_anfrage_delete", args=[falsch.pk]), {"post": "yes"})
    else:
        liste = reverse("admin:anfragen_anfrage_changelist")
        daten = {"action": "delete_selected", "_selected_action": [falsch.pk], "post": "yes"}
        admin_client.post(liste, daten)

    assert offene() == []


def test_deciding_about_the_reference_mends_the_finding_and_taking_it_back_opens_it(admin_client, zitat):
    f.antwort(f.anfrage(nummer=3986), dokument=Dokument.objects.get(nummer=10564))
    pruefe([zitat.dokument])
    assert offene() == ["paar-passt-nicht"]

    adresse = reverse("admin:anfragen_verweis_entscheiden", args=[zitat.pk])
    admin_client.post(adresse, {"entscheidung": "ablehnen"})
    assert offene() == []

    admin_client.post(adresse, {"entscheidung": "zuruecknehmen"})
    assert offene() == ["paar-passt-nicht"]


def test_deleting_a_paper_checks_those_that_cite_it(admin_client):
    beantwortet(3973, 10654)
    fremd = beantwortet(3986, 10999).dokument
    dokument = zitierend()
    paare(dokument, (3973, 10999))
    pruefe([dokument])
    assert offene() == ["paar-passt-nicht"]
    fremd.antwort.delete()

    admin_client.post(reverse("admin:anfragen_dokument_delete", args=[fremd.pk]), {"post": "yes"})

    assert offene() == []
