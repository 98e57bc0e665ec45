"""The commitments that are proposed from an answer.

A known one is recognised by its words, so that it survives a replaced text. Once somebody decided about one, reading
only follows it to where its words stand now: it never changes what was decided, and never proposes the same anew.
"""

from collections import Counter
from typing import Any

from anfragen.abgleich import LEER, is_same
from anfragen.models import Zusage
from anfragen.parsing import records
from anfragen.recording.bestand import Papier
from anfragen.recording.dokument import beleg_felder
from anfragen.recording.vorgang import Vorgang

# The words, and how many of the same stand before.
Schluessel = tuple[str, int]


def write_zusagen(vorgang: Vorgang, papier: Papier) -> None:
    gelesen = {key: _felder(zusage, papier) for key, zusage in _read(vorgang).items()}
    bekannt = _recognise(papier, vorgang)
    entschieden = [zusage for zusage in papier.zusagen if _is_decided(zusage, vorgang)]
    for zusage in entschieden:
        _follow(zusage, gelesen.pop(bekannt[id(zusage)], None), vorgang)
    vorgeschlagen = [zusage for zusage in papier.zusagen if zusage not in entschieden]
    for zusage in vorgeschlagen:
        _empty(zusage, gelesen.get(bekannt[id(zusage)], {}), vorgang)
    neu = vorgang.abgleich.gleiche_ab(
        vorgeschlagen, gelesen, lambda zusage: bekannt[id(zusage)], Zusage, {"dokument": papier.dokument}
    )
    papier.zusagen = [*entschieden, *neu.values()]


def _read(vorgang: Vorgang) -> dict[Schluessel, records.Zusage]:
    zahl: Counter[str] = Counter()
    gelesen: dict[Schluessel, records.Zusage] = {}
    for zusage in vorgang.drucksache.zusagen:
        worte = _words(zusage.wortlaut)
        gelesen[worte, zahl[worte]] = zusage
        zahl[worte] += 1
    return gelesen


def _felder(zusage: records.Zusage, papier: Papier) -> dict[str, Any]:
    teile = {teil.position: teil for teil in papier.teile}
    return {
        "art": Zusage.Art(zusage.art),
        "wortlaut": zusage.wortlaut,
        "faellig_am": zusage.faellig_am,
        "faellig_wortlaut": zusage.faellig_wortlaut[:200],
        "antwortteil": None if zusage.teil is None else teile.get(zusage.teil + 1),
        **beleg_felder(zusage.beleg),
    }


def _recognise(papier: Papier, vorgang: Vorgang) -> dict[int, Schluessel]:
    """The key of each known one, by its identity; of one that isn't read any more a key of its own.

    Staff may have put its words better. Then those count that are printed at its place in the text it was read from.
    """
    gelesen = _read(vorgang)
    stellen = {(zusage.beleg.start, zusage.beleg.ende): key for key, zusage in gelesen.items()}
    unveraendert = papier.text_bisher == vorgang.drucksache.quelle
    zahl: Counter[str] = Counter()
    bekannt: dict[int, Schluessel] = {}
    for zusage in papier.zusagen:
        worte = _words(zusage.wortlaut)
        if (worte, zahl[worte]) in gelesen:
            bekannt[id(zusage)] = worte, zahl[worte]
            zahl[worte] += 1
    for zusage in papier.zusagen:
        if id(zusage) not in bekannt:
            gedruckt = _words(papier.text_bisher[zusage.start : zusage.ende]) if zusage.start is not None else ""
            an_der_stelle = stellen.get((zusage.start or 0, zusage.ende or 0)) if unveraendert else None
            key = an_der_stelle or (gedruckt, zahl[gedruckt])
            frei = key in gelesen and key not in bekannt.values()
            bekannt[id(zusage)] = key if frei else ("", id(zusage))
    return bekannt


def _words(text: str) -> str:
    """Letters and digits alone: hyphens, quotes and spaces differ between two prints of one sentence."""
    return "".join(zeichen for zeichen in text.casefold() if zeichen.isalnum())


def _is_decided(zusage: Zusage, vorgang: Vorgang) -> bool:
    proposed = zusage.stand == Zusage.Stand.VORGESCHLAGEN and zusage.start is not None
    return not proposed or vorgang.abgleich.stapel.von_hand(zusage)


def _follow(zusage: Zusage, felder: dict[str, Any] | None, vorgang: Vorgang) -> None:
    """Moves a decided one to its words, and takes its place from it where they stand no more."""
    if not zusage.regel:
        return  # written by staff, and never read
    if felder:
        _change(zusage, {name: felder[name] for name in ("start", "ende", "antwortteil")}, vorgang)
    elif _words(vorgang.drucksache.quelle[zusage.start : zusage.ende]) != _words(zusage.wortlaut):
        _change(zusage, {"start": None, "ende": None, "antwortteil": None}, vorgang)


def _empty(zusage: Zusage, felder: dict[str, Any], vorgang: Vorgang) -> None:
    """Takes from a proposal what is not read in it any more, such as its day."""
    _change(zusage, {name: wert for name, wert in felder.items() if wert in LEER}, vorgang)


def _change(zusage: Zusage, werte: dict[str, Any], vorgang: Vorgang) -> None:
    anders = {name: wert for name, wert in werte.items() if not is_same(zusage, name, wert)}
    if anders:
        vorgang.abgleich.stapel.aendere(zusage, anders, vorgang.abgleich.grund)
        vorgang.abgleich.geaendert += 1
