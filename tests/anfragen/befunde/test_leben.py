"""Findings come, go and come back with the records; what staff said of them stays."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from anfragen import resolving
from anfragen.befunde import geprueft, pruefe
from anfragen.befunde.fund import Fund
from anfragen.befunde.schreiben import gleiche_ab
from anfragen.models import Anfrage, Befund, Dokument
from tests import factories as f
from tests.anfragen.befunde.seed import beantwortet, befunde, paare, zitierend

pytestmark = pytest.mark.django_db


@pytest.fixture
def dokument():
    return f.dokument()


def finde(dokument, *texte, **felder):
    return gleiche_ab([Fund(dokument.pk, "neudruck", text, **felder) for text in texte], [dokument.pk], ["neudruck"])


def test_what_is_no_longer_true_is_mended_by_itself(dokument):
    assert finde(dokument, "Es ist ein Neudruck.").neu == 1

    assert finde(dokument).behoben == 1

    befund = Befund.objects.get()
    assert befund.stand == "behoben"
    assert befund.history.first().history_change_reason == "Befund: trifft nicht mehr zu"


def test_what_is_true_again_is_open_again(dokument):
    finde(dokument, "Es ist ein Neudruck.")
    finde(dokument)

    assert finde(dokument, "Es ist ein Neudruck.").wieder == 1

    assert Befund.objects.get().stand == "offen"


def test_a_second_run_changes_nothing(dokument):
    finde(dokument, "Es ist ein Neudruck.")

    assert finde(dokument, "Es ist ein Neudruck.") == gleiche_ab([], [], [])

    assert Befund.objects.get().history.count() == 1


@pytest.mark.parametrize("stand", ["bestaetigt", "verworfen"])
def test_what_staff_said_stays(dokument, stand):
    finde(dokument, "Es ist ein Neudruck.")
    Befund.objects.update(stand=stand, begruendung="Der Erstdruck liegt vor.")

    finde(dokument)
    finde(dokument, "Es ist ein Neudruck.")

    befund = Befund.objects.get()
    assert (befund.stand, befund.begruendung) == (stand, "Der Erstdruck liegt vor.")


def test_other_words_about_the_same_reference_are_the_same_finding(dokument):
    verweis = f.verweis(dokument)
    finde(dokument, "Der Titel ist unbekannt.", verweis=verweis.pk)
    Befund.objects.update(stand="verworfen", begruendung="Ist so.")

    assert finde(dokument, "Der Titel ist „Neudruck“.", verweis=verweis.pk).geaendert == 1

    befund = Befund.objects.get()
    assert (befund.text, befund.stand) == ("Der Titel ist „Neudruck“.", "verworfen")


def test_the_same_words_about_two_places_are_one_finding(dokument):
    funde = [
        Fund(dokument.pk, "neudruck", "Neudruck.", ((0, 5),)),
        Fund(dokument.pk, "neudruck", "Neudruck.", ((9, 12),)),
    ]
    gleiche_ab(funde, [dokument.pk], ["neudruck"])

    assert Befund.objects.get().stellen == [[0, 5], [9, 12]]


def test_rules_that_were_not_asked_keep_their_findings(dokument):
    finde(dokument, "Es ist ein Neudruck.")

    gleiche_ab([], [dokument.pk], ["titel-unsicher"])

    assert Befund.objects.get().stand == "offen"


def test_the_papers_that_cite_one_are_checked_with_it():
    dokument = zitierend()
    paare(dokument, (3973, 10564))
    pruefe([dokument])
    assert "zahlendreher" not in befunde(dokument)
    beantwortet(3973, 10654)
    falsch = Dokument.objects.get(nummer=10564)
    f.antwort(f.anfrage(nummer=3986), dokument=falsch)
    Dokument.objects.filter(pk=falsch.pk).update(nur_zitiert=False)
    resolving.heal([falsch], Anfrage.objects.all())

    pruefe([falsch])

    assert "zahlendreher" in befunde(dokument)


def test_deleting_a_paper_mends_what_was_said_with_it():
    beantwortet(3973, 10654)
    falsch = beantwortet(3986, 10564)
    dokument = zitierend()
    paare(dokument, (3973, 10564))
    pruefe([dokument])

    with geprueft([falsch.dokument]):
        falsch.delete()
        resolving.delete(falsch.dokument)

    (befund,) = befunde(dokument)["zahlendreher"]
    assert "sie liegt nicht vor" in befund.text, "found for another reason now"


def test_checking_nothing_is_fine():
    assert pruefe([]).neu == 0
    call_command("pruefe_befunde")


def test_the_queries_do_not_grow_with_the_papers(django_assert_max_num_queries):
    def papiere(anzahl, ab):
        dokumente = []
        for i in range(anzahl):
            dokumente.append(beantwortet(ab + i, ab + 2 * i).dokument)
            f.fragesteller(dokumente[-1].antwort.anfragen.get(), "Marc Lürbke")
            paare(dokumente[-1], (ab + i, ab + 2 * i + 1), (ab + i + 50, ab + 2 * i + 1))
        return dokumente

    wenige, viele = papiere(2, 10_000), papiere(12, 20_000)
    with django_assert_max_num_queries(45) as gezaehlt:
        pruefe(wenige)
    with django_assert_max_num_queries(len(gezaehlt)):
        pruefe(viele)


def test_the_command_checks_all_or_one_paper_by_all_or_one_rule(capsys):
    eines, anderes = zitierend(art="antwort"), zitierend(11213, art="antwort")

    call_command("pruefe_befunde", "17/11213", regeln=["antwort-ohne-frage"])
    assert (eines.befunde.count(), anderes.befunde.count()) == (0, 1)

    call_command("pruefe_befunde")
    assert eines.befunde.count() == 1
    ausgabe = capsys.readouterr().out
    assert "1 neu, 0 wieder offen, 0 behoben, 0 nachgeführt" in ausgabe
    assert "2 offen: Antwort ohne Anfrage (antwort-ohne-frage, mittel)" in ausgabe


@pytest.mark.parametrize(("nummer", "grund"), [("11212", "keine Nummer"), ("17/11212", "nicht erfasst")])
def test_the_command_names_what_it_does_not_find(nummer, grund):
    with pytest.raises(CommandError, match=grund):
        call_command("pruefe_befunde", nummer)
