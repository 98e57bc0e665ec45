"""The Anfrage that a document asks or answers, its askers and its questions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Q

from anfragen.abgleich import LEER, Abgleich, von_hand_geaendert
from anfragen.models import Anfrage, Dokument, Frage, Fragesteller, Fraktion, Veroeffentlichung, Wahlperiode
from anfragen.parsing import records
from anfragen.recording.dokument import beleg_felder, wahlperiode_von
from anfragen.zuordnung import Zuordnung


def write_anfrage(
    drucksache: records.Drucksache, dokument: Dokument, abgleich: Abgleich
) -> tuple[Anfrage | None, list[records.Befund]]:
    """Writes the Anfrage that the document asks or answers, and gives it with what is odd about it.

    Of several papers about one Anfrage, one decides (see `_decides`); the others only fill what is empty.
    """
    vorblatt = drucksache.vorblatt
    if not vorblatt.ist_antwort and vorblatt.anfrageart is None:
        return None, []
    art = Anfrage.Art(vorblatt.anfrageart or records.Anfrageart.KLEIN)
    frage_dokument = _frage_dokument(vorblatt, dokument)
    wahlperiode = frage_dokument.wahlperiode if frage_dokument else dokument.wahlperiode
    anfrage = _find(vorblatt, wahlperiode, art, dokument, frage_dokument) or Anfrage(wahlperiode=wahlperiode, art=art)
    werte: dict[str, Any] = {
        "nummer": vorblatt.anfrage_nummer,
        "art": art,
        "titel": vorblatt.titel or anfrage.titel or f"{art.label} {vorblatt.anfrage_nummer or ''}".strip(),
        "gestellt_am": vorblatt.anfrage_datum,
        "vorbemerkung": drucksache.vorbemerkung_anfrage.text if drucksache.vorbemerkung_anfrage else "",
    }
    if vorblatt.anfrage_nummer:
        werte["nummer_abgeleitet"] = False
    andere = Anfrage.objects.filter(dokument=frage_dokument).exclude(pk=anfrage.pk).first() if frage_dokument else None
    if frage_dokument and andere is None:
        werte["dokument"] = frage_dokument
    decides = _decides(dokument, anfrage)
    if not decides:
        werte = {name: wert for name, wert in werte.items() if getattr(anfrage, name) in LEER}
    zuordnung = Zuordnung(anfrage.wahlperiode)
    if anfrage._state.adding:
        abgleich.lege_eines_an(anfrage, werte, "fraktionen", _fraktionen(zuordnung, vorblatt))
    else:
        abgleich.schreibe(anfrage, werte)
    if decides or not anfrage.fragesteller.exists():
        _fragesteller(zuordnung, vorblatt, anfrage, abgleich)
    return anfrage, [_vergeben(frage_dokument, anfrage, andere)] if frage_dokument and andere else []


def write_weitere(
    drucksache: records.Drucksache, dokument: Dokument, abgleich: Abgleich
) -> tuple[list[Anfrage], list[records.Befund]]:
    """Writes the Anfragen that the answer answers beyond the first. Its questions are filed with the first alone."""
    anfragen: list[Anfrage] = []
    befunde: list[records.Befund] = []
    for weitere in drucksache.vorblatt.weitere_anfragen:
        vorblatt = replace(
            drucksache.vorblatt,
            anfrage_nummer=weitere.nummer,
            anfrage_datum=weitere.datum,
            frage_drucksache=weitere.drucksache,
            fragesteller=weitere.fragesteller,
            fraktionen=weitere.fraktionen,
            weitere_anfragen=(),
        )
        anfrage, widersprueche = write_anfrage(
            replace(drucksache, vorblatt=vorblatt, vorbemerkung_anfrage=None), dokument, abgleich
        )
        befunde += widersprueche
        anfragen += [anfrage] if anfrage else []
    return anfragen, befunde


def _find(
    vorblatt: records.Vorblatt, wahlperiode: Wahlperiode, art: str, dokument: Dokument, frage_dokument: Dokument | None
) -> Anfrage | None:
    """The Anfrage on record: by its number, else by its answer or its paper, unless that has another number."""
    nummer = vorblatt.anfrage_nummer
    beantwortet = Anfrage.objects.filter(antworten__dokument=dokument).order_by("pk").first()
    numeriert: Anfrage | None = None
    if nummer:
        numeriert = Anfrage.objects.filter(wahlperiode=wahlperiode, art=art, nummer=nummer).first()
    if numeriert:
        if beantwortet and beantwortet.nummer is None:
            _join(beantwortet, numeriert)
        return numeriert
    gedruckt = Anfrage.objects.filter(dokument=frage_dokument).first() if frage_dokument else None
    moeglich = [anfrage for anfrage in (beantwortet, gedruckt) if anfrage]
    return next((anfrage for anfrage in moeglich if nummer is None or anfrage.nummer in (None, nummer)), None)


def _join(ohne_nummer: Anfrage, anfrage: Anfrage) -> None:
    """Lets two records become one: the index knew the answer and not the number. What hangs on either is kept."""
    for antwort in ohne_nummer.antworten.all():
        antwort.anfragen.remove(ohne_nummer)
        antwort.anfragen.add(anfrage)
    for name, umziehende in {
        "anfrage": [
            *ohne_nummer.fragen.exclude(nummer__in=anfrage.fragen.values("nummer")),
            *ohne_nummer.nachfragen.all(),
        ],
        "folgeanfrage": ohne_nummer.folgt_auf.all(),
        "ziel_anfrage": ohne_nummer.zitiert_von.all(),
    }.items():
        for record in umziehende:
            setattr(record, name, anfrage)
            record.save()
    if ohne_nummer.veroeffentlichung != Veroeffentlichung.VEROEFFENTLICHT:
        anfrage.veroeffentlichung = ohne_nummer.veroeffentlichung  # what staff withheld stays so
        anfrage.save()
    ohne_nummer.delete()


def _decides(dokument: Dokument, anfrage: Anfrage) -> bool:
    """Whether `dokument` has the last word on an Anfrage that other papers are about, too.

    Its own paper has, else the first that answers it: a supplement repeats only some of the questions. So the order of
    imports doesn't matter, and importing all of them again changes nothing.
    """
    if anfrage.pk is None or anfrage.dokument_id == dokument.pk:
        return True
    gelesen = Dokument.objects.exclude(text="").exclude(pk=dokument.pk)
    frueher = Q(nummer__lt=dokument.nummer) | Q(nummer=dokument.nummer, zusatz__lt=dokument.zusatz)
    frueher_beantwortet = Q(antwort__anfragen=anfrage, wahlperiode=dokument.wahlperiode) & frueher
    return not gelesen.filter(Q(anfrage=anfrage) | frueher_beantwortet).exists()


def _vergeben(frage_dokument: Dokument, anfrage: Anfrage, andere: Anfrage) -> records.Befund:
    return records.Befund(
        "drucksache-einer-anderen-anfrage",
        f"{frage_dokument} ist hier für {anfrage.kennung} angegeben, erfasst ist sie für {andere.kennung}; "
        "eine Drucksache gehört zu einer Anfrage.",
    )


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


def _fragesteller(zuordnung: Zuordnung, vorblatt: records.Vorblatt, anfrage: Anfrage, abgleich: Abgleich) -> None:
    fraktionen = _fraktionen(zuordnung, vorblatt)
    if {fraktion.pk for fraktion in fraktionen} - set(anfrage.fraktionen.values_list("pk", flat=True)):
        abgleich.setze(anfrage, "fraktionen", fraktionen)
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
    if any(von_hand_geaendert(asker_record) for asker_record in vorhanden):
        abgleich.behalten.append(f"Anfrage {anfrage}: fragesteller")
        return
    # An index lists askers in another order and without titles: the printed list takes its place as a whole.
    anfrage.fragesteller.all().delete()
    abgleich.gleiche_ab([], gelesen, None, Fragesteller, {"anfrage": anfrage})


def _fraktionen(zuordnung: Zuordnung, vorblatt: records.Vorblatt) -> list[Fraktion]:
    return list(dict.fromkeys(_fraktion(zuordnung, gedruckt) for gedruckt in vorblatt.fraktionen))


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
    """Writes the questions and gives those on record by number, whichever paper they were read in."""
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
    fremd = any(frage.gelesen_in_id not in (None, dokument.pk) for frage in vorhanden)
    if not gelesen or (fremd and not _decides(dokument, anfrage)):
        return {frage.nummer: frage for frage in vorhanden}
    return abgleich.gleiche_ab(vorhanden, gelesen, lambda frage: frage.nummer, Frage, {"anfrage": anfrage})
