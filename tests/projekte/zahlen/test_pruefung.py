"""Figures that change or contradict each other, and parts that don't make their whole, are findings."""

from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from anfragen import befunde
from anfragen.befunde.lage import Lage
from anfragen.models import Befund, Dokument
from projekte.models import Kennzahl
from projekte.zahlen.pruefung import (
    BETRAG_GEAENDERT,
    BETRAG_WIDERSPRUCH,
    TEILE_GEHEN_NICHT_AUF,
    teile_gehen_nicht_auf,
    zahlen_verglichen,
)
from tests import factories
from tests.projekte.seiten import betrag

pytestmark = pytest.mark.django_db
ZWECK = "Bis heute wurden sechs Anträge aus Bochum mit einem Fördervolumen von 521.864 Euro eingereicht"


@pytest.fixture
def spaeter():
    return factories.dokument(nummer=16201, datum=date(2022, 1, 17))


@pytest.fixture
def gleichzeitig(antwort):
    """A paper of the same day as `antwort`."""
    return factories.dokument(nummer=11213, datum=date(2020, 9, 30))


def amount(projekt, dokument, wert, wofuer=ZWECK, kommune=None, **felder: Any) -> Kennzahl:
    aussage = factories.aussage(projekt, dokument, kommune=kommune)
    felder = {"wortlaut": f"{wert} Euro"} | felder
    return betrag(
        projekt,
        dokument,
        wert=wert,
        wofuer=wofuer.replace("521.864 Euro", felder["wortlaut"]),
        **felder | {"aussage": aussage},
    )


def found(*dokumente):
    return [(fund.regel, fund.text) for fund in zahlen_verglichen(Lage([dokument.pk for dokument in dokumente]))]


def rules(*dokumente):
    return [regel for regel, _ in found(*dokumente)]


def test_a_changed_amount_names_both_with_paper_and_day(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, spaeter, 698310, ZWECK.replace("sechs", "acht"))
    ((regel, text),) = found(spaeter)
    assert regel == BETRAG_GEAENDERT
    assert text.startswith("Zu [13-02] Mobilitätsregion steht hier „698310 Euro“")
    assert "Drucksache 17/11212 nannte am 30.09.2020 „521864 Euro“" in text


def test_a_changed_share_is_told_and_a_changed_count_is_not(antwort, mobilitaetsregion, spaeter):
    for dokument, wert in ((antwort.dokument, 25), (spaeter, 30)):
        satz = f"bis 2040 mindestens {wert} Prozent der befestigten Flächen vom Kanalnetz abzukoppeln"
        amount(mobilitaetsregion, dokument, wert, satz, art="anteil", einheit="Prozent", wortlaut=f"{wert} Prozent")
        satz = f"Es wurden {wert} Anträge gestellt"
        amount(mobilitaetsregion, dokument, wert, satz, art="anzahl", einheit="Anträge", wortlaut=f"{wert} Anträge")
    assert rules(spaeter) == [BETRAG_GEAENDERT]


def test_the_earlier_paper_has_no_finding(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, spaeter, 698310)
    assert found(antwort.dokument) == []


@pytest.mark.parametrize("anders", ["wert", "zweck", "verb", "projekt", "ort", "einheit", "teilprojekt", "je"])
@pytest.mark.parametrize("papier", ["spaeter", "gleichzeitig"])
def test_what_is_the_same_or_of_something_else_is_none(antwort, mobilitaetsregion, bochum, request, anders, papier):
    papier = request.getfixturevalue(papier)
    amount(mobilitaetsregion, antwort.dokument, 521864)
    match anders:
        case "wert":
            amount(mobilitaetsregion, papier, 521864)
        case "zweck":
            amount(mobilitaetsregion, papier, 65000, "Die RUB erhält hier 521.864 Euro Förderung")
        case "verb":
            amount(mobilitaetsregion, papier, 300000, "Davon wurde ein Fördervolumen von 521.864 Euro bewilligt")
        case "projekt":
            amount(factories.projekt("14-02", schluessel="klima"), papier, 698310)
        case "ort":
            amount(mobilitaetsregion, papier, 698310, kommune=bochum)
        case "einheit":
            amount(mobilitaetsregion, papier, 698310, einheit="Dollar")
        case "teilprojekt":
            zahl = amount(mobilitaetsregion, papier, 698310)
            zahl.aussage.teilprojekt_gedruckt = "InnaMo Ruhr"
            zahl.aussage.save()
        case "je":
            amount(mobilitaetsregion, papier, 698310, je=True)
    assert found(papier) == []


