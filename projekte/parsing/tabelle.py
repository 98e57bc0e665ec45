"""The project table of an answer in flat text: its headings, its rows, where it ends.

Flat text shows no cells. A row is found by its Kennung in square brackets; the name before it begins where the
statement of the row above ends, which is the last end of a sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from anfragen.parsing.saetze import Saetze
from projekte.parsing.bekannt import BekanntesProjekt

HANDLUNGSFELDER = (
    "Vernetzte Mobilität – kurze Wege",
    "Erfolgreiche Wirtschaft – gute Arbeit",
    "Gelebte Vielfalt – starker Zusammenhalt",
    "Sichere Energie – gesunde Umwelt",
    "Beste Bildung – exzellente Forschung",
)
# "Handlungsfeld Vernetzte Mobilität – kurze Wege", the dash in any of its printed lengths
_FELD = "|".join(name.replace(" – ", " ?[-‐‑–—−] ?") for name in HANDLUNGSFELDER)
FELDNAME = re.compile(_FELD)  # the name alone, in running text
HANDLUNGSFELD = re.compile(rf"Handlungsfeld:? (?P<feld>{_FELD})(?= |$)")
# "Bochum", "Mülheim an der Ruhr", "Haltern am See", "Fröndenberg/Ruhr", "Wetter (Ruhr)", "Kreis Unna"
_ORT = (
    r"(?:(?:Kreis|Bad) )?[A-ZÄÖÜ][\w-]{1,40}"
    r"(?: (?:an der|am) [A-ZÄÖÜ][\w-]{1,20}|/[A-ZÄÖÜ]\w{2,20}| \((?:Ruhr|Niederrhein)\))?"
)
# "Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum"
SPALTENKOPF = re.compile(
    r"Projekte? \[ID(?:-Nr\.?)?\] (?:Lokaler )?Bezug (?:des Projekte?s |der Projekte )?(?:zu[rm]?|in) "
    rf"(?:Stadt |Gemeinde )?(?P<ort>{_ORT})(?= |$)"
)
KENNUNG = re.compile(r"\[(?P<kennung>\d{2}-\d{2})\]")  # "[13-01]"
ZEILENANFANG = re.compile(
    r" [^.!?\[\]]{3,200}+\[\d{2}-\d{2}\]"
)  # a heading without a column head: " Ruhr Games [19-01]"
ERWAEHNUNG = re.compile(r"[\[(](?P<kennung>(?:0[1-9]|1\d|20)-\d{2})[\])]")  # "(13-04)", of Themenforen 01 to 20
TEILPROJEKT = re.compile(r" ?[-–—] Teilprojekte?:? ")  # "[13-01] – Teilprojekt Konzept einer Integrierten"
# A Teilprojekt's name ends with its short name in brackets: "(InnaMo Ruhr) Ziel"
KURZNAME = re.compile(r"[^.!?()]{1,130}+\([^()]{1,60}\)(?= [A-ZÄÖÜ„])")
# ... or else where a capital function word shows that a sentence begins: "Mobilität Das Projekt"
SATZANFANG = re.compile(r" (?=(?:Ziel|Der|Die|Das|Im|In|Es|Mit|Durch|Um|Für|Zur|Zum|Als|Am|Bei|Ein|Eine|Aktuell)\b)")
# A sentence that speaks of the table as a whole ends its last statement: "Sachstand der genannten Projekte"
ABSCHLUSS = re.compile(
    r"(?:(?:oben |vor)?[Gg]enannten|aufgeführten|aufgelisteten|dargestellten) (?:\w{3,20} )?Projekten?\b"
    r"|Kleinen Anfragen \d|(?:obige|vorstehende|folgende)[nr]? (?:Tabelle|Übersicht)"
)
# ... or one that turns to the programme: "Darüber hinaus fördert die Landesregierung"
UEBERGANG = re.compile(r"(?:Zum jeweiligen|Im Übrigen|Darüber hinaus|Daneben|Weitere|Zu den) ")
PROGRAMM = re.compile(r"(?:Projekten?|Landesregierung|Ruhr-Konferenz|Fragen?)\b")
STRICHE = str.maketrans(dict.fromkeys("‐‑–—−", "-") | dict.fromkeys("„“”»«", '"'))


@dataclass(frozen=True)
class Zeile:
    """A row; offsets into the flat text. `fortsetzungen` are parts of its statement after a repeated column head."""

    kennung: str
    name: tuple[int, int]
    aussage: tuple[int, int]
    handlungsfeld: str
    ort: str
    teilprojekt: str = ""
    sicher: bool = True
    fortsetzungen: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Abschnitt:
    """What stands under one heading, or under a column head repeated on a new page."""

    start: int
    ende: int
    handlungsfeld: str
    ort: str
    neu: bool


def rows(saetze: Saetze, grenzen: tuple[int, ...], bekannt: Mapping[str, BekanntesProjekt]) -> list[Zeile]:
    """The rows of all project tables. `grenzen` are offsets no table reaches across: the ends of Antwortteile."""
    zeilen: list[Zeile] = []
    for abschnitt in _sections(saetze.text, grenzen):
        neue, rest = _rows_of(saetze, abschnitt, bekannt)
        if rest and zeilen and not abschnitt.neu:
            # The column head stands again in the middle of a statement: a table over a page break.
            zeilen[-1] = replace(zeilen[-1], fortsetzungen=(*zeilen[-1].fortsetzungen, rest))
        zeilen += neue
    return zeilen


def _sections(flat: str, grenzen: tuple[int, ...]) -> list[Abschnitt]:
    """The stretches between headings. A heading counts where a column head follows it or a row does."""
    marken: list[tuple[int, int, str, str | None]] = []
    for feld in HANDLUNGSFELD.finditer(flat):
        kopf = SPALTENKOPF.match(flat, feld.end() + 1)
        if kopf or ZEILENANFANG.match(flat, feld.end()):
            ende = kopf.end() if kopf else feld.end()
            marken.append((feld.start(), ende, _feldname(feld["feld"]), kopf["ort"] if kopf else None))
    enden = {ende for _, ende, _, _ in marken}
    marken += [(m.start(), m.end(), "", m["ort"]) for m in SPALTENKOPF.finditer(flat) if m.end() not in enden]
    abschnitte: list[Abschnitt] = []
    feldname, ort = "", ""
    marken.sort(key=lambda marke: marke[0])
    anfaenge = [marke[0] for marke in marken]
    for (start, ende, feld_hier, ort_hier), folgende in zip(marken, [*anfaenge, len(flat)][1:], strict=True):
        feldname, ort = feld_hier or feldname, ort_hier or ort
        bis = min(folgende, next((grenze for grenze in grenzen if grenze > start), len(flat)))
        abschnitte.append(Abschnitt(ende, bis, feldname, ort, neu=bool(feld_hier)))
    return abschnitte


def _feldname(gedruckt: str) -> str:
    wort = gedruckt.split(maxsplit=1)[0]
    return next(name for name in HANDLUNGSFELDER if name.startswith(wort))


def _rows_of(
    saetze: Saetze, abschnitt: Abschnitt, bekannt: Mapping[str, BekanntesProjekt]
) -> tuple[list[Zeile], tuple[int, int] | None]:
    """The rows of a section, and what stands before the first of them under a repeated column head."""
    flat = saetze.text
    kennungen = list(KENNUNG.finditer(flat, abschnitt.start, abschnitt.ende))
    starts: list[tuple[int, bool]] = []
    von = abschnitt.start
    for stelle, kennung in enumerate(kennungen):
        erste = stelle == 0 and abschnitt.neu
        starts.append((von, True) if erste else _name_start(saetze, von, kennung, bekannt))
        von = kennung.end()
    zeilen: list[Zeile] = []
    for stelle, kennung in enumerate(kennungen):
        letzte = stelle + 1 == len(kennungen)
        ende = _closing(saetze, kennung.end(), abschnitt.ende) if letzte else starts[stelle + 1][0]
        teil, von = _teilprojekt(saetze, kennung.end(), ende)
        zeilen.append(
            Zeile(
                kennung["kennung"],
                name=_trimmed(flat, starts[stelle][0], kennung.start()),
                aussage=_trimmed(flat, von, ende),
                handlungsfeld=abschnitt.handlungsfeld,
                ort=abschnitt.ort,
                teilprojekt=teil,
                sicher=starts[stelle][1],
            )
        )
    bis = starts[0][0] if starts else _closing(saetze, abschnitt.start, abschnitt.ende)
    rest = _trimmed(flat, abschnitt.start, bis)
    return zeilen, rest if rest[0] < rest[1] else None


def _name_start(
    saetze: Saetze, von: int, kennung: re.Match[str], bekannt: Mapping[str, BekanntesProjekt]
) -> tuple[int, bool]:
    """Where the name before this Kennung begins, and whether that is sure.

    A known name decides where no sentence ends before it, or where one seems to end inside it ("Perspektiven!").
    """
    flat, bis = saetze.text, kennung.start()
    satz = saetze.last_start(von, bis)
    ab = satz if satz is not None else von
    projekt = bekannt.get(kennung["kennung"])
    gedruckt = _comparable(flat[von:bis])
    for name in sorted(projekt.namen, key=len, reverse=True) if projekt else ():
        gesucht = _comparable(name)
        stelle = gedruckt.find(gesucht, ab - von)
        if stelle < 0:
            stelle = gedruckt.rfind(gesucht)
        if stelle >= 0:
            return von + stelle, True
    return ab, satz is not None


def _comparable(text: str) -> str:
    """For comparing only; as long as `text`, so that offsets hold."""
    return "".join(zeichen.lower() if len(zeichen.lower()) == 1 else zeichen for zeichen in text.translate(STRICHE))


def _teilprojekt(saetze: Saetze, von: int, bis: int) -> tuple[str, int]:
    """The name of the Teilprojekt that a row is about, and where its statement begins."""
    flat = saetze.text
    if not (anfang := TEILPROJEKT.match(flat, von, bis)):
        return "", von
    if kurzname := KURZNAME.match(flat, anfang.end(), bis):
        return kurzname.group(), kurzname.end()
    satz = SATZANFANG.search(flat, anfang.end(), bis)
    return (flat[anfang.end() : satz.start()], satz.end()) if satz else ("", anfang.end())


def _closing(saetze: Saetze, von: int, bis: int) -> int:
    """Where the last statement of a section ends: before the first sentence that is about the table as a whole."""
    for start, ende in saetze.within(von, bis)[1:]:
        satz = saetze.text[start:ende]
        if ABSCHLUSS.search(satz) or (UEBERGANG.match(satz) and PROGRAMM.search(satz)):
            return start
    return bis


def _trimmed(flat: str, von: int, bis: int) -> tuple[int, int]:
    while von < bis and flat[von] == " ":
        von += 1
    while bis > von and flat[bis - 1] == " ":
        bis -= 1
    return von, bis
