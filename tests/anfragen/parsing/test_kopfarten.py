"""Heads beyond the plain one: several Anfragen in one answer, supplements, new prints, papers to a committee."""

from datetime import date

import pytest

from anfragen.parsing.drucksache import parse
from anfragen.parsing.records import Antwortart, Dokumentnummer, Reihe, Verweistyp, Vorblatt

ERSTER_KOPF = "LANDTAG NORDRHEIN-WESTFALEN\n17. Wahlperiode\n\nDrucksache 17/11212\n30.09.2020\n\n"
RUMPF = (
    "\n\nVorbemerkung der Kleinen Anfrage\n\nDer Text.\n\n"
    "Der Minister des Innern hat die Kleinen Anfragen 4284 und 4285 mit Schreiben vom 30. September 2020 namens der "
    "Landesregierung beantwortet.\n\n1. Wie viele sind es?\n\nDrei.\n"
)
ANTWORT = "Antwort\nder Landesregierung\n"
DRUCKE = (Dokumentnummer(17, 10815), Dokumentnummer(17, 10816))


def vorblatt(zeilen: str, titel: str = "Was wird daraus?") -> Vorblatt:
    return parse(f"{ERSTER_KOPF}{zeilen}\n\n{titel}{RUMPF}").vorblatt


SEPTEMBER = [date(2020, 9, 3), date(2020, 9, 4)]


@pytest.mark.parametrize(
    ("zeilen", "daten", "drucke"),
    [
        pytest.param(
            "auf die Kleinen Anfragen 4284 vom 3. September 2020 und 4285 vom 4. September 2020\n"
            "der Abgeordneten Carina Gödecke und Serdar Yüksel SPD\nDrucksachen 17/10815 und 17/10816",
            SEPTEMBER,
            DRUCKE,
            id="in-one-line",
        ),
        pytest.param(
            "auf die Kleinen Anfragen 4284 und 4285 vom 3. September 2020\n"
            "der Abgeordneten Carina Gödecke und Serdar Yüksel SPD\nDrucksachen 17/10815, 17/10816",
            [date(2020, 9, 3)] * 2,
            DRUCKE,
            id="one-date-for-both",
        ),
        pytest.param(
            "auf die Kleine Anfrage 4284 vom 3. September 2020 und die Kleine Anfrage 4285 vom 4. September 2020\n"
            "der Abgeordneten Carina Gödecke und Serdar Yüksel SPD\nDrucksache 17/10815 und Drucksache 17/10816",
            SEPTEMBER,
            DRUCKE,
            id="word-repeated",
        ),
        pytest.param(
            "auf die Kleinen Anfragen 4284 vom 3. September 2020 und 4285 vom 4. September 2020\n"
            "der Abgeordneten Carina Gödecke und Serdar Yüksel SPD\nDrucksache 17/10815",
            SEPTEMBER,
            (DRUCKE[0], None),
            id="one-Drucksache-missing",
        ),
    ],
)
def test_an_answer_to_two_anfragen_keeps_both(zeilen, daten, drucke):
    kopf = vorblatt(ANTWORT + zeilen)
    (weitere,) = kopf.weitere_anfragen
    assert (kopf.anfrage_nummer, weitere.nummer) == (4284, 4285)
    assert [kopf.anfrage_datum, weitere.datum] == daten
    assert (kopf.frage_drucksache, weitere.drucksache) == drucke
    assert weitere.fragesteller == kopf.fragesteller
    assert [person.name for person in kopf.fragesteller] == ["Carina Gödecke", "Serdar Yüksel"]
    assert kopf.titel == "Was wird daraus?"
    assert kopf.belege["weitere_anfragen"].sicherheit < 1


def test_anfragen_in_lines_of_their_own_keep_their_askers():
    kopf = vorblatt(
        f"{ANTWORT}auf die Kleine Anfrage 4284 vom 3. September 2020\nder Abgeordneten Carina Gödecke SPD\n"
        "Drucksache 17/10815\nund auf die Kleine Anfrage 4285 vom 4. September 2020\n"
        "des Abgeordneten Marc Lürbke FDP\nDrucksache 17/10816"
    )
    (weitere,) = kopf.weitere_anfragen
    assert [(p.name, p.fraktion) for p in kopf.fragesteller] == [("Carina Gödecke", "SPD")]
    assert [(p.name, p.fraktion) for p in weitere.fragesteller] == [("Marc Lürbke", "FDP")]
    assert (weitere.nummer, weitere.datum, weitere.drucksache) == (4285, SEPTEMBER[1], DRUCKE[1])
    assert kopf.titel == "Was wird daraus?"


def test_a_range_of_anfragen_is_taken_apart():
    kopf = vorblatt(f"{ANTWORT}auf die Kleinen Anfragen 3501 bis 3504 der Abgeordneten Carina Gödecke SPD")
    assert [anfrage.nummer for anfrage in kopf.weitere_anfragen] == [3502, 3503, 3504]


