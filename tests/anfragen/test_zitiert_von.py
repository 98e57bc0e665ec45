"""Who cites a paper or an Anfrage: on its own page the newest, on a page of their own all of them."""

from datetime import date

import pytest

from anfragen.models import Anfrage, Dokument
from anfragen.seiten.zitiert_von import AUF_EINEN_BLICK, JE_SEITE, PASSAGEN_JE_DOKUMENT
from tests import factories
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text

pytestmark = pytest.mark.django_db

ADRESSE = "/drucksachen/17/11212/"
ALLE = f"{ADRESSE}zitiert-von/"
ZITAT = "Drucksache 17/11212"


@pytest.fixture
def papier() -> Dokument:
    return factories.dokument(nummer=11212, titel="Ruhrkonferenz")


def zitierend(papier: Dokument, wortlaut: str = f"Siehe {ZITAT}.", **felder: object) -> Dokument:
    """A paper of this wording that cites `papier` wherever it says so."""
    dokument = factories.dokument(text=wortlaut, **felder)
    start = -1
    while (start := wortlaut.find(ZITAT, start + 1)) >= 0:
        factories.verweis(
            dokument, wortlaut=ZITAT, nummer=11212, start=start, ende=start + len(ZITAT), ziel_dokument=papier
        )
    return dokument


def antwort_mit_fragen(papier: Dokument) -> Anfrage:
    """An answer that cites `papier` in each of its parts."""
    abschnitte = {
        "vorbemerkung": f"Aus der {ZITAT} wissen wir, dass gebaut wird.",
        "erwiderung": f"Die {ZITAT} gilt nach Ansicht der Landesregierung fort.",
        "frage": f"Wie steht es um das Dach aus der {ZITAT}?",
        "einzeln": f"Das Dach aus der {ZITAT} ist dicht.",
        "gemeinsam": f"Im Übrigen wird auf die {ZITAT} verwiesen.",
    }
    dokument = zitierend(papier, "\n\n".join(["Kopf der Antwort.", *abschnitte.values()]), nummer=12000, art="antwort")

    def spanne(name: str) -> dict[str, int]:
        start = dokument.text.index(abschnitte[name])
        return {"start": start, "ende": start + len(abschnitte[name])}

    anfrage = factories.anfrage(nummer=4300, vorbemerkung=abschnitte["vorbemerkung"])
    antwort = factories.antwort(anfrage, dokument=dokument, vorbemerkung=abschnitte["erwiderung"])
    erste = factories.frage(anfrage, 1, bezeichnung="1.1", gelesen_in=dokument, **spanne("frage"))
    factories.antwortteil(antwort, erste, text=abschnitte["einzeln"], **spanne("einzeln"))
    factories.antwortteil(
        antwort, erste, factories.frage(anfrage, 2), text=abschnitte["gemeinsam"], **spanne("gemeinsam")
    )
    return anfrage


def test_the_part_in_which_a_passage_stands_is_named_and_linked(client, papier):
    antwort_mit_fragen(papier)
    seite = text(client, ADRESSE)
    for adresse, wort in {
        "vorbemerkung": "Vorbemerkung der Fragestellenden",
        "vorbemerkung-12000": "Vorbemerkung der Landesregierung",
        "frage-1": "Frage 1.1",
        "antwort-12000-1": "Antwort auf Frage 1.1",
        "antwort-12000-2": "Antwort auf die Fragen 1.1 und 2",
    }.items():
        assert f'<a href="/anfragen/17/4300/#{adresse}">{wort}</a>' in seite
        assert f'id="{adresse}"' in text(client, "/anfragen/17/4300/")


def test_the_part_of_an_anfrage_without_a_page_of_its_own_is_named_only(client, papier):
    antwort_mit_fragen(papier)
    Anfrage.objects.update(nummer=None)
    seite = text(client, ADRESSE)
    assert '<p class="passage__ort">Frage 1.1</p>' in seite


