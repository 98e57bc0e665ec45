"""Readings of texts that are answers as a whole."""

from anfragen.parsing.records import Antwortteil, Beleg, Drucksache, Vorblatt
from projekte.parsing import Bekannt, BekanntesProjekt, Projektlesung, parse

KOPF = "Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "


def read(quelle: str, bekannte_namen: dict[str, str] | None = None) -> Projektlesung:
    """The reading of a text that is an answer as a whole."""
    teil = Antwortteil((1,), quelle, Beleg(0, len(quelle), "test"))
    projekte = [BekanntesProjekt(("p", nr), nr, (name,)) for nr, name in (bekannte_namen or {}).items()]
    return parse(Drucksache(quelle, Vorblatt(), antwortteile=(teil,)), Bekannt(tuple(projekte)))


def rows(text: str, bekannte_namen: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Kennung, name and statement of each project that the text speaks of."""
    return [(p.kennung, p.name, p.wortlaut) for p in read(text, bekannte_namen).projekte]
