"""Lines of an index as new records: paper, Anfrage, who asks, answer, finding."""

from datetime import date

from anfragen.models import Anfrage, Antwort, Befund, Verweis
from anfragen.verzeichnis.recording import Bilanz
from tests import factories
from tests.anfragen.verzeichnis import KA, TITEL, zeile


def test_a_line_becomes_paper_anfrage_and_answer(importiere, wahlperiode, askers):
    bilanz, abgelehnt = importiere(zeile(**KA))

    anfrage = Anfrage.objects.get()
    antwort = anfrage.antworten.get()
    dokument = antwort.dokument
    assert (bilanz, abgelehnt) == (Bilanz(angelegt=1), [])
    assert (dokument.kennung, dokument.titel, dokument.datum) == ("17/11212", TITEL, date(2020, 9, 30))
    assert (dokument.art, dokument.herkunft, dokument.nur_zitiert) == ("antwort", "verzeichnis", False)
    assert dokument.quelle == "https://kleineanfragen.de/nordrhein-westfalen/17/11212-wie"
    assert (anfrage.kennung, anfrage.titel, anfrage.zustand) == ("KA 4284", TITEL, "beantwortet")
    assert (anfrage.gestellt_am, anfrage.beantwortet_am) == (date(2020, 9, 3), date(2020, 9, 30))
    assert anfrage.zuletzt_am == date(2020, 9, 30)
    assert "ruhrkonferenz" in anfrage.suchtext
    assert (anfrage.dokument.kennung, anfrage.dokument.nur_zitiert) == ("17/10815", True)
    assert askers() == [("Karsten Rudolph", "SPD"), ("Carina Gödecke", "SPD"), ("Serdar Yüksel", "SPD")]
    assert [fraktion.kurz for fraktion in anfrage.fraktionen.all()] == ["SPD"]
    assert antwort.ministerium.name == "Ministerium für Verkehr"


def test_without_number_and_title_the_anfrage_is_called_by_its_kind(importiere):
    importiere(zeile(title="", interpellation_type="major", published_at=""))

    anfrage = Anfrage.objects.get()
    assert (anfrage.titel, anfrage.nummer, anfrage.zustand) == ("Große Anfrage", None, "beantwortet")
    assert anfrage.beantwortet_am is None


def test_history_tells_the_index_and_keeps_the_links(importiere):
    importiere(zeile())

    anfrage, antwort = Anfrage.history.get(), Antwort.history.get()
    assert anfrage.history_change_reason == antwort.history_change_reason == "Verzeichnis verzeichnis.csv"
    assert [link.fraktion.kurz for link in anfrage.fraktionen.all()] == ["SPD"]
    assert [link.anfrage for link in antwort.anfragen.all()] == [Anfrage.objects.get()]


def test_a_paper_that_is_only_cited_is_filled(importiere, wahlperiode):
    zitiert = factories.dokument(nummer=11212, nur_zitiert=True, titel="", datum=None, herkunft="verweis")

    bilanz, _ = importiere(zeile())

    zitiert.refresh_from_db()
    assert bilanz == Bilanz(angelegt=1)
    assert (zitiert.titel, zitiert.nur_zitiert, zitiert.herkunft, zitiert.art) == (
        TITEL,
        False,
        "verzeichnis",
        "antwort",
    )
    assert Anfrage.objects.get().beantwortet_am == date(2020, 9, 30)


def test_a_line_without_kind_is_a_kleine_anfrage_with_a_finding(importiere):
    importiere(zeile(interpellation_type=""))

    befund = Befund.objects.get()
    assert Anfrage.objects.get().art == "klein"
    assert (befund.regel, befund.dokument.kennung) == ("verzeichnis-ohne-art", "17/11212")


def test_a_finding_that_is_there_is_not_made_again(importiere):
    importiere(zeile(interpellation_type=""))
    Anfrage.objects.all().delete()
    Antwort.objects.all().delete()

    bilanz, _ = importiere(zeile(interpellation_type=""))

    assert (bilanz.angelegt, Befund.objects.count()) == (1, 1)


def test_with_several_fraktionen_nobody_knows_who_belongs_to_which(importiere, askers):
    importiere(zeile(inquiring_parties_wikidata="CDU;FDP"))

    anfrage = Anfrage.objects.get()
    assert {fraktion for _, fraktion in askers()} == {None}
    assert {fraktion.kurz for fraktion in anfrage.fraktionen.all()} == {"CDU", "FDP"}


def test_several_houses_stand_in_the_words_of_the_office(importiere):
    importiere(zeile(answering_ministries_wikidata="Justizministerium;Finanzministerium"))

    antwort = Antwort.objects.get()
    assert antwort.ministerium.name == "Justizministerium"
    assert antwort.amt == "Justizministerium; Finanzministerium"


def test_more_houses_than_fit_are_cut_between_two(importiere):
    importiere(zeile(answering_ministries_wikidata=";".join(f"{n:0130}" for n in range(3))))

    assert Antwort.objects.get().amt == f"{0:0130}; {1:0130}"


def test_waiting_references_resolve_when_the_anfrage_arrives(importiere):
    zitierend = factories.dokument(nummer=12000)
    factories.verweis(zitierend, typ="Kleine Anfrage", nummer=4284)

    importiere(zeile(**KA))

    assert Verweis.objects.get().ziel_anfrage == Anfrage.objects.get()
