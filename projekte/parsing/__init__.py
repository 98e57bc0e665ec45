"""What an answer says about projects: its project table, mentions in running text, figures, dates. Pure: no Django.

`programme` makes patterns of how programmes write their Kennungen; `tabelle` finds the rows, `erwaehnungen` the
mentions outside of them, `namen` the projects named without Kennung, with `aehnlich` for names that drifted, `orte` the
municipalities, `kennzahlen` the figures, with `zahlworte` for numbers in words and `staende` for the days that they are
of; `titel` reads which project a paper is about as a whole. `bekannt` is what the caller knows beforehand, `records`
what comes out.
"""

from typing import Any

from anfragen.parsing import saetze, zeiten
from anfragen.parsing.records import Beleg, Drucksache
from anfragen.parsing.text import Lesetext, lies
from projekte.parsing import erwaehnungen, kennzahlen, tabelle
from projekte.parsing.bekannt import (
    NICHTS,
    Bekannt,
    BekanntesProgramm,
    BekanntesProjekt,
    Kennungsschluessel,
    Projektschluessel,
)
from projekte.parsing.programme import Zuordnung
from projekte.parsing.records import (
    Kennzahl,
    Kennzahlart,
    MehrdeutigeKennung,
    Namensvermutung,
    Projektaussage,
    Projektlesung,
    Zeitangabe,
)

__all__ = [
    "Bekannt",
    "BekanntesProgramm",
    "BekanntesProjekt",
    "Kennungsschluessel",
    "Kennzahl",
    "Kennzahlart",
    "MehrdeutigeKennung",
    "Namensvermutung",
    "Projektaussage",
    "Projektlesung",
    "Projektschluessel",
    "Zeitangabe",
    "as_json",
    "parse",
]


def parse(drucksache: Drucksache, bekannt: Bekannt = NICHTS) -> Projektlesung:
    """Statements about projects, figures and dates of one document.

    `bekannt` says how the programmes write their Kennungen and Handlungsfelder; without it nothing is found. It helps
    where a name's border can't be seen in the text, names a project that is mentioned by its Kennung alone, and finds
    one that is mentioned by its name alone. Never raises.
    """
    text = lies(drucksache.quelle)
    gegliedert = saetze.split(text.text)
    enden = tuple(sorted(text.text_offset(teil.beleg.ende) for teil in drucksache.antwortteile))
    zuordnung = Zuordnung(text.text, bekannt)
    zeilen = tabelle.rows(gegliedert, enden, zuordnung)
    aus_tabellen = [_from_row(text, zeile, zeile.programm) for zeile in zeilen if zeile.programm]
    besetzt = _occupied(zeilen)
    regierung = _government(text, drucksache, besetzt)
    gedruckt = {(aussage.programm, aussage.kennung): aussage.name for aussage in aus_tabellen if aussage.name}
    aus_text, vermutungen, mehrdeutige = erwaehnungen.find(text, gegliedert, besetzt, regierung, gedruckt, zuordnung)
    mehrdeutige += [_undecided(text, zeile, zuordnung) for zeile in zeilen if zeile.programm is None]
    bezuege = _Bezuege(text, gegliedert, zeilen, aus_text, regierung, zuordnung)
    return Projektlesung(
        projekte=tuple(sorted([*aus_tabellen, *aus_text], key=lambda aussage: aussage.beleg.start)),
        kennzahlen=tuple(bezuege.figures()),
        zeitangaben=tuple(bezuege.dates()),
        vermutungen=tuple(vermutungen),
        mehrdeutige=tuple(sorted(mehrdeutige, key=lambda kennung: kennung.beleg.start)),
    )


def as_json(lesung: Projektlesung) -> dict[str, list[dict[str, Any]]]:
    """The reading as the JSON output of `import_drucksachen --dry-run` shows it.

    A figure has `bis` only if it is a range, `je` only if it counts for each of several, and `stand_am` only if a day
    is printed beside it.
    """
    return {
        "projekte": [
            {
                "kennung": aussage.kennung,
                "name": aussage.name,
                "handlungsfeld": aussage.handlungsfeld,
                "ort": aussage.ort,
                "teilprojekt": aussage.teilprojekt,
                "wortlaut": aussage.wortlaut,
                "start": aussage.beleg.start,
                "ende": aussage.beleg.ende,
            }
            for aussage in lesung.projekte
        ],
        "kennzahlen": [_figure_json(zahl) for zahl in lesung.kennzahlen],
    }


def _figure_json(zahl: Kennzahl) -> dict[str, Any]:
    felder: dict[str, Any] = {
        "wert": _plain(zahl.wert),
        "einheit": zahl.einheit,
        "ungefaehr": zahl.ungefaehr,
        "art": zahl.art.value,
        "wofuer": zahl.wofuer,
        "kennung": zahl.kennung,
        "wortlaut": zahl.wortlaut,
        "start": zahl.beleg.start,
        "ende": zahl.beleg.ende,
    }
    if zahl.bis is not None:
        felder["bis"] = _plain(zahl.bis)
    if zahl.je:
        felder["je"] = True
    if zahl.stand_am is not None:
        felder["stand_am"] = zahl.stand_am.isoformat()
    return felder


def _plain(wert: Any) -> int | float:
    return int(wert) if wert == wert.to_integral_value() else float(wert)


def _from_row(text: Lesetext, zeile: tabelle.Zeile, programm: str) -> Projektaussage:
    teile = (zeile.aussage, *zeile.fortsetzungen)
    start, ende = text.source_span(teile[0][0], teile[-1][1])
    return Projektaussage(
        kennung=zeile.kennung,
        name=text.text[slice(*zeile.name)],
        handlungsfeld=zeile.handlungsfeld,
        ort=zeile.ort,
        teilprojekt=zeile.teilprojekt,
        wortlaut=" ".join(text.text[von:bis] for von, bis in teile),
        beleg=Beleg(start, ende, "tabelle", 1.0 if zeile.sicher else 0.4),
        programm=programm,
    )


