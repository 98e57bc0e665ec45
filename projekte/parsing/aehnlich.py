"""Which known project a printed name may mean though it is none of its names: names drift from paper to paper.

Words are dropped, added, declined and put in another order, hyphens come and go, letters are misprinted. What tells
projects apart is their rare words: "Ausbauinitiative Erneuerbarer Strom" and "Ausbauinitiative Erneuerbare Wärme" are
two of them, however many letters they share.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

WORT = re.compile(r"[^\W_]+")
UNTERTITEL = re.compile(r": | [-–—] ")  # "Ruhr Games: Lust auf Olympia machen", "Medienmacher 4.0 – RuhrReporter"
IN_KLAMMERN = re.compile(r"\((\w{3,10})\)")  # "Forschungszentrum Urban Health Ruhr (FUHR)"
FUELLWORT = re.compile(
    r"am|an|auf|aus|bei|d(?:as|e[mnrs]|ie)|ein(?:e[mnrs]?)?|for|für|im|in|mit|nach|of|on|und|vo[mnr]|zu[mr]?"
)
# Words that any name of such a programme may have or lack.
ALLGEMEIN = frozenset(
    {"gebiet", "initiative", "metropole", "nordrhein", "nrw", "projekt", "region", "ruhr", "ruhrgebiet", "westfalen"}
)
JAHR = re.compile(r"(?:19|20)\d\d")
ENDUNG = re.compile(r"(?<=\w{4})(?:e[nrsm]?|n|s)$")  # "Erneuerbarer", "Erneuerbare"; "Krankenhauses"

GLEICHE_ZEICHEN = 92.0  # of 100, without spaces and hyphens: a misprint or two, another ending
GLEICHES_WORT = 80.0  # "Kompetenzentrum", "Kompetenzzentrum"
KURZES_WORT = 5  # letters; of shorter ones each counts
LANGES_WORT = 12  # "Zukunftscampus": peculiar enough to stand for a name of several words
KURZ_OHNE_UNTERTITEL = 8
KUERZEL_AB = 3
WENIG = 0.25  # the weight of a word in ALLGEMEIN, where a rare one has about 4
ANTEIL = 0.6  # of the words' weight that both share, where one of them only lacks words of the other
ANTEIL_STRENG = 0.8  # ... where both have words of their own
ABSTAND = 0.04  # by which the best project must lead, else nobody can tell


@dataclass(frozen=True)
class _Form[P: Hashable]:
    """One way to write a known name: without its spaces, and its words by their stem."""

    projekt: P
    zeichen: str
    worte: frozenset[str]


class Namensindex[P: Hashable]:
    """All known names in all their forms; looking one up takes as long for many of them as for few."""

    def __init__(self, namen: Sequence[tuple[str, P]]) -> None:
        formen = {(form, projekt): None for name, projekt in namen for form in _forms(name)}
        self.formen = [_Form(projekt, _squashed(form), _words(form)) for form, projekt in formen]
        self.zeichen = [form.zeichen for form in self.formen]
        self.mit_wort: dict[str, set[int]] = defaultdict(set)
        projekte_mit: dict[str, set[P]] = defaultdict(set)
        for i, form in enumerate(self.formen):
            for wort in form.worte:
                self.mit_wort[wort].add(i)
                projekte_mit[wort].add(form.projekt)
        anzahl = len({projekt for _, projekt in namen})
        self.gewichte = {wort: log(1 + anzahl / len(mit)) for wort, mit in projekte_mit.items()}
        self.unbekannt = log(1 + anzahl)
        self.kuerzel: dict[str, set[P]] = defaultdict(set)
        for name, projekt in namen:
            for kuerzel in _abbreviations(name):
                self.kuerzel[kuerzel].add(projekt)

    def find(self, gedruckt: str) -> P | None:
        """The one project whose name is most like it; None if none is like it, or two are."""
        if len(mit_kuerzel := self.kuerzel.get(gedruckt, ())) == 1:
            return next(iter(mit_kuerzel))
        werte: dict[P, float] = {}
        for i, wert in self._scores(gedruckt):
            projekt = self.formen[i].projekt
            werte[projekt] = max(wert, werte.get(projekt, 0.0))
        beste = sorted(werte.items(), key=lambda paar: -paar[1])[:2]
        if not beste or (len(beste) == 2 and beste[0][1] - beste[1][1] < ABSTAND):
            return None
        return beste[0][0]

    def is_same(self, gedruckt: str, projekt: P) -> bool:
        """Whether it is a name of that project but for hyphens, spaces and capitals: "Sport-Valley"."""
        return any(form.zeichen == _squashed(gedruckt) and form.projekt == projekt for form in self.formen)

    def _scores(self, gedruckt: str) -> list[tuple[int, float]]:
        zeichen, worte = _squashed(gedruckt), _words(gedruckt)
        treffer = process.extract(zeichen, self.zeichen, scorer=fuzz.ratio, score_cutoff=GLEICHE_ZEICHEN, limit=5)
        werte = [(i, wert / 100) for _, wert, i in treffer]
        zuordnung = {wort: self._known(wort) for wort in worte}
        for i in {i for bekannt in zuordnung.values() for i in self.mit_wort.get(bekannt, ())}:
            werte.append((i, self._shared({zuordnung[wort] for wort in worte}, self.formen[i].worte)))
        return [paar for paar in werte if paar[1]]

    def _known(self, wort: str) -> str:
        """The known word that it is, perhaps misprinted; else itself."""
        if wort in self.gewichte or len(wort) <= KURZES_WORT:
            return wort
        naechstes = process.extractOne(wort, self.gewichte.keys(), scorer=fuzz.ratio, score_cutoff=GLEICHES_WORT)
        return str(naechstes[0]) if naechstes else wort

    def _shared(self, gedruckt: set[str], bekannt: frozenset[str]) -> float:
        """How much of the weight of both they share, 0 to 1; 0 if too little to be the same name."""
        gemeinsam = gedruckt & bekannt
        eigen = [wort for wort in gemeinsam if self._weight(wort) > WENIG]
        genug = len(eigen) > 1 or (eigen and bekannt <= gedruckt) or any(len(wort) >= LANGES_WORT for wort in eigen)
        if not genug:
            return 0.0
        anteil = 2 * self._weigh(gemeinsam) / (self._weigh(gedruckt) + self._weigh(bekannt))
        beide_eigenes = all(self._weigh(worte - gemeinsam) > WENIG * 2 for worte in (gedruckt, set(bekannt)))
        return anteil if anteil >= (ANTEIL_STRENG if beide_eigenes else ANTEIL) else 0.0

    def _weigh(self, worte: set[str] | frozenset[str]) -> float:
        return sum(self._weight(wort) for wort in worte)

    def _weight(self, wort: str) -> float:
        if wort in ALLGEMEIN or JAHR.fullmatch(wort):
            return WENIG
        return self.gewichte.get(wort, self.unbekannt)


def schreibweisen[P: Hashable](namen: Sequence[tuple[str, P]]) -> tuple[tuple[str, P], ...]:
    """Every name and what a paper may print for it, each with its project, the longest first.

    "Research Departments: Zusammenarbeit der Universitäten" is also "Research Departments", unless another project is.
    """
    je_form: dict[str, dict[P, None]] = defaultdict(dict)
    for name, projekt in namen:
        for form in (*_forms(name), *IN_KLAMMERN.findall(name)):
            je_form[form][projekt] = None
    eigene = set(namen)
    paare = ((form, p) for form, projekte in je_form.items() for p in projekte)
    brauchbar = [(form, p) for form, p in paare if (form, p) in eigene or len(je_form[form]) == 1]
    return tuple(sorted(brauchbar, key=lambda paar: (-len(paar[0]), paar[0])))


def _forms(name: str) -> list[str]:
    """The name, and its parts without subtitle that can stand alone."""
    teile = UNTERTITEL.split(name)
    if ": " in name:
        teile = teile[:1]  # what follows a colon explains, and names nothing
    return [name, *(teil for teil in teile if teil != name and _can_stand_alone(teil))]


def _can_stand_alone(teil: str) -> bool:
    """Not so "Metropole Ruhr": that is the region, whatever a project of the name "Metropole Ruhr: ..." is about."""
    return len(teil) >= KURZ_OHNE_UNTERTITEL and not _words(teil) <= ALLGEMEIN


def _abbreviations(name: str) -> list[str]:
    """Those in the name itself ("FUHR"), and the initials of three words or more ("ODHB")."""
    worte = [wort for wort in WORT.findall(UNTERTITEL.split(name)[0]) if not FUELLWORT.fullmatch(wort.casefold())]
    initialen = "".join(wort[0] for wort in worte if wort[0].isalpha()).upper()
    gross = [wort for wort in WORT.findall(name) if wort.isupper() and wort.casefold() not in ALLGEMEIN]
    return [kuerzel for kuerzel in (initialen, *gross, *IN_KLAMMERN.findall(name)) if len(kuerzel) >= KUERZEL_AB]


def _squashed(text: str) -> str:
    return "".join(WORT.findall(text)).casefold()


def _words(text: str) -> frozenset[str]:
    worte = {wort.casefold() for wort in WORT.findall(text)}
    worte -= {wort for wort in worte if FUELLWORT.fullmatch(wort)}
    return frozenset(wort if wort in ALLGEMEIN else ENDUNG.sub("", wort) for wort in worte)
