"""The answer, who gave it, and which text answers which questions."""

from collections.abc import Sequence
from typing import Any

from anfragen.abgleich import Ziele
from anfragen.models import Antwort, Antwortteil
from anfragen.recording.bestand import Akte, Bestand, Papier
from anfragen.recording.dokument import beleg_felder
from anfragen.recording.vorgang import Vorgang


def write_antwort(vorgang: Vorgang, papier: Papier, akten: Sequence[Akte], bestand: Bestand) -> None:
    """Writes the answer to the Anfragen of `akten`; its questions are those of the first of them."""
    abgleich, drucksache, dokument = vorgang.abgleich, vorgang.drucksache, papier.dokument
    antwort = papier.antwort = papier.antwort or Antwort(dokument=dokument)
    vorbemerkung = drucksache.vorbemerkung_landesregierung
    werte: dict[str, Any] = {
        "art": Antwort.Art(drucksache.vorblatt.antwortart),
        "vorbemerkung": vorbemerkung.text if vorbemerkung else "",
    }
    if satz := drucksache.beantwortung:
        am = satz.datum or dokument.datum_original or dokument.datum
        werte |= {
            "amt": satz.amt,
            "datum_schreiben": satz.datum,
            "einvernehmen": list(satz.einvernehmen),
            "ministerium": bestand.zuordnung(dokument.wahlperiode).ministerium(satz.amt, am),
        }
    abgleich.schreibe(antwort, werte)
    beantwortet = abgleich.stapel.ziele(antwort, "anfragen")
    if fehlend := [akte.anfrage for akte in akten if akte.anfrage not in beantwortet]:
        abgleich.stapel.verknuepfe(antwort, "anfragen", [*beantwortet, *fehlend], abgleich.grund)
        abgleich.geaendert += 1
    teile = dict(enumerate(drucksache.antwortteile, start=1))
    fragen = {frage.nummer: frage for frage in akten[0].fragen}
    papier.teile = list(
        abgleich.gleiche_ab(
            papier.teile,
            {
                position: {"position": position, "text": teil.text, **beleg_felder(teil.beleg)}
                for position, teil in teile.items()
            },
            lambda teil: teil.position,
            Antwortteil,
            {"antwort": antwort},
            Ziele("fragen", {p: [fragen[n] for n in teil.fragen if n in fragen] for p, teil in teile.items()}),
        ).values()
    )
    for akte in akten:
        antworten = [papier.antwort for papier in akte.antworten if papier.antwort]
        if stand := akte.anfrage.stand_aus(antworten):
            abgleich.stapel.aendere(akte.anfrage, stand, abgleich.grund)
