"""From what was read to the record: atomic, idempotent, and it says what it did.

One document is recorded in one transaction: its numbers and text, the Anfrage, its Fragen, the answer and its parts,
the references, the findings, and what the other app reads out of it. A second run over the same text changes nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.db import transaction

from anfragen import resolving
from anfragen.abgleich import Abgleich
from anfragen.erweiterung import erweiterungen
from anfragen.models import (
    Anfrage,
    Antwort,
    Antwortteil,
    Befund,
    Dokument,
    Frage,
    Fragesteller,
    Fraktion,
    Reihe,
    Verweis,
    Wahlperiode,
)
from anfragen.parsing import records
from anfragen.zuordnung import Zuordnung

NUMMER_IM_NAMEN = re.compile(r"(?<!\d)(\d{1,2})[-_](\d{1,6})(?!\d)")  # 17-11212.txt, MMD17-11212.pdf


class Ablehnung(Exception):
    """A document that can't be recorded. The message is German and names the remedy."""


class Stand(StrEnum):
    ANGELEGT = "angelegt"
    GEAENDERT = "geändert"
    UNVERAENDERT = "unverändert"


@dataclass(frozen=True)
class Quelle:
    """Where a text came from: the file's name and the SHA-256 of its bytes."""

    dateiname: str
    sha256: str


@dataclass(frozen=True)
class Ergebnis:
    dokument: Dokument
    stand: Stand
    befunde: int
    behalten: Sequence[str] = field(default=())


def record(
    drucksache: records.Drucksache, quelle: Quelle, *, parlament: str | None = None, ersetzen: bool = False
) -> Ergebnis:
    """Writes one read document.

    Raises Ablehnung, with nothing written, if its number or Wahlperiode is unknown, or if the number is on record
    with another text and `ersetzen` is false.
    """
    zusaetze = [(erweiterung, erweiterung.parse(drucksache)) for erweiterung in erweiterungen]
    abgleich = Abgleich(grund=f"Import {quelle.dateiname}")
    with transaction.atomic():
        dokument, befunde = _dokument(drucksache, quelle, abgleich, parlament or settings.PARLAMENT, ersetzen)
        neu = abgleich.angelegt > 0
        anfrage = _anfrage(drucksache, dokument, abgleich)
        if anfrage:
            fragen = _fragen(drucksache, dokument, anfrage, abgleich)
            if drucksache.vorblatt.ist_antwort:
                _antwort(drucksache, dokument, anfrage, fragen, abgleich)
        _verweise(drucksache, dokument, abgleich)
        for erweiterung, lesung in zusaetze:
            erweiterung.record(lesung, dokument, abgleich)
            befunde += erweiterung.befunde(drucksache, lesung, dokument)
        _befunde((*drucksache.befunde, *befunde), dokument, abgleich)
        resolving.resolve(dokument.verweise.select_related("dokument__wahlperiode__parlament"))
        resolving.heal([dokument], [anfrage] if anfrage else [])
    geschehen = Stand.GEAENDERT if abgleich.etwas_geschehen else Stand.UNVERAENDERT
    return Ergebnis(
        dokument,
        Stand.ANGELEGT if neu else geschehen,
        dokument.befunde.offen().count(),
        tuple(abgleich.behalten),
    )


def nummer_aus_dateiname(dateiname: str) -> records.Dokumentnummer | None:
    """`17-11212.txt` is named after 17/11212."""
    treffer = NUMMER_IM_NAMEN.search(PurePath(dateiname).stem)
    return records.Dokumentnummer(int(treffer[1]), int(treffer[2])) if treffer else None


