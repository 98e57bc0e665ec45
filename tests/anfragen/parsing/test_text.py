"""The flat reading text: one case per rule, and the way back to the source."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.parsing.records import Dokumentnummer
from anfragen.parsing.text import lies

KOPF = "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/11212"
IMPRESSUM = (
    "Die Veröffentlichungen des Landtags Nordrhein-Westfalen sind einzeln gegen eine Schutzgebühr beim Archiv des "
    "Landtags Nordrhein-Westfalen, 40002 Düsseldorf, Postfach 10 11 43, Telefon (0211) 884 - 2439, zu beziehen. Der "
    "kostenfreie Abruf ist auch möglich über das Internet-Angebot des Landtags Nordrhein-Westfalen unter "
    "www.landtag.nrw.de"
)

WORTE = [
    pytest.param("Woh-\nnen", "Wohnen", id="split word"),
    pytest.param("Klima-\nund Umweltschutz", "Klima- und Umweltschutz", id="part left out before und"),
    pytest.param("8-\nbis 12-Minuten", "8- bis 12-Minuten", id="part left out after a digit"),
    pytest.param("Landes-\nbzw. Bundesebene", "Landes- bzw. Bundesebene", id="part left out before bzw"),
    pytest.param("Ruhr-\nUniversität", "Ruhr-Universität", id="capital keeps hyphen"),
    pytest.param("Public-Pri-\nvate-Academic", "Public-Private-Academic", id="split inside a hyphenated word"),
    pytest.param("[05-\n02]", "[05-02]", id="split number"),
    pytest.param("Dublin-III-\nVerordnung", "Dublin-III-Verordnung", id="roman number"),
    pytest.param("EU-\nweit", "EU-weit", id="abbreviation keeps hyphen"),
    pytest.param("24-\nstündig", "24-stündig", id="digit keeps hyphen"),
    pytest.param("nordrhein-\nwestfälisch", "nordrhein-westfälisch", id="adjective of a land"),
    pytest.param("rot-\ngrüne", "rot-grüne", id="adjective of colours"),
    pytest.param("öffentlich-\nrechtlich", "öffentlich-rechtlich", id="pair of adjectives"),
    pytest.param("öffentlich-\nkeitswirksam", "öffentlichkeitswirksam", id="no pair of adjectives"),
    pytest.param("so-\nwie", "sowie", id="sowie is one word"),
    pytest.param("den-\nnoch", "dennoch", id="dennoch is one word"),
    pytest.param("nicht-deutsch, nicht-\ndeutsche", "nicht-deutsch, nichtdeutsche", id="other word is no evidence"),
    pytest.param("nicht-deutsche, nicht-\ndeutsche", "nicht-deutsche, nicht-deutsche", id="printed whole elsewhere"),
    pytest.param("kurz - oder\nlang – immer", "kurz - oder lang – immer", id="dashes stay"),
    pytest.param("Vom 20. -\n26.10.2014", "Vom 20. - 26.10.2014", id="range of days stays"),
    pytest.param("Landes\u00adregierung", "Landesregierung", id="soft hyphen"),
    pytest.param("Landes\u00ad\nregierung", "Landesregierung", id="soft hyphen at a line's end"),
    pytest.param("Woh\ufffenen", "Wohnen", id="PDFium's mark"),
    pytest.param("Ruhr\u0002Universität", "Ruhr-Universität", id="PDFium's older mark"),
    pytest.param("a\u00a0b\t\tc\x0cd", "a b c d", id="every white space is one space"),
    pytest.param("LLAANNDDTTAAGG 1188//11115599", "LANDTAG 18/1159", id="letters printed twice"),
    pytest.param(f"Maß-\n\n{KOPF}\n\n4\n\nnahmen", "Maßnahmen", id="word split over a page"),
]


@pytest.mark.parametrize(("quelle", "erwartet"), WORTE)
def test_words_become_whole(quelle, erwartet):
    assert lies(quelle).text == erwartet


@pytest.mark.parametrize(("quelle", "erwartet"), WORTE)
def test_one_line_reads_like_many(quelle, erwartet):
    assert lies(" ".join(quelle.split())).text == erwartet


@pytest.mark.parametrize(
    ("quelle", "erwartet"),
    [
        pytest.param(f"statt. {KOPF} 4 Die Ruhr", "statt. Die Ruhr", id="page number after"),
        pytest.param(f"statt. 3 {KOPF} Die Ruhr", "statt. Die Ruhr", id="page number before"),
        pytest.param(f"a 1 {KOPF} b 2 {KOPF} c 3", "a b c", id="page numbers at the foot, the last included"),
        pytest.param(f"x {KOPF} 2 2. Gab es das?", "x 2. Gab es das?", id="page number before a question's"),
        pytest.param(f"x {KOPF} 2 y {KOPF} 30 Prozent", "x y 30 Prozent", id="number that is no next page"),
        pytest.param(f"x {KOPF} 65.000 Euro", "x 65.000 Euro", id="amount after a head"),
        pytest.param("x " + KOPF.replace("N-W", "NW") + " y", "x y", id="lost hyphen"),
        pytest.param(
            "x Landtag Nordrhein-Westfalen – 16. Wahlperiode Drucksache 16/1 y", "x y", id="mixed case and long dash"
        ),
        pytest.param(f"x {IMPRESSUM} y", "x y", id="imprint"),
        pytest.param("x [Impressum] y", "x y", id="imprint left out"),
        pytest.param("x Datum des Originals: 06.02.2019/Ausgegeben: 13.02.2019 y", "x y", id="footer"),
        pytest.param("x Ausgegeben: 28.09.2022 y", "x y", id="footer with one date"),
    ],
)
def test_what_surrounds_the_text_comes_out(quelle, erwartet):
    assert lies(quelle).text == erwartet


def test_first_head_stays():
    kopf = "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/5030 08.02.2019"
    assert lies(kopf).text == kopf


def test_running_heads_keep_their_number():
    assert lies(f"a {KOPF} 4 b").kopfzeilen == (Dokumentnummer(17, 11212),)


@pytest.mark.parametrize(
    ("quelle", "absaetze"),
    [
        pytest.param("Eins.\n\nZwei.", "Eins.\n\nZwei.", id="blank line"),
        pytest.param("Eins mit\n\nkleinem Rest.", "Eins mit kleinem Rest.", id="blank line inside a sentence"),
        pytest.param("Vorteile:\n• Eins\n• Zwei", "Vorteile:\n\n• Eins\n\n• Zwei", id="bullets"),
        pytest.param("Vorteile:\n- Eins", "Vorteile:\n\n- Eins", id="dash after a colon"),
        pytest.param("Landeskriminalamt\n– Wie lange?", "Landeskriminalamt – Wie lange?", id="dash goes on"),
        pytest.param("statt.\n Handlungsfeld", "statt.\n\nHandlungsfeld", id="page break left as a space"),
        pytest.param(f"mitten im\n\n{KOPF}\n\n4\n\nSatz.", "mitten im Satz.", id="page break inside a sentence"),
        pytest.param(f"Ende.\n\n{KOPF}\n\n4\n\nAnfang.", "Ende.\n\nAnfang.", id="page break between sentences"),
        pytest.param("mitten im\n\fSatz.", "mitten im Satz.", id="form feed inside a sentence"),
        pytest.param("Ende.\n\fAnfang.", "Ende.\n\nAnfang.", id="form feed between sentences"),
    ],
)
def test_paragraphs(quelle, absaetze):
    text = lies(quelle)
    assert text.paragraphs(0, len(text.text)) == absaetze


def test_span_leads_back_to_the_source():
    quelle = "Wir  woh-\nnen in\nder Ruhr-\nRegion."
    text = lies(quelle)
    start = text.text.index("wohnen")
    von, bis = text.source_span(start, start + len("wohnen"))
    assert quelle[von:bis] == "woh-\nnen"
    assert text.text_offset(von) == start


@given(st.text(alphabet=st.sampled_from("Aaö-.?1 \n\x0c\u00ad\ufffe•LDTG/"), max_size=200))
def test_any_text_reads_alike_on_one_line(quelle):
    text = lies(quelle)
    assert text.text == lies(" ".join(quelle.split())).text
    assert text.text == " ".join(text.text.split())


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_spans_lie_in_the_source(quelle, a, b):
    start, ende = lies(quelle).source_span(min(a, b), max(a, b))
    assert 0 <= start <= ende <= len(quelle)


@pytest.mark.parametrize(
    "stueck",
    [
        "- a",
        "a- ",
        "LANDTAG NORDRHEIN-WESTFALEN - 16. Wahlperiode ",
        "\n ",
        IMPRESSUM[:70],
        "•",
        "1 ",
        "x",
        "Ausgegeben: ",
    ],
)
def test_time_is_linear(stueck):
    quelle = (stueck * 200_000)[:200_000]
    beginn = time.process_time()
    lies(quelle)
    assert time.process_time() - beginn < 5  # measured: under 1 s; a quadratic rule takes minutes
