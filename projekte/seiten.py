"""What the public pages show, put together from the querysets: a fixed number of queries for each page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q

from anfragen.filters import AnfrageFilter
from anfragen.models import Anfrage, Dokument
from projekte import verlauf
from projekte.filters import ProjektFilter
from projekte.models import Handlungsfeld, Kennzahl, Kommune, Programm, Projekt, Projektaussage, Projektort
from projekte.querysets import TEIL_EINES_OEFFENTLICHEN

JE_SEITE = 200
AUSSAGEN_JE_SEITE = 50
NEUESTE = 5
NACHBARN = 12
ORTE_AUF_STARTSEITE = 12


@dataclass(frozen=True)
class Projektgruppe:
    """Projects of one Handlungsfeld; None for those whose Handlungsfeld is unknown."""

    handlungsfeld: Handlungsfeld | None
    projekte: list[Projekt]

    @property
    def anzahl(self) -> int:
        """How many there are, without the parts of one."""
        return sum(1 for projekt in self.projekte if projekt.oeffentlich_teil_von is None)


@dataclass(frozen=True)
class Projektbezug:
    """What a document, or the record about a place, says about one project."""

    projekt: Projekt
    aussagen: list[Projektaussage]

    @property
    def kennzahlen(self) -> list[Kennzahl]:
        """Figures for the margin."""
        return [zahl for aussage in self.aussagen for zahl in aussage.kennzahlen.all() if zahl.ist_eckwert]


@dataclass(frozen=True)
class Bezugsgruppe:
    handlungsfeld: Handlungsfeld | None
    bezuege: list[Projektbezug]


def projektgruppen(projekte: Iterable[Projekt]) -> list[Projektgruppe]:
    """Groups projects that come ordered `nach_handlungsfeld`."""
    return [Projektgruppe(feld, list(gruppe)) for feld, gruppe in groupby(projekte, lambda p: p.handlungsfeld)]


def bezugsgruppen(aussagen: Iterable[Projektaussage]) -> list[Bezugsgruppe]:
    """Groups statements by Handlungsfeld in the programme's order, and in it by project in order of appearance."""
    je_projekt: dict[Projekt, list[Projektaussage]] = {}
    for aussage in aussagen:
        je_projekt.setdefault(aussage.projekt, []).append(aussage)
    sortiert = sorted(je_projekt, key=_feldposition)
    return [
        Bezugsgruppe(feld, [Projektbezug(projekt, je_projekt[projekt]) for projekt in gruppe])
        for feld, gruppe in groupby(sortiert, lambda p: p.handlungsfeld)
    ]


def _feldposition(projekt: Projekt) -> tuple[int, bool, int]:
    feld = projekt.handlungsfeld
    return projekt.programm_id, feld is None, feld.position if feld else 0


def projektliste(filterset: ProjektFilter, seite: str | None) -> dict[str, Any]:
    """By Handlungsfeld as long as nobody asks for another order."""
    nach_handlungsfeld = filterset.is_valid() and filterset.form.cleaned_data["sortierung"] in ("", "kennung")
    projekte: Any = filterset.qs
    blatt = projektblatt(projekte.nach_handlungsfeld() if nach_handlungsfeld else projekte, seite)
    hat_aussage = Exists(Projektaussage.objects.oeffentlich().filter(projekt=OuterRef("pk")))
    eigenstaendige = Projekt.objects.oeffentlich().eigenstaendig()
    gefiltert = {name: wert for name in filterset.filters if (wert := filterset.data.get(name))}
    return {
        "filter": filterset,
        "seite": blatt,
        "gruppen": projektgruppen(blatt) if nach_handlungsfeld else None,
        "ist_gefiltert": bool(gefiltert.keys() - {"sortierung"}),
        "abfrage": urlencode(gefiltert),
        "treffer": anzahl(projekte),
        "anzahl": eigenstaendige.aggregate(alle=Count("pk"), mit_aussage=Count("pk", hat_aussage)),
        "programme": list(Programm.objects.all()[:2]),
    }


