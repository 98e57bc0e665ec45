"""From a source text to the text we read: one line, without what the printer put around it, words whole again.

Every later pattern matches on the flat text. A document with its line breaks and the same one joined to one line
therefore read alike by construction, as long as no rule here asks whether a space was once a line break. The only
thing that line breaks still tell is where paragraphs are (`absaetze`), which concerns display alone.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from anfragen.parsing.fussnoten import find_fussnoten
from anfragen.parsing.raender import Randart, find_raender
from anfragen.parsing.records import Dokumentnummer

# Pieces of the source. A soft hyphen or PDFium's marks for one (U+0002, U+FFFE) are a line's end inside a word.
_ZWISCHEN = (
    r"(?P<raum>\s+)"
    r"|(?P<trennung>[\u0002\ufffe]\s*|\u00ad\s+(?=\S))"  # "Woh\ufffenen", "Woh\u00ad\nnen"
    r"|(?P<unsichtbar>[\u0000\u00ad\u200b\u2060\ufeff]+)"  # "Landes\u00adregierung"
)
_WORT = r"[^\s\u0000\u0002\u00ad\u200b\u2060\ufeff\ufffe]++"
STUECK = re.compile(rf"{_ZWISCHEN}|(?P<worte>{_WORT})")
# The same with as many words at once as have nothing but one space between them: "in Bochum\ngebaut"
STRECKE = re.compile(rf"{_ZWISCHEN}|(?P<worte>{_WORT}(?:\s{_WORT})*+)")
VERDOPPELT = "LLAANNDDTTAAGG"  # some fonts come out with every letter twice: "1188//11115599"
SEITENENDE = re.compile(r"\f")
LEERZEILE = re.compile(r"\n[^\S\n]*\n|\f")
# A page break that the extraction turned into one space at the start of a line: "in Bochum statt. \n Handlungsfeld"
EINGERUECKT = re.compile(r"(?<=[.!?:])[^\S\n]{0,3}\n (?=\S)")
LISTENPUNKT = re.compile(r"^[^\S\n]*(?=[•▪●‣◦\uf0b7]\s)", re.MULTILINE)  # "• Kurze Wege"
# A dash begins a list item only after a sentence or colon; else it goes on with the line before: "... (LKA)\n– Wie"
STRICHPUNKT = re.compile(r"(?<=[:;.,?!])[^\S\n]{0,3}\n[^\S\n]{0,8}(?=[–-]\s)")
PUNKT_IM_TEXT = re.compile(r"[•▪●‣◦\uf0b7](?= )")

STRICH_AM_ENDE = re.compile(r"(?<=[^\W_])[-‐‑] (?=[^\W_])")  # "Woh- nen", "Ruhr- Universität", "[05- 02]"
WORT_DAVOR = re.compile(r"[^\W_]+\Z")
WORT_DANACH = re.compile(r"[^\W_]+")
MIT_STRICH = re.compile(r"(?<![^\W_])[^\W_]{1,60}[-‐‑][^\W_]{1,60}")  # "nicht-individualisierte"
# After these the hyphen stands for a part left out: "Klima- und Umweltschutz", "8- bis 12-Minuten"
ERGAENZUNG = frozenset(
    {"und", "oder", "bzw", "beziehungsweise", "sowie", "bis", "als", "wie", "noch", "u", "respektive"}
)
# ... but these are the second half of one word: "so- wie", "den- noch"
DOCH_EIN_WORT = frozenset({"sowie", "dennoch", "soviel"})
# Adjectives that are always written with a hyphen: "nordrhein-westfälisch", "rot-grün", "öffentlich-rechtlich"
ADJEKTIVPAAR = re.compile(
    r"(?<![^\W_])(?:nordrhein-westf|rheinland-pf|baden-württ|schleswig-holst|mecklenburg-vorp|sachsen-anh"
    r"|(?:rot|schwarz|grün|gelb|blau)-(?:rot|schwarz|grün|gelb|blau)|[a-zäöü]{3,60}(?:isch|lich)-[a-zäöü]{3,60}(?:isch|lich))",
    re.IGNORECASE,
)
SATZENDE = re.compile(r"[.!?:…\])“”\"]\Z")


@dataclass(frozen=True)
class Randtext:
    """A piece taken out of the reading text: its words on one line and its span in the source."""

    art: Randart
    text: str
    start: int
    ende: int
    nummer: Dokumentnummer | None = None


@dataclass(frozen=True)
class Lesetext:
    """The flat reading text with the way back to the source.

    `absaetze` are the offsets into `text` at which a new paragraph begins (blank line, page or list item in the
    source), ascending, without 0. `raender` are the running heads, page footers and imprints that were taken out.
    `fussnoten` are the spans of `text` that interrupt it at the foot of a page.
    """

    quelle: str
    text: str
    absaetze: tuple[int, ...]
    raender: tuple[Randtext, ...] = ()
    fussnoten: tuple[tuple[int, int], ...] = ()
    _stellen: "array[int]" = field(default_factory=lambda: array("L"), repr=False, compare=False)

    @property
    def seitenbeginne(self) -> tuple[int, ...]:
        """The offsets into `text` at which a page begins, but for the first."""
        koepfe = [rand.ende for rand in self.raender if rand.art is Randart.KOPFZEILE]
        umbrueche = [umbruch.end() for umbruch in SEITENENDE.finditer(self.quelle)]
        return tuple(sorted({self.text_offset(stelle) for stelle in (*koepfe, *umbrueche)}))

    @property
    def kopfzeilen(self) -> tuple[Dokumentnummer, ...]:
        """The document's own number as the running heads give it, once for each head."""
        return tuple(rand.nummer for rand in self.raender if rand.nummer)

    def source_span(self, start: int, ende: int) -> tuple[int, int]:
        """The span of the source from which `text[start:ende]` was read."""
        start, ende = max(0, start), min(ende, len(self.text))
        if start >= ende:
            stelle = self._stellen[start] if start < len(self._stellen) else len(self.quelle)
            return stelle, stelle
        return self._stellen[start], self._stellen[ende - 1] + 1

    def text_offset(self, quellstelle: int) -> int:
        """The first offset into `text` that was read at or after this place in the source."""
        return bisect_left(self._stellen, quellstelle)

    def paragraphs(self, start: int, ende: int) -> str:
        """`text[start:ende]` without footnotes, its paragraphs parted by a blank line."""
        noten = [(max(start, a), min(ende, b)) for a, b in self.fussnoten if a < ende and b > start]
        stuecke = pairwise((start, *(grenze for note in noten for grenze in note), ende))
        teile: list[str] = []
        for ab, bis in list(stuecke)[::2]:
            inner = self.absaetze[bisect_right(self.absaetze, ab) : bisect_left(self.absaetze, bis)]
            neue = [teil for a, b in pairwise((ab, *inner, bis)) if (teil := self.text[a:b].strip())]
            if teile and neue and (neue[0][0].islower() or not SATZENDE.search(teile[-1])):
                teile[-1] += f" {neue.pop(0)}"  # the sentence that the footnote interrupted
            teile += neue
        return "\n\n".join(teile)

    def without_fussnoten(self, wortlaut: str, start: int, ende: int) -> str:
        """A wording that was taken from `text[start:ende]`, without the footnotes that interrupt it there."""
        for ab, bis in self.fussnoten:
            if start < ab and bis < ende:
                wortlaut = wortlaut.replace(self.text[ab:bis].strip() + " ", "")
        return wortlaut


