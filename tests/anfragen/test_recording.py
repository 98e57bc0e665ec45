"""What was read becomes the record, once, and never over what staff wrote."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from anfragen.models import Anfrage, Antwort, Befund, Dokument, Verweis
from anfragen.parsing import records
from anfragen.parsing.drucksache import parse
from anfragen.parsing.records import Dokumentnummer
from anfragen.recording import Ablehnung, Quelle, Stand, nummer_aus_dateiname, record
from projekte.models import Kennzahl, Projektaussage
from tests import factories as f
from tests.anfragen.drucksachen import ANTWORT, all_rows, record_text, stammdaten

SEED = (Path(__file__).parents[2] / "fixtures/dokumente/17-11212.txt").read_text(encoding="utf-8")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stammdaten():
    stammdaten()


def test_an_answer_is_recorded_with_all_that_belongs_to_it():
    ergebnis = record_text()

    assert ergebnis.stand == Stand.ANGELEGT
    anfrage = Anfrage.objects.get(nummer=1882)
    assert (anfrage.gestellt_am, anfrage.beantwortet_am) == (date(2019, 1, 9), date(2019, 2, 6))
    assert anfrage.zustand == Anfrage.Zustand.BEANTWORTET
    assert anfrage.dokument.kennung == "17/4791"
    assert anfrage.dokument.nur_zitiert
    assert [str(fraktion) for fraktion in anfrage.fraktionen.all()] == ["SPD"]
    assert [(a.name_gedruckt, a.person.name, a.fraktion.kurz) for a in anfrage.fragesteller.all()] == [
        ("Sarah Philipp", "Sarah Philipp", "SPD"),
        ("Dr. Dennis Maelzer", "Dennis Maelzer", "SPD"),
    ]
    antwort = Antwort.objects.get(dokument=ergebnis.dokument)
    assert antwort.ministerium.kuerzel == "VM"
    assert [(t.text, [frage.nummer for frage in t.fragen.all()]) for t in antwort.teile.all()] == [
        ("Sie hat nicht gewartet, wie in Drucksache 17/4000 dargelegt.", [1]),
        ("Nichts.", [2]),
    ]
    assert ergebnis.dokument.text == ANTWORT
    assert ergebnis.dokument.ausgegeben == date(2019, 2, 13)


def test_spans_quote_the_stored_text():
    dokument = record_text().dokument

    verweis = dokument.verweise.get(nummer=4000)
    assert dokument.text[verweis.start : verweis.ende] == "Drucksache 17/4000"


def test_a_second_run_changes_nothing():
    f.kommune()
    f.handlungsfeld()
    record_text(SEED, "17-11212.txt")
    vorher = all_rows()

    assert record_text(SEED, "17-11212.txt").stand == Stand.UNVERAENDERT
    assert all_rows() == vorher


def long_answer(fragen: int) -> str:
    """17/5030 with so many questions, each with an answer that cites a pair of papers."""
    kopf = ANTWORT[: ANTWORT.index("1. Warum")]
    paare = "".join(
        f"{n}. Was kostet Vorhaben {n}?\n\nDas steht in der Antwort auf die Kleine Anfrage {n} (LT-Drs. {n + 400}).\n\n"
        for n in range(1, fragen + 1)
    )
    return kopf + paare


def test_a_long_answer_takes_no_more_queries_than_a_short_one(django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as kurz:
        record_text(long_answer(3))
    lang = long_answer(12).replace("17/5030", "17/5031").replace("17/4791", "17/4792").replace("1882", "1883")

    # Its twelve citations also give cause for findings, which are two inserts.
    with django_assert_max_num_queries(len(kurz) + 2):
        record_text(lang)

    assert Dokument.objects.get(nummer=5031).antwort.teile.count() == 12
    assert Verweis.objects.filter(dokument__nummer=5031, paar__isnull=False).count() == 12 + 1, "and the head's own"


def test_history_shows_what_many_to_many_fields_pointed_to_from_the_start():
    record_text(ANTWORT)

    anfrage = Anfrage.objects.get(nummer=1882)
    erster = anfrage.history.earliest()
    assert [zeile.fraktion for zeile in erster.fraktionen.all()] == list(anfrage.fraktionen.all())
    teil = anfrage.antworten.get().teile.get(position=1)
    (erster,) = teil.history.all()
    assert [zeile.frage for zeile in erster.fragen.all()] == list(teil.fragen.all())


def test_the_seed_document_comes_out_whole():
    f.kommune()
    for name, schluessel in [
        ("Vernetzte Mobilität – kurze Wege", "mobilitaet"),
        ("Erfolgreiche Wirtschaft – gute Arbeit", "wirtschaft"),
        ("Gelebte Vielfalt – starker Zusammenhalt", "vielfalt"),
        ("Sichere Energie – gesunde Umwelt", "energie"),
        ("Beste Bildung – exzellente Forschung", "bildung"),
    ]:
        f.handlungsfeld(schluessel, name=name)

    ergebnis = record_text(SEED, "17-11212.txt")

    anfrage = Anfrage.objects.get(nummer=4284)
    assert anfrage.gestellt_am is None, "the text lacks the date of the question"
    assert anfrage.fragen.count() == 5
    (teil,) = ergebnis.dokument.antwort.teile.all()
    assert [frage.nummer for frage in teil.fragen.all()] == [1, 2, 3, 4, 5]
    assert Projektaussage.objects.filter(kommune__name="Bochum").count() == 15
    assert Kennzahl.objects.get(wert=65000).ungefaehr
    assert Kennzahl.objects.get(wert=521864).projekt.kennung == "14-02"
    paare = {v.paar.nummer: v.nummer for v in Verweis.objects.filter(paar__isnull=False)}
    assert len(paare) == 15
    assert paare[3973] == paare[3986] == 10564
    assert Befund.objects.filter(regel="eine-drucksache-fuer-zwei-anfragen").exists()
    assert Dokument.objects.get(reihe__schluessel="vorlage", nummer=3748).nur_zitiert


def test_the_answer_fills_the_anfrage_that_the_index_knew_without_number():
    shell = f.anfrage(nummer=None, titel="Taten statt Ankuendigungen", gestellt_am=None)
    f.antwort(shell, dokument=f.dokument(nummer=5030, herkunft="verzeichnis", art="antwort"))

    ergebnis = record_text()

    shell.refresh_from_db()
    assert ergebnis.stand == Stand.GEAENDERT
    assert shell.nummer == 1882
    assert shell.titel == "Taten statt Ankündigungen: Was wird aus der Ruhrkonferenz?"
    assert Anfrage.objects.count() == 1


def test_the_indexed_answer_joins_an_anfrage_recorded_by_number():
    shell = f.anfrage(nummer=None)
    f.antwort(shell, dokument=f.dokument(nummer=5030, herkunft="verzeichnis"))
    numeriert = f.anfrage(nummer=1882)

    record_text()

    assert list(Anfrage.objects.all()) == [numeriert]
    assert [antwort.dokument.nummer for antwort in numeriert.antworten.all()] == [5030]


def test_what_staff_corrected_survives_and_is_reported():
    record_text()
    anfrage = Anfrage.objects.get(nummer=1882)
    anfrage.titel = "Taten statt Ankündigungen (berichtigt)"
    anfrage._history_user = get_user_model().objects.create_user("redaktion")
    anfrage.save()

    ergebnis = record_text()

    anfrage.refresh_from_db()
    assert anfrage.titel == "Taten statt Ankündigungen (berichtigt)"
    assert any("titel" in feld for feld in ergebnis.behalten)


def test_a_number_with_other_content_is_refused_and_leaves_no_trace():
    record_text()
    vorher = all_rows()

    with pytest.raises(Ablehnung, match="17/5030 ist schon mit anderem Inhalt erfasst"):
        record_text(ANTWORT.replace("Nichts.", "Zwölf Euro."), sha256="b" * 64)

    assert all_rows() == vorher


def test_a_number_with_other_content_is_replaced_on_request():
    record_text()

    record_text(ANTWORT.replace("Nichts.", "Zwölf Euro."), sha256="b" * 64, ersetzen=True)

    assert Antwort.objects.get().teile.get(position=2).text == "Zwölf Euro."


def test_an_only_cited_paper_is_filled_in():
    zitiert = f.dokument(nummer=5030, nur_zitiert=True, titel="", datum=None)
    verweis = f.verweis(f.dokument(), nummer=5030, ziel_dokument=zitiert)

    record_text()

    verweis = Verweis.objects.with_ziel().get(pk=verweis.pk)
    assert verweis.stand == Verweis.Stand.AUFGELOEST


def test_an_unknown_wahlperiode_is_refused_with_the_remedy():
    with pytest.raises(Ablehnung, match=r"14\. Wahlperiode .* lade_stammdaten"):
        record_text(ANTWORT.replace("17/5030", "14/5030").replace("17. Wahl", "14. Wahl"), "14-5030.txt")


def test_a_foreign_text_is_refused():
    with pytest.raises(Ablehnung, match="kein Dokument des Landtags"):
        record_text("Einkaufszettel\nMilch\nBrot\n", "17-1.txt")

    assert not Dokument.objects.exists()


def test_a_text_without_number_takes_the_one_of_its_file_and_says_so():
    ohne = ANTWORT[ANTWORT.index("Antwort\nder") :]

    dokument = record_text(ohne, "17-5030.txt").dokument

    assert dokument.kennung == "17/5030"
    assert dokument.befunde.filter(regel="nummer-aus-dateiname").exists()


def test_references_of_a_text_without_wahlperiode_take_that_of_the_files_name():
    text = "Vorbemerkung der Kleinen Anfrage\n\nDie Kleine Anfrage 77 (LT-Drs. 1234) zeigt es.\n\n1. Was ist das?\n"
    record_text(text, "MMD17-19999.txt")

    gelesen = Verweis.objects.order_by("start").values_list("nummer", "wahlperiode_nummer", "wahlperiode_abgeleitet")
    assert list(gelesen) == [(77, 17, True), (1234, 17, True)]


def test_a_text_without_any_number_is_refused():
    with pytest.raises(Ablehnung, match="Benennen Sie die Datei"):
        record_text(ANTWORT[ANTWORT.index("Antwort\nder") :], "antwort.txt")


def test_the_same_words_about_two_places_are_one_finding_that_shows_both():
    befunde = tuple(records.Befund("regel", "Das ist seltsam.", ((stelle, stelle + 5),)) for stelle in (10, 30))

    for _ in range(2):
        record(replace(parse(ANTWORT), befunde=befunde), Quelle("17-5030.txt", "a" * 64))

    assert Befund.objects.get().stellen == [[10, 15], [30, 35]]


def test_a_file_named_after_another_paper_is_a_finding():
    dokument = record_text(name="17-5031.txt").dokument

    assert dokument.kennung == "17/5030"
    assert dokument.befunde.filter(regel="dateiname-widerspricht").exists()


@pytest.mark.parametrize(
    ("name", "nummer"),
    [
        ("17-11212.txt", Dokumentnummer(17, 11212)),
        ("MMD17-11212.pdf", Dokumentnummer(17, 11212)),
        ("ordner/16_768.txt", Dokumentnummer(16, 768)),
        ("antwort.txt", None),
        ("2020-09-30.txt", None),
    ],
)
def test_the_number_in_a_file_name(name, nummer):
    assert nummer_aus_dateiname(name) == nummer
