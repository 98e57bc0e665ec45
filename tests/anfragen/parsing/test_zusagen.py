"""Which sentences of an answer commit to something, by when, and which only sound so."""

import re
from datetime import date

import pytest

from anfragen.parsing import fristen, hauptsatz, tatworte, zusagen
from anfragen.parsing.drucksache import parse
from anfragen.parsing.records import Antwortteil, Beleg
from anfragen.parsing.text import lies
from anfragen.parsing.zusagen import find_zusagen
from tests.anfragen.drucksachen import ANTWORT
from tests.anfragen.parsing.zusagesaetze import KEINE, ZUSAGEN

GESAGT_AM = date(2020, 9, 30)


def find(text, gesagt_am=GESAGT_AM):
    """The commitments of a text that is an answer as a whole."""
    return find_zusagen(lies(text), (Antwortteil((1,), text, Beleg(0, len(text), "test")),), None, gesagt_am)


def days(text, gesagt_am=GESAGT_AM):
    return [zusage.faellig_am for zusage in find(text, gesagt_am)]


@pytest.mark.parametrize(("satz", "art", "faellig_am"), ZUSAGEN, ids=[satz[:40] for satz, *_ in ZUSAGEN])
def test_a_sentence_that_commits_is_found_with_its_kind_and_day(satz, art, faellig_am):
    (zusage,) = find(satz)
    assert (zusage.art, zusage.faellig_am) == (art, date.fromisoformat(faellig_am) if faellig_am else None)
    assert (zusage.wortlaut, zusage.teil) == (satz, 0)
    assert zusage.faellig_wortlaut in satz
    assert bool(zusage.faellig_wortlaut) == bool(faellig_am)


@pytest.mark.parametrize("satz", KEINE, ids=[satz[:40] for satz in KEINE])
def test_a_sentence_that_only_sounds_so_is_none(satz):
    assert find(satz) == ()


def test_a_sentence_stands_by_itself_whatever_is_around_it():
    saetze = [satz for satz, *_ in ZUSAGEN] + KEINE
    gefunden = [zusage.wortlaut for zusage in find(" ".join(saetze))]
    assert gefunden == [satz for satz, *_ in ZUSAGEN]


def test_line_breaks_and_split_words_change_nothing():
    text = "Die Maß-\nnahme soll bis\nEnde 2021 abge-\nschlossen\nwerden."
    (zusage,) = find(text)
    (flach,) = find(" ".join(text.split("\n")))
    assert zusage.wortlaut == flach.wortlaut == "Die Maßnahme soll bis Ende 2021 abgeschlossen werden."
    assert zusage.faellig_wortlaut == flach.faellig_wortlaut == "bis Ende 2021"
    assert (zusage.beleg.start, zusage.beleg.ende) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "gesagt_am", "tage"),
    [
        ("Der Bau soll bis Ende 2021 beginnen.", date(2021, 12, 30), [date(2021, 12, 31)]),
        ("Der Bau soll bis Ende 2021 beginnen.", date(2021, 12, 31), []),
        ("Der Bau soll bis Ende 2021 beginnen.", None, [date(2021, 12, 31)]),
        ("Der Bau soll bis zum Jahresende beginnen.", None, [None]),
        ("Der Bau soll Anfang nächsten Jahres beginnen.", GESAGT_AM, [date(2021, 3, 31)]),
        ("Der Bau soll im Mai 2021, spätestens bis Juli 2021 beginnen.", GESAGT_AM, [date(2021, 7, 31)]),
        ("Der Bau soll ab Mai 2021 beginnen.", GESAGT_AM, [None]),
        ("Der Bau wird seit Mai 2020 gefördert.", GESAGT_AM, []),
        ("Der im Mai 2021 endende Vertrag soll verlängert werden.", GESAGT_AM, [None]),
        ("Der Bau wird im Jahr 2020 gefördert.", GESAGT_AM, []),
        ("Der Bau wird im Jahr 2021 gefördert.", GESAGT_AM, [date(2021, 12, 31)]),
        ("Der Bau soll am 31.02.2021 beginnen.", GESAGT_AM, [None]),
    ],
)  # fmt: skip
def test_the_day_is_the_last_one_meant_and_lies_after_the_answer(text, gesagt_am, tage):
    assert days(text, gesagt_am) == tage


