"""Records for tests: each function saves one valid record and takes what the test is about as keywords."""

from datetime import date
from itertools import count
from typing import Any

from anfragen.models import (
    Anfrage,
    Antwort,
    Antwortteil,
    Dokument,
    Frage,
    Fragesteller,
    Fraktion,
    Ministerium,
    Parlament,
    Person,
    Reihe,
    Verweis,
    Wahlperiode,
    Zusage,
)
from projekte.models import Handlungsfeld, Kennzahl, Kommune, Programm, Projekt, Projektaussage, Projektzusage

_nummern = count(1)


def parlament(kuerzel: str = "nw", **felder: Any) -> Parlament:
    felder = {"name": f"Landtag {kuerzel.upper()}", "kurzname": f"Landtag {kuerzel.upper()}"} | felder
    return Parlament.objects.get_or_create(kuerzel=kuerzel, defaults=felder)[0]


def wahlperiode(nummer: int = 17, kuerzel: str = "nw", **felder: Any) -> Wahlperiode:
    felder = {"frist_tage": 28, "frist_grosse_monate": 3} | felder
    return Wahlperiode.objects.get_or_create(parlament=parlament(kuerzel), nummer=nummer, defaults=felder)[0]


def reihe(schluessel: str = "drucksache", kuerzel: str = "nw", **felder: Any) -> Reihe:
    felder = {"name": schluessel.capitalize()} | felder
    return Reihe.objects.get_or_create(parlament=parlament(kuerzel), schluessel=schluessel, defaults=felder)[0]


def dokument(**felder: Any) -> Dokument:
    return Dokument.objects.create(
        **{
            "wahlperiode": felder.get("wahlperiode") or wahlperiode(),
            "reihe": felder.get("reihe") or reihe(),
            "nummer": next(_nummern),
            "titel": "Wohnungseinbrüche in NRW",
            "datum": date(2020, 9, 30),
        }
        | felder
    )


def anfrage(**felder: Any) -> Anfrage:
    return Anfrage.objects.create(
        **{
            "wahlperiode": felder.get("wahlperiode") or wahlperiode(),
            "nummer": next(_nummern),
            "titel": "Wohnungseinbrüche in NRW",
            "gestellt_am": date(2020, 9, 3),
        }
        | felder
    )


def antwort(anfrage_: Anfrage | None = None, **felder: Any) -> Antwort:
    """An answer to `anfrage_` (a new one without), whose state follows."""
    anfrage_ = anfrage_ or anfrage()
    felder = {"dokument": felder.get("dokument") or dokument(wahlperiode=anfrage_.wahlperiode, art="antwort")} | felder
    neu = Antwort.objects.create(**felder)
    neu.anfragen.add(anfrage_)
    anfrage_.stand_nachfuehren()
    return neu


def frage(anfrage_: Anfrage, nummer: int = 1, **felder: Any) -> Frage:
    return Frage.objects.create(anfrage=anfrage_, nummer=nummer, **{"text": "Wie viele waren es?"} | felder)


def antwortteil(antwort_: Antwort, *fragen: Frage, **felder: Any) -> Antwortteil:
    felder = {"position": antwort_.teile.count() + 1, "text": "Es waren zwölf."} | felder
    teil = Antwortteil.objects.create(antwort=antwort_, **felder)
    teil.fragen.set(fragen)
    return teil


def person(name: str = "Carina Gödecke", **felder: Any) -> Person:
    return Person.objects.get_or_create(parlament=felder.pop("parlament", None) or parlament(), name=name, **felder)[0]


def fraktion(kurz: str = "SPD", **felder: Any) -> Fraktion:
    wp = felder.pop("wahlperiode", None) or wahlperiode()
    return Fraktion.objects.get_or_create(wahlperiode=wp, kurz=kurz, defaults=felder)[0]


def fragesteller(anfrage_: Anfrage, name: str = "Carina Gödecke", kurz: str | None = "SPD") -> Fragesteller:
    gruppe = fraktion(kurz, wahlperiode=anfrage_.wahlperiode) if kurz else None
    if gruppe:
        anfrage_.fraktionen.add(gruppe)
    return Fragesteller.objects.create(
        anfrage=anfrage_,
        person=person(name, parlament=anfrage_.wahlperiode.parlament),
        fraktion=gruppe,
        position=anfrage_.fragesteller.count() + 1,
        name_gedruckt=name,
    )