def test_an_answer_to_one_anfrage_has_no_others():
    kopf = vorblatt(
        f"{ANTWORT}auf die Kleine Anfrage 4284 vom 3. September 2020 des Abgeordneten Marc Lürbke FDP "
        "Drucksache 17/10815"
    )
    assert kopf.weitere_anfragen == ()


def test_a_further_anfrage_without_drucksache_is_a_finding():
    zeilen = "auf die Kleinen Anfragen 4284 und 4285 der Abgeordneten Carina Gödecke SPD Drucksache 17/10815"
    befunde = parse(f"{ERSTER_KOPF}{ANTWORT}{zeilen}\n\nWas nun?{RUMPF}").befunde
    assert "weitere-anfrage-ohne-drucksache" in {befund.regel for befund in befunde}


def test_the_sentence_may_name_both():
    antwort = parse(f"{ERSTER_KOPF}{ANTWORT}auf die Kleinen Anfragen 4284 und 4285 der Abgeordneten X Y SPD{RUMPF}")
    assert antwort.beantwortung is not None
    assert (antwort.beantwortung.amt, antwort.beantwortung.datum) == ("Der Minister des Innern", date(2020, 9, 30))


EINZELNE = "auf die Kleine Anfrage 4284 vom 3. September 2020\nder Abgeordneten Carina Gödecke SPD\nDrucksache 17/10815"


@pytest.mark.parametrize(
    ("worte", "art"),
    [
        pytest.param("Antwort\nder Landesregierung\n", Antwortart.ANTWORT, id="answer"),
        pytest.param("Ergänzung\nder Antwort\nder Landesregierung\n", Antwortart.ERGAENZUNG, id="supplement"),
        pytest.param("Ergänzung zur Antwort der Landesregierung ", Antwortart.ERGAENZUNG, id="supplement-to"),
        pytest.param("Berichtigung\nder Antwort der Landesregierung\n", Antwortart.BERICHTIGUNG, id="correction"),
        pytest.param(
            "Ergänzung\nzu der Antwort der Landesregierung (Drucksache 17/11100)\n",
            Antwortart.ERGAENZUNG,
            id="supplement-to-a-number",
        ),
    ],
)
def test_knows_a_supplement_and_a_correction(worte, art):
    kopf = vorblatt(worte + EINZELNE)
    assert (kopf.ist_antwort, kopf.antwortart, kopf.anfrage_nummer) == (True, art, 4284)
    assert ("antwortart" in kopf.belege) is (art is not Antwortart.ANTWORT)


@pytest.mark.parametrize(
    "druck", ["Drucksache 17/11212\nNeudruck\n30.09.2020", "Drucksache 17/11212\n30.09.2020\n\nNeudruck"]
)
def test_a_neudruck_keeps_number_and_says_so(druck):
    kopf = f"LANDTAG NORDRHEIN-WESTFALEN\n17. Wahlperiode\n\n{druck}\n\n{ANTWORT}{EINZELNE}\n\nWas nun?{RUMPF}"
    gelesen = parse(kopf)
    assert (gelesen.vorblatt.neudruck, gelesen.vorblatt.drucksache) == (True, Dokumentnummer(17, 11212))
    assert "neudruck" in {befund.regel for befund in gelesen.befunde}


def test_a_neudruck_of_the_question_makes_none_of_the_answer():
    assert not vorblatt(f"{ANTWORT}{EINZELNE} - Neudruck").neudruck


def test_a_number_may_have_an_addition():
    kopf = ERSTER_KOPF.replace("17/11212", "17/11212 (neu)") + ANTWORT + EINZELNE
    assert parse(f"{kopf}\n\nWas nun?{RUMPF}").vorblatt.drucksache == Dokumentnummer(17, 11212, "neu")


VORLAGE = (
    "Ministerium für Verkehr\ndes Landes Nordrhein-Westfalen\n\nLANDTAG\nNORDRHEIN-WESTFALEN\n17. WAHLPERIODE\n\n"
    "VORLAGE\n17/3748\nA18\n\nAn den Präsidenten des Landtags\n\nBericht zur Ruhr-Konferenz\n\nEs geht voran. "
)


def test_a_vorlage_has_the_number_of_its_own_series():
    kopf = parse(VORLAGE).vorblatt
    assert (kopf.reihe, kopf.nummer, kopf.wahlperiode) == (Reihe.VORLAGE, Dokumentnummer(17, 3748), 17)
    assert (kopf.drucksache, kopf.anfrageart, kopf.ist_antwort) == (None, None, False)
    assert kopf.belege["vorlage"].regel == "briefkopf"


