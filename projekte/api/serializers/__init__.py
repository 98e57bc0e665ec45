"""The fields of the API, each named, by what they are about."""

from projekte.api.serializers.aussage import AussageDetailSerializer, AussageSerializer
from projekte.api.serializers.ereignis import EreignisSerializer
from projekte.api.serializers.kennzahl import KennzahlDetailSerializer, KennzahlSerializer
from projekte.api.serializers.projekt import ProjektDetailSerializer, ProjektSerializer
from projekte.api.serializers.zusage import ZusageDetailSerializer, ZusageSerializer

__all__ = [
    "AussageDetailSerializer",
    "AussageSerializer",
    "EreignisSerializer",
    "KennzahlDetailSerializer",
    "KennzahlSerializer",
    "ProjektDetailSerializer",
    "ProjektSerializer",
    "ZusageDetailSerializer",
    "ZusageSerializer",
]
