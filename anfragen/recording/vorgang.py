"""One document on its way into the record, and why it may not come in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from anfragen.abgleich import Abgleich
from anfragen.models import Anfrage
from anfragen.parsing import records
from anfragen.parsing.records import Dokumentnummer, Drucksache
from anfragen.recording.bestand import Bestand

NUMMER_IM_NAMEN = re.compile(r"(?<![\d-])(\d{1,2})[-_](\d{1,6})(?![\d-])")  # 17-11212.txt, MMD17-11212.pdf


class Ablehnung(Exception):
    """A document that can't be recorded. The message is German and names the remedy."""


@dataclass(frozen=True)
class Quelle:
    """Where a text came from: the file's name, the SHA-256 of its bytes and its kind as a MIME type.

    `erwartet` is the number that whoever sent the file says it has; it counts where text and name tell none.
    """

    dateiname: str
    sha256: str
    mimetyp: str = "text/plain"
    erwartet: Dokumentnummer | None = None


def nummer_aus_dateiname(dateiname: str) -> Dokumentnummer | None:
    """`17-11212.txt` is named after 17/11212."""
    treffer = NUMMER_IM_NAMEN.search(PurePath(dateiname).stem)
    return Dokumentnummer(int(treffer[1]), int(treffer[2])) if treffer else None


@dataclass(eq=False)
class Vorgang:
    """`befunde` are the findings of the reading and those that recording adds."""

    drucksache: Drucksache
    quelle: Quelle
    abgleich: Abgleich
    befunde: list[records.Befund] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.befunde += self.drucksache.befunde

    @property
    def reihe(self) -> records.Reihe:
        return self.drucksache.vorblatt.reihe

    @property
    def nummer(self) -> Dokumentnummer | None:
        gedruckt = self.drucksache.vorblatt.nummer
        return gedruckt or nummer_aus_dateiname(self.quelle.dateiname) or self.quelle.erwartet

    @property
    def name(self) -> str:
        return f"{'Vorlage' if self.reihe is records.Reihe.VORLAGE else 'Drucksache'} {self.nummer}"

    def vorblaetter(self) -> Iterator[records.Vorblatt]:
        """The head once for each Anfrage that the document asks or answers, as if it were the only one."""
        yield self.drucksache.vorblatt
        for weitere in self.drucksache.vorblatt.weitere_anfragen:
            yield replace(
                self.drucksache.vorblatt,
                anfrage_nummer=weitere.nummer,
                anfrage_datum=weitere.datum,
                frage_drucksache=weitere.drucksache,
                fragesteller=weitere.fragesteller,
                fraktionen=weitere.fraktionen,
                weitere_anfragen=(),
            )

    def papiere(self) -> Iterator[tuple[records.Reihe, Dokumentnummer]]:
        """The papers that it is, answers or suspects."""
        genannt = [self.nummer, *(v.frage_drucksache for v in self.vorblaetter()), *(b.kandidat for b in self.befunde)]
        return ((self.reihe, nummer) for nummer in genannt if nummer)

    def anfragen(self) -> Iterator[tuple[str, int]]:
        return ((anfrageart(v), v.anfrage_nummer) for v in self.vorblaetter() if v.anfrage_nummer)

    def personen(self) -> Iterator[str]:
        return (asker.name for vorblatt in self.vorblaetter() for asker in vorblatt.fragesteller)

    def check(self, bestand: Bestand, *, ersetzen: bool) -> Dokumentnummer:
        """The document's number. Raises Ablehnung, before anything of it is written."""
        vorblatt = self.drucksache.vorblatt
        if vorblatt.nummer is None and vorblatt.anfrageart is None and not vorblatt.ist_antwort:
            raise Ablehnung(
                "Das ist kein Dokument des Landtags, das wir kennen: weder Drucksachennummer noch Anfrage noch Antwort "
                "gefunden. Prüfen Sie, ob die Datei den ganzen Text enthält."
            )
        if self.nummer is None:
            raise Ablehnung(
                "Der Text nennt keine eigene Drucksachennummer. Benennen Sie die Datei nach ihr, zum Beispiel "
                "17-11212.txt."
            )
        gefragt = [v.frage_drucksache.wahlperiode for v in self.vorblaetter() if v.frage_drucksache]
        for wahlperiode in (self.nummer.wahlperiode, *gefragt):
            if wahlperiode not in bestand.wahlperioden:
                raise Ablehnung(
                    f"Die {wahlperiode}. Wahlperiode ist nicht erfasst. Laden Sie die Stammdaten "
                    "(manage.py lade_stammdaten) oder legen Sie sie in der Verwaltung an."
                )
        if self.reihe not in bestand.reihen:
            raise Ablehnung(
                f"Die Dokumentreihe „{self.reihe}“ ist nicht erfasst. Laden Sie die Stammdaten "
                "(manage.py lade_stammdaten) oder legen Sie sie in der Verwaltung an."
            )
        papier = bestand.papier(self.reihe, self.nummer)
        if papier and papier.dokument.sha256 not in ("", self.quelle.sha256):
            # A Neudruck takes the place of the first print.
            ist_neuer = vorblatt.neudruck and "neudruck" not in papier.dokument.belege
            if not (ersetzen or ist_neuer):
                raise Ablehnung(
                    f"{self.name} ist schon mit anderem Inhalt erfasst (aus {papier.dokument.dateiname}). "
                    "Prüfen Sie, welche Fassung gilt; mit --ersetzen tritt diese an ihre Stelle."
                )
        return self.nummer


def anfrageart(vorblatt: records.Vorblatt) -> Anfrage.Art:
    return Anfrage.Art(vorblatt.anfrageart or records.Anfrageart.KLEIN)
