"""The page of one Anfrage."""

from datetime import date

import pytest

from anfragen.models import Anfrage, Antwort, Nachfrage
from tests import factories
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text, verweis

pytestmark = pytest.mark.django_db

ADRESSE = "/anfragen/17/4284/"
WORTLAUT = "Die Antwort nennt Vorlage 17/3748 und sonst nichts."


@pytest.fixture
def anfrage() -> Anfrage:
    anfrage = factories.anfrage(nummer=4284, titel="Wie verbessert die „Ruhrkonferenz“ das Leben?")
    factories.fragesteller(anfrage, "Prof. Dr. Karsten Rudolph")
    factories.fragesteller(anfrage, "Carina Gödecke")
    for nummer in (1, 2):
        factories.frage(anfrage, nummer, text=f"Wie viele waren es im Jahr 201{nummer}?", hinweis="Bitte aufzeigen.")
    return anfrage


@pytest.fixture
def antwort(anfrage: Anfrage) -> Antwort:
    papier = factories.dokument(nummer=11212, text=f"Kopf\n\n{WORTLAUT}", art="antwort")
    return factories.antwort(
        anfrage,
        dokument=papier,
        amt="Der Minister der Justiz",
        datum_schreiben=date(2020, 9, 30),
        einvernehmen=["dem Ministerpräsidenten", "der Ministerin für Verkehr"],
    )


@pytest.mark.parametrize("art", Anfrage.Art)
def test_each_kind_of_anfrage_has_a_page_of_its_own(client, art):
    gezaehlt = {andere: factories.anfrage(nummer=7, art=andere, titel=f"Titel {andere}") for andere in Anfrage.Art}

    assert f"<h1>Titel {art}</h1>" in text(client, gezaehlt[art].get_absolute_url())


def test_an_open_anfrage_shows_its_questions_and_when_an_answer_is_due(client, anfrage):
    seite = text(client, ADRESSE)
    assert "Wie viele waren es im Jahr 2011?" in seite
    assert "(Bitte aufzeigen.)" in seite
    assert "Prof. Dr. Karsten Rudolph" in seite
    assert '<time datetime="2020-10-01">1. Oktober 2020</time> (<a href="/begriffe/#frist">berechnet</a>)' in seite
    assert "beantwortet:" not in seite


def test_an_answer_to_one_question_stands_beneath_it(client, anfrage, antwort):
    erste, zweite = anfrage.fragen.all()
    factories.antwortteil(antwort, erste, text="Es waren zwölf.")
    factories.antwortteil(antwort, zweite, text="Es waren dreizehn.")
    seite = text(client, ADRESSE)
    abschnitt = seite[seite.index('id="frage-1"') : seite.index('id="frage-2"')]
    assert "Es waren zwölf." in abschnitt
    assert "Es waren dreizehn." not in abschnitt
    assert seite.count("Es waren zwölf.") == 1


def test_a_joint_answer_stands_once_and_each_question_links_to_it(client, anfrage, antwort):
    factories.antwortteil(antwort, *anfrage.fragen.all(), text=WORTLAUT)
    seite = text(client, ADRESSE)
    assert "Zwei Fragen, eine gemeinsame Antwort" in seite
    assert seite.count("und sonst nichts.") == 1
    assert seite.count('<a href="#antwort-11212-1">Antwort auf die Fragen 1 und 2</a>') == 2
    assert 'id="antwort-11212-1"' in seite


def test_the_answer_says_who_gave_it_when_and_in_agreement_with_whom(client, antwort):
    assert (
        'Der Minister der Justiz mit Schreiben vom <time datetime="2020-09-30">30. September 2020</time>, '
        "im Einvernehmen mit dem Ministerpräsidenten und der Ministerin für Verkehr."
    ) in text(client, ADRESSE)


def test_references_in_the_answer_are_links_at_their_place(client, anfrage, antwort):
    factories.antwortteil(antwort, *anfrage.fragen.all(), text=WORTLAUT, start=6, ende=6 + len(WORTLAUT))
    vorlage = factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"))
    verweis(antwort.dokument, "Vorlage 17/3748", typ="Vorlage", nummer=3748, ziel_dokument=vorlage)
    assert 'Die Antwort nennt <span class="vk"><a class="v v--da" href="/vorlagen/17/3748/"' in text(client, ADRESSE)


def test_an_answer_without_wording_says_so(client, antwort):
    seite = text(client, ADRESSE)
    assert "Der Wortlaut dieser Antwort liegt uns nicht vor." in seite
    assert "Antwort auf diese Frage nicht zugeordnet" in seite


def test_an_anfrage_without_questions_says_so(client):
    factories.antwort(factories.anfrage(nummer=4284, gestellt_am=None))
    seite = text(client, ADRESSE)
    assert "Der Wortlaut der Fragen liegt uns nicht vor." in seite
    assert '<b>gestellt</b><span class="fehlt">fehlt</span>' in seite


def test_a_verdict_is_shown_only_where_there_is_one(client, anfrage, antwort):
    anfrage.fragen.filter(nummer=1).update(bewertung="nicht", bewertung_grund="Die Zahl fehlt.")
    seite = text(client, ADRESSE)
    assert seite.count("nicht beantwortet") == 1
    assert "Die Zahl fehlt." in seite
    assert "<span>teilweise beantwortet</span>" in seite


