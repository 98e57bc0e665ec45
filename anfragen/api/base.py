"""What every resource of the API shares: read-only, strict about parameters, German in its errors, CSV of any list."""

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import Http404, StreamingHttpResponse
from django.urls import NoReverseMatch
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema_field
from rest_framework import mixins, viewsets
from rest_framework.exceptions import NotFound, Throttled, ValidationError
from rest_framework.fields import Field
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.pagination import PageNumberPagination
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer, ModelSerializer
from rest_framework.views import exception_handler

from anfragen.exports import Berechnet, Tabelle, csv_download, tabelle_chunks
from anfragen.filtering import FilterSet, unbekannte

MAX_PAGE_SIZE = 100


class Negotiation(DefaultContentNegotiation):
    """Names the formats there are, where DRF says only that nothing was found."""

    def filter_renderers(self, renderers: Iterable[BaseRenderer], format: str) -> list[BaseRenderer]:
        if found := [renderer for renderer in renderers if renderer.format == format]:
            return found
        formats = ", ".join(str(renderer.format) for renderer in renderers)
        raise NotFound(f"Das Format „{format}“ gibt es hier nicht. Möglich: {formats}.")


class Pagination(PageNumberPagination):
    page_size = 25
    page_size_query_param = "page_size"
    page_size_query_description = f"Einträge je Seite, höchstens {MAX_PAGE_SIZE}"
    max_page_size = MAX_PAGE_SIZE

    def get_page_size(self, request: Request) -> int:
        wert = request.query_params.get(self.page_size_query_param)
        if wert is None:
            return self.page_size
        if not (wert.isdecimal() and len(wert) <= 3 and 1 <= int(wert) <= MAX_PAGE_SIZE):
            raise ValidationError({self.page_size_query_param: [f"Eine ganze Zahl von 1 bis {MAX_PAGE_SIZE}."]})
        return int(wert)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """With the bounds that hold, so that no client learns them from an error."""
        parameters = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            parameter["schema"]["minimum"] = 1
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"] |= {"maximum": MAX_PAGE_SIZE, "default": self.page_size}
        return parameters


class CSVRenderer(BaseRenderer):
    """Stands for the format in negotiation and schema; the rows are streamed by `tabelle_chunks`."""

    media_type = "text/csv"
    format = "csv"


def handle_exception(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Errors are JSON, whatever format was asked for."""
    if isinstance(exc, Http404):
        exc = NotFound()  # Django's own words are English
    context["request"].accepted_renderer = JSONRenderer()
    context["request"].accepted_media_type = JSONRenderer.media_type
    response = exception_handler(exc, context)
    if response is not None and isinstance(exc, Throttled):
        sekunden = response["Retry-After"]
        wann = "einer Sekunde" if sekunden == "1" else f"{sekunden} Sekunden"
        response.data = {"detail": f"Zu viele Abrufe in kurzer Zeit. Versuchen Sie es in {wann} wieder."}
    return response


class Schema(AutoSchema):
    """Takes the words of the documentation from the view, because docstrings speak to us and not to the public."""

    view: Any

    def get_summary(self) -> str:
        return f"{self.view.get_view_name()}: {'ein Eintrag' if self.view.detail else 'Liste'}"

    def get_description(self) -> str:  # type: ignore[override] # drf-spectacular's signature, not DRF's
        return self.view.get_view_description()

    def get_response_serializers(self) -> Any:
        responses = {
            (200, "application/json"): super().get_response_serializers(),
            (400, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, "falscher Wert oder unbekannter Parameter"),
            (404, "application/json"): OpenApiResponse(OpenApiTypes.OBJECT, "gibt es nicht"),
            (429, "application/json"): OpenApiResponse(
                OpenApiTypes.OBJECT, "zu viele Abrufe; wann wieder: Retry-After"
            ),
        }
        if not self.view.detail:
            responses[200, CSVRenderer.media_type] = OpenApiResponse(OpenApiTypes.STR, "alle Zeilen des Filters")
        return responses


class LeseViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, viewsets.GenericViewSet[Any]):
    """A list and its single records; `liste` and `einzeln` say what the public may read of them."""

    http_method_names = ["get", "head", "options"]
    renderer_classes = [JSONRenderer, CSVRenderer]  # lists; a single record is JSON
    filter_backends = [DjangoFilterBackend]
    pagination_class = Pagination
    content_negotiation_class = Negotiation
    schema = Schema()
    titel: ClassVar[str]
    beschreibung: ClassVar[str]
    filterset_class: type[FilterSet]
    lookup_value_regex = r"\d+"
    liste: ClassVar[Callable[[], QuerySet[Any]]]
    einzeln: ClassVar[Callable[[], QuerySet[Any]]]
    tabelle: ClassVar[Tabelle]
    adresse: ClassVar[Berechnet]  # the path of the page that shows a row of the CSV
    detail_serializer_class: type[BaseSerializer[Any]]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.refuse_unknown_parameters(request)

    def refuse_unknown_parameters(self, request: Request) -> None:
        known = ["format"] if self.detail else [*self.filterset_class.base_filters, "page", "page_size", "format"]
        if fehler := unbekannte(request.query_params, known):
            raise ValidationError(fehler)

    def get_view_name(self) -> str:
        return self.titel

    def get_view_description(self, html: bool = False) -> str:
        return self.beschreibung

    def get_renderers(self) -> list[BaseRenderer]:
        return super().get_renderers()[: 1 if self.detail else None]

    def get_queryset(self) -> QuerySet[Any]:
        return type(self).einzeln() if self.detail else type(self).liste()

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """A single record has its address, whatever a list would show without parameters."""
        return queryset if self.detail else super().filter_queryset(queryset)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        return self.detail_serializer_class if self.detail else super().get_serializer_class()

    @staticmethod
    def absolut(adresse: Berechnet, request: Request) -> Berechnet:
        basis = request.build_absolute_uri("/").removesuffix("/")
        return Berechnet(lambda *werte: f"{basis}{pfad}" if (pfad := adresse.form(*werte)) else None, adresse.liest)

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response | StreamingHttpResponse:  # type: ignore[override]
        if request.accepted_renderer.format == CSVRenderer.format:
            tabelle = {**self.tabelle, "url": self.absolut(self.adresse, request)}
            return csv_download(self.basename, tabelle_chunks(tabelle, self.filter_queryset(self.get_queryset())))
        return super().list(request, *args, **kwargs)


class LeseSerializer[M: Model](ModelSerializer[M]):
    # No docstring, here and on every serializer: it would stand in the public schema, whose language is German.

    class Meta:
        fields: ClassVar[list[str]] = []

    def include_extra_kwargs(
        self, kwargs: MutableMapping[str, Any], extra_kwargs: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Every field is read-only, yet the schema still says which may be null or empty."""
        writing = {"required", "default", "queryset", "validators"}
        return {name: value for name, value in kwargs.items() if name not in writing} | {"read_only": True}


def seite(obj: Model, request: Any) -> str | None:
    """The full address of a record's page; None where no page shows it."""
    try:
        return request.build_absolute_uri(obj.get_absolute_url())  # type: ignore[attr-defined] # every model here has one
    except NoReverseMatch:  # such as a paper of a series that the site has no pages for
        return None


@extend_schema_field({"type": "string", "format": "uri", "nullable": True, "description": "Adresse der Seite"})
class SeiteField(Field[Any, Any, Any, Any]):
    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, value: Model) -> str | None:
        return seite(value, self.context["request"])