def test_the_newest_before_it_counts(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, factories.dokument(datum=date(2021, 5, 5)), 600000)
    amount(mobilitaetsregion, spaeter, 698310)
    ((_, text),) = found(spaeter)
    assert "„600000 Euro“" in text


@pytest.mark.parametrize(
    ("vorher", "nachher"),
    [
        pytest.param("Im Jahr 2020 wurden 5 Euro bewilligt", "Im Jahr 2021 wurden 6 Euro bewilligt", id="other-year"),
        pytest.param("2020 wurden 5 Euro bewilligt", "2021 wurden 6 Euro bewilligt", id="other-bare-year"),
        pytest.param("Im Mai 2020 wurden 5 Euro bewilligt", "Im Juni 2020 wurden 6 Euro bewilligt", id="other-month"),
    ],
)
def test_another_period_is_no_change(antwort, mobilitaetsregion, spaeter, vorher, nachher):
    amount(mobilitaetsregion, antwort.dokument, 5, vorher)
    amount(mobilitaetsregion, spaeter, 6, nachher)
    assert found(spaeter) == []


def test_of_two_amounts_in_a_clause_each_is_held_against_its_own(antwort, mobilitaetsregion, spaeter):
    satz = "Von 5 Euro wurden {} Euro bewilligt"
    for dokument, bewilligt in ((antwort.dokument, 3), (spaeter, 4)):
        aussage = factories.aussage(mobilitaetsregion, dokument)
        for start, wert in ((4, 5), (19, bewilligt)):
            zusatz = {"aussage": aussage, "start": start, "ende": start + 6, "wortlaut": f"{wert} Euro"}
            betrag(mobilitaetsregion, dokument, wert=wert, wofuer=satz.format(bewilligt), **zusatz)
    ((regel, text),) = found(spaeter)
    assert (regel, "hier „4 Euro“" in text, "„3 Euro“" in text) == (BETRAG_GEAENDERT, True, True)


def test_two_papers_of_one_day_contradict_each_other(antwort, mobilitaetsregion, gleichzeitig):
    frueher = amount(mobilitaetsregion, antwort.dokument, 521864, start=5, ende=17)
    amount(mobilitaetsregion, gleichzeitig, 431864, start=8, ende=20)
    (fund,) = zahlen_verglichen(Lage([antwort.dokument.pk, gleichzeitig.pk]))
    assert (fund.dokument, fund.regel) == (gleichzeitig.pk, BETRAG_WIDERSPRUCH)
    assert "Drucksache 17/11212 nannte am 30.09.2020 „521864 Euro“" in fund.text
    assert fund.stellen == ((8, 20), (5, 17, frueher.dokument_id))


def test_a_later_paper_contradicts_one_whose_printed_day_it_shares(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, antwort.dokument, 521864, stand_am=date(2020, 8, 31))
    amount(mobilitaetsregion, spaeter, 431864, stand_am=date(2020, 8, 31))
    assert rules(spaeter) == [BETRAG_WIDERSPRUCH]


@pytest.mark.parametrize(
    ("satz", "regel"),
    [
        pytest.param("Im Jahr 2019 wurden 521.864 Euro bewilligt", BETRAG_WIDERSPRUCH, id="over"),
        pytest.param("Bis zum 31.12.2019 wurden 521.864 Euro bewilligt", BETRAG_WIDERSPRUCH, id="over-until"),
        pytest.param("Bis Ende 2023 werden 521.864 Euro bewilligt", BETRAG_GEAENDERT, id="to-come"),
        pytest.param("Seit 2019 wurden 521.864 Euro bewilligt", BETRAG_GEAENDERT, id="goes-on"),
    ],
)
def test_what_a_past_period_brought_does_not_change(antwort, mobilitaetsregion, spaeter, satz, regel):
    amount(mobilitaetsregion, antwort.dokument, 521864, satz)
    amount(mobilitaetsregion, spaeter, 431864, satz)
    assert rules(spaeter) == [regel]


@pytest.mark.parametrize(("art", "einheit"), [("betrag", "Euro"), ("anteil", "Prozent"), ("anzahl", "Anträge")])
def test_text_and_table_of_one_paper_contradict_each_other(antwort, mobilitaetsregion, art, einheit):
    for start, wert, satz in (
        (5, 6, "Bis heute wurden 6 {} der Flächen im Projekt [13-02] umgesetzt"),
        (50, 8, "Dabei sind bislang 8 {} der Flächen umgesetzt worden"),
    ):
        wortlaut = f"{wert} {einheit}"
        felder = {"art": art, "einheit": einheit, "wortlaut": wortlaut, "start": start, "ende": start + len(wortlaut)}
        amount(mobilitaetsregion, antwort.dokument, wert, satz.format(einheit), **felder)
    (fund,) = zahlen_verglichen(Lage([antwort.dokument.pk]))
    assert fund.regel == BETRAG_WIDERSPRUCH
    assert [stelle[0] for stelle in fund.stellen] == [5, 50]
    assert "an anderer Stelle" in fund.text


