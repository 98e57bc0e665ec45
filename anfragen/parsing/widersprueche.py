"""What in one document does not fit together: shown to a person, never repaired.

Each rule names the two places that contradict each other, so that a reader can judge from the print.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from statistics import median

from anfragen.parsing.beantwortung import Satz
from anfragen.parsing.fragennummern import between, key
from anfragen.parsing.records import Anfrageart, Antwortteil, Beantwortung, Befund, Beleg, Frage, Vorblatt
from anfragen.parsing.text import Lesetext

DATUMSFELDER = {
    "anfrage_datum": "Datum der Anfrage",
    "schreiben": "Datum des Antwortschreibens",
    "datum_original": "Datum des Originals",
    "datum_kopf": "Datum im Kopf",
    "ausgegeben": "Ausgabedatum",
}
# Pairs of which the first can't be later than the second.
REIHENFOLGE = (
    ("anfrage_datum", "schreiben"),
    ("anfrage_datum", "datum_original"),
    ("anfrage_datum", "datum_kopf"),
    ("schreiben", "ausgegeben"),
    ("datum_original", "ausgegeben"),
    ("datum_kopf", "ausgegeben"),
)
TITEL_SICHER = 0.7
JAHRE_ABSTAND = 2  # the dates of one paper lie within months; further off is a misprint ("13.03.3013")


def kopf_befunde(
    text: Lesetext, vorblatt: Vorblatt, beantwortung: Beantwortung | None, satz: Satz | None, unklar: tuple[str, ...]
) -> tuple[Befund, ...]:
    """What is odd about the head and the Beantwortungssatz; `unklar` stood among the askers and is no name."""
    return (
        *_nummern(text, vorblatt, beantwortung, satz),
        *_weitere(vorblatt),
        *_daten(vorblatt, beantwortung),
        *_fragesteller(vorblatt, unklar),
        *_unsicher(vorblatt, beantwortung),
    )


def _stellen(*belege: Beleg | None) -> tuple[tuple[int, int], ...]:
    return tuple((beleg.start, beleg.ende) for beleg in belege if beleg)


def _nummern(
    text: Lesetext, vorblatt: Vorblatt, beantwortung: Beantwortung | None, satz: Satz | None
) -> Iterator[Befund]:
    belege = vorblatt.belege
    for rand in text.raender:
        if rand.nummer and vorblatt.drucksache and rand.nummer != vorblatt.drucksache:
            yield Befund(
                "nummer-im-seitenkopf",
                f"Der Kopf nennt Drucksache {vorblatt.drucksache}, ein Seitenkopf {rand.nummer}.",
                (*_stellen(belege.get("drucksache")), (rand.start, rand.ende)),
            )
            break
    if satz and beantwortung and satz.nummer and vorblatt.anfrage_nummer and satz.nummer != vorblatt.anfrage_nummer:
        yield Befund(
            "anfragenummer-im-beantwortungssatz",
            f"Der Kopf nennt die Anfrage {vorblatt.anfrage_nummer}, der Beantwortungssatz die Anfrage {satz.nummer}; "
            "übernommen ist die Nummer im Kopf.",
            _stellen(belege.get("anfrage_nummer"), beantwortung.beleg),
        )
    eigene, frage = vorblatt.drucksache, vorblatt.frage_drucksache
    if eigene and frage and (eigene.wahlperiode != frage.wahlperiode or eigene.nummer <= frage.nummer):
        yield Befund(
            "frage-nach-antwort",
            f"Die Antwort {eigene} soll die spätere oder in einer anderen Wahlperiode gedruckte Anfrage {frage} "
            "beantworten.",
            _stellen(belege.get("drucksache"), belege.get("frage_drucksache")),
        )


def _weitere(vorblatt: Vorblatt) -> Iterator[Befund]:
    ohne = [str(anfrage.nummer) for anfrage in vorblatt.weitere_anfragen if anfrage.drucksache is None]
    if ohne and vorblatt.frage_drucksache:
        yield Befund(
            "weitere-anfrage-ohne-drucksache",
            f"Der Kopf nennt auch die Anfrage {', '.join(ohne)}; welche Drucksache dazu gehört, ist nicht zu erkennen.",
            _stellen(vorblatt.belege.get("weitere_anfragen")),
        )


def _unsicher(vorblatt: Vorblatt, beantwortung: Beantwortung | None) -> Iterator[Befund]:
    """What was read as well as could be and may yet be wrong."""
    if beantwortung and beantwortung.beleg.sicherheit < 1:
        yield Befund("amt-unsicher", "Wer geantwortet hat, ist nicht sicher zu erkennen.", _stellen(beantwortung.beleg))
    titel = vorblatt.belege.get("titel")
    if titel and titel.sicherheit < TITEL_SICHER:
        yield Befund("titel-unsicher", "Wo der Titel endet, ist nicht sicher zu erkennen.", _stellen(titel))
    elif not titel and (asker := vorblatt.belege.get("fragesteller")):
        yield Befund("titel-unsicher", "Nach den Fragestellern ist kein Titel zu erkennen.", _stellen(asker))
    if vorblatt.neudruck:
        yield Befund(
            "neudruck",
            f"{vorblatt.nummer or 'Das Dokument'} ist ein Neudruck; eine frühere Fassung kann anders lauten.",
            _stellen(vorblatt.belege.get("neudruck")),
        )


def _daten(vorblatt: Vorblatt, beantwortung: Beantwortung | None) -> Iterator[Befund]:
    werte: dict[str, date] = {}
    for feld in DATUMSFELDER:
        wert = beantwortung.datum if feld == "schreiben" and beantwortung else getattr(vorblatt, feld, None)
        if wert:
            werte[feld] = wert
    belege = dict(vorblatt.belege)
    if beantwortung:
        belege["schreiben"] = beantwortung.beleg
    mitte = median(wert.year for wert in werte.values()) if werte else 0
    for feld, wert in list(werte.items()):
        allein = len(werte) < 3 and not 1946 < wert.year < 2100
        if allein or (len(werte) > 2 and abs(wert.year - mitte) > JAHRE_ABSTAND):
            yield Befund(
                "jahr-unplausibel",
                f"{DATUMSFELDER[feld]}: {wert:%d.%m.}{wert.year} ist unplausibel und vermutlich ein Druckfehler.",
                _stellen(belege.get(feld)),
            )
            del werte[feld]
    for frueher, spaeter in REIHENFOLGE:
        if frueher in werte and spaeter in werte and werte[frueher] > werte[spaeter]:
            yield Befund(
                "daten-reihenfolge",
                f"{DATUMSFELDER[frueher]} ({werte[frueher]:%d.%m.%Y}) liegt nach: {DATUMSFELDER[spaeter]} "
                f"({werte[spaeter]:%d.%m.%Y}).",
                _stellen(belege.get(frueher), belege.get(spaeter)),
            )


def _fragesteller(vorblatt: Vorblatt, unklar: tuple[str, ...]) -> Iterator[Befund]:
    stellen = _stellen(vorblatt.belege.get("fragesteller") or vorblatt.belege.get("anfrage_nummer"))
    if not stellen:
        return
    if unklar:
        text = ", ".join(f"„{wort[:60]}“" for wort in unklar)
        yield Befund("fragesteller-unklar", f"Unter den Fragestellern steht {text}; das ist kein Name.", stellen)
    if vorblatt.anfrageart is Anfrageart.KLEIN and not vorblatt.fragesteller:
        yield Befund("fragesteller-fehlt", "Der Kopf nennt keine Fragesteller, die zu erkennen sind.", stellen)
    elif any(not person.fraktion for person in vorblatt.fragesteller):
        yield Befund("fraktion-fehlt", "Nicht zu allen Fragestellern ist eine Fraktion gedruckt.", stellen)


def fragen_befunde(fragen: tuple[Frage, ...], antwortteile: tuple[Antwortteil, ...]) -> Iterator[Befund]:
    """What is odd about the questions' numbers, and which of them nothing answers though others are answered."""
    if fragen and fragen[0].nummer != 1:
        yield Befund(
            "fragen-beginnen-spaeter",
            f"Die erste gefundene Frage trägt die Nummer {fragen[0].nummer}.",
            _stellen(fragen[0].beleg),
        )
    erste_im_abschnitt = [frage for frage in fragen if frage.bezeichnung.endswith(". 1")]
    if len(erste_im_abschnitt) > 1:
        yield Befund(
            "fragen-zaehlen-neu",
            f"Die Fragen zählen in {len(erste_im_abschnitt)} Abschnitten neu; hier sind sie durchgezählt.",
            _stellen(*(frage.beleg for frage in erste_im_abschnitt)),
        )
    for erste, zweite in pairwise(fragen):
        if zweite.nummer != erste.nummer + 1 or between(key(erste.bezeichnung), key(zweite.bezeichnung)):
            yield Befund(
                "fragennummer-fehlt",
                f"Auf Frage {_label(erste)} folgt Frage {_label(zweite)}.",
                _stellen(erste.beleg, zweite.beleg),
            )
    beantwortet = {nummer for teil in antwortteile for nummer in teil.fragen}
    for frage in fragen:
        if beantwortet and frage.nummer not in beantwortet:
            yield Befund(
                "frage-ohne-antwort",
                f"Zu Frage {_label(frage)} ist keine Antwort zu finden, zu anderen Fragen schon.",
                _stellen(frage.beleg),
            )


def _label(frage: Frage) -> str:
    return frage.bezeichnung or str(frage.nummer)
