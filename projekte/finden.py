"""From what someone types to the one project or place it means."""

import re

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.http import urlencode

from projekte import adressen
from projekte.models import Kommune, Projekt, Projektname

KENNUNG = re.compile(r"\[?\s*(?P<kennung>[-\w]{3,20})\s*\]?")  # "13-02", „[A-07]“


def find(anfrage: str) -> str | None:
    """The address of the project with this Kennung or name, or of the municipality; None unless exactly one fits.

    A Kennung that several programmes have leads to the list of them.
    """
    anfrage = anfrage.strip()
    if (treffer := KENNUNG.fullmatch(anfrage)) and (adresse := _mit_kennung(treffer["kennung"])):
        return adresse
    if not anfrage.isprintable() or not (gesucht := adressen.key_of(anfrage)):
        return None
    namen = Projektname.objects.oeffentlich().filter(name__iexact=anfrage, projekt=OuterRef("pk"))
    return _eine_adresse(Kommune.objects.filter(schluessel=gesucht)) or _eine_adresse(
        Projekt.objects.oeffentlich()
        .select_related("programm")
        .filter(Q(schluessel=gesucht) | Q(name__iexact=anfrage) | Exists(namen))
    )


def _mit_kennung(kennung: str) -> str | None:
    gefunden = list(Projekt.objects.oeffentlich().select_related("programm").filter(kennung=kennung)[:2])
    if len(gefunden) > 1:
        return f"{reverse('projekte')}?{urlencode({'q': kennung})}"
    return gefunden[0].get_absolute_url() if gefunden else None


def _eine_adresse(treffer: object) -> str | None:
    records = list(treffer[:2])  # type: ignore[index]
    return records[0].get_absolute_url() if len(records) == 1 else None
