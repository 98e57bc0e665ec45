"""How dates known only roughly, places and sources are said."""

from datetime import date

import pytest

from projekte.templatetags.projektangaben import aufzaehlung, quellen, zeitangabe, zeitpunkt


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
