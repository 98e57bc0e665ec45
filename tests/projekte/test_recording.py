"""What a document says about projects on record, with and without their Kennung, and what staff must decide."""

from datetime import date

import pytest

from anfragen.models import Befund, Dokument
from anfragen.parsing.drucksache import parse
from anfragen.recording import Quelle, record
from projekte import stammdaten
from projekte.models import Kennzahl, Projekt, Projektaussage, Projektname, Zeitangabe
from projekte.parsing import Bekannt, BekanntesProgramm
from tests import factories as f
from tests.projekte.lesungen import RUHR_KONFERENZ

KOPF = """LANDTAG NORDRHEIN-WESTFALEN
17. Wahlperiode
Drucksache 17/5030
08.02.2019

Antwort
der Landesregierung
auf die Kleine Anfrage 1882 vom 9. Januar 2019
der Abgeordneten Sarah Philipp SPD
Drucksache 17/4791

Was wird aus der Ruhr-Konferenz?

Vorbemerkung der Kleinen Anfrage

Die Ruhr-Konferenz lässt auf sich warten.

Der Minister für Verkehr hat die Kleine Anfrage 1882 mit Schreiben vom 6. Februar 2019 namens der Landesregierung
beantwortet.

1. Was kostet das?

"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def grundlagen():
    f.wahlperiode()
    f.reihe()
    f.fraktion("SPD")
    f.ministerium(von=date(2017, 6, 30), bis=date(2021, 10, 27))
    f.kommune()


def answer(text: str) -> Dokument:
    return record(parse(KOPF + text), Quelle("17-5030.txt", "a" * 64)).dokument


def krankenhaus() -> Projekt:
    return f.projekt("", name="Virtuelles Krankenhaus", schluessel="virtuelles-krankenhaus")


def test_a_project_without_kennung_gets_the_statement_that_names_it():
    projekt = krankenhaus()
    answer("Das Projekt „Virtuelles Krankenhaus“ in Bochum erhält 5 bis 10 Mio. Euro.")

    aussage = Projektaussage.objects.get()
    assert (aussage.projekt, aussage.kommune.name, aussage.regel) == (projekt, "Bochum", "projektname")
    betrag = Kennzahl.objects.get()
    assert (betrag.projekt, betrag.aussage, betrag.ungefaehr) == (projekt, aussage, True)
    assert betrag.wortlaut == "5 bis 10 Mio. Euro"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("5 Euro (Stand: 31.12.2018)", date(2018, 12, 31), id="printed"),
        pytest.param("5 Euro", date(2019, 2, 6), id="of-the-paper"),
        pytest.param("5 Euro (Stand: 31.12.2019)", date(2019, 2, 6), id="misprinted-as-later-than-the-paper"),
    ],
)
def test_a_figure_is_of_the_day_printed_beside_it_else_of_its_paper(text, tag):
    krankenhaus()
    answer(f"Das Projekt „Virtuelles Krankenhaus“ erhält {text}.")
    assert Kennzahl.objects.get().stand_am == tag


def test_a_range_keeps_both_ends_and_that_it_counts_for_each():
    projekt = krankenhaus()
    answer("Das Projekt „Virtuelles Krankenhaus“ in Bochum erhält jeweils 5 bis 10 Mio. Euro.")

    betrag = Kennzahl.objects.get(art="betrag")
    assert (betrag.wert, betrag.wert_bis, betrag.je) == (5_000_000, 10_000_000, True)
    assert betrag.projekt == projekt


def test_a_date_belongs_to_the_statement_it_stands_in():
    projekt = f.projekt("13-02")
    answer("Das Projekt [13-02] in Bochum wird bis Ende 2021 umgesetzt.")

    angabe = Zeitangabe.objects.get()
    assert (angabe.projekt, angabe.aussage) == (projekt, Projektaussage.objects.get())
    assert (angabe.von, angabe.bis, angabe.richtung) == (date(2021, 10, 1), date(2021, 12, 31), "bis")
    assert angabe.dokument.text[angabe.start : angabe.ende] == angabe.wortlaut


def test_a_statement_about_several_towns_names_them_all():
    f.projekt("13-02")
    f.kommune("Essen", ags="05113000")
    answer("Das Projekt [13-02] wird in Bochum und in Essen umgesetzt.")

    aussage = Projektaussage.objects.get()
    assert aussage.kommune is None
    assert sorted(ort.name for ort in aussage.genannte_kommunen.all()) == ["Bochum", "Essen"]
    (erster,) = aussage.history.all()
    assert erster.genannte_kommunen.count() == 2


def test_an_amount_in_a_sentence_about_two_projects_is_of_neither():
    krankenhaus()
    f.projekt("", name="Hebammenzentrale")
    answer("Die Projekte „Virtuelles Krankenhaus“ und „Hebammenzentrale“ erhalten 5 Mio. Euro.")

    assert Projektaussage.objects.count() == 2
    assert Kennzahl.objects.get().projekt is None


def test_a_similar_name_is_a_finding_and_no_statement():
    krankenhaus()
    dokument = answer("Gefördert wird das Projekt „Virtuelles Krankenhause“.")

    assert not Projektaussage.objects.exists()
    befund = Befund.objects.get(dokument=dokument, regel="projektname-vermutet")
    assert "„Virtuelles Krankenhause“ kann das Projekt „Virtuelles Krankenhaus“ meinen" in befund.text
    (start, ende), *_ = befund.stellen
    assert dokument.text[start:ende] == "Virtuelles Krankenhause"


def test_a_second_run_changes_nothing():
    krankenhaus()
    text = "Das Projekt „Virtuelles Krankenhaus“ in Bochum erhält 5 Mio. Euro."
    answer(text)
    ergebnis = record(parse(KOPF + text), Quelle("17-5030.txt", "a" * 64))
    assert ergebnis.stand == "unverändert"


def test_the_master_data_are_read_in_a_fixed_number_of_queries(django_assert_num_queries):
    projekt = krankenhaus()
    Projektname.objects.create(projekt=projekt, name="Digitales Krankenhaus")
    f.projekt("13-02")
    with django_assert_num_queries(6):
        bekannt = stammdaten.Stammdaten().bekannt()
    namen = {p.schluessel: p.namen for p in bekannt.projekte}
    assert namen["ruhr-konferenz", "virtuelles-krankenhaus"] == ("Virtuelles Krankenhaus", "Digitales Krankenhaus")
    assert (bekannt.programme, bekannt.orte) == ((BekanntesProgramm("ruhr-konferenz", "Ruhr-Konferenz"),), ("Bochum",))


def test_the_shipped_files_tell_the_same_without_a_database():
    bekannt = stammdaten.from_fixtures()
    assert "Bochum" in bekannt.orte
    (programm,) = bekannt.programme
    assert (programm.schluessel, programm.kennungsform) == ("ruhr-konferenz", "00-00")
    assert programm.handlungsfelder == RUHR_KONFERENZ.handlungsfelder
    assert {"13", "07/08"} < set(programm.themenforen)
    assert "Excellence Departments" in bekannt.nach_kennung["ruhr-konferenz", "15-01"].namen


def test_without_the_files_nothing_is_known(tmp_path):
    assert stammdaten.from_fixtures(tmp_path) == Bekannt()
