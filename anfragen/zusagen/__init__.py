"""What staff do with the commitments that reading proposes: decide about them, and find the paper that fulfils them."""

from anfragen.zusagen.entscheiden import (
    NichtMoeglich,
    aendern,
    annehmen,
    einwaende,
    erfuellen,
    fassung,
    require_fassung,
    verwerfen,
    wieder_oeffnen,
)
from anfragen.zusagen.frist import frist
from anfragen.zusagen.kandidaten import GEGENSTAENDE, Kandidat, Weg, kandidaten, register

__all__ = [
    "GEGENSTAENDE",
    "Kandidat",
    "NichtMoeglich",
    "Weg",
    "aendern",
    "annehmen",
    "einwaende",
    "erfuellen",
    "fassung",
    "frist",
    "kandidaten",
    "register",
    "require_fassung",
    "verwerfen",
    "wieder_oeffnen",
]
