"""The corpus in `fixtures/korpus`, read in each form a paper can come in, and what is right and wrong about it.

A value is right if the same value is expected, word for word but for white space and letter case; see the corpus's
README for what counts. A value that is wrong must at least show it, see `Wert.zweifel`.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import django

from anfragen.parsing import drucksache as anfragen
from anfragen.parsing.pdf import satz
from anfragen.parsing.records import Abschnitt, Beleg, Drucksache
from benchmarks.drucken import as_pdf
from projekte import parsing as projekte

KORPUS = Path(__file__).parents[1] / "fixtures/korpus"
UNSICHER = 0.7  # below this, a value shows that it is a guess
NAEHE = 20  # characters between a value and the finding that is about it
RANDWORTE = 8  # that a long text is compared by, at its beginning and its end

KOPFFELDER = (
    "dokumentart",
    "drucksache",
    "wahlperiode",
    "datum_kopf",
    "datum_original",
    "ausgegeben",
    "ka_nummer",
    "ga_nummer",
    "ka_datum",
    "frage_drucksache",
    "abgeordnete",
    "fraktionen",
    "titel",
    "ministerium",
    "antwort_schreiben_datum",
    "im_einvernehmen_mit",
)
# Where the record keeps the evidence of a field that the output calls otherwise
BELEGE = {
    "wahlperiode": "drucksache",
    "ka_nummer": "anfrage_nummer",
    "ga_nummer": "anfrage_nummer",
    "ka_datum": "anfrage_datum",
    "abgeordnete": "fragesteller",
    "dokumentart": "anfrage_nummer",
}
AUS_DEM_SATZ = ("ministerium", "antwort_schreiben_datum", "im_einvernehmen_mit")


def one_line(text: str) -> str:
    return " ".join(text.split())


def from_pdf(text: str) -> str:
    """The text of the paper after it has been printed to PDF and taken out again."""
    return satz.extract(as_pdf(text)).text


FORMEN: dict[str, Callable[[str], str]] = {"text": str, "zeile": one_line, "pdf": from_pdf}


@dataclass(frozen=True)
class Wert:
    """One value of a paper: what it belongs to ("titel", "Verweis: Vorlage"), its comparable form, and whether what
    was read says of itself that it may be wrong: by a low certainty, or by a finding at its place."""

    gruppe: str
    inhalt: Any
    zweifel: bool = False


@dataclass
class Abgleich:
    """What is right, missing and wrong in one paper read in one form."""

    datei: str
    form: str
    treffer: list[Wert] = field(default_factory=list)
    fehlend: list[Wert] = field(default_factory=list)
    falsch: list[Wert] = field(default_factory=list)
    unbemerkt: list[str] = field(default_factory=list)  # rules of findings that had to speak and didn't

    @property
    def stumm(self) -> list[Wert]:
        """Wrong values that nothing warns of."""
        return [wert for wert in self.falsch if not wert.zweifel]


@dataclass(frozen=True)
class Quote:
    """How many of the values of a kind were expected, read, and right."""

    erwartet: int
    gelesen: int
    richtig: int

    @property
    def genauigkeit(self) -> float:
        return self.richtig / self.gelesen if self.gelesen else 1.0

    @property
    def trefferquote(self) -> float:
        return self.richtig / self.erwartet if self.erwartet else 1.0


def papers() -> list[dict[str, Any]]:
    """What each paper of the corpus must become, in the order of their files."""
    return [json.loads(zeile) for zeile in (KORPUS / "erwartet.jsonl").read_text(encoding="utf-8").splitlines()]


def source(erwartet: dict[str, Any]) -> str:
    return (KORPUS / erwartet["datei"]).read_text(encoding="utf-8")


@cache
def known() -> projekte.Bekannt:
    """The projects and places that reading is told of without a database, as in `import_drucksachen --dry-run`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from projekte.stammdaten import from_fixtures  # models can't be imported before

    return from_fixtures()


def compare(erwartet: dict[str, Any], form: str) -> Abgleich:
    """Reads a paper in `form`, a key of FORMEN, and holds it against what it must become."""
    gelesen = anfragen.parse(FORMEN[form](source(erwartet)))
    ergebnis = Abgleich(erwartet["datei"], form)
    offen = list(expected_values(erwartet, form))
    for wert in read_values(gelesen):
        passend = next((w for w in offen if (w.gruppe, w.inhalt) == (wert.gruppe, wert.inhalt)), None)
        if passend:
            offen.remove(passend)
        (ergebnis.treffer if passend else ergebnis.falsch).append(wert)
    ergebnis.fehlend = offen
    gesprochen = {befund.regel for befund in gelesen.befunde}
    ergebnis.unbemerkt = [regel for regel in due_findings(erwartet, form) if regel not in gesprochen]
    return ergebnis


def rates(ergebnisse: Iterable[Abgleich], gehoert: Callable[[str], bool]) -> Quote:
    """The rate over all groups that `gehoert` accepts."""
    zahl: Counter[str] = Counter()
    for ergebnis in ergebnisse:
        for name in ("treffer", "fehlend", "falsch"):
            zahl[name] += sum(gehoert(wert.gruppe) for wert in getattr(ergebnis, name))
    return Quote(zahl["treffer"] + zahl["fehlend"], zahl["treffer"] + zahl["falsch"], zahl["treffer"])


def due_findings(erwartet: dict[str, Any], form: str) -> list[str]:
    """A PDF shows a raised digit as one, so that there is nothing odd to notice."""
    bemerkt_am_satz = {"fussnotenziffer-angeklebt"} if form == "pdf" else set()
    return [regel for regel in erwartet["befunde"] if regel not in bemerkt_am_satz]


