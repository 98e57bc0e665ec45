"""Heads and titles in the forms and with the misprints of real documents."""

from datetime import date

import pytest

from anfragen.parsing.records import Anfrageart, Dokumentnummer, Fragesteller
from tests.anfragen.parsing.koepfe import ERSTER_KOPF, FUSS, SATZ, VORBEMERKUNG, ZEILE, antwort, vorblatt


def test_every_field_of_a_head():
    kopf = vorblatt(antwort())
    assert kopf.drucksache == Dokumentnummer(17, 5030)
    assert (kopf.datum_kopf, kopf.datum_original, kopf.ausgegeben) == (
        date(2019, 2, 8),
        date(2019, 2, 6),
        date(2019, 2, 13),
    )
    assert (kopf.ist_antwort, kopf.anfrageart) == (True, Anfrageart.KLEIN)
    assert (kopf.anfrage_nummer, kopf.anfrage_datum) == (1882, date(2019, 1, 9))
    assert kopf.frage_drucksache == Dokumentnummer(17, 4791)
    assert kopf.fragesteller == (Fragesteller("Marc Herter", "SPD"),)
    assert kopf.fraktionen == ("SPD",)
    assert kopf.titel == "Was wird aus der Ruhrkonferenz?"


def test_evidence_quotes_the_source():
    quelle = antwort()
    belege = vorblatt(quelle).belege
    zitate = {feld: quelle[beleg.start : beleg.ende] for feld, beleg in belege.items()}
    assert zitate["drucksache"] == "17/5030"
    assert zitate["anfrage_nummer"] == "1882"
    assert zitate["datum_original"] == FUSS.strip()
    assert zitate["titel"].strip() == "Was wird aus der Ruhrkonferenz?"


