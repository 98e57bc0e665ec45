"""How fast a list leaves as CSV, beside the database's own program writing the rows of the same statement.

    python -m benchmarks.export_csv [--rounds 5] [--zeilen 100000]                            # beside sqlite3 -csv
    python -m tests.postgres python -m benchmarks.export_csv --postgres                       # beside psql COPY

Subject: the CSV of all Anfragen, through the site's own view. Anchor: its statement, compiled, run by the program. They
alternate; the median of the ratios of each round counts. Then how much memory the export takes for a tenth of the rows
and for all.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.umgebung import set_up, start

ADRESSE = "/api/v1/anfragen/?format=csv&parlament=alle"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--zeilen", type=int, default=100_000)
    parser.add_argument("--postgres", action="store_true", help="use the server in DATABASE_URL")
    parser.add_argument("--memory", action="store_true", help="only export, and say how much memory that takes")
    args = parser.parse_args()
    if args.memory:
        start()
        print(max(_rss_anon() for _ in _stream()))
        return 0
    with tempfile.TemporaryDirectory(prefix="anfragen-benchmark-") as name:
        os.environ["API_RATE"] = ""
        set_up(None if args.postgres else Path(name) / "lauf.sqlite3")
        _write(args.zeilen // 10)
        wenig = _memory()
        _write(args.zeilen - args.zeilen // 10)
        viel = _memory()
        anker = _anchor(Path(name))
        runden = [(_export(), _run(anker)) for _ in range(args.rounds)]
    verhaeltnisse = sorted(anderes / eines for eines, anderes in runden)
    print(
        f"median {statistics.median(eines for eines, _ in runden):.2f} s for {args.zeilen} rows; "
        f"{statistics.median(verhaeltnisse):.2f} of the program's speed "
        f"(min {verhaeltnisse[0]:.2f}, max {verhaeltnisse[-1]:.2f}); "
        f"RssAnon at most {wenig} MB for a tenth, {viel} MB for all"
    )
    return 0


def _write(anzahl: int) -> None:
    """So many more Anfragen, each with an answer, two askers and a Fraktion."""
    from django.db import connection

    from anfragen.models import Anfrage, Antwort, Dokument, Fragesteller, Fraktion, Ministerium, Person, Reihe

    ab = Dokument.objects.count() + 1
    fraktion, haus = Fraktion.objects.filter(ist_fraktion=True)[0], Ministerium.objects.all()[0]
    wahlperiode, reihe = (
        haus.wahlperiode,
        Reihe.objects.get(parlament=haus.wahlperiode.parlament, schluessel="drucksache"),
    )
    personen = [Person.objects.get_or_create(parlament=reihe.parlament, name=f"Person {n}")[0] for n in range(200)]
    tag = date(2017, 6, 1)
    papiere = Dokument.objects.bulk_create(
        [
            Dokument(
                wahlperiode=wahlperiode, reihe=reihe, nummer=n, titel=f"Wohnungseinbrüche in NRW, Teil {n}", datum=tag
            )
            for n in range(ab, ab + anzahl)
        ],
        batch_size=5000,
    )
    anfragen = [
        Anfrage(
            wahlperiode=wahlperiode,
            nummer=papier.nummer,
            titel=papier.titel,
            gestellt_am=tag + timedelta(days=papier.nummer % 1500),
            beantwortet_am=tag + timedelta(days=papier.nummer % 1500 + 28),
            zustand=Anfrage.Zustand.BEANTWORTET,
        )
        for papier in papiere
    ]
    for anfrage in anfragen:
        anfrage.ableiten()
    Anfrage.objects.bulk_create(anfragen, batch_size=5000)
    antworten = Antwort.objects.bulk_create(
        [Antwort(dokument=papier, ministerium=haus) for papier in papiere], batch_size=5000
    )
    paare = list(zip(anfragen, antworten, strict=True))
    through: Any = Antwort.anfragen.through
    through.objects.bulk_create([through(anfrage=a, antwort=b) for a, b in paare], batch_size=5000)
    links: Any = Anfrage.fraktionen.through
    links.objects.bulk_create([links(anfrage=a, fraktion=fraktion) for a in anfragen], batch_size=5000)
    Fragesteller.objects.bulk_create(
        [
            Fragesteller(anfrage=a, person=p, fraktion=fraktion, position=position, name_gedruckt=p.name)
            for nummer, a in enumerate(anfragen)
            for position, p in enumerate((personen[nummer % 200], personen[(nummer + 7) % 200]), 1)
        ],
        batch_size=5000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _export() -> float:
    beginn = time.perf_counter()
    for _ in _stream():
        pass
    return time.perf_counter() - beginn


def _memory() -> int:
    """The most anonymous memory, in MB, that a process of its own has while it exports."""
    befehl = [sys.executable, "-m", "benchmarks.export_csv", "--memory"]
    return int(subprocess.run(befehl, check=True, capture_output=True, text=True).stdout)


def _stream() -> Any:
    from django.test import Client

    response: Any = Client(headers={"host": "localhost"}).get(ADRESSE)
    assert response.status_code == 200
    return response.streaming_content


def _rss_anon() -> int:
    zeile = next(zeile for zeile in Path("/proc/self/status").read_text().splitlines() if zeile.startswith("RssAnon"))
    return int(zeile.split()[1]) // 1024


def _anchor(folder: Path) -> list[str]:
    """The command that writes the same rows."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as anfragen:
        next(iter(_stream()))
        _export()
    sql = max((anfrage["sql"] for anfrage in anfragen), key=len)
    sql = sql[sql.index("SELECT ") :]  # PostgreSQL streams it through a cursor that is declared first
    datei = folder / "anker.sql"
    if connection.vendor == "postgresql":
        datei.write_text(f"COPY ({sql}) TO STDOUT CSV")
        server = connection.settings_dict
        ziel = ["--host", server["HOST"], "--username", server["USER"], server["NAME"]]
        return ["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file", str(datei), *ziel]
    datei.write_text(f"{sql};")
    return ["sqlite3", "-csv", str(connection.settings_dict["NAME"]), f".read {datei}"]


def _run(befehl: list[str]) -> float:
    beginn = time.perf_counter()
    subprocess.run(befehl, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - beginn


if __name__ == "__main__":
    sys.exit(main())
