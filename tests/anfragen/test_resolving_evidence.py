"""Which record a reference means: taken at its word, inferred where that is possible, else left to a person."""

import pytest

from anfragen import resolving
from anfragen.models import Anfrage, Antwort, Dokument, Veroeffentlichung, Verweis
from tests import factories as f

pytestmark = pytest.mark.django_db


def resolved(verweis: Verweis) -> Verweis:
    resolving.resolve_all()
    verweis.refresh_from_db()
    return verweis


@pytest.fixture
def frueher():
    """The Wahlperiode before, which has 16/9000 and KA 4000."""
    wahlperiode = f.wahlperiode(16)
    f.dokument(nummer=9000, wahlperiode=wahlperiode)
    f.anfrage(nummer=4000, wahlperiode=wahlperiode)
    return wahlperiode


@pytest.mark.parametrize(
    ("eigene", "stand"),
    [(300, Verweis.Stand.MEHRDEUTIG), (8999, Verweis.Stand.MEHRDEUTIG), (9001, Verweis.Stand.UNBEKANNT)],
    ids=["early paper", "one below", "possible, so it is missing"],
)
def test_a_number_above_the_citing_papers_own_is_of_an_earlier_wahlperiode(frueher, eigene, stand):
    """ "LT-Drs. 9000" in 17/300 can't be 17/9000."""
    verweis = resolved(f.verweis(f.dokument(nummer=eigene), nummer=9000, wahlperiode_abgeleitet=True))

    assert verweis.stand == stand
    assert (verweis.ziel_dokument is None) == (stand == Verweis.Stand.MEHRDEUTIG)


def test_a_printed_wahlperiode_is_taken_at_its_word(frueher):
    verweis = resolved(f.verweis(f.dokument(nummer=300), nummer=9000))

    assert verweis.stand == Verweis.Stand.UNBEKANNT
    assert verweis.ziel_dokument.wahlperiode.nummer == 17


def test_a_number_that_no_wahlperiode_can_have_makes_no_paper():
    verweis = resolved(f.verweis(f.dokument(nummer=300), nummer=9000, wahlperiode_abgeleitet=True))

    assert (verweis.stand, verweis.ziel_dokument) == (Verweis.Stand.UNBEKANNT, None)
    assert not Dokument.objects.filter(nummer=9000).exists()


def test_a_vorlage_is_no_evidence_for_the_number_of_a_drucksache(frueher):
    verweis = f.verweis(f.dokument(nummer=300, reihe=f.reihe("vorlage")), nummer=9000, wahlperiode_abgeleitet=True)
    f.reihe()

    assert resolved(verweis).ziel_dokument.wahlperiode.nummer == 17


@pytest.mark.parametrize(
    ("eigene", "rolle", "stand"),
    [
        (3999, "fragt", Verweis.Stand.MEHRDEUTIG),
        (3499, "antwortet", Verweis.Stand.MEHRDEUTIG),
        (3500, "antwortet", Verweis.Stand.UNBEKANNT),
        (4001, "fragt", Verweis.Stand.UNBEKANNT),
    ],
)
def test_an_anfrage_asked_long_after_the_citing_papers_own_is_of_an_earlier_wahlperiode(frueher, eigene, rolle, stand):
    papier = f.dokument()
    anfrage = f.anfrage(nummer=eigene, dokument=papier if rolle == "fragt" else None)
    if rolle == "antwortet":
        f.antwort(anfrage, dokument=papier)

    verweis = f.verweis(papier, typ="Kleine Anfrage", nummer=4000, wahlperiode_abgeleitet=True)

    assert resolved(verweis).stand == stand


def test_several_reprints_without_the_plain_print_are_ambiguous():
    verweis = f.verweis(f.dokument(), nummer=1589)
    drucke = [f.dokument(nummer=1589, zusatz=zusatz) for zusatz in ("neu", "S")]
    assert resolved(verweis).stand == Verweis.Stand.MEHRDEUTIG
    kandidaten = resolving.kandidaten(list(Verweis.objects.with_quelle()))
    assert {record.pk for record in kandidaten[verweis.pk]} == {druck.pk for druck in drucke}

    original = f.dokument(nummer=1589)

    assert resolved(verweis).ziel_dokument == original


