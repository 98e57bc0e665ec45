"""Rows of the table of projects: where a name ends and a statement begins."""

import pytest

from anfragen.parsing.records import Antwortteil, Beleg, Drucksache, Vorblatt
from projekte.parsing import Bekannt, parse
from tests.projekte.lesungen import KOPF, RUHR_KONFERENZ, read, rows

BEKANNT = Bekannt(programme=(RUHR_KONFERENZ,))


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
    (aussage,) = parse(Drucksache(text, Vorblatt(), antwortteile=(teil,)), BEKANNT).projekte
    assert aussage.wortlaut == "Es läuft."
