"""Which papers are suggested as what fulfils a commitment."""

from datetime import date

import pytest

from anfragen.models import Dokument, Nachfrage
from anfragen.zusagen import kandidaten
from tests import factories as f

pytestmark = pytest.mark.django_db

SPAETER = date(2021, 3, 1)


def zitierend(dokument: Dokument, **felder) -> Dokument:
    neu = f.dokument(**{"datum": SPAETER} | felder)
    f.verweis(neu, ziel_dokument=dokument)
    return neu


def vorgeschlagen(zusage) -> dict[Dokument, list[str]]:
    return {kandidat.dokument: kandidat.gruende for kandidat in kandidaten([zusage.pk]).get(zusage.pk, [])}


def test_papers_that_lead_back_to_it_are_suggested_with_their_reasons():
    projekt = f.projekt()
    antwort = f.antwort()
    zusage = f.zusage(projekt, dokument=antwort.dokument)
    zitiert = zitierend(zusage.dokument)
    f.verweis(zitiert, ziel_dokument=zusage.dokument)
    f.aussage(projekt, zitiert)
    ueber_projekt = f.dokument(datum=date(2021, 2, 1))
    projekt.dokumente.add(ueber_projekt)
    folgeanfrage = f.anfrage()
    nachgefragt = f.antwort(folgeanfrage, dokument=f.dokument(datum=date(2021, 1, 1))).dokument
    Nachfrage.objects.create(anfrage=antwort.anfragen.get(), folgeanfrage=folgeanfrage, titel="Wo?", offen="Alles.")

    assert list(vorgeschlagen(zusage).items()) == [
        (zitiert, ["zitiert das Dokument der Zusage", "sagt etwas zum selben Projekt"]),
        (ueber_projekt, ["handelt vom selben Projekt"]),
        (nachgefragt, ["beantwortet die Nachfrage"]),
    ]


@pytest.mark.parametrize(
    "felder",
    [
        {"datum": date(2020, 9, 30)},
        {"datum": date(2020, 1, 1)},
        {"datum": None},
        {"veroeffentlichung": "entwurf"},
        {"nur_zitiert": True},
    ],
    ids=["same day", "older", "without day", "draft", "only cited"],
)
def test_what_can_not_fulfil_it_is_not_suggested(felder):
    zusage = f.zusage()
    zitierend(zusage.dokument, **felder)

    assert vorgeschlagen(zusage) == {}


def test_the_letter_of_an_answer_dates_it():
    frueh, spaet = (
        f.antwort(datum_schreiben=tag, dokument=f.dokument(datum=SPAETER)) for tag in (date(2020, 9, 1), SPAETER)
    )
    zusage = f.zusage()
    for antwort in (frueh, spaet):
        f.verweis(antwort.dokument, ziel_dokument=zusage.dokument)

    assert list(vorgeschlagen(zusage)) == [spaet.dokument]


def test_the_newest_few_are_enough():
    zusage = f.zusage()
    papiere = [zitierend(zusage.dokument, datum=date(2021, 1, tag)) for tag in range(1, 10)]
    for _ in range(20):
        f.verweis(papiere[-1], ziel_dokument=zusage.dokument)

    assert list(vorgeschlagen(zusage)) == papiere[:4:-1], "one that cites it often counts once"


def test_each_commitment_has_its_own():
    eine, andere = f.zusage(), f.zusage()
    papier = zitierend(eine.dokument)

    assert {pk: [k.dokument for k in liste] for pk, liste in kandidaten([eine.pk, andere.pk]).items()} == {
        eine.pk: [papier]
    }


def test_the_queries_do_not_grow(django_assert_num_queries):
    projekt = f.projekt()
    zusagen = [f.zusage(projekt).pk for _ in range(20)]
    for _ in range(20):
        f.aussage(projekt, f.dokument(datum=SPAETER))

    with django_assert_num_queries(5):
        assert len(kandidaten(zusagen)) == 20
    with django_assert_num_queries(0):
        assert kandidaten([]) == {}
