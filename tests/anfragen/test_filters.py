"""What each filter finds. Page, API and export share these FilterSets, so it is tested once, here."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from anfragen.filters import AnfrageFilter, AntwortFilter, DokumentFilter, VerweisFilter
from anfragen.models import Anfrage, Antwort, Dokument, Verweis
from tests import factories

pytestmark = pytest.mark.django_db


def nummern(**data: str) -> list[int]:
    return [anfrage.nummer for anfrage in AnfrageFilter(data, queryset=Anfrage.objects.all()).qs]


@pytest.fixture
def zwei_anfragen() -> None:
    """KA 1, open, of 2017, of another house and member; KA 2, answered."""
    factories.anfrage(nummer=1, titel="Radwege", gestellt_am=date(2020, 1, 7), art="gross")
    zweite = factories.anfrage(nummer=2, titel="Wölfe in „Schermbeck“", gestellt_am=date(2020, 3, 9))
    factories.fragesteller(zweite, "Serdar Yüksel")
    dokument = factories.dokument(datum=date(2020, 4, 1), art="antwort", nummer=9)
    factories.antwort(zweite, dokument=dokument, ministerium=factories.ministerium("Ministerium der Justiz"))


@pytest.mark.usefixtures("zwei_anfragen")
@pytest.mark.parametrize(
    ("name", "wert", "erwartet"),
    [
        ("q", "schermbeck wölfe", [2]),
        ("q", "Wölfe Radwege", []),
        ("parlament", "nw", [2, 1]),
        ("parlament", "alle", [2, 1]),
        ("wahlperiode", "17", [2, 1]),
        ("wahlperiode", "16", []),
        ("fraktion", "SPD", [2]),
        ("ministerium", "Ministerium der Justiz", [2]),
        ("ministerium", "vm", [2]),
        ("art", "gross", [1]),
        ("zustand", "offen", [1]),
        ("zustand", "beantwortet", [2]),
        ("nummer", "2", [2]),
        ("jahr", "2020", [2]),
        ("jahr", "2019", []),
        ("gestellt_von", "2020-03-09", [2]),
        ("gestellt_bis", "2020-03-08", [1]),
        ("gestellt_bis", "08.03.2020", [1]),
        ("beantwortet_von", "2020-04-01", [2]),
        ("beantwortet_bis", "2020-03-31", []),
        ("person", "yüksel", [2]),
        ("person", "Yüksel Serdar", [2]),
        ("sortierung", "neueste", [2, 1]),
        ("sortierung", "aelteste", [1, 2]),
        ("sortierung", "titel", [1, 2]),
        ("sortierung", "dauer", [2, 1]),
        ("sortierung", "", [2, 1]),
    ],
)
def test_anfrage_filter_finds(name: str, wert: str, erwartet: list[int]) -> None:
    assert nummern(**{name: wert}) == erwartet


@pytest.mark.parametrize(
    ("name", "wert"),
    [
        ("parlament", "xx"),
        ("wahlperiode", "siebzehn"),
        ("wahlperiode", "-1"),
        ("wahlperiode", "99999999999999999999"),
        ("fraktion", "XYZ"),
        ("ministerium", "Ministerium der Zauberei"),
        ("art", "winzig"),
        ("zustand", "vergessen"),
        ("jahr", "0"),
        ("jahr", "20"),
        ("gestellt_von", "gestern"),
        ("sortierung", "zufall"),
        ("q", "a\0b"),
        ("q", "x" * 201),
    ],
)
def test_wrong_value_is_an_error_and_finds_nothing(name: str, wert: str) -> None:
    factories.anfrage()
    filterset = AnfrageFilter({name: wert}, queryset=Anfrage.objects.all())
    assert list(filterset.errors) == [name]
    assert not filterset.qs.exists()


def test_without_data_the_sites_own_parliament_is_shown() -> None:
    factories.anfrage(nummer=1)
    factories.anfrage(nummer=2, wahlperiode=factories.wahlperiode(19, "bt"))
    assert nummern() == [1]
    assert nummern(parlament="bt") == [2]
    assert sorted(nummern(parlament="alle")) == [1, 2]
    assert [anfrage.nummer for anfrage in AnfrageFilter(None, queryset=Anfrage.objects.all()).qs] == [1]


def test_anfrage_with_several_hits_is_found_once() -> None:
    anfrage = factories.anfrage(nummer=1)
    for name in ("Anna Müller", "Berta Müller"):
        factories.fragesteller(anfrage, name)
    haus = factories.ministerium("Ministerium der Justiz")
    for art in ("antwort", "ergaenzung"):
        factories.antwort(anfrage, art=art, ministerium=haus)
    assert nummern(person="Müller", ministerium="Ministerium der Justiz", fraktion="SPD") == [1]


def test_ministerium_of_an_unpublished_answer_is_not_found() -> None:
    geheim = factories.dokument(veroeffentlichung="entwurf")
    factories.antwort(factories.anfrage(), dokument=geheim, ministerium=factories.ministerium("Ministerium der Justiz"))
    assert nummern(ministerium="Ministerium der Justiz") == []


def test_choices_are_those_of_the_parliament_asked_for() -> None:
    factories.fraktion("SPD")
    factories.fraktion("SPD", wahlperiode=factories.wahlperiode(16))
    factories.fraktion("DIE LINKE", wahlperiode=factories.wahlperiode(19, "bt"))

    def kurzformen(**data: str) -> list[str]:
        feld = AnfrageFilter(data, queryset=Anfrage.objects.all()).form.fields["fraktion"]
        return [wert for wert, _ in feld.widget.choices]

    assert kurzformen() == ["", "SPD"]
    assert kurzformen(parlament="bt") == ["", "DIE LINKE"]
    assert kurzformen(parlament="alle") == ["", "DIE LINKE", "SPD"]


@pytest.mark.parametrize(
    ("data", "erwartet"),
    [
        ({"nummer": "17/11"}, [11]),
        ({"nummer": "11"}, [11]),
        ({"nummer": "16/11"}, []),
        ({"nummer": "11 (neu)"}, []),
        ({"reihe": "vorlage"}, [12]),
        ({"nur_zitiert": "true"}, [12]),
        ({"nur_zitiert": "false"}, [11]),
        ({"art": "antwort"}, [11]),
        ({"von": "2020-09-30"}, [11]),
        ({"bis": "2020-09-30"}, [11, 12]),
        ({"q": "ärzte"}, [11]),
        ({"sortierung": "nummer"}, [11, 12]),
    ],
)
def test_dokument_filter_finds(data: dict[str, str], erwartet: list[int]) -> None:
    factories.dokument(nummer=11, titel="Ärzte auf dem Land", art="antwort")
    factories.dokument(nummer=12, reihe=factories.reihe("vorlage"), nur_zitiert=True, datum=date(2019, 1, 1))
    treffer = DokumentFilter(data, queryset=Dokument.objects.all()).qs
    assert [dokument.nummer for dokument in treffer] == erwartet


@pytest.mark.parametrize(("name", "wert"), [("nummer", "17-11"), ("nur_zitiert", "vielleicht"), ("reihe", "roman")])
def test_dokument_filter_refuses(name: str, wert: str) -> None:
    assert list(DokumentFilter({name: wert}, queryset=Dokument.objects.all()).errors) == [name]


@pytest.mark.parametrize(
    ("data", "gefunden"),
    [
        ({"dokument": "17/9"}, True),
        ({"dokument": "17/8"}, False),
        ({"von": "2020-03-31", "bis": "2020-03-31"}, True),
        ({"von": "2020-04-01"}, False),
        ({"ministerium": "vm"}, True),
        ({"art": "ergaenzung"}, False),
        ({"q": "radwege"}, True),
    ],
)
def test_antwort_filter_goes_by_the_day_the_answer_was_given(data: dict[str, str], gefunden: bool) -> None:
    dokument = factories.dokument(nummer=9, datum=date(2020, 4, 2), titel="Radwege")
    factories.antwort(dokument=dokument, datum_schreiben=date(2020, 3, 31), ministerium=factories.ministerium())
    assert AntwortFilter(data, queryset=Antwort.objects.all()).qs.exists() is gefunden


@pytest.fixture
def verweis_auf() -> Callable[..., Verweis]:
    def build(**ziel: Any) -> Verweis:
        return factories.verweis(factories.dokument(nummer=9), wahlperiode_nummer=17, nummer=8, **ziel)

    return build


@pytest.mark.parametrize(
    ("data", "gefunden"),
    [
        ({"typ": "Drucksache"}, True),
        ({"typ": "Vorlage"}, False),
        ({"dokument": "17/9"}, True),
        ({"dokument": "17/8"}, False),
        ({"wahlperiode": "17", "nummer": "8"}, True),
        ({"nummer": "9"}, False),
        ({"wahlperiode": "16"}, False),
        ({"von": "2020-09-30", "bis": "2020-09-30"}, True),
        ({"von": "2020-10-01"}, False),
        ({"ziel": "17/8"}, False),
        ({"wahlperiode_abgeleitet": "true"}, False),
        ({"stand": "unbekannt"}, True),
        ({"stand": "aufgeloest"}, False),
        ({"sortierung": "ziel"}, True),
    ],
)
def test_verweis_filter_finds(verweis_auf: Callable[..., Verweis], data: dict[str, str], gefunden: bool) -> None:
    verweis_auf()
    assert VerweisFilter(data, queryset=Verweis.objects.all()).qs.exists() is gefunden


@pytest.mark.parametrize(
    ("ziel", "stand"),
    [
        ({}, "aufgeloest"),
        ({"nur_zitiert": True}, "unbekannt"),
        ({"veroeffentlichung": "entwurf"}, "unbekannt"),
    ],
    ids=["there", "only cited", "unpublished"],
)
def test_verweis_state_is_the_one_the_public_sees(
    verweis_auf: Callable[..., Verweis], ziel: dict[str, Any], stand: str
) -> None:
    verweis = verweis_auf(ziel_dokument=factories.dokument(**ziel))
    for gesucht in Verweis.Stand.values:
        treffer = VerweisFilter({"stand": gesucht}, queryset=Verweis.objects.all()).qs
        assert list(treffer) == ([verweis] if gesucht == stand else [])


@pytest.mark.parametrize(
    ("data", "gefunden"),
    [({"ziel": "17/9"}, True), ({"ziel": "9"}, True), ({"ziel": "17/8"}, False), ({"ziel": "16/9"}, False)],
)
def test_verweis_is_found_by_the_paper_that_is_meant(data: dict[str, str], gefunden: bool) -> None:
    """Whatever is printed: „KA 8“ may mean the Drucksache 17/9."""
    factories.verweis(factories.dokument(nummer=5), nummer=8, ziel_dokument=factories.dokument(nummer=9))
    assert VerweisFilter(data, queryset=Verweis.objects.all()).qs.exists() is gefunden


def test_verweis_is_not_found_by_an_unpublished_paper() -> None:
    geheim = factories.dokument(nummer=9, veroeffentlichung="entwurf")
    factories.verweis(factories.dokument(nummer=5), nummer=8, ziel_dokument=geheim)
    assert not VerweisFilter({"ziel": "17/9"}, queryset=Verweis.objects.all()).qs.exists()
