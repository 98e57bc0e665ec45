"""Printed names of Fraktionen, houses and people to master data. Finds or says None; never guesses."""

import re
from datetime import date
from functools import cached_property

from anfragen.models import Fraktion, Ministerium, Wahlperiode

# "Prof. Dr." in „Prof. Dr. Karsten Rudolph“, "Dipl.-Ing." in „Dipl.-Ing. Eva Ott“
TITEL = re.compile(r"^(?:(?:Prof|Dr|Dipl|Mag|med|phil|jur|rer|nat|pol|h|c|habil)\.(?:-Ing\.)? ?)+")
AMT = re.compile(r"^(?:Der|Die|Dem|Das)\s+", re.IGNORECASE)  # "Der" in „Der Minister der Justiz“
# " im Geschäftsbereich des Ministerpräsidenten"
GESCHAEFTSBEREICH = re.compile(r",? (?:im Geschäftsbereich|insofern mit|und Chef|und Stellvertret).*$")

# Short forms of an office and the word that the house's name carries instead.
KURZFORMEN = {
    "justizminister": "justiz",
    "finanzminister": "finanzen",
    "innenminister": "inneres",
    "ministerpräsident": "ministerpräsident",
    "verkehrsminister": "verkehr",
    "umweltminister": "umwelt",
}
# What houses are called in print and index, brought to one word.
HAUSWORTE = {
    "ministerpräsident/in": "ministerpräsident",
    "staatskanzlei": "ministerpräsident",
    "innern": "inneres",
    "justizministerium": "justiz",
    "finanzministerium": "finanzen",
}


def name_ohne_titel(gedruckt: str) -> str:
    """`Prof. Dr. Karsten Rudolph` is the person `Karsten Rudolph`."""
    return TITEL.sub("", " ".join(gedruckt.split())) or gedruckt


def hausschluessel(name: str) -> str:
    """One key for a house whether printed as office or as house.

    `Der Minister für Verkehr` and `Ministerium für Verkehr` give `verkehr`; `Der Justizminister`, `Minister der
    Justiz` and `Justizministerium` give `justiz`.
    """
    kern = GESCHAEFTSBEREICH.sub("", AMT.sub("", " ".join(name.split()))).casefold()
    kern = re.sub(r"^minister(?:in|ium)?\s+(?:für|des|der)\s+", "", kern)
    kern = re.sub(r"(minister|präsident)(?:in|en)?$", r"\1", kern)
    kern = KURZFORMEN.get(kern, HAUSWORTE.get(kern, kern))
    return re.sub(r"\s*-\s*", "-", kern)  # "Natur- und" and "Natur-und" are one house


def _druckform(text: str) -> str:
    return re.sub(r"[\s/]+", "", text).casefold()


def _formen(fraktion: Fraktion) -> dict[str, Fraktion]:
    formen = (fraktion.verzeichnisname, fraktion.name, *fraktion.schreibweisen, fraktion.kurz)
    return {_druckform(form): fraktion for form in formen if form}


class Zuordnung:
    """The master data of one Wahlperiode, read once, looked up many times."""

    def __init__(self, wahlperiode: Wahlperiode) -> None:
        self.wahlperiode = wahlperiode

    @cached_property
    def _fraktionen(self) -> dict[str, Fraktion]:
        formen: dict[str, Fraktion] = {}
        for fraktion in Fraktion.objects.filter(wahlperiode=self.wahlperiode):
            formen |= _formen(fraktion)
        return formen

    @cached_property
    def _haeuser(self) -> list[tuple[str, Ministerium]]:
        return [
            (hausschluessel(form), haus)
            for haus in Ministerium.objects.filter(wahlperiode=self.wahlperiode).order_by("von")
            for form in {haus.name, haus.amt, haus.verzeichnisname}
            if form
        ]

    def fraktion(self, gedruckt: str) -> Fraktion | None:
        """`BÜNDNIS 90/ DIE GRÜNEN` in any spelling the master data know."""
        return self._fraktionen.get(_druckform(gedruckt))

    def add(self, fraktion: Fraktion) -> None:
        """Lets a new Fraktion be found, too."""
        self._fraktionen.update(_formen(fraktion))

    def ministerium(self, gedruckt: str, am: date | None = None) -> Ministerium | None:
        """The house of an office on a day, if only one fits; without a day, the one of the whole Wahlperiode."""
        schluessel = hausschluessel(gedruckt)
        passend = [haus for form, haus in self._haeuser if form == schluessel]
        if not passend:
            # „Der Innenminister“ of the Ministerium für Inneres und Kommunales: the short form names its first word.
            passend = [haus for form, haus in self._haeuser if schluessel and re.split(r"\W", form)[0] == schluessel]
        if am:
            im_amt = [haus for haus in passend if (not haus.von or haus.von <= am) and (not haus.bis or am <= haus.bis)]
            passend = im_amt or passend
        verschieden = set(passend)
        return verschieden.pop() if len(verschieden) == 1 else None
