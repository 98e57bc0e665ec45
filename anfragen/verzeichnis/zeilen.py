"""One line of the index: from the words of a CSV to a frozen record, or the reason why not. Knows no database."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from anfragen.parsing.records import Dokumentnummer

ARTEN = {"minor": "klein", "major": "gross", "written": "schriftlich"}
REIHENFOLGEN = {"umgekehrt": True, "": True, "gedruckt": False}
ZUSAETZE = "neu, neu2, S"

# "11212", "17/10815", "694 S", "2772(neu)", "2772 (neu)", "1589-Neu", "7616 neu2", "0979-NEU"
NUMMER = re.compile(
    r"(?:(?P<wahlperiode>[0-9]{1,2}) ?/ ?)?(?P<nummer>[0-9]{1,6})(?:[ -]?\(?(?P<zusatz>neu ?[0-9]?|S)\)?)?",
    re.IGNORECASE,
)
GANZZAHL = re.compile(r"[0-9]{1,6}")
DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Left before the name by the index's own reading: „zur kurzfristigen schriftlichen Beantwortung Dr. Marco Genthe“
VORSPANN = re.compile(r"^zur kurzfristigen schriftlichen Beantwortung ")
ERSTES_DATUM = date(1946, 1, 1)  # no Land had a parliament before

# No longer than the columns that keep them.
MAX_TITEL = 2000
MAX_NAME = 150
MAX_PARTEI = 60
MAX_HAUS = 300
MAX_QUELLE = 2000
MAX_PERSONEN = 1000


@dataclass(frozen=True)
class Zeile:
    """One answer of the index. What it doesn't say is None or empty.

    `parlament` is the index's name for it ("Nordrhein-Westfalen"); `personen` stand in printed order.
    """

    nummer: int
    parlament: str
    dokument: Dokumentnummer
    titel: str = ""
    art: str | None = None
    datum: date | None = None
    fraktionen: tuple[str, ...] = ()
    personen: tuple[str, ...] = ()
    haeuser: tuple[str, ...] = ()
    quelle: str = ""
    anfrage_nummer: int | None = None
    anfrage_nummer_abgeleitet: bool = False
    anfrage_dokument: Dokumentnummer | None = None
    gestellt_am: date | None = None


@dataclass(frozen=True)
class Ablehnung:
    """A line that is not taken: its number in the file, the reason, and what to do."""

    zeile: int
    grund: str
    abhilfe: str


class _Fehler(ValueError):
    def __init__(self, grund: str, abhilfe: str) -> None:
        super().__init__(grund)
        self.grund = grund
        self.abhilfe = abhilfe


def parse_zeile(werte: Mapping[str, str], nummer: int, heute: date) -> Zeile | Ablehnung:
    """The record of a line. `werte` has the file's columns by name, `heute` bounds the dates. Raises nothing."""
    try:
        return _parse({name: _fold(wert) for name, wert in werte.items()}, nummer, heute)
    except _Fehler as fehler:
        return Ablehnung(nummer, fehler.grund, fehler.abhilfe)


def zitat(wert: str) -> str:
    """A value as a message quotes it: short, and nothing in it that a terminal would obey."""
    kurz = wert if len(wert) <= 60 else f"{wert[:60]}…"
    return "„" + "".join(zeichen if zeichen.isprintable() else "�" for zeichen in kurz) + "“"


def _fold(wert: str) -> str:
    """One space between words, and no character that isn't seen: a feed with a control character in it is broken."""
    return " ".join("".join(zeichen for zeichen in wert if zeichen.isprintable() or zeichen.isspace()).split())


def _parse(werte: Mapping[str, str], nummer: int, heute: date) -> Zeile:
    def optional[T](spalte: str, lies: Callable[[str, str], T]) -> T | None:
        return lies(spalte, werte[spalte]) if werte.get(spalte) else None

    wahlperiode = _wahlperiode(werte["legislative_term"])
    personen = tuple(VORSPANN.sub("", name) for name in _liste(werte, "inquiring_people_wikidata", MAX_NAME))
    if _auswahl(werte, "people_order", REIHENFOLGEN):
        personen = personen[::-1]
    anfrage_nummer = optional("inquiry_number", _ganzzahl)
    dokument = _eigene_nummer(_pflicht(werte, "reference"), wahlperiode)
    anfrage_dokument = optional("inquiry_reference", lambda spalte, wert: _nummer(spalte, wert, wahlperiode))
    if anfrage_dokument == dokument:
        raise _Fehler(
            f"reference und inquiry_reference nennen beide {dokument}",
            "Frage und Antwort sind zwei Drucksachen; lassen Sie inquiry_reference leer, wenn sie unbekannt ist.",
        )
    return Zeile(
        nummer=nummer,
        parlament=_pflicht(werte, "body"),
        dokument=dokument,
        titel=_text(werte, "title", MAX_TITEL),
        art=_auswahl(werte, "interpellation_type", {"": None, **ARTEN}),
        datum=optional("published_at", lambda spalte, wert: _datum(spalte, wert, heute)),
        fraktionen=_liste(werte, "inquiring_parties_wikidata", MAX_PARTEI),
        personen=personen,
        haeuser=_liste(werte, "answering_ministries_wikidata", MAX_HAUS),
        quelle=_text(werte, "quelle", MAX_QUELLE) or _adresse(_text(werte, "html_url", MAX_QUELLE)),
        anfrage_nummer=anfrage_nummer,
        anfrage_nummer_abgeleitet=bool(_auswahl(werte, "inquiry_number_derived", {"ja": True, "": False}))
        and anfrage_nummer is not None,
        anfrage_dokument=anfrage_dokument,
        gestellt_am=optional("inquiry_published_at", lambda spalte, wert: _datum(spalte, wert, heute)),
    )