TITEL = [
    pytest.param("Opelwerk Bochum", id="two words"),
    pytest.param("Geheimhaltung von aktuellen Zahlen beim U3-Ausbau beenden!", id="call"),
    pytest.param("Werden die Fristen eingehalten? Ist die Sicherheit gefährdet?", id="two questions"),
    pytest.param("Nachfrage zur Kleinen Anfrage 1848 (Drs. 17/5600)", id="names another Anfrage"),
    pytest.param("Die Antwort der Landesregierung auf die Kleine Anfrage 1848 – was nun", id="names another Antwort"),
    pytest.param("„Das war es. Schluss.“ – Wie lange noch?", id="full stops in quotes"),
    pytest.param("Düren, Aachen, Euskirchen, Heinsberg, Jülich, Köln im 1. Halbjahr 2016", id="five commas"),
    pytest.param("Kosten der Feier am 3. Oktober 2018", id="date"),
    pytest.param("Der Minister für Verkehr und die Kleine Anfrage 77", id="begins like a sentence"),
    pytest.param("Wehe, wem der Seehofer droht… – hat Seehofer die Kommission entdeckt?", id="dots"),
    pytest.param("Schule (Landtagswahlkreis 121 – Märkischer Kreis 1)", id="bracket"),
]
RUMPF = [
    pytest.param(VORBEMERKUNG, id="Vorbemerkung"),
    pytest.param("Wortlaut der Kleinen Anfrage\n\nDer Text.", id="Wortlaut"),
    pytest.param("Vormerkung der Kleinen Anfrage\n\nDer Text.", id="Vormerkung"),
    pytest.param("Vorbemerkung der Fragesteller\n\nDer Text.", id="Fragesteller"),
    pytest.param("Vorbemerkung der Landesregierung\n\nDer Text.", id="Landesregierung"),
    pytest.param(f"{SATZ}\n\n{VORBEMERKUNG}", id="Beantwortungssatz"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("rumpf", RUMPF)
@pytest.mark.parametrize("titel", TITEL)
def test_title_ends_where_the_body_begins(titel, rumpf):
    quelle = antwort(titel=titel, rumpf=rumpf)
    assert vorblatt(quelle).titel == titel
    assert vorblatt(" ".join(quelle.split())).titel == titel


EINZEILIG = f"{ERSTER_KOPF} {ZEILE} des Abgeordneten Marc Herter SPD Drucksache 17/4791"


@pytest.mark.parametrize(
    "quelle",
    [
        pytest.param(f"{EINZEILIG} Was nun {EINZEILIG} Was nun {VORBEMERKUNG}", id="doubled with its title"),
        pytest.param(f"{EINZEILIG} {EINZEILIG} Was nun {VORBEMERKUNG}", id="doubled before the title"),
        pytest.param(f"{ERSTER_KOPF} {EINZEILIG} Was nun {VORBEMERKUNG}", id="first lines doubled"),
        pytest.param(f"{EINZEILIG} - Neudruck Was nun {VORBEMERKUNG}", id="Neudruck after the question's number"),
        pytest.param(EINZEILIG.replace("08.02", "Neudruck 08.02") + f" Was nun {VORBEMERKUNG}", id="Neudruck"),
        pytest.param(
            EINZEILIG.replace("17. Wahlperiode\n\nDrucksache 17/5030", "Drucksache 17/5030 17. Wahlperiode")
            + f" Was nun {VORBEMERKUNG}",
            id="number before Wahlperiode",
        ),
        pytest.param(
            EINZEILIG.replace("1882 vom", "1882vom").replace("Drucksache 17/4791", "Drucksache17/4791")
            + f" Was nun {VORBEMERKUNG}",
            id="lost spaces",
        ),
        pytest.param("Drucksache 17/5030 08.02.2019 " + EINZEILIG[80:] + f" Was nun {VORBEMERKUNG}", id="cut before"),
    ],
)
def test_odd_heads(quelle):
    kopf = vorblatt(quelle)
    assert kopf.drucksache == Dokumentnummer(17, 5030)
    assert kopf.datum_kopf == date(2019, 2, 8)
    assert kopf.anfrage_nummer == 1882
    assert kopf.frage_drucksache == Dokumentnummer(17, 4791)
    assert [person.name for person in kopf.fragesteller] == ["Marc Herter"]
    assert kopf.titel == "Was nun"


def test_cut_head_takes_what_is_left():
    seite = "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/5030\n\n2\n\n"
    quelle = f" der Abgeordneten Marc Herter   SPD\nDrucksache 17/4791\n\n\nWas nun?\n\n{VORBEMERKUNG}\n{SATZ}\n{seite}"
    kopf = vorblatt(quelle)
    assert kopf.drucksache == Dokumentnummer(17, 5030)  # only a running head prints it
    assert (kopf.datum_kopf, kopf.anfrage_datum, kopf.ausgegeben) == (None, None, None)
    assert (kopf.ist_antwort, kopf.anfrage_nummer) == (True, 1882)  # only the sentence prints it
    assert kopf.frage_drucksache == Dokumentnummer(17, 4791)
    assert kopf.titel == "Was nun?"


@pytest.mark.parametrize(
    ("titel", "rumpf"),
    [
        pytest.param("Was nun?", "Die Presse berichtet. Ich frage: 1. Wie viele?", id="question"),
        pytest.param("Lage in Duisburg", "Im Mai 2014 berichtete die Presse. 1. Wie viele?", id="nothing ends it"),
        pytest.param("Was nun? Und wann?", "Die Antwort ist offen.", id="two questions"),
        pytest.param(
            "Lage in Köln",
            "Am Samstag war es so.1 Wir fragen die Landesregierung: 1. Wie oft? (Bitte nennen.) 2. Wo?",
            id="footnote",
        ),
        pytest.param(
            "Lage in Herne", "Der Radweg soll bald kommen. 1. Wann beginnt der Bau? 2. Wo?", id="no words before them"
        ),
    ],
)
@pytest.mark.parametrize("datum", ["", "vom 3. September 2020 "])
def test_question_paper(titel, rumpf, datum):
    kopf_und_asker = f"{ERSTER_KOPF}\nKleine Anfrage 4284 {datum}\n\nder Abgeordneten A Meier und B Kurz   SPD"
    quelle = f"{kopf_und_asker}\n\n\n{titel}\n\n\n{rumpf}"
    for text in (quelle, " ".join(quelle.split())):
        kopf = vorblatt(text)
        assert kopf.ist_antwort is False
        assert kopf.drucksache == Dokumentnummer(17, 5030)
        assert kopf.anfrage_nummer == 4284
        assert kopf.frage_drucksache is None
        assert [person.name for person in kopf.fragesteller] == ["A Meier", "B Kurz"]
        assert kopf.titel == titel


def test_number_in_the_title_is_not_the_questions():
    kopf = vorblatt(antwort(titel="Was folgt aus der Antwort? (Drs. 17/5600)").replace("Drucksache 17/4791", ""))
    assert kopf.frage_drucksache is None
    assert kopf.titel == "Was folgt aus der Antwort? (Drs. 17/5600)"


def test_grosse_anfrage():
    kopf = vorblatt(
        "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/12015 02.12.2020 Antwort der Landesregierung auf "
        "die Große Anfrage 26 der Fraktion der SPD Drucksache 17/9453 Wie ist die Lage? Der Minister des Innern hat "
        "die Große Anfrage 26 namens der Landesregierung im Einvernehmen mit dem Ministerpräsidenten sowie allen "
        "übrigen Mitgliedern der Landesregierung beantwortet."
    )
    assert (kopf.anfrageart, kopf.anfrage_nummer) == (Anfrageart.GROSS, 26)
    assert (kopf.fragesteller, kopf.fraktionen) == ((), ("SPD",))
    assert kopf.titel == "Wie ist die Lage?"
