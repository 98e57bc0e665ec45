"""Taking files in: record, original and attempt together, or the attempt alone."""

import pytest
from django.db import IntegrityError

from anfragen import aufnahme
from anfragen.einlesen.ablage import Ablage
from anfragen.models import Dokument, Einlesung
from anfragen.parsing import LESEVERSION
from tests import factories as f
from tests.anfragen.einlesen import rohes_pdf
from tests.anfragen.test_recording import ANTWORT
from tests.druck import Druck

pytestmark = pytest.mark.django_db
Ergebnis = Einlesung.Ergebnis


@pytest.fixture(scope="module")
def leser():
    with aufnahme.leser(prozesse=1) as leser:
        yield leser


@pytest.fixture
def take_in(leser, tmp_path):
    """Takes in files given as `name=bytes`, in order."""
    f.wahlperiode()
    f.reihe()

    def take_in(dateien, **optionen):
        pfade = []
        for name, daten in dateien.items():
            pfade.append(tmp_path / name)
            pfade[-1].write_bytes(daten)
        return list(aufnahme.take_in(leser, pfade, **optionen))

    return take_in


def printed() -> bytes:
    druck = Druck("17/5030", erste_seite=True)
    for absatz in ANTWORT.strip().split("\n\n"):
        druck.absatz(absatz)
    return druck.als_pdf()


def originals(settings):
    return [pfad for pfad in Ablage(settings.MEDIA_ROOT).ordner.rglob("*") if pfad.is_file()]


def test_a_pdf_has_its_record_its_original_and_its_attempt(take_in, settings):
    daten = printed()

    (eine,) = take_in({"MMD17-5030.pdf": daten})

    dokument = Dokument.objects.get(nummer=5030)
    assert eine.ergebnis == Ergebnis.ANGELEGT
    assert eine.dokument == dokument
    assert dokument.mimetyp == "application/pdf"
    assert dokument.leseversion == LESEVERSION
    assert [pfad.read_bytes() for pfad in originals(settings)] == [daten]
    einlesung = Einlesung.objects.get()
    assert (einlesung.dateiname, einlesung.sha256) == ("MMD17-5030.pdf", dokument.sha256)
    assert (einlesung.ergebnis, einlesung.dokument) == (Ergebnis.ANGELEGT, dokument)


def test_a_place_in_a_pdf_leads_to_its_page_and_in_a_text_to_none(take_in):
    druck = Druck("17/5030", erste_seite=True)
    druck.absatz(ANTWORT.strip())
    druck.neue_seite()
    druck.absatz("Zweite Seite.")
    take_in({"17-5030.pdf": druck.als_pdf(), "17-5031.txt": ANTWORT.replace("17/5030", "17/5031").encode()})

    dokument = Dokument.objects.get(nummer=5030)
    assert dokument.seite_von(dokument.text.index("Zweite Seite")) == 2
    assert Dokument.objects.get(nummer=5031).seite_von(5) is None


@pytest.mark.parametrize(
    ("name", "daten", "ergebnis", "meldung"),
    [
        ("bild.pdf", b"\x89PNG", Ergebnis.ABGELEHNT, "Bild"),
        ("scan.pdf", rohes_pdf.page(b"0 0 9 9 re f"), Ergebnis.OHNE_TEXT, "Kein Text"),
        ("zettel.txt", b"Milch, Brot", Ergebnis.ABGELEHNT, "kein Dokument des Landtags"),
    ],
)
def test_of_a_bad_file_only_the_attempt_is_kept(take_in, settings, name, daten, ergebnis, meldung):
    (eine,) = take_in({name: daten})

    assert eine.ist_abgelehnt
    assert meldung in eine.meldung
    einlesung = Einlesung.objects.get()
    assert (einlesung.dateiname, einlesung.ergebnis, einlesung.dokument) == (name, ergebnis, None)
    assert einlesung.meldung == eine.meldung
    assert not Dokument.objects.exists()
    assert originals(settings) == []


def test_a_second_copy_under_another_name_changes_nothing(take_in, settings):
    take_in({"17-5030.txt": ANTWORT.encode()})

    (eine,) = take_in({"kopie.txt": ANTWORT.encode()})

    assert eine.ergebnis == Ergebnis.UNVERAENDERT
    assert eine.drucksache is None, "it did not have to be read"
    assert len(originals(settings)) == 1
    assert Einlesung.objects.count() == 1


