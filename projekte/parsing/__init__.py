"""What an answer says about projects: its project table, mentions in running text, figures. Pure: no Django.

`tabelle` finds the rows, `kennzahlen` the figures, `saetze` where sentences end; `records` holds what comes out.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from anfragen.parsing.records import Beleg, Drucksache
from anfragen.parsing.text import Lesetext, lies
from projekte.parsing import kennzahlen, saetze, tabelle
from projekte.parsing.records import Kennzahl, Kennzahlart, Projektaussage, Projektlesung
from projekte.parsing.tabelle import HANDLUNGSFELDER

__all__ = [
    "HANDLUNGSFELDER",
    "Kennzahl",
    "Kennzahlart",
    "Projektaussage",
    "Projektlesung",
    "as_json",
    "parse",
]

KEINE_NAMEN: Mapping[str, str] = MappingProxyType({})


def parse(drucksache: Drucksache, bekannte_namen: Mapping[str, str] = KEINE_NAMEN) -> Projektlesung:
    """Statements about projects and figures of one document.

    `bekannte_namen` maps a Kennung to a name of that project; it helps where a name's border can't be seen in the
    text, and names a project that is mentioned by its Kennung alone. Never raises.
    """
    text = lies(drucksache.quelle)
    gegliedert = saetze.split(text.text)
    enden = tuple(sorted(text.text_offset(teil.beleg.ende) for teil in drucksache.antwortteile))
    zeilen = tabelle.rows(gegliedert, enden, bekannte_namen)
    aussagen = [_from_row(text, zeile) for zeile in zeilen]
    namen = {**bekannte_namen, **{aussage.kennung: aussage.name for aussage in aussagen if aussage.name}}
    erwaehnungen = _mentions(text, gegliedert, zeilen, namen)
    projekte = sorted([*aussagen, *erwaehnungen], key=lambda aussage: aussage.beleg.start)
    return Projektlesung(tuple(projekte), tuple(_figures(text, gegliedert, zeilen, drucksache)))


def as_json(lesung: Projektlesung) -> dict[str, list[dict[str, Any]]]:
    """The reading as the JSON output of `import_drucksachen --dry-run` shows it."""
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
        "kennzahlen": [
            {
                "wert": int(zahl.wert) if zahl.wert == zahl.wert.to_integral_value() else float(zahl.wert),
                "einheit": zahl.einheit,
                "ungefaehr": zahl.ungefaehr,
                "art": zahl.art.value,
                "wofuer": zahl.wofuer,
                "kennung": zahl.kennung,
                "wortlaut": zahl.wortlaut,
                "start": zahl.beleg.start,
                "ende": zahl.beleg.ende,
            }
            for zahl in lesung.kennzahlen
        ],
    }


def _from_row(text: Lesetext, zeile: tabelle.Zeile) -> Projektaussage:
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
    )


def _mentions(
    text: Lesetext, gegliedert: saetze.Saetze, zeilen: list[tabelle.Zeile], namen: Mapping[str, str]
) -> list[Projektaussage]:
    """Kennungen in running text, each with its sentence; two of one project in a sentence count once.

    A pair of numbers in round brackets may be anything ("(08-16)"), so it counts only for a project that is known.
    """
    flat = text.text
    besetzt = _occupied(zeilen)
    gefunden: dict[tuple[str, int], Projektaussage] = {}
    for von, bis in kennzahlen.spans_between(0, len(flat), besetzt):
        for treffer in tabelle.ERWAEHNUNG.finditer(flat, von, bis):
            kennung = treffer["kennung"]
            if treffer.group().startswith("(") and kennung not in namen:
                continue
            anfang, ende = gegliedert.around(treffer.start())
            anfang, ende = max(anfang, von), min(ende, bis)
            beleg = Beleg(*text.source_span(anfang, ende), "erwaehnung", 0.9)
            aussage = Projektaussage(kennung, namen.get(kennung, ""), "", "", "", flat[anfang:ende].strip(), beleg)
            gefunden.setdefault((kennung, anfang), aussage)
    return list(gefunden.values())


def _occupied(zeilen: list[tabelle.Zeile]) -> list[tuple[int, int]]:
    """The spans of the tables' rows, name and statement, in order."""
    spannen = [(zeile.name[0], zeile.aussage[1]) for zeile in zeilen]
    return sorted(spannen + [teil for zeile in zeilen for teil in zeile.fortsetzungen])


def _figures(
    text: Lesetext, gegliedert: saetze.Saetze, zeilen: list[tabelle.Zeile], drucksache: Drucksache
) -> list[Kennzahl]:
    """All figures of statements; amounts and shares of the rest of the government's text."""
    gefunden: list[tuple[kennzahlen.Fund, str | None]] = []
    for zeile in zeilen:
        for von, bis in (zeile.aussage, *zeile.fortsetzungen):
            gefunden += [(fund, zeile.kennung) for fund in kennzahlen.find(gegliedert, von, bis)]
    spannen = [(teil.beleg.start, teil.beleg.ende) for teil in drucksache.antwortteile]
    if vorbemerkung := drucksache.vorbemerkung_landesregierung:
        spannen.append((vorbemerkung.start, vorbemerkung.ende))
    besetzt = _occupied(zeilen)
    for start, ende in sorted(set(spannen)):
        for von, bis in kennzahlen.spans_between(text.text_offset(start), text.text_offset(ende), besetzt):
            for fund in kennzahlen.find(gegliedert, von, bis, kennzahlen.IM_FLIESSTEXT):
                gefunden.append((fund, _only_kennung(gegliedert, fund.start)))
    gefunden.sort(key=lambda paar: paar[0].start)
    return [_kennzahl(text, fund, kennung) for fund, kennung in gefunden]


def _only_kennung(gegliedert: saetze.Saetze, bei: int) -> str | None:
    """The project that the sentence names, if it names exactly one."""
    kennungen = {m["kennung"] for m in tabelle.ERWAEHNUNG.finditer(gegliedert.text, *gegliedert.around(bei))}
    return kennungen.pop() if len(kennungen) == 1 else None


def _kennzahl(text: Lesetext, fund: kennzahlen.Fund, kennung: str | None) -> Kennzahl:
    return Kennzahl(
        wert=fund.wert,
        einheit=fund.einheit,
        ungefaehr=fund.ungefaehr,
        art=fund.art,
        wofuer=fund.wofuer,
        kennung=kennung,
        wortlaut=text.text[fund.start : fund.ende],
        beleg=Beleg(*text.source_span(fund.start, fund.ende), fund.art.value),
    )
