"""The headings that part a document: the questioners' Vorbemerkung (or Wortlaut), the government's, and an Anlage."""

import re
from dataclasses import dataclass

from anfragen.parsing.text import Lesetext

# "Vorbemerkung der Kleinen Anfrage", "Wortlaut der Großen Anfrage", "Vorbemerkung der Fragesteller"; early answers of
# WP18 print "Vormerkung", and extraction loses a space: "Vorbemerkungder Kleinen Anfrage".
UEBERSCHRIFT_ANFRAGE = re.compile(
    r"\b(?:Vor(?:be)?merkung(?:en)?|Wortlaut) ?(?:(?:der|zur|zu der|des|dieser) ?)"
    r"(?:(?:Kleinen|Großen) Anfrage(?: \d{1,5})?(?! vom)|Fragesteller(?:s|in|innen)?(?: und Fragesteller(?:innen)?)?\b"
    r"|Frage(?:stellenden|steller:innen|steller\*innen)|Anfragenden|Abgeordneten\b)"
)
# "Vorbemerkung der Landesregierung", "Vorbemerkungen der Landesregierung"
UEBERSCHRIFT_LANDESREGIERUNG = re.compile(
    r"\b(?:Allgemeine )?Vor(?:be)?merkung(?:en)? ?(?:der|durch die) ?Landess?regierung\b"
)
# What goes on from a heading begins a sentence: not "auf die Vorbemerkung der Landesregierung verwiesen".
NACH_UEBERSCHRIFT = re.compile(r" ?:? ?(?:[A-ZÄÖÜ„»\"“‚'\[•–0-9]|\(?\Z)")
IM_SATZ = re.compile(
    r"\b(?:der|die|den|dem|des|zur|zu|in|auf|aus|siehe|gemäß|laut|mit|und|vor|nach|obige[nr]?|genannten?|dieser|ihrer|seiner"
    r"|eine[rn]?|entsprechend|bereits) \Z"
)
# "Vgl. Vorbemerkung der Landesregierung" cites one
ZITIERT = re.compile(r"(?:\b(?:[Vv]gl|s|S|gem|lt|Lt)\.|[Ss]iehe(?: auch)?:?|\() ?\Z")
# "Anlage 1", "Anlage zur Antwort auf die Kleine Anfrage 7046" at the top of a page
ANLAGE = re.compile(
    r" ?Anlagen?(?: (?:\d{1,2}|[A-Z])\b)?(?:(?<=[\dA-Z])|:|"
    r"(?= (?:zur?|zu der|der) (?:Antwort|Beantwortung|Kleinen|Großen|Frage|Drucksache|L[Tt]|KA)))"
)
SATZENDE = re.compile(r"[.?!:…)\]“”\"»] ?\Z")


@dataclass(frozen=True)
class Ueberschrift:
    """A heading's span in the reading text."""

    start: int
    ende: int


def ueberschrift_anfrage(text: str, ab: int = 0) -> Ueberschrift | None:
    """The first heading of the questioners' part; right after the title, so nothing is asked of what stands before."""
    for treffer in UEBERSCHRIFT_ANFRAGE.finditer(text, ab):
        if NACH_UEBERSCHRIFT.match(text, treffer.end()) and not _cited(text, treffer.start()):
            return Ueberschrift(treffer.start(), _mit_doppelpunkt(text, treffer.end()))
    return None


def ueberschrift_landesregierung(text: str, ab: int = 0) -> Ueberschrift | None:
    """The heading of the government's Vorbemerkung, told from the many sentences that refer to one."""
    for treffer in UEBERSCHRIFT_LANDESREGIERUNG.finditer(text, ab):
        davor = text[max(0, treffer.start() - 16) : treffer.start()]
        if (
            NACH_UEBERSCHRIFT.match(text, treffer.end())
            and not IM_SATZ.search(davor)
            and not _cited(text, treffer.start())
        ):
            return Ueberschrift(treffer.start(), _mit_doppelpunkt(text, treffer.end()))
    return None


def anlage_ab(text: Lesetext) -> int:
    """Where the first Anlage begins, which ends the last answer; the text's length if there is none.

    It begins a page. Words at a page's top that go on with a sentence ("in der | Anlage 2 genannten") begin none.
    """
    for seite in text.seitenbeginne:
        if ANLAGE.match(text.text, seite) and SATZENDE.search(text.text, max(0, seite - 3), seite):
            return seite
    return len(text.text)


def _cited(text: str, start: int) -> bool:
    return bool(ZITIERT.search(text[max(0, start - 14) : start]))


def _mit_doppelpunkt(text: str, ende: int) -> int:
    return ende + 1 if text[ende : ende + 1] == ":" else ende
