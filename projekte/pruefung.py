"""The rules behind findings about projects, and the check of what is on record."""

from collections import defaultdict
from collections.abc import Iterator

from anfragen.befunde.fund import Fund
from anfragen.befunde.lage import Lage, Schluessel
from anfragen.befunde.regeln import Gewicht, Regel
from anfragen.models import Dokument
from anfragen.parsing.records import Befund, Reihe
from projekte.befunde import (
    KENNUNG_MEHRDEUTIG,
    PROJEKT_UNBEKANNT,
    PROJEKT_VIELLEICHT_GENANNT,
    PROJEKTNAME_VERMUTET,
    PROJEKTTITEL_VERMUTET,
    TITEL_PASST_NICHT,
    Gegenstaende,
    Gegenstand,
    unpassende_zitate,
)
from projekte.entscheidungen import UeberallUebernehmen, Uebernehmen, Verknuepfen
from projekte.gegenstaende import from_database
from projekte.models import Projektaussage
from projekte.titelbezug import projekttitel_vermutet
from projekte.zahlen.pruefung import (
    BETRAG_GEAENDERT,
    BETRAG_WIDERSPRUCH,
    TEILE_GEHEN_NICHT_AUF,
    teile_gehen_nicht_auf,
    vergleichbare_papiere,
    zahlen_verglichen,
)


def titel_passt_nicht(lage: Lage) -> Iterator[Fund]:
    """`unpassende_zitate` of stored papers: the cited paper, or what it is about, may become known later."""
    funde = list(_funde(lage))
    kandidaten = {_key(dokument, befund) for dokument, befund in funde if befund.kandidat}
    bekannt = lage.vorhandene({kandidat for kandidat in kandidaten if kandidat})
    for dokument, befund in funde:
        kandidat = bekannt.get(key) if (key := _key(dokument, befund)) else None
        verweis = next((v for v in lage.verweise[dokument.pk] if (v.start, v.ende) == befund.belege[0]), None)
        yield Fund(
            dokument.pk,
            befund.regel,
            befund.text,
            tuple(stelle for stelle in befund.belege if stelle[0] < stelle[1]),
            verweis.pk if verweis else None,
            kandidat.pk if kandidat else None,
        )


def _funde(lage: Lage) -> Iterator[tuple[Dokument, Befund]]:
    genannt: dict[int, list[Gegenstand]] = defaultdict(list)
    aussagen = Projektaussage.objects.filter(dokument__in=list(lage.verweise))
    for pk, programm, kennung, *namen in aussagen.values_list(
        "dokument", "projekt__programm__schluessel", "projekt__kennung", "projekt__name", "name_gedruckt"
    ):
        genannt[pk] += [Gegenstand(kennung, name, programm) for name in namen]
    gegenstaende: dict[str, Gegenstaende] = {}
    for pk, projekte in genannt.items():
        dokument = lage.dokumente[pk]
        parlament = dokument.wahlperiode.parlament.kuerzel
        if parlament not in gegenstaende:
            gegenstaende[parlament] = from_database(parlament)
        for befund in unpassende_zitate(lage.gedruckt(pk), projekte, gegenstaende[parlament]):
            yield dokument, befund


def _key(dokument: Dokument, befund: Befund) -> Schluessel | None:
    if befund.kandidat is None:
        return None
    parlament = dokument.wahlperiode.parlament_id
    return parlament, befund.kandidat.wahlperiode, Reihe.DRUCKSACHE.value, befund.kandidat.nummer


uebernehmen = Uebernehmen()  # two rules share it

REGELN = (
    Regel(
        BETRAG_GEAENDERT,
        "Betrag oder Anteil geändert",
        Gewicht.MITTEL,
        "Für denselben Zweck nannte ein früheres Dokument einen anderen Betrag oder Anteil.",
        zahlen_verglichen,
        auch=vergleichbare_papiere,
    ),
    Regel(
        BETRAG_WIDERSPRUCH,
        "Zahlen widersprechen sich",
        Gewicht.HOCH,
        "Für denselben Zweck und Stand stehen verschiedene Zahlen, in zwei Dokumenten oder in einem.",
        zahlen_verglichen,
        auch=vergleichbare_papiere,
    ),
    Regel(
        TEILE_GEHEN_NICHT_AUF,
        "Teile gehen nicht auf",
        Gewicht.HOCH,
        "Die Teile, die nach einer Zahl aufgezählt sind, ergeben zusammen eine andere.",
        teile_gehen_nicht_auf,
    ),
    Regel(
        TITEL_PASST_NICHT,
        "Titel passt nicht",
        Gewicht.HOCH,
        "Zitiert ist eine Drucksache über ein Projekt, von dem das Dokument sonst nicht spricht.",
        titel_passt_nicht,
        sucht_kandidaten=True,
    ),
    Regel(
        KENNUNG_MEHRDEUTIG,
        "Kennung mehrdeutig",
        Gewicht.HOCH,
        "Mehrere Programme haben Projekte mit dieser Kennung, und das Dokument sagt nicht, welches gemeint ist; eine "
        "Aussage ist nicht erfasst.",
    ),
    Regel(
        PROJEKT_UNBEKANNT,
        "Projekt unbekannt",
        Gewicht.MITTEL,
        "Eine Kennung gehört zu keinem erfassten Projekt und steht unter keinem bekannten Handlungsfeld; eine Aussage "
        "ist nicht erfasst.",
    ),
    Regel(
        PROJEKTNAME_VERMUTET,
        "Projektname vermutet",
        Gewicht.MITTEL,
        "Ein Name gleicht dem eines bekannten Projekts, ist aber nicht derselbe; eine Aussage ist nicht erfasst, und "
        "verworfen ist ein Name für alle Dokumente.",
        entscheidungen=(uebernehmen, UeberallUebernehmen()),
        verwerfen="Kein Name dieses Projekts",
    ),
    Regel(
        PROJEKT_VIELLEICHT_GENANNT,
        "Projekt vielleicht genannt",
        Gewicht.NIEDRIG,
        "Der Name eines Projekts steht in einem Satz, der von anderem handeln kann; eine Aussage ist nicht erfasst.",
        entscheidungen=(uebernehmen,),
    ),
    Regel(
        PROJEKTTITEL_VERMUTET,
        "Projekt im Titel vermutet",
        Gewicht.MITTEL,
        "Der Titel nennt etwas, das ein Projekt sein kann; das Dokument ist nicht damit verknüpft.",
        projekttitel_vermutet,
        entscheidungen=(Verknuepfen(),),
    ),
)
