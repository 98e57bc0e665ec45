"""The numbers that questions are called by: "3", "1.2", "3 a)", and lists and ranges of them."""

import re
from collections.abc import Iterator

# "1", "2.", "1.2", "3 a)", "2. b)"
ZAHL = r"\d{1,2}(?:\.\d{1,2}){0,2}(?:\.? ?[a-z](?![a-zäöüß])\)?)?\.?"
# "1 bis 3 und 5", "1, 2 sowie 4", "1.1 bis 1.3 und die Frage 2", "1 bis einschließlich 4"
LISTE = (
    rf"(?P<liste>{ZAHL}(?:(?:, ?| und | bis | sowie | u\. | & | ?[-–/] ?)"
    rf"(?:einschließlich )?(?:die |der |den )?(?:Fragen? )?{ZAHL}){{0,20}})"
)
GLIED = re.compile(r"(?P<bis>\bbis\b|[-–])|(?P<zahl>\d{1,2}(?:\.\d{1,2}){0,2}(?:\.? ?[a-z](?![a-zäöüß]))?)")
BEREICH_MAX = 60


def labels(liste: str) -> tuple[str, ...]:
    """The numbers of a printed list in its order, each in the form of `key`: "1.1 bis 1.3 und 2 a)" -> 1.1, 1.2,
    1.3, 2a. A range is taken apart where its ends differ in their last figure alone, else its ends stand for it.
    """
    gefunden: list[str] = []
    for bis, label in glieder(liste):
        gefunden += [*between(gefunden[-1], label), label] if bis and gefunden else [label]
    return tuple(dict.fromkeys(gefunden))


def glieder(liste: str) -> Iterator[tuple[bool, str]]:
    """The members of a printed list as printed, and of each whether it ends a range."""
    bis = False
    for glied in GLIED.finditer(liste):
        if glied["zahl"]:
            yield bis, key(glied["zahl"])
        bis = bool(glied["bis"])


def between(unten: str, oben: str) -> list[str]:
    """What stands between two labels that differ in their last figure alone: "1.1", "1.4" -> 1.2, 1.3."""
    stamm, _, von = unten.rpartition(".")
    gleicher, _, bis = oben.rpartition(".")
    if stamm != gleicher or not (von.isdigit() and bis.isdigit()) or int(bis) - int(von) > BEREICH_MAX:
        return []
    return [f"{stamm}.{zahl}" if stamm else str(zahl) for zahl in range(int(von) + 1, int(bis))]


def key(gedruckt: str) -> str:
    """A printed number in the one form that compares: "2. a)" and "2 a" -> "2a", "1.2." -> "1.2"."""
    return re.sub(r"\.?([a-z])$", r"\1", gedruckt.replace(" ", "").rstrip(").").lower())
