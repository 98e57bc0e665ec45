"""How dates known only roughly, places and sources are said."""

from datetime import date

import pytest

from projekte.models import Kennzahl
from projekte.templatetags.projektangaben import aufzaehlung, genauer, kurzbetrag, quellen, zeitangabe, zeitpunkt


@pytest.mark.parametrize(
    ("tag", "genauigkeit", "html"),
    [
        (date(2020, 9, 30), "tag", '<time datetime="2020-09-30">30.09.2020</time>'),
        (date(2019, 11, 1), "monat", '<time datetime="2019-11">Nov. 2019</time>'),
        (date(2019, 1, 1), "jahr", '<time datetime="2019">2019</time>'),
        (None, "tag", '<span class="fehlt">ohne Datum</span>'),
    ],
)
def test_a_day_says_no_more_than_is_known(tag, genauigkeit, html):
    assert zeitpunkt(tag, genauigkeit) == html


@pytest.mark.parametrize(
    ("text", "gelesen"),
    [
        ("2020-12", "Dezember 2020"),
        ("2022-03-03", "3. März 2022"),
        ("2020", "2020"),
        ("2020-13", "2020-13"),
        ("Ende 2022", "Ende 2022"),
        ("", ""),
    ],
)
def test_a_date_in_text_is_read_where_it_is_one(text, gelesen):
    assert zeitangabe(text) == gelesen


@pytest.mark.parametrize(
    ("dinge", "hoechstens", "satz"),
    [
        ([], 0, ""),
        (["Bochum"], 0, "Bochum"),
        (["Bochum", "Herne"], 0, "Bochum und Herne"),
        (["Bochum", "Herne", "Unna"], 3, "Bochum, Herne und Unna"),
        (["Bochum", "Herne", "Unna"], 2, "Bochum, Herne und 1 weiterer Ort"),
        (["Bochum", "Herne", "Unna"], 1, "Bochum und 2 weitere"),
    ],
)
def test_places_in_a_row_end_in_how_many_more(dinge, hoechstens, satz):
    assert aufzaehlung(dinge, hoechstens) == satz


def test_sources_are_told_apart_and_named_once():
    adressen = "https://a.example/1 https://b.example/2"
    assert quellen(adressen, "Drucksache 17/1, Seite 3\n\nhttps://a.example/1", "") == [
        "https://a.example/1",
        "https://b.example/2",
        "Drucksache 17/1, Seite 3",
    ]


@pytest.mark.parametrize(
    ("wert", "kurz"),
    [
        (0, "0 €"),
        (200_000, "200.000 €"),
        (1_500_000, "1,5 Mio. €"),
        (20_000_000, "20 Mio. €"),
        (10_000_000_000, "10 Mrd. €"),
    ],
)
def test_an_amount_beside_a_drawing_is_short(wert, kurz):
    assert kurzbetrag(wert).replace("\xa0", " ") == kurz


@pytest.mark.parametrize(
    ("wortlaut", "felder", "ziffern"),
    [
        ("521.864 Euro", {"wert": 521_864}, ""),
        ("rund 65.000 Euro", {"wert": 65_000, "ungefaehr": True}, ""),
        ("gut 1,2 Mio. Euro", {"wert": 1_200_000, "ungefaehr": True}, "ungefähr 1.200.000 Euro"),
        (
            "5 bis 10 Mio. Euro",
            {"wert": 5_000_000, "wert_bis": 10_000_000, "ungefaehr": True},
            "5.000.000 bis 10.000.000 Euro",
        ),
        ("je eine Million Euro", {"wert": 1_000_000, "je": True}, "je 1.000.000 Euro"),
        ("sechs Anträge", {"wert": 6, "einheit": "Anträge", "art": "anzahl"}, "6 Anträge"),
        ("bis 2040", {"wert": 2040, "einheit": "Jahr", "art": "jahr"}, ""),
    ],
)
def test_a_figure_is_told_in_digits_where_the_print_has_none(wortlaut, felder, ziffern):
    assert genauer(Kennzahl(wortlaut=wortlaut, **{"einheit": "Euro"} | felder)) == ziffern
