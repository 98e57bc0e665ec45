"""Numbers and names in the words that all pages share."""

from collections.abc import Iterable, Sequence

from anfragen.models import Frage


def und(worte: Iterable[object]) -> str:
    """`Bochum, Herne und Unna`."""
    *davor, letztes = [str(wort) for wort in worte] or [""]
    return " und ".join([", ".join(davor), letztes] if davor else [letztes])


def nummern(zahlen: Sequence[int]) -> str:
    """`1 bis 5`, `1 und 2`, `1, 3 und 5`, for ascending numbers."""
    if len(zahlen) > 2 and zahlen[-1] - zahlen[0] == len(zahlen) - 1:
        return f"{zahlen[0]} bis {zahlen[-1]}"
    return und(zahlen)


def auf_fragen(fragen: Sequence[Frage]) -> str:
    """`auf Frage 3`, `auf die Fragen 1 bis 5`, `auf die Fragen 1.1 und 2`; empty without any."""
    if not fragen:
        return ""
    if len(fragen) == 1:
        return f"auf Frage {fragen[0].label}"
    gedruckt = any(frage.bezeichnung for frage in fragen)
    return f"auf die Fragen {und(f.label for f in fragen) if gedruckt else nummern([f.nummer for f in fragen])}"
