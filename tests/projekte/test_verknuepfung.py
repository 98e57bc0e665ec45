"""Linking projects with the papers about them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from anfragen.models import Dokument
from projekte.verknuepfung import GRUND, ZuordnungsFehler, verknuepfe_dokumente
from tests import factories

pytestmark = pytest.mark.django_db

KOPF = "programm,projekt,drucksache,quelle"
ZEILE = "ruhr-konferenz,mobilitaetsregion,17/10654,https://example.org/10654"


@pytest.fixture
def tabelle(tmp_path: Path) -> Path:
    pfad = tmp_path / "tabelle.csv"
    pfad.write_text(f"{KOPF}\n{ZEILE}\n", encoding="utf-8")
    return pfad


@pytest.fixture
def projekt():
    factories.wahlperiode()
    factories.reihe()
    return factories.projekt(schluessel="mobilitaetsregion")


def test_links_a_paper_that_is_there(tabelle, projekt):
    dokument = factories.dokument(nummer=10654)

    bilanz = verknuepfe_dokumente(tabelle)

    assert (bilanz.verknuepft, bilanz.nur_zitiert, bilanz.abgelehnt) == (1, 0, [])
    assert list(projekt.dokumente.all()) == [dokument]


def test_a_paper_that_nobody_recorded_becomes_only_cited(tabelle, projekt):
    bilanz = verknuepfe_dokumente(tabelle)

    dokument = projekt.dokumente.get()
    assert (bilanz.verknuepft, bilanz.nur_zitiert) == (1, 1)
    assert (dokument.kennung, dokument.nur_zitiert, dokument.herkunft) == ("17/10654", True, "verzeichnis")
    assert dokument.quelle == "https://example.org/10654"
    assert dokument.history.get().history_change_reason == GRUND


def test_a_paper_of_another_series_or_parliament_is_not_taken_for_it(tabelle, projekt):
    factories.dokument(nummer=10654, reihe=factories.reihe("vorlage"))
    factories.dokument(nummer=10654, wahlperiode=factories.wahlperiode(17, "bt"), reihe=factories.reihe(kuerzel="bt"))

    assert verknuepfe_dokumente(tabelle).nur_zitiert == 1


def test_a_second_run_changes_nothing(tabelle, projekt):
    verknuepfe_dokumente(tabelle)
    vorher = projekt.history.count()

    bilanz = verknuepfe_dokumente(tabelle)

    assert (bilanz.verknuepft, bilanz.vorhanden, bilanz.nur_zitiert) == (0, 1, 0)
    assert (projekt.history.count(), Dokument.objects.count()) == (vorher, 1)


def test_the_link_stands_in_the_history_of_the_project(tabelle, projekt):
    verknuepfe_dokumente(tabelle)

    stand = projekt.history.latest()
    assert (stand.history_change_reason, stand.dokumente.count()) == (GRUND, 1)


def test_two_projects_share_one_paper(tabelle, projekt):
    anderes = factories.projekt("13-03", schluessel="mobilitaetszentrale")
    tabelle.write_text("\n".join([KOPF, ZEILE, ZEILE.replace("mobilitaetsregion", "mobilitaetszentrale")]))

    assert verknuepfe_dokumente(tabelle).nur_zitiert == 1
    assert anderes.dokumente.get() == projekt.dokumente.get()


def test_queries_do_not_grow_with_the_table(tabelle, django_assert_num_queries):
    zeilen = [KOPF]
    factories.wahlperiode()
    factories.reihe()
    for nummer in range(1, 31):
        factories.projekt("", schluessel=f"projekt-{nummer}")
        zeilen.append(f"ruhr-konferenz,projekt-{nummer},17/{nummer},")
    tabelle.write_text("\n".join(zeilen))
    verknuepfe_dokumente(tabelle)

    with django_assert_num_queries(11):  # five reads, and two of the links there are, each within a transaction
        assert verknuepfe_dokumente(tabelle).vorhanden == 30


@pytest.mark.parametrize(
    ("zeile", "meldung"),
    [
        pytest.param(
            "ruhr-konferenz,gibt-es-nicht,17/10654,",
            "tabelle.csv, Zeile 2: Das Programm „ruhr-konferenz“ hat kein Projekt „gibt-es-nicht“.",
            id="unknown project",
        ),
        pytest.param("ruhr-konferenz,mobilitaetsregion,10654,", "„10654“ ist keine Drucksachennummer", id="no term"),
        pytest.param(
            "ruhr-konferenz,mobilitaetsregion,99/1,", "Die 99. Wahlperiode oder die Reihe", id="unknown Wahlperiode"
        ),
        pytest.param("ruhr-konferenz,mobilitaetsregion", "zu viele oder zu wenige Felder", id="too short"),
        pytest.param(f"{ZEILE},mehr", "zu viele oder zu wenige Felder", id="too long"),
    ],
)
def test_a_refused_line_is_named_and_the_others_go_in(tabelle, projekt, zeile, meldung):
    tabelle.write_text(f"{KOPF}\n{zeile}\n{ZEILE}\n", encoding="utf-8")

    bilanz = verknuepfe_dokumente(tabelle)

    assert bilanz.verknuepft == 1
    assert [meldung in abgelehnt for abgelehnt in bilanz.abgelehnt] == [True]
    assert bilanz.abgelehnt[0].startswith("tabelle.csv, Zeile 2: ")


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        pytest.param(b"", "Es fehlt: programm, projekt, drucksache, quelle", id="empty"),
        pytest.param(b"programm;projekt;drucksache;quelle\n", "Es fehlt: programm, projekt", id="semicolons"),
        pytest.param(f"{KOPF}\nB\xfcro,a,b,c".encode("cp1252"), "keine CSV-Datei in UTF-8", id="cp1252"),
        pytest.param(bytes(range(256)), "keine CSV-Datei in UTF-8", id="binary"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(tabelle, inhalt, meldung):
    tabelle.write_bytes(inhalt)

    with pytest.raises(ZuordnungsFehler, match=meldung):
        verknuepfe_dokumente(tabelle)


def test_command_reports_what_it_did(tabelle, projekt):
    ausgabe = StringIO()

    call_command("verknuepfe_projekte", str(tabelle), stdout=ausgabe)

    assert ausgabe.getvalue().splitlines() == [
        "Nach Titeln: 0 verknüpft",
        "Nach Tabelle: 1 verknüpft, 0 vorhanden, 0 von Hand gelöst, 1 Drucksachen neu als nur zitiert, 0 abgelehnt",
    ]


def test_what_a_person_took_away_does_not_come_back(tabelle, projekt):
    verknuepfe_dokumente(tabelle)
    projekt.dokumente.clear()

    bilanz = verknuepfe_dokumente(tabelle)

    assert (bilanz.verknuepft, bilanz.vorhanden, bilanz.geloest) == (0, 0, 1)
    assert not projekt.dokumente.exists()


def test_command_fails_when_lines_were_refused(tabelle):
    with pytest.raises(CommandError, match="Zeile 2: Das Programm „ruhr-konferenz“ hat kein Projekt"):
        call_command("verknuepfe_projekte", str(tabelle), stdout=StringIO())


def test_command_fails_without_the_file(tmp_path):
    with pytest.raises(CommandError, match=r"fehlt\.csv: nicht lesbar .* Bitte den Pfad prüfen"):
        call_command("verknuepfe_projekte", str(tmp_path / "fehlt.csv"))
