"""Public addresses made of natural keys. The parliament the site is for stands in none; others carry a prefix."""

from django.urls import include, path, register_converter

from anfragen import views

REIHEN = {
    "drucksachen": "drucksache",
    "vorlagen": "vorlage",
    "plenarprotokolle": "plenarprotokoll",
    "ausschussprotokolle": "ausschussprotokoll",
}


class ReiheConverter:
    """`drucksachen` in the address is the series `drucksache`."""

    regex = "|".join(REIHEN)
    plural = {schluessel: adresse for adresse, schluessel in REIHEN.items()}

    def to_python(self, value: str) -> str:
        return REIHEN[value]

    def to_url(self, value: str) -> str:
        if value not in self.plural:
            raise ValueError(f"keine Seite für die Reihe {value!r}")
        return self.plural[value]


register_converter(ReiheConverter, "reihe")

je_parlament = [
    path("anfragen/<int:wahlperiode>/<int:nummer>/", views.anfrage, name="anfrage"),
    path("grosse-anfragen/<int:wahlperiode>/<int:nummer>/", views.grosse_anfrage, name="grosse-anfrage"),
    path(
        "schriftliche-anfragen/<int:wahlperiode>/<int:nummer>/", views.schriftliche_anfrage, name="schriftliche-anfrage"
    ),
    # A series that has no address of its own below, like Information or Stellungnahme. It stands before
    # them because reverse() tries the last address first.
    path("dokumente/<slug:reihe>/<int:wahlperiode>/<int:nummer>/", views.dokument, name="dokument"),
    path("dokumente/<slug:reihe>/<int:wahlperiode>/<int:nummer>-<slug:zusatz>/", views.dokument, name="dokument"),
    path("<reihe:reihe>/<int:wahlperiode>/<int:nummer>/", views.dokument, name="dokument"),
    path("<reihe:reihe>/<int:wahlperiode>/<int:nummer>-<slug:zusatz>/", views.dokument, name="dokument"),
]

urlpatterns = [
    path("", views.start, name="start"),
    path("anfragen/", views.anfragen, name="anfragen"),
    path("suche/", views.suche, name="suche"),
    path("begriffe/", views.begriffe, name="begriffe"),
    path("daten/", views.daten, name="daten"),
    *je_parlament,
    path("parlamente/<slug:parlament>/", include(je_parlament)),
]
