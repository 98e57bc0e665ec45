"""Reading the numbers of one list: with Wahlperiode, without, in ranges."""

from dataclasses import dataclass, replace

from anfragen.parsing.verweise import formen


@dataclass(frozen=True)
class Zahl:
    """One member of a list as printed: a number, or a range when `bis` is given; offsets into the flat text."""

    wahlperiode: int | None
    nummer: int
    start: int
    ende: int
    bis: int | None = None


def read_papers(flat: str, bei: int, *, ohne_wahlperiode: bool) -> tuple[list[Zahl], int]:
    """The list at `bei` of numbers with Wahlperiode, or throughout without where that is allowed; and its end."""
    zahlen: list[Zahl] = []
    ende = bei
    while zahl := _paper(flat, bei, zahlen[-1] if zahlen else None, ohne_wahlperiode):
        zahlen.append(zahl)
        ende = zahl.ende
        weiter = formen.UND.match(flat, ende)
        if not weiter:
            break
        bei = weiter.end()
    return zahlen, ende


def _paper(flat: str, bei: int, vorige: Zahl | None, ohne_wahlperiode: bool) -> Zahl | None:
    mit = formen.GETRENNT.match(flat, bei) or formen.MIT_WAHLPERIODE.match(flat, bei)
    if mit:
        wp, nummer = int(mit["wp"]), _ganz(mit["nr"])
        if not 1 <= wp <= formen.HOECHSTE_WAHLPERIODE or not nummer:
            return None
        # A list does not jump: "Drucksache 17/5600 und 24/7" is no list of two.
        if vorige and (vorige.wahlperiode is None or abs(wp - vorige.wahlperiode) > 5):
            return None
        return _with_range(flat, Zahl(wp, nummer, bei, mit.end()))
    ohne = formen.NUR_NUMMER.match(flat, bei) if ohne_wahlperiode else None
    if not ohne or (vorige and vorige.wahlperiode is not None) or len(ohne["nr"]) < 3:
        return None
    if flat.startswith("/", ohne.end()):  # a town's paper: "Drucksache 1234/2016"
        return None
    if vorige and (formen.KEIN_GLIED.match(flat, ohne.end()) or len(ohne["nr"]) < len(str(vorige.nummer)) - 1):
        return None
    return _with_range(flat, Zahl(None, _ganz(ohne["nr"]), bei, ohne.end())) if _ganz(ohne["nr"]) else None


def _with_range(flat: str, unten: Zahl) -> Zahl:
    """The number as a range, if "bis" and a second number follow."""
    bis = formen.BIS_WORT.match(flat, unten.ende) or formen.BIS.match(flat, unten.ende)
    if not bis:
        return unten
    oben = formen.MIT_WAHLPERIODE.match(flat, bis.end())
    if oben:
        gleiche = int(oben["wp"]) == unten.wahlperiode
        return replace(unten, ende=oben.end(), bis=_ganz(oben["nr"])) if gleiche else unten
    oben = formen.NUR_NUMMER.match(flat, bis.end())  # "16/8866 bis 8912"
    if oben and not formen.KEIN_GLIED.match(flat, oben.end()) and len(oben["nr"]) == len(str(unten.nummer)):
        return replace(unten, ende=oben.end(), bis=_ganz(oben["nr"]))
    return unten


def read_anfrage(flat: str, bei: int, *, mehrere: bool) -> Zahl | None:
    """The number of an Anfrage at `bei`, or a range; `mehrere`: the word before is a plural.

    After a singular ("Kleine Anfrage 3501 bis 3547") a range must look like one: two numbers of like length, rising
    and not far apart, that are no years.
    """
    treffer = formen.NUR_NUMMER.match(flat, bei)
    if not treffer or not (nummer := _ganz(treffer["nr"])):
        return None
    zahl = Zahl(None, nummer, treffer.start(), treffer.end())
    if bis := formen.BIS.match(flat, zahl.ende):
        oben = formen.NUR_NUMMER.match(flat, bis.end())
        if oben and not formen.KEIN_GLIED.match(flat, oben.end()) and (mehrere or _is_range(treffer["nr"], oben["nr"])):
            zahl = replace(zahl, ende=oben.end(), bis=_ganz(oben["nr"]))
    if wp := formen.DER_WAHLPERIODE.match(flat, zahl.ende):
        zahl = replace(zahl, wahlperiode=int(wp["wp"]))
    return zahl


def _is_range(unten: str, oben: str) -> bool:
    von, bis = _ganz(unten), _ganz(oben)
    jahre = is_year(von) and is_year(bis)
    return len(unten) == len(oben) >= 3 and 0 < bis - von < formen.GROESSTER_BEREICH and not jahre


def anfragen_go_on(flat: str, bei: int, vorige: Zahl, wort: str) -> bool:
    """Whether the number at `bei` is one more Anfrage after the word `wort` and the number before.

    It must be of like length; after a singular it must have its own Drucksache beside it, after the short form "KA"
    it may not look like a year.
    """
    treffer = formen.NUR_NUMMER.match(flat, bei)
    if not treffer or formen.KEIN_GLIED.match(flat, treffer.end()):
        return False
    laenge, vorher = len(treffer["nr"]), len(str(vorige.nummer))
    if abs(laenge - vorher) > 1 or (laenge == 1 and vorher > 1):
        return False
    if formen.MEHRZAHL.search(wort):
        return True
    anker = formen.ANKER.match(flat, treffer.end() + 2) if flat.startswith(" (", treffer.end()) else None
    if anker and anker.lastgroup == "DRUCKSACHE":
        return True
    return bool(formen.KURZ.match(wort)) and laenge == vorher and not is_year(_ganz(treffer["nr"]))


def is_year(nummer: int) -> bool:
    return 1990 <= nummer <= 2035


def _ganz(zahl: str) -> int:
    return int(zahl.replace(".", "").replace(" ", ""))
