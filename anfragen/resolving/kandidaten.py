"""Targets as records, to be named and linked to."""

from collections.abc import Collection, Iterable
from typing import Any

from anfragen import oeffentlich
from anfragen.models import Anfrage, Dokument, Verweis
from anfragen.resolving.matching import Gesucht, Ziel, match


def load(ziele: Iterable[Ziel], *, nur_oeffentlich: bool = True) -> dict[Ziel, Anfrage | Dokument]:
    """The record that each stands for, the Anfrage rather than its paper, in two reads and what their addresses need.

    With `nur_oeffentlich`, a Ziel that the public may not read is missing.
    """
    gesucht = set(ziele)
    dokumente: Any = oeffentlich.dokumente() if nur_oeffentlich else Dokument.objects.for_list()
    anfragen: Any = (
        oeffentlich.anfragen_kurz() if nur_oeffentlich else Anfrage.objects.select_related("wahlperiode__parlament")
    )
    papiere = dokumente.in_bulk({ziel.dokument for ziel in gesucht if ziel.dokument and not ziel.anfrage})
    vorgaenge = anfragen.in_bulk({ziel.anfrage for ziel in gesucht if ziel.anfrage})
    records = {ziel: vorgaenge.get(ziel.anfrage) if ziel.anfrage else papiere.get(ziel.dokument) for ziel in gesucht}
    return {ziel: record for ziel, record in records.items() if record}


def kandidaten(verweise: Collection[Verweis], *, nur_oeffentlich: bool = True) -> dict[int, list[Anfrage | Dokument]]:
    """What each ambiguous one of these stored references may mean, by its id, the newest Wahlperiode first.

    Takes references as `with_quelle` gives them. A fixed number of queries, and none if no reference is ambiguous.
    """
    mehrdeutig = [verweis for verweis in verweise if verweis.mehrdeutig]
    treffer = match([Gesucht.of(verweis) for verweis in mehrdeutig], nur_oeffentlich=nur_oeffentlich)
    records = load((ziel for eines in treffer for ziel in eines.kandidaten), nur_oeffentlich=nur_oeffentlich)
    return {
        verweis.pk: [records[ziel] for ziel in eines.kandidaten if ziel in records]
        for verweis, eines in zip(mehrdeutig, treffer, strict=True)
    }
