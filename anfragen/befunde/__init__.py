"""Findings about what is on record: contradictions, probable misprints, gaps. Staff decide; nothing mends itself."""

from anfragen.befunde import katalog
from anfragen.befunde.pruefung import betroffene, pruefe, pruefe_ids
from anfragen.befunde.schreiben import Bilanz

__all__ = ["Bilanz", "betroffene", "katalog", "pruefe", "pruefe_ids"]
