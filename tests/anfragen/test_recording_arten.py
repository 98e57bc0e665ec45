"""Papers beyond the plain answer: to several Anfragen, supplements, new prints, papers to a committee."""

import pytest

from anfragen.models import Anfrage, Antwort, Dokument
from anfragen.recording import Ablehnung, Stand
from tests.anfragen.drucksachen import ANTWORT, all_rows, record_text, stammdaten

pytestmark = pytest.mark.django_db

ZWEI = ANTWORT.replace(
    "auf die Kleine Anfrage 1882 vom 9. Januar 2019\n", "auf die Kleinen Anfragen 1882 und 1883 vom 9. Januar 2019\n"
).replace("Drucksache 17/4791\n", "Drucksachen 17/4791 und 17/4792\n")
VORLAGE = (
    "Ministerium für Verkehr\n\nLANDTAG\nNORDRHEIN-WESTFALEN\n17. WAHLPERIODE\n\nVORLAGE\n17/3748\nA18\n\n"
    "Sitzung des Ausschusses\n\nDer Stand steht in Drucksache 17/4000.\n"
)
NEUDRUCK = ANTWORT.replace("Drucksache 17/5030\n", "Drucksache 17/5030\nNeudruck\n").replace("Nichts.", "Wenig.")


@pytest.fixture(autouse=True)
def grundlagen():
    stammdaten()


def test_an_answer_to_two_anfragen_answers_both():
    dokument = record_text(ZWEI).dokument

    anfragen = Antwort.objects.get(dokument=dokument).anfragen.order_by("nummer")
    assert [(a.nummer, a.dokument.kennung, a.zustand) for a in anfragen] == [
        (1882, "17/4791", Anfrage.Zustand.BEANTWORTET),
        (1883, "17/4792", Anfrage.Zustand.BEANTWORTET),
    ]
    assert [[asker.name_gedruckt for asker in a.fragesteller.all()] for a in anfragen] == [
        ["Sarah Philipp", "Dr. Dennis Maelzer"]
    ] * 2
    # Which of the two asks which question isn't printed, so they stand with the first.
    assert [a.fragen.count() for a in anfragen] == [2, 0]


def test_an_answer_to_two_anfragen_changes_nothing_the_second_time():
    record_text(ZWEI)
    vorher = all_rows()

    assert record_text(ZWEI).stand == Stand.UNVERAENDERT
    assert all_rows() == vorher


@pytest.mark.parametrize(
    ("wort", "art"),
    [
        pytest.param("Ergänzung\nder ", Antwort.Art.ERGAENZUNG, id="supplement"),
        pytest.param("Berichtigung\nder ", Antwort.Art.BERICHTIGUNG, id="correction"),
        pytest.param("", Antwort.Art.ANTWORT, id="plain"),
    ],
)
def test_keeps_what_kind_of_answer_it_is(wort, art):
    dokument = record_text(ANTWORT.replace("Antwort\nder Landes", f"{wort}Antwort\nder Landes")).dokument
    assert Antwort.objects.get(dokument=dokument).art == art


def test_a_vorlage_is_recorded_in_its_series_with_what_it_cites():
    ergebnis = record_text(VORLAGE, "V17-3748.txt")

    assert (ergebnis.dokument.reihe.schluessel, ergebnis.dokument.kennung) == ("vorlage", "17/3748")
    assert ergebnis.dokument.art == Dokument.Art.BERICHT
    assert [verweis.nummer for verweis in ergebnis.dokument.verweise.all()] == [4000]
    assert not Anfrage.objects.exists()


def test_a_vorlage_that_was_only_cited_is_there_when_it_arrives():
    zitat = record_text(ANTWORT.replace("Drucksache 17/4000", "Vorlage 17/3748")).dokument
    record_text(VORLAGE, "V17-3748.txt", "b" * 64)

    verweis = zitat.verweise.get(nummer=3748)
    assert verweis.ziel_dokument.text == VORLAGE


def test_a_neudruck_takes_the_place_of_the_first_print():
    record_text(ANTWORT)
    ergebnis = record_text(NEUDRUCK, sha256="b" * 64)

    assert ergebnis.stand == Stand.GEAENDERT
    assert Dokument.objects.get(nummer=5030).text == NEUDRUCK
    assert "neudruck" in ergebnis.dokument.befunde.values_list("regel", flat=True)


def test_the_first_print_does_not_come_back_over_a_neudruck():
    record_text(NEUDRUCK)
    with pytest.raises(Ablehnung, match="Drucksache 17/5030 ist schon mit anderem Inhalt erfasst"):
        record_text(ANTWORT, sha256="b" * 64)
