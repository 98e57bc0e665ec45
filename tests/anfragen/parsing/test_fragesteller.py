"""Who asks, and with which Fraktion, in the forms and with the misprints of real heads."""

import pytest

from anfragen.parsing.fragesteller import fraktion
from anfragen.parsing.records import Fragesteller
from anfragen.parsing.text import lies
from anfragen.parsing.vorblatt import parse_vorblatt
from tests.anfragen.parsing.koepfe import antwort, vorblatt


@pytest.mark.parametrize(
    ("asker", "regel"),
    [
        pytest.param("des Abgeordneten Dr. Ralf Nolten", "fraktion-fehlt", id="no Fraktion"),
        pytest.param("der Abgeordneten SPD", "fragesteller-fehlt", id="no name"),
        pytest.param("der Abgeordneten Eva Lux, 3 weitere SPD", "fragesteller-unklar", id="no name among names"),
    ],
)
def test_odd_askers_are_findings(asker, regel):
    befunde = parse_vorblatt(lies(antwort(asker=asker)))[1]
    assert regel in {befund.regel for befund in befunde}


@pytest.mark.parametrize(
    ("asker", "namen", "fraktionen"),
    [
        pytest.param("des Abgeordneten Marc Herter SPD", ["Marc Herter"], ["SPD"], id="one man"),
        pytest.param("der Abgeordneten Sarah Philipp SPD", ["Sarah Philipp"], ["SPD"], id="one woman"),
        pytest.param(
            "der Abgeordneten Prof. Dr. Karsten Rudolph, Carina Gödecke, Serdar Yüksel SPD",
            ["Prof. Dr. Karsten Rudolph", "Carina Gödecke", "Serdar Yüksel"],
            ["SPD"],
            id="only commas, title",
        ),
        pytest.param(
            "der Abgeordneten Henning Höne, Karlheinz Busen und Kai Abruszat FDP",
            ["Henning Höne", "Karlheinz Busen", "Kai Abruszat"],
            ["FDP"],
            id="comma and und",
        ),
        pytest.param("des Abgeordneten Guido van den Berg SPD", ["Guido van den Berg"], ["SPD"], id="van den"),
        pytest.param("der Abgeordneten Anna von der Heide CDU", ["Anna von der Heide"], ["CDU"], id="von der"),
        pytest.param(
            "der Abgeordneten Susana dos Santos Herrmann SPD", ["Susana dos Santos Herrmann"], ["SPD"], id="dos"
        ),
        pytest.param("des Abgeordneten Jens-Peter Nettekoven CDU", ["Jens-Peter Nettekoven"], ["CDU"], id="hyphen"),
        pytest.param("der Abgeordneten Marie- Luise Fasse CDU", ["Marie-Luise Fasse"], ["CDU"], id="stray space"),
        pytest.param("des Abgeordneten Sven W. Tritschler AfD", ["Sven W. Tritschler"], ["AfD"], id="initial"),
        pytest.param("des AbgeordnetenSvenTritschler Af D", ["Sven Tritschler"], ["AfD"], id="lost and stray spaces"),
        pytest.param("der Abgeordneten Eva Lux undInge Blask SPD", ["Eva Lux", "Inge Blask"], ["SPD"], id="undName"),
        pytest.param(
            "der Abgeordneten Berivan Aymaz und Josefine Paul\nBÜNDNIS 90/\nDIE GRÜNEN",
            ["Berivan Aymaz", "Josefine Paul"],
            ["BÜNDNIS 90/DIE GRÜNEN"],
            id="Fraktion over a line's end",
        ),
        pytest.param(
            "des Abgeordneten Alexander Langguth FRAKTIONSLOS", ["Alexander Langguth"], ["FRAKTIONSLOS"], id="none"
        ),
        pytest.param(
            "des fraktionslosen Abgeordneten Marcus Pretzell", ["Marcus Pretzell"], ["FRAKTIONSLOS"], id="in words"
        ),
        pytest.param("des Abgeordneten Dr. Ralf Nolten", ["Dr. Ralf Nolten"], [], id="no Fraktion printed"),
        pytest.param("der Fraktion der SPD", [], ["SPD"], id="a Fraktion alone"),
        pytest.param(
            "der Fraktionen von SPD und BÜNDNIS 90/DIE GRÜNEN", [], ["SPD", "BÜNDNIS 90/DIE GRÜNEN"], id="two of them"
        ),
        pytest.param(
            "der Abgeordneten Sonja Bongers MdL, Eva Lux (MdL) SPD", ["Sonja Bongers", "Eva Lux"], ["SPD"], id="MdL"
        ),
        pytest.param(
            "der Abgeordneten Dr. Martin Vincentz und Iris Dworeck-Danielowski der AfD",
            ["Dr. Martin Vincentz", "Iris Dworeck-Danielowski"],
            ["AfD"],
            id="der before the Fraktion",
        ),
        pytest.param(
            "des Abgeordneten Dr. Martin Vincentz der Fraktion der AfD", ["Dr. Martin Vincentz"], ["AfD"], id="Fraktion"
        ),
        pytest.param(
            "des Abgeordneten Matthi Bolte-Richter FRAKTION BÜNNDNIS 90/DIE GRÜNEN",
            ["Matthi Bolte-Richter"],
            ["BÜNDNIS 90/DIE GRÜNEN"],
            id="misprinted Fraktion",
        ),
        pytest.param("des Abgeordneten Markus Wagner, AfD-Fraktion", ["Markus Wagner"], ["AfD"], id="AfD-Fraktion"),
        pytest.param("des Abgeordneten Markus Wagner Af", ["Markus Wagner"], ["AfD"], id="lost letter"),
        pytest.param(
            "der Abgeordneten René Schneider n d Ralf Stoltze SPD",
            ["René Schneider", "Ralf Stoltze"],
            ["SPD"],
            id="n d",
        ),
        pytest.param(
            "der Abgeordneten Christin Obrok, Christian Dahm und Christin Obrok SPD",
            ["Christin Obrok", "Christian Dahm"],
            ["SPD"],
            id="printed twice",
        ),
        pytest.param("der Abgeordneten Ernst-Wilhelm Rahe u. a. ( SPD )", ["Ernst-Wilhelm Rahe"], ["SPD"], id="u. a."),
    ],
)
def test_askers(asker, namen, fraktionen):
    for quelle in (antwort(asker=asker), " ".join(antwort(asker=asker).split())):
        kopf = vorblatt(quelle)
        assert [person.name for person in kopf.fragesteller] == namen
        assert list(kopf.fraktionen) == fraktionen


