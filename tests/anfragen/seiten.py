"""What the tests of the public pages read them with."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anfragen.models import Dokument, Veroeffentlichung, Verweis
from tests import factories

ENTWURF = Veroeffentlichung.ENTWURF


def text(client: Client, adresse: str, status: int = 200) -> str:
    """The page at `adresse`, with single spaces, as a reader's words would be compared."""
    antwort = client.get(adresse)
    assert antwort.status_code == status, adresse
    return " ".join(antwort.content.decode().replace("\xa0", " ").replace("&nbsp;", " ").split())


def anzahl_abfragen(client: Client, adresse: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as abfragen:
        assert client.get(adresse).status_code == 200
    return len(abfragen)


def verweis(dokument: Dokument, wortlaut: str, **felder: Any) -> Verweis:
    """A reference at the first place of `wortlaut` in the text of `dokument`."""
    start = dokument.text.index(wortlaut)
    return factories.verweis(dokument, wortlaut=wortlaut, start=start, ende=start + len(wortlaut), **felder)
