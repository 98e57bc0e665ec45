"""Reading files in child processes: one for each core, kept for many files, replaced when one breaks.

The parent never opens a stranger's format. A file that crashes the reader, takes too long or too much memory costs
that file and a new process, nothing else.
"""

import logging
import os
import queue
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
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

logger = logging.getLogger(__name__)

VORAUS = 16  # files read ahead for each process, so that it goes on reading while a batch is being recorded


class Leser:
    """Reads files; to be used in a `with`, at whose end the processes end."""

    def __init__(self, grenzen: Grenzen | None = None, prozesse: int | None = None) -> None:
        self.grenzen = grenzen or Grenzen()
        self.anzahl = prozesse or os.cpu_count() or 1
        self._frei: queue.LifoQueue[Leseprozess] = queue.LifoQueue()
        self._alle = [Leseprozess(self.grenzen) for _ in range(self.anzahl)]
        for prozess in self._alle:
            self._frei.put(prozess)
        self._texterkennung = texterkennung.Texterkennung(self.grenzen)
        self._faeden = ThreadPoolExecutor(self.anzahl, thread_name_prefix="leser")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, art: type[BaseException] | None, fehler: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._faeden.shutdown(wait=False, cancel_futures=True)
        self._texterkennung.close()
        for prozess in self._alle:
            prozess.close()
        self._faeden.shutdown()

    def read(self, pfad: Path) -> Gelesen | Verdikt:
        """What is in one file, or why it can't be read. Safe to call from several threads."""
        prozess = self._frei.get()
        try:
            ergebnis = prozess.read(pfad)
            if ergebnis.ohne_text and texterkennung.is_available():
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

    def _recognised(self, pfad: Path, prozess: Leseprozess, gelesen: Gelesen | Verdikt) -> Gelesen | Verdikt:
        """The file read once more, with the text of its scanned pages, which is marked as recognised, not read.

        If that fails, a file with text on other pages stays as it was read, its findings naming what is missing.
        """
        with tempfile.TemporaryDirectory(prefix="anfragen-", ignore_cleanup_errors=True) as ordner:
            erkannt = Path(ordner) / "erkannt.pdf"
            try:
                self._texterkennung.recognise(pfad, erkannt)
            except Unlesbar as fehler:
                if isinstance(gelesen, Verdikt):
                    return replace(gelesen, meldung=str(fehler))
                logger.warning("%s: %s", pfad, fehler)
                return gelesen
            ergebnis = prozess.read(erkannt)
        if isinstance(ergebnis, Verdikt):
            return replace(ergebnis, sha256=gelesen.sha256) if isinstance(gelesen, Verdikt) else gelesen
        if isinstance(gelesen, Verdikt):
            was = "Der Text"
        elif seiten := sorted({*gelesen.ohne_text} - {*ergebnis.ohne_text}):
            was = _naming(seiten)
        else:
            return gelesen
        befund = Befund("text-erkannt", f"{was} ist aus einem Scan erkannt und kann Lesefehler enthalten.")
        record = replace(ergebnis.drucksache, befunde=(*ergebnis.drucksache.befunde, befund))
        return replace(ergebnis, sha256=gelesen.sha256, drucksache=record)


def _naming(seiten: Sequence[int]) -> str:
    """„Der Text der Seiten 2, 3 und 5“"""
    if len(seiten) == 1:
        return f"Der Text von Seite {seiten[0]}"
    return f"Der Text der Seiten {', '.join(map(str, seiten[:-1]))} und {seiten[-1]}"


def _result(pfad: Path, zukunft: Future[Gelesen | Verdikt]) -> tuple[Path, Gelesen | Verdikt]:
    return pfad, zukunft.result()