@pytest.mark.parametrize(
    "asker",
    [
        "der Abgeordneten Nic Vogel AfD und Frank Neppe FRAKTIONSLOS",
        "des Abgeordneten Nic Vogel AfD und des Abgeordneten Frank Neppe FRAKTIONSLOS",
        "der Abgeordneten Nic Vogel (AfD), Frank Neppe (FRAKTIONSLOS)",
    ],
)
def test_each_asker_keeps_the_own_fraktion(asker):
    kopf = vorblatt(antwort(asker=asker))
    assert kopf.fragesteller == (Fragesteller("Nic Vogel", "AfD"), Fragesteller("Frank Neppe", "FRAKTIONSLOS"))
    assert kopf.fraktionen == ("AfD", "FRAKTIONSLOS")


@pytest.mark.parametrize(
    ("gedruckt", "kanonisch"),
    [
        ("BÜNDNIS 90/DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("BÜNDNIS 90/ DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("BÜNDNIS 90 / DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("BÜNDNIS90/DIEGRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("Bündnis 90/Die Grünen", "BÜNDNIS 90/DIE GRÜNEN"),
        ("BÜNDNIS/DIE GRÜNEN", "BÜNDNIS 90/DIE GRÜNEN"),
        ("GRÜNE", "BÜNDNIS 90/DIE GRÜNEN"),
        ("Die Grünen", "BÜNDNIS 90/DIE GRÜNEN"),
        ("AFD", "AfD"),
        ("Piraten", "PIRATEN"),
        ("fraktionslos", "FRAKTIONSLOS"),
        ("Die Linke", "DIE LINKE"),
        ("XYZ", ""),
    ],
)
def test_fraktion_spellings(gedruckt, kanonisch):
    assert fraktion(gedruckt) == kanonisch
