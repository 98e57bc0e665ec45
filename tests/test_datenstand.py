"""A reader who comes back is told "not modified" before the page is made, and never about one that would be another."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.test import Client

from anfragen import resolving
from anfragen.models import Befund, Einlesung, Nachfrage
from config import middleware
from config.datenstand import datenstand
from projekte.models import (
    Projekt,
    Projektaussage,
    Projektereignis,
    Projektname,
    Projektort,
    Themenforum,
    Zeitangabe,
)
from tests import factories

SEITE = "/projekte/13-02/"
LISTE = "/api/v1/aussagen/"


@pytest.fixture
def bestand(transactional_db: None) -> Projekt:
    """A record of each model with content."""
    projekt = factories.projekt(handlungsfeld=factories.handlungsfeld())
    anfrage = factories.vorgang(1)
    papier = factories.dokument(nummer=11212, text="x" * 100)
    aussage = factories.aussage(projekt, papier, kommune=factories.kommune())
    aussage.genannte_kommunen.add(factories.kommune("Herne", "05916000"))
    factories.kennzahl(projekt, dokument=papier, aussage=aussage)
    factories.zusage(projekt, dokument=papier)
    projekt.dokumente.add(papier)
    Zeitangabe.objects.create(
        dokument=papier, projekt=projekt, von=date(2021, 1, 1), bis=date(2021, 12, 31), wortlaut="2021"
    )
    Projektort.objects.create(projekt=projekt, kommune=aussage.kommune)
    Projektname.objects.create(projekt=projekt, name="Mobilität")
    Projektereignis.objects.create(projekt=projekt, datum=date(2020, 1, 1), titel="Start")
    Themenforum.objects.create(programm=projekt.programm, schluessel="mobilitaet", nummer="13")
    projekt.ministerium = factories.ministerium()
    projekt.ministerium.nachfolger.add(factories.ministerium(schluessel="nachfolger"))
    Befund.objects.create(dokument=papier, regel="probe", text="Etwas passt nicht.")
    Nachfrage.objects.create(anfrage=anfrage, titel="Nachfrage", offen="alles")
    Einlesung.objects.create(dateiname="a.pdf", ergebnis=Einlesung.Ergebnis.ABGELEHNT, meldung="unlesbar")
    return projekt


@pytest.fixture
def ruhend(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody writes: on PostgreSQL another process of the tests would, in a database of the same server."""
    monkeypatch.setattr(middleware, "datenstand", lambda: "nobody writes")


def again(client: Client, adresse: str, etag: str, **headers: str) -> Any:
    return client.get(adresse, headers={"if-none-match": etag, **headers})


@pytest.mark.usefixtures("ruhend")
def test_the_same_page_is_not_made_twice(bestand: Projekt, client: Client, django_assert_num_queries: Any) -> None:
    etag = client.get(SEITE)["ETag"]
    with django_assert_num_queries(0):
        response = again(client, SEITE, etag)
    assert (response.status_code, response["ETag"], response.content) == (304, etag, b"")
    assert response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert "Content-Length" not in response


@pytest.mark.usefixtures("ruhend")
@pytest.mark.parametrize("adresse", ["/", "/projekte/", "/projekte/13-02/feed/", LISTE, f"{LISTE}?format=csv"])
def test_lists_feeds_and_exports_too(bestand: Projekt, client: Client, adresse: str) -> None:
    assert again(client, adresse, client.get(adresse)["ETag"]).status_code == 304


