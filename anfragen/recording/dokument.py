"""The document itself, the references in it and the findings about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from anfragen.abgleich import Abgleich
from anfragen.models import Befund, Dokument, Reihe, Verweis, Wahlperiode
from anfragen.parsing import LESEVERSION, records

NUMMER_IM_NAMEN = re.compile(r"(?<![\d-])(\d{1,2})[-_](\d{1,6})(?![\d-])")  # 17-11212.txt, MMD17-11212.pdf


class Ablehnung(Exception):
    """A document that can't be recorded. The message is German and names the remedy."""


@dataclass(frozen=True)
class Quelle:
    """Where a text came from: the file's name, the SHA-256 of its bytes and its kind as a MIME type."""

    dateiname: str
    sha256: str
    mimetyp: str = "text/plain"


def nummer_aus_dateiname(dateiname: str) -> records.Dokumentnummer | None:
    """`17-11212.txt` is named after 17/11212."""
    treffer = NUMMER_IM_NAMEN.search(PurePath(dateiname).stem)
    return records.Dokumentnummer(int(treffer[1]), int(treffer[2])) if treffer else None


def write_dokument(
    drucksache: records.Drucksache, quelle: Quelle, abgleich: Abgleich, parlament: str, ersetzen: bool
) -> tuple[Dokument, list[records.Befund]]:
    vorblatt = drucksache.vorblatt
    if vorblatt.nummer is None and vorblatt.anfrageart is None and not vorblatt.ist_antwort:
        raise Ablehnung(
            "Das ist kein Dokument des Landtags, das wir kennen: weder Drucksachennummer noch Anfrage noch Antwort "
            "gefunden. Prüfen Sie, ob die Datei den ganzen Text enthält."
        )
    im_namen = nummer_aus_dateiname(quelle.dateiname)
    nummer = vorblatt.nummer or im_namen
    befunde = []
    name = f"{'Vorlage' if vorblatt.reihe is records.Reihe.VORLAGE else 'Drucksache'} {nummer}"
    if nummer is None:
        raise Ablehnung(
            "Der Text nennt keine eigene Drucksachennummer. Benennen Sie die Datei nach ihr, zum Beispiel 17-11212.txt."
        )
    if vorblatt.nummer is None:
        befunde.append(
            records.Befund("nummer-aus-dateiname", f"Der Text nennt keine eigene Nummer; {nummer} steht im Dateinamen.")
        )
    elif im_namen and im_namen != nummer:
        befunde.append(records.Befund("dateiname-widerspricht", f"Der Text ist {name}, die Datei heißt {im_namen}."))
    wahlperiode = wahlperiode_von(parlament, nummer.wahlperiode)
    reihe = Reihe.objects.get(parlament=wahlperiode.parlament, schluessel=vorblatt.reihe)
    dokument = Dokument.objects.filter(
        wahlperiode=wahlperiode, reihe=reihe, nummer=nummer.nummer, zusatz=nummer.zusatz
    ).first() or Dokument(wahlperiode=wahlperiode, reihe=reihe, nummer=nummer.nummer, zusatz=nummer.zusatz)
    if dokument.sha256 and dokument.sha256 != quelle.sha256 and not ersetzen and not _supersedes(vorblatt, dokument):
        raise Ablehnung(
            f"{name} ist schon mit anderem Inhalt erfasst (aus {dokument.dateiname}). "
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
            "mimetyp": quelle.mimetyp,
            "belege": {name: [b.start, b.ende, b.regel, b.sicherheit] for name, b in vorblatt.belege.items()},
            "herkunft": Dokument.Herkunft.TEXT,
            "nur_zitiert": False,
        },
    )
    if dokument.leseversion != LESEVERSION:
        # By which reading it was read says nothing about the document: no change, and no history.
        dokument.leseversion = LESEVERSION
        Dokument.objects.filter(pk=dokument.pk).update(leseversion=LESEVERSION)
    return dokument, befunde


