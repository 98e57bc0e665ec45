"""Projects that a text names without a Kennung, and dates in statements."""

from datetime import date

import pytest

from anfragen.parsing import zeiten
from anfragen.parsing.records import Antwortteil, Beleg, Drucksache, Vorblatt
from projekte.parsing import Bekannt, BekanntesProjekt, Projektlesung, parse
from tests.projekte.lesungen import RUHR_KONFERENZ

LEHRER = BekanntesProjekt(("ruhr-konferenz", "lehrergewinnung"), "", ("Lehrergewinnung",))
KOLLEGS = BekanntesProjekt(("ruhr-konferenz", "talentkollegs"), "", ("Talentkollegs",))
KRANKENHAUS = BekanntesProjekt(("ruhr-konferenz", "virtuelles-krankenhaus"), "", ("Virtuelles Krankenhaus",))
DEPARTMENTS = BekanntesProjekt(
    ("ruhr-konferenz", "research-departments"), "15-01", ("Research Departments", "Excellence Departments")
)
REPORTER = BekanntesProjekt(("ruhr-konferenz", "medienmacher"), "18-01", ("Medienmacher 4.0", "RuhrReporter"))
MOBILITAET = BekanntesProjekt(("ruhr-konferenz", "vernetzte-mobilitaet"), "13-04", ("Vernetzte Mobilität",))
BEKANNT = Bekannt(
    projekte=(LEHRER, KRANKENHAUS, DEPARTMENTS, REPORTER, MOBILITAET),
    programme=(RUHR_KONFERENZ,),
    orte=("Bochum", "Essen", "Hamm", "Wetter (Ruhr)", "Herne"),
)
PROGRAMM = "Die Ruhrkonferenz geht weiter. "


def read(text: str, bekannt: Bekannt = BEKANNT) -> Projektlesung:
    """The reading of a text that is an answer as a whole."""
    teil = Antwortteil((1,), text, Beleg(0, len(text), "test"))
    return parse(Drucksache(text, Vorblatt(), antwortteile=(teil,)), bekannt)


@pytest.mark.parametrize(
    ("satz", "projekt"),
    [
        pytest.param("Das Projekt Virtuelles Krankenhaus startet.", KRANKENHAUS, id="wort-projekt"),
        pytest.param("Gestartet ist „Lehrergewinnung“.", LEHRER, id="in-anfuehrung"),
        pytest.param("Die Arbeit der RuhrReporter geht weiter.", REPORTER, id="eigentuemlich"),
        pytest.param("Im Vorhaben Excellence Departments wird geforscht.", DEPARTMENTS, id="frueherer-name"),
        pytest.param("Die Mittel des Projekts ‚Excellence Departments‘ fließen.", DEPARTMENTS, id="einfach-angefuehrt"),
        pytest.param("Die 'Lehrergewinnung' läuft.", LEHRER, id="gerade-angefuehrt"),
        pytest.param("Das Projekt Virtuelle Krankenhaus läuft.", KRANKENHAUS, id="gebeugt"),
        pytest.param("Mit dem Virtuellen Krankenhaus wird begonnen.", KRANKENHAUS, id="gross-im-satz"),
        pytest.param("Die „Excellence-Departments“ forschen.", DEPARTMENTS, id="bindestrich"),
    ],
)
def test_a_known_name_makes_its_sentence_a_statement(satz, projekt):
    (aussage,) = read(PROGRAMM + satz).projekte
    assert (aussage.projekt, aussage.kennung, aussage.wortlaut) == (projekt.schluessel, projekt.kennung, satz)
    assert aussage.beleg.regel == "projektname"
    assert 0.7 < aussage.beleg.sicherheit < 1


def test_what_is_enumerated_after_a_project_is_one():
    bekannt = Bekannt((LEHRER, KOLLEGS), BEKANNT.programme)
    aussagen = read(PROGRAMM + "Die Projekte Lehrergewinnung und Talentkollegs laufen.", bekannt).projekte
    assert {aussage.projekt for aussage in aussagen} == {LEHRER.schluessel, KOLLEGS.schluessel}


