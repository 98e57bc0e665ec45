"""What the tests of commitments share: public ones, hidden ones, and every place that shows any."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

from anfragen.models import Zusage
from projekte.models import Projekt
from tests import factories

GEHEIM = "Geheimsache"
FAELLIG = date(2021, 12, 31)
SEITE, KALENDER = "/zusagen/", "/zusagen/kalender.ics"
API, CSV = "/api/v1/zusagen/", "/api/v1/zusagen/?format=csv"
AUSGABEN = [SEITE, KALENDER, API, CSV]


def zugesagt(projekt: Projekt | None = None, **felder: Any) -> Zusage:
    """A commitment that staff took up and published, due at the end of 2021."""
    felder = {"stand": "offen", "veroeffentlichung": "veroeffentlicht", "faellig_am": FAELLIG} | felder
    return factories.zusage(projekt, **felder)


def _entwurf() -> Any:
    return factories.dokument(nummer=4711, titel=GEHEIM, veroeffentlichung="entwurf")


# None of these may show: each takes the project that it is about.
VERBORGEN: dict[str, Callable[[Projekt], Zusage]] = {
    "only proposed": lambda projekt: zugesagt(projekt, stand="vorgeschlagen", wortlaut=GEHEIM),
    "for staff alone": lambda projekt: zugesagt(projekt, veroeffentlichung="entwurf", wortlaut=GEHEIM),
    "withdrawn": lambda projekt: zugesagt(projekt, veroeffentlichung="zurueckgezogen", wortlaut=GEHEIM),
    "dismissed": lambda projekt: zugesagt(projekt, stand="verworfen", wortlaut=GEHEIM),
    "of an unpublished paper": lambda projekt: zugesagt(projekt, dokument=_entwurf(), wortlaut=GEHEIM),
}


def in_verborgenem_projekt() -> Zusage:
    """A public one, about a place of a project that is not."""
    geheim = factories.projekt("99-09", name=GEHEIM, veroeffentlichung="entwurf")
    zusage = zugesagt(geheim)
    zusage.projektzusagen.update(kommune=factories.kommune("Geheimsachendorf", "05999999"))
    return zusage


def durch_verborgenes_erfuellt() -> Zusage:
    return zugesagt(stand="erfuellt", erfuellt_am=date(2021, 11, 30), erfuellt_durch=_entwurf())


def dienstlich_vermerkt() -> Zusage:
    person = get_user_model().objects.create_user("redaktion", first_name=GEHEIM, email=f"{GEHEIM}@example.org")
    return zugesagt(vermerk=GEHEIM, verantwortlich=person)


def inhalt(client: Client, adresse: str) -> str:
    """What stands there, with the lines of a calendar unfolded."""
    antwort = client.get(adresse)
    assert antwort.status_code == 200, adresse
    return antwort.getvalue().decode().replace("\r\n ", "")
