"""Two records of one Anfrage become one: an index knew the answer and not the number."""

from anfragen.abgleich import Abgleich
from anfragen.models import Veroeffentlichung
from anfragen.recording.bestand import Akte, Bestand


def join(ohne_nummer: Akte, akte: Akte, abgleich: Abgleich, bestand: Bestand) -> None:
    """Lets `akte` have what hangs on either. Rare enough to take queries of its own, at once."""
    stapel = abgleich.stapel
    if ohne_nummer in bestand.in_arbeit or akte.anfrage.pk is None:
        stapel.flush()
    bestand.in_arbeit = [andere for andere in bestand.in_arbeit if andere is not ohne_nummer]
    von, nach = ohne_nummer.anfrage, akte.anfrage
    for papier in ohne_nummer.antworten:
        if papier.antwort:
            ziele = [ziel for ziel in stapel.ziele(papier.antwort, "anfragen") if ziel not in (von, nach)]
            stapel.verknuepfe(papier.antwort, "anfragen", [*ziele, nach], abgleich.grund)
        papier.beantwortet = [andere for andere in papier.beantwortet if andere not in (ohne_nummer, akte)] + [akte]
        if papier not in akte.antworten:
            akte.antworten.append(papier)
    if ohne_nummer.gedruckt:
        ohne_nummer.gedruckt.fragt = None
    nummern = {frage.nummer for frage in akte.fragen}
    fragen = [frage for frage in ohne_nummer.fragen if frage.nummer not in nummern]
    for name, umziehende in {
        "anfrage": [*fragen, *von.nachfragen.all()],
        "folgeanfrage": von.folgt_auf.all(),
        "ziel_anfrage": von.zitiert_von.all(),
    }.items():
        for record in umziehende:
            setattr(record, name, nach)
            record.save()
    akte.fragen += fragen
    if von.veroeffentlichung != Veroeffentlichung.VEROEFFENTLICHT:
        stapel.aendere(nach, {"veroeffentlichung": von.veroeffentlichung}, abgleich.grund)  # what staff withheld
    von.delete()
