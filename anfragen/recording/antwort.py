"""The answer, who gave it, and which text answers which questions."""

from collections.abc import Mapping
from typing import Any

from anfragen.abgleich import Abgleich, Ziele
from anfragen.models import Anfrage, Antwort, Antwortteil, Dokument
from anfragen.parsing import records
from anfragen.recording.dokument import beleg_felder
from anfragen.zuordnung import Zuordnung


def write_antwort(
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
    if antwort._state.adding:
        abgleich.lege_eines_an(antwort, werte, "anfragen", [anfrage])
    else:
        abgleich.schreibe(antwort, werte)
        if not antwort.anfragen.contains(anfrage):
            antwort.anfragen.add(anfrage)
            abgleich.geaendert += 1
    teile = dict(enumerate(drucksache.antwortteile, start=1))
    abgleich.gleiche_ab(
        antwort.teile.prefetch_related("fragen"),
        {
            position: {"position": position, "text": teil.text, **beleg_felder(teil.beleg)}
            for position, teil in teile.items()
        },
        lambda teil: teil.position,
        Antwortteil,
        {"antwort": antwort},
        Ziele(
            "fragen",
            {
                position: [fragen[nummer] for nummer in teil.fragen if nummer in fragen]
                for position, teil in teile.items()
            },
        ),
    )
    anfrage.stand_nachfuehren()
