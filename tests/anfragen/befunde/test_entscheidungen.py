"""Decisions that a rule brings itself: the board offers them, and they settle findings."""

from collections.abc import Mapping, Sequence

import pytest
from django.contrib.auth.models import Permission

from anfragen.befunde import entscheiden, regeln
from anfragen.befunde.regeln import Gewicht, Regel
from anfragen.models import Befund
from anfragen.resolving import NichtMoeglich
from tests import factories as f

pytestmark = pytest.mark.django_db

TAFEL = "/admin/anfragen/befund/tafel/"
ENTSCHEIDEN = "/admin/anfragen/befund/tafel/entscheiden/"


class Umbenennen:
    """Gives the document another title; for findings that name one."""

    schluessel = "umbenennen"
    erledigt = "umbenannt"
    stand = Befund.Stand.BESTAETIGT
    rechte = ("anfragen.change_dokument",)

    def angebote(self, befunde: Sequence[Befund]) -> Mapping[int, str]:
        return {befund.pk: f"In „{befund.text}“ umbenennen" for befund in befunde if befund.text != "?"}

    def triff(self, befund: Befund, user: object) -> str:
        befund.dokument.titel = befund.text
        befund.dokument.save()
        return "Das Dokument heißt jetzt anders."


@pytest.fixture(autouse=True)
def regel(monkeypatch) -> Regel:
    """A rule with a decision, whose dismissal holds for all documents; and one with neither."""
    eigene = Regel(
        "titel-alt", "Titel alt", Gewicht.NIEDRIG, "", entscheidungen=(Umbenennen(),), verwerfen="Kein neuer Titel"
    )
    fremde = Regel("neudruck", "Neudruck", Gewicht.NIEDRIG, "")
    monkeypatch.setattr(regeln, "_regeln", {regel.schluessel: regel for regel in (eigene, fremde)})
    return eigene


def befund(text: str = "Neuer Titel", schluessel: str = "titel-alt") -> Befund:
    return Befund.objects.create(dokument=f.dokument(), regel=schluessel, text=text)


def entscheide(client, *befunde: Befund, **felder: str):
    daten = {"entscheidung": "umbenennen", "befund": [b.pk for b in befunde]} | felder
    return client.post(ENTSCHEIDEN, daten, follow=True)


@pytest.fixture
def redaktion(client, django_user_model):
    user = django_user_model.objects.create_user("redaktion", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_befund", "change_befund"]))
    client.force_login(user)
    return client


def test_the_board_offers_what_the_rule_brings(admin_client):
    befund(), befund("?"), befund("Neudruck", "neudruck")

    html = admin_client.get(TAFEL).content.decode()

    assert html.count('value="umbenennen"') == 1
    assert "In „Neuer Titel“ umbenennen" in html
    assert html.count(">Kein neuer Titel</button>") == 2
    assert html.count(">Verwerfen</button>") == 1


def test_where_the_rule_offers_something_confirming_is_not_offered(admin_client):
    befund()

    assert ">Bestätigen</button>" not in admin_client.get(TAFEL).content.decode()


def test_the_decision_is_done_and_settles_the_finding(admin_client):
    offen = befund()

    html = entscheide(admin_client, offen).content.decode()

    offen.refresh_from_db()
    assert (offen.stand, offen.begruendung) == ("bestaetigt", "Das Dokument heißt jetzt anders.")
    assert offen.history.first().history_change_reason == "Befund umbenannt"
    assert offen.dokument.titel == "Neuer Titel"
    assert "1 Befund umbenannt." in html


@pytest.mark.parametrize(
    "anderer", [pytest.param(("?", "titel-alt"), id="not offered"), pytest.param(("x", "neudruck"), id="another rule")]
)
def test_what_the_rule_does_not_offer_is_not_done(admin_client, anderer):
    offen = befund(*anderer)

    html = entscheide(admin_client, offen).content.decode()

    offen.refresh_from_db()
    assert offen.stand == "offen"
    assert "Das kann hier nicht entschieden werden." in html


def test_it_takes_the_rights_that_the_decision_names(redaktion):
    offen = befund()

    assert "umbenennen" not in redaktion.get(TAFEL).content.decode()
    assert entscheide(redaktion, offen).status_code == 403
    offen.refresh_from_db()
    assert offen.stand == "offen"


def test_the_second_to_decide_hears_of_the_first(admin_client):
    offen = befund()
    entscheide(admin_client, offen)

    html = entscheide(admin_client, offen).content.decode()

    assert "ist inzwischen bestätigt. Öffnen Sie den Befund wieder" in html


def test_an_unknown_decision_is_refused(admin_client):
    assert entscheide(admin_client, befund(), entscheidung="gibt-es-nicht").status_code == 403


def test_dismissing_holds_for_the_same_words_in_other_documents(admin_client):
    erster, zweiter, anderer = befund(), befund(), befund("Anderer Titel")
    bestaetigter = befund()
    entscheiden.bestaetigen(bestaetigter)

    entscheide(admin_client, erster, entscheidung="verwerfen", grund="Er heißt schon so.")

    staende = dict(Befund.objects.values_list("pk", "stand"))
    assert staende == {
        erster.pk: "verworfen",
        zweiter.pk: "verworfen",
        anderer.pk: "offen",
        bestaetigter.pk: "bestaetigt",
    }


def test_dismissing_another_rule_s_finding_leaves_others_open():
    erster, zweiter = befund("Neudruck", "neudruck"), befund("Neudruck", "neudruck")

    entscheiden.verwerfen(erster, "Ist keiner.")

    zweiter.refresh_from_db()
    assert zweiter.stand == "offen"


def test_a_decision_that_fails_changes_nothing(regel, monkeypatch):
    def scheitere(befund: Befund, user: object) -> str:
        befund.dokument.delete()
        raise NichtMoeglich("Das geht nicht.")

    monkeypatch.setattr(regel.entscheidungen[0], "triff", scheitere)
    offen = befund()

    with pytest.raises(NichtMoeglich, match="Das geht nicht"):
        entscheiden.treffe(offen, regel.entscheidungen[0])

    assert Befund.objects.get().stand == "offen"
