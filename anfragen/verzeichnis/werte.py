"""What a line of the index says of each record that it is about."""

from datetime import date
from typing import Any

from anfragen.models import Anfrage, Antwort, Dokument, Fragesteller
from anfragen.verzeichnis.vorgang import Vorgang

MAX_AMT = 300


def new_dokument(v: Vorgang) -> Dokument:
    wahlperiode, reihe, nummer, zusatz = v.schluessel
    return Dokument(
        wahlperiode_id=wahlperiode,
        reihe_id=reihe,
        nummer=nummer,
        zusatz=zusatz,
        art=Dokument.Art.ANTWORT,
        titel=v.zeile.titel,
        datum=v.zeile.datum,
        herkunft=Dokument.Herkunft.VERZEICHNIS,
        quelle=v.zeile.quelle,
    )


def dokument(v: Vorgang, stored: Dokument) -> dict[str, Any]:
    """The fields of a stored answer."""
    felder: dict[str, Any] = {"titel": v.zeile.titel, "datum": v.zeile.datum, "art": Dokument.Art.ANTWORT}
    # Two indexes may name different sources of the same facts: a longer one that contains the other takes its place.
    if stored.quelle in v.zeile.quelle:
        felder["quelle"] = v.zeile.quelle
    return felder


def new_frage_dokument(v: Vorgang) -> Dokument | None:
    """The paper of the question, of which the index knows no more than the number."""
    if v.frage_schluessel is None:
        return None
    wahlperiode, reihe, nummer, zusatz = v.frage_schluessel
    return Dokument(
        wahlperiode_id=wahlperiode,
        reihe_id=reihe,
        nummer=nummer,
        zusatz=zusatz,
        art=Dokument.Art.FRAGE,
        nur_zitiert=True,
        herkunft=Dokument.Herkunft.VERZEICHNIS,
        quelle=v.zeile.quelle,
    )


def new_anfrage(v: Vorgang, frage_dokument: Dokument | None, beantwortet_am: date | None) -> Anfrage:
    nummer = v.zeile.anfrage_nummer
    return Anfrage(
        wahlperiode=v.anfrage_wahlperiode,
        art=v.art,
        nummer=nummer,
        nummer_abgeleitet=v.zeile.anfrage_nummer_abgeleitet,
        titel=v.zeile.titel or f"{v.art.label} {nummer or ''}".strip(),
        gestellt_am=v.zeile.gestellt_am,
        dokument=frage_dokument,
        zustand=Anfrage.Zustand.BEANTWORTET,
        beantwortet_am=beantwortet_am,
    )


def new_fragesteller(v: Vorgang, anfrage: Anfrage) -> list[Fragesteller]:
    return [
        Fragesteller(anfrage=anfrage, person_id=person, fraktion_id=fraktion, position=position, name_gedruckt=gedruckt)
        for position, (person, fraktion, gedruckt) in enumerate(v.fragesteller, start=1)
    ]


def new_antwort(v: Vorgang, dokument: Dokument) -> Antwort:
    return Antwort(dokument=dokument, **antwort(v))


def antwort(v: Vorgang) -> dict[str, Any]:
    """Antwort keeps one house. Where the index names several, the first is it, and all stand in the words of the
    office, as many as fit."""
    namen = list(v.zeile.haeuser) if len(v.zeile.haeuser) > 1 else []
    while len("; ".join(namen)) > MAX_AMT:
        namen.pop()
    return {"ministerium_id": v.ministerium.pk if v.ministerium else None, "amt": "; ".join(namen)}
