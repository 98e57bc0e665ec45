"""What is odd about the references of one document, seen from the document alone."""

from collections import defaultdict
from collections.abc import Iterator

from anfragen.parsing.records import Befund, Verweis, Verweistyp
from anfragen.parsing.verweise.formen import HOECHSTE_NUMMER


def unlikely_numbers(verweise: tuple[Verweis, ...], wahlperiode: int | None) -> Iterator[Befund]:
    """Numbers that the series never reached ("Großen Anfrage 211"), and Wahlperioden after the document's own."""
    for verweis in verweise:
        spanne = ((verweis.beleg.start, verweis.beleg.ende),)
        if verweis.nummer > HOECHSTE_NUMMER[verweis.typ]:
            kurz, ziffer = divmod(verweis.nummer, 10)
            yield Befund(
                "fussnotenziffer-angeklebt",
                f"„{verweis.wortlaut}“: So hoch zählt die Reihe nicht. Vielleicht ist es die Nummer {kurz} mit der "
                f"Fußnotenziffer {ziffer}; erfasst ist, was gedruckt steht.",
                spanne,
            )
        elif (
            wahlperiode
            and (verweis.wahlperiode or 0) > wahlperiode
            and verweis.typ is not Verweistyp.BUNDESTAGSDRUCKSACHE
        ):
            yield Befund(
                "spaetere-wahlperiode",
                f"„{verweis.wortlaut}“ nennt eine spätere Wahlperiode als die des Dokuments ({wahlperiode}); "
                "vielleicht gehört die Nummer einem anderen Parlament.",
                spanne,
            )


def contradicting_pairs(verweise: tuple[Verweis, ...]) -> Iterator[Befund]:
    """One Drucksache printed for two Anfragen, and one Anfrage printed with two Drucksachen.

    An Anfrage has two Drucksachen of its own, question and answer. Given side by side ("KA 3032 (Drucksachen 16/7748
    und 16/7912)") they are no contradiction, given at two places they may be one.
    """
    anfragen_zu: dict[tuple[int | None, int], dict[tuple[Verweistyp, int], list[Verweis]]] = defaultdict(dict)
    drucksachen_zu: dict[tuple[Verweistyp, int | None, int], dict[int, list[Verweis]]] = defaultdict(dict)
    for verweis in verweise:
        if verweis.paar is None:
            continue
        anfrage = verweise[verweis.paar]
        zu = anfragen_zu[verweis.wahlperiode, verweis.nummer]
        zu.setdefault((anfrage.typ, anfrage.nummer), []).append(verweis)
        stellen = drucksachen_zu[anfrage.typ, anfrage.wahlperiode, anfrage.nummer]
        stellen.setdefault(verweis.paar, []).append(verweis)

    for (wp, nummer), genannt in anfragen_zu.items():
        if len(genannt) > 1:
            namen = _aufzaehlung(f"{typ} {anfrage}" for typ, anfrage in genannt)
            yield Befund(
                "eine-drucksache-fuer-zwei-anfragen",
                f"Drucksache {_nummer(wp, nummer)} ist für {namen} angegeben; eine Drucksache gehört zu einer Anfrage.",
                _spannen(verweise, [verweis for liste in genannt.values() for verweis in liste]),
            )
    for (typ, _, nr_anfrage), stellen in drucksachen_zu.items():
        nummern = [frozenset((v.wahlperiode, v.nummer) for v in liste) for liste in stellen.values()]
        if not frozenset.intersection(*nummern):
            genannt_alle = sorted({nr for nrn in nummern for nr in nrn}, key=lambda nr: (nr[0] or 0, nr[1]))
            drucksachen = _aufzaehlung(f"Drucksache {_nummer(*nr)}" for nr in genannt_alle)
            yield Befund(
                "eine-anfrage-mit-zwei-drucksachen",
                f"Für {typ} {nr_anfrage} sind an verschiedenen Stellen {drucksachen} angegeben; "
                "das kann Frage und Antwort sein oder ein Versehen.",
                _spannen(verweise, [verweis for liste in stellen.values() for verweis in liste]),
            )


def _nummer(wahlperiode: int | None, nummer: int) -> str:
    return f"{wahlperiode}/{nummer}" if wahlperiode else str(nummer)


def _aufzaehlung(worte: Iterator[str]) -> str:
    *erste, letztes = worte
    return f"{', '.join(erste)} und {letztes}" if erste else letztes


def _spannen(verweise: tuple[Verweis, ...], drucksachen: list[Verweis]) -> tuple[tuple[int, int], ...]:
    """From each Anfrage to the Drucksache printed for it, in the order of the text."""
    paare = [(verweise[v.paar].beleg.start, v.beleg.ende) for v in drucksachen if v.paar is not None]
    return tuple(sorted(set(paare)))
