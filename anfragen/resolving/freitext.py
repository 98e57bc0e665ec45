"""References in a text that nobody stores: found and matched like those of a paper, and forgotten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anfragen.models import Anfrage, Dokument, Verweis
from anfragen.parsing import records
from anfragen.parsing.text import lies
from anfragen.parsing.verweise import find_verweise
from anfragen.parsing.vorblatt import lies_kopf
from anfragen.resolving.kandidaten import load
from anfragen.resolving.matching import Gesucht, Treffer, Ziel, Zitierend, match

MAX_VERWEISE = 2000


class ZuVieleVerweise(ValueError):
    """The text has more than MAX_VERWEISE references."""


@dataclass(frozen=True)
class Fundstelle:
    """A reference with what it means. `ziel` may be a paper that is only cited, `kandidaten` has what is ambiguous."""

    verweis: records.Verweis
    stand: Verweis.Stand
    ziel: Anfrage | Dokument | None
    kandidaten: Sequence[Anfrage | Dokument]


@dataclass(frozen=True)
class Aufloesung:
    """The Wahlperiode is the one that stands in where the text prints none; None if nothing tells it."""

    parlament: str
    wahlperiode: int | None
    fundstellen: Sequence[Fundstelle]


def resolve_text(text: str, parlament: str, wahlperiode: int | None = None) -> Aufloesung:
    """All references of `text` in their order, with what the public may read of what they mean.

    `wahlperiode` is the text's own; without it, that of the paper whose head the text begins with. Offsets count in
    `text`. Linear in its length, a fixed number of queries, and nothing is written. Raises ZuVieleVerweise.
    """
    lesetext = lies(text)
    kopf = lies_kopf(lesetext).vorblatt
    verweise, _ = find_verweise(lesetext, wahlperiode=wahlperiode or kopf.wahlperiode)
    if len(verweise) > MAX_VERWEISE:
        raise ZuVieleVerweise
    zitierend = _zitierend(kopf, parlament, wahlperiode)
    treffer = match([Gesucht.read(verweis, zitierend) for verweis in verweise], nur_oeffentlich=True)
    bekannt = load(ziel for eines in treffer for ziel in (eines.ziel, *eines.kandidaten))
    fundstellen = [_fundstelle(verweis, eines, bekannt) for verweis, eines in zip(verweise, treffer, strict=True)]
    return Aufloesung(parlament, zitierend.wahlperiode, fundstellen)


def _zitierend(kopf: records.Vorblatt, parlament: str, wahlperiode: int | None) -> Zitierend:
    """The paper that the text is; its number is of use only in its own Wahlperiode."""
    if kopf.nummer and wahlperiode in (None, kopf.nummer.wahlperiode):
        return Zitierend(parlament, kopf.nummer.wahlperiode, kopf.reihe.value, kopf.nummer.nummer)
    return Zitierend(parlament, wahlperiode or kopf.wahlperiode)


def _fundstelle(verweis: records.Verweis, treffer: Treffer, bekannt: Mapping[Ziel, Anfrage | Dokument]) -> Fundstelle:
    kandidaten = [bekannt[ziel] for ziel in treffer.kandidaten if ziel in bekannt]
    return Fundstelle(verweis, treffer.stand, bekannt.get(treffer.ziel), kandidaten)
