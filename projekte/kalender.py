"""The last days of commitments as a calendar to subscribe to (iCalendar, RFC 5545).

A due date is an event of a whole day and no task (VTODO): what is subscribed to as a calendar shows events alone, and
Google, Outlook and the calendar of Apple leave tasks out. What follows from the day of the call, such as "overdue",
stands in none, so that a calendar changes only when its commitments do.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import batched
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.formats import date_format
from django.utils.text import Truncator
from icalendar import Calendar, Event, vDuration

from anfragen.models import Zusage
from projekte.seiten.zusagen import Zeile, zeilen

STAPEL = 2000  # commitments read at once: the more, the fewer papers are read again
KURZ = 90  # characters of the sentence in the title of an event
TAEGLICH = timedelta(days=1)
STEUERZEICHEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # none of these may stand in a calendar


def kalender(zusagen: QuerySet[Any], absolut: Callable[[str], str]) -> Iterator[bytes]:
    """The calendar of those that have a last day, in pieces; `absolut` makes an address of the site one of the web.

    `zusagen` come from `oeffentlich.zusagen`.
    """
    kopf, ende, _ = _kalender().to_ical().partition(b"END:VCALENDAR")
    yield kopf
    zuletzt = Zusage.history.filter(id=OuterRef("pk")).order_by("-history_date", "-history_id")
    mit_termin = zusagen.filter(faellig_am__isnull=False)
    mit_termin = mit_termin.annotate(geaendert_am=Subquery(zuletzt.values("history_date")[:1]))
    for stapel in batched(mit_termin.iterator(STAPEL), STAPEL):
        # The day stands in no event, so any will do.
        yield b"".join(_termin(zeile, absolut).to_ical() for zeile in zeilen(stapel, stapel[0].faellig_am))
    yield ende + b"\r\n"


def _kalender() -> Calendar:
    neu = Calendar()
    neu.add("prodid", f"-//{settings.PRODUKTNAME}//Zusagen//DE")
    neu.add("version", "2.0")
    neu.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):  # RFC 7986, and what calendars read before it
        neu.add(name, "Zusagen der Landesregierung")
    neu.add("refresh-interval", vDuration(TAEGLICH), parameters={"VALUE": "DURATION"})
    neu.add("x-published-ttl", vDuration(TAEGLICH))
    return neu


def _termin(zeile: Zeile, absolut: Callable[[str], str]) -> Event:
    zusage = zeile.zusage
    adresse = absolut(zeile.fundstelle.adresse)
    termin = Event()
    # Of no host, so that a calendar that moves keeps its events.
    termin.add("uid", str(uuid5(NAMESPACE_URL, f"anfragen-nrw/zusagen/{zusage.pk}")))
    termin.add("dtstamp", _geaendert_am(zusage))
    termin.add("dtstart", zusage.faellig_am)
    termin.add("summary", _titel(zusage))
    termin.add("description", rein("\n".join(_beschreibung(zeile, adresse))))
    termin.add("url", adresse)
    termin.add("categories", ["Zusage", zusage.get_stand_display()])
    termin.add("status", "CONFIRMED")  # the day stands, whether or not it was kept; a cancelled event would vanish
    termin.add("transp", "TRANSPARENT")  # nobody is busy because of it
    return termin


def _geaendert_am(zusage: Any) -> datetime:
    """The newest entry of its history; without any, the day it was made or is due."""
    if zusage.geaendert_am:
        return zusage.geaendert_am.astimezone(UTC)
    return datetime.combine(zusage.gesagt_am or zusage.faellig_am, time(), UTC)


def _titel(zusage: Any) -> str:
    wort = "Erfüllte Zusage" if zusage.stand == Zusage.Stand.ERFUELLT else "Zusage"
    kennungen = [eintrag.projekt.kennung for eintrag in zusage.projektzusagen.all() if eintrag.projekt.kennung]
    satz = Truncator(" ".join(rein(zusage.wortlaut).split())).chars(KURZ)
    return f"{' '.join([wort, ', '.join(kennungen)]).strip()}: {satz}"


def _beschreibung(zeile: Zeile, adresse: str) -> Iterator[str]:
    zusage = zeile.zusage
    yield f"„{zusage.wortlaut}“\n"
    wann = f", {date_format(zusage.gesagt_am, 'DATE_FORMAT')}" if zusage.gesagt_am else ""
    yield f"{zeile.wer}{wann}, {zusage.dokument}"
    for eintrag in zusage.projektzusagen.all():
        yield f"Projekt {eintrag.projekt}" + (f" in {eintrag.kommune}" if eintrag.kommune else "")
    if zusage.faellig_wortlaut:
        yield f"Frist, wie gedruckt: {zusage.faellig_wortlaut}"
    if zusage.stand == Zusage.Stand.ERFUELLT:
        am = f" am {date_format(zusage.erfuellt_am, 'DATE_FORMAT')}" if zusage.erfuellt_am else ""
        yield f"Erfüllt{am}" + (f" durch {zusage.erfuellt_durch}" if zusage.erfuellt_durch else "")
    yield adresse


def rein(text: str) -> str:
    """Without what may not stand in a calendar, and with one kind of line break."""
    return STEUERZEICHEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
