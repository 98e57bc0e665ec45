"""A project's history as the page shows it: kinds, places, order, pages, and what the public doesn't see."""

from datetime import date

import pytest

from anfragen.models import Nachfrage, Zusage
from projekte.models import Projektereignis
from projekte.verlauf import Art, Auswahl, Verlauf
from tests import factories
from tests.projekte.seiten import ENTWURF, text

pytestmark = pytest.mark.django_db
OEFFENTLICH = "veroeffentlicht"


@pytest.fixture
def geschichte(antwort, mobilitaetsregion):
    """One entry of each kind: asked on 3 September 2020, answered on the 30th, promised, followed up, and a start."""
    antwort.anfragen.update(gestellt_am=date(2020, 9, 3))
    Projektereignis.objects.create(projekt=mobilitaetsregion, titel="Beschluss", datum=date(2019, 11, 1))
    factories.zusage(
        mobilitaetsregion,
        dokument=antwort.dokument,
        wortlaut="bis Ende 2021",
        stand="offen",
        veroeffentlichung=OEFFENTLICH,
    )
    Nachfrage.objects.create(
        anfrage=antwort.anfragen.get(),
        titel="Anteil Bochums",
        offen="Wie hoch?",
        faellig_am=date(2021, 1, 15),
        veroeffentlichung=OEFFENTLICH,
    )
    return mobilitaetsregion


def arten(projekt, **auswahl):
    verlauf = Verlauf(projekt, Auswahl(**auswahl))
    return [eintrag.art for eintrag in verlauf.eintraege(verlauf.schluessel())]


def test_the_history_tells_all_kinds_in_order_of_date(geschichte):
    assert arten(geschichte) == [Art.EREIGNIS, Art.ANFRAGE, Art.AUSSAGE, Art.ZUSAGE, Art.NACHFRAGE]


def test_the_newest_can_come_first(geschichte):
    assert arten(geschichte, neueste_zuerst=True) == [
        Art.NACHFRAGE,
        Art.AUSSAGE,  # of one day, in the order of the kinds
        Art.ZUSAGE,
        Art.ANFRAGE,
        Art.EREIGNIS,
    ]


def test_an_entry_without_a_date_comes_last_either_way(geschichte):
    geschichte.dokumente.add(factories.dokument(datum=None))
    for neueste_zuerst in (False, True):
        schluessel = Verlauf(geschichte, Auswahl(neueste_zuerst=neueste_zuerst)).schluessel()
        assert [eintrag.tag for eintrag in schluessel].index(None) == len(schluessel) - 1


def test_kinds_can_be_chosen(geschichte):
    assert arten(geschichte, arten=frozenset({"zusage", "ereignis"})) == [Art.EREIGNIS, Art.ZUSAGE]


def test_a_place_leaves_what_is_said_about_it(geschichte, bochum):
    herne = factories.kommune("Herne", "05916000")
    anderswo = factories.dokument(datum=date(2021, 3, 4))
    factories.aussage(geschichte, anderswo, kommune=herne, wortlaut="In Herne beginnt es.")
    assert arten(geschichte, kommune=bochum) == [Art.ANFRAGE, Art.AUSSAGE, Art.ZUSAGE, Art.NACHFRAGE]
    assert arten(geschichte, kommune=herne) == [Art.AUSSAGE]


def test_a_place_finds_statements_that_name_it_beside_others(geschichte):
    herne = factories.kommune("Herne", "05916000")
    factories.aussage(geschichte, factories.dokument(), wortlaut="Bochum und Herne.").genannte_kommunen.add(herne)
    assert arten(geschichte, kommune=herne) == [Art.AUSSAGE]


