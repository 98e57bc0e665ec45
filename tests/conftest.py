"""What holds for every test: no network, cheap passwords, files in a folder of its own, no text recognition."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from anfragen.einlesen import texterkennung

LOOPBACK = {"127.0.0.1", "::1", "localhost", None}


class NetworkBlockedError(RuntimeError):
    """A test has reached for another machine."""


@pytest.fixture(autouse=True)
def _network_blocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets reach this machine only: a test that needs another one fails wherever it runs."""

    def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
        def connect(self: socket.socket, address: Any, *args: Any) -> Any:
            if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
                raise NetworkBlockedError(f"no network in tests: {address}")
            return method(self, address, *args)

        return connect

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host not in LOOPBACK:
            raise NetworkBlockedError(f"no network in tests: {host}")
        return resolve(host, *args, **kwargs)

    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))


@pytest.fixture(autouse=True)
def _test_settings(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DROSSEL_DATEI = tmp_path / "drossel.sqlite3"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # 200 ms less for each login


@pytest.fixture(autouse=True)
def _no_text_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scan is read alike whether or not this machine has the program; tests of it bring a stand-in."""
    monkeypatch.setattr(texterkennung, "is_available", lambda: False)


@pytest.fixture
def get(client: Client) -> Callable[..., Any]:
    """The JSON of an address below the API, which answers with `status`."""

    def call(path: str, status: int = 200, **query: Any) -> Any:
        response = client.get(f"/api/v1/{path}", query_params=query)
        assert response.status_code == status, response.content
        assert response["Content-Type"] == "application/json"
        return response.json()

    return call