def anzahl(projekte: Any) -> dict[str, int]:
    """How many of these stand for themselves (`eigene`), and how many are parts of a project (`teile`)."""
    return projekte.order_by().aggregate(
        eigene=Count("pk", ~TEIL_EINES_OEFFENTLICHEN, distinct=True),
        teile=Count("pk", TEIL_EINES_OEFFENTLICHEN, distinct=True),
    )


def projektblatt(projekte: Any, seite: str | None) -> Page[Projekt]:
    """One page of these projects with all that a list shows: counted for the page, not for all of them."""
    blatt: Page[Any] = Paginator(projekte.values_list("pk", flat=True), JE_SEITE).get_page(seite)
    angaben = Projekt.objects.for_list().with_genannte_orte().select_related("teilprojekt_von")
    mit_angaben = angaben.in_bulk(list(blatt))
    blatt.object_list = [mit_angaben[pk] for pk in blatt if pk in mit_angaben]
    return blatt


def handlungsfeldseite(feld: Handlungsfeld, seite: str | None) -> dict[str, Any]:
    aussagen = Projektaussage.objects.oeffentlich().filter(projekt__handlungsfeld=feld)
    projekte = feld.projekte.oeffentlich()
    return {
        "handlungsfeld": feld,
        "treffer": anzahl(projekte),
        "felder": list(feld.programm.handlungsfelder.all()),
        "seite": projektblatt(projekte.nach_handlungsfeld(), seite),
        "aussagen": list(aussagen.for_list().neueste_zuerst()[:NEUESTE]),
    }


@dataclass(frozen=True)
class Ort:
    """A place of a project: how many public statements are about it, and the entry of the master data if there is."""

    kommune: Kommune
    anzahl_aussagen: int
    eintrag: Projektort | None


def projektseite(projekt: Projekt) -> dict[str, Any]:
    """`projekt` comes `for_page`."""
    aussagen = list(projekt.aussagen.oeffentlich().select_related("kommune").neueste_zuerst())
    kennzahlen = list(projekt.kennzahlen.oeffentlich().with_stand())
    ueber_das_projekt = projekt.dokumente.values_list("pk", flat=True)
    papiere = verlauf.dokumente({*ueber_das_projekt, *(record.dokument_id for record in [*aussagen, *kennzahlen])})
    je_pk = {papier.pk: papier for papier in papiere}
    for record in [*aussagen, *kennzahlen]:
        record.dokument = je_pk[record.dokument_id]
    belegt_durch = Prefetch("dokument", Dokument.objects.oeffentlich().for_list())
    ereignisse = list(projekt.ereignisse.oeffentlich().prefetch_related(belegt_durch))
    return {
        "projekt": projekt,
        "uebergeordnet": projekt.oeffentlich_teil_von,
        "aussagen": aussagen,
        "dokumente": papiere,
        "neueste": [aussage for aussage in aussagen if aussage.dokument_id == aussagen[0].dokument_id],
        "verlauf": verlauf.verlauf(papiere, aussagen, kennzahlen, ereignisse),
        "kennzahlen": kennzahlen,
        "namen": list(projekt.namen.oeffentlich().prefetch_related(belegt_durch)),
        "orte": _orte(projekt, aussagen),
        "teilprojekte": list(projekt.teilprojekte.oeffentlich()),
        "nachbarn": _nachbarn(projekt),
    }


def _nachbarn(projekt: Projekt) -> list[Projekt]:
    if projekt.handlungsfeld is None:
        return []
    andere = projekt.handlungsfeld.projekte.oeffentlich().eigenstaendig().exclude(pk=projekt.pk)
    return list(andere.nach_handlungsfeld()[:NACHBARN])


