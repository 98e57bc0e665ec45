"""One line of an index: every form of its fields, and what each refusal says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.parsing.records import Dokumentnummer
from anfragen.verzeichnis.zeilen import Ablehnung, Zeile, parse_zeile, zitat
from tests.anfragen.verzeichnis import SPALTEN, TITEL, zeile

HEUTE = date(2021, 1, 1)


def lies(**felder: str) -> Zeile | Ablehnung:
    return parse_zeile(zeile(**felder), 2, HEUTE)


def test_a_full_line_comes_out_whole():
    gelesen = lies(
        inquiry_number="4284",
        inquiry_number_derived="ja",
        inquiry_reference="17/10815",
        inquiry_published_at="2020-09-03",
    )

    assert gelesen == Zeile(
        nummer=2,
        parlament="Nordrhein-Westfalen",
        dokument=Dokumentnummer(17, 11212),
        titel=TITEL,
        art="klein",
        datum=date(2020, 9, 30),
        fraktionen=("SPD",),
        personen=("Karsten Rudolph", "Carina Gödecke", "Serdar Yüksel"),
        haeuser=("Ministerium für Verkehr",),
        quelle="https://kleineanfragen.de/nordrhein-westfalen/17/11212-wie",
        anfrage_nummer=4284,
        anfrage_nummer_abgeleitet=True,
        anfrage_dokument=Dokumentnummer(17, 10815),
        gestellt_am=date(2020, 9, 3),
    )


def test_only_four_columns_are_needed():
    spalten = {"legislative_term": "17", "reference": "10563", "title": "", "body": "Nordrhein-Westfalen"}

    assert parse_zeile(spalten, 11, HEUTE) == Zeile(11, "Nordrhein-Westfalen", Dokumentnummer(17, 10563))


@pytest.mark.parametrize(
    ("reference", "nummer"),
    [
        ("11212", Dokumentnummer(17, 11212)),
        ("0809", Dokumentnummer(17, 809)),
        ("17/11212", Dokumentnummer(17, 11212)),
        ("694 S", Dokumentnummer(17, 694, "S")),
        ("2772(neu)", Dokumentnummer(17, 2772, "neu")),
        ("2772 (neu)", Dokumentnummer(17, 2772, "neu")),
        ("2772neu", Dokumentnummer(17, 2772, "neu")),
        ("1589-Neu", Dokumentnummer(17, 1589, "neu")),
        ("0979-NEU", Dokumentnummer(17, 979, "neu")),
        ("7616 neu2", Dokumentnummer(17, 7616, "neu2")),
    ],
)
def test_reference_is_read_in_every_form_of_the_index(reference, nummer):
    assert lies(reference=reference).dokument == nummer


@pytest.mark.parametrize(
    ("felder", "grund"),
    [
        pytest.param({"reference": ""}, "reference ist leer", id="no reference"),
        pytest.param({"body": " "}, "body ist leer", id="no parliament"),
        pytest.param({"reference": "3882q"}, "reference „3882q“ ist keine Drucksachennummer", id="unknown suffix"),
        pytest.param(
            {"reference": "64  (vertraulicher Teil)"},
            "reference „64 (vertraulicher Teil)“ ist keine Drucksachennummer",
            id="part of an answer",
        ),
        pytest.param({"reference": "0"}, "reference „0“ ist keine Drucksachennummer", id="zero"),
        pytest.param({"reference": "-5"}, "reference „-5“ ist keine Drucksachennummer", id="negative"),
        pytest.param({"reference": "9" * 80}, f"reference „{'9' * 60}…“ ist keine", id="absurdly large"),
        pytest.param({"reference": "16/11212"}, "reference „16/11212“ und legislative_term 17", id="other term"),
        pytest.param({"legislative_term": "17a"}, "legislative_term „17a“ ist keine Wahlperiode", id="bad term"),
        pytest.param({"legislative_term": "0"}, "legislative_term „0“ ist keine Wahlperiode", id="term zero"),
        pytest.param({"published_at": "30.09.2020"}, "published_at „30.09.2020“ ist kein Datum", id="German date"),
        pytest.param({"published_at": "2020-02-30"}, "published_at „2020-02-30“ ist kein Datum", id="no such day"),
        pytest.param({"published_at": "0202-02-27"}, "published_at „0202-02-27“ ist nicht glaubhaft", id="year 202"),
        pytest.param({"published_at": "3013-03-13"}, "published_at „3013-03-13“ ist nicht glaubhaft", id="year 3013"),
        pytest.param({"interpellation_type": "oral"}, "interpellation_type „oral“ ist unbekannt", id="unknown kind"),
        pytest.param({"people_order": "rückwärts"}, "people_order „rückwärts“ ist unbekannt", id="unknown order"),
        pytest.param({"inquiry_number": "KA 5"}, "inquiry_number „KA 5“ ist keine Nummer", id="no number"),
        pytest.param({"inquiry_number_derived": "1"}, "inquiry_number_derived „1“ ist unbekannt", id="no ja"),
        pytest.param({"inquiry_reference": "11212"}, "reference und inquiry_reference nennen beide", id="same paper"),
        pytest.param({"html_url": "javascript:alert(1)"}, "html_url „javascript:alert(1)“ ist keine", id="no address"),
        pytest.param({"title": "x" * 2001}, "title hat 2001 Zeichen", id="long title"),
        pytest.param({"inquiring_people_wikidata": "x" * 151}, "inquiring_people_wikidata hat 151", id="long name"),
        pytest.param(
            {"inquiring_people_wikidata": ";".join(map(str, range(1001)))},
            "inquiring_people_wikidata nennt 1001 Werte",
            id="too many people",
        ),
    ],
)
def test_a_bad_field_refuses_the_line_with_reason_and_remedy(felder, grund):
    ablehnung = lies(**felder)

    assert isinstance(ablehnung, Ablehnung)
    assert ablehnung.zeile == 2
    assert ablehnung.grund.startswith(grund)
    assert ablehnung.abhilfe.endswith(".")


@pytest.mark.parametrize(
    ("wort", "art"), [("minor", "klein"), ("major", "gross"), ("written", "schriftlich"), ("", None)]
)
def test_kind_of_the_anfrage(wort, art):
    assert lies(interpellation_type=wort).art == art


def test_people_in_printed_order_stay_in_it():
    assert lies(people_order="gedruckt").personen == ("Serdar Yüksel", "Carina Gödecke", "Karsten Rudolph")


def test_a_name_listed_twice_counts_once():
    assert lies(inquiring_people_wikidata=" Eva Ott ; ;Eva Ott").personen == ("Eva Ott",)


def test_the_lead_in_before_a_name_is_none_of_it():
    name = "zur kurzfristigen schriftlichen Beantwortung Dr. Marco Genthe"

    assert lies(inquiring_people_wikidata=name).personen == ("Dr. Marco Genthe",)


def test_houses_are_parted_by_semicolon_only():
    haeuser = "Ministerium für Heimat, Kommunales, Bau und Gleichstellung;Justizministerium"

    assert lies(answering_ministries_wikidata=haeuser).haeuser == (
        "Ministerium für Heimat, Kommunales, Bau und Gleichstellung",
        "Justizministerium",
    )


def test_a_line_break_inside_a_title_is_a_space():
    assert lies(title="Wie verbessert\n die  Ruhrkonferenz").titel == "Wie verbessert die Ruhrkonferenz"


def test_characters_that_are_not_seen_are_left_out():
    assert lies(title="\x1b Ruhr\xadkonferenz\u200b \x07").titel == "Ruhrkonferenz"


def test_own_source_goes_before_the_address():
    assert lies(quelle="Auskunft des Landtags").quelle == "Auskunft des Landtags"


def test_derived_without_number_derives_nothing():
    assert lies(inquiry_number_derived="ja").anfrage_nummer_abgeleitet is False


def test_a_quoted_value_carries_no_control_characters():
    assert zitat("\x1b[2J\x07neu") == "„�[2J�neu“"


@given(st.fixed_dictionaries({spalte: st.text() for spalte in SPALTEN if spalte}))
def test_no_text_makes_it_raise(werte):
    gelesen = parse_zeile(werte, 2, HEUTE)

    assert isinstance(gelesen, Zeile) == (not isinstance(gelesen, Ablehnung))


@given(st.sampled_from([spalte for spalte in SPALTEN if spalte]), st.text())
def test_one_odd_field_in_a_good_line_is_taken_or_refused_by_its_name(spalte, wert):
    gelesen = lies(**{spalte: wert})

    assert isinstance(gelesen, Zeile) or spalte in gelesen.grund
