"""Coverage: when projects were spoken of, and which never or no longer are."""

from datetime import date

import pytest

from projekte.abdeckung import Quartal, abdeckung
from tests import factories
from tests.projekte.programme import musterprogramm
from tests.projekte.seiten import ENTWURF, text

pytestmark = pytest.mark.django_db
HEUTE = date(2021, 12, 1)


def counts(stand):
    """For each project with papers: its Kennung and the papers of each quarter."""
    return {
        zeile.projekt.kennung: [zelle.anzahl for zelle in zeile.zellen]
        for gruppe in stand.gruppen
        for zeile in gruppe.zeilen
    }


@pytest.mark.parametrize(
    ("tag", "quartal"),
    [
        (date(2020, 1, 1), (2020, 1)),
        (date(2020, 3, 31), (2020, 1)),
        (date(2020, 9, 30), (2020, 3)),
        (date(2020, 12, 31), (2020, 4)),
    ],
    ids=str,
)
def test_the_quarter_of_a_day(tag, quartal):
    assert Quartal.of(tag) == quartal


def test_quarters_go_on_over_the_year():
    assert list(Quartal.between(Quartal(2019, 3), Quartal(2020, 2))) == [(2019, 3), (2019, 4), (2020, 1), (2020, 2)]


def test_papers_count_once_a_project_in_their_quarter(antwort, mobilitaetsregion):
    factories.aussage(mobilitaetsregion, antwort.dokument, start=7, ende=9)
    mobilitaetsregion.dokumente.add(antwort.dokument, factories.dokument(datum=date(2021, 2, 1)))
    stand = abdeckung(HEUTE)
    assert stand.quartale == [(2020, 3), (2020, 4), (2021, 1)]
    assert counts(stand) == {"13-02": [1, 0, 1]}
    assert stand.jahre == [(2020, 2), (2021, 1)]


def test_only_what_the_public_sees_counts(antwort, mobilitaetsregion):
    mobilitaetsregion.dokumente.add(
        factories.dokument(veroeffentlichung=ENTWURF), factories.dokument(nummer=9, nur_zitiert=True)
    )
    factories.aussage(mobilitaetsregion, factories.dokument(datum=date(2021, 5, 5)), veroeffentlichung=ENTWURF)
    assert counts(abdeckung(HEUTE)) == {"13-02": [1]}


@pytest.mark.parametrize("druckfehler", [date(3013, 3, 13), date(1020, 9, 30)], ids=str)
def test_a_misprinted_year_stretches_no_table(antwort, bochum, mobilitaetsregion, druckfehler):
    factories.aussage(mobilitaetsregion, factories.dokument(nummer=9, datum=druckfehler), kommune=bochum)
    stand = abdeckung(date(2021, 10, 1))
    assert stand.quartale == [(2020, 3)]
    assert [zeile.projekt for zeile in stand.lange_nicht] == [mobilitaetsregion]
    assert [(ort.kommune, ort.zuletzt) for ort in stand.orte_lange_nicht] == [(bochum, date(2020, 9, 30))]


def test_what_was_never_or_long_not_spoken_of(antwort, bochum, mobilitaetsregion):
    nie = factories.projekt("13-09", schluessel="nie")
    frisch = factories.projekt("13-10", schluessel="frisch")
    factories.aussage(
        frisch, factories.dokument(datum=date(2021, 6, 1)), kommune=factories.kommune("Hagen", "05914000")
    )
    herne = factories.kommune("Herne", "05916000")
    stand = abdeckung(date(2021, 10, 1))
    assert stand.nie == [nie]
    assert [zeile.projekt for zeile in stand.lange_nicht] == [mobilitaetsregion]
    assert stand.orte_nie == [herne]
    assert [ort.kommune for ort in stand.orte_lange_nicht] == [bochum]


def test_a_year_ends_on_its_day(antwort):
    assert abdeckung(date(2021, 9, 30)).lange_nicht == []
    assert len(abdeckung(date(2021, 10, 1)).lange_nicht) == 1


def test_a_leap_day_has_a_year_before(db):
    assert abdeckung(date(2024, 2, 29)).quartale == []


def test_the_page_shows_the_table(client, antwort):
    seite = text(client, "/projekte/abdeckung/")
    assert '<abbr title="3. Quartal 2020">3.</abbr>' in seite
    assert '<td class="grund-1">1</td>' in seite
    assert ">2020</th>" in seite


def test_the_page_of_an_empty_database_says_so(client, db):
    seite = text(client, "/projekte/abdeckung/")
    assert "Noch ist kein Dokument über ein Projekt erfasst." in seite
    assert "Zu jedem Projekt" not in seite


def test_one_programme_is_shown_alone_or_beside_others(client, antwort, mobilitaetsregion):
    assert "umschalter" not in text(client, "/projekte/abdeckung/")
    garten = factories.projekt("13-02", name="Mustergarten", programm=musterprogramm())
    factories.aussage(garten, factories.dokument(datum=date(2020, 8, 1)))
    alle = text(client, "/projekte/abdeckung/")
    assert "Musterprogramm: ohne bekanntes Handlungsfeld" in alle
    assert "Ruhr-Konferenz: Vernetzte Mobilität" in alle
    eines = text(client, "/projekte/abdeckung/?programm=musterprogramm")
    assert 'href="/projekte/musterprogramm/13-02/"' in eines
    assert 'href="/projekte/13-02/"' not in eines
    assert client.get("/projekte/abdeckung/?programm=nix").status_code == 404


def test_parts_of_a_project_stand_in_no_list(antwort, mobilitaetsregion):
    factories.projekt("", name="InnaMo Ruhr", schluessel="innamo", teilprojekt_von=mobilitaetsregion)
    assert abdeckung(HEUTE).nie == []
