"""Figures in statements and in running text."""

from datetime import date
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
        pytest.param("2000 bis 2100 Euro", 2_000, 2_100, id="wie-jahre-aber-weit"),
        pytest.param("1.900 bis 1.920 Euro", 1_900, 1_920, id="wie-jahre-aber-mit-punkt"),
    ],
)
def test_keeps_both_ends_of_a_range(text, wert, bis):
    (zahl,) = read(f"Gefördert wird mit {text} im Land.").kennzahlen
    assert (zahl.wert, zahl.bis, zahl.wortlaut) == (wert, bis, text)
    assert zahl.ungefaehr or bis is None


@pytest.mark.parametrize("text", ["10 bis 5 Mio. Euro", "zwischen 75.000 und 50.000 Euro"])
def test_a_range_that_runs_downwards_is_no_figure(text):
    assert read(f"Gefördert wird mit {text} im Land.").kennzahlen == ()


@pytest.mark.parametrize(
    ("text", "wert", "bis"),
    [
        pytest.param("12 bis 15 Anträge", 12, 15, id="bis"),
        pytest.param("12-15 neue Anträge", 12, 15, id="strich"),
        pytest.param("zwölf bis fünfzehn Anträge", 12, 15, id="worte"),
        pytest.param("zwischen zwölf und 15 Anträgen", 12, 15, id="zwischen"),
        pytest.param("bis zu 15 Anträge", 15, None, id="bis-zu"),
        pytest.param("1.200 bis 1.500 Plätze", 1_200, 1_500, id="tausender"),
    ],
)
def test_keeps_both_ends_of_a_counted_range(text, wert, bis):
    (zahl,) = read(f"{KOPF}Ruhr Games [19-01] Es waren {text} im Land.").kennzahlen
    assert (zahl.wert, zahl.bis, zahl.wortlaut) == (wert, bis, text)


def test_knows_a_count_that_holds_for_each_of_several():
    (zahl,) = read(f"{KOPF}Ruhr Games [19-01] Es sind je Kommune zwei bis drei Anträge.").kennzahlen
    assert (zahl.je, zahl.wert, zahl.bis) == (True, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("10.000 Mrd. Euro", id="betrag"),
        pytest.param("999.999.999.999.999 Mrd. Euro", id="mehr-als-die-spalte-fasst"),
        pytest.param("5 bis 10.000 Mrd. Euro", id="spanne"),
        pytest.param("999.999.999.999.999 Prozent", id="anteil"),
    ],
)
def test_what_no_database_keeps_to_the_cent_is_no_figure(text):
    assert read(f"Gefördert wird mit {text} im Land.").kennzahlen == ()


def test_reads_the_greatest_figure():
    (zahl,) = read("Gefördert wird mit 9.999.999.999.999,99 Euro im Land.").kennzahlen
    assert zahl.wert == Decimal("9999999999999.99")


@pytest.mark.parametrize("text", ["2019-2020 Euro", "2015 bis 2020 Prozent", "zehnzig Euro", "zwei bis zehnzig Euro"])
def test_what_only_looks_like_numbers_is_no_figure(text):
    assert read(f"Gefördert wird mit {text} im Land.").kennzahlen == ()


@pytest.mark.parametrize(
    ("wort", "wert"),
    [
        ("zwei", 2),
        ("Siebzehn", 17),
        ("dreißig", 30),
        ("einundzwanzig", 21),
        ("neunundneunzig", 99),
        ("einhundert", 100),
        ("zweihundertzwölf", 212),
        ("zehntausend", 10_000),
        ("zweihunderttausend", 200_000),
        ("dreitausendfünfhundert", 3_500),
    ],
)
def test_reads_numbers_in_words(wort, wert):
    (zahl,) = read(f"Gefördert wird mit {wort} Euro im Land.").kennzahlen
    assert zahl.wert == wert


@pytest.mark.parametrize("text", ["mehrere hundert Euro", "einige tausend Euro", "siebte Prozent"])
def test_words_that_count_nothing_exact_are_no_figure(text):
    assert read(f"Gefördert wird mit {text} im Land.").kennzahlen == ()


@pytest.mark.parametrize(
    ("text", "tage"),
    [
        pytest.param("Es sind 5 Euro (Stand: 31.08.2020).", [date(2020, 8, 31)], id="klammer"),
        pytest.param("Es sind 5 Euro. (Stand: 31.08.2020) Gebaut wird.", [date(2020, 8, 31)], id="satz-danach"),
        pytest.param("Zum Stichtag 1. Januar 2020 waren es 5 Euro.", [date(2020, 1, 1)], id="stichtag"),
        pytest.param("Stichtag ist der 1.1.2020: Es sind 5 Euro.", [date(2020, 1, 1)], id="stichtag-ist"),
        pytest.param("Mit Stand vom 30. Juni 2020 sind 5 Euro gezahlt.", [date(2020, 6, 30)], id="mit-stand-vom"),
        pytest.param("Es sind 5 Euro (Datenstand August 2020).", [date(2020, 8, 31)], id="monat"),
        pytest.param(
            "Mit Stand vom 30.06.2020 sind es 5 Euro und mit Stand vom 31.07.2020 6 Euro.",
            [date(2020, 6, 30), date(2020, 7, 31)],
            id="je-einer-davor",
        ),
        pytest.param(
            "Es sind 5 Euro (Stand: 30.06.2020) und 6 Euro (Stand: 31.07.2020).",
            [date(2020, 6, 30), date(2020, 7, 31)],
            id="je-einer-danach",
        ),
        # What is no as-of day of the figure
        pytest.param("Es sind 5 Euro.", [None], id="keiner"),
        pytest.param("Stand der Arbeiten im August 2020: Es sind 5 Euro.", [None], id="stand-der-arbeiten"),
        pytest.param("Der Zwischenstand vom 5. Mai 2020 war 5 Euro.", [None], id="anderes-wort"),
        pytest.param("Stand: 31.08.2020. Es sind 5 Euro.", [None], id="satz-davor"),
        pytest.param("Es sind 5 Euro. Stand: unbekannt.", [None], id="ohne-tag"),
        pytest.param("Es sind 5 Euro. Stand: 31.02.2020.", [None], id="kein-tag"),
        pytest.param("Stichtag 01.04. waren es 5 Euro.", [None], id="ohne-jahr"),
    ],
)
def test_reads_the_day_printed_beside_a_figure(text, tage):
    assert [zahl.stand_am for zahl in read(text).kennzahlen] == tage


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
