"""What the models of anfragen derive: deadlines, states, names, addresses, keys, history."""

from datetime import date

import pytest

from anfragen.models import (
    Anfrage,
    Antwort,
    Antwortteil,
    Befund,
    Dokument,
    Einlesung,
    Frage,
    Fragesteller,
    Fraktion,
    Ministerium,
    Nachfrage,
    Parlament,
    Person,
    Reihe,
    Verweis,
    Wahlperiode,
    Zusage,
)
from tests.factories import (
    anfrage,
    antwort,
    antwortteil,
    dokument,
    frage,
    fragesteller,
    fraktion,
    ministerium,
    parlament,
    person,
    reihe,
    verweis,
    wahlperiode,
    zusage,
)
from tests.invariants import models_of, with_natural_key

pytestmark = pytest.mark.django_db

RECORDS = {
    Anfrage: anfrage,
    Antwort: antwort,
    Antwortteil: lambda: antwortteil(antwort()),
    Befund: lambda: Befund.objects.create(dokument=dokument(), regel="datum", text="Jahr 3013"),
    Dokument: lambda: dokument(zusatz="neu"),
    Frage: lambda: frage(anfrage()),
    Fragesteller: lambda: fragesteller(anfrage()),
    Fraktion: fraktion,
    Ministerium: ministerium,
    Nachfrage: lambda: Nachfrage.objects.create(anfrage=anfrage(), titel="Bochum", offen="die Förderung je Projekt"),
    Parlament: parlament,
    Person: person,
    Reihe: reihe,
    Verweis: lambda: verweis(dokument()),
    Wahlperiode: wahlperiode,
    Zusage: zusage,
}
MODELS = sorted(RECORDS, key=lambda model: model.__name__)


def test_every_model_is_tried():
    # An Einlesung is a fact that nobody edits: it has no history and is tried in test_aufnahme.
    assert set(RECORDS) == set(models_of("anfragen")) - {Einlesung}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_history_keeps_making_changing_and_deleting(model):
    record = RECORDS[model]()
    key = record.pk
    record.save()
    model.objects.filter(pk=key).get().delete()
    assert set(model.history.filter(id=key).values_list("history_type", flat=True)) == {"+", "~", "-"}


def test_history_knows_what_was_before():
    asked = anfrage(titel="Wohnungseinbrüche")
    asked.titel = "Wohnungseinbrüche in Bochum"
    asked.save()
    assert list(asked.history.values_list("titel", flat=True)) == ["Wohnungseinbrüche in Bochum", "Wohnungseinbrüche"]


@pytest.mark.parametrize("model", with_natural_key("anfragen"), ids=lambda model: model.__name__)
def test_the_natural_key_finds_the_record(model):
    record = RECORDS[model]()
    assert model.objects.get_by_natural_key(*record.natural_key()) == record


@pytest.mark.parametrize(
    ("art", "asked", "due"),
    [
        pytest.param("klein", date(2020, 9, 3), date(2020, 10, 1), id="four weeks"),
        pytest.param("klein", date(2020, 2, 10), date(2020, 3, 9), id="four weeks over a leap day"),
        pytest.param("gross", date(2020, 9, 15), date(2020, 12, 15), id="three months to December"),
        pytest.param("gross", date(2020, 10, 15), date(2021, 1, 15), id="three months into the next year"),
        pytest.param("gross", date(2020, 1, 31), date(2020, 4, 30), id="no 31st in April"),
        pytest.param("gross", date(2020, 8, 31), date(2020, 11, 30), id="no 31st in November"),
        pytest.param("gross", date(2020, 11, 30), date(2021, 2, 28), id="no 30th in February"),
        pytest.param("gross", date(2019, 11, 30), date(2020, 2, 29), id="no 30th in a leap year's February"),
        pytest.param("gross", date(2020, 12, 31), date(2021, 3, 31), id="a 31st in March"),
        pytest.param("schriftlich", date(2020, 9, 3), None, id="no rule for this kind"),
        pytest.param("klein", None, None, id="day of the question unknown"),
    ],
)
def test_the_deadline_follows_the_rule_of_the_wahlperiode(art, asked, due):
    assert wahlperiode(17, frist_tage=28, frist_grosse_monate=3).faellig_am(art, asked) == due


def test_without_a_rule_there_is_no_deadline():
    without = wahlperiode(15, frist_tage=None, frist_grosse_monate=None)
    assert without.faellig_am("klein", date(2010, 9, 3)) is None
    assert without.faellig_am("gross", date(2010, 9, 3)) is None


@pytest.mark.parametrize("art", ["klein", "gross"])
def test_a_date_at_the_end_of_the_calendar_has_no_deadline(art):
    assert wahlperiode(17, frist_tage=28, frist_grosse_monate=3).faellig_am(art, date(9999, 12, 31)) is None


