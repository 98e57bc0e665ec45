"""From what someone types into the search box to the record it names: `17/11212`, `KA 4284`, `Vorlage 17/3748`."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from anfragen import oeffentlich
from anfragen.models import Anfrage, Dokument
from anfragen.parsing.records import Dokumentnummer, Reihe

EINGABE = re.compile(r"(?P<wort>[^\d/]{0,30})(?P<nummer>[0-9][0-9/ ()a-zA-Z]{0,20})")  # "LT-Drs. 17/11212"
FUELLUNG = re.compile(r"[\s.:-]+|nr\.?\s*$")  # "KA Nr. 4284" and "Lt.-Drucksache" are plain "ka", "ltdrucksache"
REIHEN = {
    **dict.fromkeys(("drucksache", "drs", "ltdrs", "ltdrucksache", "landtagsdrucksache"), Reihe.DRUCKSACHE),
    "vorlage": Reihe.VORLAGE,
    **dict.fromkeys(("plenarprotokoll", "plpr"), Reihe.PLENARPROTOKOLL),
    **dict.fromkeys(("ausschussprotokoll", "apr"), Reihe.AUSSCHUSSPROTOKOLL),
}
ARTEN = {
    **dict.fromkeys(("ka", "kleineanfrage", "kleinenanfrage"), Anfrage.Art.KLEIN),
    **dict.fromkeys(("ga", "großeanfrage", "grosseanfrage", "großenanfrage"), Anfrage.Art.GROSS),
}
MAX_TREFFER = 20


@dataclass(frozen=True)
class Gesucht:
    """A typed number. Without `wahlperiode` any; without `reihe` and `art` whatever bears the number."""

    nummer: int
    wahlperiode: int | None = None
    zusatz: str = ""
    reihe: Reihe | None = None
    art: Anfrage.Art | None = None

    @property
    def ist_eindeutig_nummer(self) -> bool:
        """A bare `2030` may as well be a word to search for."""
        return bool(self.wahlperiode or self.reihe or self.art)


def parse(eingabe: str) -> Gesucht | None:
    """None if this is no number of a document or an Anfrage."""
    if not (match := EINGABE.fullmatch(eingabe.strip())):
        return None
    wort = FUELLUNG.sub("", match["wort"].lower())
    reihe, art = REIHEN.get(wort), ARTEN.get(wort)
    if wort and reihe is None and art is None:
        return None
    ziffern = match["nummer"].strip()
    if ziffern.isdecimal() and len(ziffern) <= 6 and int(ziffern):
        return Gesucht(int(ziffern), reihe=reihe, art=art)
    try:
        nummer = Dokumentnummer.parse(ziffern)
    except ValueError:
        return None
    return Gesucht(nummer.nummer, nummer.wahlperiode, nummer.zusatz, reihe, art)


def finde(gesucht: Gesucht) -> list[Anfrage | Dokument]:
    """The public records of the site's parliament that bear the number, newest Wahlperiode first.

    A bare number means an Anfrage if there is one; a number with Wahlperiode means a document.
    """
    if gesucht.art or not (gesucht.wahlperiode or gesucht.reihe):
        anfragen: list[Anfrage | Dokument] = list(_anfragen(gesucht)[:MAX_TREFFER])
        if anfragen or gesucht.art:
            return anfragen
    return list(_dokumente(gesucht)[:MAX_TREFFER])


def _anfragen(gesucht: Gesucht) -> QuerySet[Anfrage]:
    treffer = oeffentlich.anfragen_kurz().filter(nummer=gesucht.nummer)
    if gesucht.art:
        treffer = treffer.filter(art=gesucht.art)
    return _im_parlament(treffer, gesucht).order_by("-wahlperiode__nummer", "art", "id")


def _dokumente(gesucht: Gesucht) -> QuerySet[Dokument]:
    treffer = oeffentlich.dokumente().filter(nummer=gesucht.nummer)
    if gesucht.reihe:
        treffer = treffer.filter(reihe__schluessel=gesucht.reihe)
    if gesucht.zusatz:
        treffer = treffer.filter(zusatz=gesucht.zusatz)
    return _im_parlament(treffer, gesucht).order_by("-wahlperiode__nummer", "reihe__schluessel", "zusatz")


def _im_parlament[Q: QuerySet](treffer: Q, gesucht: Gesucht) -> Q:
    treffer = treffer.filter(wahlperiode__parlament__kuerzel=settings.PARLAMENT)
    return treffer.filter(wahlperiode__nummer=gesucht.wahlperiode) if gesucht.wahlperiode else treffer
