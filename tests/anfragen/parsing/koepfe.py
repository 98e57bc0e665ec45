"""Heads of answers, as printed."""

from anfragen.parsing.records import Vorblatt
from anfragen.parsing.text import lies
from anfragen.parsing.vorblatt import parse_vorblatt

ERSTER_KOPF = "LANDTAG NORDRHEIN-WESTFALEN\n17. Wahlperiode\n\nDrucksache 17/5030\n08.02.2019\n"
FUSS = "Datum des Originals: 06.02.2019/Ausgegeben: 13.02.2019\n"
ZEILE = "Antwort\nder Landesregierung\nauf die Kleine Anfrage 1882 vom 9. Januar 2019\n"
VORBEMERKUNG = "Vorbemerkung der Kleinen Anfrage\n\nDer Text.\n"
SATZ = (
    "Der Minister des Innern hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der "
    "Landesregierung beantwortet."
)


def antwort(
    *,
    asker: str = "des Abgeordneten Marc Herter   SPD",
    titel: str = "Was wird aus der Ruhrkonferenz?",
    rumpf: str = VORBEMERKUNG,
) -> str:
    return f"{ERSTER_KOPF}{FUSS}\n{ZEILE}{asker}\nDrucksache 17/4791\n\n\n{titel}\n\n\n{rumpf}"


def vorblatt(quelle: str) -> Vorblatt:
    return parse_vorblatt(lies(quelle))[0]