@pytest.mark.parametrize(
    ("fields", "kennung"),
    [
        ({"nummer": 4284}, "KA 4284"),
        ({"nummer": 26, "art": "gross"}, "GA 26"),
        ({"nummer": 7, "art": "schriftlich"}, "Schriftliche Anfrage 7"),
        ({"nummer": None}, "Kleine Anfrage"),
    ],
    ids=["small", "large", "written", "number unknown"],
)
def test_kennung_is_what_the_house_says(fields, kennung):
    assert anfrage(**fields).kennung == kennung


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"nummer": 4284}, "/anfragen/17/4284/"),
        ({"nummer": 26, "art": "gross"}, "/grosse-anfragen/17/26/"),
        ({"nummer": 7, "art": "schriftlich"}, "/schriftliche-anfragen/17/7/"),
        ({"nummer": None}, "/anfragen/"),
    ],
    ids=["small", "large", "written", "number and papers unknown"],
)
def test_address_of_an_anfrage(fields, url):
    assert anfrage(**fields).get_absolute_url() == url


def test_an_anfrage_of_another_parliament_has_it_in_its_address():
    assert anfrage(nummer=7, wahlperiode=wahlperiode(19, "bt")).get_absolute_url() == "/parlamente/bt/anfragen/19/7/"


def test_an_anfrage_without_number_is_shown_by_its_answer_or_else_by_its_own_paper():
    unknown = anfrage(nummer=None, dokument=dokument(nummer=10815))
    assert unknown.get_absolute_url() == "/drucksachen/17/10815/"
    antwort(unknown, dokument=dokument(nummer=11212))
    assert unknown.get_absolute_url() == "/drucksachen/17/11212/"
    antwort(unknown, dokument=dokument(nummer=11400, datum=date(2020, 12, 1)), art="ergaenzung")
    assert unknown.get_absolute_url() == "/drucksachen/17/11212/", "a supplement doesn't move it"


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"nummer": 11212}, "/drucksachen/17/11212/"),
        ({"nummer": 11212, "zusatz": "neu"}, "/drucksachen/17/11212-neu/"),
    ],
    ids=["plain", "with addition"],
)
def test_address_of_a_dokument(fields, url):
    assert dokument(**fields).get_absolute_url() == url


def test_address_of_a_vorlage_and_of_another_parliaments_paper():
    assert dokument(nummer=3748, reihe=reihe("vorlage")).get_absolute_url() == "/vorlagen/17/3748/"
    bundestag = dokument(nummer=485, wahlperiode=wahlperiode(19, "bt"), reihe=reihe(kuerzel="bt"))
    assert bundestag.get_absolute_url() == "/parlamente/bt/drucksachen/19/485/"


def test_the_official_address_is_given_only_where_the_pattern_is_proven():
    muster = "https://www.landtag.nrw.de/Dokumentenservice/portal/WWW/dokumentenarchiv/Dokument/MMD{wp}-{nr}.pdf"
    proven = reihe(adressmuster=muster, adressmuster_beleglage="belegt")
    assert dokument(nummer=11212, reihe=proven).adresse_amtlich.endswith("/MMD17-11212.pdf")
    assert dokument(nummer=11212, zusatz="neu", reihe=proven).adresse_amtlich == ""
    guessed = reihe("vorlage", adressmuster=muster, adressmuster_beleglage="abgeleitet")
    assert dokument(nummer=3748, reihe=guessed).adresse_amtlich == ""


def test_answers_move_the_state_of_an_anfrage_there_and_back():
    asked = anfrage(gestellt_am=date(2020, 9, 3))
    later = antwort(asked, datum_schreiben=date(2020, 10, 14))
    antwort(asked, datum_schreiben=date(2020, 9, 30))
    assert (asked.zustand, asked.beantwortet_am, asked.dauer) == ("beantwortet", date(2020, 9, 30), 27)
    assert asked.zuletzt_am == date(2020, 9, 30)
    asked.antworten.exclude(pk=later.pk).delete()
    asked.stand_nachfuehren()
    assert asked.beantwortet_am == date(2020, 10, 14)
    asked.antworten.all().delete()
    asked.stand_nachfuehren()
    asked.refresh_from_db()
    assert (asked.zustand, asked.beantwortet_am, asked.zuletzt_am) == ("offen", None, date(2020, 9, 3))


def test_an_answer_without_any_date_still_answers():
    asked = anfrage()
    antwort(asked, dokument=dokument(datum=None))
    assert (asked.zustand, asked.beantwortet_am, asked.dauer) == ("beantwortet", None, None)


@pytest.mark.parametrize("zustand", ["zurueckgezogen", "erledigt"])
def test_a_withdrawn_or_lapsed_anfrage_stays_so(zustand):
    asked = anfrage(zustand=zustand)
    asked.stand_nachfuehren()
    assert asked.zustand == zustand


def test_a_reference_heals_when_its_paper_arrives():
    cited = dokument(nummer=3748, reihe=reihe("vorlage"), nur_zitiert=True)
    reference = verweis(dokument(), ziel_dokument=cited)
    assert reference.stand == Verweis.Stand.UNBEKANNT
    cited.nur_zitiert = False
    assert reference.stand == Verweis.Stand.AUFGELOEST
    assert verweis(dokument(), mehrdeutig=True).stand == Verweis.Stand.MEHRDEUTIG
