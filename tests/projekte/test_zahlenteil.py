"""The figures on the pages of a project and a place: their sums, where they stand, and what staff should know."""

from datetime import date

import pytest

from anfragen.models import Befund
from projekte.zahlen.summen import summen
from tests import factories
from tests.projekte.seiten import ENTWURF, betrag, text

pytestmark = pytest.mark.django_db
EXAKT = {"wert": 521_864, "wortlaut": "521.864 Euro", "start": 50, "ende": 62}


def zahlen(client) -> str:
    return text(client, "/projekte/13-02/").partition('id="zahlen"')[2].partition("</section>")[0]


def test_marked_amounts_of_one_paper_are_added_and_approximate_as_their_parts(client, antwort, mobilitaetsregion):
    betrag(mobilitaetsregion, antwort.dokument, ungefaehr=True, addierbar=True, start=5, ende=21)
    betrag(mobilitaetsregion, antwort.dokument, addierbar=True, **EXAKT)
    teil = zahlen(client)
    assert "<b>rund 586.864&nbsp;Euro</b>" in teil
    assert 'text=rund%2065.000%20Euro">rund 65.000 Euro</a> + <a' in teil
    assert "Summe der addierbaren Beträge" in teil


@pytest.mark.parametrize("fall", ["one alone", "one unmarked", "two papers", "two units", "unpublished"])
def test_nothing_else_is_added(client, antwort, mobilitaetsregion, fall):
    betrag(mobilitaetsregion, antwort.dokument, addierbar=True)
    anderes = factories.dokument(datum=date(2021, 3, 4))
    match fall:
        case "one unmarked":
            betrag(mobilitaetsregion, antwort.dokument, **EXAKT)
        case "two papers":
            betrag(mobilitaetsregion, anderes, addierbar=True, **EXAKT)
        case "two units":
            betrag(mobilitaetsregion, antwort.dokument, addierbar=True, einheit="Dollar", **EXAKT)
        case "unpublished":
            aussage = factories.aussage(mobilitaetsregion, antwort.dokument, veroeffentlichung=ENTWURF)
            betrag(mobilitaetsregion, antwort.dokument, addierbar=True, aussage=aussage, **EXAKT)
    teil = zahlen(client)
    assert "Summe der" not in teil
    assert "Addieren lassen sich diese Zahlen nicht" in teil


def test_counts_are_added_whatever_their_ending():
    felder = {"art": "anzahl", "dokument": factories.dokument(), "addierbar": True}
    einheiten = (("Anträge", 2), ("Anträgen", 4))
    zahlen = [
        factories.kennzahl(einheit=einheit, wert=wert, wortlaut=einheit, start=wert, ende=wert + 1, **felder)
        for einheit, wert in einheiten
    ]
    (summe,) = summen(zahlen)
    assert (summe.wert, summe.einheit, summe.ungefaehr, summe.ist_betrag) == (6, "Anträge", False, False)


def test_a_place_adds_the_figures_about_itself(client, antwort, mobilitaetsregion, bochum):
    in_bochum = mobilitaetsregion.aussagen.get()
    woanders = factories.aussage(mobilitaetsregion, antwort.dokument, start=1, ende=2)
    for start, aussage, felder in ((5, in_bochum, {}), (9, in_bochum, EXAKT), (20, woanders, {"wert": 1})):
        stelle = {"start": start, "ende": start + 1, "aussage": aussage, "addierbar": True}
        betrag(mobilitaetsregion, antwort.dokument, **felder | stelle)
    assert "<b>586.864&nbsp;Euro</b>" in text(client, "/orte/bochum/")


def test_a_place_without_marked_figures_says_nothing_of_sums(client, antwort, bochum):
    assert "Summe der" not in text(client, "/orte/bochum/")


def test_a_figure_leads_to_its_words_in_the_statement(antwort, mobilitaetsregion):
    aussage = mobilitaetsregion.aussagen.get()
    zahl = betrag(mobilitaetsregion, antwort.dokument, aussage=aussage, wortlaut="5-10 Mio. Euro")
    assert zahl.get_absolute_url() == f"/drucksachen/17/11212/#aussage-{aussage.pk}:~:text=5%2D10%20Mio.%20Euro"


def test_a_figure_in_words_is_told_in_digits_too(client, antwort, mobilitaetsregion):
    betrag(mobilitaetsregion, antwort.dokument, wert=1_200_000, wortlaut="gut 1,2 Mio. Euro", ungefaehr=True)
    assert "ungefähr 1.200.000 Euro" in zahlen(client)


def test_findings_about_its_figures_are_shown_to_staff_alone(client, admin_client, antwort, mobilitaetsregion):
    betrag(mobilitaetsregion, antwort.dokument, start=5, ende=21)
    satz = "Hier stehen zwei Beträge."
    felder = {"dokument": antwort.dokument, "regel": "betrag-widerspruch"}
    Befund.objects.create(**felder, text=satz, stellen=[[5, 21]])
    Befund.objects.create(**felder, text="Von etwas anderem.", stellen=[[70, 80], [5, 21, 99]])
    Befund.objects.create(**felder, text="Verworfen.", stellen=[[5, 21]], stand="verworfen", begruendung="so")
    assert satz not in zahlen(client)
    teil = zahlen(admin_client)
    assert satz in teil
    assert "nur für die Redaktion" in teil
    assert "Von etwas anderem." not in teil
    assert "Verworfen." not in teil
