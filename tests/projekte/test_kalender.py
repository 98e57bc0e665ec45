"""The calendar of last days, read back with the library that calendars' own authors use."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from projekte.kalender import STEUERZEICHEN, rein
from tests import factories
from tests.projekte.zusagen import KALENDER, zugesagt

pytestmark = pytest.mark.django_db

VORHER = datetime(2021, 2, 3, 4, 5, 6, tzinfo=UTC)


def roh(client, abfrage="", host="testserver"):
    antwort = client.get(f"{KALENDER}?{abfrage}", headers={"host": host})
    assert antwort.status_code == 200
    return antwort.getvalue()


def termine(client, abfrage=""):
    gelesen = Calendar.from_ical(roh(client, abfrage))
    assert not gelesen.errors
    return gelesen.events


def test_it_is_a_calendar_by_type_name_and_content(client):
    antwort = client.get(KALENDER)
    assert antwort["Content-Type"] == "text/calendar; charset=utf-8"
    assert antwort["Content-Disposition"] == 'attachment; filename="zusagen.ics"'
    gelesen = Calendar.from_ical(antwort.getvalue())
    assert (gelesen["version"], gelesen["method"], gelesen["x-wr-calname"]) == (
        "2.0",
        "PUBLISH",
        "Zusagen der Landesregierung",
    )
    assert gelesen.events == []


def test_an_event_says_what_is_due_that_whole_day_and_where_it_was_promised(client, antwort, mobilitaetsregion, bochum):
    antwort.ministerium = mobilitaetsregion.ministerium
    antwort.save()
    zusage = zugesagt(mobilitaetsregion, dokument=antwort.dokument, faellig_wortlaut="bis Ende 2021")
    zusage.projektzusagen.update(kommune=bochum)
    zusage.history.update(history_date=VORHER)
    (termin,) = termine(client)
    assert termin["dtstart"].dt == date(2021, 12, 31)
    assert "dtend" not in termin
    assert termin["summary"] == "Zusage 13-02: Der Bericht wird bis Ende 2021 vorgelegt."
    assert termin["description"] == (
        "„Der Bericht wird bis Ende 2021 vorgelegt.“\n\n"
        "Ministerium für Verkehr, 30. September 2020, Drucksache 17/11212\n"
        "Projekt [13-02] Mobilitätsregion in Bochum\n"
        "Frist, wie gedruckt: bis Ende 2021\n"
        "http://testserver/drucksachen/17/11212/"
    )
    assert termin["url"] == "http://testserver/drucksachen/17/11212/"
    assert termin["dtstamp"].dt == VORHER
    assert (termin["status"], termin["transp"]) == ("CONFIRMED", "TRANSPARENT")
    assert termin["categories"].cats == ["Zusage", "offen"]


def test_an_event_of_a_fulfilled_one_says_by_what(client):
    zugesagt(stand="erfuellt", erfuellt_am=date(2021, 11, 30), erfuellt_durch=factories.dokument(nummer=15000))
    (termin,) = termine(client)
    assert termin["summary"].startswith("Erfüllte Zusage: Der Bericht")
    assert "Erfüllt am 30. November 2021 durch Drucksache 17/15000\n" in termin["description"]
    assert termin["categories"].cats == ["Zusage", "erfüllt"]


def test_without_history_the_day_of_the_promise_stands_for_its_last_change(client):
    zugesagt().history.all().delete()
    assert termine(client)[0]["dtstamp"].dt == datetime(2020, 9, 30, tzinfo=UTC)


def test_without_history_and_day_the_last_day_does(client):
    zugesagt(dokument=factories.dokument(datum=None)).history.all().delete()
    assert termine(client)[0]["dtstamp"].dt == datetime(2021, 12, 31, tzinfo=UTC)


def test_it_holds_what_the_filter_shows_as_far_as_it_has_a_day(client):
    projekt = factories.projekt()
    zugesagt(projekt, wortlaut="Erstens.")
    zugesagt(projekt, wortlaut="Ohne Termin.", faellig_am=None)
    zugesagt(wortlaut="Zweitens.", faellig_am=date(2022, 1, 31))
    assert [termin["summary"] for termin in termine(client)] == ["Zusage 13-02: Erstens.", "Zusage: Zweitens."]
    assert [termin["summary"] for termin in termine(client, "projekt=13-02")] == ["Zusage 13-02: Erstens."]


def test_more_than_are_read_at_once_all_stand_in_it(client, monkeypatch):
    monkeypatch.setattr("projekte.kalender.STAPEL", 2)
    for tag in range(1, 6):
        zugesagt(faellig_am=date(2022, 1, tag))
    tage = [termin["dtstart"].dt.day for termin in termine(client)]
    assert tage == [1, 2, 3, 4, 5]


def test_a_wrong_filter_is_refused_with_the_reason(client):
    zugesagt()
    antwort = client.get(f"{KALENDER}?kommune=nix")
    assert antwort.status_code == 400
    assert antwort.json() == {"kommune": ["Unbekannt: Kommune „nix“."]}


def test_a_misspelt_filter_is_refused_and_does_not_read_as_none(client):
    zugesagt()
    antwort = client.get(f"{KALENDER}?kommunen=bochum")
    assert antwort.status_code == 400
    assert antwort.content.decode().startswith('{"kommunen": ["Diesen Parameter gibt es nicht. Möglich: q, stand, ')


def test_it_stays_the_same_as_long_as_nothing_changes(client, monkeypatch):
    zugesagt(factories.projekt())
    zugesagt(stand="erfuellt")
    vorher = roh(client)
    monkeypatch.setattr("projekte.views.timezone.localdate", lambda: date(2031, 1, 1))
    assert roh(client) == vorher


def test_an_event_keeps_its_id_on_another_host_and_when_it_is_fulfilled(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    zusage = zugesagt()
    (vorher,) = Calendar.from_ical(roh(client)).events
    zusage.stand = "erfuellt"
    zusage.save()
    (nachher,) = Calendar.from_ical(roh(client, host="anfragen.example")).events
    assert UUID(vorher["uid"]) == UUID(nachher["uid"])
    assert nachher["dtstamp"].dt >= vorher["dtstamp"].dt


HOSTILE = {
    "line breaks": "Der Bericht,\nder Antrag;\r\ndie Karte\rfolgt.",
    "injected lines": "Ende.\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:http://boese.example/",
    "what is escaped": "a\\nb, c; d: \"e\" 'f' \\, \\;",
    "10 kB": "Straßenbahnhaltestelle, " * 420,
    "emoji": "🚋👩🏽‍🚒🇩🇪 " * 60,
    "one long word": "ü" * 5000,
    "control characters": "a\x01b\x0bc\x1bd\x7fe\x85f\u2028g",
    "markup": "<script>alert(1)</script>",
}


@pytest.mark.parametrize("wortlaut", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(client, wortlaut):
    zugesagt(factories.projekt(name=wortlaut[:300]), wortlaut=wortlaut)
    (termin,) = termine(client)
    assert not termin.subcomponents
    assert "attach" not in termin
    assert f"„{rein(wortlaut)}“" in termin["description"]
    assert len(termin["summary"]) < 120


def test_no_line_is_longer_than_calendars_take_or_cuts_a_letter(client):
    for wortlaut in HOSTILE.values():
        zugesagt(wortlaut=wortlaut)
    zeilen = [zeile.decode() for zeile in roh(client).split(b"\r\n")]
    assert max(len(zeile.encode()) for zeile in zeilen) <= 75
    assert not any(STEUERZEICHEN.search(zeile) for zeile in zeilen)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was_written(text):
    termin = Event()
    termin.add("description", rein(text))
    assert Calendar.from_ical(termin.to_ical())["description"] == rein(text)


def test_only_characters_that_may_not_stand_in_a_calendar_are_left_out():
    assert rein("a\x01b\x0bc\x7fd\r\ne\rf\tg\n🚋") == "abcd\ne\nf\tg\n🚋"
