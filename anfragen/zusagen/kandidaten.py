"""Which later papers may fulfil a commitment: those that lead back to it in one of several ways."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import F, Window
from django.db.models.functions import Coalesce, DenseRank

from anfragen.models import Dokument, Veroeffentlichung, Zusage

JE_WEG = 4
JE_ZUSAGE = 6


@dataclass(frozen=True)
class Weg:
    """A look-up from a commitment to papers, and what it says of them."""

    pfad: str
    grund: str


WEGE = [
    Weg("dokument__antwort__anfragen__nachfragen__folgeanfrage__antworten__dokument", "beantwortet die Nachfrage"),
    Weg("dokument__zitiert_von__dokument", "zitiert das Dokument der Zusage"),
]
# Look-ups from a commitment to what it is about and on to what its address takes: "projekte__programm".
GEGENSTAENDE: list[str] = []


def register(gegenstand: str, *wege: Weg) -> None:
    """Lets an app say what commitments are about, as in `GEGENSTAENDE`, and which ways lead to what fulfils them."""
    GEGENSTAENDE.append(gegenstand)
    WEGE.extend(wege)


@dataclass(frozen=True)
class Kandidat:
    dokument: Dokument
    gruende: list[str] = field(default_factory=list)


def kandidaten(zusagen: Collection[int]) -> dict[int, list[Kandidat]]:
    """By commitment (id) the newest public papers that are later than its own, in a query for each way and one more."""
    gruende: dict[int, dict[int, list[str]]] = {}
    for weg in WEGE if zusagen else ():
        for zusage, dokument in _paare(zusagen, weg.pfad):
            gruende.setdefault(zusage, {}).setdefault(dokument, []).append(weg.grund)
    papiere = Dokument.objects.for_list().in_bulk({dokument for je in gruende.values() for dokument in je})
    return {
        zusage: sorted(
            (Kandidat(papiere[dokument], worte) for dokument, worte in je.items()), key=_neueste_zuerst, reverse=True
        )[:JE_ZUSAGE]
        for zusage, je in gruende.items()
    }


def _paare(zusagen: Collection[int], pfad: str) -> set[tuple[int, int]]:
    """Commitment and paper, the newest few papers of each."""
    # The filter comes first: what is annotated then goes the same way, and what is filtered later would go another.
    gefunden = Zusage.objects.filter(
        **{
            "pk__in": zusagen,
            f"{pfad}__veroeffentlichung": Veroeffentlichung.VEROEFFENTLICHT,
            f"{pfad}__nur_zitiert": False,
        }
    ).annotate(gegeben=_gesagt_am("dokument"), papier=F(pfad), papier_am=_gesagt_am(pfad))
    # A paper may be there many times; all of them share a rank.
    rang = Window(DenseRank(), partition_by="pk", order_by=[F("papier_am").desc(), F("papier").desc()])
    spaeter = gefunden.filter(papier_am__gt=F("gegeben")).annotate(rang=rang).filter(rang__lte=JE_WEG)
    return set(spaeter.order_by().values_list("pk", "papier"))


def _gesagt_am(dokument: str) -> Coalesce:
    """`entscheiden.gesagt_am` of the paper at the end of a look-up."""
    return Coalesce(f"{dokument}__antwort__datum_schreiben", f"{dokument}__datum_original", f"{dokument}__datum")


def _neueste_zuerst(kandidat: Kandidat) -> tuple[int, str, int]:
    dokument = kandidat.dokument
    return dokument.wahlperiode.nummer, str(dokument.datum or ""), dokument.nummer