def test_an_answer_repeats_no_title_that_has_an_entry_of_its_own(geschichte, antwort):
    """Its day is unknown, but its paper is here."""
    anfrage = antwort.anfragen.get()
    anfrage.gestellt_am, anfrage.dokument = None, factories.dokument(nummer=10815, datum=date(2020, 9, 3))
    anfrage.save()
    geschichte.dokumente.add(anfrage.dokument)
    verlauf = Verlauf(geschichte)
    eintraege = {eintrag.art: eintrag for eintrag in verlauf.eintraege(verlauf.schluessel())}
    assert eintraege[Art.ANFRAGE].anfrage == anfrage
    assert (eintraege[Art.AUSSAGE].titel, eintraege[Art.AUSSAGE].ohne_eintrag) == ("", [])


def test_an_answer_tells_the_question_of_unknown_day(geschichte, antwort):
    antwort.anfragen.update(gestellt_am=None)
    verlauf = Verlauf(geschichte, Auswahl(arten=frozenset({"aussage"})))
    (eintrag,) = verlauf.eintraege(verlauf.schluessel())
    assert eintrag.titel == "Wie verbessert die „Ruhrkonferenz“ das Leben?"


def test_statements_stand_in_the_order_of_their_paper_those_without_a_place_last(geschichte, antwort):
    von_hand = geschichte.aussagen.get()
    for start in (90, 10):
        factories.aussage(geschichte, antwort.dokument, start=start, ende=start + 5)
    verlauf = Verlauf(geschichte, Auswahl(arten=frozenset({"aussage"})))
    (eintrag,) = verlauf.eintraege(verlauf.schluessel())
    assert [aussage.start for aussage in eintrag.aussagen] == [10, 90, None]
    assert eintrag.aussagen[-1] == von_hand


@pytest.mark.parametrize(
    ("start", "erwartet"), [(10, ["1"]), (60, []), (None, ["1", "3"])], ids=["first part", "second", "unknown"]
)
def test_an_answer_tells_the_verdict_on_the_questions_its_statement_answers(geschichte, antwort, start, erwartet):
    anfrage = antwort.anfragen.get()
    urteile = ["teilweise", "beantwortet", "nicht"]
    fragen = [factories.frage(anfrage, nummer + 1, bewertung=urteil) for nummer, urteil in enumerate(urteile)]
    for position, frage in enumerate(fragen):
        factories.antwortteil(antwort, frage, position=position + 1, start=position * 50, ende=position * 50 + 50)
    geschichte.aussagen.update(start=start, ende=start and start + 5)
    verlauf = Verlauf(geschichte, Auswahl(arten=frozenset({"aussage"})))
    (eintrag,) = verlauf.eintraege(verlauf.schluessel())
    assert [frage.label for frage in eintrag.urteile] == erwartet


def test_a_part_of_the_project_leaves_what_is_said_about_it(geschichte):
    factories.aussage(geschichte, factories.dokument(), teilprojekt_gedruckt="InnaMo Ruhr")
    assert arten(geschichte, teilprojekt="InnaMo Ruhr") == [Art.AUSSAGE]


def test_an_entry_tells_all_places_of_its_statements(geschichte, bochum):
    herne = factories.kommune("Herne", "05916000")
    geschichte.aussagen.get().genannte_kommunen.add(herne)
    verlauf = Verlauf(geschichte, Auswahl(arten=frozenset({"aussage"})))
    (eintrag,) = verlauf.eintraege(verlauf.schluessel())
    assert eintrag.orte == [bochum, herne]


@pytest.mark.parametrize("versteckt", ["zusage", "nachfrage", "vorschlag", "dokument"])
def test_drafts_stay_hidden(geschichte, antwort, versteckt):
    match versteckt:
        case "zusage":
            Zusage.objects.update(veroeffentlichung=ENTWURF)
        case "vorschlag":
            Zusage.objects.update(stand="vorgeschlagen")
        case "nachfrage":
            Nachfrage.objects.update(veroeffentlichung=ENTWURF)
        case "dokument":
            antwort.dokument.veroeffentlichung = ENTWURF
            antwort.dokument.save()
    gesehen = arten(geschichte)
    erwartet = {"zusage": Art.ZUSAGE, "vorschlag": Art.ZUSAGE, "nachfrage": Art.NACHFRAGE, "dokument": Art.AUSSAGE}
    assert erwartet[versteckt] not in gesehen
    assert Art.EREIGNIS in gesehen


