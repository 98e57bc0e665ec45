"""What staff decide about a name that may mean a project: it is one of its names, or the paper is about it."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q
from django.utils.text import Truncator

from anfragen import befunde as pruefungen
from anfragen.befunde import entscheiden
from anfragen.models import Befund, Dokument
from anfragen.resolving import NichtMoeglich
from projekte.befunde import PROJEKT_VIELLEICHT_GENANNT, Vermutung
from projekte.models import Kommune, Projekt, Projektaussage, Projektname
from projekte.nachlesen import lies_neu
from projekte.parsing import BekanntesProjekt, Projektlesung
from projekte.titelbezug import verbinde_vermutete, with_partners
from projekte.verbindung import verbinde

DOKUMENTE_HOECHSTENS = 100  # that are read anew at once; with more, the button says so and can be pressed again
KURZ = 60
MIT_KENNUNG = re.compile(r"^\[[^\]]+\] ")  # "[15-01] Research Departments"


class Uebernehmen:
    """The name is the project's; what the document says there becomes a statement."""

    schluessel = "projektname-uebernehmen"
    erledigt = "übernommen: die Aussage ist erfasst"
    stand = Befund.Stand.BESTAETIGT
    rechte = ("projekte.add_projektname", "projekte.add_projektaussage")

    def angebote(self, befunde: Sequence[Befund]) -> Mapping[int, str]:
        gemeint = _projekte(befunde)
        return {befund.pk: _label(befund.regel, gemeint[befund.pk]) for befund in befunde if befund.pk in gemeint}

    def triff(self, befund: Befund, user: object) -> str:
        return _take_over([befund], user)


class UeberallUebernehmen(Uebernehmen):
    """The same in all other documents that print the name, too."""

    schluessel = "projektname-ueberall"
    erledigt = "übernommen, auch in den anderen Dokumenten"

    def angebote(self, befunde: Sequence[Befund]) -> Mapping[int, str]:
        texte = {befund.text for befund in befunde}
        offen = Counter(
            Befund.objects.offen().filter(regel=befunde[0].regel, text__in=texte).values_list("text", flat=True)
        )
        return {
            befund.pk: f"… auch in {_others(min(anzahl, DOKUMENTE_HOECHSTENS - 1))}"
            for befund in befunde
            if (anzahl := offen[befund.text] - 1) > 0
        }

    def triff(self, befund: Befund, user: object) -> str:
        weitere = list(Befund.objects.gleiche(befund).select_for_update().order_by("pk")[: DOKUMENTE_HOECHSTENS - 1])
        grund = _take_over([befund, *weitere], user)
        for einer in weitere:
            einer.refresh_from_db()
            entscheiden.vermerke(einer, self.stand, grund, f"Befund {self.erledigt}", user)
        return grund


class Verknuepfen:
    """The paper, with the Anfrage or the answer to it, is about the project; the name in the title is one of its."""

    schluessel = "projekttitel-verknuepfen"
    erledigt = "behoben: das Dokument ist mit dem Projekt verknüpft"
    stand = Befund.Stand.BEHOBEN
    rechte = ("projekte.change_projekt", "projekte.add_projektname")

    def angebote(self, befunde: Sequence[Befund]) -> Mapping[int, str]:
        return {pk: f"Mit {_short(projekt)} verknüpfen" for pk, projekt in _projekte(befunde).items()}

    def triff(self, befund: Befund, user: object) -> str:
        vermutung, projekt = _meant(befund)
        _add_name(vermutung, projekt, befund.dokument, user)
        grund = f"Titel nennt das Projekt „{vermutung.name}“, bestätigt"
        verbinde(with_partners({befund.dokument_id: projekt.pk}), grund, auch_geloeste=True)
        return f"{befund.dokument} ist mit {projekt} verknüpft."


def _take_over(befunde: Sequence[Befund], user: object) -> str:
    """Takes over findings that all say the same; gives the reason to note."""
    vermutung, projekt = _meant(befunde[0])
    grund = f"„{vermutung.name}“ ist als Name von {projekt} bestätigt."
    _add_name(vermutung, projekt, befunde[0].dokument, user)
    dokumente = list(Dokument.objects.with_nummer().filter(pk__in={befund.dokument_id for befund in befunde}))
    lesungen = lies_neu(dokumente, f"Neu gelesen: {grund}")
    geschrieben = [_write_doubtful(lesungen[d.pk], d, vermutung, projekt, user) for d in dokumente]
    if any(geschrieben):
        pruefungen.pruefe(dokumente)
    return grund