@pytest.mark.parametrize(
    ("einer", "anderer"),
    [
        pytest.param({"wert": 65_000, "ungefaehr": True}, {"wert": 67_432}, id="about"),
        pytest.param({"wert": 1_200_000}, {"wert": 1_214_500}, id="rounded"),
        pytest.param({"wert": 5, "wert_bis": 10}, {"wert": 7}, id="within-a-range"),
        pytest.param({"wert": 25, "wortlaut": "mindestens 25 Euro"}, {"wert": 30}, id="at-least"),
        pytest.param({"wert": 30, "wortlaut": "bis zu 30 Euro"}, {"wert": 25}, id="at-most"),
    ],
)
def test_values_that_can_both_be_true_contradict_nothing(antwort, mobilitaetsregion, gleichzeitig, einer, anderer):
    satz = "Die Förderung der Hochschulen beträgt 521.864 Euro"
    amount(mobilitaetsregion, antwort.dokument, wofuer=satz, **einer)
    amount(mobilitaetsregion, gleichzeitig, wofuer=satz, **anderer)
    assert found(gleichzeitig) == []


@pytest.mark.parametrize(
    ("einer", "anderer"),
    [
        pytest.param("Die Stadt Herne erhält 5 Euro", "Die Stadt Hagen erhält 6 Euro", id="names"),
        pytest.param("Modul 1 kostet 5 Euro", "Modul 2 kostet 6 Euro", id="counted-things"),
        pytest.param("Im Jahr 2019 flossen 5 Euro Zuschuss", "Im Jahr 2020 flossen 6 Euro Zuschuss", id="years"),
        pytest.param("Die Förderung beträgt 5 Euro", "Im Jahr 2019 betrug die Förderung 6 Euro", id="only-one-year"),
        pytest.param("Es sind 5 Euro", "Es sind 6 Euro", id="nothing-said"),
    ],
)
def test_what_is_for_something_else_contradicts_nothing(antwort, mobilitaetsregion, einer, anderer):
    amount(mobilitaetsregion, antwort.dokument, 5, einer)
    amount(mobilitaetsregion, antwort.dokument, 6, anderer)
    assert found(antwort.dokument) == []


def test_queries_stay_the_same_however_many_amounts(antwort, mobilitaetsregion, spaeter, django_assert_num_queries):
    amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, spaeter, 698310)
    with django_assert_num_queries(7):
        assert len(found(spaeter)) == 1
    weitere = factories.dokument(datum=date(2022, 2, 2))
    amount(mobilitaetsregion, weitere, 800000)
    with django_assert_num_queries(7):
        assert len(found(spaeter, weitere)) == 2


def test_checking_again_changes_nothing_and_a_finding_goes_with_its_cause(antwort, mobilitaetsregion, gleichzeitig):
    frueher = amount(mobilitaetsregion, antwort.dokument, 521864)
    amount(mobilitaetsregion, gleichzeitig, 431864)
    befunde.pruefe([gleichzeitig])
    befund = Befund.objects.get()
    assert befunde.pruefe([gleichzeitig, antwort.dokument]) == befunde.schreiben.Bilanz()
    frueher.wert = 431864
    frueher.save()
    befunde.pruefe([antwort.dokument])
    befund.refresh_from_db()
    assert befund.stand == Befund.Stand.BEHOBEN


def test_a_finding_goes_when_the_other_paper_changes(antwort, mobilitaetsregion, spaeter):
    """Though neither cites the other, checking the one checks the other."""
    frueher = amount(mobilitaetsregion, antwort.dokument, 521864, start=5, ende=17)
    amount(mobilitaetsregion, spaeter, 698310, start=5, ende=17)
    befunde.pruefe([antwort.dokument])
    befund = Befund.objects.get()
    assert (befund.dokument, befund.regel, befund.stand) == (spaeter, BETRAG_GEAENDERT, Befund.Stand.OFFEN)
    frueher.delete()
    befunde.pruefe([antwort.dokument])
    befund.refresh_from_db()
    assert befund.stand == Befund.Stand.BEHOBEN


