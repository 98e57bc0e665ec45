"""Findings about what is on record: contradictions, probable misprints, gaps. Staff decide; nothing mends itself."""

from anfragen.befunde import katalog
from anfragen.befunde.pruefung import geprueft, pruefe
from anfragen.befunde.schreiben import Bilanz

__all__ = ["Bilanz", "geprueft", "katalog", "pruefe"]
