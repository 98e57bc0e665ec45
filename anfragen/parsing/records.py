"""What reading a document yields: frozen values, each with its place in the source text.

Offsets (`start`, `ende`) count characters of the text as it came in and stand for `text[start:ende]`. Wording fields
hold the repaired reading of that span: white space folded to one space, words split at a line end joined again. So a
text with line breaks and the same text on one line yield equal wording, though their offsets differ.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

NUMMER = re.compile(r"(?P<wahlperiode>\d{1,2})\s?/\s?(?P<nummer>\d{1,6})(?:\s?\(?(?P<zusatz>[Nn]eu|S)\)?)?")  # 17/11212


class Reihe(StrEnum):
    """The series a document is numbered in; the values are the keys of the master data."""

    DRUCKSACHE = "drucksache"
    VORLAGE = "vorlage"
    PLENARPROTOKOLL = "plenarprotokoll"
    AUSSCHUSSPROTOKOLL = "ausschussprotokoll"


class Anfrageart(StrEnum):
    KLEIN = "klein"
    GROSS = "gross"


class Antwortart(StrEnum):
    ANTWORT = "antwort"
    ERGAENZUNG = "ergaenzung"
    BERICHTIGUNG = "berichtigung"


class Verweistyp(StrEnum):
    """What a reference points to; the values are the words the JSON output uses."""

    DRUCKSACHE = "Drucksache"
    VORLAGE = "Vorlage"
    KLEINE_ANFRAGE = "Kleine Anfrage"
    GROSSE_ANFRAGE = "Große Anfrage"
    PLENARPROTOKOLL = "Plenarprotokoll"
    AUSSCHUSSPROTOKOLL = "Ausschussprotokoll"
    BUNDESTAGSDRUCKSACHE = "Bundestagsdrucksache"


class Zusageart(StrEnum):
    """What a commitment amounts to; with a day what is announced or planned is a Termin."""

    TERMIN = "termin"
    ANKUENDIGUNG = "ankuendigung"
    PLANUNG = "planung"
    PRUEFUNG = "pruefung"
    VORBEREITUNG = "vorbereitung"


@dataclass(frozen=True, order=True)
class Dokumentnummer:
    """`17/11212`: Wahlperiode and running number; `zusatz` is what some parliaments add ("neu", "S")."""

    wahlperiode: int
    nummer: int
    zusatz: str = ""

    @classmethod
    def parse(cls, text: str) -> "Dokumentnummer":
        """Raises ValueError if `text` as a whole is no such number."""
        if not (match := NUMMER.fullmatch(text.strip())):
            raise ValueError(f"keine Dokumentnummer: {text!r}")
        return cls(int(match["wahlperiode"]), int(match["nummer"]), (match["zusatz"] or "").lower().replace("s", "S"))

    def __str__(self) -> str:
        return f"{self.wahlperiode}/{self.nummer}{f' ({self.zusatz})' if self.zusatz else ''}"


@dataclass(frozen=True)
class Beleg:
    """Why we believe a value: the span it was read from, the rule, and how sure it is (0 to 1)."""

    start: int
    ende: int
    regel: str
    sicherheit: float = 1.0


@dataclass(frozen=True)
class Fragesteller:
    """One asker as printed, with title: `Prof. Dr. Karsten Rudolph`, `SPD`."""

    name: str
    fraktion: str = ""


@dataclass(frozen=True)
class WeitereAnfrage:
    """An Anfrage that the same answer answers, beyond the first that its head names."""

    nummer: int
    datum: date | None
    drucksache: Dokumentnummer | None
    fragesteller: tuple[Fragesteller, ...]
    fraktionen: tuple[str, ...]


@dataclass(frozen=True)
class Vorblatt:
    """The head of a document. What the text does not show is None or empty, never guessed.

    A paper has `drucksache` or, to a committee, `vorlage`; `nummer` is whichever it has. `neudruck`: it replaces an
    earlier print of the same number. `belege` maps a field's name to its evidence.
    """

    drucksache: Dokumentnummer | None = None
    wahlperiode: int | None = None
    datum_kopf: date | None = None
    datum_original: date | None = None
    ausgegeben: date | None = None
    vorlage: Dokumentnummer | None = None
    neudruck: bool = False
    ist_antwort: bool = False
    antwortart: Antwortart = Antwortart.ANTWORT
    anfrageart: Anfrageart | None = None
    anfrage_nummer: int | None = None
    anfrage_datum: date | None = None
    frage_drucksache: Dokumentnummer | None = None
    fragesteller: tuple[Fragesteller, ...] = ()
    fraktionen: tuple[str, ...] = ()
    titel: str = ""
    weitere_anfragen: tuple[WeitereAnfrage, ...] = ()
    belege: Mapping[str, Beleg] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def nummer(self) -> Dokumentnummer | None:
        return self.drucksache or self.vorlage

    @property
    def reihe(self) -> Reihe:
        return Reihe.VORLAGE if self.vorlage and not self.drucksache else Reihe.DRUCKSACHE


@dataclass(frozen=True)
class Beantwortung:
    """The Beantwortungssatz: who answered, when, with whose agreement, all as printed (`Der Justizminister`)."""

    amt: str
    datum: date | None
    einvernehmen: tuple[str, ...]
    beleg: Beleg


@dataclass(frozen=True)
class Abschnitt:
    """A Vorbemerkung: its paragraphs, parted by a blank line, and its span."""

    text: str
    start: int
    ende: int


@dataclass(frozen=True)
class Frage:
    """One question; `hinweis` is the instruction in brackets that belongs to it, without the outer brackets.

    `nummer` counts through the document, `bezeichnung` is what is printed: "3", "c", "II. 1" where parts count anew.
    """

    nummer: int
    text: str
    hinweis: str
    beleg: Beleg
    bezeichnung: str = ""


@dataclass(frozen=True)
class Antwortteil:
    """One text of the answer and the numbers of the questions it answers, paragraphs parted by a blank line."""

    fragen: tuple[int, ...]
    text: str
    beleg: Beleg


@dataclass(frozen=True)
class Verweis:
    """A reference as written. `paar` is the index of the Anfrage in the same list that a Drucksache is printed for
    ("3939 (LT-Drs. 10591)"), `wahlperiode_abgeleitet` says that the text does not print the Wahlperiode, `stelle` is
    the place in the cited paper, as printed: "Seite 2", "Frage 3"."""

    typ: Verweistyp
    wahlperiode: int | None
    wahlperiode_abgeleitet: bool
    nummer: int
    wortlaut: str
    beleg: Beleg
    paar: int | None = None
    stelle: str = ""


@dataclass(frozen=True)
class Zusage:
    """A sentence that commits the government to something, for a person to judge.

    `faellig_am` is the last day that it gives, `faellig_wortlaut` that date as printed; `teil` is the index of the
    Antwortteil, None in the Vorbemerkung.
    """

    art: Zusageart
    wortlaut: str
    faellig_am: date | None
    faellig_wortlaut: str
    teil: int | None
    beleg: Beleg


@dataclass(frozen=True)
class Befund:
    """Something a person should look at: the rule's name, a German sentence, and the spans that show it.

    `kandidat` is the Drucksache that is probably meant by the reference at the first span.
    """

    regel: str
    text: str
    belege: tuple[tuple[int, int], ...] = ()
    kandidat: Dokumentnummer | None = None


@dataclass(frozen=True)
class Absatz:
    """A paragraph of the readable text with the span it was read from."""

    text: str
    start: int
    ende: int


@dataclass(frozen=True)
class Drucksache:
    """Everything read from one document."""

    quelle: str
    vorblatt: Vorblatt
    beantwortung: Beantwortung | None = None
    vorbemerkung_anfrage: Abschnitt | None = None
    vorbemerkung_landesregierung: Abschnitt | None = None
    fragen: tuple[Frage, ...] = ()
    antwortteile: tuple[Antwortteil, ...] = ()
    verweise: tuple[Verweis, ...] = ()
    zusagen: tuple[Zusage, ...] = ()
    befunde: tuple[Befund, ...] = ()
