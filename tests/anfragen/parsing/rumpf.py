"""Bodies of answers, read with their line breaks and without."""

from anfragen.parsing.drucksache import parse
from anfragen.parsing.records import Drucksache

KOPF = (
    "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/5030 08.02.2019 Antwort der Landesregierung auf die "
    "Kleine Anfrage 1882 vom 9. Januar 2019 des Abgeordneten Marc Herter SPD Drucksache 17/4791 Was nun?\n\n"
)
VORBEMERKUNG = "Vorbemerkung der Kleinen Anfrage\n\nDie Presse berichtet.\n\n"
SATZ = (
    "Der Minister des Innern hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der "
    "Landesregierung beantwortet.\n\n"
)
SEITE = "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/5030"
JOINT = "Die Fragen 1 bis 3 werden wegen des Sachzusammenhangs gemeinsam beantwortet"


def both(rumpf: str, kopf: str = KOPF + VORBEMERKUNG + SATZ) -> Drucksache:
    """The document with its line breaks and on one line, which must read alike."""
    quelle = kopf + rumpf
    mehrzeilig, einzeilig = parse(quelle), parse(" ".join(quelle.split()))
    assert fragen(mehrzeilig) == fragen(einzeilig)
    assert [teil.fragen for teil in mehrzeilig.antwortteile] == [teil.fragen for teil in einzeilig.antwortteile]
    return mehrzeilig


def fragen(drucksache: Drucksache) -> list[tuple[int, str, str]]:
    return [(frage.nummer, frage.text, frage.hinweis) for frage in drucksache.fragen]


def antworten(drucksache: Drucksache) -> list[tuple[tuple[int, ...], str]]:
    return [(teil.fragen, teil.text) for teil in drucksache.antwortteile]
