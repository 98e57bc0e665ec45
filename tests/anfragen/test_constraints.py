"""What the tables of anfragen refuse, whoever writes: one row for each rule of the database."""

from datetime import date
from functools import partial

import pytest

from anfragen.models import (
    Befund,
    Einlesung,
    Fragesteller,
    Fraktion,
    Ministerium,
    Nachfrage,
    Parlament,
    Person,
    Reihe,
    Wahlperiode,
)
from tests.factories import (
    anfrage,
    antwort,
    antwortteil,
    dokument,
    frage,
    ministerium,
    parlament,
    person,
    verweis,
    wahlperiode,
    zusage,
)
from tests.invariants import assert_refused, rules

pytestmark = pytest.mark.django_db


def befund(**felder):
    return Befund.objects.create(**{"dokument": dokument(), "regel": "datum", "text": "Jahr 3013"} | felder)


def fragesteller(**felder):
    return Fragesteller.objects.create(
        **{"anfrage": anfrage(), "person": person(), "position": 1, "name_gedruckt": "Carina Gödecke"} | felder
    )


def nachfrage_to_itself():
    erste = anfrage()
    Nachfrage.objects.create(anfrage=erste, folgeanfrage=erste, titel="Bochum", offen="die Förderung je Projekt")


def twice(build, **felder):
    build(**felder)
    build(**felder)


# How to build a record of each model that is read from a text.
READ = {
    "antwortteil": lambda **felder: antwortteil(antwort(), **felder),
    "frage": lambda **felder: frage(anfrage(), **felder),
    "verweis": lambda **felder: verweis(dokument(), **felder),
    "zusage": zusage,
}

REFUSED = {
    "anfrage.dokument": lambda: twice(anfrage, dokument=dokument()),
    "anfrage_abgeleitet_hat_nummer": lambda: anfrage(nummer=None, nummer_abgeleitet=True),
    "anfrage_beantwortet_am_nur_beantwortet": lambda: anfrage(beantwortet_am=date(2020, 9, 30)),
    "anfrage_eindeutig": lambda: twice(anfrage, nummer=4284),
    "anfrage_nummer_ab_1": lambda: anfrage(nummer=0),
    "antwort.dokument": lambda: twice(antwort, dokument=dokument()),
    "antwortteil_eindeutig": lambda: twice(antwortteil, antwort_=antwort(), position=1),
    "befund_eindeutig": lambda: twice(befund, dokument=dokument()),
    "befund_verworfen_begruendet": lambda: befund(stand=Befund.Stand.VERWORFEN),
    "dokument_eindeutig": lambda: twice(dokument, nummer=11212),
    "dokument_nummer_ab_1": lambda: dokument(nummer=0),
    "einlesung_abgelehnt_begruendet": lambda: Einlesung.objects.create(dateiname="a.pdf", ergebnis="abgelehnt"),
    "dokument_nur_zitiert_ohne_text": lambda: dokument(nur_zitiert=True, text="Wie viele waren es?"),
    "frage_eindeutig": lambda: twice(frage, anfrage_=anfrage(), nummer=1),
    "frage_nummer_ab_1": lambda: frage(anfrage(), nummer=0),
    "fragesteller_person_eindeutig": lambda: [
        fragesteller(anfrage=erste, position=position) for erste in [anfrage()] for position in (1, 2)
    ],
    "fragesteller_position_eindeutig": lambda: [
        fragesteller(anfrage=erste, person=person(name)) for erste in [anfrage()] for name in ("Gödecke", "Yüksel")
    ],
    "fraktion_eindeutig": lambda: twice(Fraktion.objects.create, wahlperiode=wahlperiode(), kurz="SPD"),
    "ministerium_bis_nach_von": lambda: ministerium(von=date(2017, 6, 30), bis=date(2017, 6, 29)),
    "ministerium_eindeutig": lambda: twice(ministerium),
    "nachfrage_nicht_auf_sich_selbst": nachfrage_to_itself,
    "parlament.kuerzel": lambda: [Parlament.objects.create(kuerzel="nw", name=name) for name in ("Landtag", "NRW")],
    "parlament.name": lambda: [Parlament.objects.create(kuerzel=kuerzel, name="Landtag") for kuerzel in ("nw", "by")],
    "person_eindeutig": lambda: twice(Person.objects.create, parlament=parlament(), name="Carina Gödecke"),
    "reihe_eindeutig": lambda: twice(Reihe.objects.create, parlament=parlament(), schluessel="vorlage"),
    "verweis_abgeleitet_hat_wahlperiode": lambda: verweis(
        dokument(), wahlperiode_nummer=None, wahlperiode_abgeleitet=True
    ),
    "verweis_eindeutig": lambda: twice(verweis, dokument_=dokument(), nummer=10564, start=0, ende=5),
    "verweis_mehrdeutig_ohne_ziel": lambda: verweis(dokument(), mehrdeutig=True, ziel_dokument=dokument()),
    "wahlperiode_eindeutig": lambda: twice(Wahlperiode.objects.create, parlament=parlament(), nummer=17),
    "wahlperiode_ende_nach_beginn": lambda: wahlperiode(beginn=date(2017, 6, 1), ende=date(2017, 5, 31)),
    "wahlperiode_nummer_ab_1": lambda: wahlperiode(0),
    "zusage_erfuellt_nur_als_erfuellt": lambda: zusage(stand="offen", erfuellt_durch=dokument()),
    **{f"{name}_sicherheit": partial(build, sicherheit=1.5) for name, build in READ.items()},
    **{f"{name}_spanne": partial(build, start=5, ende=5) for name, build in READ.items()},
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_the_database_refuses(name):
    assert_refused("anfragen", name, REFUSED[name])


def test_every_rule_of_the_database_has_its_case():
    assert set(REFUSED) == set(rules("anfragen"))


@pytest.mark.parametrize("model", sorted(READ))
@pytest.mark.parametrize("half", [{"start": 5}, {"ende": 5}], ids=["without end", "without start"])
def test_half_a_span_is_refused(model, half):
    assert_refused("anfragen", f"{model}_spanne", partial(READ[model], **half))


def test_anfragen_whose_number_is_unknown_stand_beside_each_other():
    twice(anfrage, nummer=None)


def test_a_number_counts_anew_in_each_wahlperiode_and_kind():
    anfrage(nummer=26)
    anfrage(nummer=26, art="gross")
    anfrage(nummer=26, wahlperiode=wahlperiode(16))


def test_records_made_by_hand_need_no_span():
    quelle = dokument()
    twice(verweis, dokument_=quelle, nummer=10564)


def test_ministerium_keeps_houses_of_two_cabinets_apart():
    ministerium(kabinett="Laschet")
    ministerium(kabinett="Wüst")
    assert Ministerium.objects.count() == 2