def test_a_declined_name_is_no_other_name():
    (aussage,) = read(PROGRAMM + "Das Projekt Virtuelle Krankenhaus läuft.").projekte
    assert aussage.name == "Virtuelles Krankenhaus"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Im Projekt Forschungszentrum Urban Health wird geforscht.", "Forschungszentrum Urban Health", id="ohne"
        ),
        pytest.param("Das FUHR sitzt in Essen.", "FUHR", id="kuerzel"),
    ],
)
def test_a_name_without_its_subtitle_is_the_projects(text, name):
    lang = "Forschungszentrum Urban Health (FUHR): Umwelt, Bildung und Einkommen in Beziehung setzen"
    zentrum = BekanntesProjekt(
        ("ruhr-konferenz", "urban-health"), "15-02", (lang, "Forschungszentrum Urban Health: Umwelt")
    )
    (aussage,) = read(PROGRAMM + text, Bekannt((zentrum,), BEKANNT.programme)).projekte
    assert (aussage.kennung, aussage.name) == ("15-02", name)


@pytest.mark.parametrize(
    ("text", "vermutet"),
    [
        pytest.param(PROGRAMM + "Die Lehrergewinnung ist schwer.", LEHRER, id="alltagswort"),
        pytest.param(PROGRAMM + "Gefördert wird „Excellence Department“.", DEPARTMENTS, id="fast-gleich"),
        pytest.param(PROGRAMM + "Gefördert wird ‚Excellence Department‘.", DEPARTMENTS, id="einfach-angefuehrt"),
        pytest.param(PROGRAMM + "Virtuelles Krankenhaus ist ein Wort.", KRANKENHAUS, id="am-satzanfang"),
    ],
)
def test_a_doubtful_name_is_a_suggestion_and_no_statement(text, vermutet):
    lesung = read(text)
    assert lesung.projekte == ()
    (vermutung,) = lesung.vermutungen
    assert vermutung.projekt == vermutet
    assert vermutung.beleg.sicherheit <= 0.6
    assert text[vermutung.beleg.start : vermutung.beleg.ende] == vermutung.name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Die Lehrergewinnung ist schwer.", id="ohne-programm"),
        pytest.param("Der Bericht „Excellence Department“ liegt vor.", id="aehnlich-ohne-programm"),
        pytest.param(PROGRAMM + "„Vernetzte Mobilität – kurze Wege“ heißt ein Feld.", id="handlungsfeld"),
        pytest.param(PROGRAMM + "Die Lehrergewinnungskampagne läuft.", id="teil-eines-wortes"),
        pytest.param(PROGRAMM + "Das Buch „Vom Regen in die Traufe“ ist alt.", id="andere-anfuehrung"),
    ],
)
def test_takes_nothing_else_for_a_project(text):
    lesung = read(text)
    assert (lesung.projekte, lesung.vermutungen) == ((), ())


def test_a_sentence_with_name_and_kennung_is_one_statement():
    (aussage,) = read(PROGRAMM + "Das Projekt RuhrReporter [18-01] läuft.").projekte
    assert (aussage.kennung, aussage.beleg.regel) == ("18-01", "erwaehnung")


def test_a_name_in_the_question_is_no_statement():
    text = PROGRAMM + "Was wird aus dem Projekt Virtuelles Krankenhaus?"
    assert parse(Drucksache(text, Vorblatt()), BEKANNT).projekte == ()


def test_round_brackets_after_the_word_projekt_hold_a_kennung():
    (aussage,) = read("Das Projekt Open District Hub (04-06) läuft.", Bekannt(programme=(RUHR_KONFERENZ,))).projekte
    assert aussage.kennung == "04-06"


