"""What templates of every app use to show signs, numbers and dates alike."""

from datetime import date

from django import template
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

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
