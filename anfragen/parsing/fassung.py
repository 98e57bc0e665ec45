"""What kind of print a paper is: a supplement or correction of an answer, a Neudruck, a Vorlage to a committee, another
parliament's."""

import re
from dataclasses import dataclass

from anfragen.parsing.raender import LANDTAG
from anfragen.parsing.records import Antwortart, Dokumentnummer

# "Ergänzung der Antwort der Landesregierung auf die Kleine Anfrage", "Berichtigung zur Antwort", "Ergänzung zu der
# Antwort der Landesregierung (Drucksache 17/8900) auf die Kleine Anfrage"
NACHTRAG = re.compile(
    r"\b(?:(?P<ergaenzung>Ergänzung|Ergänzende|Nachtrag|Nachtragsantwort)|(?P<berichtigung>Berichtigung|Korrektur))"
    r"(?: (?:der|zur|zu der|einer))?(?: Antwort(?: der Landess?regierung)?"
    r"(?: ?\(?(?:LT-)?(?:Drs\.|Drucksache) [\d/]{4,9}\)?)?)? ?$"
)
NEUDRUCK = re.compile(r"\b(?:Neudruck|NEUDRUCK)\b")  # "Drucksache 17/18024 Neudruck 17.05.2019"
# "LANDTAG NORDRHEIN-WESTFALEN 17. WAHLPERIODE VORLAGE 17/7211", and the head of a following page
VORLAGE = re.compile(
    rf"{LANDTAG} (?:[-‐‑–—] ?)?\d{{1,2}}\. ?(?:WAHLPERIODE|Wahlperiode) (?:Neudruck )?(?:VORLAGE|Vorlage) "
    r"(?P<nummer>\d{1,2} ?/ ?\d{1,6})(?!\d)"
)
# "Deutscher Bundestag Drucksache 19/5412", "Bayerischer Landtag 17. Wahlperiode", "Landtag Brandenburg 6. Wahlperiode"
FREMD = re.compile(
    r"(?P<name>Deutscher Bundestag|Bundesrat|Landtag (?:von |des )?(?:Baden-Württemberg|Brandenburg|Rheinland-Pfalz"
    r"|Mecklenburg-Vorpommern|Saarlandes|Sachsen-Anhalt)|(?:Bayerischer|Hessischer|Niedersächsischer|Sächsischer|Thüringer"
    r"|Schleswig-Holsteinischer) Landtag|Abgeordnetenhaus (?:von )?Berlin|Bremische Bürgerschaft"
    r"|Bürgerschaft der (?:Freien und )?Hansestadt Hamburg)[ –-]{1,3}(?:\d{1,2}\. ?Wahlperiode|Drucksache|Drs\.)",
    re.IGNORECASE,
)
FREMD_BIS = 300
VORLAGE_BIS = 1500  # the letterhead and the addresses before it
NACHTRAG_DAVOR = 110


@dataclass(frozen=True)
class Fund:
    """A value with its span in the reading text."""

    start: int
    ende: int


@dataclass(frozen=True)
class Nachtrag(Fund):
    art: Antwortart


@dataclass(frozen=True)
class Vorlagennummer(Fund):
    nummer: Dokumentnummer


def find_nachtrag(flach: str, zeile: int) -> Nachtrag | None:
    """The word before the line of the Anfrage, which begins at `zeile`, that makes it more than an answer."""
    wort = NACHTRAG.search(flach, max(0, zeile - NACHTRAG_DAVOR), zeile)
    if not wort:
        return None
    art = Antwortart.ERGAENZUNG if wort["ergaenzung"] else Antwortart.BERICHTIGUNG
    return Nachtrag(wort.start(), wort.end(), art)


def find_neudruck(flach: str, kopf_ende: int) -> Fund | None:
    """The word in the first head, which ends at `kopf_ende`. After the question's number it speaks of the question."""
    wort = NEUDRUCK.search(flach, 0, kopf_ende)
    return Fund(*wort.span()) if wort else None


def find_vorlage(flach: str) -> Vorlagennummer | None:
    """The own number of a Vorlage, in its letterhead."""
    kopf = VORLAGE.search(flach, 0, VORLAGE_BIS)
    return Vorlagennummer(*kopf.span("nummer"), Dokumentnummer.parse(kopf["nummer"])) if kopf else None


def find_fremd(flach: str) -> "re.Match[str] | None":
    """The letterhead of another parliament, whose papers have like numbers; its `name` is as printed."""
    return FREMD.search(flach, 0, FREMD_BIS)
