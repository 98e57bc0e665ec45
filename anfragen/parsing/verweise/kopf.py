"""What the head of a document says of its own Anfrage, and which references stand in its title."""

from anfragen.parsing.beantwortung import Satz, find_satz
from anfragen.parsing.records import Verweistyp
from anfragen.parsing.verweise import formen
from anfragen.parsing.verweise.suche import ANFRAGEN, Fund

TITEL_LAENGE = 800  # characters between the number of the question paper and what follows the title
KOPF_LAENGE = 700  # characters between the number of the Anfrage and that of its paper: up to a dozen askers


def apply_head(flat: str, funde: list[Fund]) -> list[Fund]:
    """Marks what head, Beantwortungssatz and title hold; `funde` in their order.

    Head and Beantwortungssatz name one and the same Anfrage, so the second mention is dropped if they agree.
    """
    kopf = next((fund for fund in funde if _is_head(flat, fund)), None)
    satz = _in_sentence(funde, find_satz(flat, ka_nummer=kopf.nummer if kopf else None))
    if satz:
        satz.regel = "beantwortungssatz"
    if kopf:
        kopf.regel = "kopf"
        if satz and (satz.typ, satz.nummer) == (kopf.typ, kopf.nummer):
            funde = [fund for fund in funde if fund is not satz]
    papier = _question_paper(flat, funde, kopf)
    if papier:
        papier.regel = "kopf"
        _mark_title(flat, funde, papier)
    if papier and kopf:
        papier.paar = kopf
        kopf.wahlperiode, kopf.abgeleitet, kopf.sicherheit = papier.wahlperiode, papier.abgeleitet, papier.sicherheit
    return funde


def _is_head(flat: str, fund: Fund) -> bool:
    return (
        fund.typ in ANFRAGEN
        and bool(formen.KOPF_ANFRAGE.search(flat, max(0, fund.start - 80), fund.start))
        and bool(formen.KOPF_ANFRAGE_DANACH.match(flat, fund.ende))
    )


def _in_sentence(funde: list[Fund], satz: Satz | None) -> Fund | None:
    """The Anfrage that the document's own Beantwortungssatz names; one that it quotes is a reference like any other."""
    if satz is None:
        return None
    return next((fund for fund in funde if fund.typ in ANFRAGEN and satz.start <= fund.start < satz.ende), None)


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