def _pflicht(werte: Mapping[str, str], spalte: str) -> str:
    if not werte[spalte]:
        raise _Fehler(f"{spalte} ist leer", "Diese Spalte braucht in jeder Zeile einen Wert.")
    return werte[spalte]


def _text(werte: Mapping[str, str], spalte: str, laenge: int) -> str:
    wert = werte.get(spalte, "")
    if len(wert) > laenge:
        raise _Fehler(
            f"{spalte} hat {len(wert)} Zeichen, beginnend mit {zitat(wert)}",
            f"Höchstens {laenge} Zeichen sind möglich; prüfen Sie, ob ein Anführungszeichen fehlt.",
        )
    return wert


def _liste(werte: Mapping[str, str], spalte: str, laenge: int) -> tuple[str, ...]:
    """The values between semicolons, each once, in the order given. Commas belong to the names of houses."""
    teile = dict.fromkeys(teil.strip() for teil in werte.get(spalte, "").split(";") if teil.strip())
    if len(teile) > MAX_PERSONEN:
        raise _Fehler(f"{spalte} nennt {len(teile)} Werte", f"Höchstens {MAX_PERSONEN} sind möglich.")
    for teil in teile:
        _text({spalte: teil}, spalte, laenge)
    return tuple(teile)


def _auswahl[T](werte: Mapping[str, str], spalte: str, bekannt: Mapping[str, T]) -> T:
    wert = werte.get(spalte, "")
    if wert not in bekannt:
        worte = ", ".join(filter(None, bekannt))
        raise _Fehler(f"{spalte} {zitat(wert)} ist unbekannt", f"Möglich sind: {worte}, oder leer.")
    return bekannt[wert]


def _adresse(wert: str) -> str:
    if wert and not wert.startswith(("https://", "http://")):
        raise _Fehler(f"html_url {zitat(wert)} ist keine Adresse", "Eine Adresse beginnt mit https:// oder http://.")
    return wert


def _wahlperiode(wert: str) -> int:
    if not GANZZAHL.fullmatch(wert) or not 1 <= int(wert) <= 99:
        raise _Fehler(f"legislative_term {zitat(wert)} ist keine Wahlperiode", "Eine Zahl von 1 bis 99 ist nötig.")
    return int(wert)


def _ganzzahl(spalte: str, wert: str) -> int:
    if not GANZZAHL.fullmatch(wert) or int(wert) < 1:
        raise _Fehler(f"{spalte} {zitat(wert)} ist keine Nummer", "Eine Zahl von 1 bis 999999 ist nötig, oder leer.")
    return int(wert)


def _nummer(spalte: str, wert: str, wahlperiode: int) -> Dokumentnummer:
    treffer = NUMMER.fullmatch(wert)
    if not treffer or int(treffer["nummer"]) < 1 or (treffer["wahlperiode"] and int(treffer["wahlperiode"]) < 1):
        raise _Fehler(
            f"{spalte} {zitat(wert)} ist keine Drucksachennummer",
            f"Nötig ist eine Zahl von 1 bis 999999, mit einem der Zusätze {ZUSAETZE} oder ohne. "
            "Teile einer Antwort erfassen Sie in der Verwaltung.",
        )
    zusatz = (treffer["zusatz"] or "").lower().replace(" ", "")
    return Dokumentnummer(
        int(treffer["wahlperiode"] or wahlperiode), int(treffer["nummer"]), "S" if zusatz == "s" else zusatz
    )


def _eigene_nummer(wert: str, wahlperiode: int) -> Dokumentnummer:
    nummer = _nummer("reference", wert, wahlperiode)
    if nummer.wahlperiode != wahlperiode:
        raise _Fehler(
            f"reference {zitat(wert)} und legislative_term {wahlperiode} widersprechen sich",
            "Prüfen Sie, welche Wahlperiode stimmt.",
        )
    return nummer


def _datum(spalte: str, wert: str, heute: date) -> date:
    try:
        tag = date.fromisoformat(wert) if DATUM.fullmatch(wert) else None
    except ValueError:
        tag = None
    if tag is None:
        raise _Fehler(f"{spalte} {zitat(wert)} ist kein Datum", "Nötig ist ein Tag des Kalenders wie 2020-09-30.")
    if not ERSTES_DATUM <= tag <= heute:
        raise _Fehler(
            f"{spalte} {zitat(wert)} ist nicht glaubhaft",
            f"Möglich ist ein Tag von {ERSTES_DATUM.year} bis heute; ist er unbekannt, bleibt die Spalte leer.",
        )
    return tag
