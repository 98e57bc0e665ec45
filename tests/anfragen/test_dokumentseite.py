"""The page of one numbered paper."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Permission

from anfragen.models import Befund, Dokument
from anfragen.wortlaut import MARKEN_JE_TEIL
from tests import factories
from tests.anfragen.seiten import ENTWURF, anzahl_abfragen, text, verweis

pytestmark = pytest.mark.django_db

ADRESSE = "/drucksachen/17/11212/"
TEXT = """Vorbemerkung der Landes-
regierung

Der Bericht (Vorlage 17/3748) wurde unmittelbar
zugeleitet.

Siehe 3939 (LT-Drs. 10591) und 3944.
"""

LEGENDE = 4  # references that the legend shows as examples


def karte(seite: str) -> str:
    """What is shown beside the only reference."""
    assert seite.count('class="v-karte"') == 1
    html = seite.partition('class="v-karte"')[2].partition(">")[2].partition("</p>")[0]
    ausserhalb = html.partition("</span></span>")[0] if "v-karte__fuss" in html else html.partition("</span>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", ausserhalb).split())


@pytest.fixture
def papier() -> Dokument:
    return factories.dokument(nummer=11212, titel="Wie verbessert die „Ruhrkonferenz“ das Leben?", text=TEXT)


def test_the_wording_is_shown_in_paragraphs_with_whole_words(client, papier):
    seite = text(client, ADRESSE)
    assert "<p>Vorbemerkung der Landesregierung</p>" in seite
    assert "wurde unmittelbar zugeleitet.</p>" in seite


def test_a_resolved_reference_is_a_link_that_says_what_it_leads_to(client, papier):
    vorlage = factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"), titel="Bericht")
    verweis(papier, "Vorlage 17/3748", typ="Vorlage", nummer=3748, ziel_dokument=vorlage)
    seite = text(client, ADRESSE)
    assert '(<span class="vk"><a class="v v--da" href="/vorlagen/17/3748/"' in seite
    assert karte(seite) == "Vorlage 17/3748 Bericht liegt vor · 30. September 2020"


def test_a_reference_to_an_anfrage_says_when_it_was_asked_and_answered(client, papier):
    anfrage = factories.anfrage(nummer=3944, titel="Sachstand")
    verweis(papier, "3944", typ="Kleine Anfrage", nummer=3944, ziel_anfrage=anfrage)
    assert karte(text(client, ADRESSE)) == "KA 3944 Sachstand liegt vor · gestellt 3. September 2020 · offen"
    factories.antwort(anfrage)
    assert "gestellt 3. September 2020 · beantwortet 30. September 2020" in karte(text(client, ADRESSE))


def test_what_is_said_beside_a_reference_describes_it(client, papier):
    ziel = factories.dokument(nummer=10591)
    stelle = verweis(papier, "LT-Drs. 10591", nummer=10591, wahlperiode_abgeleitet=True, ziel_dokument=ziel)
    seite = text(client, ADRESSE)
    assert f'id="stelle-11212-{stelle.start}" aria-describedby="karte-{stelle.pk}"' in seite
    assert f'id="karte-{stelle.pk}"' in seite
    assert karte(seite).endswith("· Wahlperiode 17 erschlossen")


def test_a_reference_over_two_paragraphs_is_described_once(client):
    papier = factories.dokument(nummer=11212, text="Siehe Vorlage.\n\nNummer 17/3748.")
    vorlage = factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"))
    verweis(papier, "Vorlage.\n\nNummer 17/3748", typ="Vorlage", nummer=3748, ziel_dokument=vorlage)
    seite = text(client, ADRESSE)
    assert seite.count('<a class="v v--da" href="/vorlagen/17/3748/"') == 2
    assert seite.count('class="v-karte"') == 1


def test_a_reference_to_an_only_cited_paper_is_dashed_and_says_so(client, papier):
    vorlage = factories.dokument(nummer=3748, reihe=factories.reihe("vorlage"), nur_zitiert=True)
    verweis(papier, "Vorlage 17/3748", typ="Vorlage", nummer=3748, ziel_dokument=vorlage)
    seite = text(client, ADRESSE)
    assert '<a class="v v--zitiert" href="/vorlagen/17/3748/"' in seite
    assert '<span class="nur-vorlesen"> (nur zitiert, liegt nicht vor)</span>' in seite


def test_an_inferred_wahlperiode_is_said_at_the_reference_and_below(client, papier):
    ziel = factories.dokument(nummer=10591)
    verweis(papier, "LT-Drs. 10591", nummer=10591, wahlperiode_abgeleitet=True, ziel_dokument=ziel)
    seite = text(client, ADRESSE)
    assert "Wahlperiode 17 erschlossen" in seite
    assert "Einige Verweise sind ohne Wahlperiode gedruckt" in seite


def test_a_reference_without_target_is_no_link(client, papier):
    verweis(papier, "3944", typ="Kleine Anfrage", nummer=3944)
    seite = text(client, ADRESSE)
    assert '<span class="v v--zitiert">3944' in seite
    assert "(liegt nicht vor)" in seite


def test_an_ambiguous_reference_is_marked_with_a_word(client, papier):
    verweis(papier, "3939", typ="Kleine Anfrage", nummer=3939, mehrdeutig=True)
    seite = text(client, ADRESSE)
    assert '<a class="v v--strittig" href="/drucksachen/17/11212/kette/' in seite
    assert '<span class="nur-vorlesen"> (mehrdeutig)</span>' in seite
    assert karte(seite) == "Mehrdeutig. Was gemeint ist, steht nicht fest."


def test_a_reference_that_staff_rejected_is_no_link_and_says_so(client, papier):
    verweis(papier, "3939", typ="Kleine Anfrage", nummer=3939, von_hand=True)
    seite = text(client, ADRESSE)
    assert '<span class="v v--abgelehnt">3939' in seite
    assert '<span class="nur-vorlesen"> (geprüft: meint kein Dokument)</span>' in seite


def test_an_unpublished_target_is_not_shown(client, papier):
    ziel = factories.dokument(nummer=10591, titel="Geheimer Titel", veroeffentlichung=ENTWURF)
    verweis(papier, "LT-Drs. 10591", nummer=10591, ziel_dokument=ziel)
    seite = text(client, ADRESSE)
    assert "Geheimer Titel" not in seite
    assert "/drucksachen/17/10591/" not in seite


def test_who_cites_it_is_shown_with_the_passage(client, papier):
    zitierend = factories.dokument(nummer=12000, text="Wie schon gesagt, ist in\nder Drucksache 17/11212 zu lesen, ja.")
    verweis(zitierend, "Drucksache 17/11212", nummer=11212, ziel_dokument=papier)
    seite = text(client, ADRESSE)
    assert "Zitiert von 1 Dokument" in seite
    assert "schon gesagt, ist in der <mark>Drucksache 17/11212</mark> zu lesen," in seite


def test_a_draft_that_cites_it_is_not_shown(client, papier):
    zitierend = factories.dokument(nummer=12000, text="Drucksache 17/11212", veroeffentlichung=ENTWURF)
    verweis(zitierend, "Drucksache 17/11212", nummer=11212, ziel_dokument=papier)
    seite = text(client, ADRESSE)
    assert "17/12000" not in seite
    assert "Kein anderes Dokument in unserem Bestand verweist darauf." in seite


def test_a_paper_that_answers_names_the_anfrage_and_its_askers(client, papier):
    anfrage = factories.anfrage(nummer=None, titel="Sachstand der „Mobilitätsregion“")
    factories.fragesteller(anfrage, "Carsten Löcker")
    factories.antwort(anfrage, dokument=papier, amt="Der Minister für Verkehr", datum_schreiben=date(2020, 9, 30))
    seite = text(client, ADRESSE)
    assert "Antwort auf</h2>" in seite
    assert "Sachstand der „Mobilitätsregion“" in seite
    assert "Carsten Löcker" in seite
    assert "Der Minister für Verkehr" in seite


def test_an_anfrage_without_a_page_of_its_own_says_what_is_missing_instead_of_linking_to_the_same_page(client, papier):
    factories.antwort(factories.anfrage(nummer=None, titel=papier.titel), dokument=papier)
    zeile = text(client, ADRESSE).partition('<ul class="liste">')[2].partition("</ul>")[0]
    assert 'Kleine Anfrage, Nummer <span class="fehlt">fehlt</span>' in zeile
    assert "<a " not in zeile
    assert papier.titel not in zeile


def test_what_a_paper_without_its_text_cites_is_unknown(client, papier):
    Dokument.objects.update(text="")
    assert "Unbekannt, denn der Wortlaut liegt uns nicht vor." in text(client, ADRESSE)


def test_an_unpublished_anfrage_is_not_named(client, papier):
    factories.antwort(factories.anfrage(titel="Geheime Frage", veroeffentlichung=ENTWURF), dokument=papier)
    assert "Geheime Frage" not in text(client, ADRESSE)


def test_a_paper_that_is_only_cited_says_so_and_where_it_is(client):
    vorlagen = factories.reihe(
        "vorlage", adressmuster="https://www.landtag.example/{wp}/{nr}.pdf", adressmuster_beleglage="belegt"
    )
    papier = factories.dokument(nummer=3748, reihe=vorlagen, nur_zitiert=True, titel="", datum=None)
    zitierend = factories.dokument(nummer=11212, text=TEXT)
    verweis(zitierend, "Vorlage 17/3748", typ="Vorlage", nummer=3748, ziel_dokument=papier)
    seite = text(client, "/vorlagen/17/3748/")
    assert "Dieses Dokument liegt uns nicht vor" in seite
    assert 'href="https://www.landtag.example/17/3748.pdf"' in seite
    assert "Der Bericht (<mark>Vorlage 17/3748</mark>) wurde" in seite
    assert "Wortlaut</h2>" not in seite


def test_two_citing_papers_with_the_same_number_stand_there_once_each(client):
    papier = factories.dokument(nummer=10590)
    zweimal = "siehe Drs. 17/10590 und Drucksache 17/10590"
    for reihe in ("drucksache", "vorlage"):
        zitierend = factories.dokument(nummer=11212, reihe=factories.reihe(reihe), text=zweimal)
        for wortlaut in ("Drs. 17/10590", "Drucksache 17/10590"):
            verweis(zitierend, wortlaut, nummer=10590, ziel_dokument=papier)
    seite = text(client, "/drucksachen/17/10590/")
    assert seite.count('<h3><a href="/vorlagen/17/11212/">') == 1
    assert seite.count('<h3><a href="/drucksachen/17/11212/">') == 1
    assert seite.count("<mark>") == 4


def test_a_paper_known_without_text_says_so(client):
    factories.dokument(nummer=10590)
    assert "nicht den Text" in text(client, "/drucksachen/17/10590/")


def test_missing_dates_read_as_missing(client, papier):
    Dokument.objects.update(datum=None)
    assert '<dt>ausgegeben am</dt><dd><span class="fehlt">fehlt</span></dd>' in text(client, ADRESSE)


def test_a_reprint_has_its_own_page(client, papier):
    factories.dokument(nummer=11212, zusatz="neu", titel="Neudruck")
    assert "Neudruck" in text(client, "/drucksachen/17/11212-neu/")


def test_findings_are_for_staff(client, papier, django_user_model):
    Befund.objects.create(dokument=papier, regel="r", text="10564 steht für zwei Anfragen.")
    assert "10564 steht für zwei Anfragen." not in text(client, ADRESSE)
    redaktion = django_user_model.objects.create_user("redaktion", is_staff=True)
    redaktion.user_permissions.add(Permission.objects.get(codename="view_befund"))
    client.force_login(redaktion)
    assert "10564 steht für zwei Anfragen." in text(client, ADRESSE)


def test_a_huge_text_is_shown_in_parts(client):
    absaetze = [f"Absatz {i}." for i in range(MARKEN_JE_TEIL + 1)]
    factories.dokument(nummer=11212, text="\n\n".join(absaetze))
    erste, zweite = text(client, ADRESSE), text(client, f"{ADRESSE}?seite=2")
    assert "<p>Absatz 0.</p>" in erste
    assert f"<p>{absaetze[-1]}</p>" not in erste
    assert f"<p>{absaetze[-1]}</p>" in zweite


def test_a_paragraph_with_very_many_references_is_shown_in_parts(client):
    nummern = range(1, MARKEN_JE_TEIL + 10)
    papier = factories.dokument(nummer=11212, text=f"Drs. {', '.join(f'17/{nummer};' for nummer in nummern)} Ende.")
    for nummer in nummern:
        verweis(papier, f"17/{nummer};", nummer=nummer)
    erste, zweite = text(client, ADRESSE), text(client, f"{ADRESSE}?seite=2")
    assert erste.count('class="v ') + zweite.count('class="v ') - 2 * LEGENDE == len(nummern)
    assert "Zitiert in diesem Teil" in zweite
    assert zweite.count("<li>") < erste.count("<li>")


def test_hostile_words_are_shown_as_words(client):
    boese = "<script>alert(1)</script>"
    papier = factories.dokument(nummer=11212, titel=boese, text=f"{boese} Drs. 17/1", quelle=boese, dateiname=boese)
    verweis(papier, "Drs. 17/1", nummer=1, ziel_dokument=factories.dokument(nummer=1, titel=boese))
    seite = text(client, ADRESSE)
    assert boese not in seite
    assert '&lt;script&gt;alert(1)&lt;/script&gt; <span class="vk"><a' in seite


@pytest.mark.parametrize("adresse", ["/drucksachen/17/11212/", "/vorlagen/17/1/", "/drucksachen/18/11212/"])
def test_an_unknown_or_unpublished_number_is_not_found(client, adresse):
    factories.dokument(nummer=11212, veroeffentlichung=ENTWURF)
    assert "Dieses Dokument kennen wir nicht" in text(client, adresse, status=404)


def test_the_number_of_queries_does_not_grow(client, papier):
    def add(nummer: int) -> None:
        ziel = factories.anfrage()
        factories.antwort(ziel)
        factories.verweis(papier, typ="Kleine Anfrage", ziel_anfrage=ziel, start=nummer, ende=nummer + 1)
        zitierend = factories.dokument(text="Drucksache 17/11212")
        verweis(zitierend, "Drucksache 17/11212", nummer=11212, ziel_dokument=papier)

    anfrage = factories.anfrage()
    factories.frage(anfrage)
    factories.fragesteller(anfrage)
    factories.antwort(anfrage, dokument=papier)
    add(1)
    wenige = anzahl_abfragen(client, ADRESSE)
    for nummer in range(2, 8):
        add(nummer)
    assert anzahl_abfragen(client, ADRESSE) == wenige
    assert wenige <= 25