def _dokument(
    drucksache: records.Drucksache, quelle: Quelle, abgleich: Abgleich, parlament: str, ersetzen: bool
) -> tuple[Dokument, list[records.Befund]]:
    vorblatt = drucksache.vorblatt
    im_namen = nummer_aus_dateiname(quelle.dateiname)
    nummer = vorblatt.drucksache or im_namen
    befunde = []
    if nummer is None:
        raise Ablehnung(
            "Der Text nennt keine eigene Drucksachennummer. Benennen Sie die Datei nach ihr, zum Beispiel 17-11212.txt."
        )
    if vorblatt.drucksache is None:
        befunde.append(
            records.Befund("nummer-aus-dateiname", f"Der Text nennt keine eigene Nummer; {nummer} steht im Dateinamen.")
        )
    elif im_namen and im_namen != nummer:
        befunde.append(
            records.Befund("dateiname-widerspricht", f"Der Text ist Drucksache {nummer}, die Datei heißt {im_namen}.")
        )
    wahlperiode = _wahlperiode(parlament, nummer.wahlperiode)
    reihe = Reihe.objects.get(parlament=wahlperiode.parlament, schluessel=records.Reihe.DRUCKSACHE)
    dokument = Dokument.objects.filter(
        wahlperiode=wahlperiode, reihe=reihe, nummer=nummer.nummer, zusatz=nummer.zusatz
    ).first() or Dokument(wahlperiode=wahlperiode, reihe=reihe, nummer=nummer.nummer, zusatz=nummer.zusatz)
    if dokument.sha256 and dokument.sha256 != quelle.sha256 and not ersetzen:
        raise Ablehnung(
            f"Drucksache {nummer} ist schon mit anderem Inhalt erfasst (aus {dokument.dateiname}). "
            "Prüfen Sie, welche Fassung gilt; mit --ersetzen tritt diese an ihre Stelle."
        )
    abgleich.schreibe(
        dokument,
        {
            "titel": vorblatt.titel,
            "art": _art(vorblatt),
            "datum": vorblatt.datum_kopf,
            "datum_original": vorblatt.datum_original,
            "ausgegeben": vorblatt.ausgegeben,
            "text": drucksache.quelle,
            "sha256": quelle.sha256,
            "dateiname": PurePath(quelle.dateiname).name,
            "belege": {name: [b.start, b.ende, b.regel, b.sicherheit] for name, b in vorblatt.belege.items()},
            "herkunft": Dokument.Herkunft.TEXT,
        },
    )
    if dokument.nur_zitiert:
        # `schreibe` takes False for an empty value; here it is the news.
        dokument.nur_zitiert = False
        dokument.save(update_fields=["nur_zitiert"])
    return dokument, befunde


def _art(vorblatt: records.Vorblatt) -> str:
    if vorblatt.ist_antwort:
        return Dokument.Art.ANTWORT
    return Dokument.Art.FRAGE if vorblatt.anfrageart else ""


def _wahlperiode(parlament: str, nummer: int) -> Wahlperiode:
    try:
        return Wahlperiode.objects.select_related("parlament").get(parlament__kuerzel=parlament, nummer=nummer)
    except Wahlperiode.DoesNotExist:
        raise Ablehnung(
            f"Die {nummer}. Wahlperiode ist nicht erfasst. Laden Sie die Stammdaten (manage.py lade_stammdaten) "
            "oder legen Sie sie in der Verwaltung an."
        ) from None


def _anfrage(drucksache: records.Drucksache, dokument: Dokument, abgleich: Abgleich) -> Anfrage | None:
    """The Anfrage that the document asks or answers: by its number, else by the answer that is on record already."""
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
    wahlperiode = _wahlperiode(dokument.wahlperiode.parlament.kuerzel, nummer.wahlperiode)
    return Dokument.objects.get_or_create(
        wahlperiode=wahlperiode,
        reihe=dokument.reihe,
        nummer=nummer.nummer,
        zusatz=nummer.zusatz,
        defaults={"nur_zitiert": True, "art": Dokument.Art.FRAGE, "herkunft": Dokument.Herkunft.VERWEIS},
    )[0]


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


