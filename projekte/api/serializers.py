"""The fields of the API, each named. A single project carries its history."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from anfragen.api.base import LeseSerializer, SeiteField
from anfragen.api.serializers import DokumentKurzSerializer, MinisteriumSerializer
from projekte.models import (
    Handlungsfeld,
    Kennzahl,
    Kommune,
    Projekt,
    Projektaussage,
    Projektereignis,
    Projektname,
    Themenforum,
    Zeitangabe,
)


class KommuneSerializer(LeseSerializer[Kommune]):
    url = SeiteField()

    class Meta:
        model = Kommune
        fields = ["ags", "schluessel", "name", "url"]


class HandlungsfeldSerializer(LeseSerializer[Handlungsfeld]):
    url = SeiteField()

    class Meta:
        model = Handlungsfeld
        fields = ["schluessel", "name", "url"]


class ThemenforumSerializer(LeseSerializer[Themenforum]):
    class Meta:
        model = Themenforum
        fields = ["nummer", "titel", "thema"]


@extend_schema_field(OpenApiTypes.URI)
class ProjektadresseField(serializers.Field[Any, Any, Any, Any]):
    # By Kennung, or by the key made from the name while that is unknown.

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, value: Projekt) -> str:
        kwargs = {"schluessel": value.adressschluessel}
        return reverse("api:projekte-detail", kwargs=kwargs, request=self.context["request"])


class ProjektKurzSerializer(LeseSerializer[Projekt]):
    url = SeiteField()
    api_url = ProjektadresseField()

    class Meta:
        model = Projekt
        fields = ["kennung", "schluessel", "name", "url", "api_url"]


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


class KennzahlSerializer(LeseSerializer[Kennzahl]):
    dokument = DokumentKurzSerializer(read_only=True)

    class Meta:
        model = Kennzahl
        fields = [
            "art",
            "wert",
            "wert_bis",
            "je",
            "einheit",
            "ungefaehr",
            "wofuer",
            "stand_am",
            "wortlaut",
            "start",
            "ende",
            "dokument",
        ]


class ZeitangabeSerializer(LeseSerializer[Zeitangabe]):
    dokument = DokumentKurzSerializer(read_only=True)

    class Meta:
        model = Zeitangabe
        fields = ["von", "bis", "richtung", "wortlaut", "start", "ende", "dokument"]


class ProjektnameSerializer(LeseSerializer[Projektname]):
    dokument = DokumentKurzSerializer(label="zuerst gelesen in", read_only=True, allow_null=True)

    class Meta:
        model = Projektname
        fields = ["name", "dokument", "quelle", "beleglage"]


class ProjektereignisSerializer(LeseSerializer[Projektereignis]):
    dokument = DokumentKurzSerializer(label="belegt durch", read_only=True, allow_null=True)

    class Meta:
        model = Projektereignis
        fields = ["art", "datum", "genauigkeit", "titel", "text", "dokument", "quelle", "beleglage"]


class AussageKurzSerializer(LeseSerializer[Projektaussage]):
    kommune = KommuneSerializer(read_only=True, allow_null=True)
    dokument = DokumentKurzSerializer(read_only=True)
    gesagt_am = serializers.DateField(
        label="Tag der Aussage",
        help_text="des Schreibens, sonst des Originals, sonst des Kopfes",
        read_only=True,
        allow_null=True,
    )
    api_url = serializers.HyperlinkedIdentityField(view_name="api:aussagen-detail")

    class Meta:
        model = Projektaussage
        fields = [
            "id",
            "gesagt_am",
            "kommune",
            "dokument",
            "wortlaut",
            "name_gedruckt",
            "teilprojekt_gedruckt",
            "start",
            "ende",
            "api_url",
        ]


class AussageSerializer(AussageKurzSerializer):
    projekt = ProjektKurzSerializer(read_only=True)

    class Meta(AussageKurzSerializer.Meta):
        fields = [*AussageKurzSerializer.Meta.fields, "projekt"]


class AussageDetailSerializer(AussageSerializer):
    genannte_kommunen = KommuneSerializer(many=True, read_only=True)
    kennzahlen = KennzahlSerializer(many=True, read_only=True)
    zeitangaben = ZeitangabeSerializer(many=True, read_only=True)

    class Meta(AussageSerializer.Meta):
        fields = [
            *AussageSerializer.Meta.fields,
            "regel",
            "sicherheit",
            "genannte_kommunen",
            "kennzahlen",
            "zeitangaben",
        ]


class ProjektDetailSerializer(ProjektSerializer):
    themenforum = ThemenforumSerializer(read_only=True, allow_null=True)
    namen = ProjektnameSerializer(many=True, read_only=True)
    aussagen = AussageKurzSerializer(many=True, read_only=True)
    kennzahlen = KennzahlSerializer(many=True, read_only=True)
    zeitangaben = ZeitangabeSerializer(many=True, read_only=True)
    ereignisse = ProjektereignisSerializer(many=True, read_only=True)
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
            "kennzahlen",
            "zeitangaben",
            "ereignisse",
            "dokumente",
        ]
