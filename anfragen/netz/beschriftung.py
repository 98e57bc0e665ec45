"""What is written on the nodes: as much of a title as there is room for, without what it has in common with others."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, takewhile

# Widths in parts of the type size, measured in Fira Sans Medium and rounded up: the server can't ask a browser.
BREITEN = {
    **dict.fromkeys(" .,:;!ijlI'|", 0.31),
    **dict.fromkeys('()fJtr"-„“', 0.44),
    **dict.fromkeys("acekosvxyzLE12347?+/ß–", 0.59),
    **dict.fromkeys("HNOQDGUÖÜ", 0.72),
    **dict.fromkeys("mwMW&…", 0.89),
}
ANDERE_BREITE = 0.64
FREMDE_BREITE = 1.1  # signs and letters that another font steps in for
GEMEINSAM_AB = 3  # titles, and more than two words


def breite(text: str, groesse: float) -> float:
    """How wide `text` runs at most, at the type size `groesse`."""
    return groesse * sum(BREITEN.get(z, ANDERE_BREITE if z < "\u0250" else FREMDE_BREITE) for z in text)


def fit(text: str, groesse: float, platz: float) -> str:
    """`text`, or its beginning with an ellipsis, or nothing where not even a few letters have room."""
    if breite(text, groesse) <= platz:
        return text
    anfaenge = accumulate(breite(zeichen, groesse) for zeichen in text)
    ende = sum(1 for _ in takewhile(lambda bis_hier: bis_hier <= platz - breite("…", groesse), anfaenge))
    return text[:ende].rstrip() + "…" if ende > 2 else ""


def without_common_beginning(titel: Sequence[str]) -> list[str]:
    """Titles that say what tells them apart: eighty that begin with “Sachstand des Projektes” would all look alike.

    A beginning of words is left out where several titles share it and go on with something else.
    """
    anfaenge = Counter(anfang for worte in {tuple(t.split()) for t in titel} for anfang in _beginnings(worte))
    kurz = []
    for worte in (tuple(t.split()) for t in titel):
        gemeinsam = [a for a in _beginnings(worte) if len(a) > 2 and anfaenge[a] >= GEMEINSAM_AB]
        rest = worte[len(gemeinsam[-1]) :] if gemeinsam else worte
        kurz.append(" ".join(["…", *rest] if gemeinsam else rest))
    return kurz


def _beginnings(worte: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All but the whole, from the shortest."""
    return [worte[:n] for n in range(1, len(worte))]
