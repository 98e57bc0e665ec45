"""The flat columns of the CSV exports, each read by the database. Several values share a cell, parted by `; `."""

from functools import lru_cache

from django.db.models import Case, CharField, F, OuterRef, Value, When
from django.db.models.functions import Concat
from django.urls import reverse

from anfragen.ausdruecke import Verbunden, dokumentadresse, dokumentkennung, papierschluessel
from anfragen.exports import Berechnet, Tabelle
from projekte import adressen
from projekte.models import Kommune, Projekt, Projektzusage
from projekte.oeffentlich import PUBLIC


def _name(kennung: str | None, name: str | None) -> str | None:
    """How a project calls itself; None without one."""
    return str(Projekt(kennung=kennung or "", name=name)) if name else None


def _wenn_oeffentlich(feld: str) -> Case:
    """A field of the project that this one is part of."""
    then = F(f"teilprojekt_von__{feld}")
    return Case(When(teilprojekt_von__veroeffentlichung=PUBLIC, then=then), output_field=CharField())


def _oeffentliches_dokument(feld: str) -> Case:
    """The number of the paper that proves an event or fulfils a commitment."""
    oeffentlich = When(**{f"{feld}__veroeffentlichung": PUBLIC}, then=dokumentkennung(f"{feld}__"))
    return Case(oeffentlich, output_field=CharField())


@lru_cache(maxsize=1000)
def _adresse(programm: str, kennung: str, schluessel: str) -> str:
    return reverse("projekt", kwargs={"schluessel": adressen.join(programm, kennung or schluessel)})


PROJEKTE: Tabelle = {
    "kennung": "kennung",
    "schluessel": "schluessel",
    "name": "name",
    "art": "art",
    "programm": "programm__name",
    "handlungsfeld": "handlungsfeld__name",
    "ministerium": "ministerium__name",
    "kommunen": Verbunden(Kommune.objects.filter(projekte=OuterRef("pk")), "name"),
    "orte_weitere": "orte_weitere",
    "status": "status",
    "status_am": "status_am",
    "laufzeit": "laufzeit",
    "betrag": "betrag",
    "betrag_art": "betrag_art",
    "teilprojekt_von": Berechnet(_name, (_wenn_oeffentlich("kennung"), _wenn_oeffentlich("name"))),
    "anzahl_aussagen": "anzahl_aussagen",
    "zuletzt_am": "zuletzt_am",
}
PROJEKTADRESSE = Berechnet(_adresse, ("programm__schluessel", "kennung", "schluessel"))
PAPIERADRESSE = Berechnet(dokumentadresse, (papierschluessel("dokument__"),))

AUSSAGEN: Tabelle = {
    "id": "pk",
    "programm": "projekt__programm__name",
    "projekt_kennung": "projekt__kennung",
    "projekt_schluessel": "projekt__schluessel",
    "projekt": "projekt__name",
    "handlungsfeld": "projekt__handlungsfeld__name",
    "kommune": "kommune__name",
    "dokument_reihe": "dokument__reihe__schluessel",
    "dokument": dokumentkennung("dokument__"),
    "gesagt_am": "gesagt_am",
    "name_gedruckt": "name_gedruckt",
    "teilprojekt_gedruckt": "teilprojekt_gedruckt",
    "wortlaut": "wortlaut",
    "start": "start",
    "ende": "ende",
}

KENNZAHLEN: Tabelle = {
    "id": "pk",
    "programm": "projekt__programm__name",
    "projekt_kennung": "projekt__kennung",
    "projekt_schluessel": "projekt__schluessel",
    "projekt": "projekt__name",
    "handlungsfeld": "projekt__handlungsfeld__name",
    "kommune": "aussage__kommune__name",
    "dokument_reihe": "dokument__reihe__schluessel",
    "dokument": dokumentkennung("dokument__"),
    "art": "art",
    "wert": "wert",
    "wert_bis": "wert_bis",
    "je": "je",
    "einheit": "einheit",
    "ungefaehr": "ungefaehr",
    "addierbar": "addierbar",
    "wofuer": "wofuer",
    "stand_am": "stand",
    "wortlaut": "wortlaut",
    "start": "start",
    "ende": "ende",
}

EREIGNISSE: Tabelle = {
    "id": "pk",
    "programm": "projekt__programm__name",
    "projekt_kennung": "projekt__kennung",
    "projekt_schluessel": "projekt__schluessel",
    "projekt": "projekt__name",
    "handlungsfeld": "projekt__handlungsfeld__name",
    "art": "art",
    "datum": "datum",
    "genauigkeit": "genauigkeit",
    "titel": "titel",
    "text": "text",
    "dokument": _oeffentliches_dokument("dokument"),
    "quelle": "quelle",
    "beleglage": "beleglage",
}
EREIGNISADRESSE = Berechnet(_adresse, ("projekt__programm__schluessel", "projekt__kennung", "projekt__schluessel"))

_UEBER_PROJEKTE = Projektzusage.objects.zu_oeffentlichen().filter(zusage=OuterRef("pk")).for_list()
_PROJEKT = Case(
    When(projekt__kennung="", then=F("projekt__name")),
    default=Concat(Value("["), "projekt__kennung", Value("] "), "projekt__name"),
    output_field=CharField(),
)

ZUSAGEN: Tabelle = {
    "id": "pk",
    "stand": "stand",
    "art": "art",
    "wortlaut": "wortlaut",
    "gesagt_am": "gesagt_am",
    "ministerium": "dokument__antwort__ministerium__name",
    "dokument_reihe": "dokument__reihe__schluessel",
    "dokument": dokumentkennung("dokument__"),
    "faellig_am": "faellig_am",
    "faellig_wortlaut": "faellig_wortlaut",
    "erfuellt_am": "erfuellt_am",
    "erfuellt_durch": _oeffentliches_dokument("erfuellt_durch"),
    "projekte": Verbunden(_UEBER_PROJEKTE, _PROJEKT),
    "kommunen": Verbunden(_UEBER_PROJEKTE.filter(kommune__isnull=False), "kommune__name"),
    "start": "start",
    "ende": "ende",
}