def test_a_vorlage_that_quotes_a_beantwortungssatz_answers_nothing():
    zitat = "Der Minister des Innern hat die Kleine Anfrage 17 mit Schreiben vom 1. Mai 2020 beantwortet."
    gelesen = parse(VORLAGE + zitat)
    assert (gelesen.vorblatt.ist_antwort, gelesen.beantwortung) == (False, None)


def test_an_answer_that_cites_a_vorlage_is_none():
    kopf = vorblatt(f"{ANTWORT}{EINZELNE}", titel="Vorlage 17/3748")
    assert (kopf.vorlage, kopf.reihe) == (None, Reihe.DRUCKSACHE)


@pytest.mark.parametrize(
    "quelle",
    [
        pytest.param(f"{ERSTER_KOPF}{ANTWORT}{EINZELNE}\n\nWas nun?{RUMPF}", id="answer"),
        pytest.param(f"{ERSTER_KOPF}Kleine Anfrage 4284\n\ndes Abgeordneten X Y SPD\n\nWas nun?\n\nDa.", id="question"),
        pytest.param(f"{EINZELNE.split(' ', 7)[-1]}\n\nWas nun?{RUMPF}", id="cut-head"),
        pytest.param(VORLAGE, id="vorlage"),
    ],
)  # fmt: skip
def test_every_value_of_a_head_has_its_evidence(quelle):
    kopf = parse(quelle).vorblatt
    felder = {name: wert for name, wert in vars(kopf).items() if name not in ("belege", "ist_antwort", "antwortart")}
    assert {name for name, wert in felder.items() if wert} <= set(kopf.belege)
    assert all(0 <= b.start < b.ende <= len(quelle) and 0 < b.sicherheit <= 1 for b in kopf.belege.values())


@pytest.mark.parametrize(
    ("nummern", "erwartet"),
    [
        pytest.param("4284 und 4285 vom 3. September 2020", ["4284 kopf", "4285 kopf"], id="listed"),
        pytest.param(
            "4284 vom 3. September 2020 und 4285 vom 4. September 2020",
            ["4284 kopf", "4285 beantwortungssatz"],
            id="dated-each",
        ),
    ],
)
def test_head_and_sentence_of_two_anfragen_are_one_reference_to_each(nummern, erwartet):
    zeile = f"auf die Kleinen Anfragen {nummern}\nder Abgeordneten X Y SPD\nDrucksachen 17/10815 und 17/10816"
    verweise = parse(f"{ERSTER_KOPF}{ANTWORT}{zeile}\n\nWas wird daraus?{RUMPF}").verweise
    anfragen = [v for v in verweise if v.typ is Verweistyp.KLEINE_ANFRAGE]
    assert [f"{v.nummer} {v.beleg.regel}" for v in anfragen] == erwartet
    assert [(v.nummer, v.beleg.regel) for v in verweise if v not in anfragen] == [(10815, "kopf"), (10816, "kopf")]


def test_one_date_after_all_numbers_is_the_date_of_each():
    kopf = vorblatt(
        "auf die Kleinen Anfragen 4284, 4285 und 4286 vom 3. September 2020\nder Abgeordneten Carina Gödecke SPD\n"
        "Drucksachen 17/10815, 17/10816 und 17/10817"
    )
    assert [kopf.anfrage_datum, *(anfrage.datum for anfrage in kopf.weitere_anfragen)] == [date(2020, 9, 3)] * 3


@pytest.mark.parametrize(
    "satz",
    [
        "Die Antwort der Landesregierung auf die Kleine Anfrage 4284 vom 3. September 2020 der Abgeordneten Carina "
        "Gödecke SPD, Drucksache 17/10815, zeigt das.",
        "Die Kleine Anfrage 4284 der Abgeordneten Carina Gödecke SPD, Drucksache 17/10815, wurde zurückgezogen.",
    ],
)
def test_a_motion_that_speaks_of_an_anfrage_is_none(satz):
    kopf = parse(f"{ERSTER_KOPF}Antrag\nder Fraktion der SPD\n\nMehr Bahn\n\n{satz}").vorblatt
    assert kopf.drucksache == Dokumentnummer(17, 11212)
    assert (kopf.anfrageart, kopf.anfrage_nummer, kopf.ist_antwort) == (None, None, False)


def test_a_letter_prints_the_date_after_the_asker():
    zeile = "Kleine Anfrage 3336des Abgeordneten Herbert Strotebeck vom 22.01.2020"
    kopf = parse(f"{zeile}\n\nWas kostet das?\n\nEs ist teuer. 1. Wie viel?").vorblatt
    assert (kopf.anfrage_nummer, kopf.anfrage_datum, kopf.titel) == (3336, date(2020, 1, 22), "Was kostet das?")
    assert [person.name for person in kopf.fragesteller] == ["Herbert Strotebeck"]
