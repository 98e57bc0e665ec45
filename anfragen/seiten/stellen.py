"""In which part of its paper a passage stands: a Frage, an answer, a Vorbemerkung."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Prefetch, QuerySet

from anfragen import oeffentlich
from anfragen.models import Anfrage, Antwort, Frage, Verweis
from anfragen.seiten.worte import auf_fragen
from anfragen.wortlaut import passage

VERGLEICHEN = 30  # characters beside a reference that tell it from another of the same wording


@dataclass(frozen=True)
class Passage:
    """A reference, or a commitment, with the words around it, as `oeffentlich.with_textstelle` reads them."""

    verweis: Any

    @cached_property
    def teile(self) -> tuple[str, str, str]:
        """What stands before, at and after it."""
        verweis = self.verweis
        if verweis.start is None or not verweis.textstelle:
            return "", verweis.wortlaut, ""
        beginn = max(verweis.start - oeffentlich.UMGEBUNG, 0)
        return passage(verweis.textstelle, verweis.start - beginn, verweis.ende - beginn)

    def stands_in(self, text: str) -> bool:
        """Whether this recorded text has it, with what stands around it as far as the text goes."""
        flach = " ".join(text.split())
        davor, wortlaut, danach = self.teile
        for stelle in re.finditer(re.escape(wortlaut), flach) if wortlaut else ():
            links = flach[max(0, stelle.start() - VERGLEICHEN) : stelle.start()]
            rechts = flach[stelle.end() : stelle.end() + VERGLEICHEN]
            if (davor.endswith(links) or links.endswith(davor)) and (
                danach.startswith(rechts) or rechts.startswith(danach)
            ):
                return True
        return False


@dataclass(frozen=True)
class Ort:
    """The part in words, and the address that shows it; either is empty if there is none.

    `fragt` are the Anfragen whose askers say it.
    """

    wort: str = ""
    adresse: str = ""
    fragt: tuple[Anfrage, ...] = ()


def antwort_anker(antwort: Antwort, position: int) -> str:
    """Where the page of an Anfrage shows a part of an answer."""
    return f"antwort-{antwort.dokument.nummer}-{position}"


def vorbemerkung_anker(antwort: Antwort | None = None) -> str:
    """Where it shows the Vorbemerkung of an answer, or that of the Anfrage itself."""
    return f"vorbemerkung-{antwort.dokument.nummer}" if antwort else "vorbemerkung"


def passagen(verweise: Sequence[Verweis]) -> list[tuple[Passage, Ort]]:
    """Each of these references in its words and with its part, in a fixed number of queries."""
    gelesen = [Passage(verweis) for verweis in oeffentlich.with_textstelle(verweise)]
    papiere = Papiere({verweis.dokument_id for verweis in verweise})
    return [(stelle, papiere.ort(stelle)) for stelle in gelesen]


class Papiere:
    """The parts of some papers."""

    def __init__(self, dokumente: Iterable[int]) -> None:
        papiere = set(dokumente)
        self.fragen: dict[int, list[Frage]] = {}
        for frage in _fragen(papiere):
            self.fragen.setdefault(frage.gelesen_in_id or 0, []).append(frage)
        self.antworten = {antwort.dokument_id: antwort for antwort in _antworten(papiere)}
        self.gestellt = {anfrage.dokument_id: anfrage for anfrage in _anfragen().filter(dokument__in=papiere)}

    def ort(self, passage: Passage) -> Ort:
        dokument_id, verweis = passage.verweis.dokument_id, passage.verweis
        if frage := _covering(self.fragen.get(dokument_id, ()), verweis):
            return Ort(f"Frage {frage.label}", _adresse(frage.anfrage, f"frage-{frage.nummer}"), (frage.anfrage,))
        gestellt, antwort = self.gestellt.get(dokument_id), self.antworten.get(dokument_id)
        if antwort:
            return self._in_antwort(passage, antwort)
        if gestellt:
            in_vorbemerkung = passage.stands_in(gestellt.vorbemerkung)
            wort = "Vorbemerkung der Fragestellenden" if in_vorbemerkung else ""
            return Ort(wort, _adresse(gestellt, vorbemerkung_anker()), (gestellt,))
        return Ort()

    def _in_antwort(self, passage: Passage, antwort: Antwort) -> Ort:
        anfragen = list(antwort.anfragen.all())
        erste = anfragen[0] if anfragen else None
        if teil := _covering(antwort.teile.all(), passage.verweis):
            wort = f"{antwort.get_art_display()} {auf_fragen(list(teil.fragen.all()))}".strip()
            return Ort(wort, _adresse(erste, antwort_anker(antwort, teil.position)))
        for anfrage in anfragen:
            if passage.stands_in(anfrage.vorbemerkung):
                adresse = _adresse(anfrage, vorbemerkung_anker())
                return Ort("Vorbemerkung der Fragestellenden", adresse, (anfrage,))
        if passage.stands_in(antwort.vorbemerkung):
            return Ort("Vorbemerkung der Landesregierung", _adresse(erste, vorbemerkung_anker(antwort)))
        return Ort()


def _covering[T: (Any)](spannen: Iterable[T], verweis: Verweis) -> T | None:
    if verweis.start is None:
        return None
    return next((s for s in spannen if s.start is not None and s.start <= verweis.start < s.ende), None)


def _adresse(anfrage: Anfrage | None, anker: str) -> str:
    """Empty if the Anfrage has no page of its own: that of its paper has no such places."""
    return f"{anfrage.get_absolute_url()}#{anker}" if anfrage and anfrage.nummer else ""


def _anfragen() -> QuerySet[Anfrage]:
    return Anfrage.objects.oeffentlich().select_related("wahlperiode__parlament").defer("suchtext").order_by("nummer")


def _fragen(papiere: set[int]) -> QuerySet[Frage]:
    fragen = Frage.objects.filter(gelesen_in__in=papiere, anfrage__veroeffentlichung=oeffentlich.PUBLIC)
    return fragen.prefetch_related(Prefetch("anfrage", _anfragen())).defer("text", "hinweis", "bewertung_grund")


def _antworten(papiere: set[int]) -> QuerySet[Antwort]:
    return (
        Antwort.objects.oeffentlich()
        .filter(dokument__in=papiere)
        .select_related("dokument")
        .defer("dokument__text", "dokument__belege")
        .prefetch_related(
            Prefetch("teile", oeffentlich.antwortteile().defer("text")), Prefetch("anfragen", _anfragen())
        )
    )
