"""The document itself."""

from pathlib import PurePath
from typing import Any

from anfragen.models import Dokument
from anfragen.parsing import LESEVERSION, records
from anfragen.parsing.records import Dokumentnummer
from anfragen.recording.bestand import Bestand, Papier
from anfragen.recording.vorgang import Vorgang, nummer_aus_dateiname


def write_dokument(vorgang: Vorgang, nummer: Dokumentnummer, bestand: Bestand) -> Papier:
    """Writes the document of an accepted Vorgang under its number, with findings about that number."""
    vorblatt, quelle = vorgang.drucksache.vorblatt, vorgang.quelle
    _compare_numbers(vorgang)
    if (papier := bestand.papier(vorgang.reihe, nummer)) is None:
        papier = bestand.add_paper(_new(vorgang.reihe, nummer, bestand))
        papier.dokument.leseversion = LESEVERSION
    vorgang.abgleich.schreibe(
        papier.dokument,
        {
            "titel": vorblatt.titel,
            "art": _art(vorblatt),
            "datum": vorblatt.datum_kopf,
            "datum_original": vorblatt.datum_original,
            "ausgegeben": vorblatt.ausgegeben,
            "text": vorgang.drucksache.quelle,
            "sha256": quelle.sha256,
            "dateiname": PurePath(quelle.dateiname).name,
            "mimetyp": quelle.mimetyp,
            "belege": {name: [b.start, b.ende, b.regel, b.sicherheit] for name, b in vorblatt.belege.items()},
            "herkunft": Dokument.Herkunft.TEXT,
            "nur_zitiert": False,
        },
    )
    return papier


def cited(reihe: records.Reihe, nummer: Dokumentnummer, bestand: Bestand, grund: str) -> Papier:
    """The paper that a document is about; only cited as long as it isn't imported."""
    if papier := bestand.papier(reihe, nummer):
        return papier
    dokument = _new(reihe, nummer, bestand)
    dokument.nur_zitiert, dokument.art, dokument.herkunft = True, Dokument.Art.FRAGE, Dokument.Herkunft.VERWEIS
    bestand.stapel.lege_an(dokument, grund)
    return bestand.add_paper(dokument)


def _new(reihe: records.Reihe, nummer: Dokumentnummer, bestand: Bestand) -> Dokument:
    return Dokument(
        wahlperiode=bestand.wahlperioden[nummer.wahlperiode],
        reihe=bestand.reihen[reihe],
        nummer=nummer.nummer,
        zusatz=nummer.zusatz,
    )


def _compare_numbers(vorgang: Vorgang) -> None:
    im_namen = nummer_aus_dateiname(vorgang.quelle.dateiname)
    if vorgang.drucksache.vorblatt.nummer is None and im_namen is None:
        text = f"Der Text nennt keine eigene Nummer; als {vorgang.nummer} wurde er hochgeladen."
        vorgang.befunde.append(records.Befund("nummer-beim-hochladen", text))
    elif vorgang.drucksache.vorblatt.nummer is None:
        text = f"Der Text nennt keine eigene Nummer; {vorgang.nummer} steht im Dateinamen."
        vorgang.befunde.append(records.Befund("nummer-aus-dateiname", text))
    elif im_namen and im_namen != vorgang.nummer:
        text = f"Der Text ist {vorgang.name}, die Datei heißt {im_namen}."
        vorgang.befunde.append(records.Befund("dateiname-widerspricht", text))


def _art(vorblatt: records.Vorblatt) -> str:
    if vorblatt.ist_antwort:
        return Dokument.Art.ANTWORT
    if vorblatt.reihe is records.Reihe.VORLAGE:
        return Dokument.Art.BERICHT
    return Dokument.Art.FRAGE if vorblatt.anfrageart else ""


def beleg_felder(beleg: records.Beleg) -> dict[str, Any]:
    return {"start": beleg.start, "ende": beleg.ende, "regel": beleg.regel, "sicherheit": beleg.sicherheit}
