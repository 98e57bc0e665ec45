"""What the rules look at: some documents and all that hangs on them, each kind read at once and only when asked for.

However many documents a Lage has, and however many references they have, it takes the same number of queries.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from anfragen.models import Anfrage, Antwort, Dokument, Verweis
from anfragen.parsing.records import Beleg, Verweistyp
from anfragen.parsing.records import Verweis as Gedruckt

# A paper by parliament, Wahlperiode, series and number; a reprint ("neu") counts as the paper itself.
Schluessel = tuple[int, int, str, int]
# What a Dokument needs to say its number: read apart, because thousands share the same few.
NUMMER = ("wahlperiode__parlament", "reihe")


@dataclass(frozen=True)
class Paar:
    """„3973 (LT-Drs. 10564)“: two references, the second printed for the first."""

    anfrage: Verweis
    drucksache: Verweis


class Lage:
    """The documents with these ids, and what is known of them and of what they cite."""

    def __init__(self, ids: Collection[int]) -> None:
        self.ids = ids

    @cached_property
    def dokumente(self) -> dict[int, Dokument]:
        """Those that we hold: of a paper that is only cited nothing can be wrong."""
        gehalten = Dokument.objects.filter(pk__in=self.ids).vorhanden().defer("text", "belege")
        return {dokument.pk: dokument for dokument in gehalten.prefetch_related(*NUMMER)}

    @cached_property
    def verweise(self) -> dict[int, list[Verweis]]:
        """The references by document, in the order of the text; without those that staff said to mean nothing."""
        gefunden = (
            Verweis.objects.filter(dokument__in=list(self.dokumente))
            .exclude(von_hand=True, ziel_dokument=None, ziel_anfrage=None)
            .with_ziel()
            .order_by("dokument", "start", "pk")
        )
        je_dokument = {pk: list(gruppe) for pk, gruppe in groupby(gefunden, key=lambda verweis: verweis.dokument_id)}
        for pk, verweise in je_dokument.items():
            je_pk = {verweis.pk: verweis for verweis in verweise}
            for verweis in verweise:
                verweis.dokument = self.dokumente[pk]
                # A pair whose Anfrage staff said to mean nothing is none.
                verweis.paar = je_pk.get(verweis.paar_id) if verweis.paar_id else None
        return je_dokument

    def gedruckt(self, pk: int) -> tuple[Gedruckt, ...]:
        """The references of a document as reading gives them; where staff chose another target, with its number."""
        verweise = self.verweise[pk]
        platz = {verweis.pk: i for i, verweis in enumerate(verweise)}
        gedruckt = []
        for verweis in verweise:
            ziel = verweis.ziel_dokument if verweis.von_hand and verweis.typ == Verweis.Typ.DRUCKSACHE else None
            gedruckt.append(
                Gedruckt(
                    typ=Verweistyp(verweis.typ),
                    wahlperiode=ziel.wahlperiode.nummer if ziel else verweis.wahlperiode_nummer,
                    wahlperiode_abgeleitet=verweis.wahlperiode_abgeleitet,
                    nummer=ziel.nummer if ziel else verweis.nummer,
                    wortlaut=verweis.wortlaut,
                    beleg=Beleg(verweis.start or 0, verweis.ende or 0, verweis.regel),
                    paar=platz[verweis.paar.pk] if verweis.paar else None,
                )
            )
        return tuple(gedruckt)

    @cached_property
    def paare(self) -> dict[int, list[Paar]]:
        """By document the Drucksachen that are printed for an Anfrage, without those that staff decided."""
        return {
            pk: [
                Paar(verweis.paar, verweis)
                for verweis in verweise
                if verweis.paar and verweis.typ == Verweis.Typ.DRUCKSACHE and not verweis.von_hand
            ]
            for pk, verweise in self.verweise.items()
        }

    @cached_property
    def _papiere(self) -> set[int]:
        """The ids of these documents and of those they cite in pairs."""
        gepaart = (paar.drucksache.ziel_dokument_id for paare in self.paare.values() for paar in paare)
        return {*self.dokumente, *(pk for pk in gepaart if pk)}

    @cached_property
    def anfragen_zu(self) -> dict[int, list[Anfrage]]:
        """By Dokument the Anfragen that it asks or answers; for these documents and those they cite in pairs."""
        return _grouped(
            (dokument, anfrage) for anfrage, dokument, _ in self._beziehungen if dokument.pk in self._papiere
        )

    @cached_property
    def papiere_zu(self) -> dict[int, list[Dokument]]:
        """By Anfrage the papers that ask or answer it, those only cited among them."""
        return _grouped((anfrage, dokument) for anfrage, dokument, _ in self._beziehungen)

    @cached_property
    def antworten_zu(self) -> dict[int, list[Antwort]]:
        """By Anfrage its answers, supplements and corrections."""
        return _grouped((anfrage, antwort) for anfrage, _, antwort in self._beziehungen if antwort)

    @cached_property
    def _beziehungen(self) -> list[tuple[Anfrage, Dokument, Antwort | None]]:
        """Each Anfrage with each of its papers, for all Anfragen that these documents or their pairs are about."""
        links = Antwort.anfragen.through.objects
        ids = {paar.anfrage.ziel_anfrage_id for paare in self.paare.values() for paar in paare} - {None}
        ids |= set(Anfrage.objects.filter(dokument__in=self._papiere).values_list("pk", flat=True))
        ids |= set(links.filter(antwort__dokument__in=self._papiere).values_list("anfrage", flat=True))
        anfragen = {
            anfrage.pk: anfrage
            for anfrage in Anfrage.objects.filter(pk__in=ids)
            .select_related("dokument")
            .prefetch_related("wahlperiode__parlament", *(f"dokument__{name}" for name in NUMMER))
            .defer("vorbemerkung", "suchtext", "dokument__text", "dokument__belege")
        }
        beantwortet = (
            links.filter(anfrage__in=ids)
            .select_related("antwort__dokument")
            .prefetch_related(*(f"antwort__dokument__{name}" for name in NUMMER))
            .defer("antwort__vorbemerkung", "antwort__dokument__text", "antwort__dokument__belege")
            .order_by("antwort__dokument__nummer")
        )
        gedruckt = [(anfrage, anfrage.dokument, None) for anfrage in anfragen.values() if anfrage.dokument]
        return [*gedruckt, *((anfragen[link.anfrage_id], link.antwort.dokument, link.antwort) for link in beantwortet)]

    def vorhandene(self, gesucht: Collection[Schluessel]) -> dict[Schluessel, Dokument]:
        """Of the papers with these numbers those that we hold."""
        if not gesucht:
            return {}
        gefunden = Dokument.objects.filter(
            wahlperiode__parlament__in={s[0] for s in gesucht},
            wahlperiode__nummer__in={s[1] for s in gesucht},
            reihe__schluessel__in={s[2] for s in gesucht},
            nummer__in={s[3] for s in gesucht},
        )
        # The plain number comes last and so wins over a reprint ("neu") of it.
        je_schluessel = {schluessel(d): d for d in gefunden.vorhanden().for_list().order_by("-zusatz")}
        return {s: je_schluessel[s] for s in gesucht if s in je_schluessel}


def schluessel(dokument: Dokument) -> Schluessel:
    wahlperiode = dokument.wahlperiode
    return wahlperiode.parlament_id, wahlperiode.nummer, dokument.reihe.schluessel, dokument.nummer


def _grouped(paare: Iterable[tuple[Any, Any]]) -> dict[int, list[Any]]:
    gruppen: dict[int, list[Any]] = defaultdict(list)
    for record, anderer in paare:
        if anderer not in gruppen[record.pk]:
            gruppen[record.pk].append(anderer)
    return gruppen
