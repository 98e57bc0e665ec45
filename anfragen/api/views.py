"""The resources of `anfragen`: each the public read, its FilterSet, its fields and its CSV columns."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from anfragen import oeffentlich, resolving
from anfragen.api import serializers, tabellen
from anfragen.api.base import LeseViewSet
from anfragen.filters import AnfrageFilter, AntwortFilter, DokumentFilter, VerweisFilter, ZitatFilter
from anfragen.models import Anfrage, Dokument, Verweis


def with_verweise(record: Any, papiere: list[Dokument], anfrage: Anfrage | None = None) -> Any:
    """`record` with what its papers cite, in the order of the texts, and how often it is cited."""
    aus_papieren = oeffentlich.verweise().filter(dokument__in=papiere)
    record.verweise_aus = list(aus_papieren.order_by("dokument_id", "start", "id"))
    record.zitiert_von_anzahl = oeffentlich.zitate_auf(papiere, anfrage).count()
    return record


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
    tabelle = tabellen.ANFRAGEN
    adresse = tabellen.ANFRAGEADRESSE

    def get_object(self) -> Any:
        anfrage = super().get_object()
        return with_verweise(anfrage, oeffentlich.papiere_von(anfrage), anfrage)


class AntwortViewSet(LeseViewSet):
    titel = "Antworten"
    beschreibung = "Antworten, Ergänzungen und Berichtigungen. Ein einzelner Eintrag enthält den Text in seinen Teilen."
    liste = oeffentlich.antworten
    einzeln = oeffentlich.antworten_mit_text
    filterset_class = AntwortFilter
    serializer_class = serializers.AntwortSerializer
    detail_serializer_class = serializers.AntwortDetailSerializer
    tabelle = tabellen.ANTWORTEN
    adresse = tabellen.ANTWORTADRESSE


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
    tabelle = tabellen.DOKUMENTE
    adresse = tabellen.DOKUMENTADRESSE

    def get_object(self) -> Any:
        dokument = super().get_object()
        return with_verweise(dokument, [dokument])


class VerweisViewSet(LeseViewSet):
    titel = "Verweise"
    beschreibung = "Verweise, wie sie im Text stehen, mit Fundstelle und dem Ziel, soweit es vorliegt."
    liste = oeffentlich.verweise
    einzeln = oeffentlich.verweise
    filterset_class = VerweisFilter
    serializer_class = serializers.VerweisSerializer
    detail_serializer_class = serializers.VerweisDetailSerializer
    tabelle = tabellen.VERWEISE
    adresse = tabellen.VERWEISADRESSE

    def get_object(self) -> Any:
        verweis = super().get_object()
        oeffentlich.with_textstelle([verweis])
        verweis.kandidaten = resolving.kandidaten([verweis]).get(verweis.pk, [])
        return verweis


class ZitiertVonViewSet(VerweisViewSet):
    """The references to one record, under its address."""

    titel = "Zitiert von"
    beschreibung = (
        "Wo andere Dokumente dieses zitieren, die neuesten zuerst, mit der Textstelle. Bei einer Anfrage zählen auch "
        "Verweise auf die Drucksachen mit ihrer Frage und ihren Antworten."
    )
    filterset_class = ZitatFilter
    serializer_class = serializers.VerweisMitStelleSerializer
    queryset = Verweis.objects.none()  # for the schema, which has no record to ask

    def paginate_queryset(self, queryset: Any) -> Any:
        return oeffentlich.with_textstelle(super().paginate_queryset(queryset) or [])


class DokumentZitiertVonViewSet(ZitiertVonViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        return oeffentlich.zitate_auf([get_object_or_404(oeffentlich.dokumente(), pk=self.kwargs["pk"])])


class AnfrageZitiertVonViewSet(ZitiertVonViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        anfrage = get_object_or_404(oeffentlich.anfragen_kurz(), pk=self.kwargs["pk"])
        return oeffentlich.zitate_auf(oeffentlich.papiere_von(anfrage), anfrage)
