"""What the tests of the public pages read them with."""

from typing import Any

from django.test import Client

from anfragen.models import Dokument, Veroeffentlichung
from projekte.models import Kennzahl, Projekt

ENTWURF = Veroeffentlichung.ENTWURF


def text(client: Client, adresse: str) -> str:
    """The page at `adresse`, which must be there."""
    antwort = client.get(adresse)
    assert antwort.status_code == 200, adresse
    return antwort.content.decode()


def betrag(projekt: Projekt, dokument: Dokument, **felder: Any) -> Kennzahl:
    felder = {"wert": 65000, "einheit": "Euro", "wortlaut": "rund 65.000 Euro", "wofuer": "Förderung"} | felder
    return Kennzahl.objects.create(projekt=projekt, dokument=dokument, **felder)
