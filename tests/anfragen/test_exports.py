"""CSV that spreadsheets open safely and that grows no memory."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from anfragen.exports import CHUNK, Berechnet, csv_chunks, csv_download, tabelle_chunks, zelle
from anfragen.models import Anfrage
from tests import factories


@pytest.mark.parametrize("text", ["=1+1", "+49 201", "-5 %", "@SUM(A1)", "\tTab", "\rWagen", "\n=1+1", "\uff1d1+1"])
def test_cell_that_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    assert zelle(text) == f"'{text}"


@pytest.mark.parametrize(
    ("wert", "erwartet"),
    [
        ("Wie viele?", "Wie viele?"),
        ("a=b", "a=b"),
        ("", ""),
        (None, None),
        (-5, -5),
        (True, "ja"),
        (False, "nein"),
        (["SPD", "FDP"], "SPD; FDP"),
        (["=SPD", "FDP"], "'=SPD; FDP"),
        ([], ""),
    ],
)
def test_cell(wert: Any, erwartet: Any) -> None:
    assert zelle(wert) == erwartet


def test_rows_are_read_as_they_are_sent() -> None:
    gelesen = []

    def zeilen() -> Iterator[int]:
        for nummer in range(3 * CHUNK):
            gelesen.append(nummer)
            yield nummer

    stuecke = csv_chunks({"nummer": lambda nummer: nummer}, zeilen())
    assert next(stuecke) == "\ufeffnummer\r\n"
    assert gelesen == []
    assert next(stuecke).startswith("0\r\n1\r\n")
    assert len(gelesen) == CHUNK


def test_cells_are_quoted_where_they_must_be() -> None:
    zeile = SimpleNamespace(titel='Die „Wölfe", drei\nZeilen')
    stuecke = list(csv_chunks({"titel": lambda zeile: zeile.titel}, [zeile]))
    assert stuecke[1] == '"Die „Wölfe"", drei\nZeilen"\r\n'


@pytest.mark.django_db
def test_rows_come_straight_from_the_database(django_assert_num_queries: Any) -> None:
    for nummer in (7, 8):
        factories.anfrage(nummer=nummer, titel="=1+1")
    tabelle = {
        "nummer": "nummer",
        "titel": "titel",
        "summe": Berechnet(lambda *zahlen: sum(zahlen), ("nummer", "nummer")),
    }
    with django_assert_num_queries(1):
        stuecke = list(tabelle_chunks(tabelle, Anfrage.objects.order_by("nummer")))
    assert stuecke == ["\ufeffnummer,titel,summe\r\n", "7,'=1+1,14\r\n8,'=1+1,16\r\n"]


def test_file_is_named_by_the_day() -> None:
    response = csv_download("anfragen", ["a\r\n", "ü\r\n"], date(2020, 9, 30))
    assert response["Content-Disposition"] == 'attachment; filename="anfragen-2020-09-30.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.getvalue() == "a\r\nü\r\n".encode()
