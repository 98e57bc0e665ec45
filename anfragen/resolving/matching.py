"""What references mean: of all records that bear the number, the one that the reference can only mean.

Reads and writes nothing else, so that it serves stored references and those of a text that nobody stores.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from anfragen.models import Dokument, Verweis
from anfragen.parsing import records
from anfragen.resolving.bestand import (
    ART_JE_TYP,
    BUNDESTAG,
    REIHE_JE_TYP,
    Anfrageschluessel,
    Bestand,
    Papierschluessel,
    papier_der,
)

# Between a Kleine Anfrage and its answer others are asked, which the answer can cite. In the 17th Wahlperiode of
# Nordrhein-Westfalen it was three a day, and the slowest of 72 answers took 66 days: some 200. Twice that and more
# is no number of the same Wahlperiode.
ANFRAGEN_BIS_ZUR_ANTWORT = 500


@dataclass(frozen=True)
class Zitierend:
    """The citing paper, as far as it is known; of a text that nobody stores, the parliament and Wahlperiode."""

    parlament: str
    wahlperiode: int | None = None
    reihe: str = ""
    nummer: int | None = None
    pk: int | None = None

    @classmethod
    def load(cls, dokumente: Collection[int]) -> dict[int, "Zitierend"]:
        """Stored papers by id."""
        felder = ("wahlperiode__parlament__kuerzel", "wahlperiode__nummer", "reihe__schluessel", "nummer", "pk")
        return {row[-1]: cls(*row) for row in Dokument.objects.filter(pk__in=dokumente).values_list(*felder)}

    @classmethod
    def of(cls, dokument: Dokument) -> "Zitierend":
        wahlperiode = dokument.wahlperiode
        return cls(
            wahlperiode.parlament.kuerzel,
            wahlperiode.nummer,
            dokument.reihe.schluessel,
            dokument.nummer,
            dokument.pk,
        )


@dataclass(frozen=True)
class Gesucht:
    """One reference to be matched. `abgeleitet`: the text doesn't print the Wahlperiode."""

    typ: str
    wahlperiode: int | None
    abgeleitet: bool
    nummer: int
    zitierend: Zitierend

    @classmethod
    def of(cls, verweis: Verweis) -> "Gesucht":
        """A stored reference, as `with_quelle` gives it."""
        return cls(
            verweis.typ,
            verweis.wahlperiode_nummer,
            verweis.wahlperiode_abgeleitet,
            verweis.nummer,
            Zitierend.of(verweis.dokument),
        )

    @classmethod
    def read(cls, verweis: records.Verweis, zitierend: Zitierend) -> "Gesucht":
        """A reference as parsing finds it."""
        return cls(verweis.typ.value, verweis.wahlperiode, verweis.wahlperiode_abgeleitet, verweis.nummer, zitierend)

    @property
    def parlament(self) -> str:
        return BUNDESTAG if self.typ == Verweis.Typ.BUNDESTAGSDRUCKSACHE else self.zitierend.parlament

    @property
    def reihe(self) -> str | None:
        return REIHE_JE_TYP.get(self.typ)

    @property
    def art(self) -> str | None:
        return ART_JE_TYP.get(self.typ)

    @property
    def erschlossen(self) -> int | None:
        """The Wahlperiode that stands in where none is printed: the citing paper's, within its own parliament."""
        return (self.wahlperiode or self.zitierend.wahlperiode) if self.parlament == self.zitierend.parlament else None

    @property
    def gedruckt(self) -> int | None:
        return None if self.abgeleitet else self.wahlperiode


@dataclass(frozen=True)
class Ziel:
    """Ids of what is meant. Of an Anfrage, `dokument` is the paper to read: its answer, else its own."""

    dokument: int | None = None
    anfrage: int | None = None


@dataclass(frozen=True)
class Treffer:
    """What a reference means. With MEHRDEUTIG there is no `ziel`, but what comes into question.

    UNBEKANNT has the paper that is only cited as `ziel`; or, where that isn't made yet, `fehlt` says which it is.
    """

    stand: Verweis.Stand
    ziel: Ziel = field(default_factory=Ziel)
    kandidaten: tuple[Ziel, ...] = ()
    fehlt: Papierschluessel | None = None


UNBEKANNT = Treffer(Verweis.Stand.UNBEKANNT)


def match(gesucht: Sequence[Gesucht], *, nur_oeffentlich: bool = False) -> list[Treffer]:
    """One Treffer for each reference, in their order; the number of queries doesn't depend on how many they are.

    With `nur_oeffentlich` what the public may not read doesn't exist.
    """
    abgleich = _Abgleich(gesucht, nur_oeffentlich)
    return [abgleich.treffer(eines) for eines in gesucht]


