"""The board of missing papers: what is cited most, and the ways to fill it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from anfragen import hochladen
from anfragen.models import Dokument
from tests import factories as f
from tests.anfragen.drucksachen import ANTWORT

pytestmark = pytest.mark.django_db

FEHLENDE = "/admin/anfragen/dokument/fehlende/"


def fehlend(nummer: int, *zitierende: Dokument, **felder) -> Dokument:
    dokument = f.dokument(nummer=nummer, nur_zitiert=True, titel="", datum=None, **felder)
    for zitiert in zitierende:
        f.verweis(zitiert, nummer=nummer, ziel_dokument=dokument, start=4, ende=10, wortlaut="Text")
    return dokument


def papiere(anzahl: int) -> list[Dokument]:
    return [f.dokument(text="Ein langer Text über Drucksachen.") for _ in range(anzahl)]


def test_the_most_cited_come_first_with_their_passages(admin_client):
    eines, zwei = papiere(2)
    fehlend(5, eines)
    fehlend(6, eines, zwei)
    f.dokument(nummer=7, nur_zitiert=True)
    f.verweis(eines, ziel_dokument=zwei)

    response = admin_client.get(FEHLENDE)

    assert [(z.dokument.nummer, z.dokument.zitierende) for z in response.context["zeilen"]] == [(6, 2), (5, 1)]
    assert "<mark>langer</mark>" in response.content.decode()


def test_filters_by_series_and_wahlperiode(admin_client):
    eines, *_ = papiere(1)
    fehlend(5, eines)
    fehlend(6, eines, reihe=f.reihe("vorlage"))
    fehlend(7, eines, wahlperiode=f.wahlperiode(16))

    def gefunden(**abfrage):
        return [zeile.dokument.nummer for zeile in admin_client.get(FEHLENDE, abfrage).context["zeilen"]]

    assert gefunden(reihe=f.reihe("vorlage").pk) == [6]
    assert gefunden(wahlperiode=f.wahlperiode(16).pk) == [7]
    assert gefunden(reihe="x") == [5, 6, 7]


def test_without_missing_papers_the_board_says_so(admin_client):
    assert "Alles, was zitiert wird, liegt vor." in admin_client.get(FEHLENDE).content.decode()


def test_the_official_address_is_linked_where_its_pattern_is_proven(admin_client):
    muster = {"adressmuster": "https://example.org/{wp}-{nr}.pdf", "adressmuster_beleglage": "belegt"}
    eines, *_ = papiere(1)
    dokument = fehlend(3748, eines, reihe=f.reihe("vorlage", **muster))

    html = admin_client.get(FEHLENDE).content.decode()

    assert "https://example.org/17-3748.pdf" in html
    assert reverse("admin:anfragen_dokument_change", args=[dokument.pk]) in html


def test_the_queries_of_a_page_do_not_grow(admin_client, django_assert_num_queries, django_assert_max_num_queries):
    for nummer in (5, 6):
        fehlend(nummer, *papiere(1))
    with django_assert_max_num_queries(12) as gezaehlt:
        admin_client.get(FEHLENDE)
    for nummer in range(50_000, 50_060):
        fehlend(nummer, *papiere(2))
    with django_assert_num_queries(len(gezaehlt)):
        response = admin_client.get(FEHLENDE)
    assert len(response.context["zeilen"]) == 50


def test_the_list_as_csv_has_all_of_it(admin_client):
    for nummer in range(50_000, 50_052):
        fehlend(nummer, *papiere(1))

    response = admin_client.get("/admin/anfragen/dokument/fehlende.csv")

    zeilen = b"".join(response.streaming_content).decode().splitlines()
    assert zeilen[0] == "\ufeffreihe,nummer,zitate,zitierende_dokumente,adresse_amtlich"
    assert zeilen[1] == "Drucksache,17/50000,1,1,"
    assert len(zeilen) == 53


def lade_hoch(client, dokument, name, inhalt):
    adresse = reverse("admin:anfragen_dokument_hochladen", args=[dokument.pk])
    response = client.post(adresse, {"datei": SimpleUploadedFile(name, inhalt), "zurueck": "seite=2"}, follow=True)
    return [str(meldung) for meldung in response.context["messages"]]


def test_an_uploaded_paper_fills_its_record(admin_client):
    dokument = fehlend(5030, *papiere(1))

    (meldung,) = lade_hoch(admin_client, dokument, "download.txt", ANTWORT.encode())

    dokument.refresh_from_db()
    assert "Drucksache 17/5030 ist aufgenommen" in meldung
    assert not dokument.nur_zitiert
    assert dokument.text


def test_what_is_read_in_an_upload_is_no_work_of_staff_that_imports_must_leave_alone(admin_client):
    dokument = fehlend(5030, *papiere(1))
    lade_hoch(admin_client, dokument, "download.txt", ANTWORT.encode())
    for record in (dokument, *dokument.antwort.anfragen.all(), *dokument.antwort.teile.all()):
        assert not record.history.exclude(history_user=None).exists()
    assert LogEntry.objects.get().get_change_message() == "Datei hochgeladen: download.txt"


def test_a_file_that_tells_no_number_has_the_one_it_was_sent_for(admin_client):
    dokument = fehlend(5030, *papiere(1))

    lade_hoch(admin_client, dokument, "download.txt", ANTWORT[ANTWORT.index("Antwort\nder") :].encode())

    dokument.refresh_from_db()
    assert dokument.text
    assert dokument.dateiname == "download.txt"
    assert dokument.befunde.filter(regel="nummer-beim-hochladen").exists()
    assert not dokument.befunde.filter(regel__in=["nummer-aus-dateiname", "dateiname-widerspricht"]).exists()


def test_a_file_that_is_another_paper_is_taken_as_that(admin_client):
    dokument = fehlend(4711, *papiere(1))

    (meldung,) = lade_hoch(admin_client, dokument, "17-4711.txt", ANTWORT.encode())

    dokument.refresh_from_db()
    assert dokument.nur_zitiert
    assert meldung == (
        "Die Datei ist nicht Drucksache 17/4711, sondern Drucksache 17/5030; als solche ist sie aufgenommen."
    )


def test_another_paper_that_is_there_already_is_not_called_taken_in(admin_client):
    dokument = fehlend(5030, *papiere(1))
    lade_hoch(admin_client, dokument, "17-5030.txt", ANTWORT.encode())

    (meldung,) = lade_hoch(admin_client, fehlend(4711, *papiere(1)), "17-5030.txt", ANTWORT.encode())

    assert meldung == (
        "Die Datei ist nicht Drucksache 17/4711, sondern Drucksache 17/5030; die liegt schon unverändert vor."
    )


def test_a_refused_file_says_why_in_german(admin_client):
    dokument = fehlend(5030, *papiere(1))

    (meldung,) = lade_hoch(admin_client, dokument, "17-5030.pdf", b"%PDF-1.7 abgeschnitten")

    dokument.refresh_from_db()
    assert dokument.nur_zitiert
    assert meldung.startswith("Drucksache 17/5030 ist nicht aufgenommen: ")


def test_a_file_too_large_is_not_even_read(admin_client, monkeypatch):
    monkeypatch.setattr(hochladen, "MAX_PDF", 10)
    monkeypatch.setattr(hochladen, "MB", 1)

    (meldung,) = lade_hoch(admin_client, fehlend(5030, *papiere(1)), "17-5030.txt", b"mehr als zehn Zeichen")

    assert meldung == "Die Datei ist größer als 10 MB. Teilen Sie sie in einzelne Dokumente."


def test_no_file_is_said(admin_client):
    adresse = reverse("admin:anfragen_dokument_hochladen", args=[fehlend(5030, *papiere(1)).pk])

    response = admin_client.post(adresse, follow=True)

    assert "Es ist keine Datei ausgewählt." in response.content.decode()


@pytest.mark.parametrize(
    ("gesendet", "geschrieben"),
    [
        ("MMD17-5030.pdf", "MMD17-5030.pdf"),
        ("../../etc/17-5030.txt", "17-5030.txt"),
        ("C:\\Papiere\\17-5030.pdf", "17-5030.pdf"),
        ("download.txt", "download.txt"),
        ("", "ohne-namen"),
        ("..", "ohne-namen"),
        ("böse\0.exe", "böse.exe"),
        ("x" * 5000 + ".pdf", "x" * 76 + ".pdf"),
    ],
)
def test_the_name_of_a_file_is_kept_as_far_as_it_is_safe(gesendet, geschrieben):
    assert hochladen._name(gesendet) == geschrieben


def test_uploading_takes_the_right_to_change(client, django_user_model):
    adresse = reverse("admin:anfragen_dokument_hochladen", args=[fehlend(5030, *papiere(1)).pk])
    client.force_login(django_user_model.objects.create_user("gast", is_staff=True))

    assert client.get(FEHLENDE).status_code == 403
    assert client.post(adresse).status_code == 403


def test_uploading_for_nothing_is_not_found(admin_client):
    assert admin_client.post(reverse("admin:anfragen_dokument_hochladen", args=[999])).status_code == 404
