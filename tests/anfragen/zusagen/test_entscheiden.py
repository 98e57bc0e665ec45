"""What staff decide about a commitment: from which state, with what, and what the one who comes second sees."""

from datetime import date

import pytest

from anfragen import zusagen
from anfragen.models import Zusage
from anfragen.zusagen import NichtMoeglich
from tests import factories as f

pytestmark = pytest.mark.django_db

HEUTE = date(2021, 1, 4)
ENDE_2021 = date(2021, 12, 31)


@pytest.fixture
def redaktion(django_user_model):
    return django_user_model.objects.create_user("redaktion", is_staff=True)


def offene(**felder) -> Zusage:
    return f.zusage(**{"stand": "offen", "veroeffentlichung": "veroeffentlicht"} | felder)


def spaeteres(**felder):
    return f.dokument(**{"datum": date(2020, 12, 1)} | felder)


def test_what_is_taken_up_is_open_public_and_somebodys(redaktion):
    zusage = f.zusage()

    zusagen.annehmen(zusage, ENDE_2021, redaktion, heute=HEUTE, user=redaktion)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.faellig_am, zusage.verantwortlich) == ("offen", ENDE_2021, redaktion)
    assert zusage in Zusage.objects.oeffentlich()
    eintrag = zusage.history.first()
    assert (eintrag.history_change_reason, eintrag.history_user) == ("Zusage angenommen", redaktion)


def test_what_is_taken_up_for_staff_alone_stays_hidden():
    zusage = f.zusage()

    zusagen.annehmen(zusage, None, heute=HEUTE, oeffentlich=False)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.veroeffentlichung) == ("offen", "entwurf")


def test_nothing_is_due_before_it_was_said():
    zusage = f.zusage(dokument=f.dokument(datum=date(2020, 9, 30)))

    with pytest.raises(NichtMoeglich, match=r"vor dem Tag der Zusage, dem 30\. September 2020"):
        zusagen.annehmen(zusage, date(2012, 12, 31), heute=HEUTE)

    zusage.refresh_from_db()
    assert zusage.stand == "vorgeschlagen"


def test_the_day_of_an_answer_is_that_of_its_letter():
    antwort = f.antwort(datum_schreiben=date(2020, 10, 2))

    with pytest.raises(NichtMoeglich, match=r"2\. Oktober 2020"):
        zusagen.annehmen(f.zusage(dokument=antwort.dokument), date(2020, 10, 1), heute=HEUTE)


def test_a_paper_without_day_contradicts_nothing():
    zusage = f.zusage(dokument=f.dokument(datum=None))

    zusagen.annehmen(zusage, date(1999, 1, 1), heute=HEUTE)
    zusagen.erfuellen(zusage, f.dokument(datum=None), heute=HEUTE)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.erfuellt_am) == ("erfuellt", None)


def test_a_proposal_is_dismissed_without_a_word():
    zusage = f.zusage()

    zusagen.verwerfen(zusage, heute=HEUTE)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.veroeffentlichung, zusage.vermerk) == ("verworfen", "entwurf", "")


def test_what_was_taken_up_is_dismissed_with_a_reason_and_withdrawn():
    zusage = offene(vermerk="Im Ausschuss gehört.")

    with pytest.raises(NichtMoeglich, match="Wer sie verwirft, begründet es"):
        zusagen.verwerfen(zusage, " ", heute=HEUTE)
    zusagen.verwerfen(zusage, "Gilt nicht mehr.", heute=HEUTE)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.veroeffentlichung) == ("verworfen", "zurueckgezogen")
    assert zusage.vermerk == "Im Ausschuss gehört.\nGilt nicht mehr."


def test_a_paper_fulfils_on_its_own_day(redaktion):
    zusage, papier = offene(), spaeteres(nummer=16201)

    zusagen.erfuellen(zusage, papier, heute=HEUTE, user=redaktion)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.erfuellt_durch, zusage.erfuellt_am) == ("erfuellt", papier, date(2020, 12, 1))
    assert zusage.history.first().history_change_reason == "Zusage erfüllt durch Drucksache 17/16201"


def test_a_day_alone_fulfils():
    zusage = offene()

    zusagen.erfuellen(zusage, am=date(2020, 12, 24), heute=HEUTE)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.erfuellt_durch, zusage.erfuellt_am) == ("erfuellt", None, date(2020, 12, 24))


