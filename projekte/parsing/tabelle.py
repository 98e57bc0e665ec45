"""The project table of an answer in flat text: its headings, its rows, where it ends.

Flat text shows no cells. A row is found by its Kennung in square brackets; the name before it begins where the
statement of the row above ends, which is the last end of a sentence.
"""

import re
from dataclasses import dataclass, replace

from anfragen.parsing.saetze import Saetze
from projekte.parsing.bekannt import BekanntesProjekt
from projekte.parsing.programme import Feld, Muster, Zuordnung

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
# A heading that no programme on record has, right before a column head: "Handlungsfeld Neue Felder "
FREMDES_FELD = re.compile(r":? [A-ZÄÖÜ„][^.!?\[\]]{2,118} ")
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
STRICHE = str.maketrans(dict.fromkeys("‐‑–—−", "-") | dict.fromkeys("„“”»«", '"'))


@dataclass(frozen=True)
class Zeile:
    """A row; offsets into the flat text. `fortsetzungen` are parts of its statement after a repeated column head.

    `programm` is the key of the programme that its Kennung belongs to, None where several are possible: `moeglich`.
    """

    programm: str | None
    moeglich: tuple[str, ...]
    kennung: str
    kennung_bei: tuple[int, int]
    name: tuple[int, int]
    aussage: tuple[int, int]
    handlungsfeld: str
    ort: str
    teilprojekt: str = ""
    sicher: bool = True
    fortsetzungen: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Abschnitt:
    """What stands under one heading, or under a column head repeated on a new page.

    `felder` has its Handlungsfeld in each programme with one of that name; none where there is no heading.
    """

    kopf: int
    start: int
    ende: int
    felder: tuple[Feld, ...]
    ort: str
    neu: bool


def rows(saetze: Saetze, grenzen: tuple[int, ...], zuordnung: Zuordnung) -> list[Zeile]:
    """The rows of all project tables. `grenzen` are offsets no table reaches across: the ends of Antwortteile."""
    zeilen: list[Zeile] = []
    for abschnitt in _sections(saetze.text, grenzen, zuordnung.muster):
        neue, rest = _rows_of(saetze, abschnitt, zuordnung)
        if rest and zeilen and not abschnitt.neu:
            # The column head stands again in the middle of a statement: a table over a page break.
            zeilen[-1] = replace(zeilen[-1], fortsetzungen=(*zeilen[-1].fortsetzungen, rest))
        zeilen += neue
    return zeilen


def _sections(flat: str, grenzen: tuple[int, ...], muster: Muster) -> list[Abschnitt]:
    """The stretches between headings. A heading counts where a column head follows it or a row does."""
    marken: list[tuple[int, int, tuple[Feld, ...] | None, str | None]] = []
    for feld in muster.handlungsfeld.finditer(flat):
        kopf = SPALTENKOPF.match(flat, feld.end() + 1)
        if kopf or muster.zeilenanfang.match(flat, feld.end()):
            ende = kopf.end() if kopf else feld.end()
            marken.append((feld.start(), ende, muster.fields_named(feld["feld"]), kopf["ort"] if kopf else None))
    enden = {ende for _, ende, _, _ in marken}
    for kopf in SPALTENKOPF.finditer(flat):
        if kopf.end() not in enden:
            fremd = _unknown_heading(flat, kopf.start())
            start, felder_hier = (kopf.start(), None) if fremd is None else (fremd, ())
            marken.append((start, kopf.end(), felder_hier, kopf["ort"]))
    abschnitte: list[Abschnitt] = []
    felder: tuple[Feld, ...] = ()
    ort = ""
    marken.sort(key=lambda marke: marke[0])
    anfaenge = [marke[0] for marke in marken]
    for (start, ende, eigene, ort_hier), folgende in zip(marken, [*anfaenge, len(flat)][1:], strict=True):
        felder, ort = felder if eigene is None else eigene, ort_hier or ort
        bis = min(folgende, next((grenze for grenze in grenzen if grenze > start), len(flat)))
        abschnitte.append(Abschnitt(start, ende, bis, felder, ort, neu=eigene is not None))
    return abschnitte