@pytest.mark.usefixtures("ruhend")
def test_a_compressed_page_too(bestand: Projekt, client: Client) -> None:
    response = client.get(SEITE, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert again(client, SEITE, response["ETag"], **{"accept-encoding": "gzip"}).status_code == 304


def content_models() -> list[Any]:
    """Every model of both apps with the links between them, but the copies that the history keeps."""
    return [
        modell
        for app in ("anfragen", "projekte")
        for modell in apps.get_app_config(app).get_models(include_auto_created=True)
        if not modell.__name__.startswith("Historical")
    ]


def test_every_table_with_content_counts(bestand: Projekt, client: Client) -> None:
    """By the way of writing that leaves no other trace."""
    etag = client.get(SEITE)["ETag"]
    for modell in content_models():
        feld = next(feld for feld in modell._meta.concrete_fields if not feld.primary_key)
        rows = modell._base_manager.filter(pk=modell._base_manager.values("pk")[:1])
        assert rows.update(**{feld.attname: models.F(feld.attname)}) == 1, modell
        response = again(client, SEITE, etag)
        assert response.status_code == 200, modell
        etag = response["ETag"]


def change_save(projekt: Projekt) -> None:
    projekt.name = "Anders"
    projekt.save()


def change_history_only(projekt: Projekt) -> None:
    Projekt.history.update(history_change_reason="anders")


def change_sql(projekt: Projekt) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE projekte_projekt SET name = 'Anders'")


def change_link(projekt: Projekt) -> None:
    projekt.dokumente.clear()


def change_delete(projekt: Projekt) -> None:
    Projektaussage.objects.all().delete()


def change_references(projekt: Projekt) -> None:
    assert resolving.forget_all().verweise


def change_bulk(projekt: Projekt) -> None:
    Projektaussage.objects.bulk_create([Projektaussage(projekt=projekt, dokument=factories.dokument(), wortlaut="…")])


@pytest.mark.parametrize(
    "change",
    [
        change_save,
        change_history_only,
        change_sql,
        change_link,
        change_delete,
        change_references,
        change_bulk,
    ],
    ids=lambda change: change.__name__,
)
def test_every_way_of_writing_counts(bestand: Projekt, client: Client, change: Callable[[Projekt], None]) -> None:
    etag = client.get(SEITE)["ETag"]
    change(bestand)
    response = again(client, SEITE, etag)
    assert response.status_code == 200
    assert response["ETag"] != etag


def test_the_page_after_an_edit_is_the_new_one(bestand: Projekt, client: Client) -> None:
    etag = client.get(SEITE)["ETag"]
    Projektaussage.objects.update(wortlaut="Das Gegenteil ist richtig.")
    assert "Das Gegenteil ist richtig." in again(client, SEITE, etag).content.decode()


def test_what_others_write_counts_when_they_commit(transactional_db: None) -> None:
    """A record may have a lower key than one that was committed before it."""
    factories.programm()
    anderer = connection.copy()
    try:
        anderer.set_autocommit(False)
        with anderer.cursor() as cursor:
            cursor.execute("UPDATE projekte_programm SET name = 'Anders'")
        if connection.vendor == "postgresql":  # SQLite lets one write at a time
            factories.person()
        vorher = datenstand()
        anderer.commit()
    finally:
        anderer.close()
        if anderer.connection:  # Django leaves a database in memory open
            anderer.connection.close()
    assert vorher != datenstand()


def test_as_long_as_nobody_writes_the_state_stays(transactional_db: None, django_assert_max_num_queries: Any) -> None:
    """Asked for several times, because another process of the tests may write meanwhile."""
    with django_assert_max_num_queries(200):  # none on SQLite, one each on PostgreSQL
        assert any(datenstand() == datenstand() for _ in range(100))


def test_in_a_transaction_of_ones_own_there_is_no_state(transactional_db: None) -> None:
    with transaction.atomic():
        assert datenstand() is None
    assert datenstand()


def test_staff_get_a_page_of_their_own(bestand: Projekt, client: Client, admin_user: Any) -> None:
    etag = client.get("/drucksachen/17/11212/")["ETag"]
    client.force_login(admin_user)
    etag_danach = Client().get("/drucksachen/17/11212/")["ETag"]
    response = again(client, "/drucksachen/17/11212/", etag_danach)
    assert "Etwas passt nicht." in response.content.decode()
    assert response["ETag"] not in {etag, etag_danach}


def test_each_day_has_its_own_page(bestand: Projekt, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    etag = client.get(SEITE)["ETag"]
    monkeypatch.setattr(middleware.timezone, "localdate", lambda: date(2099, 1, 1))
    assert again(client, SEITE, etag).status_code == 200


def test_each_format_and_address_has_its_own_page(bestand: Projekt, client: Client) -> None:
    etag = client.get(LISTE, headers={"accept": "application/json"})["ETag"]
    assert again(client, LISTE, etag, accept="text/csv")["Content-Type"].startswith("text/csv")
    assert again(client, f"{LISTE}?page_size=1", etag, accept="application/json").status_code == 200


def test_new_software_or_settings_make_new_pages(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bisher = middleware.software()
    assert bisher == middleware.software()
    settings.PRODUKTNAME = "Anfragen anderswo"
    anders = middleware.software()
    monkeypatch.setattr(middleware, "SOFTWARE", ("anfragen",))
    assert len({bisher, anders, middleware.software()}) == 3


@pytest.mark.parametrize("adresse", ["/projekte/99-99/", "/projekte/projekt-13-02/"], ids=["missing", "moved"])
def test_only_a_page_has_a_state(bestand: Projekt, client: Client, adresse: str) -> None:
    response = again(client, adresse, "*")
    assert response.status_code in {404, 301}
    assert not response.get("ETag", "").startswith("W/")


def test_a_form_is_made_for_each_visitor(bestand: Projekt, client: Client) -> None:
    response = client.get("/admin/login/")
    assert response.cookies
    assert not response.get("ETag", "").startswith("W/")


def test_a_page_without_records_does_without_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DatabaseError

    monkeypatch.setattr(middleware, "datenstand", fail)
    assert client.get("/begriffe/").status_code == 200
