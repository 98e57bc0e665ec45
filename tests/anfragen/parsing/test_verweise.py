"""Reading references: every printed form, and what looks like one and is none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.parsing.text import lies
from anfragen.parsing.verweise import formen, rueckverweise
from tests.anfragen.parsing.zitate import brief, pairs, read

DOKUMENT = Path(__file__).parents[3] / "fixtures/dokumente/17-11212.txt"

FORMEN = [
    pytest.param("(Drs. 17/5600)", ["Drs 17/5600"], id="drs"),
    pytest.param("in Drs.17/5600 steht", ["Drs 17/5600"], id="drs-ohne-leerzeichen"),
    pytest.param("(Drs.: 17/14681)", ["Drs 17/14681"], id="drs-doppelpunkt"),
    pytest.param("Drs 16/292 wurde", ["Drs 16/292"], id="drs-ohne-punkt"),
    pytest.param("zu Drs.-Nr. 16/8234 ergriffen", ["Drs 16/8234"], id="drs-nr"),  # a real title, WP16
    pytest.param("Nachfrage zur Antwort DS17/1486 der", ["Drs 17/1486"], id="ds-angeklebt"),  # a real title, WP17
    pytest.param("(Drucksachennummer 17/1241)", ["Drs 17/1241"], id="drucksachennummer"),
    pytest.param("Drucksache 17/10815 der", ["Drs 17/10815"], id="drucksache"),
    pytest.param("Drucksache Nr. 17/10815", ["Drs 17/10815"], id="drucksache-nr"),
    pytest.param("Vgl. Lt.-Drucksache 17/10695", ["Drs 17/10695"], id="lt-drucksache"),
    pytest.param("(LT-DRS 16/3914)", ["Drs 16/3914"], id="grossbuchstaben"),
    pytest.param("Landtagsdrucksache 17/1957", ["Drs 17/1957"], id="landtagsdrucksache"),
    pytest.param("(Landtags-Drucksache 17/5941)", ["Drs 17/5941"], id="landtags-drucksache"),
    pytest.param("Drucksache 17/ 10815", ["Drs 17/10815"], id="leerzeichen-im-bruch"),
    pytest.param("Drucksache 17/10.815", ["Drs 17/10815"], id="tausenderpunkt"),
    pytest.param("(Aktualisierung Drs. 17/11 401)", ["Drs 17/11401"], id="tausender-leerzeichen"),  # a real title
    pytest.param("nennt Drs. 17/11 401 Plätze", ["Drs 17/11"], id="anzahl-danach"),
    pytest.param("auf LT-Drs. 10591 hin", ["Drs ~17/10591"], id="ohne-wahlperiode"),
    pytest.param(
        "LT-Drs. 10591, 10597 und 10669", ["Drs ~17/10591", "Drs ~17/10597", "Drs ~17/10669"], id="liste-ohne"
    ),
    pytest.param("wie berichtet (16/10287).", ["Drs 16/10287"], id="nackte-klammer"),
    pytest.param("(16/10287 und 16/10288)", ["Drs 16/10287", "Drs 16/10288"], id="nackte-klammer-zwei"),
    pytest.param("Drucksachen 16/7748 und 16/7912", ["Drs 16/7748", "Drs 16/7912"], id="liste"),
    pytest.param("Drs. 16/1, 16/2; 16/3 sowie 16/4", ["Drs 16/1", "Drs 16/2", "Drs 16/3", "Drs 16/4"], id="liste-vier"),
    # Both sides of a real title: "... auf die kleine Anfrage 17/3546" is about Drucksache 17/3546.
    pytest.param("auf die kleine Anfrage 17/3546 (Angriffe)", ["Drs 17/3546"], id="anfrage-mit-drucksachennummer"),
    pytest.param("Vorlage 17/3748", ["Vorl 17/3748"], id="vorlage"),
    pytest.param("Vorl. 17/2481", ["Vorl 17/2481"], id="vorl"),
    pytest.param("den Vorlagen 16/1222 und 16/1101", ["Vorl 16/1222", "Vorl 16/1101"], id="vorlagen"),
    pytest.param("Plenarprotokoll 16/1", ["PlPr 16/1"], id="plenarprotokoll"),
    pytest.param("PlPr 17/35, S. 12", ["PlPr 17/35"], id="plpr"),
    pytest.param("APr 17/303", ["APr 17/303"], id="apr"),
    pytest.param("Ausschussprotokoll 17/303", ["APr 17/303"], id="ausschussprotokoll"),
    pytest.param("Bundestagsdrucksache 19/485", ["BT 19/485"], id="bundestagsdrucksache"),
    pytest.param("BT-Drs. 19/485", ["BT 19/485"], id="bt-drs"),
    pytest.param("BT-Drucksachen 19/485 und 19/486", ["BT 19/485", "BT 19/486"], id="bt-liste"),
    pytest.param("Drucksache 19/485 des Deutschen Bundestages", ["BT 19/485"], id="des-bundestages"),
    pytest.param("Drucksache des Deutschen Bundestages 19/485", ["BT 19/485"], id="des-bundestages-davor"),
    pytest.param("im Deutschen Bundestag (Drucksache 19/485)", ["BT 19/485"], id="im-bundestag"),
    pytest.param("Drucksache 16/12 des Landtags NRW", ["Drs 16/12"], id="des-landtags"),
    pytest.param("Kleine Anfrage 4284.", ["KA ~17/4284"], id="kleine-anfrage"),
    pytest.param("Die Vorbemerkung der Kleinen Anfrage 4284 enthält", ["KA ~17/4284"], id="vorbemerkung-im-satz"),
    pytest.param("Kleine Anfrage Nr. 4284", ["KA ~17/4284"], id="kleine-anfrage-nr"),
    pytest.param("auf meine KA 4994", ["KA ~17/4994"], id="ka"),  # a real title, WP16
    pytest.param("Antwort auf kleine Anfrage 348 zu", ["KA ~17/348"], id="klein-geschrieben"),
    pytest.param("Kleinen Anfrage 4945Unterschiede", ["KA ~17/4945"], id="wort-angeklebt"),  # a real title, WP16
    pytest.param("Kleine Anfrage 2024 vom 24. Januar", ["KA ~17/2024"], id="sieht-aus-wie-ein-jahr"),  # trap 3
    pytest.param("Kleinen Anfragen 4284 und 4285", ["KA ~17/4284", "KA ~17/4285"], id="ka-liste"),
    pytest.param("Kleinen Anfragen 4284, 4285", ["KA ~17/4284", "KA ~17/4285"], id="ka-liste-komma"),
    pytest.param("KA 4284 und 4285", ["KA ~17/4284", "KA ~17/4285"], id="ka-kurz-liste"),
    pytest.param("Große Anfrage 21", ["GA ~17/21"], id="grosse-anfrage"),
    pytest.param("zur Großen Anfrage 21. Die Fragen", ["GA ~17/21"], id="grosse-anfrage-am-satzende"),
    pytest.param("GA 26", ["GA ~17/26"], id="ga"),
    pytest.param("Kleine Anfrage 1234 der 16. Wahlperiode", ["KA 16/1234"], id="ka-andere-wahlperiode"),
    pytest.param("Kleinen Anfrage 4284, vgl. 1/2 der Fälle", ["KA ~17/4284"], id="bruch-danach"),
]


@pytest.mark.parametrize(("text", "erwartet"), FORMEN)
def test_reads_printed_form(text, erwartet):
    assert [brief(v) for v in read(text)[0]] == erwartet


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Das Projekt [13-02] und (13-04)", id="kennung"),
        pytest.param("am 01.04.2016 und vom 20. - 26.10.2014", id="datum"),
        pytest.param("Telefon (0211) 884 - 2439, 0211/884-2439", id="telefon"),
        pytest.param("in der 17. Wahlperiode", id="wahlperiode"),
        pytest.param("Mark 51°7, rund um die Uhr 24/7, zu 1/2", id="bruch"),
        pytest.param("und/oder, Langendreer/Werne", id="schraegstrich"),
        pytest.param("nach § 92/93 der GO, (§ 92 Abs. 3)", id="paragraph"),
        pytest.param("Aktenzeichen 4 K 123/17 und (4 K 123/17)", id="aktenzeichen"),
        pytest.param("2 BvR 2628/10; 2 BvR 2883/10", id="bundesverfassungsgericht"),  # a real title, WP16
        pytest.param("im Schuljahr 2016/2017 (2016/17)", id="schuljahr"),
        pytest.param("in der Session (16/17), rund um die Uhr (24/7), im Mai (05/2016)", id="klammer-ohne-drucksache"),
        pytest.param("im Dezember (12/2016)", id="monat-in-klammer"),
        pytest.param("Richtlinie 2002/49/EG, Kreisverkehr B 236/229", id="richtlinie"),  # two real titles, WP17
        pytest.param("Stellungnahme 68/16 des Bundesrates, Drucksache 68/16", id="bundesrat"),
        pytest.param("BR-Drs. 12/16 und Bundesratsdrucksache 12/16", id="br-drs"),
        pytest.param("Drucksache 18/1234 des Landtags Brandenburg", id="anderer-landtag"),
        pytest.param("Vorlage 1234/2016 des Rates, Drucksache 1234/2016", id="ratsvorlage"),
        pytest.param("eine DS 3 und eine Vorlage 12", id="ohne-wahlperiode-zu-schwach"),
        pytest.param("die Zahl der Drucksachen 2018", id="drucksachen-eines-jahres"),
        pytest.param("in der Kleinen Anfrage unter 1. bis 9. benannten", id="anfrage-ohne-nummer"),
        pytest.param("Wortlaut der Kleinen Anfrage 1. Wie viele Plätze", id="ueberschrift-dann-frage"),
        pytest.param("Vorbemerkung der Kleinen Anfrage 2015 wurden 300 Stellen", id="ueberschrift-dann-zahl"),
        pytest.param("(Anfrage 2)", id="anfrage-allein"),  # a real title, WP16
        pytest.param("die Mittel der GA 2017", id="gemeinschaftsaufgabe"),
        pytest.param("LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/5030 08.02.2019", id="eigene-nummer"),
        pytest.param("LANDTAG NORDRHEIN-WESTFALEN - 17. Wahlperiode Drucksache 17/5030 2 2. Gab es", id="seitenkopf"),
        pytest.param("17/10815", id="nackt-ohne-klammer"),
        pytest.param("Landtag Brandenburg, Drs. 6/1234", id="anderer-landtag-davor"),
        pytest.param("Niedersächsischer Landtag (Drucksache 17/4864)", id="anderer-landtag-in-klammern"),
    ],
)
def test_takes_nothing_else_for_a_reference(text):
    assert read(text)[0] == ()


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param("Drucksache 17/5600 und 24/7 erreichbar", ["Drs 17/5600"], id="liste-springt-nicht"),
        pytest.param("Kleinen Anfragen 4284 und 25 weitere", ["KA ~17/4284"], id="und-weitere"),
        pytest.param("Kleine Anfrage 4284 und 4300 Stellen", ["KA ~17/4284"], id="einzahl-endet"),
        pytest.param("LT-Drs. 10591 und 20000 Euro", ["Drs ~17/10591"], id="liste-endet-vor-euro"),
        pytest.param("Drucksache 17/5600, 17/18 im Winter", ["Drs 17/5600", "Drs 17/18"], id="nach-liste-plausibel"),
    ],
)
def test_ends_a_list_where_it_ends(text, erwartet):
    assert [brief(v) for v in read(text)[0]] == erwartet


def test_a_later_wahlperiode_after_words_of_the_bund_is_the_bundestags():
    bund = "Antwort der Bundesregierung auf die Kleine Anfrage der Fraktion der FDP, Drucksache 19/12345"
    assert [brief(v) for v in read(bund)[0]] == ["BT 19/12345"]
    assert [brief(v) for v in read("Antwort der Bundesregierung, Drucksache 17/123")[0]] == ["Drs 17/123"]


@pytest.mark.parametrize(
    ("text", "stelle"),
    [
        pytest.param("Vorlage 17/3748, Seite 2", "Seite 2", id="seite"),
        pytest.param("PlPr 17/35, S. 12 ff.", "S. 12 ff.", id="seite-folgende"),
        pytest.param("Antwort zu Frage 3 der Kleinen Anfrage 4284", "Frage 3", id="frage"),
        pytest.param("Fragen 1 bis 3 der Kleinen Anfrage 4284", "Fragen 1 bis 3", id="fragen"),
        pytest.param(
            "Fragen 1.1 bis 1.3 und 2 a) der Kleinen Anfrage 4284", "Fragen 1.1 bis 1.3 und 2 a)", id="stufen"
        ),
        pytest.param("Drs. 17/8765 (dort Frage 3)", "Frage 3", id="dort"),
        pytest.param("LT-Drs. 17/8765, Antwort zu den Fragen 3 und 4", "Fragen 3 und 4", id="danach"),
        pytest.param("Vorlage 17/3748 und Seite 2", "", id="keine"),
        pytest.param("Vorlage 17/3748. Zu Frage 2: Nein.", "", id="eigene-frage"),
    ],
)
def test_keeps_the_place_in_the_cited_paper(text, stelle):
    assert [v.stelle for v in read(text)[0]] == [stelle]


@pytest.fixture(scope="module")
def dokument() -> str:
    return DOKUMENT.read_text(encoding="utf-8")


def test_reads_the_references_of_17_11212(dokument):
    verweise, befunde = read(dokument)
    assert [brief(v) for v in verweise[:4]] == ["Drs 17/10815", "KA ~17/4284", "Vorl 17/3748", "Vorl 17/2481"]
    assert pairs(dokument) == [
        (f"KA ~17/{anfrage}", f"Drs ~17/{drucksache}")
        for anfrage, drucksache in [
            (3939, 10591),
            (3944, 10597),
            (3955, 10669),
            (3966, 10622),
            (3972, 10653),
            (3973, 10564),
            (3975, 10656),
            (3978, 10568),
            (3979, 10569),
            (3981, 10572),
            (3987, 10574),
            (3982, 10576),
            (3985, 10563),
            (3986, 10564),
            (3988, 10577),
        ]
    ]
    assert len(verweise) == 34
    assert [v.wortlaut for v in verweise[4:8]] == ["Kleinen Anfragen 3939", "LT-Drs. 10591", "3944", "LT-Drs. 10597"]
    (befund,) = befunde
    assert befund.regel == "eine-drucksache-fuer-zwei-anfragen"
    assert [dokument[start:ende] for start, ende in befund.belege] == ["3973 (LT-Drs. 10564", "3986 (LT-Drs. 10564"]


def test_reads_one_line_like_many(dokument):
    def values(text: str) -> list[tuple[str, str, int | None]]:
        return [(brief(v), v.wortlaut, v.paar) for v in read(text)[0]]

    assert values(" ".join(dokument.split("\n"))) == values(dokument)


# What references are made of, so that random texts come near them.
BAUSTEINE = st.sampled_from(
    re.findall(
        r"[^|]+",
        " vorgenannte Vorlage| a. a. O.|"
        "Drs. |LT-Drs. |Drucksachen |Kleinen Anfragen |Kleine Anfrage |KA |Große Anfrage |Vorlage |PlPr |17/|16/|10815|"
        "4284|3|211| und |, | bis | (|)|\n|- |. |„|“| vom 3. September 2020| des Abgeordneten | hat die |"
        " mit Schreiben|Seite 2|Frage 3 der |\x00",
    )
)


@given(st.one_of(st.text(), st.lists(BAUSTEINE, max_size=40).map("".join)), st.sampled_from([None, 16, 17]))
def test_never_raises_and_quotes_the_source(quelle, wahlperiode):
    verweise, befunde = read(quelle, wahlperiode)
    for verweis in verweise:
        gedruckt = quelle[verweis.beleg.start : verweis.beleg.ende]
        # The span may hold a running head or a hyphen at a line's end, which the wording leaves out.
        assert gedruckt
        assert lies(gedruckt).text == verweis.wortlaut or "-" in gedruckt
        assert verweis.nummer > 0
        assert verweis.paar is None or verweise[verweis.paar].typ.value.endswith("Anfrage")
    assert all(0 <= start < ende <= len(quelle) for befund in befunde for start, ende in befund.belege)


MUSTER = [
    (name, wert)
    for modul in (formen, rueckverweise)
    for name, wert in vars(modul).items()
    if isinstance(wert, re.Pattern)
]


@pytest.mark.parametrize("muster", [pytest.param(wert, id=name) for name, wert in MUSTER])
def test_pattern_nests_no_unbounded_quantifier(muster):
    """A quantifier without an upper bound may only repeat one character class, so every pattern stays linear."""
    for gruppe in re.finditer(r"\)(?:[*+]|\{\d*,\})", muster.pattern):
        pytest.fail(f"unbounded repetition of a group at {gruppe.start()} in {muster.pattern}")
    assert not re.search(r"(?<!\\)[.\]wdsS][*+]", muster.pattern), "unbounded repetition of a class"
