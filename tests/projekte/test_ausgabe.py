"""A project's history to take away: CSV, JSON and feed say what the page says."""

import csv
import io
import json
from datetime import date, datetime
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest

from anfragen.models import Nachfrage, Zusage
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


@pytest.fixture
def ganze_geschichte(geschichte, antwort, mobilitaetsregion, bochum):
    """With an entry of each kind, a part of the project, and formulas where a spreadsheet would run them."""
    papier = factories.dokument(datum=date(2021, 3, 4), titel="@Bericht <b>&amp;</b>")
    factories.aussage(mobilitaetsregion, papier, kommune=bochum, teilprojekt_gedruckt="InnaMo Ruhr", wortlaut="-1 & <2")
    factories.zusage(
        mobilitaetsregion, dokument=papier, wortlaut="=1+1", stand="offen", veroeffentlichung="veroeffentlicht"
    )
    Nachfrage.objects.create(
        anfrage=antwort.anfragen.get(),
        titel="Anteil Bochums",
        offen="+49 <i>Wie hoch?</i>",
        faellig_am=date(2021, 1, 15),
        veroeffentlichung="veroeffentlicht",
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


AUSWAHL = [
    *({"art": art} for art in ([], ["ereignis"], ["anfrage", "aussage"], ["zusage", "nachfrage"])),
    *({"ort": "bochum", "art": art} for art in ([], ["ereignis"], ["aussage", "zusage"])),
    {"teilprojekt": "InnaMo Ruhr"},
    {"teilprojekt": "InnaMo Ruhr", "ort": "bochum"},
]


@pytest.mark.parametrize("sortierung", ["", "neueste"])
@pytest.mark.parametrize("auswahl", AUSWAHL, ids=str)
def test_page_csv_json_and_feed_say_the_same(client, ganze_geschichte, auswahl, sortierung):
    abfrage = urlencode({**auswahl, "sortierung": sortierung}, doseq=True)
    zeilen = [
        (z["art"], z["titel"].removeprefix("'")) for z in rows(client.get(f"/projekte/13-02/verlauf.csv?{abfrage}"))
    ]
    gelesen = client.get(f"/projekte/13-02/verlauf.json?{abfrage}").json()["eintraege"]
    assert [(z["art"], z["titel"]) for z in gelesen] == zeilen
    seite = client.get(f"/projekte/13-02/?{abfrage}")
    assert [eintrag.art for eintrag in seite.context["seite"]] == [art for art, _ in zeilen]
    abruf = f"verlauf.csv?{seite.context['abfrage']}".replace("&", "&amp;").removesuffix("?")
    assert (f'{abruf}"' in seite.content.decode()) is bool(zeilen)
    neueste = client.get(f"/projekte/13-02/verlauf.json?{abfrage}&sortierung=neueste").json()["eintraege"]
    feed = ET.fromstring(client.get(f"/projekte/13-02/feed/?{abfrage}").content)
    titel = [eintrag.findtext("a:title", namespaces=ATOM) for eintrag in feed.findall("a:entry", ATOM)]
    assert titel == [eintrag["titel"] for eintrag in neueste]


@pytest.mark.parametrize("was", ["verlauf.csv", "verlauf.json", "feed/"])
@pytest.mark.parametrize(
    ("abfrage", "feld", "grund"),
    [
        ("art=unsinn", "art", "Unbekannt: „unsinn“."),
        ("ort=atlantis", "ort", "Unbekannt: „atlantis“."),
        ("sortierung=quer", "sortierung", "Unbekannt: „quer“."),
        ("orte=bochum", "orte", "Diesen Parameter gibt es nicht. Möglich: art, ort, teilprojekt, sortierung."),
    ],
)
def test_a_wrong_choice_is_refused_in_german(client, geschichte, was, abfrage, feld, grund):
    antwort = client.get(f"/projekte/13-02/{was}?{abfrage}")
    assert antwort.status_code == 400
    assert antwort.json() == {feld: [grund]}
    assert grund in antwort.content.decode()  # as it is, not as \\u201e


def test_json_has_umlauts_as_they_are(client, geschichte):
    assert "Carina Gödecke" in client.get("/projekte/13-02/verlauf.json").content.decode()


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


def test_the_feed_is_valid_atom(client, ganze_geschichte):
    feed = ET.fromstring(client.get("/projekte/13-02/feed/?art=aussage&art=nachfrage").content)
    assert feed.tag == f"{{{ATOM['a']}}}feed"
    adressen = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert adressen["self"] == "http://testserver/projekte/13-02/feed/?art=aussage&art=nachfrage"
    assert adressen["alternate"] == "http://testserver/projekte/13-02/?art=aussage&art=nachfrage"
    for element in [feed, *feed.findall("a:entry", ATOM)]:
        assert ":" in element.findtext("a:id", namespaces=ATOM)
        assert element.findtext("a:title", namespaces=ATOM)
        datetime.fromisoformat(element.findtext("a:updated", namespaces=ATOM))
        assert all(link.get("href").startswith("http://testserver/") for link in element.findall("a:link", ATOM))


def test_an_entry_of_the_feed_keeps_its_id_when_its_address_changes(client, geschichte, mobilitaetsregion):
    def ids():
        feed = ET.fromstring(client.get(mobilitaetsregion.get_absolute_url() + "feed/").content)
        return [eintrag.findtext("a:id", namespaces=ATOM) for eintrag in feed.findall("a:entry", ATOM)]

    vorher = ids()
    mobilitaetsregion.kennung = "13-09"
    mobilitaetsregion.save()
    Projektereignis.objects.update(dokument=factories.dokument())
    assert ids() == vorher


def test_no_cell_of_the_csv_is_a_formula(client, ganze_geschichte):
    zellen = [zelle for zeile in rows(client.get("/projekte/13-02/verlauf.csv")) for zelle in zeile.values()]
    assert {"'=1+1", "'-1 & <2", "'+49 <i>Wie hoch?</i>", "'@Bericht <b>&amp;</b>"} <= set(zellen)
    assert not [zelle for zelle in zellen if zelle[:1] in "=+-@" and zelle]


def test_a_commitment_is_taken_away_with_its_state(client, ganze_geschichte):
    Zusage.objects.update(faellig_am=date(2021, 12, 31), vermerk="intern")
    (zeile,) = rows(client.get("/projekte/13-02/verlauf.csv?art=zusage"))
    assert (zeile["stand"], zeile["faellig_am"]) == ("offen", "2021-12-31")
    assert "intern" not in zeile.values()


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
