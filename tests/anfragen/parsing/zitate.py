"""References read from a text, and written short."""

from anfragen.parsing.records import Befund, Verweis, Verweistyp
from anfragen.parsing.text import lies
from anfragen.parsing.verweise import find_verweise

KUERZEL = {
    Verweistyp.DRUCKSACHE: "Drs",
    Verweistyp.BUNDESTAGSDRUCKSACHE: "BT",
    Verweistyp.VORLAGE: "Vorl",
    Verweistyp.KLEINE_ANFRAGE: "KA",
    Verweistyp.GROSSE_ANFRAGE: "GA",
    Verweistyp.PLENARPROTOKOLL: "PlPr",
    Verweistyp.AUSSCHUSSPROTOKOLL: "APr",
}


def read(text: str, wahlperiode: int | None = 17) -> tuple[tuple[Verweis, ...], tuple[Befund, ...]]:
    return find_verweise(lies(text), wahlperiode=wahlperiode)


def brief(verweis: Verweis) -> str:
    """ "Drs 17/5600", and "KA ~17/4284" where the Wahlperiode is inferred."""
    abgeleitet = "~" if verweis.wahlperiode_abgeleitet else ""
    return f"{KUERZEL[verweis.typ]} {abgeleitet}{verweis.wahlperiode}/{verweis.nummer}"


def pairs(text: str, wahlperiode: int | None = 17) -> list[tuple[str, str]]:
    verweise, _ = read(text, wahlperiode)
    return [(brief(verweise[v.paar]), brief(v)) for v in verweise if v.paar is not None]
