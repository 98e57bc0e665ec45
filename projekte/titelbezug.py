"""Papers that their title says to be about a project: linked with it, with the Anfrage that they answer.

What only may mean a project is a finding. Nothing is taken away again: a title that changes, or a project's name,
leaves the links that were made.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from anfragen.befunde.fund import Fund
from anfragen.befunde.lage import Lage
from anfragen.models import Antwort, Befund, Dokument
from projekte.befunde import PROJEKTTITEL_VERMUTET, Vermutung
from projekte.models import Programm, Projekt
from projekte.parsing import BekanntesProgramm, titel
from projekte.stammdaten import Stammdaten
from projekte.verbindung import Paar, geloeste, verbinde

GRUND = "Titel nennt das Projekt"


@dataclass(frozen=True)
class Titelangabe:
    """What the title of a paper says; `projekt` is an id."""

    projekt: int
    fund: titel.Titelfund


def verbinde_nach_titeln(titel_je_dokument: Mapping[int, str] | None = None) -> set[Paar]:
    """Links papers, those given by id with their title or else all, with the projects that their titles surely name.

    Gives the new links.
    """
    if titel_je_dokument is None:
        titel_je_dokument = dict(Dokument.objects.exclude(titel="").values_list("pk", "titel"))
    angaben = _read(titel_je_dokument)
    return verbinde(with_partners({pk: angabe.projekt for pk, angabe in angaben.items() if angabe.fund.sicher}), GRUND)


def verbinde_vermutete() -> set[Paar]:
    """The same for the papers whose titles only may mean a project so far: one of its names became known."""
    offen = Dokument.objects.filter(befunde__regel=PROJEKTTITEL_VERMUTET, befunde__stand=Befund.Stand.OFFEN)
    titel_je_dokument = dict(offen.values_list("pk", "titel"))
    return verbinde_nach_titeln(titel_je_dokument) if titel_je_dokument else set()


def with_partners(projekte: Mapping[int, int]) -> set[Paar]:
    """The papers with their projects, and with each answer the paper that asked, with each question its answers.

    A partner that the papers give to another project already keeps that.
    """
    if not projekte:
        return set()
    anfragen = Antwort.anfragen.through.objects.filter(anfrage__dokument__isnull=False)
    je_antwort = anfragen.filter(antwort__dokument__in=projekte).values_list("antwort__dokument", "anfrage__dokument")
    je_frage = anfragen.filter(anfrage__dokument__in=projekte).values_list("anfrage__dokument", "antwort__dokument")
    partner = {dritter: projekte[dokument] for dokument, dritter in (*je_antwort, *je_frage)}
    return {(projekt, dokument) for dokument, projekt in {**partner, **projekte}.items()}


def projekttitel_vermutet(lage: Lage) -> Iterator[Fund]:
    """Titles that may mean a project which their paper isn't linked with."""
    angaben = {
        pk: angabe
        for pk, angabe in _read({d.pk: d.titel for d in lage.dokumente.values() if d.titel}).items()
        if not angabe.fund.sicher
    }
    projekte = {angabe.projekt for angabe in angaben.values()}
    erledigt = _linked(angaben) | geloeste(projekte) if angaben else set()
    for pk, angabe in angaben.items():
        if (angabe.projekt, pk) not in erledigt:
            vermutung = Vermutung(PROJEKTTITEL_VERMUTET, angabe.fund.name, str(angabe.fund.projekt))
            yield Fund(pk, PROJEKTTITEL_VERMUTET, vermutung.text)


def _read(titel_je_dokument: Mapping[int, str]) -> dict[int, Titelangabe]:
    """By paper what its title says, sure or not; the master data are read once a title needs them."""
    programme = [BekanntesProgramm(*felder) for felder in Programm.objects.values_list("schluessel", "name")]
    moeglich = {pk: text for pk, text in titel_je_dokument.items() if titel.may_name(text, programme)}
    if not moeglich:
        return {}
    stammdaten = Stammdaten()
    bekannt = stammdaten.bekannt()
    funde = {pk: fund for pk, text in moeglich.items() if (fund := titel.find(text, bekannt))}
    return {pk: Titelangabe(stammdaten.projekte[fund.projekt.schluessel].pk, fund) for pk, fund in funde.items()}


def _linked(dokumente: Iterable[int]) -> set[Paar]:
    verbindungen = Projekt.dokumente.through.objects.filter(dokument__in=list(dokumente))
    return set(verbindungen.values_list("projekt_id", "dokument_id"))
