"""Programmes are data: Kennungen of another form, other Handlungsfelder, the same Kennung twice. All is invented."""

import re

import pytest

from anfragen.models import Befund
from projekte.models import Kennzahl, Projekt, Projektaussage
from projekte.parsing import BekanntesProgramm, programme
from tests import factories
from tests.projekte.programme import TABELLE, answer, feld, musterprogramm, zukunftsland
from tests.projekte.seiten import text

pytestmark = pytest.mark.django_db


def statements() -> list[tuple[str, str, str]]:
    """Programme, Kennung and wording of each statement on record."""
    return [
        (aussage.projekt.programm.schluessel, aussage.projekt.kennung, aussage.wortlaut)
        for aussage in Projektaussage.objects.select_related("projekt__programm").order_by("start")
    ]


def test_the_table_of_another_programme_becomes_its_projects(client):
    factories.handlungsfeld()
    zukunftsland()
    answer(TABELLE)

    assert statements() == [
        ("zukunftsland", "A-07", "In Bochum fahren ab 2022 zwei Busse. Dafür stehen rund 40.000 Euro bereit."),
        ("zukunftsland", "B-01", "Der Laden liefert auch nach Bochum."),
    ]
    bus = Projekt.objects.get(kennung="A-07")
    assert (bus.name, bus.handlungsfeld.name) == ("Offener Bus: Fahrpläne für alle", "Digitale Dörfer – offene Daten")
    assert Kennzahl.objects.get(art="betrag").projekt == bus
    seite = text(client, "/projekte/zukunftsland/A-07/")
    assert "In Bochum fahren ab 2022 zwei Busse." in seite
    assert "Zukunftsland" in seite


FREMD = """
Handlungsfeld Neue Felder
Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum
Gemeinsamer Garten [C-01]
In Bochum wachsen drei Gärten.
"""


def test_under_an_unknown_heading_nothing_is_filed_in_silence():
    programm = zukunftsland()
    dokument = answer(TABELLE + FREMD)

    assert [kennung for _, kennung, _ in statements()] == ["A-07", "B-01"]
    assert statements()[1][2] == "Der Laden liefert auch nach Bochum."  # the heading ends it
    befund = Befund.objects.get(dokument=dokument, regel="projekt-unbekannt")
    assert befund.text.startswith("[C-01] „Gemeinsamer Garten“ ist kein erfasstes Projekt")
    assert dokument.text[slice(*befund.stellen[0])] == "In Bochum wachsen drei Gärten."

    feld(programm, "Neue Felder")
    answer(TABELLE + FREMD)
    assert [kennung for _, kennung, _ in statements()] == ["A-07", "B-01", "C-01"]
    assert not Befund.objects.offen().filter(regel="projekt-unbekannt").exists()


def test_a_second_reading_changes_nothing():
    zukunftsland()
    answer(TABELLE)
    vorher = statements()
    answer(TABELLE)
    assert statements() == vorher


def test_a_second_project_of_a_name_gets_a_key_of_its_own():
    factories.projekt("A-08", name="Dorfladen im Netz", schluessel="dorfladen-im-netz", programm=zukunftsland())
    answer(TABELLE)
    laeden = Projekt.objects.filter(name="Dorfladen im Netz").order_by("kennung")
    assert [(laden.kennung, laden.schluessel) for laden in laeden] == [
        ("A-08", "dorfladen-im-netz"),
        ("B-01", "dorfladen-im-netz-B-01"),
    ]


def test_a_kennung_alone_prints_no_name():
    bus = factories.projekt("A-07", name="Offener Bus", schluessel="offener-bus", programm=zukunftsland())
    answer("Das Programm Zukunftsland kommt voran. Für [A-07] sind in Bochum 40.000 Euro bewilligt.")
    assert [aussage.name_gedruckt for aussage in bus.aussagen.all()] == [""]
    assert not bus.namen.exists()


@pytest.fixture
def zwillinge() -> dict[str, Projekt]:
    """13-02 of the Ruhr-Konferenz and 13-02 of another programme."""
    muster = musterprogramm()
    mobilitaet = factories.projekt("13-02", handlungsfeld=factories.handlungsfeld())
    garten = factories.projekt("13-02", name="Mustergarten", schluessel="mustergarten", programm=muster)
    return {"ruhr-konferenz": mobilitaet, "musterprogramm": garten}


@pytest.mark.parametrize(
    ("satz", "programm"),
    [
        pytest.param("Im Musterprogramm wird [13-02] in Bochum gebaut.", "musterprogramm", id="satz"),
        pytest.param("Die Ruhrkonferenz bringt [13-02] nach Bochum.", "ruhr-konferenz", id="satz-anders-geschrieben"),
        pytest.param("Das Musterprogramm läuft. In Bochum wird [13-02] gebaut.", "musterprogramm", id="text"),
        pytest.param(
            "Handlungsfeld Muster für alle Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "
            "Mustergarten [13-02] Er blüht.",
            "musterprogramm",
            id="handlungsfeld",
        ),
        pytest.param(
            "Die Projekte der Ruhr-Konferenz: Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "
            "Mobilitätsregion [13-02] Sie fährt. Das Musterprogramm ruht.",
            "ruhr-konferenz",
            id="satz-vor-dem-spaltenkopf",
        ),
    ],
)
def test_one_kennung_in_two_programmes_is_of_the_one_that_is_named(zwillinge, satz, programm):
    answer(satz)
    assert [(schluessel, kennung) for schluessel, kennung, _ in statements()] == [(programm, "13-02")]
    assert not Befund.objects.filter(regel="kennung-mehrdeutig").exists()


