"""The thread of an Anfrage: what it follows up and what follows it up."""

from datetime import date, timedelta

import pytest

from anfragen.models import Anfrage, Nachfrage
from anfragen.seiten.faden import TIEFE, faden
from tests import factories
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text

pytestmark = pytest.mark.django_db

ERSTER_TAG = date(2020, 1, 1)


def frage(nummer: int, zitiert: Anfrage | None = None, **felder: object) -> Anfrage:
    """An Anfrage of the `nummer`th day, the Vorbemerkung of whose own paper cites the other."""
    vorbemerkung = f"In der Antwort auf die Kleine Anfrage {zitiert.nummer} blieb viel offen." if zitiert else ""
    papier = factories.dokument(art="frage", text=f"Kleine Anfrage\n\n{vorbemerkung}")
    if zitiert:
        zitat = f"Kleine Anfrage {zitiert.nummer}"
        start = papier.text.index(zitat)
        factories.verweis(
            papier,
            typ="Kleine Anfrage",
            nummer=zitiert.nummer,
            wortlaut=zitat,
            start=start,
            ende=start + len(zitat),
            ziel_anfrage=zitiert,
        )
    return factories.anfrage(
        **{
            "nummer": nummer,
            "dokument": papier,
            "vorbemerkung": vorbemerkung,
            "gestellt_am": ERSTER_TAG + timedelta(days=nummer),
        }
        | felder
    )


def nachfrage(anfrage: Anfrage, folgeanfrage: Anfrage, **felder: object) -> Nachfrage:
    felder = {"veroeffentlichung": "veroeffentlicht"} | felder
    return Nachfrage.objects.create(anfrage=anfrage, folgeanfrage=folgeanfrage, titel="Anteil", offen="…", **felder)


def nummern(anfrage: Anfrage) -> list[int | None]:
    return [eintrag.anfrage.nummer for eintrag in faden(anfrage)]


def test_an_anfrage_that_stands_alone_has_no_thread(client):
    anfrage = frage(1)
    assert faden(anfrage) == []
    assert "davor und danach" not in text(client, "/anfragen/17/1/")


def test_what_its_askers_cite_comes_before_and_who_cites_it_after(client):
    erste = frage(1)
    zweite = frage(2, erste)
    frage(3, zweite)
    assert nummern(zweite) == [1, 2, 3]
    seite = text(client, "/anfragen/17/2/").partition('<ol class="faden">')[2].partition("</ol>")[0]
    assert "diese Anfrage zitiert sie (Vorbemerkung der Fragestellenden)" in seite
    assert "zitiert diese Anfrage (Vorbemerkung der Fragestellenden)" in seite
    assert '<li aria-current="true">' in seite


def test_it_goes_on_in_both_directions_and_says_over_which(client):
    erste = frage(1)
    zweite = frage(2, erste)
    dritte = frage(3, zweite)
    frage(4, dritte)
    assert nummern(erste) == [1, 2, 3, 4]
    assert nummern(dritte) == [1, 2, 3, 4]
    assert "zitiert KA 3 (Vorbemerkung der Fragestellenden)" in text(client, "/anfragen/17/1/")
    assert "KA 2 zitiert sie (Vorbemerkung der Fragestellenden)" in text(client, "/anfragen/17/3/")


def test_it_ends_after_some_steps():
    letzte = frage(1)
    for nummer in range(2, TIEFE + 4):
        letzte = frage(nummer, letzte)
    assert nummern(letzte) == list(range(3, TIEFE + 4))


def test_a_circle_stands_there_once():
    erste = frage(1)
    zweite = frage(2, erste)
    nachfrage(zweite, erste)
    assert nummern(erste) == [1, 2]
    assert nummern(zweite) == [1, 2]


def test_what_staff_recorded_as_its_follow_up_is_in_the_thread(client):
    erste, zweite = frage(1), frage(2)
    nachfrage(erste, zweite)
    assert "als Nachfrage zu dieser Anfrage erfasst" in text(client, "/anfragen/17/1/")
    assert "diese Anfrage ist als Nachfrage dazu erfasst" in text(client, "/anfragen/17/2/")


def test_a_private_follow_up_is_not():
    erste, zweite = frage(1), frage(2)
    nachfrage(erste, zweite, veroeffentlichung=ENTWURF)
    assert nummern(erste) == nummern(zweite) == []


def test_a_question_printed_in_its_answer_cites_and_the_answer_itself_does_not():
    fruehere = frage(1)
    antwort = factories.antwort(frage(2))
    andere = factories.antwort(frage(3))
    for papier in (antwort.dokument, andere.dokument):
        papier.text = "Was wurde aus der KA 1? Sie ist beantwortet."
        papier.save()
        factories.verweis(papier, typ="Kleine Anfrage", wortlaut="KA 1", start=18, ende=22, ziel_anfrage=fruehere)
    factories.frage(antwort.anfragen.get(), gelesen_in=antwort.dokument, start=0, ende=23)
    factories.antwortteil(andere, start=0, ende=44)
    eintraege = faden(fruehere)
    assert [eintrag.anfrage.nummer for eintrag in eintraege] == [1, 2]
    assert eintraege[1].verbindung
    assert eintraege[1].verbindung.wort == "Frage 1"
    assert nummern(antwort.anfragen.get()) == [1, 2]


def test_citing_the_answer_or_the_paper_of_an_anfrage_counts_as_citing_it():
    erste = frage(1)
    antwort = factories.antwort(erste)
    for nummer, ziel in ((2, antwort.dokument), (3, erste.dokument)):
        factories.verweis(frage(nummer).dokument, ziel_dokument=ziel)
    assert nummern(erste) == [1, 2, 3]


def test_an_unpublished_anfrage_neither_stands_there_nor_leads_on():
    erste = frage(1)
    zweite = frage(2, erste)
    dritte = frage(3, zweite)
    Anfrage.objects.filter(pk=zweite.pk).update(veroeffentlichung=ENTWURF)
    assert nummern(erste) == nummern(dritte) == []


def test_an_unpublished_paper_neither_cites_nor_is_cited():
    erste = frage(1)
    zweite = frage(2, erste)
    dritte = frage(3)
    factories.verweis(dritte.dokument, ziel_dokument=zweite.dokument)
    zweite.dokument.veroeffentlichung = ENTWURF
    zweite.dokument.save()
    assert nummern(erste) == nummern(zweite) == nummern(dritte) == []


def test_an_anfrage_without_a_date_says_so(client):
    frage(2, frage(1, gestellt_am=None))
    assert "Datum fehlt" in text(client, "/anfragen/17/2/")


def test_the_number_of_queries_does_not_grow(client):
    erste = frage(1)
    frage(2, erste)
    wenige = anzahl_abfragen(client, "/anfragen/17/1/")
    for nummer in range(3, 9):
        weitere = frage(nummer, erste)
        factories.antwort(weitere)
        nachfrage(erste, weitere)
    assert anzahl_abfragen(client, "/anfragen/17/1/") == wenige
    assert wenige <= 60
