"""The form and the list of commitments: what they refuse, what they keep, and what is done to several at once."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from anfragen.models import Zusage
from anfragen.zusagen import fassung
from tests import factories as f
from tests.anfragen.formulare import post

pytestmark = pytest.mark.django_db

LISTE = reverse("admin:anfragen_zusage_changelist")


def form_data(zusage: Zusage, **daten: object) -> dict[str, object]:
    return {
        "wortlaut": zusage.wortlaut,
        "dokument": zusage.dokument_id,
        "stand": zusage.stand,
        "veroeffentlichung": zusage.veroeffentlichung,
        "art": zusage.art,
        "fassung": fassung(zusage) or "",
        **daten,
    }


def save(client, zusage: Zusage, **daten: object):
    return client.post(reverse("admin:anfragen_zusage_change", args=[zusage.pk]), form_data(zusage, **daten))


def test_a_commitment_is_recorded_by_hand(admin_client):
    entwurf = Zusage(wortlaut="Der Bericht kommt.", dokument=f.dokument())

    daten = form_data(entwurf, fassung="", stand="offen", faellig_am="31.12.2021", vermerk="Im Ausschuss gehört.")
    post(admin_client, "anfragen_zusage_add", daten)

    zusage = Zusage.objects.get()
    assert (zusage.stand, zusage.faellig_am, zusage.vermerk) == ("offen", date(2021, 12, 31), "Im Ausschuss gehört.")


def test_the_history_says_which_state_was_chosen(admin_client, admin_user):
    zusage = f.zusage()

    post(admin_client, "anfragen_zusage_change", form_data(zusage, stand="offen"), zusage.pk)

    eintrag = zusage.history.first()
    assert (eintrag.history_change_reason, eintrag.history_user) == ("Stand: offen", admin_user)


@pytest.mark.parametrize(
    ("daten", "meldung"),
    [
        ({"stand": "offen", "erfuellt_am": "01.12.2020"}, "Was eine Zusage erfüllt, gehört zum Stand „erfüllt“."),
        ({"stand": "erfuellt"}, "Nennen Sie das Dokument oder den Tag, mit dem die Zusage erfüllt ist."),
        ({"stand": "erfuellt", "erfuellt_am": "01.12.2999"}, "liegt in der Zukunft"),
        ({"stand": "offen", "faellig_am": "31.12.2012"}, "Der Termin liegt vor dem Tag der Zusage"),
        ({"faellig_am": "31.13.2021"}, "Bitte ein gültiges Datum eingeben."),
        ({"dokument": ""}, "Dieses Feld ist zwingend erforderlich."),
    ],
    ids=["not fulfilled", "by nothing", "tomorrow", "before it", "no such day", "no paper"],
)
def test_what_can_not_be_is_refused_in_german(admin_client, daten, meldung):
    zusage = f.zusage()

    response = save(admin_client, zusage, **daten)

    assert response.status_code == 200
    assert meldung in response.content.decode()
    zusage.refresh_from_db()
    assert zusage.stand == "vorgeschlagen"


def test_its_own_paper_does_not_fulfil_it(admin_client):
    zusage = f.zusage(stand="offen")

    response = save(admin_client, zusage, stand="erfuellt", erfuellt_durch=zusage.dokument_id)

    assert response.context["adminform"].errors == {
        "erfuellt_durch": ["Das Dokument, in dem eine Zusage steht, erfüllt sie nicht."]
    }


def test_of_two_who_save_the_same_form_the_second_is_told(admin_client, admin_user):
    zusage = f.zusage()
    gesehen = admin_client.get(reverse("admin:anfragen_zusage_change", args=[zusage.pk]))
    feld = f'<input type="hidden" name="fassung" value="{fassung(zusage)}" id="id_fassung">'
    assert feld in gesehen.content.decode()
    daten = form_data(zusage, vermerk="Meins.")
    save(admin_client, zusage, stand="verworfen")

    response = admin_client.post(reverse("admin:anfragen_zusage_change", args=[zusage.pk]), daten)

    assert "wurde inzwischen geändert („Stand: verworfen“, admin, " in response.content.decode()
    zusage.refresh_from_db()
    assert (zusage.stand, zusage.vermerk) == ("verworfen", "")


def test_a_commitment_that_only_reading_wrote_has_no_version_and_is_saved(admin_client):
    zusage = f.zusage()
    zusage.history.all().delete()

    assert save(admin_client, zusage, stand="offen").status_code == 302


def test_who_may_only_look_sees_the_record_without_a_form(client, django_user_model):
    user = django_user_model.objects.create_user("redaktion", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_zusage"))
    client.force_login(user)
    zusage = f.zusage(vermerk="Im Ausschuss gehört.")

    html = client.get(reverse("admin:anfragen_zusage_change", args=[zusage.pk])).content.decode()

    assert "Im Ausschuss gehört." in html
    assert 'name="stand"' not in html
    assert save(client, zusage, stand="offen").status_code == 403


def test_the_list_says_how_late_open_ones_are_and_finds_them(admin_client):
    heute = timezone.localdate()
    spaet = f.zusage(stand="offen", faellig_am=heute - timedelta(days=12), wortlaut="Spät.")
    f.zusage(stand="erfuellt", faellig_am=heute - timedelta(days=12), wortlaut="Erfüllt.")
    ohne = f.zusage(stand="offen", wortlaut="Ohne Tag.")

    def gefunden(**abfrage):
        return list(admin_client.get(LISTE, abfrage).context["cl"].result_list)

    html = admin_client.get(LISTE).content.decode()
    assert "Zeitraum (fällig am)" in html
    assert html.count("12 Tage überfällig") == 1
    assert gefunden(frist="ueberfaellig") == [spaet]
    assert gefunden(frist="ohne") == [ohne]
    assert len(gefunden(frist="x")) == 3


@pytest.mark.parametrize(
    ("aktion", "stand", "veroeffentlichung", "grund"),
    [
        ("annehmen", "offen", "veroeffentlicht", "Zusage angenommen"),
        ("verwerfen", "verworfen", "entwurf", "Zusage verworfen"),
        ("veroeffentlichen", "vorgeschlagen", "veroeffentlicht", None),
    ],
)
def test_actions_on_several_leave_a_trace(admin_client, admin_user, aktion, stand, veroeffentlichung, grund):
    zusagen = [f.zusage() for _ in range(2)]

    admin_client.post(LISTE, {"action": aktion, "_selected_action": [zusage.pk for zusage in zusagen]})

    for zusage in zusagen:
        zusage.refresh_from_db()
        assert (zusage.stand, zusage.veroeffentlichung) == (stand, veroeffentlichung)
        eintrag = zusage.history.first()
        assert (eintrag.history_user, eintrag.history_change_reason) == (admin_user, grund)


def test_taking_several_up_leaves_each_with_whom_it_is_assigned_to(admin_client, django_user_model):
    person = django_user_model.objects.create_user("zustaendig", is_staff=True)
    zusage = f.zusage(verantwortlich=person)

    admin_client.post(LISTE, {"action": "annehmen", "_selected_action": [zusage.pk]})

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.verantwortlich) == ("offen", person)


def test_the_queries_of_the_list_do_not_grow(admin_client, admin_user, django_assert_num_queries):
    def fuelle(anzahl):
        for _ in range(anzahl):
            felder = {"stand": "erfuellt", "erfuellt_durch": f.dokument(), "verantwortlich": admin_user}
            f.zusage(dokument=f.antwort().dokument, **felder)

    fuelle(1)
    with django_assert_num_queries(7):
        admin_client.get(LISTE)
    fuelle(99)
    with django_assert_num_queries(7):
        admin_client.get(LISTE)
