"""German dates as the Landtag prints them. Pure text in, `date` out; an impossible date is None, never a guess."""

import re
from datetime import date

MONATE = {
    "januar": 1,
    "februar": 2,
    "märz": 3,
    "april": 4,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "august": 8,
    "september": 9,
    "oktober": 10,
    "november": 11,
    "dezember": 12,
}
# Spaces get lost in extraction: "5.Oktober 2015", "30. September2020"; a footnote's digit may be glued: "Juli 20151".
DATUM_IN_WORTEN = (
    r"\d{1,2}\. ?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]{0,6}\.? ?\d{4}"  # "9. Januar 2019"
)
DATUM_IN_ZIFFERN = r"\d{1,2}\. ?\d{1,2}\. ?\d{4}"  # "08.02.2019"
DATUM = rf"(?:{DATUM_IN_WORTEN}|{DATUM_IN_ZIFFERN})"

TEILE = re.compile(r"(?P<tag>\d{1,2})\. ?(?:(?P<zahl>\d{1,2})\.|(?P<wort>[A-Za-zä]+)\.?) ?(?P<jahr>\d{4})")


def parse_datum(text: str) -> date | None:
    """The date that `text` as a whole is, in words or digits; None if it is none or no day of the calendar."""
    if not (teile := TEILE.fullmatch(text.strip())):
        return None
    monat = int(teile["zahl"]) if teile["zahl"] else _monat(teile["wort"])
    try:
        return date(int(teile["jahr"]), monat, int(teile["tag"]))
    except ValueError:
        return None


def _monat(wort: str) -> int:
    """1 to 12, from a name or its beginning ("Sept"); 0 if there is no such month."""
    return next((zahl for name, zahl in MONATE.items() if len(wort) > 2 and name.startswith(wort.lower())), 0)
