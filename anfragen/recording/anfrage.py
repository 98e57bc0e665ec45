"""The Anfrage that a document asks or answers, its askers and its questions."""

from collections.abc import Mapping
from typing import Any

from anfragen.abgleich import Abgleich
from anfragen.models import Anfrage, Dokument, Frage, Fragesteller, Fraktion
from anfragen.parsing import records
from anfragen.recording.dokument import beleg_felder, wahlperiode_von
from anfragen.zuordnung import Zuordnung


def write_anfrage(drucksache: records.Drucksache, dokument: Dokument, abgleich: Abgleich) -> Anfrage | None:
    """Writes the Anfrage that the document asks or answers, found by its number, else by the answer on record."""
    vorblatt = drucksache.vorblatt
    if not vorblatt.ist_antwort and vorblatt.anfrageart is None:
        return None
    art = Anfrage.Art(vorblatt.anfrageart or records.Anfrageart.KLEIN)
    frage_dokument = _frage_dokument(vorblatt, dokument)
    wahlperiode = frage_dokument.wahlperiode if frage_dokument else dokument.wahlperiode
    bisher = Anfrage.objects.filter(antworten__dokument=dokument).first()
    if vorblatt.anfrage_nummer:
        numeriert = Anfrage.objects.filter(wahlperiode=wahlperiode, art=art, nummer=vorblatt.anfrage_nummer).first()
        if numeriert and bisher and bisher != numeriert and bisher.nummer is None:
            # The index knew the answer, not the number; now both turn out to be one Anfrage.
            bisher.antworten.first().anfragen.set([numeriert])
            bisher.delete()
        anfrage = numeriert or (bisher if bisher and bisher.nummer in (None, vorblatt.anfrage_nummer) else None)
    else:
        anfrage = bisher
    if anfrage is None and frage_dokument:
        anfrage = Anfrage.objects.filter(dokument=frage_dokument).first()
    anfrage = anfrage or Anfrage(wahlperiode=wahlperiode, art=art)
    werte: dict[str, Any] = {
        "nummer": vorblatt.anfrage_nummer,
        "art": art,
        "titel": vorblatt.titel or f"{art.label} {vorblatt.anfrage_nummer or ''}".strip(),
        "gestellt_am": vorblatt.anfrage_datum,
        "vorbemerkung": drucksache.vorbemerkung_anfrage.text if drucksache.vorbemerkung_anfrage else "",
    }
    if frage_dokument and not Anfrage.objects.filter(dokument=frage_dokument).exclude(pk=anfrage.pk).exists():
        werte["dokument"] = frage_dokument
    abgleich.schreibe(anfrage, werte)
    _fragesteller(vorblatt, anfrage, abgleich)
    return anfrage


def _frage_dokument(vorblatt: records.Vorblatt, dokument: Dokument) -> Dokument | None:
    """The paper in which the question itself is printed; only cited as long as it isn't imported."""
    if not vorblatt.ist_antwort:
        return dokument
    if (nummer := vorblatt.frage_drucksache) is None:
        return None
    wahlperiode = wahlperiode_von(dokument.wahlperiode.parlament.kuerzel, nummer.wahlperiode)
    gedruckt: Dokument
    gedruckt, _ = Dokument.objects.get_or_create(
        wahlperiode=wahlperiode,
        reihe=dokument.reihe,
        nummer=nummer.nummer,
        zusatz=nummer.zusatz,
        defaults={"nur_zitiert": True, "art": Dokument.Art.FRAGE, "herkunft": Dokument.Herkunft.VERWEIS},
    )
    return gedruckt


def _fragesteller(vorblatt: records.Vorblatt, anfrage: Anfrage, abgleich: Abgleich) -> None:
    zuordnung = Zuordnung(anfrage.wahlperiode)
    fraktionen = [_fraktion(zuordnung, gedruckt) for gedruckt in vorblatt.fraktionen]
    if {fraktion.pk for fraktion in fraktionen} - set(anfrage.fraktionen.values_list("pk", flat=True)):
        anfrage.fraktionen.set(fraktionen)
        abgleich.geaendert += 1
    gelesen: dict[int, Mapping[str, Any]] = {}
    gesehen = set()
    for position, asker in enumerate(vorblatt.fragesteller, start=1):
        person = zuordnung.person(asker.name)
        if person.pk in gesehen:
            continue
        gesehen.add(person.pk)
        fraktion = _fraktion(zuordnung, asker.fraktion) if asker.fraktion else None
        gelesen[position] = {
            "position": position,
            "person": person,
            "fraktion": fraktion,
            "name_gedruckt": asker.name,
        }
    vorhanden = list(anfrage.fragesteller.select_related("person", "fraktion"))
    if not gelesen or [(f.position, f.person, f.name_gedruckt) for f in vorhanden] == [
        (werte["position"], werte["person"], werte["name_gedruckt"]) for werte in gelesen.values()
    ]:
        gelesen = gelesen and {p: {"fraktion": w["fraktion"]} for p, w in gelesen.items()}
        for asker_record in vorhanden:
            if asker_record.position in gelesen:
                abgleich.schreibe(asker_record, gelesen[asker_record.position])
        return
    # An index lists askers in another order and without titles: the printed list takes its place as a whole.
    anfrage.fragesteller.all().delete()
    abgleich.gleiche_ab([], gelesen, None, Fragesteller, {"anfrage": anfrage})


def _fraktion(zuordnung: Zuordnung, gedruckt: str) -> Fraktion:
    """The Fraktion of that spelling; one that the master data don't know yet is made from its printed form."""
    return (
        zuordnung.fraktion(gedruckt)
        or Fraktion.objects.get_or_create(
            wahlperiode=zuordnung.wahlperiode,
            kurz=gedruckt[:60],
            defaults={"hinweis": "aus einem Dokument angelegt", "beleglage": "abgeleitet"},
        )[0]
    )


def write_fragen(
    drucksache: records.Drucksache, dokument: Dokument, anfrage: Anfrage, abgleich: Abgleich
) -> dict[int, Any]:
    gelesen = {
        frage.nummer: {
            "nummer": frage.nummer,
            "text": frage.text,
            "hinweis": frage.hinweis,
            "gelesen_in": dokument,
            **beleg_felder(frage.beleg),
        }
        for frage in drucksache.fragen
    }
    vorhanden = list(anfrage.fragen.all())
    if not gelesen:
        return {frage.nummer: frage for frage in vorhanden}
    return abgleich.gleiche_ab(vorhanden, gelesen, lambda frage: frage.nummer, Frage, {"anfrage": anfrage})
