"""From printed pages to a text in reading order."""

import pytest

from anfragen.parsing.pdf import pdfium
from anfragen.parsing.pdf.satz import extract
from anfragen.parsing.seiten import fussnoten_ab, seite_von
from anfragen.parsing.text import lies
from tests.anfragen.einlesen import rohes_pdf as roh
from tests.druck import LINKS, Druck

FUELLTEXT = "\n".join(f"Zeile {i} eines Absatzes, der von nichts handelt und nur Raum einnimmt" for i in range(50))


def test_lines_and_paragraphs_come_out_as_printed():
    druck = Druck()
    druck.absatz("In Bochum wird ein Zentrum für Woh-\nnen und Stadtentwicklung gebaut.")
    druck.absatz("Es heißt „Haus 1“ – und kostet 5 €.")

    assert extract(druck.als_pdf()).text.endswith(
        "In Bochum wird ein Zentrum für Woh-\nnen und Stadtentwicklung gebaut.\n\nEs heißt „Haus 1“ – und kostet 5 €."
    )


def test_heads_and_page_numbers_go_and_the_first_head_stays_for_its_number():
    druck = Druck("17/11212")
    for _ in range(4):
        druck.absatz(FUELLTEXT)
        druck.neue_seite()
    druck.absatz("Ende")

    gesetzt = extract(druck.als_pdf())

    assert gesetzt.seiten == 5
    assert gesetzt.text.count("LANDTAG") == 1
    gelesen = lies(gesetzt.text)
    assert {str(nummer) for nummer in gelesen.kopfzeilen} == {"17/11212"}
    assert gelesen.text == " ".join([FUELLTEXT.replace("\n", " ")] * 4 + ["Ende"])


def test_a_second_page_alone_still_loses_its_page_number():
    druck = Druck("17/1", erste_seite=True)
    druck.absatz("Erste Seite")
    druck.neue_seite()
    druck.absatz("Zweite Seite")

    assert lies(extract(druck.als_pdf()).text).text == "Erste Seite Zweite Seite"


def test_a_number_in_the_text_is_no_page_number():
    druck = Druck()
    druck.absatz("2\n3\n17")

    assert extract(druck.als_pdf()).text.endswith("2\n3\n17")


def test_each_page_ends_with_a_form_feed():
    druck = Druck()
    druck.absatz("eins")
    druck.neue_seite()
    druck.neue_seite()
    druck.absatz("drei")

    text = extract(druck.als_pdf()).text

    assert text.count("\f") == 2
    assert seite_von(text, text.index("eins")) == 1
    assert seite_von(text, text.index("drei")) == 3


def test_footnotes_follow_the_text_with_their_page_and_their_marks_stand_apart():
    druck = Druck(erste_seite=True)
    druck.absatz("Die Antwort auf die Große Anfrage 21^1 nennt im Juli 2015^2, was")
    druck.fussnote(1, "Vgl. Drucksache 17/4711,\nSeite 3.")
    druck.fussnote(2, "Stand: 1. Juli 2015.")
    druck.neue_seite()
    druck.absatz("gefördert wird.")

    text = extract(druck.als_pdf()).text

    rumpf, noten = text[: fussnoten_ab(text)], text[fussnoten_ab(text) :]
    assert "Große Anfrage 21⁽¹⁾ nennt im Juli 2015⁽²⁾, was\n\f" in rumpf
    assert rumpf.rstrip().endswith("gefördert wird.")
    assert noten == (
        "[Fußnote 1, Seite 1] Vgl. Drucksache 17/4711,\nSeite 3.\n\n[Fußnote 2, Seite 1] Stand: 1. Juli 2015."
    )
    assert seite_von(text, text.index("17/4711")) == 1
    assert seite_von(text, text.index("gefördert")) == 2


def test_a_raised_digit_without_footnote_stays_a_digit():
    druck = Druck()
    druck.absatz("Das Gelände hat 500 m^2 Fläche und mehr.\nUnd das ist eine volle Zeile des laufenden Textes.")

    assert "500 m2 Fläche" in extract(druck.als_pdf()).text


def test_small_print_without_marks_stays_in_its_place():
    druck = Druck()
    druck.absatz("Eine volle Zeile des laufenden Textes, die niemand lesen muss.")
    druck.absatz("1 Angaben des Ministeriums in kleiner Schrift", groesse=6)

    text = extract(druck.als_pdf()).text

    assert "1 Angaben des Ministeriums" in text[: fussnoten_ab(text)]


