"""Recording by hand: every list and form opens, and a question, its answer and a follow-up go through the forms."""

from datetime import date

import pytest
from django.contrib import admin
from django.urls import reverse

from anfragen.models import Anfrage, Antwort, Dokument, Einlesung, Nachfrage, Verweis
from tests import factories as f
from tests.anfragen.formulare import document_form, formset, post

pytestmark = pytest.mark.django_db

EIGENE = [model for model in admin.site._registry if model._meta.app_label in {"anfragen", "projekte"}]


@pytest.mark.parametrize("model", EIGENE, ids=lambda model: model.__name__)
def test_every_list_and_every_empty_form_opens(admin_client, model):
    name = f"{model._meta.app_label}_{model._meta.model_name}"

    assert admin_client.get(reverse(f"admin:{name}_changelist"), {"q": "17/1"}).status_code == 200
    # Attempts to read a file are facts that nobody adds.
    assert admin_client.get(reverse(f"admin:{name}_add")).status_code == (403 if model is Einlesung else 200)


def fill(anzahl: int) -> None:
    for i in range(anzahl):
        anfrage = f.anfrage()
        f.fragesteller(anfrage, f"Person {i}")
        frage = f.frage(anfrage)
        antwort = f.antwort(anfrage)
        f.antwortteil(antwort, frage)
        f.verweis(antwort.dokument, ziel_dokument=f.dokument(nur_zitiert=True))
        Einlesung.objects.create(dateiname=f"{i}.pdf", ergebnis="angelegt", dokument=antwort.dokument)
        f.aussage(f.projekt(f"{i:02}-99", handlungsfeld=f.handlungsfeld()), antwort.dokument, kommune=f.kommune())


@pytest.mark.parametrize("model", EIGENE, ids=lambda model: model.__name__)
def test_the_queries_of_a_list_do_not_grow_with_its_rows(admin_client, django_assert_max_num_queries, model):
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    fill(12)

    with django_assert_max_num_queries(12):
        assert admin_client.get(url).status_code == 200


def test_a_question_its_answer_and_a_follow_up_are_recorded_by_hand(admin_client):
    wp, reihe = f.wahlperiode(), f.reihe()
    person, spd = f.person(), f.fraktion()
    post(
        admin_client,
        "anfragen_anfrage_add",
        {
            "wahlperiode": wp.pk,
            "art": "klein",
            "nummer": "4284",
            "titel": "Wie verbessert die „Ruhrkonferenz“ das Leben?",
            "gestellt_am": "03.09.2020",
            "fraktionen": [spd.pk],
            "zustand": "offen",
            "veroeffentlichung": "veroeffentlicht",
            **formset("fragesteller", {"position": 1, "person": person.pk, "name_gedruckt": "Carina Gödecke"}),
            **formset("fragen", {"nummer": 1, "text": "Welche Projekte?"}, {"nummer": 2, "text": "Welche Ziele?"}),
            **formset("Antwort_anfragen"),
            **formset("nachfragen"),
        },
    )
    anfrage = Anfrage.objects.get(nummer=4284)
    frage_1, frage_2 = anfrage.fragen.all()
    post(
        admin_client,
        "anfragen_dokument_add",
        {
            "wahlperiode": wp.pk,
            "reihe": reihe.pk,
            "nummer": "11212",
            "art": "antwort",
            "titel": anfrage.titel,
            "datum": "30.09.2020",
            "herkunft": "hand",
            "veroeffentlichung": "veroeffentlicht",
            **formset(
                "verweise",
                {"typ": "Drucksache", "wahlperiode_nummer": 17, "nummer": 10591, "wortlaut": "LT-Drs. 10591"},
            ),
            **formset("befunde"),
        },
    )
    dokument = Dokument.objects.get(nummer=11212)
    post(
        admin_client,
        "anfragen_antwort_add",
        {
            "dokument": dokument.pk,
            "art": "antwort",
            "anfragen": [anfrage.pk],
            "datum_schreiben": "30.09.2020",
            "amt": "Der Minister für Verkehr",
            "einvernehmen": "[]",
            **formset("teile", {"position": 1, "fragen": [frage_1.pk, frage_2.pk], "text": "Fünfzehn Projekte."}),
        },
    )
    post(
        admin_client,
        "anfragen_nachfrage_add",
        {
            "anfrage": anfrage.pk,
            "frage": frage_1.pk,
            "titel": "Förderanteil Bochums",
            "offen": "Der Anteil Bochums.",
            "faellig_am": "15.01.2021",
            "mittel": "anfrage",
            "stand": "vorbereitet",
            "veroeffentlichung": "entwurf",
        },
    )

    anfrage.refresh_from_db()
    assert (anfrage.zustand, anfrage.beantwortet_am) == ("beantwortet", date(2020, 9, 30))
    assert list(Antwort.objects.get().teile.get().fragen.all()) == [frage_1, frage_2]
    assert Verweis.objects.get().ziel_dokument.nur_zitiert, "the reference written by hand was resolved"
    assert Nachfrage.objects.get().frage == frage_1
    assert anfrage.history.first().history_user.username == "admin"


def test_entering_an_only_cited_paper_fills_its_record(admin_client):
    zitiert = f.dokument(nummer=3748, reihe=f.reihe("vorlage"), nur_zitiert=True, titel="")
    verweis = f.verweis(f.dokument(), typ="Vorlage", nummer=3748, ziel_dokument=zitiert)

    post(admin_client, "anfragen_dokument_add", document_form(zitiert, titel="Fortschrittsbericht"))

    assert Dokument.objects.get(nummer=3748).titel == "Fortschrittsbericht"
    assert Verweis.objects.with_ziel().get(pk=verweis.pk).stand == Verweis.Stand.AUFGELOEST


