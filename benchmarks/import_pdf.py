"""How fast PDFs become records, beside bare text extraction of the same files with pypdfium2.

    python -m benchmarks.import_pdf [--rounds 5] [--copies 6] [--profile]

Subject: `aufnahme.take_in`, all of it, from the file to the committed record with its original, on every core, into a
fresh SQLite database that holds the master data. Anchor: one process that takes the text out of every page. They
alternate; what counts is the median of the ratios of pages per second. Processor time tells apart what recording and
reading cost, and hardly depends on what else the machine does.
"""

import argparse
import cProfile
import os
import pstats
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks.umgebung import set_up

SEED = Path(__file__).parents[1] / "fixtures/dokumente/17-11212.txt"
ERSTE_NEUE_NUMMER = 30_000  # beyond every number that the corpus uses


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--copies", type=int, default=6, help="of the corpus, each paper under a number of its own")
    parser.add_argument("--profile", action="store_true", help="show where the recording process spends its time")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anfragen-benchmark-") as name:
        ordner = Path(name)
        _set_up(ordner)
        pfade = _print_papers(ordner / "pdf", args.copies)
        seiten = _bare(pfade)[0]
        print(f"{len(pfade)} papers, {seiten} pages, {os.cpu_count()} cores")
        _take_in(ordner, pfade)  # warms the caches of both
        verhaeltnisse = []
        for runde in range(1, args.rounds + 1):
            vorher = _processor_seconds()
            with cProfile.Profile() if args.profile and runde == 1 else closing(_Nothing()) as profil:
                dauer = _take_in(ordner, pfade)
            aufnehmen, lesen = (nach - vor for nach, vor in zip(_processor_seconds(), vorher, strict=True))
            if isinstance(profil, cProfile.Profile):
                pstats.Stats(profil).sort_stats("cumulative").print_stats(45)
                continue
            vorher = _processor_seconds()
            _, bare = _bare(pfade)
            nackt = _processor_seconds()[0] - vorher[0]
            verhaeltnisse.append(bare / dauer)
            print(
                f"round {runde}: stored {seiten / dauer:7.1f} pages/s ({dauer / seiten * 1000:.2f} ms/page), "
                f"bare extraction {seiten / bare:7.1f} pages/s ({bare / seiten * 1000:.2f} ms/page), "
                f"ratio {bare / dauer:.3f}; "
                f"processor time of recording {aufnehmen / nackt:.1f} and reading {lesen / nackt:.1f} times bare"
            )
        if verhaeltnisse:
            print(
                f"median ratio {statistics.median(verhaeltnisse):.3f} "
                f"(min {min(verhaeltnisse):.3f}, max {max(verhaeltnisse):.3f}); the aim is 0.5"
            )
    return 0


def _processor_seconds() -> tuple[float, float]:
    """Of this process, and of its children that ended."""
    kinder = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time(), kinder.ru_utime + kinder.ru_stime


class _Nothing:
    def close(self) -> None:
        """Stands where a profile would."""


def _set_up(ordner: Path) -> None:
    """Django with a database of its own, and a copy of that with the master data to begin each round with."""
    os.environ["MEDIA_ROOT"] = str(ordner / "media")
    set_up(ordner / "lauf.sqlite3")
    from django.db import connection

    connection.close()
    shutil.copy(ordner / "lauf.sqlite3", ordner / "anfang.sqlite3")


def _print_papers(ordner: Path, kopien: int) -> list[Path]:
    """The corpus and 17/11212 as PDFs, `kopien` times, each paper under another number, and its Anfrage too."""
    from anfragen.parsing.drucksache import parse
    from benchmarks.drucken import as_pdf
    from benchmarks.korpus import KORPUS

    ordner.mkdir()
    pfade = []
    naechste = ERSTE_NEUE_NUMMER
    for datei in (*sorted(KORPUS.glob("*.txt")), SEED):
        text = datei.read_text(encoding="utf-8")
        kopf = parse(text).vorblatt
        if kopf.drucksache is None or kopf.anfrage_nummer is None:
            continue
        for _ in range(kopien):
            naechste += 1
            neu = text.replace(str(kopf.drucksache), f"{kopf.drucksache.wahlperiode}/{naechste}")
            neu = re.sub(rf"(?<=Anfrage ){kopf.anfrage_nummer}\b", str(naechste), neu)
            pfade.append(ordner / f"MMD{kopf.drucksache.wahlperiode}-{naechste}.pdf")
            pfade[-1].write_bytes(as_pdf(neu))
    return pfade


def _take_in(ordner: Path, pfade: list[Path]) -> float:
    from django.db import connection

    from anfragen import aufnahme

    connection.close()
    for rest in ordner.glob("lauf.sqlite3*"):
        rest.unlink()
    shutil.copy(ordner / "anfang.sqlite3", ordner / "lauf.sqlite3")
    shutil.rmtree(ordner / "media", ignore_errors=True)
    connection.ensure_connection()
    beginn = time.perf_counter()
    with aufnahme.leser() as leser:
        aufnahmen = list(aufnahme.take_in(leser, pfade))
    dauer = time.perf_counter() - beginn
    if abgelehnt := [eine for eine in aufnahmen if eine.ist_abgelehnt]:
        sys.exit(f"{len(abgelehnt)} refused, the first: {abgelehnt[0].pfad.name}: {abgelehnt[0].meldung}")
    return dauer


def _bare(pfade: list[Path]) -> tuple[int, float]:
    """The pages, and the seconds that taking their text out takes."""
    import pypdfium2

    seiten = 0
    beginn = time.perf_counter()
    for pfad in pfade:
        with closing(pypdfium2.PdfDocument(pfad)) as dokument:
            for page in dokument:
                textpage = page.get_textpage()
                textpage.get_text_range()
                textpage.close()
                page.close()
                seiten += 1
    return seiten, time.perf_counter() - beginn


if __name__ == "__main__":
    sys.exit(main())
