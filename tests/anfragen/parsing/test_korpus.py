"""What reading has reached on the corpus, so that no change falls behind it. `make bench-reading` shows each value."""

import pytest

from anfragen.parsing.drucksache import parse
from benchmarks.korpus import FORMEN, KOPFFELDER, compare, one_line, papers, rates, read_values, source

PAPIERE = papers()
# What must read alike with line breaks and without; where paragraphs begin is all that line breaks may tell
OHNE_ZEILEN = ("Fragen", "Verweis", "Projekte", "Antwortteile", "Zusagen")


@pytest.fixture(scope="module", params=FORMEN)
def ergebnisse(request):
    return [compare(papier, request.param) for papier in PAPIERE]


def quote(ergebnisse, gehoert):
    gefunden = rates(ergebnisse, gehoert)
    assert gefunden.erwartet > 0  # a kind that the corpus lacks measures nothing
    return gefunden.genauigkeit, gefunden.trefferquote


def test_corpus_has_all_it_is_there_for():
    assert len(PAPIERE) >= 36
    assert {papier["wahlperiode"] for papier in PAPIERE} == {16, 17, 18}
    assert {papier["dokumentart"] for papier in PAPIERE} == {
        "Kleine Anfrage", "Kleine Anfrage (Antwort)", "Große Anfrage", "Große Anfrage (Antwort)", None,
    }  # fmt: skip


def test_measure_counts_a_value_that_differs_as_wrong_and_silent():
    ergebnis = compare({**PAPIERE[0], "titel": "Ein anderer Titel", "befunde": ["jahr-unplausibel"]}, "text")
    assert [wert.gruppe for wert in ergebnis.fehlend] == ["titel"]
    assert [wert.gruppe for wert in ergebnis.stumm] == ["titel"]
    assert ergebnis.unbemerkt == ["jahr-unplausibel"]
    assert rates([ergebnis], "titel".__eq__).trefferquote == 0


def test_head_fields(ergebnisse):
    genauigkeit, trefferquote = quote(ergebnisse, KOPFFELDER.__contains__)
    assert min(genauigkeit, trefferquote) >= 0.99


@pytest.mark.parametrize("gruppe", ["Fragen", "Antwortteile", "Projekte", "Kennzahlen", "Zusagen"])
def test_parts_of_the_body(ergebnisse, gruppe):
    genauigkeit, trefferquote = quote(ergebnisse, gruppe.__eq__)
    assert min(genauigkeit, trefferquote) >= 0.98


def test_references(ergebnisse):
    genauigkeit, trefferquote = quote(ergebnisse, lambda gruppe: gruppe.startswith("Verweis"))
    assert genauigkeit >= 0.99
    assert trefferquote >= 0.98


def test_no_wrong_value_is_silent(ergebnisse):
    assert [(e.datei, wert) for e in ergebnisse for wert in e.stumm] == []


def test_every_contradiction_is_found(ergebnisse):
    assert [(e.datei, regel) for e in ergebnisse for regel in e.unbemerkt] == []


@pytest.mark.parametrize("papier", PAPIERE, ids=lambda papier: papier["datei"])
def test_one_line_reads_like_many(papier):
    def values(text):
        return [(w.gruppe, w.inhalt) for w in read_values(parse(text)) if w.gruppe.startswith(OHNE_ZEILEN)]

    text = source(papier)
    assert values(one_line(text)) == values(text)


@pytest.mark.parametrize("papier", PAPIERE, ids=lambda papier: papier["datei"])
def test_references_stand_in_the_order_of_the_text(papier):
    erwartet = [(v["typ"], v["nummer"]) for v in papier["verweise"]]
    gelesen = [(v.typ.value, v.nummer) for v in parse(source(papier)).verweise]
    assert gelesen == erwartet