def test_another_reading_reads_the_same_file_again(take_in):
    take_in({"17-5030.txt": ANTWORT.encode()})
    Dokument.objects.update(leseversion=LESEVERSION - 1)

    (eine,) = take_in({"17-5030.txt": ANTWORT.encode()})

    assert eine.drucksache is not None
    assert eine.ergebnis == Ergebnis.UNVERAENDERT
    assert Dokument.objects.get(nummer=5030).leseversion == LESEVERSION


def test_a_lost_original_is_brought_back(take_in, settings):
    take_in({"17-5030.txt": ANTWORT.encode()})
    originals(settings)[0].unlink()

    take_in({"17-5030.txt": ANTWORT.encode()})

    assert originals(settings)[0].read_bytes() == ANTWORT.encode()


def test_another_content_for_a_number_on_record_is_refused_and_not_kept(take_in, settings):
    take_in({"17-5030.txt": ANTWORT.encode()})

    (eine,) = take_in({"17-5030-neu.txt": ANTWORT.encode() + b" Noch ein Satz."})

    assert "schon mit anderem Inhalt" in eine.meldung
    assert len(originals(settings)) == 1


def test_what_the_database_refuses_costs_its_own_file_alone(take_in, settings, monkeypatch):
    def record_all(gelesen, **optionen):
        if any(quelle.dateiname.endswith("17-5031.txt") for _, quelle in gelesen):
            raise IntegrityError("CHECK constraint failed")
        return echt(gelesen, **optionen)

    echt = aufnahme.recording.record_all
    monkeypatch.setattr(aufnahme.recording, "record_all", record_all)

    aufnahmen = take_in({f"17-{n}.txt": ANTWORT.replace("17/5030", f"17/{n}").encode() for n in (5030, 5031, 5032)})

    assert [eine.ergebnis for eine in aufnahmen] == [Ergebnis.ANGELEGT, Ergebnis.ABGELEHNT, Ergebnis.ANGELEGT]
    assert "CHECK constraint failed" in aufnahmen[1].meldung
    assert set(Dokument.objects.exclude(sha256="").values_list("nummer", flat=True)) == {5030, 5032}
    assert Einlesung.objects.get(ergebnis=Ergebnis.ABGELEHNT).sha256 == aufnahmen[1].sha256
    assert len(originals(settings)) == 2


def test_a_batch_ends_when_it_is_full_or_large(take_in, monkeypatch):
    groessen = []
    echt = aufnahme.recording.record_all
    monkeypatch.setattr(
        aufnahme.recording,
        "record_all",
        lambda gelesen, **optionen: groessen.append(len(gelesen)) or echt(gelesen, **optionen),
    )
    monkeypatch.setattr(aufnahme, "MAX_SEKUNDEN", 60)
    monkeypatch.setattr(aufnahme, "MAX_DATEIEN", 2)
    dateien = {f"17-{n}.txt": ANTWORT.replace("17/5030", f"17/{n}").encode() for n in (5030, 5031, 5032)}
    take_in(dateien)
    monkeypatch.setattr(aufnahme, "MAX_ZEICHEN", 100)
    take_in(dateien, neu_lesen=True)

    assert groessen == [2, 1, 1, 1, 1]


def test_nothing_is_recorded_when_the_original_cannot_be_put_away(take_in, settings, monkeypatch):
    def fail(*args):
        raise OSError("disk")

    monkeypatch.setattr("anfragen.einlesen.ablage._move", fail)

    with pytest.raises(OSError, match="disk"):
        take_in({"17-5030.txt": ANTWORT.encode()})

    assert not Dokument.objects.exists()
    assert not Einlesung.objects.exists()
    assert originals(settings) == []


def test_looking_up_what_is_known_takes_one_query_for_many_files(take_in, django_assert_num_queries):
    dateien = {f"17-{n}.txt": ANTWORT.replace("17/5030", f"17/{n}").encode() for n in (5030, 5031, 5032)}
    take_in(dateien)

    with django_assert_num_queries(1):
        aufnahmen = take_in(dateien)

    assert [eine.ergebnis for eine in aufnahmen] == [Ergebnis.UNVERAENDERT] * 3
