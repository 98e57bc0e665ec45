"""Statements in running text: the sentence that mentions a project, by its Kennung or by its name alone."""

import re
from collections.abc import Mapping
from dataclasses import replace

from anfragen.parsing import saetze
from anfragen.parsing.records import Beleg
from anfragen.parsing.text import Lesetext
from projekte.parsing import kennzahlen, namen, orte
from projekte.parsing.bekannt import Kennungsschluessel
from projekte.parsing.programme import Zuordnung
from projekte.parsing.records import MehrdeutigeKennung, Namensvermutung, Projektaussage

# "das Projekt Open District Hub (04-06)": with this before it, a pair of numbers in round brackets is a Kennung
PROJEKT_DAVOR = re.compile(r"\b(?:Teilp|P)rojekt(?:e[sn]?|s)? [^.;:()\[\]]{0,120}$")
WEITE_DAVOR = 130
# "Das Projekt [13-02] steht damit in keinem Zusammenhang.": it says nothing but that it is about another thing
KEIN_ZUSAMMENHANG = re.compile(
    r"\bin keine[mr] (?:\w{1,30} )?(?:Zusammenhang|Verbindung)\b|\bkeine[nr]? (?:\w{1,30} )?Zusammenhang\b"
    r"|\bZusammenhang [^,;.]{0,120}\bbesteht nicht\b|\bnichts [^,;.]{0,80}\bzu tun\b"
)
# One that goes on ("..., wird aber gefördert") is a statement.
GEHT_WEITER = re.compile(r"[,;]|\b(?:sondern|aber|jedoch)\b")

KENNUNG = "erwaehnung"
NAME = "projektname"


def find(
    text: Lesetext,
    gegliedert: saetze.Saetze,
    besetzt: list[tuple[int, int]],
    regierung: list[tuple[int, int]],
    gedruckt: Mapping[Kennungsschluessel, str],
    zuordnung: Zuordnung,
) -> tuple[list[Projektaussage], list[Namensvermutung], list[MehrdeutigeKennung]]:
    """The mentions outside of `besetzt`, the rows of tables, and what only may mean a project: names, and Kennungen.

    A Kennung counts anywhere in the document, a name alone only in `regierung`, what the government says. `gedruckt`
    maps a Kennung to the name that a table of the document gives it.
    """
    suche = _Suche(text, gegliedert, besetzt, gedruckt, zuordnung)
    suche.by_kennung()
    suche.by_name(regierung)
    return list(suche.aussagen.values()), suche.vermutungen, suche.mehrdeutige


class _Suche:
    def __init__(
        self,
        text: Lesetext,
        gegliedert: saetze.Saetze,
        besetzt: list[tuple[int, int]],
        gedruckt: Mapping[Kennungsschluessel, str],
        zuordnung: Zuordnung,
    ) -> None:
        self.text = text
        self.saetze = gegliedert
        self.besetzt = besetzt
        self.gedruckt = gedruckt
        self.zuordnung = zuordnung
        self.bekannt = zuordnung.bekannt
        self.aussagen: dict[tuple[object, int], Projektaussage] = {}  # two of one project in a sentence count once
        self.vermutungen: list[Namensvermutung] = []
        self.mehrdeutige: list[MehrdeutigeKennung] = []

    def by_kennung(self) -> None:
        """A pair of numbers in round brackets may be anything ("(08-16)"), so more must speak for a project."""
        flat = self.text.text
        for spanne in kennzahlen.spans_between(0, len(flat), self.besetzt):
            for treffer in self.zuordnung.mentions(*spanne):
                if treffer.group().startswith("(") and not self._is_kennung(treffer):
                    continue
                satz = self._sentence(treffer.start(), spanne)
                if self._only_denies(satz):
                    continue
                kennung = treffer["kennung"]
                if programm := self.zuordnung.of_mention(kennung, flat[slice(*satz)], self.gedruckt):
                    self._add(satz, programm, kennung)
                else:
                    beleg = Beleg(*self.text.source_span(*treffer.span("kennung")), KENNUNG)
                    moeglich = self.zuordnung.possible(kennung)
                    self.mehrdeutige.append(self.zuordnung.undecided(kennung, moeglich, beleg))

    def _add(self, satz: tuple[int, int], programm: str, kennung: str) -> None:
        schluessel = (programm, kennung)
        projekt = self.bekannt.nach_kennung.get(schluessel)
        name = self.gedruckt.get(schluessel, "") or (projekt.namen[0] if projekt else "")
        aussage = replace(self._aussage(satz, kennung, name, KENNUNG, 0.9), programm=programm)
        self.aussagen.setdefault((schluessel, satz[0]), aussage)

    def by_name(self, regierung: list[tuple[int, int]]) -> None:
        for fund in namen.find(self.text.text, regierung, self.bekannt):
            projekt = fund.projekt
            satz = self._sentence(fund.start, next(s for s in regierung if s[0] <= fund.start < s[1]))
            mit_kennung = (projekt.schluessel[0], projekt.kennung)
            schluessel = (mit_kennung if projekt.kennung else projekt.schluessel, satz[0])
            if schluessel in self.aussagen or self._only_denies(satz):
                continue  # the sentence gives its Kennung as well, or only says that it is about something else
            if fund.ist_vermutung and mit_kennung in self.gedruckt:
                continue  # the document has a statement about it anyway
            aussage = self._aussage(satz, projekt.kennung, fund.name, NAME, fund.sicherheit)
            aussage = replace(aussage, projekt=projekt.schluessel, programm=mit_kennung[0])
            if fund.ist_vermutung:
                beleg = Beleg(*self.text.source_span(fund.start, fund.ende), NAME, fund.sicherheit)
                self.vermutungen.append(Namensvermutung(fund.name, projekt, beleg, aussage))
            else:
                self.aussagen[schluessel] = aussage

    def _is_kennung(self, treffer: re.Match[str]) -> bool:
        start, kennung = treffer.start(), treffer["kennung"]
        moeglich = [(programm, kennung) for programm in self.zuordnung.possible(kennung)]
        if any(schluessel in self.gedruckt or schluessel in self.bekannt.nach_kennung for schluessel in moeglich):
            return True
        return bool(PROJEKT_DAVOR.search(self.text.text, max(0, start - WEITE_DAVOR), start))

    def _only_denies(self, satz: tuple[int, int]) -> bool:
        """Whether the sentence says nothing of the project but that something else has no connection with it."""
        flat = self.text.text
        return bool(KEIN_ZUSAMMENHANG.search(flat, *satz)) and not GEHT_WEITER.search(flat, *satz)

    def _sentence(self, bei: int, spanne: tuple[int, int]) -> tuple[int, int]:
        anfang, ende = self.saetze.around(bei)
        return max(anfang, spanne[0]), min(ende, spanne[1])

    def _aussage(self, satz: tuple[int, int], kennung: str, name: str, regel: str, sicherheit: float) -> Projektaussage:
        genannt = orte.meant(orte.find(self.text.text, *satz, self.bekannt.orte))
        return Projektaussage(
            kennung=kennung,
            name=name,
            handlungsfeld="",
            ort="",
            teilprojekt="",
            wortlaut=self.text.text[slice(*satz)].strip(),
            beleg=Beleg(*self.text.source_span(*satz), regel, sicherheit),
            genannter_ort=genannt[0] if len(genannt) == 1 else "",
            genannte_orte=genannt if len(genannt) > 1 else (),
        )
