"""Projects and what the government's papers say about them over time."""

from projekte.models.aussage import Kennzahl, Projektaussage, Projektereignis, Zeitangabe
from projekte.models.ort import Kommune
from projekte.models.programm import Handlungsfeld, Programm, Themenforum
from projekte.models.projekt import Projekt, Projektname, Projektort, Projektzusage

__all__ = [
    "Handlungsfeld",
    "Kennzahl",
    "Kommune",
    "Programm",
    "Projekt",
    "Projektaussage",
    "Projektereignis",
    "Projektname",
    "Projektort",
    "Projektzusage",
    "Themenforum",
    "Zeitangabe",
]
