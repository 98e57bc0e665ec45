"""The Beantwortungssatz in the forms and with the misprints of real answers, and the dates of a head."""

from datetime import date

import pytest

from anfragen.parsing.daten import parse_datum
from anfragen.parsing.drucksache import parse
from anfragen.parsing.text import lies
from anfragen.parsing.vorblatt import lies_kopf
from tests.anfragen.parsing.koepfe import SATZ, VORBEMERKUNG, antwort

HAUS = "Bundes- und Europaangelegenheiten sowie Internationales"


@pytest.mark.parametrize(
    ("satz", "amt", "datum", "einvernehmen"),
    [
        pytest.param(
            SATZ.replace("beantwortet", "im Einvernehmen mit dem Minister für Bauen, Wohnen, Stadtentwicklung und "
            "Verkehr und der Ministerin für Familie, Kinder, Jugend, Kultur und Sport beantwortet"),
            "Der Minister des Innern",
            date(2019, 2, 6),
            ("dem Minister für Bauen, Wohnen, Stadtentwicklung und Verkehr",
             "der Ministerin für Familie, Kinder, Jugend, Kultur und Sport"),
            id="houses with commas and und",
        ),
        pytest.param(
            f"Der Minister für {HAUS} hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der "
            "Landesregierung im Einvernehmen mit dem Ministerpräsidenten und allen anderen Mitgliedern der "
            "Landesregierung beantwortet.",
            f"Der Minister für {HAUS}",
            date(2019, 2, 6),
            ("dem Ministerpräsidenten", "allen anderen Mitgliedern der Landesregierung"),
            id="all others",
        ),
        pytest.param(
            "Der Innenminister hat die Kleine Anfrage mit Schreiben vom 6.Februar 2019 namens der Landesregierung im "
            "Einvernehmen mit dem Minister des Innern, der Ministerin für Heimat, Kommunales, Bau und Gleichstellung "
            "sowie dem Finanzminister beantwortet.",
            "Der Innenminister",
            date(2019, 2, 6),
            ("dem Minister des Innern", "der Ministerin für Heimat, Kommunales, Bau und Gleichstellung",
             "dem Finanzminister"),
            id="short office, no number, sowie",
        ),
        pytest.param(
            "Die Ministerpräsidentin hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 für die "
            "Landesregierung beantwortet .",
            "Die Ministerpräsidentin", date(2019, 2, 6), (), id="für die Landesregierung",
        ),
        pytest.param(
            "Der Justizminister die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der Landessregierung "
            "beantwortet.",
            "Der Justizminister", date(2019, 2, 6), (), id="missing hat, misprint",
        ),
        pytest.param(
            "Mit Schreiben vom 6. Februar 2019 hat der Justizminister die Kleine Anfrage 1882 namens der "
            "Landesregierung im Einvernehmen mit den übrigen Mitgliedern der Landesregierung wie folgt beantwortet:",
            "der Justizminister", date(2019, 2, 6), ("den übrigen Mitgliedern der Landesregierung",),
            id="letter first",
        ),
        pytest.param(
            "Die Ministerin für Kultur hat im Einvernehmen mit dem Minister des Innern die Kleine Anfrage 1882 mit "
            "Schreiben vom 6. Februar 2019 namens der Landesregierung beantwortet.",
            "Die Ministerin für Kultur", date(2019, 2, 6), ("dem Minister des Innern",), id="agreement first",
        ),
        pytest.param(
            "Der Minister für Inneres, insofern mit der Wahrnehmung der Geschäfte des Justizministers beauftragt, hat "
            "die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der Landesregierung beantwortet.",
            "Der Minister für Inneres, insofern mit der Wahrnehmung der Geschäfte des Justizministers beauftragt",
            date(2019, 2, 6), (), id="deputy",
        ),
        pytest.param(
            "Der Minister für Bundesangelegenheiten, Europa und Medien und Chef der Staatskanzlei hat die Kleine "
            "Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der Landesregierung beantwortet.",
            "Der Minister für Bundesangelegenheiten, Europa und Medien und Chef der Staatskanzlei",
            date(2019, 2, 6), (), id="two offices of one person",
        ),
        pytest.param(
            "Das Ministerium für Inneres hat die Große Anfrage 20 namens der Landesregierung beantwortet.",
            "Das Ministerium für Inneres", None, (), id="house, no letter",
        ),
        pytest.param(
            SATZ.replace("beantwortet", "im Einvernehmen mit dem Minister der Justiz undder Ministerin für Kultur und "
            "Ministerin für Schule sowie wie dem Minister für Verkehr beantwortet"),
            "Der Minister des Innern",
            date(2019, 2, 6),
            ("dem Minister der Justiz", "der Ministerin für Kultur", "Ministerin für Schule",
             "dem Minister für Verkehr"),
            id="agreement with misprints",
        ),
        pytest.param(SATZ.replace("hat", "ha"), "Der Minister des Innern", date(2019, 2, 6), (), id="ha"),
        pytest.param(SATZ.replace("hat", "h at"), "Der Minister des Innern", date(2019, 2, 6), (), id="h at"),
    ],
)  # fmt: skip
def test_beantwortungssatz(satz, amt, datum, einvernehmen):
    quelle = antwort(titel="Was nun", rumpf=f"{VORBEMERKUNG}\n\n{satz}\n\n1. Wie viele?\n\nDrei.")
    kopf = lies_kopf(lies(quelle))
    beantwortung = kopf.beantwortung
    assert beantwortung is not None
    assert (beantwortung.amt, beantwortung.datum, beantwortung.einvernehmen) == (amt, datum, einvernehmen)
    assert lies(quelle[beantwortung.beleg.start : beantwortung.beleg.ende]).text == satz


def test_an_office_with_something_else_in_it_is_a_finding():
    kopf = parse(antwort(rumpf=f"{VORBEMERKUNG} {SATZ.replace('des Innern', 'für Bauen, 4 Wege')} 1. Was? Das."))
    assert kopf.beantwortung is not None
    assert kopf.beantwortung.beleg.sicherheit == 0.5
    assert "amt-unsicher" in {befund.regel for befund in kopf.befunde}


def test_quoted_sentence_of_another_answer_does_not_count():
    fremd = SATZ.replace("1882", "77").replace("des Innern", "der Justiz")
    kopf = parse(antwort(rumpf=f"{VORBEMERKUNG} {fremd} Das war falsch. {SATZ}"))
    assert kopf.beantwortung is not None
    assert kopf.beantwortung.amt == "Der Minister des Innern"


def test_prose_about_an_answer_is_no_sentence_of_one():
    kopf = parse(antwort(rumpf=f"{VORBEMERKUNG} Die Landesregierung hat die Kleine Anfrage 800 nicht beantwortet."))
    assert kopf.beantwortung is None


@pytest.mark.parametrize(
    ("text", "datum"),
    [
        ("9. Januar 2019", date(2019, 1, 9)),
        ("30.September 2020", date(2020, 9, 30)),
        ("1. März2016", date(2016, 3, 1)),
        ("13.03.3013", date(3013, 3, 13)),
        ("6. 2. 2019", date(2019, 2, 6)),
        ("5. Sept. 2015", date(2015, 9, 5)),
        ("31.02.2024", None),
        ("2. Ma 2019", None),
        ("gestern", None),
    ],
)
def test_dates(text, datum):
    assert parse_datum(text) == datum
