"""The form that chooses what of a project's history to show."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from anfragen.filtering import unbekannte
from projekte.models import Kommune, Projekt, Projektaussage
from projekte.verlauf import Art, Auswahl

UNBEKANNT = "Unbekannt: „%(value)s“."


class VerlaufForm(forms.Form):
    """What of a project's history to show; page, feed and download take the same."""

    art = forms.MultipleChoiceField(
        label="Was", choices=Art.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    ort = forms.ModelChoiceField(
        Kommune.objects.none(), label="Ort", required=False, to_field_name="schluessel", empty_label="alle"
    )
    teilprojekt = forms.ChoiceField(label="Teilprojekt", required=False)
    sortierung = forms.ChoiceField(
        label="Reihenfolge", choices=[("", "älteste zuerst"), ("neueste", "neueste zuerst")], required=False
    )

    def __init__(self, projekt: Projekt, data: QueryDict | None = None) -> None:
        super().__init__(QueryDict() if data is None else data)
        ort: Any = self.fields["ort"]
        ort.queryset = Kommune.objects.mit_aussage_zu(projekt)
        teilprojekt: Any = self.fields["teilprojekt"]
        teile = Projektaussage.objects.oeffentlich().zu(projekt).teilprojekte()
        teilprojekt.choices = [("", "alle"), *((teil, teil) for teil in teile)]
        for feld in self.fields.values():
            feld.error_messages |= {"invalid_choice": UNBEKANNT}

    @property
    def einzelne(self) -> list[forms.BoundField]:
        """The fields with one value; that of the parts only if there are some, or a wrong one was asked for."""
        teilprojekt: Any = self.fields["teilprojekt"]
        mit_teilen = len(teilprojekt.choices) > 1 or "teilprojekt" in self.errors
        return [self[name] for name in ("ort", "teilprojekt", "sortierung") if name != "teilprojekt" or mit_teilen]

    @property
    def abfrage(self) -> str:
        """The query that asks for the same, for links."""
        return self._abfrage({})

    @property
    def umgekehrt(self) -> str:
        """The query that asks for the same from the other end."""
        return self._abfrage({"sortierung": [] if self.data.get("sortierung") == "neueste" else ["neueste"]})

    def _abfrage(self, anders: dict[str, list[str]]) -> str:
        data: Any = self.data
        gefragt = {name: anders.get(name, data.getlist(name)) for name in self.fields}
        return urlencode({name: werte for name, werte in gefragt.items() if any(werte)}, doseq=True)

    @property
    def fehler(self) -> dict[str, list[str]]:
        """What is wrong with a query for data, by parameter."""
        return unbekannte(self.data, self.fields) or {
            name: [str(fehler) for fehler in liste] for name, liste in self.errors.items()
        }

    @property
    def auswahl(self) -> Auswahl | None:
        """None if a value is wrong."""
        if not self.is_valid():
            return None
        werte = self.cleaned_data
        return Auswahl(
            frozenset(werte["art"]), werte["ort"], werte["teilprojekt"], neueste_zuerst=werte["sortierung"] == "neueste"
        )
