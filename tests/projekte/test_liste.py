"""The overview of projects: by programme and kind, how long ago, filtered, sorted, and taken away as shown."""

from datetime import date

import pytest
from django.utils import timezone

from projekte.models import Projekt
from projekte.seiten.liste import Projektzahl
from projekte.templatetags.projektangaben import alter
from tests import factories
from tests.projekte.programme import musterprogramm, zukunftsland
from tests.projekte.seiten import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def bestand() -> dict[str, Projekt]:
    """Four projects of two programmes: one with two statements, one partner's, one part, one never spoken of."""
    feld = factories.handlungsfeld()
    mobil = factories.projekt("13-02", name="Mobil", schluessel="mobil", handlungsfeld=feld, status="in Umsetzung")
    teil = factories.projekt("", name="Teil", schluessel="teil", handlungsfeld=feld, teilprojekt_von=mobil)
    partner = factories.projekt("13-09", name="Bürgerbus", schluessel="buergerbus", art="partner", handlungsfeld=feld)
    garten = factories.projekt("13-02", name="Mustergarten", schluessel="mustergarten", programm=musterprogramm())
    for tag in (date(2020, 9, 30), date(2021, 3, 1)):
        factories.aussage(mobil, factories.dokument(datum=tag))
    factories.aussage(partner, factories.dokument(datum=date(2019, 5, 1)))
    return {"mobil": mobil, "teil": teil, "buergerbus": partner, "mustergarten": garten}


def shown(client, abfrage: str) -> list[str]:
    """The keys of the projects in the order of the page, which the API gives alike."""
    seite = text(client, f"/projekte/?{abfrage}")
    namen = {projekt.name: projekt.schluessel for projekt in Projekt.objects.all()}
    auf_der_seite = sorted((seite.index(f">{name}</a>"), key) for name, key in namen.items() if f">{name}</a>" in seite)
    daten = client.get(f"/api/v1/projekte/?{abfrage}").json()["results"]
    assert {projekt["schluessel"] for projekt in daten} == {key for _, key in auf_der_seite}
    return [key for _, key in auf_der_seite]


@pytest.mark.parametrize(
    ("abfrage", "gezeigt"),
    [
        ("programm=musterprogramm", ["mustergarten"]),
        ("programm=ruhr-konferenz", ["mobil", "teil", "buergerbus"]),
        ("art=partner", ["buergerbus"]),
        ("art=land", ["mustergarten", "mobil", "teil"]),
        ("teilprojekt=true", ["teil"]),
        ("teilprojekt=false", ["mustergarten", "mobil", "buergerbus"]),
        ("stand=in+Umsetzung", ["mobil"]),
        ("stand=unbekannt", ["mustergarten", "teil", "buergerbus"]),
        ("mit_aussage=true", ["mobil", "buergerbus"]),
        ("zuletzt_von=2021-03-01", ["mobil"]),
        ("zuletzt_bis=2020-12-31", ["buergerbus"]),
        ("sortierung=zuletzt&mit_aussage=true", ["mobil", "buergerbus"]),
        ("sortierung=zuletzt_alt&mit_aussage=true", ["buergerbus", "mobil"]),
        ("sortierung=aussagen&mit_aussage=true", ["mobil", "buergerbus"]),
        ("sortierung=name", ["buergerbus", "mobil", "mustergarten", "teil"]),
        ("", ["mustergarten", "mobil", "teil", "buergerbus"]),
    ],
)
def test_page_and_api_filter_and_sort_alike(client, bestand, abfrage, gezeigt):
    assert shown(client, abfrage) == gezeigt


@pytest.mark.parametrize("abfrage", ["programm=nix", "art=nix", "zuletzt_von=gestern", "teilprojekt=1"])
def test_a_wrong_value_is_told_at_its_field(client, bestand, abfrage):
    assert "Eine Angabe im Filter ist so nicht möglich" in text(client, f"/projekte/?{abfrage}")
    assert client.get(f"/api/v1/projekte/?{abfrage}").status_code == 400


def test_kinds_are_counted_apart(client, bestand):
    seite = text(client, "/projekte/")
    assert "2\xa0Projekte der Landesregierung, 1\xa0Partnerprojekt und 1\xa0Teilprojekt" in seite
    assert "<span>Partnerprojekt</span>" in seite
    assert client.get("/api/v1/projekte/?art=partner").json()["results"][0]["art"] == "partner"


@pytest.mark.parametrize(
    ("zahl", "satz"),
    [
        (Projektzahl(73, 2, 3), "73\xa0Projekte der Landesregierung, 2\xa0Partnerprojekte und 3\xa0Teilprojekte"),
        (Projektzahl(74, 0, 0), "74\xa0Projekte"),
        (Projektzahl(1, 0, 1), "1\xa0Projekt und 1\xa0Teilprojekt"),
        (Projektzahl(0, 1, 0), "1\xa0Partnerprojekt"),
        (Projektzahl(0, 0, 0), "0\xa0Projekte"),
    ],
)
def test_a_count_names_only_the_kinds_there_are(zahl, satz):
    assert str(zahl) == satz


def test_several_programmes_are_parted_and_offered(client, bestand):
    seite = text(client, "/projekte/")
    assert "Nach Programm und Handlungsfeld" in seite
    assert seite.index('id="programm-musterprogramm"') < seite.index('id="programm-ruhr-konferenz"')
    assert '<option value="musterprogramm">Musterprogramm</option>' in seite


def test_one_programme_is_not_asked_for(client):
    factories.projekt()
    seite = text(client, "/projekte/")
    assert "Projekte der Ruhr-Konferenz" in seite
    assert 'name="programm"' not in seite


def test_a_row_says_state_and_how_long_ago(client, bestand, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2021, 6, 2))
    seite = text(client, "/projekte/?sortierung=name")
    assert "<span>in Umsetzung</span>" in seite
    assert "<span>vor 3\xa0Monaten</span>" in seite


@pytest.mark.parametrize(
    ("tag", "heute", "satz"),
    [
        (date(2021, 6, 2), date(2021, 6, 2), "heute"),
        (date(2021, 6, 1), date(2021, 6, 2), "gestern"),
        (date(2021, 5, 3), date(2021, 6, 2), "vor 30\xa0Tagen"),
        (date(2021, 5, 2), date(2021, 6, 2), "vor einem Monat"),
        (date(2020, 2, 29), date(2021, 2, 28), "vor 11\xa0Monaten"),
        (date(2019, 6, 3), date(2021, 6, 2), "vor 23\xa0Monaten"),
        (date(2019, 6, 2), date(2021, 6, 2), "vor 2\xa0Jahren"),
        (date(3013, 3, 13), date(2021, 6, 2), ""),
        (None, date(2021, 6, 2), ""),
        (date(2021, 6, 1), None, ""),
    ],
)
def test_an_age_is_said_in_german(tag, heute, satz):
    assert alter(tag, heute) == satz


@pytest.mark.parametrize("abfrage", ["", "sortierung=zuletzt", "sortierung=aussagen", "zuletzt_von=2020-01-01"])
def test_the_overview_asks_as_often_for_many(client, bestand, abfrage, django_assert_num_queries):
    anzahl = 17 if "von" in abfrage else 16
    for mehr in range(2):
        with django_assert_num_queries(anzahl):
            text(client, f"/projekte/?{abfrage}")
        weiteres = zukunftsland()
        for nummer in range(5):
            projekt = factories.projekt(f"A-{mehr}{nummer}", programm=weiteres, art="partner")
            factories.aussage(projekt, kommune=factories.kommune())
