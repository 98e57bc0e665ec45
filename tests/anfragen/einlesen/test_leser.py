"""Reading in child processes: order, survival, text recognition."""

import hashlib
import json
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from anfragen.einlesen import prozess, texterkennung
from anfragen.einlesen.grenzen import Grenzen
from anfragen.einlesen.leser import Leser, _naming
from anfragen.einlesen.prozess import Gelesen, Verdikt
from tests.anfragen.einlesen import rohes_pdf as roh

TEXT = "Antwort der Landesregierung auf die Kleine Anfrage {} vom 9. Januar 2019 des Abgeordneten Jörg Schneider AfD"


def mixed() -> bytes:
    """A page of text, and a scanned one."""
    bild = roh.stream(
        b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    return roh.build(
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
    befunde = [befund for befund in lies(mixed()).drucksache.befunde if befund.regel == "seite-ohne-text"]

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
            (ordner / "ocrmypdf").write_text(f"#!{sys.executable}\nimport json, os, subprocess, sys, time\n{zeilen}\n")
            (ordner / "ocrmypdf").chmod(0o755)
            monkeypatch.setenv("PATH", str(ordner), prepend=":")
            monkeypatch.setattr(texterkennung, "is_available", lambda: True)

        return program

    @pytest.fixture
    def giving(self, program, tmp_path):
        """A program that gives this PDF, and writes down how it was called."""

        def giving(daten: bytes) -> None:
            erkannt = tmp_path / "vorbereitet.pdf"
            erkannt.write_bytes(daten)
            program(
                f"json.dump([sys.argv[1:], dict(os.environ)], open({str(tmp_path / 'aufruf.json')!r}, 'w'))\n"
                f"open(sys.argv[-1], 'wb').write(open({str(erkannt)!r}, 'rb').read())"
            )

        return giving

    def test_a_scan_is_recognised_with_german_and_marked(self, leser, scan, giving, tmp_path):
        giving(roh.page(roh.TEXT))

        gelesen = leser.read(scan)

        assert isinstance(gelesen, Gelesen)
        assert gelesen.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()
        assert "Antwort der Landesregierung" in gelesen.drucksache.quelle
        assert marked(gelesen) == ["Der Text ist aus einem Scan erkannt und kann Lesefehler enthalten."]
        argumente, _ = json.loads((tmp_path / "aufruf.json").read_text())
        assert argumente[argumente.index("--language") + 1] == "deu"

    def test_the_program_sees_no_settings(self, leser, scan, giving, tmp_path, monkeypatch):
        monkeypatch.setenv("SECRET_KEY", "geheim")
        giving(roh.page(roh.TEXT))

        leser.read(scan)

        _, umgebung = json.loads((tmp_path / "aufruf.json").read_text())
        assert "PATH" in umgebung
        assert "SECRET_KEY" not in umgebung

    def test_scanned_pages_among_others_are_recognised_and_named(self, leser, tmp_path, giving):
        datei = tmp_path / "gemischt.pdf"
        datei.write_bytes(mixed())
        giving(roh.page(roh.TEXT))

        gelesen = leser.read(datei)

        assert gelesen.sha256 == hashlib.sha256(mixed()).hexdigest()
        assert marked(gelesen) == ["Der Text von Seite 2 ist aus einem Scan erkannt und kann Lesefehler enthalten."]
        assert "seite-ohne-text" not in rules(gelesen)

    @pytest.mark.parametrize("wie", ["nothing was there to recognise", "it failed", "what came out is unreadable"])
    def test_pages_without_recognised_text_stay_findings(self, leser, tmp_path, giving, program, wie):
        datei = tmp_path / "gemischt.pdf"
        datei.write_bytes(mixed())
        if wie == "it failed":
            program("sys.exit('kein Deutsch installiert')")
        else:
            giving(mixed() if wie.startswith("nothing") else b"kaputt\0")

        gelesen = leser.read(datei)

        assert "Antwort der Landesregierung" in gelesen.drucksache.quelle
        assert "seite-ohne-text" in rules(gelesen)
        assert marked(gelesen) == []

    def test_pages_are_named_in_words(self):
        assert _naming([2]) == "Der Text von Seite 2"
        assert _naming([2, 3, 5]) == "Der Text der Seiten 2, 3 und 5"

    def test_a_scan_that_cannot_be_recognised_stays_without_text_and_says_why(self, leser, scan, program):
        program("sys.exit('kein Deutsch installiert')")

        verdikt = leser.read(scan)

        assert verdikt.ohne_text
        assert "kein Deutsch installiert" in verdikt.meldung

    def test_a_protected_scan_says_so(self, leser, scan, program):
        program("sys.exit(8)")

        assert "gegen Änderungen geschützt" in leser.read(scan).meldung

    def test_recognition_has_its_own_time_limit_and_ends_with_all_that_it_started(self, scan, program, tmp_path):
        weiteres = f"import os, time; open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(30)"
        program(f"subprocess.run([sys.executable, '-c', {weiteres!r}])")
        beginn = time.monotonic()

        with Leser(Grenzen(erkennung_sekunden=2), prozesse=1) as leser:
            verdikt = leser.read(scan)

        assert verdikt.ohne_text
        assert "2 Sekunden" in verdikt.meldung
        assert time.monotonic() - beginn < 20
        assert is_gone(int((tmp_path / "pid").read_text()))

    def test_closing_ends_a_recognition_that_is_under_way(self, scan, program, tmp_path):
        program(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(30)")
        leser = Leser(prozesse=1)
        ergebnis: list[Gelesen | Verdikt] = []
        faden = threading.Thread(target=lambda: ergebnis.append(leser.read(scan)))
        faden.start()
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.01)

        leser.close()
        faden.join(20)

        assert isinstance(ergebnis[0], Verdikt)
        assert is_gone(int((tmp_path / "pid").read_text()))

    def test_without_the_program_a_scan_is_without_text(self, leser, scan):
        verdikt = leser.read(scan)

        assert verdikt.ohne_text
        assert verdikt.sha256 == hashlib.sha256(scan.read_bytes()).hexdigest()


def rules(gelesen: Gelesen) -> set[str]:
    return {befund.regel for befund in gelesen.drucksache.befunde}


def marked(gelesen: Gelesen) -> list[str]:
    """The findings that text was recognised."""
    return [befund.text for befund in gelesen.drucksache.befunde if befund.regel == "text-erkannt"]


def is_gone(pid: int) -> bool:
    """Whether the process ends within some seconds: who it belonged to is dead, the system clears it away."""
    for _ in range(500):
        try:
            zustand = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if zustand == "Z":
            return True
        time.sleep(0.01)
    return False
