"""Reading in child processes: order, survival, text recognition."""

import hashlib
import json
import os
import sys
import threading

import pytest

from anfragen.einlesen import prozess, texterkennung
from anfragen.einlesen.leser import Leser
from anfragen.einlesen.prozess import Gelesen, Verdikt
from tests.anfragen.einlesen import rohes_pdf as roh

TEXT = "Antwort der Landesregierung auf die Kleine Anfrage {} vom 9. Januar 2019 des Abgeordneten Jörg Schneider AfD"


def test_what_was_read_comes_back_whole(lies):
    daten = TEXT.format(1882).encode()

    gelesen = lies(daten, "17-5030.txt")

    assert gelesen.sha256 == hashlib.sha256(daten).hexdigest()
    assert gelesen.mimetyp == "text/plain"
    assert gelesen.drucksache.quelle == daten.decode()
    assert gelesen.drucksache.vorblatt.anfrage_nummer == 1882


def test_files_come_in_the_order_given_whatever_they_take(tmp_path):
    pfade = []
    for i in range(30):
        pfade.append(tmp_path / f"{i}.txt")
        pfade[-1].write_text(TEXT.format(i + 1) + " Wort" * (20_000 if i % 7 == 0 else 1), encoding="utf-8")

    with Leser(prozesse=2) as leser:
        gelesen = list(leser.read_all(pfade))

    assert [pfad for pfad, _ in gelesen] == pfade
    assert [g.drucksache.quelle.split()[7] for _, g in gelesen] == [str(i) for i in range(1, 31)]


def test_no_file_is_no_process():
    with Leser(prozesse=2) as leser:
        assert list(leser.read_all([])) == []
        assert all(einer.popen is None for einer in leser._alle)


def test_a_missing_file_and_a_folder_say_so(leser, tmp_path):
    assert "gibt es nicht" in leser.read(tmp_path / "fehlt.txt").meldung
    assert "Ordner" in leser.read(tmp_path).meldung


def test_a_huge_file_is_refused_unread(leser, tmp_path):
    datei = tmp_path / "riesig.pdf"
    with datei.open("wb") as strom:
        strom.truncate(300 * 2**20)

    assert "größer als 200 MB" in leser.read(datei).meldung


def test_a_process_that_was_killed_is_replaced(tmp_path):
    datei = tmp_path / "17-5030.txt"
    datei.write_text(TEXT.format(1), encoding="utf-8")
    with Leser(prozesse=1) as leser:
        assert isinstance(leser.read(datei), Gelesen)
        kind = leser._alle[0].popen
        kind.kill()
        kind.wait()

        assert isinstance(leser.read(datei), Gelesen)
        assert leser._alle[0].popen.pid != kind.pid


def test_an_answer_cut_short_is_a_crash(monkeypatch, tmp_path):
    monkeypatch.setattr(prozess.Leseprozess, "command", lambda self: [sys.executable, "-c", "print('xxxxxx')"])

    with Leser(prozesse=1) as leser:
        verdikt = leser.read(tmp_path)

    assert isinstance(verdikt, Verdikt)
    assert "Absturz" in verdikt.meldung


def test_closing_ends_the_processes_even_while_they_read(tmp_path):
    datei = tmp_path / "lang.txt"
    datei.write_text("Gab es 1. 2. 3. Fragen?\n" * 300_000, encoding="utf-8")
    leser = Leser(prozesse=1)
    ergebnis: list[Gelesen | Verdikt] = []
    faden = threading.Thread(target=lambda: ergebnis.append(leser.read(datei)))
    faden.start()
    while leser._alle[0].popen is None:
        pass
    pid = leser._alle[0].popen.pid

    leser.close()
    faden.join(5)

    assert isinstance(ergebnis[0], Verdikt)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_an_error_of_the_program_is_a_verdict_and_is_logged(caplog, lies, monkeypatch):
    antwort = {"sha256": "", "fehler": "Fehler des Programms", "technisch": "Traceback: KeyError"}
    monkeypatch.setattr(prozess.Leseprozess, "_ask", lambda self, anfrage: antwort)

    assert lies(b"x").meldung == "Fehler des Programms"
    assert "KeyError" in caplog.text


def test_pages_without_text_are_findings(lies):
    bild = roh.stream(
        b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    daten = roh.build(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        roh.stream(roh.TEXT),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        bild,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R"
        b" /Resources << /XObject << /Im1 6 0 R >> >> >>",
        roh.stream(b"q 500 0 0 500 0 0 cm /Im1 Do Q"),
    )

    befunde = [befund for befund in lies(daten).drucksache.befunde if befund.regel == "seite-ohne-text"]

    assert [befund.text for befund in befunde] == ["Seite 2 ist ein Bild ohne Text; was dort steht, fehlt hier."]


class TestTexterkennung:
    """A stand-in for the program: what matters is how it is called and what becomes of what it gives."""

    @pytest.fixture
    def scan(self, tmp_path):
        datei = tmp_path / "scan.pdf"
        datei.write_bytes(roh.page(b"0 0 100 100 re f"))
        return datei

    @pytest.fixture
    def program(self, tmp_path, monkeypatch):
        def program(zeilen: str) -> None:
            ordner = tmp_path / "bin"
            ordner.mkdir()
            (ordner / "ocrmypdf").write_text(f"#!{sys.executable}\nimport json, sys, time\n{zeilen}\n")
            (ordner / "ocrmypdf").chmod(0o755)
            monkeypatch.setenv("PATH", str(ordner), prepend=":")

        return program

    def test_a_scan_is_recognised_with_german_and_marked(self, leser, scan, program, tmp_path):
        erkannt = tmp_path / "vorbereitet.pdf"
        erkannt.write_bytes(roh.page(roh.TEXT))
        aufruf = tmp_path / "aufruf.json"
        program(
            f"json.dump(sys.argv[1:], open({str(aufruf)!r}, 'w'))\n"
            f"open(sys.argv[-1], 'wb').write(open({str(erkannt)!r}, 'rb').read())"
        )

        gelesen = leser.read(scan)

        assert isinstance(gelesen, Gelesen)
        assert gelesen.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
        assert "Antwort der Landesregierung" in gelesen.drucksache.quelle
        assert "text-erkannt" in {befund.regel for befund in gelesen.drucksache.befunde}
        argumente = json.loads(aufruf.read_text())
        assert argumente[argumente.index("--language") + 1] == "deu"

    def test_a_scan_that_cannot_be_recognised_stays_without_text_and_says_why(self, leser, scan, program):
        program("sys.exit('kein Deutsch installiert')")

        verdikt = leser.read(scan)

        assert verdikt.ohne_text
        assert "kein Deutsch installiert" in verdikt.meldung

    def test_recognition_has_its_own_time_limit(self, scan, program):
        from anfragen.einlesen.grenzen import Grenzen

        program("time.sleep(30)")
        with Leser(Grenzen(erkennung_sekunden=1), prozesse=1) as leser:
            verdikt = leser.read(scan)

        assert verdikt.ohne_text
        assert "1 Sekunden" in verdikt.meldung

    def test_without_the_program_a_scan_is_without_text(self, leser, scan, monkeypatch):
        monkeypatch.setattr(texterkennung, "is_available", lambda: False)

        verdikt = leser.read(scan)

        assert verdikt.ohne_text
        assert verdikt.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
