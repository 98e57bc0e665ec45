"""The form that chooses what of a project's history to show."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from projekte.models import Kommune, Projekt
from projekte.verlauf import Art, Auswahl


class VerlaufForm(forms.Form):
    """What of a project's history to show; page, feed and download take the same."""

    art = forms.MultipleChoiceField(
        label="Was", choices=Art.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    ort = forms.ModelChoiceField(
        Kommune.objects.none(), label="Ort", required=False, to_field_name="schluessel", empty_label="alle"
    )
    sortierung = forms.ChoiceField(
        label="Reihenfolge", choices=[("", "älteste zuerst"), ("neueste", "neueste zuerst")], required=False
    )

    def __init__(self, projekt: Projekt, data: QueryDict | None = None) -> None:
        super().__init__(QueryDict() if data is None else data)
        ort: Any = self.fields["ort"]
        ort.queryset = Kommune.objects.mit_aussage_zu(projekt)

    @property
    def abfrage(self) -> str:
        """The query that asks for the same, for links."""
        data: Any = self.data
        return urlencode({name: werte for name in self.fields if (werte := data.getlist(name))}, doseq=True)

    @property
    def auswahl(self) -> Auswahl | None:
        """None if a value is wrong."""
        if not self.is_valid():
            return None
        werte = self.cleaned_data
        return Auswahl(frozenset(werte["art"]), werte["ort"], neueste_zuerst=werte["sortierung"] == "neueste")
