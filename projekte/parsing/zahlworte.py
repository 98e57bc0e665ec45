"""Numbers in words: "zwölf", "einundzwanzig", "zweihundert", "zehntausend". Pure."""

_EINER = {"ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9}
_BIS_NEUNZEHN = {"zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16}
_BIS_NEUNZEHN |= {"siebzehn": 17, "achtzehn": 18, "neunzehn": 19}
_ZEHNER = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80}
_ZEHNER |= {"neunzig": 90}
_EINZELNE = _EINER | _BIS_NEUNZEHN | _ZEHNER

# What looks like one, told by its first letters, because nearly every word of a text is held against it. One itself is
# left out, being an article too ("ein Antrag"), and so is a bare "hundert": "mehrere hundert Euro".
ZAHLWORT = (
    r"(?=[ADEFNSVZadefnsvz][ceilrwü])"
    r"(?:[zZ](?:wei|wölf|wan|ehn)|[dD]rei|[vV]ier|[fF]ünf|[sS](?:echs?|ieb(?:en)?)|[aA]cht|[nN]eun"
    r"|[eE](?:lf|in(?=und|hundert|tausend)))"
    r"(?>(?:und|zehn|[zß]ig|hundert|tausend|ein|zwei|zwölf|zwan|drei|vier|fünf|sechs?|sieb(?:en)?|acht|neun|elf){0,12})"
    r"(?![a-zäöüß])"
)


def value_of(wort: str) -> int | None:
    """The value of a word that `ZAHLWORT` matches; None if it only looks like a number ("zehnzig")."""
    try:
        return _value(wort.lower())
    except KeyError:
        return None


def _value(wort: str) -> int:
    for stufe, wert in (("tausend", 1_000), ("hundert", 100)):
        vor, gefunden, nach = wort.partition(stufe)
        if gefunden:
            return _value(vor) * wert + (_value(nach) if nach else 0)
    einer, und, zehner = wort.partition("und")
    return _EINER[einer] + _ZEHNER[zehner] if und else _EINZELNE[wort]
