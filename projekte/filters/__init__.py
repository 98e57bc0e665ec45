"""One FilterSet for page, API and export of projects and what is said about them."""

from projekte.filters.aussage import AussageFilter
from projekte.filters.projekt import ProjektFilter
from projekte.filters.verlauf import VerlaufForm

__all__ = ["AussageFilter", "ProjektFilter", "VerlaufForm"]
