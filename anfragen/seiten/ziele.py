"""What a referral means: the questions that it names, and the words that answer them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet
from django.db.models.functions import Least, Substr

from anfragen import oeffentlich
from anfragen.models import Anfrage, Antwort, Antwortteil, Dokument, Frage, Verweis
from anfragen.parsing.fragennummern import key
from anfragen.querysets import AnfrageQuerySet
from anfragen.seiten.stellen import antwort_anker
from anfragen.seiten.worte import auf_fragen, und

ANFANG = 10_000  # characters of a text from which a passage is shown; more would only be cut off

type Stueck = tuple[str, int]  # a part of an answer or a whole paper, by its id


@dataclass(frozen=True)
class Auszug:
    """A recorded text, and the part of its paper's source that it was read from, which begins at `start`."""

    dokument: Dokument
    text: str
    quelle: str
    start: int


@dataclass(frozen=True)
class Stelle:
    """The passage meant; `hinweis` says in German what of it is not there. `stuecke` tell whether it was shown."""

    name: str
    adresse: str = ""
    fragen: Sequence[Frage] = ()
    auszuege: Sequence[Auszug] = ()
    stuecke: frozenset[Stueck] = frozenset()
    hinweis: str = ""


class Ziele:
    """What some references from `oeffentlich.verweise` lead to, read in a fixed number of queries."""

    def __init__(self, verweise: Iterable[Any]) -> None:
        aufgeloest = [verweis for verweis in verweise if verweis.stand_oeffentlich == Verweis.Stand.AUFGELOEST]
        papiere = {verweis.ziel_dokument.pk for verweis in aufgeloest if verweis.ziel_dokument}
        anfragen = {verweis.ziel_anfrage.pk for verweis in aufgeloest if verweis.ziel_anfrage}
        gedruckt_als = Q(dokument__in=papiere) | Q(pk__in=anfragen)
        self.anfragen = {anfrage.pk: anfrage for anfrage in _anfragen(oeffentlich.anfragen_kurz()).filter(gedruckt_als)}
        self.gestellt = {anfrage.dokument_id: anfrage for anfrage in self.anfragen.values()}
        anfragen |= self.anfragen.keys()
        self.antworten = list(_antworten().filter(Q(dokument__in=papiere) | Q(anfragen__in=anfragen)).distinct())
        self.anfaenge = dict(
            Dokument.objects.oeffentlich().filter(pk__in=papiere).values_list("pk", Substr("text", 1, ANFANG))
        )

    def stelle(self, verweis: Any, fragen: Sequence[str] = ()) -> Stelle:
        """What `verweis` leads to; `fragen` are the labels of the questions that its sentence names."""
        if verweis.stand_oeffentlich != Verweis.Stand.AUFGELOEST:
            return Stelle(str(verweis.wortlaut), hinweis=NICHT_DA[verweis.stand_oeffentlich])
        anfrage, antworten = self._anfrage(verweis)
        if anfrage is None:
            return self._papier(verweis.ziel_dokument)
        if not antworten:
            return Stelle(
                anfrage.kennung, anfrage.get_absolute_url(), hinweis="Auf diese Anfrage ist keine Antwort erfasst."
            )
        return _antwort(anfrage, antworten, fragen)

    def _anfrage(self, verweis: Any) -> tuple[Anfrage | None, list[Antwort]]:
        """The Anfrage meant, with its answers or, if the reference is to the paper of one, with that."""
        papier = verweis.ziel_dokument
        anfrage: Anfrage | None
        if verweis.ziel_anfrage:
            anfrage = self.anfragen[verweis.ziel_anfrage.pk]
        elif papier and (eine := [antwort for antwort in self.antworten if antwort.dokument_id == papier.pk]):
            return next(iter(eine[0].anfragen.all()), None), eine
        else:
            anfrage = self.gestellt.get(papier.pk) if papier else None
        return anfrage, [antwort for antwort in self.antworten if anfrage in antwort.anfragen.all()]

    def _papier(self, papier: Dokument) -> Stelle:
        anfang = self.anfaenge[papier.pk]
        return Stelle(
            str(papier),
            papier.get_absolute_url(),
            auszuege=[Auszug(papier, anfang, anfang, 0)] if anfang else (),
            stuecke=frozenset({("papier", papier.pk)}),
            hinweis="" if anfang else "Der Wortlaut liegt uns nicht vor.",
        )


