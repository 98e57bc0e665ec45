"""The guards of conftest.py bite."""

import socket

import pytest

from tests.conftest import NetworkBlockedError


def test_a_socket_to_another_machine_is_refused():
    with socket.socket() as sock, pytest.raises(NetworkBlockedError):
        sock.connect(("192.0.2.1", 80))


def test_another_machines_name_is_not_looked_up():
    with pytest.raises(NetworkBlockedError):
        socket.create_connection(("landtag.nrw.de", 443))


def test_a_socket_on_this_machine_connects():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
