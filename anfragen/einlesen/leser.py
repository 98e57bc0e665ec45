"""Reading files in child processes: one for each core, kept for many files, replaced when one breaks.

The parent never opens a stranger's format. A file that crashes the reader, takes too long or too much memory costs
that file and a new process, nothing else.
"""

import os
import queue
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from anfragen.einlesen import texterkennung
from anfragen.einlesen.grenzen import Grenzen
from anfragen.einlesen.inhalt import Unlesbar
from anfragen.einlesen.prozess import Gelesen, Leseprozess, Verdikt
from anfragen.parsing.records import Befund

VORAUS = 4  # files read ahead of the one that is being recorded, for each process


class Leser:
    """Reads files; to be used in a `with`, at whose end the processes end."""

    def __init__(self, grenzen: Grenzen | None = None, prozesse: int | None = None) -> None:
        self.grenzen = grenzen or Grenzen()
        self.anzahl = prozesse or os.cpu_count() or 1
        self._frei: queue.LifoQueue[Leseprozess] = queue.LifoQueue()
        self._alle = [Leseprozess(self.grenzen) for _ in range(self.anzahl)]
        for prozess in self._alle:
            self._frei.put(prozess)
        self._faeden = ThreadPoolExecutor(self.anzahl, thread_name_prefix="leser")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, art: type[BaseException] | None, fehler: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._faeden.shutdown(wait=False, cancel_futures=True)
        for prozess in self._alle:
            prozess.close()
        self._faeden.shutdown()

    def read(self, pfad: Path) -> Gelesen | Verdikt:
        """What is in one file, or why it can't be read. Safe to call from several threads."""
        prozess = self._frei.get()
        try:
            ergebnis = prozess.read(pfad)
            if isinstance(ergebnis, Verdikt) and ergebnis.ohne_text and texterkennung.is_available():
                ergebnis = self._recognised(pfad, prozess, ergebnis)
            return ergebnis
        finally:
            self._frei.put(prozess)

    def read_all(self, pfade: Iterable[Path]) -> Iterator[tuple[Path, Gelesen | Verdikt]]:
        """Each file with what is in it, in the order given, while the next ones are being read."""
        wartend: deque[tuple[Path, Future[Gelesen | Verdikt]]] = deque()
        for pfad in pfade:
            wartend.append((pfad, self._faeden.submit(self.read, pfad)))
            if len(wartend) > self.anzahl * VORAUS:
                yield _result(*wartend.popleft())
        while wartend:
            yield _result(*wartend.popleft())

    def _recognised(self, pfad: Path, prozess: Leseprozess, verdikt: Verdikt) -> Gelesen | Verdikt:
        """A scan read after text recognition; what it says is marked as recognised, not read."""
        with tempfile.TemporaryDirectory(prefix="anfragen-") as ordner:
            erkannt = Path(ordner) / "erkannt.pdf"
            try:
                texterkennung.recognise(pfad, erkannt, self.grenzen)
            except Unlesbar as fehler:
                return replace(verdikt, meldung=str(fehler))
            ergebnis = prozess.read(erkannt)
        if isinstance(ergebnis, Verdikt):
            return replace(ergebnis, sha256=verdikt.sha256)
        befund = Befund("text-erkannt", "Der Text ist aus einem Scan erkannt und kann Lesefehler enthalten.")
        record = ergebnis.drucksache
        return replace(ergebnis, sha256=verdikt.sha256, drucksache=replace(record, befunde=(*record.befunde, befund)))


def _result(pfad: Path, zukunft: Future[Gelesen | Verdikt]) -> tuple[Path, Gelesen | Verdikt]:
    return pfad, zukunft.result()
