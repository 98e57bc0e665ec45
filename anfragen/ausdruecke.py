"""What records say of themselves, in SQL: for lists so long that no record is made of each row.

A test holds each beside the record's own word.
"""

from functools import lru_cache
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import NoReverseMatch

from anfragen.models import Anfrage, Dokument, Parlament, Reihe, Verweis, Wahlperiode
from anfragen.models.anfrage import KURZFORMEN

ANFRAGETYPEN = (Verweis.Typ.KLEINE_ANFRAGE, Verweis.Typ.GROSSE_ANFRAGE)


class Verbunden(Subquery):
    """The column `wert` of several rows in one cell, in their order: `SPD; FDP`."""

    template = "(SELECT group_concat(wert, '; ') FROM (%(subquery)s) AS werte)"

    def __init__(self, records: QuerySet[Any], wert: str | Combinable) -> None:
        super().__init__(records.values(wert=F(wert) if isinstance(wert, str) else wert), output_field=CharField())

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        return self.as_sql(compiler, connection, template=self.template.replace("group_concat", "string_agg"))


def dokumentkennung(pfad: str = "") -> Concat:
    """`17/11212`, `17/5030 (neu)`"""
    zusatz = Case(
        When(**{f"{pfad}zusatz": ""}, then=Value("")), default=Concat(Value(" ("), f"{pfad}zusatz", Value(")"))
    )
    return Concat(_text(f"{pfad}wahlperiode__nummer"), Value("/"), _text(f"{pfad}nummer"), zusatz)


def anfragekennung(pfad: str = "") -> Case:
    """`KA 4284`, `Schriftliche Anfrage 7`; without number the kind of the Anfrage"""
    ohne = [When(**{f"{pfad}nummer": None, f"{pfad}art": art}, then=Value(art.label)) for art in Anfrage.Art]
    mit = [
        When(**{f"{pfad}art": art}, then=Concat(Value(f"{KURZFORMEN.get(art, art.label)} "), _text(f"{pfad}nummer")))
        for art in Anfrage.Art
    ]
    return Case(*ohne, *mit, output_field=CharField())


def verweiskennung() -> Case:
    """`17/10591`, or the bare number of an Anfrage"""
    nackt = Q(typ__in=ANFRAGETYPEN) | Q(wahlperiode_nummer=None)
    mit = Concat(_text("wahlperiode_nummer"), Value("/"), _text("nummer"))
    return Case(When(nackt, then=_text("nummer")), default=mit)


def datum_wirksam(pfad: str = "") -> Coalesce:
    """The day an answer was given: of the letter, else of the original, else in the paper's head."""
    return Coalesce(f"{pfad}datum_schreiben", f"{pfad}dokument__datum_original", f"{pfad}dokument__datum")


def papierschluessel(pfad: str = "") -> Concat:
    """What `dokumentadresse` takes: `nw drucksache 17 11212 neu`."""
    leer = Value(" ")
    return Concat(
        f"{pfad}wahlperiode__parlament__kuerzel",
        leer,
        f"{pfad}reihe__schluessel",
        leer,
        _text(f"{pfad}wahlperiode__nummer"),
        leer,
        _text(f"{pfad}nummer"),
        leer,
        f"{pfad}zusatz",
        output_field=CharField(),
    )


def dokumentadresse(schluessel: str | None) -> str | None:
    """The path of the page of the paper with this `papierschluessel`; None where no page shows it."""
    if not schluessel:
        return None
    parlament, reihe, wahlperiode, nummer, zusatz = schluessel.split(" ", 4)
    try:
        return _adresse(parlament, reihe, int(wahlperiode), nummer, zusatz)
    except NoReverseMatch:
        return None


def _adresse(parlament: str, reihe: str, wahlperiode: int, nummer: str, zusatz: str) -> str:
    if not zusatz:
        return f"{_papiere(parlament, reihe, wahlperiode)}{nummer}/"
    eines = Dokument(
        wahlperiode=_wahlperiode(parlament, wahlperiode),
        reihe=Reihe(schluessel=reihe),
        nummer=int(nummer),
        zusatz=zusatz,
    )
    return eines.get_absolute_url()


def anfrageadresse(parlament: str, art: str, wahlperiode: int, nummer: int | None, papier: str | None) -> str | None:
    """The path of an Anfrage's page; without a number that of its paper, a `papierschluessel`."""
    return f"{_anfragen(parlament, art, wahlperiode)}{nummer}/" if nummer else dokumentadresse(papier)


# An address ends in the number, so one address gives those of a whole series; reversing each takes most of the time.


@lru_cache(maxsize=500)
def _papiere(parlament: str, reihe: str, wahlperiode: int) -> str:
    eines = Dokument(wahlperiode=_wahlperiode(parlament, wahlperiode), reihe=Reihe(schluessel=reihe), nummer=1)
    return eines.get_absolute_url().removesuffix("1/")


@lru_cache(maxsize=500)
def _anfragen(parlament: str, art: str, wahlperiode: int) -> str:
    return (
        Anfrage(wahlperiode=_wahlperiode(parlament, wahlperiode), art=art, nummer=1)
        .get_absolute_url()
        .removesuffix("1/")
    )


@lru_cache(maxsize=500)
def _wahlperiode(parlament: str, nummer: int) -> Wahlperiode:
    return Wahlperiode(parlament=Parlament(kuerzel=parlament), nummer=nummer)


def _text(feld: str) -> Cast:
    return Cast(feld, CharField())
