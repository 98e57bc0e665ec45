"""In whatever order papers are imported, corrected, deleted and imported again, the same network comes out."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anfragen import resolving
from anfragen.models import Anfrage, Antwort, Dokument, Verweis
from tests import factories as f
from tests.anfragen.drucksachen import record_text, stammdaten

pytestmark = pytest.mark.django_db

# Their references: a chain, a loop, a paper that nobody has, an Anfrage by number, an earlier Wahlperiode.
SAETZE = {
    "17/101": "Siehe Vorlage 17/3748 und die Drucksache 17/202.",
    "17/202": "Siehe Drucksache 17/101, die Kleine Anfrage 12 und die LT-Drs. 9000.",
    "17/303": "Siehe die Kleine Anfrage 11 (LT-Drs. 101) und die Drucksache 16/9000.",
    "17/404": "Das steht in der Kleinen Anfrage 4000.",
    "16/9000": "Siehe Drucksache 16/8000.",
}
FRAGT = {"17/303": (13, ""), "17/404": (14, "")}
ANTWORTET = {"17/101": (11, "17/99"), "17/202": (12, "17/404"), "16/9000": (4000, "16/8100")}
VORLAEUFIG = "Siehe Drucksache 17/777 und die Kleine Anfrage 13."  # what a corrected paper said before


def text(nummer: str, satz: str) -> str:
    kopf = f"LANDTAG NORDRHEIN-WESTFALEN\n{nummer[:2]}. Wahlperiode\nDrucksache {nummer}\n08.02.2019\n\n"
    if nummer in ANTWORTET:
        anfrage, frage = ANTWORTET[nummer]
        kopf += f"Antwort\nder Landesregierung\nauf die Kleine Anfrage {anfrage} vom 9. Januar 2019\n"
        kopf += f"der Abgeordneten Sarah Philipp SPD\nDrucksache {frage}\n\n"
    else:
        kopf += f"Kleine Anfrage {FRAGT[nummer][0]}\nder Abgeordneten Sarah Philipp SPD\n\n"
    return f"{kopf}Was kostet das?\n\n1. Warum hat die Landesregierung gewartet?\n\n{satz}\n"


def take_in(nummer: str, satz: str) -> None:
    record_text(text(nummer, satz), f"{nummer.replace('/', '-')}.txt", str(hash((nummer, satz))), ersetzen=True)


def remove(nummer: str) -> None:
    """As staff do it in the admin: first the answer, then its paper."""
    wahlperiode, zahl = nummer.split("/")
    dokument = Dokument.objects.get(wahlperiode__nummer=wahlperiode, reihe__schluessel="drucksache", nummer=zahl)
    for antwort in Antwort.objects.filter(dokument=dokument):
        anfragen = list(antwort.anfragen.all())
        antwort.delete()
        resolving.heal([], anfragen)
    resolving.delete(dokument)


def network() -> tuple[set, set]:
    """The papers, and the citations between them, without ids."""
    nodes = {(str(d), d.nur_zitiert) for d in Dokument.objects.with_nummer()}
    verweise: Iterable[Verweis] = Verweis.objects.with_quelle().with_ziel()
    edges = {
        (
            str(v.dokument),
            v.start,
            v.kennung,
            v.stand,
            v.ziel_dokument and str(v.ziel_dokument),
            _kennung(v.ziel_anfrage),
        )
        for v in verweise
    }
    return nodes, edges


def _kennung(anfrage: Anfrage | None) -> str:
    return f"{anfrage.kennung} der {anfrage.wahlperiode}" if anfrage else ""


def clear() -> None:
    """What an example left; the master data stay."""
    for modell in (Verweis, Antwort, Anfrage, Dokument):
        modell.objects.all().delete()


@pytest.fixture
def erwartet():
    stammdaten()
    f.wahlperiode(16)
    for nummer, satz in SAETZE.items():
        take_in(nummer, satz)
    netz = network()
    clear()
    return netz


@st.composite
def schritte(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Every paper in some order, some of them first with other words, or deleted and taken in again."""
    alle = draw(st.permutations(sorted(SAETZE)))
    vorher = draw(st.lists(st.tuples(st.sampled_from(["korrigiert", "geloescht"]), st.sampled_from(alle)), max_size=2))
    return [*vorher, *(("endgueltig", nummer) for nummer in alle), *draw(st.permutations(vorher))]


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(schritte())
def test_the_order_leaves_no_trace(erwartet, folge):
    for art, nummer in folge:
        if art == "korrigiert":
            take_in(nummer, VORLAEUFIG)
        take_in(nummer, SAETZE[nummer])
        if art == "geloescht":
            remove(nummer)
            take_in(nummer, SAETZE[nummer])
    entstanden = network()
    clear()

    assert entstanden == erwartet


def test_the_expected_network_has_each_outcome(erwartet):
    """Otherwise the property would hold of nothing."""
    _, edges = erwartet
    assert {stand for _, _, _, stand, _, _ in edges} == {
        Verweis.Stand.AUFGELOEST,
        Verweis.Stand.UNBEKANNT,
        Verweis.Stand.MEHRDEUTIG,
    }


def test_resolving_everything_anew_changes_nothing_that_the_imports_left(erwartet):
    for nummer, satz in reversed(SAETZE.items()):
        take_in(nummer, satz)

    assert resolving.resolve_all() == 0
    assert network() == erwartet
