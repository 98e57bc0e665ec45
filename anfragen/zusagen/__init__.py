"""What staff do with the commitments that reading proposes: decide about them, and find the paper that fulfils them."""

from anfragen.zusagen.entscheiden import (
    NichtMoeglich,
    aendern,
    annehmen,
    einwaende,
    erfuellen,
    verwerfen,
    wieder_oeffnen,
)
from anfragen.zusagen.kandidaten import Kandidat, Weg, kandidaten, register

__all__ = [
    "Kandidat",
    "NichtMoeglich",
    "Weg",
    "aendern",
    "annehmen",
    "einwaende",
    "erfuellen",
    "kandidaten",
    "register",
    "verwerfen",
    "wieder_oeffnen",
]
