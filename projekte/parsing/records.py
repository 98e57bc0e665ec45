"""What an answer says about projects: frozen values, each with its place in the source text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from anfragen.parsing.records import Beleg
from anfragen.parsing.zeiten import Richtung
from projekte.parsing.bekannt import BekanntesProjekt, Projektschluessel

# Figures stay below it: SQLite keeps 15 digits, two of them cents. All public budgets of Germany are a fifth of it.
WERT_UNTER = Decimal(10) ** 13


class Kennzahlart(StrEnum):
    BETRAG = "betrag"
    ANTEIL = "anteil"
    ANZAHL = "anzahl"
    JAHR = "jahr"


@dataclass(frozen=True)
class Projektaussage:
    """What the document says about one project; `wortlaut` is the statement alone, `beleg` its span.

    A row of a table has `handlungsfeld` and `ort` of its table; a mention in running text has neither, and its
    sentence as `wortlaut`. `name` is the printed one, or where none is printed the one known for the Kennung.
    `projekt` is the key of the project on record where the text names it without a Kennung; `programm` is the key of
    the programme that the Kennung belongs to. `genannter_ort` is the one municipality that a mention surely speaks of,
    `genannte_orte` are several in the order of the text.
    """

    kennung: str
    name: str
    handlungsfeld: str
    ort: str
    teilprojekt: str
    wortlaut: str
    beleg: Beleg
    projekt: Projektschluessel | None = None
    genannter_ort: str = ""
    genannte_orte: tuple[str, ...] = ()
    programm: str = ""


@dataclass(frozen=True)
class Namensvermutung:
    """A printed name that may mean a project on record; for a person to decide.

    `aussage` is the statement that it then is; as long as nobody says so, it is none.
    """

    name: str
    projekt: BekanntesProjekt
    beleg: Beleg
    aussage: Projektaussage


@dataclass(frozen=True)
class MehrdeutigeKennung:
    """A Kennung that several programmes may have, by their names; for a person to decide, not a statement."""

    kennung: str
    programme: tuple[str, ...]
    beleg: Beleg


@dataclass(frozen=True)
class Kennzahl:
    """A figure as printed ("rund 65.000 Euro"), its value in `einheit`, and the clause that says what it is for.

    Of a range ("5 bis 10 Mio. Euro") `wert` is the lower end and `bis` the upper. `je`: the value counts for each of
    several ("jeweils 5.000 Euro"). `stand_am` is the day that it is of, if one is printed beside it. `programm` is the
    key of the programme that the Kennung belongs to.
    """

    wert: Decimal
    einheit: str
    ungefaehr: bool
    art: Kennzahlart
    wofuer: str
    kennung: str | None
    wortlaut: str
    beleg: Beleg
    stand_am: date | None = None
    bis: Decimal | None = None
    je: bool = False
    programm: str = ""


@dataclass(frozen=True)
class Zeitangabe:
    """A date in a statement ("bis Ende 2021"): first and last day of what is printed, and which way from there."""

    von: date
    bis: date
    richtung: Richtung
    kennung: str | None
    wortlaut: str
    beleg: Beleg
    programm: str = ""


@dataclass(frozen=True)
class Projektlesung:
    """All that one document says of projects."""

    projekte: tuple[Projektaussage, ...] = ()
    kennzahlen: tuple[Kennzahl, ...] = ()
    zeitangaben: tuple[Zeitangabe, ...] = ()
    vermutungen: tuple[Namensvermutung, ...] = ()
    mehrdeutige: tuple[MehrdeutigeKennung, ...] = ()
