"""What the filters of several resources share: Handlungsfeld, municipality, project."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from anfragen.filtering import Choices, TagFilter, TextFilter, any_of, auswahl, bekannt
from projekte import adressen
from projekte.models import Handlungsfeld, Kommune, Programm, Projekt
from projekte.querysets import gesagt_am


def programme() -> Choices:
    return [("", "alle"), *Programm.objects.values_list("schluessel", "name")]


def handlungsfelder() -> Choices:
    """With the programme's name, if there are several programmes with Handlungsfelder."""
    felder = Handlungsfeld.objects.select_related("programm").order_by("programm__name", "position")
    mehrere = len({feld.programm_id for feld in felder}) > 1
    return [
        ("", "alle"),
        *((feld.adressschluessel, f"{feld.programm}: {feld}" if mehrere else feld.name) for feld in felder),
    ]


def kommunen() -> Choices:
    return [("", "alle"), *Kommune.objects.values_list("schluessel", "name")]


def an_adresse(records: Any) -> Callable[[str], None]:
    """A validator: the value is the address of one of `records`."""

    def validate(wert: str) -> None:
        if "\0" not in wert and not records.an_adresse(wert).exists():
            art = records.model._meta.verbose_name
            raise ValidationError("Unbekannt: %(art)s „%(wert)s“.", "unbekannt", {"art": art, "wert": wert})

    return validate


class ProgrammFilter(TextFilter):
    def __init__(self, field_name: str) -> None:
        super().__init__(
            f"{field_name}__schluessel",
            label="Programm",
            help_text="Schlüssel, zum Beispiel „ruhr-konferenz“",
            validators=[bekannt(Programm.objects.all(), "schluessel")],
            widget=auswahl(programme),
        )


class HandlungsfeldFilter(TextFilter):
    def __init__(self, field_name: str) -> None:
        super().__init__(
            field_name,
            label="Handlungsfeld",
            help_text="wie in der Adresse der Seite",
            validators=[an_adresse(Handlungsfeld.objects.all())],
            widget=auswahl(handlungsfelder),
        )

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        programm, schluessel = adressen.split(value)
        feld = self.field_name
        return qs.filter(**{f"{feld}__schluessel": schluessel, f"{feld}__programm__schluessel": programm})


class KommuneFilter(TextFilter):
    """Statements about a municipality, or that name it beside others, by its key or AGS."""

    def __init__(self) -> None:
        super().__init__(
            label="Kommune",
            help_text="Schlüssel, wie in der Adresse der Seite, oder Amtlicher Gemeindeschlüssel",
            validators=[bekannt(Kommune.objects.all(), "schluessel", "ags")],
            widget=auswahl(kommunen),
        )

    @staticmethod
    def gemeint(value: str) -> Any:
        return Kommune.objects.filter(any_of([("schluessel", value), ("ags", value)]))

    def filter(self, qs: Any, value: str) -> Any:
        return qs.ueber(self.gemeint(value)) if value else qs


class ProjektschluesselFilter(TextFilter):
    """What belongs to a public project, by its address: Kennung or key, perhaps behind its programme."""

    def __init__(self) -> None:
        super().__init__(
            label="Projekt",
            help_text="Kennung („13-02“) oder Schlüssel, wie in der Adresse der Seite",
            validators=[an_adresse(Projekt.objects.oeffentlich())],
        )

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        programm, schluessel = adressen.split(value)
        an_adresse = any_of([("projekt__kennung", schluessel), ("projekt__schluessel", schluessel)])
        return qs.filter(an_adresse, projekt__programm__schluessel=programm)


class GesagtFilter(TagFilter):
    """The day on which a paper said something, as pages show it."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs.annotate(gesagt_am=gesagt_am("dokument__")), value) if value else qs
