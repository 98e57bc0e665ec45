"""Each rule about papers on record fires where it should, and keeps quiet where all is well."""

from datetime import date

import pytest

from anfragen import resolving
from anfragen.befunde import pruefe
from anfragen.befunde.reihen import UMGEBUNG
from anfragen.models import Antwort, Dokument
from tests import factories as f
from tests.anfragen.befunde.seed import beantwortet, befunde, zitierend

pytestmark = pytest.mark.django_db


def zitat(dokument: Dokument, ziel: Dokument) -> None:
    f.verweis(dokument, nummer=ziel.nummer, wahlperiode_nummer=ziel.wahlperiode.nummer, start=10, ende=30)
    resolving.resolve(dokument.verweise.with_quelle())


def geprueft(dokument: Dokument, regel: str) -> list[str]:
    """What the rule says of a document that may have other findings."""
    pruefe([dokument])
    return [befund.text for befund in befunde(dokument).get(regel, [])]


class TestYounger:
    def test_by_its_day(self):
        dokument = zitierend(datum=date(2020, 9, 30))
        zitat(dokument, f.dokument(nummer=11999, datum=date(2021, 3, 1)))

        assert geprueft(dokument, "zitat-juenger") == [
            "„Drucksache 17/11999“ kann hier noch nicht zitiert sein: "
            "17/11999 ist vom 01.03.2021, dieses Dokument vom 30.09.2020."
        ]

    def test_by_its_number_where_the_day_is_unknown(self):
        dokument = zitierend()
        zitat(dokument, f.dokument(nummer=12999, datum=None, nur_zitiert=True))

        assert geprueft(dokument, "zitat-juenger") == [
            "„Drucksache 17/12999“ kann hier noch nicht zitiert sein: "
            "die Reihe zählt fortlaufend, und dieses Dokument hat die Nummer 17/11212."
        ]

    def test_an_anfrage_asked_later(self):
        dokument = zitierend(datum=date(2020, 9, 30))
        f.anfrage(nummer=4500, gestellt_am=date(2020, 11, 2))
        f.verweis(dokument, typ="Kleine Anfrage", nummer=4500, wortlaut="Kleine Anfrage 4500")
        resolving.resolve(dokument.verweise.with_quelle())

        assert geprueft(dokument, "zitat-juenger") == [
            "„Kleine Anfrage 4500“ kann hier noch nicht zitiert sein: "
            "KA 4500 wurde am 02.11.2020 gestellt, dieses Dokument ist vom 30.09.2020."
        ]

    @pytest.mark.parametrize(
        "felder",
        [
            pytest.param({"nummer": 10815, "datum": date(2021, 3, 1)}, id="a lower number with a misprinted day"),
            pytest.param({"nummer": 11213, "datum": date(2020, 9, 30)}, id="of the same day"),
            pytest.param({"nummer": 11250, "datum": None, "nur_zitiert": True}, id="little higher, day unknown"),
            pytest.param({"nummer": 11250, "datum": date(3013, 3, 13)}, id="a year 3013"),
        ],
    )
    def test_not(self, felder):
        dokument = zitierend(datum=date(2020, 9, 30))
        zitat(dokument, f.dokument(**felder))

        assert geprueft(dokument, "zitat-juenger") == []

    def test_not_of_an_earlier_wahlperiode(self):
        dokument = zitierend()
        zitat(dokument, f.dokument(nummer=16015, wahlperiode=f.wahlperiode(16), datum=None, nur_zitiert=True))

        assert geprueft(dokument, "zitat-juenger") == []


