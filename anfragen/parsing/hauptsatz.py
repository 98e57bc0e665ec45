"""What a sentence says in its main clauses: their words, without quotes, brackets and subordinate clauses.

German puts the finite verb of a main clause second and the rest of the predicate last, often with clauses between:
"Die Landesregierung wird, sobald die Zahlen vorliegen, den Landtag unterrichten." What stands in between and in quotes
says nothing about what is promised, so it is left out before anyone looks for verbs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

# "„Wir werden bauen.“", "(bis Ende 2021)"; a quote that nobody closes ends somewhere
EINSCHUB = re.compile(r"„[^„“”]{1,600}[“”]|»[^»«]{1,600}«|\"[^\"]{1,600}\"|\([^()]{1,300}\)")
TRENNER = re.compile(r"(?:[,;:]| [–—-]) ")  # "abgeschlossen, soll", "folgt: Die", "– auch –"; not "2,5"
ZU_INFINITIV = re.compile(r"\w{2,12}zu\w{3,20}n")  # "vorzulegen"
WORT = re.compile(r"[^\W_](?:[\w.’/-]{0,60}\w)?|§")  # "Ruhr-Konferenz", "01.07.2021", "§"


def wortliste(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


# What a subordinate clause begins with
NEBENSATZ = wortliste(
    "dass ob wenn weil da damit sobald soweit sofern falls obwohl obgleich während nachdem bevor ehe indem sodass wie"
    " wo wobei womit wodurch wofür woran worauf wonach wovon wozu was wer wen wem wann warum weshalb als um ohne"
    " anstatt bis solange seitdem inwieweit inwiefern deren dessen denen dem den welche welcher welches welchen welchem"
)
AM_SATZANFANG = NEBENSATZ - {"als", "bis", "dem", "den"}  # "Als Termin ist", "Bis Ende 2021 sollen", "Den Antrag prüft"
PRONOMEN = wortliste("der die das dem den denen deren dessen welche welcher welches welchen welchem")
PRAEPOSITION = wortliste("in mit für bei an auf von zu über unter durch aus nach um gegen vor zwischen")
INDIREKT = wortliste("ob inwieweit inwiefern welche welcher welches welchen welchem wie wann")
GEGENSATZ = wortliste("sondern aber jedoch allerdings doch gleichwohl")
# Auxiliaries and modals: what a subordinate clause ends with, and what bounds a predicate
HILFSVERBEN = wortliste(
    "wird werden soll sollen ist sind hat haben war waren wurde wurden hatte hatten kann können konnte konnten muss"
    " müssen musste mussten darf dürfen sollte sollten könnte könnten würde würden müsste müssten dürfte dürften wäre"
    " wären will wollen wollte wollten sei seien habe worden"
)


class Wort(NamedTuple):
    """A word and its place; `klein` in small letters, `gross` whether it begins with a capital."""

    klein: str
    gross: bool
    start: int
    ende: int

    @property
    def ist_hilfsverb(self) -> bool:
        return self.klein in HILFSVERBEN and not self.gross


@dataclass
class Hauptsatz:
    """The words of one main clause; `sichtbar` are its spans, with the dass-clauses that say what it is about.

    `fragt`: an indirect question belongs to it. `relativ`: it is a relative clause with its verb put second, as if it
    stood alone: "das Anfang 2021 seine Arbeit aufnehmen soll".
    """

    worte: list[Wort] = field(default_factory=list)
    sichtbar: list[tuple[int, int]] = field(default_factory=list)
    hat_verb: bool = False
    fragt: bool = False
    relativ: bool = False

    @property
    def endet_mit_verb(self) -> bool:
        return self.hat_verb and not self.worte[-1].gross


def without_insertions(flat: str, spannen: Iterable[tuple[int, int]]) -> str:
    """`flat`, its quotes and brackets within each of the spans blank; as long as before, so that offsets hold."""
    teile: list[str] = []
    bei = 0
    for spanne in spannen:
        for einschub in EINSCHUB.finditer(flat, max(bei, spanne[0]), spanne[1]):
            teile += [flat[bei : einschub.start()], " " * (einschub.end() - einschub.start())]
            bei = einschub.end()
    return "".join([*teile, flat[bei:]])


def main_clauses(text: str, von: int, bis: int) -> list[Hauptsatz]:
    """The main clauses of the sentence `text[von:bis]`, from `without_insertions`."""
    saetze: list[Hauptsatz] = []
    relative: list[Hauptsatz] = []
    davor = ";"  # the mark before the piece
    for start, ende, danach in _pieces(text, von, bis):
        worte = _words(text, start, ende)
        if not worte:
            continue
        if _is_subordinate(worte, erster=davor in ";:", letzter=ende == bis):
            if saetze and worte[0].klein == "dass":
                saetze[-1].sichtbar.append((start, ende))
            elif saetze and worte[0].klein in INDIREKT:
                saetze[-1].fragt = True
            elif worte[-1].klein in ("soll", "sollen") and len(worte) > 2:
                gestellt = [worte[0], worte[-1], *worte[1:-1]]
                relative.append(Hauptsatz(gestellt, [(worte[1].start, ende)], relativ=True))
        else:
            if davor in ";:" or not saetze or _begins_anew(worte, saetze[-1]):
                saetze.append(Hauptsatz())
            saetze[-1].worte += worte
            saetze[-1].sichtbar.append((start, ende))
            saetze[-1].hat_verb |= _has_verb(worte)
        davor = danach
    return saetze + relative


def _has_verb(worte: list[Wort]) -> bool:
    return any(wort.ist_hilfsverb for wort in worte[:-1])


def _begins_anew(worte: list[Wort], vorher: Hauptsatz) -> bool:
    """Whether a piece after a comma is a clause of its own, and not a list's next item or an infinitive clause."""
    if not vorher.hat_verb:
        return False
    if _has_verb(worte) or worte[0].klein in GEGENSATZ:
        return True
    infinitiv = worte[-2:][0].klein == "zu" or ZU_INFINITIV.fullmatch(worte[-1].klein)
    return vorher.endet_mit_verb and worte[0].klein in PRONOMEN and not infinitiv


