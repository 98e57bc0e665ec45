"""Readings of texts that are answers as a whole."""

from anfragen.parsing.records import Antwortteil, Beleg, Drucksache, Vorblatt
from projekte.parsing import Bekannt, BekanntesProgramm, BekanntesProjekt, Projektlesung, parse

RUHR_KONFERENZ = BekanntesProgramm(
    "ruhr-konferenz",
    "Ruhr-Konferenz",
    handlungsfelder=(
        "Vernetzte Mobilität – kurze Wege",
        "Erfolgreiche Wirtschaft – gute Arbeit",
        "Gelebte Vielfalt – starker Zusammenhalt",
        "Sichere Energie – gesunde Umwelt",
        "Beste Bildung – exzellente Forschung",
    ),
    themenforen=tuple(f"{nummer:02}" for nummer in range(1, 21)),
)
KOPF = "Projekt [ID-Nr.] Lokaler Bezug des Projektes zu Bochum "


def read(quelle: str, bekannte_namen: dict[str, str] | None = None) -> Projektlesung:
    """The reading of a text that is an answer as a whole."""
    teil = Antwortteil((1,), quelle, Beleg(0, len(quelle), "test"))
    projekte = [BekanntesProjekt(("ruhr-konferenz", nr), nr, (name,)) for nr, name in (bekannte_namen or {}).items()]
    bekannt = Bekannt(tuple(projekte), (RUHR_KONFERENZ,))
    return parse(Drucksache(quelle, Vorblatt(), antwortteile=(teil,)), bekannt)


def rows(text: str, bekannte_namen: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Kennung, name and statement of each project that the text speaks of."""
    return [(p.kennung, p.name, p.wortlaut) for p in read(text, bekannte_namen).projekte]
