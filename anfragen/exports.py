"""Lists as CSV: every row that the filter finds, streamed, so that memory doesn't grow with the list.

Comma-separated UTF-8 with a byte order mark, which is how Excel knows umlauts; dates as 2020-09-30.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from itertools import batched
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable
from django.http import StreamingHttpResponse
from django.utils import timezone

type Spalten = Mapping[str, Callable[[Any], Any]]


@dataclass(frozen=True)
class Berechnet:
    """A cell made of several values of a row: `form` takes what the database gives for `liest`, in that order."""

    form: Callable[..., Any]
    liest: tuple[str | Combinable, ...]


type Tabelle = Mapping[str, str | Combinable | Berechnet]

BOM = "\ufeff"
CHUNK = 1000
# A spreadsheet runs a cell with one of these in front as a formula; some take the wide forms for the same sign (OWASP,
# "CSV Injection").
FORMULA = frozenset("=+-@＝＋－＠\t\r\n")


def csv_download(name: str, stuecke: Iterable[str], heute: date | None = None) -> StreamingHttpResponse:
    """A download named `name-2020-09-30.csv`."""
    return StreamingHttpResponse(
        stuecke,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}-{heute or timezone.localdate()}.csv"'},
    )


def tabelle_chunks(tabelle: Tabelle, queryset: QuerySet[Any]) -> Iterator[str]:
    """The same straight from the database: a record for each row would take ten times as long."""
    liest: list[str | Combinable] = []
    formen: list[tuple[Callable[..., Any] | None, int, int]] = []
    for spalte in tabelle.values():
        felder = spalte.liest if isinstance(spalte, Berechnet) else (spalte,)
        formen.append((spalte.form if isinstance(spalte, Berechnet) else None, len(liest), len(liest) + len(felder)))
        liest += felder
    yield BOM + csv_text([list(tabelle)])
    for stapel in batched(queryset.prefetch_related(None).values_list(*liest).iterator(CHUNK), CHUNK):
        yield csv_text(
            [zelle(form(*werte[von:bis]) if form else werte[von]) for form, von, bis in formen] for werte in stapel
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
    art = type(wert)  # the exact types first: a list has millions of cells
    if art is str:
        return f"'{wert}" if wert[:1] in FORMULA else wert
    if wert is None or art is int:
        return wert
    if art is bool:
        return "ja" if wert else "nein"
    if isinstance(wert, list | tuple):
        return zelle("; ".join(map(str, wert)))
    return zelle(str(wert)) if isinstance(wert, str) else wert
