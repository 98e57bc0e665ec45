"""Where each node of a picture stands and how its edges run: from a graph to places, without a database.

Nodes stand in columns by their step. A long column is set in up to three lanes, each a third of a row lower than the
one before, so that an edge to the last lane passes between the nodes of the first. No edge of neighbouring columns
crosses a node, and no two nodes touch. The same graph gives the same picture.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

RAND = 12
KOPF = 34  # above the nodes, for the head of a column
GASSE, ENGE_GASSE = 96, 64  # between up to three columns or more, for the edges to bend in
SPUR_ABSTAND = 14
BREITE = 1160  # what the page has room for
SCHMALSTE, BREITESTE = 176, 420
SCHMALSTE_ZEILE = 216  # where number and title share one line
MITTE = 54
FAECHER_RAND = 8


@dataclass(frozen=True)
class Dichte:
    """How a column with up to `bis` nodes is set: `abstand` is from one node to the next, in whichever lane."""

    bis: float
    spuren: int
    hoehe: int
    abstand: int


LOCKER = Dichte(24, 1, 44, 54)
ENG = (Dichte(36, 1, 24, 30), Dichte(80, 2, 24, 16), Dichte(float("inf"), 3, 24, 14))


@dataclass(frozen=True)
class Platz:
    """A rectangle: upper left corner and size."""

    x: float
    y: float
    breite: float
    hoehe: float

    @property
    def mitte(self) -> float:
        return self.y + self.hoehe / 2

    @property
    def rechts(self) -> float:
        return self.x + self.breite


@dataclass(frozen=True)
class Spalte:
    """`oben` is where its first node begins."""

    schritt: int
    links: float
    rechts: float
    oben: float = 0


@dataclass(frozen=True)
class Anordnung:
    """`wege` are the data of SVG paths, in the order of the edges; `locker`, whether a node has room for two lines."""

    breite: float
    hoehe: float
    locker: bool
    spalten: list[Spalte]
    plaetze: dict[int, Platz]
    wege: list[str]


def arrange(knoten: Mapping[int, int], kanten: Sequence[tuple[int, int]]) -> Anordnung:
    """`knoten` names the step of each node, 0 for the one in the middle, in the order to show them within a step."""
    schritte = sorted(set(knoten.values()))
    reihen = {schritt: [k for k, s in knoten.items() if s == schritt] for schritt in schritte}
    nachbarn = _neighbours(knoten, kanten)
    locker = all(len(reihe) <= LOCKER.bis for reihe in reihen.values())
    dichten = {s: LOCKER if locker else next(d for d in ENG if len(reihe) <= d.bis) for s, reihe in reihen.items()}
    for schritt in sorted(schritte, key=abs):
        if abs(schritt) > 1:
            reihen[schritt] = _by_neighbours(reihen[schritt], reihen[_nearer(schritt)], nachbarn)
    hoehen = _heights(reihen, dichten, nachbarn)
    spalten = {
        spalte.schritt: spalte
        for spalte in _columns({s: dichten[s].spuren for s in schritte}, SCHMALSTE if locker else SCHMALSTE_ZEILE)
    }
    plaetze: dict[int, Platz] = {}
    for schritt, reihe in reihen.items():
        plaetze |= _places(reihe, spalten[schritt], dichten[schritt], hoehen)
    ports = _ports(kanten, knoten, plaetze)
    wege = [
        _path(
            plaetze[von],
            plaetze[nach],
            spalten[knoten[von]],
            spalten[knoten[nach]],
            ports[von, nach],
            ports[nach, von],
        )
        for von, nach in kanten
    ]
    breite = spalten[schritte[-1]].rechts + RAND
    hoehe = max(platz.y + platz.hoehe for platz in plaetze.values()) + RAND
    koepfe = [replace(s, oben=min(plaetze[k].y for k in reihen[s.schritt])) for s in spalten.values()]
    return Anordnung(breite, hoehe, locker, koepfe, plaetze, wege)


def _places(reihe: list[int], spalte: Spalte, dichte: Dichte, hoehen: Mapping[int, float]) -> dict[int, Platz]:
    breite = (spalte.rechts - spalte.links - (dichte.spuren - 1) * SPUR_ABSTAND) / dichte.spuren
    hoehe = MITTE if spalte.schritt == 0 else dichte.hoehe
    return {
        schluessel: Platz(
            spalte.links + i % dichte.spuren * (breite + SPUR_ABSTAND), hoehen[schluessel] - hoehe / 2, breite, hoehe
        )
        for i, schluessel in enumerate(reihe)
    }


def spread(wuensche: Sequence[float], abstand: float) -> list[float]:
    """The places nearest to those wished for, in the same order and at least `abstand` apart.

    Pools neighbours that come too near and sets each pool around the mean of its wishes, which is the least sum of
    squared distances.
    """
    gruppen: list[tuple[float, int]] = []  # (mean of the wishes less the distance from the first, how many)
    for i, wunsch in enumerate(wuensche):
        mittel, anzahl = wunsch - i * abstand, 1
        while gruppen and gruppen[-1][0] > mittel:
            davor, wie_viele = gruppen.pop()
            mittel = (davor * wie_viele + mittel * anzahl) / (anzahl + wie_viele)
            anzahl += wie_viele
        gruppen.append((mittel, anzahl))
    ohne_abstand = [mittel for mittel, anzahl in gruppen for _ in range(anzahl)]
    return [wert + i * abstand for i, wert in enumerate(ohne_abstand)]


def _nearer(schritt: int) -> int:
    return schritt - 1 if schritt > 0 else schritt + 1


def _neighbours(knoten: Mapping[int, int], kanten: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    nachbarn = defaultdict(list)
    for von, nach in kanten:
        if abs(knoten[von] - knoten[nach]) == 1:
            nachbarn[von].append(nach)
            nachbarn[nach].append(von)
    return nachbarn


def _by_neighbours(reihe: list[int], naehere: list[int], nachbarn: Mapping[int, list[int]]) -> list[int]:
    """Beside what they are connected with, which keeps edges from crossing."""
    stelle = {schluessel: float(i) for i, schluessel in enumerate(naehere)}
    return sorted(reihe, key=lambda schluessel: _mean(nachbarn[schluessel], stelle, len(naehere)))


def _mean(schluessel: Iterable[int], werte: Mapping[int, float], sonst: float) -> float:
    bekannt = [werte[einer] for einer in schluessel if einer in werte]
    return sum(bekannt) / len(bekannt) if bekannt else sonst


def _heights(
    reihen: Mapping[int, list[int]], dichten: Mapping[int, Dichte], nachbarn: Mapping[int, list[int]]
) -> dict[int, float]:
    """The middles of the nodes: the longest column evenly, then each next to it beside what it is connected with."""
    laengste = max(reihen, key=lambda s: (len(reihen[s]) * dichten[s].abstand, -abs(s), s))
    hoehen = {schluessel: i * float(dichten[laengste].abstand) for i, schluessel in enumerate(reihen[laengste])}
    mitte = max(hoehen.values()) / 2
    for schritt in sorted(reihen, key=lambda s: (abs(s - laengste), s))[1:]:
        wuensche = [_mean(nachbarn[schluessel], hoehen, mitte) for schluessel in reihen[schritt]]
        hoehen |= zip(reihen[schritt], spread(wuensche, dichten[schritt].abstand), strict=True)
    oben = min(hoehen.values()) - MITTE / 2
    return {schluessel: hoehe - oben + RAND + KOPF for schluessel, hoehe in hoehen.items()}


def _columns(spuren: Mapping[int, int], schmalste: float) -> list[Spalte]:
    """Equally wide lanes that fill the page, unless they would be too narrow to read or too wide."""
    gasse = GASSE if len(spuren) < 4 else ENGE_GASSE
    zwischen = gasse * (len(spuren) - 1) + SPUR_ABSTAND * sum(n - 1 for n in spuren.values())
    breite = min(max((BREITE - 2 * RAND - zwischen) / sum(spuren.values()), schmalste), BREITESTE)
    spalten: list[Spalte] = []
    for schritt, anzahl in spuren.items():
        links = spalten[-1].rechts + gasse if spalten else RAND
        spalten.append(Spalte(schritt, links, links + anzahl * breite + (anzahl - 1) * SPUR_ABSTAND))
    return spalten


def _path(von: Platz, nach: Platz, aus: Spalte, ein: Spalte, y1: float, y2: float) -> str:
    """Straight out of the column, a bend, and straight into the other one, or back into the same."""
    if aus is ein:
        x1, ab, an, x2 = von.rechts, aus.rechts, aus.rechts, nach.rechts
        bogen = ab + ENGE_GASSE / 2
    elif aus.links < ein.links:
        x1, ab, an, x2 = von.rechts, aus.rechts, ein.links, nach.x
        bogen = (ab + an) / 2
    else:
        x1, ab, an, x2 = von.x, aus.links, ein.rechts, nach.rechts
        bogen = (ab + an) / 2
    return f"M{x1:g} {y1:g}H{ab:g}C{bogen:g} {y1:g} {bogen:g} {y2:g} {an:g} {y2:g}H{x2:g}"


def _ports(
    kanten: Sequence[tuple[int, int]], knoten: Mapping[int, int], plaetze: Mapping[int, Platz]
) -> dict[tuple[int, int], float]:
    """At which height each edge meets its first node: in the middle of it. At the node in the middle of the picture
    they would lie upon each other, so there they fan out."""
    enden = [*kanten, *((nach, von) for von, nach in kanten)]
    hoehen = {(hier, dort): plaetze[hier].mitte for hier, dort in enden}
    for rechts in (False, True):
        am_mittleren = {(h, d) for h, d in enden if knoten[h] == 0 and (knoten[d] > 0) is rechts}
        for i, ende in enumerate(sorted(am_mittleren, key=lambda ende: plaetze[ende[1]].mitte)):
            platz = plaetze[ende[0]]
            hoehen[ende] = platz.y + FAECHER_RAND + (i + 0.5) / len(am_mittleren) * (platz.hoehe - 2 * FAECHER_RAND)
    return hoehen
