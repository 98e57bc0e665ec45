"""How the programmes on record write their Kennungen and Handlungsfelder, as patterns, and which programme is meant.

Two programmes may have the same Kennung, so a Kennung alone is no project: it belongs to the programme that its table
or the text names. Where that can't be told, nothing is decided.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from anfragen.parsing.records import Beleg
from projekte.parsing.bekannt import Bekannt, BekanntesProgramm, Kennungsschluessel
from projekte.parsing.records import MehrdeutigeKennung

ZEICHEN = {"0": "[0-9]", "A": "[A-Z]", "a": "[a-z]"}  # what a sign of the form "A-00" stands for; others for themselves
ERSTER_TEIL = re.compile(r"[0-9A-Za-z]{1,20}")  # "00" of "00-00"
GEDANKENSTRICH = re.compile(r" ?[-‐‑–—−] ?")  # "Mobilität – kurze", in any of its printed lengths
_NIE = "(?!)"

Feld = tuple[str, str]  # the key of a programme, the name of one of its Handlungsfelder


@dataclass(frozen=True)
class Muster:
    """The patterns of some programmes together."""

    kennung: re.Pattern[str]  # "[13-01]"
    zeilenanfang: re.Pattern[str]  # a heading without a column head goes on so: " Ruhr Games [19-01]"
    erwaehnung: re.Pattern[str]  # "(13-04)"
    feldname: re.Pattern[str]  # the name alone, in running text
    handlungsfeld: re.Pattern[str]  # "Handlungsfeld Vernetzte Mobilität – kurze Wege"
    programm: re.Pattern[str]  # "Landesregierung", "Ruhr-Konferenz": what a closing sentence is about
    formen: tuple[tuple[str, re.Pattern[str]], ...]  # by programme
    mit_forum: tuple[tuple[str, re.Pattern[str]], ...]  # the same, beginning with the number of a Themenforum
    felder: tuple[Feld, ...]

    def programmes_of(self, kennung: str) -> list[str]:
        """The programmes that write their Kennungen so."""
        return [programm for programm, form in self.formen if form.fullmatch(kennung)]

    def programmes_of_mention(self, kennung: str, bekannt: Bekannt) -> list[str]:
        """The same outside of tables, where it begins like one of the Themenforen, if there are, or is on record."""
        bekannte = [programm for programm, _ in self.formen if (programm, kennung) in bekannt.nach_kennung]
        return [p for p, form in self.mit_forum if p in bekannte or form.fullmatch(kennung)]

    def fields_named(self, gedruckt: str) -> tuple[Feld, ...]:
        """The Handlungsfelder of that name: one for each programme that has it."""
        gesucht = _one_dash(gedruckt)
        return tuple((programm, name) for programm, name in self.felder if _one_dash(name) == gesucht)


def form(kennungsform: str) -> re.Pattern[str]:
    """What a Kennung of that form looks like."""
    return re.compile(_form(kennungsform) or _NIE)


@lru_cache(maxsize=64)
def muster(programme: tuple[BekanntesProgramm, ...]) -> Muster:
    formen = {programm.schluessel: form(programm.kennungsform) for programm in programme}
    kennung = _one_of(muster.pattern for muster in formen.values())
    feldnamen = {name for programm in programme for name in programm.handlungsfelder}
    feld = _one_of(_any_dash(name) for name in sorted(feldnamen, key=lambda name: (-len(name), name)))
    namen = [re.escape(programm.name) for programm in programme if programm.name]
    return Muster(
        kennung=re.compile(rf"\[(?P<kennung>{kennung})\]"),
        zeilenanfang=re.compile(rf" [^.!?\[\]]{{3,200}}+\[{kennung}\]"),
        erwaehnung=re.compile(rf"[\[(](?P<kennung>{kennung})[\])]"),
        feldname=re.compile(feld),
        handlungsfeld=re.compile(rf"Handlungsfeld:? (?P<feld>{feld})(?= |$)"),
        programm=re.compile(rf"{_one_of(['Projekten?', 'Landesregierung', 'Fragen?', *namen])}\b"),
        formen=tuple(formen.items()),
        mit_forum=tuple((programm.schluessel, re.compile(_form_of_forum(programm))) for programm in programme),
        felder=tuple((programm.schluessel, name) for programm in programme for name in programm.handlungsfelder),
    )


def named(text: str, programme: Iterable[BekanntesProgramm]) -> frozenset[str]:
    """The keys of the programmes that a text names: "Ruhr-Konferenz", "Ruhrkonferenz"."""
    rest, genannt = _comparable(text), set()
    for programm in sorted(programme, key=lambda programm: -len(programm.name)):
        name = _comparable(programm.name)
        if name and name in rest:
            genannt.add(programm.schluessel)
            rest = rest.replace(name, " ")  # a programme whose name is part of a longer one isn't named by that
    return frozenset(genannt)


class Zuordnung:
    """Decides in one text of which programme a Kennung is."""

    def __init__(self, flat: str, bekannt: Bekannt) -> None:
        self.flat = flat
        self.bekannt = bekannt
        self.muster = muster(bekannt.programme)
        self.genannt = self.named(flat)

    def named(self, text: str) -> frozenset[str]:
        return named(text, self.bekannt.programme)

    def decide(self, kennung: str, kandidaten: Collection[str], *belege: Collection[str]) -> str | None:
        """The one programme among `kandidaten`, else None.

        `belege` are the programmes that what is near names, the nearest first; after them counts what the whole text
        names, and where that is none of them, which has such a project on record.
        """
        moeglich = list(dict.fromkeys(kandidaten))
        if len(moeglich) < 2:
            return moeglich[0] if moeglich else None
        for beleg in (*belege, self.genannt):
            if genannt := [programm for programm in moeglich if programm in beleg]:
                return genannt[0] if len(genannt) == 1 else None
        bekannte = [programm for programm in moeglich if (programm, kennung) in self.bekannt.nach_kennung]
        return bekannte[0] if len(bekannte) == 1 else None

    def mentions(self, von: int, bis: int) -> Iterator[re.Match[str]]:
        """The Kennungen in a stretch of running text."""
        return (t for t in self.muster.erwaehnung.finditer(self.flat, von, bis) if self.possible(t["kennung"]))

    def possible(self, kennung: str) -> list[str]:
        """The programmes that a Kennung in running text may be of."""
        return self.muster.programmes_of_mention(kennung, self.bekannt)

    def of_mention(self, kennung: str, satz: str, gedruckt: Iterable[Kennungsschluessel]) -> str | None:
        """The one of them that is meant; `gedruckt` are those Kennungen that a table of the text has."""
        aus_tabellen = {programm for programm, in_tabelle in gedruckt if in_tabelle == kennung}
        return self.decide(kennung, self.possible(kennung), self.named(satz), aus_tabellen)

    def undecided(self, kennung: str, moeglich: Iterable[str], beleg: Beleg) -> MehrdeutigeKennung:
        """What a person has to decide."""
        namen = {programm.schluessel: programm.name for programm in self.bekannt.programme}
        return MehrdeutigeKennung(kennung, tuple(namen[programm] for programm in moeglich), beleg)


def _form(kennungsform: str) -> str:
    return "".join(ZEICHEN.get(zeichen) or re.escape(zeichen) for zeichen in kennungsform)


def _form_of_forum(programm: BekanntesProgramm) -> str:
    """The form with the number of a Themenforum in front, as far as the numbers have the shape of its first part."""
    form = programm.kennungsform
    erster = ERSTER_TEIL.match(form)
    vorn = re.compile(_form(erster.group() if erster else ""))
    einzeln = {nummer for nummern in programm.themenforen for nummer in nummern.split("/")}
    passend = sorted(nummer for nummer in einzeln if nummer and vorn.fullmatch(nummer))
    if erster is None or not passend:
        return _form(form) or _NIE
    return _one_of(passend) + _form(form[erster.end() :])


def _any_dash(name: str) -> str:
    return " ?[-‐‑–—−] ?".join(re.escape(teil) for teil in re.split(" [-‐‑–—−] ", name))


def _one_dash(name: str) -> str:
    return GEDANKENSTRICH.sub("-", name)


def _one_of(muster: Iterable[str]) -> str:
    return "(?:" + ("|".join(dict.fromkeys(muster)) or _NIE) + ")"


def _comparable(text: str) -> str:
    for strich in "-‐‑–—−":
        text = text.replace(strich, "")
    return text.casefold()