def _orte(projekt: Projekt, aussagen: Iterable[Projektaussage]) -> list[Ort]:
    eintraege = {eintrag.kommune: eintrag for eintrag in projekt.orte.select_related("kommune")}
    anzahl = Counter(aussage.kommune for aussage in aussagen if aussage.kommune)
    kommunen = sorted({*eintraege, *anzahl}, key=lambda kommune: kommune.schluessel)
    return [Ort(kommune, anzahl[kommune], eintraege.get(kommune)) for kommune in kommunen]


def ortsliste() -> dict[str, Any]:
    orte = list(Kommune.objects.with_anzahl_aussagen().nach_kreis())
    kreise = groupby(orte, lambda ort: "" if ort.kreisfrei else ort.kreis)
    return {
        "anzahl": len(orte),
        "mit_aussage": sum(1 for ort in orte if ort.anzahl_aussagen),
        "kreise": [(kreis, list(gruppe)) for kreis, gruppe in kreise],
    }


def ortsseite(ort: Kommune, seite: str | None) -> dict[str, Any]:
    aussagen = Projektaussage.objects.oeffentlich().filter(kommune=ort).for_list().with_kennzahlen().neueste_zuerst()
    blatt: Page[Projektaussage] = Paginator(aussagen, AUSSAGEN_JE_SEITE).get_page(seite)
    vor_ort = Projekt.objects.oeffentlich().filter(kommunen=ort)
    im_titel = AnfrageFilter({"q": ort.name}, Anfrage.objects.oeffentlich()).qs
    return {
        "ort": ort,
        "seite": blatt,
        "gruppen": bezugsgruppen(blatt),
        "projekte": projektblatt(vor_ort.nach_handlungsfeld(), None),
        "anfragen_im_titel": im_titel.count(),
        "nachbarn": list(Kommune.objects.filter(kreis=ort.kreis, kreisfrei=ort.kreisfrei).exclude(pk=ort.pk)),
    }


def in_dokument(dokument: Dokument) -> dict[str, Any]:
    """What the pages of a document show of its statements: see `anfragen.erweiterung`."""
    im_dokument = Projektaussage.objects.oeffentlich().filter(dokument=dokument).order_by("start", "id")
    aussagen = list(im_dokument.for_list().with_kennzahlen())
    gruppen = bezugsgruppen(aussagen)
    genannt = [bezug.projekt for gruppe in gruppen for bezug in gruppe.bezuege]
    ueber = dokument.projekte.oeffentlich().select_related("handlungsfeld").order_by("kennung", "schluessel")
    projekte = list(dict.fromkeys([*ueber, *genannt]))
    orte = sorted({aussage.kommune for aussage in aussagen if aussage.kommune}, key=lambda ort: ort.schluessel)
    return {
        "aussagen_nach_handlungsfeld": gruppen,
        "projekte": projekte,
        "orte": orte,
        "hauptspalte": ["projekte/in_dokument.html"] if gruppen else [],
        "randspalte": ["projekte/am_rand.html"] if projekte else [],
        "spannen": [(aussage.start, aussage.ende) for aussage in aussagen if aussage.start is not None],
    }


def auf_startseite() -> dict[str, Any]:
    """The Handlungsfelder, and the places most is said about, filled up with cities that belong to no Kreis."""
    handlungsfelder = list(
        Handlungsfeld.objects.select_related("programm").with_anzahl_projekte().order_by("programm__name", "position")
    )
    genannt = Kommune.objects.with_anzahl_aussagen().filter(Q(anzahl_aussagen__gt=0) | Q(kreisfrei=True))
    orte = list(genannt.order_by("-anzahl_aussagen", "schluessel")[:ORTE_AUF_STARTSEITE])
    anzahl_projekte = Projekt.objects.oeffentlich().eigenstaendig().count()
    return {
        "handlungsfelder": handlungsfelder,
        "anzahl_projekte": anzahl_projekte,
        "ohne_handlungsfeld": anzahl_projekte - sum(feld.anzahl_projekte for feld in handlungsfelder),
        "orte": orte,
        "startseite": ["projekte/auf_startseite.html"] if handlungsfelder or orte else [],
    }
