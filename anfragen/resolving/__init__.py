"""From a reference as written to the record it means: repeatable, and undone by forgetting the target.

A cited paper that we don't hold becomes a Dokument that is only cited, so that it has an address and knows who cites
it. When the paper arrives it fills that same record, and the references are resolved without further action. What
staff decided (`von_hand`) is never touched.

Targets are derived data: they are written in bulk and leave no history.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from anfragen.models import Anfrage, Dokument, Reihe, Verweis, Wahlperiode
from anfragen.resolving.kandidaten import kandidaten, load
from anfragen.resolving.matching import Gesucht, Treffer, Zitierend, match

__all__ = ["Gesucht", "Treffer", "Zitierend", "delete", "heal", "kandidaten", "load", "match", "resolve", "resolve_all"]

BUNDESTAG = "bt"
REIHE_JE_TYP = {
    Verweis.Typ.DRUCKSACHE: "drucksache",
    Verweis.Typ.BUNDESTAGSDRUCKSACHE: "drucksache",
    Verweis.Typ.VORLAGE: "vorlage",
    Verweis.Typ.PLENARPROTOKOLL: "plenarprotokoll",
    Verweis.Typ.AUSSCHUSSPROTOKOLL: "ausschussprotokoll",
}
ART_JE_TYP = {
    Verweis.Typ.KLEINE_ANFRAGE: Anfrage.Art.KLEIN,
    Verweis.Typ.GROSSE_ANFRAGE: Anfrage.Art.GROSS,
}
BATCH = 1000


@dataclass(frozen=True, order=True)
class Ziel:
    """What a reference names: the paper's or the Anfrage's natural key."""

    parlament: str
    wahlperiode: int
    art: str
    nummer: int


def resolve(verweise: Iterable[Verweis]) -> int:
    """Points each reference to what it names and says how many targets changed.

    Takes saved references as `with_quelle` gives them. The number of queries per batch of 1,000
    doesn't depend on the batch.
    """
    offen = [verweis for verweis in verweise if not verweis.von_hand]
    return sum(_resolve_batch(offen[i : i + BATCH]) for i in range(0, len(offen), BATCH))


def resolve_all() -> int:
    """Resolves every reference anew."""
    return resolve(Verweis.objects.filter(von_hand=False).with_quelle())


def heal(dokumente: Iterable[Dokument], anfragen: Iterable[Anfrage]) -> int:
    """Resolves the references that waited for these records; call it in the transaction that wrote them.

    A paper that was only cited needs no healing, its references point to it already. This finds those that had no
    target, because the Anfrage or its Wahlperiode was not there yet.
    """
    nummern = {dokument.nummer for dokument in dokumente} | {a.nummer for a in anfragen if a.nummer is not None}
    # The numbers alone narrow it enough; `resolve` tells the right Wahlperiode and series apart.
    wartend = Verweis.objects.filter(nummer__in=nummern, ziel_dokument=None, ziel_anfrage=None)
    return resolve(wartend.with_quelle())


@transaction.atomic
def delete(dokument: Dokument) -> None:
    """Deletes a paper. If others cite it, it becomes a paper that is only cited again.

    Raises ProtectedError if an Antwort stands on it.
    """
    zitiert_in = list(dokument.zitiert_von.values_list("pk", flat=True))
    dokument.delete()
    resolve(Verweis.objects.filter(pk__in=zitiert_in).with_quelle())


@transaction.atomic
def _resolve_batch(verweise: list[Verweis]) -> int:
    ziele = {verweis.pk: ziel for verweis in verweise if (ziel := _ziel(verweis))}
    dokumente = _dokumente({ziele[v.pk] for v in verweise if v.pk in ziele and v.typ in REIHE_JE_TYP})
    anfragen = _anfragen({ziele[v.pk] for v in verweise if v.pk in ziele and v.typ in ART_JE_TYP})
    geaendert = []
    for verweis in verweise:
        ziel = ziele.get(verweis.pk)
        neu = (
            dokumente.get(ziel) if ziel and verweis.typ in REIHE_JE_TYP else None,
            anfragen.get(ziel) if ziel and verweis.typ in ART_JE_TYP else None,
        )
        if neu != (verweis.ziel_dokument_id, verweis.ziel_anfrage_id) or verweis.mehrdeutig:
            verweis.ziel_dokument_id, verweis.ziel_anfrage_id = neu
            verweis.mehrdeutig = False
            geaendert.append(verweis)
    Verweis.objects.bulk_update(geaendert, ["ziel_dokument", "ziel_anfrage", "mehrdeutig"])
    return len(geaendert)


def _ziel(verweis: Verweis) -> Ziel | None:
    if verweis.wahlperiode_nummer is None:
        return None
    eigenes = verweis.dokument.wahlperiode.parlament.kuerzel
    parlament = BUNDESTAG if verweis.typ == Verweis.Typ.BUNDESTAGSDRUCKSACHE else eigenes
    art = REIHE_JE_TYP.get(Verweis.Typ(verweis.typ)) or ART_JE_TYP[Verweis.Typ(verweis.typ)].value
    return Ziel(parlament, verweis.wahlperiode_nummer, art, verweis.nummer)


def _wahlperioden(ziele: Iterable[Ziel]) -> dict[tuple[str, int], Wahlperiode]:
    gefragt = Wahlperiode.objects.filter(
        parlament__kuerzel__in={ziel.parlament for ziel in ziele}, nummer__in={ziel.wahlperiode for ziel in ziele}
    )
    return {(wp.parlament.kuerzel, wp.nummer): wp for wp in gefragt.select_related("parlament")}


def _dokumente(ziele: set[Ziel]) -> dict[Ziel, int]:
    """The ids of the papers, making those that are missing only cited. Without a Wahlperiode or series on record
    there is nothing to point to."""
    if not ziele:
        return {}
    wahlperioden = _wahlperioden(ziele)
    reihen = {
        (reihe.parlament.kuerzel, reihe.schluessel): reihe
        for reihe in Reihe.objects.select_related("parlament").filter(
            parlament__kuerzel__in={z.parlament for z in ziele}
        )
    }
    moeglich = {z for z in ziele if (z.parlament, z.wahlperiode) in wahlperioden and (z.parlament, z.art) in reihen}

    def gefunden() -> dict[Ziel, int]:
        treffer = Dokument.objects.filter(
            wahlperiode__in=wahlperioden.values(), nummer__in={z.nummer for z in moeglich}
        ).values_list("wahlperiode__parlament__kuerzel", "wahlperiode__nummer", "reihe__schluessel", "nummer", "pk")
        # The plain number comes last and so wins over a reprint ("neu") of it.
        return {Ziel(*schluessel): pk for *schluessel, pk in treffer.order_by("-zusatz")}

    vorhanden = gefunden()
    fehlend = moeglich - vorhanden.keys()
    if fehlend:
        Dokument.objects.bulk_create(
            [
                Dokument(
                    wahlperiode=wahlperioden[ziel.parlament, ziel.wahlperiode],
                    reihe=reihen[ziel.parlament, ziel.art],
                    nummer=ziel.nummer,
                    nur_zitiert=True,
                    herkunft=Dokument.Herkunft.VERWEIS,
                )
                for ziel in sorted(fehlend)
            ],
            ignore_conflicts=True,  # another import may cite the same paper at this moment
        )
        vorhanden = gefunden()
    return vorhanden


def _anfragen(ziele: set[Ziel]) -> dict[Ziel, int]:
    if not ziele:
        return {}
    treffer = Anfrage.objects.filter(
        wahlperiode__in=_wahlperioden(ziele).values(), nummer__in={ziel.nummer for ziel in ziele}
    ).values_list("wahlperiode__parlament__kuerzel", "wahlperiode__nummer", "art", "nummer", "pk")
    return {Ziel(*schluessel): pk for *schluessel, pk in treffer}
