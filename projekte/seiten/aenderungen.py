"""What the newest statements about a project change in what was said before: reworded, said first, said no more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from rapidfuzz import fuzz

from projekte.models import Projekt, Projektaussage
from projekte.vergleich import Art, Stueck, compare, shared

VERGLICHEN = 10  # pairs shown word by word; comparing takes about a millisecond for each
VORIGE = 200  # earlier statements that are looked through for those before
NEU_GEFASST_UNTER = 0.15

# What a statement is about: the municipality by its key, and the part of the project on record, or else as printed.
type Sache = tuple[int | None, int | str]


@dataclass(frozen=True)
class Aenderung:
    """A statement beside the one before it, about the same municipality or, failing that, about none."""

    frueher: Any
    spaeter: Any
    stuecke: list[Stueck]

    @property
    def ist_unveraendert(self) -> bool:
        return all(stueck.art == Art.GLEICH for stueck in self.stuecke)

    @property
    def ist_neu_gefasst(self) -> bool:
        """Whether so little stayed that the words marked would say nothing."""
        return shared(self.stuecke) < NEU_GEFASST_UNTER


@dataclass(frozen=True)
class Wandel:
    """`neu` has no earlier counterpart though something was said of its matter; `entfallen` has no later one.

    `weitere` is how many more were reworded than `paare` shows.
    """

    paare: list[Aenderung] = field(default_factory=list)
    neu: list[Any] = field(default_factory=list)
    entfallen: list[Any] = field(default_factory=list)
    weitere: int = 0

    def __bool__(self) -> bool:
        return bool(self.paare or self.neu or self.entfallen)


def wandel(projekt: Projekt, neueste: Sequence[Any], *, vollstaendig: bool = True) -> Wandel:
    """What the statements of a project's newest paper, which come `with_gesagt_am`, change.

    Each is held against one statement of the last paper before about its municipality and part of the project, else
    against one about no municipality; nothing is held against two. What fell away is only known of a place that the
    newest paper speaks of, too: silence about another place says nothing. Unless `neueste` are all (`vollstaendig`),
    it isn't known at all.
    """
    vorige = _vorige(projekt, neueste)
    davor: dict[int, list[Any]] = {}
    for danach in neueste:
        davor[danach.pk] = vorige.get(_sache(danach)) or vorige.get((None, _sache(danach)[1])) or []
    partner = _paired(neueste, davor)
    paare, ohne = [], set()
    gepaart = [(danach, partner[danach.pk]) for danach in neueste if danach.pk in partner]
    for danach, frueher in gepaart[:VERGLICHEN]:
        aenderung = Aenderung(frueher, danach, compare(frueher.wortlaut, danach.wortlaut))
        # With one on each side their matter alone makes them a pair; among several, only their words do.
        if aenderung.ist_neu_gefasst and len(gepaart) > 1:
            ohne |= {danach.pk, frueher.pk}
        else:
            paare.append(aenderung)
    vergeben = {frueher.pk for _, frueher in gepaart} - ohne
    return Wandel(
        paare,
        [danach for danach in neueste if davor[danach.pk] and (danach.pk not in partner or danach.pk in ohne)],
        [alt for alt in _zuletzt_genannt(vorige, neueste) if alt.pk not in vergeben] if vollstaendig else [],
        max(len(gepaart) - VERGLICHEN, 0),
    )


def _sache(aussage: Any) -> Sache:
    return aussage.kommune_id, aussage.teilprojekt_id or aussage.teilprojekt_gedruckt


def _vorige(projekt: Projekt, neueste: Sequence[Any]) -> dict[Sache, list[Any]]:
    """What was said before, by matter: the statements of the last paper that spoke of it."""
    if not neueste or neueste[0].gesagt_am is None:
        return {}
    zuletzt = neueste[0]
    kommunen = {aussage.kommune_id for aussage in neueste if aussage.kommune_id}
    frueher = Projektaussage.objects.oeffentlich().zu(projekt).with_gesagt_am()
    moeglich = frueher.filter(gesagt_am__lt=zuletzt.gesagt_am).filter(Q(kommune=None) | Q(kommune__in=kommunen))
    gruppen: dict[Sache, list[Any]] = {}
    schluessel = moeglich.neueste_zuerst().values_list(
        "pk", "dokument_id", "kommune_id", "teilprojekt_id", "teilprojekt_gedruckt", named=True
    )
    for aussage in schluessel[:VORIGE]:
        gruppe = gruppen.setdefault(_sache(aussage), [])
        if not gruppe or gruppe[0].dokument_id == aussage.dokument_id:
            gruppe.append(aussage)
    gesucht = [aussage.pk for gruppe in gruppen.values() for aussage in gruppe]
    gelesen = frueher.for_list().in_bulk(gesucht)
    return {sache: [gelesen[aussage.pk] for aussage in gruppe] for sache, gruppe in gruppen.items()}


def _paired(neueste: Sequence[Any], davor: dict[int, list[Any]]) -> dict[int, Any]:
    """The earlier statement for each later one by its key, the most alike first."""
    moeglich = [
        (fuzz.ratio(frueher.wortlaut, danach.wortlaut), danach, frueher)
        for danach in neueste
        for frueher in davor[danach.pk]
    ]
    partner: dict[int, Any] = {}
    vergeben: set[int] = set()
    for _, danach, frueher in sorted(moeglich, key=lambda paar: -paar[0]):
        if danach.pk not in partner and frueher.pk not in vergeben:
            partner[danach.pk] = frueher
            vergeben.add(frueher.pk)
    return partner


def _zuletzt_genannt(vorige: dict[Sache, list[Any]], neueste: Sequence[Any]) -> Iterable[Any]:
    """What the last paper before said of the places that the newest one speaks of, whichever part it was about."""
    orte = {aussage.kommune_id for aussage in neueste}
    papier: dict[int | None, Any] = {}
    for (ort, _), gruppe in vorige.items():  # the newest first
        if ort in orte and papier.setdefault(ort, gruppe[0].dokument_id) == gruppe[0].dokument_id:
            yield from gruppe
