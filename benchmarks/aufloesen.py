"""How fast references find what they mean, beside one UPDATE … FROM for each kind that joins by number.

    python -m benchmarks.aufloesen [--rounds 5] [--verweise 100000]                           # SQLite
    python -m tests.postgres python -m benchmarks.aufloesen --postgres                        # PostgreSQL

Subject: `resolving.resolve_all` over a record as it stands after the import of an index: all targets are unknown, one
cited paper in ten is missing and becomes only cited. Anchor: the same joins in SQL, for what is on record alone. They
alternate; each begins after `resolving.forget_all`. Then `heal`, for a batch of the index.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.umgebung import set_up

PAPIERE = 60_000  # of a Wahlperiode, every other one an answer
JE_PAPIER = 50  # references in each citing paper
UPDATES = {
    "papers": """
        UPDATE anfragen_verweis SET ziel_dokument_id = d.id
        FROM anfragen_dokument d
        JOIN anfragen_wahlperiode w ON w.id = d.wahlperiode_id JOIN anfragen_reihe r ON r.id = d.reihe_id
        WHERE typ = 'Drucksache' AND r.schluessel = 'drucksache' AND d.zusatz = ''
        AND d.nummer = anfragen_verweis.nummer AND w.nummer = anfragen_verweis.wahlperiode_nummer
    """,
    "Anfragen": """
        UPDATE anfragen_verweis SET ziel_anfrage_id = a.id, ziel_dokument_id = t.dokument_id
        FROM anfragen_anfrage a
        JOIN anfragen_wahlperiode w ON w.id = a.wahlperiode_id
        JOIN anfragen_antwort_anfragen aa ON aa.anfrage_id = a.id JOIN anfragen_antwort t ON t.id = aa.antwort_id
        WHERE typ = 'Kleine Anfrage' AND a.art = 'klein'
        AND a.nummer = anfragen_verweis.nummer AND w.nummer = anfragen_verweis.wahlperiode_nummer
    """,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--verweise", type=int, default=100_000)
    parser.add_argument("--postgres", action="store_true", help="use the server in DATABASE_URL")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anfragen-benchmark-") as name:
        set_up(None if args.postgres else Path(name) / "lauf.sqlite3")
        _write(args.verweise)
        _analyze()
        dauern = [_round(runde) for runde in range(1, args.rounds + 1)]
        _heal()
    subjekt = statistics.median(eines for eines, _ in dauern) / args.verweise * 100_000
    mal = sorted(eines / anderes for eines, anderes in dauern)
    print(
        f"median {subjekt:.1f} s per 100,000 references; "
        f"{statistics.median(mal):.1f} times the SQL (min {mal[0]:.1f}, max {mal[-1]:.1f})"
    )
    return 0


def _analyze() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _write(anzahl: int) -> None:
    """Papers with their Anfragen as an index gives them, and the references of those that were read from texts."""
    from anfragen.models import Anfrage, Antwort, Dokument, Reihe, Verweis, Wahlperiode

    zufall = random.Random(17)
    wahlperiode = Wahlperiode.objects.get(parlament__kuerzel="nw", nummer=17)
    reihe = Reihe.objects.get(parlament__kuerzel="nw", schluessel="drucksache")
    nummern = [nummer for nummer in range(1, PAPIERE + 1) if nummer % 10]  # a tenth is not on record
    papiere = Dokument.objects.bulk_create(
        [
            Dokument(wahlperiode=wahlperiode, reihe=reihe, nummer=n, titel="Titel", herkunft="verzeichnis")
            for n in nummern
        ],
        batch_size=1000,
    )
    antworten = Antwort.objects.bulk_create([Antwort(dokument=d) for d in papiere if d.nummer % 2], batch_size=1000)
    anfragen = Anfrage.objects.bulk_create(
        [Anfrage(wahlperiode=wahlperiode, nummer=n, titel="Titel") for n, _ in enumerate(antworten, start=1)],
        batch_size=1000,
    )
    through = Antwort.anfragen.through
    paare = zip(antworten, anfragen, strict=True)
    through.objects.bulk_create([through(antwort=t, anfrage=a) for t, a in paare], batch_size=1000)
    zitierende = [d for d in papiere if d.nummer > PAPIERE // 2][: anzahl // JE_PAPIER]
    verweise = []
    for stelle in range(anzahl):
        dokument = zitierende[stelle // JE_PAPIER]
        typ = zufall.choice(["Drucksache", "Drucksache", "Drucksache", "Kleine Anfrage"])
        hoechste = dokument.nummer if typ == "Drucksache" else dokument.nummer // 3
        verweise.append(
            Verweis(
                dokument=dokument,
                typ=typ,
                wahlperiode_nummer=17,
                wahlperiode_abgeleitet=typ != "Drucksache",
                nummer=zufall.randint(1, hoechste),
                wortlaut="LT-Drs.",
                start=stelle * 10,
                ende=stelle * 10 + 5,
            )
        )
    Verweis.objects.bulk_create(verweise, batch_size=1000)


def _round(runde: int) -> tuple[float, float]:
    from django.db import connection, transaction

    from anfragen import resolving
    from anfragen.models import Verweis

    resolving.forget_all()
    subjekt = _timed(resolving.resolve_all)
    offen = Verweis.objects.filter(ziel_dokument=None).count()
    resolving.forget_all()

    def anker() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for update in UPDATES.values():
                cursor.execute(update)

    sql = _timed(anker)
    print(f"round {runde}: resolve_all {subjekt:.1f} s ({offen} references without paper), SQL {sql:.1f} s")
    return subjekt, sql


def _heal() -> None:
    from anfragen import resolving
    from anfragen.models import Anfrage, Dokument

    dokumente = list(Dokument.objects.filter(nummer__gt=20_000)[:1000])
    anfragen = list(Anfrage.objects.filter(nummer__gt=5_000)[:1000])
    print(f"heal, 1,000 papers and 1,000 Anfragen: {_timed(lambda: resolving.heal(dokumente, anfragen)):.2f} s")


def _timed(do: Callable[[], object]) -> float:
    beginn = time.perf_counter()
    do()
    return time.perf_counter() - beginn


if __name__ == "__main__":
    sys.exit(main())