def test_candidates_are_the_newest_first_and_only_what_the_reader_may_see(frueher):
    aelter = f.dokument(nummer=9000, wahlperiode=f.wahlperiode(15), veroeffentlichung=Veroeffentlichung.ENTWURF)
    verweis = resolved(f.verweis(f.dokument(nummer=300), nummer=9000, wahlperiode_abgeleitet=True))
    verweise = list(Verweis.objects.with_quelle())
    neuer = Dokument.objects.get(wahlperiode=frueher)

    assert resolving.kandidaten(verweise) == {verweis.pk: [neuer]}
    assert resolving.kandidaten(verweise, nur_oeffentlich=False) == {verweis.pk: [neuer, aelter]}


@pytest.mark.parametrize("anzahl", [2, 30])
def test_candidates_of_many_take_as_many_queries(frueher, django_assert_num_queries, anzahl):
    papier = f.dokument(nummer=300)
    for stelle in range(anzahl):
        nummer = f.dokument(wahlperiode=frueher, nummer=10000 + stelle).nummer
        f.verweis(papier, nummer=nummer, wahlperiode_abgeleitet=True)
    resolving.resolve_all()
    verweise = list(Verweis.objects.with_quelle())

    with django_assert_num_queries(4):
        kandidaten = resolving.kandidaten(verweise)
        assert [len(liste) for liste in kandidaten.values()] == [1] * anzahl
        assert {record.get_absolute_url() for liste in kandidaten.values() for record in liste}


def test_no_query_for_candidates_where_nothing_is_ambiguous(django_assert_num_queries):
    verweise = [f.verweis(f.dokument())]

    with django_assert_num_queries(0):
        assert resolving.kandidaten(verweise) == {}


@pytest.fixture
def vorgang():
    """KA 4284, its paper 17/10815 and its answer 17/11212."""
    anfrage = f.anfrage(nummer=4284, dokument=f.dokument(nummer=10815))
    return f.antwort(anfrage, dokument=f.dokument(nummer=11212)), anfrage


def test_an_anfrage_leads_to_its_first_answer(vorgang):
    antwort, anfrage = vorgang
    f.antwort(anfrage, dokument=f.dokument(nummer=11300))
    f.antwort(anfrage, dokument=f.dokument(nummer=11100), art=Antwort.Art.BERICHTIGUNG)

    verweis = resolved(f.verweis(f.dokument(nummer=12000), typ="Kleine Anfrage", nummer=4284))

    assert (verweis.ziel_anfrage, verweis.ziel_dokument) == (anfrage, antwort.dokument)


def test_an_answer_that_names_its_anfrage_means_the_question(vorgang):
    antwort, anfrage = vorgang

    verweis = resolved(f.verweis(antwort.dokument, typ="Kleine Anfrage", nummer=4284))

    assert (verweis.ziel_anfrage, verweis.ziel_dokument) == (anfrage, anfrage.dokument)


def test_a_question_paper_does_not_cite_its_own_answer(vorgang):
    _, anfrage = vorgang

    verweis = resolved(f.verweis(anfrage.dokument, typ="Kleine Anfrage", nummer=4284))

    assert (verweis.ziel_anfrage, verweis.ziel_dokument) == (anfrage, None)


def test_the_paper_follows_when_the_answer_arrives_and_goes():
    anfrage = f.anfrage(nummer=4284)
    verweis = resolved(f.verweis(f.dokument(), typ="Kleine Anfrage", nummer=4284))
    gewaehlt = f.verweis(verweis.dokument, typ="Kleine Anfrage", nummer=4248)
    resolving.umleiten(gewaehlt, anfrage)
    assert verweis.ziel_dokument is None

    antwort = f.antwort(anfrage)
    assert resolving.heal([antwort.dokument], [anfrage]) == 2
    for eines in (verweis, gewaehlt):
        eines.refresh_from_db()
        assert (eines.ziel_anfrage, eines.ziel_dokument) == (anfrage, antwort.dokument)

    antwort.delete()
    resolving.heal([], [anfrage])
    gewaehlt.refresh_from_db()
    assert (gewaehlt.ziel_anfrage, gewaehlt.ziel_dokument, gewaehlt.von_hand) == (anfrage, None, True)


