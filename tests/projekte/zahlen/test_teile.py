"""Parts that a text names after a whole."""

from decimal import Decimal

import pytest

from projekte.zahlen import teile


@pytest.mark.parametrize(
    ("danach", "werte", "vollstaendig"),
    [
        pytest.param(" (zwei Dachbegrünung, vier Regenwasserabkopplung).", [2, 4], True, id="brackets"),
        pytest.param(" (davon zwei in Bochum und vier in Herne).", [2, 4], True, id="brackets-of-which"),
        pytest.param(", davon zwei zu Dächern und vier zu Höfen.", [2, 4], True, id="of-which"),
        pytest.param(", davon zwei zu Dächern, drei zu Höfen und einer zu Plätzen.", [2, 3, 1], True, id="three"),
        pytest.param(
            " aus Bochum mit einem Volumen von 521.864 Euro eingereicht. Darunter sind zwei Anträge zu "
            "Dachbegrünungsmaß-\nnahmen und vier Anträge zu Regenwasserabkopplung.",
            [2, 4],
            False,
            id="17/11212",
        ),
        pytest.param(
            ". Dabei handelt es sich um 12 neue Anträge und 3 weitere Anträge.", [12, 3], True, id="these-are"
        ),
        pytest.param(", davon zwei in Bochum.", [2], False, id="one"),
        pytest.param(", davon zwei in Bochum, vier in Herne.", [2, 4], False, id="list-without-end"),
        pytest.param(" (davon zwei in Bochum) und neun für Herne.", [2], False, id="only-within-the-brackets"),
    ],
)
def test_parts_are_read(danach, werte, vollstaendig):
    aufteilung = teile.of_count(danach, "Anträge")
    assert (list(aufteilung.werte), aufteilung.vollstaendig) == ([Decimal(wert) for wert in werte], vollstaendig)


@pytest.mark.parametrize(
    "danach",
    [
        pytest.param(" wurden eingereicht.", id="none"),
        pytest.param(" (Stand: 31.08.2020).", id="a-date"),
        pytest.param(" (siehe Anlage 2 und 3).", id="a-reference"),
        pytest.param(" (zwölf Plätze).", id="another-thing"),
        pytest.param(", darunter zwölf Plätze für Kinder.", id="among-them-another-thing"),
        pytest.param(", davon zwei Mio. Euro vom Land und drei Prozent vom Bund.", id="amounts"),
        pytest.param(" eingereicht. Es wird gebaut. Davon sind zwei in Bochum.", id="two-sentences-on"),
        pytest.param(", davon zehnzig in Bochum.", id="no-number"),
        pytest.param("", id="end-of-text"),
    ],
)
def test_what_names_no_parts_has_none(danach):
    assert teile.of_count(danach, "Anträge") is None


@pytest.mark.parametrize(
    ("werte", "vollstaendig", "ganzes", "widerspruch"),
    [
        ([2, 4], True, 6, False),
        ([2, 3], True, 6, True),
        ([2, 3], False, 6, False),
        ([3, 4], False, 6, True),
    ],
)
def test_parts_contradict_a_whole_that_they_are_more_than_or_should_be(werte, vollstaendig, ganzes, widerspruch):
    aufteilung = teile.Aufteilung(tuple(Decimal(wert) for wert in werte), 0, 1, vollstaendig)
    assert aufteilung.contradicts(Decimal(ganzes)) is widerspruch


@pytest.mark.parametrize(
    ("danach", "summe"),
    [
        pytest.param(", davon 300.000 Euro vom Land und 200.000 Euro vom Bund.", 500_000, id="two"),
        pytest.param(". Davon sind 1,2 Mio. Euro gezahlt.", 1_200_000, id="next-sentence"),
        pytest.param(", davon rund 300.000 Euro vom Land.", None, id="about"),
        pytest.param(", davon je 300.000 Euro.", None, id="each"),
        pytest.param(", davon zwei Anträge in Höhe von 300.000 Euro.", 300_000, id="after-a-count"),
        pytest.param(" wurden bewilligt.", None, id="none"),
    ],
)
def test_parts_of_an_amount_are_read(danach, summe):
    aufteilung = teile.of_amount(danach)
    assert (aufteilung and aufteilung.summe) == summe
