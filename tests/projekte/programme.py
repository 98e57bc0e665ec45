"""Two invented programmes beside the Ruhr-Konferenz, and invented answers about their projects: nothing is real."""

from anfragen.models import Dokument
from anfragen.parsing.drucksache import parse
from anfragen.recording import Quelle, record
from projekte.models import Handlungsfeld, Programm
from tests import factories

KOPF = """LANDTAG NORDRHEIN-WESTFALEN
17. Wahlperiode
Drucksache 17/99001
08.02.2021

Antwort
der Landesregierung
auf die Kleine Anfrage 9901 vom 9. Januar 2021
der Abgeordneten Erika Beispiel SPD
Drucksache 17/99000

Was wird aus den Programmen? (erfunden)

Vorbemerkung der Kleinen Anfrage

Erfundener Text.

Der Minister für Verkehr hat die Kleine Anfrage 9901 mit Schreiben vom 6. Februar 2021 namens der Landesregierung
beantwortet.

1. Was geschieht in Bochum?

"""
TABELLE = """Die Projekte von Zukunftsland, die Bochum betreffen, zeigt die Übersicht.

Handlungsfeld Digitale Dörfer – offene Daten
Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum
Offener Bus: Fahrpläne für alle [A-07]
In Bochum fahren ab 2022 zwei Busse. Dafür stehen rund 40.000 Euro bereit.
Dorfladen im Netz [B-01]
Der Laden liefert auch nach Bochum.
"""


def zukunftsland() -> Programm:
    """Its Kennungen look like "A-07"."""
    programm = factories.programm("zukunftsland", name="Zukunftsland", kennungsform="A-00")
    feld(programm, "Digitale Dörfer – offene Daten")
    return programm


def musterprogramm() -> Programm:
    """Its Kennungen look like those of the Ruhr-Konferenz."""
    programm = factories.programm("musterprogramm", name="Musterprogramm")
    feld(programm, "Muster für alle")
    return programm


def feld(programm: Programm, name: str) -> Handlungsfeld:
    return factories.handlungsfeld(name.split()[0].lower(), name=name, programm=programm)


def answer(text: str) -> Dokument:
    """The record of an invented answer that says `text`."""
    factories.reihe()
    factories.fraktion("SPD")
    factories.kommune()
    return record(parse(KOPF + text), Quelle("erfunden.txt", "b" * 64)).dokument
