"""What staff decide about figures: which may be added, and that findings follow a corrected one."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from anfragen import befunde
from anfragen.models import Befund
from projekte.models import Kennzahl
from tests import factories
from tests.projekte.seiten import betrag

pytestmark = pytest.mark.django_db
LISTE = "/admin/projekte/kennzahl/"


def act(client, action, *zahlen):
    """The messages after an action on these figures."""
    daten = {"action": action, "_selected_action": [zahl.pk for zahl in zahlen]}
    return [str(message) for message in client.post(LISTE, daten, follow=True).context["messages"]]


def test_marked_figures_may_be_added_and_their_history_says_who_marked_them(admin_client, admin_user):
    zahlen = [factories.kennzahl() for _ in range(2)]
    assert act(admin_client, "als_addierbar", *zahlen) == ["2 Zahlen sind jetzt als addierbar gekennzeichnet."]
    assert Kennzahl.objects.addierbar().count() == 2
    assert zahlen[0].history.first().history_user == admin_user
    assert act(admin_client, "als_addierbar", *zahlen) == []
    assert act(admin_client, "als_nicht_addierbar", zahlen[0]) == [
        "Eine Zahl ist jetzt als nicht addierbar gekennzeichnet."
    ]
    assert list(Kennzahl.objects.addierbar()) == [zahlen[1]]


def test_ranges_and_each_are_refused_by_name_and_the_others_marked(admin_client):
    papier = factories.dokument(nummer=11212)
    spanne = factories.kennzahl(dokument=papier, wert=5, wert_bis=10, wortlaut="5 bis 10 Euro")
    je = factories.kennzahl(dokument=factories.dokument(nummer=11213), je=True, wortlaut="je 5 Euro")
    einfach = factories.kennzahl()
    gut, schlecht = act(admin_client, "als_addierbar", spanne, je, einfach)
    assert gut == "Eine Zahl ist jetzt als addierbar gekennzeichnet."
    assert schlecht.startswith("Nicht gekennzeichnet: ")
    assert "„5 bis 10 Euro“ in 17/11212" in schlecht
    assert "„je 5 Euro“ in 17/11213" in schlecht
    assert "keine Spanne, kein „je“" in schlecht
    assert list(Kennzahl.objects.addierbar()) == [einfach]


def test_who_may_only_look_may_not_mark(client, django_user_model):
    leserin = django_user_model.objects.create_user("leserin", is_staff=True)
    leserin.user_permissions.add(Permission.objects.get(codename="view_kennzahl"))
    client.force_login(leserin)
    zahl = factories.kennzahl()
    client.post(LISTE, {"action": "als_addierbar", "_selected_action": [zahl.pk]})
    zahl.refresh_from_db()
    assert not zahl.addierbar


@pytest.fixture
def befund(antwort, mobilitaetsregion) -> Befund:
    """That a later paper names another amount."""
    betrag(mobilitaetsregion, antwort.dokument, wofuer="Förderung der Hochschulen")
    spaeter = factories.dokument(datum=date(2022, 1, 17))
    betrag(mobilitaetsregion, spaeter, wofuer="Förderung der Hochschulen", wert=80_000, wortlaut="80.000 Euro")
    befunde.pruefe([spaeter])
    return Befund.objects.get(regel="betrag-geaendert")


def test_a_finding_goes_when_staff_correct_the_figure(admin_client, befund):
    zahl = Kennzahl.objects.get(wert=80_000)
    felder = {"dokument": zahl.dokument_id, "projekt": zahl.projekt_id, "art": "betrag", "wert": "65000"}
    felder |= {"einheit": "Euro", "wofuer": zahl.wofuer, "wortlaut": zahl.wortlaut}
    assert admin_client.post(f"{LISTE}{zahl.pk}/change/", felder).status_code == 302
    befund.refresh_from_db()
    assert befund.stand == Befund.Stand.BEHOBEN


@pytest.mark.parametrize("in_bulk", [False, True])
def test_a_finding_goes_when_staff_delete_a_figure(admin_client, befund, in_bulk):
    zahl = Kennzahl.objects.get(wert=65_000)
    if in_bulk:
        felder = {"action": "delete_selected", "_selected_action": [zahl.pk], "post": "yes"}
        assert admin_client.post(LISTE, felder).status_code == 302
    else:
        assert admin_client.post(f"{LISTE}{zahl.pk}/delete/", {"post": "yes"}).status_code == 302
    befund.refresh_from_db()
    assert befund.stand == Befund.Stand.BEHOBEN


@pytest.mark.parametrize("feld", ["wert", "wert_bis"])
def test_a_figure_that_no_database_keeps_to_the_cent_is_refused(admin_client, feld):
    zahl = factories.kennzahl()
    felder = {"dokument": zahl.dokument_id, "art": "betrag", "wert": "65000", "einheit": "Euro"}
    felder |= {"wortlaut": zahl.wortlaut, feld: "10000000000000"}
    antwort = admin_client.post(f"{LISTE}{zahl.pk}/change/", felder)
    assert antwort.context["adminform"].form.errors == {feld: ["Erfassbar sind Zahlen unter 10 Billionen."]}
    zahl.refresh_from_db()
    assert zahl.wert == 65_000
