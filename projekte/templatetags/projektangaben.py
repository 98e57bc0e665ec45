"""How the pages of projects say dates that are known only roughly, places in a row, and where a fact comes from."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from anfragen.models import Frage
from anfragen.seiten.stand import BEWERTUNGEN, Stand
from anfragen.seiten.stellen import Ort as Fundstelle
from anfragen.templatetags.darstellung import und
from projekte.abdeckung import Zelle
from projekte.models import Kommune, Projektereignis
from projekte.seiten.ort import Mass
from projekte.seiten.zusagen import Zeile as Zusagezeile

register = template.Library()

GENAUIGKEIT = Projektereignis.Genauigkeit
# For each precision: how `datetime` says it, and how a reader does.
MUSTER = {
    GENAUIGKEIT.TAG: ("%Y-%m-%d", "d.m.Y"),
    GENAUIGKEIT.MONAT: ("%Y-%m", "N Y"),
    GENAUIGKEIT.JAHR: ("%Y", "Y"),
}
OHNE = '<td><span class="nur-vorlesen">0</span><span class="leise" aria-hidden="true">·</span></td>'
ANGABE = re.compile(r"(?P<jahr>\d{4})(?:-(?P<monat>\d{2})(?:-(?P<tag>\d{2}))?)?")  # "2020-12" in „2020-12“


@register.filter
@lru_cache(maxsize=10_000)  # the days of a page come again on others
def zeitpunkt(tag: date | None, genauigkeit: str = GENAUIGKEIT.TAG) -> SafeString:
    """`30.09.2020`, `Nov. 2019` or `2019`, no more than is known."""
    if tag is None:
        return format_html('<span class="fehlt">{}</span>', "ohne Datum")
    maschine, muster = MUSTER[GENAUIGKEIT(genauigkeit)]
    return format_html('<time datetime="{}">{}</time>', tag.strftime(maschine), date_format(tag, muster))


@register.filter
def zeitangabe(text: str) -> str:
    """`2020-12` reads `Dezember 2020`; what is written otherwise stays."""
    if not (treffer := ANGABE.fullmatch(text)):
        return text
    try:
        tag = date(int(treffer["jahr"]), int(treffer["monat"] or 1), int(treffer["tag"] or 1))
    except ValueError:
        return text
    muster = "j. F Y" if treffer["tag"] else "F Y" if treffer["monat"] else "Y"
    return date_format(tag, muster)


@register.filter
def alter(tag: date | None, heute: date | None) -> str:
    """`heute`, `vor 3 Tagen`, `vor 2 Monaten`, `vor 5 Jahren`; nothing for a day to come, or without one."""
    if tag is None or heute is None or tag > heute:
        return ""
    tage = (heute - tag).days
    monate = (heute.year - tag.year) * 12 + heute.month - tag.month - (heute.day < tag.day)
    if tage < 2:
        return ("heute", "gestern")[tage]
    if not monate:
        return f"vor {tage}\xa0Tagen"
    if monate < 24:
        return "vor einem Monat" if monate == 1 else f"vor {monate}\xa0Monaten"
    return f"vor {monate // 12}\xa0Jahren"


@register.filter
def orte(projekt: Any) -> list[Kommune]:
    """The places of a Projekt of a `projektblatt`, each once."""
    return sorted({*projekt.kommunen.all(), *projekt.genannte_orte}, key=lambda kommune: kommune.schluessel)


@register.filter
def tausender(zahl: Decimal | int) -> str:
    """`521.864`; cents only where there are some."""
    muster = ",.0f" if zahl == int(zahl) else ",.2f"
    return format(zahl, muster).translate(str.maketrans(",.", ".,"))


@register.filter
def kurzbetrag(wert: int) -> str:
    """`200.000 €`, `1,5 Mio. €`, `10 Mrd. €`: short enough for the scale of a drawing."""
    for grenze, wort in ((10**9, "Mrd."), (10**6, "Mio.")):
        if wert >= grenze:
            return f"{wert / grenze:.12g}".replace(".", ",") + f"\xa0{wort}\xa0€"
    return f"{tausender(wert)}\xa0€"


@register.filter
def genauer(zahl: Any) -> str:
    """A Kennzahl in digits, `ungefähr 65.000 Euro`, `5.000.000 bis 10.000.000 Euro`; empty where the print says so."""
    werte = [tausender(wert) for wert in (zahl.wert, zahl.wert_bis) if wert is not None]
    if zahl.art == zahl.Art.JAHR or all(wert in zahl.wortlaut for wert in werte):
        return ""
    vor = "je " if zahl.je else "ungefähr " if zahl.ungefaehr and len(werte) == 1 else ""
    return f"{vor}{' bis '.join(werte)} {zahl.einheit}"


@register.filter
def gemessen(wert: Decimal | int, mass: Mass) -> str:
    """`3 Aussagen`, `1 Projekt`, `521.864 Euro`"""
    einzahl, mehrzahl = {"aussagen": ("Aussage", "Aussagen"), "projekte": ("Projekt", "Projekte")}.get(
        mass, ("Euro", "Euro")
    )
    return f"{tausender(wert)}\xa0{einzahl if wert == 1 else mehrzahl}"


@register.filter
def zusagezeile(zusage: Any, heute: date) -> Zusagezeile:
    """A commitment of a history with its state on the day `heute`."""
    return Zusagezeile(zusage, Fundstelle(), heute)


@register.filter
def urteil(frage: Frage) -> Stand:
    """The verdict of staff on a Frage, in the words and signs that all pages share."""
    return BEWERTUNGEN[Frage.Bewertung(frage.bewertung)]


@register.filter
def aufzaehlung(dinge: Sequence[object], hoechstens: int = 0) -> str:
    """`Bochum, Herne und Unna`; beyond `hoechstens` only how many more there are."""
    worte = [str(ding) for ding in dinge]
    if hoechstens and len(worte) > hoechstens:
        rest = len(worte) - hoechstens
        worte = [*worte[:hoechstens], f"{rest} weitere" if rest > 1 else "1 weiterer Ort"]
    return und(worte)


@register.filter
def rasterzellen(zellen: Iterable[Zelle]) -> SafeString:
    """The cells of a row of the coverage table. There are tens of thousands: a template takes a second for them."""
    return SafeString("".join(_rasterzelle(zelle.anzahl, zelle.stufe) if zelle.anzahl else OHNE for zelle in zellen))


@cache
def _rasterzelle(anzahl: int, stufe: int) -> SafeString:
    return format_html('<td class="grund-{}">{}</td>', stufe, anzahl)


@register.simple_tag
def quellen(*texte: str) -> list[str]:
    """The single sources named in fields that hold several: one a line, or addresses parted by blanks."""
    return list(dict.fromkeys(quelle for text in texte for quelle in _einzeln(text)))


def _einzeln(text: str) -> Iterable[str]:
    for zeile in text.splitlines():
        worte = zeile.split()
        yield from worte if all(wort.startswith(("http://", "https://")) for wort in worte) else [zeile.strip()]
