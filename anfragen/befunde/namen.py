"""Askers whose name is nearly that of somebody who asks far more often: "Mark Lürbke" beside "Marc Lürbke"."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from anfragen.befunde.fund import Fund
from anfragen.befunde.lage import Lage
from anfragen.models import Fragesteller, Person

# One letter other, too much, missing or swapped with the next.
ABSTAND = 1
# A misprint happens now and then, the right name all the time.
HOECHSTENS_SO_OFT = 3
SO_VIEL_OEFTER = 10


def aehnliche_namen(lage: Lage) -> Iterator[Fund]:
    """Names that differ by one letter from one that is printed ten times as often, in the same Wahlperiode and for the
    same Fraktion. Told at each paper with the rare name, for the person's record is the place to mend it."""
    fragende = _askers(lage)
    moeglich = _near_names({f.person for gruppe in fragende.values() for f in gruppe})
    if not moeglich:
        return
    personen = {*moeglich, *(person for nahe in moeglich.values() for person in nahe)}
    gezaehlt: dict[tuple[int, int, int | None], int] = {
        (zeile["person"], zeile["anfrage__wahlperiode"], zeile["fraktion"]): zeile["anzahl"]
        for zeile in Fragesteller.objects.filter(person__in=personen)
        .values("person", "anfrage__wahlperiode", "fraktion")
        .annotate(anzahl=Count("pk"))
        .order_by()
    }
    for dokument, gruppe in fragende.items():
        for f in gruppe:
            rest = (f.wahlperiode, f.fraktion_id)
            selten = gezaehlt.get((f.person_id, *rest), 0)
            for anderer in moeglich.get(f.person, ()):
                oft = gezaehlt.get((anderer.pk, *rest), 0)
                if selten <= HOECHSTENS_SO_OFT and oft >= SO_VIEL_OEFTER * selten:
                    text = (
                        f"„{f.name_gedruckt}“ fragt in dieser Wahlperiode {selten}-mal, „{anderer.name}“ {oft}-mal; "
                        "vielleicht ist es derselbe Mensch und der Name verdruckt."
                    )
                    yield Fund(dokument, "name-verdruckt", text)


def _askers(lage: Lage) -> dict[int, list[Any]]:
    """By document those who ask the Anfragen that it is the first paper of, each with its `wahlperiode`."""
    dokument_zu: dict[int, int] = {}
    for anfrage, papiere in lage.papiere_zu.items():
        erstes = next((papier for papier in papiere if not papier.nur_zitiert), None)
        if erstes and erstes.pk in lage.dokumente:
            dokument_zu[anfrage] = erstes.pk
    je_dokument = defaultdict(list)
    fragende = Fragesteller.objects.filter(anfrage__in=list(dokument_zu))
    for f in fragende.annotate(wahlperiode=F("anfrage__wahlperiode")).prefetch_related("person"):
        je_dokument[dokument_zu[f.anfrage_id]].append(f)
    return je_dokument


def _near_names(personen: set[Person]) -> dict[Person, list[Person]]:
    """For each person those of the same parliament whose name is one letter off."""
    je_parlament: dict[int, dict[Person, str]] = defaultdict(dict)
    parlamente = {person.parlament_id for person in personen}
    for person in Person.objects.filter(parlament__in=parlamente, zusatz=""):
        je_parlament[person.parlament_id][person] = person.name
    nahe = {}
    for person in personen:
        # Of the same name but for the suffix are two people, and staff said so.
        treffer = extract(
            person.name, je_parlament[person.parlament_id], scorer=OSA.distance, score_cutoff=ABSTAND, limit=None
        )
        if andere := [anderer for _, abstand, anderer in treffer if abstand]:
            nahe[person] = andere
    return nahe
