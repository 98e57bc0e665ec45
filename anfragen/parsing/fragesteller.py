"""Who asks: names with their titles, and the Fraktion each is printed with.

Houses print one Fraktion after all its names ("A und B SPD"), several only rarely ("A SPD und B FDP"). FRAKTIONSLOS
stands where a Fraktion would and is kept as printed, though it is the absence of one.
"""

import re
from dataclasses import dataclass

from anfragen.parsing.records import Fragesteller

# Each Fraktion under the name it has in the master data, with every spelling that line ends and extraction leave.
SCHREIBWEISEN = {
    "BÜNDNIS 90/DIE GRÜNEN": (
        # "BÜNDNIS 90/ DIE GRÜNEN", and the misprints "BÜNNDNIS 90/DIE GRÜNEN" and "BÜNDNIS/DIE GRÜNEN"
        r"B(?:ÜNN?D-? ?NIS|ündnis)(?: ?90)? ?/? ?(?:DIE|Die|die)[ -]?(?:GRÜ-? ?NEN|Grünen)"
        r"|(?:DIE |Die )?GRÜNEN?|Die Grünen"
    ),
    "FRAKTIONSLOS": r"(?:FRAKTIONS-? ?LOS|[Ff]raktionslos)(?:er?)?",
    "PIRATEN": r"PIRA-?TEN(?:PARTEI)?|Piraten(?:partei)?",
    "DIE LINKE": r"(?:DIE |Die )?(?:LINKE|Linke)",
    "CDU": r"CDU",
    "SPD": r"SPD",
    "FDP": r"FDP",
    "AfD": r"A[fF](?: ?D)?",  # extraction loses or sets apart the D: "Af", "Af D"
}
FRAKTION = re.compile(
    r"(?<![\w-])(?:\( ?)?(?:"
    + "|".join(f"(?P<f{nummer}>{muster})" for nummer, muster in enumerate(SCHREIBWEISEN.values()))
    + r")(?:-(?:Landtagsf|F)raktion)?(?![\w-])(?: ?\))?"
)
KANON = tuple(SCHREIBWEISEN)

# What stands between two names: ", ", " und ", and, where extraction lost something, "undJosefine", " n d "
TRENNER = re.compile(r" ?(?:[,;]|\b(?:und|n d|sowie|u\.|&)(?=[ A-ZÄÖÜ])) ?")
MDL = re.compile(r" \(?Md ?L\Z")  # "Sonja Bongers MdL", "Sonja Bongers (MdL)"
# What may stand between the last name and its Fraktion: "Dr. Martin Vincentz der Fraktion der AfD", "Rahe u. a. SPD"
VOR_FRAKTION = re.compile(
    r"(?:,? u\. ?a\.|,? weiterer Abgeordneter)?"
    r"(?:,?(?: (?:und )?(?:von )?der)?(?: (?:Fraktion(?:en)?|FRAKTION(?:EN)?))?(?: der)?)? ?\Z"
)
ARTIKEL = re.compile(r"^(?:(?:und|sowie|,|;) ?){0,5}(?:(?:des|der|den) )?(?:Abgeordneten\b ?)?")
# "Prof. Dr. Karsten Rudolph", "Guido van den Berg", "Marie-Luise Fasse", "Sven W. Tritschler", "Özlem Demirel"
WORT = r"[A-ZÄÖÜÇŞĞİÉÁŠŽĆČÓØ][\w'’.]{0,40}+(?: ?- ?[\w'’]{1,40}+){0,3}+"
PARTIKEL = r"(?:[a-zäöü]{2,4}|d'|h\. ?c\.|Freiherr|Freifrau|Graf)"  # "van den", "dos", "von der"
NAME = re.compile(rf"(?:(?:{PARTIKEL} )?{WORT}|{PARTIKEL})(?: (?:{PARTIKEL} ){{0,3}}{WORT}| h\. ?c\.){{0,9}}")
# For heads that print no Fraktion and so no end: titles, then a first and a last name.
KURZNAME = re.compile(
    rf"(?:(?:Prof|Dr|Dipl)\.(?:-Ing\.)? ?){{0,4}}{WORT}(?: [A-Z]\.)?(?: {PARTIKEL}){{0,3}} {WORT}(?=[ ,;]|$)"
)
ZUSAMMENGEKLEBT = re.compile(r"^([A-ZÄÖÜ][a-zäöüß]{1,40})([A-ZÄÖÜ][a-zäöüß]{1,40})$")  # "SvenTritschler"
NAME_MAX = 80


@dataclass(frozen=True)
class Nennung:
    """The askers found in a region, the offset at which they end, and what stood among them but is no name."""

    fragesteller: tuple[Fragesteller, ...]
    fraktionen: tuple[str, ...]
    ende: int
    unklar: tuple[str, ...] = ()


def fraktion(text: str) -> str:
    """The canonical Fraktion for a printed spelling; empty if `text` as a whole is none."""
    treffer = FRAKTION.fullmatch(text.strip())
    return KANON[int((treffer.lastgroup or "f0")[1:])] if treffer else ""


def nennung(text: str, start: int, ende: int, *, offen: bool) -> Nennung:
    """The askers in `text[start:ende]`.

    `offen`: nothing marks where they end (a question paper, whose title follows), so the first Fraktion does, unless
    more names with another Fraktion are joined on.
    """
    personen: list[Fragesteller] = []
    fraktionen: list[str] = []
    unklar: list[str] = []
    bei = start
    for treffer in FRAKTION.finditer(text, start, ende):
        namen, rest = _namen(VOR_FRAKTION.sub("", text[bei : treffer.start()], count=1))
        if offen and fraktionen and (not namen or not _joined(text[bei : treffer.start()])):
            break
        kanon = KANON[int((treffer.lastgroup or "f0")[1:])]
        personen += [Fragesteller(name, kanon) for name in namen]
        unklar += rest
        if kanon not in fraktionen:
            fraktionen.append(kanon)
        bei = treffer.end()
    if not fraktionen and offen:
        return _ohne_fraktion(text, start, ende)
    if not offen:
        namen, rest = _namen(text[bei:ende])
        personen += [Fragesteller(name) for name in namen]
        unklar += rest
    personen = list(dict.fromkeys(personen))  # a few heads print one asker twice
    return Nennung(tuple(personen), tuple(fraktionen), bei if offen else ende, tuple(unklar))


def _joined(zwischen: str) -> bool:
    """Whether this text goes on listing names, and is no title that happens to name a Fraktion."""
    return len(zwischen) < 200 and zwischen.lstrip().startswith(("und ", "sowie ", ",", "des Abg", "der Abg"))


def _namen(text: str) -> tuple[list[str], list[str]]:
    """The names in a list, and what in it is none."""
    namen: list[str] = []
    unklar: list[str] = []
    for teil in TRENNER.split(ARTIKEL.sub("", text.strip())):
        name = ARTIKEL.sub("", MDL.sub("", teil.strip(" .:–-()"))).strip()
        name = ZUSAMMENGEKLEBT.sub(r"\1 \2", re.sub(r" ?- ?", "-", name))
        if len(name) <= NAME_MAX and NAME.fullmatch(name):
            namen.append(name)
        elif name:
            unklar.append(name)
    return namen, unklar


def _ohne_fraktion(text: str, start: int, ende: int) -> Nennung:
    namen = []
    bei = start
    while name := KURZNAME.match(text, bei, ende):
        namen.append(Fragesteller(name.group()))
        bei = name.end()
        if not (trenner := TRENNER.match(text, bei, ende)):
            break
        bei = trenner.end()
    return Nennung(tuple(namen), (), bei)
