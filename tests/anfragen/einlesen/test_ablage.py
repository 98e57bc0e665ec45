"""Originals: each content once, complete or not at all."""

import hashlib

import pytest

from anfragen.einlesen.ablage import Ablage
from anfragen.einlesen.inhalt import PDF, TEXT, Unlesbar

INHALT = b"%PDF-1.7 Inhalt"
SUMME = hashlib.sha256(INHALT).hexdigest()


@pytest.fixture
def ablage(tmp_path):
    return Ablage(tmp_path / "media")


@pytest.fixture
def datei(tmp_path):
    datei = tmp_path / "17-5030.pdf"
    datei.write_bytes(INHALT)
    return datei


def files(ablage):
    return [pfad for pfad in ablage.ordner.rglob("*") if pfad.is_file()]


def test_a_file_lies_under_its_checksum(ablage, datei):
    with ablage.prepared(datei, SUMME, PDF) as lege_ab:
        lege_ab()

    assert files(ablage) == [ablage.ordner / SUMME[:2] / SUMME[2:4] / f"{SUMME}.pdf"]
    assert files(ablage)[0].read_bytes() == INHALT


def test_the_same_content_is_kept_once(ablage, datei, tmp_path):
    anderer_name = tmp_path / "kopie.pdf"
    anderer_name.write_bytes(INHALT)
    for pfad in (datei, anderer_name):
        with ablage.prepared(pfad, SUMME, PDF) as lege_ab:
            lege_ab()

    assert len(files(ablage)) == 1


def test_nothing_is_left_of_a_file_that_was_not_put_there(ablage, datei):
    with pytest.raises(ZeroDivisionError), ablage.prepared(datei, SUMME, PDF):
        raise ZeroDivisionError

    assert files(ablage) == []


def test_a_file_that_changed_meanwhile_is_refused(ablage, datei):
    datei.write_bytes(b"anders")

    with pytest.raises(Unlesbar, match="geändert"), ablage.prepared(datei, SUMME, PDF):
        pass

    assert files(ablage) == []


def test_text_and_pdf_keep_their_ending(ablage):
    assert ablage.path(SUMME, TEXT).suffix == ".txt"
    assert ablage.path(SUMME, PDF).suffix == ".pdf"
