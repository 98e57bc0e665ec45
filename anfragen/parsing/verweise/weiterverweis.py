"""Whether a passage sends its reader on to the paper that it cites, and to which of its questions.

An answer often consists of one such sentence: "Auf die Antwort zu Frage 3 der Kleinen Anfrage 4284 wird verwiesen."
Only the words of the sentence count, never whether the paper is on record.
"""

import re
from dataclasses import dataclass

from anfragen.parsing.fragennummern import LISTE, labels
from anfragen.parsing.text import Lesetext

WEITE = 400  # characters of a sentence that are looked at on either side of the reference
# "verwiesen. Die", "17/3748. Im", but not "3. September 2020", "der 17. Wahlperiode"
SATZENDE = re.compile(
    r"[.!?](?: (?=[A-ZÄÖÜ„])|\Z)(?!Januar|Februar|März|April|Mai\b|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Wahlperiode|Legislaturperiode)"
)
ABKUERZUNG = re.compile(
    r"(?:\b(?:[A-Za-z]|[Vv]gl|Nrn?|Lt|LT|Abs|Art|ca|bzw|ggf|insb|sog|Dr|Prof|Vorl|Bd)|[Dd]rs|Drucks|DRS)\.\Z"
)
IN_KLAMMERN = re.compile(r"\([^()]{0,300}\)")

# What makes the sentence a referral: an object after "auf", and the verb after or before it.
VERWEISEN = r"(?:verwiesen|hingewiesen|Bezug genommen)"
AUF = re.compile(r"\bauf\b", re.IGNORECASE)
# "und auf", "Antwort der Landesregierung auf": they lead to no other object than the reference's own list
KEIN_ANDERES_ZIEL = re.compile(
    r"(?:,|\bund|\bsowie|\boder|bzw\.)(?: \w{1,20}){0,2} auf\b"
    r"|\b(?:Antwort|Beantwortung|Antwortschreiben)(?:en)?(?: de[rs] \w{1,40}){0,2} auf\b"
)
VERB_DANACH = re.compile(rf"\b{VERWEISEN}\b")  # "Auf die Antwort auf die Kleine Anfrage 4284 wird verwiesen."
VERB_DAVOR = re.compile(
    rf"\b(?:verweis(?:t|e|en)|nimmt|nehmen?|{VERWEISEN})\b(?P<bis_auf>[^,;]{{0,100}}?)\b(?:Bezug )?auf\b"
)  # "Die Landesregierung verweist hierzu auf ihre Antwort auf die Kleine Anfrage 4284"
WER_FRAGT = re.compile(r"(?:[Ff]ragesteller|Fragestellenden|Abgeordnete|Anfragende|Petent)\w*")
# "Siehe Antwort auf die Kleine Anfrage 4284", "(vgl. hierzu LT-Drs. 17/1234)", "s. a. Vorlage 17/3748"
SIEHE = re.compile(
    r"(?:\b[Ss]iehe\b|\b[Vv]ergleiche\b|\b[Vv]gl\.|(?<![\w.])s\.(?: ?(?:a|o|u)\.)?|\bS\. (?=auch|hierzu|dazu|Antwort))"
    r"(?P<danach>[^;]{0,200})\Z"
)
NEBENSATZ = re.compile(r"\)|, (?:d(?:ie|er|as|en|em|essen|eren)|welche[rsmn]?|wonach|dass|weil|da|so) ")
# "wurde bereits in der Antwort auf die Kleine Anfrage 4284 ausführlich dargestellt", "... gelten fort"
BEREITS = re.compile(r"\b(?:bereits|schon)\b")
GESAGT = re.compile(
    r"\b(?:beantwortet|dargestellt|dargelegt|ausgeführt|erläutert|berichtet|mitgeteilt|aufgeführt|aufgelistet"
    r"|Stellung genommen)\b"
)
GILT_FORT = re.compile(r"\bg[ei]lt(?:en)?\b.{0,40}\b(?:fort|weiterhin|unverändert|entsprechend)\b")

