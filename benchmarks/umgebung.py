"""Django for a measurement, with a database of its own."""

import os
from pathlib import Path


def start(datenbank: Path | None = None) -> None:
    """Django on a SQLite file, or else on what DATABASE_URL names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["DEBUG"] = "true"  # spares the settings of production
    if datenbank:
        os.environ["DATABASE_URL"] = f"sqlite:///{datenbank}"
    import django

    django.setup()
    from django.conf import settings

    settings.DEBUG = False  # with it, Django keeps every query


def set_up(datenbank: Path | None = None, *, stammdaten: bool = True) -> None:
    """The same with the tables, and with the master data unless they would be in the way."""
    start(datenbank)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    if stammdaten:
        with open(os.devnull, "w") as nichts:
            call_command("lade_stammdaten", stdout=nichts)
