"""Figures in statements and in running text."""

from decimal import Decimal

import pytest

from tests.projekte.lesungen import KOPF, read


@pytest.mark.parametrize(
    ("text", "wert", "einheit", "ungefaehr"),
    [
        pytest.param("1,2 Mio. Euro", Decimal(1_200_000), "Euro", False, id="mio"),
        pytest.param("75 Millionen Euro", Decimal(75_000_000), "Euro", False, id="millionen"),
        pytest.param("gut 1,2 Mio. Euro", Decimal(1_200_000), "Euro", True, id="gut"),
        pytest.param("1,2 Mrd. Euro", Decimal(1_200_000_000), "Euro", False, id="mrd"),
        pytest.param("zwei Milliarden Euro", Decimal(2_000_000_000), "Euro", False, id="milliarden"),
        pytest.param("eine Million Euro", Decimal(1_000_000), "Euro", False, id="eine-million"),
        pytest.param("ca. 500 TEUR", Decimal(500_000), "Euro", True, id="teur"),
        pytest.param("300 Tsd. EUR", Decimal(300_000), "Euro", False, id="tsd"),
        pytest.param("20 000 Euro", Decimal(20_000), "Euro", False, id="leerzeichen"),
        pytest.param("1 200 000,50 Euro", Decimal("1200000.5"), "Euro", False, id="leerzeichen-und-cent"),
        pytest.param("12.345,67 €", Decimal("12345.67"), "Euro", False, id="cent"),
        pytest.param("Rund 65.000 Euro", Decimal(65_000), "Euro", True, id="satzanfang"),
        pytest.param("bis zu 10.000,- Euro", Decimal(10_000), "Euro", False, id="strich"),
        pytest.param("12,5 %", Decimal("12.5"), "Prozent", False, id="prozentzeichen"),
        pytest.param("zwölf Prozent", Decimal(12), "Prozent", False, id="zahlwort"),
        pytest.param("etwa 3 Prozentpunkten", Decimal(3), "Prozentpunkte", True, id="prozentpunkte"),
        pytest.param("gut einer halben Million Euro", Decimal(500_000), "Euro", True, id="halbe-million"),
        pytest.param("anderthalb Millionen Euro", Decimal(1_500_000), "Euro", False, id="anderthalb"),
        pytest.param("zweieinhalb Mio. Euro", Decimal(2_500_000), "Euro", False, id="zweieinhalb"),
    ],
)
def test_reads_amounts_and_shares_in_running_text(text, wert, einheit, ungefaehr):
    (zahl,) = read(f"Gefördert wird mit {text} im Land.").kennzahlen
    assert (zahl.wert, zahl.einheit, zahl.ungefaehr, zahl.wortlaut) == (wert, einheit, ungefaehr, text)


@pytest.mark.parametrize(
    ("text", "wert", "bis"),
    [
        pytest.param("5 bis 10 Mio. Euro", 5_000_000, 10_000_000, id="bis"),
        pytest.param("rund 5-10 Mio. Euro", 5_000_000, 10_000_000, id="strich"),
        pytest.param("zwischen 50.000 und 75.000 Euro", 50_000, 75_000, id="zwischen"),
        pytest.param("500 Tsd. bis 1,2 Mio. Euro", 500_000, 1_200_000, id="zwei-einheiten"),
        pytest.param("20 000 bis 30 000 Euro", 20_000, 30_000, id="leerzeichen"),
        pytest.param("25 bis 30 Prozent", 25, 30, id="anteil"),
        pytest.param("jeweils 5.000 Euro", 5_000, None, id="keiner"),
        pytest.param("bis zu 10 Mio. Euro", 10_000_000, None, id="bis-zu"),
    ],
)
def test_keeps_both_ends_of_a_range(text, wert, bis):
    (zahl,) = read(f"Gefördert wird mit {text} im Land.").kennzahlen
    assert (zahl.wert, zahl.bis, zahl.wortlaut) == (wert, bis, text)
    assert zahl.ungefaehr or bis is None


@pytest.mark.parametrize("text", ["10 bis 5 Mio. Euro", "zwischen 75.000 und 50.000 Euro"])
def test_a_range_that_runs_downwards_is_no_figure(text):
    assert read(f"Gefördert wird mit {text} im Land.").kennzahlen == ()


def test_a_year_before_an_amount_is_no_part_of_it():
    (zahl,) = read("Das Land zahlt seit 2020 500 Euro.").kennzahlen
    assert (zahl.wert, zahl.wortlaut) == (500, "500 Euro")


@pytest.mark.parametrize(
    ("text", "je"),
    [
        pytest.param("jeweils 5.000 Euro", True, id="jeweils"),
        pytest.param("je 5.000 Euro", True, id="je"),
        pytest.param("je Kommune rund 5.000 Euro", True, id="je-kommune"),
        pytest.param("pro Jahr 2 Mio. Euro", True, id="pro"),
        pytest.param("insgesamt 5.000 Euro", False, id="insgesamt"),
    ],
)
def test_knows_an_amount_that_counts_for_each_of_several(text, je):
    (zahl,) = read(f"Gefördert wird mit {text} im Land.").kennzahlen
    assert (zahl.je, zahl.wortlaut) == (je, text)


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param("Es gab vier Bochumer Hochschulen.", ["vier Bochumer Hochschulen"], id="ortsname-davor"),
        pytest.param("Es gab 1.250 neue Plätze.", ["1.250 neue Plätze"], id="adjektiv"),
        pytest.param("Bis Ende 2024 wird gebaut.", ["Bis Ende 2024"], id="bis-ende"),
        pytest.param("Im Jahr 2021 und 2022 läuft es.", ["Im Jahr 2021"], id="im-jahr"),
        # What only looks like a figure of the project
        pytest.param("Ziele des 11-Punkte-Plans vom 28.05.2020 und Mark 51°7, Chemie 4.0.", [], id="keine-zahl"),
        pytest.param("Nach drei Jahren, fünf Millionen Menschen und zehn Uhr.", [], id="einheiten"),
        pytest.param("In Phase 3 Die Stadt baut.", [], id="satz-ohne-punkt"),
        pytest.param("Am 5. Mai im 2. Halbjahr 2021/2022.", [], id="datum"),
    ],
)
def test_reads_counts_and_years_in_statements(text, erwartet):
    assert [z.wortlaut for z in read(KOPF + "Ruhr Games [19-01] " + text).kennzahlen] == erwartet


def test_reads_no_counts_in_running_text():
    assert read("In 53 Städten wurden bis 2040 sechs Anträge gestellt.").kennzahlen == ()


@pytest.mark.parametrize(
    ("text", "kennung"),
    [
        pytest.param("Das Projekt [14-01] erhält 5 Euro.", "14-01", id="eine"),
        pytest.param("Die Projekte [14-01] und [14-02] erhalten 5 Euro.", None, id="zwei"),
        pytest.param("Gefördert wird mit 5 Euro.", None, id="keine"),
    ],
)
def test_ties_a_figure_in_running_text_to_the_one_project_of_its_sentence(text, kennung):
    assert [z.kennung for z in read(text).kennzahlen] == [kennung]
