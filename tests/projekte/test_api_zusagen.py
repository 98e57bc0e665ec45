"""The API's resource of commitments, and the filters that it shares with page, CSV and calendar."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from anfragen.models import Zusage
from projekte.filters import ZusageFilter
from tests import factories
from tests.projekte.zusagen import API, CSV, zugesagt

pytestmark = pytest.mark.django_db

HEUTE = date(2022, 1, 1)


def one_more(kennung: str) -> Zusage:
    """A fulfilled commitment of an answer, about a project in a place."""
    antwort = factories.antwort(ministerium=factories.ministerium(schluessel=f"vm{kennung}"))
    projekt = factories.projekt(kennung, handlungsfeld=factories.handlungsfeld())
    zusage = zugesagt(
        projekt,
        dokument=antwort.dokument,
        stand="erfuellt",
        erfuellt_am=date(2021, 11, 30),
        erfuellt_durch=factories.dokument(nummer=15000 + antwort.dokument.nummer),
        faellig_wortlaut="bis Ende 2021",
    )
    zusage.projektzusagen.update(kommune=factories.kommune())
    return zusage


def test_a_list_without_records_is_empty(client: Client, get: Callable[..., Any]) -> None:
    assert get("zusagen/")["results"] == []
    kopf = client.get(CSV).getvalue().decode("utf-8-sig")
    assert kopf.startswith("id,stand,art,wortlaut,")
    assert kopf.count("\n") == 1


def test_lists_and_single_records_take_a_fixed_number_of_queries(
    client: Client, django_assert_num_queries: Any
) -> None:
    for kennung in ("13-01", "13-02", "13-03"):
        zusage = one_more(kennung)
        with django_assert_num_queries(4):
            client.get(API)
        with django_assert_num_queries(1):
            client.get(CSV).getvalue()
        with django_assert_num_queries(3):
            client.get(f"{API}{zusage.pk}/")


def test_a_commitment_tells_who_said_it_when_and_what_became_of_it(get: Callable[..., Any]) -> None:
    zusage = one_more("13-02")
    (zeile,) = get("zusagen/")["results"]
    assert (zeile["id"], zeile["stand"], zeile["art"]) == (zusage.pk, "erfuellt", "ankuendigung")
    assert (zeile["gesagt_am"], zeile["ministerium"]["name"]) == ("2020-09-30", "Ministerium für Verkehr")
    assert (zeile["faellig_am"], zeile["faellig_wortlaut"]) == ("2021-12-31", "bis Ende 2021")
    assert zeile["erfuellt_am"] == "2021-11-30"
    assert zeile["erfuellt_durch"]["kennung"] == f"17/{zusage.erfuellt_durch.nummer}"
    ((projekt, kommune),) = [(ueber["projekt"], ueber["kommune"]) for ueber in zeile["projekte"]]
    assert (projekt["kennung"], kommune["name"]) == ("13-02", "Bochum")
    assert get(f"zusagen/{zusage.pk}/").items() >= zeile.items()


def test_what_staff_note_for_themselves_is_no_field(get: Callable[..., Any]) -> None:
    zusage = one_more("13-02")
    felder = {*get(f"zusagen/{zusage.pk}/"), *get("projekte/13-02/")["zusagen"][0]}
    assert not felder & {"vermerk", "verantwortlich", "veroeffentlichung"}


def test_csv_of_commitments(client: Client) -> None:
    papier = factories.dokument(nummer=11212)
    zusage = zugesagt(factories.projekt(), dokument=papier, wortlaut='+ "zwei"\nZeilen', start=3, ende=9)
    ohne_kennung = factories.projekt("", name="Radrevier", schluessel="radrevier")
    zusage.projektzusagen.create(projekt=ohne_kennung, kommune=factories.kommune())
    zeile = client.get(CSV).getvalue().decode("utf-8-sig").split("\r\n")[1]
    assert zeile == (
        f'{zusage.pk},offen,ankuendigung,"\'+ ""zwei""\nZeilen",2020-09-30,,drucksache,17/11212,2021-12-31,,,,'
        "Radrevier; [13-02] Mobilitätsregion,Bochum,3,9,http://testserver/drucksachen/17/11212/"
    )


@pytest.fixture
def drei() -> dict[int, str]:
    """By key: `spaet` of 13-02 in Bochum, `bald` of a project without Kennung in Herne, and `fertig` about nothing."""
    feld = factories.handlungsfeld("mobilitaet", name="Mobilität")
    antwort = factories.antwort(
        ministerium=factories.ministerium(), dokument=factories.dokument(datum=date(2020, 9, 30))
    )
    spaet = zugesagt(factories.projekt(handlungsfeld=feld), dokument=antwort.dokument, art="termin")
    spaet.projektzusagen.update(kommune=factories.kommune())
    bald = zugesagt(
        factories.projekt("", schluessel="radrevier", name="Radrevier", programm=factories.programm("zukunftsland")),
        dokument=factories.dokument(datum=date(2020, 5, 1)),
        faellig_am=date(2022, 3, 31),
        wortlaut="Änderungen werden bis Ende März geprüft.",
    )
    bald.projektzusagen.update(kommune=factories.kommune("Herne", "05916000"))
    fertig = zugesagt(stand="erfuellt", dokument=factories.dokument(datum=date(2021, 5, 1)), faellig_am=None)
    ohne = zugesagt(faellig_am=None, dokument=factories.dokument(datum=date(2019, 5, 1)))
    return {spaet.pk: "spaet", bald.pk: "bald", fertig.pk: "fertig", ohne.pk: "ohne"}


@pytest.mark.parametrize(
    ("data", "erwartet"),
    [
        ({}, ["spaet", "bald", "ohne", "fertig"]),
        ({"sortierung": "frist"}, ["spaet", "bald", "ohne", "fertig"]),
        ({"sortierung": "neueste"}, ["fertig", "spaet", "bald", "ohne"]),
        ({"sortierung": "aelteste"}, ["ohne", "bald", "spaet", "fertig"]),
        ({"stand": "offen"}, ["spaet", "bald", "ohne"]),
        ({"stand": "ueberfaellig"}, ["spaet"]),
        ({"stand": "erfuellt"}, ["fertig"]),
        ({"projekt": "13-02"}, ["spaet"]),
        ({"projekt": "zukunftsland/radrevier"}, ["bald"]),
        ({"programm": "zukunftsland"}, ["bald"]),
        ({"programm": "ruhr-konferenz"}, ["spaet"]),
        ({"handlungsfeld": "mobilitaet"}, ["spaet"]),
        ({"kommune": "bochum"}, ["spaet"]),
        ({"kommune": "05916000"}, ["bald"]),
        ({"ministerium": "Ministerium für Verkehr"}, ["spaet"]),
        ({"ministerium": "vm"}, ["spaet"]),
        ({"art": "termin"}, ["spaet"]),
        ({"faellig_von": "2021-12-31", "faellig_bis": "31.12.2021"}, ["spaet"]),
        ({"faellig_von": "2022-01-01"}, ["bald"]),
        ({"von": "2020-09-30"}, ["spaet", "fertig"]),
        ({"bis": "2020-05-01"}, ["bald", "ohne"]),
        ({"q": "änderungen geprüft"}, ["bald"]),
    ],
)
def test_filter_finds(drei: dict[int, str], data: dict[str, str], erwartet: list[str]) -> None:
    treffer = ZusageFilter(data, Zusage.objects.oeffentlich(), heute=HEUTE).qs
    assert [drei[zusage.pk] for zusage in treffer] == erwartet


def test_a_commitment_is_in_time_on_its_last_day() -> None:
    zugesagt()
    am_letzten_tag = ZusageFilter({"stand": "ueberfaellig"}, Zusage.objects.oeffentlich(), heute=date(2021, 12, 31))
    assert not am_letzten_tag.qs.exists()


def test_one_about_two_projects_is_found_once() -> None:
    zusage = zugesagt(factories.projekt("13-01", handlungsfeld=factories.handlungsfeld()))
    zusage.projektzusagen.create(projekt=factories.projekt("13-02", handlungsfeld=factories.handlungsfeld()))
    gefiltert = ZusageFilter({"handlungsfeld": "vernetzte-mobilitaet"}, Zusage.objects.oeffentlich())
    assert gefiltert.qs.count() == 1


@pytest.mark.parametrize(
    ("name", "wert"),
    [
        ("stand", "vorgeschlagen"),
        ("projekt", "99-09"),
        ("handlungsfeld", "luftschloss"),
        ("kommune", "atlantis"),
        ("ministerium", "x"),
        ("art", "x"),
        ("faellig_von", "gestern"),
        ("von", "2020-13-01"),
        ("sortierung", "x"),
        ("q", "\0"),
    ],
)
def test_filter_refuses(name: str, wert: str) -> None:
    factories.projekt("99-09", veroeffentlichung="entwurf")
    zugesagt()
    filterset = ZusageFilter({name: wert}, Zusage.objects.oeffentlich())
    assert list(filterset.errors) == [name]
    assert not filterset.qs.exists()
