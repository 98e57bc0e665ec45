"""The page of one Anfrage: each Frage with its answer beneath, a joint answer once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Prefetch

from anfragen import oeffentlich, resolving
from anfragen.erweiterung import dokument_context
from anfragen.models import Anfrage, Antwort, Antwortteil, Dokument, Frage, Verweis
from anfragen.parsing.text import Lesetext, lies
from anfragen.querysets import AnfrageQuerySet
from anfragen.seiten.faden import faden
from anfragen.seiten.stand import BEWERTUNGEN, Stand, fragende, stand
from anfragen.seiten.stellen import antwort_anker, vorbemerkung_anker
from anfragen.seiten.textverweise import Textverweis, textverweise
from anfragen.seiten.worte import auf_fragen
from anfragen.seiten.zitate import verweise_aus, zitate
from anfragen.seiten.zitiert_von import zitiert_von
from anfragen.wortlaut import Absatz, absaetze, locate, text_absaetze

MAX_VERWEISE = 2000  # the page of the paper itself shows more, part by part
SATZENDE = (".", ":", "!", "?", ".“", "!“", "?“")


@dataclass(frozen=True)
class Textstueck:
    """Paragraphs in a row; `geordnet` are those that an extension shows anew, put in order, further down."""

    geordnet: bool
    absaetze: list[Absatz[Textverweis]]


@dataclass(frozen=True)
class Teil:
    """One text of an answer, as shown. `anker` is unique on the page."""

    antwort: Antwort
    fragen: list[Frage]
    stuecke: list[Textstueck]
    anker: str

    @property
    def auf_fragen(self) -> str:
        return auf_fragen(self.fragen)


@dataclass(frozen=True)
class Frageblock:
    """A Frage; `teile` answer it alone, `gemeinsam` answer it together with others and stand further down."""

    frage: Frage
    urteil: Stand | None
    teile: list[Teil]
    gemeinsam: list[Teil]


@dataclass(frozen=True)
class Antwortblock:
    """An answer with its texts and what extensions know about it."""

    antwort: Antwort
    vorbemerkung: list[Absatz[Textverweis]]
    vorbemerkung_anker: str
    teile: list[Teil]
    erweiterung: dict[str, Any]

    @property
    def gemeinsam(self) -> list[Teil]:
        """What doesn't stand beneath a single Frage."""
        return [teil for teil in self.teile if len(teil.fragen) != 1]


def anfragen_mit_volltext() -> AnfrageQuerySet:
    """As `oeffentlich.anfragen_mit_text`, with the texts of the answering papers: references count in them."""
    antworten = (
        Antwort.objects.oeffentlich()
        .select_related("ministerium", "dokument__wahlperiode__parlament", "dokument__reihe")
        .defer("dokument__belege")
        .prefetch_related(Prefetch("teile", oeffentlich.antwortteile()))
        .order_by("dokument__datum", "dokument__nummer")
    )
    return (
        Anfrage.objects.oeffentlich()
        .select_related("wahlperiode__parlament")
        .defer("suchtext")
        .prefetch_related(
            "fragesteller__fraktion",
            "fraktionen",
            "fragen",
            Prefetch("antworten", antworten),
            Prefetch("dokument", Dokument.objects.oeffentlich().with_nummer().defer("belege")),
        )
    )


def anfrageseite(anfrage: Anfrage) -> dict[str, Any]:
    """The context for an Anfrage from `anfragen_mit_volltext`."""
    antworten = list(anfrage.antworten.all())
    eigene = oeffentlich.papiere_von(anfrage)
    fragen = list(anfrage.fragen.all())
    verweise = list(verweise_aus(eigene)[:MAX_VERWEISE])
    lesungen = {dokument.pk: lies(dokument.text) for dokument in eigene if dokument.text}
    gezeigt = _textverweise(verweise, lesungen)
    bloecke = [
        _antwortblock(antwort, fragen, lesungen.get(antwort.dokument_id), gezeigt.get(antwort.dokument_id, []))
        for antwort in antworten
    ]
    teile = [teil for block in bloecke for teil in block.teile]
    return {
        "anfrage": anfrage,
        "stand": stand(anfrage, fragen),
        "fragende": fragende(anfrage),
        "vorbemerkung": _vorbemerkung(anfrage, lesungen, gezeigt),
        "vorbemerkung_anker": vorbemerkung_anker(),
        "antworten": bloecke,
        "fragen": [_frageblock(frage, teile) for frage in fragen],
        "hat_bewertung": any(frage.bewertung for frage in fragen),
        "faden": faden(anfrage),
        "nachfragen": list(anfrage.nachfragen.oeffentlich().offen().select_related("frage")),
        "zitate": zitate(verweise, [anfrage, *eigene]),
        "zitiert_von": zitiert_von(eigene, anfrage),
        "verweise": verweise,
        "hat_text": bool(lesungen),
        "wahlperiode_erschlossen": any(verweis.wahlperiode_abgeleitet for verweis in verweise),
    }


