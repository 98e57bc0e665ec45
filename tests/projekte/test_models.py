"""What the models of projekte derive: names, addresses, keys, history."""

from datetime import date

import pytest

from projekte.models import (
    Handlungsfeld,
    Kennzahl,
    Kommune,
    Programm,
    Projekt,
    Projektaussage,
    Projektereignis,
    Projektname,
    Projektort,
    Projektzusage,
    Themenforum,
    Zeitangabe,
)
from tests.factories import aussage, dokument, handlungsfeld, kennzahl, kommune, programm, projekt, zusage
from tests.invariants import models_of, with_natural_key

pytestmark = pytest.mark.django_db

RECORDS = {
    Handlungsfeld: handlungsfeld,
    Kennzahl: kennzahl,
    Kommune: kommune,
    Programm: programm,
    Projekt: projekt,
    Projektaussage: lambda: aussage(projekt()),
    Projektereignis: lambda: Projektereignis.objects.create(
        projekt=projekt(), datum=date(2019, 11, 1), genauigkeit="monat", titel="Beschluss des Kabinetts"
    ),
    Projektname: lambda: Projektname.objects.create(projekt=projekt(), name="Excellence Departments"),
    Projektort: lambda: Projektort.objects.create(projekt=projekt(), kommune=kommune()),
    Projektzusage: lambda: Projektzusage.objects.create(projekt=projekt(), zusage=zusage()),
    Themenforum: lambda: Themenforum.objects.create(programm=programm(), schluessel="mobilitaet", nummer="13"),
    Zeitangabe: lambda: Zeitangabe.objects.create(
        dokument=dokument(), von=date(2021, 10, 1), bis=date(2021, 12, 31), richtung="bis", wortlaut="bis Ende 2021"
    ),
}
MODELS = sorted(RECORDS, key=lambda model: model.__name__)


def test_every_model_is_tried():
    assert set(RECORDS) == set(models_of("projekte"))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_history_keeps_making_changing_and_deleting(model):
    record = RECORDS[model]()
    key = record.pk
    record.save()
    model.objects.filter(pk=key).get().delete()
    assert set(model.history.filter(id=key).values_list("history_type", flat=True)) == {"+", "~", "-"}


@pytest.mark.parametrize("model", with_natural_key("projekte"), ids=lambda model: model.__name__)
def test_the_natural_key_finds_the_record(model):
    record = RECORDS[model]()
    assert model.objects.get_by_natural_key(*record.natural_key()) == record


@pytest.mark.parametrize(
    ("kennung", "url", "name"),
    [
        ("13-02", "/projekte/13-02/", "[13-02] Mobilitätsregion"),
        ("", "/projekte/mobilitaetsregion/", "Mobilitätsregion"),
    ],
    ids=["Kennung known", "Kennung unknown"],
)
def test_a_project_goes_by_its_kennung_or_else_by_its_name(kennung, url, name):
    record = projekt(kennung, schluessel="mobilitaetsregion")
    assert (record.get_absolute_url(), str(record)) == (url, name)


def test_both_addresses_of_a_project_find_it():
    record = projekt("13-02", schluessel="mobilitaetsregion")
    for schluessel in ("13-02", "mobilitaetsregion"):
        assert Projekt.objects.schluessel(schluessel).get() == record


def test_addresses_of_a_handlungsfeld_and_a_place():
    assert handlungsfeld("gelebte-vielfalt").get_absolute_url() == "/handlungsfelder/gelebte-vielfalt/"
    assert kommune("Bochum").get_absolute_url() == "/orte/bochum/"


def test_places_sort_by_their_key_on_every_database():
    for name, schluessel, ags in (("Unna", "unna", "05978036"), ("Mülheim", "muelheim", "05117000")):
        kommune(name, ags, schluessel=schluessel)
    kommune("Marl", "05562024")
    assert [place.name for place in Kommune.objects.all()] == ["Marl", "Mülheim", "Unna"]