def test_giving_an_only_cited_paper_a_title_says_that_we_have_it(admin_client):
    zitiert = f.dokument(nummer=3748, nur_zitiert=True, titel="")

    daten = document_form(zitiert, titel="Fortschrittsbericht", nur_zitiert="on")
    post(admin_client, "anfragen_dokument_change", daten, zitiert.pk)

    zitiert.refresh_from_db()
    assert not zitiert.nur_zitiert


def test_a_number_on_record_is_refused_in_german(admin_client):
    da = f.dokument(nummer=10591)

    response = admin_client.post(reverse("admin:anfragen_dokument_add"), document_form(da, titel="Anderes"))

    assert response.status_code == 200
    assert "existiert bereits" in response.content.decode()


def test_series_and_wahlperiode_of_two_parliaments_are_refused(admin_client):
    daten = document_form(f.dokument(), nummer=5, reihe=f.reihe(kuerzel="bt").pk)

    response = admin_client.post(reverse("admin:anfragen_dokument_add"), daten)

    assert "gehören zu verschiedenen Parlamenten" in response.content.decode()


@pytest.mark.parametrize("weg", ["one", "several"])
def test_deleting_a_cited_paper_makes_it_only_cited(admin_client, weg):
    ziel = f.dokument(nummer=10591)
    verweis = f.verweis(f.dokument(), nummer=10591, ziel_dokument=ziel)

    if weg == "one":
        admin_client.post(reverse("admin:anfragen_dokument_delete", args=[ziel.pk]), {"post": "yes"})
    else:
        admin_client.post(
            reverse("admin:anfragen_dokument_changelist"),
            {"action": "delete_selected", "_selected_action": [ziel.pk], "post": "yes"},
        )

    verweis.refresh_from_db()
    assert verweis.ziel_dokument.nur_zitiert


def test_a_target_chosen_by_hand_stays(admin_client):
    verweis = f.verweis(f.dokument(), nummer=10564)
    richtig = f.dokument(nummer=10654)
    post(
        admin_client,
        "anfragen_verweis_change",
        {
            "dokument": verweis.dokument_id,
            "typ": "Drucksache",
            "wahlperiode_nummer": 17,
            "nummer": 10564,
            "wortlaut": "LT-Drs. 10564",
            "ziel_dokument": richtig.pk,
        },
        verweis.pk,
    )

    verweis.refresh_from_db()
    assert verweis.von_hand
    assert verweis.ziel_dokument == richtig


def test_withdrawing_leaves_a_trace(admin_client):
    anfrage = f.anfrage()

    admin_client.post(
        reverse("admin:anfragen_anfrage_changelist"), {"action": "zurueckziehen", "_selected_action": [anfrage.pk]}
    )

    anfrage.refresh_from_db()
    assert anfrage.veroeffentlichung == "zurueckgezogen"
    assert anfrage.history.first().history_user.username == "admin"


def test_an_anfrage_counts_as_answered_once_its_answer_is_published(admin_client):
    anfrage = f.anfrage()
    entwurf = f.antwort(anfrage, dokument=f.dokument(veroeffentlichung="entwurf")).dokument
    assert (anfrage.zustand, anfrage.beantwortet_am) == ("offen", None), "a draft doesn't show through"

    admin_client.post(
        reverse("admin:anfragen_dokument_changelist"), {"action": "veroeffentlichen", "_selected_action": [entwurf.pk]}
    )

    anfrage.refresh_from_db()
    assert (anfrage.zustand, anfrage.beantwortet_am) == ("beantwortet", date(2020, 9, 30))


def test_deleting_an_answer_opens_the_anfrage_again(admin_client):
    anfrage = f.anfrage()
    antwort = f.antwort(anfrage)

    admin_client.post(reverse("admin:anfragen_antwort_delete", args=[antwort.pk]), {"post": "yes"})

    anfrage.refresh_from_db()
    assert (anfrage.zustand, anfrage.beantwortet_am) == ("offen", None)


@pytest.mark.parametrize("suche", ["4284", "KA 4284", "ruhrkonferenz leben", "Ruhrkonferenz"])
def test_an_anfrage_is_found_by_number_and_by_words(admin_client, suche):
    f.anfrage(nummer=4284, titel="Wie verbessert die „Ruhrkonferenz“ das Leben?")
    f.anfrage(titel="Opelwerk Bochum")

    liste = admin_client.get(reverse("admin:anfragen_anfrage_changelist"), {"q": suche}).context["cl"]

    assert [anfrage.nummer for anfrage in liste.result_list] == [4284]


def test_a_paper_is_found_by_its_number(admin_client):
    f.dokument(nummer=11212)
    f.dokument(nummer=11213)

    liste = admin_client.get(reverse("admin:anfragen_dokument_changelist"), {"q": "17/11212"}).context["cl"]

    assert [dokument.nummer for dokument in liste.result_list] == [11212]


def test_the_history_of_a_record_opens(admin_client):
    anfrage = f.anfrage()

    response = admin_client.get(reverse("admin:anfragen_anfrage_history", args=[anfrage.pk]))

    assert response.status_code == 200


def test_strangers_are_sent_to_sign_in(client):
    response = client.get(reverse("admin:anfragen_anfrage_changelist"))

    assert response.status_code == 302
    assert "/login/" in response["Location"]


def test_staff_without_the_right_may_not_enter(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("gast", is_staff=True))

    assert client.get(reverse("admin:anfragen_anfrage_changelist")).status_code == 403


def test_the_words_that_django_lacks_are_german(admin_client):
    f.anfrage()

    liste = admin_client.get(reverse("admin:anfragen_anfrage_changelist")).content.decode()

    assert "– auswählen –" in liste
    assert "Select an option" not in liste
