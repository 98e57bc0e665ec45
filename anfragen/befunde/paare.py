"""Anfragen printed with a Drucksache ("3973 (LT-Drs. 10564)"), held against the list itself and against the record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from anfragen.befunde.fund import Fund, aufzaehlung, spannen
from anfragen.befunde.lage import Lage, Paar, Schluessel, schluessel
from anfragen.befunde.ziffern import varianten
from anfragen.models import Anfrage, Dokument, Verweis
from anfragen.parsing.verweise.befunde import contradicting_pairs

# Answers to neighbouring Anfragen have numbers close to each other; further apart, lying between says nothing.
NACHBARN_HOECHSTENS = 50


def widersprechende_paare(lage: Lage) -> Iterator[Fund]:
    """One Drucksache for two Anfragen, one Anfrage with two Drucksachen: what reading found, as references stand now.

    17/11212 prints 10564 for KA 3973 and for KA 3986. Once staff lead the first to 17/10654, nothing contradicts.
    """
    for pk in lage.verweise:
        for befund in contradicting_pairs(lage.gedruckt(pk)):
            stellen = tuple(stelle for stelle in befund.belege if stelle[0] < stelle[1])
            yield Fund(pk, befund.regel, befund.text, stellen)


@dataclass
class Zweifel:
    """A Drucksache that may be misprinted: why it doesn't fit, and which papers would, each in German predicates."""

    paar: Paar
    gruende: list[str]
    kandidaten: dict[Schluessel, list[str]] = field(default_factory=dict)


def unpassende_drucksachen(lage: Lage) -> Iterator[Fund]:
    """Drucksachen that don't belong to the Anfrage they are printed for, with the one that is probably meant.

    A slip of the hand ("zahlendreher") needs two things: a reason against the printed number, and exactly one paper
    that we hold, one slip away, with a reason for it. 10564 is printed for KA 3973, but also for KA 3986, which it
    answers; 10654 lies between 10653 (KA 3972) and 10656 (KA 3975). Without such a paper it is only a contradiction
    to the record ("paar-passt-nicht").
    """
    zweifel = [z for paare in lage.paare.values() for z in _doubts(paare, lage)]
    bekannt = lage.vorhandene({kandidat for z in zweifel for kandidat in z.kandidaten})
    for einer in zweifel:
        moeglich = [kandidat for kandidat in einer.kandidaten if kandidat in bekannt]
        if len(moeglich) == 1:
            yield _zahlendreher(einer, bekannt[moeglich[0]], einer.kandidaten[moeglich[0]])
        elif fremd := _others(einer.paar, lage):
            yield _paar_passt_nicht(einer.paar, fremd, _papers(einer.paar, lage))


def _doubts(paare: list[Paar], lage: Lage) -> Iterator[Zweifel]:
    """The pairs of one document with a reason against them."""
    zwischen = _between(paare)
    for paar in paare:
        drucksache = paar.drucksache
        if _key(drucksache) in {schluessel(papier) for papier in _papers(paar, lage)}:
            continue  # the record says the same
        gruende = [
            f"ist auch für {_name(anderes)} angegeben"
            for anderes in paare
            if _key(anderes.drucksache) == _key(drucksache) and _name(anderes) != _name(paar)
        ]
        if fremd := _others(paar, lage):
            gruende.append(f"ist zu {aufzaehlung(anfrage.kennung for anfrage in fremd)} erfasst")
        if drucksache.ziel_dokument is None or drucksache.ziel_dokument.nur_zitiert:
            gruende.append("liegt nicht vor")
        if gruende:
            yield Zweifel(paar, list(dict.fromkeys(gruende)), _candidates(paar, zwischen.get(drucksache.pk), lage))


def _candidates(paar: Paar, nachbarn: tuple[Paar, Paar] | None, lage: Lage) -> dict[Schluessel, list[str]]:
    """The numbers one slip away that something speaks for, whether we hold the papers or not."""
    kandidaten: dict[Schluessel, list[str]] = {}
    gedruckt = _key(paar.drucksache)
    if gedruckt is None:
        return {}
    formen = varianten(paar.drucksache.nummer)
    for papier in _papers(paar, lage):
        if papier.nummer in formen and schluessel(papier)[:3] == gedruckt[:3]:
            kandidaten.setdefault(schluessel(papier), []).append(f"ist zu {_name(paar)} erfasst")
    if nachbarn:
        unten, oben = nachbarn
        von, bis = unten.drucksache.nummer, oben.drucksache.nummer
        grund = f"liegt zwischen {von} ({_name(unten)}) und {bis} ({_name(oben)})"
        for nummer in formen:
            if von < nummer < bis:
                kandidaten.setdefault((*gedruckt[:3], nummer), []).append(grund)
    return kandidaten


