"""Reading what an answer says about projects: table rows, mentions, figures."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.parsing.records import Antwortteil, Beleg, Drucksache, Vorblatt
from projekte.parsing import (
    HANDLUNGSFELDER,
    Bekannt,
    BekanntesProjekt,
    Projektlesung,
    as_json,
    erwaehnungen,
    kennzahlen,
    namen,
    orte,
    parse,
    saetze,
    tabelle,
    zeiten,
)

DOKUMENT = Path(__file__).parents[2] / "fixtures/dokumente/17-11212.txt"
KOPF = "Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "


def read(quelle: str, bekannte_namen: dict[str, str] | None = None) -> Projektlesung:
    """The reading of a text that is an answer as a whole."""
    teil = Antwortteil((1,), quelle, Beleg(0, len(quelle), "test"))
    projekte = [BekanntesProjekt(("p", nr), nr, (name,)) for nr, name in (bekannte_namen or {}).items()]
    return parse(Drucksache(quelle, Vorblatt(), antwortteile=(teil,)), Bekannt(tuple(projekte)))


@pytest.fixture(scope="module")
def dokument() -> str:
    return DOKUMENT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lesung(dokument) -> Projektlesung:
    return parse(Drucksache(dokument, Vorblatt()))


MOBILITAET, WIRTSCHAFT, VIELFALT, ENERGIE, BILDUNG = HANDLUNGSFELDER
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
        assert values(parse(Drucksache(zeile, Vorblatt()))) == values(lesung)


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


def rows(text: str, bekannte_namen: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    return [(p.kennung, p.name, p.wortlaut) for p in read(text, bekannte_namen).projekte]


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param(
            KOPF + "Ruhr Games [19-01] Sie finden statt. Ruhrvalley [15-03] Es wird geforscht.",
            [("19-01", "Ruhr Games", "Sie finden statt."), ("15-03", "Ruhrvalley", "Es wird geforscht.")],
            id="satzende-trennt",
        ),
        pytest.param(  # neither titles nor "z. B." nor an ordinal end a sentence
            KOPF + "A [01-01] Mit Prof. Dr. Müller, z. B. Essen, in der 2. Runde. Name B [01-02] Es läuft.",
            [("01-01", "A", "Mit Prof. Dr. Müller, z. B. Essen, in der 2. Runde."), ("01-02", "Name B", "Es läuft.")],
            id="abkuerzungen",
        ),
        pytest.param(
            KOPF + "A [01-01] Man nennt es „neu.“ Name B [01-02] Es läuft!",
            [("01-01", "A", "Man nennt es „neu.“"), ("01-02", "Name B", "Es läuft!")],
            id="anfuehrung-nach-dem-punkt",
        ),
        pytest.param(  # a real name, 03-02, whose "!" ends no sentence before a digit
            KOPF + "A [01-01] Es läuft. Integration, Perspektiven! 360°-Maßnahmen [03-02] Es wirkt.",
            [("01-01", "A", "Es läuft."), ("03-02", "Integration, Perspektiven! 360°-Maßnahmen", "Es wirkt.")],
            id="ausrufezeichen-im-namen",
        ),
        pytest.param(
            KOPF + "A [01-01] Es läuft. Darüber hinaus wird gebaut.",
            [("01-01", "A", "Es läuft. Darüber hinaus wird gebaut.")],
            id="darueber-hinaus-im-projekt",
        ),
        pytest.param(
            KOPF + "A [01-01] Es läuft. Darüber hinaus fördert die Landesregierung viele Städte.",
            [("01-01", "A", "Es läuft.")],
            id="darueber-hinaus-vom-programm",
        ),
        pytest.param(
            KOPF + "A [01-01] Es läuft. Die vorgenannten Projekte werden gefördert. Mehr folgt.",
            [("01-01", "A", "Es läuft.")],
            id="vorgenannte-projekte",
        ),
        pytest.param(
            "Handlungsfeld Beste Bildung – exzellente Forschung Ruhrvalley [15-03] Es wird geforscht.",
            [("15-03", "Ruhrvalley", "Es wird geforscht.")],
            id="ohne-spaltenkopf",
        ),
        pytest.param(  # the table goes on over a page, and its column head stands again
            KOPF + "A [01-01] Es wird erst " + KOPF + "später laufen. Name B [01-02] Es läuft.",
            [("01-01", "A", "Es wird erst später laufen."), ("01-02", "Name B", "Es läuft.")],
            id="spaltenkopf-wiederholt",
        ),
        pytest.param(
            KOPF + "A [01-01] Es läuft. " + KOPF + "Name B [01-02] Es läuft auch.",
            [("01-01", "A", "Es läuft."), ("01-02", "Name B", "Es läuft auch.")],
            id="spaltenkopf-wiederholt-zwischen-zeilen",
        ),
    ],
)
def test_reads_rows(text, erwartet):
    assert rows(text) == erwartet


@pytest.mark.parametrize(
    ("gedruckt", "ort"),
    [
        pytest.param("Mülheim an der Ruhr", "Mülheim an der Ruhr", id="an-der"),
        pytest.param("Haltern am See", "Haltern am See", id="am"),
        pytest.param("Castrop-Rauxel", "Castrop-Rauxel", id="bindestrich"),
        pytest.param("Fröndenberg/Ruhr", "Fröndenberg/Ruhr", id="schraegstrich"),
        pytest.param("Wetter (Ruhr)", "Wetter (Ruhr)", id="klammer"),
        pytest.param("Kreis Unna", "Kreis Unna", id="kreis"),
        pytest.param("Stadt Essen", "Essen", id="stadt"),
    ],
)
def test_takes_the_place_from_the_column_head(gedruckt, ort):
    (aussage,) = read(KOPF.replace("Bochum", gedruckt) + "Neue Künste [16-01] Es läuft.").projekte
    assert (aussage.ort, aussage.name) == (ort, "Neue Künste")


@pytest.mark.parametrize("strich", ["–", "-", "—", " – ", " - ", "− "])
def test_knows_a_handlungsfeld_by_any_dash(strich):
    text = f"Handlungsfeld Beste Bildung{strich}exzellente Forschung {KOPF}Ruhrvalley [15-03] Es läuft."
    assert [p.handlungsfeld for p in read(text).projekte] == ["Beste Bildung – exzellente Forschung"]


def test_known_name_shows_where_a_statement_without_full_stop_ends():
    text = KOPF + "Ruhr Games [19-01] Sie finden in Bochum statt Ruhrvalley: Das Netzwerk [15-03] Es läuft."
    assert rows(text, {"15-03": "Ruhrvalley"})[1][1] == "Ruhrvalley: Das Netzwerk"
    unsicher = read(text).projekte[1]
    assert unsicher.beleg.sicherheit < 0.5  # without it, the border can't be seen


def test_ends_a_table_with_its_antwortteil():
    text = KOPF + "A [01-01] Es läuft. Was folgt, antwortet auf Frage 2."
    ende = text.index(" Was")
    teil = Antwortteil((1,), "", Beleg(0, ende, "test"))
    (aussage,) = parse(Drucksache(text, Vorblatt(), antwortteile=(teil,))).projekte
    assert aussage.wortlaut == "Es läuft."


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
        pytest.param("25 bis 30 Prozent", 25, 30, id="anteil"),
        pytest.param("jeweils 5.000 Euro", 5_000, None, id="keiner"),
        pytest.param("bis zu 10 Mio. Euro", 10_000_000, None, id="bis-zu"),
    ],
)
def test_keeps_both_ends_of_a_range(text, wert, bis):
    (zahl,) = read(f"Gefördert wird mit {text} im Land.").kennzahlen
    assert (zahl.wert, zahl.bis, zahl.wortlaut) == (wert, bis, text)
    assert zahl.ungefaehr or bis is None


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
