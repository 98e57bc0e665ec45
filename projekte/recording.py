"""From what was read about projects to the record, inside the transaction that records the document."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import slugify

from anfragen.abgleich import Abgleich
from anfragen.models import Beleglage, Dokument
from anfragen.suche.normal import normalise
from projekte import parsing
from projekte.models import Handlungsfeld, Kennzahl, Kommune, Projekt, Projektaussage, Projektname

# German transliteration, which slugify lacks: it makes "Ä" an "A".
UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def schluessel(name: str) -> str:
    """The address of a project without Kennung: `Jugendredaktion Ruhr` is `jugendredaktion-ruhr`."""
    return slugify(name.translate(UMLAUTE))[:150].strip("-")


def record(lesung: parsing.Projektlesung, dokument: Dokument, abgleich: Abgleich) -> None:
    """Writes the statements and figures of one document, and the names it gives its projects.

    A Kennung that isn't on record becomes a project, if its Handlungsfeld says of which programme; without, its
    statement can't be filed and is left to the findings. Names that only may mean a project are findings too.
    """
    projekte = {_schluessel(aussage): _projekt(aussage, dokument, abgleich) for aussage in lesung.projekte}
    genannt = {aussage.ort or aussage.genannter_ort for aussage in lesung.projekte}
    orte = {kommune.name: kommune for kommune in Kommune.objects.filter(name__in=genannt)}
    gelesen: dict[Any, Mapping[str, Any]] = {}
    for aussage in lesung.projekte:
        if projekt := projekte[_schluessel(aussage)]:
            gelesen[projekt.pk, aussage.beleg.start] = {
                "projekt": projekt,
                "kommune": orte.get(aussage.ort or aussage.genannter_ort),
                "wortlaut": aussage.wortlaut,
                "name_gedruckt": aussage.name,
                "teilprojekt_gedruckt": aussage.teilprojekt,
                "start": aussage.beleg.start,
                "ende": aussage.beleg.ende,
                "regel": aussage.beleg.regel,
                "sicherheit": aussage.beleg.sicherheit,
            }
    aussagen = abgleich.gleiche_ab(
        dokument.aussagen.filter(start__isnull=False),
        gelesen,
        lambda a: (a.projekt_id, a.start),
        Projektaussage,
        {"dokument": dokument},
    )
    _kennzahlen(lesung, dokument, projekte, list(aussagen.values()), abgleich)


def _schluessel(aussage: parsing.Projektaussage) -> str | parsing.Projektschluessel:
    """What a statement knows its project by: the Kennung, or where it has none the key on record."""
    return aussage.kennung or aussage.projekt or ""


def _projekt(aussage: parsing.Projektaussage, dokument: Dokument, abgleich: Abgleich) -> Projekt | None:
    handlungsfeld = Handlungsfeld.objects.filter(name=aussage.handlungsfeld).first() if aussage.handlungsfeld else None
    if aussage.projekt:
        programm, schluessel_ = aussage.projekt
        projekt = Projekt.objects.filter(programm__schluessel=programm, schluessel=schluessel_).first()
    else:
        projekt = Projekt.objects.filter(kennung=aussage.kennung).first()
    if projekt is None and handlungsfeld:
        quelle = f"{dokument}, {abgleich.grund}"
        beleg = {"kennung": aussage.kennung, "kennung_beleglage": Beleglage.BELEGT, "kennung_quelle": quelle}
        ohne_kennung = Projekt.objects.filter(programm=handlungsfeld.programm, kennung="").prefetch_related("namen")
        gesucht = normalise(aussage.name)
        projekt = next(
            (p for p in ohne_kennung if gesucht in {normalise(p.name), *(normalise(n.name) for n in p.namen.all())}),
            None,
        ) or Projekt(
            programm=handlungsfeld.programm,
            schluessel=schluessel(aussage.name) or aussage.kennung,
            name=aussage.name,
            handlungsfeld=handlungsfeld,
            handlungsfeld_beleglage=Beleglage.BELEGT,
            quelle=quelle,
        )
        abgleich.schreibe(projekt, beleg)
    if projekt and aussage.name and not projekt.namen.filter(name=aussage.name).exists():
        abgleich.schreibe(Projektname(projekt=projekt, name=aussage.name), {"dokument": dokument})
    return projekt


def _kennzahlen(
    lesung: parsing.Projektlesung,
    dokument: Dokument,
    projekte: Mapping[str | parsing.Projektschluessel, Projekt | None],
    aussagen: list[Any],
    abgleich: Abgleich,
) -> None:
    gesagt_am = dokument.antwort.datum_wirksam if hasattr(dokument, "antwort") else dokument.datum
    gelesen: dict[Any, Mapping[str, Any]] = {}
    for zahl in lesung.kennzahlen:
        start, ende = zahl.beleg.start, zahl.beleg.ende
        darin = [a for a in aussagen if a.start <= start and ende <= a.ende]
        gelesen[start, ende, zahl.art] = {
            "projekt": projekte.get(zahl.kennung) if zahl.kennung else _only_projekt(darin),
            "aussage": darin[0] if darin else None,
            "art": zahl.art,
            "wert": zahl.wert,
            "einheit": zahl.einheit[:60],
            "ungefaehr": zahl.ungefaehr,
            "wofuer": zahl.wofuer[:300],
            "stand_am": gesagt_am,
            "wortlaut": zahl.wortlaut[:500],
            "start": start,
            "ende": ende,
            "regel": zahl.beleg.regel,
            "sicherheit": zahl.beleg.sicherheit,
        }
    abgleich.gleiche_ab(
        dokument.kennzahlen.filter(start__isnull=False),
        gelesen,
        lambda k: (k.start, k.ende, k.art),
        Kennzahl,
        {"dokument": dokument},
    )


def _only_projekt(aussagen: list[Any]) -> Projekt | None:
    """The project of statements that all are about the same."""
    projekte = {aussage.projekt for aussage in aussagen}
    return projekte.pop() if len(projekte) == 1 else None
