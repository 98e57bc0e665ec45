"""What the database holds, as a short text that is another one after every commit, whoever wrote and however.

It names the state and doesn't describe it: texts that are equal mean equal content, others may. See docs/adr/0013.
"""

import os
import secrets
import sqlite3
from threading import Lock

from django.db import connection

# Which transactions are visible. A restored or promoted server counts them anew or from elsewhere, hence since when it
# runs; and on a standby a snapshot doesn't name the transactions that are still open, hence how far it has followed.
POSTGRESQL = "SELECT concat_ws(' ', pg_current_snapshot(), pg_postmaster_start_time(), pg_last_wal_replay_lsn())"


class Beobachter:
    """A connection to SQLite that does nothing but hear of what others commit, in this process or another.

    The count is this connection's own, so its texts are known to this process alone.
    """

    def __init__(self) -> None:
        self._schloss = Lock()
        self._verbindung: sqlite3.Connection | None = None
        self._datei: tuple[int, ...] = ()
        self._kennung = ""

    def stand(self) -> str:
        with self._schloss:
            datei = (os.getpid(), *_identity(str(connection.settings_dict["NAME"])))
            if self._verbindung is None or datei != self._datei:
                self._verbindung = connection.get_new_connection(connection.get_connection_params())
                self._datei, self._kennung = datei, secrets.token_hex(8)
            # Read to the end, else the connection stays in a transaction and the log can't be emptied.
            [(version,)] = self._verbindung.execute("PRAGMA data_version").fetchall()
            return f"{self._kennung} {version}"


def _identity(pfad: str) -> tuple[int, ...]:
    """Which file stands at a path: another one, such as a restored one, is another database. None is in memory."""
    try:
        datei = os.stat(pfad)
    except OSError:
        return ()
    return datei.st_dev, datei.st_ino


_beobachter = Beobachter()


def datenstand() -> str | None:
    """The state that a query from now on finds, or a later one; None within a transaction, which sees its own."""
    if connection.in_atomic_block:
        return None
    if connection.vendor == "sqlite":
        return _beobachter.stand()
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL)
        (stand,) = cursor.fetchone()
    return str(stand)
