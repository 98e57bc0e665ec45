"""A project's history: what was asked, what was said, what staff recorded, in order of date."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch

from anfragen import oeffentlich
from anfragen.models import Anfrage, Antwort, Dokument
from projekte.models import Kennzahl, Kommune, Projektaussage, Projektereignis


@dataclass(frozen=True)
class Eintrag:
    """One entry. What it is about is in the one of `ereignis`, `anfrage` (asked) and `dokument` (said) that is set."""

    datum: date | None
    genauigkeit: str = Projektereignis.Genauigkeit.TAG
    ereignis: Projektereignis | None = None
    anfrage: Anfrage | None = None
    dokument: Dokument | None = None
    antwort: Antwort | None = None
    beantwortet: list[Anfrage] = field(default_factory=list)
    aussagen: list[Projektaussage] = field(default_factory=list)
    kennzahlen: list[Kennzahl] = field(default_factory=list)

    @property
    def titel(self) -> str:
        """What heads the entry of a paper: the question it answers, unless that has an entry of its own."""
        ohne_eigenen = [anfrage.titel for anfrage in self.beantwortet if not anfrage.gestellt_am]
        if ohne_eigenen or self.beantwortet:
            return " / ".join(ohne_eigenen)
        return self.dokument.titel if self.dokument else ""

    @property
    def orte(self) -> list[Kommune]:
        return list(dict.fromkeys(aussage.kommune for aussage in self.aussagen if aussage.kommune))


def dokumente(ids: Iterable[int]) -> list[Dokument]:
    """The public ones of these papers, with all that their entries show."""
    return list(
        Dokument.objects.oeffentlich()
        .filter(pk__in=ids)
        .for_list()
        .select_related("antwort__ministerium")
        .prefetch_related(
            Prefetch("antwort__anfragen", oeffentlich.anfragen().order_by("nummer", "pk")),
            Prefetch("anfrage", oeffentlich.anfragen()),
        )
        .order_by("wahlperiode", "nummer", "id")
    )


def verlauf(
    dokumente: Iterable[Dokument],
    aussagen: Iterable[Projektaussage],
    kennzahlen: Iterable[Kennzahl],
    ereignisse: Iterable[Projektereignis],
) -> list[Eintrag]:
    """The entries, oldest first, those without a date at the end."""
    aussagen_in, kennzahlen_in = _je_dokument(aussagen), _je_dokument(kennzahlen)
    gefragt: dict[int, Eintrag] = {}
    gesagt: list[Eintrag] = []
    for dokument in dokumente:
        antwort: Antwort | None = getattr(dokument, "antwort", None)
        beantwortet = list(antwort.anfragen.all()) if antwort else []
        gefragt |= {anfrage.pk: Eintrag(anfrage.gestellt_am, anfrage=anfrage) for anfrage in beantwortet}
        gedruckt: Anfrage | None = getattr(dokument, "anfrage", None)
        if gedruckt:
            gefragt[gedruckt.pk] = Eintrag(gedruckt.gestellt_am or tag(dokument), anfrage=gedruckt)
            continue
        gesagt.append(
            Eintrag(
                tag(dokument),
                dokument=dokument,
                antwort=antwort,
                beantwortet=beantwortet,
                aussagen=aussagen_in[dokument.pk],
                kennzahlen=[zahl for zahl in kennzahlen_in[dokument.pk] if zahl.ist_eckwert],
            )
        )
    vermerkt = [Eintrag(e.datum, genauigkeit=e.genauigkeit, ereignis=e) for e in ereignisse]
    # An Anfrage whose day is unknown is told with its answer. The sort is stable: on one day the recorded event comes
    # first, then the question, then what was said.
    datiert = [eintrag for eintrag in gefragt.values() if eintrag.datum]
    return sorted([*vermerkt, *datiert, *gesagt], key=lambda eintrag: eintrag.datum or date.max)


def tag(dokument: Dokument) -> date | None:
    """The day on which a paper said something; in Python what `querysets.gesagt_am` is in the database."""
    antwort: Antwort | None = getattr(dokument, "antwort", None)
    return antwort.datum_wirksam if antwort else dokument.datum_original or dokument.datum


def _je_dokument(records: Iterable[Any]) -> defaultdict[int, list[Any]]:
    gruppen: defaultdict[int, list[Any]] = defaultdict(list)
    for record in records:
        gruppen[record.dokument_id].append(record)
    return gruppen
