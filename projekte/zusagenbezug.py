"""Which projects a commitment is about: those of the statements that it stands in, or the one of its paper's title."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from anfragen.abgleich import Abgleich
from anfragen.models import Zusage
from anfragen.stapel import Stapel
from projekte.models import Kommune, Projekt, Projektaussage, Projektzusage

# A commitment by its id, or as long as it has none by its identity.
Zusageschluessel = tuple[bool, int]


class Zusagenbezuege:
    """The links of a batch's commitments. What staff ever said of a commitment's projects is left alone as a whole."""

    def __init__(self) -> None:
        self.links: dict[Zusageschluessel, list[Projektzusage]] = defaultdict(list)
        self.von_hand: Collection[int] = frozenset()
        self.vorige: dict[int, Sequence[Zusage]] = {}  # of a paper that stands in the batch twice

    def load(self, dokumente: Collection[int], projekte: Mapping[int, Projekt], stapel: Stapel) -> None:
        """Reads the links of the commitments in these papers, given by id; `projekte` are all projects by id."""
        for link in stapel.merke(Projektzusage.objects.filter(zusage__dokument__in=dokumente).order_by("pk")):
            link.projekt = projekte[link.projekt_id]
            self.links[True, link.zusage_id].append(link)
        # The history also knows what staff took away.
        zusagen = Zusage.objects.filter(dokument__in=dokumente)
        von_nutzern = Projektzusage.history.filter(zusage__in=zusagen, history_user__isnull=False)
        self.von_hand = set(von_nutzern.values_list("zusage", flat=True))

    def record(
        self,
        zusagen: Sequence[Zusage],
        aussagen: Sequence[Projektaussage],
        im_titel: Projekt | None,
        dokument: object,
        abgleich: Abgleich,
    ) -> None:
        """`aussagen` are the paper's statements that have a place, `im_titel` the one project that it is about."""
        for zusage in self.vorige.get(id(dokument), ()):
            if zusage.pk is None and zusage not in zusagen:
                for link in self.links.pop(_id(zusage), []):
                    abgleich.entferne(link)  # of stored ones the links go with them
        self.vorige[id(dokument)] = zusagen
        for zusage in zusagen:
            if zusage.start is None or zusage.pk in self.von_hand:
                continue
            darin = [aussage for aussage in aussagen if _is_about(aussage, zusage)]
            gelesen: dict[Any, dict[str, Any]] = {
                aussage.projekt.natural_key(): {
                    "projekt": aussage.projekt,
                    "kommune": _only_place([andere for andere in darin if andere.projekt == aussage.projekt]),
                }
                for aussage in darin
            }
            if im_titel and not darin:
                gelesen[im_titel.natural_key()] = {"projekt": im_titel}
            self.links[_id(zusage)] = list(
                abgleich.gleiche_ab(
                    self.links[_id(zusage)],
                    gelesen,
                    lambda link: link.projekt.natural_key(),
                    Projektzusage,
                    {"zusage": zusage},
                ).values()
            )


def _id(zusage: Zusage) -> Zusageschluessel:
    return (True, zusage.pk) if zusage.pk else (False, id(zusage))


def _is_about(aussage: Projektaussage, zusage: Zusage) -> bool:
    """Whether one of the two stands within the other."""
    if aussage.start is None or aussage.ende is None or zusage.start is None or zusage.ende is None:
        return False
    enthalten = aussage.start <= zusage.start and zusage.ende <= aussage.ende
    return enthalten or (zusage.start <= aussage.start and aussage.ende <= zusage.ende)


def _only_place(aussagen: Sequence[Projektaussage]) -> Kommune | None:
    """The municipality that all these statements of a project are about."""
    orte = {aussage.kommune for aussage in aussagen}
    return orte.pop() if len(orte) == 1 else None
