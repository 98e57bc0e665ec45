"""The fields of figures and dates that were read in papers."""

from rest_framework import serializers

from anfragen.api.base import LeseSerializer
from anfragen.api.serializers import DokumentKurzSerializer
from projekte.api.serializers.kurz import KommuneSerializer, ProjektKurzSerializer
from projekte.models import Kennzahl, Projektaussage, Zeitangabe


class KennzahlKurzSerializer(LeseSerializer[Kennzahl]):
    dokument = DokumentKurzSerializer(read_only=True)
    stand_am = serializers.DateField(
        source="stand",
        label="Stand vom",
        help_text="wie gedruckt, sonst der Tag des Dokuments",
        read_only=True,
        allow_null=True,
    )
    api_url = serializers.HyperlinkedIdentityField(view_name="api:kennzahlen-detail")

    class Meta:
        model = Kennzahl
        fields = [
            "id",
            "art",
            "wert",
            "wert_bis",
            "je",
            "einheit",
            "ungefaehr",
            "addierbar",
            "wofuer",
            "stand_am",
            "wortlaut",
            "start",
            "ende",
            "dokument",
            "api_url",
        ]


class KennzahlSerializer(KennzahlKurzSerializer):
    projekt = ProjektKurzSerializer(read_only=True, allow_null=True)
    kommune = KommuneSerializer(
        source="aussage.kommune", label="Kommune", read_only=True, allow_null=True, default=None
    )

    class Meta(KennzahlKurzSerializer.Meta):
        fields = [*KennzahlKurzSerializer.Meta.fields, "projekt", "kommune"]


class KennzahlDetailSerializer(KennzahlSerializer):
    aussage: serializers.HyperlinkedRelatedField[Projektaussage] = serializers.HyperlinkedRelatedField(
        label="aus der Aussage", view_name="api:aussagen-detail", read_only=True, allow_null=True
    )

    class Meta(KennzahlSerializer.Meta):
        fields = [*KennzahlSerializer.Meta.fields, "aussage", "regel", "sicherheit"]


class ZeitangabeSerializer(LeseSerializer[Zeitangabe]):
    dokument = DokumentKurzSerializer(read_only=True)

    class Meta:
        model = Zeitangabe
        fields = ["von", "bis", "richtung", "wortlaut", "start", "ende", "dokument"]
