"""Where a question ends and its answer begins, and which bracket is an instruction ("(Bitte nach Jahren ...)")."""

import re
from dataclasses import dataclass, replace

# "Vor diesem Hintergrund frage ich die Landesregierung:"
EINLEITUNG = re.compile(r"\b(?:frag(?:e|en)|bitte[nt]?)\b[^.?!:]{0,80}\bLandess?regierung\b[^.?!:]{0,60}:")
# A question mark that ends a sentence: not the one of a web address, nor one inside a quotation that goes on.
FRAGEZEICHEN = re.compile(r"\?[“”\"»)\]]*\d{0,2}(?= [^a-zäöüß]| ?\Z| ?[a-z]\) )")
KLEINE_ANTWORT = re.compile(r"\?(?= )")  # "Wo? in Köln", only where no better mark is found
KLAMMER_AUF = re.compile(r" ?\.? ?(?P<klammer>[(\[])")
KLAMMERN = re.compile(
    r"(?<!\w)[a-z]\)|(?P<klammer>[()\[\]])"
)  # in "(nach a) Kreis, b) Jahr)" the letters close nothing
ANWEISUNG = re.compile(
    r"(?:[Bb]itte|[Aa]ufschlüssel|[Aa]ufgeschlüsselt|[Aa]uflistung|[Aa]ufgelistet|[Aa]ufgeteilt|[Aa]ufteilung|[Aa]ngabe"
    r"|[Dd]arstellung|[Dd]ifferenzier|[Gg]etrennt|[Gg]egliedert|[Jj]eweils|[Nn]ach\b|[Uu]nter Angabe|[Mm]it Angabe"
    r"|[Mm]it der Bitte|[Ww]enn möglich|[Ff]alls möglich|[Ss]oweit möglich|[Ss]ofern möglich|[Tt]abellarisch"
    r"|[Ee]inzel|[Nn]ennung|[Aa]ntwort|[Ww]ir bitten|[Ee]s wird gebeten|[Gg]erne?\b|[Hh]ierbei|[Dd]abei\b)"
)
BITTE = re.compile(r" ?(?P<satz>Bitte (?:[a-zäöüß]+ )?[^?!:;]{3,240}?[a-zäöüß]{2}\.)(?= [A-ZÄÖÜ„»\"“(\[0-9•–-]| ?\Z)")
SATZ = re.compile(r"[.?!…][“”\"»)\]]*\d{0,2}(?= [A-ZÄÖÜ„»\"“(\[0-9•–-]| ?[a-z]\) | ?\Z)")
ABKUERZUNG = re.compile(
    r"(?:\b(?:z|B|u|a|d|h|i|R|s|o|S|Nr|Abs|Art|Dr|Prof|bzw|ca|ggf|vgl|sog|inkl|usw|etc|Mio|Mrd|St|Str|Hbf|Ziff|evtl"
    r"|Drs|[A-ZÄÖÜ])|\d)\.\Z"
)
LETZTE_FRAGE = 1600  # how far into a block we look for its first question mark
NACHFRAGE_MAX = 500  # how long a further question right after it may be
KLAMMER_MAX = 4000


@dataclass(frozen=True)
class Fragetext:
    """A question's words, its instruction without the outer brackets, and where it ends in the reading text."""

    text: str
    hinweis: str
    ende: int

    def mit_klammern(self, text: str, bis: int) -> "Fragetext":
        """The same with the brackets that follow it."""
        teile, hinweise, ende = _brackets(text, self.ende, bis)
        return replace(self, text=_join([self.text, *teile]), hinweis=_join([self.hinweis, *hinweise]), ende=ende)


def frageende(text: str, ab: int, bis: int, *, allein: bool = False) -> Fragetext:
    """The question that begins at `ab` and ends before `bis`.

    It runs to its first question mark and on through brackets and further questions ("Wenn nein, warum nicht?");
    one that asks without a question mark ("Bitte nennen Sie ...") is its first sentence. `allein`: take no further
    question.
    """
    zeichen = FRAGEZEICHEN.search(text, ab, min(bis, ab + LETZTE_FRAGE))
    zeichen = zeichen or KLEINE_ANTWORT.search(text, ab, min(bis, ab + LETZTE_FRAGE))
    ende = zeichen.end() if zeichen else satzende(text, ab, bis)
    teile, hinweise = [text[ab:ende].strip()], []
    while True:
        weitere, anweisungen, ende = _brackets(text, ende, bis)
        teile += weitere
        hinweise += anweisungen
        if zeichen and (bitte := BITTE.match(text, ende, bis)):  # "... gab es? Bitte nach Jahren aufschlüsseln."
            hinweise.append(bitte["satz"])
            ende = bitte.end()
        nachfrage_ende = satzende(text, ende, min(bis, ende + NACHFRAGE_MAX))
        nachfrage = text[ende:nachfrage_ende].strip()
        if allein or not zeichen or "?" not in nachfrage[-5:]:
            break
        teile.append(nachfrage)
        ende = nachfrage_ende
    wortlaut, innen = _before_mark(_join(teile))
    return Fragetext(wortlaut, _join([innen, *hinweise]), ende)


def satzende(text: str, ab: int, bis: int) -> int:
    """Where the sentence that begins at `ab` ends; an abbreviation's full stop ends none."""
    for ende in SATZ.finditer(text, ab, bis):
        if not ABKUERZUNG.search(text, max(ab, ende.start() - 6), ende.start() + 1):
            return ende.end()
    return bis


def _brackets(text: str, ab: int, bis: int) -> tuple[list[str], list[str], int]:
    """The brackets that follow: those that belong to the wording, the instructions, and where the last ends."""
    teile: list[str] = []
    hinweise: list[str] = []
    while auf := KLAMMER_AUF.match(text, ab, bis):
        start = auf.start("klammer")
        ende = _closing(text, start, min(bis, start + KLAMMER_MAX))
        inhalt = text[start + 1 : ende - 1].strip()
        if ende <= start or not inhalt.strip(".… "):
            break  # "[...]" is a cut, no bracket of the question
        if ANWEISUNG.match(inhalt):
            hinweise.append(inhalt)
        else:
            teile.append(text[start:ende])
        ab = ende + (text[ende : ende + 1] == ".")
    return teile, hinweise, ab


def _closing(text: str, start: int, bis: int) -> int:
    """The offset after the bracket that closes the one at `start`; brackets nest. 0 if none does."""
    tiefe = 0
    for stelle in KLAMMERN.finditer(text, start, bis):
        if stelle["klammer"]:
            tiefe += 1 if stelle["klammer"] in "([" else -1
            if tiefe == 0:
                return stelle.end()
    erste = text.find(")", start, bis)
    return erste + 1


def _before_mark(wortlaut: str) -> tuple[str, str]:
    """An instruction that stands before the question mark: "... gab es (bitte nach Jahren)?"."""
    if not wortlaut.endswith((")?", ") ?")):
        return wortlaut, ""
    auf = max(wortlaut.rfind("(bitte"), wortlaut.rfind("(Bitte"))
    if auf < 0 or _closing(wortlaut, auf, len(wortlaut)) != wortlaut.rindex(")") + 1:
        return wortlaut, ""
    return f"{wortlaut[:auf].rstrip()}?", wortlaut[auf + 1 : wortlaut.rindex(")")].strip()


def _join(teile: list[str]) -> str:
    return " ".join(teil for teil in teile if teil)
