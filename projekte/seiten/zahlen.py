"""The figures of a project on its page: the newest with their sources, their sums, and a drawing of the amounts."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import F, Prefetch

from anfragen import oeffentlich
from anfragen.models import Befund
from projekte.diagramm import Betrag, diagramm
from projekte.models import Kennzahl, Kommune, Projekt
from projekte.querysets import NACH_STELLE
from projekte.zahlen.pruefung import BETRAG_GEAENDERT, BETRAG_WIDERSPRUCH, TEILE_GEHEN_NICHT_AUF
from projekte.zahlen.summen import Summe, summen

ZAHLEN_JE_SEITE = 50


def projektzahlen(projekt: Projekt) -> dict[str, Any]:
    kennzahlen = _neueste_zuerst(projekt.kennzahlen.oeffentlich())
    return {
        "kennzahlen": list(kennzahlen[:ZAHLEN_JE_SEITE]),
        "anzahl_kennzahlen": kennzahlen.count(),
        "diagramm": diagramm(_betraege(kennzahlen)),
        "summen": summen(kennzahlen.addierbar()),
    }


def ortssummen(ort: Kommune) -> list[Summe]:
    """The sums of figures in statements about this municipality alone."""
    return summen(_neueste_zuerst(Kennzahl.objects.oeffentlich().filter(aussage__kommune=ort).addierbar()))


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
    belegt_durch = Prefetch("dokument", oeffentlich.dokumente())
    nach_stand = kennzahlen.with_stand().order_by(F("stand").desc(nulls_last=True), "dokument", *NACH_STELLE)
    return nach_stand.select_related("aussage").defer("aussage__wortlaut").prefetch_related(belegt_durch)


def _betraege(kennzahlen: Any) -> list[Betrag]:
    """The newest amounts among figures `with_stand`, without those that count for each of several."""
    betraege = kennzahlen.filter(art=Kennzahl.Art.BETRAG, einheit="Euro", je=False, stand__isnull=False)
    return [
        Betrag(zahl.stand, zahl.wert_bis or zahl.wert, zahl.wortlaut, zahl.get_absolute_url(), zahl.wert)
        for zahl in betraege[:ZAHLEN_JE_SEITE]
    ]
