"""The fields of what papers say about projects."""

from rest_framework import serializers

from anfragen.api.base import LeseSerializer
from anfragen.api.serializers import DokumentKurzSerializer
from projekte.api.serializers.kennzahl import KennzahlKurzSerializer, ZeitangabeSerializer
from projekte.api.serializers.kurz import KommuneSerializer, ProjektKurzSerializer
from projekte.models import Projektaussage


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
    kennzahlen = KennzahlKurzSerializer(many=True, read_only=True)
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