@pytest.mark.parametrize(
    "satz",
    [
        "Das Projekt [18-01] der Ruhr-Konferenz steht damit in keinem Zusammenhang.",
        "Mit dem Projekt RuhrReporter hat das nichts zu tun.",
        "Ein Zusammenhang mit dem Projekt [18-01] besteht nicht.",
    ],
)
def test_a_sentence_that_only_denies_a_connection_is_no_statement(satz):
    assert read(PROGRAMM + satz).projekte == ()


@pytest.mark.parametrize(
    "satz",
    [
        "Das Projekt [18-01] steht damit in keinem Zusammenhang, wird aber gefördert.",
        "Das Projekt [18-01] hat keinen lokalen Bezug zu Bochum.",
    ],
)
def test_a_sentence_that_says_more_is_a_statement(satz):
    assert [aussage.kennung for aussage in read(PROGRAMM + satz).projekte] == ["18-01"]


@pytest.mark.parametrize(
    ("text", "von", "bis", "richtung"),
    [
        pytest.param("zum 01.07.2020", (2020, 7, 1), (2020, 7, 1), "am", id="tag-in-ziffern"),
        pytest.param("am 9. Januar 2019", (2019, 1, 9), (2019, 1, 9), "am", id="tag-in-worten"),
        pytest.param("bis zum 31.12.2020", (2020, 12, 31), (2020, 12, 31), "bis", id="bis-zum-tag"),
        pytest.param("seit März 2020", (2020, 3, 1), (2020, 3, 31), "ab", id="seit-monat"),
        pytest.param("Ende Februar 2020", (2020, 2, 21), (2020, 2, 29), "am", id="ende-des-monats"),
        pytest.param("im Herbst 2020", (2020, 9, 1), (2020, 11, 30), "am", id="jahreszeit"),
        pytest.param("im Winter 2020", (2020, 12, 1), (2021, 2, 28), "am", id="winter-ueber-silvester"),
        pytest.param("im zweiten Halbjahr 2020", (2020, 7, 1), (2020, 12, 31), "am", id="halbjahr"),
        pytest.param("ab dem 4. Quartal 2021", (2021, 10, 1), (2021, 12, 31), "ab", id="quartal"),
        pytest.param("bis Ende 2021", (2021, 10, 1), (2021, 12, 31), "bis", id="jahresende"),
        pytest.param("bis 2025", (2025, 1, 1), (2025, 12, 31), "bis", id="jahr"),
        pytest.param("Fronleichnam 2021", (2021, 6, 3), (2021, 6, 3), "am", id="fronleichnam"),
        pytest.param("Pfingsten 2024", (2024, 5, 19), (2024, 5, 20), "am", id="pfingsten"),
        pytest.param("Weihnachten 2020", (2020, 12, 24), (2020, 12, 26), "am", id="weihnachten"),
    ],
)
def test_reads_a_date_of_a_statement(text, von, bis, richtung):
    (angabe,) = read(f"Das Projekt [18-01] läuft {text} weiter.").zeitangaben
    assert (angabe.wortlaut, angabe.von, angabe.bis, angabe.richtung) == (text, date(*von), date(*bis), richtung)
    assert angabe.kennung == "18-01"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Das Projekt [18-01] beginnt am 31.02.2020.", id="unmoeglicher-tag"),
        pytest.param("Das Projekt [18-01] beginnt im 3. Halbjahr 2020.", id="unmoegliches-halbjahr"),
        pytest.param("Die Sitzung war am 01.07.2020.", id="satz-ohne-projekt"),
        pytest.param("Das Projekt [18-01] kostet 2.020 Euro.", id="betrag"),
    ],
)
def test_reads_no_date_where_none_is_tied_to_a_project(text):
    assert read(text).zeitangaben == ()


@pytest.mark.parametrize(("jahr", "tag"), [(2018, (4, 1)), (2021, (4, 4)), (2024, (3, 31)), (2038, (4, 25))])
def test_knows_easter(jahr, tag):
    assert zeiten.easter(jahr) == date(jahr, *tag)
