"""Footnotes at the foot of a page whose text goes on overleaf."""

import pytest

from anfragen.parsing.drucksache import parse
from anfragen.parsing.text import lies

SEITE = "LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/5030"


def fussnoten(quelle: str) -> list[str]:
    """The footnotes that are found, the same with line breaks and on one line."""
    text, zeile = lies(quelle), lies(" ".join(quelle.split()))
    gefunden = [text.text[a:b].strip() for a, b in text.fussnoten]
    assert gefunden == [zeile.text[a:b].strip() for a, b in zeile.fussnoten]
    return gefunden


@pytest.mark.parametrize(
    ("quelle", "erwartet"),
    [
        pytest.param("Es hat sich bewährt.1 Gut.\n\n1 Vorlage 17/7150, S. 3.", ["1 Vorlage 17/7150, S. 3."], id="ende"),
        pytest.param("Seit Juli 20161 gilt es.\n\n1 Stand: Mai.", ["1 Stand: Mai."], id="an-einem-jahr"),
        pytest.param("Die Große Anfrage 211 fragt.\n\n1 Eingebracht 2014.", ["1 Eingebracht 2014."], id="an-anfrage"),
        pytest.param(
            "So ist es.1 Und so.2 Ja.\n\n1 Bericht A.\n2 Bericht B.", ["1 Bericht A. 2 Bericht B."], id="zwei"
        ),
        pytest.param(
            f"Es gab1 im Jahr 1.230\n\n1 Vgl. IT.NRW.\n\n{SEITE}\n\n2\n\nöffentliche Häuser.",
            ["1 Vgl. IT.NRW."],
            id="im-satz-vor-dem-seitenkopf",
        ),
        pytest.param(
            f"So.1 Gut.\n\n1 Bericht.\n\n{SEITE}\n\n2\n\nJa.2 Nein.\n\n2 Brief.",
            ["1 Bericht.", "2 Brief."],
            id="zwei-seiten",
        ),
        pytest.param(
            f"Das trägt nach Auskunft1 die\n\n1 Auskunft vom Mai.\n\n{SEITE}\n\n2\n\nBezirksregierung.",
            ["1 Auskunft vom Mai."],
            id="weiter-mit-grossem-wort",
        ),
        pytest.param(
            f"Der Minister für Arbeit,2 Wohnen,\n\n2 Siehe 17/7522 3 Ebd.\n\n{SEITE}\n\n2\n\nVerkehr.",
            ["2 Siehe 17/7522 3 Ebd."],
            id="quellenangabe",
        ),
        pytest.param("Es hat1 sich\n\n1 https://www.land.nrw/a-1", ["1 https://www.land.nrw/a-1"], id="adresse"),
    ],
)
def test_finds_footnotes_at_the_foot_of_their_page(quelle, erwartet):
    assert fussnoten(quelle) == erwartet


@pytest.mark.parametrize(
    "quelle",
    [
        pytest.param("Es hat sich bewährt. 1 Million Menschen fahren.", id="keine-ziffer-im-text"),
        pytest.param("Es hat sich bewährt.2 Das gilt. 1 Million Menschen fahren.", id="andere-ziffer"),
        pytest.param(f"Es hat sich bewährt.1 Gut.\n\n{SEITE}\n\n2\n\n1 Million Menschen fahren.", id="naechste-seite"),
        pytest.param("Es hat sich bewährt.1 Das gilt auf Platz 1 Der Rest folgt.", id="mitten-im-satz"),
        pytest.param("1. Was? A.\n\n2. Wo? B.1", id="fragen"),
        pytest.param("Große Anfrage 22, Kleine Anfrage 4001. Viele. 1 Radwege 2 Brücken", id="nummer-der-anfrage"),
        pytest.param("Es gab1 zwölf Busse, 1 Bahn und 3 Züge.", id="aufzaehlung"),
    ],
)
def test_takes_no_other_text_for_a_footnote(quelle):
    assert fussnoten(quelle) == []


def test_paragraphs_go_on_over_a_footnote():
    text = lies(f"Es gab1 im Jahr 1.230\n\n1 Vgl. IT.NRW.\n\n{SEITE}\n\n2\n\nöffentliche Häuser.\n\nMehr nicht.")
    assert text.paragraphs(0, len(text.text)) == "Es gab1 im Jahr 1.230 öffentliche Häuser.\n\nMehr nicht."


def test_a_part_of_a_footnote_is_left_out_too():
    text = lies("Es ist so.1 Ja.\n\n1 Vorlage 17/7150, S. 3.")
    assert text.paragraphs(0, text.text.index("7150")) == "Es ist so.1 Ja."


def test_what_a_footnote_interrupts_is_read_without_it():
    seiten = [f"\n\n{nr} https://www.land.nrw/a?b=c.\n\n{SEITE}\n\n{nr + 1}\n\n" for nr in (1, 2)]
    quelle = (
        "auf die Kleine Anfrage 1882 vom 9. Januar 2019 des Abgeordneten Marc Herter SPD Drucksache 17/4791 Was nun? "
        f"Vorbemerkung der Kleinen Anfrage Ja. Der Minister für Bauen1 und{seiten[0]}Verkehr hat die Kleine Anfrage "
        "1882 mit Schreiben vom 6. Februar 2019 namens der Landesregierung beantwortet. "
        f"1. Was gilt2 für{seiten[1]}den Bau? Nichts."
    )
    gelesen = parse(quelle)
    assert gelesen.beantwortung.amt == "Der Minister für Bauen1 und Verkehr"
    assert [frage.text for frage in gelesen.fragen] == ["Was gilt2 für den Bau?"]
