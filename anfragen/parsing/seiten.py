"""Pages in a stored text: a form feed ends each, and footnotes follow after the last with their page beside them."""

import re

SEITENWECHSEL = "\f"
FUSSNOTE = re.compile(r"(?<!\S)\[Fußnote \d{1,3}, Seite (\d{1,4})\] ")  # "[Fußnote 2, Seite 3] Vgl. ..."


def fussnote(nummer: str, seite: int, text: str) -> str:
    """A footnote as it stands at the end of a text."""
    return f"[Fußnote {nummer}, Seite {seite}] {text}"


def fussnoten_ab(text: str) -> int:
    """Where the footnotes begin, which ends the text proper; the text's length if it has none."""
    erste = FUSSNOTE.search(text)
    return erste.start() if erste else len(text)


def seite_von(text: str, stelle: int) -> int:
    """The page, counted from 1, that the character at `stelle` was printed on.

    The lower part of a table row that a page break splits counts as printed on the row's first page, except for its
    last column.
    """
    ab = fussnoten_ab(text)
    if stelle < ab:
        return text.count(SEITENWECHSEL, 0, stelle) + 1
    noten = [note for note in FUSSNOTE.finditer(text, ab) if note.start() <= stelle]
    return int(noten[-1][1])
