"""A cited paper about a project that the citing overview doesn't speak of is a finding; anything else is none."""

from dataclasses import replace

from anfragen.parsing.records import Beleg, Dokumentnummer, Drucksache, Verweis, Verweistyp, Vorblatt
from projekte.befunde import Gegenstand, titel_passt_nicht
from projekte.gegenstaende import from_fixtures
from projekte.parsing import Projektaussage, Projektlesung

BELEG = Beleg(0, 5, "probe")
GEGENSTAENDE = {
    Dokumentnummer(17, 10590): Gegenstand("05-02", "Zentrum für Chemie 4.0"),
    Dokumentnummer(17, 10591): Gegenstand("", "Digitale Modelldestination Ruhr"),
    Dokumentnummer(17, 10597): Gegenstand("04-06", "Open District Hub Bochum"),
    Dokumentnummer(17, 10654): Gegenstand("13-02", "Mobilitätsregion"),
}


def lesung(*kennungen: str) -> Projektlesung:
    return Projektlesung(tuple(Projektaussage(k, "Name", "", "", "", "Wortlaut.", BELEG) for k in kennungen))


def zitate(*nummern: int) -> Drucksache:
    verweise = tuple(Verweis(Verweistyp.DRUCKSACHE, 17, True, n, f"LT-Drs. {n}", BELEG) for n in nummern)
    return Drucksache(quelle="12345", vorblatt=Vorblatt(), verweise=verweise)


def test_a_paper_about_another_project_is_found_with_one_that_fits_a_slip_away():
    (befund,) = titel_passt_nicht(zitate(10591, 10597), lesung("05-02", "04-06", "13-02"), GEGENSTAENDE)

    assert "17/10591 handelt von „Digitale Modelldestination Ruhr“" in befund.text
    assert "17/10590 (eine andere Ziffer): Sie handelt von [05-02]" in befund.text
    assert befund.kandidat == Dokumentnummer(17, 10590)
    assert befund.belege == ((0, 5),)


def test_papers_about_the_projects_spoken_of_are_fine():
    assert titel_passt_nicht(zitate(10590, 10597), lesung("05-02", "04-06", "13-02"), GEGENSTAENDE) == []


def test_a_paper_of_unknown_subject_is_fine():
    assert titel_passt_nicht(zitate(9999), lesung("05-02", "04-06", "13-02"), GEGENSTAENDE) == []


def test_a_document_that_is_no_overview_may_cite_anything():
    assert titel_passt_nicht(zitate(10591), lesung("05-02"), GEGENSTAENDE) == []


def test_without_a_candidate_none_is_named():
    (befund,) = titel_passt_nicht(zitate(10591, 10590, 10597, 10654), lesung("05-02", "04-06", "13-02"), GEGENSTAENDE)

    assert "Vermutlich" not in befund.text
    assert befund.kandidat is None


def test_the_anfrage_it_is_printed_for_is_named():
    drucksache = zitate(10591)
    anfrage = Verweis(Verweistyp.KLEINE_ANFRAGE, 17, True, 3939, "3939", BELEG)
    drucksache = replace(drucksache, verweise=(anfrage, replace(drucksache.verweise[0], paar=0)))

    (befund,) = titel_passt_nicht(drucksache, lesung("05-02", "04-06", "13-02"), GEGENSTAENDE)

    assert "(zu KA 3939)" in befund.text


def test_the_shipped_facts_know_the_sachstand_answers():
    bekannt = from_fixtures()

    assert bekannt[Dokumentnummer(17, 10654)].kennung == "13-02"
    assert len(bekannt) == 74
