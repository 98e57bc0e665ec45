"""The fields of what the government has promised. What staff note for themselves is none of them."""

from rest_framework import serializers

from anfragen.api.base import LeseSerializer
from anfragen.api.serializers import DokumentKurzSerializer, MinisteriumSerializer
from anfragen.models import Zusage
from projekte.api.serializers.kurz import KommuneSerializer, ProjektKurzSerializer
from projekte.models import Projektzusage

OEFFENTLICHE_STAENDE = [(stand.value, stand.label) for stand in (Zusage.Stand.OFFEN, Zusage.Stand.ERFUELLT)]


class ZusageKurzSerializer(LeseSerializer[Zusage]):
    stand = serializers.ChoiceField(OEFFENTLICHE_STAENDE, label="Stand", read_only=True)
    dokument = DokumentKurzSerializer(read_only=True)
    gesagt_am = serializers.DateField(
        label="Tag der Zusage",
        help_text="des Schreibens, sonst des Originals, sonst des Kopfes",
        read_only=True,
        allow_null=True,
    )
    ministerium = MinisteriumSerializer(
        source="dokument.antwort.ministerium", label="Ministerium", read_only=True, allow_null=True, default=None
    )
    erfuellt_durch = DokumentKurzSerializer(label="erfüllt durch", read_only=True, allow_null=True)
    api_url = serializers.HyperlinkedIdentityField(view_name="api:zusagen-detail")

    class Meta:
        model = Zusage
        fields = [
            "id",
            "art",
            "wortlaut",
            "stand",
            "gesagt_am",
            "ministerium",
            "faellig_am",
            "faellig_wortlaut",
            "erfuellt_am",
            "erfuellt_durch",
            "dokument",
            "start",
            "ende",
            "api_url",
        ]


class ProjektzusageSerializer(LeseSerializer[Projektzusage]):
    projekt = ProjektKurzSerializer(read_only=True)
    kommune = KommuneSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Projektzusage
        fields = ["projekt", "kommune"]


class ZusageSerializer(ZusageKurzSerializer):
    projekte = ProjektzusageSerializer(source="projektzusagen", label="Projekte", many=True, read_only=True)

    class Meta(ZusageKurzSerializer.Meta):
        fields = [*ZusageKurzSerializer.Meta.fields, "projekte"]


class ZusageDetailSerializer(ZusageSerializer):
    class Meta(ZusageSerializer.Meta):
        fields = [*ZusageSerializer.Meta.fields, "regel", "sicherheit"]
