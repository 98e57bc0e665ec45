"""What stands for a project or a Handlungsfeld in addresses: see docs/adr/0012.

The programme that the site is for (settings.PROGRAMM) stands in none, so that `/projekte/13-02/` lasts; the key of any
other stands in front: `/projekte/zukunftsland/A-07/`.
"""

from django.conf import settings
from django.utils.text import slugify

# Words with which addresses below `/projekte/` go on; no programme and no project may be called so.
BELEGT = frozenset({"abdeckung", "feed"})
# German transliteration, which slugify lacks: it makes "Ä" an "A".
UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


class AdresseConverter:
    """`13-02`, `mobilitaetsregion`, or with its programme `zukunftsland/A-07`."""

    regex = r"(?:[-a-zA-Z0-9_]+/)?[-a-zA-Z0-9_]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def key_of(name: str) -> str:
    """What stands for a project without Kennung: `Jugendredaktion Ruhr` is `jugendredaktion-ruhr`."""
    return slugify(name.translate(UMLAUTE))[:150].strip("-")


def join(programm: str, schluessel: str) -> str:
    """The address of what has that key within the programme."""
    return schluessel if programm == settings.PROGRAMM else f"{programm}/{schluessel}"


def split(adresse: str) -> tuple[str, str]:
    """Programme and key of an address; the site's own programme may stand in front as well."""
    programm, _, schluessel = adresse.rpartition("/")
    return programm or settings.PROGRAMM, schluessel
