"""Statements in running text: the sentence that mentions a project, by its Kennung or by its name alone."""

import re
from collections.abc import Mapping
from dataclasses import replace

from anfragen.parsing import saetze
from anfragen.parsing.records import Beleg
from anfragen.parsing.text import Lesetext
from projekte.parsing import kennzahlen, namen, orte, tabelle
from projekte.parsing.bekannt import Bekannt
from projekte.parsing.records import Namensvermutung, Projektaussage

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
    gedruckt: Mapping[str, str],
    bekannt: Bekannt,
) -> tuple[list[Projektaussage], list[Namensvermutung]]:
    """The mentions outside of `besetzt`, the rows of tables, and names that only may mean a project.

    A Kennung counts anywhere in the document, a name alone only in `regierung`, what the government says. `gedruckt`
    maps a Kennung to the name that a table of the document gives it.
    """
    suche = _Suche(text, gegliedert, besetzt, gedruckt, bekannt)
    suche.by_kennung()
    suche.by_name(regierung)
    return list(suche.aussagen.values()), suche.vermutungen


class _Suche:
    def __init__(
        self,
        text: Lesetext,
        gegliedert: saetze.Saetze,
        besetzt: list[tuple[int, int]],
        gedruckt: Mapping[str, str],
        bekannt: Bekannt,
    ) -> None:
        self.text = text
        self.saetze = gegliedert
        self.besetzt = besetzt
        self.gedruckt = gedruckt
        self.bekannt = bekannt
        self.aussagen: dict[tuple[object, int], Projektaussage] = {}  # two of one project in a sentence count once
        self.vermutungen: list[Namensvermutung] = []

    def by_kennung(self) -> None:
        """A pair of numbers in round brackets may be anything ("(08-16)"), so more must speak for a project."""
        flat = self.text.text
        for spanne in kennzahlen.spans_between(0, len(flat), self.besetzt):
            for treffer in tabelle.ERWAEHNUNG.finditer(flat, *spanne):
                kennung = treffer["kennung"]
                if treffer.group().startswith("(") and not self._is_kennung(treffer):
                    continue
                projekt = self.bekannt.nach_kennung.get(kennung)
                name = self.gedruckt.get(kennung, "") or (projekt.namen[0] if projekt else "")
                satz = self._sentence(treffer.start(), spanne)
                if self._only_denies(satz):
                    continue
                self.aussagen.setdefault((kennung, satz[0]), self._aussage(satz, kennung, name, KENNUNG, 0.9))

    def by_name(self, regierung: list[tuple[int, int]]) -> None:
        for fund in namen.find(self.text.text, regierung, self.bekannt):
            projekt = fund.projekt
            satz = self._sentence(fund.start, next(s for s in regierung if s[0] <= fund.start < s[1]))
            schluessel = (projekt.kennung or projekt.schluessel, satz[0])
            if schluessel in self.aussagen or self._only_denies(satz):
                continue  # the sentence gives its Kennung as well, or only says that it is about something else
            if fund.ist_vermutung and projekt.kennung in self.gedruckt:
                continue  # the document has a statement about it anyway
            if fund.ist_vermutung:
                beleg = Beleg(*self.text.source_span(fund.start, fund.ende), NAME, fund.sicherheit)
                self.vermutungen.append(Namensvermutung(fund.name, projekt, beleg))
            else:
                aussage = self._aussage(satz, projekt.kennung, fund.name, NAME, fund.sicherheit)
                self.aussagen[schluessel] = replace(aussage, projekt=projekt.schluessel)

    def _is_kennung(self, treffer: re.Match[str]) -> bool:
        kennung, start = treffer["kennung"], treffer.start()
        if kennung in self.gedruckt or kennung in self.bekannt.nach_kennung:
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
