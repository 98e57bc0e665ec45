"""The figures of a project on its page: the newest with their sources, their sums, and a drawing of the amounts."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import F

from anfragen.models import Befund
from projekte.diagramm import Betrag, diagramm
from projekte.models import Kennzahl, Kommune, Projekt
from projekte.querysets import NACH_STELLE
from projekte.zahlen.pruefung import BETRAG_GEAENDERT, BETRAG_WIDERSPRUCH, TEILE_GEHEN_NICHT_AUF
from projekte.zahlen.summen import Summe, summen

ZAHLEN_JE_SEITE = 50


def projektzahlen(projekt: Projekt) -> dict[str, Any]:
    """The newest figures, and the newest amounts for the drawing: read together, for they are mostly the same."""
    alle = projekt.kennzahlen.oeffentlich()
    felder = ("pk", "art", "einheit", "je", "stand", "addierbar")
    stellen = list(_neueste_zuerst(alle).values_list(*felder, named=True))
    gezeigt = [stelle.pk for stelle in stellen[:ZAHLEN_JE_SEITE]]
    betraege = [stelle.pk for stelle in stellen if _is_amount(stelle)][:ZAHLEN_JE_SEITE]
    addierbar = [stelle.pk for stelle in stellen if stelle.addierbar]
    gelesen = _mit_beleg(alle.with_stand()).in_bulk({*gezeigt, *betraege, *addierbar})
    return {
        "kennzahlen": [gelesen[pk] for pk in gezeigt],
        "anzahl_kennzahlen": len(stellen),
        "diagramm": diagramm([_betrag(gelesen[pk]) for pk in betraege]),
        "summen": summen(gelesen[pk] for pk in addierbar),
    }


def ortssummen(ort: Kommune) -> list[Summe]:
    """The sums of figures in statements about this municipality alone."""
    vor_ort = Kennzahl.objects.oeffentlich().filter(aussage__kommune=ort)
    return summen(_mit_beleg(_neueste_zuerst(vor_ort.addierbar())))


def zahlenbefunde(kennzahlen: Sequence[Kennzahl], user: AbstractUser | AnonymousUser) -> list[Befund]:
    """Open findings about these figures. They are for staff: whoever may not see them gets none."""
    if not kennzahlen or not user.has_perm("anfragen.view_befund"):
        return []
    regeln = (BETRAG_GEAENDERT, BETRAG_WIDERSPRUCH, TEILE_GEHEN_NICHT_AUF)
    stellen = {(zahl.dokument_id, zahl.start, zahl.ende) for zahl in kennzahlen}
    befunde = Befund.objects.offen().filter(regel__in=regeln, dokument__in={zahl.dokument_id for zahl in kennzahlen})
    return [
        befund
        for befund in befunde
        if any(
            (anderswo[0] if anderswo else befund.dokument_id, start, ende) in stellen
            for start, ende, *anderswo in befund.stellen
        )
    ]


def _neueste_zuerst(kennzahlen: Any) -> Any:
    return kennzahlen.with_stand().order_by(F("stand").desc(nulls_last=True), "dokument", *NACH_STELLE)


def _mit_beleg(kennzahlen: Any) -> Any:
    """With the paper that each is from, which is as public as the figure."""
    mit_papier = kennzahlen.select_related("aussage", "dokument__wahlperiode__parlament", "dokument__reihe")
    return mit_papier.defer("aussage__wortlaut", "dokument__text", "dokument__belege")


def _is_amount(kennzahl: Any) -> bool:
    """Whether it has a place in the drawing: one that counts for each of several has none."""
    ist_betrag = kennzahl.art == Kennzahl.Art.BETRAG and kennzahl.einheit == "Euro"
    return ist_betrag and not kennzahl.je and kennzahl.stand is not None


def _betrag(zahl: Any) -> Betrag:
    return Betrag(zahl.stand, zahl.wert_bis or zahl.wert, zahl.wortlaut, zahl.get_absolute_url(), zahl.wert)
