"""What templates of every app use to show signs, numbers and dates alike."""

import re
from datetime import date
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from django import template
from django.core.paginator import Page
from django.template import RequestContext
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from anfragen.models import Anfrage, Dokument
from anfragen.seiten import worte
from anfragen.seiten.stand import Fragende, Stand, fragende, stand
from anfragen.suche.normal import normalise

register = template.Library()


@register.simple_tag
def zeichen(name: str) -> SafeString:
    """A sign of `static/zeichen.svg`. Decorative: a word always stands beside it."""
    return format_html('<svg class="zeichen" aria-hidden="true"><use href="{}#{}"/></svg>', static("zeichen.svg"), name)


@register.filter
def datum(tag: date | None) -> SafeString | str:
    """`30.09.2020`, for data; says that it is missing."""
    return _datum(tag, "d.m.Y")


@register.filter
def datum_lang(tag: date | None) -> SafeString | str:
    """`30. September 2020`, for text; says that it is missing."""
    return _datum(tag, "j.\xa0F\xa0Y")


@lru_cache(maxsize=10_000)  # the days of a page come again on others
def _datum(tag: date | None, muster: str) -> SafeString:
    if tag is None:
        return format_html('<span class="fehlt">{}</span>', "fehlt")
    return format_html('<time datetime="{}">{}</time>', tag.isoformat(), date_format(tag, muster))


@register.simple_tag
def anzahl(zahl: int, einzahl: str, mehrzahl: str) -> str:
    """`1 Frage`, `5 Fragen`, `1.204 Fragen`."""
    return f"{zahl:,}\xa0{einzahl if zahl == 1 else mehrzahl}".replace(",", ".")


@register.filter
def wortmarke(name: str) -> SafeString:
    """The product's name with its first word strong."""
    erstes, _, rest = name.partition(" ")
    return format_html("<b>{}</b> {}", erstes, rest)


und = register.filter(worte.und)
nummern = register.filter(worte.nummern)


@register.filter
def hervorgehoben(text: str, suche: str) -> SafeString:
    """Marks the searched words in `text`, whatever their case."""
    worte = [re.escape(wort) for wort in normalise(suche or "").split()]
    if not worte:
        return format_html("{}", text)
    # Split with one group: every second piece is a hit.
    stuecke = re.split(f"({'|'.join(worte)})", text, flags=re.IGNORECASE)
    paare = zip_longest(stuecke[::2], stuecke[1::2], fillvalue="")
    return format_html_join("", "{}{}", ((rest, format_html("<mark>{}</mark>", t) if t else "") for rest, t in paare))


@register.filter
def kurz(record: Anfrage | Dokument) -> str:
    """Its number with the word for it: `Drucksache 17/11212`, `KA 4284`."""
    return record.kennung if isinstance(record, Anfrage) else str(record)


@register.simple_tag
def stand_von(anfrage: Anfrage) -> Stand:
    """Expects `fragen` prefetched."""
    return stand(anfrage, anfrage.fragen.all())


@register.simple_tag
def fragende_von(anfrage: Anfrage) -> list[Fragende]:
    """Expects `fragesteller` and `fraktionen` prefetched."""
    return fragende(anfrage)


@register.simple_tag(takes_context=True)
def eingesetzt(context: RequestContext, name: str, eigenes: dict[str, Any]) -> SafeString:
    """The template that an extension named, with the extension's own context."""
    vorlage = context.template.engine.get_template(name)  # type: ignore[union-attr] # it is being rendered
    return vorlage.render(context.new(eigenes))


@register.simple_tag
def seitenzahlen(seite: Page) -> list[int | str]:
    """The page numbers to offer: the ends, the neighbours, and gaps between."""
    return list(seite.paginator.get_elided_page_range(seite.number, on_each_side=1, on_ends=1))
