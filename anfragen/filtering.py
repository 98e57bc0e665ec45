"""What the FilterSets of both apps are built of: strict about values, equal on page, API and export."""

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

import django_filters as filters
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from drf_spectacular.utils import extend_schema_field

from anfragen.models import Parlament
from anfragen.parsing.records import Dokumentnummer

ALLE = "alle"
MAX_TEXT = 200
MAX_NUMMER = 2_147_483_647  # what the databases' integer column holds

type Choices = list[tuple[str, str]]


class FilterSet(filters.FilterSet):
    """A FilterSet that answers a wrong value with nothing and an error, never with the unfiltered list."""

    def __init__(self, data: Any = None, queryset: Any = None, **kwargs: Any) -> None:
        # Bound even without data, so that defaults (parliament, order) hold there too.
        super().__init__(QueryDict() if data is None else data, queryset, **kwargs)

    @property
    def qs(self) -> models.QuerySet[Any]:
        return super().qs if self.is_valid() else self.queryset.none()

    @property
    def parlament_kuerzel(self) -> str:
        """The Kürzel of the parliament asked for, or `alle`."""
        return self.data.get("parlament") or settings.PARLAMENT

    def offer(self, name: str, choices: Callable[[str], Choices]) -> None:
        """Makes the field `name` a select of what `choices` finds in the parliament asked for."""
        self.filters[name].extra["widget"] = auswahl(partial(choices, self.parlament_kuerzel))


def auswahl(choices: Callable[[], Choices]) -> forms.Select:
    """A select whose choices are read when it is shown."""
    return forms.Select(choices=choices)  # type: ignore[arg-type] # the stubs don't know callables yet


def bekannt(records: models.QuerySet[Any], *felder: str, auch: tuple[str, ...] = ()) -> Callable[[str], None]:
    """A validator: the value stands in one of `felder` of some of `records`, or in `auch`."""

    def validate(wert: str) -> None:
        if wert in auch or "\0" in wert:  # PostgreSQL can't even look for NUL; the field itself refuses it
            return
        if not records.filter(any_of((feld, wert) for feld in felder)).exists():
            art = records.model._meta.verbose_name
            raise ValidationError("Unbekannt: %(art)s „%(wert)s“.", "unbekannt", {"art": art, "wert": wert})

    return validate


def unbekannte(namen: Iterable[str], bekannte: Collection[str]) -> dict[str, list[str]]:
    """What is wrong with parameters that there aren't: for data, a misspelt filter must not read as „no filter“."""
    text = f"Diesen Parameter gibt es nicht. Möglich: {', '.join(bekannte)}."
    return {name: [text] for name in namen if name not in bekannte}


def any_of(bedingungen: Iterable[tuple[str, Any]]) -> Q:
    return Q(*bedingungen, _connector=Q.OR)


def enthaelt(worte: str, *felder: str) -> Q:
    """Every word stands in one of `felder`, whatever the case.

    SQLite folds only ASCII, so a word is looked for as typed and with a capital: `ärzte` finds `Ärzte`.
    """
    treffer = Q()
    for wort in worte.split():
        formen = {wort, wort[0].upper() + wort[1:]}
        treffer &= any_of((f"{feld}__icontains", form) for feld in felder for form in sorted(formen))
    return treffer


