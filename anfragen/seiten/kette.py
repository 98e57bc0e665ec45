"""Where a referral leads ("siehe Antwort auf die Kleine Anfrage 4284"): the passage it means, and on from there.

Followed level by level, each in a fixed number of queries, until a passage sends nobody on, comes back to what was
shown, or isn't there; and never further than `TIEFE` levels of `BREITE` passages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import Any

from django.db.models import Q
from django.http import Http404

from anfragen import oeffentlich, resolving
from anfragen.models import Antwortteil, Dokument, Verweis
from anfragen.parsing.text import lies
from anfragen.seiten.stellen import passagen
from anfragen.seiten.textverweise import Textverweis, textverweise
from anfragen.seiten.ziele import Auszug, Stelle, Stueck, Ziele
from anfragen.wortlaut import Absatz, text_absaetze

TIEFE = 4
BREITE = 8
LAENGE = 1500  # characters of a passage after which no further paragraph is shown
MAX_STELLE = 2_147_483_647  # what the databases' integer column holds


@dataclass
class Glied:
    """A referral, the passage it means, and the referrals in that. Without `stelle` it was not followed."""

    verweis: Textverweis
    stelle: Stelle | None = None
    absaetze: list[Absatz[Textverweis]] = field(default_factory=list)
    gekuerzt: bool = False
    ist_schleife: bool = False
    weiter: list["Glied"] = field(default_factory=list)
    gezeigt: frozenset[Stueck] = frozenset()


def kettenseite(dokument: Dokument, stelle: str) -> dict[str, Any]:
    """The context for the reference that begins at this place in the text of `dokument`. Raises Http404 without one."""
    if not stelle.isdecimal() or len(stelle) > len(str(MAX_STELLE)) or int(stelle) > MAX_STELLE:
        raise Http404
    verweis = oeffentlich.verweise().filter(dokument=dokument, start=stelle).order_by("ende", "id").first()
    if verweis is None:
        raise Http404
    (textverweis,) = textverweise([verweis], lies(dokument.text), kandidaten=resolving.kandidaten([verweis]))
    ((passage, ort),) = passagen([verweis])
    return {"dokument": dokument, "verweis": textverweis, "passage": passage, "ort": ort, "kette": kette(textverweis)}


def kette(verweis: Textverweis) -> Glied:
    anfang = Glied(verweis, gezeigt=_herkunft(verweis.verweis))
    ebene = [anfang]
    for _ in range(TIEFE):
        _follow(ebene)
        ebene = [naechstes for glied in ebene for naechstes in glied.weiter][:BREITE]
        if not ebene:
            break
    return anfang


def _herkunft(verweis: Verweis) -> frozenset[Stueck]:
    """Where the chain begins, so that it is known again."""
    teil = Antwortteil.objects.filter(
        antwort__dokument=verweis.dokument_id, start__lte=verweis.start, ende__gt=verweis.start
    )
    return frozenset({("papier", verweis.dokument_id), *(("teil", pk) for pk in teil.values_list("pk", flat=True))})


def _follow(ebene: Sequence[Glied]) -> None:
    """Fills each with its passage and the referrals in it."""
    ziele = Ziele(glied.verweis.verweis for glied in ebene)
    auszuege: list[tuple[Glied, list[Auszug]]] = []
    for glied in ebene:
        weiter = glied.verweis.weiter
        glied.stelle = stelle = ziele.stelle(glied.verweis.verweis, weiter.fragen if weiter else ())
        glied.ist_schleife = bool(stelle.stuecke & glied.gezeigt)
        if not glied.ist_schleife:
            glied.gezeigt |= stelle.stuecke
            auszuege.append((glied, gezeigt := _enough(stelle.auszuege)))
            glied.gekuerzt = len(gezeigt) < len(stelle.auszuege)
    verweise = _verweise(auszug for _, gezeigt in auszuege for auszug in gezeigt)
    for glied, gezeigt in auszuege:
        absaetze = [absatz for auszug in gezeigt for absatz in _absaetze(auszug, verweise)]
        glied.absaetze = absaetze[: len(_enough(absaetze))]
        glied.gekuerzt |= len(glied.absaetze) < len(absaetze)
        glied.weiter = [Glied(verweis, gezeigt=glied.gezeigt) for verweis in _referrals(glied.absaetze)]


def _enough[T: (Auszug, Absatz[Textverweis])](stuecke: Sequence[T]) -> list[T]:
    """The first of them that together are long enough."""
    bis_dahin = accumulate((len(stueck.text) for stueck in stuecke), initial=0)
    return [stueck for stueck, davor in zip(stuecke, bis_dahin, strict=False) if davor < LAENGE]


def _verweise(auszuege: Iterable[Auszug]) -> list[Verweis]:
    """Those in these excerpts, not all of their papers."""
    darin = [Q(dokument=a.dokument, start__gte=a.start, start__lt=a.start + len(a.quelle)) for a in auszuege]
    return (
        list(oeffentlich.verweise().filter(reduce(or_, darin)).order_by("dokument_id", "start", "id")) if darin else []
    )


def _absaetze(auszug: Auszug, verweise: Iterable[Verweis]) -> list[Absatz[Textverweis]]:
    eigene = [verweis for verweis in verweise if verweis.dokument_id == auszug.dokument.pk]
    lesung = lies(auszug.quelle) if auszug.quelle else None
    return text_absaetze(auszug.text, lesung, textverweise(eigene, lesung, auszug.start))


def _referrals(absaetze: Iterable[Absatz[Textverweis]]) -> list[Textverweis]:
    """Those in these paragraphs, each place they lead to once."""
    alle = [s.verweis for absatz in absaetze for s in absatz.segmente if s.verweis and s.verweis.weiter]
    je_ziel = {(verweis.ziel or verweis.verweis.kennung, verweis.weiter): verweis for verweis in reversed(alle)}
    return list(reversed(je_ziel.values()))