def _textverweise(verweise: Sequence[Verweis], lesungen: Mapping[int, Lesetext]) -> dict[int, list[Textverweis]]:
    """As each of the papers shows them."""
    kandidaten = resolving.kandidaten(verweise)
    return {
        papier: textverweise(list(gruppe), lesungen.get(papier), kandidaten=kandidaten)
        for papier, gruppe in groupby(verweise, lambda verweis: verweis.dokument_id)
    }


def _vorbemerkung(
    anfrage: Anfrage, lesungen: Mapping[int, Lesetext], verweise: Mapping[int, Sequence[Textverweis]]
) -> list[Absatz[Textverweis]]:
    """With the references of the paper that it is printed in, the question's own or an answer's."""
    for papier, lesung in lesungen.items():
        if spanne := locate(lesung, anfrage.vorbemerkung):
            return absaetze(lesung, verweise.get(papier, ()), spanne)
    return text_absaetze(anfrage.vorbemerkung, None, [])


def _antwortblock(
    antwort: Antwort, fragen: Sequence[Frage], lesung: Lesetext | None, verweise: Sequence[Textverweis]
) -> Antwortblock:
    dokument = antwort.dokument
    erweiterung = dokument_context(dokument)
    return Antwortblock(
        antwort=antwort,
        vorbemerkung=text_absaetze(antwort.vorbemerkung, lesung, verweise),
        vorbemerkung_anker=vorbemerkung_anker(antwort),
        teile=[_teil(teil, antwort, fragen, lesung, verweise, erweiterung["spannen"]) for teil in antwort.teile.all()],
        erweiterung=erweiterung,
    )


def _teil(
    teil: Antwortteil,
    antwort: Antwort,
    fragen: Sequence[Frage],
    lesung: Lesetext | None,
    verweise: Sequence[Textverweis],
    geordnet: Sequence[tuple[int, int]],
) -> Teil:
    beantwortet = set(teil.fragen.all())
    return Teil(
        antwort=antwort,
        fragen=[frage for frage in fragen if frage in beantwortet],
        stuecke=_stuecke(text_absaetze(teil.text, lesung, verweise, teil.start or 0), geordnet),
        anker=antwort_anker(antwort, teil.position),
    )


def _stuecke(absaetze: Sequence[Absatz[Textverweis]], geordnet: Sequence[tuple[int, int]]) -> list[Textstueck]:
    """Sets apart the table that `geordnet`, spans of the source, were read from: all between the first and the last.

    The headings right before the first belong to it: paragraphs that end like no sentence.
    """
    start = min((spanne[0] for spanne in geordnet), default=0)
    ende = max((spanne[1] for spanne in geordnet), default=0)
    in_tabelle = [a.start is not None and a.ende is not None and a.start < ende and a.ende > start for a in absaetze]
    if True in in_tabelle:
        erste = in_tabelle.index(True)
        while erste and not absaetze[erste - 1].text.endswith(SATZENDE):
            erste -= 1
            in_tabelle[erste] = True
    gruppen = groupby(zip(in_tabelle, absaetze, strict=True), lambda paar: paar[0])
    return [Textstueck(ist_tabelle, [absatz for _, absatz in gruppe]) for ist_tabelle, gruppe in gruppen]


def _frageblock(frage: Frage, teile: Sequence[Teil]) -> Frageblock:
    passend = [teil for teil in teile if frage in teil.fragen]
    return Frageblock(
        frage=frage,
        urteil=BEWERTUNGEN[Frage.Bewertung(frage.bewertung)] if frage.bewertung else None,
        teile=[teil for teil in passend if len(teil.fragen) == 1],
        gemeinsam=[teil for teil in passend if len(teil.fragen) > 1],
    )
