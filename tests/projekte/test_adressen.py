"""Addresses of projects and Handlungsfelder: short for the site's own programme, behind its key for every other."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import get_resolver, reverse

from projekte import adressen
from projekte.models import Handlungsfeld, Programm, Projekt
from tests import factories
from tests.projekte.programme import musterprogramm, zukunftsland
from tests.projekte.seiten import ENTWURF, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def eigenes() -> Projekt:
    return factories.projekt("13-02", handlungsfeld=factories.handlungsfeld("mobilitaet"))


@pytest.fixture
def fremdes() -> Projekt:
    """Of another programme, with the same Kennung, and a Handlungsfeld of the same key."""
    programm = musterprogramm()
    feld = factories.handlungsfeld("mobilitaet", name="Muster in Bewegung", programm=programm)
    garten = factories.projekt(
        "13-02", name="Mustergarten", schluessel="mustergarten", programm=programm, handlungsfeld=feld
    )
    factories.aussage(garten, wortlaut="Der Garten blüht.")
    return garten


def test_the_sites_own_programme_stands_in_no_address(client, eigenes, fremdes):
    assert eigenes.get_absolute_url() == "/projekte/13-02/"
    assert fremdes.get_absolute_url() == "/projekte/musterprogramm/13-02/"
    assert "Mobilitätsregion" in text(client, "/projekte/13-02/")
    assert "Der Garten blüht." in text(client, "/projekte/musterprogramm/13-02/")


def test_another_site_may_be_for_another_programme(settings, client, eigenes, fremdes):
    settings.PROGRAMM = "musterprogramm"
    assert fremdes.get_absolute_url() == "/projekte/13-02/"
    assert eigenes.get_absolute_url() == "/projekte/ruhr-konferenz/13-02/"
    assert "Der Garten blüht." in text(client, "/projekte/13-02/")


@pytest.mark.parametrize("rest", ["feed/", "verlauf.csv", "verlauf.json"])
def test_all_of_a_project_of_another_programme_is_there(client, eigenes, fremdes, rest):
    antwort = client.get(f"/projekte/musterprogramm/13-02/{rest}")
    assert antwort.status_code == 200
    inhalt = antwort.getvalue().decode()
    assert "Der Garten bl" in inhalt
    assert "/" not in antwort.headers.get("Content-Disposition", "").partition("filename=")[2]


@pytest.mark.parametrize(
    ("adresse", "ziel"),
    [
        ("/projekte/ruhr-konferenz/13-02/", "/projekte/13-02/"),
        ("/projekte/projekt-13-02/", "/projekte/13-02/"),
        ("/projekte/musterprogramm/mustergarten/", "/projekte/musterprogramm/13-02/"),
        ("/handlungsfelder/ruhr-konferenz/mobilitaet/", "/handlungsfelder/mobilitaet/"),
    ],
)
def test_a_name_and_the_own_programme_lead_to_the_address(client, eigenes, fremdes, adresse, ziel):
    antwort = client.get(adresse)
    assert (antwort.status_code, antwort.headers["Location"]) == (301, ziel)


def test_a_programme_alone_leads_to_its_projects(client, fremdes):
    antwort = client.get("/projekte/musterprogramm/")
    assert (antwort.status_code, antwort.headers["Location"]) == (302, "/projekte/?programm=musterprogramm")


@pytest.mark.parametrize("adresse", ["/projekte/zukunftsland/13-02/", "/projekte/a/b/c/", "/projekte/mustergarten/"])
def test_what_the_programme_lacks_is_not_found(client, fremdes, adresse):
    zukunftsland()
    assert client.get(adresse).status_code == 404


def test_handlungsfelder_of_two_programmes_with_one_key_are_two_pages(client, eigenes, fremdes):
    assert "Mobilitätsregion" in text(client, "/handlungsfelder/mobilitaet/")
    seite = text(client, "/handlungsfelder/musterprogramm/mobilitaet/")
    assert "Mustergarten" in seite
    assert "Mobilitätsregion" not in seite


def test_the_api_knows_each_by_its_address(client, eigenes, fremdes):
    daten = client.get("/api/v1/projekte/musterprogramm/13-02/").json()
    assert daten["name"] == "Mustergarten"
    assert daten["url"].endswith("/projekte/musterprogramm/13-02/")
    assert daten["api_url"].endswith("/api/v1/projekte/musterprogramm/13-02/")
    assert daten["handlungsfeld"]["url"].endswith("/handlungsfelder/musterprogramm/mobilitaet/")
    assert client.get("/api/v1/projekte/13-02/").json()["name"] == "Mobilitätsregion"
    csv = client.get("/api/v1/projekte/?format=csv").getvalue().decode()
    assert "http://testserver/projekte/musterprogramm/13-02/" in csv


def test_the_filters_of_statements_take_addresses(client, eigenes, fremdes):
    def gefunden(**filter_: str) -> list[str]:
        seite = client.get("/api/v1/aussagen/", filter_)
        assert seite.status_code == 200, seite.content
        return [eintrag["projekt"]["name"] for eintrag in seite.json()["results"]]

    assert gefunden(projekt="musterprogramm/13-02") == ["Mustergarten"]
    assert gefunden(projekt="13-02") == []
    assert gefunden(handlungsfeld="musterprogramm/mobilitaet") == ["Mustergarten"]
    assert gefunden(handlungsfeld="mobilitaet") == []
    assert client.get("/api/v1/aussagen/", {"projekt": "zukunftsland/13-02"}).status_code == 400


def test_a_kennung_of_two_programmes_is_found_as_a_list(client, eigenes, fremdes):
    assert client.get("/suche/", {"q": "[13-02]"}).headers["Location"] == "/projekte/?q=13-02"
    Projekt.objects.filter(pk=eigenes.pk).update(veroeffentlichung=ENTWURF)
    assert client.get("/suche/", {"q": "13-02"}).headers["Location"] == "/projekte/musterprogramm/13-02/"


def test_every_word_that_addresses_go_on_with_is_reserved():
    worte = set()
    for muster in get_resolver("projekte.urls").url_patterns:
        teile = str(muster.pattern).strip("^$").split("/")
        worte |= {teil for teil in teile[1:] if teil.isidentifier()} if teile[0] == "projekte" else set()
    assert worte == adressen.BELEGT


@pytest.mark.parametrize("schluessel", [*sorted(adressen.BELEGT), "13-02", "projekt-13-02"])
def test_a_programme_whose_address_is_taken_is_refused(eigenes, schluessel):
    with pytest.raises(ValidationError, match="Bitte anders nennen"):
        Programm(schluessel=schluessel, name="Neues").full_clean()


def test_a_form_that_a_recorded_kennung_lacks_is_refused(fremdes):
    fremdes.programm.kennungsform = "A-00"
    with pytest.raises(ValidationError, match="„13-02“ hätte dann die falsche Form"):
        fremdes.programm.full_clean()
    Projekt.objects.filter(pk=fremdes.pk).update(kennung="")
    fremdes.programm.full_clean()


@pytest.mark.parametrize("form", ["0", "00", "AAA", "a_a"])
def test_a_form_that_reads_like_anything_in_brackets_is_refused(form):
    with pytest.raises(ValidationError, match="mindestens 3 Zeichen"):
        Programm(schluessel="neu", name="Neues", kennungsform=form).full_clean()


@pytest.mark.parametrize(
    ("felder", "meldung"),
    [
        ({"schluessel": "feed"}, "steht schon in einer anderen Adresse"),
        ({"schluessel": "abdeckung"}, "steht schon in einer anderen Adresse"),
        ({"schluessel": "zukunftsland"}, "steht schon in einer anderen Adresse"),
        ({"kennung": "A-07"}, "haben die Form „00-00“"),
    ],
)
def test_a_project_whose_address_is_taken_or_kennung_is_odd_is_refused(felder, meldung):
    zukunftsland()
    projekt = Projekt(programm=factories.programm(), name="Neues", **{"schluessel": "neues"} | felder)
    with pytest.raises(ValidationError, match=meldung):
        projekt.full_clean()


def test_a_project_takes_only_what_is_of_its_programme(eigenes, fremdes):
    projekt = Projekt(
        programm=eigenes.programm, schluessel="neu", name="Neu", handlungsfeld=fremdes.handlungsfeld,
        teilprojekt_von=fremdes,
    )  # fmt: skip
    with pytest.raises(ValidationError) as fehler:
        projekt.full_clean()
    assert set(fehler.value.message_dict) == {"handlungsfeld", "teilprojekt_von"}


def test_parts_that_hold_each_other_are_refused(eigenes):
    teil = factories.projekt("", teilprojekt_von=eigenes)
    enkel = factories.projekt("", teilprojekt_von=teil)
    eigenes.teilprojekt_von = enkel
    with pytest.raises(ValidationError, match="selbst ein Teil dieses Projekts"):
        eigenes.full_clean()
    Projekt.objects.get(pk=enkel.pk).full_clean()


def test_a_project_without_programme_is_told_so(eigenes):
    with pytest.raises(ValidationError) as fehler:
        Projekt(schluessel="neu", name="Neu").full_clean()
    assert set(fehler.value.message_dict) == {"programm"}


def test_reverse_takes_both_kinds_of_address():
    for adresse in ("13-02", "zukunftsland/A-07"):
        assert reverse("projekt", args=[adresse]) == f"/projekte/{adresse}/"
    assert (
        Handlungsfeld(programm=Programm(schluessel="x"), schluessel="y").get_absolute_url() == "/handlungsfelder/x/y/"
    )
