"""How many requests a caller may make in a while: counted exactly, over all processes of a machine.

The count stands in a SQLite file of its own. Django's caches either belong to one process or can't count without losing
requests, and the site's database is the wrong place: every read would write to it, and on SQLite wait for an import.
Where several machines serve the site, each counts for itself (docs/adr/0010-requests-counted-in-a-file.md).
"""

import logging
import sqlite3
import time
from contextlib import closing
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from pathlib import Path
from typing import Any

from django.conf import settings
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import BaseThrottle

logger = logging.getLogger(__name__)

SEKUNDEN = {"s": 1, "min": 60, "h": 3600}

SCHEMA = "CREATE TABLE IF NOT EXISTS zaehler (wer TEXT PRIMARY KEY, fenster INTEGER, anzahl INTEGER) WITHOUT ROWID"
ZAEHLEN = """
    INSERT INTO zaehler VALUES (:wer, :fenster, 1) ON CONFLICT (wer) DO UPDATE
    SET anzahl = CASE WHEN fenster = excluded.fenster THEN anzahl + 1 ELSE 1 END, fenster = excluded.fenster
    RETURNING anzahl
"""
AUFRAEUMEN = "DELETE FROM zaehler WHERE wer >= :art AND wer < :art || '~' AND fenster < :fenster"


def count(datei: Path, art: str, wer: str, fenster: int) -> int:
    """How many requests of kind `art` have come from `wer` in the time slot `fenster`, with this one.

    What is left of earlier slots goes when a caller is new in this one, so the file stays as small as the traffic.
    """
    datei.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(datei, timeout=5, isolation_level=None)) as verbindung:
        # No request waits for the disk; the counts may be lost with the power.
        verbindung.execute("PRAGMA synchronous=OFF")
        verbindung.execute("PRAGMA journal_mode=TRUNCATE")
        verbindung.execute(SCHEMA)
        (anzahl,) = verbindung.execute(ZAEHLEN, {"wer": f"{art} {wer}", "fenster": fenster}).fetchone()
        if anzahl == 1:
            verbindung.execute(AUFRAEUMEN, {"art": art, "fenster": fenster})
        return anzahl


class Drossel(BaseThrottle):
    """So many requests to the whole API from one address in each minute (or whatever the rate says) of the clock."""

    scope = "api"
    timer = staticmethod(time.time)

    def allow_request(self, request: Request, view: Any) -> bool:
        if not (rate := api_settings.DEFAULT_THROTTLE_RATES[self.scope]):
            return True
        hoechstens, dauer = parse_rate(str(rate))
        fenster, vergangen = divmod(self.timer(), dauer)
        self.rest = ceil(dauer - vergangen)
        datei = Path(settings.DROSSEL_DATEI)
        try:
            return count(datei, self.scope, self.get_ident(request), int(fenster)) <= hoechstens
        except (OSError, sqlite3.OperationalError):  # a full disk must not close the site to its readers
            logger.exception("Requests are not counted: %s", datei)
        except sqlite3.DatabaseError:
            logger.exception("Counting starts anew, the file was damaged: %s", datei)
            datei.unlink(missing_ok=True)
        return True

    def wait(self) -> int:
        """The seconds until the next minute begins."""
        return self.rest

    def get_ident(self, request: Request) -> str:
        """The caller's address; of IPv6 the network, because everybody has 2**64 addresses in it."""
        adresse = super().get_ident(request) or ""
        try:
            ist_v6 = isinstance(ip_address(adresse), IPv6Address)
        except ValueError:  # a socket has no address
            return adresse
        return str(ip_network((adresse, 64), strict=False)) if ist_v6 else adresse


class Aufloesedrossel(Drossel):
    """The resolver reads a whole text for each request."""

    scope = "aufloesen"


def parse_rate(rate: str) -> tuple[int, int]:
    """The number of requests and of seconds in `600/min`; raises ValueError or KeyError for anything else."""
    anzahl, zeit = rate.split("/")
    return int(anzahl), SEKUNDEN[zeit]
