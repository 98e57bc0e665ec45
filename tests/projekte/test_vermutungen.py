"""Names that may mean a project: what staff decide about them on the board, and what follows."""

import pytest
from django.contrib.auth.models import Permission

from anfragen.models import Befund, Dokument
from anfragen.parsing.drucksache import parse
from anfragen.recording import Quelle, record
from projekte.befunde import PROJEKT_VIELLEICHT_GENANNT, PROJEKTNAME_VERMUTET, PROJEKTTITEL_VERMUTET, Vermutung
from projekte.models import Projekt, Projektaussage, Projektname
from projekte.parsing import BekanntesProjekt
from tests import factories as f

TAFEL = "/admin/anfragen/befund/tafel/"
ENTSCHEIDEN = f"{TAFEL}entscheiden/"
KOPF = """LANDTAG NORDRHEIN-WESTFALEN
17. Wahlperiode
Drucksache 17/{nummer}
08.02.2019

Antwort
der Landesregierung
auf die Kleine Anfrage {anfrage} vom 9. Januar 2019
der Abgeordneten Sarah Philipp SPD
Drucksache 17/{frage}

Was wird aus der Ruhr-Konferenz?

Der Minister für Verkehr hat die Kleine Anfrage {anfrage} mit Schreiben vom 6. Februar 2019 namens der Landesregierung
beantwortet.

1. Was kostet das?

"""
SATZ = "Die „Exzellenz Departments“ in Bochum erhalten 5 Mio. Euro."

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def departments() -> Projekt:
    f.wahlperiode()
    f.reihe()
    f.fraktion("SPD")
    f.kommune()
    return f.projekt("15-01", name="Excellence Departments der Exzellenz")


def answer(nummer: int = 5030, text: str = SATZ) -> Dokument:
    kopf = KOPF.format(nummer=nummer, anfrage=nummer + 10_000, frage=nummer - 200)
    return record(parse(kopf + text), Quelle(f"17-{nummer}.txt", f"{nummer:064}")).dokument


def entscheide(client, entscheidung: str, befund: Befund, **felder: str) -> str:
    daten = {"entscheidung": entscheidung, "befund": befund.pk, **felder}
    return client.post(ENTSCHEIDEN, daten, follow=True).content.decode()


@pytest.mark.parametrize("regel", [PROJEKTNAME_VERMUTET, PROJEKT_VIELLEICHT_GENANNT, PROJEKTTITEL_VERMUTET])
@pytest.mark.parametrize("projekt", ["[15-01] Research (neu): Zusammenarbeit", "„Ruhr meinen. Valley“"])
def test_a_finding_s_text_tells_what_it_supposes(regel, projekt):
    vermutung = Vermutung(regel, "Exzellenz „2.0“", projekt)
    assert Vermutung.lies(regel, vermutung.text) == vermutung


def test_another_text_supposes_nothing():
    assert Vermutung.lies(PROJEKTNAME_VERMUTET, "Neudruck") is None
    assert Vermutung.lies("neudruck", "„X“ kann das Projekt „Y“ meinen.") is None


def test_a_name_taken_over_makes_the_statement(admin_client, departments):
    dokument = answer()
    befund = Befund.objects.get(regel=PROJEKTNAME_VERMUTET)
    assert "Als Namen von [15-01] übernehmen" in admin_client.get(TAFEL).content.decode()

    html = entscheide(admin_client, "projektname-uebernehmen", befund)

    assert "1 Befund übernommen: die Aussage ist erfasst." in html
    name = Projektname.objects.get()
    assert (name.name, name.projekt, name.dokument) == ("Exzellenz Departments", departments, dokument)
    assert name.history.get().history_user.username == "admin"
    aussage = Projektaussage.objects.get()
    assert (aussage.wortlaut, aussage.kommune) == (SATZ, f.kommune())
    assert dokument.text[aussage.start : aussage.ende] == SATZ
    assert aussage.history.get().history_user is None, "an import may still correct what reading wrote"
    assert aussage.kennzahlen.get().wert == 5_000_000
    befund.refresh_from_db()
    assert (befund.stand, befund.begruendung.startswith("„Exzellenz Departments“ ist als Name")) == ("bestaetigt", True)


def test_reading_the_file_again_changes_nothing_more(admin_client):
    answer()
    befund = Befund.objects.get(regel=PROJEKTNAME_VERMUTET)
    entscheide(admin_client, "projektname-uebernehmen", befund)

    answer()

    befund.refresh_from_db()
    assert (befund.stand, Projektaussage.objects.count(), Projektname.objects.count()) == ("bestaetigt", 1, 1)


def test_other_documents_that_print_the_name_come_along_when_asked_to(admin_client):
    for nummer in (5030, 5031, 5032):
        answer(nummer)
    assert "… auch in 2 weiteren Dokumenten" in admin_client.get(TAFEL).content.decode()
    erster = Befund.objects.filter(regel=PROJEKTNAME_VERMUTET).earliest("pk")

    entscheide(admin_client, "projektname-ueberall", erster)

    assert set(Befund.objects.filter(regel=PROJEKTNAME_VERMUTET).values_list("stand", flat=True)) == {"bestaetigt"}
    assert Projektaussage.objects.count() == 3


