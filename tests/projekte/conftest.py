"""Records that the pages' tests share: 13-02 in Bochum, about which 17/11212 says something."""

from datetime import date

import pytest

from anfragen.models import Antwort
from projekte.models import Handlungsfeld, Kommune, Projekt
from tests import factories


@pytest.fixture
def mobilitaet() -> Handlungsfeld:
    return factories.handlungsfeld(position=1)


@pytest.fixture
def bochum() -> Kommune:
    return factories.kommune()


@pytest.fixture
def mobilitaetsregion(mobilitaet: Handlungsfeld) -> Projekt:
    return factories.projekt(
        handlungsfeld=mobilitaet, schluessel="mobilitaetsregion", ministerium=factories.ministerium()
    )


@pytest.fixture
def antwort(bochum: Kommune, mobilitaetsregion: Projekt) -> Antwort:
    """17/11212, which answers KA 4284 and has one statement about the project in Bochum."""
    papier = factories.dokument(nummer=11212, art="antwort", datum=None, text="…")
    anfrage = factories.anfrage(nummer=4284, titel="Wie verbessert die „Ruhrkonferenz“ das Leben?")
    factories.fragesteller(anfrage, "Carina Gödecke")
    gegeben = factories.antwort(anfrage, dokument=papier, datum_schreiben=date(2020, 9, 30))
    factories.aussage(mobilitaetsregion, papier, kommune=bochum, wortlaut="Stadtgrenzen sind zu überwinden.")
    return gegeben