def ministerium(name: str = "Ministerium für Verkehr", **felder: Any) -> Ministerium:
    felder = {"kuerzel": "VM", "schluessel": "vm", "kabinett": "Laschet"} | felder
    return Ministerium.objects.create(name=name, wahlperiode=felder.pop("wahlperiode", None) or wahlperiode(), **felder)


def verweis(dokument_: Dokument, **felder: Any) -> Verweis:
    felder = {"typ": "Drucksache", "wahlperiode_nummer": 17, "nummer": next(_nummern)} | felder
    return Verweis.objects.create(dokument=dokument_, **{"wortlaut": f"Drucksache 17/{felder['nummer']}"} | felder)


def programm(schluessel: str = "ruhr-konferenz", **felder: Any) -> Programm:
    return Programm.objects.get_or_create(schluessel=schluessel, defaults={"name": "Ruhr-Konferenz"} | felder)[0]


def handlungsfeld(schluessel: str = "vernetzte-mobilitaet", **felder: Any) -> Handlungsfeld:
    zu = felder.pop("programm", None) or programm()
    felder = {"name": "Vernetzte Mobilität – kurze Wege", "position": next(_nummern)} | felder
    return Handlungsfeld.objects.get_or_create(programm=zu, schluessel=schluessel, defaults=felder)[0]


def projekt(kennung: str = "13-02", **felder: Any) -> Projekt:
    felder = {"name": "Mobilitätsregion", "schluessel": f"projekt-{kennung or next(_nummern)}"} | felder
    return Projekt.objects.create(programm=felder.pop("programm", None) or programm(), kennung=kennung, **felder)


def kommune(name: str = "Bochum", ags: str = "05911000", **felder: Any) -> Kommune:
    return Kommune.objects.get_or_create(ags=ags, defaults={"name": name, "schluessel": name.lower()} | felder)[0]


def aussage(projekt_: Projekt, dokument_: Dokument | None = None, **felder: Any) -> Projektaussage:
    felder = {"wortlaut": "Das Projekt hat zum Ziel, Stadtgrenzen zu überwinden."} | felder
    return Projektaussage.objects.create(projekt=projekt_, dokument=dokument_ or dokument(), **felder)


def kennzahl(projekt_: Projekt | None = None, **felder: Any) -> Kennzahl:
    felder = {"dokument": None, "wert": 65_000, "einheit": "Euro", "wortlaut": "rund 65.000 Euro"} | felder
    return Kennzahl.objects.create(projekt=projekt_, **felder | {"dokument": felder["dokument"] or dokument()})


def zusage(projekt_: Projekt | None = None, **felder: Any) -> Zusage:
    """A commitment that only reading proposes so far; `projekt_` is the project that it is about."""
    felder = {"dokument": None, "wortlaut": "Der Bericht wird bis Ende 2021 vorgelegt."} | felder
    gefunden = Zusage.objects.create(**felder | {"dokument": felder["dokument"] or dokument()})
    if projekt_:
        Projektzusage.objects.create(projekt=projekt_, zusage=gefunden)
    return gefunden


def vorgang(nummer: int) -> Anfrage:
    """An Anfrage with all that hangs on one: asker, paper, Frage, answer with its part, references out and in."""
    gedruckt = dokument(nummer=1000 + nummer, art="frage")
    gestellt = anfrage(nummer=nummer, dokument=gedruckt)
    fragesteller(gestellt, f"Person {nummer}")
    antwortpapier = dokument(nummer=2000 + nummer, art="antwort", text="x" * 500)
    gegeben = antwort(gestellt, dokument=antwortpapier, ministerium=ministerium(schluessel=f"vm{nummer}"))
    antwortteil(gegeben, frage(gestellt))
    verweis(antwortpapier, start=200, ende=210, ziel_dokument=gedruckt)
    verweis(antwortpapier, start=220, ende=230, typ="Kleine Anfrage", ziel_anfrage=gestellt)
    ohne_nummer = antwort(anfrage(nummer=None)).dokument
    verweis(ohne_nummer, start=1, ende=5, ziel_dokument=antwortpapier)
    return gestellt