def _add_name(vermutung: Vermutung, projekt: Projekt, dokument: Dokument, user: object) -> None:
    """Raises NichtMoeglich if another project of the programme has that name."""
    gleichnamige = Projekt.objects.filter(
        Q(name__iexact=vermutung.name) | Q(namen__name__iexact=vermutung.name), programm=projekt.programm_id
    )
    if anderes := gleichnamige.exclude(pk=projekt.pk).first():
        raise NichtMoeglich(f"„{vermutung.name}“ heißt schon das Projekt {anderes}.")
    if projekt.name == vermutung.name or projekt.namen.filter(name=vermutung.name).exists():
        return
    name: Any = Projektname(projekt=projekt, name=vermutung.name, dokument=dokument, quelle=str(dokument))
    _as_user(name, user, "Aus einem Befund übernommen")
    name.save()
    verbinde_vermutete()


def _write_doubtful(
    lesung: Projektlesung, dokument: Dokument, vermutung: Vermutung, projekt: Projekt, user: object
) -> bool:
    """Writes what reading still takes for no statement, because the name is an everyday word, too; whether it did."""
    gemeint = [v for v in lesung.vermutungen if (v.name, str(v.projekt)) == (vermutung.name, vermutung.projekt)]
    orte = {ort for v in gemeint for ort in (v.aussage.genannter_ort, *v.aussage.genannte_orte)}
    kommunen = {kommune.name: kommune for kommune in Kommune.objects.filter(name__in=orte)} if gemeint else {}
    erfasst = set(Projektaussage.objects.filter(projekt=projekt, dokument=dokument).values_list("start", flat=True))
    neue = {v.aussage.beleg: v.aussage for v in gemeint if v.aussage.beleg.start not in erfasst}
    for aussage in neue.values():
        neu: Any = Projektaussage(
            projekt=projekt,
            dokument=dokument,
            kommune=kommunen.get(aussage.genannter_ort),
            wortlaut=aussage.wortlaut,
            name_gedruckt=aussage.name,
            start=aussage.beleg.start,
            ende=aussage.beleg.ende,
            regel=aussage.beleg.regel,
        )
        _as_user(neu, user, "Aus einem Befund übernommen")
        neu.save()
        neu.genannte_kommunen.set(kommunen[ort] for ort in aussage.genannte_orte if ort in kommunen)
    return bool(neue)


def _as_user(record: Any, user: object, grund: str) -> None:
    record._change_reason = grund  # django-simple-history reads both off the record
    if user is not None:
        record._history_user = user


def _meant(befund: Befund) -> tuple[Vermutung, Projekt]:
    vermutung, projekt = Vermutung.lies(befund.regel, befund.text), _projekte([befund]).get(befund.pk)
    if vermutung is None or projekt is None:
        raise NichtMoeglich(f"„{befund}“: Dieses Projekt gibt es so nicht mehr. Lesen Sie das Dokument neu ein.")
    return vermutung, projekt


def _projekte(befunde: Sequence[Befund]) -> dict[int, Projekt]:
    """By id of a finding the one project that it names."""
    vermutungen = {b.pk: v for b in befunde if (v := Vermutung.lies(b.regel, b.text))}
    namen = {_name(vermutung.projekt) for vermutung in vermutungen.values()}
    je_name: dict[str, list[Projekt]] = defaultdict(list)
    for projekt in Projekt.objects.filter(name__in=namen).select_related("programm"):
        bekannt = BekanntesProjekt(projekt.natural_key(), projekt.kennung, (projekt.name,))
        je_name[str(bekannt)].append(projekt)
    gemeint = {pk: je_name[vermutung.projekt] for pk, vermutung in vermutungen.items()}
    return {pk: projekte[0] for pk, projekte in gemeint.items() if len(projekte) == 1}


def _name(projekt: str) -> str:
    """The name of a project called "[15-01] Research Departments" or „Research Departments“."""
    mit_kennung = MIT_KENNUNG.match(projekt)
    return projekt[mit_kennung.end() :] if mit_kennung else projekt[1:-1]


def _label(regel: str, projekt: Projekt) -> str:
    if regel == PROJEKT_VIELLEICHT_GENANNT:
        return f"Als Aussage zu {_short(projekt)} erfassen"
    return f"Als Namen von {_short(projekt)} übernehmen"


def _short(projekt: Projekt) -> str:
    return f"[{projekt.kennung}]" if projekt.kennung else f"„{Truncator(projekt.name).chars(KURZ)}“"


def _others(anzahl: int) -> str:
    return "einem weiteren Dokument" if anzahl == 1 else f"{anzahl} weiteren Dokumenten"
