"""A Drucksache printed for the wrong Anfrage is found, with the right one where the record or the list shows it."""

import pytest

from anfragen.befunde import pruefe
from anfragen.befunde.ziffern import varianten
from tests import factories as f
from tests.anfragen.befunde.seed import beantwortet, befunde, paare, zitierend

pytestmark = pytest.mark.django_db


def test_swapped_digits_are_found_by_the_neighbours_in_the_list():
    """The index gives no numbers of Anfragen, so nothing on record says which Drucksache KA 3973 has."""
    for nummer in (10564, 10653, 10654, 10656):
        beantwortet(None, nummer)
    dokument = zitierend()
    verweise = paare(dokument, (3972, 10653), (3973, 10564), (3975, 10656), (3986, 10564))

    pruefe([dokument])

    (befund,) = befunde(dokument)["zahlendreher"]
    assert befund.verweis == verweise[1]
    assert befund.kandidat.nummer == 10654
    assert befund.stellen == [[200, 219]], "from the Anfrage to its Drucksache"
    assert befund.text == (
        "Drucksache 17/10564 ist für KA 3973 angegeben, sie ist auch für KA 3986 angegeben. Vermutlich gemeint "
        "ist 17/10654 (zwei vertauschte Ziffern): Sie liegt zwischen 10653 (KA 3972) und 10656 (KA 3975)."
    )
    verweise[1].refresh_from_db()
    assert (verweise[1].nummer, verweise[1].ziel_dokument.nummer) == (10564, 10564), "nothing was changed by itself"


def test_swapped_digits_are_found_by_the_record():
    beantwortet(3973, 10654)
    beantwortet(3986, 10564)
    dokument = zitierend()
    paare(dokument, (3973, 10564))

    pruefe([dokument])

    assert list(befunde(dokument)) == ["zahlendreher"]
    assert "sie ist zu KA 3986 erfasst" in befunde(dokument)["zahlendreher"][0].text
    assert "Sie ist zu KA 3973 erfasst" in befunde(dokument)["zahlendreher"][0].text


def test_another_drucksache_than_on_record_is_a_contradiction_even_without_a_slip():
    beantwortet(3973, 12001)
    beantwortet(3986, 10564)
    dokument = zitierend()
    paare(dokument, (3973, 10564))

    pruefe([dokument])

    (befund,) = befunde(dokument)["paar-passt-nicht"]
    assert befund.kandidat.nummer == 12001
    assert befund.text == (
        "Drucksache 17/10564 ist für KA 3973 angegeben, erfasst ist sie zu KA 3986. Zu KA 3973 ist 17/12001 erfasst."
    )


def test_one_drucksache_for_two_anfragen_is_found_and_shows_both_places():
    dokument = zitierend()
    paare(dokument, (3973, 10564), (3986, 10564))

    pruefe([dokument])

    (befund,) = befunde(dokument)["eine-drucksache-fuer-zwei-anfragen"]
    assert befund.stellen == [[100, 119], [200, 219]]


@pytest.mark.parametrize(
    "gedruckt",
    [
        pytest.param([(3973, 10654), (3986, 10564)], id="the record says the same"),
        pytest.param([(4284, 10815)], id="the question's own paper, which an index doesn't give"),
        # 3955 is out of order and 10609 would lie between; but 10669 is on record for it.
        pytest.param([(3944, 10597), (3955, 10669), (3966, 10622)], id="a list out of order"),
    ],
)
def test_pairs_that_fit_are_no_finding(gedruckt):
    for anfrage, drucksache in [(3973, 10654), (3986, 10564), (4284, 11999), (3955, 10669), (None, 10609)]:
        beantwortet(anfrage, drucksache)
    dokument = zitierend()
    paare(dokument, *gedruckt)

    pruefe([dokument])

    assert befunde(dokument) == {}


def test_two_papers_that_may_be_meant_are_no_slip():
    for nummer in (10652, 10654):
        beantwortet(None, nummer)
    dokument = zitierend()
    # 10651 was not held: 10652 and 10654 both are one digit off 10659 and lie between the neighbours.
    paare(dokument, (3972, 10651), (3973, 10659), (3975, 10656))

    pruefe([dokument])

    assert befunde(dokument) == {}


def test_a_candidate_that_arrives_later_is_found():
    beantwortet(None, 10564)
    dokument = zitierend()
    paare(dokument, (3972, 10653), (3973, 10564), (3975, 10656), (3986, 10564))
    pruefe([dokument])
    assert "zahlendreher" not in befunde(dokument)

    pruefe([beantwortet(None, 10654).dokument])

    assert befunde(dokument)["zahlendreher"][0].kandidat.nummer == 10654


def test_a_reference_that_staff_decided_leaves_no_finding():
    beantwortet(3973, 10654)
    beantwortet(3986, 10564)
    dokument = zitierend()
    (verweis,) = paare(dokument, (3973, 10564))
    verweis.von_hand = True
    verweis.save()

    pruefe([dokument])

    assert befunde(dokument) == {}


def test_leading_the_reference_to_the_right_paper_mends_the_contradiction():
    dokument = zitierend()
    verweis, _ = paare(dokument, (3973, 10564), (3986, 10564))
    pruefe([dokument])

    verweis.von_hand, verweis.ziel_dokument = True, f.dokument(nummer=10654)
    verweis.save()
    pruefe([dokument])

    (befund,) = befunde(dokument)["eine-drucksache-fuer-zwei-anfragen"]
    assert befund.stand == "behoben"


@pytest.mark.parametrize(
    ("nummer", "andere", "wie"),
    [
        (10564, 10654, "zwei vertauschte Ziffern"),
        (10591, 10590, "eine andere Ziffer"),
        (10564, 10546, "zwei vertauschte Ziffern"),
    ],
)
def test_a_slip_of_the_hand_is_named(nummer, andere, wie):
    assert varianten(nummer)[andere] == wie


def test_slips_keep_the_length_of_a_number():
    assert 564 not in varianten(10564)
    assert all(1000 <= nummer <= 9999 for nummer in varianten(4284))
    assert 4284 not in varianten(4284)
