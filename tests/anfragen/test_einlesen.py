"""Files that can be read, and files that say why they can't."""

import hashlib

import pytest

from anfragen.einlesen import MAX_BYTES, Unlesbar, files, read


@pytest.mark.parametrize(
    "inhalt",
    [
        pytest.param("Drucksache 17/11212 für Bochum".encode(), id="UTF-8"),
        pytest.param("Drucksache 17/11212 für Bochum".encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param("Drucksache 17/11212 für Bochum".encode("utf-16"), id="UTF-16 with mark"),
    ],
)
def test_text_is_read_with_the_hash_of_its_bytes(tmp_path, inhalt):
    datei = tmp_path / "17-11212.txt"
    datei.write_bytes(inhalt)

    gelesen = read(datei)

    assert gelesen.text == "Drucksache 17/11212 für Bochum"
    assert gelesen.sha256 == hashlib.sha256(inhalt).hexdigest()


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        pytest.param(b"", "leer", id="empty"),
        pytest.param(b" \n\t ", "leer", id="white space only"),
        pytest.param(b"eins\nzwei\0drei", "Zeile 2.*NUL", id="binary"),
        pytest.param(b"eins\n\nf\xfcr Bochum", "Zeile 3.*UTF-8.*iconv", id="cp1252"),
        pytest.param(b"%PDF-1.7\n", "PDF", id="PDF"),
        pytest.param("eins\0zwei".encode("utf-16"), "NUL", id="NUL in UTF-16"),
        pytest.param(b"\xff\xfea", "UTF-8", id="broken UTF-16"),
    ],
)
def test_an_unreadable_file_says_why_and_what_to_do(tmp_path, inhalt, meldung):
    datei = tmp_path / "dokument.txt"
    datei.write_bytes(inhalt)

    with pytest.raises(Unlesbar, match=meldung):
        read(datei)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(Unlesbar, match="gibt es nicht"):
        read(tmp_path / "fehlt.txt")


def test_a_huge_file_is_refused_unread(tmp_path):
    datei = tmp_path / "riesig.txt"
    with datei.open("wb") as strom:
        strom.truncate(MAX_BYTES + 1)

    with pytest.raises(Unlesbar, match="größer als 20 MB"):
        read(datei)


def test_a_folder_gives_its_text_files_sorted_and_a_file_stays_where_it_was_named(tmp_path):
    for name in ("b.txt", "a.TXT", "bild.png"):
        (tmp_path / name).write_text("x")
    unter = tmp_path / "unter"
    unter.mkdir()
    (unter / "c.txt").write_text("x")
    genannt = tmp_path / "fehlt.txt"

    assert [p.name for p in files([genannt, tmp_path])] == ["fehlt.txt", "a.TXT", "b.txt", "c.txt"]
