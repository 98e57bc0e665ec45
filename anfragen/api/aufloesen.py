"""The resolver: a text in, its references out, each with what it means. Nothing is stored.

The text is read in this process: it is plain text, all patterns take time that grows with it alone, and its size is
limited before it is parsed.
"""

from typing import Any

from django.conf import settings
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiResponse, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, ParseError, ValidationError
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from anfragen.api.drosselung import Aufloesedrossel, Drossel
from anfragen.api.serializers import ZielSerializer
from anfragen.filtering import bekannt
from anfragen.models import Parlament, Verweis
from anfragen.resolving.freitext import MAX_VERWEISE, ZuVieleVerweise, resolve_text

MAX_BYTES = 250_000
ANZAHL = f"{MAX_VERWEISE:,}".replace(",", ".")

BEISPIEL = {"text": "Siehe Vorlage 17/3748, Seite 2.", "wahlperiode": 17}
BEISPIEL_ANTWORT = {
    "parlament": "nw",
    "wahlperiode": 17,
    "verweise": [
        {
            "start": 6,
            "ende": 21,
            "wortlaut": "Vorlage 17/3748",
            "typ": "Vorlage",
            "wahlperiode": 17,
            "wahlperiode_abgeleitet": False,
            "nummer": 3748,
            "stelle_im_ziel": "Seite 2",
            "paar": None,
            "sicherheit": 1.0,
            "stand": "unbekannt",
            "ziel": {
                "parlament": "nw",
                "art": "Vorlage",
                "kennung": "17/3748",
                "titel": "",
                "datum": None,
                "nur_zitiert": True,
                "url": "https://example.org/vorlagen/17/3748/",
                "api_url": "https://example.org/api/v1/dokumente/1/",
            },
            "kandidaten": [],
        }
    ],
}


class ZuGross(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = f"Der Text ist zu lang: Höchstens {MAX_BYTES // 1000} kB auf einmal."


class TextParser(JSONParser):
    """JSON is UTF-8, whatever the client calls it, and nested no deeper than Python can read."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        try:
            return super().parse(stream, media_type, {**(parser_context or {}), "encoding": "utf-8"})
        except (ParseError, RecursionError) as error:
            raise ParseError("Das ist kein lesbares JSON in UTF-8.") from error


class AufloesenEingabeSerializer(serializers.Serializer[Any]):
    text = serializers.CharField(
        trim_whitespace=False,  # offsets count from the first character that was sent
        allow_blank=True,
        label="Text",
        help_text=f"höchstens {MAX_BYTES // 1000} kB mit höchstens {ANZAHL} Verweisen",
    )
    parlament = serializers.CharField(
        default=settings.PARLAMENT,
        label="Parlament des Textes",
        help_text="Kürzel, zum Beispiel „nw“",
        validators=[bekannt(Parlament.objects.all(), "kuerzel")],
    )
    wahlperiode = serializers.IntegerField(
        min_value=1,
        max_value=99,
        required=False,
        allow_null=True,
        label="Wahlperiode des Textes",
        help_text="gilt, wo der Text keine nennt; ohne Angabe die aus dem Kopf der Drucksache, wenn der Text einen hat",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A misspelt name must not read as nothing given."""
        if unknown := [name for name in self.initial_data if name not in self.fields]:
            hinweis = f"Dieses Feld gibt es nicht. Möglich: {', '.join(self.fields)}."
            raise ValidationError({name: [hinweis] for name in unknown})
        return attrs


class FundstelleSerializer(serializers.Serializer[Any]):
    start = serializers.IntegerField(
        source="verweis.beleg.start", label="Beginn im Text", help_text="gezählt in Unicode-Zeichen, ab 0"
    )
    ende = serializers.IntegerField(source="verweis.beleg.ende", label="Ende im Text", help_text="das Zeichen danach")
    wortlaut = serializers.CharField(source="verweis.wortlaut", label="Wortlaut")
    typ = serializers.ChoiceField(Verweis.Typ.choices, source="verweis.typ", label="Typ")
    wahlperiode = serializers.IntegerField(source="verweis.wahlperiode", label="Wahlperiode", allow_null=True)
    wahlperiode_abgeleitet = serializers.BooleanField(
        source="verweis.wahlperiode_abgeleitet", label="Wahlperiode steht nicht im Text"
    )
    nummer = serializers.IntegerField(source="verweis.nummer", label="Nummer")
    stelle_im_ziel = serializers.CharField(source="verweis.stelle", label="Stelle im Ziel")
    paar = serializers.IntegerField(
        source="verweis.paar",
        label="gedruckt zu",
        help_text="welcher Verweis dieser Liste, ab 0, die Anfrage ist, zu der die Nummer steht",
        allow_null=True,
    )
    sicherheit = serializers.FloatField(source="verweis.beleg.sicherheit", label="Sicherheit der Lesung, 0 bis 1")
    stand = serializers.ChoiceField(Verweis.Stand.choices, label="Stand")
    ziel = ZielSerializer(allow_null=True)
    kandidaten = ZielSerializer(many=True)


class AufloesungSerializer(serializers.Serializer[Any]):
    parlament = serializers.CharField(label="Parlament des Textes")
    wahlperiode = serializers.IntegerField(label="Wahlperiode, die gilt, wo der Text keine nennt", allow_null=True)
    verweise = FundstelleSerializer(many=True, source="fundstellen")


class AufloesenView(APIView):
    throttle_classes = [Drossel, Aufloesedrossel]
    parser_classes = [TextParser]
    schema = AutoSchema()

    def get_view_name(self) -> str:
        return "Verweise auflösen"

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuses what is too large before any of it is read."""
        super().initial(request, *args, **kwargs)
        if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BYTES:
            raise ZuGross

    @extend_schema(
        summary="Verweise auflösen: in einem eigenen Text",
        description=(
            "Findet in einem Text die Verweise auf Drucksachen, Vorlagen, Protokolle und Anfragen und sagt zu jedem, "
            "worauf er zeigt. „ziel“ ist das Gemeinte; ist ein Verweis mehrdeutig, stehen unter „kandidaten“ die "
            "möglichen Ziele. Der Text wird nicht gespeichert."
        ),
        request=AufloesenEingabeSerializer,
        responses={
            (200, "application/json"): AufloesungSerializer,
            (400, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, "falscher Wert oder unbekanntes Feld"),
            (413, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, "zu langer Text oder zu viele Verweise"),
            (415, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, "kein JSON"),
            (429, "application/json"): OpenApiResponse(
                OpenApiTypes.OBJECT, "zu viele Abrufe; wann wieder: Retry-After"
            ),
        },
        examples=[
            OpenApiExample("Text", value=BEISPIEL, request_only=True),
            OpenApiExample("Verweise", value=BEISPIEL_ANTWORT, response_only=True, status_codes=["200"]),
        ],
    )
    def post(self, request: Request) -> Response:
        if not isinstance(request.data, dict):
            raise ParseError("Erwartet ist ein JSON-Objekt mit dem Feld „text“.")
        eingabe = AufloesenEingabeSerializer(data=request.data)
        eingabe.is_valid(raise_exception=True)
        felder = eingabe.validated_data
        try:
            aufloesung = resolve_text(felder["text"], felder["parlament"], felder.get("wahlperiode"))
        except ZuVieleVerweise as error:
            raise ZuGross(f"Der Text hat mehr als {ANZAHL} Verweise. Teilen Sie ihn.") from error
        return Response(AufloesungSerializer(aufloesung, context={"request": request}).data)
