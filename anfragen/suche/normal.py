"""One form for stored text and typed words, so that both databases find the same: SQLite knows no upper-case umlaut."""

import unicodedata

# Quotes differ between print, index and keyboard; none of them is typed in a search on purpose.
QUOTES = str.maketrans(dict.fromkeys("„“”‚‘’«»\"'"))


def normalise(text: str) -> str:
    """Lower case without quotes, white space folded: `Wie verbessert die „Ruhrkonferenz“` finds `ruhrkonferenz`."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(QUOTES).casefold().split())
