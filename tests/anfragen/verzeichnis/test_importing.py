"""Files of an index on their way: repeated numbers, batches, queries, and what stays after a failure."""

from datetime import date

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from anfragen.models import Anfrage, Dokument, Fraktion, Parlament
from anfragen.verzeichnis import importing
from anfragen.verzeichnis.importing import Import
from anfragen.verzeichnis.recording import Bilanz
from tests.anfragen.verzeichnis import schreibe, zeile


def zeilen(anzahl: int) -> list[dict[str, str]]:
    return [zeile(reference=str(nummer), inquiry_number=str(nummer)) for nummer in range(1, anzahl + 1)]


def test_the_same_number_with_other_content_is_refused_naming_the_first(importiere):
    bilanz, (ablehnung,) = importiere(
        zeile(reference="0809"), zeile(reference="809", title="Anderer Titel", published_at="2020-10-28")
    )

    assert bilanz == Bilanz(angelegt=1, abgelehnt=1)
    assert ablehnung.zeile == 3
    assert ablehnung.grund == "Drucksache 17/809 steht schon in Zeile 2, mit anderem Titel, anderem Datum"


def test_the_same_number_in_another_file_is_refused_naming_that(tmp_path, wahlperiode):
    abgelehnt = []
    lauf = Import(date(2021, 1, 1), lambda pfad, ablehnung: abgelehnt.append((pfad.name, ablehnung.grund)))

    lauf.run(schreibe(tmp_path / "a.csv", zeile()))
    lauf.run(schreibe(tmp_path / "b.csv", zeile(title="Anderer Titel")))

    assert abgelehnt == [("b.csv", "Drucksache 17/11212 steht schon in Zeile 2 von a.csv, mit anderem Titel")]


def test_a_repeated_line_completes_the_first_and_a_second_run_changes_nothing(importiere):
    doppelt = [
        zeile(title="„Ruhrkonferenz“", inquiring_parties_wikidata=""),
        zeile(title='"Ruhrkonferenz"', inquiry_number="4284"),
    ]

    assert importiere(*doppelt) == (Bilanz(angelegt=1, geaendert=1), [])
    assert importiere(*doppelt) == (Bilanz(unveraendert=2), [])
    anfrage = Anfrage.objects.get()
    assert (anfrage.titel, anfrage.nummer) == ("„Ruhrkonferenz“", 4284)
    assert {asker.fraktion for asker in anfrage.fragesteller.all()} == {Fraktion.objects.get()}


def test_the_third_line_is_compared_with_both_before(importiere):
    _, (ablehnung,) = importiere(zeile(), zeile(inquiry_number="1"), zeile(inquiry_number="2"))

    assert ablehnung.zeile == 4
    assert ablehnung.grund.endswith("mit anderer Nummer der Anfrage")


def test_two_answers_to_one_anfrage_in_one_file_share_it(importiere):
    bilanz, _ = importiere(zeile(inquiry_number="1"), zeile(reference="11213", inquiry_number="1"))

    assert bilanz == Bilanz(angelegt=2)
    assert Anfrage.objects.get().antworten.count() == 2


def test_two_answers_to_one_printed_question_in_one_file_share_it(importiere):
    bilanz, _ = importiere(zeile(inquiry_reference="10815"), zeile(reference="11213", inquiry_reference="10815"))

    assert bilanz == Bilanz(angelegt=2)
    assert Anfrage.objects.get().antworten.count() == 2


@pytest.mark.parametrize("stand", ["new", "stored", "corrected"])
def test_queries_of_a_batch_do_not_depend_on_its_length(importiere, stand):
    """Beyond those for master data, which are looked up once for each name."""

    def queries(liste: list[dict[str, str]]) -> int:
        if stand != "new":
            importiere(*liste)
        if stand == "corrected":
            liste = [eine | {"title": "Neu", "published_at": "2020-10-01"} for eine in liste]
        with CaptureQueriesContext(connection) as gezaehlt:
            importiere(*liste)
        return len(gezaehlt)

    importiere(zeile())
    assert queries(zeilen(3)) == queries(zeilen(60)[3:])


def test_what_was_taken_before_a_failure_stays_and_a_second_run_completes_it(importiere, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)
    schreiben = importing.record

    def stolpern(batch, stammdaten):
        if batch[0].dokument.nummer == 3:
            raise DatabaseError("Platte voll")
        return schreiben(batch, stammdaten)

    monkeypatch.setattr(importing, "record", stolpern)
    with pytest.raises(DatabaseError):
        importiere(*zeilen(5))
    assert Dokument.objects.count() == 2

    monkeypatch.setattr(importing, "record", schreiben)
    assert importiere(*zeilen(5)) == (Bilanz(angelegt=3, unveraendert=2), [])


def test_progress_tells_the_line_reached_and_the_lines_there_are(tmp_path, wahlperiode, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)
    gemeldet = []
    lauf = Import(date(2021, 1, 1), lambda pfad, ablehnung: None)

    lauf.run(schreibe(tmp_path / "a.csv", *zeilen(3)), lambda zeile, von: gemeldet.append((zeile, von)))

    assert gemeldet == [(3, 5), (4, 5)]


def test_without_master_data_the_remedy_is_to_load_them(importiere):
    Parlament.objects.update(verzeichnisname="")

    _, (ablehnung,) = importiere(zeile())

    assert ablehnung.abhilfe == "Laden Sie zuerst die Stammdaten (manage.py lade_stammdaten)."