class TextFilter(filters.CharFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": MAX_TEXT} | kwargs)


class SucheFilter(TextFilter):
    """Every word stands in one of `felder`."""

    def __init__(self, *felder: str, **kwargs: Any) -> None:
        self.felder = felder
        super().__init__(**kwargs)

    def filter(self, qs: Any, value: str) -> Any:
        return qs.filter(enthaelt(value, *self.felder)) if value else qs


class GanzzahlFilter(filters.NumberFilter):
    field_class = forms.IntegerField

    def __init__(self, *args: Any, min_value: int = 1, max_value: int = MAX_NUMMER, **kwargs: Any) -> None:
        super().__init__(*args, min_value=min_value, max_value=max_value, **kwargs)
        # The schema reads a type off the model, but no bounds; and a date, for one, is no integer.
        typ = {"type": "integer", "minimum": min_value, "maximum": max_value, "description": kwargs.get("label")}
        extend_schema_field(typ)(self)


class JahrFilter(GanzzahlFilter):
    def __init__(self, field_name: str, **kwargs: Any) -> None:
        super().__init__(field_name, "year", **{"min_value": 1900, "max_value": 2100} | kwargs)


class JaNeinFilter(filters.BooleanFilter):
    """`true` or `false`; anything else is an error, where Django's own field would read it as no value."""

    class field_class(forms.TypedChoiceField):  # noqa: N801 # django-filter's name for it
        def __init__(self, **kwargs: Any) -> None:
            choices = [("", "beides"), ("true", "ja"), ("false", "nein")]
            super().__init__(choices=choices, coerce=lambda wert: wert == "true", empty_value=None, **kwargs)


class TagFilter(filters.DateFilter):
    """Takes `2020-09-30` and `30.09.2020`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(*args, **{"widget": widget} | kwargs)


def zeitraum(field_name: str, was: str) -> tuple[TagFilter, TagFilter]:
    """The filters `von` and `bis` of a date, both days included."""
    return (
        TagFilter(field_name, "gte", label=f"{was} ab"),
        TagFilter(field_name, "lte", label=f"{was} bis"),
    )


class ParlamentFilter(TextFilter):
    """`nw`; without a value the site's own parliament, with `alle` every one."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        felder = {
            "label": "Parlament",
            "help_text": f"Kürzel, zum Beispiel „nw“; ohne Angabe „{settings.PARLAMENT}“, für jedes „{ALLE}“",
            "validators": [bekannt(Parlament.objects.all(), "kuerzel", auch=(ALLE,))],
            "widget": auswahl(parlamente),
        }
        super().__init__(f"{field_name}__kuerzel", **felder | kwargs)

    def filter(self, qs: Any, value: str) -> Any:
        return qs if value == ALLE else super().filter(qs, value or settings.PARLAMENT)


def parlamente() -> Choices:
    """The site's own parliament first: that is the default."""
    namen = dict(Parlament.objects.order_by("name").values_list("kuerzel", "name"))
    eigenes = {settings.PARLAMENT: namen.pop(settings.PARLAMENT, settings.PARLAMENT)}
    return [*(eigenes | namen).items(), (ALLE, "alle Parlamente")]


class NummerFilter(TextFilter):
    """`17/11212` or a bare `11212`, matched on two columns."""

    def __init__(self, wahlperiode: str, nummer: str, zusatz: str = "", **kwargs: Any) -> None:
        self.wahlperiode, self.nummer, self.zusatz = wahlperiode, nummer, zusatz
        super().__init__(**{"help_text": "„17/11212“ oder „11212“"} | kwargs)

    class field_class(forms.CharField):  # noqa: N801 # django-filter's name for it
        def clean(self, value: Any) -> Dokumentnummer | None:
            if not (text := super().clean(value)):
                return None
            try:
                return Dokumentnummer.parse(text if "/" in text else f"0/{text}")
            except ValueError as error:
                raise ValidationError("Keine Nummer wie 17/11212: „%(wert)s“.", "nummer", {"wert": text}) from error

    def filter(self, qs: Any, value: Dokumentnummer | None) -> Any:
        if value is None:
            return qs
        bedingung = Q((self.nummer, value.nummer))
        if value.wahlperiode:
            bedingung &= Q((self.wahlperiode, value.wahlperiode))
        if value.zusatz and self.zusatz:
            bedingung &= Q((self.zusatz, value.zusatz))
        return qs.filter(bedingung)


class Sortierung(filters.ChoiceFilter):
    """Orders by name, without one by the first. Every order ends in a unique column, so that pages stay stable."""

    def __init__(self, **orders: tuple[str, tuple[Any, ...]]) -> None:
        self.orders = {name: order for name, (_, order) in orders.items()}
        choices = [(name, label) for name, (label, _) in orders.items()]
        # No empty choice: the first order is what holds without a value.
        super().__init__(label="Sortieren nach", choices=choices, empty_label=None, null_label=None)

    def filter(self, qs: Any, value: str) -> Any:
        return qs.order_by(*self.orders[value or next(iter(self.orders))])
