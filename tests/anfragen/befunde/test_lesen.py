"""What reading finds in a text comes and goes with the text, and is not told twice."""

import pytest

from anfragen.models import Befund
from anfragen.recording import Quelle, record
from tests import factories as f
from tests.anfragen.drucksachen import ANTWORT, parse

pytestmark = pytest.mark.django_db

VERDREHT = ANTWORT.replace("Ausgegeben: 13.02.2019", "Ausgegeben: 13.02.2018")


@pytest.fixture(autouse=True)
def _stammdaten():
    f.wahlperiode()
    f.reihe()


def lies(text: str) -> None:
    record(parse(text), Quelle("17-5030.txt", str(hash(text))), ersetzen=True)


def stand(regel: str) -> list[str]:
    return list(Befund.objects.filter(regel=regel).values_list("stand", flat=True))


def test_a_finding_that_the_corrected_text_has_no_more_is_mended_and_comes_back_with_the_old_one():
    lies(VERDREHT)
    assert set(stand("daten-reihenfolge")) == {"offen"}

    lies(ANTWORT)
    assert set(stand("daten-reihenfolge")) == {"behoben"}

    lies(VERDREHT)
    assert set(stand("daten-reihenfolge")) == {"offen"}


def test_what_staff_dismissed_stays_dismissed_whatever_is_read():
    lies(VERDREHT)
    Befund.objects.update(stand="verworfen", begruendung="So gedruckt.")

    lies(ANTWORT)
    lies(VERDREHT)

    assert set(stand("daten-reihenfolge")) == {"verworfen"}


def test_what_is_held_against_the_record_is_told_once():
    lies(ANTWORT.replace("in Drucksache 17/4000", "in KA 3973 (LT-Drs. 10564) und 3986 (LT-Drs. 10564)"))

    assert stand("eine-drucksache-fuer-zwei-anfragen") == ["offen"]
