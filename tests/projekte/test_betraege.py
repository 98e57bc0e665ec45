"""An amount that differs from the one said before, for the same purpose, is a finding."""

from datetime import date

import pytest
from django.conf import settings
from django.core.management import call_command

from anfragen.befunde.lage import Lage
from anfragen.models import Befund
from projekte.betraege import BETRAG_GEAENDERT, betrag_geaendert
from tests import factories
from tests.projekte.seiten import betrag

pytestmark = pytest.mark.django_db
ZWECK = "Bis heute wurden sechs Anträge aus Bochum mit einem Fördervolumen von 521.864 Euro eingereicht"


@pytest.fixture
def spaeter():
    return factories.dokument(nummer=16201, datum=date(2022, 1, 17))


def amount(projekt, dokument, wert, wofuer=ZWECK, kommune=None, **felder):
    aussage = factories.aussage(projekt, dokument, kommune=kommune)
    return betrag(projekt, dokument, wert=wert, wofuer=wofuer, aussage=aussage, wortlaut=f"{wert} Euro", **felder)


def found(*dokumente):
    return [fund.text for fund in betrag_geaendert(Lage([dokument.pk for dokument in dokumente]))]


def test_a_changed_amount_names_both_with_paper_and_day(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, spaeter, 698310, ZWECK.replace("sechs", "acht").replace("521.864", "698.310"))
    (text,) = found(spaeter)
    assert text.startswith("Zu [13-02] Mobilitätsregion steht hier „698310 Euro“")
    assert "Drucksache 17/11212 nannte am 30.09.2020 „521864 Euro“" in text


def test_the_earlier_paper_has_no_finding(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, spaeter, 698310)
    assert found(antwort.dokument) == []


@pytest.mark.parametrize("anders", ["wert", "zweck", "projekt", "ort", "einheit"])
def test_what_is_the_same_or_of_something_else_is_none(antwort, mobilitaetsregion, bochum, spaeter, anders):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    anderes = factories.projekt("14-02", schluessel="klima")
    match anders:
        case "wert":
            amount(mobilitaetsregion, spaeter, 521864)
        case "zweck":
            amount(mobilitaetsregion, spaeter, 65000, "Die RUB erhält hier rund 65.000 Euro Förderung")
        case "projekt":
            amount(anderes, spaeter, 698310)
        case "ort":
            amount(mobilitaetsregion, spaeter, 698310, kommune=bochum)
        case "einheit":
            amount(mobilitaetsregion, spaeter, 698310, einheit="Dollar")
    assert found(spaeter) == []


def test_the_newest_before_it_counts(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, factories.dokument(datum=date(2021, 5, 5)), 600000)
    amount(mobilitaetsregion, spaeter, 698310)
    (text,) = found(spaeter)
    assert "„600000 Euro“" in text


def test_queries_stay_the_same_however_many_amounts(antwort, mobilitaetsregion, spaeter, django_assert_num_queries):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, spaeter, 698310)
    with django_assert_num_queries(7):
        assert len(found(spaeter)) == 1
    weitere = factories.dokument(datum=date(2022, 2, 2))
    amount(mobilitaetsregion, weitere, 800000)
    with django_assert_num_queries(7):
        assert len(found(spaeter, weitere)) == 2


def test_the_later_answer_of_the_fixtures_raises_it_on_import(tmp_path):
    call_command("lade_stammdaten", verbosity=0)
    for ordner in ("dokumente/17-11212.txt", "fortschreibung"):
        call_command("import_drucksachen", settings.BASE_DIR / "fixtures" / ordner)
    (befund,) = Befund.objects.filter(regel=BETRAG_GEAENDERT)
    assert befund.dokument.kennung == "17/16201"
    assert "„698.310 Euro“" in befund.text
    assert "„521.864 Euro“" in befund.text
    (stelle,) = befund.stellen
    assert befund.dokument.text[slice(*stelle)] == "698.310 Euro"
