"""The rules that hold figures of projects against each other: across papers, within one, and against their parts."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Substr

from anfragen.befunde.fund import Fund, spannen
from anfragen.befunde.lage import Lage
from anfragen.models import Befund, Dokument
from projekte.models import Kennzahl
from projekte.zahlen import groessen, teile, zwecke

BETRAG_GEAENDERT = "betrag-geaendert"
BETRAG_WIDERSPRUCH = "betrag-widerspruch"
TEILE_GEHEN_NICHT_AUF = "teile-gehen-nicht-auf"

# How alike two purposes must be, from 0 to 1 (see `Zweck.likeness`). "sechs Anträge … eingereicht" and "es liegen acht
# Anträge … vor" share two words of three; "beantragt" and "bewilligt" in the same clause leave one of two.
GLEICHER_ZWECK_AB = 0.6
SELBER_ZWECK_AB = 0.75
# What changes from paper to paper is no finding: more applications are what is hoped for.
FORTGESCHRIEBEN = {Kennzahl.Art.ANZAHL}


class Angabe:
    """A figure on record with what it takes to compare it."""

    def __init__(self, zahl: Any, im_satz: list[Any]) -> None:
        """`im_satz` are the figures of the same kind and unit in its clause, itself among them."""
        self.zahl = zahl
        self.im_satz = im_satz

    @cached_property
    def sache(self) -> tuple[Any, ...]:
        """What both figures must have in common before their purposes are looked at."""
        zahl, aussage = self.zahl, self.zahl.aussage
        return (
            zahl.projekt_id,
            aussage.kommune_id if aussage else None,
            aussage.teilprojekt_gedruckt if aussage else "",
            zahl.art,
            _unit(zahl),
            zahl.je,
        )

    @property
    def platz(self) -> tuple[int, int]:
        """Which of how many it is in its clause: "von 5 Mio. Euro wurden 3 Mio. Euro bewilligt"."""
        return self.im_satz.index(self.zahl), len(self.im_satz)

    @cached_property
    def zweck(self) -> zwecke.Zweck:
        zahl, aussage = self.zahl, self.zahl.aussage
        namen = [zahl.projekt.name, zahl.projekt.kennung]
        if aussage:
            namen += [aussage.name_gedruckt, str(aussage.kommune or "")]
        return zwecke.read(zahl.wofuer, tuple(andere.wortlaut for andere in self.im_satz), tuple(namen))

    @cached_property
    def groesse(self) -> groessen.Groesse:
        zahl = self.zahl
        return groessen.read(zahl.wert, zahl.wert_bis, zahl.wortlaut, ungefaehr=zahl.ungefaehr)

    @property
    def rang(self) -> tuple[date, int]:
        return self.zahl.stand, self.zahl.dokument_id

    def same_value(self, andere: "Angabe") -> bool:
        return bool(self.zahl.wert == andere.zahl.wert and self.zahl.wert_bis == andere.zahl.wert_bis)

    def updates(self, andere: "Angabe") -> bool:
        """Whether it says anew what an earlier figure said."""
        if self.platz != andere.platz:
            return False
        eigene, fremde = self.zweck, andere.zweck
        verschiedene_zeit = eigene.genau and fremde.genau and eigene.genau != fremde.genau
        return eigene.likeness(fremde) >= GLEICHER_ZWECK_AB and not verschiedene_zeit

    def contradicts(self, andere: "Angabe") -> bool:
        """Whether both are for the same, of the same day or of a period that was over, and can't both be true."""
        if self.platz != andere.platz or self.groesse.agrees_with(andere.groesse):
            return False
        eigene, fremde = self.zweck, andere.zweck
        if eigene.zeitraeume != fremde.zeitraeume or eigene.likeness(fremde) < SELBER_ZWECK_AB:
            return False
        vorbei = eigene.vorbei
        return self.zahl.stand == andere.zahl.stand or bool(
            vorbei and vorbei <= min(self.zahl.stand, andere.zahl.stand)
        )


