"""Which project a paper is about as a whole, from its title: 'Ruhrkonferenz – Sachstand des Projektes "Ruhrvalley"'.

Sure is only a title that names the programme and sets off, in quotes or after the word "Projekt", the name of exactly
one project, or gives its Kennung. A name that only resembles one, or that stands there like any other word, is left to
a person.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from projekte.parsing import namen
from projekte.parsing.bekannt import Bekannt, BekanntesProgramm, BekanntesProjekt
from projekte.parsing.programme import named

IN_KLAMMERN = re.compile(r"\[(?P<kennung>[\w-]{2,20})\]")  # "[13-02]"
PROJEKT = re.compile(r"\b(?:Teilp|P)rojekt|\bVorhaben")


@dataclass(frozen=True)
class Titelfund:
    """The one project that a title names, with the name as printed; a suggestion unless `sicher`."""

    projekt: BekanntesProjekt
    name: str
    sicher: bool


def may_name(titel: str, programme: Iterable[BekanntesProgramm]) -> bool:
    """Whether it is worth asking what project the title names: most titles have nothing of the kind."""
    return bool(PROJEKT.search(titel) or named(titel, programme))


def find(titel: str, bekannt: Bekannt) -> Titelfund | None:
    """The project that the title names; None if it names none or several."""
    programme = named(titel, bekannt.programme)
    if not programme and not PROJEKT.search(titel):
        return None
    if kennung := _by_kennung(titel, bekannt, programme):
        return kennung
    funde = namen.find(titel, [(0, len(titel))], _of(programme, bekannt) if programme else bekannt)
    abgesetzt = [fund for fund in funde if fund.sicherheit >= namen.GLEICH_BIS_AUF_STRICHE]
    if len({fund.projekt for fund in abgesetzt or funde}) != 1:
        return None
    fund = (abgesetzt or funde)[0]
    return Titelfund(fund.projekt, fund.name, sicher=bool(programme and abgesetzt))


def _of(programme: frozenset[str], bekannt: Bekannt) -> Bekannt:
    """What is known of these programmes: another one may have a project of the same name."""
    if all(projekt.schluessel[0] in programme for projekt in bekannt.projekte):
        return bekannt
    return replace(bekannt, projekte=tuple(p for p in bekannt.projekte if p.schluessel[0] in programme))


def _by_kennung(titel: str, bekannt: Bekannt, programme: frozenset[str]) -> Titelfund | None:
    kennungen = {treffer["kennung"] for treffer in IN_KLAMMERN.finditer(titel)}
    schluessel = [(programm, kennung) for programm in programme for kennung in kennungen]
    projekte = [bekannt.nach_kennung[key] for key in schluessel if key in bekannt.nach_kennung]
    return Titelfund(projekte[0], "", sicher=True) if len(projekte) == 1 else None
