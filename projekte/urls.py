"""Public addresses of projects and places."""

from django.urls import path

from projekte import views

urlpatterns = [
    path("projekte/", views.projekte, name="projekte"),
    path("projekte/<slug:schluessel>/", views.projekt, name="projekt"),
    path("handlungsfelder/<slug:schluessel>/", views.handlungsfeld, name="handlungsfeld"),
    path("orte/", views.orte, name="orte"),
    path("orte/<slug:schluessel>/", views.ort, name="ort"),
]
