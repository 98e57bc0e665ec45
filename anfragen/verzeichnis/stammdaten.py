"""The master data that lines of the index name: found, or created and marked as coming from there."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import count
from typing import Any

from django.db import models
from django.utils.text import slugify

from anfragen.models import Beleglage, Fraktion, Ministerium, Parlament, Person, Reihe, Wahlperiode
from anfragen.parsing import records
from anfragen.verzeichnis import schreiben
from anfragen.zuordnung import Zuordnung, name_ohne_titel

HINWEIS = "aus dem Verzeichnis angelegt"
FRAKTIONSLOS = "fraktionslos"
UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


class Stammdaten:
    """Master data, each read once and kept by name; use one per file. `grund` is what the history shows."""

    def __init__(self, grund: str) -> None:
        self.grund = grund
        self._reihen: dict[int, Reihe] = {}
        self._wahlperioden: dict[tuple[int, int], Wahlperiode] = {}
        self._zuordnungen: dict[int, Zuordnung] = {}
        self._fraktionen: dict[tuple[int, str], Fraktion] = {}
        self._haeuser: dict[int, dict[str, list[Ministerium]]] = {}
        self._personen: dict[int, dict[str, Person]] = {}

    @cached_property
    def _parlamente(self) -> dict[str, Parlament]:
        return {parlament.verzeichnisname: parlament for parlament in Parlament.objects.exclude(verzeichnisname="")}

    @property
    def parlamentsnamen(self) -> list[str]:
        return sorted(self._parlamente)

    def parlament(self, name: str) -> Parlament | None:
        """By its name in the index. A parliament is never created: its official name and its address are not known."""
        return self._parlamente.get(name)

    def reihe(self, parlament: Parlament) -> Reihe:
        """The series of the Drucksachen, in which all answers of an index are counted."""
        if parlament.pk not in self._reihen:
            schluessel = {"parlament": parlament, "schluessel": records.Reihe.DRUCKSACHE.value}
            self._reihen[parlament.pk] = Reihe.objects.filter(**schluessel).first() or self._create(
                Reihe, **schluessel, name="Drucksache"
            )
        return self._reihen[parlament.pk]

    def wahlperiode(self, parlament: Parlament, nummer: int) -> Wahlperiode:
        if (parlament.pk, nummer) not in self._wahlperioden:
            schluessel = {"parlament": parlament, "nummer": nummer}
            self._wahlperioden[parlament.pk, nummer] = Wahlperiode.objects.filter(**schluessel).first() or self._create(
                Wahlperiode, **schluessel
            )
        return self._wahlperioden[parlament.pk, nummer]

    def fraktion(self, wahlperiode: Wahlperiode, name: str) -> Fraktion:
        """By any spelling that the master data know; `fraktionslos` is the absence of a Fraktion."""
        if (wahlperiode.pk, name) not in self._fraktionen:
            zuordnung = self._zuordnungen.setdefault(wahlperiode.pk, Zuordnung(wahlperiode))
            if (fraktion := zuordnung.fraktion(name)) is None:
                fraktion = self._create(
                    Fraktion,
                    wahlperiode=wahlperiode,
                    kurz=name.upper() if name == FRAKTIONSLOS else name,
                    verzeichnisname=name,
                    ist_fraktion=name != FRAKTIONSLOS,
                )
                # Another spelling of it may follow.
                del self._zuordnungen[wahlperiode.pk]
            self._fraktionen[wahlperiode.pk, name] = fraktion
        return self._fraktionen[wahlperiode.pk, name]

    def haus(self, wahlperiode: Wahlperiode, name: str, am: date | None) -> Ministerium | None:
        """The house of that name in office on the day, else of the Wahlperiode, else of another one's cabinet.

        After an election the old cabinet answers for some weeks under the names of its houses. Without a day, None if
        several cabinets have such a house.
        """
        haeuser = self._haeuser_von(wahlperiode.parlament_id)[name]
        eigene = [haus for haus in haeuser if haus.wahlperiode_id == wahlperiode.pk]
        # Houses that an index created have no cabinet; they stand for their own Wahlperiode only.
        andere = [haus for haus in haeuser if haus.wahlperiode_id != wahlperiode.pk and haus.kabinett]
        if am is None and len(eigene or andere) > 1:
            return None
        for passend in (_im_amt(eigene, am), eigene, _im_amt(andere, am), andere):
            if passend:
                return passend[0]
        neu: Ministerium = self._create(
            Ministerium,
            wahlperiode=wahlperiode,
            name=name,
            verzeichnisname=name,
            schluessel=_schluessel(name, Ministerium.objects.filter(wahlperiode=wahlperiode, kabinett="")),
        )
        haeuser.append(neu)
        return neu

    def personen(self, parlament: Parlament, gedruckt: Iterable[str]) -> dict[str, Person]:
        """The member for each printed name. Two of one name can't be told apart here: the one without `zusatz` it is,
        created if need be."""
        bekannt = self._personen_von(parlament)
        namen = {name: name_ohne_titel(name) for name in gedruckt}
        fehlend = dict.fromkeys(name for name in namen.values() if name not in bekannt)
        neu = [Person(parlament=parlament, name=name, hinweis=HINWEIS) for name in fehlend]
        schreiben.create(Person, neu, self.grund)
        bekannt.update((person.name, person) for person in neu)
        return {name: bekannt[bar] for name, bar in namen.items()}

    def _haeuser_von(self, parlament_id: int) -> dict[str, list[Ministerium]]:
        if parlament_id not in self._haeuser:
            je_name = self._haeuser[parlament_id] = defaultdict(list)
            haeuser = Ministerium.objects.filter(wahlperiode__parlament=parlament_id)
            # The latest first, those without a date last.
            for haus in haeuser.order_by(models.F("von").desc(nulls_last=True), "pk"):
                for name in {haus.verzeichnisname, haus.name} - {""}:
                    je_name[name].append(haus)
        return self._haeuser[parlament_id]

    def _personen_von(self, parlament: Parlament) -> dict[str, Person]:
        if parlament.pk not in self._personen:
            je_name: dict[str, list[Person]] = defaultdict(list)
            for person in Person.objects.filter(parlament=parlament).order_by("zusatz"):
                je_name[person.name].append(person)
            self._personen[parlament.pk] = {
                name: personen[0] for name, personen in je_name.items() if len(personen) == 1 or not personen[0].zusatz
            }
        return self._personen[parlament.pk]

    def _create(self, modell: type[models.Model], **felder: Any) -> Any:
        neu: Any = modell(**felder, hinweis=HINWEIS, beleglage=Beleglage.ABGELEITET, quelle=self.grund)
        neu._change_reason = self.grund
        neu.save()
        return neu


def _im_amt(haeuser: Iterable[Ministerium], am: date | None) -> list[Ministerium]:
    return [haus for haus in haeuser if am and (not haus.von or haus.von <= am) and (not haus.bis or am <= haus.bis)]


def _schluessel(name: str, vergeben: models.QuerySet[Ministerium]) -> str:
    """`Minister/in für Justiz` is `ministerin-fuer-justiz`, the next of that key gets a number."""
    basis = slugify(name.translate(UMLAUTE))[:140] or "haus"
    belegt = set(vergeben.filter(schluessel__startswith=basis).values_list("schluessel", flat=True))
    return next(schluessel for n in count(1) if (schluessel := basis if n == 1 else f"{basis}-{n}") not in belegt)