@lru_cache(maxsize=2)  # what extends the reading of a document reads its text once more
def lies(quelle: str) -> Lesetext:
    """The reading text of `quelle`. Never raises; linear in its length."""
    text, stellen = _flat(quelle)
    funde = find_raender(text)
    raender = [
        Randtext(rand.art, text[rand.start : rand.ende], stellen[rand.start], stellen[rand.ende - 1] + 1, rand.nummer)
        for rand in funde
    ]
    text, stellen = _without(text, stellen, [(rand.start, rand.ende) for rand in funde])
    text, stellen = _join_words(text, stellen)
    seitenenden = (bisect_left(stellen, rand.start) for rand in raender if rand.art is not Randart.IMPRESSUM)
    fussnoten = find_fussnoten(text, seitenenden)
    return Lesetext(quelle, text, _absaetze(quelle, text, stellen, raender), tuple(raender), fussnoten, stellen)


def _flat(quelle: str) -> tuple[str, "array[int]"]:
    """White space folded to single spaces, none at the ends; for each character its place in the source."""
    teile: list[str] = []
    stellen = array("L")
    raum_bei: int | None = None
    verdoppelt = VERDOPPELT in quelle
    for stueck in (STUECK if verdoppelt else STRECKE).finditer(quelle):
        start = stueck.start()
        match stueck.lastgroup:
            case "raum":
                raum_bei = start if raum_bei is None else raum_bei
            case "trennung" if teile and raum_bei is None:
                teile.append("-")
                stellen.append(start)
                raum_bei = start
            case "worte":
                worte, schritt = " ".join(stueck.group().split()), 1
                if verdoppelt and worte[::2] == worte[1::2]:
                    worte, schritt = worte[::2], 2
                if raum_bei is not None and teile:
                    teile.append(" ")
                    stellen.append(raum_bei)
                raum_bei = None
                teile.append(worte)
                stellen.extend(range(start, stueck.end(), schritt))
            case _:
                pass
    return "".join(teile), stellen


