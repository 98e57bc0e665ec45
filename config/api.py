"""The API's addresses: both apps on one router, so that it reads as one."""

from typing import Any

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from anfragen.api.aufloesen import AufloesenView
from anfragen.api.netz import NetzView
from anfragen.api.views import (
    AnfrageViewSet,
    AnfrageZitiertVonViewSet,
    AntwortViewSet,
    DokumentViewSet,
    DokumentZitiertVonViewSet,
    VerweisViewSet,
)
from projekte.api.views import AussageViewSet, EreignisViewSet, KennzahlViewSet, ProjektViewSet, ZusageViewSet

RESOURCES = {
    "anfragen": AnfrageViewSet,
    "antworten": AntwortViewSet,
    "dokumente": DokumentViewSet,
    "verweise": VerweisViewSet,
    "projekte": ProjektViewSet,
    "aussagen": AussageViewSet,
    "kennzahlen": KennzahlViewSet,
    "ereignisse": EreignisViewSet,
    "zusagen": ZusageViewSet,
}

# Lists of what belongs to one record, under its address.
UNTERLISTEN = {
    "anfragen/<int:pk>/zitiert-von": AnfrageZitiertVonViewSet,
    "dokumente/<int:pk>/zitiert-von": DokumentZitiertVonViewSet,
}

router = SimpleRouter()
for name, viewset in RESOURCES.items():
    router.register(name, viewset, basename=name)


class Wurzel(APIView):
    """Lists what there is."""

    schema = None

    def get(self, request: Request) -> Response:
        adressen = {name: reverse(f"api:{name}-list", request=request) for name in RESOURCES}
        return Response(
            adressen | {name: reverse(f"api:{name}", request=request) for name in ("aufloesen", "schema", "docs")}
        )


class Unbekannt(APIView):
    """An unknown address below the API answers in JSON too."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise NotFound("Diese Adresse gibt es in der Schnittstelle nicht.")


app_name = "api"
urlpatterns = [
    path("", Wurzel.as_view(), name="wurzel"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(url_name="api:schema", template_name="api/docs.html"),
        name="docs",
    ),
    path("verweise/aufloesen/", AufloesenView.as_view(), name="aufloesen"),
    path("dokumente/<int:pk>/netz/", NetzView.as_view(), name="dokumente-netz"),
    path("", include(router.urls)),
    *(
        path(
            f"{adresse}/",
            liste.as_view({"get": "list"}, detail=False, basename="zitiert-von"),
            name=adresse.replace("/<int:pk>/", "-"),
        )
        for adresse, liste in UNTERLISTEN.items()
    ),
    # Ends in a slash, so that an address without one is still redirected to the one with it.
    re_path(r"^.*/$", Unbekannt.as_view()),
]
