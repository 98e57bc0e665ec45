"""What the filters of several resources share: Handlungsfeld, municipality, project."""

from typing import Any

from anfragen.filtering import Choices, TagFilter, TextFilter, any_of, auswahl, bekannt
from projekte.models import Handlungsfeld, Kommune, Projekt
from projekte.querysets import gesagt_am


def handlungsfelder() -> Choices:
    return [("", "alle"), *Handlungsfeld.objects.values_list("schluessel", "name")]


def kommunen() -> Choices:
    return [("", "alle"), *Kommune.objects.values_list("schluessel", "name")]


class HandlungsfeldFilter(TextFilter):
    def __init__(self, field_name: str) -> None:
        super().__init__(
            f"{field_name}__schluessel",
            label="Handlungsfeld",
            help_text="Schlüssel, wie in der Adresse der Seite",
            validators=[bekannt(Handlungsfeld.objects.all(), "schluessel")],
            widget=auswahl(handlungsfelder),
        )


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
    """What belongs to a public project, by its Kennung or key."""

    def __init__(self) -> None:
        super().__init__(
            label="Projekt",
            help_text="Kennung („13-02“) oder Schlüssel",
            validators=[bekannt(Projekt.objects.oeffentlich(), "kennung", "schluessel")],
        )

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(any_of([("projekt__kennung", value), ("projekt__schluessel", value)]))


class GesagtFilter(TagFilter):
    """The day on which a paper said something, as pages show it."""

    def filter(self, qs: Any, value: Any) -> Any:
        return super().filter(qs.annotate(gesagt_am=gesagt_am("dokument__")), value) if value else qs
