"""Gaps in a series of papers, where nearly all of them are on record."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from anfragen.befunde.fund import Fund
from anfragen.befunde.lage import Lage
from anfragen.models import Dokument

UMGEBUNG = 25  # numbers to each side in which a gap has to be the only one: an archive of answers has gaps everywhere
LUECKE_HOECHSTENS = 2


def luecken(lage: Lage) -> Iterator[Fund]:
    """One or two numbers that are missing where all others around are on record; told at the paper after the gap."""
    je_reihe: dict[tuple[int, int], list[Dokument]] = defaultdict(list)
    for dokument in lage.dokumente.values():
        je_reihe[dokument.wahlperiode_id, dokument.reihe_id].append(dokument)
    for (wahlperiode, reihe), dokumente in je_reihe.items():
        nummern = _numbers(wahlperiode, reihe, dokumente)
        for dokument in dokumente:
            if fehlend := _missing_before(dokument.nummer, nummern):
                welche = f"{fehlend[0]}" if len(fehlend) == 1 else f"{fehlend[0]} und {fehlend[-1]}"
                wort = "fehlt" if len(fehlend) == 1 else "fehlen"
                text = (
                    f"Vor {dokument} {wort} die Nummer{'n' * (len(fehlend) > 1)} {welche}; "
                    f"die {UMGEBUNG} davor und danach sind alle erfasst."
                )
                yield Fund(dokument.pk, "luecke-in-reihe", text)


def _numbers(wahlperiode: int, reihe: int, dokumente: list[Dokument]) -> list[int]:
    """The numbers on record from the first to the last of the documents and a little around."""
    alle = [dokument.nummer for dokument in dokumente]
    gefunden = Dokument.objects.vorhanden().filter(
        wahlperiode=wahlperiode, reihe=reihe, nummer__range=(min(alle) - 2 * UMGEBUNG, max(alle) + UMGEBUNG)
    )
    return sorted(set(gefunden.values_list("nummer", flat=True)))


def _missing_before(nummer: int, vorhanden: list[int]) -> range:
    """The numbers missing directly before `nummer`; empty unless everything around is there."""
    stelle = bisect_left(vorhanden, nummer)
    davor = vorhanden[stelle - 1] if stelle else 0
    fehlend = range(davor + 1, nummer)
    if not 0 < len(fehlend) <= LUECKE_HOECHSTENS:
        return range(0)
    unten = bisect_left(vorhanden, fehlend[0] - UMGEBUNG), bisect_left(vorhanden, fehlend[0])
    oben = bisect_left(vorhanden, nummer), bisect_right(vorhanden, fehlend[-1] + UMGEBUNG)
    vollstaendig = unten[1] - unten[0] == UMGEBUNG and oben[1] - oben[0] == UMGEBUNG
    return fehlend if vollstaendig else range(0)