def test_a_cell_of_a_table_begins_after_its_kennung():
    tabelle = (
        "Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum Ruhr Games: Lust auf Olympia machen [19-01] Die Ruhr "
        "Games finden zu Fronleichnam 2021 statt. ÖPNV-Initiative [13-01] – Teilprojekt Schnellbus Süd Der Schnellbus "
        "soll ausgebaut werden."
    )
    assert [zusage.wortlaut for zusage in find(tabelle)] == [
        "Die Ruhr Games finden zu Fronleichnam 2021 statt.",
        "Der Schnellbus soll ausgebaut werden.",
    ]


@pytest.mark.parametrize("anfang", ["Innerhalb des Baus", "Auf dem Gelände", "Nach dem Umbau", "Zudem"])
def test_a_cell_may_begin_with_any_word_that_opens_a_sentence(anfang):
    assert [zusage.wortlaut for zusage in find(f"Der Weg von A nach B [13-04] {anfang} soll ein Netz entstehen.")] == [
        f"{anfang} soll ein Netz entstehen."
    ]


@pytest.mark.parametrize(
    "davor", ["Zu Frage 1: ", "Die Fragen 1 und 2 werden gemeinsam beantwortet: ", "Hierzu gilt: ", "siehe Seite 8 f. "]
)
def test_what_announces_a_sentence_is_no_part_of_it(davor):
    assert [zusage.wortlaut for zusage in find(f"{davor}Der Bau ist geplant.")] == ["Der Bau ist geplant."]


def test_an_item_of_a_list_stands_alone():
    text = "Zu nennen sind • der Ausbau, der für 2021 geplant ist • Der Umbau wird derzeit geprüft • das Programm"
    assert [zusage.wortlaut for zusage in find(text)] == ["Der Umbau wird derzeit geprüft"]


def test_a_quote_over_several_sentences_commits_nobody():
    assert find("Die Stadt schreibt: „Wir planen nichts. Das Land wird bis Ende 2021 bauen. So sei es.“") == ()


def test_a_document_gives_those_of_its_answers_and_of_the_governments_vorbemerkung_alone():
    text = ANTWORT.replace("lässt auf sich warten", "soll bis Ende 2020 beginnen").replace(
        "\n1. Warum", "\nVorbemerkung der Landesregierung\n\nDer Bericht wird derzeit vorbereitet.\n\n1. Warum"
    )
    gelesen = parse(text.replace("\nNichts.", "\nDie Kosten werden bis Ende 2019 ermittelt."))

    assert [(zusage.wortlaut, zusage.teil) for zusage in gelesen.zusagen] == [
        ("Der Bericht wird derzeit vorbereitet.", None),
        ("Die Kosten werden bis Ende 2019 ermittelt.", 1),
    ]
    for zusage in gelesen.zusagen:
        assert gelesen.quelle[zusage.beleg.start : zusage.beleg.ende] == zusage.wortlaut


def test_a_question_paper_commits_to_nothing():
    assert parse(ANTWORT.replace("Antwort\nder Landesregierung\nauf die ", "")).zusagen == ()


def test_the_certainty_tells_an_intention_from_a_plan():
    plan, absicht = find("Der Bau ist geplant. Der Bau soll gefördert werden.")
    assert plan.beleg.sicherheit > absicht.beleg.sicherheit


def test_what_never_ends_is_no_sentence():
    """So each sentence costs a bounded number of steps, whatever it is made of."""
    assert find("Der Umbau wird, aber wird, " * 10_000 + "derzeit geprüft.") == ()


MUSTER = [
    (f"{modul.__name__.rsplit('.', 1)[1]}.{name}", wert)
    for modul in (zusagen, hauptsatz, tatworte, fristen)
    for name, wert in vars(modul).items()
    if isinstance(wert, re.Pattern)
]


@pytest.mark.parametrize("muster", [pytest.param(wert, id=name) for name, wert in MUSTER])
def test_pattern_repeats_nothing_without_bound(muster):
    """Every match attempt then costs a bounded number of steps, and a pass over a text is linear."""
    assert not re.search(r"(?<!\\)(?:[)\].]|\\[wdsS])(?:[*+]|\{\d*,\})", muster.pattern)
