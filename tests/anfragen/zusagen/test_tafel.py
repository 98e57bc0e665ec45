"""The board of commitments: what it shows, who may decide, and what a decision does."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from anfragen.models import Zusage
from tests import factories as f

pytestmark = pytest.mark.django_db

TAFEL = "/admin/anfragen/zusage/tafel/"
ENTSCHEIDEN = "/admin/anfragen/zusage/tafel/entscheiden/"
TEXT = "Es ist viel gesagt. Der Bericht wird bis Ende 2021 vorgelegt. Mehr ist nicht bekannt."
OFFEN = {"stand": "offen", "veroeffentlichung": "veroeffentlicht"}


def in_tagen(tage: int) -> date:
    return timezone.localdate() + timedelta(days=tage)


@pytest.fixture
def zusage() -> Zusage:
    """Proposed from the answer to Frage 1, about [13-02], due at the end of 2021."""
    antwort = f.antwort(dokument=f.dokument(nummer=11212, text=TEXT, art="antwort"), ministerium=f.ministerium())
    teil = f.antwortteil(antwort, f.frage(antwort.anfragen.get()), start=0, ende=len(TEXT))
    return f.zusage(
        f.projekt(),
        dokument=antwort.dokument,
        antwortteil=teil,
        art="termin",
        start=20,
        ende=61,
        faellig_am=date(2021, 12, 31),
        faellig_wortlaut="bis Ende 2021",
    )


@pytest.fixture
def redaktion(client, django_user_model):
    """A client of staff with these rights and no others."""

    def mit(*rechte: str):
        user = django_user_model.objects.create_user("redaktion", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rechte))
        client.force_login(user)
        return client

    return mit


def entscheide(client, entscheidung, *zusagen, **felder):
    """Decides, and gives the HTML of the board that comes back."""
    daten = {"entscheidung": entscheidung, "zusage": [zusage.pk for zusage in zusagen], **felder}
    return client.post(ENTSCHEIDEN, daten, follow=True).content.decode()


def liste(client, **abfrage):
    return [zeile.zusage for zeile in client.get(TAFEL, abfrage).context["zeilen"]]


def test_a_proposal_is_shown_in_its_passage_with_all_that_is_known(admin_client, zusage):
    html = admin_client.get(TAFEL).content.decode()

    assert "Mit Termin angekündigt in Drucksache 17/11212" in html
    assert "viel gesagt. <mark>Der Bericht wird bis Ende 2021 vorgelegt.</mark> Mehr ist nicht" in html
    assert "Antwort auf Frage 1" in html
    assert f"{zusage.dokument.antwort.anfragen.get().get_absolute_url()}#antwort-11212-1" in html
    assert "31. Dezember 2021 (gedruckt: „bis Ende 2021“)" in html
    assert 'name="faellig_am" value="2021-12-31"' in html
    assert "[13-02] Mobilitätsregion" in html
    assert "Ministerium für Verkehr" in html
    assert not re.search(r"style=|<style|onclick=", html), "the Content Security Policy forbids them"


def test_without_commitments_every_tab_says_so(admin_client):
    assert "Es ist keine Zusage vorgeschlagen." in admin_client.get(TAFEL).content.decode()
    for stand in ("offen", "ueberfaellig", "erfuellt", "verworfen"):
        assert "Zu diesen Filtern gibt es keine Zusage." in admin_client.get(TAFEL, {"stand": stand}).content.decode()


def test_taking_up_keeps_the_day_the_person_and_the_way_back(admin_client, admin_user, zusage):
    daten = {"faellig_am": "2022-06-30", "verantwortlich": admin_user.pk, "oeffentlich": "on", "zurueck": "art=termin"}
    response = admin_client.post(ENTSCHEIDEN, {"entscheidung": "annehmen", "zusage": zusage.pk, **daten})

    assert response["Location"] == f"{TAFEL}?art=termin#zusagen"
    zusage.refresh_from_db()
    assert (zusage.stand, zusage.faellig_am, zusage.verantwortlich) == ("offen", date(2022, 6, 30), admin_user)
    assert zusage.veroeffentlichung == "veroeffentlicht"
    eintrag = zusage.history.first()
    assert (eintrag.history_user, eintrag.history_change_reason) == (admin_user, "Zusage angenommen")


def test_an_emptied_day_and_no_tick_are_taken_at_their_word(admin_client, zusage):
    assert "1 Zusage angenommen." in entscheide(admin_client, "annehmen", zusage, faellig_am="")

    zusage.refresh_from_db()
    assert (zusage.faellig_am, zusage.veroeffentlichung) == (None, "entwurf")


def test_several_taken_up_at_once_keep_their_own_days(admin_client, zusage):
    andere, dritte = f.zusage(faellig_am=date(2022, 1, 31)), f.zusage()

    assert "2 Zusagen angenommen." in entscheide(admin_client, "annehmen", zusage, andere, oeffentlich="on")

    tage = list(Zusage.objects.offen().order_by("pk").values_list("faellig_am", flat=True))
    assert tage == [date(2021, 12, 31), date(2022, 1, 31)]
    dritte.refresh_from_db()
    assert dritte.stand == "vorgeschlagen"


def test_several_are_dismissed_at_once(admin_client):
    zusagen = [f.zusage() for _ in range(3)]

    assert "2 Zusagen verworfen." in entscheide(admin_client, "verwerfen", *zusagen[:2])

    assert list(Zusage.objects.order_by("pk").values_list("stand", flat=True)) == [
        "verworfen",
        "verworfen",
        "vorgeschlagen",
    ]


def test_of_several_those_that_are_decided_already_are_named_and_the_others_done(admin_client, zusage):
    erledigt = f.zusage(stand="verworfen", wortlaut="Das Gesetz kommt.")

    html = entscheide(admin_client, "annehmen", erledigt, zusage)

    assert "„Das Gesetz kommt.“ ist inzwischen verworfen" in html
    assert "1 Zusage angenommen." in html


@pytest.mark.parametrize("eingabe", ["17/16201", "Drucksache 17/16201", "LT-Drs. 17/16201 "])
def test_a_typed_number_closes(admin_client, eingabe):
    offen, papier = f.zusage(**OFFEN), f.dokument(nummer=16201, datum=date(2021, 12, 1))

    assert "1 Zusage als erfüllt geschlossen." in entscheide(admin_client, "erfuellen", offen, nummer=eingabe)

    offen.refresh_from_db()
    assert (offen.stand, offen.erfuellt_durch, offen.erfuellt_am) == ("erfuellt", papier, date(2021, 12, 1))


def test_a_suggested_paper_closes_with_one_button(admin_client):
    offen, papier = f.zusage(**OFFEN), f.dokument(datum=date(2021, 12, 1))
    f.verweis(papier, ziel_dokument=offen.dokument)
    html = admin_client.get(TAFEL, {"stand": "offen"}).content.decode()
    assert f'name="durch" value="{papier.pk}"' in html
    assert "zitiert das Dokument der Zusage" in html

    entscheide(admin_client, "erfuellen", offen, durch=papier.pk)

    offen.refresh_from_db()
    assert offen.erfuellt_durch == papier


@pytest.mark.parametrize(
    ("felder", "meldung"),
    [
        ({"nummer": "17/99999"}, "„17/99999“ ist nicht bekannt"),
        ({"nummer": "der Bericht"}, "„der Bericht“ ist keine Nummer eines Dokuments"),
        ({"nummer": "KA 4284"}, "„KA 4284“ ist keine Nummer eines Dokuments"),
        ({"nummer": "16201"}, "„16201“ ist keine Nummer eines Dokuments"),
        ({"nummer": "17/500"}, "tragen mehrere: Drucksache 17/500, Vorlage 17/500. Schreiben Sie die Reihe dazu."),
        ({"nummer": "17/11212"}, "in dem eine Zusage steht, erfüllt sie nicht"),
        ({"nummer": "17/400"}, "Drucksache 17/400 vom 1. Januar 2019 ist älter als die Zusage"),
        ({"nummer": "9" * 99}, "Dokument: "),
        ({"am": "31.13.2021"}, "Erfüllt am: Bitte ein gültiges Datum eingeben."),
        ({"am": "2999-01-01"}, "liegt in der Zukunft"),
        ({"durch": "9" * 30}, "Dokument: "),
        ({}, "Nennen Sie das Dokument oder den Tag"),
    ],
    ids=lambda wert: "-".join(wert.values())[:12] if isinstance(wert, dict) else "",
)
def test_what_can_not_close_is_refused_in_german(admin_client, felder, meldung):
    offen = f.zusage(**OFFEN, dokument=f.dokument(nummer=11212))
    f.dokument(nummer=400, datum=date(2019, 1, 1))
    for reihe in ("drucksache", "vorlage"):
        f.dokument(nummer=500, reihe=f.reihe(reihe))

    assert meldung in entscheide(admin_client, "erfuellen", offen, **felder)

    offen.refresh_from_db()
    assert offen.stand == "offen"


@pytest.mark.parametrize(
    ("felder", "meldung"),
    [
        ({"faellig_am": "31.13.2021"}, "Fällig am: Bitte ein gültiges Datum eingeben."),
        ({"faellig_am": "2012-12-31"}, "Der Termin liegt vor dem Tag der Zusage, dem 30. September 2020."),
        ({"verantwortlich": "0"}, "Verantwortlich: "),
    ],
    ids=["no such day", "before it was said", "nobody"],
)
def test_what_is_no_acceptance_is_refused_in_german(admin_client, zusage, felder, meldung):
    assert meldung in entscheide(admin_client, "annehmen", zusage, **felder)

    zusage.refresh_from_db()
    assert zusage.stand == "vorgeschlagen"


def test_only_staff_can_be_responsible(admin_client, django_user_model, zusage):
    gast = django_user_model.objects.create_user("gast")

    entscheide(admin_client, "annehmen", zusage, verantwortlich=gast.pk)

    zusage.refresh_from_db()
    assert zusage.stand == "vorgeschlagen"
    assert ">gast</option>" not in admin_client.get(TAFEL).content.decode()


def test_who_left_the_staff_stays_responsible_until_somebody_else_is(admin_client, django_user_model):
    ehemals = django_user_model.objects.create_user("ehemals", is_staff=True, is_active=False)
    offen = f.zusage(**OFFEN, verantwortlich=ehemals)
    zeile = admin_client.get(TAFEL, {"stand": "offen"})
    assert f'value="{ehemals.pk}" selected>ehemals</option>' in zeile.content.decode()

    fassung = zeile.context["zeilen"][0].zusage.fassung
    entscheide(
        admin_client, "aendern", offen, fassung=fassung, verantwortlich=ehemals.pk, faellig_am=in_tagen(9).isoformat()
    )

    offen.refresh_from_db()
    assert (offen.faellig_am, offen.verantwortlich) == (in_tagen(9), ehemals)


def test_of_two_who_change_the_same_the_second_is_told(admin_client, admin_user):
    offen = f.zusage(**OFFEN)
    fassung = admin_client.get(TAFEL, {"stand": "offen"}).context["zeilen"][0].zusage.fassung
    entscheide(admin_client, "aendern", offen, fassung=fassung, verantwortlich=admin_user.pk)

    html = entscheide(admin_client, "aendern", offen, fassung=fassung, verantwortlich="")

    assert "wurde inzwischen geändert („Termin oder Zuständigkeit geändert“, admin, " in html
    offen.refresh_from_db()
    assert offen.verantwortlich == admin_user


def test_what_somebody_else_decided_meanwhile_stays(admin_client, zusage):
    entscheide(admin_client, "verwerfen", zusage)

    assert "ist inzwischen verworfen („Zusage verworfen“, admin, " in entscheide(admin_client, "annehmen", zusage)

    zusage.refresh_from_db()
    assert zusage.stand == "verworfen"


def test_a_decision_can_be_taken_back(admin_client, zusage):
    entscheide(admin_client, "verwerfen", zusage, grund="Nur eine Beschreibung.")
    html = admin_client.get(TAFEL, {"stand": "verworfen"}).content.decode()
    assert "Nur eine Beschreibung." in html
    assert "Wieder öffnen" in html

    entscheide(admin_client, "oeffnen", zusage)

    assert liste(admin_client) == [zusage]


def test_a_reason_is_kept_as_text_that_every_database_takes(admin_client, zusage):
    assert "Grund: " in entscheide(admin_client, "verwerfen", zusage, grund="Nur\0 Text.")
    assert "Grund: " in entscheide(admin_client, "verwerfen", zusage, grund="x" * 501)

    zusage.refresh_from_db()
    assert zusage.stand == "vorgeschlagen"


def test_tabs_count_and_list_what_they_say(admin_client):
    f.zusage()
    spaet, heute, bald = (f.zusage(**OFFEN, faellig_am=in_tagen(tage)) for tage in (-12, 0, 28))
    ohne = f.zusage(**OFFEN)
    erst, zuletzt = (f.zusage(stand="erfuellt", erfuellt_am=in_tagen(tage)) for tage in (-9, -2))
    response = admin_client.get(TAFEL, {"stand": "offen"})

    assert [(name, anzahl) for _, name, anzahl in response.context["reiter"]] == [
        ("Vorgeschlagen", 1),
        ("Offen", 4),
        ("Überfällig", 1),
        ("Erfüllt", 2),
        ("Verworfen", 0),
    ]
    assert [(zeile.zusage, zeile.frist) for zeile in response.context["zeilen"]] == [
        (spaet, "12 Tage überfällig"),
        (heute, "heute fällig"),
        (bald, "in 28 Tagen"),
        (ohne, "ohne Termin"),
    ]
    assert liste(admin_client, stand="ueberfaellig") == [spaet]
    assert liste(admin_client, stand="erfuellt") == [zuletzt, erst]


def test_filters(admin_client, admin_user, zusage):
    alte = f.wahlperiode(16)
    andere = f.zusage(dokument=f.dokument(wahlperiode=alte), art="planung", verantwortlich=admin_user)

    assert liste(admin_client, art="planung") == [andere]
    assert liste(admin_client, wahlperiode=alte.pk) == [andere]
    assert liste(admin_client, ministerium="Ministerium für Verkehr") == [zusage]
    assert liste(admin_client, verantwortlich="ich") == [andere]
    assert liste(admin_client, verantwortlich="niemand") == [zusage]
    unbekannt = {"art": "x", "wahlperiode": "x", "ministerium": "x", "verantwortlich": "x", "stand": "x", "seite": "x"}
    assert set(liste(admin_client, **unbekannt)) == {zusage, andere}


def test_filter_by_a_colleague(admin_client, django_user_model):
    berta = django_user_model.objects.create_user("berta", is_staff=True)
    bertas = f.zusage(verantwortlich=berta)
    f.zusage()

    assert liste(admin_client, verantwortlich=berta.pk) == [bertas]


def test_tabs_keep_the_filters_and_filters_the_tab(admin_client, zusage):
    html = admin_client.get(TAFEL, {"stand": "offen", "art": "termin", "seite": "1"}).content.decode()

    assert 'href="?stand=erfuellt&amp;art=termin"' in html
    assert '<input type="hidden" name="stand" value="offen"' in html


def test_a_commitment_recorded_by_hand_has_no_passage_but_its_wording(admin_client):
    f.zusage(wortlaut="Die Ministerin sagt es zu.")

    html = admin_client.get(TAFEL).content.decode()

    assert "<blockquote><mark>Die Ministerin sagt es zu.</mark></blockquote>" in html


def test_wording_in_a_paper_never_runs(admin_client):
    text = "Das ist <script>alert(1)</script> zugesagt."
    f.zusage(dokument=f.dokument(text=text), start=8, ende=33, vermerk="<b>fett</b>")

    html = admin_client.get(TAFEL).content.decode()

    assert "<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>" in html
    assert "<b>fett</b>" not in html


def test_the_thousandth_commitment_is_named_without_a_separator(admin_client):
    f.zusage(pk=12345)

    assert 'name="zusage" value="12345"' in admin_client.get(TAFEL).content.decode()


@pytest.mark.parametrize("stand", ["vorgeschlagen", "offen", "erfuellt"])
def test_the_queries_of_a_page_do_not_grow(
    admin_client, admin_user, django_assert_num_queries, django_assert_max_num_queries, stand
):
    def fuelle(anzahl):
        for _ in range(anzahl):
            haus = f.ministerium(schluessel=f"haus-{Zusage.objects.count()}")
            antwort = f.antwort(dokument=f.dokument(text=TEXT), ministerium=haus)
            f.antwortteil(antwort, f.frage(antwort.anfragen.get()), start=0, ende=len(TEXT))
            projekt, spaeter = f.projekt(kennung=""), f.dokument(datum=date(2021, 12, 1))
            f.aussage(projekt, spaeter)
            f.verweis(spaeter, ziel_dokument=antwort.dokument)
            erfuellt = {"erfuellt_durch": spaeter} if stand == "erfuellt" else {}
            felder = {"dokument": antwort.dokument, "start": 20, "ende": 61, "verantwortlich": admin_user}
            f.zusage(projekt, stand=stand, **felder, **erfuellt)

    fuelle(1)
    with django_assert_max_num_queries(23) as gezaehlt:
        admin_client.get(TAFEL, {"stand": stand})
    fuelle(99)
    with django_assert_num_queries(len(gezaehlt)):
        response = admin_client.get(TAFEL, {"stand": stand})
    assert len(response.context["zeilen"]) == 50


def test_who_may_only_look_sees_no_buttons_and_decides_nothing(redaktion, zusage):
    client = redaktion("view_zusage")

    html = client.get(TAFEL).content.decode()

    assert "Mit Termin angekündigt in Drucksache 17/11212" in html
    assert "Annehmen" not in html
    assert 'type="checkbox"' not in html
    assert client.post(ENTSCHEIDEN, {"entscheidung": "annehmen", "zusage": zusage.pk}).status_code == 403


def test_without_rights_the_board_is_closed(redaktion, client):
    assert client.get(TAFEL).status_code == 302
    assert redaktion().get(TAFEL).status_code == 403


def test_deciding_is_no_link_and_no_invention(admin_client, zusage):
    assert admin_client.get(ENTSCHEIDEN).status_code == 405
    assert admin_client.post(ENTSCHEIDEN, {"entscheidung": "löschen", "zusage": zusage.pk}).status_code == 403


def test_choosing_none_is_said(admin_client):
    response = admin_client.post(ENTSCHEIDEN, {"entscheidung": "annehmen", "zusage": ["x", "9" * 30]}, follow=True)

    assert "Es ist keine Zusage ausgewählt." in response.content.decode()


def test_the_board_is_linked_from_the_start_with_what_waits_and_from_the_list(admin_client, zusage):
    f.zusage(**OFFEN, faellig_am=in_tagen(-1))

    start = admin_client.get("/admin/").content.decode()

    assert f'<a href="{TAFEL}">Tafel der Zusagen</a> (1 vorgeschlagen, ' in start
    assert f'<a href="{TAFEL}?stand=ueberfaellig">1 überfällig</a>' in start
    assert TAFEL in admin_client.get(reverse("admin:anfragen_zusage_changelist")).content.decode()


def test_the_start_says_nothing_of_commitments_to_who_may_not_see_them(redaktion, zusage):
    assert "Zusagen" not in redaktion("view_befund").get("/admin/").content.decode()
