"""Reading references: every printed form, and what looks like one and is none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anfragen.parsing.records import Befund, Verweis, Verweistyp
from anfragen.parsing.text import lies
from anfragen.parsing.verweise import find_verweise, formen, rueckverweise

DOKUMENT = Path(__file__).parents[3] / "fixtures/dokumente/17-11212.txt"
KUERZEL = {
    Verweistyp.DRUCKSACHE: "Drs",
    Verweistyp.BUNDESTAGSDRUCKSACHE: "BT",
    Verweistyp.VORLAGE: "Vorl",
    Verweistyp.KLEINE_ANFRAGE: "KA",
    Verweistyp.GROSSE_ANFRAGE: "GA",
    Verweistyp.PLENARPROTOKOLL: "PlPr",
    Verweistyp.AUSSCHUSSPROTOKOLL: "APr",
}


def read(text: str, wahlperiode: int | None = 17) -> tuple[tuple[Verweis, ...], tuple[Befund, ...]]:
    return find_verweise(lies(text), wahlperiode=wahlperiode)


def brief(verweis: Verweis) -> str:
    """ "Drs 17/5600", and "KA ~17/4284" where the Wahlperiode is inferred."""
    abgeleitet = "~" if verweis.wahlperiode_abgeleitet else ""
    return f"{KUERZEL[verweis.typ]} {abgeleitet}{verweis.wahlperiode}/{verweis.nummer}"


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


def pairs(text: str, wahlperiode: int | None = 17) -> list[tuple[str, str]]:
    verweise, _ = read(text, wahlperiode)
    return [(brief(verweise[v.paar]), brief(v)) for v in verweise if v.paar is not None]


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param(
            "auf die Kleinen Anfragen 3939 (LT-Drs. 10591), 3944 (LT-Drs. 10597) und 3988 (LT-Drs. 10577) bereits",
            [("KA ~17/3939", "Drs ~17/10591"), ("KA ~17/3944", "Drs ~17/10597"), ("KA ~17/3988", "Drs ~17/10577")],
            id="jede-mit-ihrer",
        ),
        pytest.param(
            "Kleinen Anfragen 4284 und 4285 (Drs. 17/10815, 17/10816)",
            [("KA 17/4284", "Drs 17/10815"), ("KA 17/4285", "Drs 17/10816")],
            id="nach-stelle",
        ),
        pytest.param("Kleine Anfrage 2484 (Drucksache 16/6303)", [("KA 16/2484", "Drs 16/6303")], id="einzeln"),
        pytest.param("Anfrage KA 1 (16/10287)", [("KA 16/1", "Drs 16/10287")], id="nackt"),
        pytest.param(
            "Kleine Anfrage 2248, (LT-Drucksache 16/5645)", [("KA 16/2248", "Drs 16/5645")], id="komma-klammer"
        ),
        pytest.param("Kleine Anfrage 3220, Drucksache 17/8431", [("KA 17/3220", "Drs 17/8431")], id="komma"),
        pytest.param(
            "Großen Anfrage 1 der Fraktion der PIRATEN (Drucksache 16/763)", [("GA 16/1", "Drs 16/763")], id="ga"
        ),
        pytest.param(
            "Kleinen Anfrage 1848 vom 19.12.2018 (Drs. 17/4636) wurde", [("KA 17/1848", "Drs 17/4636")], id="datum"
        ),
        pytest.param(
            "Kleine Anfrage 628 des Abgeordneten Mehrdad Mostofizadeh (Drs. 17/1824) nimmt",
            [("KA 17/628", "Drs 17/1824")],
            id="fragesteller",
        ),
        pytest.param(
            'Kleine Anfrage 4667: "Leitung von Ermittlungskommissionen" (Drs. 16/11728)',
            [("KA 16/4667", "Drs 16/11728")],
            id="titel-dazwischen",
        ),
        pytest.param(
            "Große Anfrage 3 der Fraktion BÜNDNIS 90/DIE GRÜNEN (Drs. 16/763)",
            [("GA 16/3", "Drs 16/763")],
            id="fraktion-mit-ziffern",
        ),
        pytest.param(
            "Kleine Anfrage 1 des Abgeordneten Muster und Kleine Anfrage 2 (Drs. 17/9)",
            [("KA 17/2", "Drs 17/9")],
            id="nicht-ueber-eine-andere-hinweg",
        ),
        pytest.param(  # a real title, WP16
            'KA 4778: "Einrichtung Besonderer Aufbauorganisationen (BAO)?" (Drs. 16/12006)',
            [("KA 16/4778", "Drs 16/12006")],
            id="titel-mit-klammer",
        ),
        pytest.param("Kleine Anfrage Nr. 3275/Drucksache 6/8224", [("KA 6/3275", "Drs 6/8224")], id="schraegstrich"),
        pytest.param(
            "Kleinen Anfrage 3032 (Drucksachen 16/7748 und 16/7912)",
            [("KA 16/3032", "Drs 16/7748"), ("KA 16/3032", "Drs 16/7912")],
            id="frage-und-antwort",
        ),
        # A Drucksache before the Anfrage is the answer; only the one after it is printed for it.
        pytest.param(
            "Nachfrage zur Antwort (Drucksache 16/2055) auf die Kleine Anfrage 826 (Drucksache 16/1896)",
            [("KA 16/826", "Drs 16/1896")],
            id="davor-gehoert-nicht-dazu",
        ),
        pytest.param(
            "Kleine Anfrage 3939 (LT-Drs. 10591), 3944 (LT-Drs. 10597)",
            [("KA ~17/3939", "Drs ~17/10591"), ("KA ~17/3944", "Drs ~17/10597")],
            id="einzahl-mit-paaren",
        ),
        pytest.param("Kleine Anfrage 4284 (siehe Vorlage 17/12)", [], id="vorlage-ist-kein-paar"),
        pytest.param("Kleine Anfrage 4284. Drucksache 17/1 sagt", [], id="neuer-satz"),
        pytest.param(
            "Kleine Anfrage Nr. 4114 zu den Radwegen im Jahr 2018 (Drucksache 17/10432)",
            [("KA 17/4114", "Drs 17/10432")],
            id="thema-dazwischen",
        ),
        pytest.param("Kleine Anfrage 4114 zur Vorlage 17/12 (Drucksache 17/10432)", [], id="anderes-papier-dazwischen"),
        pytest.param(
            "Kleine Anfrage 4114 zu allem. Er wurde (Drucksache 17/10432) zitiert", [], id="satzende-dazwischen"
        ),
    ],
)
def test_pairs_anfrage_with_the_drucksache_printed_for_it(text, erwartet):
    assert pairs(text) == erwartet


def test_expands_ranges_pairwise_with_the_span_of_the_printed_range():
    text = "auf die Kleinen Anfragen 3501 bis 3547 (LT-Drs. 16/8866 bis 16/8912) verwiesen"
    verweise, befunde = read(text, 16)
    assert pairs(text, 16) == [(f"KA 16/{3501 + n}", f"Drs 16/{8866 + n}") for n in range(47)]
    assert {v.wortlaut for v in verweise} == {"Kleinen Anfragen 3501 bis 3547", "LT-Drs. 16/8866 bis 16/8912"}
    assert {v.beleg.regel for v in verweise} == {"bereich"}
    assert befunde == ()


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param("Drs. 16/8866 bis Drs. 16/8868", ["Drs 16/8866", "Drs 16/8867", "Drs 16/8868"], id="wort-doppelt"),
        pytest.param("Drs. 16/8866 bis 8868", ["Drs 16/8866", "Drs 16/8867", "Drs 16/8868"], id="ende-ohne-wp"),
        pytest.param("Drs. 16/8866–16/8867", ["Drs 16/8866", "Drs 16/8867"], id="strich"),
        pytest.param("LT-Drs. 8866 bis 8867", ["Drs ~17/8866", "Drs ~17/8867"], id="beide-ohne-wp"),
        pytest.param("Drs. 16/8866 bis 30. Juni", ["Drs 16/8866"], id="bis-datum"),
        pytest.param("Kleinen Anfragen 3501-3503", ["KA ~17/3501", "KA ~17/3502", "KA ~17/3503"], id="anfragen-strich"),
        pytest.param("Kleine Anfrage 3501 bis 3502", ["KA ~17/3501", "KA ~17/3502"], id="einzahl"),
        pytest.param("Kleine Anfrage 3501 bis 17. Mai", ["KA ~17/3501"], id="einzahl-bis-datum"),
        pytest.param("Kleine Anfrage 2018 bis 2019", ["KA ~17/2018"], id="einzahl-jahre"),
        pytest.param("Kleine Anfrage 3502 - 3501", ["KA ~17/3502"], id="einzahl-abwaerts"),
    ],
)
def test_reads_ranges(text, erwartet):
    assert [brief(v) for v in read(text)[0]] == erwartet


def test_a_range_after_a_singular_is_less_sure():
    einzahl, mehrzahl = (read(f"{wort} 3501 bis 3502")[0][0] for wort in ("Kleine Anfrage", "Kleinen Anfragen"))
    assert einzahl.beleg.sicherheit < mehrzahl.beleg.sicherheit


@pytest.mark.parametrize(
    ("text", "regel"),
    [
        pytest.param("Kleinen Anfragen 3547 bis 3501", "absteigender-bereich", id="absteigend"),
        pytest.param("Drs. 16/100 bis 16/9000", "zu-grosser-bereich", id="zu-gross"),
        # Trap 4: footnote 1 stands beside Große Anfrage 21.
        pytest.param("Im Rahmen der Großen Anfrage 211 erkundigte", "fussnotenziffer-angeklebt", id="ga-fussnote"),
        pytest.param("siehe Drucksache 16/123451", "fussnotenziffer-angeklebt", id="drucksache-fussnote"),
        pytest.param("Kleine Anfrage 42841", "fussnotenziffer-angeklebt", id="ka-fussnote"),
        pytest.param("Drucksache 19/485 nennt", "spaetere-wahlperiode", id="spaetere-wahlperiode"),
        pytest.param(
            "Kleinen Anfragen 3973 (LT-Drs. 10564) und 3986 (LT-Drs. 10564)",
            "eine-drucksache-fuer-zwei-anfragen",
            id="eine-drucksache-fuer-zwei",
        ),
        pytest.param(
            "Kleine Anfrage 1 (Drs. 17/10) und Kleine Anfrage 1 (Drs. 17/20)",
            "eine-anfrage-mit-zwei-drucksachen",
            id="eine-anfrage-mit-zwei",
        ),
        pytest.param("Kleinen Anfragen 11, 12 und 13 (Drs. 17/1 und 17/2)", "paare-ungleich", id="ungleich-viele"),
    ],
)
def test_notes_what_is_odd(text, regel):
    _, befunde = read(text)
    assert [b.regel for b in befunde] == [regel]
    assert all(0 <= start < ende <= len(text) for start, ende in befunde[0].belege)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kleine Anfrage 1 (Drs. 17/10) ... Kleine Anfrage 1 (Drs. 17/10)", id="zweimal-dasselbe"),
        pytest.param("Kleine Anfrage 1 (Drs. 17/10 und 17/20)", id="frage-und-antwort"),
        pytest.param("Drucksache 16/14000 und 17/1", id="hoehere-nummer-frueherer-wahlperiode"),  # trap 11
    ],
)
def test_finds_nothing_odd_where_nothing_is(text):
    assert read(text)[1] == ()


def test_expands_no_endless_number_of_ranges():
    text = "Kleinen Anfragen " + ", ".join(f"{1000 + n} bis {1100 + n}" for n in range(100))
    verweise, befunde = read(text)
    assert len(verweise) < 2_300
    assert {b.regel for b in befunde} == {"zu-grosser-bereich"}


def test_keeps_an_unlikely_number_as_printed_and_says_that_it_is_unsure():
    (verweis,), _ = read("Im Rahmen der Großen Anfrage 211 erkundigte")
    assert (verweis.nummer, verweis.beleg.sicherheit) == (211, 0.3)


@pytest.mark.parametrize(
    ("text", "stelle"),
    [
        pytest.param("Vorlage 17/3748, Seite 2", "Seite 2", id="seite"),
        pytest.param("PlPr 17/35, S. 12 ff.", "S. 12 ff.", id="seite-folgende"),
        pytest.param("Antwort zu Frage 3 der Kleinen Anfrage 4284", "Frage 3", id="frage"),
        pytest.param("Fragen 1 bis 3 der Kleinen Anfrage 4284", "Fragen 1 bis 3", id="fragen"),
        pytest.param("Vorlage 17/3748 und Seite 2", "", id="keine"),
    ],
)
def test_keeps_the_place_in_the_cited_paper(text, stelle):
    assert [v.stelle for v in read(text)[0]] == [stelle]


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        pytest.param("Kleine Anfrage 7 (Drs. 17/9). In der vorgenannten Kleinen Anfrage", "KA ~17/7", id="vorgenannt"),
        pytest.param("Vorlage 17/9. Die o. g. Vorlage", "Vorl ~17/9", id="o-g"),
        pytest.param("Drucksache 16/9 und Vorlage 17/8, die genannte Drucksache", "Drs ~16/9", id="der-art"),
        pytest.param("Vorlage 17/9, S. 3. A. a. O., S. 5.", "Vorl ~17/9", id="a-a-o"),
        pytest.param("Kleine Anfrage 7 (Drs. 17/9), a.a.O., Seite 2", "Drs ~17/9", id="drucksache-der-anfrage"),
        pytest.param("Vorlage 17/9, Vorlage 17/9 und nochmals a. a. O.", "Vorl ~17/9", id="zweimal-dieselbe"),
    ],
)
def test_follows_a_reference_back_to_the_one_paper_it_can_mean(text, erwartet):
    verweis = read(text)[0][-1]
    assert (brief(verweis), verweis.beleg.regel) == (erwartet, "rueckverweis")
    assert verweis.beleg.sicherheit < 0.7


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kleinen Anfragen 7 und 8. In der vorgenannten Kleinen Anfrage", id="zwei"),
        pytest.param("Vorlage 17/9 und Drs. 17/8, a. a. O.", id="zwei-papiere"),
        pytest.param("Vorlage 17/9 und die genannte Drucksache", id="andere-art"),
        pytest.param("Müller, Landesrecht, S. 3; Müller, a. a. O., S. 5", id="keine"),
        pytest.param("Die vorgenannte Kleine Anfrage und danach Kleine Anfrage 7", id="spaeter"),
        pytest.param("Vorlage 17/9, die genannte Vorlage 17/9", id="mit-nummer"),
    ],
)
def test_follows_no_reference_back_where_it_would_be_a_guess(text):
    assert "rueckverweis" not in [v.beleg.regel for v in read(text)[0]]


KOPF = (
    "LANDTAG NORDRHEIN-WESTFALEN 17. Wahlperiode Drucksache 17/6127 09.05.2019 Datum des Originals: 08.05.2019/"
    "Ausgegeben: 14.05.2019 [Impressum] Antwort der Landesregierung auf die Kleine Anfrage 2400 vom 10. April 2019 "
    "der Abgeordneten Gabriele Walger-Demolsky AfD Drucksache 17/5900 Rückfragen zur Antwort der Landesregierung auf "
    "die kleine Anfrage 2128 (Drs. 17/5600) – Moscheen in NRW Vorbemerkung der Kleinen Anfrage [...] {} hat die "
    "Kleine Anfrage {} mit Schreiben vom 8. Mai 2019 namens der Landesregierung beantwortet. "
    "Zur Kleinen Anfrage 2400 [...]"
)


def test_reads_the_head_once_with_its_pair_and_marks_the_title():
    verweise, befunde = read(KOPF.format("Der Minister des Innern", 2400))
    assert [(brief(v), v.beleg.regel, v.paar) for v in verweise] == [
        ("KA 17/2400", "kopf", None),
        ("Drs 17/5900", "kopf", 0),
        ("KA 17/2128", "titel", None),  # trap 5
        ("Drs 17/5600", "titel", 2),
        ("KA ~17/2400", "kleine-anfrage", None),  # the body's own mention; the Beantwortungssatz's is the head's
    ]
    assert befunde == ()


def test_keeps_the_number_of_a_sentence_that_disagrees_with_the_head():
    # Trap 7: a quoted Beantwortungssatz names another Anfrage.
    verweise, _ = read(KOPF.format("Der Minister des Innern", 2399))
    assert ("KA ~17/2399", "beantwortungssatz") in [(brief(v), v.beleg.regel) for v in verweise]


@pytest.mark.parametrize(
    "satz",
    [
        pytest.param("Der Innenminister die Kleine Anfrage 2400 mit Schreiben vom 8. Mai 2019 namens", id="ohne-hat"),
        pytest.param(
            "Mit Schreiben vom 8. Mai 2019 hat der Innenminister die Kleine Anfrage 2400 namens", id="schreiben"
        ),
        pytest.param("Das Ministerium des Innern hat die Kleine Anfrage 2400 namens", id="ohne-schreiben"),
    ],
)
def test_counts_the_number_of_the_sentence_once_with_the_head_in_each_form(satz):
    text = KOPF.partition("{} hat")[0] + f"{satz} der Landesregierung beantwortet. 1. Wie viele?"
    assert [brief(v) for v in read(text)[0]] == ["KA 17/2400", "Drs 17/5900", "KA 17/2128", "Drs 17/5600"]


def test_takes_the_sentence_that_the_text_quotes_for_a_reference():
    zitat = "„Die Justizministerin hat die Kleine Anfrage 2399 mit Schreiben vom 1. Mai 2019 beantwortet.“ "
    verweise, _ = read(KOPF.replace("[...] {}", zitat + "{}").format("Der Minister des Innern", 2400))
    assert [brief(v) for v in verweise[4:]] == ["KA ~17/2399", "KA ~17/2400"]


@pytest.mark.parametrize(
    "zeile",
    [
        pytest.param("Antwort der Landesregierung auf die Große Anfrage 41 der Fraktion der PIRATEN", id="ohne-datum"),
        pytest.param(
            "Ergänzung der Antwort der Landesregierung auf die Große Anfrage 41 der Fraktion der PIRATEN",
            id="ergaenzung",
        ),
    ],
)
def test_knows_the_head_of_each_kind_of_answer(zeile):
    verweise, _ = read(f"[Impressum] {zeile} Drucksache 16/18760 Freies Wissen Vorbemerkung der Großen Anfrage", 16)
    assert [(brief(v), v.beleg.regel) for v in verweise] == [("GA 16/41", "kopf"), ("Drs 16/18760", "kopf")]


def test_leaves_out_the_own_number_of_a_question_paper():
    text = (
        "LANDTAG NORDRHEIN-WESTFALEN 16. Wahlperiode Drucksache 16/12589 28.07.2016 Kleine Anfrage 4990 des "
        "Abgeordneten André Kuper CDU Rückführungen im ersten Halbjahr 2016 Die Kleine Anfrage 4000 fragte [...]"
    )
    assert [brief(v) for v in read(text, 16)[0]] == ["KA ~16/4000"]


def test_infers_no_wahlperiode_where_the_document_has_none():
    (verweis,), _ = read("Kleine Anfrage 4284", None)
    assert (verweis.wahlperiode, verweis.wahlperiode_abgeleitet) == (None, True)


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
