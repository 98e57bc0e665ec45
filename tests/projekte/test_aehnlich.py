"""Drifted names find their project; names of others and ordinary phrases find none."""

import pytest

from projekte.parsing.aehnlich import Namensindex, schreibweisen
from projekte.parsing.bekannt import BekanntesProjekt


def projekt(*namen: str) -> BekanntesProjekt:
    return BekanntesProjekt(("ruhr-konferenz", namen[0]), "", namen)


CHEMIE = projekt("Zentrum für Chemie 4.0: Heimat des Inkubators Start4Chem")
STROM = projekt("Ausbauinitiative Erneuerbarer Strom")
WAERME = projekt("Ausbauinitiative Erneuerbare Wärme")
KOMPETENZ = projekt("Virtuelles Kompetenzzentrum Digitaler Wandel")
HUB = projekt("Open District Hub Bochum: Energie-Systemlösung für das Quartier")
GAMES = projekt("Ruhr Games: Lust auf Olympia machen")
ZUKUNFT = projekt("Zukunftscampus – Bildungszentren von morgen")
CLAN = projekt("Zentrale Koordination zur Bekämpfung der Clankriminalität")
MAJOR = projekt("Innovation Ruhr 2030")
ALLE = (CHEMIE, STROM, WAERME, KOMPETENZ, HUB, GAMES, ZUKUNFT, CLAN, MAJOR)
NAMEN = [(name, projekt) for projekt in ALLE for name in projekt.namen]
INDEX = Namensindex(NAMEN)


@pytest.mark.parametrize(
    ("gedruckt", "gemeint"),
    [
        pytest.param("Zentrum Chemie 4.0", CHEMIE, id="word dropped"),
        pytest.param("Erneuerbarer Strom Ausbauinitiative", STROM, id="other order"),
        pytest.param("Ausbauinitiativen Erneuerbare Wärmen", WAERME, id="plural"),
        pytest.param("Virtuelles Kompetenzentrum Digitaler Wandle", KOMPETENZ, id="two misprints"),
        pytest.param("OpenDistrict-Hub Bochum", HUB, id="hyphens and spaces"),
        pytest.param("ODHB", HUB, id="initials"),
        pytest.param("Ruhr Games 2021", GAMES, id="year added"),
        pytest.param("Bildungszentren von morgen", ZUKUNFT, id="what follows a dash"),
        pytest.param("Clankriminalität, Zentrale Koordination der Bekämpfung", CLAN, id="turned round"),
    ],
)
def test_a_drifted_name_finds_its_project(gedruckt, gemeint):
    assert INDEX.find(gedruckt) == gemeint


@pytest.mark.parametrize(
    "gedruckt",
    [
        pytest.param("Ausbauinitiative Erneuerbare", id="fits two alike"),
        pytest.param("Ausbauinitiative Erneuerbare Gase", id="a third one of the kind"),
        pytest.param("Prävention zur Bekämpfung der Clankriminalität", id="shares common words"),
        pytest.param("Innovation", id="a word that anything may be called"),
        pytest.param("Metropole Ruhr", id="nothing but common words"),
        pytest.param("Heimat des Waldes", id="an ordinary phrase"),
        pytest.param("", id="empty"),
        pytest.param("– ! ?", id="no words"),
    ],
)
def test_what_means_none_or_several_finds_none(gedruckt):
    assert INDEX.find(gedruckt) is None


def test_only_hyphens_spaces_and_capitals_are_no_difference():
    assert INDEX.is_same("ausbau-initiative erneuerbarer STROM", STROM)
    assert not INDEX.is_same("Ausbauinitiative Erneuerbares Strom", STROM)


def test_without_names_nothing_is_found():
    assert Namensindex([]).find("Zukunftscampus") is None


def test_a_short_form_that_two_projects_share_is_none():
    kurz = projekt("Campus Ruhr: Bildung"), projekt("Campus Ruhr: Wirtschaft")
    formen = schreibweisen(tuple((name, p) for p in kurz for name in p.namen))
    assert [form for form, _ in formen] == ["Campus Ruhr: Wirtschaft", "Campus Ruhr: Bildung"]


def test_a_part_of_common_words_alone_is_no_form():
    metropole = projekt("Metropole Ruhr: Digitale Modelldestination")
    assert schreibweisen([(metropole.namen[0], metropole)]) == ((metropole.namen[0], metropole),)
