"""One FilterSet for page, API and export of projects and what is said about them."""

from projekte.filters.aussage import AussageFilter
from projekte.filters.ereignis import EreignisFilter
from projekte.filters.kennzahl import KennzahlFilter
from projekte.filters.projekt import ProjektFilter
from projekte.filters.verlauf import VerlaufForm
from projekte.filters.zusage import ZusageFilter

__all__ = ["AussageFilter", "EreignisFilter", "KennzahlFilter", "ProjektFilter", "VerlaufForm", "ZusageFilter"]
