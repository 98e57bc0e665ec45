"""From what someone types to the one project or place it means."""

import re

from django.db.models import Exists, OuterRef, Q

from projekte.models import Kommune, Projekt, Projektname
from projekte.recording import schluessel

KENNUNG = re.compile(r"\[?\s*(?P<kennung>\d{2}-\d{2})\s*\]?")  # "13-02" in „[13-02]“


def find(anfrage: str) -> str | None:
    """The address of the project with this Kennung or name, or of the municipality; None unless exactly one fits."""
    anfrage = anfrage.strip()
    if treffer := KENNUNG.fullmatch(anfrage):
        return _eine_adresse(Projekt.objects.oeffentlich().filter(kennung=treffer["kennung"]))
    if not anfrage.isprintable() or not (gesucht := schluessel(anfrage)):
        return None
    namen = Projektname.objects.oeffentlich().filter(name__iexact=anfrage, projekt=OuterRef("pk"))
    return _eine_adresse(Kommune.objects.filter(schluessel=gesucht)) or _eine_adresse(
        Projekt.objects.oeffentlich().filter(Q(schluessel=gesucht) | Q(name__iexact=anfrage) | Exists(namen))
    )


def _eine_adresse(treffer: object) -> str | None:
    records = list(treffer[:2])  # type: ignore[index]
    return records[0].get_absolute_url() if len(records) == 1 else None
