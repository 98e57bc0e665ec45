"""The life of a finding: new, no longer true, true again; and what staff said of it stays."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from anfragen.befunde.fund import Fund
from anfragen.models import Befund, Verweis

NEU = "Befund: neu"
ANDERS = "Befund: Angaben nachgeführt"
BEHOBEN = "Befund: trifft nicht mehr zu"
WIEDER = "Befund: trifft wieder zu"


@dataclass
class Bilanz:
    """How many findings came, went, came back, and say something else than before."""

    neu: int = 0
    behoben: int = 0
    wieder: int = 0
    geaendert: int = 0

    def __add__(self, andere: "Bilanz") -> "Bilanz":
        return Bilanz(*(a + b for a, b in zip(vars(self).values(), vars(andere).values(), strict=True)))


def gleiche_ab(funde: Iterable[Fund], dokumente: Collection[int], regeln: Collection[str]) -> Bilanz:
    """Makes the findings on record for these documents and rules agree with `funde`, in a fixed number of queries.

    What is new is open; what is no longer found is mended by itself; what is found again is open again. Confirmed and
    dismissed findings keep their state. A reference that staff decided leaves no finding about itself.
    """
    gefunden = _distinct(funde)
    vorhanden = list(Befund.objects.filter(dokument__in=dokumente, regel__in=regeln))
    neue, paare = _match(gefunden, vorhanden)
    abgleich = defaultdict(list)
    for befund in vorhanden:
        fund = paare.get(befund.pk)
        if fund is None:
            if befund.stand == Befund.Stand.OFFEN:
                befund.stand = Befund.Stand.BEHOBEN
                abgleich[BEHOBEN].append(befund)
            continue
        anders = _take_over(befund, fund)
        if befund.stand == Befund.Stand.BEHOBEN:
            befund.stand, befund.begruendung = Befund.Stand.OFFEN, ""
            abgleich[WIEDER].append(befund)
        elif anders:
            abgleich[ANDERS].append(befund)
    felder = ["text", "stellen", "verweis", "kandidat", "stand", "begruendung"]
    for grund, befunde in abgleich.items():
        bulk_update_with_history(befunde, Befund, felder, default_change_reason=grund)
    rows = [Befund(dokument_id=fund.dokument, regel=fund.regel, **_felder(fund)) for fund in neue]
    if rows:
        bulk_create_with_history(rows, Befund, default_change_reason=NEU)
    return Bilanz(len(rows), len(abgleich[BEHOBEN]), len(abgleich[WIEDER]), len(abgleich[ANDERS]))


def _distinct(funde: Iterable[Fund]) -> list[Fund]:
    """The same words about two places are one finding that shows both."""
    gefunden: dict[tuple[int, str, str], Fund] = {}
    for fund in funde:
        key = fund.dokument, fund.regel, fund.text
        if erster := gefunden.get(key):
            fund = replace(erster, stellen=tuple(dict.fromkeys((*erster.stellen, *fund.stellen))))
        gefunden[key] = fund
    entschieden: set[int] = set()
    if verweise := {fund.verweis for fund in gefunden.values() if fund.verweis}:
        entschieden = set(Verweis.objects.filter(pk__in=verweise, von_hand=True).values_list("pk", flat=True))
    return [fund for fund in gefunden.values() if fund.verweis not in entschieden]


def _match(funde: list[Fund], vorhanden: list[Befund]) -> tuple[list[Fund], dict[int, Fund]]:
    """What is new, and by id of a stored finding what it is now.

    They are the same if they say the same, else if they are about the same reference: a title or a candidate may have
    changed since.
    """
    nach_text = {(b.dokument_id, b.regel, b.text): b for b in vorhanden}
    paare: dict[int, Fund] = {}
    offen = []
    for fund in funde:
        if befund := nach_text.get((fund.dokument, fund.regel, fund.text)):
            paare[befund.pk] = fund
        else:
            offen.append(fund)
    nach_verweis = {(b.dokument_id, b.regel, b.verweis_id): b for b in vorhanden if b.verweis_id and b.pk not in paare}
    neue = []
    for fund in offen:
        if fund.verweis and (befund := nach_verweis.pop((fund.dokument, fund.regel, fund.verweis), None)):
            paare[befund.pk] = fund
        else:
            neue.append(fund)
    return neue, paare


def _take_over(befund: Befund, fund: Fund) -> bool:
    """Gives the stored finding what the new one says; whether that was something else."""
    neu = _felder(fund)
    anders = any(getattr(befund, name) != wert for name, wert in neu.items())
    for name, wert in neu.items():
        setattr(befund, name, wert)
    return anders


def _felder(fund: Fund) -> dict[str, Any]:
    return {
        "text": fund.text,
        "stellen": [list(stelle) for stelle in fund.stellen],
        "verweis_id": fund.verweis,
        "kandidat_id": fund.kandidat,
    }
