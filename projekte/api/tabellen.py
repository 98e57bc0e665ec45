"""The flat columns of the CSV exports. Several values share a cell, parted by `; `."""

from anfragen.exports import Spalten

PROJEKTE: Spalten = {
    "kennung": lambda projekt: projekt.kennung,
    "schluessel": lambda projekt: projekt.schluessel,
    "name": lambda projekt: projekt.name,
    "programm": lambda projekt: projekt.programm.name,
    "handlungsfeld": lambda projekt: projekt.handlungsfeld.name if projekt.handlungsfeld else None,
    "ministerium": lambda projekt: projekt.ministerium.name if projekt.ministerium else None,
    "kommunen": lambda projekt: [kommune.name for kommune in projekt.kommunen.all()],
    "orte_weitere": lambda projekt: projekt.orte_weitere,
    "status": lambda projekt: projekt.status,
    "status_am": lambda projekt: projekt.status_am,
    "laufzeit": lambda projekt: projekt.laufzeit,
    "betrag": lambda projekt: projekt.betrag,
    "betrag_art": lambda projekt: projekt.betrag_art,
    "teilprojekt_von": lambda projekt: str(projekt.teilprojekt_von) if projekt.teilprojekt_von else None,
    "anzahl_aussagen": lambda projekt: projekt.anzahl_aussagen,
    "zuletzt_am": lambda projekt: projekt.zuletzt_am,
}

AUSSAGEN: Spalten = {
    "id": lambda aussage: aussage.pk,
    "projekt_kennung": lambda aussage: aussage.projekt.kennung,
    "projekt_schluessel": lambda aussage: aussage.projekt.schluessel,
    "projekt": lambda aussage: aussage.projekt.name,
    "handlungsfeld": lambda aussage: aussage.projekt.handlungsfeld.name if aussage.projekt.handlungsfeld else None,
    "kommune": lambda aussage: aussage.kommune.name if aussage.kommune else None,
    "dokument_reihe": lambda aussage: aussage.dokument.reihe.schluessel,
    "dokument": lambda aussage: aussage.dokument.kennung,
    "gesagt_am": lambda aussage: aussage.gesagt_am,
    "name_gedruckt": lambda aussage: aussage.name_gedruckt,
    "teilprojekt_gedruckt": lambda aussage: aussage.teilprojekt_gedruckt,
    "wortlaut": lambda aussage: aussage.wortlaut,
    "start": lambda aussage: aussage.start,
    "ende": lambda aussage: aussage.ende,
}