def test_a_supplement_stands_beside_the_answer(client, anfrage, antwort):
    erste = anfrage.fragen.get(nummer=1)
    factories.antwortteil(antwort, erste, text="Es waren zwölf.")
    papier = factories.dokument(nummer=11999, datum=date(2020, 12, 1), art="antwort")
    ergaenzung = factories.antwort(anfrage, dokument=papier, art=Antwort.Art.ERGAENZUNG)
    factories.antwortteil(ergaenzung, erste, text="Es waren doch vierzehn.")
    seite = text(client, ADRESSE)
    assert seite.index("Es waren zwölf.") < seite.index("Es waren doch vierzehn.")
    assert 'Ergänzung <span class="leise">Drucksache 17/11999</span>' in seite


def test_an_anfrage_printed_with_its_drucksache_is_one_entry_of_what_is_cited(client, anfrage, antwort):
    antwort.dokument.text = "KA 3939 (LT-Drs. 10591)"
    antwort.dokument.save()
    ka = verweis(antwort.dokument, "KA 3939", typ="Kleine Anfrage", nummer=3939)
    verweis(antwort.dokument, "LT-Drs. 10591", nummer=10591, paar=ka, wahlperiode_abgeleitet=True)
    seite = text(client, ADRESSE)
    assert '<h2 id="s-zitiert">Zitiert <span>1</span></h2>' in seite
    assert "zu KA 3939" in seite


def test_an_anfrage_and_its_answer_are_one_entry_of_what_is_cited(client, anfrage, antwort):
    andere = factories.antwort(factories.anfrage(nummer=3939))
    antwort.dokument.text = "Drucksache 17/10591 und KA 3939"
    antwort.dokument.save()
    verweis(antwort.dokument, "Drucksache 17/10591", nummer=10591, ziel_dokument=andere.dokument)
    ziele = {"ziel_anfrage": andere.anfragen.get(), "ziel_dokument": andere.dokument}
    verweis(antwort.dokument, "KA 3939", typ="Kleine Anfrage", nummer=3939, **ziele)
    assert '<h2 id="s-zitiert">Zitiert <span>1</span></h2>' in text(client, ADRESSE)


def test_the_preamble_shows_its_references_in_place(client, anfrage):
    Anfrage.objects.update(vorbemerkung=WORTLAUT)
    papier = factories.dokument(nummer=10815, text=f"Kopf\n\n{WORTLAUT}")
    Anfrage.objects.update(dokument=papier)
    ziel = factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"))
    verweis(papier, "Vorlage 17/3748", typ="Vorlage", nummer=3748, ziel_dokument=ziel)
    vorbemerkung = text(client, ADRESSE).partition("Vorbemerkung der Fragestellenden")[2].partition("</details>")[0]
    assert '<a class="v v--da" href="/vorlagen/17/3748/"' in vorbemerkung


def test_a_preamble_that_stands_in_no_paper_is_shown_as_recorded(client, anfrage):
    Anfrage.objects.update(vorbemerkung="Erster Absatz.\n\nZweiter Absatz.")
    seite = text(client, ADRESSE)
    assert "<p>Erster Absatz.</p> <p>Zweiter Absatz.</p>" in seite
    assert "Unbekannt, denn der Wortlaut liegt uns nicht vor." in seite


def test_the_lists_of_another_parliament_are_linked_as_its_own(client):
    fremd = factories.anfrage(nummer=7, wahlperiode=factories.wahlperiode(18, "be"))
    factories.fragesteller(fremd, "Erika Beispiel", "Linke")
    seite = text(client, "/parlamente/be/anfragen/18/7/")
    assert "Landtag BE · Kleine Anfrage" in seite
    for abfrage in ("wahlperiode=18", "person=Erika%20Beispiel", "fraktion=Linke"):
        assert f'href="/anfragen/?parlament=be&amp;{abfrage}"' in seite
        assert "Wohnungseinbrüche" in text(client, f"/anfragen/?parlament=be&{abfrage}")


def test_its_own_papers_are_not_listed_as_cited(client, anfrage, antwort):
    anfrage.dokument = factories.dokument(nummer=10815)
    anfrage.save()
    factories.verweis(antwort.dokument, nummer=10815, ziel_dokument=anfrage.dokument)
    factories.verweis(antwort.dokument, typ="Kleine Anfrage", nummer=4284, ziel_anfrage=anfrage)
    seite = text(client, ADRESSE)
    assert "Wir haben keine Verweise gefunden." in seite
    assert '<h2 id="s-von">Zitiert von <span>0</span></h2>' in seite


def test_who_cites_it_is_listed(client, anfrage):
    factories.verweis(factories.dokument(nummer=12000), typ="Kleine Anfrage", nummer=4284, ziel_anfrage=anfrage)
    assert '<a class="nr" href="/drucksachen/17/12000/">17/12000</a>' in text(client, ADRESSE)


