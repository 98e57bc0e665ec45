"""Public addresses made of natural keys. The parliament the site is for stands in none; others carry a prefix."""

from django.urls import include, path, register_converter

from anfragen import views
from anfragen.models import Anfrage
from anfragen.models.anfrage import ADRESSEN
from anfragen.netz import views as netz
from anfragen.netz.huelle import Richtung

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

ANFRAGE = {
    Anfrage.Art.KLEIN: "anfragen/<int:wahlperiode>/<int:nummer>/",
    Anfrage.Art.GROSS: "grosse-anfragen/<int:wahlperiode>/<int:nummer>/",
    Anfrage.Art.SCHRIFTLICH: "schriftliche-anfragen/<int:wahlperiode>/<int:nummer>/",
}
DOKUMENT = (
    # A series that has no address of its own below, like Information or Stellungnahme. It stands before
    # them because reverse() tries the last address first.
    "dokumente/<slug:reihe>/<int:wahlperiode>/<int:nummer>/",
    "dokumente/<slug:reihe>/<int:wahlperiode>/<int:nummer>-<slug:zusatz>/",
    "<reihe:reihe>/<int:wahlperiode>/<int:nummer>/",
    "<reihe:reihe>/<int:wahlperiode>/<int:nummer>-<slug:zusatz>/",
)

je_parlament = [
    *[path(adresse, views.anfrage, {"art": art}, name=ADRESSEN[art]) for art, adresse in ANFRAGE.items()],
    *[
        path(f"{adresse}zitiert-von/", views.anfrage_zitiert_von, {"art": art}, name="anfrage-zitiert-von")
        for art, adresse in ANFRAGE.items()
    ],
    *[path(adresse, views.dokument, name="dokument") for adresse in DOKUMENT],
    *[path(f"{adresse}zitiert-von/", views.dokument_zitiert_von, name="zitiert-von") for adresse in DOKUMENT],
    *[path(f"{adresse}kette/", views.kette, name="kette") for adresse in DOKUMENT],
    *[path(f"{adresse}netz/", netz.netz, name="netz") for adresse in DOKUMENT],
    *[
        path(f"{adresse}{richtung}/", netz.huelle, {"richtung": richtung}, name=richtung)
        for richtung in Richtung
        for adresse in DOKUMENT
    ],
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