def _fragen(drucksache: records.Drucksache, dokument: Dokument, anfrage: Anfrage, abgleich: Abgleich) -> dict[int, Any]:
    gelesen = {
        frage.nummer: {
            "nummer": frage.nummer,
            "text": frage.text,
            "hinweis": frage.hinweis,
            "gelesen_in": dokument,
            **_beleg(frage.beleg),
        }
        for frage in drucksache.fragen
    }
    vorhanden = list(anfrage.fragen.all())
    if not gelesen:
        return {frage.nummer: frage for frage in vorhanden}
    return abgleich.gleiche_ab(vorhanden, gelesen, lambda frage: frage.nummer, Frage, {"anfrage": anfrage})


def _antwort(
    drucksache: records.Drucksache,
    dokument: Dokument,
    anfrage: Anfrage,
    fragen: Mapping[int, Any],
    abgleich: Abgleich,
) -> None:
    antwort = Antwort.objects.filter(dokument=dokument).first() or Antwort(dokument=dokument)
    werte: dict[str, Any] = {
        "vorbemerkung": drucksache.vorbemerkung_landesregierung.text if drucksache.vorbemerkung_landesregierung else ""
    }
    if satz := drucksache.beantwortung:
        am = satz.datum or dokument.datum_original or dokument.datum
        werte |= {
            "amt": satz.amt,
            "datum_schreiben": satz.datum,
            "einvernehmen": list(satz.einvernehmen),
            "ministerium": Zuordnung(dokument.wahlperiode).ministerium(satz.amt, am),
        }
    abgleich.schreibe(antwort, werte)
    if not antwort.anfragen.contains(anfrage):
        antwort.anfragen.add(anfrage)
        abgleich.geaendert += 1
    teile = abgleich.gleiche_ab(
        antwort.teile.all(),
        {
            position: {"position": position, "text": teil.text, **_beleg(teil.beleg)}
            for position, teil in enumerate(drucksache.antwortteile, start=1)
        },
        lambda teil: teil.position,
        Antwortteil,
        {"antwort": antwort},
    )
    for position, teil in enumerate(drucksache.antwortteile, start=1):
        gemeint = [fragen[nummer] for nummer in teil.fragen if nummer in fragen]
        record_teil: Any = teile[position]
        if set(record_teil.fragen.all()) != set(gemeint):
            record_teil.fragen.set(gemeint)
            abgleich.geaendert += 1
    anfrage.stand_nachfuehren()


def _verweise(drucksache: records.Drucksache, dokument: Dokument, abgleich: Abgleich) -> None:
    schluessel = [(v.beleg.start, v.beleg.ende, v.typ.value, v.nummer) for v in drucksache.verweise]
    gelesen = {
        key: {
            "typ": verweis.typ.value,
            "wahlperiode_nummer": verweis.wahlperiode,
            "wahlperiode_abgeleitet": verweis.wahlperiode_abgeleitet,
            "nummer": verweis.nummer,
            "wortlaut": verweis.wortlaut,
            **_beleg(verweis.beleg),
        }
        for key, verweis in zip(schluessel, drucksache.verweise, strict=True)
    }
    rows = abgleich.gleiche_ab(
        dokument.verweise.filter(start__isnull=False),
        gelesen,
        lambda v: (v.start, v.ende, v.typ, v.nummer),
        Verweis,
        {"dokument": dokument},
    )
    for key, verweis in zip(schluessel, drucksache.verweise, strict=True):
        if verweis.paar is not None:
            abgleich.schreibe(rows[key], {"paar": rows[schluessel[verweis.paar]]})


def _befunde(befunde: Sequence[records.Befund], dokument: Dokument, abgleich: Abgleich) -> None:
    """Adds the findings that are new; those on record stay with what staff said of them."""
    vorhanden = set(dokument.befunde.values_list("regel", "text"))
    for befund in dict.fromkeys(befunde):
        if (befund.regel, befund.text) not in vorhanden:
            abgleich.schreibe(
                Befund(dokument=dokument, regel=befund.regel, text=befund.text),
                {"stellen": [list(stelle) for stelle in befund.belege]},
            )


def _beleg(beleg: records.Beleg) -> dict[str, Any]:
    return {"start": beleg.start, "ende": beleg.ende, "regel": beleg.regel, "sicherheit": beleg.sicherheit}
