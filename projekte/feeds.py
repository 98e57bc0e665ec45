"""Feeds about projects."""

from datetime import datetime, time
from uuid import NAMESPACE_URL, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from projekte.ausgabe import zeile
from projekte.models import Projekt
from projekte.seiten.projekt import projekt_an
from projekte.verlauf import Art, Auswahl, Eintrag, Verlauf

IM_FEED = 50


class VerlaufFeed(Feed):
    """The newest of a project's history up to today; what is still to come, such as a follow-up, comes on its day.

    An entry without a day has no place in a feed.
    """

    feed_type = Atom1Feed
    language = "de"

    def get_object(self, request: HttpRequest, schluessel: str) -> Projekt:
        return projekt_an(schluessel)

    def title(self, projekt: Projekt) -> str:
        return f"{projekt}: Geschichte"

    def subtitle(self, projekt: Projekt) -> str:
        return f"Was zum Projekt „{projekt.name}“ gefragt, gesagt und vermerkt wurde, das Neueste zuerst."

    def link(self, projekt: Projekt) -> str:
        return projekt.get_absolute_url()

    def items(self, projekt: Projekt) -> list[Eintrag]:
        verlauf, heute = Verlauf(projekt, Auswahl(neueste_zuerst=True)), timezone.localdate()
        bisher = [eintrag for eintrag in verlauf.schluessel() if eintrag.tag and eintrag.tag <= heute]
        return verlauf.eintraege(bisher[:IM_FEED])

    def item_title(self, item: Eintrag) -> str:
        return zeile(item).titel

    def item_description(self, item: Eintrag) -> str:
        """HTML, which is what Django's feeds call a description."""
        angaben = zeile(item)
        kopf = ", ".join(teil for teil in (Art(item.art).label, angaben.nummer, angaben.wer) if teil)
        return linebreaks("\n\n".join(teil for teil in (kopf, angaben.wortlaut) if teil), autoescape=True)

    def item_link(self, item: Eintrag) -> str:
        return zeile(item).adresse

    def item_guid(self, item: Eintrag) -> str:
        # Atom wants an IRI that stays; several entries may lead to one page, so its address is none.
        return uuid5(NAMESPACE_URL, f"{zeile(item).adresse}#{item.art}-{item.record.pk}").urn

    item_guid_is_permalink = False

    def item_updateddate(self, item: Eintrag) -> datetime:
        assert item.datum
        return timezone.make_aware(datetime.combine(item.datum, time()))

    item_pubdate = item_updateddate
