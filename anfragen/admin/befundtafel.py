"""The board of findings: which there are, by rule and weight, each with its evidence."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from anfragen.befunde import regeln
from anfragen.befunde.regeln import Gewicht, Regel
from anfragen.models import Befund, Dokument, Person, Wahlperiode
from anfragen.wortlaut import passage
from anfragen.zuordnung import name_ohne_titel

JE_SEITE = 50
UMGEBUNG = 140  # characters of text shown to each side of a place
STELLE_HOECHSTENS = 400
STELLEN_HOECHSTENS = 6
ZITIERTER_NAME = re.compile(r"„([^“]+)“")  # „Mark Lürbke“ in the text of a finding


class TafelForm(forms.Form):
    """The filters; what isn't known is left out instead of refused, because an old link should still open."""

    gewicht = forms.ChoiceField(label="Gewicht", required=False)
    regel = forms.ChoiceField(label="Regel", required=False)
    stand = forms.ChoiceField(label="Stand", required=False)
    wahlperiode = forms.ModelChoiceField(
        Wahlperiode.objects.none(), label="Wahlperiode", required=False, empty_label="alle"
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, label_suffix="")
        je_gewicht = {g: [(r.schluessel, r.name) for r in regeln.alle() if r.gewicht == g] for g in Gewicht}
        auswahl: dict[str, list[Any]] = {
            "gewicht": [("", "alle"), *((g.value, g.value) for g in Gewicht)],
            "regel": [("", "alle"), *((f"Gewicht {g}", liste) for g, liste in je_gewicht.items() if liste)],
            "stand": [("", "offen"), *(c for c in Befund.Stand.choices if c[0] != "offen"), ("alle", "alle")],
        }
        for name, choices in auswahl.items():
            feld = self.fields[name]
            assert isinstance(feld, forms.ChoiceField)
            feld.choices = choices
        wahlperiode = self.fields["wahlperiode"]
        assert isinstance(wahlperiode, forms.ModelChoiceField)
        wahlperiode.queryset = Wahlperiode.objects.select_related("parlament")
        self.is_valid()

    def in_scope(self) -> Any:
        """The findings of the state and Wahlperiode asked for, of all rules."""
        befunde = Befund.objects.all()
        gewaehlt = self.cleaned_data
        if (stand := gewaehlt.get("stand") or Befund.Stand.OFFEN) != "alle":
            befunde = befunde.filter(stand=stand)
        if wahlperiode := gewaehlt.get("wahlperiode"):
            befunde = befunde.filter(dokument__wahlperiode=wahlperiode)
        return befunde

    def found(self) -> Any:
        """The findings that all filters leave, the weightiest first."""
        befunde = self.in_scope()
        if gewicht := self.cleaned_data.get("gewicht"):
            befunde = befunde.filter(regel__in=regeln.mit_gewicht(gewicht))
        if regel := self.cleaned_data.get("regel"):
            befunde = befunde.filter(regel=regel)
        return befunde.nach_gewicht(*(regeln.mit_gewicht(gewicht) for gewicht in Gewicht))


@dataclass(frozen=True)
class Zeile:
    """A finding as the board shows it: `stellen` are the text before, at and after each place, and the document if it
    is another than the finding's.

    `angebote` are the decisions that its rule brings, each with its key and what its button says.
    """

    befund: Befund
    regel: Regel
    stellen: list[tuple[str, str, str, Dokument | None]]
    personen: list[Person] = field(default_factory=list)
    angebote: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Gruppe:
    """The rules of one weight that have findings, with how many."""

    gewicht: Gewicht
    regeln: list[tuple[Regel, int]]

    @property
    def anzahl(self) -> int:
        return sum(anzahl for _, anzahl in self.regeln)


def summary(befunde: Any) -> list[Gruppe]:
    """How many findings there are of each rule, grouped by weight."""
    gezaehlt = [(regeln.finde(zeile["regel"]), zeile["anzahl"]) for zeile in befunde.je_regel()]
    return [Gruppe(gewicht, [paar for paar in gezaehlt if paar[0].gewicht == gewicht]) for gewicht in Gewicht]


def page(form: TafelForm, nummer: str | None, darf: Callable[[Collection[str]], bool]) -> tuple[Page, list[Zeile]]:
    """One page of findings, in a number of queries that doesn't depend on it.

    `darf` says whether who looks at it has all of some permissions.
    """
    blatt = Paginator(form.found().for_list(), JE_SEITE).get_page(nummer)
    befunde = list(blatt)
    fremde = {dokument for befund in befunde for _, _, *anderswo in befund.stellen for dokument in anderswo}
    texte = _texts({*fremde, *(befund.dokument_id for befund in befunde if befund.stellen)})
    papiere = Dokument.objects.for_list().in_bulk(fremde)
    personen = _people(befunde)
    angebote = _offers(befunde, darf)
    zeilen = [
        Zeile(
            befund,
            regeln.finde(befund.regel),
            list(_places(befund, texte, papiere)),
            personen.get(befund.pk, []),
            angebote[befund.pk],
        )
        for befund in befunde
    ]
    return blatt, zeilen


def _offers(befunde: Sequence[Befund], darf: Callable[[Collection[str]], bool]) -> dict[int, list[tuple[str, str]]]:
    angebote: dict[int, list[tuple[str, str]]] = defaultdict(list)
    offen = sorted((b for b in befunde if b.stand == Befund.Stand.OFFEN), key=lambda befund: befund.regel)
    for schluessel, zusammen in groupby(offen, key=lambda befund: befund.regel):
        gleiche = list(zusammen)
        for entscheidung in regeln.finde(schluessel).entscheidungen:
            if darf(entscheidung.rechte):
                for pk, wort in entscheidung.angebote(gleiche).items():
                    angebote[pk].append((entscheidung.schluessel, wort))
    return angebote


def _texts(ids: Iterable[int]) -> dict[int, str]:
    return dict(Dokument.objects.filter(pk__in=set(ids)).values_list("pk", "text"))


def _places(
    befund: Befund, texte: Mapping[int, str], papiere: Mapping[int, Dokument]
) -> Iterator[tuple[str, str, str, Dokument | None]]:
    for start, ende, *anderswo in befund.stellen[:STELLEN_HOECHSTENS]:
        ab, ende = max(start - UMGEBUNG, 0), min(ende, start + STELLE_HOECHSTENS)
        dokument = anderswo[0] if anderswo else befund.dokument_id
        if ausschnitt := texte.get(dokument, "")[ab : ende + UMGEBUNG]:
            yield *passage(ausschnitt, start - ab, ende - ab), papiere.get(dokument)


def _people(befunde: Collection[Befund]) -> dict[int, list[Person]]:
    """By finding about a name the people whose names it gives."""
    namen = {
        befund.pk: [name_ohne_titel(name) for name in ZITIERTER_NAME.findall(befund.text)]
        for befund in befunde
        if befund.regel == "name-verdruckt"
    }
    gefunden: QuerySet[Person] = Person.objects.filter(name__in={name for liste in namen.values() for name in liste})
    je_name = {(person.parlament_id, person.name): person for person in gefunden} if namen else {}
    parlament = {befund.pk: befund.dokument.wahlperiode.parlament_id for befund in befunde}
    return {
        pk: [je_name[schluessel] for name in liste if (schluessel := (parlament[pk], name)) in je_name]
        for pk, liste in namen.items()
    }
