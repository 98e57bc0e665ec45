"""Where the title ends.

An answer's title ends where a heading or the Beantwortungssatz opens the body. A question paper has neither: there a
blank line is the best evidence, and on one line a question mark, or a small word with a capital where no sentence
has ended.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from anfragen.parsing.abschnitte import ueberschrift_anfrage, ueberschrift_landesregierung
from anfragen.parsing.beantwortung import saetze
from anfragen.parsing.fragetext import EINLEITUNG
from anfragen.parsing.text import Lesetext

NEUER_KOPF = re.compile(r"LANDTAG NORDRHEIN|\bAntwort der Landess?regierung auf die (?:Kleine|Große) Anfrage \d+ vom")
NEUDRUCK = re.compile(
    r"^[-–(\s]*(?:\d\. )?(?:Neudruck|NEUDRUCK|neu)\b[)\s–-]*"
)  # "Drucksache 16/2015 - Neudruck Titel"
# A question paper has no heading after its title; a question or call that a new sentence follows is its end.
TITELFRAGE = re.compile(r"[?!](?=[“”\"]? [A-ZÄÖÜ„»])[“”\"]?")
TITELZEILE = re.compile(r"\A[^.?!]{1,120}+[?!]\Z")  # "Wie lange noch?"
TITELSCHLUSS = re.compile(r"[.?!…“”\"] ?\Z")
# A small word with a capital where no sentence has ended: there the body of a question paper on one line begins
# ("Rechte Gewalt bei Fußballfans in NRW Im Mai 2014 berichtete ...").
SATZANFANG = re.compile(
    r"(?<=[\w)\]“”\"] )(?:Am?|An|Auf|Aus|Bei|Beim|Bereits|Da|Dabei|Das|Dem|Den|Der|Derzeit|Des|Die|Dies(?:e[rsmn]?)?"
    r"|Durch|Ein(?:e[rsmn]?)?|Es|Für|Gemäß|Im|In|Ins|Laut|Mit|Nach|Nachdem|Ob|Seit|Seitdem|Sie|So|Trotz|Über|Um|Unter|Viele"
    r"|Vom|Von|Vor|Während|Weil|Wenn|Wie|Wir|Zu|Zum|Zur|Zurzeit|Zwischen)(?= [a-zäöüA-ZÄÖÜ\d„])"
)
TITELSATZ = re.compile(r"[^\W\d_]{4}[.?!]\d{0,2} (?:\d{1,2}\. )?[A-ZÄÖÜ]")
TITEL_MAX = 500
SATZ_BIS = 4000  # how far the sentence that opens the body can be


@dataclass(frozen=True)
class Titel:
    """The title's span in the reading text, and where it would end if no line break were looked at."""

    start: int
    ende: int
    ende_einzeilig: int
    regel: str = ""
    sicherheit: float = 1.0


def find_titel(text: Lesetext, ab: int, *, ist_antwort: bool) -> Titel:
    """The title that begins at or after `ab`; empty if nothing shows where it ends."""
    flach = text.text
    if neudruck := NEUDRUCK.match(flach[ab : ab + 40]):
        ab += neudruck.end()
    ab += flach[ab : ab + 1] == " "
    marke = _marke(flach, ab, ist_antwort=ist_antwort)
    absatz = _absatz(text, ab)
    if marke is not None:
        ende, regel, sicherheit = marke, "titel-vor-rumpf", 1.0
        einzeilig = ende
    else:
        ende, regel, sicherheit = _one_line(flach, ab)
        einzeilig = ende
        if absatz is not None:
            ende, regel, sicherheit = absatz, "titel-als-absatz", 0.9
    ende = ab + len(flach[ab:ende].rstrip())
    return Titel(ab, ende, einzeilig, regel, sicherheit)


def _marke(flach: str, ab: int, *, ist_antwort: bool) -> int | None:
    """What opens the body, or the end of a text that stops after the title."""
    anfrage, regierung = ueberschrift_anfrage(flach, ab), ueberschrift_landesregierung(flach, ab)
    neu = NEUER_KOPF.search(flach, ab, ab + TITEL_MAX)
    satz = next(saetze(flach[ab : ab + SATZ_BIS]), None)
    marken = [marke.start for marke in (anfrage, regierung) if marke]
    marken += [neu.start()] if neu else []
    marken += [satz.start + ab] if satz else []
    marken += [len(flach)] if ist_antwort else []
    return min(marken) if marken and min(marken) - ab <= TITEL_MAX else None


def _absatz(text: Lesetext, ab: int) -> int | None:
    """The end of the paragraph, or of two if extraction set the title's second line apart."""
    stelle = bisect_right(text.absaetze, ab)
    if stelle >= len(text.absaetze) or text.absaetze[stelle] - ab > TITEL_MAX:
        return None
    ende = text.absaetze[stelle]
    danach = text.absaetze[stelle + 1] if stelle + 1 < len(text.absaetze) else len(text.text)
    zweite = text.text[ende:danach].strip()
    return danach if not TITELSCHLUSS.search(text.text[ab:ende]) and TITELZEILE.match(zweite) else ende


def _one_line(flach: str, ab: int) -> tuple[int, str, float]:
    ende = ab
    einleitung = EINLEITUNG.search(flach, ab, ab + TITEL_MAX)
    bis = einleitung.start() if einleitung else ab + TITEL_MAX
    while frage := TITELFRAGE.search(flach, ende, bis):
        if ende == ab and _begins_body(flach, ab, frage.start()):
            break
        if ende > ab and (frage.start() - ende > 150 or ". " in flach[ende : frage.start()]):
            break
        ende = frage.end()
    satzanfang = SATZANFANG.search(flach, max(ab + 1, ende), bis)
    if ende == ab and satzanfang and not TITELSATZ.search(flach, ab, satzanfang.start()):
        return satzanfang.start(), "titel-vor-satzanfang", 0.5
    return ende, "titel-als-frage", 0.6


def _begins_body(flach: str, ab: int, bis: int) -> bool:
    """Whether a sentence begins and ends before the first question mark, which is then a question's, not the title's:
    "Sachstand zum Radweg Der Radweg soll kommen. 1. Wann beginnt der Bau?"
    """
    satzanfang = SATZANFANG.search(flach, ab + 1, bis)
    return bool(satzanfang and TITELSATZ.search(flach, satzanfang.start(), bis))
