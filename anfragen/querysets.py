"""Every read in the words of the field. Pages, API and exports start from these, so they can't disagree."""

from collections.abc import Collection
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import RowNumber

from anfragen.models.grundlagen import VeroeffentlichbarQuerySet, Veroeffentlichung
from anfragen.parsing.records import Anfrageart
from anfragen.suche.normal import normalise


class DokumentQuerySet(VeroeffentlichbarQuerySet):
    def oeffentlich(self) -> Self:
        """A paper that is known from drafts alone, because they cite it or name it as the question's, is as hidden as
        they are."""
        from anfragen.models import Anfrage, Verweis

        zitiert = Verweis.objects.oeffentlich().filter(ziel_dokument=OuterRef("pk"))
        gedruckt = Anfrage.objects.oeffentlich().filter(dokument=OuterRef("pk"))
        # Asked only of those that nothing but references tells of.
        bekannt = Q(nur_zitiert=False) | ~Q(herkunft="verweis") | Exists(zitiert) | Exists(gedruckt)
        return super().oeffentlich().filter(bekannt)

    def vorhanden(self) -> Self:
        """Without those that are only cited."""
        return self.filter(nur_zitiert=False)

    def with_nummer(self) -> Self:
        """All that a Dokument needs to say its number and address."""
        return self.select_related("wahlperiode__parlament", "reihe")

    def for_list(self) -> Self:
        return self.with_nummer().defer("text", "belege")

    def gelesen_aus(self, pruefsummen: Collection[str], leseversion: int) -> Self:
        """Those read from files with these checksums, with the reading as it is now."""
        return self.filter(sha256__in=pruefsummen, leseversion=leseversion, nur_zitiert=False)

    def verwaist(self) -> Self:
        """Only cited, known from references alone, and nothing points to them any more, nor did anybody write them."""
        zeiger = [
            Exists(beziehung.related_model._base_manager.filter(**{beziehung.field.name: OuterRef("pk")}))
            for beziehung in self.model._meta.related_objects
        ]
        geschrieben = Exists(self.model.history.filter(id=OuterRef("pk")))
        return self.filter(~Q(geschrieben), *(~Q(zeigt) for zeigt in zeiger), nur_zitiert=True, herkunft="verweis")

    def fehlend(self) -> Self:
        """Those that are only cited, the most cited first, with `zitate` and `zitierende`: how often, by how many."""
        gezaehlt = self.filter(nur_zitiert=True).annotate(
            zitate=models.Count("zitiert_von"), zitierende=models.Count("zitiert_von__dokument", distinct=True)
        )
        return gezaehlt.filter(zitate__gt=0).for_list().order_by("-zitierende", "-zitate", "pk")

    def with_befunde_offen(self) -> Self:
        """With `befunde_offen`, how many findings nobody has looked at yet."""
        return self.annotate(befunde_offen=models.Count("befunde", filter=Q(befunde__stand="offen")))

    def nummer(self, parlament: str, wahlperiode: int, reihe: str, nummer: int, zusatz: str = "") -> Self:
        return self.filter(
            wahlperiode__parlament__kuerzel=parlament,
            wahlperiode__nummer=wahlperiode,
            reihe__schluessel=reihe,
            nummer=nummer,
            zusatz=zusatz,
        )