def _between(paare: list[Paar]) -> dict[int, tuple[Paar, Paar]]:
    """By reference the pairs of the next lower and the next higher Anfrage, if its number should lie between theirs and
    doesn't."""
    reihe = sorted(
        (paar for paar in paare if paar.anfrage.typ == Verweis.Typ.KLEINE_ANFRAGE),
        key=lambda paar: (paar.drucksache.wahlperiode_nummer or 0, paar.anfrage.nummer),
    )
    zwischen = {}
    for (unten, paar), (_, oben) in pairwise(pairwise(reihe)):
        gleich = {p.drucksache.wahlperiode_nummer for p in (unten, paar, oben)}
        von, nummer, bis = (p.drucksache.nummer for p in (unten, paar, oben))
        if len(gleich) == 1 and 0 < bis - von <= NACHBARN_HOECHSTENS and not von <= nummer <= bis:
            zwischen[paar.drucksache.pk] = (unten, oben)
    return zwischen


def _key(drucksache: Verweis) -> Schluessel | None:
    """The printed Drucksache as the key of a paper; None without Wahlperiode."""
    if drucksache.wahlperiode_nummer is None:
        return None
    parlament = drucksache.dokument.wahlperiode.parlament_id
    return parlament, drucksache.wahlperiode_nummer, "drucksache", drucksache.nummer


def _papers(paar: Paar, lage: Lage) -> list[Dokument]:
    """What is on record for the Anfrage of a pair."""
    return lage.papiere_zu.get(paar.anfrage.ziel_anfrage_id or 0, [])


def _others(paar: Paar, lage: Lage) -> list[Anfrage]:
    """The Anfragen of other numbers that the printed Drucksache is on record for, if it is for none of this number."""
    erfasst = lage.anfragen_zu.get(paar.drucksache.ziel_dokument_id or 0, [])
    # Of an Anfrage without number (an index gives none) nobody can say that it is another one.
    return [] if any(anfrage.nummer in (None, paar.anfrage.nummer) for anfrage in erfasst) else erfasst


def _zahlendreher(zweifel: Zweifel, kandidat: Dokument, dafuer: Iterable[str]) -> Fund:
    drucksache = zweifel.paar.drucksache
    wie = varianten(drucksache.nummer)[kandidat.nummer]
    text = (
        f"Drucksache {drucksache.kennung} ist für {_name(zweifel.paar)} angegeben, sie {aufzaehlung(zweifel.gruende)}. "
        f"Vermutlich gemeint ist {kandidat.kennung} ({wie}): Sie {aufzaehlung(dafuer)}."
    )
    return _fund("zahlendreher", zweifel.paar, text, kandidat)


def _paar_passt_nicht(paar: Paar, fremd: list[Anfrage], eigene: list[Dokument]) -> Fund:
    text = (
        f"Drucksache {paar.drucksache.kennung} ist für {_name(paar)} angegeben, erfasst ist sie zu "
        f"{aufzaehlung(anfrage.kennung for anfrage in fremd)}."
    )
    if eigene:
        text += f" Zu {_name(paar)} ist {aufzaehlung(papier.kennung for papier in eigene)} erfasst."
    return _fund("paar-passt-nicht", paar, text, eigene[0] if len(eigene) == 1 else None)


def _fund(regel: str, paar: Paar, text: str, kandidat: Dokument | None) -> Fund:
    """Shows the pair from the Anfrage to the Drucksache printed for it."""
    stellen = spannen(paar.anfrage, paar.drucksache)
    ganz = ((min(stellen)[0], max(stellen)[1]),) if stellen else ()
    return Fund(paar.drucksache.dokument_id, regel, text, ganz, paar.drucksache.pk, kandidat.pk if kandidat else None)


def _name(paar: Paar) -> str:
    kurz = "KA" if paar.anfrage.typ == Verweis.Typ.KLEINE_ANFRAGE else "GA"
    return f"{kurz} {paar.anfrage.nummer}"
