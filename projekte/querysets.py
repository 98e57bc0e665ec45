"""Every read about projects in the words of the field."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Case, Count, DateField, F, IntegerField, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest, NullIf

from anfragen.models import Dokument
from anfragen.models.grundlagen import VeroeffentlichbarQuerySet, Veroeffentlichung
from projekte import adressen

TEIL_EINES_OEFFENTLICHEN = Q(teilprojekt_von__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)

# In the order of the paper. What was recorded by hand has no place in it, and only said so it comes last on both
# databases.
NACH_STELLE = (F("start").asc(nulls_last=True), "id")


def gesagt_am(dokument: str = "") -> Coalesce:
    """The day on which a paper said something, as `Antwort.datum_wirksam` has it, for papers that answer nothing too.

    `dokument` is the way to the paper, with its trailing underscores.
    """
    return Coalesce(f"{dokument}antwort__datum_schreiben", f"{dokument}datum_original", f"{dokument}datum")


class ProjektQuerySet(VeroeffentlichbarQuerySet):
    def eigenstaendig(self) -> Self:
        """Without those that are part of a public one: a programme counts its projects, not their parts."""
        return self.exclude(TEIL_EINES_OEFFENTLICHEN)

    def schluessel(self, schluessel: str) -> Self:
        """By Kennung or by the key made from the name: both are addresses."""
        return self.filter(Q(kennung=schluessel) | Q(schluessel=schluessel))

    def an_adresse(self, adresse: str) -> Self:
        """Those of the address's programme by Kennung or key: a Kennung counts more than a name that reads like one."""
        programm, schluessel = adressen.split(adresse)
        kennung_zuerst = Case(When(kennung=schluessel, then=Value(0)), default=Value(1))
        return self.filter(programm__schluessel=programm).schluessel(schluessel).order_by(kennung_zuerst, "id")

    def with_anzahl_aussagen(self) -> Self:
        """`anzahl_aussagen`, counted for each by itself: beside other joins every row would count again."""
        anzahlen = (_je_projekt(Count("pk"), bezug) for bezug in ("projekt", "teilprojekt"))
        eigene, im_ganzen = (Coalesce(anzahl, Value(0), output_field=IntegerField()) for anzahl in anzahlen)
        return self.annotate(anzahl_aussagen=eigene + im_ganzen)

    def with_zuletzt_am(self) -> Self:
        """`zuletzt_am`, the day of the last public word: a statement, or a paper about the whole project."""
        ueber_das_projekt = Dokument.objects.oeffentlich().filter(projekte=OuterRef("pk"), nur_zitiert=False)
        mit_aussage = (_je_projekt(Max(gesagt_am("dokument__")), bezug) for bezug in ("projekt", "teilprojekt"))
        nie = Value(date.min, DateField())
        # Greatest of a null is null on SQLite only, so each gets a day that is none.
        tage = (Coalesce(tag, nie) for tag in (neuester_tag(ueber_das_projekt), *mit_aussage))
        return self.annotate(zuletzt_am=NullIf(Greatest(*tage), nie))

    def for_list(self) -> Self:
        return (
            self.select_related("programm", "handlungsfeld__programm")
            .with_anzahl_aussagen()
            .with_zuletzt_am()
            .prefetch_related("kommunen")
        )

    def for_page(self) -> Self:
        return self.select_related(
            "programm", "handlungsfeld__programm", "themenforum", "ministerium", "teilprojekt_von__programm"
        )

    def nach_handlungsfeld(self) -> Self:
        """In the programmes' own order; projects whose Handlungsfeld or Kennung is unknown come last.

        A part of a project follows it.
        """
        kennung = Coalesce("teilprojekt_von__kennung", "kennung")
        return self.order_by(
            "programm__name",
            "programm",
            F("handlungsfeld__position").asc(nulls_last=True),
            NullIf(kennung, Value("")).asc(nulls_last=True),
            Coalesce("teilprojekt_von__schluessel", "schluessel"),
            F("teilprojekt_von").asc(nulls_first=True),
            "schluessel",
        )


