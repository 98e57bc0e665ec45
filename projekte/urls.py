"""Public addresses of projects and places; `adressen` has how projects of several programmes are told apart."""

from django.urls import path, re_path, register_converter

from projekte import views
from projekte.adressen import AdresseConverter

register_converter(AdresseConverter, "adresse")

urlpatterns = [
    path("projekte/", views.projekte, name="projekte"),
    path("projekte/abdeckung/", views.projektabdeckung, name="projektabdeckung"),
    path("projekte/<adresse:schluessel>/feed/", views.verlaufsfeed, name="projekt-feed"),
    path("projekte/<adresse:schluessel>/", views.projekt, name="projekt"),
    re_path(
        rf"^projekte/(?P<schluessel>{AdresseConverter.regex})/verlauf\.(?P<format>csv|json)$",
        views.verlauf,
        name="projekt-verlauf",
    ),
    path("handlungsfelder/<adresse:schluessel>/", views.handlungsfeld, name="handlungsfeld"),
    path("zusagen/", views.zusagen, name="zusagen"),
    path("zusagen/kalender.ics", views.zusagenkalender, name="zusagen-kalender"),
    path("orte/", views.orte, name="orte"),
    path("orte/<slug:schluessel>/", views.ort, name="ort"),
]
