"""Feeds about projects."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from uuid import NAMESPACE_URL, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from projekte.ausgabe import Zeile, zeile
from projekte.models import Projekt
from projekte.verlauf import ALLES, Art, Auswahl, Eintrag, Verlauf

IM_FEED = 50


@dataclass(frozen=True)
class Abruf:
    """What a reader asks for, at which address of the feed."""

    verlauf: Verlauf
    adresse: str

    @property
    def projekt(self) -> Projekt:
        return self.verlauf.projekt

    @property
    def abfrage(self) -> str:
        _, fragezeichen, abfrage = self.adresse.partition("?")
        return fragezeichen + abfrage

    @property
    def ist_auswahl(self) -> bool:
        return replace(self.verlauf.auswahl, neueste_zuerst=False) != ALLES


@dataclass(frozen=True)
class Meldung:
    projekt: Projekt
    eintrag: Eintrag
    zeile: Zeile


class VerlaufFeed(Feed):
    """The newest of what is asked of a project's history, whatever order is asked for: a reader makes its own.

    What is still to come, such as a follow-up, comes on its day; an entry without a day has no place in a feed.
    """

    feed_type = Atom1Feed
    language = "de"

    def get_object(self, request: HttpRequest, projekt: Projekt, auswahl: Auswahl) -> Abruf:
        return Abruf(Verlauf(projekt, replace(auswahl, neueste_zuerst=True)), request.get_full_path())

    def title(self, abruf: Abruf) -> str:
        return f"{abruf.projekt}: Geschichte{' (Auswahl)' if abruf.ist_auswahl else ''}"

    def subtitle(self, abruf: Abruf) -> str:
        return f"Was zum Projekt „{abruf.projekt.name}“ gefragt, gesagt und vermerkt wurde, das Neueste zuerst."

    def link(self, abruf: Abruf) -> str:
        return f"{abruf.projekt.get_absolute_url()}{abruf.abfrage}"

    def feed_url(self, abruf: Abruf) -> str:
        return abruf.adresse

    def items(self, abruf: Abruf) -> list[Meldung]:
        heute = timezone.localdate()
        bisher = [eintrag for eintrag in abruf.verlauf.schluessel() if eintrag.tag and eintrag.tag <= heute]
        return [
            Meldung(abruf.projekt, eintrag, zeile(eintrag)) for eintrag in abruf.verlauf.eintraege(bisher[:IM_FEED])
        ]

    def item_title(self, item: Meldung) -> str:
        return item.zeile.titel

    def item_description(self, item: Meldung) -> str:
        """HTML, which is what Django's feeds call a description."""
        angaben = item.zeile
        kopf = ", ".join(teil for teil in (Art(angaben.art).label, angaben.nummer, angaben.wer, angaben.stand) if teil)
        return linebreaks("\n\n".join(teil for teil in (kopf, angaben.wortlaut) if teil), autoescape=True)

    def item_link(self, item: Meldung) -> str:
        return item.zeile.adresse

    def item_guid(self, item: Meldung) -> str:
        # Atom wants an IRI that stays. An address is none: a project moves to its Kennung, an event to what proves it.
        return uuid5(NAMESPACE_URL, f"projekt-{item.projekt.pk}#{item.zeile.art}-{item.eintrag.record.pk}").urn

    item_guid_is_permalink = False

    def item_updateddate(self, item: Meldung) -> datetime:
        assert item.eintrag.datum
        return timezone.make_aware(datetime.combine(item.eintrag.datum, time()))

    item_pubdate = item_updateddate