def _je_projekt(wert: models.Aggregate, bezug: str) -> Subquery:
    """A value of all public statements that have the project of the outer query as `bezug`."""
    from projekte.models import Projektaussage

    aussagen = Projektaussage.objects.oeffentlich().filter(**{bezug: OuterRef("pk")}).order_by()
    return Subquery(aussagen.values(bezug).annotate(wert=wert).values("wert"))


def neuester_tag(papiere: models.QuerySet[Any]) -> Subquery:
    return Subquery(
        papiere.annotate(tag=gesagt_am()).order_by(F("tag").desc(nulls_last=True)).values("tag")[:1],
        output_field=DateField(),
    )


class HandlungsfeldQuerySet(models.QuerySet[Any]):
    def an_adresse(self, adresse: str) -> Self:
        programm, schluessel = adressen.split(adresse)
        return self.filter(programm__schluessel=programm, schluessel=schluessel)

    def with_anzahl_projekte(self) -> Self:
        """`anzahl_projekte`, the public ones that stand for themselves (see `ProjektQuerySet.eigenstaendig`)."""
        oeffentlich = Q(projekte__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
        teil = Q(projekte__teilprojekt_von__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
        return self.annotate(anzahl_projekte=Count("projekte", filter=oeffentlich & ~teil))


class KommuneQuerySet(models.QuerySet[Any]):
    def mit_aussage_zu(self, projekt: models.Model) -> Self:
        """Those that a public statement about the project is about, or names beside others."""
        from projekte.models import Projektaussage

        aussagen = Projektaussage.objects.oeffentlich().zu(projekt)
        return self.filter(Q(pk__in=aussagen.values("kommune")) | Q(pk__in=aussagen.nennungen().values("genannt")))

    def nach_kreis(self) -> Self:
        """The cities that belong to no Kreis first, then Kreis by Kreis."""
        return self.order_by("-kreisfrei", "kreis", "schluessel")


class ProjektaussageQuerySet(VeroeffentlichbarQuerySet):
    def oeffentlich(self) -> Self:
        """A statement is public if it, its project and its document are."""
        return (
            super()
            .oeffentlich()
            .filter(
                dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT,
                projekt__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT,
            )
        )

    def zu(self, projekt: Any) -> Self:
        """About the project, or about the whole that it is a part of but speaking of the part."""
        if projekt.teilprojekt_von_id is None:
            # An OR over two indexes costs a page with many statements half a second.
            return self.filter(projekt=projekt)
        return self.filter(Q(projekt=projekt) | Q(teilprojekt=projekt))

    def ueber(self, kommunen: Iterable[Any]) -> Self:
        """About one of these municipalities, or naming one beside others."""
        nennungen = self.model.genannte_kommunen.through.objects.filter(kommune__in=kommunen)
        eigene = self.model.objects.filter(kommune__in=kommunen).order_by()
        # A union and no OR, which would be asked of every statement on record.
        return self.filter(pk__in=eigene.values("pk").union(nennungen.values("projektaussage")))

    def nennungen(self) -> Self:
        """Once for each municipality beside its own that a statement names, with its key as `genannt`."""
        mit_nennung = self.filter(genannte_kommunen__isnull=False).order_by().annotate(genannt=F("genannte_kommunen"))
        return mit_nennung.exclude(kommune=F("genannt"))

    def anzahl_je_kommune(self) -> Counter[int]:
        """How many of these are about each municipality, by its key; one that names several counts for each."""
        eigene = self.filter(kommune__isnull=False).order_by().values_list("kommune").annotate(Count("pk"))
        return Counter(dict(eigene)) + Counter(dict(self.nennungen().values_list("genannt").annotate(Count("pk"))))

    def orte_je_projekt(self, projekte: Collection[int]) -> defaultdict[int, list[Any]]:
        """The municipalities that these are about, with name and key alone, for each of the projects (by id)."""
        from projekte.models import Kommune

        gefunden = self.filter(projekt__in=projekte, kommune__isnull=False).order_by().distinct()
        orte: defaultdict[int, list[Any]] = defaultdict(list)
        for projekt, pk, schluessel, name in gefunden.values_list(
            "projekt", "kommune", "kommune__schluessel", "kommune__name"
        ):
            orte[projekt].append(Kommune(pk=pk, schluessel=schluessel, name=name))
        return orte

    def teilprojekte(self) -> models.QuerySet[Any, str]:
        """The parts of projects that these name as printed, each once."""
        benannt = self.exclude(teilprojekt_gedruckt="").order_by("teilprojekt_gedruckt")
        return benannt.values_list("teilprojekt_gedruckt", flat=True).distinct()

    def for_list(self) -> Self:
        return self.select_related(
            "projekt__programm",
            "projekt__handlungsfeld__programm",
            "kommune",
            "dokument__wahlperiode__parlament",
            "dokument__reihe",
        ).defer("dokument__text", "dokument__belege")

    def with_kennzahlen(self) -> Self:
        from projekte.models import Kennzahl

        return self.prefetch_related(models.Prefetch("kennzahlen", Kennzahl.objects.oeffentlich()))

    def with_gesagt_am(self) -> Self:
        return self.annotate(gesagt_am=gesagt_am("dokument__"))

    def neueste_zuerst(self) -> Self:
        return self.with_gesagt_am().order_by(F("gesagt_am").desc(nulls_last=True), "dokument", *NACH_STELLE)


class ProjektnameQuerySet(models.QuerySet[Any]):
    def oeffentlich(self) -> Self:
        """A name is public unless the paper that it was read in isn't."""
        return self.filter(Q(dokument__isnull=True) | Q(dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT))


class AussageteilQuerySet(models.QuerySet[Any]):
    def oeffentlich(self) -> Self:
        """What was read in a statement is public if the document, the project and the statement are."""
        aussage_oeffentlich = Q(aussage__isnull=True) | Q(aussage__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
        projekt_oeffentlich = Q(projekt__isnull=True) | Q(projekt__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)
        return self.filter(
            aussage_oeffentlich, projekt_oeffentlich, dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT
        )


class KennzahlQuerySet(AussageteilQuerySet):
    def with_stand(self) -> Self:
        """`stand`, the day the figure is of; where the paper gives none, its own."""
        return self.annotate(stand=Coalesce("stand_am", gesagt_am("dokument__")))

    def addierbar(self) -> Self:
        """Those that staff marked as overlapping no other marked one of their paper."""
        return self.filter(addierbar=True)

    def ueber(self, kommunen: Iterable[Any]) -> Self:
        """Those of statements about one of these municipalities, or that name one beside others."""
        from projekte.models import Projektaussage

        return self.filter(aussage__in=Projektaussage.objects.ueber(kommunen).order_by().values("pk"))

    def for_list(self) -> Self:
        return (
            self.with_stand()
            .select_related("projekt__programm", "aussage__kommune")
            .select_related("dokument__wahlperiode__parlament", "dokument__reihe")
            .defer("aussage__wortlaut", "dokument__text", "dokument__belege")
        )


class ProjektereignisQuerySet(VeroeffentlichbarQuerySet):
    def oeffentlich(self) -> Self:
        """An event is public if it and its project are."""
        return super().oeffentlich().filter(projekt__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)

    def for_list(self) -> Self:
        return self.select_related("projekt__programm")


class ProjektzusageQuerySet(models.QuerySet[Any]):
    def zu_oeffentlichen(self) -> Self:
        """Those that name a public project. Whether the commitment is public, its own read says."""
        return self.filter(projekt__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT)

    def ueber(self, kommunen: Iterable[Any]) -> Self:
        return self.filter(kommune__in=kommunen)

    def for_list(self) -> Self:
        return self.select_related("projekt__programm", "kommune").order_by("projekt__kennung", "projekt__schluessel")