def _unit(zahl: Any) -> str:
    """`Antrag`, `Anträge` and `Anträgen` are one unit."""
    return zwecke.stem(zahl.einheit)


@dataclass(frozen=True)
class Gegenueber:
    """A figure and the one that it is held against, which is not younger."""

    angabe: Angabe
    frueher: Angabe


def vergleichbare_papiere(ids: Collection[int]) -> set[int]:
    """The ids of papers whose findings may change with the figures of these: they are held against them, or may be.

    A figure is held against those before it, so papers of an earlier day are none of them.
    """
    offene = Befund.objects.offen().filter(regel__in=(BETRAG_GEAENDERT, BETRAG_WIDERSPRUCH))
    haengend = {
        pk
        for pk, stellen in offene.values_list("dokument", "stellen")
        if any(dokument in ids for _, _, *anderswo in stellen for dokument in anderswo)
    }
    sache = ("projekt", "aussage__kommune", "art", "einheit", "stand")
    ab: dict[tuple[Any, ...], date] = {}
    for *key, stand in _zahlen(dokument__in=ids).values_list(*sache):
        ab[tuple(key)] = min(stand, ab.get(tuple(key), stand))
    if not ab:
        return haengend
    andere = _vergleichbare(ab).exclude(dokument__in=ids).values_list(*sache, "dokument")
    return haengend | {pk for *key, stand, pk in andere if tuple(key) in ab and stand >= ab[tuple(key)]}


def zahlen_verglichen(lage: Lage) -> Iterator[Fund]:
    """Figures in the papers of `lage` that contradict another, or change an amount or share that was said before."""
    neue = set(_zahlen(dokument__in=list(lage.dokumente)).values_list("projekt", "aussage__kommune"))
    je_sache: dict[tuple[Any, ...], list[Angabe]] = defaultdict(list)
    for angabe in _angaben(_vergleichbare(neue)):
        if angabe.sache[:2] in neue:
            je_sache[angabe.sache].append(angabe)
    gefunden = []
    for gruppe in je_sache.values():
        gruppe.sort(key=lambda angabe: (angabe.rang, angabe.zahl.pk))
        gefunden += list(_compared(gruppe, lage.dokumente))
    papiere = Dokument.objects.for_list().in_bulk({paar.frueher.zahl.dokument_id for _, paar in gefunden})
    for regel, paar in sorted(gefunden, key=lambda fund: fund[1].angabe.zahl.pk):
        yield _fund(regel, paar, papiere[paar.frueher.zahl.dokument_id])


def _compared(gruppe: list[Angabe], dokumente: Collection[int]) -> Iterator[tuple[str, Gegenueber]]:
    """`gruppe` is in order; each figure of `dokumente` is held against those before it."""
    for stelle, angabe in enumerate(gruppe):
        if angabe.zahl.dokument_id not in dokumente:
            continue
        davor = gruppe[:stelle][::-1]
        if widerspruch := next((andere for andere in davor if angabe.contradicts(andere)), None):
            yield BETRAG_WIDERSPRUCH, Gegenueber(angabe, widerspruch)
        elif angabe.zahl.art not in FORTGESCHRIEBEN and (letzte := _said_before(angabe, davor)):
            yield BETRAG_GEAENDERT, Gegenueber(angabe, letzte)


def _said_before(angabe: Angabe, davor: list[Angabe]) -> Angabe | None:
    """What the last paper of an earlier day said for the same purpose, unless it said the same."""
    frueher = (a for a in davor if a.zahl.stand < angabe.zahl.stand and a.zahl.dokument_id != angabe.zahl.dokument_id)
    letzte = next((andere for andere in frueher if angabe.updates(andere)), None)
    if letzte is None:
        return None
    im_selben_papier = (a for a in davor if a.zahl.dokument_id == letzte.zahl.dokument_id and angabe.updates(a))
    return None if any(angabe.same_value(andere) for andere in im_selben_papier) else letzte


