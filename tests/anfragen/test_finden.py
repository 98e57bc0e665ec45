"""What is typed into the search box, and the record it names."""

import pytest

from anfragen.finden import Gesucht, finde, parse
from anfragen.models import Veroeffentlichung
from tests import factories

D, V, K, G = "drucksache", "vorlage", "klein", "gross"


@pytest.mark.parametrize(
    ("eingabe", "erwartet"),
    [
        ("17/11212", Gesucht(11212, 17)),
        (" 17 / 11212 ", Gesucht(11212, 17)),
        ("Drs. 17/11212", Gesucht(11212, 17, reihe=D)),
        ("Drs.17/11212", Gesucht(11212, 17, reihe=D)),
        ("Drucksache 17/11212", Gesucht(11212, 17, reihe=D)),
        ("LT-Drs. 17/11212", Gesucht(11212, 17, reihe=D)),
        ("Lt.-Drucksache 17/11212", Gesucht(11212, 17, reihe=D)),
        ("drucksache 16/100 (neu)", Gesucht(100, 16, "neu", reihe=D)),
        ("Vorlage 17/3748", Gesucht(3748, 17, reihe=V)),
        ("APr 17/12", Gesucht(12, 17, reihe="ausschussprotokoll")),
        ("Plenarprotokoll 17/80", Gesucht(80, 17, reihe="plenarprotokoll")),
        ("KA 4284", Gesucht(4284, art=K)),
        ("ka4284", Gesucht(4284, art=K)),
        ("Kleine Anfrage 4284", Gesucht(4284, art=K)),
        ("Kleine Anfrage Nr. 4284", Gesucht(4284, art=K)),
        ("KA 17/4284", Gesucht(4284, 17, art=K)),
        ("GA 26", Gesucht(26, art=G)),
        ("Große Anfrage 26", Gesucht(26, art=G)),
        ("4284", Gesucht(4284)),
    ],
)
def test_a_number_is_understood_in_its_usual_forms(eingabe, erwartet):
    assert parse(eingabe) == erwartet


@pytest.mark.parametrize(
    "eingabe",
    [
        "",
        "Bochum",
        "13-02",
        "[13-02]",
        "A40",
        "0",
        "17/0x",
        "1234567",
        "Bochum 2020",
        "17/11212 Bochum",
        "²",
        "KA",
        "\x00",
    ],
)
def test_other_words_are_no_number(eingabe):
    assert parse(eingabe) is None


@pytest.mark.django_db
def test_a_bare_number_means_the_anfrage_if_there_is_one():
    anfrage = factories.anfrage(nummer=4284)
    factories.dokument(nummer=4284)
    assert finde(Gesucht(4284)) == [anfrage]


@pytest.mark.django_db
def test_a_bare_number_means_the_document_if_there_is_no_anfrage():
    dokument = factories.dokument(nummer=11212)
    assert finde(Gesucht(11212)) == [dokument]


@pytest.mark.django_db
def test_the_newest_wahlperiode_comes_first():
    alt = factories.anfrage(nummer=12, wahlperiode=factories.wahlperiode(16))
    neu = factories.anfrage(nummer=12, wahlperiode=factories.wahlperiode(17))
    assert finde(Gesucht(12, art=K)) == [neu, alt]
    assert finde(Gesucht(12, 16, art=K)) == [alt]


@pytest.mark.django_db
def test_a_number_alone_finds_it_in_every_series():
    drucksache = factories.dokument(nummer=3748)
    vorlage = factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"))
    assert finde(Gesucht(3748, 17)) == [drucksache, vorlage]
    assert finde(Gesucht(3748, 17, reihe=V)) == [vorlage]


@pytest.mark.django_db
@pytest.mark.parametrize("stand", [Veroeffentlichung.ENTWURF, Veroeffentlichung.ZURUECKGEZOGEN])
def test_what_is_not_published_is_not_found(stand):
    factories.anfrage(nummer=4284, veroeffentlichung=stand)
    factories.dokument(nummer=11212, veroeffentlichung=stand)
    assert finde(Gesucht(4284)) == finde(Gesucht(4284, art=K)) == finde(Gesucht(11212, 17)) == []


@pytest.mark.django_db
def test_other_parliaments_are_not_meant():
    bt = factories.wahlperiode(17, "bt")
    factories.dokument(nummer=11212, wahlperiode=bt, reihe=factories.reihe(kuerzel="bt"))
    assert finde(Gesucht(11212, 17)) == []
