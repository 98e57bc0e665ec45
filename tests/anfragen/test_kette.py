"""Where a referral leads: the passage in place, on through further referrals, to loops and dead ends."""

import re

import pytest

from anfragen.models import Anfrage, Antwort, Antwortteil, Dokument
from anfragen.seiten.kette import LAENGE, TIEFE
from tests import factories
from tests.anfragen.drucksachen import record_text, stammdaten
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text, verweis

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stammdaten() -> None:
    stammdaten()


def antwort(ka: int, *antworten: str) -> Dokument:
    """The recorded answer to the Kleine Anfrage `ka`, Drucksache 17/1`ka`, to as many questions as it has texts."""
    fragen = "\n\n".join(f"{i}. Wie steht es um Punkt {i}?\n\n{satz}" for i, satz in enumerate(antworten, 1))
    nummer = 10000 + ka
    drucksache = f"""LANDTAG NORDRHEIN-WESTFALEN
17. Wahlperiode
Drucksache 17/{nummer}
08.10.2020

Datum des Originals: 06.10.2020/Ausgegeben: 13.10.2020

Antwort
der Landesregierung
auf die Kleine Anfrage {ka} vom 9. September 2020
der Abgeordneten Erika Muster SPD
Drucksache 17/{nummer - 5000}

Punkte in Bochum

Der Minister für Verkehr hat die Kleine Anfrage {ka} mit Schreiben vom 6. Oktober 2020 namens der Landesregierung
beantwortet.

{fragen}
"""
    return record_text(drucksache, f"17-{nummer}.txt", sha256=f"{nummer:064}").dokument


def kette(client, dokument: Dokument, wortlaut: str) -> str:
    return text(client, adresse(dokument, wortlaut)).partition("<h1>")[2].partition("</main>")[0]


def adresse(dokument: Dokument, wortlaut: str) -> str:
    stelle = dokument.verweise.filter(wortlaut=wortlaut).order_by("-start").first()
    return f"{dokument.get_absolute_url()}kette/?stelle={stelle.start}"


def worte(html: str) -> str:
    """What is to be read, without the cards beside the references."""
    ohne_karten = re.sub(r'<span class="v-karte".*?</span></span>', "", html)
    return " ".join(re.sub(r"<[^>]+>", " ", ohne_karten).split())


def test_a_referral_in_the_text_leads_to_its_chain_and_a_mention_does_not(client):
    antwort(7502, "Ja.")
    papier = antwort(7501, "Auf die Antwort auf die Kleine Anfrage 7502 wird verwiesen.", "Die KA 7502 war kurz.")
    seite = text(client, papier.get_absolute_url())
    assert seite.count('class="auf"') == 1
    assert f'<a class="auf" href="{adresse(papier, "Kleine Anfrage 7502")}"' in seite


def test_the_question_named_is_shown_with_its_answer_and_no_other(client):
    antwort(7502, "Eins ist offen.", "Zwei ist erledigt.")
    papier = antwort(7501, "Auf die Antwort zu Frage 2 der Kleinen Anfrage 7502 wird verwiesen.")
    gezeigt = kette(client, papier, "Kleinen Anfrage 7502")
    assert '<a href="/anfragen/17/7502/#frage-2">KA 7502, Antwort auf Frage 2</a>' in gezeigt
    assert "Frage 2: Wie steht es um Punkt 2? Zwei ist erledigt." in worte(gezeigt)
    assert "Eins ist offen." not in gezeigt


def test_where_no_question_is_named_the_answer_is_shown_from_its_beginning(client):
    antwort(7502, "Eins ist offen.", *[f"Absatz {i}: {'lang ' * (LAENGE // 10)}" for i in range(5)])
    papier = antwort(7501, "Siehe Antwort auf die Kleine Anfrage 7502.")
    gezeigt = kette(client, papier, "Kleine Anfrage 7502")
    assert "Eins ist offen." in gezeigt
    assert "Absatz 4" not in gezeigt
    assert '<a href="/anfragen/17/7502/#antwort-17502-1">Hier weiterlesen: KA 7502, Antwort</a>' in gezeigt


def test_a_report_is_shown_from_its_beginning(client):
    vorlage = factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"), text="Bericht.\n\nAlles ist gut.")
    papier = antwort(7501, "Auf die Ausführungen in Vorlage 17/3748 wird verwiesen.")
    gezeigt = kette(client, papier, "Vorlage 17/3748")
    assert f'<a href="{vorlage.get_absolute_url()}">Vorlage 17/3748</a>' in gezeigt
    assert "Bericht. Alles ist gut." in worte(gezeigt)


