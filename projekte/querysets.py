"""Every read about projects in the words of the field."""

from typing import Any, Self

from django.db import models
from django.db.models import Count, Q

from anfragen.models.grundlagen import VeroeffentlichbarQuerySet, Veroeffentlichung

AUSSAGE_OEFFENTLICH = Q(
    aussagen__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT,
    aussagen__dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT,
)


class ProjektQuerySet(VeroeffentlichbarQuerySet):
    def schluessel(self, schluessel: str) -> Self:
        """By Kennung or by the key made from the name: both are addresses."""
        return self.filter(Q(kennung=schluessel) | Q(schluessel=schluessel))

    def with_anzahl_aussagen(self) -> Self:
        return self.annotate(anzahl_aussagen=Count("aussagen", filter=AUSSAGE_OEFFENTLICH, distinct=True))

    def for_list(self) -> Self:
        return self.select_related("programm", "handlungsfeld").with_anzahl_aussagen().prefetch_related("kommunen")


class KommuneQuerySet(models.QuerySet[Any]):
    def with_anzahl_aussagen(self) -> Self:
        return self.annotate(anzahl_aussagen=Count("aussagen", filter=AUSSAGE_OEFFENTLICH, distinct=True))


class ProjektaussageQuerySet(VeroeffentlichbarQuerySet):
    def oeffentlich(self) -> Self:
        """A statement is public if it, its project and its document are."""
        return (
            super()
            .oeffentlich()
            .filter(
                dokument__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT,
                projekt__veroeffentlichung=Veroeffentlichung.VEROEFFENTLICHT,
            )
        )

    def for_list(self) -> Self:
        return self.select_related(
            "projekt__programm",
            "projekt__handlungsfeld",
            "kommune",
            "dokument__wahlperiode__parlament",
            "dokument__reihe",
        ).defer("dokument__text", "dokument__belege")

    def neueste_zuerst(self) -> Self:
        return self.order_by("-dokument__datum", "dokument", "start")
