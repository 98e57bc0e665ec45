"""The answer, who gave it, and which text answers which questions."""

from collections.abc import Mapping, Sequence
from typing import Any

from anfragen.abgleich import Abgleich, Ziele
from anfragen.models import Anfrage, Antwort, Antwortteil, Dokument
from anfragen.parsing import records
from anfragen.recording.dokument import beleg_felder
from anfragen.zuordnung import Zuordnung


def write_antwort(
    drucksache: records.Drucksache,
    dokument: Dokument,
    anfragen: Sequence[Anfrage],
    fragen: Mapping[int, Any],
    abgleich: Abgleich,
) -> None:
    """Writes the answer to `anfragen`; `fragen` are the questions on record by number, of the first of them."""
    antwort = Antwort.objects.filter(dokument=dokument).first() or Antwort(dokument=dokument)
    werte: dict[str, Any] = {
        "art": Antwort.Art(drucksache.vorblatt.antwortart),
        "vorbemerkung": drucksache.vorbemerkung_landesregierung.text if drucksache.vorbemerkung_landesregierung else "",
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
        abgleich.lege_eines_an(antwort, werte, "anfragen", anfragen)
    else:
        abgleich.schreibe(antwort, werte)
        if fehlend := set(anfragen) - set(antwort.anfragen.all()):
            antwort.anfragen.add(*fehlend)
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
    for anfrage in anfragen:
        anfrage.stand_nachfuehren()
