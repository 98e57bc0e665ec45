"""The resolver: a text in, what its references mean out, and nothing stored."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anfragen.api.aufloesen import BEISPIEL, BEISPIEL_ANTWORT, MAX_BYTES
from anfragen.api.drosselung import Drossel
from anfragen.models import Dokument, Verweis
from anfragen.resolving.freitext import MAX_VERWEISE
from tests import factories

pytestmark = pytest.mark.django_db

ADRESSE = "/api/v1/verweise/aufloesen/"
SEED = Path(__file__).parents[2] / "fixtures" / "dokumente" / "17-11212.txt"


@pytest.fixture
def post(client: Client) -> Callable[..., Any]:
    """The JSON that the resolver answers to these fields, with `status`."""

    def call(status: int = 200, **felder: Any) -> Any:
        response = client.post(ADRESSE, felder, content_type="application/json")
        assert response.status_code == status, response.content
        assert response["Content-Type"] == "application/json"
        return response.json()

    return call


@pytest.fixture
def reihen() -> None:
    factories.wahlperiode(17)
    factories.wahlperiode(16)
    factories.reihe("drucksache")
    factories.reihe("vorlage", name="Vorlage")


@pytest.mark.usefixtures("reihen")
def test_each_reference_stands_where_it_was_found(post: Callable[..., Any]) -> None:
    text = "  Wie „Drucksache 17/100“ sagt,\nund Vorlage 17/3748, Seite 2."
    erster, zweiter = post(text=text)["verweise"]
    assert text[erster["start"] : erster["ende"]] == erster["wortlaut"] == "Drucksache 17/100"
    assert (erster["typ"], erster["wahlperiode"], erster["nummer"]) == ("Drucksache", 17, 100)
    assert (zweiter["typ"], zweiter["nummer"], zweiter["stelle_im_ziel"]) == ("Vorlage", 3748, "Seite 2")


def test_paper_on_record_is_the_target(post: Callable[..., Any]) -> None:
    dokument = factories.dokument(nummer=100, titel="Radwege")
    (verweis,) = post(text="Drucksache 17/100")["verweise"]
    assert verweis["stand"] == "aufgeloest"
    assert verweis["ziel"] == {
        "parlament": "nw",
        "art": "Drucksache",
        "kennung": "17/100",
        "titel": "Radwege",
        "datum": "2020-09-30",
        "nur_zitiert": False,
        "url": "http://testserver/drucksachen/17/100/",
        "api_url": f"http://testserver/api/v1/dokumente/{dokument.pk}/",
    }


def test_anfrage_is_the_target_of_its_number(post: Callable[..., Any]) -> None:
    factories.anfrage(nummer=3939)
    drucksache, anfrage = (
        factories.dokument(nummer=10591),
        post(text="Kleine Anfrage 3939 (Drs. 17/10591)", wahlperiode=17),
    )
    kleine, gedruckt = anfrage["verweise"]
    assert (kleine["ziel"]["art"], kleine["ziel"]["kennung"], kleine["ziel"]["datum"]) == (
        "Kleine Anfrage",
        "KA 3939",
        "2020-09-03",
    )
    assert (gedruckt["paar"], gedruckt["ziel"]["kennung"]) == (0, drucksache.kennung)


@pytest.mark.usefixtures("reihen")
def test_paper_that_is_missing_is_not_made(post: Callable[..., Any]) -> None:
    (verweis,) = post(text="Drucksache 17/100")["verweise"]
    assert (verweis["stand"], verweis["ziel"]) == ("unbekannt", None)
    assert not Dokument.objects.exists()


def test_wahlperiode_that_is_not_printed_is_marked(post: Callable[..., Any]) -> None:
    factories.dokument(nummer=100)
    antwort = post(text="LT-Drs. 100", wahlperiode=17)
    assert (antwort["parlament"], antwort["wahlperiode"]) == ("nw", 17)
    (verweis,) = antwort["verweise"]
    assert (verweis["wahlperiode"], verweis["wahlperiode_abgeleitet"], verweis["stand"]) == (17, True, "aufgeloest")


def test_without_any_wahlperiode_all_papers_of_the_number_come_into_question(post: Callable[..., Any]) -> None:
    factories.dokument(nummer=100)
    factories.dokument(nummer=100, wahlperiode=factories.wahlperiode(16))
    (verweis,) = post(text="LT-Drs. 100")["verweise"]
    assert (verweis["stand"], verweis["ziel"], verweis["wahlperiode"]) == ("mehrdeutig", None, None)
    assert [ziel["kennung"] for ziel in verweis["kandidaten"]] == ["17/100", "16/100"]


def test_head_of_a_paper_tells_its_wahlperiode(post: Callable[..., Any]) -> None:
    kopf = "LANDTAG NORDRHEIN-WESTFALEN\n17. Wahlperiode\nDrucksache 17/5030\n08.02.2019\n\n"
    antwort = post(text=f"{kopf}Siehe LT-Drs. 100.")
    assert antwort["wahlperiode"] == 17
    assert [verweis["nummer"] for verweis in antwort["verweise"]] == [100]


def test_unpublished_record_is_no_target(post: Callable[..., Any]) -> None:
    factories.dokument(nummer=100, titel="Streng geheim", veroeffentlichung="entwurf")
    factories.anfrage(nummer=7, titel="Streng geheim", veroeffentlichung="entwurf")
    antwort = post(text="Drucksache 17/100, Kleine Anfrage 7", wahlperiode=17)
    assert [(v["stand"], v["ziel"], v["kandidaten"]) for v in antwort["verweise"]] == [("unbekannt", None, [])] * 2


def test_text_without_references(post: Callable[..., Any]) -> None:
    assert post(text="") == {"parlament": "nw", "wahlperiode": None, "verweise": []}


@pytest.mark.parametrize("anzahl", [1, 20])
def test_nothing_is_stored_and_few_queries_are_made(post: Callable[..., Any], anzahl: int) -> None:
    text = " ".join(f"Laut Drs. 17/{nummer} und Kleiner Anfrage {nummer} ist es so." for nummer in range(1, anzahl + 1))
    for nummer in range(1, anzahl + 1):
        factories.antwort(factories.anfrage(nummer=nummer), dokument=factories.dokument(nummer=nummer))
    with CaptureQueriesContext(
        connection,
    ) as anfragen:
        assert len(post(text=text, wahlperiode=17)["verweise"]) == 2 * anzahl
    assert len(anfragen) == 8
    assert {anfrage["sql"].split()[0] for anfrage in anfragen} == {"SELECT"}
    assert not Verweis.objects.exists()


def test_paper_of_a_hundred_kilobytes_takes_less_than_a_second(post: Callable[..., Any]) -> None:
    text = (SEED.read_text() * 40)[:100_000]
    beginn = time.perf_counter()
    assert len(post(text=text)["verweise"]) > 100
    assert time.perf_counter() - beginn < 5  # a second on a machine with nothing else to do


def test_documented_example_is_what_comes_out(client: Client) -> None:
    factories.reihe("drucksache")
    factories.dokument(reihe=factories.reihe("vorlage"), nummer=3748, titel="", datum=None, nur_zitiert=True)
    antwort = client.post(ADRESSE, BEISPIEL, content_type="application/json").json()
    for eintrag in (
        antwort["verweise"][0]["ziel"],
        erwartet := json.loads(json.dumps(BEISPIEL_ANTWORT))["verweise"][0]["ziel"],
    ):
        del eintrag["url"], eintrag["api_url"]
    assert antwort["verweise"][0]["ziel"] == erwartet
    assert antwort["verweise"][0] | {"ziel": None} == BEISPIEL_ANTWORT["verweise"][0] | {"ziel": None}


@pytest.mark.parametrize(
    ("felder", "name", "hinweis"),
    [
        ({}, "text", "erforderlich"),
        ({"text": None}, "text", "nicht null"),
        ({"text": ["x"]}, "text", "gültig"),
        ({"text": "a\0b"}, "text", "Null"),
        ({"text": "\ud83d"}, "text", "U+D83D"),
        ({"text": "x", "wahlperiode": 0}, "wahlperiode", "größer"),
        ({"text": "x", "wahlperiode": 10**30}, "wahlperiode", "kleiner"),
        ({"text": "x", "wahlperiode": "siebzehn"}, "wahlperiode", "Ganzzahl"),
        ({"text": "x", "parlament": "xx"}, "parlament", "Unbekannt: Parlament „xx“."),
        ({"text": "x", "parlament": "a\0b"}, "parlament", "Null"),
        ({"text": "x", "wahlperoide": 17}, "wahlperoide", "Möglich: text, parlament, wahlperiode."),
    ],
)
def test_wrong_value_is_refused_by_name(
    post: Callable[..., Any], felder: dict[str, Any], name: str, hinweis: str
) -> None:
    fehler = post(400, **felder)
    assert list(fehler) == [name]
    assert hinweis in fehler[name][0]


@pytest.mark.parametrize(
    "inhalt",
    [b"{", b"", b"\xff\xfe", '{"text": "ä"}'.encode("cp1252"), b"[" * 100_000, b'{"text": NaN}', b"1" * 10_000],
    ids=["cut off", "empty", "UTF-16", "cp1252", "nested", "NaN", "number"],
)
def test_what_is_no_json_is_refused(client: Client, inhalt: bytes) -> None:
    response = client.post(ADRESSE, inhalt, content_type="application/json")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize("inhalt", [b"[]", b'"Drucksache 17/1"', b"17", b"null"])
def test_json_that_is_no_object_is_refused(client: Client, inhalt: bytes) -> None:
    antwort = client.post(ADRESSE, inhalt, content_type="application/json")
    assert antwort.status_code == 400
    assert "JSON-Objekt" in antwort.content.decode()


@pytest.mark.parametrize("charset", ["latin-1", "rot13", "utf-16", "gibtsnicht"])
def test_json_is_utf_8_whatever_it_is_called(client: Client, charset: str) -> None:
    inhalt = json.dumps({"text": "„Drucksache 17/1“"}, ensure_ascii=False).encode()
    response = client.generic("POST", ADRESSE, inhalt, content_type=f"application/json; charset={charset}")
    assert response.json()["verweise"][0]["start"] == 1


@pytest.mark.parametrize("typ", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_another_content_type_is_refused(client: Client, typ: str) -> None:
    response = client.post(ADRESSE, b"text=x", content_type=typ)
    assert response.status_code == 415
    assert "nicht unterstützt" in response.json()["detail"] or "Medientyp" in response.json()["detail"]


def test_text_that_is_too_long_is_refused_unread(client: Client) -> None:
    response = client.generic("POST", ADRESSE, b"x" * (MAX_BYTES + 1), content_type="application/json")
    assert response.status_code == 413
    assert response.json() == {"detail": "Der Text ist zu lang: Höchstens 250 kB auf einmal."}


def test_text_with_too_many_references_is_refused(post: Callable[..., Any]) -> None:
    text = "Drs. 17/1, " * (MAX_VERWEISE + 1)
    assert post(413, text=text) == {"detail": "Der Text hat mehr als 2.000 Verweise. Teilen Sie ihn."}


def test_resolver_has_a_rate_of_its_own(
    post: Callable[..., Any], client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Drossel, "timer", staticmethod(lambda: 30.0))
    settings.REST_FRAMEWORK = {
        **settings.REST_FRAMEWORK,
        "DEFAULT_THROTTLE_RATES": {"api": "600/min", "aufloesen": "2/min"},
    }
    post(text="x")
    post(text="x")
    response = client.post(ADRESSE, {"text": "x"}, content_type="application/json")
    assert (response.status_code, response["Retry-After"]) == (429, "30")
    assert client.get("/api/v1/anfragen/").status_code == 200


def test_reading_the_address_is_refused(client: Client) -> None:
    assert client.get(ADRESSE).status_code == 405


def test_ambiguous_reference_on_record_names_its_candidates(client: Client) -> None:
    zitierend = factories.dokument(nummer=50, text="Siehe LT-Drs. 100.")
    frueher = factories.dokument(nummer=100, wahlperiode=factories.wahlperiode(16))
    verweis = factories.verweis(zitierend, nummer=100, wahlperiode_abgeleitet=True, mehrdeutig=True)
    eintrag = client.get(f"/api/v1/verweise/{verweis.pk}/").json()
    assert (eintrag["stand"], [ziel["kennung"] for ziel in eintrag["kandidaten"]]) == ("mehrdeutig", [frueher.kennung])
