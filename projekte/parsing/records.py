"""What an answer says about projects: frozen values, each with its place in the source text."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from anfragen.parsing.records import Beleg


class Kennzahlart(StrEnum):
    BETRAG = "betrag"
    ANTEIL = "anteil"
    ANZAHL = "anzahl"
    JAHR = "jahr"


@dataclass(frozen=True)
class Projektaussage:
    """What the document says about one project; `wortlaut` is the statement alone, `beleg` its span.

    A row of a table has `handlungsfeld` and `ort` of its table; a mention in running text leaves them empty and has
    its sentence as `wortlaut`. `name` is the printed one, or where none is printed the one known for the Kennung.
    """

    kennung: str
    name: str
    handlungsfeld: str
    ort: str
    teilprojekt: str
    wortlaut: str
    beleg: Beleg


@dataclass(frozen=True)
class Kennzahl:
    """A figure as printed ("rund 65.000 Euro"), its value in `einheit`, and the clause that says what it is for."""

    wert: Decimal
    einheit: str
    ungefaehr: bool
    art: Kennzahlart
    wofuer: str
    kennung: str | None
    wortlaut: str
    beleg: Beleg


@dataclass(frozen=True)
class Projektlesung:
    """All that one document says of projects."""

    projekte: tuple[Projektaussage, ...] = ()
    kennzahlen: tuple[Kennzahl, ...] = ()
