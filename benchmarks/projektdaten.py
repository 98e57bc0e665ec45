"""A record of projects as it may be after years: for `benchmarks.projektseiten`.

Statements come from answers to Kleine Anfragen, a few dozen from each; one project is in the news and has one in twenty
of them, the others share the rest. Each brings some figures, dates and commitments, each project some events.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

GROSS, TYPISCH = "30-00", "30-01"  # the Kennungen of the one in the news, and of one that has as many as most
ERSTER_TAG = date(2017, 6, 1)
TAGE = 3000
WORTE = (
    *("Das", "Projekt", "vernetzt", "Kommunen", "Hochschulen", "Unternehmen", "und", "Verbände", "der", "Region"),
    *("damit", "gemeinsame", "Vorhaben", "schneller", "umgesetzt", "werden", "können", "Förderanträge", "liegen"),
    *("vor", "derzeit", "geprüft", "die", "Bewilligung", "ist", "vorgesehen", "bis", "zum", "Ende", "des", "Jahres"),
)


@dataclass(frozen=True)
class Umfang:
    projekte: int
    aussagen: int

    @property
    def papiere(self) -> int:
        return max(self.aussagen // 25, 1)

    @property
    def grosses(self) -> int:
        return self.aussagen // 20

    @property
    def typisches(self) -> int:
        return self.aussagen // self.projekte


def write(umfang: Umfang) -> None:
    from django.db import connection

    zufall = random.Random(5)
    papiere = _papiere(umfang.papiere, zufall)
    projekte = _projekte(umfang.projekte, papiere, zufall)
    aussagen = _aussagen(umfang, projekte, papiere, zufall)
    _angaben(aussagen, zufall)
    _zusagen(aussagen)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _bulk[M](modell: Any, records: Iterable[M]) -> list[M]:
    gespeichert: list[M] = modell.objects.bulk_create(records, batch_size=2000)
    return gespeichert


def _worte(zufall: random.Random, anzahl: int) -> str:
    return " ".join(zufall.choices(WORTE, k=anzahl)).capitalize() + "."


def _papiere(anzahl: int, zufall: random.Random) -> list[Any]:
    """Answers of 9 kB, each to an Anfrage of two askers; one in ten led to a follow-up."""
    from anfragen.models import (
        Anfrage,
        Antwort,
        Dokument,
        Fragesteller,
        Fraktion,
        Ministerium,
        Nachfrage,
        Person,
        Reihe,
    )

    reihe = Reihe.objects.get(parlament__kuerzel="nw", schluessel="drucksache")
    haus = Ministerium.objects.filter(wahlperiode__parlament=reihe.parlament)[0]
    wahlperiode = haus.wahlperiode
    fraktion = Fraktion.objects.filter(wahlperiode=wahlperiode, ist_fraktion=True)[0]
    personen = _bulk(Person, [Person(parlament=reihe.parlament, name=f"Person {n}") for n in range(100)])
    tage = sorted(ERSTER_TAG + timedelta(days=zufall.randrange(TAGE)) for _ in range(anzahl))
    papiere = _bulk(
        Dokument,
        [
            Dokument(
                wahlperiode=wahlperiode,
                reihe=reihe,
                nummer=nummer,
                art="antwort",
                titel=_worte(zufall, 8),
                datum=tag,
                text=_worte(zufall, 1100),
                belege={"titel": [1, 2, "titel", 1.0]},
            )
            for nummer, tag in enumerate(tage, start=20_000)
        ],
    )
    anfragen = [
        Anfrage(
            wahlperiode=wahlperiode,
            nummer=papier.nummer,
            titel=papier.titel,
            gestellt_am=tag - timedelta(days=28),
            beantwortet_am=tag,
            zustand=Anfrage.Zustand.BEANTWORTET,
        )
        for papier, tag in zip(papiere, tage, strict=True)
    ]
    for anfrage in anfragen:
        anfrage.ableiten()
    _bulk(Anfrage, anfragen)
    antworten = _bulk(Antwort, [Antwort(dokument=papier, ministerium=haus, amt="Der Minister") for papier in papiere])
    beantwortet: Any = Antwort.anfragen.through
    paare = zip(anfragen, antworten, strict=True)
    _bulk(beantwortet, [beantwortet(anfrage=anfrage, antwort=antwort) for anfrage, antwort in paare])
    _bulk(
        Fragesteller,
        [
            Fragesteller(anfrage=anfrage, person=person, fraktion=fraktion, position=i, name_gedruckt=person.name)
            for anfrage in anfragen
            for i, person in enumerate(zufall.sample(personen, 2), start=1)
        ],
    )
    _bulk(
        Nachfrage,
        [
            Nachfrage(anfrage=anfrage, titel="Nachfrage", offen=_worte(zufall, 15), veroeffentlichung="veroeffentlicht")
            for anfrage in anfragen[::10]
        ],
    )
    return papiere


def _projekte(anzahl: int, papiere: list[Any], zufall: random.Random) -> list[Any]:
    """Each with two names, two places, three papers and three events; one in twenty is part of the one before."""
    from projekte.models import Handlungsfeld, Kommune, Programm, Projekt, Projektereignis, Projektname, Projektort

    programm = Programm.objects.get(schluessel="ruhr-konferenz")
    felder, orte = list(Handlungsfeld.objects.filter(programm=programm)), list(Kommune.objects.all())
    projekte = _bulk(
        Projekt,
        [
            Projekt(
                programm=programm,
                schluessel=f"projekt-{n}",
                kennung=f"{30 + n // 100}-{n % 100:02}",
                name=f"Projekt {n}: {_worte(zufall, 5)}",
                beschreibung=_worte(zufall, 40),
                handlungsfeld=felder[n % len(felder)],
                quelle="https://example.org/quelle",
            )
            for n in range(anzahl)
        ],
    )
    teile = projekte[25::20]
    for teil in teile:
        teil.teilprojekt_von = projekte[projekte.index(teil) - 1]
    Projekt.objects.bulk_update(teile, ["teilprojekt_von"])
    _bulk(
        Projektname,
        [Projektname(projekt=p, name=f"{p.name} {i}", dokument=papiere[0]) for p in projekte for i in (1, 2)],
    )
    _bulk(Projektort, [Projektort(projekt=p, kommune=ort) for p in projekte for ort in zufall.sample(orte, 2)])
    ueber: Any = Projekt.dokumente.through
    paare = [(p, papier) for p in projekte for papier in zufall.sample(papiere, min(3, len(papiere)))]
    _bulk(ueber, [ueber(projekt=p, dokument=papier) for p, papier in paare])
    _bulk(
        Projektereignis,
        [
            Projektereignis(
                projekt=p,
                art=art,
                datum=ERSTER_TAG + timedelta(days=zufall.randrange(TAGE)),
                titel="Die Bewilligung ist erteilt.",
                dokument=zufall.choice(papiere),
            )
            for p in projekte
            for art in ("antrag", "bewilligung", "start")
        ],
    )
    return projekte


def _aussagen(umfang: Umfang, projekte: list[Any], papiere: list[Any], zufall: random.Random) -> list[Any]:
    """One in ten names a municipality beside its own."""
    from projekte.models import Kommune, Projektaussage

    orte = list(Kommune.objects.all())
    aussagen = _bulk(
        Projektaussage,
        [
            Projektaussage(
                projekt=projekt,
                dokument=zufall.choice(papiere),
                kommune=zufall.choice(orte),
                wortlaut=f"{_worte(zufall, 60)} Dafür stehen rund {zufall.randrange(10, 900)}.000 Euro bereit.",
                start=stelle * 10,
                ende=stelle * 10 + 500,
            )
            for stelle, projekt in enumerate(_je_aussage(umfang, projekte))
        ],
    )
    genannt: Any = Projektaussage.genannte_kommunen.through
    _bulk(genannt, [genannt(projektaussage=a, kommune=zufall.choice(orte)) for a in aussagen[::10]])
    return aussagen


def _je_aussage(umfang: Umfang, projekte: list[Any]) -> Iterator[Any]:
    """For each statement the project that it is about."""
    yield from [projekte[0]] * umfang.grosses
    yield from [projekte[1]] * umfang.typisches
    uebrig = umfang.aussagen - umfang.grosses - umfang.typisches
    yield from (projekte[2 + i % (len(projekte) - 2)] for i in range(uebrig))


def _angaben(aussagen: list[Any], zufall: random.Random) -> None:
    """A figure of every second statement, a date of every fifth."""
    from projekte.models import Kennzahl, Zeitangabe

    def von(aussage: Any) -> dict[str, Any]:
        return {
            "dokument_id": aussage.dokument_id,
            "projekt_id": aussage.projekt_id,
            "aussage": aussage,
            "start": aussage.start,
            "ende": aussage.start + 10,
        }

    _bulk(
        Kennzahl,
        [
            Kennzahl(
                **von(aussage),
                wert=(wert := zufall.randrange(10, 900) * 1000),
                einheit="Euro",
                wofuer=_worte(zufall, 12),
                wortlaut=f"rund {wert} Euro",
            )
            for aussage in aussagen[::2]
        ],
    )
    ende = date(2025, 12, 31)
    _bulk(Zeitangabe, [Zeitangabe(**von(a), von=ende, bis=ende, wortlaut="Ende 2025") for a in aussagen[::5]])


def _zusagen(aussagen: list[Any]) -> None:
    """Of every tenth statement a commitment; half of them are taken up."""
    from anfragen.models import Zusage
    from projekte.models import Projektzusage

    gelesen = aussagen[::10]
    zusagen = _bulk(
        Zusage,
        [
            Zusage(
                dokument_id=aussage.dokument_id,
                wortlaut="Die Förderung wird bis Ende 2025 bewilligt.",
                faellig_am=date(2025, 12, 31),
                stand="offen" if i % 2 else "vorgeschlagen",
                veroeffentlichung="veroeffentlicht" if i % 2 else "entwurf",
                start=aussage.start,
                ende=aussage.start + 40,
            )
            for i, aussage in enumerate(gelesen)
        ],
    )
    paare = zip(gelesen, zusagen, strict=True)
    _bulk(Projektzusage, [Projektzusage(projekt_id=aussage.projekt_id, zusage=zusage) for aussage, zusage in paare])
