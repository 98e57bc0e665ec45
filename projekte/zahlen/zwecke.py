"""What a figure is for, read from its clause so that two can be held against each other. Pure."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from anfragen.parsing import zeiten
from projekte.parsing import staende, zahlworte

WORT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Words that say nothing of what a figure is for; units of amounts and shares are among them.
LEER = frozenset(
    WORT.findall(
        # articles and pronouns
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen es er sie "
        "ihr ihre sich "
        # small words
        "und oder sowie auch in im an am auf aus bei beim bis für mit nach ohne seit über um unter vom von "
        "vor während wegen zu zum zur durch pro als dass hier dort dabei davon darunter dazu damit darin "
        "hiervon hierfür dafür daher somit wobei "
        # verbs without a meaning of their own
        "ist sind war waren wird werden wurde wurden worden hat haben hatte hatten kann können soll sollen "
        "liegt liegen "
        # when and how exactly
        "heute bisher bislang bereits derzeit aktuell inzwischen mittlerweile jetzt zuletzt noch schon erneut "
        "weitere weiteren stand stichtag jahr jahre jahres ende mitte anfang rund circa ca etwa gut knapp "
        "fast nahezu annähernd mehr weniger mindestens höchstens maximal insgesamt jeweils je zwischen "
        "schätzungsweise "
        # units, and what all figures are about
        "projekt projekte projektes projekts höhe euro eur mio mrd tsd million millionen milliarde milliarden "
        "tausend prozent prozentpunkt prozentpunkte prozentpunkten "
    )
)
GEZAEHLTES = re.compile(r"(?<=[a-zäöüß] )\d{1,3}(?! [A-ZÄÖÜ]|[\d.,])")  # "Modul 2", but not "mit 8 Anträgen"
ZAHLWORT = re.compile(rf"\b{zahlworte.ZAHLWORT}")
JAHR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,])")
ENDUNG = re.compile(r"(?<=\w{4})(?:e[nrms]?|n|s)$")  # "Anträgen", "Antrags"
UMLAUTE = str.maketrans("äöüß", "aous")


@dataclass(frozen=True)
class Zeitraum:
    """A period that a clause names, with its way: "im Jahr 2020", "bis Ende 2021"."""

    richtung: zeiten.Richtung
    von: date
    bis: date


@dataclass(frozen=True)
class Zweck:
    """The words of a clause that carry meaning, and the periods that it names; as-of days are none of them."""

    worte: frozenset[str]
    zeitraeume: frozenset[Zeitraum]

    def likeness(self, anderer: "Zweck") -> float:
        """The share of their words that both have, from 0 to 1."""
        alle = self.worte | anderer.worte
        return len(self.worte & anderer.worte) / len(alle) if alle else 0.0

    @property
    def genau(self) -> frozenset[Zeitraum]:
        """The periods that a figure is of, without those that it lasts until or from."""
        return frozenset(zeit for zeit in self.zeitraeume if zeit.richtung is zeiten.Richtung.AM)

    @property
    def vorbei(self) -> date | None:
        """The day on which all that the clause speaks of was over; None if it names no end."""
        if not self.zeitraeume or any(zeit.richtung is zeiten.Richtung.AB for zeit in self.zeitraeume):
            return None
        return max(zeit.bis for zeit in self.zeitraeume)


@lru_cache(maxsize=10_000)  # the same clause is held against many others
def read(wofuer: str, zahlen: tuple[str, ...] = (), namen: tuple[str, ...] = ()) -> Zweck:
    """The purpose that a clause names.

    `zahlen` are the figures in it, as printed; `namen` what all figures it is held against share: the names of the
    project and of the place.
    """
    text = wofuer
    for zahl in sorted(zahlen, key=len, reverse=True):
        # Of a counted thing the thing stays: "sechs Anträge"
        text = text.replace(zahl, " ".join(WORT.findall(ZAHLWORT.sub(" ", zahl))))
    for stand in reversed(staende.find(text, 0, len(text))):
        text = f"{text[: stand.start]} {text[stand.ende :]}"
    zeitraeume = set()
    for zeit in reversed(zeiten.find(text, 0, len(text))):
        zeitraeume.add(Zeitraum(zeit.richtung, zeit.von, zeit.bis))
        text = f"{text[: zeit.start]} {text[zeit.ende :]}"
    for jahr in JAHR.findall(text):
        zeitraeume.add(Zeitraum(zeiten.Richtung.AM, date(int(jahr), 1, 1), date(int(jahr), 12, 31)))
    gemeinsam = {stem(wort) for name in namen for wort in WORT.findall(name)}
    ohne_zahlworte = ZAHLWORT.sub(" ", text)
    worte = {stem(wort) for wort in WORT.findall(ohne_zahlworte) if wort.lower() not in LEER}
    return Zweck(frozenset(worte - gemeinsam | set(GEZAEHLTES.findall(text))), frozenset(zeitraeume))


@lru_cache(maxsize=10_000)
def stem(wort: str) -> str:
    """`Anträgen` and `Antrag` are one word: without ending and umlaut. Crude, because it only has to be the same."""
    return ENDUNG.sub("", wort.lower().translate(UMLAUTE))