def expected_values(erwartet: dict[str, Any], form: str) -> Iterator[Wert]:
    """The values of one line of `erwartet.jsonl`."""
    for feld in KOPFFELDER:
        yield from _head_values(feld, erwartet[feld], zweifel=False)
    for feld in ("vorbemerkung_anfrage", "vorbemerkung_landesregierung"):
        if erwartet[feld]:
            yield Wert(feld, _margins(erwartet[feld]))
    for frage in erwartet["fragen"]:
        yield Wert("Fragen", (frage["nr"], _folded(frage["text"]), _folded(frage["hinweis"])))
    for teil in erwartet["antwortteile"]:
        yield Wert("Antwortteile", (tuple(teil["fragen"]), *_margins(teil)))
    for verweis in erwartet["verweise"]:
        yield _reference({**verweis, **verweis.get("im_pdf", {})} if form == "pdf" else verweis)
    for projekt in erwartet["projekte"]:
        yield Wert("Projekte", (*_project(projekt), *_margins(projekt)))
    for zahl in erwartet["kennzahlen"]:
        yield _figure(zahl)
    for zusage in erwartet["zusagen"]:
        yield _commitment(zusage, zusage)


def read_values(gelesen: Drucksache) -> Iterator[Wert]:
    """The values of a reading, as the JSON output shows them, each with its doubt."""
    lesung = projekte.parse(gelesen, known())
    ausgabe = {**anfragen.as_json(gelesen), **projekte.as_json(lesung)}
    stellen = [stelle for befund in gelesen.befunde for stelle in befund.belege]

    def zweifel(beleg: Beleg | None) -> bool:
        if beleg is None:
            return False
        nah = any(start - NAEHE < beleg.ende and beleg.start < ende + NAEHE for start, ende in stellen)
        return nah or beleg.sicherheit < UNSICHER

    for feld in KOPFFELDER:
        yield from _head_values(feld, ausgabe[feld], zweifel(_evidence(gelesen, feld)))
    for feld, abschnitt in (
        ("vorbemerkung_anfrage", gelesen.vorbemerkung_anfrage),
        ("vorbemerkung_landesregierung", gelesen.vorbemerkung_landesregierung),
    ):
        if abschnitt:
            yield Wert(feld, _margins(abschnitt.text))
    for frage, eintrag in zip(gelesen.fragen, ausgabe["fragen"], strict=True):
        inhalt = (eintrag["nr"], _folded(eintrag["text"]), _folded(eintrag["hinweis"]))
        yield Wert("Fragen", inhalt, zweifel(frage.beleg))
    for teil in gelesen.antwortteile:
        yield Wert("Antwortteile", (teil.fragen, *_margins(teil.text)), zweifel(teil.beleg))
    for verweis, eintrag in zip(gelesen.verweise, ausgabe["verweise"], strict=True):
        yield _reference(eintrag, zweifel(verweis.beleg))
    for aussage, eintrag in zip(lesung.projekte, ausgabe["projekte"], strict=True):
        yield Wert("Projekte", (*_project(eintrag), *_margins(aussage.wortlaut)), zweifel(aussage.beleg))
    for zahl, eintrag in zip(lesung.kennzahlen, ausgabe["kennzahlen"], strict=True):
        yield _figure(eintrag, zweifel(zahl.beleg))
    for zusage, eintrag in zip(gelesen.zusagen, ausgabe["zusagen"], strict=True):
        yield _commitment(eintrag, zusage.wortlaut, zweifel(zusage.beleg))


def _evidence(gelesen: Drucksache, feld: str) -> Beleg | None:
    if feld in AUS_DEM_SATZ:
        return gelesen.beantwortung.beleg if gelesen.beantwortung else None
    belege = gelesen.vorblatt.belege
    return belege.get(feld) or belege.get(BELEGE.get(feld, feld))


def _head_values(feld: str, inhalt: Any, zweifel: bool) -> Iterator[Wert]:
    """One value for a field, and for a list one for each place in it, so that one wrong name is one mistake."""
    if isinstance(inhalt, list):
        yield from (Wert(feld, (stelle, _folded(eintrag)), zweifel) for stelle, eintrag in enumerate(inhalt))
    elif inhalt is not None:
        yield Wert(feld, _folded(inhalt), zweifel)


def _reference(verweis: dict[str, Any], zweifel: bool = False) -> Wert:
    felder = ("wahlperiode", "wahlperiode_abgeleitet", "nummer")
    inhalt = (*(verweis[feld] for feld in felder), _folded(verweis["wortlaut"]))
    return Wert(f"Verweis: {verweis['typ']}", inhalt, zweifel)


def _project(projekt: dict[str, Any]) -> tuple[str, ...]:
    return tuple(_folded(projekt[feld]) for feld in ("kennung", "name", "handlungsfeld", "ort", "teilprojekt"))


def _figure(zahl: dict[str, Any], zweifel: bool = False) -> Wert:
    felder = ("wert", "einheit", "ungefaehr", "kennung")
    return Wert("Kennzahlen", (*(zahl[feld] for feld in felder), _folded(zahl["wortlaut"])), zweifel)


def _commitment(zusage: dict[str, Any], wortlaut: str | dict[str, Any], zweifel: bool = False) -> Wert:
    return Wert("Zusagen", (zusage["art"], zusage["faellig_am"], *_margins(wortlaut)), zweifel)


def _margins(text: str | Abschnitt | dict[str, Any]) -> tuple[str, str]:
    """The first and the last words of a text."""
    if isinstance(text, dict):
        return _folded(text["anfang"]), _folded(text["ende"])
    worte = str(text).split()
    return _folded(" ".join(worte[:RANDWORTE])), _folded(" ".join(worte[-RANDWORTE:]))


def _folded(inhalt: Any) -> str:
    return " ".join(str(inhalt or "").split()).casefold()
