"""Which predicates commit: "wird ... vorlegen", "ist ... geplant", "soll ... werden", "wird derzeit geprüft"."""

from collections.abc import Iterator
from dataclasses import dataclass

from anfragen.parsing import tatworte as worte
from anfragen.parsing.fristen import Frist
from anfragen.parsing.hauptsatz import HILFSVERBEN, Hauptsatz
from anfragen.parsing.records import Zusageart


@dataclass(frozen=True)
class Lage:
    """What a main clause commits to, by which rule, and how surely."""

    art: Zusageart
    regel: str
    sicherheit: float
    frist: Frist


def find_praedikat(text: str, satz: Hauptsatz, frist: Frist) -> Lage | None:
    """What the clause commits to; `text` is what it was taken from, and `frist` its dates."""
    if frist.vorbei or not satz.worte or (satz.relativ and not frist.erst_spaeter):
        return None
    return _Satz(text, satz, frist).read()


class _Satz:
    """One main clause as words in small letters, and what is true of it as a whole."""

    def __init__(self, text: str, satz: Hauptsatz, frist: Frist) -> None:
        self.frist = frist
        self.fragt = satz.fragt
        self.worte = [wort.klein for wort in satz.worte]
        self.gross = [wort.gross for wort in satz.worte]
        self.hilfsverb = [wort.ist_hilfsverb for wort in satz.worte]
        self.menge = frozenset(self.worte)
        self.text = text[satz.sichtbar[0][0] : satz.sichtbar[-1][1]]

    def read(self) -> Lage | None:
        if offen := self._undecided():
            return offen
        if not worte.NEIN.isdisjoint(self.menge):
            return None
        if not self.frist.faellig and (not worte.STAENDIG.isdisjoint(self.menge) or worte.REGELFALL.search(self.text)):
            return None
        return next((lage for lage in self._all() if lage), None)

    def _all(self) -> Iterator[Lage | None]:
        for stelle, wort in enumerate(self.worte):
            match wort if self.hilfsverb[stelle] or not self.gross[stelle] else "":
                case "wird" | "werden":
                    yield self._wird(stelle)
                case "soll" | "sollen":
                    yield self._soll(stelle)
                case "ist" | "sind":
                    yield self._ist(stelle)
                case "hat" | "haben":
                    yield self._hat(stelle)
                case "will" | "wollen" if self._by_land:
                    yield self._lage(Zusageart.PLANUNG, "will", 0.8) if self._rest(stelle) else None
                case _ if wort in worte.BEFINDEN:
                    yield self._state("befindet-sich")
        yield self._main_verb()

    # --- what is true of the clause ---

    @property
    def _by_land(self) -> bool:
        return bool(worte.LAND.search(self.text))

    @property
    def _by_others(self) -> bool:
        return bool(worte.FREMDE.match(self.text))

    @property
    def _now(self) -> bool:
        return not worte.DERZEIT.isdisjoint(self.menge)

    @property
    def _soon(self) -> bool:
        """Whether it is to happen later: a day after that of the answer, or a word such as "demnächst"."""
        bald = not worte.BALD.isdisjoint(self.menge) or bool(worte.DANACH.search(self.text))
        return bald or self.frist.erst_spaeter or self.frist.ab_spaeter

    def _rest(self, stelle: int) -> list[str]:
        """What follows a finite verb up to the next one, which is where its predicate ends."""
        for ende in range(stelle + 1, len(self.worte)):
            if self.hilfsverb[ende] and ende + 1 < len(self.worte):
                return self.worte[stelle + 1 : ende - (self.worte[ende - 1] in ("und", "sowie", "oder"))]
        return self.worte[stelle + 1 :]

    def _verbs(self, stelle: int) -> list[str]:
        """The small words of that rest, and a participle that stands before the finite verb: "Angestrebt wird"."""
        rest = self._rest(stelle)
        klein = [w for w, gross in zip(rest, self.gross[stelle + 1 :], strict=False) if not gross]
        return [*self.worte[:stelle], *klein] if stelle == 1 else klein

    def _left_to_others(self, verben: list[str]) -> bool:
        """Whether it is others who are to act: "Anträge sollen bis Ende März gestellt werden"."""
        antrag = any(wort.startswith(("antr", "nachweis")) for wort in self.worte)
        return not worte.ANDERER.isdisjoint(verben) or (antrag and not {"gestellt", "stellen"}.isdisjoint(verben))

    def _lage(self, art: Zusageart, regel: str, sicherheit: float = 0.9) -> Lage:
        """With a day what is announced or planned is a Termin; an examination stays one."""
        if self.frist.faellig and art in (Zusageart.ANKUENDIGUNG, Zusageart.PLANUNG):
            art = Zusageart.TERMIN
        return Lage(art, regel, sicherheit, self.frist)

    # --- predicates ---

    def _undecided(self) -> Lage | None:
        """What is not finished yet, the one no that commits: "Die Prüfung ist noch nicht abgeschlossen"."""
        laufend = next((worte.LAUFENDES[w] for w in self.worte if w in worte.LAUFENDES), None)
        if laufend is None:
            return None
        offen = {"noch", "nicht"} <= self.menge and not worte.ABGESCHLOSSEN.isdisjoint(self.menge)
        bedingt = worte.NEIN | HILFSVERBEN - {"wird", "werden"}
        dauert = not self.menge.isdisjoint(worte.ANDAUERN) and bedingt.isdisjoint(self.menge)
        aussteht = {"aus", "noch"} <= self.menge and not self.menge.isdisjoint({"steht", "stehen"})
        return self._lage(laufend, "dauert-an") if offen or dauert or aussteht else None

    def _wird(self, stelle: int) -> Lage | None:
        rest, verben = self._rest(stelle), self._verbs(stelle)
        if not verben:
            return None
        letztes = rest[-1] if rest else verben[-1]
        if not worte.PRUEFEN.isdisjoint(verben) or (not worte.UNTERSUCHEN.isdisjoint(verben) and self._now):
            return self._lage(Zusageart.PRUEFUNG, "wird-geprueft")
        if not worte.VORBEREITEN.isdisjoint(verben) and self._now and not self.frist.faellig:
            return self._lage(Zusageart.VORBEREITUNG, "wird-vorbereitet")
        if not worte.PLANEN.isdisjoint(verben):
            return self._lage(Zusageart.PLANUNG, "wird-geplant")
        if "gerechnet" in verben and self.frist.erst_spaeter:
            return self._lage(Zusageart.ANKUENDIGUNG, "erwartet", 0.7)
        if worte.MEDIEN.search(self.text):
            return None
        if not worte.BERICHTEN.isdisjoint(verben):
            return self._lage(Zusageart.ANKUENDIGUNG, "wird-berichtet", 0.8)
        taten = worte.TATEN | worte.WIRKUNGEN if self._by_land else worte.TATEN
        if not taten.isdisjoint(verben):
            if self._by_others:
                return None
            if not {"prüfen", "überprüfen"}.isdisjoint(verben):
                return self._lage(Zusageart.PRUEFUNG, "wird-pruefen")
            return self._lage(Zusageart.ANKUENDIGUNG, "wird-tun")
        return self._passive(verben, letztes)

    def _passive(self, verben: list[str], letztes: str) -> Lage | None:
        """ "wird bis Ende 2021 veröffentlicht": an announcement only if it says that it is to come."""
        if self._left_to_others(verben) or not worte.VERLAEUFE.isdisjoint(verben):
            return None
        vollendet = letztes in ("werden", "sein") and len(verben) > 1
        partizip = any(worte.PARTIZIP.fullmatch(verb) for verb in (verben[-2:] if vollendet else verben[-1:]))
        if partizip and (self._soon or (vollendet and letztes == "werden")):
            return self._lage(Zusageart.ANKUENDIGUNG, "wird-getan", 0.8)
        return None

    def _soll(self, stelle: int) -> Lage | None:
        verben = _without_aims(self._verbs(stelle))
        if not verben or not verben[-1].endswith("n") or self._left_to_others(verben[-2:]):
            return None
        letzte = verben[-2:-1] if verben[-1] in ("werden", "sein") else verben[-1:]
        if not worte.ZWECKE.isdisjoint(letzte) and not self.frist.faellig:
            return None
        return self._lage(Zusageart.PLANUNG, "soll", 0.7)

    def _ist(self, stelle: int) -> Lage | None:
        rest, verben = self._rest(stelle), self._verbs(stelle)
        if not {"worden", "gewesen"}.isdisjoint(rest):
            return None
        if not worte.PLANEN.isdisjoint(verben):
            return self._lage(Zusageart.PLANUNG, "ist-geplant")
        if "rechnen" in rest and self.frist.erst_spaeter:
            return self._lage(Zusageart.ANKUENDIGUNG, "erwartet", 0.7)
        if not worte.ZUSAGEN.isdisjoint(verben) and self.frist.erst_spaeter:
            return self._lage(Zusageart.ANKUENDIGUNG, "zugesagt", 0.8)
        return self._state("ist-in")

    def _hat(self, stelle: int) -> Lage | None:
        if self.frist.erst_spaeter and not self._by_others and not worte.ZUSAGEN.isdisjoint(self._rest(stelle)):
            return self._lage(Zusageart.ANKUENDIGUNG, "zugesagt", 0.8)
        return None

    def _state(self, regel: str) -> Lage | None:
        """ "in Vorbereitung", "in der abschließenden Ressortabstimmung", "im Entscheidungsprozess"."""
        for stelle, wort in enumerate(self.worte):
            if wort in ("in", "im"):
                for danach in self.worte[stelle + 1 : stelle + 4]:
                    if danach in worte.ZUSTAENDE:
                        return self._lage(worte.ZUSTAENDE[danach], regel)
        return None

    def _main_verb(self) -> Lage | None:
        """Verbs that commit by themselves, if they are the clause's finite verb: "plant", "prüft", "beginnt"."""
        stelle = next((i for i, wort in enumerate(self.worte) if wort in worte.VOLLVERBEN and not self.gross[i]), None)
        if stelle is None or any(wort in HILFSVERBEN for wort in self.worte[: stelle + 1]):
            return None
        verb, danach = self.worte[stelle], self.worte[stelle + 1 :]
        if self._by_others:
            return None
        if verb in ("plant", "planen", "beabsichtigt", "beabsichtigen"):
            return self._lage(Zusageart.PLANUNG, "plant")
        if verb in ("sieht", "sehen") and "vor" in danach:
            return None if worte.GESETZ.search(self.text) else self._lage(Zusageart.PLANUNG, "sieht-vor", 0.8)
        if verb in ("strebt", "streben") and "an" in danach:
            return self._lage(Zusageart.PLANUNG, "strebt-an", 0.8)
        if verb in ("bereitet", "bereiten") and "vor" in danach:
            return self._lage(Zusageart.VORBEREITUNG, "bereitet-vor")
        if self._by_land and worte.SAGT_ZU.search(self.text):
            return self._lage(Zusageart.ANKUENDIGUNG, "sagt-zu")
        if verb in ("prüft", "prüfen", "überprüft", "überprüfen") and (self._by_land or self._now or self.fragt):
            return self._lage(Zusageart.PRUEFUNG, "prueft")
        if verb in ("erarbeitet", "erarbeiten") and (self._by_land or self._now):
            return self._lage(Zusageart.VORBEREITUNG, "erarbeitet")
        if verb in ("geht", "gehen", "rechnet", "rechnen") and self.frist.erst_spaeter:
            erwartet = not self.menge.isdisjoint({"davon", "damit", "mit"})
            return self._lage(Zusageart.ANKUENDIGUNG, "erwartet", 0.7) if erwartet else None
        if verb in worte.MIT_TERMIN and self.frist.erst_spaeter and "außer" not in danach:
            return self._lage(Zusageart.ANKUENDIGUNG, "mit-termin", 0.8)
        return None


def _without_aims(verben: list[str]) -> list[str]:
    """Up to the first infinitive with "zu", which tells what for: "dazu beitragen, die Qualität zu erhöhen"."""
    return verben[: verben.index("zu")] if "zu" in verben else verben