def test_it_goes_on_through_the_referrals_of_the_passage_shown(client):
    antwort(7503, "Es waren zwölf.")
    antwort(7502, "Nein.", "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7503 wird verwiesen.")
    papier = antwort(7501, "Auf die Antwort zu Frage 2 der Kleinen Anfrage 7502 wird verwiesen.")
    gelesen = worte(kette(client, papier, "Kleinen Anfrage 7502"))
    assert gelesen.index("KA 7502, Antwort auf Frage 2") < gelesen.index("KA 7503, Antwort auf Frage 1")
    assert gelesen.endswith("Frage 1: Wie steht es um Punkt 1? Es waren zwölf.")


def test_a_loop_is_named_and_not_followed_again(client):
    papier = antwort(7501, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7502 wird verwiesen.", "Ja.")
    antwort(7502, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7501 wird verwiesen.")
    gelesen = worte(kette(client, papier, "Kleinen Anfrage 7502"))
    assert gelesen.endswith("Verweist zurück auf KA 7501, Antwort auf Frage 1 . Die Kette läuft im Kreis.")
    assert gelesen.count("KA 7502, Antwort auf Frage 1") == 1


def test_a_referral_back_to_another_question_is_no_loop(client):
    papier = antwort(7501, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7502 wird verwiesen.", "Es waren elf.")
    antwort(7502, "Auf die Antwort zu Frage 2 der Kleinen Anfrage 7501 wird verwiesen.")
    gelesen = worte(kette(client, papier, "Kleinen Anfrage 7502"))
    assert "im Kreis" not in gelesen
    assert gelesen.endswith("Es waren elf.")


def test_a_chain_ends_after_some_steps_with_a_link_to_go_on(client):
    letzte = 7500 + TIEFE + 3
    for ka in range(letzte, 7501, -1):
        antwort(ka, f"Auf die Antwort zu Frage 1 der Kleinen Anfrage {ka + 1} wird verwiesen.")
    papier = antwort(7501, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7502 wird verwiesen.")
    gezeigt = kette(client, papier, "Kleinen Anfrage 7502")
    assert gezeigt.count('class="glied__kopf"') == TIEFE
    weiter = re.search(r'Verweist weiter auf <a href="([^"]+)"', gezeigt)
    assert weiter
    assert f"KA {7502 + TIEFE}, Antwort auf Frage 1" in text(client, weiter[1])


@pytest.mark.parametrize(
    ("satz", "wortlaut", "hinweis"),
    [
        ("Auf Vorlage 17/9999 wird verwiesen.", "Vorlage 17/9999", "Das liegt uns nicht vor."),
        (
            "Auf die Antwort zu Frage 7 der Kleinen Anfrage 7502 wird verwiesen.",
            "Kleinen Anfrage 7502",
            "Die Frage 7 gibt es dort nicht.",
        ),
        (
            "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7509 wird verwiesen.",
            "Kleinen Anfrage 7509",
            "Auf diese Anfrage ist keine Antwort erfasst.",
        ),
        (
            "Auf die Antwort auf die Kleine Anfrage 7510 wird verwiesen.",
            "Kleine Anfrage 7510",
            "Der Wortlaut liegt uns nicht vor.",
        ),
        ("Auf Vorlage 17/8888 wird verwiesen.", "Vorlage 17/8888", "Der Wortlaut liegt uns nicht vor."),
    ],
    ids=["not held", "no such question", "unanswered", "answer without text", "paper without text"],
)
def test_a_dead_end_is_named(client, satz, wortlaut, hinweis):
    factories.anfrage(nummer=7509)
    factories.antwort(factories.anfrage(nummer=7510))
    factories.dokument(nummer=8888, reihe=factories.reihe("vorlage"))
    antwort(7502, "Ja.")
    assert hinweis in kette(client, antwort(7501, satz), wortlaut)


def test_of_several_questions_the_one_that_is_not_there_is_named_beside_the_other(client):
    antwort(7502, "Es waren zwölf.")
    papier = antwort(7501, "Auf die Antworten zu den Fragen 1 und 7 der Kleinen Anfrage 7502 wird verwiesen.")
    gezeigt = kette(client, papier, "Kleinen Anfrage 7502")
    assert "Es waren zwölf." in gezeigt
    assert "Die Frage 7 gibt es dort nicht." in gezeigt


def test_a_question_without_an_answer_of_its_own_says_so(client):
    antwort(7502, "Es waren zwölf.")
    Antwortteil.objects.get(text="Es waren zwölf.").fragen.clear()
    papier = antwort(7501, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7502 wird verwiesen.")
    gezeigt = kette(client, papier, "Kleinen Anfrage 7502")
    assert "Eine Antwort auf diese Frage ist nicht zugeordnet." in gezeigt


def test_a_referral_to_the_paper_of_a_question_shows_its_answer(client):
    antwort(7502, "Es waren zwölf.")
    frage = factories.dokument(nummer=555, art="frage")
    Anfrage.objects.filter(nummer=7502).update(dokument=frage)
    papier = antwort(7501, "Auf Drs. 17/555 wird verwiesen.")
    assert "Es waren zwölf." in kette(client, papier, "Drs. 17/555")


def test_the_answer_to_an_anfrage_without_number_is_called_by_its_paper(client):
    ohne = factories.antwort(factories.anfrage(nummer=None), dokument=factories.dokument(nummer=600))
    factories.antwortteil(ohne, text="Es waren zwölf.")
    papier = antwort(7501, "Auf die Antwort in Drs. 17/600 wird verwiesen.")
    gezeigt = kette(client, papier, "Drs. 17/600")
    assert '<a href="/drucksachen/17/600/">Drucksache 17/600, Antwort</a>' in gezeigt


def test_an_ambiguous_reference_lists_what_it_may_mean(client):
    alt = factories.dokument(nummer=15000, wahlperiode=factories.wahlperiode(16), titel="Alt")
    papier = factories.dokument(nummer=11212, text="Siehe LT-Drs. 15000.")
    stelle = verweis(papier, "LT-Drs. 15000", nummer=15000, wahlperiode_abgeleitet=True, mehrdeutig=True)
    gezeigt = text(client, f"/drucksachen/17/11212/kette/?stelle={stelle.start}")
    im_text = text(client, "/drucksachen/17/11212/")
    assert f'<a class="v v--strittig" href="/drucksachen/17/11212/kette/?stelle={stelle.start}"' in im_text
    for seite in (gezeigt, im_text):
        assert f'<a href="{alt.get_absolute_url()}">Drucksache 16/15000</a>' in seite


def test_nothing_of_an_unpublished_answer_is_shown(client):
    geheim = antwort(7502, "Das ist geheim.")
    papier = antwort(7501, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7502 wird verwiesen.")
    geheim.veroeffentlichung = ENTWURF
    geheim.save()
    geheim.anfragen_nachfuehren()
    seite = text(client, adresse(papier, "Kleinen Anfrage 7502"))
    assert "geheim" not in seite
    assert "17/17502" not in seite
    assert "Auf diese Anfrage ist keine Antwort erfasst." in seite


@pytest.mark.parametrize("stelle", ["", "x", "-1", "3", "99999999999999999999", "9" * 5000, "²", "1 OR 1"])
def test_a_place_without_a_reference_is_not_found(client, stelle):
    papier = antwort(7501, "Ja.")
    assert client.get(f"{papier.get_absolute_url()}kette/", {"stelle": stelle}).status_code == 404


def test_the_number_of_queries_grows_with_the_steps_and_not_with_what_they_show(client):
    for ka in (7503, 7504, 7505, 7506):
        antwort(ka, "Es waren zwölf.")
    antwort(7502, "Auf die Antwort auf die Kleine Anfrage 7503 wird verwiesen.")
    papier = antwort(7501, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7502 wird verwiesen.")
    wenige = anzahl_abfragen(client, adresse(papier, "Kleinen Anfrage 7502"))
    antwort(
        7507,
        " ".join(f"Auf die Antwort auf die Kleine Anfrage {ka} wird verwiesen." for ka in (7503, 7504, 7505, 7506)),
    )
    for i in range(2, 9):
        factories.antwortteil(Antwort.objects.get(dokument__nummer=17503), text=f"Teil {i}.")
    papier = antwort(7508, "Auf die Antwort zu Frage 1 der Kleinen Anfrage 7507 wird verwiesen.")
    assert anzahl_abfragen(client, adresse(papier, "Kleinen Anfrage 7507")) == wenige
    assert wenige <= 45