def test_footnotes_on_the_first_page_stand_above_its_foot():
    druck = Druck(erste_seite=True)
    druck.seitenfuss = ["Datum des Originals: 06.02.2019/Ausgegeben: 13.02.2019"]
    druck.fussnote(1, "Vgl. Drucksache 17/4711.")
    druck.absatz("Ein Satz^1 auf der ersten Seite, der über seine ganze Breite geht.")

    text = extract(druck.als_pdf()).text

    assert text.index("Datum des Originals") < text.index("[Fußnote 1, Seite 1] Vgl. Drucksache 17/4711.")


@pytest.mark.parametrize("linien", [True, False], ids=["ruled", "unruled"])
def test_a_table_is_read_row_by_row(linien):
    druck = Druck()
    druck.tabelle(
        [
            ("Projekt", "Lokaler Bezug\ndes Projektes"),
            ("Mobilitätsregion: Flexible Mo-\nbilität [13-02]", "Das Projekt will Grenzen\nüberwinden und planen."),
            ("Ruhr Games [19-01]", "Die Ruhr Games finden\nin Bochum statt.\nMehr nicht."),
        ],
        (200, 200),
        linien=linien,
    )

    assert lies(extract(druck.als_pdf()).text).text == (
        "Projekt Lokaler Bezug des Projektes "
        "Mobilitätsregion: Flexible Mobilität [13-02] Das Projekt will Grenzen überwinden und planen. "
        "Ruhr Games [19-01] Die Ruhr Games finden in Bochum statt. Mehr nicht."
    )


def test_a_table_of_figures_keeps_each_line_together():
    druck = Druck()
    druck.y -= 10
    for zeile in ("Bochum|12|1.500", "Essen|7|900", "Gelsenkirchen|120|22.000", "davon weiblich|60|11.000"):
        for spalte, zelle in enumerate(zeile.split("|")):
            druck._zeile(LINKS + 150 * spalte, druck.y, zelle, "Vera", 8.5)
        druck.y -= 11

    assert extract(druck.als_pdf()).text.split("\n")[-4:] == [
        "Bochum 12 1.500",
        "Essen 7 900",
        "Gelsenkirchen 120 22.000",
        "davon weiblich 60 11.000",
    ]


def test_a_row_over_a_page_break_is_joined_cell_by_cell_and_the_head_printed_anew_goes():
    kopf = ("Projekt [ID-Nr.]", "Lokaler Bezug des Projektes")
    druck = Druck()
    druck.absatz(FUELLTEXT)
    druck.tabelle([kopf, ("Zentrum für Chemie 4.0 [05-", "Der Antrag ist aktuell noch in der")], (200, 200))
    druck.neue_seite()
    druck.tabelle([kopf, ("02]", "Vorbereitung."), ("Ruhr Games [19-01]", "In Bochum.")], (200, 200))

    text = extract(druck.als_pdf()).text

    assert lies(text).text.endswith(
        "Projekt [ID-Nr.] Lokaler Bezug des Projektes Zentrum für Chemie 4.0 [05-02] "
        "Der Antrag ist aktuell noch in der Vorbereitung. Ruhr Games [19-01] In Bochum."
    )
    assert seite_von(text, text.index("02]")) == 1
    assert seite_von(text, text.index("Vorbereitung.")) == 2


def test_a_new_row_at_the_top_of_a_page_stays_one():
    druck = Druck()
    druck.tabelle([("Ruhr Games\n[19-01]", "Sie finden in\nBochum statt.")], (200, 200))
    druck.neue_seite()
    druck.tabelle([("Urban Health\n[15-02]", "Es ist in\nPlanung.")], (200, 200))

    assert lies(extract(druck.als_pdf()).text).text.endswith(
        "Ruhr Games [19-01] Sie finden in Bochum statt. Urban Health [15-02] Es ist in Planung."
    )


def test_numbered_questions_with_hanging_lines_keep_their_order():
    druck = Druck()
    druck.punkt("1.", "Welche Projekte sind in Bochum verankert\nund was kosten sie?")
    druck.punkt("2.", "Welche Ziele haben\ndie Projekte?")
    druck.punkt("3.", "Wann?")

    assert lies(extract(druck.als_pdf()).text).text.endswith(
        "1. Welche Projekte sind in Bochum verankert und was kosten sie? 2. Welche Ziele haben die Projekte? 3. Wann?"
    )


