"""The picture of a network: outlines, words and arrows as the template writes them into the SVG.

Numbers leave here as text, because a template would write them the German way, with commas.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from django.urls import NoReverseMatch
from django.utils.formats import date_format

from anfragen.models import Dokument, Verweis
from anfragen.netz.anordnung import Anordnung, Platz, arrange
from anfragen.netz.beschriftung import breite, fit, without_common_beginning
from anfragen.netz.umfeld import Kante, Knoten, Netz, Zustand

MAX_PFEILE = 400
INNEN = 13  # from the outline to the words
NUMMER, KLEIN, TITEL, ENG = 14.0, 12.0, 12.5, 12.0  # type sizes
ECKE = 9  # of a folded or cut corner


class Form(Enum):
    """What a paper is, told by the outline of its node."""

    ANTWORT = "Antwort"
    ANFRAGE = "Anfrage"
    VORLAGE = "Vorlage"
    SONSTIGES = "anderes Dokument"


@dataclass(frozen=True)
class Wort:
    text: str
    x: str
    y: str
    klasse: str
    anker: str = "start"


@dataclass(frozen=True)
class Kasten:
    """A node: a link where the paper has a page; `name` says in words what the drawing says in forms."""

    adresse: str
    umriss: str
    klasse: str
    name: str
    worte: list[Wort]


@dataclass(frozen=True)
class Pfeil:
    weg: str
    klasse: str


@dataclass(frozen=True)
class Bild:
    breite: str
    hoehe: str
    koepfe: list[Wort]
    kaesten: list[Kasten]
    pfeile: list[Pfeil]
    pfeile_weggelassen: int


def draw(netz: Netz) -> Bild:
    schritte = {knoten.id: knoten.schritt for knoten in netz.knoten}

    def entfernung(kante: Kante) -> int:
        return abs(schritte[kante.von] - schritte[kante.nach])

    # Those between neighbouring columns first: they tell why a paper is there.
    kanten = sorted(netz.kanten, key=lambda kante: entfernung(kante) != 1)
    gezeichnet = kanten[:MAX_PFEILE]
    anordnung = arrange(schritte, [(kante.von, kante.nach) for kante in gezeichnet])
    titel = [_titel(netz.mitte), *without_common_beginning([_titel(knoten) for knoten in netz.knoten[1:]])]
    kaesten = [
        _node(knoten, kurz, anordnung.plaetze[knoten.id], anordnung.locker, netz)
        for knoten, kurz in zip(netz.knoten, titel, strict=True)
    ]
    pfeile = [
        Pfeil(weg, "netz-pfeil" if entfernung(kante) == 1 else "netz-pfeil netz-pfeil--quer")
        for kante, weg in zip(gezeichnet, anordnung.wege, strict=True)
    ]
    return Bild(
        _zahl(anordnung.breite),
        _zahl(anordnung.hoehe),
        _heads(anordnung, netz),
        kaesten,
        pfeile,
        len(kanten) - len(gezeichnet),
    )


def form(knoten: Knoten) -> Form:
    if knoten.dokument is None:
        return _FORM_JE_TYP.get(Verweis.Typ(knoten.verweis.typ), Form.SONSTIGES) if knoten.verweis else Form.SONSTIGES
    if knoten.dokument.art == Dokument.Art.ANTWORT:
        return Form.ANTWORT
    if knoten.dokument.art == Dokument.Art.FRAGE:
        return Form.ANFRAGE
    return Form.VORLAGE if knoten.dokument.reihe.schluessel == "vorlage" else Form.SONSTIGES


def adresse(knoten: Knoten, mitte: Dokument) -> str:
    """Of the paper's page; of the text that cites it where nobody knows which paper is meant; empty without a page."""
    try:
        if knoten.dokument is None:
            return f"{mitte.get_absolute_url()}#wortlaut"
        return knoten.dokument.get_absolute_url()
    except NoReverseMatch:  # such as a reprint called “1. neu”
        return ""


_FORM_JE_TYP = {
    Verweis.Typ.VORLAGE: Form.VORLAGE,
    Verweis.Typ.KLEINE_ANFRAGE: Form.ANFRAGE,
    Verweis.Typ.GROSSE_ANFRAGE: Form.ANFRAGE,
}
_KOEPFE = {-2: "zitieren diese", -1: "zitieren {}", 1: "von {} zitiert", 2: "von diesen zitiert"}
_ZUSTAENDE = {Zustand.DA: "liegt vor", Zustand.ZITIERT: "nur zitiert", Zustand.MEHRDEUTIG: "mehrdeutig"}


