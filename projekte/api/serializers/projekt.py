"""The fields of projects. A single one carries its history."""

from rest_framework import serializers

from anfragen.api.base import LeseSerializer
from anfragen.api.serializers import DokumentKurzSerializer, MinisteriumSerializer
from projekte.api.serializers.aussage import AussageKurzSerializer, AussageSerializer
from projekte.api.serializers.ereignis import EreignisKurzSerializer
from projekte.api.serializers.kennzahl import KennzahlKurzSerializer, ZeitangabeSerializer
from projekte.api.serializers.kurz import (
    HandlungsfeldSerializer,
    KommuneSerializer,
    ProjektKurzSerializer,
    ThemenforumSerializer,
)
from projekte.api.serializers.zusage import ZusageKurzSerializer
from projekte.models import Projektname


class ProjektSerializer(ProjektKurzSerializer):
    programm = serializers.CharField(source="programm.name", label="Programm", read_only=True)
    handlungsfeld = HandlungsfeldSerializer(read_only=True, allow_null=True)
    ministerium = MinisteriumSerializer(read_only=True, allow_null=True)
    kommunen = KommuneSerializer(many=True, read_only=True)
    teilprojekt_von = ProjektKurzSerializer(read_only=True, allow_null=True)
    anzahl_aussagen = serializers.IntegerField(label="Zahl der Aussagen", read_only=True)
    zuletzt_am = serializers.DateField(label="zuletzt erwähnt am", read_only=True, allow_null=True)

    class Meta(ProjektKurzSerializer.Meta):
        fields = [
            *ProjektKurzSerializer.Meta.fields,
            "art",
            "programm",
            "handlungsfeld",
            "ministerium",
            "kommunen",
            "orte_weitere",
            "status",
            "status_am",
            "laufzeit",
            "betrag",
            "betrag_art",
            "teilprojekt_von",
            "anzahl_aussagen",
            "zuletzt_am",
        ]


class ProjektnameSerializer(LeseSerializer[Projektname]):
    dokument = DokumentKurzSerializer(label="zuerst gelesen in", read_only=True, allow_null=True)

    class Meta:
        model = Projektname
        fields = ["name", "dokument", "quelle", "beleglage"]


class ProjektDetailSerializer(ProjektSerializer):
    themenforum = ThemenforumSerializer(read_only=True, allow_null=True)
    namen = ProjektnameSerializer(many=True, read_only=True)
    aussagen = AussageKurzSerializer(many=True, read_only=True)
    teilaussagen = AussageSerializer(
        label="Aussagen über das ganze Projekt, die von diesem Teil sprechen", many=True, read_only=True
    )
    kennzahlen = KennzahlKurzSerializer(many=True, read_only=True)
    zeitangaben = ZeitangabeSerializer(many=True, read_only=True)
    ereignisse = EreignisKurzSerializer(many=True, read_only=True)
    zusagen = ZusageKurzSerializer(many=True, read_only=True)
    dokumente = DokumentKurzSerializer(many=True, read_only=True)
    teilprojekte = ProjektKurzSerializer(many=True, read_only=True)

    class Meta(ProjektSerializer.Meta):
        fields = [
            *ProjektSerializer.Meta.fields,
            "beschreibung",
            "kennung_beleglage",
            "kennung_quelle",
            "handlungsfeld_beleglage",
            "handlungsfeld_quelle",
            "themenforum",
            "themenforum_beleglage",
            "vorschlag_nummer",
            "quelle",
            "quellen_weitere",
            "beleglage",
            "namen",
            "teilprojekte",
            "aussagen",
            "teilaussagen",
            "kennzahlen",
            "zeitangaben",
            "ereignisse",
            "zusagen",
            "dokumente",
        ]
