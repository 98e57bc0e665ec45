"""Anfragen and their papers on record: what is answered twice, by nobody's question, or in another Wahlperiode."""

from collections import defaultdict
from collections.abc import Iterator

from anfragen.befunde.fund import Fund, aufzaehlung
from anfragen.befunde.lage import Lage
from anfragen.models import Antwort, Dokument


def antwort_ohne_frage(lage: Lage) -> Iterator[Fund]:
    """Answers that answer no Anfrage on record, and those read from a text that doesn't say which.

    An index names no numbers, so an unnumbered Anfrage that it brought is none.
    """
    for dokument in lage.dokumente.values():
        if dokument.art != Dokument.Art.ANTWORT:
            continue
        anfragen = lage.anfragen_zu.get(dokument.pk, [])
        if not anfragen:
            text = f"{dokument} ist eine Antwort; zu welcher Anfrage, ist nicht erfasst."
        elif dokument.herkunft == Dokument.Herkunft.TEXT and not any(a.nummer or a.dokument_id for a in anfragen):
            text = f"{dokument} ist eine Antwort, nennt aber weder Nummer noch Drucksache der Anfrage."
        else:
            continue
        yield Fund(dokument.pk, "antwort-ohne-frage", text)


def andere_wahlperiode(lage: Lage) -> Iterator[Fund]:
    """An Anfrage ends with its Wahlperiode; an answer in another one is misread, misprinted or misfiled."""
    for dokument in lage.dokumente.values():
        for anfrage in lage.anfragen_zu.get(dokument.pk, []):
            if anfrage.wahlperiode_id != dokument.wahlperiode_id:
                text = (
                    f"{dokument} gehört zu {anfrage.kennung} der {anfrage.wahlperiode.nummer}. Wahlperiode; "
                    "eine Anfrage endet mit ihrer Wahlperiode."
                )
                yield Fund(dokument.pk, "andere-wahlperiode", text)


def zwei_antworten(lage: Lage) -> Iterator[Fund]:
    """One number of an Anfrage, and two papers that each say to be *the* answer. Supplements, corrections and
    reprints of the same number are none."""
    for dokument in lage.dokumente.values():
        for anfrage in lage.anfragen_zu.get(dokument.pk, []):
            antworten = [
                antwort.dokument
                for antwort in lage.antworten_zu.get(anfrage.pk, [])
                if antwort.art == Antwort.Art.ANTWORT and not antwort.dokument.nur_zitiert
            ]
            # Told once, where the later one is.
            if len({papier.nummer for papier in antworten}) > 1 and antworten[-1] == dokument:
                papiere = aufzaehlung(papier.kennung for papier in antworten)
                text = f"{papiere} gelten alle als Antwort auf {anfrage.kennung}; eine Anfrage hat eine Antwort."
                yield Fund(dokument.pk, "nummer-doppelt", text)


def frage_und_antwort_zugleich(lage: Lage) -> Iterator[Fund]:
    """One paper that one Anfrage is printed as and that answers an Anfrage."""
    for dokument in lage.dokumente.values():
        anfragen = lage.anfragen_zu.get(dokument.pk, [])
        gedruckt = [anfrage for anfrage in anfragen if anfrage.dokument_id == dokument.pk]
        beantwortet = [anfrage for anfrage in anfragen if _answers(dokument, lage.antworten_zu.get(anfrage.pk, []))]
        if gedruckt and beantwortet:
            text = (
                f"{dokument} ist als {gedruckt[0].kennung} erfasst und zugleich als Antwort auf "
                f"{aufzaehlung(anfrage.kennung for anfrage in beantwortet)}."
            )
            yield Fund(dokument.pk, "frage-und-antwort-zugleich", text)


def _answers(dokument: Dokument, antworten: list[Antwort]) -> bool:
    return any(antwort.dokument_id == dokument.pk for antwort in antworten)


def gleiche_datei(lage: Lage) -> Iterator[Fund]:
    """One file under two numbers: it holds another document than one of them says."""
    summen = {dokument.sha256 for dokument in lage.dokumente.values() if dokument.sha256}
    je_summe: dict[str, list[Dokument]] = defaultdict(list)
    for papier in Dokument.objects.filter(sha256__in=summen).for_list().order_by("pk") if summen else ():
        je_summe[papier.sha256].append(papier)
    for dokument in lage.dokumente.values():
        andere = [papier.kennung for papier in je_summe[dokument.sha256] if papier != dokument]
        if andere:
            text = f"{dokument} ist aus derselben Datei gelesen wie {aufzaehlung(andere)}; eine Nummer ist falsch."
            yield Fund(dokument.pk, "gleiche-datei", text)
