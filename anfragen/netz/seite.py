"""The page of a network: the picture, the same as a table, and how far it all reaches."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from anfragen import oeffentlich
from anfragen.models import Dokument
from anfragen.netz.bild import adresse, draw
from anfragen.netz.huelle import Richtung, huelle, in_huelle, schritte
from anfragen.netz.umfeld import Kante, Netz, netz

GEZEICHNET = 150  # more can't be told apart
ZEILEN = 100
GENANNT = 3
BEIDE = "beide"


class Auswahl(forms.Form):
    """What part of the network to show. A wrong value shows all of it, with a word about the value."""

    richtung = forms.ChoiceField(
        label="Richtung",
        choices=[
            (BEIDE, "beide"),
            (Richtung.GRUNDLAGEN, "nur was zitiert wird"),
            (Richtung.FOLGEN, "nur was darauf verweist"),
        ],
    )
    schritte = forms.ChoiceField(label="Schritte", choices=[("2", "zwei"), ("1", "einer")])

    @property
    def richtungen(self) -> list[Richtung]:
        wert = self.cleaned_data["richtung"] if self.is_valid() else BEIDE
        return list(Richtung) if wert == BEIDE else [Richtung(wert)]

    @property
    def tiefe(self) -> int:
        return int(self.cleaned_data["schritte"]) if self.is_valid() else 2


@dataclass(frozen=True)
class Reichweite:
    """How many papers there are in one direction, to any depth and directly."""

    alle: int
    unmittelbar: int


@dataclass(frozen=True)
class Zeile:
    """A paper of the network; `ueber` are those nearer to the middle that it cites or that cite it."""

    schritt: int
    dokument: Dokument
    adresse: str
    ueber: list[Dokument]
    weitere: int


@dataclass(frozen=True)
class Glied:
    """A paper of a closure."""

    dokument: Dokument
    adresse: str
    unmittelbar: bool


def netzseite(dokument: Dokument, daten: QueryDict) -> dict[str, Any]:
    """The context for a public Dokument and a query string."""
    auswahl = Auswahl({"richtung": daten.get("richtung", BEIDE), "schritte": daten.get("schritte", "2")})
    gefunden = netz(dokument, auswahl.richtungen, auswahl.tiefe, GEZEICHNET)
    blatt = Paginator(list(gefunden.schritte), ZEILEN).get_page(daten.get("seite"))
    return {
        "dokument": dokument,
        "auswahl": auswahl,
        "netz": gefunden,
        "bild": draw(gefunden),
        "seite": blatt,
        "zeilen": _rows(list(blatt), gefunden),
        "grundlagen": _reach(dokument, Richtung.GRUNDLAGEN),
        "folgen": _reach(dokument, Richtung.FOLGEN),
    }


def huellenseite(dokument: Dokument, richtung: Richtung, seite: str | None) -> dict[str, Any]:
    """The context for the list of everything in one direction."""
    alle = oeffentlich.dokumente().filter(pk__in=in_huelle(dokument.pk, richtung)).exclude(pk=dokument.pk)
    blatt = Paginator(alle, ZEILEN).get_page(seite)
    nahe = schritte(dokument.pk, richtung, 1)
    return {
        "dokument": dokument,
        "richtung": richtung.value,
        "seite": blatt,
        "glieder": [Glied(papier, adresse(papier), papier.pk in nahe) for papier in blatt],
        "unmittelbar": len(nahe),
    }


def _reach(dokument: Dokument, richtung: Richtung) -> Reichweite:
    return Reichweite(len(huelle(dokument.pk, richtung)), len(schritte(dokument.pk, richtung, 1)))


def _rows(pks: Collection[int], gefunden: Netz) -> list[Zeile]:
    naehere = _nearer(gefunden.alle_kanten, gefunden.schritte)
    genannt = {pk: naehere[pk][:GENANNT] for pk in pks}
    papiere = oeffentlich.dokumente().in_bulk({*pks, *(pk for liste in genannt.values() for pk in liste)})
    return [
        Zeile(
            gefunden.schritte[pk],
            papiere[pk],
            adresse(papiere[pk]),
            [papiere[n] for n in genannt[pk] if n in papiere],
            len(naehere[pk]) - len(genannt[pk]),
        )
        for pk in pks
        if pk in papiere
    ]


def _nearer(kanten: Collection[Kante], entfernungen: Mapping[int, int]) -> dict[int, list[int]]:
    """For each paper those nearer to the middle that it is connected with."""
    naehere: dict[int, list[int]] = defaultdict(list)
    for kante in kanten:
        for hier, dort in ((kante.von, kante.nach), (kante.nach, kante.von)):
            if abs(entfernungen.get(dort, 0)) < abs(entfernungen.get(hier, 0)):
                naehere[hier].append(dort)
    return naehere