def _undecided(text: Lesetext, zeile: tabelle.Zeile, zuordnung: Zuordnung) -> MehrdeutigeKennung:
    beleg = Beleg(*text.source_span(*zeile.kennung_bei), "tabelle")
    return zuordnung.undecided(zeile.kennung, zeile.moeglich, beleg)


def _occupied(zeilen: list[tabelle.Zeile]) -> list[tuple[int, int]]:
    """The spans of the tables' rows, name and statement, in order."""
    spannen = [(zeile.name[0], zeile.aussage[1]) for zeile in zeilen]
    return sorted(spannen + [teil for zeile in zeilen for teil in zeile.fortsetzungen])


def _government(text: Lesetext, drucksache: Drucksache, besetzt: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What the government says outside of tables: the answer's parts and its Vorbemerkung, as flat offsets."""
    spannen = [(teil.beleg.start, teil.beleg.ende) for teil in drucksache.antwortteile]
    if vorbemerkung := drucksache.vorbemerkung_landesregierung:
        spannen.append((vorbemerkung.start, vorbemerkung.ende))
    return [
        stueck
        for start, ende in sorted(set(spannen))
        for stueck in kennzahlen.spans_between(text.text_offset(start), text.text_offset(ende), besetzt)
    ]


class _Bezuege:
    """Figures and dates, each tied to the project whose statement it stands in."""

    def __init__(
        self,
        text: Lesetext,
        gegliedert: saetze.Saetze,
        zeilen: list[tabelle.Zeile],
        erwaehnt: list[Projektaussage],
        regierung: list[tuple[int, int]],
        zuordnung: Zuordnung,
    ) -> None:
        self.text = text
        self.saetze = gegliedert
        self.in_zeilen = [
            (teil, (zeile.programm or "", zeile.kennung))
            for zeile in zeilen
            for teil in (zeile.aussage, *zeile.fortsetzungen)
        ]
        self.erwaehnt = erwaehnt
        self.regierung = regierung
        self.zuordnung = zuordnung
        self.gedruckt = {kennung for _, kennung in self.in_zeilen}

    def figures(self) -> list[Kennzahl]:
        """All figures of statements; of the rest of the government's text amounts and shares alone."""
        funde: list[tuple[kennzahlen.Fund, Kennungsschluessel | None]] = []
        for spanne, kennung in self.in_zeilen:
            funde += [(fund, kennung) for fund in kennzahlen.find(self.saetze, *spanne)]
        for spanne in self.regierung:
            for fund in kennzahlen.find(self.saetze, *spanne, kennzahlen.IM_FLIESSTEXT):
                funde.append((fund, self._only_kennung(fund.start)))
        funde.sort(key=lambda paar: paar[0].start)
        return [self._kennzahl(fund, kennung) for fund, kennung in funde]

    def dates(self) -> list[Zeitangabe]:
        """The dates in statements about projects; those of other sentences say nothing about one."""
        funde = [(fund, kennung) for (von, bis), kennung in self.in_zeilen for fund in self._dates_in(von, bis)]
        for von, bis in self.regierung:
            mit_projekt = [(fund, self._only_kennung(fund.start)) for fund in self._dates_in(von, bis)]
            funde += [(fund, kennung) for fund, kennung in mit_projekt if kennung]
        return [self._zeitangabe(fund, kennung) for fund, kennung in sorted(funde, key=lambda paar: paar[0].start)]

    def _dates_in(self, von: int, bis: int) -> list[zeiten.Zeitfund]:
        return zeiten.find(self.text.text, von, bis)

    def _only_kennung(self, bei: int) -> Kennungsschluessel | None:
        """The project that the sentence names, by Kennung or by name, if it names exactly one that has a Kennung."""
        anfang, ende = self.saetze.around(bei)
        satz = self.text.text[anfang:ende]
        kennungen = {
            (self.zuordnung.of_mention(kennung, satz, self.gedruckt) or "", kennung)
            for kennung in {treffer["kennung"] for treffer in self.zuordnung.mentions(anfang, ende)}
        }
        von, bis = self.text.source_span(anfang, ende)
        kennungen |= {(a.programm, a.kennung) for a in self.erwaehnt if von <= a.beleg.start and a.beleg.ende <= bis}
        einzige = kennungen.pop() if len(kennungen) == 1 else ("", "")
        return einzige if einzige[1] else None

    def _kennzahl(self, fund: kennzahlen.Fund, kennung: Kennungsschluessel | None) -> Kennzahl:
        return Kennzahl(
            wert=fund.wert,
            einheit=fund.einheit,
            ungefaehr=fund.ungefaehr,
            art=fund.art,
            wofuer=fund.wofuer,
            kennung=kennung[1] if kennung else None,
            programm=kennung[0] if kennung else "",
            wortlaut=self.text.text[fund.start : fund.ende],
            beleg=Beleg(*self.text.source_span(fund.start, fund.ende), fund.art.value),
            bis=fund.bis,
            je=fund.je,
            stand_am=fund.stand_am,
        )

    def _zeitangabe(self, fund: zeiten.Zeitfund, kennung: Kennungsschluessel | None) -> Zeitangabe:
        programm, nummer = kennung or ("", None)
        beleg = Beleg(*self.text.source_span(fund.start, fund.ende), "zeitangabe")
        wortlaut = self.text.text[fund.start : fund.ende]
        return Zeitangabe(fund.von, fund.bis, fund.richtung, nummer, wortlaut, beleg, programm)
