"""Whole documents through the one entry point: the JSON, the findings, and what holds for any text at all."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anfragen.parsing.drucksache import as_json, parse

IMPRESSUM = (
    "Die Veröffentlichungen des Landtags Nordrhein-Westfalen sind einzeln gegen eine Schutzgebühr beim Archiv des\n"
    "Landtags Nordrhein-Westfalen, 40002 Düsseldorf, Postfach 10 11 43, Telefon (0211) 884 - 2439, zu beziehen. Der\n"
    "kostenfreie Abruf ist auch möglich über das Internet-Angebot des Landtags Nordrhein-Westfalen unter\n"
    "www.landtag.nrw.de\n"
)
# The order of WP16: the sentence first; the page's footer and imprint in the middle of a sentence.
WP16 = f"""LANDTAG NORDRHEIN-WESTFALEN
16. Wahlperiode

Drucksache 16/9100
14.07.2015

Antwort

der Landesregierung
auf die Kleine Anfrage 3500 vom 11. Juni 2015
der Abgeordneten Henning Höne und Dr. Joachim Stamp   FDP
Drucksache 16/8800


Wie sicher sind Brücken im 1. Halbjahr 2015? – Nachfrage zur Kleinen Anfrage 3100 (Drs. 16/8000)


Der Minister für Bauen, Wohnen, Stadtentwicklung und Verkehr hat die Kleine Anfrage 3500
mit Schreiben vom 10. Juli 2015 namens der Landesregierung im Einvernehmen mit dem Fi-
nanzminister und der Ministerin für Schule und Weiterbildung beantwortet.


Vorbemerkung der Kleinen Anfrage

Viele Brücken gelten als ma-

Datum des Originals: 10.07.2015/Ausgegeben: 17.07.2015

{IMPRESSUM}
LANDTAG NORDRHEIN-WESTFALEN - 16. Wahlperiode Drucksache 16/9100

2

rode. Die Fragen 1 bis 3 werden oft gemeinsam beantwortet, was niemandem hilft.

1. Wie viele Brücken gab es am 1. Januar 2015? (Bitte nach Kreisen
(einschließlich der kreisfreien Städte) auflisten.)

Es gab 6.400 Brücken, davon
 • 3.000 an Bundes- und
 • 3.400 an Landesstraßen.

2. Welche davon sind gesperrt?

3. Wann werden sie geöffnet?

Die Brücken der 2. Kategorie sind gesperrt. Sie werden ab dem 1. Quartal

LANDTAG NORDRHEIN-WESTFALEN - 16. Wahlperiode Drucksache 16/9100

3

2016 geöffnet.

4. Ist das alles?

Nein.
"""
# The order of WP18: Vorbemerkung first, no imprint, all questions answered together.
WP18 = """LANDTAG NORDRHEIN-WESTFALEN
18. Wahlperiode

Drucksache 18/1159
28.09.2022

Antwort

der Landesregierung
auf die Kleine Anfrage 433 vom 29. August 2022
der Abgeordneten Verena Schäffer, Dr. Julia Höller und Dr. Robin Korte BÜNDNIS 90/
DIE GRÜNEN
Drucksache 18/700


Wie steht es um das Ehrenamt

Vorbemerkung der Kleinen Anfrage

Das Ehrenamt trägt das Land.

Die Ministerin für Kinder, Jugend, Familie, Gleichstellung, Flucht und Integration hat die
Kleine Anfrage 433 mit Schreiben vom 27. September 2022 namens der Landesregierung
im Einvernehmen mit dem Chef der Staatskanzlei, dem Minister des Innern sowie allen übrigen
Mitgliedern der Landesregierung beantwortet.

Vorbemerkung der Landesregierung

Das Ehrenamt ist wichtig.

1. Wie viele Engagierte gibt es?

2. Wo?

Aufgrund des Sachzusammenhangs werden die Fragen 1 und 2 gemeinsam beantwortet:

Etwa sechs Millionen, überall.

