"""What a paper is, told by the outline of its node."""

from collections.abc import Callable
from enum import Enum

from anfragen.models import Dokument, Verweis
from anfragen.netz.anordnung import Platz
from anfragen.netz.umfeld import Knoten

ECKE = 9  # of a folded or cut corner


class Form(Enum):
    ANTWORT = "Antwort"
    ANFRAGE = "Anfrage"
    VORLAGE = "Vorlage"
    SONSTIGES = "anderes Dokument"


_FORM_JE_TYP = {
    Verweis.Typ.VORLAGE: Form.VORLAGE,
    Verweis.Typ.KLEINE_ANFRAGE: Form.ANFRAGE,
    Verweis.Typ.GROSSE_ANFRAGE: Form.ANFRAGE,
}


def form(knoten: Knoten) -> Form:
    if knoten.dokument is None:
        return _FORM_JE_TYP.get(Verweis.Typ(knoten.verweis.typ), Form.SONSTIGES) if knoten.verweis else Form.SONSTIGES
    if knoten.dokument.art == Dokument.Art.ANTWORT:
        return Form.ANTWORT
    if knoten.dokument.art == Dokument.Art.FRAGE:
        return Form.ANFRAGE
    return Form.VORLAGE if knoten.dokument.reihe.schluessel == "vorlage" else Form.SONSTIGES


def zahl(wert: float) -> str:
    """As SVG writes numbers."""
    return f"{wert:g}"


def _path(*teile: str | float) -> str:
    return " ".join(teil if isinstance(teil, str) else zahl(teil) for teil in teile)


def _rectangle(p: Platz) -> str:
    return _path("M", p.x, p.y, "h", p.breite, "v", p.hoehe, "h", -p.breite, "z")


def _pill(p: Platz) -> str:
    r, gerade = p.hoehe / 2, p.breite - p.hoehe
    bogen = ("a", r, r, "0 0 1 0")
    return _path("M", p.x + r, p.y, "h", gerade, *bogen, p.hoehe, "h", -gerade, *bogen, -p.hoehe, "z")


def _folded(p: Platz) -> str:
    return _path(
        "M", p.x, p.y, "h", p.breite - ECKE, "l", ECKE, ECKE, "v", p.hoehe - ECKE, "h", -p.breite, "z",
        "M", p.rechts - ECKE, p.y, "v", ECKE, "h", ECKE,
    )  # fmt: skip


def _hexagon(p: Platz) -> str:
    gerade, halb = p.breite - 2 * ECKE, p.hoehe / 2
    return _path(
        "M", p.x + ECKE, p.y, "h", gerade, "l", ECKE, halb, "l", -ECKE, halb, "h", -gerade, "l", -ECKE, -halb, "z"
    )  # fmt: skip


UMRISSE: dict[Form, Callable[[Platz], str]] = {
    Form.ANTWORT: _rectangle,
    Form.ANFRAGE: _pill,
    Form.VORLAGE: _folded,
    Form.SONSTIGES: _hexagon,
}
