"""The one entry point: a document's text in, everything read from it out."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from anfragen.parsing.abschnitte import Ueberschrift, anlage_ab, ueberschrift_anfrage, ueberschrift_landesregierung
from anfragen.parsing.antworten import find_antwortteile, find_marken_start
from anfragen.parsing.beantwortung import Satz
from anfragen.parsing.fassung import find_fremd
from anfragen.parsing.fragen import OHNE_NUMMER, Fund, as_frage, find_fragen
from anfragen.parsing.records import Abschnitt, Anfrageart, Antwortteil, Befund, Drucksache, Verweis, Vorblatt, Zusage
from anfragen.parsing.seiten import fussnoten_ab
from anfragen.parsing.text import Lesetext, lies
from anfragen.parsing.verweise import find_verweise
from anfragen.parsing.vorblatt import Kopf, lies_kopf
from anfragen.parsing.widersprueche import fragen_befunde
from anfragen.parsing.zusagen import find_zusagen

LEER_MAX = 300  # characters after the head that need hold no question: "[...]", a letter's close


def parse(quelle: str) -> Drucksache:
    """Everything read from one document. Never raises: what is not found stays empty."""
    text = lies(quelle)
    if fremd := find_fremd(text.text):
        return _of_another_parliament(text, fremd)
    kopf = lies_kopf(text)
    rumpf = _Rumpf(text, kopf)
    fragen = tuple(as_frage(text, fund) for fund in rumpf.funde)
    verweise, verweisbefunde = find_verweise(text, wahlperiode=kopf.vorblatt.wahlperiode)
    vorbemerkung = rumpf.vorbemerkung_landesregierung()
    return Drucksache(
        quelle=quelle,
        vorblatt=kopf.vorblatt,
        beantwortung=kopf.beantwortung,
        vorbemerkung_anfrage=rumpf.vorbemerkung_anfrage(),
        vorbemerkung_landesregierung=vorbemerkung,
        fragen=fragen,
        antwortteile=rumpf.antwortteile,
        verweise=verweise,
        zusagen=find_zusagen(text, rumpf.antwortteile, vorbemerkung, _said_on(kopf)),
        befunde=(*kopf.befunde, *rumpf.befunde(), *fragen_befunde(fragen, rumpf.antwortteile), *verweisbefunde),
    )


def _said_on(kopf: Kopf) -> date | None:
    """The day of what an answer says: of its letter, else the nearest that is printed."""
    geschrieben = kopf.beantwortung.datum if kopf.beantwortung else None
    return geschrieben or kopf.vorblatt.datum_original or kopf.vorblatt.datum_kopf


def _of_another_parliament(text: Lesetext, kopf: "re.Match[str]") -> Drucksache:
    """Nothing but that: its numbers are like those of the Landtag and would be taken for them."""
    befund = Befund(
        "fremdes-parlament",
        f"Der Kopf nennt „{kopf['name']}“; gelesen werden nur Dokumente des Landtags Nordrhein-Westfalen.",
        (text.source_span(*kopf.span()),),
    )
    return Drucksache(quelle=text.quelle, vorblatt=Vorblatt(), befunde=(befund,))


class _Rumpf:
    """The body: where its headings, its sentence and its questions stand, as offsets into the reading text."""

    def __init__(self, text: Lesetext, kopf: Kopf) -> None:
        self.text = text
        self.ab = kopf.rumpf
        self.fragen_ab = kopf.fragen_ab
        self.ende = min(text.text_offset(fussnoten_ab(text.quelle)), anlage_ab(text))
        self.ist_antwort = kopf.vorblatt.ist_antwort
        self.ist_anfrage = kopf.vorblatt.anfrageart is not None
        self.satz: Satz | None = kopf.satz
        self.anfrage: Ueberschrift | None = ueberschrift_anfrage(text.text, self.fragen_ab)
        regierung_ab = max(self.fragen_ab, self.anfrage.ende if self.anfrage else 0)
        self.regierung: Ueberschrift | None = (
            ueberschrift_landesregierung(text.text, regierung_ab) if self.ist_antwort else None
        )
        self.funde: tuple[Fund, ...] = self._fragen()
        self.antwortteile: tuple[Antwortteil, ...] = self._antwortteile() if self.ist_antwort else ()

    def _fragen(self) -> tuple[Fund, ...]:
        """The questions after the Beantwortungssatz, where each is printed above its answer; else those before it.

        A "Wortlaut der Kleinen Anfrage" lists them before, and the answers may then only name their numbers.
        """
        beginn = max(self.fragen_ab, self.anfrage.ende if self.anfrage else 0)
        satz_ende = self.satz.ende if self.satz else 0
        danach = find_fragen(self.text.text, max(beginn, satz_ende), self.ende)
        davor: tuple[Fund, ...] = ()
        if self.satz and self.satz.start > beginn:
            davor = find_fragen(self.text.text, beginn, self.satz.start)
        auswahl = sorted((danach, davor), key=lambda funde: (_numbered(funde), len(funde)), reverse=True)
        if auswahl[0] and auswahl[0][0].regel == OHNE_NUMMER and self.regierung and danach:
            # Without numbers, a question mark in the government's own Vorbemerkung must not count as asked.
            return find_fragen(self.text.text, max(beginn, satz_ende, self.regierung.ende), self.ende) or auswahl[0]
        return auswahl[0]

    def _antwortteile(self) -> tuple[Antwortteil, ...]:
        if not self.funde:
            return ()
        return find_antwortteile(self.text, self.funde, self._antwort_ab(), self.ende)

    def _antwort_ab(self) -> int:
        """Where answers can begin: after the sentence, and after a Vorbemerkung that follows the listed questions."""
        letzte = self.funde[-1].ende
        ab = max(letzte if self.satz and self.satz.start >= letzte else 0, self.satz.ende if self.satz else 0)
        if self.regierung and self.regierung.start >= letzte:
            return find_marken_start(self.text.text, self.regierung.ende, self.ende, self.funde)
        return ab

    def befunde(self) -> Iterator[Befund]:
        """Text that should hold questions or answers, and in which none is found."""
        ab = self.satz.ende if self.satz else self.fragen_ab
        if self.ist_anfrage and not self.funde and self.ende - ab > LEER_MAX:
            yield Befund("fragen-nicht-gefunden", "Im Text ist keine Frage zu erkennen.", (self._spanne(ab),))
        elif self.satz and self.funde and not self.antwortteile and self.ende - ab > LEER_MAX:
            yield Befund("antworten-nicht-gefunden", "Im Text ist keine Antwort zu erkennen.", (self._spanne(ab),))

    def _spanne(self, ab: int) -> tuple[int, int]:
        return self.text.source_span(ab, self.ende)

    def vorbemerkung_anfrage(self) -> Abschnitt | None:
        if self.anfrage:
            start = self.anfrage.ende
        elif self.funde and not self.ist_antwort:
            start = self.ab
        else:
            return None
        return self._abschnitt(start, self._naechstes(start))

    def vorbemerkung_landesregierung(self) -> Abschnitt | None:
        if not self.regierung:
            return None
        start = self.regierung.ende
        ende = self._naechstes(start)
        if self.funde and self.funde[-1].ende <= self.regierung.start:
            ende = min(ende, self._antwort_ab())
        return self._abschnitt(start, ende)

    def _naechstes(self, ab: int) -> int:
        """The next thing that begins after `ab`: a heading, the sentence, the first question, or the end."""
        beginne = [self.satz.start] if self.satz else []
        beginne += [ueberschrift.start for ueberschrift in (self.anfrage, self.regierung) if ueberschrift]
        beginne += [self.funde[0].beginn] if self.funde else []
        return min((beginn for beginn in beginne if beginn >= ab), default=self.ende)

    def _abschnitt(self, start: int, ende: int) -> Abschnitt | None:
        inhalt = self.text.paragraphs(start, ende)
        if not inhalt:
            return None
        stueck = self.text.text[start:ende]
        start += len(stueck) - len(stueck.lstrip())
        ende -= len(stueck) - len(stueck.rstrip())
        return Abschnitt(inhalt, *self.text.source_span(start, ende))


def _numbered(funde: tuple[Fund, ...]) -> int:
    return sum(fund.regel != OHNE_NUMMER for fund in funde)


DOKUMENTARTEN = {
    (Anfrageart.KLEIN, True): "Kleine Anfrage (Antwort)",
    (Anfrageart.GROSS, True): "Große Anfrage (Antwort)",
    (Anfrageart.KLEIN, False): "Kleine Anfrage",
    (Anfrageart.GROSS, False): "Große Anfrage",
}


def as_json(drucksache: Drucksache) -> dict[str, Any]:
    """The record as plain values: dates as ISO strings, what is absent as null or an empty list.

    A question that is printed without a number has `nr` null, though its record counts it.
    """
    kopf, antwort = drucksache.vorblatt, drucksache.beantwortung
    gross = kopf.anfrageart is Anfrageart.GROSS
    return {
        "dokumentart": DOKUMENTARTEN.get((kopf.anfrageart, kopf.ist_antwort)) if kopf.anfrageart else None,
        "drucksache": str(kopf.drucksache) if kopf.drucksache else None,
        "wahlperiode": kopf.wahlperiode,
        "datum_kopf": kopf.datum_kopf.isoformat() if kopf.datum_kopf else None,
        "datum_original": kopf.datum_original.isoformat() if kopf.datum_original else None,
        "ausgegeben": kopf.ausgegeben.isoformat() if kopf.ausgegeben else None,
        "ka_nummer": None if gross else kopf.anfrage_nummer,
        "ga_nummer": kopf.anfrage_nummer if gross else None,
        "ka_datum": kopf.anfrage_datum.isoformat() if kopf.anfrage_datum else None,
        "frage_drucksache": str(kopf.frage_drucksache) if kopf.frage_drucksache else None,
        "abgeordnete": [person.name for person in kopf.fragesteller],
        "fraktionen": list(kopf.fraktionen),
        "titel": kopf.titel or None,
        "ministerium": antwort.amt if antwort else None,
        "antwort_schreiben_datum": antwort.datum.isoformat() if antwort and antwort.datum else None,
        "im_einvernehmen_mit": list(antwort.einvernehmen) if antwort else [],
        "vorbemerkung_anfrage": _text(drucksache.vorbemerkung_anfrage),
        "vorbemerkung_landesregierung": _text(drucksache.vorbemerkung_landesregierung),
        "fragen": [
            {
                "nr": None if frage.beleg.regel == OHNE_NUMMER else frage.nummer,
                "text": frage.text,
                "hinweis": frage.hinweis or None,
            }
            for frage in drucksache.fragen
        ],
        "antwortteile": [{"fragen": list(teil.fragen), "text": teil.text} for teil in drucksache.antwortteile],
        "gemeinsame_beantwortung": [list(teil.fragen) for teil in drucksache.antwortteile if len(teil.fragen) > 1],
        "verweise": [_verweis(verweis) for verweis in drucksache.verweise],
        "zusagen": [_zusage(zusage) for zusage in drucksache.zusagen],
        "befunde": [
            {"regel": befund.regel, "text": befund.text, "stellen": [list(stelle) for stelle in befund.belege]}
            for befund in drucksache.befunde
        ],
    }


def _text(abschnitt: Abschnitt | None) -> str | None:
    return abschnitt.text if abschnitt else None


def _verweis(verweis: Verweis) -> dict[str, Any]:
    return {
        "typ": verweis.typ.value,
        "wahlperiode": verweis.wahlperiode,
        "wahlperiode_abgeleitet": verweis.wahlperiode_abgeleitet,
        "nummer": verweis.nummer,
        "wortlaut": verweis.wortlaut,
        "start": verweis.beleg.start,
        "ende": verweis.beleg.ende,
    }


def _zusage(zusage: Zusage) -> dict[str, Any]:
    return {
        "art": zusage.art.value,
        "wortlaut": zusage.wortlaut,
        "faellig_am": zusage.faellig_am.isoformat() if zusage.faellig_am else None,
        "faellig_wortlaut": zusage.faellig_wortlaut or None,
        "antwortteil": zusage.teil,
        "start": zusage.beleg.start,
        "ende": zusage.beleg.ende,
    }
