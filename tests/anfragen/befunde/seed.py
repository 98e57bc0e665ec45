"""The closing list of 17/11212 as records: Anfragen, each with the Drucksache printed for it."""

from anfragen import resolving
from anfragen.models import Antwort, Befund, Dokument, Verweis
from tests import factories as f


def zitierend(nummer: int = 11212, **felder) -> Dokument:
    return f.dokument(nummer=nummer, titel="Wie verbessert die „Ruhrkonferenz“ das Leben?", **felder)


def paare(dokument: Dokument, *gedruckt: tuple[int, int]) -> list[Verweis]:
    """Writes "3973 (LT-Drs. 10564)" for each pair and resolves; gives the Drucksachen."""
    drucksachen = []
    for i, (anfrage, drucksache) in enumerate(gedruckt):
        start = 100 * (i + 1)
        ka = f.verweis(
            dokument, typ="Kleine Anfrage", nummer=anfrage, wortlaut=str(anfrage), start=start, ende=start + 4
        )
        drucksachen.append(
            f.verweis(
                dokument,
                nummer=drucksache,
                wortlaut=f"LT-Drs. {drucksache}",
                paar=ka,
                start=start + 6,
                ende=start + 19,
                wahlperiode_abgeleitet=True,
            )
        )
    resolving.resolve(dokument.verweise.with_quelle())
    return drucksachen


def beantwortet(anfrage: int | None, drucksache: int, **felder) -> Antwort:
    """The answer `drucksache` to KA `anfrage`, on record; None for one whose number an index didn't give."""
    return f.antwort(f.anfrage(nummer=anfrage), dokument=f.dokument(nummer=drucksache, art="antwort", **felder))


def befunde(dokument: Dokument) -> dict[str, list[Befund]]:
    je_regel: dict[str, list[Befund]] = {}
    for befund in dokument.befunde.order_by("pk"):
        je_regel.setdefault(befund.regel, []).append(befund)
    return je_regel