def _unknown_heading(flat: str, bis: int) -> int | None:
    """Where a heading begins that ends at `bis` and names a Handlungsfeld that isn't on record."""
    ab = flat.rfind("Handlungsfeld", max(0, bis - 140), bis)
    return ab if ab >= 0 and FREMDES_FELD.fullmatch(flat, ab + len("Handlungsfeld"), bis) else None


def _rows_of(saetze: Saetze, abschnitt: Abschnitt, zuordnung: Zuordnung) -> tuple[list[Zeile], tuple[int, int] | None]:
    """The rows of a section, and what stands before the first of them under a repeated column head."""
    flat = saetze.text
    kennungen = _kennungen(saetze, abschnitt, zuordnung)
    starts: list[tuple[int, bool]] = []
    von = abschnitt.start
    for stelle, (kennung, programm, _) in enumerate(kennungen):
        erste = stelle == 0 and abschnitt.neu
        projekt = zuordnung.bekannt.nach_kennung.get((programm or "", kennung["kennung"]))
        starts.append((von, True) if erste else _name_start(saetze, von, kennung.start(), projekt))
        von = kennung.end()
    zeilen: list[Zeile] = []
    for stelle, (kennung, programm, moeglich) in enumerate(kennungen):
        letzte = stelle + 1 == len(kennungen)
        grenze = abschnitt.ende
        ende = _closing(saetze, kennung.end(), grenze, zuordnung.muster) if letzte else starts[stelle + 1][0]
        teil, von = _teilprojekt(saetze, kennung.end(), ende)
        zeilen.append(
            Zeile(
                programm,
                moeglich,
                kennung["kennung"],
                kennung.span("kennung"),
                name=_trimmed(flat, starts[stelle][0], kennung.start()),
                aussage=_trimmed(flat, von, ende),
                handlungsfeld=dict(abschnitt.felder).get(programm or "", ""),
                ort=abschnitt.ort,
                teilprojekt=teil,
                sicher=starts[stelle][1],
            )
        )
    bis = starts[0][0] if starts else _closing(saetze, abschnitt.start, abschnitt.ende, zuordnung.muster)
    rest = _trimmed(flat, abschnitt.start, bis)
    return zeilen, rest if rest[0] < rest[1] else None


def _kennungen(
    saetze: Saetze, abschnitt: Abschnitt, zuordnung: Zuordnung
) -> list[tuple[re.Match[str], str | None, tuple[str, ...]]]:
    """The Kennungen that rows of a section have, each with its programme and those that are possible.

    Under the heading of a programme's Handlungsfeld another programme's Kennung begins no row. A column head without
    heading goes on with the table before, unless the sentence before it names another programme.
    """
    davor = zuordnung.named(saetze.text[saetze.around(max(0, abschnitt.kopf - 1))[0] : abschnitt.kopf])
    eigene = {programm for programm, _ in abschnitt.felder}
    if eigene and not abschnitt.neu and davor - eigene:
        davor, eigene = davor | eigene, set()
    gefunden = []
    for treffer in zuordnung.muster.kennung.finditer(saetze.text, abschnitt.start, abschnitt.ende):
        programme = zuordnung.muster.programmes_of(treffer["kennung"])
        if moeglich := tuple(programm for programm in programme if programm in eigene or not eigene):
            gefunden.append((treffer, zuordnung.decide(treffer["kennung"], moeglich, davor), moeglich))
    return gefunden


def _name_start(saetze: Saetze, von: int, bis: int, projekt: BekanntesProjekt | None) -> tuple[int, bool]:
    """Where the name that ends at `bis`, before its Kennung, begins, and whether that is sure.

    A known name decides where no sentence ends before it, or where one seems to end inside it ("Perspektiven!").
    """
    flat = saetze.text
    satz = saetze.last_start(von, bis)
    ab = satz if satz is not None else von
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


def _closing(saetze: Saetze, von: int, bis: int, muster: Muster) -> int:
    """Where the last statement of a section ends: before the first sentence that is about the table as a whole."""
    for start, ende in saetze.within(von, bis)[1:]:
        satz = saetze.text[start:ende]
        if ABSCHLUSS.search(satz) or (UEBERGANG.match(satz) and muster.programm.search(satz)):
            return start
    return bis


def _trimmed(flat: str, von: int, bis: int) -> tuple[int, int]:
    while von < bis and flat[von] == " ":
        von += 1
    while bis > von and flat[bis - 1] == " ":
        bis -= 1
    return von, bis
