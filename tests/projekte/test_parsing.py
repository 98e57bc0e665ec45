"""Reading what an answer says about projects: table rows, mentions, figures."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.parsing import saetze, zeiten
from anfragen.parsing.records import Drucksache, Vorblatt
from projekte.parsing import (
    Bekannt,
    Projektlesung,
    as_json,
    erwaehnungen,
    kennzahlen,
    namen,
    orte,
    parse,
    tabelle,
)
from tests.projekte.lesungen import KOPF, RUHR_KONFERENZ, read, rows

DOKUMENT = Path(__file__).parents[2] / "fixtures/dokumente/17-11212.txt"


@pytest.fixture(scope="module")
def dokument() -> str:
    return DOKUMENT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lesung(dokument) -> Projektlesung:
    return parse(Drucksache(dokument, Vorblatt()), BEKANNT)


BEKANNT = Bekannt(programme=(RUHR_KONFERENZ,))
MOBILITAET, WIRTSCHAFT, VIELFALT, ENERGIE, BILDUNG = RUHR_KONFERENZ.handlungsfelder
PROJEKTE = [
    ("13-01", "ÖPNV-Initiative: Stärkung des Regional- und Nahverkehrs im Ruhrgebiet", MOBILITAET),
    ("13-02", "Mobilitätsregion: Flexible Mobilität über die Stadtgrenzen hinaus", MOBILITAET),
    ("13-04", "Vernetzte Mobilität: Der Weg von A nach B aus Nutzersicht", MOBILITAET),
    ("05-02", "Zentrum für Chemie 4.0: Heimat des Inkubators Start4Chem", WIRTSCHAFT),
    (
        "17-01",
        "Metropolitan Innovation Summit: Internationale Tagung zur Vernetzung des Ruhrgebietes mit anderen "
        "Transformationsregionen",
        WIRTSCHAFT,
    ),
    (
        "11-01",
        "Ruhr Academy on Smart Metropolitan Transformation: Akteursnetzwerk für integrierte Stadt- und "
        "Quartierentwicklung",
        VIELFALT,
    ),
    (
        "16-01",
        "Neue Künste Ruhr: Das Ruhrgebiet als Hotspot der Digitalen Künste, der Urban Art, des Neuen Zirkus und der "
        "Clubszene der elektronischen Musik",
        VIELFALT,
    ),
    ("19-01", "Ruhr Games: Lust auf Olympia machen", VIELFALT),
    ("04-06", "Open District Hub Bochum: Energie-Systemlösung für das Quartier", ENERGIE),
    ("14-01", "Offensive Grüne Infrastruktur 2030", ENERGIE),
    ("14-02", "Klimaresiliente Region mit internationaler Strahlkraft", ENERGIE),
    ("09-02", "Talents4Teachers – Teachers4Talents: Lehrkräfte entdecken Talente", BILDUNG),
    ("15-01", "Research Departments: Zusammenarbeit der Universitäten bei Zukunftsthemen", BILDUNG),
    (
        "15-02",
        "Forschungszentrum Urban Health: Gesundheitsdeterminanten wie Umwelt, Bildung und Einkommen in Beziehung "
        "setzen",
        BILDUNG,
    ),
    ("15-03", "Ruhrvalley: Das Forschungsnetzwerk zu Mobilitäts- und Energiekonzepten", BILDUNG),
]


def test_reads_the_fifteen_projects_of_17_11212(lesung):
    assert [(p.kennung, p.name, p.handlungsfeld) for p in lesung.projekte] == PROJEKTE
    assert {p.ort for p in lesung.projekte} == {"Bochum"}


@pytest.mark.parametrize(
    ("kennung", "anfang", "ende"),
    [
        pytest.param(
            "13-01", "Ziel von InnaMo Ruhr ist es, die Ruhr-Universität", "nachhaltig zu verändern.", id="13-01"
        ),
        pytest.param("13-04", "Im Rahmen des Teilprojektes", "der Ruhr-Universität Bochum.", id="mit-erwaehnung"),
        pytest.param("05-02", "In dem Projekt ist für das", "aktuell in Vorbereitung.", id="vor-der-naechsten-zeile"),
        pytest.param("16-01", "Planung einer Artistenschule", "der Stadt Bochum entwickelt.", id="mit-doppelpunkten"),
        pytest.param("19-01", "Die Ruhr Games finden", "in Bochum statt.", id="vor-der-ueberschrift"),
        pytest.param("14-01", "Das Projekt hat das Ziel,", "rund 65.000 Euro Förderung.", id="mit-titeln"),
        pytest.param("15-03", "Beteiligt sind neben", "Eingang in die Lehre finden.", id="vor-dem-schlusssatz"),
    ],
)
def test_keeps_the_full_statement(lesung, kennung, anfang, ende):
    (aussage,) = [p for p in lesung.projekte if p.kennung == kennung]
    assert aussage.wortlaut.startswith(anfang)
    assert aussage.wortlaut.endswith(ende)


def test_statement_spans_quote_the_source(dokument, lesung):
    def letters(text: str) -> str:
        return re.sub(r"[\s-]", "", text)

    for aussage in lesung.projekte:
        assert letters(dokument[aussage.beleg.start : aussage.beleg.ende]) == letters(aussage.wortlaut)


def test_parts_a_teilprojekt_from_name_and_statement(lesung):
    innamo = "Konzept einer Integrierten, nachhaltigen Mobilität für die Universitätsallianz Ruhr (InnaMo Ruhr)"
    assert [p.teilprojekt for p in lesung.projekte if p.teilprojekt] == [innamo]


def test_reads_one_line_like_many(dokument, lesung):
    def values(gelesen: Projektlesung) -> list[list[dict[str, object]]]:
        return [
            [{k: v for k, v in eintrag.items() if k not in ("start", "ende")} for eintrag in liste]
            for liste in as_json(gelesen).values()
        ]

    for zeile in (" ".join(dokument.split("\n")), " ".join(dokument.split())):
        assert values(parse(Drucksache(zeile, Vorblatt()), BEKANNT)) == values(lesung)


def test_reads_the_figures_of_17_11212(lesung):
    assert [(z.kennung, z.wortlaut, z.wert, z.einheit, z.ungefaehr) for z in lesung.kennzahlen] == [
        ("05-02", "für das Jahr 2021", 2021, "Jahr", False),
        ("14-01", "rund 65.000 Euro", 65_000, "Euro", True),
        ("14-02", "bis 2040", 2040, "Jahr", False),
        ("14-02", "mindestens 25 Prozent", 25, "Prozent", False),
        ("14-02", "zehn Prozentpunkte", 10, "Prozentpunkte", False),
        ("14-02", "sechs Anträge", 6, "Anträge", False),
        ("14-02", "521.864 Euro", 521_864, "Euro", False),
        ("14-02", "zwei Anträge zu Dachbegrünungsmaßnahmen", 2, "Anträge", False),
        ("14-02", "vier Anträge zu Regenwasserabkopplung", 4, "Anträge", False),
    ]
    wofuer = {z.wortlaut: z.wofuer for z in lesung.kennzahlen}
    assert wofuer["zehn Prozentpunkte"] == "die Verdunstungsrate um zehn Prozentpunkte zu erhöhen"
    assert wofuer["521.864 Euro"].startswith("Bis heute wurden sechs Anträge aus Bochum")


# Rows of tables that 17/11212 does not have


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param(
            "Vorab. Das Projekt Ruhr Games [19-01] findet statt. Danach.",
            [("19-01", "", "Das Projekt Ruhr Games [19-01] findet statt.")],
            id="eckig",
        ),
        pytest.param(
            "Im Projekt Mobilität (13-04) wird gebaut.",
            [("13-04", "Vernetzte Mobilität", "Im Projekt Mobilität (13-04) wird gebaut.")],
            id="rund-und-bekannt",
        ),
        pytest.param("Geöffnet (08-16) und am Tag (13-05).", [], id="rund-und-unbekannt"),
        pytest.param("Die Strecke [99-01] ist lang.", [], id="kein-themenforum"),
    ],
)
def test_reads_mentions_outside_tables(text, erwartet):
    assert rows(text, {"13-04": "Vernetzte Mobilität"}) == erwartet


# Figures


def test_shows_whole_numbers_whole_and_others_not():
    zahlen = as_json(read("Es sind 12,5 Prozent und 3 Prozent."))["kennzahlen"]
    assert [zahl["wert"] for zahl in zahlen] == [12.5, 3]


# Whatever the text


# What tables and figures are made of, so that random texts come near them.
BAUSTEINE = st.sampled_from(
    [
        KOPF,
        "Handlungsfeld Beste Bildung – exzellente Forschung ",
        *re.findall(r"[^|]+", "[13-01]|(13-04)| – Teilprojekt |Name|. |Ziel ist es|rund 5 Mio. Euro|zwei Anträge|25 %"),
        *re.findall(r"[^|]+", "bis 2040| |\n|- |Die genannten Projekte|!|„|“"),
    ]
)


@given(st.one_of(st.text(), st.lists(BAUSTEINE, max_size=30).map("".join)))
def test_never_raises_and_stays_in_the_text(quelle):
    gelesen = read(quelle, {"13-04": "Name"})
    for beleg in [p.beleg for p in gelesen.projekte] + [z.beleg for z in gelesen.kennzahlen]:
        assert 0 <= beleg.start <= beleg.ende <= len(quelle)
    for zahl in gelesen.kennzahlen:
        assert (
            "".join(quelle[zahl.beleg.start : zahl.beleg.ende].split()) == "".join(zahl.wortlaut.split())
            or "-" in quelle
        )


MUSTER = [
    (f"{modul.__name__.rsplit('.', 1)[1]}.{name}", wert)
    for modul in (tabelle, kennzahlen, saetze, namen, orte, zeiten, erwaehnungen)
    for name, wert in vars(modul).items()
    if isinstance(wert, re.Pattern)
]


@pytest.mark.parametrize("muster", [pytest.param(wert, id=name) for name, wert in MUSTER])
def test_pattern_repeats_nothing_without_bound(muster):
    """Every match attempt then costs a bounded number of steps, and a pass over a text is linear."""
    assert not re.search(r"(?<!\\)(?:[)\].]|\\[wdsS])(?:[*+]|\{\d*,\})", muster.pattern)
