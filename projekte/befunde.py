"""Plausibility of what a document says about projects, held against what is known of other papers."""

from collections.abc import Mapping
from dataclasses import dataclass

from anfragen.parsing.records import Befund, Dokumentnummer, Drucksache, Verweistyp
from projekte.parsing import Projektlesung

# Below this many statements a document is no overview, and citing a paper about another project is no contradiction.
UEBERSICHT_AB = 3


@dataclass(frozen=True)
class Gegenstand:
    """The project that a paper is about."""

    kennung: str
    name: str

    def __str__(self) -> str:
        return f"[{self.kennung}] {self.name}" if self.kennung else f"„{self.name}“"


Gegenstaende = Mapping[Dokumentnummer, Gegenstand]


def titel_passt_nicht(drucksache: Drucksache, lesung: Projektlesung, gegenstaende: Gegenstaende) -> list[Befund]:
    """Cited papers about a project that the citing overview of projects doesn't speak of.

    17/11212 cites 10591 ("Digitale Modelldestination Ruhr") for KA 3939, but its table has no such project; it has
    [05-02], whose paper 17/10590 it doesn't cite. That one, the nearest by number, is named as what may be meant.
    """
    genannt = {aussage.kennung for aussage in lesung.projekte if aussage.kennung}
    namen = {aussage.name for aussage in lesung.projekte}
    if len(genannt) < UEBERSICHT_AB:
        return []
    zitiert = {
        Dokumentnummer(verweis.wahlperiode, verweis.nummer): verweis
        for verweis in drucksache.verweise
        if verweis.typ == Verweistyp.DRUCKSACHE and verweis.wahlperiode is not None
    }
    unzitiert = {
        nummer: gegenstand
        for nummer, gegenstand in gegenstaende.items()
        if gegenstand.kennung in genannt and nummer not in zitiert
    }
    befunde = []
    for nummer, verweis in zitiert.items():
        gegenstand = gegenstaende.get(nummer)
        if gegenstand is None or gegenstand.kennung in genannt or gegenstand.name in namen:
            continue
        zu = f" (zu KA {drucksache.verweise[verweis.paar].nummer})" if verweis.paar is not None else ""
        text = f"Drucksache {nummer}{zu} handelt von {gegenstand}; davon spricht dieses Dokument nicht."
        if moeglich := _nearest(nummer, unzitiert):
            text += f" Nicht zitiert ist {moeglich} zu {unzitiert[moeglich]}: vielleicht ist diese gemeint."
        befunde.append(Befund("titel-passt-nicht", text, ((verweis.beleg.start, verweis.beleg.ende),)))
    return befunde


def vermutete_namen(lesung: Projektlesung) -> list[Befund]:
    """Printed names that may mean a project on record, once for each name and project."""
    stellen: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for vermutung in lesung.vermutungen:
        stelle = (vermutung.beleg.start, vermutung.beleg.ende)
        stellen.setdefault((vermutung.name, str(vermutung.projekt)), []).append(stelle)
    return [
        Befund(
            "projektname-vermutet",
            f"„{name}“ kann das Projekt {projekt} meinen. Als Aussage ist es nicht erfasst; bitte entscheiden.",
            tuple(belege),
        )
        for (name, projekt), belege in stellen.items()
    ]


def _nearest(nummer: Dokumentnummer, andere: Gegenstaende) -> Dokumentnummer | None:
    derselben = [andere_nummer for andere_nummer in andere if andere_nummer.wahlperiode == nummer.wahlperiode]
    return min(derselben, key=lambda n: (abs(n.nummer - nummer.nummer), n), default=None)
