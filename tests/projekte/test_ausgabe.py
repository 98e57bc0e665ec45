"""A project's history to take away: CSV, JSON and feed say what the page says."""

import csv
import io
import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from projekte.models import Projektereignis
from tests import factories
from tests.projekte.seiten import ENTWURF, betrag

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def geschichte(antwort, mobilitaetsregion):
    antwort.anfragen.update(gestellt_am=date(2020, 9, 3))
    betrag(mobilitaetsregion, antwort.dokument)
    Projektereignis.objects.create(
        projekt=mobilitaetsregion, titel="=Beschluss", datum=date(2019, 11, 1), genauigkeit="monat"
    )


def rows(antwort):
    assert antwort.status_code == 200
    text = b"".join(antwort.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_history_as_csv(client, geschichte):
    beschluss, frage, antwort = rows(client.get("/projekte/13-02/verlauf.csv"))
    assert (beschluss["datum"], beschluss["genauigkeit"], beschluss["titel"]) == ("2019-11-01", "monat", "'=Beschluss")
    assert beschluss["adresse"] == "http://testserver/projekte/13-02/"
    assert (frage["art"], frage["nummer"], frage["wer"]) == ("anfrage", "KA 4284", "Carina Gödecke (SPD)")
    assert frage["adresse"] == "http://testserver/anfragen/17/4284/"
    assert antwort["wortlaut"] == "Stadtgrenzen sind zu überwinden."
    assert (antwort["orte"], antwort["kennzahlen"]) == ("Bochum", "rund 65.000 Euro")


def test_the_history_as_json_says_the_same(client, geschichte):
    gelesen = json.loads(client.get("/projekte/13-02/verlauf.json").content)
    assert gelesen["projekt"]["kennung"] == "13-02"
    zeilen = rows(client.get("/projekte/13-02/verlauf.csv"))
    assert [e["titel"] for e in gelesen["eintraege"]] == [zeile["titel"].removeprefix("'") for zeile in zeilen]
    assert gelesen["eintraege"][2]["kennzahlen"] == ["rund 65.000 Euro"]


def test_a_download_takes_the_choice_of_the_page(client, geschichte):
    (zeile,) = rows(client.get("/projekte/13-02/verlauf.csv?art=ereignis"))
    assert zeile["art"] == "ereignis"


def test_a_wrong_choice_is_refused(client, geschichte):
    antwort = client.get("/projekte/13-02/verlauf.csv?art=unsinn")
    assert antwort.status_code == 400
    assert "art" in antwort.json()


@pytest.mark.parametrize("was", ["verlauf.csv", "verlauf.json", "feed/"])
def test_an_unpublished_project_has_nothing_to_take_away(client, mobilitaetsregion, was):
    mobilitaetsregion.veroeffentlichung = ENTWURF
    mobilitaetsregion.save()
    assert client.get(f"/projekte/13-02/{was}").status_code == 404


@pytest.mark.parametrize("was", ["verlauf.csv", "verlauf.json", "feed/"])
def test_a_project_without_history_can_be_taken_away_too(client, mobilitaetsregion, was):
    assert client.get(f"/projekte/13-02/{was}").status_code == 200


def test_the_feed_has_the_newest_first(client, geschichte):
    feed = ET.fromstring(client.get("/projekte/13-02/feed/").content)
    titel = [eintrag.findtext("a:title", namespaces=ATOM) for eintrag in feed.findall("a:entry", ATOM)]
    assert titel[1:] == ["Wie verbessert die „Ruhrkonferenz“ das Leben?", "=Beschluss"]
    ids = [eintrag.findtext("a:id", namespaces=ATOM) for eintrag in feed.findall("a:entry", ATOM)]
    assert len(set(ids)) == 3
    assert all(eine.startswith("urn:uuid:") for eine in ids)
    neuester = feed.find("a:entry", ATOM)
    assert neuester.findtext("a:updated", namespaces=ATOM).startswith("2020-09-30")
    assert "Stadtgrenzen sind" in neuester.findtext("a:summary", namespaces=ATOM)
    assert neuester.find("a:link", ATOM).get("href") == "http://testserver/drucksachen/17/11212/"


def test_wording_in_the_feed_is_no_markup(client, geschichte, mobilitaetsregion):
    mobilitaetsregion.aussagen.update(wortlaut="bis < 5 <script>alert(1)</script>")
    feed = ET.fromstring(client.get("/projekte/13-02/feed/").content)
    worte = [eintrag.findtext("a:summary", "", ATOM) for eintrag in feed.findall("a:entry", ATOM)]
    assert [wort for wort in worte if "<p>bis &lt; 5 &lt;script&gt;alert(1)&lt;/script&gt;</p>" in wort]


def test_the_feed_waits_for_what_is_still_to_come(client, geschichte, mobilitaetsregion):
    Projektereignis.objects.create(
        projekt=mobilitaetsregion, datum=date(3013, 3, 13), titel="Eröffnung", veroeffentlichung="veroeffentlicht"
    )
    assert b"Beschluss" in client.get("/projekte/13-02/feed/").content
    assert "Eröffnung".encode() not in client.get("/projekte/13-02/feed/").content
    assert client.get("/projekte/13-02/verlauf.json").json()["eintraege"][-1]["titel"] == "Eröffnung"


def test_a_long_history_is_read_in_parts(client, geschichte, mobilitaetsregion, monkeypatch):
    monkeypatch.setattr("projekte.ausgabe.STAPEL", 2)
    for nummer in range(5):
        factories.aussage(mobilitaetsregion, factories.dokument(datum=date(2021, 1, 1 + nummer)))
    assert len(rows(client.get("/projekte/13-02/verlauf.csv"))) == 8
