"""So many requests a minute from one address, exactly, whatever the number of processes."""

import logging
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from anfragen.api.drosselung import Drossel, count, parse_rate

pytestmark = pytest.mark.django_db

ADRESSE = "/api/v1/"


@pytest.fixture(autouse=True)
def drei_je_minute(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three requests a minute, at 20 seconds past the minute."""
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": {"api": "3/min"}}
    monkeypatch.setattr(Drossel, "timer", staticmethod(lambda: 6000 + 20.5))


def stati(client: Client, anzahl: int, **kopf: Any) -> list[int]:
    return [client.get(ADRESSE, **kopf).status_code for _ in range(anzahl)]


def test_one_request_too_many_is_told_when_to_come_back(client: Client) -> None:
    assert stati(client, 3) == [200, 200, 200]
    response = client.get(ADRESSE)
    assert response.status_code == 429
    assert response["Retry-After"] == "40"
    assert response.json() == {
        "detail": "Zu viele Abrufe in kurzer Zeit. Versuchen Sie es in 40 Sekunden wieder.",
    }


def test_next_minute_counts_anew(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stati(client, 4)[-1] == 429
    monkeypatch.setattr(Drossel, "timer", staticmethod(lambda: 6060.0))
    assert stati(client, 4) == [200, 200, 200, 429]


@pytest.mark.parametrize("path", ["anfragen/", "anfragen/1/", "schema/", "docs/", "gibtesnicht/"])
def test_every_address_of_the_api_counts(client: Client, path: str) -> None:
    for _ in range(3):
        client.get(f"/api/v1/{path}")
    assert client.get(ADRESSE).status_code == 429


def test_pages_for_people_do_not_count(client: Client) -> None:
    assert {client.get("/").status_code for _ in range(5)} == {200}


def test_each_address_counts_for_itself(client: Client) -> None:
    assert stati(client, 4, REMOTE_ADDR="192.0.2.1")[-1] == 429
    assert stati(client, 1, REMOTE_ADDR="192.0.2.2") == [200]


def test_addresses_of_one_v6_network_count_together(client: Client) -> None:
    assert stati(client, 3, REMOTE_ADDR="2001:db8::1") == [200] * 3
    assert stati(client, 1, REMOTE_ADDR="2001:db8::ffff") == [429]
    assert stati(client, 1, REMOTE_ADDR="2001:db8:0:1::1") == [200]


def test_address_that_the_caller_made_up_is_not_believed(client: Client) -> None:
    antworten = [client.get(ADRESSE, headers={"X-Forwarded-For": f"192.0.2.{n}"}) for n in range(4)]
    assert antworten[-1].status_code == 429


def test_behind_a_web_server_its_word_counts(client: Client, settings: Any) -> None:
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": 1}
    for n in range(3):
        client.get(ADRESSE, headers={"X-Forwarded-For": f"10.0.0.{n}, 192.0.2.1"})
    assert client.get(ADRESSE, headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 429
    assert client.get(ADRESSE, headers={"X-Forwarded-For": "192.0.2.2"}).status_code == 200


def test_caller_without_address_is_counted(client: Client) -> None:
    assert stati(client, 4, REMOTE_ADDR="")[-1] == 429


@pytest.mark.parametrize("rate", [None, ""])
def test_without_a_rate_nothing_is_counted(client: Client, settings: Any, rate: str | None) -> None:
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_RATES": {"api": rate}}
    assert stati(client, 5) == [200] * 5
    assert not settings.DROSSEL_DATEI.exists()


def test_where_counting_fails_the_api_goes_on(
    client: Client, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings.DROSSEL_DATEI = tmp_path  # a folder
    with caplog.at_level(logging.ERROR):
        assert stati(client, 4) == [200] * 4
    assert "Requests are not counted" in caplog.text


def test_damaged_file_is_made_anew(client: Client, settings: Any, caplog: pytest.LogCaptureFixture) -> None:
    settings.DROSSEL_DATEI.write_bytes(b"no database" * 500)
    with caplog.at_level(logging.ERROR):
        assert stati(client, 5) == [200, 200, 200, 200, 429]
    assert "Counting starts anew" in caplog.text


def test_no_request_of_two_processes_is_lost(tmp_path: Path) -> None:
    datei = tmp_path / "zaehler.sqlite3"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as prozesse:
        laeufe = [prozesse.submit(count_many, datei, 200) for _ in range(2)]
        gezaehlt = [zahl for lauf in laeufe for zahl in lauf.result()]
    assert sorted(gezaehlt) == list(range(1, 401))


def count_many(datei: Path, mal: int) -> list[int]:
    return [count(datei, "api", "192.0.2.1", 7) for _ in range(mal)]


def test_callers_of_the_past_are_forgotten(tmp_path: Path) -> None:
    datei = tmp_path / "zaehler.sqlite3"
    for nummer in range(50):
        count(datei, "api", f"192.0.2.{nummer}", 1)
    count(datei, "aufloesen", "192.0.2.1", 1)
    groesse = datei.stat().st_size
    count(datei, "api", "192.0.2.77", 2)
    assert count(datei, "api", "192.0.2.1", 2) == 1
    assert count(datei, "aufloesen", "192.0.2.1", 1) == 2
    assert datei.stat().st_size == groesse


def test_last_second_is_told_in_the_singular(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Drossel, "timer", staticmethod(lambda: 6059.5))
    stati(client, 3)
    assert client.get(ADRESSE).json()["detail"].endswith("Versuchen Sie es in einer Sekunde wieder.")


@pytest.mark.parametrize(
    ("rate", "erwartet"),
    [("600/min", (600, 60)), ("5/s", (5, 1)), ("9/h", (9, 3600))],
    ids=["minute", "second", "hour"],
)
def test_rate(rate: str, erwartet: tuple[int, int]) -> None:
    assert parse_rate(rate) == erwartet


@pytest.mark.parametrize("rate", ["600", "x/min", "600/day", "/min"])
def test_wrong_rate_is_an_error(rate: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        parse_rate(rate)