def test_the_paper_of_a_question_cites_in_its_preamble(client, papier):
    vorbemerkung = f"Nach der {ZITAT} ist vieles offen."
    frage = zitierend(papier, f"Kleine Anfrage\n\n{vorbemerkung}", art="frage")
    factories.anfrage(nummer=4300, dokument=frage, vorbemerkung=vorbemerkung)
    assert '<a href="/anfragen/17/4300/#vorbemerkung">Vorbemerkung der Fragestellenden</a>' in text(client, ADRESSE)


def test_a_passage_in_no_known_part_stands_there_in_its_words(client, papier):
    zitierend(papier, f"Ein Bericht, der die {ZITAT} nennt.")
    seite = text(client, ADRESSE)
    assert f"Bericht, der die <mark>{ZITAT}</mark>" in seite
    assert "passage__ort" not in seite


def test_an_anfrage_and_the_drucksache_printed_for_it_are_one_passage(client, papier):
    beide = zitierend(papier, f"Siehe KA 4284 ({ZITAT}).")
    anfrage = factories.anfrage(nummer=4284)
    ka = factories.verweis(
        beide, typ="Kleine Anfrage", wortlaut="KA 4284", start=6, ende=13, ziel_anfrage=anfrage, ziel_dokument=papier
    )
    beide.verweise.exclude(pk=ka.pk).update(paar=ka)
    seite = text(client, ADRESSE)
    assert seite.count("<mark>") == 1
    assert f"<mark>{ZITAT}</mark>" in seite


@pytest.mark.parametrize(("davor", "danach"), [("", " Nachsatz."), ("Vorsatz. ", ""), ("", "")])
def test_a_preamble_is_known_by_as_much_of_it_as_there_is(client, papier, davor, danach):
    vorbemerkung = f"{davor}Nach der {ZITAT} ist alles gut."
    frage = zitierend(papier, f"Kleine Anfrage\n\n{vorbemerkung}{danach}", art="frage")
    factories.anfrage(nummer=4300, dokument=frage, vorbemerkung=vorbemerkung)
    assert "Vorbemerkung der Fragestellenden" in text(client, ADRESSE)


def test_the_same_words_elsewhere_in_the_paper_are_not_in_the_preamble(client, papier):
    frage = zitierend(
        papier, f"Kleine Anfrage\n\nDer Anhang ist die {ZITAT} aus dem Vorjahr, sonst nichts.", art="frage"
    )
    factories.anfrage(nummer=4300, dokument=frage, vorbemerkung=f"Nach der {ZITAT} ist alles gut und schön.")
    assert "Vorbemerkung der Fragestellenden" not in text(client, ADRESSE)


def test_nothing_of_an_unpublished_anfrage_is_named(client, papier):
    antwort_mit_fragen(papier)
    Anfrage.objects.update(veroeffentlichung=ENTWURF)
    seite = text(client, ADRESSE)
    assert "4300" not in seite
    assert "Frage 1.1" not in seite


def test_a_paper_with_few_citing_papers_needs_no_further_page(client, papier):
    zitierend(papier)
    assert ALLE not in text(client, ADRESSE)


def test_only_the_newest_stand_on_the_page_and_all_on_one_of_their_own(client, papier):
    for nummer in range(1, AUF_EINEN_BLICK + 2):
        zitierend(papier, nummer=nummer)
    seite = text(client, ADRESSE)
    assert f'<a href="{ALLE}">Alle {AUF_EINEN_BLICK + 1} zitierenden Dokumente' in seite
    assert 'href="/drucksachen/17/1/"' not in seite
    assert 'href="/drucksachen/17/1/"' in text(client, ALLE)


def test_all_come_page_by_page(client, papier):
    for nummer in range(1, JE_SEITE + 2):
        zitierend(papier, nummer=nummer)
    assert 'href="/drucksachen/17/1/"' not in text(client, ALLE)
    assert 'href="/drucksachen/17/1/"' in text(client, f"{ALLE}?seite=2")


