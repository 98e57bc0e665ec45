"""The data that comes with the product: that it loads whole, and facts it must hold."""

import csv
import string
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from anfragen.models import Beleglage, Dokument, Fraktion, Ministerium, Parlament, Reihe, Wahlperiode
from anfragen.stammdaten import ORDNER, Bilanz, lade
from projekte.models import Handlungsfeld, Kommune, Programm, Projekt, Projektname, Themenforum
from projekte.verknuepfung import verknuepfe_dokumente

VERZEICHNIS = settings.BASE_DIR / "fixtures" / "verzeichnis" / "ruhr-konferenz-17.csv"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stammdaten")]


@pytest.fixture(scope="module")
def stammdaten(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[Bilanz]]:
    """All master data, loaded once for the module: its tests only read, or change inside their own savepoint."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield lade(ORDNER)
        transaction.set_rollback(True)


def test_counts(stammdaten):
    assert {bilanz.name: bilanz.angelegt for bilanz in stammdaten} == {
        "Parlamente": 14,
        "Wahlperioden": 27,
        "Dokumentreihen": 28,
        "Fraktionen": 25,
        "Ministerien": 53,
        "Kommunen": 53,
        "Programme": 1,
        "Handlungsfelder": 5,
        "Themenforen": 20,
        "Projekte": 75,
        "Projektnamen": 110,
        "Orte des Projekts": 47,
    }


def test_a_second_run_finds_everything_as_it_is():
    assert [bilanz.name for bilanz in lade(ORDNER) if bilanz.angelegt or bilanz.abweichend] == []


@pytest.mark.parametrize("modell", [Parlament, Wahlperiode, Reihe, Fraktion, Ministerium, Kommune, Programm, Projekt])
def test_every_record_says_where_it_comes_from(modell):
    assert not modell.objects.filter(quelle="").exists()
    assert not modell.objects.exclude(beleglage__in=Beleglage.values).exists()


def test_the_rule_of_wahlperiode_17():
    wahlperiode = Wahlperiode.objects.get_by_natural_key("nw", 17)

    assert (str(wahlperiode.beginn), str(wahlperiode.ende)) == ("2017-06-01", "2022-05-31")
    assert (wahlperiode.frist_tage, wahlperiode.frist_paragraf) == (28, "§ 92 Abs. 3 GO")
    assert wahlperiode.frist_hinweis == "berechnet, Fristbeginn nicht belegt"
    assert wahlperiode.frist_grosse_monate is None


def test_a_rule_that_nobody_knows_stays_empty():
    fristen = Wahlperiode.objects.filter(parlament__kuerzel="nw", nummer__lt=16).values_list("frist_tage")

    assert list(fristen) == [(None,), (None,)]


def test_the_quarter_of_a_year_of_wahlperiode_18():
    wahlperiode = Wahlperiode.objects.get_by_natural_key("nw", 18)

    assert (wahlperiode.frist_grosse_monate, wahlperiode.frist_grosse_paragraf) == (3, "§ 90 GO")
    assert wahlperiode.frist_paragraf == ""


def test_address_of_an_official_paper():
    dokument = Dokument(
        wahlperiode=Wahlperiode.objects.get_by_natural_key("nw", 17),
        reihe=Reihe.objects.get_by_natural_key("nw", "drucksache"),
        nummer=11212,
    )

    assert dokument.adresse_amtlich.endswith("/Dokument/MMD17-11212.pdf")


def test_address_patterns_ask_for_term_and_number_only():
    for reihe in Reihe.objects.exclude(adressmuster=""):
        platzhalter = {name for _, name, _, _ in string.Formatter().parse(reihe.adressmuster) if name}
        assert platzhalter == {"wp", "nr"}, reihe


def test_a_guessed_address_pattern_is_not_kept():
    assert Reihe.objects.get_by_natural_key("nw", "ausschussprotokoll").adressmuster == ""


def test_fraktionslos_is_no_fraktion():
    assert [str(fraktion) for fraktion in Fraktion.objects.filter(ist_fraktion=False)] == ["fraktionslos"]


@pytest.mark.parametrize("wahlperiode", range(14, 19))
def test_the_greens_are_known_by_every_printed_spelling(wahlperiode):
    gruene = Fraktion.objects.get_by_natural_key("nw", wahlperiode, "GRÜNE")

    assert {"GRÜNE", "BÜNDNIS 90/DIE GRÜNEN", "BÜNDNIS 90/ DIE GRÜNEN", "Die Grünen"} <= set(gruene.schreibweisen)


def test_lineage_of_the_house_of_the_interior():
    haus = Ministerium.objects.get_by_natural_key("nw", 16, "Kraft II", "mik")

    linie = [(haus.kabinett, haus.kuerzel)]
    while haus := haus.nachfolger.filter(kuerzel="IM").first():
        linie.append((haus.kabinett, haus.kuerzel))

    assert linie == [("Kraft II", "MIK"), ("Laschet", "IM"), ("Wüst I", "IM"), ("Wüst II", "IM")]


def test_a_house_that_was_split_has_two_successors():
    haus = Ministerium.objects.get_by_natural_key("nw", 16, "Kraft II", "mbwsv")

    assert {nachfolger.kuerzel for nachfolger in haus.nachfolger.all()} == {"VM", "MHKBG"}


def test_every_house_before_the_present_cabinet_has_a_successor():
    assert not Ministerium.objects.exclude(kabinett="Wüst II").filter(nachfolger=None).exists()


def test_a_house_without_known_name_goes_by_its_short_form_and_says_so():
    haus = Ministerium.objects.get_by_natural_key("nw", 18, "Wüst II", "mbeim")

    assert haus.name == "MBEIM"
    assert haus.hinweis.startswith("Name unbekannt")


def test_places():
    assert Kommune.objects.get(ags="05911000").name == "Bochum"
    assert Kommune.objects.filter(kreisfrei=True).count() == 11
    assert {"muelheim-an-der-ruhr", "voerde", "oer-erkenschwick"} <= set(
        Kommune.objects.values_list("schluessel", flat=True)
    )


def test_handlungsfelder_in_their_order():
    assert [feld.name.split(" ")[0] for feld in Handlungsfeld.objects.order_by("position")] == [
        "Vernetzte",
        "Erfolgreiche",
        "Gelebte",
        "Sichere",
        "Beste",
    ]


def test_projekt_13_02():
    projekt = Projekt.objects.get(kennung="13-02")

    assert projekt.name == "Mobilitätsregion: Flexible Mobilität über die Stadtgrenzen hinaus"
    assert (projekt.handlungsfeld.name, projekt.handlungsfeld_beleglage) == (
        "Vernetzte Mobilität – kurze Wege",
        "belegt",
    )
    assert (projekt.themenforum.nummer, projekt.ministerium.kuerzel) == ("13", "VM")
    assert "Zahlendreher" in projekt.hinweis


def test_projekt_15_01_carries_both_names():
    namen = Projektname.objects.filter(projekt__kennung="15-01").values_list("name", flat=True)

    assert set(namen) == {
        "Research Departments: Zusammenarbeit der Universitäten bei Zukunftsthemen",
        "Excellence Departments",
    }


def test_a_derived_name_says_so():
    assert Projektname.objects.get(name="RUHRSchwung").beleglage == Beleglage.ABGELEITET


def test_every_projekt_is_found_by_its_own_name():
    assert [
        str(p) for p in Projekt.objects.prefetch_related("namen") if p.name not in {n.name for n in p.namen.all()}
    ] == []


def test_kennungen_that_nobody_knows_stay_empty():
    bekannt = Projekt.objects.exclude(kennung="")

    assert bekannt.count() == 25
    assert [projekt.kennung for projekt in bekannt.filter(kennung_beleglage="abgeleitet")] == ["10-06"]


def test_innamo_ruhr_is_part_of_13_01():
    assert Projekt.objects.get(schluessel="innamo-ruhr").teilprojekt_von.kennung == "13-01"


def test_places_outside_the_table_of_places_are_kept_as_words():
    projekt = Projekt.objects.get(kennung="03-01")

    assert projekt.kommunen.filter(name="Herne").exists()
    assert projekt.orte_weitere == "Ennepe-Ruhr-Kreis, Kreis Recklinghausen, Kreis Unna, Kreis Wesel"


def test_the_two_forums_of_one_house_are_told_apart_by_subject():
    forum = Projekt.objects.get(schluessel="virtuelles-krankenhaus").themenforum

    assert Themenforum.objects.filter(nummer="07/08").count() == 2
    assert forum.thema == "Gesundheit und Pflege"


def test_every_projekt_but_the_teilprojekt_has_its_paper():
    call_command("import_verzeichnis", str(VERZEICHNIS))
    nach_titeln = Projekt.objects.exclude(dokumente=None).count()
    bilanz = verknuepfe_dokumente()

    assert (nach_titeln, bilanz.verknuepft, bilanz.abgelehnt) == (73, 1, [])
    assert [projekt.schluessel for projekt in Projekt.objects.filter(dokumente=None)] == ["innamo-ruhr"]


def verzeichnis() -> dict[str, dict[str, str]]:
    with VERZEICHNIS.open(encoding="utf-8", newline="") as datei:
        return {zeile["reference"]: zeile for zeile in csv.DictReader(datei)}


def test_the_index_gives_the_parliament_as_the_master_data_know_it():
    assert {zeile["body"] for zeile in verzeichnis().values()} == {Parlament.objects.get(kuerzel="nw").verzeichnisname}


def test_the_index_gives_each_printed_pair_and_marks_the_derived_one():
    zeilen = verzeichnis()

    assert len(zeilen) == 80
    assert (zeilen["11212"]["inquiry_number"], zeilen["11212"]["inquiry_reference"]) == ("4284", "17/10815")
    assert (zeilen["10564"]["inquiry_number"], zeilen["10563"]["inquiry_number"]) == ("3986", "3985")
    assert [nummer for nummer, zeile in zeilen.items() if zeile["inquiry_number_derived"]] == ["10654"]


def test_the_index_leaves_a_contradictory_number_open():
    zeilen = verzeichnis()

    assert (zeilen["10590"]["inquiry_number"], zeilen["10591"]["inquiry_number"]) == ("", "")


def test_the_index_holds_the_paper_of_every_projekt():
    verknuepfe_dokumente()

    papiere = {str(dokument.nummer) for dokument in Dokument.objects.exclude(projekte=None)}
    assert papiere <= verzeichnis().keys()
