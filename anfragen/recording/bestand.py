"""What is on record of all that a batch of documents can touch, read in a fixed number of queries.

A Papier is a Dokument with what was read in it, an Akte is an Anfrage with what belongs to it; they point to each other
also where neither has an id yet. Each record stands here once, so that the documents of a batch see what those before
them did.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import F, Prefetch, Q

from anfragen.models import (
    Anfrage,
    Antwort,
    Antwortteil,
    Befund,
    Dokument,
    Frage,
    Fragesteller,
    Fraktion,
    Person,
    Reihe,
    Verweis,
    Wahlperiode,
    Zusage,
)
from anfragen.parsing import records
from anfragen.stapel import Stapel
from anfragen.zuordnung import Zuordnung, name_ohne_titel

# A paper by its Wahlperiode, the key of its series, its number and suffix.
Schluessel = tuple[int, str, int, str]


@dataclass(eq=False)
class Papier:
    """A Dokument with what was read in it; `text_bisher` is its text before the batch."""

    dokument: Dokument
    antwort: Antwort | None = None
    fragt: "Akte | None" = None  # the Anfrage that is printed in it
    beantwortet: list["Akte"] = field(default_factory=list)
    teile: list[Antwortteil] = field(default_factory=list)
    verweise: list[Verweis] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)
    zusagen: list[Zusage] = field(default_factory=list)
    text_bisher: str = ""


@dataclass(eq=False)
class Akte:
    anfrage: Anfrage
    gedruckt: Papier | None = None  # the paper that it is printed in
    fragesteller: list[Fragesteller] = field(default_factory=list)
    fragen: list[Frage] = field(default_factory=list)
    antworten: list[Papier] = field(default_factory=list)


class Bestand:
    """Of one parliament; `gesucht` are the series and numbers of all papers that the batch is, answers or names."""

    def __init__(
        self,
        parlament: str,
        gesucht: Iterable[tuple[records.Reihe, records.Dokumentnummer]],
        anfragen: Iterable[tuple[str, int]],
        personen: Iterable[str],
        stapel: Stapel,
    ) -> None:
        """`anfragen` are kinds and numbers, `personen` names as printed."""
        self.stapel = stapel
        schluessel = {_key(reihe, nummer) for reihe, nummer in gesucht}
        # The rows are locked until the transaction ends: two imports of one paper come one after the other, and the
        # second finds what the first wrote.
        wahlperioden = Wahlperiode.objects.select_for_update(of=("self",)).select_related("parlament")
        self.wahlperioden: dict[int, Wahlperiode] = {
            wahlperiode.nummer: wahlperiode
            for wahlperiode in wahlperioden.filter(
                parlament__kuerzel=parlament, nummer__in={key[0] for key in schluessel}
            ).order_by("pk")
        }
        self.reihen: dict[str, Reihe] = {
            reihe.schluessel: reihe for reihe in Reihe.objects.filter(parlament__kuerzel=parlament)
        }
        self.in_arbeit: list[Akte] = []  # what the batch is about so far
        self._papiere: dict[Schluessel, Papier] = {}
        self._je_dokument: dict[int, Papier] = {}
        self._numeriert: dict[tuple[int, str, int], Akte] = {}
        self._zuordnungen: dict[int, Zuordnung] = {}
        self._load_papers(schluessel)
        self._load_anfragen(set(anfragen))
        self._load_readings()
        namen = {name_ohne_titel(name) for name in personen}
        gefunden = Person.objects.filter(parlament__kuerzel=parlament, name__in=namen, zusatz="")
        self._personen: dict[str, Person] = {person.name: person for person in gefunden}

    def papier(self, reihe: str, nummer: records.Dokumentnummer) -> Papier | None:
        return self._papiere.get((nummer.wahlperiode, reihe, nummer.nummer, nummer.zusatz))

    def papiere(self) -> Collection[Papier]:
        return self._papiere.values()

    def add_paper(self, dokument: Dokument) -> Papier:
        """A paper that isn't on record; `dokument` is new."""
        papier = Papier(dokument)
        self._papiere[dokument.wahlperiode.nummer, dokument.reihe.schluessel, dokument.nummer, dokument.zusatz] = papier
        return papier

    def akte(self, wahlperiode: Wahlperiode, art: str, nummer: int) -> Akte | None:
        return self._numeriert.get((wahlperiode.pk, art, nummer))

    def take_up(self, akte: Akte) -> None:
        if akte not in self.in_arbeit:
            self.in_arbeit.append(akte)

    def number(self, akte: Akte) -> None:
        """From now on the Akte is found by the number of its Anfrage."""
        anfrage = akte.anfrage
        if anfrage.nummer:
            self._numeriert[anfrage.wahlperiode_id, anfrage.art, anfrage.nummer] = akte

    def zuordnung(self, wahlperiode: Wahlperiode) -> Zuordnung:
        return self._zuordnungen.setdefault(wahlperiode.pk, Zuordnung(wahlperiode))

    def fraktion(self, wahlperiode: Wahlperiode, gedruckt: str, grund: str) -> Fraktion:
        """The Fraktion of that spelling; one that the master data don't know yet is made from its printed form."""
        zuordnung = self.zuordnung(wahlperiode)
        if (fraktion := zuordnung.fraktion(gedruckt)) is None:
            fraktion = Fraktion(
                wahlperiode=wahlperiode,
                kurz=gedruckt[:60],
                hinweis="aus einem Dokument angelegt",
                beleglage="abgeleitet",
            )
            self.stapel.lege_an(fraktion, grund)
            zuordnung.add(fraktion)
        return fraktion

    def person(self, wahlperiode: Wahlperiode, gedruckt: str, grund: str) -> Person:
        """The member of that name; a new record for a name not seen before. Misprints get their own: staff merge."""
        name = name_ohne_titel(gedruckt)
        if name not in self._personen:
            self._personen[name] = Person(parlament=wahlperiode.parlament, name=name)
            self.stapel.lege_an(self._personen[name], grund)
        return self._personen[name]

    def _load_papers(self, schluessel: set[Schluessel]) -> None:
        gefunden = Dokument.objects.filter(
            wahlperiode__in=self.wahlperioden.values(),
            reihe__in=self.reihen.values(),
            nummer__in={key[2] for key in schluessel},
        )
        # The numbers alone narrow it enough; the few of another Wahlperiode or series are no burden.
        self._take(gefunden)

    def _take(self, dokumente: Iterable[Dokument]) -> None:
        wahlperioden = {wahlperiode.pk: wahlperiode for wahlperiode in self.wahlperioden.values()}
        reihen = {reihe.pk: reihe for reihe in self.reihen.values()}
        for dokument in self.stapel.merke(dokumente):
            if dokument.wahlperiode_id in wahlperioden:
                dokument.wahlperiode = wahlperioden[dokument.wahlperiode_id]
            dokument.reihe = reihen[dokument.reihe_id]
            self._je_dokument[dokument.pk] = papier = self.add_paper(dokument)
            papier.text_bisher = dokument.text

    def _load_anfragen(self, nummern: set[tuple[str, int]]) -> None:
        links = Antwort.anfragen.through.objects
        asker = Fragesteller.objects.select_related("person", "fraktion").order_by("position")
        fragen = Frage.objects.order_by("nummer")
        gefunden = (
            Anfrage.objects.filter(
                Q(wahlperiode__in=self.wahlperioden.values(), nummer__in={nummer for _, nummer in nummern})
                | Q(dokument__in=self._je_dokument)
                | Q(pk__in=links.filter(antwort__dokument__in=self._je_dokument).values("anfrage"))
            )
            .select_related("wahlperiode__parlament")
            .prefetch_related("fraktionen", Prefetch("fragesteller", asker), Prefetch("fragen", fragen))
            .order_by("pk")
        )
        akten: dict[int, Akte] = {}
        for anfrage in self.stapel.merke(gefunden):
            akte = Akte(
                anfrage,
                fragesteller=self.stapel.merke(anfrage.fragesteller.all()),
                fragen=self.stapel.merke(anfrage.fragen.all()),
            )
            akten[anfrage.pk] = akte
            self.number(akte)
        self._load_antworten(akten)

    def _load_antworten(self, akten: Mapping[int, Akte]) -> None:
        """The answers of the papers and of the Anfragen, and ties all three together."""
        links = Antwort.anfragen.through.objects.filter(anfrage__in=akten)
        gefunden = Antwort.objects.filter(Q(dokument__in=self._je_dokument) | Q(pk__in=links.values("antwort")))
        antworten = self.stapel.merke(gefunden.prefetch_related("anfragen").order_by("pk"))
        fehlend = {antwort.dokument_id for antwort in antworten} | {a.anfrage.dokument_id for a in akten.values()}
        self._take(Dokument.objects.filter(pk__in=fehlend - self._je_dokument.keys() - {None}).with_nummer())
        for antwort in antworten:
            papier = self._je_dokument[antwort.dokument_id]
            papier.antwort, antwort.dokument = antwort, papier.dokument
            papier.beantwortet = [akten[pk] for pk in sorted(a.pk for a in antwort.anfragen.all()) if pk in akten]
            for akte in papier.beantwortet:
                akte.antworten.append(papier)
        for akte in akten.values():
            if akte.anfrage.dokument_id:
                papier = self._je_dokument[akte.anfrage.dokument_id]
                papier.fragt, akte.gedruckt = akte, papier

    def _load_readings(self) -> None:
        je_antwort = {papier.antwort.pk: papier for papier in self._je_dokument.values() if papier.antwort}
        teile = Antwortteil.objects.filter(antwort__in=je_antwort).prefetch_related("fragen").order_by("position")
        for teil in self.stapel.merke(teile):
            je_antwort[teil.antwort_id].teile.append(teil)
        for verweis in self.stapel.merke(Verweis.objects.filter(dokument__in=self._je_dokument).order_by("start")):
            papier = self._je_dokument[verweis.dokument_id]
            papier.verweise.append(verweis)
            verweis.dokument = papier.dokument
        for befund in self.stapel.merke(Befund.objects.filter(dokument__in=self._je_dokument).order_by("pk")):
            self._je_dokument[befund.dokument_id].befunde.append(befund)
        zusagen = Zusage.objects.filter(dokument__in=self._je_dokument).order_by(F("start").asc(nulls_last=True), "pk")
        for zusage in self.stapel.merke(zusagen):
            self._je_dokument[zusage.dokument_id].zusagen.append(zusage)


def _key(reihe: records.Reihe, nummer: records.Dokumentnummer) -> Schluessel:
    return nummer.wahlperiode, reihe.value, nummer.nummer, nummer.zusatz
