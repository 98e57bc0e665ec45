"""Leads the files of an index into the database, a batch at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from sys import intern

from anfragen.suche.normal import normalise
from anfragen.verzeichnis import reading
from anfragen.verzeichnis.recording import Bilanz, record
from anfragen.verzeichnis.schreiben import GRUND
from anfragen.verzeichnis.stammdaten import Stammdaten
from anfragen.verzeichnis.zeilen import Ablehnung, Zeile

BATCH = 1000

# A paper by parliament, Wahlperiode, number and suffix.
Nummer = tuple[str, int, int, str]
VERGLICHEN = {
    "titel": "anderem Titel",
    "datum": "anderem Datum",
    "art": "anderer Art",
    "fraktionen": "anderen Fraktionen",
    "personen": "anderen Fragestellern",
    "haeuser": "anderem Ministerium",
    "anfrage_nummer": "anderer Nummer der Anfrage",
    "anfrage_dokument": "anderer Drucksache der Anfrage",
    "gestellt_am": "anderem Datum der Anfrage",
}


@dataclass
class Import:
    """One run over several files. `ablehnen` is told of each line refused, `heute` bounds the dates.

    A line whose number was read before with other content is refused, whichever file it stands in: a second run would
    otherwise undo and redo what the first did.
    """

    heute: date
    ablehnen: Callable[[Path, Ablehnung], None]
    _gelesen: dict[Nummer, tuple[str, int, list[int]]] = field(default_factory=dict)

    def run(self, pfad: Path, fortschritt: Callable[[int, int], None] = lambda zeile, von: None) -> Bilanz:
        """Takes one file in. Each batch of lines is a transaction of its own: what was taken stays if a later one
        fails, and a second run completes it. `fortschritt` hears the line reached and the number of lines.

        Raises Unlesbar, with nothing written, if the file is none of an index.
        """
        stammdaten = Stammdaten(f"{GRUND} {pfad.name}")
        bilanz = Bilanz()
        with reading.oeffne(pfad, self.heute) as verzeichnis:
            for batch in _batches(self._without_refused(pfad, verzeichnis.eintraege, bilanz)):
                geschrieben, abgelehnt = record(batch, stammdaten)
                bilanz.add(geschrieben)
                for ablehnung in abgelehnt:
                    self.ablehnen(pfad, ablehnung)
                fortschritt(batch[-1].nummer, verzeichnis.zeilen)
        return bilanz

    def _without_refused(self, pfad: Path, eintraege: Iterator[Zeile | Ablehnung], bilanz: Bilanz) -> Iterator[Zeile]:
        for eintrag in eintraege:
            if isinstance(eintrag, Zeile):
                eintrag = self._compare(pfad, eintrag)
            if isinstance(eintrag, Zeile):
                yield eintrag
            else:
                bilanz.abgelehnt += 1
                self.ablehnen(pfad, eintrag)

    def _compare(self, pfad: Path, zeile: Zeile) -> Zeile | Ablehnung:
        """The line, if its number is new or it says nothing else than the first line of that number."""
        gelesen = {name: getattr(zeile, name) for name in VERGLICHEN} | {"titel": normalise(zeile.titel)}
        # Hashes, because a whole index of titles would be much to remember.
        inhalt = [hash(wert) if wert else 0 for wert in gelesen.values()]
        nummer = (intern(zeile.parlament), zeile.dokument.wahlperiode, zeile.dokument.nummer, zeile.dokument.zusatz)
        if nummer not in self._gelesen:
            self._gelesen[nummer] = (pfad.name, zeile.nummer, inhalt)
            return zeile
        datei, erste, bisher = self._gelesen[nummer]
        anders = [
            worte
            for worte, alt, neu in zip(VERGLICHEN.values(), bisher, inhalt, strict=True)
            if alt and neu and alt != neu
        ]
        if not anders:
            # The first spelling of the title stays, or the two would take turns.
            zeile = replace(zeile, titel="") if bisher[0] else zeile
            bisher[:] = [alt or neu for alt, neu in zip(bisher, inhalt, strict=True)]
            return zeile
        ort = f"Zeile {erste}" if datei == pfad.name else f"Zeile {erste} von {datei}"
        return Ablehnung(
            zeile.nummer,
            f"Drucksache {zeile.dokument} steht schon in {ort}, mit {', '.join(anders)}",
            "Prüfen Sie, welche Zeile stimmt, und nehmen Sie die andere heraus.",
        )


def _batches(zeilen: Iterator[Zeile]) -> Iterator[list[Zeile]]:
    """Batches in which each paper and each number of an Anfrage stands once, so that none waits for another's id."""
    batch: list[Zeile] = []
    belegt: set[tuple[object, ...]] = set()
    for zeile in zeilen:
        schluessel = _keys(zeile)
        if len(batch) == BATCH or not belegt.isdisjoint(schluessel):
            yield batch
            batch, belegt = [], set()
        batch.append(zeile)
        belegt |= schluessel
    if batch:
        yield batch


def _keys(zeile: Zeile) -> set[tuple[object, ...]]:
    keys: set[tuple[object, ...]] = {(zeile.parlament, zeile.dokument)}
    if zeile.anfrage_dokument:
        keys.add((zeile.parlament, zeile.anfrage_dokument))
    if zeile.anfrage_nummer:
        keys.add((zeile.parlament, "Anfrage", zeile.anfrage_nummer))
    return keys