class VerweisQuerySet(models.QuerySet[Any]):
    def oeffentlich(self) -> Self:
        return self.filter(dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)

    def with_ziel(self) -> Self:
        """With what a link needs; the texts of the targets stay in the database."""
        return self.select_related(
            "ziel_dokument__wahlperiode__parlament",
            "ziel_dokument__reihe",
            "ziel_anfrage__wahlperiode__parlament",
            "ziel_anfrage__dokument__wahlperiode__parlament",
            "ziel_anfrage__dokument__reihe",
        ).defer("ziel_dokument__text", "ziel_dokument__belege", "ziel_anfrage__dokument__text")

    def auf(self, dokumente: Collection[int], hoechstens: int) -> Self:
        """References to the papers with these ids, the first few to each."""
        platz = models.Window(RowNumber(), partition_by="ziel_dokument", order_by=("dokument_id", "start", "id"))
        return self.filter(ziel_dokument__in=dokumente).annotate(platz=platz).filter(platz__lte=hoechstens)

    def with_quelle(self) -> Self:
        return self.select_related("dokument__wahlperiode__parlament", "dokument__reihe").defer(
            "dokument__text", "dokument__belege"
        )

    def with_deutung(self) -> Any:
        """What each prints and means, as rows: of very many, records would take several times as long."""
        return self.values_list(
            "pk",
            "typ",
            "wahlperiode_nummer",
            "wahlperiode_abgeleitet",
            "nummer",
            "von_hand",
            "ziel_dokument",
            "ziel_anfrage",
            "mehrdeutig",
            "dokument",
            named=True,
        )

    def may_mean(self, wahlperioden: Collection[int]) -> Self:
        """Those that a record of these Wahlperioden (ids) can matter to: of their parliaments and, where one is
        printed, of their numbers. A Bundestagsdrucksache stands in the papers of any parliament."""
        from anfragen.models import Verweis, Wahlperiode

        gemeint = Wahlperiode.objects.filter(pk__in=wahlperioden)
        gedruckt = Q(wahlperiode_nummer__in=gemeint.values("nummer")) | Q(wahlperiode_abgeleitet=True)
        return self.filter(
            gedruckt | Q(wahlperiode_nummer=None),
            Q(dokument__wahlperiode__parlament__in=gemeint.values("parlament"))
            | Q(typ=Verweis.Typ.BUNDESTAGSDRUCKSACHE),
        )

    def mit_stand(self, stand: str) -> Self:
        """Those whose `Verweis.stand` is `stand`."""
        da = Q(ziel_anfrage__isnull=False) | Q(ziel_dokument__nur_zitiert=False)
        abgelehnt = Q(von_hand=True, ziel_anfrage=None, ziel_dokument=None)
        return self.filter(
            {
                "aufgeloest": da,
                "unbekannt": Q(mehrdeutig=False) & ~da & ~abgelehnt,
                "mehrdeutig": Q(mehrdeutig=True),
                "abgelehnt": Q(mehrdeutig=False) & abgelehnt,
            }[stand]
        )


class BefundQuerySet(models.QuerySet[Any]):
    def offen(self) -> Self:
        return self.filter(stand="offen")

    def gleiche(self, befund: models.Model) -> Self:
        """Those that say the same of other documents and are open."""
        return self.offen().filter(regel=befund.regel, text=befund.text).exclude(pk=befund.pk)  # type: ignore[attr-defined]

    def verworfene_texte(self, regel: str) -> models.QuerySet[Any, Any]:
        """What findings of the rule said and staff dismissed, of whatever document."""
        return self.filter(regel=regel, stand="verworfen").order_by().values_list("text", flat=True).distinct()

    def je_regel(self) -> models.QuerySet[Any, dict[str, Any]]:
        """How many there are of each rule, the most first."""
        return self.order_by().values("regel").annotate(anzahl=models.Count("pk")).order_by("-anzahl", "regel")

    def nach_gewicht(self, *gruppen: Collection[str]) -> Self:
        """Those of the first group of rules first, within a group by document; rules of no group come last."""
        rang = models.Case(
            *(models.When(regel__in=gruppe, then=i) for i, gruppe in enumerate(gruppen)),
            default=len(gruppen),
            output_field=models.IntegerField(),
        )
        return self.order_by(rang, "-dokument_id", "id")

    def for_list(self) -> Self:
        """With the document, the reference with what it cites, and the candidate, without their texts."""
        papiere = ("dokument", "kandidat", "verweis__ziel_dokument")
        return self.select_related(
            *(f"{papier}__{feld}" for papier in papiere for feld in ("wahlperiode__parlament", "reihe"))
        ).defer(*(f"{papier}__{feld}" for papier in papiere for feld in ("text", "belege")))