def _supersedes(vorblatt: records.Vorblatt, dokument: Dokument) -> bool:
    """Whether this is a Neudruck and the print on record is none: the later print takes the place of the first."""
    return vorblatt.neudruck and "neudruck" not in dokument.belege


def _art(vorblatt: records.Vorblatt) -> str:
    if vorblatt.ist_antwort:
        return Dokument.Art.ANTWORT
    if vorblatt.reihe is records.Reihe.VORLAGE:
        return Dokument.Art.BERICHT
    return Dokument.Art.FRAGE if vorblatt.anfrageart else ""


def wahlperiode_von(parlament: str, nummer: int) -> Wahlperiode:
    """Raises Ablehnung. The row is locked until the transaction ends: two imports of one paper come one after the
    other, and the second finds what the first wrote."""
    gesperrt = Wahlperiode.objects.select_for_update(of=("self",)).select_related("parlament")
    try:
        wahlperiode: Wahlperiode = gesperrt.get(parlament__kuerzel=parlament, nummer=nummer)
    except Wahlperiode.DoesNotExist:
        raise Ablehnung(
            f"Die {nummer}. Wahlperiode ist nicht erfasst. Laden Sie die Stammdaten (manage.py lade_stammdaten) "
            "oder legen Sie sie in der Verwaltung an."
        ) from None
    return wahlperiode


def write_verweise(drucksache: records.Drucksache, dokument: Dokument, abgleich: Abgleich) -> None:
    schluessel = [(v.beleg.start, v.beleg.ende, v.typ.value, v.nummer) for v in drucksache.verweise]
    gelesen = {
        key: {
            "typ": verweis.typ.value,
            "wahlperiode_nummer": verweis.wahlperiode,
            "wahlperiode_abgeleitet": verweis.wahlperiode_abgeleitet,
            "nummer": verweis.nummer,
            "wortlaut": verweis.wortlaut,
            "stelle": verweis.stelle,
            **beleg_felder(verweis.beleg),
        }
        for key, verweis in zip(schluessel, drucksache.verweise, strict=True)
    }
    vorhanden = {_verweisschluessel(v): v for v in dokument.verweise.filter(start__isnull=False)}
    paare = {
        key: schluessel[verweis.paar]
        for key, verweis in zip(schluessel, drucksache.verweise, strict=True)
        if verweis.paar is not None
    }
    ohne_paar = {key: felder for key, felder in gelesen.items() if key not in paare}
    rows = abgleich.gleiche_ab(
        [verweis for key, verweis in vorhanden.items() if key not in paare],
        ohne_paar,
        _verweisschluessel,
        Verweis,
        {"dokument": dokument},
    )
    # The Anfragen first, so that the Drucksachen printed for them can point to them from the start.
    abgleich.gleiche_ab(
        [verweis for key, verweis in vorhanden.items() if key in paare],
        {key: gelesen[key] | {"paar": rows.get(anfrage)} for key, anfrage in paare.items()},
        _verweisschluessel,
        Verweis,
        {"dokument": dokument},
    )


def _verweisschluessel(verweis: Any) -> tuple[int, int, str, int]:
    return verweis.start, verweis.ende, verweis.typ, verweis.nummer


def write_befunde(befunde: Sequence[records.Befund], dokument: Dokument, abgleich: Abgleich) -> None:
    """Adds the findings that are new; those on record stay with what staff said of them."""
    stellen: dict[tuple[str, str], list[list[int]]] = {}
    for befund in dict.fromkeys(befunde):
        # The same words about two places are one finding that shows both.
        stellen.setdefault((befund.regel, befund.text), []).extend(list(stelle) for stelle in befund.belege)
    vorhanden = set(dokument.befunde.values_list("regel", "text"))
    abgleich.lege_an(
        Befund(dokument=dokument, regel=regel, text=text, stellen=orte)
        for (regel, text), orte in stellen.items()
        if (regel, text) not in vorhanden
    )


def beleg_felder(beleg: records.Beleg) -> dict[str, Any]:
    return {"start": beleg.start, "ende": beleg.ende, "regel": beleg.regel, "sicherheit": beleg.sicherheit}
