"""How far an Anfrage was answered, in the words and signs that all pages share."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from anfragen.models import Anfrage, Frage, Fraktion


@dataclass(frozen=True)
class Stand:
    """A word with its sign (of zeichen.svg) and tone (class `stand--…`)."""

    wort: str
    zeichen: str
    ton: str


ZUSTAENDE = {
    Anfrage.Zustand.OFFEN: Stand("offen", "offen", "neutral"),
    Anfrage.Zustand.BEANTWORTET: Stand("beantwortet", "voll", "neutral"),
    Anfrage.Zustand.ZURUECKGEZOGEN: Stand("zurückgezogen", "nicht", "neutral"),
    Anfrage.Zustand.ERLEDIGT: Stand("erledigt durch Ablauf der Wahlperiode", "nicht", "neutral"),
}
BEWERTUNGEN = {
    Frage.Bewertung.BEANTWORTET: Stand("beantwortet", "voll", "gut"),
    Frage.Bewertung.TEILWEISE: Stand("teilweise beantwortet", "halb", "halb"),
    Frage.Bewertung.NICHT: Stand("nicht beantwortet", "nicht", "schlecht"),
}


def stand(anfrage: Anfrage, fragen: Iterable[Frage] = ()) -> Stand:
    """The state of the Anfrage, or the sum of the verdicts on its Fragen where they allow one."""
    zustand = Anfrage.Zustand(anfrage.zustand)
    urteil = _urteil([frage.bewertung for frage in fragen]) if zustand == Anfrage.Zustand.BEANTWORTET else None
    return BEWERTUNGEN[urteil] if urteil else ZUSTAENDE[zustand]


def _urteil(bewertungen: Iterable[str]) -> Frage.Bewertung | None:
    """One Frage that was not fully answered decides for "teilweise"; the other two take a verdict on every Frage."""
    verschieden = set(bewertungen)
    if len(verschieden) == 1 and "" not in verschieden:
        return Frage.Bewertung(verschieden.pop())
    if verschieden & {Frage.Bewertung.TEILWEISE, Frage.Bewertung.NICHT}:
        return Frage.Bewertung.TEILWEISE
    return None


@dataclass(frozen=True)
class Fragende:
    """Askers in printed order who share a Fraktion; without names the Fraktion itself asks."""

    namen: list[str]
    fraktion: Fraktion | None


def fragende(anfrage: Anfrage) -> list[Fragende]:
    """Expects `fragesteller` and `fraktionen` prefetched. Empty if nobody is known."""
    fragesteller = anfrage.fragesteller.all()
    if not fragesteller:
        return [Fragende([], fraktion) for fraktion in anfrage.fraktionen.all()]
    return [
        Fragende([person.name_gedruckt for person in gruppe], fraktion)
        for fraktion, gruppe in groupby(fragesteller, lambda person: person.fraktion)
    ]