def _zahl(wert: float) -> str:
    return f"{wert:g}"


def _titel(knoten: Knoten) -> str:
    return knoten.dokument.titel if knoten.dokument else ""


def nummer(knoten: Knoten) -> str:
    """`17/10653`, and with the series where it isn't a Drucksache: `Vorlage 17/3748`."""
    if knoten.dokument is None:
        return knoten.verweis.wortlaut if knoten.verweis else ""
    return knoten.dokument.kennung if knoten.dokument.reihe.schluessel == "drucksache" else str(knoten.dokument)


def _heads(anordnung: Anordnung, netz: Netz) -> list[Wort]:
    anzahl = Counter(netz.schritte.values())
    return [
        Wort(
            f"{_KOEPFE[s.schritt].format(nummer(netz.mitte))} ({anzahl[s.schritt]})",
            _zahl(s.links),
            _zahl(s.oben - 12),
            "netz-kopf",
        )
        for s in anordnung.spalten
        if s.schritt in _KOEPFE
    ]


def _node(knoten: Knoten, kurz: str, platz: Platz, locker: bool, netz: Netz) -> Kasten:
    art = form(knoten)
    klasse = f"netz-knoten netz-knoten--{'mitte' if knoten is netz.mitte else knoten.zustand}"
    zweizeilig = locker or knoten is netz.mitte
    worte = _two_lines(knoten, art, kurz, platz) if zweizeilig else _one_line(knoten, kurz, platz)
    teile = [art.value, nummer(knoten), _titel(knoten), _ZUSTAENDE[knoten.zustand]]
    ziel = adresse(knoten, netz.mitte.dokument) if netz.mitte.dokument else ""
    return Kasten(ziel, _UMRISSE[art](platz), klasse, ", ".join(teil for teil in teile if teil), worte)


def _two_lines(knoten: Knoten, art: Form, kurz: str, platz: Platz) -> list[Wort]:
    links, rechts = platz.x + INNEN, platz.rechts - INNEN
    oben, unten = platz.mitte - 4, platz.mitte + 14
    name = fit(nummer(knoten), NUMMER, rechts - links)
    worte = [Wort(name, _zahl(links), _zahl(oben), "netz-nummer")]
    frei = rechts - links - breite(name, NUMMER) - 10
    if neben := next((wort for wort in _beside(knoten, art) if breite(wort, KLEIN) <= frei), ""):
        worte.append(Wort(neben, _zahl(rechts), _zahl(oben), "netz-klein", "end"))
    if kurz:
        worte.append(Wort(fit(kurz, TITEL, rechts - links), _zahl(links), _zahl(unten), "netz-titel"))
    else:
        worte.append(Wort(_without_title(knoten), _zahl(links), _zahl(unten), "netz-klein"))
    return worte


def _beside(knoten: Knoten, art: Form) -> list[str]:
    """What may stand beside the number, the fullest first."""
    datum = knoten.dokument.datum if knoten.dokument else None
    tag = date_format(datum, "d.m.Y") if datum else ""
    wort = art.value if art in {Form.ANTWORT, Form.ANFRAGE} else ""
    return [" · ".join(filter(None, [wort, tag])), wort or tag]


def _without_title(knoten: Knoten) -> str:
    if knoten.zustand == Zustand.MEHRDEUTIG:
        return "▲ mehrdeutig"
    return "nur zitiert" if knoten.zustand == Zustand.ZITIERT else "Titel fehlt"


def _one_line(knoten: Knoten, kurz: str, platz: Platz) -> list[Wort]:
    links, grundlinie = platz.x + INNEN, _zahl(platz.mitte + 4)
    name = fit(nummer(knoten), ENG, platz.breite - 2 * INNEN)
    worte = [Wort(name, _zahl(links), grundlinie, "netz-nummer netz-nummer--eng")]
    versatz = breite(name, ENG) + 8
    if rest := fit(kurz or _without_title(knoten), ENG, platz.breite - 2 * INNEN - versatz):
        klasse = "netz-titel netz-titel--eng" if kurz else "netz-klein"
        worte.append(Wort(rest, _zahl(links + versatz), grundlinie, klasse))
    return worte


def _path(*teile: str | float) -> str:
    return " ".join(teil if isinstance(teil, str) else _zahl(teil) for teil in teile)


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


_UMRISSE: dict[Form, Callable[[Platz], str]] = {
    Form.ANTWORT: _rectangle,
    Form.ANFRAGE: _pill,
    Form.VORLAGE: _folded,
    Form.SONSTIGES: _hexagon,
}
