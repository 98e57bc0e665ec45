"""Anfragen with the Drucksachen printed for them, and ranges of both."""

import pytest

from tests.anfragen.parsing.zitate import brief, pairs, read


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