def _zahlen(**bedingung: Any) -> Any:
    """Amounts, shares and counts of projects, with the day they are of."""
    zahlen = Kennzahl.objects.filter(projekt__isnull=False, **bedingung).exclude(art=Kennzahl.Art.JAHR)
    zahlen = zahlen.with_stand().filter(stand__isnull=False)
    return zahlen.select_related("projekt", "aussage__kommune").defer("aussage__wortlaut").order_by("start", "pk")


def _vergleichbare(sachen: Collection[tuple[Any, ...]]) -> Any:
    """The figures of these projects and municipalities, which a tuple begins with; some of them of other pairs."""
    orte = {ort for _, ort, *_ in sachen}
    am_ort = Q(aussage__kommune__in=orte - {None}) | (Q(aussage__kommune=None) if None in orte else Q(pk=None))
    return _zahlen(projekt__in={projekt for projekt, *_ in sachen}).filter(am_ort)


def _angaben(zahlen: Any) -> list[Angabe]:
    satz: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for zahl in zahlen:
        satz[zahl.dokument_id, zahl.aussage_id, zahl.projekt_id, zahl.wofuer, zahl.art, _unit(zahl)].append(zahl)
    return [Angabe(zahl, gruppe) for gruppe in satz.values() for zahl in gruppe]


def _fund(regel: str, paar: Gegenueber, papier: Dokument) -> Fund:
    zahl, frueher = paar.angabe.zahl, paar.frueher.zahl
    ort = f" in {zahl.aussage.kommune}" if zahl.aussage and zahl.aussage.kommune else ""
    hier = f"Zu {zahl.projekt}{ort} steht hier „{zahl.wortlaut}“ ({zahl.wofuer})"
    if zahl.dokument_id == frueher.dokument_id:
        text = f"{hier} und an anderer Stelle „{frueher.wortlaut}“ ({frueher.wofuer})."
        return Fund(zahl.dokument_id, regel, text, tuple(sorted(spannen(zahl, frueher))))
    dort = f"{papier} nannte am {frueher.stand:%d.%m.%Y} „{frueher.wortlaut}“ ({frueher.wofuer})"
    anderswo = tuple((start, ende, papier.pk) for start, ende in spannen(frueher))
    if regel == BETRAG_WIDERSPRUCH:
        wann = "am selben Tag" if zahl.stand == frueher.stand else "für denselben vergangenen Zeitraum"
        return Fund(zahl.dokument_id, regel, f"{hier}; {dort}, {wann}.", (*spannen(zahl), *anderswo))
    return Fund(zahl.dokument_id, regel, f"{hier}; {dort}.", (*spannen(zahl), *anderswo))


def teile_gehen_nicht_auf(lage: Lage) -> Iterator[Fund]:
    """Counts and amounts of projects whose parts, as the text after them tells, make another sum."""
    ganze = Kennzahl.objects.filter(
        dokument__in=list(lage.dokumente),
        projekt__isnull=False,
        art__in=(Kennzahl.Art.ANZAHL, Kennzahl.Art.BETRAG),
        wert_bis__isnull=True,
        je=False,
        ungefaehr=False,
        ende__isnull=False,
    )
    danach = Substr("dokument__text", F("ende") + 1, teile.WEITE)
    for zahl in ganze.annotate(danach=danach).select_related("projekt").order_by("pk"):
        betrag = zahl.art == Kennzahl.Art.BETRAG
        aufteilung = teile.of_amount(zahl.danach) if betrag else teile.of_count(zahl.danach, zahl.einheit)
        if aufteilung and aufteilung.contradicts(zahl.wert):
            werte = " + ".join(_number(wert) for wert in aufteilung.werte)
            yield Fund(
                zahl.dokument_id,
                TEILE_GEHEN_NICHT_AUF,
                f"Zu {zahl.projekt} steht „{zahl.wortlaut}“, die Teile danach sind zusammen aber "
                f"{_number(aufteilung.summe)} ({werte}).",
                (*spannen(zahl), (zahl.ende + aufteilung.start, zahl.ende + aufteilung.ende)),
            )


def _number(wert: Any) -> str:
    return f"{wert:,.0f}".replace(",", ".") if wert == int(wert) else f"{wert:.2f}".replace(".", ",")
