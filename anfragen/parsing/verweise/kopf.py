"""What the head of a document says of its own Anfrage, and which references stand in its title."""

import re

from anfragen.parsing.beantwortung import Satz, find_satz
from anfragen.parsing.records import Verweistyp
from anfragen.parsing.verweise import formen
from anfragen.parsing.verweise.suche import ANFRAGEN, Fund

GLIED = re.compile(r",? ?(?:und|sowie)? ?")  # between the members of a list
TITEL_LAENGE = 800  # characters between the number of the question paper and what follows the title
KOPF_LAENGE = 700  # characters between the number of the Anfrage and that of its paper: up to a dozen askers


def apply_head(flat: str, funde: list[Fund]) -> list[Fund]:
    """Marks what head, Beantwortungssatz and title hold; `funde` in their order.

    Head and Beantwortungssatz name the same Anfragen, so the second mention of one is dropped if they agree.
    """
    kopf = next((fund for fund in funde if _is_head(flat, fund)), None)
    papier = _question_paper(flat, funde, kopf)
    im_kopf = [fund for fund in (kopf, papier) if fund]
    if kopf and papier:
        im_kopf += [fund for fund in funde if kopf.ende < fund.start < papier.start]
    if papier:
        im_kopf += (weitere := _listed_after(flat, funde, papier))
        _mark_title(flat, funde, weitere[-1] if weitere else papier)
    for fund in im_kopf:
        fund.regel = "kopf"
    genannt = {(fund.typ, fund.nummer) for fund in im_kopf}
    satz = _in_sentence(flat, funde, find_satz(flat, ka_nummer=kopf.nummer if kopf else None))
    for fund in satz:
        fund.regel = "beantwortungssatz"
    if papier and kopf:
        papier.paar = kopf
        kopf.wahlperiode, kopf.abgeleitet, kopf.sicherheit = papier.wahlperiode, papier.abgeleitet, papier.sicherheit
    doppelt = {id(fund) for fund in satz if kopf and (fund.typ, fund.nummer) in genannt}
    return [fund for fund in funde if id(fund) not in doppelt]


def _is_head(flat: str, fund: Fund) -> bool:
    return (
        fund.typ in ANFRAGEN
        and bool(formen.KOPF_ANFRAGE.search(flat, max(0, fund.start - 80), fund.start))
        and bool(formen.KOPF_ANFRAGE_DANACH.match(flat, fund.ende))
    )


def _in_sentence(flat: str, funde: list[Fund], satz: Satz | None) -> list[Fund]:
    """The Anfragen that the document's own Beantwortungssatz names: after a singular the first, after a plural all.

    One that the sentence of another paper names, quoted here, is a reference like any other.
    """
    darin = [f for f in funde if satz and f.typ in ANFRAGEN and satz.start <= f.start < satz.ende]
    mehrere = darin and formen.MEHRZAHL.search(flat, darin[0].start, darin[0].ende)
    return darin if mehrere else darin[:1]


def _listed_after(flat: str, funde: list[Fund], papier: Fund) -> list[Fund]:
    """The Drucksachen of further Anfragen, which stand in one list with the first: "17/10815 und 17/10816"."""
    liste = [papier]
    for fund in funde:
        if fund.typ is papier.typ and fund.start > liste[-1].ende and GLIED.fullmatch(flat, liste[-1].ende, fund.start):
            liste.append(fund)
    return liste[1:]


def _question_paper(flat: str, funde: list[Fund], kopf: Fund | None) -> Fund | None:
    """The Drucksache of the question, which stands between the askers and the title."""
    von = kopf.ende if kopf else 0
    papier = next((fund for fund in funde if fund.typ is Verweistyp.DRUCKSACHE and fund.start >= von), None)
    if not papier or papier.start > von + KOPF_LAENGE or formen.TITEL_ENDE.search(flat, von, papier.start):
        return None
    return papier if kopf or "Abgeordnete" in flat[: papier.start] else None


def _mark_title(flat: str, funde: list[Fund], papier: Fund) -> None:
    ende = formen.TITEL_ENDE.search(flat, papier.ende, papier.ende + TITEL_LAENGE)
    for fund in funde:
        if ende and papier.ende <= fund.start < ende.start():
            fund.regel = "titel"
