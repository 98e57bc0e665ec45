"""An index that comes again: what it completes and corrects, and what it leaves as somebody else has it."""

from datetime import date

import pytest

from anfragen.models import Anfrage, Dokument, Fragesteller, Verweis
from anfragen.verzeichnis.recording import Bilanz
from tests import factories
from tests.anfragen.verzeichnis import KA, TITEL, zeile


def test_a_second_run_changes_nothing_and_leaves_no_history(importiere, bestand):
    zeilen = [zeile(**KA), zeile(reference="11213", interpellation_type="", title="Zweite")]
    importiere(*zeilen)
    vorher = bestand()

    assert importiere(*zeilen) == (Bilanz(unveraendert=2), [])
    assert bestand() == vorher


def test_a_corrected_line_corrects_what_the_index_wrote(importiere, askers):
    importiere(zeile())

    bilanz, _ = importiere(
        zeile(
            title="Neuer Titel",
            published_at="2020-10-01",
            inquiring_parties_wikidata="CDU",
            inquiring_people_wikidata="Eva Ott",
            interpellation_type="major",
            answering_ministries_wikidata="Justizministerium",
            **KA,
        )
    )

    anfrage = Anfrage.objects.get()
    antwort = anfrage.antworten.get()
    assert bilanz == Bilanz(geaendert=1)
    assert (anfrage.titel, antwort.dokument.titel) == ("Neuer Titel", "Neuer Titel")
    assert (antwort.dokument.datum, anfrage.beantwortet_am) == (date(2020, 10, 1), date(2020, 10, 1))
    assert anfrage.zuletzt_am == date(2020, 10, 1)
    assert (anfrage.nummer, anfrage.suchtext) == (4284, "neuer titel")
    assert askers() == [("Eva Ott", "CDU")]
    assert [fraktion.kurz for fraktion in anfrage.fraktionen.all()] == ["CDU"]
    assert [link.fraktion.kurz for link in anfrage.history.first().fraktionen.all()] == ["CDU"]
    assert antwort.ministerium.name == "Justizministerium"


def test_what_a_line_does_not_say_takes_nothing_away(importiere):
    importiere(zeile(**KA))

    bilanz, _ = importiere(
        {"legislative_term": "17", "reference": "11212", "body": "Nordrhein-Westfalen", "interpellation_type": "minor"}
    )

    assert bilanz == Bilanz(unveraendert=1)
    assert Anfrage.objects.get().kennung == "KA 4284"


@pytest.mark.parametrize("herkunft", ["text", "hand"])
def test_a_recorded_paper_is_only_completed(importiere, herkunft, askers):
    anfrage = factories.anfrage(titel="Gedruckter Titel", nummer=None)
    dokument = factories.dokument(
        nummer=11212, titel="Gedruckter Titel", datum=None, herkunft=herkunft, text="Wortlaut", art="antwort"
    )
    factories.antwort(anfrage, dokument=dokument)
    factories.fragesteller(anfrage, "Prof. Dr. Karsten Rudolph")

    bilanz, _ = importiere(zeile(title="Titel im Verzeichnis", inquiry_number_derived="ja", **KA))

    anfrage.refresh_from_db()
    dokument.refresh_from_db()
    assert bilanz == Bilanz(geaendert=1, behalten=1)
    assert (dokument.titel, dokument.text, dokument.herkunft) == ("Gedruckter Titel", "Wortlaut", herkunft)
    assert (dokument.datum, anfrage.beantwortet_am) == (date(2020, 9, 30), date(2020, 9, 30))
    assert (anfrage.titel, anfrage.kennung, anfrage.nummer_abgeleitet) == ("Gedruckter Titel", "KA 4284", True)
    assert askers() == [("Prof. Dr. Karsten Rudolph", "SPD")]
    assert Anfrage.objects.count() == 1


def test_a_paper_read_after_the_index_protects_the_records_it_left_alone(importiere, askers):
    importiere(zeile())
    dokument = Dokument.objects.get()
    dokument.herkunft = "text"
    dokument.save()

    bilanz, _ = importiere(
        zeile(title="Neuer Titel", inquiring_parties_wikidata="CDU", inquiring_people_wikidata="Eva Ott")
    )

    anfrage = Anfrage.objects.get()
    assert bilanz == Bilanz(unveraendert=1, behalten=1)
    assert (anfrage.titel, askers()[0]) == (TITEL, ("Karsten Rudolph", "SPD"))
    assert [fraktion.kurz for fraktion in anfrage.fraktionen.all()] == ["SPD"]


def test_what_staff_changed_in_a_record_of_the_index_stays(importiere):
    importiere(zeile())
    anfrage = Anfrage.objects.get()
    anfrage.titel = "Von Hand"
    anfrage.save()

    bilanz, _ = importiere(zeile(title="Neuer Titel"))

    anfrage.refresh_from_db()
    assert bilanz == Bilanz(geaendert=1, behalten=1)  # the paper's own title is still the index's
    assert (anfrage.titel, Dokument.objects.get().titel) == ("Von Hand", "Neuer Titel")


def test_askers_that_staff_changed_stay(importiere, askers):
    importiere(zeile())
    asker = Fragesteller.objects.first()
    asker.name_gedruckt = "Prof. Dr. Karsten Rudolph"
    asker.save()

    assert importiere(zeile()) == (Bilanz(unveraendert=1, behalten=1), [])
    assert askers()[0] == ("Prof. Dr. Karsten Rudolph", "SPD")


def test_the_index_may_correct_the_askers_again_and_again(importiere, askers):
    for name in ("Eva Ott", "Eva Otte", "Eva Otto"):
        importiere(zeile(inquiring_people_wikidata=name))

    assert askers() == [("Eva Otto", "SPD")]


def test_a_corrected_kind_is_taken_as_long_as_there_is_no_number(importiere):
    importiere(zeile())
    importiere(zeile(interpellation_type="written"))
    assert Anfrage.objects.get().art == "schriftlich"

    importiere(zeile(interpellation_type="written", inquiry_number="7"))
    importiere(zeile(interpellation_type="major"))
    assert Anfrage.objects.get().art == "schriftlich"


@pytest.mark.parametrize(
    ("quelle", "dann"),
    [("https://b.de", "https://a.de"), ("https://a.de ; Nummer: https://b.de", "https://a.de ; Nummer: https://b.de")],
    ids=["another", "a fuller one"],
)
def test_only_a_fuller_source_takes_the_place_of_the_first(importiere, quelle, dann):
    importiere(zeile(quelle="https://a.de"))

    importiere(zeile(quelle=quelle))

    assert Dokument.objects.get().quelle == dann


def test_waiting_references_resolve_when_the_number_becomes_known(importiere):
    importiere(zeile())
    factories.verweis(factories.dokument(nummer=12000), typ="Kleine Anfrage", nummer=4284)

    importiere(zeile(**KA))

    assert Verweis.objects.get().ziel_anfrage == Anfrage.objects.get()