def test_public_follow_ups_are_shown_and_private_ones_are_not(client, anfrage):
    frage = anfrage.fragen.get(nummer=2)
    Nachfrage.objects.create(
        anfrage=anfrage, frage=frage, titel="Anteil Bochums", offen="Die Summe.", veroeffentlichung="veroeffentlicht"
    )
    Nachfrage.objects.create(anfrage=anfrage, titel="Geheimer Plan", offen="…", veroeffentlichung=ENTWURF)
    seite = text(client, ADRESSE)
    assert "<h3>Anteil Bochums</h3> <p>Zu Frage 2: Die Summe.</p>" in seite
    assert "Geheimer Plan" not in seite


def test_a_draft_is_not_found(client, anfrage):
    Anfrage.objects.update(veroeffentlichung=ENTWURF)
    assert client.get(ADRESSE).status_code == 404


def test_nothing_of_an_unpublished_answer_or_paper_is_shown(client, anfrage, antwort):
    factories.antwortteil(antwort, anfrage.fragen.first(), text="Geheime Antwort.")
    anfrage.dokument = factories.dokument(nummer=10815, veroeffentlichung=ENTWURF)
    anfrage.save()
    antwort.dokument.veroeffentlichung = ENTWURF
    antwort.dokument.save()
    seite = text(client, ADRESSE)
    assert "Geheime Antwort." not in seite
    assert "17/11212" not in seite
    assert "17/10815" not in seite


def test_an_unpublished_citing_paper_is_not_counted(client, anfrage):
    entwurf = factories.dokument(nummer=12000, veroeffentlichung=ENTWURF)
    factories.verweis(entwurf, typ="Kleine Anfrage", nummer=4284, ziel_anfrage=anfrage)
    seite = text(client, ADRESSE)
    assert "17/12000" not in seite
    assert '<h2 id="s-von">Zitiert von <span>0</span></h2>' in seite


def test_a_grosse_anfrage_has_an_address_of_its_own(client):
    factories.anfrage(nummer=26, art=Anfrage.Art.GROSS)
    assert 'Große Anfrage <span class="nr">26</span>' in text(client, "/grosse-anfragen/17/26/")
    assert client.get("/anfragen/17/26/").status_code == 404


def test_another_parliament_has_its_prefix_and_ours_has_none(client, anfrage):
    factories.anfrage(nummer=7, wahlperiode=factories.wahlperiode(19, "bt"))
    assert client.get("/parlamente/bt/anfragen/19/7/").status_code == 200
    assert client.get("/anfragen/19/7/").status_code == 404
    umleitung = client.get("/parlamente/nw/anfragen/17/4284/")
    assert (umleitung.status_code, umleitung.url) == (301, ADRESSE)


def test_the_number_of_queries_does_not_grow(client, anfrage, antwort):
    factories.antwortteil(antwort, *anfrage.fragen.all(), text=WORTLAUT)
    ziel = factories.anfrage()
    factories.verweis(antwort.dokument, typ="Kleine Anfrage", nummer=1, ziel_anfrage=ziel, start=1, ende=2)
    factories.verweis(factories.dokument(), ziel_anfrage=anfrage)
    wenige = anzahl_abfragen(client, ADRESSE)
    for i in range(3, 8):
        frage = factories.frage(anfrage, i)
        factories.antwortteil(antwort, frage)
        factories.fragesteller(anfrage, f"Person {i}")
        Nachfrage.objects.create(
            anfrage=anfrage, frage=frage, titel="Anteil", offen="…", veroeffentlichung="veroeffentlicht"
        )
        weitere = factories.anfrage()
        factories.antwort(weitere)
        factories.verweis(antwort.dokument, typ="Kleine Anfrage", nummer=i, ziel_anfrage=weitere, start=i, ende=i + 1)
        factories.verweis(factories.dokument(), ziel_anfrage=anfrage)
    assert anzahl_abfragen(client, ADRESSE) == wenige
    assert wenige <= 38


def test_a_table_that_is_shown_in_order_stays_at_hand_as_printed(client, anfrage, antwort):
    absaetze = [
        "Auskunft gibt die Tabelle:",
        "Mobilitätsregion [13-02]",
        "Stadtgrenzen überwinden.",
        "Soweit die Tabelle.",
    ]
    papier = antwort.dokument
    papier.text = "\n\n".join(absaetze)
    papier.save()
    factories.antwortteil(antwort, *anfrage.fragen.all(), text=papier.text, start=0, ende=len(papier.text))
    start = papier.text.index("Stadtgrenzen")
    factories.aussage(factories.projekt(), papier, wortlaut=absaetze[2], start=start, ende=start + len(absaetze[2]))
    seite = text(client, ADRESSE)
    tabelle = seite.partition("<summary>Tabelle, wie gedruckt")[2].partition("</details>")[0]
    assert [absatz for absatz in absaetze if f"<p>{absatz}</p>" in tabelle] == absaetze[1:3]
    assert [absatz for absatz in absaetze if f"<p>{absatz}</p>" in seite.replace(tabelle, "")] == [
        absaetze[0],
        absaetze[2],  # once more, in order, among what is said about projects
        absaetze[3],
    ]
