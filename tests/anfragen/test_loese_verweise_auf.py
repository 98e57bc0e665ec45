"""The command that resolves everything anew, and takes it back again."""

from io import StringIO

import pytest
from django.core.management import call_command

from anfragen import resolving
from anfragen.models import Dokument, Verweis
from tests import factories as f

pytestmark = pytest.mark.django_db


def run(*args: str) -> str:
    ausgabe = StringIO()
    call_command("loese_verweise_auf", *args, stdout=ausgabe)
    return ausgabe.getvalue()


@pytest.fixture
def papier():
    """A paper with a reference of each outcome."""
    papier = f.dokument(nummer=12000)
    f.verweis(papier, nummer=f.dokument(nummer=10591).nummer)
    f.verweis(papier, nummer=10592)
    f.verweis(papier, nummer=13000, wahlperiode_abgeleitet=True)
    f.dokument(nummer=13000, wahlperiode=f.wahlperiode(16))
    resolving.ablehnen(f.verweis(papier, nummer=10593))
    return papier


def rows() -> list:
    """Papers and references without the ids of what is made anew."""
    verweise = Verweis.objects.order_by("pk").values_list(
        "pk", "ziel_dokument__nummer", "ziel_dokument__nur_zitiert", "ziel_anfrage", "mehrdeutig", "von_hand"
    )
    return [*verweise, *Dokument.objects.order_by("wahlperiode", "nummer").values_list("nummer", "nur_zitiert")]


def test_it_says_what_came_out(papier):
    ausgabe = run()

    assert ausgabe == "4 Verweise: 1 aufgelöst, 1 Ziel liegt nicht vor, 1 mehrdeutig, 1 abgelehnt; 3 geändert.\n"
    assert "; 0 geändert." in run()


def test_taking_back_forgets_all_but_what_staff_decided(papier):
    gewaehlt = f.verweis(papier, nummer=10594)
    resolving.umleiten(gewaehlt, f.dokument(nummer=10595, nur_zitiert=True))
    run()

    ausgabe = run("--zuruecknehmen")

    assert ausgabe == "3 Verweise zurückgenommen, 1 nur zitiertes Dokument entfernt.\n"
    assert list(Verweis.objects.exclude(ziel_dokument=None)) == [gewaehlt]
    assert not Verweis.objects.filter(mehrdeutig=True).exists()
    assert set(Dokument.objects.filter(nur_zitiert=True)) == {gewaehlt.ziel_dokument}


def test_resolving_again_ends_in_the_same_rows(papier):
    run()
    vorher = rows()

    run("--zuruecknehmen")
    assert rows() != vorher
    run()

    assert rows() == vorher


def test_nothing_on_record_is_nothing_to_do():
    assert run() == "0 Verweise: 0 aufgelöst, 0 Ziel liegt nicht vor, 0 mehrdeutig, 0 abgelehnt; 0 geändert.\n"
    assert run("--zuruecknehmen") == "0 Verweise zurückgenommen, 0 nur zitierte Dokumente entfernt.\n"