def test_without_being_asked_to_other_documents_wait(admin_client):
    answer(5030), answer(5031)
    erster, zweiter = Befund.objects.filter(regel=PROJEKTNAME_VERMUTET).order_by("pk")

    entscheide(admin_client, "projektname-uebernehmen", erster)

    zweiter.refresh_from_db()
    assert (zweiter.stand, Projektaussage.objects.count()) == ("offen", 1)


def test_what_is_no_name_is_never_proposed_again(admin_client):
    answer(5030), answer(5031)
    befund = Befund.objects.filter(regel=PROJEKTNAME_VERMUTET).earliest("pk")

    entscheide(admin_client, "verwerfen", befund, grund="Das ist ein anderes Programm.")
    answer(5030), answer(5032)

    assert set(Befund.objects.filter(regel=PROJEKTNAME_VERMUTET).values_list("stand", flat=True)) == {"verworfen"}
    assert Befund.objects.filter(regel=PROJEKTNAME_VERMUTET).count() == 2


def test_an_everyday_word_becomes_a_statement_where_staff_say_so(admin_client):
    f.projekt("", name="Lehrergewinnung")
    answer(5030, "Die Ruhr-Konferenz wirkt. Die Lehrergewinnung in Bochum kommt voran.")
    befund = Befund.objects.get(regel=PROJEKT_VIELLEICHT_GENANNT)
    assert "Als Aussage zu „Lehrergewinnung“ erfassen" in admin_client.get(TAFEL).content.decode()

    entscheide(admin_client, "projektname-uebernehmen", befund)
    answer(5030, "Die Ruhr-Konferenz wirkt. Die Lehrergewinnung in Bochum kommt voran.")

    aussage = Projektaussage.objects.get()
    assert (aussage.wortlaut, aussage.kommune) == ("Die Lehrergewinnung in Bochum kommt voran.", f.kommune())
    assert aussage.history.latest().history_user.username == "admin"
    assert not Projektname.objects.exists()
    befund.refresh_from_db()
    assert befund.stand == "bestaetigt"


def test_an_everyday_word_that_is_none_says_nothing_about_other_documents(admin_client):
    f.projekt("", name="Lehrergewinnung")
    for nummer in (5030, 5031):
        answer(nummer, "Die Ruhr-Konferenz wirkt. Die Lehrergewinnung kommt voran.")
    befund = Befund.objects.filter(regel=PROJEKT_VIELLEICHT_GENANNT).earliest("pk")

    entscheide(admin_client, "verwerfen", befund, grund="Hier ist die Sache gemeint.")

    assert Befund.objects.filter(regel=PROJEKT_VIELLEICHT_GENANNT, stand="offen").count() == 1


def test_a_name_of_another_project_is_not_given_away(admin_client):
    answer()
    f.projekt("15-09", name="Exzellenz Departments")

    html = entscheide(admin_client, "projektname-uebernehmen", Befund.objects.get(regel=PROJEKTNAME_VERMUTET))

    assert "„Exzellenz Departments“ heißt schon das Projekt [15-09] Exzellenz Departments." in html
    assert not Projektname.objects.exists()
    assert Befund.objects.get(regel=PROJEKTNAME_VERMUTET).stand == "offen"


def test_a_project_that_was_renamed_meanwhile_is_offered_no_more(admin_client, departments):
    answer()
    departments.name = "Research Departments"
    departments.save()

    assert "projektname-uebernehmen" not in admin_client.get(TAFEL).content.decode()


@pytest.mark.parametrize("kennung", ["15-02", ""])
@pytest.mark.parametrize("name", ["Netz der „Talente“", "„Talente“ im Netz"])
def test_a_name_with_quotes_at_its_end_is_offered_too(admin_client, kennung, name):
    projekt = f.projekt(kennung, name=name)
    bekannt = str(BekanntesProjekt(projekt.natural_key(), kennung, (name,)))
    text = Vermutung(PROJEKTNAME_VERMUTET, "Talentenetz", bekannt).text
    Befund.objects.create(dokument=answer(text="Nichts."), regel=PROJEKTNAME_VERMUTET, text=text)
    assert f"Als Namen von {f'[{kennung}]' if kennung else f'„{name}“'} übernehmen" in (
        admin_client.get(TAFEL).content.decode()
    )


def test_it_takes_the_right_to_add_names(client, django_user_model):
    answer()
    user = django_user_model.objects.create_user("redaktion", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_befund", "change_befund"]))
    client.force_login(user)

    befund = Befund.objects.get(regel=PROJEKTNAME_VERMUTET)
    response = client.post(ENTSCHEIDEN, {"entscheidung": "projektname-uebernehmen", "befund": befund.pk})

    assert response.status_code == 403
    assert "projektname-uebernehmen" not in client.get(TAFEL).content.decode()
    assert not Projektname.objects.exists()


def test_the_second_to_decide_hears_of_the_first(admin_client):
    answer()
    befund = Befund.objects.get(regel=PROJEKTNAME_VERMUTET)
    entscheide(admin_client, "projektname-uebernehmen", befund)

    assert "ist inzwischen bestätigt" in entscheide(admin_client, "projektname-uebernehmen", befund)
    assert Projektaussage.objects.count() == 1


def test_the_board_s_queries_do_not_grow(admin_client, django_assert_num_queries, django_assert_max_num_queries):
    answer(5030)
    with django_assert_max_num_queries(13) as gezaehlt:
        admin_client.get(TAFEL)
    for nummer in range(5031, 5036):
        answer(nummer)
    with django_assert_num_queries(len(gezaehlt)):
        admin_client.get(TAFEL)
