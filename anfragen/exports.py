"""Lists as CSV: every row that the filter finds, streamed, so that memory doesn't grow with the list.

Comma-separated UTF-8 with a byte order mark, which is how Excel knows umlauts; dates as 2020-09-30.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from itertools import batched
from typing import Any

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils import timezone

type Spalten = Mapping[str, Callable[[Any], Any]]

BOM = "\ufeff"
CHUNK = 1000
# A spreadsheet runs a cell with one of these in front as a formula; some take the wide forms for the same sign (OWASP,
# "CSV Injection").
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def csv_response(
    name: str, spalten: Spalten, queryset: QuerySet[Any], heute: date | None = None
) -> StreamingHttpResponse:
    """All of `queryset` as a download named `name-2020-09-30.csv`."""
    return csv_download(name, csv_chunks(spalten, queryset.iterator(chunk_size=CHUNK)), heute)


def csv_download(name: str, stuecke: Iterable[str], heute: date | None = None) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        stuecke,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}-{heute or timezone.localdate()}.csv"'},
    )


def csv_chunks(spalten: Spalten, zeilen: Iterable[Any]) -> Iterator[str]:
    """The header, then the rows, many at a time: each piece costs a round through the middleware."""
    yield BOM + csv_text([list(spalten)])
    for stapel in batched(zeilen, CHUNK):
        yield csv_text([zelle(wert(zeile)) for wert in spalten.values()] for zeile in stapel)


def csv_text(zeilen: Iterable[list[Any]]) -> str:
    puffer = StringIO()
    csv.writer(puffer).writerows(zeilen)
    return puffer.getvalue()


def zelle(wert: Any) -> Any:
    """None is empty, a truth is `ja` or `nein`, several values are joined, and no text is a formula."""
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, list | tuple):
        wert = "; ".join(map(str, wert))
    return f"'{wert}" if isinstance(wert, str) and wert.startswith(FORMULA) else wert
