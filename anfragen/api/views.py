"""The resources of `anfragen`: each the public read, its FilterSet, its fields and its CSV columns."""

from typing import Any

from anfragen import oeffentlich
from anfragen.api import serializers, tabellen
from anfragen.api.base import LeseViewSet
from anfragen.filters import AnfrageFilter, AntwortFilter, DokumentFilter, VerweisFilter
from anfragen.models import Dokument, Verweis


class AnfrageViewSet(LeseViewSet):
    titel = "Anfragen"
    beschreibung = (
        "Kleine und Große Anfragen. Ein einzelner Eintrag enthält die Fragen, die Antworten mit ihren Teilen und die "
        "Verweise in beide Richtungen."
    )
    liste = oeffentlich.anfragen
    einzeln = oeffentlich.anfragen_mit_text
    filterset_class = AnfrageFilter
    serializer_class = serializers.AnfrageSerializer
    detail_serializer_class = serializers.AnfrageDetailSerializer
    spalten = tabellen.ANFRAGEN

    def get_object(self) -> Any:
        anfrage = super().get_object()
        papiere = [antwort.dokument for antwort in anfrage.antworten.all()]
        if anfrage.dokument:
            papiere.append(anfrage.dokument)
        anfrage.verweise_aus, anfrage.verweise_auf = oeffentlich.verweise_um(papiere, anfrage)
        return anfrage


class AntwortViewSet(LeseViewSet):
    titel = "Antworten"
    beschreibung = "Antworten, Ergänzungen und Berichtigungen. Ein einzelner Eintrag enthält den Text in seinen Teilen."
    liste = oeffentlich.antworten
    einzeln = oeffentlich.antworten_mit_text
    filterset_class = AntwortFilter
    serializer_class = serializers.AntwortSerializer
    detail_serializer_class = serializers.AntwortDetailSerializer
    spalten = tabellen.ANTWORTEN


class DokumentViewSet(LeseViewSet):
    titel = "Dokumente"
    beschreibung = (
        "Drucksachen, Vorlagen und Protokolle, auch solche, die nur zitiert werden. Ein einzelner Eintrag enthält den "
        "Text und die Verweise in beide Richtungen."
    )
    liste = oeffentlich.dokumente
    einzeln = oeffentlich.dokumente_mit_text
    filterset_class = DokumentFilter
    serializer_class = serializers.DokumentSerializer
    detail_serializer_class = serializers.DokumentDetailSerializer
    spalten = tabellen.DOKUMENTE

    def get_object(self) -> Any:
        dokument = super().get_object()
        dokument.verweise_aus, dokument.verweise_auf = oeffentlich.verweise_um([dokument])
        return dokument


class VerweisViewSet(LeseViewSet):
    titel = "Verweise"
    beschreibung = "Verweise, wie sie im Text stehen, mit Fundstelle und dem Ziel, soweit es vorliegt."
    liste = oeffentlich.verweise
    einzeln = oeffentlich.verweise_mit_stelle
    filterset_class = VerweisFilter
    serializer_class = serializers.VerweisSerializer
    detail_serializer_class = serializers.VerweisDetailSerializer
    spalten = tabellen.VERWEISE

    @staticmethod
    def seite_von(zeile: Verweis) -> Dokument:
        return zeile.dokument