def test_healing_tells_ambiguous_ones_of_a_new_candidate():
    f.wahlperiode(16)
    verweis = resolved(f.verweis(f.dokument(nummer=300), nummer=9000, wahlperiode_abgeleitet=True))
    assert verweis.stand == Verweis.Stand.UNBEKANNT

    frueher = f.dokument(nummer=9000, wahlperiode=f.wahlperiode(16))
    resolving.heal([frueher], [])
    verweis.refresh_from_db()
    assert verweis.stand == Verweis.Stand.MEHRDEUTIG

    resolving.delete(frueher)
    verweis.refresh_from_db()
    assert verweis.stand == Verweis.Stand.UNBEKANNT


def test_deleting_an_anfrage_takes_decisions_for_it_back():
    papier = f.dokument()
    anfrage = f.anfrage(nummer=3973)
    f.antwort(anfrage)
    verweis = f.verweis(papier, nummer=10564)
    resolving.umleiten(verweis, anfrage)

    resolving.delete(anfrage)

    verweis.refresh_from_db()
    assert (verweis.von_hand, verweis.ziel_anfrage, verweis.ziel_dokument.nummer) == (False, None, 10564)


def test_deleting_a_paper_that_staff_chose_keeps_what_they_chose():
    ziel = f.dokument(nummer=10654, zusatz="neu")
    verweis = f.verweis(f.dokument(), nummer=10564)
    resolving.umleiten(verweis, ziel)

    resolving.delete(ziel)

    verweis.refresh_from_db()
    assert verweis.von_hand
    assert (verweis.ziel_dokument.kennung, verweis.ziel_dokument.nur_zitiert) == ("17/10654 (neu)", True)


def test_deleting_the_paper_of_an_answered_anfrage_leaves_its_number():
    anfrage = f.anfrage(nummer=4284, dokument=f.dokument(nummer=10815))
    f.antwort(anfrage)

    resolving.delete(anfrage.dokument)

    anfrage = Anfrage.objects.get(pk=anfrage.pk)
    assert (anfrage.dokument.nummer, anfrage.dokument.nur_zitiert) == (10815, True)


def test_what_nobody_cites_any_more_goes_unless_something_else_holds_it():
    verweis = resolved(f.verweis(f.dokument(), nummer=10564))
    gehalten = resolved(f.verweis(f.dokument(), nummer=10565))
    f.anfrage(dokument=gehalten.ziel_dokument)

    resolving.umleiten(verweis, f.dokument(nummer=10654))
    resolving.umleiten(gehalten, f.dokument(nummer=10655))

    assert not Dokument.objects.filter(nummer=10564).exists()
    assert Dokument.objects.filter(nummer=10565).exists()


def test_a_new_wahlperiode_resolves_what_waited_for_it():
    verweis = resolved(f.verweis(f.dokument(), wahlperiode_nummer=16, nummer=12))
    assert verweis.ziel_dokument is None

    f.wahlperiode(16)
    resolving.resolve_waiting()

    verweis.refresh_from_db()
    assert verweis.ziel_dokument.kennung == "16/12"


def test_a_text_without_wahlperiode_leaves_all_of_them_open():
    f.dokument(nummer=10591)
    zitierend = resolving.Zitierend("nw")
    offen = resolving.Gesucht("Drucksache", None, True, 10591, zitierend)
    genannt = resolving.Gesucht("Drucksache", 17, False, 10591, zitierend)

    treffer = resolving.match([offen, genannt])

    assert [eines.stand for eines in treffer] == [Verweis.Stand.MEHRDEUTIG, Verweis.Stand.AUFGELOEST]
    assert treffer[0].kandidaten == (treffer[1].ziel,)


def test_a_bundestagsdrucksache_has_no_wahlperiode_of_a_landtag():
    f.wahlperiode(17, "bt")
    f.reihe(kuerzel="bt")
    verweis = f.verweis(f.dokument(), typ="Bundestagsdrucksache", nummer=485, wahlperiode_abgeleitet=True)

    assert resolved(verweis).ziel_dokument is None


def test_matching_makes_nothing():
    f.dokument()
    gesucht = resolving.Gesucht("Drucksache", 17, False, 10591, resolving.Zitierend("nw", 17))

    (treffer,) = resolving.match([gesucht])

    assert treffer.stand == Verweis.Stand.UNBEKANNT
    assert not Dokument.objects.filter(nummer=10591).exists()
