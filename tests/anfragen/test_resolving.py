"""References find their papers, wait for them, and lose them again."""

import pytest

from anfragen import resolving
from anfragen.models import Anfrage, Dokument, Verweis
from tests import factories as f

pytestmark = pytest.mark.django_db


def resolve_all() -> None:
    resolving.resolve_all()


def test_a_cited_paper_on_record_is_the_target():
    ziel = f.dokument(nummer=10591)
    verweis = f.verweis(f.dokument(), nummer=10591)

    resolve_all()

    verweis.refresh_from_db()
    assert verweis.ziel_dokument == ziel
    assert verweis.stand == Verweis.Stand.AUFGELOEST


def test_a_cited_paper_that_is_missing_becomes_only_cited():
    f.reihe("vorlage")
    verweis = f.verweis(f.dokument(), typ="Vorlage", nummer=3748)

    resolve_all()

    verweis.refresh_from_db()
    vorlage = Dokument.objects.get(reihe__schluessel="vorlage", nummer=3748)
    assert vorlage.nur_zitiert
    assert verweis.ziel_dokument == vorlage
    assert verweis.stand == Verweis.Stand.UNBEKANNT


def test_filling_in_an_only_cited_paper_resolves_its_references():
    verweis = f.verweis(f.dokument(), nummer=10591)
    resolve_all()

    Dokument.objects.filter(nummer=10591).update(nur_zitiert=False)

    verweis = Verweis.objects.with_ziel().get(pk=verweis.pk)
    assert verweis.stand == Verweis.Stand.AUFGELOEST


def test_a_reprint_stands_in_only_where_the_plain_number_is_missing():
    nachdruck = f.dokument(nummer=1589, zusatz="neu")
    verweis = f.verweis(f.dokument(), nummer=1589)
    resolve_all()
    verweis.refresh_from_db()
    assert verweis.ziel_dokument == nachdruck

    original = f.dokument(nummer=1589)
    resolve_all()
    verweis.refresh_from_db()
    assert verweis.ziel_dokument == original


def test_the_same_number_of_another_wahlperiode_is_not_the_target():
    f.dokument(nummer=719, wahlperiode=f.wahlperiode(16))
    verweis = f.verweis(f.dokument(), nummer=719)

    resolve_all()

    verweis.refresh_from_db()
    assert verweis.ziel_dokument.wahlperiode.nummer == 17
    assert verweis.stand == Verweis.Stand.UNBEKANNT


def test_a_bundestagsdrucksache_is_looked_for_in_the_bundestag():
    f.dokument(nummer=485, wahlperiode=f.wahlperiode(19))  # a Landtag of that number must not catch it
    ziel = f.dokument(nummer=485, wahlperiode=f.wahlperiode(19, "bt"), reihe=f.reihe(kuerzel="bt"))
    verweis = f.verweis(f.dokument(), typ="Bundestagsdrucksache", wahlperiode_nummer=19, nummer=485)

    resolve_all()

    verweis.refresh_from_db()
    assert verweis.ziel_dokument == ziel


def test_without_a_wahlperiode_on_record_there_is_no_target():
    verweis = f.verweis(f.dokument(), wahlperiode_nummer=9, nummer=12)

    resolve_all()

    verweis.refresh_from_db()
    assert verweis.ziel_dokument is None
    assert verweis.stand == Verweis.Stand.UNBEKANNT


def test_an_anfrage_cited_by_number_is_the_target_and_kinds_stay_apart():
    gross = f.anfrage(art=Anfrage.Art.GROSS, nummer=26)
    f.anfrage(nummer=26)
    verweis = f.verweis(f.dokument(), typ="Große Anfrage", nummer=26)

    resolve_all()

    verweis.refresh_from_db()
    assert verweis.ziel_anfrage == gross


def test_an_anfrage_that_arrives_heals_the_references_waiting_for_it():
    verweis = f.verweis(f.dokument(), typ="Kleine Anfrage", nummer=3939)
    resolve_all()
    verweis.refresh_from_db()
    assert verweis.stand == Verweis.Stand.UNBEKANNT

    anfrage = f.anfrage(nummer=3939)
    assert resolving.heal([], [anfrage]) == 1

    verweis.refresh_from_db()
    assert verweis.ziel_anfrage == anfrage


def test_what_staff_decided_is_left_alone():
    gewaehlt = f.dokument(nummer=10654)
    verweis = f.verweis(f.dokument(), nummer=10564, ziel_dokument=gewaehlt, von_hand=True)

    resolve_all()

    verweis.refresh_from_db()
    assert verweis.ziel_dokument == gewaehlt


def test_deleting_a_cited_paper_leaves_it_only_cited():
    ziel = f.dokument(nummer=10591)
    verweis = f.verweis(f.dokument(), nummer=10591)
    resolve_all()

    resolving.delete(ziel)

    verweis.refresh_from_db()
    assert verweis.ziel_dokument.nur_zitiert
    assert verweis.ziel_dokument.nummer == 10591


def test_a_second_run_changes_nothing():
    f.verweis(f.dokument(), nummer=10591)

    assert resolving.resolve_all() == 1
    assert resolving.resolve_all() == 0


@pytest.mark.parametrize("anzahl", [3, 60])
def test_queries_do_not_grow_with_the_batch(django_assert_num_queries, anzahl):
    quelle = f.dokument(nummer=50000)
    falsch = f.dokument(nummer=1)
    for nummer in range(2, 2 + anzahl):
        zitiert = f.verweis(quelle, nummer=20000 + nummer)
        f.verweis(quelle, nummer=nummer, ziel_dokument=f.dokument(nummer=40000 + nummer, nur_zitiert=True))
        f.antwort(f.anfrage(nummer=nummer))
        f.verweis(quelle, typ="Kleine Anfrage", nummer=nummer, wahlperiode_abgeleitet=True, ziel_dokument=falsch)
        f.verweis(
            quelle, typ="Kleine Anfrage", nummer=nummer, von_hand=True, ziel_anfrage=f.anfrage(nummer=9000 + nummer)
        )
    assert zitiert.ziel_dokument is None

    with django_assert_num_queries(18):
        assert resolving.resolve_all() == 3 * anzahl


@pytest.mark.parametrize("stand", list(Verweis.Stand))
def test_the_filter_agrees_with_the_property(stand):
    quelle = f.dokument()
    f.verweis(quelle, ziel_dokument=f.dokument())
    f.verweis(quelle, ziel_dokument=f.dokument(nur_zitiert=True))
    f.verweis(quelle, ziel_anfrage=f.anfrage(), typ="Kleine Anfrage")
    f.verweis(quelle)
    f.verweis(quelle, mehrdeutig=True)
    f.verweis(quelle, von_hand=True)

    gefiltert = set(Verweis.objects.mit_stand(stand))

    assert gefiltert == {verweis for verweis in Verweis.objects.with_ziel() if verweis.stand == stand}
    assert gefiltert
