"""What a paper cites, for reading: each thing once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from anfragen import oeffentlich
from anfragen.models import Anfrage, Dokument, Verweis


@dataclass(frozen=True)
class Zitat:
    """One cited thing, however often it is cited; `zu` are the Anfragen that the text prints it for."""

    verweis: Verweis
    zu: list[str] = field(default_factory=list)


def verweise_aus(dokumente: Sequence[Dokument]) -> QuerySet[Verweis]:
    """The references in these papers, in the order of their texts."""
    return oeffentlich.verweise().filter(dokument__in=dokumente).order_by("dokument_id", "start", "id")


def zitate(verweise: Sequence[Verweis], eigene: Sequence[Anfrage | Dokument] = ()) -> list[Zitat]:
    """Each cited thing once, in the order of the text, without `eigene`: an Anfrage and its answer are one.

    An Anfrage that is printed with its Drucksache ("3939 (LT-Drs. 10591)") stands beside the Drucksache.
    """
    je_id: dict[int | None, Verweis] = {verweis.pk: verweis for verweis in verweise}
    gepaart = {verweis.paar_id for verweis in verweise}
    eigene_ziele = {(type(record), record.pk) for record in eigene}
    gefunden: dict[object, Zitat] = {}
    for verweis in verweise:
        ziele = [(type(ziel), ziel.pk) for ziel in (verweis.ziel_dokument, verweis.ziel_anfrage) if ziel]
        if verweis.pk in gepaart or not eigene_ziele.isdisjoint(ziele):
            continue
        schluessel = ziele[0] if ziele else (verweis.typ, verweis.wahlperiode_nummer, verweis.nummer)
        zitat = gefunden.setdefault(schluessel, Zitat(verweis))
        paar = je_id.get(verweis.paar_id)
        if paar and zitat.verweis.ziel_anfrage is None and paar.kennung not in zitat.zu:
            zitat.zu.append(paar.kennung)
    return list(gefunden.values())
