"""The picture of a network: outlines, words and arrows as the template writes them into the SVG.

Numbers leave here as text, because a template would write them the German way, with commas.
"""

from collections import Counter
from dataclasses import dataclass

from django.urls import NoReverseMatch
from django.utils.formats import date_format

from anfragen.models import Dokument
from anfragen.netz.anordnung import Anordnung, Platz, arrange
from anfragen.netz.beschriftung import breite, fit, without_common_beginning
from anfragen.netz.formen import UMRISSE, Form, form, zahl
from anfragen.netz.umfeld import Kante, Knoten, Netz, Zustand

MAX_PFEILE = 400
INNEN = 13  # from the outline to the words
NUMMER, KLEIN, TITEL, ENG = 14.0, 12.0, 12.5, 12.0  # type sizes


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
        zahl(anordnung.breite),
        zahl(anordnung.hoehe),
        _heads(anordnung, netz),
        kaesten,
        pfeile,
        len(kanten) - len(gezeichnet),
    )


def nummer(knoten: Knoten) -> str:
    """`17/10653`, and with the series where it isn't a Drucksache: `Vorlage 17/3748`."""
    if knoten.dokument is None:
        return knoten.verweis.wortlaut if knoten.verweis else ""
    return knoten.dokument.kennung if knoten.dokument.reihe.schluessel == "drucksache" else str(knoten.dokument)


def adresse(dokument: Dokument) -> str:
    """Of the paper's page; empty where no page shows it, such as a reprint called “1. neu”."""
    try:
        return dokument.get_absolute_url()
    except NoReverseMatch:
        return ""


_KOEPFE = {-2: "zitieren diese", -1: "zitieren {}", 1: "von {} zitiert", 2: "von diesen zitiert"}
_ZUSTAENDE = {Zustand.DA: "liegt vor", Zustand.ZITIERT: "nur zitiert", Zustand.MEHRDEUTIG: "mehrdeutig"}


def _titel(knoten: Knoten) -> str:
    return knoten.dokument.titel if knoten.dokument else ""


def _heads(anordnung: Anordnung, netz: Netz) -> list[Wort]:
    anzahl = Counter(netz.schritte.values())
    return [
        Wort(
            f"{_KOEPFE[s.schritt].format(nummer(netz.mitte))} ({anzahl[s.schritt]})",
            zahl(s.links),
            zahl(s.oben - 12),
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
    # Where nobody knows which paper is meant, the text that cites it is the place to look.
    ziel = adresse(knoten.dokument) if knoten.dokument else "../#wortlaut"
    return Kasten(ziel, UMRISSE[art](platz), klasse, ", ".join(teil for teil in teile if teil), worte)


def _two_lines(knoten: Knoten, art: Form, kurz: str, platz: Platz) -> list[Wort]:
    links, rechts = platz.x + INNEN, platz.rechts - INNEN
    oben, unten = platz.mitte - 4, platz.mitte + 14
    name = fit(nummer(knoten), NUMMER, rechts - links)
    worte = [Wort(name, zahl(links), zahl(oben), "netz-nummer")]
    frei = rechts - links - breite(name, NUMMER) - 10
    if neben := next((wort for wort in _beside(knoten, art) if breite(wort, KLEIN) <= frei), ""):
        worte.append(Wort(neben, zahl(rechts), zahl(oben), "netz-klein", "end"))
    if kurz:
        worte.append(Wort(fit(kurz, TITEL, rechts - links), zahl(links), zahl(unten), "netz-titel"))
    else:
        worte.append(Wort(_without_title(knoten), zahl(links), zahl(unten), "netz-klein"))
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
    links, grundlinie = platz.x + INNEN, zahl(platz.mitte + 4)
    name = fit(nummer(knoten), ENG, platz.breite - 2 * INNEN)
    worte = [Wort(name, zahl(links), grundlinie, "netz-nummer netz-nummer--eng")]
    versatz = breite(name, ENG) + 8
    if rest := fit(kurz or _without_title(knoten), ENG, platz.breite - 2 * INNEN - versatz):
        klasse = "netz-titel netz-titel--eng" if kurz else "netz-klein"
        worte.append(Wort(rest, zahl(links + versatz), grundlinie, klasse))
    return worte