def _pieces(text: str, von: int, bis: int) -> Iterator[tuple[int, int, str]]:
    """The spans between commas, colons and dashes, each with the mark that ends it."""
    bei = von
    for trenner in TRENNER.finditer(text, von, bis):
        yield bei, trenner.start(), trenner.group().strip()
        bei = trenner.end()
    yield bei, bis, "."


def _words(text: str, von: int, bis: int) -> list[Wort]:
    return [Wort((wort := w.group()).lower(), wort[0].isupper(), *w.span()) for w in WORT.finditer(text, von, bis)]


def _is_subordinate(worte: list[Wort], *, erster: bool, letzter: bool) -> bool:
    """Whether a piece is a subordinate clause: by its first word, and where that may be an article by its verb."""
    erstes, zweites = worte[0].klein, worte[1].klein if len(worte) > 1 else ""
    endet_mit_verb = worte[-1].ist_hilfsverb
    if erster:
        return erstes in AM_SATZANFANG and not letzter and not worte[-1].gross and len(worte) > 2
    if erstes in ("so", "insbesondere", "auch", "und") and zweites in NEBENSATZ - PRONOMEN:
        return True  # "so dass", "und wenn"
    if erstes in PRAEPOSITION and zweites in PRONOMEN and len(worte) > 2:
        return endet_mit_verb or not worte[2].gross  # "mit denen sie", but not "mit den Kammern"
    if erstes in PRONOMEN and zweites:
        return endet_mit_verb or not worte[1].gross  # "die in Bochum", but not "die Kammern"
    if erstes == "bis" and zweites:  # "bis die Klage", but not "bis Ende 2021", "bis 2023" or "bis zum 1. Mai"
        return not (worte[1].gross or zweites[0].isdigit() or zweites in ("zum", "zur", "spätestens", "einschließlich"))
    return erstes in NEBENSATZ and not worte[0].gross