def test_the_page_takes_the_choice(client, geschichte):
    seite = text(client, "/projekte/13-02/?art=ereignis&sortierung=neueste")
    eintraege = seite.partition('<ol class="verlauf">')[2].partition("</ol>")[0]
    assert "Beschluss" in eintraege
    assert eintraege.count("<li") == 1


@pytest.mark.parametrize("abfrage", ["art=unsinn", "ort=atlantis", "sortierung=quer", "ort=%00", "teilprojekt=x"])
def test_a_wrong_choice_is_named_and_shows_nothing(client, geschichte, abfrage):
    seite = text(client, f"/projekte/13-02/?{abfrage}")
    assert "so nicht möglich" in seite
    assert '<ul class="errorlist"' in seite
    assert '<ol class="verlauf">' not in seite


def test_a_long_history_is_parted_into_pages(client, geschichte, monkeypatch):
    monkeypatch.setattr("projekte.seiten.projekt.EINTRAEGE_JE_SEITE", 2)
    seite = text(client, "/projekte/13-02/?seite=3")
    eintraege = seite.partition('<ol class="verlauf">')[2].partition("</ol>")[0]
    assert "Anteil Bochums" in eintraege
    assert eintraege.count("<li") == 1


@pytest.mark.parametrize(
    ("felder", "gesagt"),
    [
        ({"faellig_am": date(2021, 12, 31)}, ["1 Tag überfällig", "fällig am", "31.12.2021"]),
        ({"faellig_am": date(2022, 1, 29)}, ["offen, in 28 Tagen"]),
        ({"faellig_am": None, "faellig_wortlaut": "im Frühjahr"}, ["offen", "ohne Termin", "„im Frühjahr“"]),
        ({"stand": "erfuellt", "erfuellt_am": date(2021, 6, 1)}, ["erfüllt", "01.06.2021"]),
    ],
    ids=["overdue", "due", "without day", "kept"],
)
def test_a_commitment_says_its_state_and_last_day(client, geschichte, monkeypatch, felder, gesagt):
    monkeypatch.setattr("projekte.views.timezone.localdate", lambda: date(2022, 1, 1))
    Zusage.objects.update(art="planung", vermerk="intern", **felder)
    eintrag = text(client, "/projekte/13-02/?art=zusage").partition('<ol class="verlauf">')[2].partition("</ol>")[0]
    for wort in ("Zusage: „bis Ende 2021“", "geplant", *gesagt):
        assert wort in eintrag, wort
    assert "intern" not in eintrag


def test_a_public_follow_up_says_when_it_is_due(client, geschichte):
    assert "Fällig am" in text(client, "/projekte/13-02/?art=nachfrage")


def test_the_other_end_is_one_link_away(client, geschichte):
    seite = text(client, "/projekte/13-02/?art=ereignis&art=zusage&seite=1")
    assert "?art=ereignis&amp;art=zusage&amp;sortierung=neueste#geschichte" in seite
    seite = text(client, "/projekte/13-02/?art=ereignis&art=zusage&sortierung=neueste")
    assert 'href="/projekte/13-02/?art=ereignis&amp;art=zusage#geschichte">älteste zuerst' in seite


def test_parts_of_the_project_can_be_chosen_where_there_are_some(client, geschichte):
    assert 'name="teilprojekt"' not in text(client, "/projekte/13-02/")
    factories.aussage(geschichte, factories.dokument(nummer=4711), teilprojekt_gedruckt="InnaMo Ruhr")
    eintraege = text(client, "/projekte/13-02/?teilprojekt=InnaMo+Ruhr").partition('<ol class="verlauf">')[2]
    assert "Drucksache 17/4711" in eintraege.partition("</ol>")[0]
    assert eintraege.partition("</ol>")[0].count("<li") == 1
