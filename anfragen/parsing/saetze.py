"""Where sentences end in flat text, which has no line breaks to go by."""

import re
from bisect import bisect_right
from dataclasses import dataclass

# "durchgeführt werden. Neue", "genutzt.“ Das"; before a digit only after a full stop: "Perspektiven! 360°-Maßnahmen"
SATZENDE = re.compile(r"[.!?][“”\"»)]{0,2} (?=[„\"»(]?[A-ZÄÖÜ])|\. (?=\d)")
# "Prof. Dr. Thomas", "z. B. Essen", "2. Bundesliga"; "4.0" and "28.05.2020" have no space after the stop
ABKUERZUNG = re.compile(
    r"(?:\b(?:Prof|Dr|Dipl|Ing|Nr|Nrn|Abs|Art|Drs|Vorl|bzw|ca|rd|vgl|Vgl|inkl|evtl|ggf|sog|max|min|Mio|Mrd|Tsd|Lt|Str)"
    r"|\b[A-Za-z]|(?<!\d)\d{1,2})\.$"
)
WEITE = 1_000  # characters; the longest sentence of 17/11212 has 561


@dataclass(frozen=True)
class Saetze:
    """The offsets at which sentences of one flat text begin, 0 among them."""

    text: str
    anfaenge: tuple[int, ...]

    def last_start(self, von: int, bis: int) -> int | None:
        """Where the last sentence within the span begins, if it is not the span's first."""
        stelle = bisect_right(self.anfaenge, bis - 1) - 1
        return self.anfaenge[stelle] if stelle >= 0 and self.anfaenge[stelle] > von else None

    def around(self, bei: int) -> tuple[int, int]:
        """The sentence that holds this offset, without the space after it; of an endless one, what is near."""
        stelle = bisect_right(self.anfaenge, bei)
        ende = self.anfaenge[stelle] - 1 if stelle < len(self.anfaenge) else len(self.text)
        return max(self.anfaenge[stelle - 1], bei - WEITE), min(ende, bei + WEITE)

    def within(self, von: int, bis: int) -> list[tuple[int, int]]:
        """The sentences of a span, cut at its borders."""
        innen = self.anfaenge[bisect_right(self.anfaenge, von) : bisect_right(self.anfaenge, bis - 1)]
        starts = [von, *innen]
        return [(start, ende) for start, ende in zip(starts, [*innen, bis], strict=True) if start < ende]


def split(flat: str) -> Saetze:
    anfaenge = [0]
    for ende in SATZENDE.finditer(flat):
        if not ABKUERZUNG.search(flat, max(0, ende.start() - 8), ende.start() + 1):
            anfaenge.append(ende.end())
    return Saetze(flat, tuple(anfaenge))