def test_an_earlier_paper_that_comes_late_is_held_against_the_later(antwort, mobilitaetsregion, spaeter):
    amount(mobilitaetsregion, spaeter, 698310)
    befunde.pruefe([spaeter])
    assert not Befund.objects.exists()
    amount(mobilitaetsregion, antwort.dokument, 521864)
    befunde.pruefe([antwort.dokument])
    assert Befund.objects.get().dokument == spaeter


def answer(projekt, text: str) -> Dokument:
    """A paper of which the first count and the first amount are on record."""
    papier = factories.dokument(text=text)
    for art, einheit, wortlaut, wert in (
        ("anzahl", "Anträge", "sechs Anträge", 6),
        ("betrag", "Euro", "100 Euro", 100),
    ):
        if (start := text.find(wortlaut)) >= 0:
            felder = {"art": art, "einheit": einheit, "wortlaut": wortlaut, "start": start}
            betrag(projekt, papier, wert=wert, ende=start + len(wortlaut), **felder)
    return papier


def test_parts_that_make_another_sum_are_found_with_their_place(mobilitaetsregion):
    papier = answer(mobilitaetsregion, "Es sind sechs Anträge, davon zwei zu Dachbe-\ngrünung und drei zu Regenwasser.")
    (fund,) = teile_gehen_nicht_auf(Lage([papier.pk]))
    assert (fund.regel, fund.dokument) == (TEILE_GEHEN_NICHT_AUF, papier.pk)
    assert "„sechs Anträge“, die Teile danach sind zusammen aber 5 (2 + 3)" in fund.text
    assert [papier.text[slice(*stelle)] for stelle in fund.stellen] == [
        "sechs Anträge",
        "zwei zu Dachbe-\ngrünung und drei",
    ]


def test_parts_cost_one_query_however_many_wholes(mobilitaetsregion, django_assert_num_queries):
    papiere = [
        answer(mobilitaetsregion, "Es sind sechs Anträge, davon zwei für Dächer und drei für Höfe.") for _ in range(3)
    ]
    for anzahl in (1, 3):
        lage = Lage([papier.pk for papier in papiere[:anzahl]])
        assert len(lage.dokumente) == anzahl
        with django_assert_num_queries(1):
            assert len(list(teile_gehen_nicht_auf(lage))) == anzahl


@pytest.fixture
def seed():
    call_command("lade_stammdaten", verbosity=0)
    call_command("import_drucksachen", settings.BASE_DIR / "fixtures/dokumente/17-11212.txt")


@pytest.mark.usefixtures("seed")
def test_the_answer_of_the_fixtures_agrees_with_itself():
    assert not Befund.objects.filter(regel__in=(BETRAG_GEAENDERT, BETRAG_WIDERSPRUCH, TEILE_GEHEN_NICHT_AUF)).exists()


@pytest.mark.usefixtures("seed")
def test_the_later_answer_of_the_fixtures_raises_a_change_on_import():
    call_command("import_drucksachen", settings.BASE_DIR / "fixtures/fortschreibung")
    (befund,) = Befund.objects.filter(regel__in=(BETRAG_GEAENDERT, BETRAG_WIDERSPRUCH, TEILE_GEHEN_NICHT_AUF))
    assert befund.regel == BETRAG_GEAENDERT
    assert befund.dokument.kennung == "17/16201"
    assert "„698.310 Euro“" in befund.text
    assert "„521.864 Euro“" in befund.text
    hier, (start, ende, dokument) = befund.stellen
    assert befund.dokument.text[slice(*hier)] == "698.310 Euro"
    frueher = Dokument.objects.get(pk=dokument)
    assert (frueher.kennung, frueher.text[start:ende]) == ("17/11212", "521.864 Euro")


@pytest.mark.usefixtures("seed")
def test_an_answer_of_the_same_day_and_with_wrong_parts_contradicts_on_import(tmp_path):
    text = (settings.BASE_DIR / "fixtures/fortschreibung/17-16201.txt").read_text()
    text = text.replace("17. Januar 2022", "30. September 2020").replace("fünf Anträge", "sechs Anträge")
    (tmp_path / "17-16201.txt").write_text(text.replace("17.01.2022", "30.09.2020"))
    call_command("import_drucksachen", tmp_path)
    regeln = Befund.objects.filter(dokument__nummer=16201).values_list("regel", flat=True)
    assert regeln.filter(regel__in=(BETRAG_WIDERSPRUCH, TEILE_GEHEN_NICHT_AUF)).count() == len(
        ["acht statt sechs Anträge", "drei statt zwei", "sechs statt vier", "698.310 statt 521.864", "3 + 6 statt 8"]
    )
