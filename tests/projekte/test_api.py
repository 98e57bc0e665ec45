"""The API's resources of `projekte` and the filters they share with the pages."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from projekte.filters import AussageFilter, ProjektFilter
from projekte.models import Kennzahl, Projekt, Projektaussage, Projektereignis, Projektname, Projektort, Zeitangabe
from tests import factories

pytestmark = pytest.mark.django_db

GEHEIM = "Streng geheim"


def kennzahl(projekt: Projekt, **felder: Any) -> Kennzahl:
    felder = {"wert": Decimal("65000"), "einheit": "Euro", "wortlaut": "rund 65.000 Euro"} | felder
    return Kennzahl.objects.create(projekt=projekt, **{"dokument": factories.dokument()} | felder)


def ereignis(projekt: Projekt, **felder: Any) -> Projektereignis:
    return Projektereignis.objects.create(projekt=projekt, **{"datum": date(2020, 1, 1), "titel": "Start"} | felder)


def zeitangabe(projekt: Projekt, **felder: Any) -> Zeitangabe:
    tage = {"von": date(2021, 10, 1), "bis": date(2021, 12, 31), "richtung": "bis", "wortlaut": "bis Ende 2021"}
    return Zeitangabe.objects.create(projekt=projekt, **tage | {"dokument": factories.dokument()} | felder)


def erweitern(projekt: Projekt) -> Projektaussage:
    """Adds one of everything that hangs on a project."""
    aussage = factories.aussage(projekt, kommune=factories.kommune())
    kennzahl(projekt, aussage=aussage, dokument=aussage.dokument)
    zeitangabe(projekt, aussage=aussage, dokument=aussage.dokument)
    ereignis(projekt, dokument=factories.dokument())
    Projektname.objects.create(projekt=projekt, name=f"Name {aussage.pk}", dokument=factories.dokument())
    Projektort.objects.get_or_create(projekt=projekt, kommune=factories.kommune())
    projekt.dokumente.add(factories.dokument())
    durch = factories.dokument()
    factories.zusage(projekt, stand="erfuellt", erfuellt_durch=durch, veroeffentlichung="veroeffentlicht")
    factories.projekt(f"T-{aussage.pk}", teilprojekt_von=projekt)
    return aussage


@pytest.mark.parametrize(("resource", "queries"), [("projekte", 4), ("aussagen", 2)])
def test_list_takes_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: Any, resource: str, queries: int
) -> None:
    for kennung in ("13-01", "13-02", "13-03"):
        erweitern(factories.projekt(kennung, handlungsfeld=factories.handlungsfeld()))
        with django_assert_num_queries(queries):
            client.get(f"/api/v1/{resource}/")


@pytest.mark.parametrize(("resource", "queries"), [("projekte", 14), ("aussagen", 4)])
def test_single_record_takes_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: Any, resource: str, queries: int
) -> None:
    projekt = factories.projekt("13-02", handlungsfeld=factories.handlungsfeld())
    aussage = erweitern(projekt)
    pfad = f"aussagen/{aussage.pk}/" if resource == "aussagen" else "projekte/13-02/"
    for _ in range(3):
        with django_assert_num_queries(queries):
            client.get(f"/api/v1/{pfad}")
        erweitern(projekt)
        kennzahl(projekt, aussage=aussage)


def test_single_project_has_its_history(get: Callable[..., Any]) -> None:
    projekt = factories.projekt("13-02")
    aussage = erweitern(projekt)
    eintrag = get("projekte/13-02/")
    assert eintrag["url"] == "http://testserver/projekte/13-02/"
    assert eintrag["anzahl_aussagen"] == 1
    assert [zeile["wortlaut"] for zeile in eintrag["aussagen"]] == [aussage.wortlaut]
    assert [zeile["wert"] for zeile in eintrag["kennzahlen"]] == ["65000.00"]
    assert [zeile["titel"] for zeile in eintrag["ereignisse"]] == ["Start"]
    assert [zeile["wortlaut"] for zeile in eintrag["zusagen"]] == ["Der Bericht wird bis Ende 2021 vorgelegt."]
    assert [zeile["name"] for zeile in eintrag["namen"]] == [f"Name {aussage.pk}"]
    assert [zeile["name"] for zeile in eintrag["kommunen"]] == ["Bochum"]
    assert [zeile["kennung"] for zeile in eintrag["teilprojekte"]] == [f"T-{aussage.pk}"]
    assert len(eintrag["dokumente"]) == 1


def test_single_statement_has_its_figures_dates_and_towns(get: Callable[..., Any]) -> None:
    projekt = factories.projekt("13-02")
    aussage = factories.aussage(projekt)
    aussage.genannte_kommunen.add(factories.kommune())
    kennzahl(projekt, aussage=aussage, wert_bis=Decimal("70000"), je=True)
    zeitangabe(projekt, aussage=aussage)

    eintrag = get(f"aussagen/{aussage.pk}/")

    assert [ort["name"] for ort in eintrag["genannte_kommunen"]] == ["Bochum"]
    assert [(z["wert"], z["wert_bis"], z["je"]) for z in eintrag["kennzahlen"]] == [("65000.00", "70000.00", True)]
    assert [(z["von"], z["bis"], z["richtung"], z["wortlaut"]) for z in eintrag["zeitangaben"]] == [
        ("2021-10-01", "2021-12-31", "bis", "bis Ende 2021")
    ]
    assert [z["wortlaut"] for z in get("projekte/13-02/")["zeitangaben"]] == ["bis Ende 2021"]


def test_project_without_kennung_has_its_key_as_address(get: Callable[..., Any]) -> None:
    factories.projekt("", schluessel="radrevier", name="Radrevier")
    (zeile,) = get("projekte/")["results"]
    assert zeile["api_url"] == "http://testserver/api/v1/projekte/radrevier/"
    assert get("projekte/radrevier/")["name"] == "Radrevier"


def test_kennung_comes_before_a_key_that_reads_the_same(get: Callable[..., Any]) -> None:
    factories.projekt("", schluessel="13-02", name="Irrtum")
    factories.projekt("13-02")
    assert get("projekte/13-02/")["name"] == "Mobilitätsregion"


@pytest.fixture
def geheimes() -> None:
    """A public project and statement whose relations are unpublished, and unpublished ones."""
    papier = factories.dokument(titel=GEHEIM, veroeffentlichung="entwurf")
    projekt = factories.projekt(
        "13-02", teilprojekt_von=factories.projekt("13-00", name=GEHEIM, veroeffentlichung="entwurf")
    )
    factories.projekt("13-03", name=GEHEIM, teilprojekt_von=projekt, veroeffentlichung="zurueckgezogen")
    zurueckgezogen = factories.aussage(projekt, wortlaut=GEHEIM, veroeffentlichung="zurueckgezogen")
    factories.aussage(projekt, papier, wortlaut=GEHEIM)
    factories.aussage(Projekt.objects.get(kennung="13-00"), wortlaut=GEHEIM)
    aussage = factories.aussage(projekt)
    kennzahl(projekt, dokument=papier, wortlaut=GEHEIM, aussage=aussage)
    kennzahl(projekt, aussage=zurueckgezogen, wortlaut=GEHEIM)
    zeitangabe(projekt, dokument=papier, wortlaut=GEHEIM)
    zeitangabe(projekt, aussage=zurueckgezogen, wortlaut=GEHEIM)
    ereignis(projekt, titel=GEHEIM, veroeffentlichung="entwurf")
    ereignis(projekt, dokument=papier)
    Projektname.objects.create(projekt=projekt, name="Mobil", dokument=papier)
    projekt.dokumente.add(papier)


@pytest.mark.usefixtures("geheimes")
@pytest.mark.parametrize("resource", ["projekte", "aussagen"])
def test_unpublished_record_is_nowhere(client: Client, resource: str) -> None:
    liste = client.get(f"/api/v1/{resource}/")
    (zeile,) = liste.json()["results"]
    assert GEHEIM not in liste.content.decode()
    assert GEHEIM not in client.get(f"/api/v1/{resource}/?format=csv").getvalue().decode()
    assert GEHEIM not in client.get(zeile["api_url"]).content.decode()


@pytest.mark.usefixtures("geheimes")
def test_unpublished_record_is_not_found(get: Callable[..., Any]) -> None:
    get("projekte/13-03/", 404)
    for aussage in Projektaussage.objects.filter(wortlaut=GEHEIM):
        get(f"aussagen/{aussage.pk}/", 404)
    assert get("projekte/13-02/")["anzahl_aussagen"] == 1


@pytest.mark.usefixtures("geheimes")
def test_filter_does_not_tell_that_an_unpublished_project_exists(get: Callable[..., Any]) -> None:
    assert get("aussagen/", projekt="13-02")["count"] == 1
    assert get("aussagen/", 400, projekt="13-03") == {"projekt": ["Unbekannt: Projekt „13-03“."]}


def test_a_list_says_that_it_varies_by_format(client: Client) -> None:
    assert "Accept" in client.get("/api/v1/aussagen/")["Vary"].split(", ")


def test_csv_of_statements(client: Client) -> None:
    papier = factories.dokument(nummer=11212)
    aussage = factories.aussage(factories.projekt(), papier, kommune=factories.kommune(), wortlaut='+ "zwei"\nZeilen')
    kopf, zeile = client.get("/api/v1/aussagen/?format=csv").getvalue().decode("utf-8-sig").split("\r\n")[:2]
    assert kopf.endswith("wortlaut,start,ende,url")
    assert zeile == (
        f"{aussage.pk},Ruhr-Konferenz,13-02,projekt-13-02,Mobilitätsregion,,Bochum,drucksache,17/11212,2020-09-30,,,"
        '"\'+ ""zwei""\nZeilen",,,http://testserver/drucksachen/17/11212/'
    )


@pytest.fixture
def zwei_projekte() -> None:
    """[13-02] with a newer statement about Bochum, and one without Kennung, at home in Herne, with an older one."""
    bochum, herne = factories.kommune(), factories.kommune("Herne", "05916000")
    feld = factories.handlungsfeld("mobilitaet", name="Mobilität")
    mobil = factories.projekt("13-02", handlungsfeld=feld, schluessel="mobilitaetsregion")
    factories.aussage(mobil, factories.dokument(nummer=5, datum=date(2020, 5, 1)), kommune=bochum)
    excellence = factories.projekt("", schluessel="excellence", name="Excellence Departments")
    Projektname.objects.create(projekt=excellence, name="Research Departments")
    Projektort.objects.create(projekt=excellence, kommune=herne)
    factories.aussage(excellence, factories.dokument(nummer=6, datum=date(2019, 5, 1)), wortlaut="Ärzte forschen.")
    factories.projekt("02-01", schluessel="ohne-aussage", name="Ohne Aussage")


@pytest.mark.usefixtures("zwei_projekte")
@pytest.mark.parametrize(
    ("data", "erwartet"),
    [
        ({}, ["ohne-aussage", "mobilitaetsregion", "excellence"]),
        ({"q": "13-02"}, ["mobilitaetsregion"]),
        ({"q": "[13-02]"}, ["mobilitaetsregion"]),
        ({"q": "research"}, ["excellence"]),
        ({"q": "[]"}, []),
        ({"handlungsfeld": "mobilitaet"}, ["mobilitaetsregion"]),
        ({"kommune": "bochum"}, ["mobilitaetsregion"]),
        ({"kommune": "05916000"}, ["excellence"]),
        ({"mit_aussage": "true"}, ["mobilitaetsregion", "excellence"]),
        ({"mit_aussage": "false"}, ["ohne-aussage"]),
        ({"sortierung": "name"}, ["excellence", "mobilitaetsregion", "ohne-aussage"]),
        ({"sortierung": "zuletzt"}, ["mobilitaetsregion", "excellence", "ohne-aussage"]),
    ],
)
def test_projekt_filter_finds(data: dict[str, str], erwartet: list[str]) -> None:
    treffer = ProjektFilter(data, queryset=Projekt.objects.oeffentlich().for_list()).qs
    assert [projekt.schluessel for projekt in treffer] == erwartet


@pytest.mark.usefixtures("zwei_projekte")
@pytest.mark.parametrize(
    ("data", "erwartet"),
    [
        ({}, [5, 6]),
        ({"sortierung": "aelteste"}, [6, 5]),
        ({"projekt": "13-02"}, [5]),
        ({"projekt": "excellence"}, [6]),
        ({"handlungsfeld": "mobilitaet"}, [5]),
        ({"kommune": "05911000"}, [5]),
        ({"kommune": "herne"}, []),
        ({"dokument": "17/6"}, [6]),
        ({"von": "2020-05-01"}, [5]),
        ({"bis": "2020-04-30"}, [6]),
        ({"q": "ärzte"}, [6]),
    ],
)
def test_aussage_filter_finds(data: dict[str, str], erwartet: list[int]) -> None:
    treffer = AussageFilter(data, queryset=Projektaussage.objects.oeffentlich().for_list()).qs
    assert [aussage.dokument.nummer for aussage in treffer] == erwartet


@pytest.mark.parametrize(
    ("name", "wert"),
    [("handlungsfeld", "luftschloss"), ("kommune", "atlantis"), ("mit_aussage", "x"), ("sortierung", "x"), ("q", "\0")],
)
def test_projekt_filter_refuses(name: str, wert: str) -> None:
    factories.projekt()
    filterset = ProjektFilter({name: wert}, queryset=Projekt.objects.all())
    assert list(filterset.errors) == [name]
    assert not filterset.qs.exists()
