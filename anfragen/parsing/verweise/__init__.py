"""References to other papers, as written: finding only; matching them to documents is a later step.

`formen` holds how they are printed, `zahlen` reads the numbers of a list, `suche` goes through the text, `kopf` knows
what a document's head says of itself, `rueckverweise` what points back, `befunde` what is odd.
"""

from dataclasses import replace

from anfragen.parsing.records import Befund, Beleg, Verweis
from anfragen.parsing.text import Lesetext
from anfragen.parsing.verweise.befunde import contradicting_pairs, unlikely_numbers
from anfragen.parsing.verweise.kopf import apply_head
from anfragen.parsing.verweise.rueckverweise import find_back_references
from anfragen.parsing.verweise.suche import Fund, Suche

__all__ = ["find_verweise"]


def find_verweise(text: Lesetext, *, wahlperiode: int | None) -> tuple[tuple[Verweis, ...], tuple[Befund, ...]]:
    """All references in the text in their order, and what is odd about them.

    `wahlperiode` is the citing document's; it stands in (marked as inferred) where the text prints none. The
    document's own number in its head is no reference. Never raises; linear in the length of the text.
    """
    suche = Suche(text.text, wahlperiode)
    suche.run()
    funde = apply_head(text.text, sorted(suche.funde, key=_place))
    funde = sorted([*funde, *find_back_references(text.text, funde)], key=_place)
    stelle_von = {id(fund): stelle for stelle, fund in enumerate(funde)}
    verweise = tuple(_verweis(text, fund, stelle_von.get(id(fund.paar))) for fund in funde)
    befunde = [replace(b, belege=tuple(text.source_span(*s) for s in b.belege)) for b in suche.befunde]
    return verweise, (*befunde, *unlikely_numbers(verweise, wahlperiode), *contradicting_pairs(verweise))


def _place(fund: Fund) -> tuple[int, int]:
    return fund.start, fund.ende


def _verweis(text: Lesetext, fund: Fund, paar: int | None) -> Verweis:
    start, ende = text.source_span(fund.start, fund.ende)
    return Verweis(
        typ=fund.typ,
        wahlperiode=fund.wahlperiode,
        wahlperiode_abgeleitet=fund.abgeleitet,
        nummer=fund.nummer,
        wortlaut=text.text[fund.start : fund.ende],
        beleg=Beleg(start, ende, fund.regel, fund.sicherheit),
        paar=paar,
        stelle=fund.stelle,
    )
