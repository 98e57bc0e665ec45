"""Who asks: the askers as printed, and their Fraktionen."""

from typing import Any

from anfragen.models import Fragesteller, Fraktion, Wahlperiode
from anfragen.parsing import records
from anfragen.recording.bestand import Akte, Bestand
from anfragen.recording.vorgang import Vorgang


def printed_fraktionen(
    vorgang: Vorgang, vorblatt: records.Vorblatt, wahlperiode: Wahlperiode, bestand: Bestand
) -> list[Fraktion]:
    fraktionen: list[Fraktion] = []
    for gedruckt in vorblatt.fraktionen:
        fraktion = bestand.fraktion(wahlperiode, gedruckt, vorgang.abgleich.grund)
        if fraktion not in fraktionen:
            fraktionen.append(fraktion)
    return fraktionen


def write_fragesteller(vorgang: Vorgang, vorblatt: records.Vorblatt, akte: Akte, bestand: Bestand) -> None:
    abgleich, anfrage = vorgang.abgleich, akte.anfrage
    fraktionen = printed_fraktionen(vorgang, vorblatt, anfrage.wahlperiode, bestand)
    bisher = abgleich.stapel.ziele(anfrage, "fraktionen")
    if any(fraktion not in bisher for fraktion in fraktionen):
        abgleich.setze(anfrage, "fraktionen", fraktionen)
    gelesen: dict[int, dict[str, Any]] = {}
    for position, asker in enumerate(vorblatt.fragesteller, start=1):
        person = bestand.person(anfrage.wahlperiode, asker.name, abgleich.grund)
        if all(person != andere["person"] for andere in gelesen.values()):
            gelesen[position] = {
                "position": position,
                "person": person,
                "fraktion": bestand.fraktion(anfrage.wahlperiode, asker.fraktion, abgleich.grund)
                if asker.fraktion
                else None,
                "name_gedruckt": asker.name,
            }
    if not gelesen:
        return
    if [(f.position, f.person, f.name_gedruckt) for f in akte.fragesteller] == [
        (werte["position"], werte["person"], werte["name_gedruckt"]) for werte in gelesen.values()
    ]:
        for asker_record in akte.fragesteller:
            abgleich.schreibe(asker_record, {"fraktion": gelesen[asker_record.position]["fraktion"]})
        return
    if any(abgleich.stapel.von_hand(asker_record) for asker_record in akte.fragesteller):
        abgleich.behalten.append(f"Anfrage {anfrage}: fragesteller")
        return
    # An index lists askers in another order and without titles: the printed list takes its place as a whole.
    for asker_record in akte.fragesteller:
        abgleich.entferne(asker_record)
    neue = abgleich.gleiche_ab([], gelesen, lambda asker: asker.position, Fragesteller, {"anfrage": anfrage})
    akte.fragesteller = list(neue.values())
