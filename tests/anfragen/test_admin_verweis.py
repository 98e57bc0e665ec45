"""Staff decide what a reference means, in one step, and what they decided stays."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from anfragen import resolving
from anfragen.models import Befund, Dokument, Verweis
from tests import factories as f
from tests.anfragen.formulare import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def verweis():
    """A reference to 17/10564, which is on record."""
    ziel = f.dokument(nummer=10564)
    return f.verweis(f.dokument(nummer=11212), nummer=10564, ziel_dokument=ziel)


def decide(client, verweis: Verweis, entscheidung: str):
    adresse = reverse("admin:anfragen_verweis_entscheiden", args=[verweis.pk])
    response = client.post(adresse, {"entscheidung": entscheidung}, follow=True)
    verweis.refresh_from_db()
    return response


def test_a_confirmed_target_stays_when_everything_is_resolved_anew(admin_client, admin_user, verweis):
    decide(admin_client, verweis, "bestaetigen")
    Dokument.objects.filter(nummer=10564).update(nummer=10565)

    resolving.resolve_all()

    verweis.refresh_from_db()
    assert verweis.von_hand
    assert verweis.ziel_dokument.nummer == 10565
    eintrag = verweis.history.latest()
    assert (eintrag.history_user, eintrag.history_change_reason) == (admin_user, "Ziel bestätigt")


def test_a_rejected_target_is_gone_and_does_not_come_back(admin_client, verweis):
    decide(admin_client, verweis, "ablehnen")

    resolving.resolve_all()

    verweis.refresh_from_db()
    assert verweis.stand == Verweis.Stand.ABGELEHNT


def test_a_decision_taken_back_is_resolved_anew(admin_client, verweis):
    decide(admin_client, verweis, "ablehnen")

    decide(admin_client, verweis, "zuruecknehmen")

    assert not verweis.von_hand
    assert verweis.ziel_dokument.nummer == 10564
    gruende = list(verweis.history.values_list("history_change_reason", flat=True)[:2])
    assert gruende == ["Entscheidung zurückgenommen", "Ziel abgelehnt"]


def test_what_a_finding_suggests_is_one_step_away(admin_client, verweis):
    kandidat = f.dokument(nummer=10654, titel="Mobilitätsregion")
    Befund.objects.create(dokument=verweis.dokument, regel="r", text="t", verweis=verweis, kandidat=kandidat)
    seite = admin_client.get(reverse("admin:anfragen_verweis_change", args=[verweis.pk])).content.decode()
    assert f'value="dokument-{kandidat.pk}"' in seite
    assert "Mobilitätsregion" in seite

    decide(admin_client, verweis, f"dokument-{kandidat.pk}")

    assert verweis.ziel_dokument == kandidat
    assert verweis.history.latest().history_change_reason == "Umgeleitet auf Drucksache 17/10654"


def test_what_an_ambiguous_reference_may_mean_is_offered(admin_client):
    alt = f.dokument(nummer=9000, wahlperiode=f.wahlperiode(16))
    verweis = f.verweis(f.dokument(nummer=100), nummer=9000, wahlperiode_abgeleitet=True)
    resolving.resolve_all()

    seite = admin_client.get(reverse("admin:anfragen_verweis_change", args=[verweis.pk])).content.decode()

    assert f'value="dokument-{alt.pk}"' in seite
    decide(admin_client, verweis, f"dokument-{alt.pk}")
    assert (verweis.ziel_dokument, verweis.mehrdeutig) == (alt, False)


def test_an_anfrage_as_target_brings_its_answer(admin_client, verweis):
    antwort = f.antwort(anfrage := f.anfrage(nummer=3973))

    decide(admin_client, verweis, f"anfrage-{anfrage.pk}")

    assert (verweis.ziel_anfrage, verweis.ziel_dokument) == (anfrage, antwort.dokument)


def test_there_is_nothing_to_confirm_without_a_target(admin_client):
    verweis = f.verweis(f.dokument(), typ="Kleine Anfrage", nummer=3939)

    response = decide(admin_client, verweis, "bestaetigen")

    assert "kein Ziel, das sich bestätigen ließe" in response.content.decode()
    assert not verweis.von_hand


def test_several_are_decided_at_once(admin_client, verweis):
    ohne_ziel = f.verweis(verweis.dokument, typ="Kleine Anfrage", nummer=3939)

    response = admin_client.post(
        reverse("admin:anfragen_verweis_changelist"),
        {"action": "bestaetigen", "_selected_action": [verweis.pk, ohne_ziel.pk]},
        follow=True,
    )

    assert set(Verweis.objects.filter(von_hand=True)) == {verweis}
    assert "1 Verweis bestätigt." in response.content.decode()


def test_emptying_the_target_in_the_form_rejects_it(admin_client, verweis):
    daten = {"dokument": verweis.dokument_id, "typ": "Drucksache", "nummer": 10564, "wortlaut": "LT-Drs. 10564"}

    post(admin_client, "anfragen_verweis_change", daten, verweis.pk)

    verweis.refresh_from_db()
    assert verweis.stand == Verweis.Stand.ABGELEHNT


@pytest.mark.parametrize("stand", Verweis.Stand.values)
def test_the_list_filters_by_state(admin_client, verweis, stand):
    response = admin_client.get(reverse("admin:anfragen_verweis_changelist"), {"stand": stand})

    assert list(response.context["cl"].queryset) == ([verweis] if stand == "aufgeloest" else [])


@pytest.mark.parametrize(
    "entscheidung", ["", "loeschen", "dokument-", "dokument-0", "befund-1", "dokument-" + "9" * 30]
)
def test_an_unknown_decision_is_not_found(admin_client, verweis, entscheidung):
    assert decide(admin_client, verweis, entscheidung).status_code == 404
    assert not verweis.von_hand


def test_deciding_needs_a_post_and_an_existing_reference(admin_client, verweis):
    adresse = reverse("admin:anfragen_verweis_entscheiden", args=[verweis.pk])
    assert admin_client.get(adresse).status_code == 405
    fehlt = reverse("admin:anfragen_verweis_entscheiden", args=[verweis.pk + 1])
    assert admin_client.post(fehlt, {"entscheidung": "ablehnen"}).status_code == 404


def test_who_may_only_look_decides_nothing(client, django_user_model, verweis):
    user = django_user_model.objects.create_user("leserin", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_verweis"))
    client.force_login(user)

    assert decide(client, verweis, "ablehnen").status_code == 403
    seite = client.get(reverse("admin:anfragen_verweis_change", args=[verweis.pk])).content.decode()
    assert "entscheidung" not in seite


def test_deleting_the_last_reference_takes_away_what_was_only_cited(admin_client):
    verweis = f.verweis(f.dokument(), nummer=10591)
    resolving.resolve_all()

    admin_client.post(reverse("admin:anfragen_verweis_delete", args=[verweis.pk]), {"post": "yes"})

    assert not Dokument.objects.filter(nummer=10591).exists()