class _Abgleich:
    """The references of one batch beside the records that bear their numbers."""

    def __init__(self, gesucht: Iterable[Gesucht], nur_oeffentlich: bool) -> None:
        einzeln = set(gesucht)
        self.bestand = Bestand(nur_oeffentlich)
        self.bestand.load_reihen({eines.parlament for eines in einzeln})
        self.bestand.load_zitierende({eines.zitierend.pk for eines in einzeln if eines.art and not eines.gedruckt})
        self.wahlperioden = {eines: self._wahlperioden(eines) for eines in einzeln}
        self.bestand.load_papiere({papier for eines in einzeln for papier in self._papiere(eines)})
        self.bestand.load_anfragen({anfrage for eines in einzeln for anfrage in self._anfragen(eines)})

    def treffer(self, gesucht: Gesucht) -> Treffer:
        if self._ist_offen(gesucht):
            held = tuple(self._held(gesucht))
            return Treffer(Verweis.Stand.MEHRDEUTIG, kandidaten=held) if held else UNBEKANNT
        for anfrage in self._anfragen(gesucht):
            return self._anfrage(anfrage, gesucht)
        for papier in self._papiere(gesucht):
            return self._papier(papier)
        return UNBEKANNT

    def _ist_offen(self, gesucht: Gesucht) -> bool:
        """Whether nothing says which Wahlperiode is meant: none is printed, and the citing paper's can't be."""
        return gesucht.gedruckt is None and (gesucht.erschlossen is None or self._ist_zu_hoch(gesucht))

    def _ist_zu_hoch(self, gesucht: Gesucht) -> bool:
        """Whether the number had not been given yet in the citing paper's Wahlperiode when that was printed."""
        zitierend = gesucht.zitierend
        if gesucht.erschlossen != zitierend.wahlperiode:
            return False
        if gesucht.reihe:
            return gesucht.reihe == zitierend.reihe and gesucht.nummer > (zitierend.nummer or gesucht.nummer)
        eigene = self.bestand.eigene.get((zitierend.pk, gesucht.art, zitierend.wahlperiode))
        if eigene is None:
            return False
        spaeter = ANFRAGEN_BIS_ZUR_ANTWORT if eigene.beantwortet else 0
        return gesucht.nummer > eigene.nummer + spaeter

    def _wahlperioden(self, gesucht: Gesucht) -> Collection[int]:
        """The ids of the Wahlperioden that come into question; of an inferred one that can't be, those before it."""
        alle = self.bestand.wahlperioden[gesucht.parlament]
        if self._ist_offen(gesucht):
            bis = gesucht.erschlossen
            return [pk for nummer, pk in alle.items() if bis is None or nummer < bis]
        genau = gesucht.gedruckt or gesucht.erschlossen
        return [alle[genau]] if genau in alle else []

    def _papiere(self, gesucht: Gesucht) -> list[Papierschluessel]:
        reihe = self.bestand.reihen.get((gesucht.parlament, gesucht.reihe)) if gesucht.reihe else None
        return [Papierschluessel(wp, reihe, gesucht.nummer) for wp in self.wahlperioden[gesucht]] if reihe else []

    def _anfragen(self, gesucht: Gesucht) -> list[Anfrageschluessel]:
        art = gesucht.art
        return [Anfrageschluessel(wp, art, gesucht.nummer) for wp in self.wahlperioden[gesucht]] if art else []

    def _held(self, gesucht: Gesucht) -> Iterable[Ziel]:
        """What is on record under the number, the newest Wahlperiode first."""
        for anfrage in self._anfragen(gesucht):
            if anfrage in self.bestand.anfragen:
                yield self._anfrage(anfrage, gesucht).ziel
        for papier in self._papiere(gesucht):
            for druck in self.bestand.papiere.get(papier, ()):
                if not druck.nur_zitiert:
                    yield Ziel(dokument=druck.pk)

    def _anfrage(self, schluessel: Anfrageschluessel, gesucht: Gesucht) -> Treffer:
        anfrage = self.bestand.anfragen.get(schluessel)
        if anfrage is None:
            return UNBEKANNT
        papier = papier_der(anfrage, gesucht.zitierend.pk)
        return Treffer(Verweis.Stand.AUFGELOEST, Ziel(papier, anfrage.pk))

    def _papier(self, schluessel: Papierschluessel) -> Treffer:
        """The paper of that plain number; a reprint ("neu") stands in for it if it is the only print on record."""
        drucke = self.bestand.papiere.get(schluessel, ())
        held = [druck for druck in drucke if not druck.nur_zitiert]
        genau = [druck for druck in held if not druck.zusatz] or held
        if len(genau) == 1:
            return Treffer(Verweis.Stand.AUFGELOEST, Ziel(dokument=genau[0].pk))
        if genau:
            return Treffer(Verweis.Stand.MEHRDEUTIG, kandidaten=tuple(Ziel(dokument=druck.pk) for druck in genau))
        zitiert = next((druck.pk for druck in drucke if not druck.zusatz), None)
        return Treffer(Verweis.Stand.UNBEKANNT, Ziel(dokument=zitiert), fehlt=None if zitiert else schluessel)
