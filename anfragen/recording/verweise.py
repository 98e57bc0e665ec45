"""The references in a document and the findings about it."""

from collections import defaultdict
from typing import Any

from anfragen.befunde import regeln
from anfragen.models import Befund, Verweis
from anfragen.parsing import records
from anfragen.recording.bestand import Bestand, Papier
from anfragen.recording.dokument import beleg_felder
from anfragen.recording.vorgang import Vorgang

Schluessel = tuple[int | None, int | None, str, int]  # the span, kind and number


def write_verweise(vorgang: Vorgang, papier: Papier) -> None:
    abgleich, drucksache = vorgang.abgleich, vorgang.drucksache
    schluessel: list[Schluessel] = [(v.beleg.start, v.beleg.ende, v.typ.value, v.nummer) for v in drucksache.verweise]
    gelesen = {key: _felder(verweis, papier) for key, verweis in zip(schluessel, drucksache.verweise, strict=True)}
    _follow_words(vorgang, papier, gelesen)
    paare = {
        key: schluessel[verweis.paar]
        for key, verweis in zip(schluessel, drucksache.verweise, strict=True)
        if verweis.paar is not None
    }
    vorhanden = {_schluessel(verweis): verweis for verweis in papier.verweise if verweis.start is not None}
    rows = abgleich.gleiche_ab(
        [verweis for key, verweis in vorhanden.items() if key not in paare],
        {key: felder for key, felder in gelesen.items() if key not in paare},
        _schluessel,
        Verweis,
        {"dokument": papier.dokument},
    )
    # The Anfragen first, so that the Drucksachen printed for them can point to them from the start.
    rows |= abgleich.gleiche_ab(
        [verweis for key, verweis in vorhanden.items() if key in paare],
        {key: gelesen[key] | {"paar": rows.get(anfrage)} for key, anfrage in paare.items()},
        _schluessel,
        Verweis,
        {"dokument": papier.dokument},
    )
    papier.verweise = [verweis for verweis in papier.verweise if verweis.start is None] + list(rows.values())


def _felder(verweis: records.Verweis, papier: Papier) -> dict[str, Any]:
    # A text that prints no Wahlperiode at all leaves its own open; the paper has one, from the name of its file.
    eigene = papier.dokument.wahlperiode.nummer if verweis.wahlperiode_abgeleitet else None
    return {
        "typ": verweis.typ.value,
        "wahlperiode_nummer": verweis.wahlperiode or eigene,
        "wahlperiode_abgeleitet": verweis.wahlperiode_abgeleitet,
        "nummer": verweis.nummer,
        "wortlaut": verweis.wortlaut,
        "stelle": verweis.stelle,
        **beleg_felder(verweis.beleg),
    }


def _schluessel(verweis: Verweis) -> Schluessel:
    return verweis.start, verweis.ende, verweis.typ, verweis.nummer


def _follow_words(vorgang: Vorgang, papier: Papier, gelesen: dict[Schluessel, dict[str, Any]]) -> None:
    """Moves references to where the same words stand in a replaced text, in order of appearance.

    So what staff decided on them stays. A decided one whose words stand neither there nor in its old place any more
    goes: there is nothing left to decide.
    """
    besetzt = {_schluessel(verweis) for verweis in papier.verweise}
    frei = defaultdict(list)
    for key, felder in sorted(gelesen.items(), reverse=True):
        if key not in besetzt:
            frei[felder["typ"], felder["wahlperiode_nummer"], felder["nummer"], felder["wortlaut"]].append(felder)
    for verweis in papier.verweise.copy():
        if verweis.start is None or _schluessel(verweis) in gelesen:
            continue
        if stellen := frei[verweis.typ, verweis.wahlperiode_nummer, verweis.nummer, verweis.wortlaut]:
            felder = stellen.pop()
            lage = {name: felder[name] for name in ("start", "ende", "regel", "sicherheit")}
            vorgang.abgleich.stapel.aendere(verweis, lage, vorgang.abgleich.grund)
            vorgang.abgleich.geaendert += 1
        elif verweis.von_hand and not _stands_there(verweis, vorgang.drucksache.quelle):
            vorgang.abgleich.entferne(verweis)
            papier.verweise.remove(verweis)


def _stands_there(verweis: Verweis, text: str) -> bool:
    return " ".join(text[verweis.start : verweis.ende].split()) == verweis.wortlaut


def write_befunde(vorgang: Vorgang, papier: Papier, bestand: Bestand) -> None:
    """Adds the findings that are new and mends those that are no more; what staff said of one stays.

    Those that are also held against the record are left to `anfragen.befunde.pruefe`.
    """
    gelesen: dict[tuple[str, str], list[records.Befund]] = defaultdict(list)
    for befund in dict.fromkeys(vorgang.befunde):
        if regeln.finde(befund.regel).am_bestand:
            continue
        # The same words about two places are one finding that shows both.
        gelesen[befund.regel, befund.text].append(befund)
    vorhanden = {(record.regel, record.text): record for record in papier.befunde}
    for key, bisher in vorhanden.items():
        veraltet = key not in gelesen and not regeln.finde(bisher.regel).am_bestand
        if veraltet and bisher.stand == Befund.Stand.OFFEN:
            vorgang.abgleich.schreibe(bisher, {"stand": Befund.Stand.BEHOBEN})
        elif key in gelesen and bisher.stand == Befund.Stand.BEHOBEN:
            vorgang.abgleich.schreibe(bisher, {"stand": Befund.Stand.OFFEN})
    for (regel, text), gleiche in gelesen.items():
        stellen = [list(stelle) for befund in gleiche for stelle in befund.belege]
        if (record := vorhanden.get((regel, text))) is None:
            record = Befund(dokument=papier.dokument, regel=regel, text=text, stellen=stellen)
            papier.befunde.append(record)
        elif record.verweis_id not in {verweis.pk for verweis in papier.verweise}:
            record.verweis = None  # the database forgets a reference that goes, too
        nummer = gleiche[0].kandidat
        kandidat = bestand.papier(vorgang.reihe, nummer) if nummer else None
        vorgang.abgleich.schreibe(
            record,
            {
                "verweis": _only_one_at(stellen[0], papier) if stellen else None,
                "kandidat": kandidat.dokument if kandidat else None,
            },
        )


def _only_one_at(stelle: list[int], papier: Papier) -> Verweis | None:
    """The reference that is written just there; none where one span holds several, such as a range of numbers."""
    dort = [verweis for verweis in papier.verweise if [verweis.start, verweis.ende] == stelle]
    return dort[0] if len(dort) == 1 else None