NICHT_DA = {
    Verweis.Stand.UNBEKANNT: "Das liegt uns nicht vor.",
    Verweis.Stand.MEHRDEUTIG: "Was gemeint ist, steht nicht fest.",
    Verweis.Stand.ABGELEHNT: "Die Redaktion hat geprüft: Damit ist kein Dokument gemeint.",
}


def _antwort(anfrage: Anfrage, antworten: Sequence[Antwort], labels: Sequence[str]) -> Stelle:
    fragen = [frage for frage in anfrage.fragen.all() if key(frage.label) in labels or str(frage.nummer) in labels]
    vorhanden = {key(frage.label) for frage in fragen} | {str(frage.nummer) for frage in fragen}
    fehlend = [label for label in labels if label not in vorhanden]
    teile = [(antwort, teil) for antwort in antworten for teil in antwort.teile.all()]
    if labels:
        teile = [(antwort, teil) for antwort, teil in teile if set(fragen) & set(teil.fragen.all())]
    antwort = teile[0][0] if teile else antworten[0]
    return Stelle(
        f"{anfrage.kennung if anfrage.nummer else antwort.dokument}, {antwort.get_art_display()} "
        f"{auf_fragen(fragen)}".strip(),
        _adresse(anfrage, antwort, fragen, [teil for _, teil in teile]),
        fragen,
        [_auszug(antwort, teil) for antwort, teil in teile],
        frozenset(("teil", teil.pk) for _, teil in teile),
        _hinweis(anfrage, fehlend, fragen, bool(teile)),
    )


def _auszug(antwort: Antwort, teil: Any) -> Auszug:
    return Auszug(antwort.dokument, teil.text[:ANFANG], teil.quelle or "", teil.start or 0)


def _hinweis(anfrage: Anfrage, fehlend: Sequence[str], fragen: Sequence[Frage], hat_text: bool) -> str:
    if fehlend and anfrage.fragen.all():
        name = f"Die Frage {fehlend[0]} gibt" if len(fehlend) == 1 else f"Die Fragen {und(fehlend)} gibt"
        return f"{name} es dort nicht."
    if hat_text:
        return ""
    return "Eine Antwort auf diese Frage ist nicht zugeordnet." if fragen else "Der Wortlaut liegt uns nicht vor."


def _adresse(anfrage: Anfrage, antwort: Antwort, fragen: Sequence[Frage], teile: Sequence[Antwortteil]) -> str:
    if not anfrage.nummer:
        return antwort.dokument.get_absolute_url()
    if fragen:
        return f"{anfrage.get_absolute_url()}#frage-{fragen[0].nummer}"
    anker = f"#{antwort_anker(antwort, teile[0].position)}" if teile else ""
    return f"{anfrage.get_absolute_url()}{anker}"


def _anfragen(anfragen: AnfrageQuerySet) -> AnfrageQuerySet:
    fragen = Frage.objects.order_by("nummer").defer("hinweis", "bewertung_grund")
    return anfragen.prefetch_related(Prefetch("fragen", fragen))


def _antworten() -> QuerySet[Antwort]:
    # The source may be longer than its reading, by hyphens, line breaks and running heads.
    quelle = Substr("antwort__dokument__text", F("start") + 1, Least(F("ende") - F("start"), 2 * ANFANG))
    anfragen = Anfrage.objects.oeffentlich().select_related("wahlperiode__parlament").defer(*oeffentlich.LONG_TEXTS)
    return (
        oeffentlich.antworten_mit_text()
        .prefetch_related(None)
        .prefetch_related(
            Prefetch("teile", oeffentlich.antwortteile().annotate(quelle=quelle)),
            Prefetch("anfragen", _anfragen(anfragen)),
        )
        .order_by("dokument__wahlperiode__nummer", "dokument__nummer", "pk")
    )