class TestAnswers:
    def test_without_anfrage(self):
        assert geprueft(zitierend(art="antwort"), "antwort-ohne-frage") == [
            "Drucksache 17/11212 ist eine Antwort; zu welcher Anfrage, ist nicht erfasst."
        ]

    def test_read_without_any_number_of_the_anfrage(self):
        dokument = beantwortet(None, 11212, herkunft="text").dokument

        assert geprueft(dokument, "antwort-ohne-frage") == [
            "Drucksache 17/11212 ist eine Antwort, nennt aber weder Nummer noch Drucksache der Anfrage."
        ]

    def test_of_an_index_without_numbers_are_fine(self):
        assert geprueft(beantwortet(None, 11212, herkunft="verzeichnis").dokument, "antwort-ohne-frage") == []

    def test_that_are_only_cited_are_fine(self):
        assert geprueft(f.dokument(art="antwort", nur_zitiert=True), "antwort-ohne-frage") == []

    def test_in_another_wahlperiode(self):
        antwort = f.antwort(f.anfrage(nummer=4284), dokument=f.dokument(nummer=77, wahlperiode=f.wahlperiode(18)))

        assert geprueft(antwort.dokument, "andere-wahlperiode") == [
            "Drucksache 18/77 gehört zu KA 4284 der 17. Wahlperiode; eine Anfrage endet mit ihrer Wahlperiode."
        ]

    def test_two_to_one_anfrage_are_told_at_the_later_one(self):
        erste = beantwortet(4284, 11212)
        zweite = f.antwort(erste.anfragen.get(), dokument=f.dokument(nummer=11300))
        pruefe([erste.dokument, zweite.dokument])

        assert befunde(erste.dokument) == {}
        (befund,) = befunde(zweite.dokument)["nummer-doppelt"]
        assert befund.text == (
            "17/11212 und 17/11300 gelten alle als Antwort auf KA 4284; eine Anfrage hat eine Antwort."
        )

    @pytest.mark.parametrize(
        ("art", "papier"),
        [
            pytest.param("ergaenzung", {"nummer": 11300}, id="a supplement"),
            pytest.param("antwort", {"nummer": 11212, "zusatz": "neu"}, id="a reprint"),
        ],
    )
    def test_more_papers_of_one_answer_are_fine(self, art, papier):
        erste = beantwortet(4284, 11212)
        zweite = f.antwort(erste.anfragen.get(), art=art, dokument=f.dokument(**papier))

        assert geprueft(zweite.dokument, "nummer-doppelt") == []

    def test_that_are_a_question_too(self):
        dokument = beantwortet(4284, 11212).dokument
        f.anfrage(nummer=4300, dokument=dokument)

        assert geprueft(dokument, "frage-und-antwort-zugleich") == [
            "Drucksache 17/11212 ist als KA 4300 erfasst und zugleich als Antwort auf KA 4284."
        ]


def test_one_file_under_two_numbers_is_told_at_both():
    eines, anderes = f.dokument(nummer=1, sha256="ab" * 32), f.dokument(nummer=2, sha256="ab" * 32)
    f.dokument(nummer=3, sha256="")

    assert geprueft(eines, "gleiche-datei") == [
        "Drucksache 17/1 ist aus derselben Datei gelesen wie 17/2; eine Nummer ist falsch."
    ]
    assert geprueft(anderes, "gleiche-datei") != []


class TestGaps:
    def reihe(self, *ohne: int) -> Dokument:
        """A series around 100 without these numbers; gives 101."""
        nummern = range(100 - UMGEBUNG, 102 + UMGEBUNG)
        papiere = [f.dokument(nummer=nummer) for nummer in nummern if nummer not in ohne]
        return next(papier for papier in papiere if papier.nummer == 101)

    def test_in_a_complete_series(self):
        assert geprueft(self.reihe(100), "luecke-in-reihe") == [
            "Vor Drucksache 17/101 fehlt die Nummer 100; die 25 davor und danach sind alle erfasst."
        ]

    def test_where_more_is_missing_are_nothing_special(self):
        assert geprueft(self.reihe(100, 110), "luecke-in-reihe") == []

    def test_that_only_a_citation_fills_stay(self):
        dokument = self.reihe(100)
        f.dokument(nummer=100, nur_zitiert=True)

        assert len(geprueft(dokument, "luecke-in-reihe")) == 1

    def test_close_when_the_paper_arrives(self):
        dokument = self.reihe(100)
        pruefe([dokument])

        pruefe([f.dokument(nummer=100)])

        assert dokument.befunde.get().stand == "behoben"


class TestNames:
    @pytest.fixture
    def lürbke(self):
        for nummer in range(10):
            f.fragesteller(beantwortet(None, 100 + nummer).anfragen.get(), "Marc Lürbke", "FDP")

    def fragt(self, name: str, kurz: str = "FDP") -> Dokument:
        antwort: Antwort = beantwortet(None, 200)
        f.fragesteller(antwort.anfragen.get(), name, kurz)
        return antwort.dokument

    def test_one_letter_off_a_frequent_one(self, lürbke):
        assert geprueft(self.fragt("Mark Lürbke"), "name-verdruckt") == [
            "„Mark Lürbke“ fragt in dieser Wahlperiode 1-mal, „Marc Lürbke“ 10-mal; vielleicht ist es derselbe Mensch "
            "und der Name verdruckt."
        ]

    @pytest.mark.parametrize(
        ("name", "fraktion"),
        [
            pytest.param("Marc Lürbke", "FDP", id="the same"),
            pytest.param("Marco Lübke", "FDP", id="two letters off"),
            pytest.param("Mark Lürbke", "SPD", id="of another Fraktion"),
        ],
    )
    def test_not(self, lürbke, name, fraktion):
        assert geprueft(self.fragt(name, fraktion), "name-verdruckt") == []
