"""Loading master data: what is created, kept, reported and refused."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from anfragen.models import Ministerium, Parlament, Wahlperiode
from anfragen.stammdaten import GRUND, ORDNER, Abweichung, StammdatenFehler, lade

pytestmark = pytest.mark.django_db

type Schreibe = Callable[..., Path]

LANDTAG = {"model": "anfragen.parlament", "fields": {"kuerzel": "nw", "name": "Landtag NRW", "kurzname": "Landtag"}}
WP17 = {"model": "anfragen.wahlperiode", "fields": {"parlament": ["nw"], "nummer": 17, "beginn": "2017-06-01"}}


def haus(kabinett: str, *nachfolger: str) -> dict[str, Any]:
    felder = {"wahlperiode": ["nw", 17], "kabinett": kabinett, "schluessel": "im", "name": "Ministerium des Innern"}
    return {
        "model": "anfragen.ministerium",
        "fields": felder | {"nachfolger": [["nw", 17, k, "im"] for k in nachfolger]},
    }


@pytest.fixture
def schreibe(tmp_path: Path) -> Schreibe:
    """Writes each list of records to a file `01.json`, `02.json`, … and gives their folder."""

    def schreibe(*dateien: list[dict[str, Any]]) -> Path:
        for nummer, saetze in enumerate(dateien, start=1):
            (tmp_path / f"{nummer:02}.json").write_text(json.dumps(saetze), encoding="utf-8")
        return tmp_path

    return schreibe


@pytest.fixture
def ordner(schreibe: Schreibe) -> Path:
    """A parliament and one of its Wahlperioden."""
    return schreibe([LANDTAG], [WP17])


def test_creates_what_is_missing_in_order_of_the_files(ordner):
    bilanzen = lade(ordner)

    assert [(bilanz.name, bilanz.angelegt) for bilanz in bilanzen] == [("Parlamente", 1), ("Wahlperioden", 1)]
    assert Wahlperiode.objects.get().parlament.kuerzel == "nw"


def test_a_second_run_changes_nothing(schreibe):
    ordner = schreibe([LANDTAG], [WP17], [haus("Wüst I"), haus("Laschet", "Wüst I")])
    lade(ordner)
    vorher = Ministerium.history.count()

    bilanzen = lade(ordner)

    assert [(b.angelegt, b.vorhanden, b.abweichend) for b in bilanzen] == [(0, 1, []), (0, 1, []), (0, 2, [])]
    assert Ministerium.history.count() == vorher


def test_history_says_where_a_record_comes_from(schreibe):
    lade(schreibe([LANDTAG]))

    anlage = Parlament.objects.get().history.get()

    assert (anlage.history_type, anlage.history_change_reason) == ("+", GRUND)


def test_history_keeps_the_lineage_of_a_house(schreibe):
    lade(schreibe([LANDTAG], [WP17], [haus("Wüst I"), haus("Laschet", "Wüst I")]))

    laschet = Ministerium.objects.get(kabinett="Laschet")

    assert [nachfolger.kabinett for nachfolger in laschet.nachfolger.all()] == ["Wüst I"]
    assert laschet.history.latest().nachfolger.count() == 1
    assert set(laschet.history.values_list("history_change_reason", flat=True)) == {GRUND}


def test_what_staff_changed_survives_and_is_reported(ordner):
    lade(ordner)
    Wahlperiode.objects.update(beginn="2017-06-02")

    *_, bilanz = lade(ordner)

    assert bilanz.abweichend == [Abweichung("17. Wahlperiode (Landtag)", ("Beginn",))]
    assert str(Wahlperiode.objects.get().beginn) == "2017-06-02"


def test_what_staff_added_to_an_unnamed_field_is_no_deviation(ordner):
    lade(ordner)
    Wahlperiode.objects.update(ende="2022-05-31")

    *_, bilanz = lade(ordner, aktualisieren=True)

    assert (bilanz.vorhanden, bilanz.aktualisiert) == (1, 0)
    assert str(Wahlperiode.objects.get().ende) == "2022-05-31"


def test_updating_sets_back_only_the_fields_that_the_fixture_names(ordner):
    lade(ordner)
    Wahlperiode.objects.update(beginn="2017-06-02", ende="2022-05-31")

    *_, bilanz = lade(ordner, aktualisieren=True)

    wahlperiode = Wahlperiode.objects.get()
    assert bilanz.aktualisiert == 1
    assert (str(wahlperiode.beginn), str(wahlperiode.ende)) == ("2017-06-01", "2022-05-31")
    assert wahlperiode.history.latest().history_change_reason == GRUND


def test_updating_sets_back_a_changed_lineage(schreibe):
    ordner = schreibe([LANDTAG], [WP17], [haus("Wüst I"), haus("Laschet", "Wüst I")])
    lade(ordner)
    Ministerium.objects.get(kabinett="Laschet").nachfolger.clear()

    *_, abweichung = lade(ordner)
    lade(ordner, aktualisieren=True)

    assert [a.felder for a in abweichung.abweichend] == [("Nachfolger",)]
    assert Ministerium.objects.get(kabinett="Laschet").nachfolger.count() == 1


@pytest.mark.parametrize(
    ("satz", "meldung"),
    [
        pytest.param(
            {"model": "anfragen.wahlperiode", "fields": {"parlament": ["xx"], "nummer": 17}},
            r"03\.json, Satz 1 \(anfragen\.wahlperiode\): Ein Verweis fehlt oder nennt einen Satz",
            id="unknown parliament",
        ),
        pytest.param(
            {"model": "anfragen.wahlperiode", "fields": {"nummer": 17}},
            r"Satz 1 \(anfragen\.wahlperiode\): Ein Verweis fehlt",
            id="no parliament",
        ),
        pytest.param(
            {"model": "anfragen.wahlperiode", "fields": {"parlament": ["nw"], "nummer": 17, "beginn": "1.6.2017"}},
            "Wert „1.6.2017“ hat ein ungültiges Datumsformat",
            id="German date",
        ),
        pytest.param(
            {"model": "anfragen.wahlperiode", "fields": {"parlament": ["nw", 17], "nummer": 17}},
            "Der Satz ist nicht lesbar",
            id="natural key of the wrong length",
        ),
        pytest.param(
            {"model": "anfragen.parlament", "fields": {"kuerzel": "bt", "name": "", "kurzname": "Bundestag"}},
            "name: Dieses Feld darf nicht leer sein",
            id="empty name",
        ),
        pytest.param(
            {"model": "anfragen.parlament", "fields": {"kuerzel": "bt", "titel": "Bundestag"}},
            "Ein Feld ist unbekannt .*titel",
            id="unknown field",
        ),
        pytest.param({"model": "anfragen.parlamemt", "fields": {}}, "anfragen.parlamemt", id="unknown model"),
        pytest.param(
            haus("Laschet", "Wüst I"),
            r"Satz 1 \(anfragen\.ministerium im\): Ein Verweis fehlt .*Wüst I",
            id="unknown successor",
        ),
    ],
)
def test_a_record_that_does_not_fit_is_named_and_nothing_is_loaded(schreibe, satz, meldung):
    ordner = schreibe([LANDTAG], [WP17], [satz])

    with pytest.raises(StammdatenFehler, match=meldung):
        lade(ordner)

    assert not Parlament.objects.exists()


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        pytest.param(b'[\n{"model": ', r"01\.json, Zeile 2: kein gültiges JSON", id="cut off"),
        pytest.param("[„]".encode("cp1252"), r"01\.json: ist nicht in UTF-8", id="cp1252"),
        pytest.param(b'{"model": "anfragen.parlament"}', "erwartet ist eine Liste von Sätzen", id="no list"),
        pytest.param(b"[1]", "erwartet ist eine Liste von Sätzen", id="no records"),
    ],
)
def test_a_file_that_is_no_fixture_is_named(tmp_path, inhalt, meldung):
    (tmp_path / "01.json").write_bytes(inhalt)

    with pytest.raises(StammdatenFehler, match=meldung):
        lade(tmp_path)


def test_a_folder_without_fixtures_is_named(tmp_path):
    with pytest.raises(StammdatenFehler, match="keine Stammdaten"):
        lade(tmp_path)


def test_the_products_files_also_load_with_plain_loaddata_twice():
    for _ in range(2):
        call_command("loaddata", *sorted(ORDNER.glob("*.json")), verbosity=0)

    assert not any(bilanz.angelegt or bilanz.abweichend for bilanz in lade(ORDNER))


def lade_stammdaten(*argumente: object) -> list[str]:
    ausgabe = StringIO()
    call_command("lade_stammdaten", *map(str, argumente), stdout=ausgabe)
    return [" ".join(zeile.split()) for zeile in ausgabe.getvalue().splitlines()]


def test_command_reports_each_model(ordner):
    assert lade_stammdaten(ordner) == ["Parlamente 1 angelegt 0 vorhanden", "Wahlperioden 1 angelegt 0 vorhanden"]
    assert lade_stammdaten(ordner) == ["Parlamente 0 angelegt 1 vorhanden", "Wahlperioden 0 angelegt 1 vorhanden"]


def test_command_names_what_deviates_and_updates_on_request(ordner):
    lade_stammdaten(ordner)
    Wahlperiode.objects.update(beginn="2017-06-02")

    assert lade_stammdaten(ordner)[1:] == [
        "Wahlperioden 0 angelegt 0 vorhanden 1 weicht ab",
        "17. Wahlperiode (Landtag): Beginn",
        "Abweichendes bleibt, wie es ist; --aktualisieren setzt es auf die Stammdaten zurück.",
    ]
    assert lade_stammdaten(ordner, "--aktualisieren")[1:] == ["Wahlperioden 0 angelegt 0 vorhanden 1 aktualisiert"]


def test_command_fails_with_the_reason(ordner):
    (ordner / "02.json").write_text("[", encoding="utf-8")

    with pytest.raises(CommandError, match=r"Stammdaten nicht geladen\. 02\.json, Zeile 1"):
        lade_stammdaten(ordner)
