"""The board of commitments: those of one state, each in its passage, with how long it has and what may fulfil it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from anfragen import oeffentlich, zusagen
from anfragen.filtering import ALLE
from anfragen.filters import ministerien
from anfragen.models import Wahlperiode, Zusage
from anfragen.seiten.stellen import Ort, Papiere, Passage

JE_SEITE = 50
UEBERFAELLIG = "ueberfaellig"
REITER = {
    Zusage.Stand.VORGESCHLAGEN.value: "Vorgeschlagen",
    Zusage.Stand.OFFEN.value: "Offen",
    UEBERFAELLIG: "Überfällig",
    Zusage.Stand.ERFUELLT.value: "Erfüllt",
    Zusage.Stand.VERWORFEN.value: "Verworfen",
}


def redaktion() -> QuerySet[Any]:
    """Who can be responsible for a commitment."""
    return get_user_model()._default_manager.filter(is_staff=True, is_active=True).order_by("username")


class TafelForm(forms.Form):
    """The filters; what isn't known is left out instead of refused, because an old link should still open."""

    stand = forms.ChoiceField(choices=list(REITER.items()), required=False, widget=forms.HiddenInput)
    art = forms.ChoiceField(label="Art", choices=[("", "alle"), *Zusage.Art.choices], required=False)
    wahlperiode = forms.ModelChoiceField(
        Wahlperiode.objects.none(), label="Wahlperiode", required=False, empty_label="alle"
    )
    ministerium = forms.ChoiceField(label="Ministerium", required=False)
    verantwortlich = forms.ChoiceField(label="Verantwortlich", required=False)

    def __init__(self, data: QueryDict, user: Any, personen: Sequence[Any]) -> None:
        super().__init__(data, label_suffix="")
        self.user = user
        andere = [(str(person.pk), str(person)) for person in personen if person.pk != user.pk]
        auswahl = {
            "ministerium": ministerien(ALLE),
            "verantwortlich": [("", "alle"), ("ich", "ich"), ("niemand", "niemand"), *andere],
        }
        for name, choices in auswahl.items():
            feld = self.fields[name]
            assert isinstance(feld, forms.ChoiceField)
            feld.choices = choices
        wahlperiode = self.fields["wahlperiode"]
        assert isinstance(wahlperiode, forms.ModelChoiceField)
        wahlperiode.queryset = Wahlperiode.objects.select_related("parlament")
        self.is_valid()

    @property
    def reiter(self) -> str:
        return self.cleaned_data.get("stand") or Zusage.Stand.VORGESCHLAGEN.value

    def in_scope(self) -> Any:
        """The commitments of every state that the other filters leave."""
        gewaehlt = self.cleaned_data
        felder = {
            "art": gewaehlt.get("art"),
            "dokument__wahlperiode": gewaehlt.get("wahlperiode"),
            "dokument__antwort__ministerium__name": gewaehlt.get("ministerium"),
        }
        gefunden = Zusage.objects.filter(**{feld: wert for feld, wert in felder.items() if wert})
        match gewaehlt.get("verantwortlich"):
            case None | "":
                return gefunden
            case "niemand":
                return gefunden.filter(verantwortlich=None)
            case "ich":
                return gefunden.filter(verantwortlich=self.user)
            case person:
                return gefunden.filter(verantwortlich=person)

    def found(self, heute: date) -> Any:
        """The commitments that all filters leave: the most urgent first, closed ones by when they were."""
        gefunden = self.in_scope().mit_stand(self.reiter, heute)
        if self.reiter == Zusage.Stand.ERFUELLT:
            return gefunden.zuletzt_erfuellt_zuerst()
        return gefunden.order_by("-id") if self.reiter == Zusage.Stand.VERWORFEN else gefunden.nach_frist()


@dataclass(frozen=True)
class Zeile:
    """A commitment as the board shows it: in its passage and part, with what it is about and what may fulfil it."""

    zusage: Any
    passage: Passage
    ort: Ort
    frist: str
    kandidaten: Sequence[zusagen.Kandidat] = ()

    @property
    def gegenstaende(self) -> list[Any]:
        return [record for weg in zusagen.GEGENSTAENDE for record in getattr(self.zusage, weg.split("__")[0]).all()]

    @property
    def ist_ueberfaellig(self) -> bool:
        return self.zusage.stand == Zusage.Stand.OFFEN and self.frist.endswith(" überfällig")


def reiter(form: TafelForm, heute: date) -> list[tuple[str, str, int]]:
    """Key, name and number of commitments of each tab."""
    anzahl = form.in_scope().je_stand(heute)
    return [(schluessel, name, anzahl[schluessel]) for schluessel, name in REITER.items()]


def page(form: TafelForm, nummer: str | None, heute: date) -> tuple[Page, list[Zeile]]:
    """One page of commitments, in a number of queries that doesn't depend on it."""
    # Ids first: a database that sorts 100,000 commitments sorts them with all that is read of them.
    blatt = Paginator(form.found(heute).values_list("pk", flat=True), JE_SEITE).get_page(nummer)
    records = Zusage.objects.for_list().with_fassung().prefetch_related(*zusagen.GEGENSTAENDE).in_bulk(list(blatt))
    passagen = [Passage(zusage) for zusage in oeffentlich.with_textstelle([records[pk] for pk in blatt])]
    papiere = Papiere({passage.verweis.dokument_id for passage in passagen})
    offen = [passage.verweis.pk for passage in passagen if passage.verweis.stand == Zusage.Stand.OFFEN]
    kandidaten = zusagen.kandidaten(offen)
    return blatt, [
        Zeile(
            passage.verweis,
            passage,
            papiere.ort(passage),
            zusagen.frist(passage.verweis.faellig_am, heute),
            kandidaten.get(passage.verweis.pk, ()),
        )
        for passage in passagen
    ]
