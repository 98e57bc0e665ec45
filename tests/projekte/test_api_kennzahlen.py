"""The API's resources of figures and of events, and their filters."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from projekte.filters import EreignisFilter, KennzahlFilter
from projekte.models import Kennzahl, Projekt, Projektereignis, Projektort
from tests import factories

pytestmark = pytest.mark.django_db

GEHEIM = "Streng geheim"
RESSOURCEN = ["kennzahlen", "ereignisse"]


def ereignis(projekt: Projekt, **felder: Any) -> Projektereignis:
    return Projektereignis.objects.create(projekt=projekt, **{"datum": date(2020, 1, 1), "titel": "Start"} | felder)


def one_more(kennung: str) -> None:
    """A project with all that a figure and an event may hang on."""
    projekt = factories.projekt(kennung, handlungsfeld=factories.handlungsfeld())
    aussage = factories.aussage(projekt, kommune=factories.kommune())
    factories.kennzahl(projekt, aussage=aussage, dokument=aussage.dokument)
    factories.kennzahl()
    ereignis(projekt, dokument=factories.dokument())


@pytest.mark.parametrize("resource", RESSOURCEN)
def test_a_list_without_records_is_empty(client: Client, get: Callable[..., Any], resource: str) -> None:
    assert get(f"{resource}/")["results"] == []
    kopf = client.get(f"/api/v1/{resource}/?format=csv").getvalue().decode("utf-8-sig")
    assert kopf.startswith("id,programm,projekt_kennung,")
    assert kopf.count("\n") == 1


@pytest.mark.parametrize(("resource", "queries"), [("kennzahlen", 2), ("ereignisse", 3)])
def test_list_takes_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: Any, resource: str, queries: int
) -> None:
    for kennung in ("13-01", "13-02", "13-03"):
        one_more(kennung)
        with django_assert_num_queries(queries):
            client.get(f"/api/v1/{resource}/")


@pytest.mark.parametrize(("resource", "queries"), [("kennzahlen", 1), ("ereignisse", 2)])
def test_single_record_takes_a_fixed_number_of_queries(
    client: Client, get: Callable[..., Any], django_assert_num_queries: Any, resource: str, queries: int
) -> None:
    one_more("13-02")
    zeile = get(f"{resource}/")["results"][-1]
    with django_assert_num_queries(queries):
        client.get(zeile["api_url"])


def test_a_figure_tells_its_project_place_paper_and_statement(get: Callable[..., Any]) -> None:
    projekt = factories.projekt()
    aussage = factories.aussage(projekt, kommune=factories.kommune())
    zahl = factories.kennzahl(
        projekt, aussage=aussage, dokument=aussage.dokument, wofuer="Förderung", addierbar=True, ungefaehr=True
    )
    (zeile,) = get("kennzahlen/")["results"]
    assert zeile["id"] == zahl.pk
    assert (zeile["wert"], zeile["einheit"], zeile["ungefaehr"], zeile["addierbar"]) == ("65000.00", "Euro", True, True)
    assert (zeile["projekt"]["kennung"], zeile["kommune"]["name"]) == ("13-02", "Bochum")
    assert zeile["stand_am"] == "2020-09-30"
    assert get(f"kennzahlen/{zahl.pk}/")["aussage"] == f"http://testserver/api/v1/aussagen/{aussage.pk}/"


def test_a_figure_of_no_project_is_told_too(get: Callable[..., Any]) -> None:
    zahl = factories.kennzahl()
    eintrag = get(f"kennzahlen/{zahl.pk}/")
    assert (eintrag["projekt"], eintrag["kommune"], eintrag["aussage"]) == (None, None, None)


def test_an_event_tells_its_project_and_proof(get: Callable[..., Any]) -> None:
    papier = factories.dokument(nummer=11212)
    geschehen = ereignis(factories.projekt(), art="bewilligung", genauigkeit="monat", dokument=papier)
    (zeile,) = get("ereignisse/")["results"]
    assert zeile == get(f"ereignisse/{geschehen.pk}/")
    assert (zeile["art"], zeile["datum"], zeile["genauigkeit"]) == ("bewilligung", "2020-01-01", "monat")
    assert (zeile["projekt"]["kennung"], zeile["dokument"]["kennung"]) == ("13-02", "17/11212")


@pytest.fixture
def geheimes() -> None:
    """A public figure and event, and some that hang on something unpublished."""
    papier = factories.dokument(nummer=99, titel=GEHEIM, veroeffentlichung="entwurf")
    projekt = factories.projekt()
    entwurf = factories.projekt("13-00", name=GEHEIM, veroeffentlichung="entwurf")
    zurueckgezogen = factories.aussage(projekt, wortlaut=GEHEIM, veroeffentlichung="zurueckgezogen")
    factories.kennzahl(projekt)
    factories.kennzahl(projekt, dokument=papier, wortlaut=GEHEIM)
    factories.kennzahl(entwurf, wortlaut=GEHEIM)
    factories.kennzahl(projekt, aussage=zurueckgezogen, wortlaut=GEHEIM)
    ereignis(projekt, dokument=papier)
    ereignis(projekt, titel=GEHEIM, veroeffentlichung="entwurf")
    ereignis(entwurf, titel=GEHEIM)


@pytest.mark.usefixtures("geheimes")
@pytest.mark.parametrize("resource", RESSOURCEN)
def test_unpublished_record_is_nowhere(client: Client, resource: str) -> None:
    liste = client.get(f"/api/v1/{resource}/")
    (zeile,) = liste.json()["results"]
    csv = client.get(f"/api/v1/{resource}/?format=csv").getvalue().decode()
    assert GEHEIM not in liste.content.decode() + csv + client.get(zeile["api_url"]).content.decode()
    assert "17/99" not in csv


@pytest.mark.usefixtures("geheimes")
def test_unpublished_record_is_not_found(get: Callable[..., Any]) -> None:
    for zahl in Kennzahl.objects.filter(wortlaut=GEHEIM):
        get(f"kennzahlen/{zahl.pk}/", 404)
    for geschehen in Projektereignis.objects.filter(titel=GEHEIM):
        get(f"ereignisse/{geschehen.pk}/", 404)


@pytest.mark.usefixtures("geheimes")
def test_filter_does_not_tell_what_an_unpublished_paper_proves(get: Callable[..., Any]) -> None:
    assert get("ereignisse/", dokument="17/99")["count"] == 0


def test_csv_of_figures(client: Client) -> None:
    aussage = factories.aussage(factories.projekt(), factories.dokument(nummer=11212), kommune=factories.kommune())
    zahl = factories.kennzahl(
        aussage.projekt, dokument=aussage.dokument, aussage=aussage, wofuer="=1+1", start=3, ende=19, ungefaehr=True
    )
    zeile = client.get("/api/v1/kennzahlen/?format=csv").getvalue().decode("utf-8-sig").split("\r\n")[1]
    assert zeile == (
        f"{zahl.pk},Ruhr-Konferenz,13-02,projekt-13-02,Mobilitätsregion,,Bochum,drucksache,17/11212,betrag,65000.00,,"
        "nein,Euro,ja,nein,'=1+1,2020-09-30,rund 65.000 Euro,3,19,http://testserver/drucksachen/17/11212/"
    )


def test_csv_of_events(client: Client) -> None:
    geschehen = ereignis(factories.projekt(), dokument=factories.dokument(nummer=11212), text="Beschlossen.")
    zeile = client.get("/api/v1/ereignisse/?format=csv").getvalue().decode("utf-8-sig").split("\r\n")[1]
    assert zeile == (
        f"{geschehen.pk},Ruhr-Konferenz,13-02,projekt-13-02,Mobilitätsregion,,sonstiges,2020-01-01,tag,Start,Beschlossen.,17/11212,,"
        "belegt,http://testserver/projekte/13-02/"
    )


@pytest.fixture
def zwei_projekte() -> None:
    """[13-02] in Bochum with an amount, a range and an event, and one without Kennung in Herne with a share of 2019."""
    bochum, herne = factories.kommune(), factories.kommune("Herne", "05916000")
    mobil = factories.projekt("13-02", handlungsfeld=factories.handlungsfeld("mobilitaet", name="Mobilität"))
    neu = factories.aussage(mobil, factories.dokument(nummer=5, datum=date(2020, 5, 1)), kommune=bochum)
    factories.kennzahl(mobil, aussage=neu, dokument=neu.dokument, wofuer="Ärzte", addierbar=True, start=3, ende=5)
    factories.kennzahl(
        mobil,
        dokument=neu.dokument,
        wert=5_000_000,
        wert_bis=10_000_000,
        wortlaut="5 bis 10 Mio. Euro",
        start=7,
        ende=9,
    )
    ereignis(mobil, datum=date(2020, 5, 1), art="start", dokument=neu.dokument)
    radrevier = factories.projekt(
        "", schluessel="radrevier", name="Radrevier", programm=factories.programm("zukunftsland")
    )
    Projektort.objects.create(projekt=radrevier, kommune=herne)
    alt = factories.dokument(nummer=6)
    factories.kennzahl(
        radrevier, dokument=alt, art="anteil", wert=25, einheit="Prozent", wortlaut="25 %", stand_am=date(2019, 1, 1)
    )
    ereignis(radrevier, datum=date(2019, 5, 1), titel="Beschluss", art="kabinett")


@pytest.mark.usefixtures("zwei_projekte")
@pytest.mark.parametrize(
    ("data", "erwartet"),
    [
        ({}, [65_000, 5_000_000, 25]),
        ({"sortierung": "aelteste"}, [25, 65_000, 5_000_000]),
        ({"sortierung": "groesste"}, [5_000_000, 65_000, 25]),
        ({"sortierung": "kleinste"}, [25, 65_000, 5_000_000]),
        ({"programm": "ruhr-konferenz"}, [65_000, 5_000_000]),
        ({"programm": "zukunftsland"}, [25]),
        ({"projekt": "13-02"}, [65_000, 5_000_000]),
        ({"projekt": "zukunftsland/radrevier"}, [25]),
        ({"handlungsfeld": "mobilitaet"}, [65_000, 5_000_000]),
        ({"kommune": "bochum"}, [65_000]),
        ({"kommune": "05916000"}, []),
        ({"dokument": "17/6"}, [25]),
        ({"art": "anteil"}, [25]),
        ({"einheit": "Euro"}, [65_000, 5_000_000]),
        ({"addierbar": "true"}, [65_000]),
        ({"addierbar": "false"}, [5_000_000, 25]),
        ({"wert_von": "9000000"}, [5_000_000]),
        ({"wert_bis": "65000"}, [65_000, 25]),
        ({"wert_von": "65000", "wert_bis": "65000.00"}, [65_000]),
        ({"von": "2020-05-01"}, [65_000, 5_000_000]),
        ({"bis": "2020-04-30"}, [25]),
        ({"q": "ärzte"}, [65_000]),
    ],
)
def test_kennzahl_filter_finds(data: dict[str, str], erwartet: list[int]) -> None:
    treffer = KennzahlFilter(data, queryset=Kennzahl.objects.oeffentlich().for_list()).qs
    assert [zahl.wert for zahl in treffer] == [Decimal(wert) for wert in erwartet]


@pytest.mark.usefixtures("zwei_projekte")
@pytest.mark.parametrize(
    ("data", "erwartet"),
    [
        ({}, ["Start", "Beschluss"]),
        ({"sortierung": "aelteste"}, ["Beschluss", "Start"]),
        ({"programm": "zukunftsland"}, ["Beschluss"]),
        ({"projekt": "zukunftsland/radrevier"}, ["Beschluss"]),
        ({"handlungsfeld": "mobilitaet"}, ["Start"]),
        ({"kommune": "bochum"}, ["Start"]),
        ({"kommune": "herne"}, ["Beschluss"]),
        ({"dokument": "17/5"}, ["Start"]),
        ({"art": "kabinett"}, ["Beschluss"]),
        ({"von": "2020-05-01"}, ["Start"]),
        ({"bis": "2020-04-30"}, ["Beschluss"]),
        ({"q": "beschluss"}, ["Beschluss"]),
    ],
)
def test_ereignis_filter_finds(data: dict[str, str], erwartet: list[str]) -> None:
    treffer = EreignisFilter(data, queryset=Projektereignis.objects.oeffentlich()).qs
    assert [geschehen.titel for geschehen in treffer] == erwartet


@pytest.mark.parametrize(
    ("resource", "name", "wert"),
    [
        ("kennzahlen", "art", "x"),
        ("kennzahlen", "programm", "atlantis"),
        ("kennzahlen", "wert_von", "viel"),
        ("kennzahlen", "wert_von", "-1"),
        ("kennzahlen", "wert_bis", "1e400"),
        ("kennzahlen", "wert_bis", "NaN"),
        ("kennzahlen", "addierbar", "vielleicht"),
        ("kennzahlen", "projekt", "99-99"),
        ("kennzahlen", "von", "gestern"),
        ("ereignisse", "art", "x"),
        ("ereignisse", "kommune", "atlantis"),
        ("ereignisse", "dokument", "x"),
        ("ereignisse", "ort", "bochum"),
    ],
)
def test_a_wrong_value_is_refused(get: Callable[..., Any], resource: str, name: str, wert: str) -> None:
    assert list(get(f"{resource}/", 400, **{name: wert})) == [name]