class AnfrageQuerySet(VeroeffentlichbarQuerySet):
    def offen(self) -> Self:
        return self.filter(zustand="offen")

    def beantwortet(self) -> Self:
        return self.filter(zustand="beantwortet")

    def nummer(self, parlament: str, wahlperiode: int, nummer: int, art: str = Anfrageart.KLEIN) -> Self:
        return self.filter(
            wahlperiode__parlament__kuerzel=parlament, wahlperiode__nummer=wahlperiode, art=art, nummer=nummer
        )

    def neueste_zuerst(self) -> Self:
        return self.order_by("-zuletzt_am", "-id")

    def suche(self, worte: str) -> Self:
        """Every word must stand in the title."""
        treffer = self
        for wort in normalise(worte).split():
            treffer = treffer.filter(suchtext__contains=wort)
        return treffer

    def for_list(self) -> Self:
        """With askers, Fraktionen, answers and their houses: a fixed number of queries whatever the page's length."""
        from anfragen.models import Antwort, Fragesteller

        return self.select_related("wahlperiode__parlament").prefetch_related(
            Prefetch(
                "fragesteller",
                Fragesteller.objects.select_related("person", "fraktion").order_by("position"),
            ),
            "fraktionen",
            Prefetch("antworten", Antwort.objects.oeffentlich().for_list()),
        )


class AntwortQuerySet(models.QuerySet[Any]):
    def oeffentlich(self) -> Self:
        return self.filter(dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)

    def for_list(self) -> Self:
        return self.select_related("ministerium", "dokument__wahlperiode__parlament", "dokument__reihe").defer(
            "vorbemerkung", "dokument__text", "dokument__belege"
        )


class NachfrageQuerySet(VeroeffentlichbarQuerySet):
    def offen(self) -> Self:
        return self.filter(Q(stand="vorbereitet") | Q(stand="gestellt"))


class ZusageQuerySet(VeroeffentlichbarQuerySet):
    def oeffentlich(self) -> Self:
        """A commitment is public once staff took it up and published it, with its paper."""
        return (
            super()
            .oeffentlich()
            .filter(stand__in=["offen", "erfuellt"], dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
        )

    def vorgeschlagen(self) -> Self:
        """Nobody has decided yet."""
        return self.filter(stand="vorgeschlagen")

    def offen(self) -> Self:
        """Taken up, and nothing has fulfilled it yet."""
        return self.filter(stand="offen")

    def ueberfaellig(self, am: date) -> Self:
        """Open ones whose last day is over on the day `am`."""
        return self.offen().filter(faellig_am__lt=am)

    def mit_stand(self, stand: str, am: date) -> Self:
        """Those in a state, or `ueberfaellig` on the day `am`."""
        return self.ueberfaellig(am) if stand == "ueberfaellig" else self.filter(stand=stand)

    def je_stand(self, am: date) -> dict[str, int]:
        """How many there are of each `mit_stand`, in one query."""
        zaehler = {stand: models.Count("pk", filter=Q(stand=stand)) for stand in self.model.Stand.values}
        spaet = models.Count("pk", filter=Q(stand="offen", faellig_am__lt=am))
        return self.order_by().aggregate(**zaehler, ueberfaellig=spaet)

    def nach_frist(self) -> Self:
        """The most urgent first, those without a day last."""
        return self.order_by(F("faellig_am").asc(nulls_last=True), "dokument_id", "start", "id")

    def zuletzt_erfuellt_zuerst(self) -> Self:
        return self.order_by(F("erfuellt_am").desc(nulls_last=True), "-id")

    def with_fassung(self) -> Self:
        """With `fassung`, the newest entry of its history: whoever changes a commitment says what they had seen."""
        verlauf = self.model.history.filter(id=OuterRef("pk")).order_by("-history_id")
        return self.annotate(fassung=models.Subquery(verlauf.values("history_id")[:1]))

    def for_list(self) -> Self:
        papiere = ("dokument", "erfuellt_durch")
        return self.select_related(
            *(f"{papier}__{feld}" for papier in papiere for feld in ("wahlperiode__parlament", "reihe")),
            "dokument__antwort__ministerium",
            "verantwortlich",
        ).defer(
            *(f"{papier}__{feld}" for papier in papiere for feld in ("text", "belege")),
            "dokument__antwort__vorbemerkung",
        )
