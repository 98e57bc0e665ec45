"""The network around a paper, as the page draws it, for programs: nodes and edges."""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from anfragen import oeffentlich
from anfragen.api.base import seite
from anfragen.netz.bild import nummer
from anfragen.netz.formen import form
from anfragen.netz.huelle import Richtung
from anfragen.netz.seite import BEIDE
from anfragen.netz.umfeld import Knoten, Netz, netz

MAX_KNOTEN = 500
MAX_KANTEN = 5000


class AusschnittSerializer(serializers.Serializer[Any]):
    richtung = serializers.ChoiceField([BEIDE, *Richtung], default=BEIDE)
    schritte = serializers.IntegerField(min_value=1, max_value=2, default=2)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A misspelt parameter must not read as none."""
        if unknown := [name for name in self.initial_data if name not in {*self.fields, "format"}]:
            hinweis = f"Diesen Parameter gibt es nicht. Möglich: {', '.join(self.fields)}."
            raise ValidationError({name: [hinweis] for name in unknown})
        return attrs


class KnotenSerializer(serializers.Serializer[Knoten]):
    id = serializers.IntegerField(
        label="Dokument", help_text="kleiner als null: ein mehrdeutiger Verweis, dessen Dokument niemand kennt"
    )
    schritt = serializers.IntegerField(
        label="Schritte von der Mitte", help_text="kleiner als null: verweist auf die Mitte, größer: wird zitiert"
    )
    kennung = serializers.SerializerMethodField(label="„17/10653“ oder „Vorlage 17/3748“")
    art = serializers.SerializerMethodField(help_text="Antwort, Anfrage, Vorlage oder anderes Dokument")
    zustand = serializers.CharField(help_text="da, zitiert (liegt nicht vor) oder mehrdeutig")
    titel = serializers.CharField(source="dokument.titel", label="Titel", default="")
    datum = serializers.DateField(source="dokument.datum", label="Datum im Kopf", allow_null=True, default=None)
    url = serializers.SerializerMethodField(label="Adresse der Seite")
    api_url = serializers.SerializerMethodField(label="Adresse in dieser Schnittstelle")

    def get_kennung(self, knoten: Knoten) -> str:
        return nummer(knoten)

    def get_art(self, knoten: Knoten) -> str:
        return form(knoten).value

    @extend_schema_field({"type": "string", "format": "uri", "nullable": True})
    def get_url(self, knoten: Knoten) -> str | None:
        return seite(knoten.dokument, self.context["request"]) if knoten.dokument else None

    @extend_schema_field({"type": "string", "format": "uri"})
    def get_api_url(self, knoten: Knoten) -> str:
        name = "verweise" if knoten.dokument is None else "dokumente"
        return reverse(f"api:{name}-detail", [abs(knoten.id)], request=self.context["request"])


class KanteSerializer(serializers.Serializer[Any]):
    von = serializers.IntegerField(label="zitierendes Dokument")
    nach = serializers.IntegerField(label="zitiertes Dokument")
    anzahl = serializers.IntegerField(label="wie oft")
    verweis = serializers.IntegerField(source="verweis.pk", label="der erste dieser Verweise")
    wortlaut = serializers.CharField(source="verweis.wortlaut", label="sein Wortlaut")
    start = serializers.IntegerField(source="verweis.start", label="sein Beginn im Text", allow_null=True)


class NetzSerializer(serializers.Serializer[Netz]):
    dokument = serializers.IntegerField(source="mitte.id", label="Dokument in der Mitte")
    anzahl = serializers.IntegerField(label="Dokumente im Umkreis", help_text="ohne das in der Mitte")
    weggelassen = serializers.IntegerField(
        label="davon weggelassen", help_text=f"genannt sind höchstens {MAX_KNOTEN}, die am stärksten verbundenen"
    )
    kanten_weggelassen = serializers.SerializerMethodField(help_text=f"genannt sind höchstens {MAX_KANTEN}")
    knoten = KnotenSerializer(many=True)
    kanten = serializers.SerializerMethodField()

    def get_kanten_weggelassen(self, gefunden: Netz) -> int:
        return max(0, len(gefunden.kanten) - MAX_KANTEN)

    @extend_schema_field(KanteSerializer(many=True))
    def get_kanten(self, gefunden: Netz) -> Any:
        return KanteSerializer(gefunden.kanten[:MAX_KANTEN], many=True).data


class NetzView(APIView):
    schema = AutoSchema()

    def get_view_name(self) -> str:
        return "Netz der Verweise"

    @extend_schema(
        summary="Dokumente: Netz der Verweise",
        description=(
            "Was ein Dokument zitiert und was darauf verweist, bis zu zwei Schritte weit: als Knoten und Kanten. Sind "
            "es zu viele, stehen die am stärksten verbundenen hier, und es ist gesagt, wie viele fehlen."
        ),
        parameters=[
            OpenApiParameter(
                "richtung", enum=[BEIDE, *Richtung], default=BEIDE, description="was zitiert wird, was verweist, beides"
            ),
            OpenApiParameter(
                "schritte",
                {"type": "integer", "minimum": 1, "maximum": 2, "default": 2},
                description="wie weit vom Dokument in der Mitte",
            ),
        ],
        responses={
            (200, "application/json"): NetzSerializer,
            (400, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, "falscher Wert oder unbekannter Parameter"),
            (404, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, "gibt es nicht"),
            (429, "application/json"): OpenApiResponse(
                OpenApiTypes.OBJECT, "zu viele Abrufe; wann wieder: Retry-After"
            ),
        },
    )
    def get(self, request: Request, pk: int) -> Response:
        dokument = get_object_or_404(oeffentlich.dokumente(), pk=pk)
        ausschnitt = AusschnittSerializer(data=request.query_params)
        ausschnitt.is_valid(raise_exception=True)
        richtung = ausschnitt.validated_data["richtung"]
        richtungen = list(Richtung) if richtung == BEIDE else [Richtung(richtung)]
        gefunden = netz(dokument, richtungen, ausschnitt.validated_data["schritte"], MAX_KNOTEN)
        return Response(NetzSerializer(gefunden, context={"request": request}).data)