# To which questions of the cited paper, said before it or after.
FRAGEN_DAVOR = re.compile(
    rf"\bFragen? (?:Nr\. ?|Nummern? )?{LISTE} (?P<bis_zur>(?:de[rs]|aus|in|zur|zu|auf|von) .{{0,160}}|)\Z"
)
FRAGEN_DANACH = re.compile(
    r"\A(?: ?\([^()]{0,80}\)|\))?,? ?\(?(?:(?:und )?(?:dort|hier|insbesondere|insb\.|namentlich|siehe|s\.),?:? )?"
    r"(?:(?:die |in der |in den )?(?:Antwort|Beantwortung|Ausführung)(?:en)? )?(?:(?:zu|auf|der) (?:den |die |der )?)?"
    rf"(?:lfd\. Nr\. |laufende Nummer )?Fragen? (?:Nr\. ?|Nummern? )?{LISTE}"
)
WEITERES_ZIEL = re.compile(r"(?:\bund|\bsowie|\boder|bzw\.|,) (?!\d|\Z)|\bFragen?\b")
ARTIKEL_DANACH = re.compile(r",? ?(?:die|in der|in den) ")  # ", die Antwort zu Frage 3" goes on listing own answers


@dataclass(frozen=True)
class Weiterverweis:
    """A referral; `fragen` are the cited paper's questions that it names ("3", "1.2", "2a"), none if all are meant."""

    fragen: tuple[str, ...] = ()


def find_weiterverweis(text: Lesetext, start: int, ende: int) -> Weiterverweis | None:
    """The referral that the reference at this span of the source stands in; None if its sentence sends nobody on.

    Linear in the length of a sentence; `fragen` compare with a printed number by `fragennummern.key`.
    """
    flat = text.text
    davor, danach = _sentence_before(flat, text.text_offset(start)), _sentence_after(flat, text.text_offset(ende))
    if not (_is_cited(davor) or _is_object(davor, danach) or _is_repeated(davor, danach)):
        return None
    return Weiterverweis(_questions(davor, danach))


def _sentence_before(flat: str, bis: int) -> str:
    davor = flat[max(0, bis - WEITE) : bis]
    return davor[max(_sentence_ends(davor), default=0) :]


def _sentence_after(flat: str, ab: int) -> str:
    danach = flat[ab : ab + WEITE]
    return danach[: min(_sentence_ends(danach), default=None)]


def _sentence_ends(flat: str) -> list[int]:
    return [
        ende.end()
        for ende in SATZENDE.finditer(flat)
        if not ABKUERZUNG.search(flat, max(0, ende.start() - 8), ende.start() + 1)
    ]


def _is_cited(davor: str) -> bool:
    """ "siehe", "vgl." before the reference, with nothing between that takes the word for itself."""
    siehe = SIEHE.search(IN_KLAMMERN.sub("", davor))
    return bool(siehe and not NEBENSATZ.search(siehe["danach"]))


def _is_object(davor: str, danach: str) -> bool:
    """Whether the sentence refers to the reference itself: not "In der Antwort auf ... wird auf ein Gutachten ..."."""
    verb = VERB_DANACH.search(danach)
    bis_zum_verb = KEIN_ANDERES_ZIEL.sub("", danach[: verb.start() if verb else None])
    if verb:
        return bool(AUF.search(davor)) and not AUF.search(bis_zum_verb)
    verb = VERB_DAVOR.search(davor)
    return bool(
        verb
        and not WER_FRAGT.search(davor, 0, verb.end())
        and not AUF.match(bis_zum_verb.lstrip())
        and ("Bezug" in verb.group() or verb.group()[0] == "v")
    )


def _is_repeated(davor: str, danach: str) -> bool:
    """ "wurde bereits in der Antwort auf ... dargestellt": the answer is there, and goes on counting."""
    if GILT_FORT.search(danach):
        return True
    return bool(
        (BEREITS.search(davor) and GESAGT.search(danach)) or (BEREITS.search(danach[:60]) and GESAGT.search(danach))
    )


def _questions(davor: str, danach: str) -> tuple[str, ...]:
    nach = FRAGEN_DANACH.match(danach)
    if nach and not ARTIKEL_DANACH.match(danach):
        return labels(nach["liste"])
    for vor in reversed(list(re.finditer(r"\bFragen?\b", davor))):
        treffer = FRAGEN_DAVOR.match(davor, vor.start())
        if treffer and not WEITERES_ZIEL.search(treffer["bis_zur"]):
            return labels(treffer["liste"])
        break
    return ()
