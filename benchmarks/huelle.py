"""How fast the citations around a paper are walked in SQL, beside rustworkx, which holds the same graph in memory.

    python -m benchmarks.huelle [--rounds 5] [--papers 100000] [--references 500000]          # SQLite
    python -m tests.postgres python -m benchmarks.huelle --postgres                           # PostgreSQL

Subjects: `schritte` to a depth of three and `huelle` to any depth, as the public sees them, into Python. Anchors:
`bfs_search` with a visitor that stops at that depth, and `descendants`. They alternate paper by paper, and must find
the same. What counts is the median of the rounds' ratios; the aims are 4 and 12.

The graph is like real ones: papers cite older ones, mostly of the last months, and some are cited by very many. One in
a hundred isn't published; it is left out of the anchor's graph beforehand.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.umgebung import set_up

TIEFE = 3
JE_RUNDE = 9
VERSUCHE = 3  # of which the fastest counts: the first may wait for the disk, and the machine is shared
BERUEHMT = 0.3  # so many citations go to a paper that was cited before, so that the much cited are cited more
WEITE = 2000  # papers back, on average, that the others reach
ENTWURF_JE = 100


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--papers", type=int, default=100_000)
    parser.add_argument("--references", type=int, default=500_000)
    parser.add_argument("--postgres", action="store_true", help="use the server in DATABASE_URL")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anfragen-benchmark-") as name:
        set_up(None if args.postgres else Path(name) / "lauf.sqlite3", stammdaten=False)
        _measure(args.papers, args.references, args.rounds)
    return 0


def _measure(papers: int, references: int, rounds: int) -> None:
    kanten = _edges(papers, references)
    pks = _write(papers, kanten)
    from anfragen.netz.huelle import Richtung, huelle, schritte

    graph = _graph(papers, kanten)
    stelle = {pk: i for i, pk in enumerate(pks)}
    print(f"{papers} papers, {references} references, {rounds} rounds of {JE_RUNDE} papers each")
    faelle: dict[str, tuple[Callable[[int], Any], Callable[[int], Any]]] = {
        f"depth {TIEFE}": (
            lambda i: schritte(pks[i], Richtung.GRUNDLAGEN, TIEFE),
            lambda i: _within(graph, i, TIEFE),
        ),
        "whole": (lambda i: huelle(pks[i], Richtung.GRUNDLAGEN), lambda i: _descendants(graph, i)),
    }
    zufall = random.Random(4)
    for name, (subjekt, anker) in faelle.items():
        runden = []
        for _ in range(rounds + 1):
            gesucht = zufall.sample([i for i in range(papers // 2, papers) if i % ENTWURF_JE], JE_RUNDE)
            zeiten: tuple[list[float], list[float]] = ([], [])
            groessen = []
            for i in gesucht:
                versuche = [(_timed(subjekt, i), _timed(anker, i)) for _ in range(VERSUCHE)]
                (gefunden, _), (erwartet, _) = versuche[0]
                for seite in (0, 1):
                    zeiten[seite].append(min(versuch[seite][1] for versuch in versuche))
                assert {stelle[pk] for pk in gefunden} == set(erwartet), i
                groessen.append(len(gefunden))
            runden.append((sum(zeiten[0]) / JE_RUNDE, sum(zeiten[1]) / JE_RUNDE, statistics.mean(groessen)))
        _report(name, runden[1:])  # the first warms the caches of both


def _report(name: str, runden: list[tuple[float, float, float]]) -> None:
    verhaeltnisse = sorted(eines / anderes for eines, anderes, _ in runden)
    print(
        f"{name:8}: SQL {statistics.median(r[0] for r in runden) * 1000:8.2f} ms, "
        f"rustworkx {statistics.median(r[1] for r in runden) * 1000:7.2f} ms, "
        f"{statistics.mean(r[2] for r in runden):7.0f} papers found, "
        f"median ratio {statistics.median(verhaeltnisse):.1f} "
        f"(min {verhaeltnisse[0]:.1f}, max {verhaeltnisse[-1]:.1f})"
    )


def _edges(papers: int, references: int) -> list[tuple[int, int]]:
    zufall = random.Random(1)
    kanten: set[tuple[int, int]] = set()
    ziele: list[int] = []
    while len(kanten) < references:
        von = zufall.randrange(1, papers)
        if ziele and zufall.random() < BERUEHMT:
            nach = zufall.choice(ziele)
        else:
            nach = max(0, von - 1 - int(zufall.expovariate(1 / WEITE)))
        if nach < von and (von, nach) not in kanten:
            kanten.add((von, nach))
            ziele.append(nach)
    return list(kanten)


def _write(papers: int, kanten: list[tuple[int, int]]) -> list[int]:
    """The graph as records; the ids of the papers."""
    from django.db import connection

    from anfragen.models import Dokument, Parlament, Reihe, Verweis, Wahlperiode
    from anfragen.models.grundlagen import Veroeffentlichung

    parlament = Parlament.objects.create(kuerzel="nw", name="Landtag", kurzname="Landtag")
    wahlperiode = Wahlperiode.objects.create(parlament=parlament, nummer=17)
    reihe = Reihe.objects.create(parlament=parlament, schluessel="drucksache", name="Drucksache")
    stand = (Veroeffentlichung.VEROEFFENTLICHT, Veroeffentlichung.ENTWURF)
    papiere = Dokument.objects.bulk_create(
        (
            Dokument(
                wahlperiode=wahlperiode,
                reihe=reihe,
                nummer=i + 1,
                titel="Wohnungseinbrüche in Nordrhein-Westfalen",
                text="Die Landesregierung " * 40,
                veroeffentlichung=stand[i % ENTWURF_JE == 0],
            )
            for i in range(papers)
        ),
        batch_size=1000,
    )
    pks = [papier.pk for papier in papiere]
    Verweis.objects.bulk_create(
        (
            Verweis(
                dokument_id=pks[von],
                ziel_dokument_id=pks[nach],
                typ="Drucksache",
                wahlperiode_nummer=17,
                nummer=nach + 1,
                wortlaut=f"Drucksache 17/{nach + 1}",
            )
            for von, nach in kanten
        ),
        batch_size=1000,
    )
    with connection.cursor() as cursor:
        # The index alone can only be read where PostgreSQL knows that all rows of a page are visible.
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return pks


def _graph(papers: int, kanten: list[tuple[int, int]]) -> Any:
    import rustworkx

    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(papers))
    graph.extend_from_edge_list([(von, nach) for von, nach in kanten if nach % ENTWURF_JE and von % ENTWURF_JE])
    return graph


def _descendants(graph: Any, start: int) -> set[int]:
    import rustworkx

    return set(rustworkx.descendants(graph, start))


def _within(graph: Any, start: int, tiefe: int) -> dict[int, int]:
    """The nodes at most `tiefe` steps away, with their steps, as rustworkx gives them."""
    import rustworkx

    schritte = {start: 0}

    class Besuch(rustworkx.visit.BFSVisitor):
        def tree_edge(self, kante: tuple[int, int, object]) -> None:
            schritte[kante[1]] = schritte[kante[0]] + 1

        def discover_vertex(self, knoten: int) -> None:
            if schritte[knoten] >= tiefe:
                raise rustworkx.visit.PruneSearch

    rustworkx.bfs_search(graph, [start], Besuch())
    del schritte[start]
    return schritte


def _timed(do: Callable[[int], Any], wert: int) -> tuple[Any, float]:
    beginn = time.perf_counter()
    ergebnis = do(wert)
    return ergebnis, time.perf_counter() - beginn


if __name__ == "__main__":
    sys.exit(main())
