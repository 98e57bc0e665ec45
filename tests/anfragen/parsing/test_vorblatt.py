"""Heads, askers, titles and the Beantwortungssatz, each in the forms and with the misprints of real documents."""

from datetime import date

import pytest

from anfragen.parsing.daten import parse_datum
from anfragen.parsing.drucksache import parse
from anfragen.parsing.fragesteller import fraktion
from anfragen.parsing.records import Anfrageart, Dokumentnummer, Fragesteller
from anfragen.parsing.text import lies
from anfragen.parsing.vorblatt import lies_kopf, parse_vorblatt

ERSTER_KOPF = "LANDTAG NORDRHEIN-WESTFALEN\n17. Wahlperiode\n\nDrucksache 17/5030\n08.02.2019\n"
FUSS = "Datum des Originals: 06.02.2019/Ausgegeben: 13.02.2019\n"
ZEILE = "Antwort\nder Landesregierung\nauf die Kleine Anfrage 1882 vom 9. Januar 2019\n"
VORBEMERKUNG = "Vorbemerkung der Kleinen Anfrage\n\nDer Text.\n"
SATZ = (
    "Der Minister des Innern hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der "
    "Landesregierung beantwortet."
)


def antwort(*, asker="des Abgeordneten Marc Herter   SPD", titel="Was wird aus der Ruhrkonferenz?", rumpf=VORBEMERKUNG):
    return f"{ERSTER_KOPF}{FUSS}\n{ZEILE}{asker}\nDrucksache 17/4791\n\n\n{titel}\n\n\n{rumpf}"


def vorblatt(quelle):
    return parse_vorblatt(lies(quelle))[0]


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


@pytest.mark.parametrize(
    ("asker", "regel"),
    [
        pytest.param("des Abgeordneten Dr. Ralf Nolten", "fraktion-fehlt", id="no Fraktion"),
        pytest.param("der Abgeordneten SPD", "fragesteller-fehlt", id="no name"),
        pytest.param("der Abgeordneten Eva Lux, 3 weitere SPD", "fragesteller-unklar", id="no name among names"),
    ],
)
def test_odd_askers_are_findings(asker, regel):
    befunde = parse_vorblatt(lies(antwort(asker=asker)))[1]
    assert regel in {befund.regel for befund in befunde}


def test_evidence_quotes_the_source():
    quelle = antwort()
    belege = vorblatt(quelle).belege
    zitate = {feld: quelle[beleg.start : beleg.ende] for feld, beleg in belege.items()}
    assert zitate["drucksache"] == "17/5030"
    assert zitate["anfrage_nummer"] == "1882"
    assert zitate["datum_original"] == FUSS.strip()
    assert zitate["titel"].strip() == "Was wird aus der Ruhrkonferenz?"


