"""Many documents at once: what a batch costs, what one bad document does to it, and that its borders don't matter."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from anfragen.models import Anfrage, Antwort, Befund, Dokument, Frage, Nachfrage, Verweis
from anfragen.parsing import records
from anfragen.parsing.drucksache import parse
from anfragen.parsing.records import Dokumentnummer
from anfragen.recording import Ablehnung, Ergebnis, Quelle, Stand, record_all
from tests import factories as f
from tests.anfragen.drucksachen import ANTWORT, FRAGE, all_rows, record_text, stammdaten

pytestmark = pytest.mark.django_db

SEED = (Path(__file__).parents[2] / "fixtures/dokumente/17-11212.txt").read_text(encoding="utf-8")
ERGAENZUNG = ANTWORT.replace("17/5030", "17/5099").replace("\nNichts.", "\nDoch etwas.")
VORLAGE = (
    "LANDTAG\nNORDRHEIN-WESTFALEN\n17. WAHLPERIODE\n\nVORLAGE\n17/3748\nA18\n\nDer Stand steht in Drucksache 17/5030.\n"
)
# Papers about one Anfrage, papers that cite each other, and one with projects.
PAPIERE = {
    "17-4791.txt": FRAGE,
    "17-5030.txt": ANTWORT,
    "17-5099.txt": ERGAENZUNG,
    "17-3748.txt": VORLAGE,
    "17-4000.txt": ANTWORT.replace("17/5030", "17/4000").replace("17/4791", "17/3999").replace("1882", "1500"),
    "17-11212.txt": SEED,
    "17-5031.txt": ANTWORT.replace("17/5030", "17/5031").replace("Kleine Anfrage 1882", "Kleine Anfrage 1999"),
    "zettel.txt": "Milch, Brot",
}


@pytest.fixture(autouse=True)
def _stammdaten():
    stammdaten()
    f.kommune()
    f.handlungsfeld()


def batch(texte: dict[str, str]) -> list[tuple[records.Drucksache, Quelle]]:
    return [(parse(text), Quelle(name, f"{name:x<64}"[:64])) for name, text in texte.items()]


def numbered(n: int) -> dict[str, str]:
    """An answer with its question, of a number of their own."""
    neu = {"17/5030": f"17/{n + 6000}", "17/4791": f"17/{n + 5500}", "1882": str(n + 2000), "Sarah": f"Sarah{n}"}
    texte = {f"17-{n + 5500}.txt": FRAGE, f"17-{n + 6000}.txt": ANTWORT}
    for alt, wert in neu.items():
        texte = {name: text.replace(alt, wert) for name, text in texte.items()}
    return texte


def test_a_large_batch_takes_no_more_queries_than_a_small_one(django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as klein:
        record_all(batch(numbered(1)))
    texte = {name: text for n in range(2, 12) for name, text in numbered(n).items()}

    with django_assert_max_num_queries(len(klein)):
        record_all(batch(texte))

    assert Anfrage.objects.count() == Antwort.objects.count() == 11
    with CaptureQueriesContext(connection) as wieder:
        assert {eines.stand for eines in record_all(batch(texte))} == {Stand.UNVERAENDERT}
    assert len(wieder) < len(klein)


def test_a_changed_batch_takes_no_query_for_each_document(django_assert_max_num_queries):
    def changed(texte):
        return batch({name: text.replace("Warum hat", "Weshalb hat") for name, text in texte.items()})

    texte = {name: text for n in range(1, 12) for name, text in numbered(n).items()}
    record_all(batch(texte))
    with CaptureQueriesContext(connection) as klein:
        record_all(changed(numbered(1)))

    with django_assert_max_num_queries(len(klein)):
        record_all(changed(texte))

    assert Frage.objects.filter(text__startswith="Weshalb").count() == 11


def test_papers_of_one_batch_know_each_other():
    frage, antwort, ergaenzung = record_all(
        batch({name: PAPIERE[name] for name in ("17-4791.txt", "17-5030.txt", "17-5099.txt")})
    )

    anfrage = Anfrage.objects.get()
    assert anfrage.dokument == frage.dokument
    assert {eine.dokument for eine in anfrage.antworten.all()} == {antwort.dokument, ergaenzung.dokument}
    assert {eine.gelesen_in for eine in anfrage.fragen.all()} == {frage.dokument}
    assert [eines.stand for eines in (frage, antwort, ergaenzung)] == [Stand.ANGELEGT] * 3
    assert anfrage.history.count() == 1, "one entry, however many papers wrote it"


def test_the_same_paper_twice_in_a_batch_is_refused_if_it_differs():
    gelesen = [(parse(text), Quelle("17-5030.txt", sha * 64)) for text, sha in [(ANTWORT, "a"), (ANTWORT + " x", "b")]]

    erste, zweite = record_all(gelesen)

    assert erste.stand == Stand.ANGELEGT
    assert isinstance(zweite, Ablehnung)
    assert Dokument.objects.get(nummer=5030).text == ANTWORT


def test_a_refused_document_leaves_the_others_alone():
    texte = {"17-5030.txt": ANTWORT, "zettel.txt": "Milch, Brot", "17-4791.txt": FRAGE}

    antwort, zettel, frage = record_all(batch(texte))

    assert isinstance(antwort, Ergebnis)
    assert isinstance(frage, Ergebnis)
    assert "kein Dokument des Landtags" in str(zettel)


def test_a_paper_that_names_an_unknown_wahlperiode_writes_nothing():
    with pytest.raises(Ablehnung, match=r"14\. Wahlperiode"):
        record_text(ANTWORT.replace("17/4791", "14/4791"))

    assert not Dokument.objects.exists()


def test_a_question_paper_belongs_to_the_anfrage_that_it_prints_whatever_an_answer_says():
    falsch = PAPIERE["17-5031.txt"]

    for name, text in {"17-5031.txt": falsch, "17-4791.txt": FRAGE, "17-5031-b.txt": falsch}.items():
        record_text(text, name[:7] + ".txt", f"{name[:7]:x<64}")

    assert {a.nummer: a.dokument and a.dokument.nummer for a in Anfrage.objects.all()} == {1882: 4791, 1999: None}
    befund = Befund.objects.get(regel="drucksache-einer-anderen-anfrage")
    assert befund.dokument.nummer == 5031
    assert "ist hier für KA 1999 angegeben, erfasst ist sie für KA 1882" in befund.text


def test_an_indexed_answer_joins_the_anfrage_of_its_own_batch():
    shell = f.anfrage(nummer=None, titel="Taten")
    f.antwort(shell, dokument=f.dokument(nummer=5030, herkunft="verzeichnis"))
    Nachfrage.objects.create(anfrage=shell, titel="Kosten", offen="je Projekt")

    record_all(batch({"17-4791.txt": FRAGE, "17-5030.txt": ANTWORT, "17-5099.txt": ERGAENZUNG}))

    anfrage = Anfrage.objects.get()
    assert (anfrage.nummer, anfrage.antworten.count(), anfrage.nachfragen.count()) == (1882, 2, 1)


def test_a_finding_names_its_reference_and_its_candidate():
    kandidat = f.dokument(nummer=10590)
    gelesen = parse(ANTWORT)
    verweis = next(verweis for verweis in gelesen.verweise if verweis.nummer == 4000)
    stelle = (verweis.beleg.start, verweis.beleg.ende)
    befund = records.Befund("seltsam", "Das passt nicht.", (stelle,), Dokumentnummer(17, 10590))
    gelesen = replace(gelesen, befunde=(befund,))

    for _ in range(2):
        record_all([(gelesen, Quelle("17-5030.txt", "a" * 64))])

    befund = Befund.objects.get()
    assert (befund.verweis.nummer, befund.kandidat) == (4000, kandidat)
    assert befund.history.count() == 1


def test_a_candidate_that_is_not_on_record_stays_empty():
    befund = records.Befund("seltsam", "Das passt nicht.", (), Dokumentnummer(17, 10590))

    record_all([(replace(parse(ANTWORT), befunde=(befund,)), Quelle("17-5030.txt", "a" * 64))])

    assert (Befund.objects.get().verweis, Befund.objects.get().kandidat) == (None, None)


def test_the_printed_label_of_a_question_is_kept_where_it_is_no_plain_number():
    gelesen = parse(ANTWORT)
    erste, zweite = gelesen.fragen
    fragen = (replace(erste, bezeichnung="1"), replace(zweite, bezeichnung="1 b"))

    record_all([(replace(gelesen, fragen=fragen), Quelle("17-5030.txt", "a" * 64))])

    assert [(frage.bezeichnung, frage.label) for frage in Frage.objects.order_by("nummer")] == [
        ("", "1"),
        ("1 b", "1 b"),
    ]


def decide(verweis: Verweis, ziel: Dokument) -> None:
    verweis.ziel_dokument, verweis.von_hand = ziel, True
    verweis._history_user = get_user_model().objects.create_user("redaktion")
    verweis.save()


def test_a_decision_on_a_reference_follows_its_words_into_a_replaced_text():
    zweimal = ANTWORT.replace("\nNichts.", "\nNichts, siehe Drucksache 17/4000.")
    record_text(zweimal)
    _, zweiter = Verweis.objects.filter(nummer=4000).order_by("start")
    decide(zweiter, ziel := f.dokument(nummer=4001))

    record_text(zweimal.replace("Sie hat nicht", "Sie hat ganz gewiss nicht"), sha256="b" * 64, ersetzen=True)

    neu, entschieden = Verweis.objects.filter(nummer=4000).order_by("start")
    assert (entschieden.pk, entschieden.ziel_dokument, entschieden.von_hand) == (zweiter.pk, ziel, True)
    assert not neu.von_hand
    assert entschieden.start == zweiter.start + len("ganz gewiss ")
    assert Dokument.objects.get(nummer=5030).text[entschieden.start : entschieden.ende] == "Drucksache 17/4000"


def test_a_decision_on_a_reference_goes_with_its_words():
    record_text()
    decide(Verweis.objects.get(nummer=4000), f.dokument(nummer=4001))

    record_text(ANTWORT.replace("in Drucksache 17/4000", "schon"), sha256="b" * 64, ersetzen=True)

    assert not Verweis.objects.filter(nummer=4000).exists()


def rows() -> dict[str, list[Any]]:
    """Everything stored, without ids and times; what stands for another record is its name."""
    ergebnis: dict[str, list[Any]] = {}
    for modell in [*apps.get_app_config("anfragen").get_models(), *apps.get_app_config("projekte").get_models()]:
        if not modell.__name__.startswith("Historical"):
            felder = [feld for feld in modell._meta.fields if not feld.primary_key and feld.name not in OHNE]
            m2m = modell._meta.many_to_many
            ergebnis[modell.__name__] = sorted(
                repr(
                    [str(getattr(record, feld.name)) for feld in felder]
                    + [sorted(map(str, getattr(record, feld.name).all())) for feld in m2m]
                )
                for record in modell.objects.exclude(**AUSSER.get(modell.__name__, {"pk": None}))
            )
    return ergebnis


# When it was found, in which paper first, and what the numbers of rows have to do with it.
OHNE = {"gefunden_am", "quelle", "kennung_quelle"}
# Mended findings tell what contradicted each other meanwhile.
AUSSER = {"Befund": {"stand": "behoben"}}


@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking takes minutes and says no more
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.permutations(sorted(PAPIERE)), st.lists(st.integers(1, 8), min_size=8, max_size=8))
def test_any_order_in_batches_of_any_size_ends_in_the_same_rows(reihenfolge, groessen):
    Erwartet.rows = Erwartet.rows or rows_after([[name] for name in sorted(PAPIERE)])
    stapel, rest = [], list(reihenfolge)
    for groesse in groessen:
        stapel.append(rest[:groesse])
        rest = rest[groesse:]

    assert rows_after([namen for namen in stapel if namen]) == Erwartet.rows


class Erwartet:
    rows: dict[str, list[Any]] | None = None


def rows_after(stapel: list[list[str]]) -> dict[str, list[Any]]:
    with transaction.atomic():
        for namen in stapel:
            record_all(batch({name: PAPIERE[name] for name in namen}))
        ergebnis = rows()
        vorher = all_rows()
        for namen in stapel:
            record_all(batch({name: PAPIERE[name] for name in namen}))
        assert all_rows() == vorher, "a second run changes nothing"
        transaction.set_rollback(True)
    return ergebnis