@pytest.mark.parametrize(
    "satz",
    [
        pytest.param("In Bochum wird [13-02] mit 5.000 Euro gebaut.", id="keines-genannt"),
        pytest.param("Musterprogramm und Ruhr-Konferenz fördern [13-02] mit 5.000 Euro.", id="beide-genannt"),
        pytest.param(
            "Musterprogramm und Ruhr-Konferenz haben Projekte. Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "
            "Garten [13-02] Er kostet 5.000 Euro.",
            id="tabelle",
        ),
    ],
)
def test_where_nothing_tells_the_programme_there_is_a_finding_and_no_statement(zwillinge, satz):
    dokument = answer(satz)

    assert statements() == []
    assert Kennzahl.objects.get(art="betrag").projekt is None
    befund = Befund.objects.get(dokument=dokument, regel="kennung-mehrdeutig")
    assert "[13-02] kann ein Projekt mehrerer Programme meinen: " in befund.text
    assert {"Ruhr-Konferenz", "Musterprogramm"} <= set(re.findall(r"[\w-]+", befund.text))
    (start, ende) = befund.stellen[0]
    assert dokument.text[start:ende] == "13-02"


def test_two_tables_in_one_answer_keep_the_same_kennung_apart(zwillinge):
    answer(
        "Handlungsfeld Vernetzte Mobilität – kurze Wege Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "
        "Mobilitätsregion [13-02] Sie kostet 1.000 Euro. "
        "Handlungsfeld Muster für alle Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "
        "Mustergarten [13-02] Er kostet 2.000 Euro."
    )
    assert [(programm, wortlaut) for programm, _, wortlaut in statements()] == [
        ("ruhr-konferenz", "Sie kostet 1.000 Euro."),
        ("musterprogramm", "Er kostet 2.000 Euro."),
    ]
    betraege = Kennzahl.objects.filter(art="betrag").order_by("start")
    assert [(int(zahl.wert), zahl.projekt) for zahl in betraege] == [
        (1000, zwillinge["ruhr-konferenz"]),
        (2000, zwillinge["musterprogramm"]),
    ]


def test_another_programmes_kennung_is_no_row_under_a_heading():
    factories.handlungsfeld()
    zukunftsland()
    answer(
        "Handlungsfeld Vernetzte Mobilität – kurze Wege Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "
        "Mobilitätsregion [13-02] Sie ergänzt [A-07] in Bochum."
    )
    assert statements() == [("ruhr-konferenz", "13-02", "Sie ergänzt [A-07] in Bochum.")]


def test_a_handlungsfeld_of_two_programmes_takes_what_the_text_names():
    feld(musterprogramm(), "Gemeinsames Feld")
    feld(factories.programm("anderes", name="Anderes Programm"), "Gemeinsames Feld")
    answer(
        "Das Musterprogramm berichtet. Handlungsfeld Gemeinsames Feld Projekt [ID-Nr.] Lokaler Bezug des Projektes zu "
        "Bochum Garten [07-01] Er blüht."
    )
    assert statements() == [("musterprogramm", "07-01", "Er blüht.")]


@pytest.mark.parametrize(
    ("form", "gedruckt", "fremd"),
    [
        pytest.param("00-00", "13-02", "A-07", id="ziffern"),
        pytest.param("A-00", "A-07", "a-07", id="grossbuchstabe"),
        pytest.param("aa_000", "zl_001", "ZL_001", id="kleinbuchstaben"),
        pytest.param("A0-0", "B3-1", "B3.1", id="gemischt"),
    ],
)
def test_a_form_says_what_a_kennung_looks_like(form, gedruckt, fremd):
    muster = programme.form(form)
    assert muster.fullmatch(gedruckt)
    assert not muster.fullmatch(fremd)


def test_patterns_made_of_a_programme_repeat_nothing_without_bound():
    hostile = BekanntesProgramm("x", "(a+)+$", "A-00", ("(.*)* – [b]+", "A – B – C"), ("(1+)+", "01"))
    muster = programme.muster((hostile,))
    einzelne = [wert for wert in vars(muster).values() if isinstance(wert, re.Pattern)]
    assert len(einzelne) == 6
    for wert in einzelne:
        assert not re.search(r"(?<!\\)(?:[)\].]|\\[wdsS])(?:[*+]|\{\d*,\})", wert.pattern)
    assert muster.fields_named("A-B - C") == (("x", "A – B – C"),)
