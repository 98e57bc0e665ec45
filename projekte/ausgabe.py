"""A project's history to take away, entry by entry: what CSV, JSON and feed say alike."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from itertools import batched
from operator import attrgetter
from typing import Any

from anfragen.seiten.stand import fragende
from projekte.models import Projekt
from projekte.verlauf import Eintrag, Verlauf

STAPEL = 200  # entries read at once


@dataclass(frozen=True)
class Zeile:
    """One entry in words; `adresse` is the page of what it is about, or of what proves it, else the project's.

    `stand` is how far a commitment or follow-up has come, or which questions staff found not fully answered.
    """

    datum: date | None
    genauigkeit: str
    art: str
    titel: str
    nummer: str
    wer: str
    orte: list[str]
    wortlaut: str
    kennzahlen: list[str]
    stand: str
    faellig_am: date | None
    adresse: str


SPALTEN = {feld.name: attrgetter(feld.name) for feld in fields(Zeile)}


def zeilen(verlauf: Verlauf, absolut: Callable[[str], str]) -> Iterator[Zeile]:
    """All entries of the history; `absolut` makes an address of the site one of the web."""
    for stapel in batched(verlauf.schluessel(), STAPEL):
        for eintrag in verlauf.eintraege(stapel):
            yield zeile(eintrag, absolut)


def zeile(eintrag: Eintrag, absolut: Callable[[str], str] = str) -> Zeile:
    titel, nummer, wer, wortlaut, stand = "", "", "", "", ""
    ziel: Any = None
    if ereignis := eintrag.ereignis:
        titel, wortlaut, ziel = ereignis.titel, ereignis.text, ereignis.dokument or ereignis.projekt
        nummer = str(ereignis.dokument or "")
    elif anfrage := eintrag.anfrage:
        titel, nummer, ziel = anfrage.titel, anfrage.kennung, anfrage
        wer = "; ".join(_fragende(gruppe) for gruppe in fragende(anfrage))
    elif zusage := eintrag.zusage:
        titel, wortlaut, ziel = f"Zusage: {zusage.get_art_display()}", zusage.wortlaut, zusage.dokument
        nummer, stand = str(ziel), zusage.get_stand_display()
    elif nachfrage := eintrag.nachfrage:
        titel, wortlaut, ziel = f"Nachfrage: {nachfrage.titel}", nachfrage.offen, nachfrage.anfrage
        nummer, stand = ziel.kennung, nachfrage.get_stand_display()
    elif dokument := eintrag.dokument:
        titel, nummer, ziel = eintrag.titel or dokument.titel or str(dokument), str(dokument), dokument
        wer = str(eintrag.antwort.ministerium or eintrag.antwort.amt) if eintrag.antwort else ""
        wortlaut = "\n\n".join(aussage.wortlaut for aussage in eintrag.aussagen)
        stand = "; ".join(f"Frage {frage.label}: {frage.get_bewertung_display()}" for frage in eintrag.urteile)
    return Zeile(
        datum=eintrag.datum,
        genauigkeit=eintrag.genauigkeit,
        art=eintrag.art,
        titel=titel,
        nummer=nummer,
        wer=wer,
        orte=[str(ort) for ort in eintrag.orte],
        wortlaut=wortlaut,
        kennzahlen=[zahl.wortlaut for zahl in eintrag.kennzahlen],
        stand=stand,
        faellig_am=getattr(eintrag.zusage or eintrag.nachfrage, "faellig_am", None),
        adresse=absolut(ziel.get_absolute_url()),
    )


def as_json(projekt: Projekt, verlauf: Verlauf, absolut: Callable[[str], str]) -> dict[str, Any]:
    return {
        "projekt": {
            "kennung": projekt.kennung,
            "schluessel": projekt.schluessel,
            "name": projekt.name,
            "adresse": absolut(projekt.get_absolute_url()),
        },
        "eintraege": [asdict(zeile) for zeile in zeilen(verlauf, absolut)],
    }


def _fragende(gruppe: Any) -> str:
    """`Carina Gödecke, Serdar Yüksel (SPD)`, or the Fraktion alone"""
    namen = ", ".join(gruppe.namen)
    return f"{namen} ({gruppe.fraktion})" if namen and gruppe.fraktion else namen or str(gruppe.fraktion)
