"""What the database says of a row is what the record says of itself."""

from datetime import date

import pytest

from anfragen.ausdruecke import (
    Verbunden,
    anfrageadresse,
    anfragekennung,
    datum_wirksam,
    dokumentadresse,
    dokumentkennung,
    papierschluessel,
    verweiskennung,
)
from anfragen.models import Anfrage, Antwort, Dokument, Verweis
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("zusatz", ["", "neu", "1. neu", "S"])
@pytest.mark.parametrize("reihe", ["drucksache", "vorlage", "stellungnahme"])
@pytest.mark.parametrize("kuerzel", ["nw", "bt"])
def test_paper(zusatz: str, reihe: str, kuerzel: str) -> None:
    dokument = factories.dokument(
        wahlperiode=factories.wahlperiode(17, kuerzel), reihe=factories.reihe(reihe, kuerzel), zusatz=zusatz
    )
    kennung, schluessel = Dokument.objects.values_list(dokumentkennung(), papierschluessel()).get()
    assert kennung == dokument.kennung
    if zusatz == "1. neu":
        assert dokumentadresse(schluessel) is None
    else:
        assert dokumentadresse(schluessel) == dokument.get_absolute_url()


@pytest.mark.parametrize("nummer", [None, 1, 4284, 11])
@pytest.mark.parametrize("art", Anfrage.Art)
@pytest.mark.parametrize("kuerzel", ["nw", "bt"])
def test_anfrage(nummer: int | None, art: Anfrage.Art, kuerzel: str) -> None:
    wahlperiode = factories.wahlperiode(17, kuerzel)
    anfrage = factories.anfrage(wahlperiode=wahlperiode, nummer=nummer, art=art)
    assert Anfrage.objects.values_list(anfragekennung()).get() == (anfrage.kennung,)
    papier = factories.antwort(anfrage).dokument
    schluessel = f"{papier.wahlperiode.parlament.kuerzel} drucksache {papier.wahlperiode.nummer} {papier.nummer} "
    assert anfrageadresse(kuerzel, art, 17, nummer, schluessel) == anfrage.get_absolute_url()


@pytest.mark.parametrize(
    "felder",
    [
        {"typ": "Drucksache", "wahlperiode_nummer": 17, "nummer": 8},
        {"typ": "Drucksache", "wahlperiode_nummer": None, "nummer": 8},
        {"typ": "Kleine Anfrage", "wahlperiode_nummer": 17, "nummer": 8},
        {"typ": "Große Anfrage", "wahlperiode_nummer": 17, "nummer": 8},
        {"typ": "Vorlage", "wahlperiode_nummer": 17, "nummer": 8},
    ],
)
def test_reference(felder: dict[str, object]) -> None:
    verweis = factories.verweis(factories.dokument(), **felder)
    assert Verweis.objects.values_list(verweiskennung()).get() == (verweis.kennung,)


@pytest.mark.parametrize("schreiben", [None, date(2020, 9, 1)])
@pytest.mark.parametrize("original", [None, date(2020, 9, 2)])
@pytest.mark.parametrize("datum", [None, date(2020, 9, 3)])
def test_day_of_an_answer(schreiben: date | None, original: date | None, datum: date | None) -> None:
    papier = factories.dokument(datum_original=original, datum=datum)
    antwort = factories.antwort(dokument=papier, datum_schreiben=schreiben)
    assert Antwort.objects.values_list(datum_wirksam()).get() == (antwort.datum_wirksam,)


def test_values_share_a_cell_in_their_order() -> None:
    anfrage = factories.anfrage()
    for name in ("Zoe Zander", "Anna Adler", "Max Mitte"):
        factories.fragesteller(anfrage, name)
    namen = anfrage.fragesteller.order_by("position")
    assert Anfrage.objects.values_list(Verbunden(namen, "name_gedruckt")).get() == (
        "Zoe Zander; Anna Adler; Max Mitte",
    )


def test_cell_of_no_values_is_empty() -> None:
    anfrage = factories.anfrage()
    assert Anfrage.objects.values_list(Verbunden(anfrage.fragesteller.all(), "name_gedruckt")).get() == (None,)
