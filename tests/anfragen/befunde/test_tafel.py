"""The board of findings: what it shows, who may decide, and what a decision does."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from anfragen.befunde import entscheiden, pruefe
from anfragen.models import Befund, Verweis
from anfragen.resolving import NichtMoeglich
from tests import factories as f
from tests.anfragen.befunde.seed import beantwortet, paare, zitierend

pytestmark = pytest.mark.django_db

TAFEL = "/admin/anfragen/befund/tafel/"
ENTSCHEIDEN = "/admin/anfragen/befund/tafel/entscheiden/"


@pytest.fixture
def zahlendreher() -> Befund:
    """17/11212 prints 10564 for KA 3973, which 17/10654 answers."""
    beantwortet(3973, 10654, titel="Sachstand „Mobilitätsregion“")
    beantwortet(3986, 10564, titel="Sachstand „Klimaresiliente Region“")
    dokument = zitierend(text=f"{'x ' * 50}3973 (LT-Drs. 10564) und weitere Kleine Anfragen")
    paare(dokument, (3973, 10564))
    pruefe([dokument])
    return Befund.objects.get()


@pytest.fixture
def redaktion(client, django_user_model):
    """A client of staff with these rights and no others."""

    def mit(*rechte: str):
        user = django_user_model.objects.create_user("redaktion", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rechte))
        client.force_login(user)
        return client

    return mit


def entscheide(client, entscheidung, *befunde, **felder):
    daten = {"entscheidung": entscheidung, "befund": [befund.pk for befund in befunde], **felder}
    return client.post(ENTSCHEIDEN, daten)


def test_a_finding_is_shown_with_all_its_evidence(admin_client, zahlendreher):
    html = admin_client.get(TAFEL).content.decode()

    assert "Vermutlicher Zahlendreher in Drucksache 17/11212" in html
    assert "<mark>3973 (LT-Drs. 10564</mark>" in html
    assert "Sachstand „Klimaresiliente Region“" in html
    assert "Sachstand „Mobilitätsregion“" in html
    assert "Verweis auf 17/10654 umleiten" in html
    assert not re.search(r"style=|<style|onclick=", html), "the Content Security Policy forbids them"


def test_without_findings_the_board_says_so(admin_client):
    assert "Es ist kein Befund offen." in admin_client.get(TAFEL).content.decode()


def test_mending_leads_the_reference_to_the_candidate(admin_client, zahlendreher):
    response = entscheide(admin_client, "beheben", zahlendreher, zurueck="regel=zahlendreher")

    assert response["Location"] == f"{TAFEL}?regel=zahlendreher#befunde"
    zahlendreher.refresh_from_db()
    verweis = Verweis.objects.select_related("ziel_dokument").get(pk=zahlendreher.verweis_id)
    assert (verweis.ziel_dokument.nummer, verweis.nummer, verweis.von_hand) == (10654, 10564, True)
    assert zahlendreher.stand == "behoben"
    assert zahlendreher.history.first().history_user.username == "admin"


def test_what_is_mended_is_not_called_cited_and_can_not_be_selected(admin_client, zahlendreher):
    entscheide(admin_client, "beheben", zahlendreher)

    html = admin_client.get(TAFEL, {"stand": "behoben"}).content.decode()

    assert "<dt>Der Verweis führt zu</dt>" in html
    assert "Zitiert ist" not in html
    assert 'type="checkbox"' not in html.partition('id="befunde"')[2]


def test_dismissing_takes_a_reason(admin_client, zahlendreher):
    entscheide(admin_client, "verwerfen", zahlendreher, grund=" ")
    zahlendreher.refresh_from_db()
    assert zahlendreher.stand == "offen"

    entscheide(admin_client, "verwerfen", zahlendreher, grund="So steht es auch im Original.")
    zahlendreher.refresh_from_db()
    assert (zahlendreher.stand, zahlendreher.begruendung) == ("verworfen", "So steht es auch im Original.")


def test_a_decision_can_be_taken_back(admin_client, zahlendreher):
    entscheide(admin_client, "bestaetigen", zahlendreher)
    assert "Wieder öffnen" in admin_client.get(TAFEL, {"stand": "bestaetigt"}).content.decode()

    entscheide(admin_client, "oeffnen", zahlendreher)

    zahlendreher.refresh_from_db()
    assert zahlendreher.stand == "offen"


def test_what_somebody_else_decided_meanwhile_stays(admin_client, zahlendreher):
    entscheide(admin_client, "beheben", zahlendreher)

    for zu_spaet in ("verwerfen", "bestaetigen", "beheben"):
        daten = {"entscheidung": zu_spaet, "befund": zahlendreher.pk, "grund": "Es stimmt so."}
        html = admin_client.post(ENTSCHEIDEN, daten, follow=True).content.decode()
        assert "ist inzwischen behoben. Öffnen Sie den Befund wieder" in html

    zahlendreher.refresh_from_db()
    assert (zahlendreher.stand, zahlendreher.begruendung) == (
        "behoben",
        "„LT-Drs. 10564“ führt jetzt zu Drucksache 17/10654.",
    )


def test_a_finding_that_is_gone_does_not_come_back(zahlendreher):
    Befund.objects.all().delete()

    with pytest.raises(NichtMoeglich, match="gibt es nicht mehr"):
        entscheiden.bestaetigen(zahlendreher)

    assert not Befund.objects.exists()


def test_a_reason_is_kept_as_text_that_every_database_takes(admin_client, zahlendreher):
    entscheide(admin_client, "verwerfen", zahlendreher, grund="So steht\0 es im Original." + "x" * 9000)

    zahlendreher.refresh_from_db()
    assert zahlendreher.begruendung.startswith("So steht es im Original.xxx")
    assert len(zahlendreher.begruendung) == 500


def test_several_are_decided_at_once(admin_client):
    befunde = [Befund.objects.create(dokument=f.dokument(), regel="neudruck", text="Neudruck") for _ in range(3)]

    entscheide(admin_client, "bestaetigen", *befunde[:2])

    assert list(Befund.objects.order_by("pk").values_list("stand", flat=True)) == ["bestaetigt", "bestaetigt", "offen"]


def test_the_thousandth_finding_is_named_without_a_separator(admin_client):
    Befund.objects.create(pk=12345, dokument=f.dokument(), regel="neudruck", text="Neudruck")

    assert 'name="befund" value="12345"' in admin_client.get(TAFEL).content.decode()


def test_what_has_no_candidate_is_not_mended(admin_client):
    befund = Befund.objects.create(dokument=f.dokument(), regel="neudruck", text="Neudruck")

    response = admin_client.post(ENTSCHEIDEN, {"entscheidung": "beheben", "befund": befund.pk}, follow=True)

    befund.refresh_from_db()
    assert befund.stand == "offen"
    assert "ist nicht bekannt, welches Dokument gemeint ist" in response.content.decode()


def test_choosing_none_is_said(admin_client):
    response = admin_client.post(ENTSCHEIDEN, {"entscheidung": "bestaetigen", "befund": ["x", "9" * 30]}, follow=True)

    assert "Es ist kein Befund ausgewählt." in response.content.decode()


@pytest.mark.parametrize(
    ("abfrage", "regeln"),
    [
        ({}, ["zahlendreher", "neudruck"]),
        ({"regel": "neudruck"}, ["neudruck"]),
        ({"gewicht": "hoch"}, ["zahlendreher"]),
        ({"stand": "behoben"}, ["titel-unsicher"]),
        ({"stand": "alle"}, ["zahlendreher", "titel-unsicher", "neudruck"]),
        ({"regel": "gibt-es-nicht", "seite": "x"}, ["zahlendreher", "neudruck"]),
    ],
    ids=["open ones", "rule", "weight", "state", "every state", "unknown values"],
)
def test_filters(admin_client, zahlendreher, abfrage, regeln):
    Befund.objects.create(dokument=f.dokument(), regel="neudruck", text="Neudruck")
    Befund.objects.create(dokument=f.dokument(), regel="titel-unsicher", text="Titel", stand="behoben")

    zeilen = admin_client.get(TAFEL, abfrage).context["zeilen"]

    assert [zeile.befund.regel for zeile in zeilen] == regeln, "the weightiest first, then the newest paper"


def test_filter_by_wahlperiode(admin_client, zahlendreher):
    alte = f.wahlperiode(16)
    Befund.objects.create(dokument=f.dokument(wahlperiode=alte), regel="neudruck", text="Neudruck")

    zeilen = admin_client.get(TAFEL, {"wahlperiode": alte.pk}).context["zeilen"]

    assert [zeile.befund.regel for zeile in zeilen] == ["neudruck"]


def test_names_lead_to_the_people(admin_client):
    marc, mark = f.person("Marc Lürbke"), f.person("Mark Lürbke")
    text = "„Mark Lürbke“ fragt in dieser Wahlperiode 1-mal, „Marc Lürbke“ 10-mal; vielleicht ist es derselbe Mensch."
    Befund.objects.create(dokument=f.dokument(), regel="name-verdruckt", text=text)

    html = admin_client.get(TAFEL).content.decode()

    for person in (marc, mark):
        assert reverse("admin:anfragen_person_change", args=[person.pk]) in html


def test_wording_in_a_paper_never_runs(admin_client):
    dokument = f.dokument(text="Das ist <script>alert(1)</script> in einem Text.")
    Befund.objects.create(dokument=dokument, regel="neudruck", text="<b>fett</b>", stellen=[[8, 33]])

    html = admin_client.get(TAFEL).content.decode()

    assert "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>" in html
    assert "<b>fett</b>" not in html


def test_the_queries_of_a_page_do_not_grow(admin_client, django_assert_num_queries, django_assert_max_num_queries):
    def fuelle(anzahl):
        for _ in range(anzahl):
            dokument, kandidat = f.dokument(text="ein Text"), f.dokument()
            verweis = f.verweis(dokument, ziel_dokument=f.dokument())
            felder = {"verweis": verweis, "kandidat": kandidat, "stellen": [[0, 3]]}
            Befund.objects.create(dokument=dokument, regel="zahlendreher", text="Zahlendreher", **felder)

    fuelle(2)
    with django_assert_max_num_queries(12) as gezaehlt:
        admin_client.get(TAFEL)
    fuelle(55)
    with django_assert_num_queries(len(gezaehlt)):
        response = admin_client.get(TAFEL)
    assert len(response.context["zeilen"]) == 50


def test_who_may_only_look_sees_no_buttons_and_decides_nothing(redaktion, zahlendreher):
    client = redaktion("view_befund")

    html = client.get(TAFEL).content.decode()

    assert "Vermutlicher Zahlendreher in Drucksache 17/11212" in html
    assert "Bestätigen" not in html
    assert entscheide(client, "bestaetigen", zahlendreher).status_code == 403


def test_mending_takes_the_right_to_change_references(redaktion, zahlendreher):
    client = redaktion("view_befund", "change_befund")

    assert "umleiten" not in client.get(TAFEL).content.decode()
    assert entscheide(client, "beheben", zahlendreher).status_code == 403
    assert entscheide(client, "bestaetigen", zahlendreher).status_code == 302


def test_without_rights_the_board_is_closed(redaktion, client):
    assert client.get(TAFEL).status_code == 302
    assert redaktion().get(TAFEL).status_code == 403


def test_deciding_is_no_link_and_no_invention(admin_client, zahlendreher):
    assert admin_client.get(ENTSCHEIDEN).status_code == 405
    assert entscheide(admin_client, "löschen", zahlendreher).status_code == 403


def test_the_board_is_linked_from_the_start_and_from_the_list(admin_client):
    for adresse in ("/admin/", reverse("admin:anfragen_befund_changelist")):
        assert TAFEL in admin_client.get(adresse).content.decode()
