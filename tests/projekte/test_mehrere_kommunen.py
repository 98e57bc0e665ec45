"""A statement that names several municipalities counts for each of them, wherever statements are found or counted."""

from datetime import date

import pytest

from projekte.abdeckung import abdeckung
from projekte.filters import AussageFilter, ProjektFilter, VerlaufForm
from projekte.models import Projekt, Projektaussage
from projekte.seiten.ort import auf_startseite, ortsliste, ortsseite
from projekte.seiten.projekt import projektseite
from tests import factories
from tests.projekte.seiten import ENTWURF

pytestmark = pytest.mark.django_db

HEUTE = date(2021, 1, 1)


@pytest.fixture
def herne():
    return factories.kommune("Herne", "05916000")


@pytest.fixture
def aussage(antwort, bochum, herne, mobilitaetsregion):
    """About Bochum, which it names once more, and about Herne."""
    aussage = factories.aussage(
        mobilitaetsregion, factories.dokument(nummer=9, datum=date(2021, 5, 5)), kommune=bochum, wortlaut="In Herne."
    )
    aussage.genannte_kommunen.add(bochum, herne)
    return aussage


def test_it_is_found_under_each(aussage, bochum, herne):
    assert [ortsseite(ort, None, HEUTE)["seite"].paginator.count for ort in (bochum, herne)] == [2, 1]
    for ort, erwartet in ((bochum, 2), (herne, 1)):
        assert AussageFilter({"kommune": ort.ags}, Projektaussage.objects.oeffentlich()).qs.count() == erwartet
        assert ProjektFilter({"kommune": ort.schluessel}, Projekt.objects.oeffentlich()).qs.count() == 1


def test_it_counts_once_for_each(aussage, mobilitaetsregion):
    liste = {str(flaeche.kommune): flaeche.wert for flaeche in ortsliste(None)["flaechen"]}
    start = {str(ort.kommune): ort.wert for ort in auf_startseite()["orte"]}
    projekt = projektseite(mobilitaetsregion, VerlaufForm(mobilitaetsregion), None, HEUTE)
    am_projekt = {str(ort.kommune): ort.anzahl_aussagen for ort in projekt["orte"]}
    assert liste == start == am_projekt == {"Bochum": 2, "Herne": 1}


def test_none_of_them_was_long_not_spoken_of(aussage, bochum, herne):
    stand = abdeckung(date(2022, 5, 6))
    assert {ort.kommune: ort.zuletzt for ort in stand.orte_lange_nicht} == dict.fromkeys(
        (bochum, herne), date(2021, 5, 5)
    )
    assert stand.orte_nie == []


def test_a_draft_counts_for_none(aussage, herne):
    Projektaussage.objects.update(veroeffentlichung=ENTWURF)
    assert ortsseite(herne, None, HEUTE)["seite"].paginator.count == 0
    assert {ort.wert for ort in auf_startseite()["orte"]} <= {0}
    assert herne in abdeckung(date(2022, 1, 1)).orte_nie