def test_the_first_pages_head_is_read_left_before_right():
    druck = Druck(erste_seite=True)
    for links, rechts in (("LANDTAG NORDRHEIN-WESTFALEN", "Drucksache 17/5030"), ("17. Wahlperiode", "08.02.2019")):
        druck._zeile(LINKS, druck.y, links, "Vera-Bold", 10)
        druck._zeile(400, druck.y, rechts, "Vera", 10)
        druck.y -= 13

    assert lies(extract(druck.als_pdf()).text).text == (
        "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/5030 08.02.2019"
    )


def test_a_wide_space_in_a_line_makes_no_table():
    druck = Druck(erste_seite=True)
    druck.absatz(
        "der Abgeordneten Prof. Dr. Karsten Rudolph, Carina Gödecke, Serdar Yüksel     SPD\nDrucksache 17/10815"
    )

    assert lies(extract(druck.als_pdf()).text).text.endswith("Serdar Yüksel SPD Drucksache 17/10815")


def test_text_drawn_out_of_order_is_read_from_top_to_bottom():
    druck = Druck(erste_seite=True)
    druck._zeile(LINKS, 500, "unten", "Vera", 9)
    druck._zeile(LINKS + 60, 600, "rechts", "Vera", 9)
    druck._zeile(LINKS, 600, "links und", "Vera", 9)

    assert extract(druck.als_pdf()).text.split() == ["links", "und", "rechts", "unten"]


def test_a_page_of_a_picture_alone_is_named_as_without_text():
    druck = Druck(erste_seite=True)
    druck.absatz("Text")
    druck.neue_seite = lambda: None
    druck.canvas.showPage()
    druck.canvas.drawInlineImage(_picture(), 0, 0, 200, 200)

    gesetzt = extract(druck.als_pdf())

    assert gesetzt.text == "Text"
    assert gesetzt.ohne_text == (2,)


def _picture():
    from PIL import Image

    return Image.new("L", (20, 20), 128)


@pytest.mark.parametrize(
    ("daten", "meldung"),
    [
        pytest.param(b"", "beschädigt", id="empty"),
        pytest.param(b"%PDF-1.7\n" + b"x" * 500, "beschädigt", id="nothing but a head"),
        pytest.param(Druck(encrypt="geheim").als_pdf(), "Kennwort", id="encrypted"),
    ],
)
def test_an_unreadable_pdf_says_why(daten, meldung):
    with pytest.raises(pdfium.Unlesbar, match=meldung):
        extract(daten)


def test_a_truncated_pdf_gives_what_is_whole_or_a_verdict():
    druck = Druck()
    druck.absatz(FUELLTEXT)
    daten = druck.als_pdf()

    with pytest.raises(pdfium.Unlesbar, match="beschädigt"):
        extract(daten[: len(daten) // 2])


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(pdfium, "MAX_SEITEN", 2)
    druck = Druck()
    druck.neue_seite()
    druck.neue_seite()

    with pytest.raises(pdfium.Unlesbar, match="3 Seiten, gelesen werden höchstens 2"):
        extract(druck.als_pdf())


def test_recognised_text_over_a_scan_keeps_its_words_on_their_lines():
    """Tesseract lays each word over its picture together with the space after it, squeezed to the word's width."""
    zeilen = ("An der Ruhr ist es gut", "und in Haus am See ist", "es so gut wie an der")
    inhalt = []
    for i, zeile in enumerate(zeilen):
        x = 70.0
        for wort in zeile.split():
            breite = 6.0 * len(wort)
            dehnung = 100 * breite / (5 * (len(wort) + 1))
            inhalt.append(f"BT 3 Tr /F1 10 Tf {dehnung:.2f} Tz 1 0 0 1 {x:.2f} {700 - 12 * i} Tm ({wort} ) Tj ET")
            x += breite + 6
    schrift = b"/Type /Font /Subtype /Type1 /BaseFont /GlyphLessFont /FirstChar 32 /LastChar 122 /Widths [%b]"
    daten = roh.build(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        roh.stream("\n".join(inhalt).encode()),
        b"<< %b >>" % (schrift % (b"500 " * 91)),
    )

    assert extract(daten).text == "\n".join(zeilen)