@pytest.mark.parametrize(
    ("angaben", "einwand"),
    [
        (lambda zusage: {}, "Nennen Sie das Dokument oder den Tag"),
        (lambda zusage: {"durch": zusage.dokument}, "in dem eine Zusage steht, erfüllt sie nicht"),
        (lambda zusage: {"durch": f.dokument(datum=date(2019, 1, 1))}, "ist älter als die Zusage vom 30. September"),
        (lambda zusage: {"am": date(2020, 1, 1)}, "nicht vor dem Tag, an dem sie fiel"),
        (lambda zusage: {"am": date(2021, 1, 5)}, "liegt in der Zukunft"),
    ],
    ids=["nothing", "its own paper", "an older paper", "a day before it", "tomorrow"],
)
def test_what_can_not_fulfil_is_refused(angaben, einwand):
    zusage = offene()

    with pytest.raises(NichtMoeglich, match=einwand):
        zusagen.erfuellen(zusage, **angaben(zusage), heute=HEUTE)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.erfuellt_durch) == ("offen", None)


def test_what_is_fulfilled_is_open_again_and_forgets_by_what():
    zusage = offene(stand="erfuellt", erfuellt_durch=spaeteres(), erfuellt_am=date(2020, 12, 1))

    zusagen.wieder_oeffnen(zusage, heute=HEUTE)

    zusage.refresh_from_db()
    assert (zusage.stand, zusage.erfuellt_durch, zusage.erfuellt_am) == ("offen", None, None)


def test_what_is_dismissed_is_a_proposal_again():
    zusage = f.zusage(stand="verworfen")

    zusagen.wieder_oeffnen(zusage, heute=HEUTE)

    zusage.refresh_from_db()
    assert zusage.stand == "vorgeschlagen"


ENTSCHEIDUNGEN = {
    "annehmen": lambda zusage: zusagen.annehmen(zusage, ENDE_2021, heute=HEUTE),
    "aendern": lambda zusage: zusagen.aendern(zusage, ENDE_2021, None, fassung=None, heute=HEUTE),
    "verwerfen": lambda zusage: zusagen.verwerfen(zusage, "Nein.", heute=HEUTE),
    "erfuellen": lambda zusage: zusagen.erfuellen(zusage, am=HEUTE, heute=HEUTE),
    "wieder_oeffnen": lambda zusage: zusagen.wieder_oeffnen(zusage, heute=HEUTE),
}
MOEGLICH = {
    "vorgeschlagen": {"annehmen", "verwerfen"},
    "offen": {"aendern", "verwerfen", "erfuellen"},
    "erfuellt": {"wieder_oeffnen"},
    "verworfen": {"wieder_oeffnen"},
}


@pytest.mark.parametrize("name", ENTSCHEIDUNGEN)
@pytest.mark.parametrize("stand", MOEGLICH)
def test_each_decision_starts_from_its_states_alone(stand, name):
    zusage = Zusage.objects.get(pk=f.zusage(stand=stand).pk)
    zusage.history.all().delete()

    if name in MOEGLICH[stand]:
        ENTSCHEIDUNGEN[name](zusage)
    else:
        with pytest.raises(NichtMoeglich, match=f"ist inzwischen {zusage.get_stand_display()}"):
            ENTSCHEIDUNGEN[name](zusage)
        assert not zusage.history.exists()


def test_who_comes_second_sees_what_the_first_decided(redaktion):
    erste = f.zusage(wortlaut="Der Bericht\nwird vorgelegt.")
    zweite = Zusage.objects.get(pk=erste.pk)
    zusagen.annehmen(erste, ENDE_2021, redaktion, heute=HEUTE, user=redaktion)

    with pytest.raises(NichtMoeglich) as fehler:
        zusagen.annehmen(zweite, None, heute=HEUTE, oeffentlich=False)

    erwartet = "„Der Bericht wird vorgelegt.“ ist inzwischen offen („Zusage angenommen“, redaktion, "
    assert str(fehler.value).startswith(erwartet)
    erste.refresh_from_db()
    assert (erste.faellig_am, erste.verantwortlich, erste.veroeffentlichung) == (
        ENDE_2021,
        redaktion,
        "veroeffentlicht",
    )


def test_who_changes_an_old_version_overwrites_nothing(redaktion):
    zusage = offene()
    gesehen = Zusage.objects.with_fassung().get(pk=zusage.pk).fassung
    zusagen.aendern(zusage, ENDE_2021, redaktion, fassung=gesehen, heute=HEUTE)

    with pytest.raises(NichtMoeglich, match=r"wurde inzwischen geändert \(„Termin oder Zuständigkeit geändert“"):
        zusagen.aendern(zusage, None, None, fassung=gesehen, heute=HEUTE)

    zusage.refresh_from_db()
    assert (zusage.faellig_am, zusage.verantwortlich) == (ENDE_2021, redaktion)


def test_what_reading_took_back_meanwhile_does_not_come_back():
    zusage = f.zusage()
    Zusage.objects.all().delete()

    with pytest.raises(NichtMoeglich, match="gibt es nicht mehr"):
        zusagen.annehmen(zusage, ENDE_2021, heute=HEUTE)

    assert not Zusage.objects.exists()
