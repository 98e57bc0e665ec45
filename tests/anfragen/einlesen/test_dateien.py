"""Which files there are to read."""

import hashlib

from anfragen.einlesen.dateien import files, sha256


def test_a_folder_gives_its_texts_and_pdfs_sorted_and_a_file_stays_where_it_was_named(tmp_path):
    for name in ("b.txt", "a.TXT", "bild.png", "d.pdf"):
        (tmp_path / name).write_text("x")
    unter = tmp_path / "unter"
    unter.mkdir()
    (unter / "c.PDF").write_text("x")
    genannt = tmp_path / "fehlt.txt"

    assert [p.name for p in files([genannt, tmp_path])] == ["fehlt.txt", "a.TXT", "b.txt", "d.pdf", "c.PDF"]


def test_the_checksum_is_that_of_the_bytes_and_empty_without_a_file(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc")

    assert sha256(tmp_path / "a.txt") == hashlib.sha256(b"abc").hexdigest()
    assert sha256(tmp_path / "fehlt.txt") == ""
