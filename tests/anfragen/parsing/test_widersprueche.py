"""What in one document does not fit together, or could not be read."""

import pytest

from anfragen.parsing.drucksache import as_json, parse
from tests.anfragen.parsing.koepfe import SATZ, antwort
from tests.anfragen.parsing.test_drucksache import WP16

ABSATZ = "Der Bahnhof ist alt und wird von vielen Menschen genutzt. " * 8


@pytest.mark.parametrize(
    ("alt", "neu", "regel"),
    [
        pytest.param("Ausgegeben: 17.07.2015", "Ausgegeben: 17.07.3015", "jahr-unplausibel", id="year 3015"),
        pytest.param("Ausgegeben: 17.07.2015", "Ausgegeben: 17.06.2015", "daten-reihenfolge", id="issued before"),
        pytest.param("vom 11. Juni 2015", "vom 11. August 2015", "daten-reihenfolge", id="asked after the answer"),
        pytest.param("hat die Kleine Anfrage 3500", "hat die Kleine Anfrage 3501", "anfragenummer-im-beantwortungssatz",
                     id="other number in the sentence"),
        pytest.param("Drucksache 16/9100\n\n3", "Drucksache 16/9001\n\n3", "nummer-im-seitenkopf", id="running head"),
        pytest.param("Drucksache 16/8800", "Drucksache 16/9800", "frage-nach-antwort", id="question printed later"),
        pytest.param("4. Ist das alles?", "5. Ist das alles?", "fragennummer-fehlt", id="gap"),
        pytest.param("Nein.\n", "\n", "frage-ohne-antwort", id="no answer"),
    ],
)  # fmt: skip
def test_contradictions_are_findings(alt, neu, regel):
    drucksache = parse(WP16.replace(alt, neu))
    assert regel in {befund.regel for befund in drucksache.befunde}
    befund = next(befund for befund in drucksache.befunde if befund.regel == regel)
    assert befund.text.endswith(".")
    assert befund.belege


@pytest.mark.parametrize(
    ("rumpf", "regel"),
    [
        pytest.param(ABSATZ, "fragen-nicht-gefunden", id="no question"),
        pytest.param(f"1. Was wird gebaut? {ABSATZ}", None, id="all there"),
        pytest.param(f"{ABSATZ} 1. Was wird gebaut?", "antworten-nicht-gefunden", id="no answer"),
        pytest.param("[...]", None, id="a cut body"),
    ],
)
def test_a_long_body_without_question_or_answer_is_a_finding(rumpf, regel):
    gefunden = {befund.regel for befund in parse(antwort(rumpf=f"{SATZ}\n\n{rumpf}")).befunde}
    assert gefunden == ({regel} if regel else set())


@pytest.mark.parametrize(
    "kopf",
    [
        "Deutscher Bundestag Drucksache 19/5412\n19. Wahlperiode",
        "Bayerischer Landtag\n17. Wahlperiode Drucksache 17/9456",
        "Landtag Brandenburg\nDrucksache 6/415",
        "LANDTAG RHEINLAND-PFALZ Drucksache 16/5678",
        "Niedersächsischer Landtag – 17. Wahlperiode Drucksache 17/4864",
    ],
)
def test_the_paper_of_another_parliament_is_nothing_but_a_finding(kopf):
    gelesen = as_json(parse(f"{kopf}\n\n{antwort().partition('Drucksache 17/5030')[2]}"))
    assert [befund["regel"] for befund in gelesen["befunde"]] == ["fremdes-parlament"]
    assert (gelesen["drucksache"], gelesen["dokumentart"], gelesen["verweise"]) == (None, None, [])


def test_another_parliament_in_a_title_is_no_letterhead():
    titel = "Folgt NRW dem Antrag im Bundesrat, Drucksache 12/19?"
    assert as_json(parse(antwort(titel=titel)))["drucksache"] == "17/5030"


def test_a_head_without_a_title_says_so():
    eine_zeile = (
        "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/4791 09.01.2019 Kleine Anfrage 1882 des "
        "Abgeordneten Marc Herter SPD Die Flaggen des Landes. Seit Jahren wehen sie. Ich frage die Landesregierung: "
        "1. Wie lange? 2. Wo?"
    )
    (befund,) = [b for b in parse(eine_zeile).befunde if b.regel == "titel-unsicher"]
    assert "kein Titel" in befund.text