@pytest.mark.parametrize(
    ("asker", "namen", "fraktionen"),
    [
        pytest.param("des Abgeordneten Marc Herter SPD", ["Marc Herter"], ["SPD"], id="one man"),
        pytest.param("der Abgeordneten Sarah Philipp SPD", ["Sarah Philipp"], ["SPD"], id="one woman"),
        pytest.param(
            "der Abgeordneten Prof. Dr. Karsten Rudolph, Carina Gödecke, Serdar Yüksel SPD",
            ["Prof. Dr. Karsten Rudolph", "Carina Gödecke", "Serdar Yüksel"],
            ["SPD"],
            id="only commas, title",
        ),
        pytest.param(
            "der Abgeordneten Henning Höne, Karlheinz Busen und Kai Abruszat FDP",
            ["Henning Höne", "Karlheinz Busen", "Kai Abruszat"],
            ["FDP"],
            id="comma and und",
        ),
        pytest.param("des Abgeordneten Guido van den Berg SPD", ["Guido van den Berg"], ["SPD"], id="van den"),
        pytest.param("der Abgeordneten Anna von der Heide CDU", ["Anna von der Heide"], ["CDU"], id="von der"),
        pytest.param(
            "der Abgeordneten Susana dos Santos Herrmann SPD", ["Susana dos Santos Herrmann"], ["SPD"], id="dos"
        ),
        pytest.param("des Abgeordneten Jens-Peter Nettekoven CDU", ["Jens-Peter Nettekoven"], ["CDU"], id="hyphen"),
        pytest.param("der Abgeordneten Marie- Luise Fasse CDU", ["Marie-Luise Fasse"], ["CDU"], id="stray space"),
        pytest.param("des Abgeordneten Sven W. Tritschler AfD", ["Sven W. Tritschler"], ["AfD"], id="initial"),
        pytest.param("des AbgeordnetenSvenTritschler Af D", ["Sven Tritschler"], ["AfD"], id="lost and stray spaces"),
        pytest.param("der Abgeordneten Eva Lux undInge Blask SPD", ["Eva Lux", "Inge Blask"], ["SPD"], id="undName"),
        pytest.param(
            "der Abgeordneten Berivan Aymaz und Josefine Paul\nBÜNDNIS 90/\nDIE GRÜNEN",
            ["Berivan Aymaz", "Josefine Paul"],
            ["BÜNDNIS 90/DIE GRÜNEN"],
            id="Fraktion over a line's end",
        ),
        pytest.param(
            "des Abgeordneten Alexander Langguth FRAKTIONSLOS", ["Alexander Langguth"], ["FRAKTIONSLOS"], id="none"
        ),
        pytest.param(
            "des fraktionslosen Abgeordneten Marcus Pretzell", ["Marcus Pretzell"], ["FRAKTIONSLOS"], id="in words"
        ),
        pytest.param("des Abgeordneten Dr. Ralf Nolten", ["Dr. Ralf Nolten"], [], id="no Fraktion printed"),
        pytest.param("der Fraktion der SPD", [], ["SPD"], id="a Fraktion alone"),
        pytest.param(
            "der Fraktionen von SPD und BÜNDNIS 90/DIE GRÜNEN", [], ["SPD", "BÜNDNIS 90/DIE GRÜNEN"], id="two of them"
        ),
    ],
)
def test_askers(asker, namen, fraktionen):
    for quelle in (antwort(asker=asker), " ".join(antwort(asker=asker).split())):
        kopf = vorblatt(quelle)
        assert [person.name for person in kopf.fragesteller] == namen
        assert list(kopf.fraktionen) == fraktionen


@pytest.mark.parametrize(
    "asker",
    [
        "der Abgeordneten Nic Vogel AfD und Frank Neppe FRAKTIONSLOS",
        "des Abgeordneten Nic Vogel AfD und des Abgeordneten Frank Neppe FRAKTIONSLOS",
        "der Abgeordneten Nic Vogel (AfD), Frank Neppe (FRAKTIONSLOS)",
    ],
)
def test_each_asker_keeps_the_own_fraktion(asker):
    kopf = vorblatt(antwort(asker=asker))
    assert kopf.fragesteller == (Fragesteller("Nic Vogel", "AfD"), Fragesteller("Frank Neppe", "FRAKTIONSLOS"))
    assert kopf.fraktionen == ("AfD", "FRAKTIONSLOS")


@pytest.mark.parametrize(
    ("gedruckt", "kanonisch"),
    [
        ("BÜNDNIS 90/DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("BÜNDNIS 90/ DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("BÜNDNIS 90 / DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("BÜNDNIS90/DIEGRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("Bündnis 90/Die Grünen", "BÜNDNIS 90/DIE GRÜNEN"),
        ("GRÜNE", "BÜNDNIS 90/DIE GRÜNEN"),
        ("Die Grünen", "BÜNDNIS 90/DIE GRÜNEN"),
        ("AFD", "AfD"),
        ("Piraten", "PIRATEN"),
        ("fraktionslos", "FRAKTIONSLOS"),
        ("Die Linke", "DIE LINKE"),
        ("XYZ", ""),
    ],
)
def test_fraktion_spellings(gedruckt, kanonisch):
    assert fraktion(gedruckt) == kanonisch


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
    ],
)  # fmt: skip
def test_beantwortungssatz(satz, amt, datum, einvernehmen):
    quelle = antwort(titel="Was nun", rumpf=f"{VORBEMERKUNG}\n\n{satz}\n\n1. Wie viele?\n\nDrei.")
    kopf = lies_kopf(lies(quelle))
    beantwortung = kopf.beantwortung
    assert beantwortung is not None
    assert (beantwortung.amt, beantwortung.datum, beantwortung.einvernehmen) == (amt, datum, einvernehmen)
    assert lies(quelle[beantwortung.beleg.start : beantwortung.beleg.ende]).text == satz


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
