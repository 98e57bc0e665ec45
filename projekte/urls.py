"""Public addresses of projects and places."""

from django.urls import path, re_path

from projekte import views
from projekte.feeds import VerlaufFeed

urlpatterns = [
    path("projekte/", views.projekte, name="projekte"),
    path("projekte/abdeckung/", views.projektabdeckung, name="projektabdeckung"),
    path("projekte/<slug:schluessel>/", views.projekt, name="projekt"),
    path("projekte/<slug:schluessel>/feed/", VerlaufFeed(), name="projekt-feed"),
    re_path(r"^projekte/(?P<schluessel>[-\w]+)/verlauf\.(?P<format>csv|json)$", views.verlauf, name="projekt-verlauf"),
    path("handlungsfelder/<slug:schluessel>/", views.handlungsfeld, name="handlungsfeld"),
    path("orte/", views.orte, name="orte"),
    path("orte/<slug:schluessel>/", views.ort, name="ort"),
]