Datum des Originals: 27.09.2022/Ausgegeben: 04.10.2022
"""


def flach(quelle):
    return " ".join(quelle.split())


def test_document_of_wp16():
    gelesen = as_json(parse(WP16))
    assert {feld: gelesen[feld] for feld in list(gelesen)[:16]} == {
        "dokumentart": "Kleine Anfrage (Antwort)",
        "drucksache": "16/9100",
        "wahlperiode": 16,
        "datum_kopf": "2015-07-14",
        "datum_original": "2015-07-10",
        "ausgegeben": "2015-07-17",
        "ka_nummer": 3500,
        "ga_nummer": None,
        "ka_datum": "2015-06-11",
        "frage_drucksache": "16/8800",
        "abgeordnete": ["Henning Höne", "Dr. Joachim Stamp"],
        "fraktionen": ["FDP"],
        "titel": "Wie sicher sind Brücken im 1. Halbjahr 2015? – Nachfrage zur Kleinen Anfrage 3100 (Drs. 16/8000)",
        "ministerium": "Der Minister für Bauen, Wohnen, Stadtentwicklung und Verkehr",
        "antwort_schreiben_datum": "2015-07-10",
        "im_einvernehmen_mit": ["dem Finanzminister", "der Ministerin für Schule und Weiterbildung"],
    }
    assert gelesen["vorbemerkung_anfrage"] == (
        "Viele Brücken gelten als marode. Die Fragen 1 bis 3 werden oft gemeinsam beantwortet, was niemandem hilft."
    )
    assert gelesen["fragen"] == [
        {
            "nr": 1,
            "text": "Wie viele Brücken gab es am 1. Januar 2015?",
            "hinweis": "Bitte nach Kreisen (einschließlich der kreisfreien Städte) auflisten.",
        },
        {"nr": 2, "text": "Welche davon sind gesperrt?", "hinweis": None},
        {"nr": 3, "text": "Wann werden sie geöffnet?", "hinweis": None},
        {"nr": 4, "text": "Ist das alles?", "hinweis": None},
    ]
    assert gelesen["antwortteile"] == [
        {
            "fragen": [1],
            "text": "Es gab 6.400 Brücken, davon\n\n• 3.000 an Bundes- und\n\n• 3.400 an Landesstraßen.",
        },
        {
            "fragen": [2, 3],
            "text": "Die Brücken der 2. Kategorie sind gesperrt. Sie werden ab dem 1. Quartal 2016 geöffnet.",
        },
        {"fragen": [4], "text": "Nein."},
    ]
    assert gelesen["gemeinsame_beantwortung"] == [[2, 3]]
    assert gelesen["befunde"] == []


def test_document_of_wp18():
    gelesen = as_json(parse(WP18))
    assert gelesen["abgeordnete"] == ["Verena Schäffer", "Dr. Julia Höller", "Dr. Robin Korte"]
    assert gelesen["fraktionen"] == ["BÜNDNIS 90/DIE GRÜNEN"]
    assert gelesen["titel"] == "Wie steht es um das Ehrenamt"
    assert (gelesen["datum_original"], gelesen["ausgegeben"]) == ("2022-09-27", "2022-10-04")
    assert gelesen["im_einvernehmen_mit"] == [
        "dem Chef der Staatskanzlei",
        "dem Minister des Innern",
        "allen übrigen Mitgliedern der Landesregierung",
    ]
    assert gelesen["vorbemerkung_landesregierung"] == "Das Ehrenamt ist wichtig."
    assert gelesen["antwortteile"] == [{"fragen": [1, 2], "text": "Etwa sechs Millionen, überall."}]


@pytest.mark.parametrize("quelle", [WP16, WP18], ids=["WP16", "WP18"])
def test_one_line_reads_alike(quelle):
    mehrzeilig, einzeilig = as_json(parse(quelle)), as_json(parse(flach(quelle)))
    assert json.loads(json.dumps(mehrzeilig)) == mehrzeilig  # nothing in it that JSON can't hold
    for feld in mehrzeilig.keys() - {"antwortteile", "verweise", "zusagen", "befunde"}:
        assert einzeilig[feld] == mehrzeilig[feld], feld
    for eins, viele in zip(einzeilig["antwortteile"], mehrzeilig["antwortteile"], strict=True):
        assert eins["fragen"] == viele["fragen"]
        assert flach(eins["text"]) == flach(viele["text"])


def test_unnumbered_question_has_no_number_in_json():
    gelesen = as_json(
        parse(WP18.replace("1. Wie viele Engagierte gibt es?\n\n2. Wo?", "Wie viele Engagierte gibt es?"))
    )
    assert gelesen["fragen"] == [{"nr": None, "text": "Wie viele Engagierte gibt es?", "hinweis": None}]


def test_footnotes_belong_to_no_answer_but_their_references_count():
    gelesen = parse(f"{WP16}\n\n[Fußnote 1, Seite 2] Vgl. Drucksache 16/4711.")

    assert gelesen.antwortteile
    assert not any("4711" in teil.text for teil in gelesen.antwortteile)
    assert 4711 in {verweis.nummer for verweis in gelesen.verweise}


def test_vorlage_gives_its_wahlperiode_to_references_and_has_no_vorbemerkung():
    gelesen = as_json(
        parse("Ministerium für Verkehr LANDTAG NORDRHEIN-WESTFALEN 17. WAHLPERIODE VORLAGE 17/7211 A18 Bericht Auf die "
              "Kleine Anfrage 4284 wird verwiesen.")
    )  # fmt: skip
    assert (gelesen["wahlperiode"], gelesen["vorbemerkung_anfrage"], gelesen["dokumentart"]) == (17, None, None)
    assert [(v["wahlperiode"], v["nummer"]) for v in gelesen["verweise"]] == [(17, 4284)]


def test_text_without_head_has_no_wahlperiode():
    assert as_json(parse("In der 16. Wahlperiode wurde auf die Kleine Anfrage 4284 verwiesen."))["wahlperiode"] is None


def test_misprinted_year_is_kept_as_printed():
    assert as_json(parse(WP16.replace("17.07.2015", "17.07.3015")))["ausgegeben"] == "3015-07-17"


@pytest.mark.parametrize("quelle", ["", " ", "\x00", "Ein Text ohne Kopf.", "1.", "Die Kleine Anfrage", "\ufeff\n"])
def test_other_texts_yield_an_empty_record(quelle):
    gelesen = as_json(parse(quelle))
    assert gelesen["drucksache"] is None
    assert (gelesen["abgeordnete"], gelesen["fragen"], gelesen["antwortteile"]) == ([], [], [])


STUECKE = [
    *WP16.split(),
    *WP18.split(),
    "\n\n",
    "-\n",
    "1.",
    "2.",
    "Zu Frage 1:",
    "(Bitte",
    ")",
    "[...]",
    "Die Fragen 1 bis 3 werden gemeinsam beantwortet.",
    "Antwort der Landesregierung auf die Kleine Anfrage 5 des Abgeordneten A B SPD Drucksache 17/1",
    "Kleine Anfrage 7 der Abgeordneten",
    "Vorbemerkung der Landesregierung",
    "Datum des Originals: 31.02.2015/Ausgegeben: 13.03.3013",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(STUECKE), max_size=60).map(" ".join))
def test_any_pieces_of_documents_read_alike_on_one_line(quelle):
    mehrzeilig, einzeilig = parse(quelle), parse(flach(quelle))
    assert [(f.nummer, f.text, f.hinweis) for f in mehrzeilig.fragen] == [
        (f.nummer, f.text, f.hinweis) for f in einzeilig.fragen
    ]
    assert [teil.fragen for teil in mehrzeilig.antwortteile] == [teil.fragen for teil in einzeilig.antwortteile]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(STUECKE), max_size=60).map(" ".join)))
def test_never_raises_and_spans_lie_in_the_text(quelle):
    drucksache = parse(quelle)
    json.dumps(as_json(drucksache))
    belege = [x.beleg for x in (*drucksache.fragen, *drucksache.antwortteile, *drucksache.verweise)]
    belege += drucksache.vorblatt.belege.values()
    spannen = [(beleg.start, beleg.ende) for beleg in belege]
    spannen += [stelle for befund in drucksache.befunde for stelle in befund.belege]
    assert all(0 <= start <= ende <= len(quelle) for start, ende in spannen)


@pytest.mark.parametrize(
    "stueck",
    [
        "Die Fragen 1 und ",
        "die Kleine Anfrage beantwortet ",
        "Der Minister die Kleine Anfrage ",
        "des Abgeordneten A, ",
        "1. Wie? ",
        "1. (Bitte ",
        "((",
        "Zu 1, ",
    ],
)
def test_time_is_linear(stueck):
    kopf = "Antwort der Landesregierung auf die Kleine Anfrage 5 des Abgeordneten A B SPD Drucksache 17/1 T "
    quelle = kopf + (stueck * 100_000)[:100_000]
    beginn = time.process_time()
    parse(quelle)
    assert time.process_time() - beginn < 5  # measured: under 1 s; a quadratic rule takes minutes
