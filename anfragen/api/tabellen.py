"""The flat columns of the CSV exports. Several values share a cell, parted by `; `."""

from anfragen.exports import Spalten
from anfragen.models import Anfrage


def _ministerien(anfrage: Anfrage) -> list[str]:
    """Each house once, though it may have sent an answer and a correction."""
    namen = [antwort.ministerium.name for antwort in anfrage.antworten.all() if antwort.ministerium]
    return list(dict.fromkeys(namen))


ANFRAGEN: Spalten = {
    "id": lambda anfrage: anfrage.pk,
    "parlament": lambda anfrage: anfrage.wahlperiode.parlament.kuerzel,
    "wahlperiode": lambda anfrage: anfrage.wahlperiode.nummer,
    "art": lambda anfrage: anfrage.art,
    "nummer": lambda anfrage: anfrage.nummer,
    "nummer_abgeleitet": lambda anfrage: anfrage.nummer_abgeleitet,
    "titel": lambda anfrage: anfrage.titel,
    "zustand": lambda anfrage: anfrage.zustand,
    "gestellt_am": lambda anfrage: anfrage.gestellt_am,
    "faellig_am": lambda anfrage: anfrage.faellig_am,
    "beantwortet_am": lambda anfrage: anfrage.beantwortet_am,
    "dauer": lambda anfrage: anfrage.dauer,
    "fragesteller": lambda anfrage: [person.name_gedruckt for person in anfrage.fragesteller.all()],
    "fraktionen": lambda anfrage: [fraktion.kurz for fraktion in anfrage.fraktionen.all()],
    "ministerien": _ministerien,
    "dokument": lambda anfrage: anfrage.dokument.kennung if anfrage.dokument else None,
    "antworten": lambda anfrage: [antwort.dokument.kennung for antwort in anfrage.antworten.all()],
}

ANTWORTEN: Spalten = {
    "id": lambda antwort: antwort.pk,
    "parlament": lambda antwort: antwort.dokument.wahlperiode.parlament.kuerzel,
    "dokument": lambda antwort: antwort.dokument.kennung,
    "art": lambda antwort: antwort.art,
    "titel": lambda antwort: antwort.dokument.titel,
    "datum_wirksam": lambda antwort: antwort.datum_wirksam,
    "datum_schreiben": lambda antwort: antwort.datum_schreiben,
    "amt": lambda antwort: antwort.amt,
    "ministerium": lambda antwort: antwort.ministerium.name if antwort.ministerium else None,
    "einvernehmen": lambda antwort: antwort.einvernehmen,
    "anfragen": lambda antwort: [anfrage.kennung for anfrage in antwort.anfragen.all()],
}

DOKUMENTE: Spalten = {
    "id": lambda dokument: dokument.pk,
    "parlament": lambda dokument: dokument.wahlperiode.parlament.kuerzel,
    "reihe": lambda dokument: dokument.reihe.schluessel,
    "kennung": lambda dokument: dokument.kennung,
    "art": lambda dokument: dokument.art,
    "titel": lambda dokument: dokument.titel,
    "datum": lambda dokument: dokument.datum,
    "datum_original": lambda dokument: dokument.datum_original,
    "ausgegeben": lambda dokument: dokument.ausgegeben,
    "nur_zitiert": lambda dokument: dokument.nur_zitiert,
    "herkunft": lambda dokument: dokument.herkunft,
    "adresse_amtlich": lambda dokument: dokument.adresse_amtlich,
}

VERWEISE: Spalten = {
    "id": lambda verweis: verweis.pk,
    "dokument_reihe": lambda verweis: verweis.dokument.reihe.schluessel,
    "dokument": lambda verweis: verweis.dokument.kennung,
    "typ": lambda verweis: verweis.typ,
    "kennung": lambda verweis: verweis.kennung,
    "wahlperiode_abgeleitet": lambda verweis: verweis.wahlperiode_abgeleitet,
    "wortlaut": lambda verweis: verweis.wortlaut,
    "start": lambda verweis: verweis.start,
    "ende": lambda verweis: verweis.ende,
    "stand": lambda verweis: verweis.stand_oeffentlich,
    "ziel_dokument": lambda verweis: verweis.ziel_dokument.kennung if verweis.ziel_dokument else None,
    "ziel_anfrage": lambda verweis: verweis.ziel_anfrage.kennung if verweis.ziel_anfrage else None,
}
