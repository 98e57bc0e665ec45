"""Which text answers which questions: one by one, jointly and said so, or jointly in silence.

An answer follows its question, unless words say otherwise ("Die Fragen 1 bis 5 werden gemeinsam beantwortet", "Zu
Frage 2:"). Questions that no text follows share the text after the next one that has some. Those words stand inside
the span of an Antwortteil, but not in its text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from anfragen.parsing.fragen import Fund
from anfragen.parsing.fragennummern import LISTE, between, glieder
from anfragen.parsing.records import Antwortteil, Beleg
from anfragen.parsing.text import Lesetext

# "Zu Frage 1:", "Antwort zu Frage 3:", "Zu den Fragen 1 und 2:", "Zu 1.:", "Antwort auf die Fragen 1 bis 3 Die ..."
ANTWORTKOPF = re.compile(
    rf"(?:Antwort(?:en)? (?:der Landess?regierung )?(?:zur?|auf)|Zur?) (?:den |die |der )?"
    rf"(?:(?P<wort>Fragen?|Ziffern?|Nummern?|Nr\.) )?{LISTE} ?(?P<punkt>:|(?= [A-ZÄÖÜ„]))"
)
# "Die Fragen 1 bis 5 werden wegen des Sachzusammenhangs gemeinsam beantwortet:", "Aufgrund des Sachzusammenhangs
# werden die Fragen 2 und 3 zusammen beantwortet.", "Die Beantwortung der Fragen 1 und 2 erfolgt zusammen."
GEMEINSAM = re.compile(r"\b(?:gemeinsam|zusammen(?:hängend|fassend|gefasst)?|im (?:Sach)?[Zz]usammenhang|gebündelt)\b")
WELCHE_FRAGEN = re.compile(
    rf"(?:\b(?P<artikel>[Dd]ie|[Dd]er|[Dd]en|[Aa]lle) )?\b(?:Teilf|F)ragen?\b(?: (?:Nr\. ?|Nummern? )?{LISTE})?"
)
# "Frage 4 wird gesondert beantwortet.", "Die Frage 1 wird wie folgt beantwortet:"
GESONDERT = re.compile(
    rf"(?:Die )?Fragen? {LISTE} (?:wird|werden) (?:gesondert|getrennt|einzeln|separat|unten|wie folgt|folgendermaßen) "
    r"beantwortet ?[.:]"
)
# Without numbers "die Fragen" are all open ones only if nothing says which: not "die Fragen der Sicherheit"
ALLE_FRAGEN = re.compile(
    r" (?:werden|wird|sind|können|wegen|aufgrund|auf Grund|gemeinsam|zusammen|im|aus|daher|nachfolgend|insgesamt)\b"
)
SATZSCHLUSS = re.compile(r"[.?!:]")
SATZREST_MAX = 160  # characters from the word that joins to the sentence's end
# "... wurde geprüft. Die Fragen", "Zu Frage 1: Die Fragen", but not the full stop of "Fragen 1. und 2."
NEUER_SATZ = re.compile(r"(?:[^\d\s]{2}[.?!:…)\]“”\"»]{1,4}|\d\.?:) (?=[A-ZÄÖÜ])")
BEANTWORTET = re.compile(r"be ?antwort|Beantwort|Antwort")
SATZENDE_DAVOR = re.compile(r"(?:[.?!:;…)\]“”\"»]|\A)\s?\Z")
# "Antwort: Keine.", "Antwort der Landesregierung Keine.", "Antwort Keine." from a line of its own
ETIKETT = re.compile(
    r" ?Antwort(?:en)?(?: der Landess?regierung)? ?: ?| ?Antwort(?: der Landess?regierung)?(?= [A-ZÄÖÜ„])"
)

GLIEDERUNG = re.compile(r"(?:\.\d+|[a-z])\Z")  # what "1.2" and "2a" have beyond "1" and "2"

EINZELN = "antwort-nach-frage"
STUMM = "stumm-gemeinsam"
KOPF = "antwortkopf"
AUSDRUECKLICH = "ausdruecklich-gemeinsam"


@dataclass(frozen=True)
class _Marke:
    """Words that say what is answered next: their span, and the numbers (None: all that are open)."""

    start: int
    ende: int
    nummern: tuple[int, ...] | None
    regel: str


def named(liste: str, alle: Mapping[str, int]) -> tuple[int, ...]:
    """The questions of a printed list that exist, `alle` by their printed number: "1 bis 3 und 5" -> 1, 2, 3, 5.

    "1" means all of 1.1, 1.2 ..., if no question is just called so, and "3 a)" means 3 if its parts are no questions.
    """
    gefunden: list[int] = []
    vorige = ""
    for bis, label in glieder(liste):
        meint = _meant(label, alle)
        if bis and gefunden:
            dazwischen = [alle[zahl] for zahl in between(vorige, label) if zahl in alle]
            gefunden += dazwischen or (range(gefunden[-1] + 1, meint[0]) if meint else [])
        gefunden += meint
        vorige = label
    return tuple(sorted(set(gefunden) & set(alle.values())))


def _meant(label: str, alle: Mapping[str, int]) -> list[int]:
    if label in alle:
        return [alle[label]]
    teile = [nummer for gedruckt, nummer in alle.items() if GLIEDERUNG.sub("", gedruckt) == label]
    ganze = GLIEDERUNG.sub("", label)
    return teile or ([alle[ganze]] if ganze in alle else [])


def find_marken_start(flach: str, ab: int, bis: int, funde: tuple[Fund, ...]) -> int:
    """Where the first words stand that name what is answered; `bis` if there are none."""
    return next((marke.start for marke in _worte(flach, ab, bis, _printed(funde, ""))), bis)


def _printed(funde: tuple[Fund, ...], abschnitt: str) -> dict[str, int]:
    """The questions by the number that words in the answer call them, which counts within their part."""
    return {fund.gedruckt: fund.nummer for fund in funde if not abschnitt or fund.abschnitt == abschnitt}


def find_antwortteile(text: Lesetext, funde: tuple[Fund, ...], ab: int, bis: int) -> tuple[Antwortteil, ...]:
    """The parts of the answer, in order of the text. No answer begins before `ab` or ends after `bis`."""
    flach = text.text
    gemeint = {zeichen: _printed(funde, zeichen) for zeichen in {fund.abschnitt for fund in funde}}
    offen: list[int] = []
    teile: list[Antwortteil] = []
    for stelle, fund in enumerate(funde):
        ende = funde[stelle + 1].beginn if stelle + 1 < len(funde) else bis
        start = max(fund.ende, ab)
        offen.append(fund.nummer)
        if start >= ende:
            continue
        if etikett := ETIKETT.match(flach, start, ende):
            start = etikett.end()
        letzter_block = stelle + 1 == len(funde)
        for marke, text_ende in _marken(
            flach, start, ende, offen, gemeint[fund.abschnitt], letzter_block=letzter_block
        ):
            inhalt = text.paragraphs(marke.ende, text_ende)
            if not inhalt.strip(" .:–-"):
                continue
            wofuer = marke.nummern or tuple(offen)
            beleg = Beleg(*_span(text, marke.start, text_ende), marke.regel, 0.8 if marke.regel == STUMM else 1.0)
            teile.append(Antwortteil(wofuer, inhalt, beleg))
            offen = [nummer for nummer in offen if nummer not in wofuer]
    return tuple(teile)


def _marken(
    flach: str, ab: int, bis: int, offen: list[int], alle: Mapping[str, int], *, letzter_block: bool
) -> list[tuple[_Marke, int]]:
    """What the words of one block say, each with where the text it governs ends."""
    marken = [marke for marke in _worte(flach, ab, bis, alle) if marke.nummern or offen]
    if not letzter_block:
        # Between two questions nothing answers a later one, except jointly with this.
        marken = [marke for marke in marken if not marke.nummern or min(marke.nummern) <= offen[-1]]
    davor = flach[ab : marken[0].start if marken else bis].strip(" .:–-")
    if davor:
        genannt = {nummer for marke in marken for nummer in marke.nummern or offen}
        frei = tuple(nummer for nummer in offen if nummer not in genannt)
        if marken and not frei:
            # An introduction to what the first words announce; it must not get lost.
            erste = marken[0]
            marken = [_Marke(ab, ab, erste.nummern, erste.regel), *marken]
        else:
            marken = [_Marke(ab, ab, frei or tuple(offen), EINZELN if len(frei or offen) == 1 else STUMM), *marken]
    marken = _without_empty(flach, marken, bis)
    enden = [*(marke.start for marke in marken[1:]), bis][: len(marken)]
    return list(zip(marken, enden, strict=True))


def _without_empty(flach: str, marken: list[_Marke], bis: int) -> list[_Marke]:
    """Words that nothing follows announce no answer: a heading belongs to the next words, a last sentence to the text.

    "Zu den Fragen 1 und 2: Die Fragen 1 und 2 werden gemeinsam beantwortet. ..."
    """
    bleiben: list[_Marke] = []
    for marke, ende in reversed(list(zip(marken, [*(m.start for m in marken[1:]), bis], strict=False))):
        if flach[marke.ende : ende].strip(" .:–-"):
            bleiben.append(marke)
        elif bleiben:
            bleiben[-1] = replace(bleiben[-1], start=marke.start)
    return bleiben[::-1]


def _worte(flach: str, ab: int, bis: int, alle: Mapping[str, int]) -> list[_Marke]:
    marken = []
    for kopf in (*ANTWORTKOPF.finditer(flach, ab, bis), *GESONDERT.finditer(flach, ab, bis)):
        if not SATZENDE_DAVOR.search(flach[max(ab, kopf.start() - 3) : kopf.start()]):
            continue
        if kopf.re is ANTWORTKOPF and not kopf["wort"] and kopf["punkt"] != ":":
            continue
        genannt = named(kopf["liste"], alle)
        if genannt:
            marken.append(_Marke(kopf.start(), kopf.end(), genannt, KOPF))
    marken += _joint_sentences(flach, ab, bis, alle)
    return _without_overlap(sorted(marken, key=lambda marke: marke.start))


def _joint_sentences(flach: str, ab: int, bis: int, alle: Mapping[str, int]) -> list[_Marke]:
    """The sentences that join questions, read outwards from the word that joins, so that each is read once."""
    marken: list[_Marke] = []
    bei = ab
    for anker in GEMEINSAM.finditer(flach, ab, bis):
        if anker.start() < bei:
            continue
        fenster = flach[max(bei, anker.start() - 320) : anker.start()]
        grenzen = [grenze.end() for grenze in NEUER_SATZ.finditer(fenster)]
        start = anker.start() - len(fenster) + (grenzen[-1] if grenzen else 0)
        rest = SATZSCHLUSS.search(flach, anker.end(), min(bis, anker.end() + SATZREST_MAX + 1))
        genannte = WELCHE_FRAGEN.finditer(flach, start, anker.start())
        fragen = next((wort for wort in genannte if wort["artikel"] or wort["liste"]), None)
        if not rest or rest.group() in "?!" or not fragen or not BEANTWORTET.search(flach, start, rest.end()):
            continue
        start += flach[start : start + 1] == " "
        genannt = named(fragen["liste"] or "", alle)
        if genannt or (not fragen["liste"] and ALLE_FRAGEN.match(flach, fragen.end())):
            marken.append(_Marke(start, rest.end(), genannt or None, AUSDRUECKLICH))
        bei = rest.end()
    return marken


def _without_overlap(marken: list[_Marke]) -> list[_Marke]:
    getrennt: list[_Marke] = []
    for marke in marken:
        if not getrennt or marke.start >= getrennt[-1].ende:
            getrennt.append(marke)
    return getrennt


def _span(text: Lesetext, ab: int, bis: int) -> tuple[int, int]:
    """The source span without the white space at both ends."""
    stueck = text.text[ab:bis]
    return text.source_span(ab + len(stueck) - len(stueck.lstrip()), bis - (len(stueck) - len(stueck.rstrip())))
