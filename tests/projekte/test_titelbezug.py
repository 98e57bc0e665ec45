"""Papers find their project by their title: when they are recorded, from an index, and when staff say so."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from anfragen import befunde
from anfragen.models import Befund, Dokument
from anfragen.parsing.drucksache import parse
from anfragen.recording import Quelle, record
from projekte.befunde import PROJEKTTITEL_VERMUTET
from projekte.models import Projekt, Projektname
from projekte.titelbezug import GRUND, verbinde_nach_titeln
from projekte.verbindung import verbinde
from tests import factories as f

pytestmark = pytest.mark.django_db

TITEL = "Ruhrkonferenz – Sachstand des Projektes „Mobilitätsregion“"
AEHNLICH = "Ruhrkonferenz – Sachstand des Projektes „Mobilitäts-Regionen“"
ENTSCHEIDEN = "/admin/anfragen/befund/tafel/entscheiden/"
ANTWORT = """LANDTAG NORDRHEIN-WESTFALEN
17. Wahlperiode
Drucksache 17/10654
18.08.2020

Antwort
der Landesregierung
auf die Kleine Anfrage 3973 vom 20. Juli 2020
der Abgeordneten Sarah Philipp SPD
Drucksache 17/10299

Ruhrkonferenz – Sachstand des Projektes „Mobilitätsregion“

Der Minister für Verkehr hat die Kleine Anfrage 3973 mit Schreiben vom 18. August 2020 namens der Landesregierung
beantwortet.

1. Wie ist der Stand?

Der Antrag liegt vor.
"""


@pytest.fixture
def region() -> Projekt:
    f.wahlperiode()
    f.reihe()
    return f.projekt()


def vermutet() -> Befund:
    return Befund.objects.get(regel=PROJEKTTITEL_VERMUTET)


def entscheide(client, befund: Befund) -> str:
    daten = {"entscheidung": "projekttitel-verknuepfen", "befund": befund.pk}
    return client.post(ENTSCHEIDEN, daten, follow=True).content.decode()


def test_a_recorded_answer_is_linked_with_the_paper_that_asked(region):
    antwort = record(parse(ANTWORT), Quelle("17-10654.txt", "a" * 64)).dokument

    assert {dokument.nummer for dokument in region.dokumente.all()} == {10654, 10299}
    assert region.history.latest().history_change_reason == GRUND
    assert region.history.latest().dokumente.count() == 2
    assert not antwort.befunde.filter(regel=PROJEKTTITEL_VERMUTET).exists()


def test_reading_it_again_writes_nothing(region):
    record(parse(ANTWORT), Quelle("17-10654.txt", "a" * 64))
    vorher = region.history.count()

    record(parse(ANTWORT), Quelle("17-10654.txt", "a" * 64))

    assert region.history.count() == vorher


def test_papers_on_record_are_linked_all_at_once(region, django_assert_num_queries):
    zweites = f.projekt("13-03", name="Mobilitätszentrale")
    for _ in range(3):
        f.dokument(titel=TITEL)
        f.dokument(titel=TITEL.replace("region", "zentrale"))
        f.dokument()

    neu = verbinde_nach_titeln()

    assert len(neu) == 6
    assert (region.dokumente.count(), zweites.dokumente.count()) == (3, 3)
    with django_assert_num_queries(14):  # titles, programmes, master data, partners, what is linked or was, savepoint
        assert verbinde_nach_titeln() == set()


def test_what_a_person_took_away_does_not_come_back(region):
    dokument = f.dokument(titel=TITEL)
    verbinde_nach_titeln()
    region.dokumente.remove(dokument)

    assert verbinde_nach_titeln() == set()
    assert verbinde([(region.pk, dokument.pk)], "von Hand", auch_geloeste=True) == {(region.pk, dokument.pk)}


def test_the_command_links_what_an_index_brought(region, tmp_path):
    f.dokument(titel=TITEL)
    tabelle = tmp_path / "leer.csv"
    tabelle.write_text("programm,projekt,drucksache,quelle\n")

    call_command("verknuepfe_projekte", str(tabelle))

    assert region.dokumente.get().titel == TITEL


def test_a_title_that_only_resembles_one_is_a_finding_until_staff_decide(admin_client, region):
    dokument, zweites = f.dokument(titel=AEHNLICH), f.dokument(titel=AEHNLICH)
    fremd = f.dokument(titel="Ruhrkonferenz und Wohnungsbau")
    assert verbinde_nach_titeln() == set()
    befunde.pruefe([dokument, fremd])
    befund = vermutet()
    assert befund.dokument == dokument
    assert "Mit [13-02] verknüpfen" in admin_client.get("/admin/anfragen/befund/tafel/").content.decode()
    befunde.pruefe([zweites])

    entscheide(admin_client, befund)

    befund.refresh_from_db()
    assert befund.stand == "behoben"
    assert set(region.dokumente.all()) == {dokument, zweites}, "the name is known now, so the other title is sure"
    assert Projektname.objects.get().name == "Mobilitäts-Regionen"
    assert not Befund.objects.offen().exists()


def test_what_staff_dismiss_of_a_title_stays_dismissed(admin_client, region):
    dokument = f.dokument(titel=AEHNLICH)
    befunde.pruefe([dokument])
    daten = {"entscheidung": "verwerfen", "befund": vermutet().pk, "grund": "Es geht um etwas anderes."}
    admin_client.post(ENTSCHEIDEN, daten)

    befunde.pruefe([dokument])

    assert vermutet().stand == "verworfen"
    assert not region.dokumente.exists()


def test_a_paper_that_a_person_unlinked_is_not_proposed(region):
    dokument = f.dokument(titel=AEHNLICH)
    region.dokumente.add(dokument)
    region.dokumente.remove(dokument)

    befunde.pruefe([dokument])

    assert not Befund.objects.exists()


@pytest.fixture
def uebersicht(region) -> tuple[Dokument, Dokument]:
    """A paper that speaks of three projects and cites one about a fourth."""
    zitierend, zitiert = f.dokument(text="x" * 50), f.dokument(titel=TITEL)
    f.verweis(zitierend, ziel_dokument=zitiert, nummer=zitiert.nummer, start=1, ende=5)
    for kennung in ("01-01", "02-02", "03-03"):
        f.aussage(f.projekt(kennung, name=kennung), zitierend)
    return zitierend, zitiert


def test_linking_checks_the_papers_that_cite(uebersicht):
    zitierend, _ = uebersicht

    verbinde_nach_titeln()

    assert [befund.regel for befund in zitierend.befunde.all()] == ["titel-passt-nicht"]


def test_linking_by_hand_checks_them_too(admin_client, region, uebersicht):
    zitierend, zitiert = uebersicht
    adresse = reverse("admin:projekte_projekt_change", args=[region.pk])
    formular = admin_client.get(adresse).context["adminform"].form.initial
    felder = {name: wert for name, wert in formular.items() if wert is not None} | {"dokumente": [zitiert.pk]}
    for praefix in ("namen", "orte", "ereignisse", "projektzusagen"):
        felder |= {f"{praefix}-TOTAL_FORMS": 0, f"{praefix}-INITIAL_FORMS": 0}

    assert admin_client.post(adresse, felder).status_code == 302
    assert [befund.regel for befund in zitierend.befunde.all()] == ["titel-passt-nicht"]

    admin_client.post(adresse, felder | {"dokumente": []})
    assert zitierend.befunde.get().stand == "behoben"