def _without(text: str, stellen: "array[int]", spannen: Iterable[tuple[int, int]]) -> tuple[str, "array[int]"]:
    """The text without these spans, and without the doubled or outer space that taking one out leaves."""
    teile: list[str] = []
    neue = array("L")
    bei = 0

    def keep(start: int, ende: int) -> None:
        if start < ende and text[start] == " " and (not teile or teile[-1].endswith(" ")):
            start += 1
        if start < ende:
            teile.append(text[start:ende])
            neue.extend(stellen[start:ende])

    for start, ende in spannen:
        keep(bei, start)
        bei = ende
    keep(bei, len(text))
    ergebnis = "".join(teile)
    if ergebnis.endswith(" "):
        return ergebnis[:-1], neue[:-1]
    return ergebnis, neue


def _join_words(text: str, stellen: "array[int]") -> tuple[str, "array[int]"]:
    """Words split at a line's end become whole; a hyphen that is part of the spelling stays."""
    striche = list(STRICH_AM_ENDE.finditer(text))
    if not striche:
        return text, stellen
    mit_strich = {wort.lower().replace("‐", "-").replace("‑", "-") for wort in MIT_STRICH.findall(text)}
    weg: list[tuple[int, int]] = []
    for strich in striche:
        davor = WORT_DAVOR.search(text, max(0, strich.start() - 60), strich.start())
        danach = WORT_DANACH.match(text, strich.end(), strich.end() + 60)
        if not davor or not danach:
            continue
        erst, dann = davor.group(), danach.group()
        if dann in ERGAENZUNG and (erst + dann).lower() not in DOCH_EIN_WORT:
            continue
        bleibt = (
            not dann[0].islower()  # "Ruhr-Universität", "[05-02]"
            or erst[-1].isdigit()  # "24-stündig"
            or (len(erst) > 1 and erst[-1].isupper())  # "EU-weit"
            or ADJEKTIVPAAR.match(f"{erst}-{dann}")
            or f"{erst}-{dann}".lower() in mit_strich  # printed with its hyphen elsewhere in the text
        )
        weg.append((strich.start() + 1, strich.end()) if bleibt else strich.span())
    return _cut(text, stellen, weg)


def _cut(text: str, stellen: "array[int]", spannen: list[tuple[int, int]]) -> tuple[str, "array[int]"]:
    teile: list[str] = []
    neue = array("L")
    bei = 0
    for start, ende in [*spannen, (len(text), len(text))]:
        teile.append(text[bei:start])
        neue.extend(stellen[bei:start])
        bei = ende
    return "".join(teile), neue


def _absaetze(quelle: str, text: str, stellen: "array[int]", raender: list[Randtext]) -> tuple[int, ...]:
    """Offsets into the text where a paragraph begins.

    A blank line before a small letter is one that the printer put inside a sentence, and so is a page break (a form
    feed, or where a head was taken out) after text that ends no sentence.
    """
    umbrueche = (*(rand.ende for rand in raender), *(umbruch.end() for umbruch in SEITENENDE.finditer(quelle)))
    seitenwechsel = {bisect_left(stellen, umbruch) for umbruch in umbrueche}
    kandidaten = {
        bisect_left(stellen, umbruch.end())
        for muster in (LEERZEILE, LISTENPUNKT, STRICHPUNKT, EINGERUECKT)
        for umbruch in muster.finditer(quelle)
    }
    kandidaten |= {m.start() for m in PUNKT_IM_TEXT.finditer(text)}
    absaetze: list[int] = []
    for stelle in sorted(kandidaten):
        stelle += text[stelle : stelle + 1] == " "
        if not 0 < stelle < len(text) or text[stelle - 1] != " " or text[stelle].islower():
            continue
        if stelle in seitenwechsel and not SATZENDE.search(text, max(0, stelle - 3), stelle - 1):
            continue
        if not absaetze or absaetze[-1] != stelle:
            absaetze.append(stelle)
    return tuple(absaetze)
