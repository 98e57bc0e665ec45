"""The fields of what staff record as having happened to a project."""

from rest_framework import serializers

from anfragen.api.base import LeseSerializer
from anfragen.api.serializers import DokumentKurzSerializer
from projekte.api.serializers.kurz import ProjektKurzSerializer
from projekte.models import Projektereignis


class EreignisKurzSerializer(LeseSerializer[Projektereignis]):
    dokument = DokumentKurzSerializer(label="belegt durch", read_only=True, allow_null=True)
    api_url = serializers.HyperlinkedIdentityField(view_name="api:ereignisse-detail")

    class Meta:
        model = Projektereignis
        fields = [
            "id",
            "art",
            "datum",
            "genauigkeit",
            "titel",
            "text",
            "dokument",
            "quelle",
            "beleglage",
            "api_url",
        ]


class EreignisSerializer(EreignisKurzSerializer):
    projekt = ProjektKurzSerializer(read_only=True)

    class Meta(EreignisKurzSerializer.Meta):
        fields = [*EreignisKurzSerializer.Meta.fields, "projekt"]
