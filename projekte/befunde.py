"""Plausibility of what a document says about projects, held against what is known of other papers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anfragen.befunde.ziffern import varianten
from anfragen.parsing.records import Befund, Dokumentnummer, Drucksache, Verweis, Verweistyp
from projekte.parsing import Kennungsschluessel, MehrdeutigeKennung, Namensvermutung, Projektaussage, Projektlesung

TITEL_PASST_NICHT = "titel-passt-nicht"
PROJEKTNAME_VERMUTET = "projektname-vermutet"
KENNUNG_MEHRDEUTIG = "kennung-mehrdeutig"
PROJEKT_UNBEKANNT = "projekt-unbekannt"

PROJEKT_VIELLEICHT_GENANNT = "projekt-vielleicht-genannt"
PROJEKTTITEL_VERMUTET = "projekttitel-vermutet"

# Below this many statements a document is no overview, and citing a paper about another project is no contradiction.
UEBERSICHT_AB = 3


@dataclass(frozen=True)
class Gegenstand:
    """The project that a paper is about or speaks of; `programm` is the key of its programme."""

    kennung: str
    name: str
    programm: str = ""

    @property
    def schluessel(self) -> Kennungsschluessel | None:
        return (self.programm, self.kennung) if self.kennung else None

    def __str__(self) -> str:
        return f"[{self.kennung}] {self.name}" if self.kennung else f"„{self.name}“"


@dataclass(frozen=True)
class Vermutung:
    """What a finding of `regel` supposes: that a printed name means a project, which it calls as `str` does.

    Staff decide about it, and nothing but the finding's text says what it is about; so it is read again from that.
    """

    regel: str
    name: str
    projekt: str

    @classmethod
    def aus(cls, vermutung: Namensvermutung) -> "Vermutung":
        bekannt = vermutung.name in vermutung.projekt.namen
        regel = PROJEKT_VIELLEICHT_GENANNT if bekannt else PROJEKTNAME_VERMUTET
        return cls(regel, vermutung.name, str(vermutung.projekt))

    @classmethod
    def lies(cls, regel: str, text: str) -> "Vermutung | None":
        """None for a text that none of these rules wrote."""
        treffer = _VERMUTUNG[regel].fullmatch(text) if regel in _VERMUTUNG else None
        return cls(regel, treffer["name"], treffer["projekt"]) if treffer else None

    @property
    def text(self) -> str:
        return _VERMUTUNGSTEXT[self.regel].format(name=self.name, projekt=self.projekt)


_VERMUTUNGSTEXT = {
    PROJEKTNAME_VERMUTET: "„{name}“ kann das Projekt {projekt} meinen. Als Aussage ist es nicht erfasst; bitte "
    "entscheiden.",
    PROJEKT_VIELLEICHT_GENANNT: "„{name}“ heißt das Projekt {projekt}; ob es hier gemeint ist, ist nicht sicher. Als "
    "Aussage ist es nicht erfasst; bitte entscheiden.",
    PROJEKTTITEL_VERMUTET: "„{name}“ im Titel kann das Projekt {projekt} meinen. Verknüpft ist es nicht; bitte "
    "entscheiden.",
}
_VERMUTUNG = {
    regel: re.compile(re.escape(text).replace(r"\{name\}", "(?P<name>.+?)").replace(r"\{projekt\}", "(?P<projekt>.+)"))
    for regel, text in _VERMUTUNGSTEXT.items()
}

Gegenstaende = Mapping[Dokumentnummer, Gegenstand]


def titel_passt_nicht(drucksache: Drucksache, lesung: Projektlesung, gegenstaende: Gegenstaende) -> list[Befund]:
    """`unpassende_zitate` of a document that has just been read."""
    genannt = [Gegenstand(aussage.kennung, aussage.name, aussage.programm) for aussage in lesung.projekte]
    return unpassende_zitate(drucksache.verweise, genannt, gegenstaende)


def unpassende_zitate(
    verweise: Sequence[Verweis], genannt: Iterable[Gegenstand], gegenstaende: Gegenstaende
) -> list[Befund]:
    """Cited papers about a project that the citing overview of projects doesn't speak of.

    `genannt` are the projects it speaks of, under each of their names. 17/11212 cites 10591 ("Digitale
    Modelldestination Ruhr") for KA 3939, but its table has no such project; it has [05-02], whose paper 17/10590 it
    doesn't cite. That one, a slip of the hand away, is the candidate.
    """
    projekte = list(genannt)
    kennungen = {projekt.schluessel for projekt in projekte if projekt.schluessel}
    namen = {projekt.name for projekt in projekte if projekt.name}
    if len(kennungen) < UEBERSICHT_AB:
        return []
    zitiert = {
        Dokumentnummer(verweis.wahlperiode, verweis.nummer): verweis
        for verweis in verweise
        if verweis.typ == Verweistyp.DRUCKSACHE and verweis.wahlperiode is not None
    }
    unzitiert = {
        nummer: gegenstand
        for nummer, gegenstand in gegenstaende.items()
        if gegenstand.schluessel in kennungen and nummer not in zitiert
    }
    befunde = []
    for nummer, verweis in zitiert.items():
        gegenstand = gegenstaende.get(nummer)
        if gegenstand is None or gegenstand.schluessel in kennungen or gegenstand.name in namen:
            continue
        zu = f" (zu KA {verweise[verweis.paar].nummer})" if verweis.paar is not None else ""
        text = f"Drucksache {nummer}{zu} handelt von {gegenstand}; davon spricht dieses Dokument nicht."
        if moeglich := _one_slip_away(nummer, unzitiert):
            text += (
                f" Vermutlich gemeint ist {moeglich} ({varianten(nummer.nummer)[moeglich.nummer]}): Sie handelt von "
                f"{unzitiert[moeglich]}, und davon spricht es, ohne sie zu zitieren."
            )
        befunde.append(Befund(TITEL_PASST_NICHT, text, ((verweis.beleg.start, verweis.beleg.ende),), moeglich))
    return befunde


def vermutete_namen(lesung: Projektlesung) -> list[Befund]:
    """Printed names that may mean a project on record, once for each name and project."""
    stellen: dict[Vermutung, list[tuple[int, int]]] = {}
    for einer in lesung.vermutungen:
        stellen.setdefault(Vermutung.aus(einer), []).append((einer.beleg.start, einer.beleg.ende))
    return [Befund(vermutung.regel, vermutung.text, tuple(belege)) for vermutung, belege in stellen.items()]


def mehrdeutige_kennungen(kennungen: Iterable[MehrdeutigeKennung]) -> list[Befund]:
    """Kennungen that may be of several programmes, once for each."""
    stellen: dict[tuple[str, tuple[str, ...]], list[tuple[int, int]]] = {}
    for eine in kennungen:
        stellen.setdefault((eine.kennung, eine.programme), []).append((eine.beleg.start, eine.beleg.ende))
    return [
        Befund(
            KENNUNG_MEHRDEUTIG,
            f"[{kennung}] kann ein Projekt mehrerer Programme meinen: {', '.join(programme)}. Welches, sagt der Text "
            "nicht. Als Aussage ist es nicht erfasst; bitte entscheiden und von Hand erfassen.",
            tuple(belege),
        )
        for (kennung, programme), belege in stellen.items()
    ]


def unbekannte_projekte(aussagen: Iterable[Projektaussage]) -> list[Befund]:
    """Statements about a Kennung that is not on record and stands under no known Handlungsfeld, once for each."""
    stellen: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for aussage in aussagen:
        stellen.setdefault((aussage.kennung, aussage.name), []).append((aussage.beleg.start, aussage.beleg.ende))
    return [
        Befund(
            PROJEKT_UNBEKANNT,
            f"[{kennung}]{f' „{name}“' if name else ''} ist kein erfasstes Projekt und steht unter keinem bekannten "
            "Handlungsfeld. Als Aussage ist es nicht erfasst; bitte das Projekt oder das Handlungsfeld anlegen und das "
            "Dokument erneut einlesen.",
            tuple(belege),
        )
        for (kennung, name), belege in stellen.items()
    ]


def _one_slip_away(nummer: Dokumentnummer, andere: Gegenstaende) -> Dokumentnummer | None:
    """The nearest of those numbers that a slip of the hand turns into `nummer`."""
    formen = varianten(nummer.nummer)
    moeglich = [n for n in andere if n.wahlperiode == nummer.wahlperiode and n.nummer in formen]
    return min(moeglich, key=lambda n: (abs(n.nummer - nummer.nummer), n), default=None)