def test_they_are_filtered_by_year_and_kind_with_counts(client, papier):
    zitierend(papier, nummer=1, datum=date(2019, 5, 1), art="antwort")
    zitierend(papier, nummer=2, datum=date(2020, 5, 1), art="antwort")
    zitierend(papier, nummer=3, datum=date(2020, 6, 1), art="bericht")
    seite = text(client, f"{ALLE}?jahr=2020&art=antwort")
    assert [n for n in (1, 2, 3) if f'href="/drucksachen/17/{n}/"' in seite] == [2]
    assert '<a href="?jahr=2020&amp;art=bericht">' in seite
    assert '<a href="?jahr=2019&amp;art=antwort">' in seite
    assert "Filter entfernen" in text(client, f"{ALLE}?jahr=2018")


@pytest.mark.parametrize("abfrage", ["jahr=x", "jahr=99999999999", "art=quatsch"])
def test_a_wrong_filter_says_so(client, papier, abfrage):
    zitierend(papier)
    assert "So können wir nicht filtern" in text(client, f"{ALLE}?{abfrage}")


def test_a_paper_that_cites_very_often_shows_some_passages_and_counts_the_rest(client, papier):
    zitierend(papier, f"{ZITAT}, " * (PASSAGEN_JE_DOKUMENT + 2))
    seite = text(client, ALLE)
    assert seite.count("<mark>") == PASSAGEN_JE_DOKUMENT
    assert "und 2 weitere Stellen in diesem Dokument" in seite


def test_a_paper_that_nobody_cites_says_so(client, papier):
    assert "Kein anderes Dokument in unserem Bestand verweist darauf." in text(client, ALLE)


def test_what_cites_an_anfrage_counts_its_papers_too(client, papier):
    anfrage = factories.anfrage(nummer=4284, dokument=factories.dokument(nummer=10815))
    factories.antwort(anfrage, dokument=papier)
    zitierend(papier, nummer=1)
    factories.verweis(factories.dokument(nummer=2), ziel_dokument=anfrage.dokument)
    factories.verweis(factories.dokument(nummer=3), typ="Kleine Anfrage", ziel_anfrage=anfrage)
    seite = text(client, "/anfragen/17/4284/zitiert-von/")
    assert all(f'href="/drucksachen/17/{nummer}/"' in seite for nummer in (1, 2, 3))
    assert 'href="/anfragen/17/4284/zitiert-von/"' in text(client, "/anfragen/17/4284/")


@pytest.mark.parametrize("adresse", [ALLE, "/anfragen/17/4284/zitiert-von/"])
def test_what_cites_a_draft_is_not_found(client, adresse):
    factories.dokument(nummer=11212, veroeffentlichung=ENTWURF)
    factories.anfrage(nummer=4284, veroeffentlichung=ENTWURF)
    assert client.get(adresse).status_code == 404


def test_a_draft_that_cites_is_not_listed(client, papier):
    zitierend(papier, veroeffentlichung=ENTWURF)
    assert "Kein anderes Dokument" in text(client, ALLE)


def test_the_number_of_queries_does_not_grow(client, papier):
    antwort_mit_fragen(papier)
    zitierend(papier)
    wenige = anzahl_abfragen(client, ALLE)
    for nummer in range(5):
        weitere = zitierend(papier, f"{ZITAT} und {ZITAT}", art="antwort")
        antwort = factories.antwort(dokument=weitere)
        anfrage = antwort.anfragen.get()
        factories.antwortteil(antwort, factories.frage(anfrage, gelesen_in=weitere, start=0, ende=9), start=9, ende=99)
        factories.anfrage(dokument=zitierend(papier, art="frage", nummer=20000 + nummer))
    assert anzahl_abfragen(client, ALLE) == wenige
    assert wenige <= 18
