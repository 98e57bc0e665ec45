"""Printed papers as texts, and recording them."""

from datetime import date
from typing import Any

from anfragen import recording
from anfragen.models import Anfrage, Antwort, Befund, Dokument, Frage, Verweis, Zusage
from anfragen.parsing.drucksache import parse
from anfragen.recording import Quelle, record
from projekte.models import Kennzahl, Projekt, Projektaussage, Projektzusage
from tests import factories as f

ANTWORT = """LANDTAG NORDRHEIN-WESTFALEN
17. Wahlperiode
Drucksache 17/5030
08.02.2019

Datum des Originals: 06.02.2019/Ausgegeben: 13.02.2019

Antwort
der Landesregierung
auf die Kleine Anfrage 1882 vom 9. Januar 2019
der Abgeordneten Sarah Philipp und Dr. Dennis Maelzer SPD
Drucksache 17/4791

Taten statt Ankündigungen: Was wird aus der Ruhrkonferenz?

Vorbemerkung der Kleinen Anfrage

Die Ruhrkonferenz lässt auf sich warten.

Der Minister für Verkehr hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der Landesregierung
beantwortet.

1. Warum hat die Landesregierung gewartet?

Sie hat nicht gewartet, wie in Drucksache 17/4000 dargelegt.

2. Was kostet das?

Nichts.
"""
FRAGE = """LANDTAG NORDRHEIN-WESTFALEN
17. Wahlperiode
Drucksache 17/4791
10.01.2019

Datum des Originals: 09.01.2019/Ausgegeben: 11.01.2019

Kleine Anfrage 1882
der Abgeordneten Sarah Philipp und Dr. Dennis Maelzer SPD

Taten statt Ankündigungen: Was wird aus der Ruhrkonferenz?

Die Ruhrkonferenz lässt auf sich warten.

1. Warum hat die Landesregierung gewartet?

2. Was kostet das?
"""


def stammdaten() -> None:
    """What a Drucksache of the 17th Wahlperiode needs on record."""
    f.wahlperiode()
    f.reihe()
    f.reihe("vorlage")
    f.fraktion("SPD")
    f.ministerium(von=date(2017, 6, 30), bis=date(2021, 10, 27))


def record_text(
    text: str = ANTWORT, name: str = "17-5030.txt", sha256: str = "a" * 64, **options
) -> recording.Ergebnis:
    return record(parse(text), Quelle(name, sha256), **options)


def all_rows() -> dict[str, list]:
    """Everything stored, to compare before and after."""
    modelle: list[Any] = [
        *(Dokument, Anfrage, Frage, Antwort, Verweis, Befund, Zusage),
        *(Projekt, Projektaussage, Kennzahl, Projektzusage),
    ]
    return {modell.__name__: list(modell.objects.order_by("pk").values()) for modell in modelle} | {
        "Verlauf": [modell.history.count() for modell in modelle]
    }
