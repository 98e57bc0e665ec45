"""The resources of `projekte`: each the public read, its FilterSet, its fields and its CSV columns."""

from django.http import Http404

from anfragen.api.base import LeseViewSet
from projekte import oeffentlich
from projekte.adressen import AdresseConverter
from projekte.api import serializers, tabellen
from projekte.filters import AussageFilter, EreignisFilter, KennzahlFilter, ProjektFilter, ZusageFilter
from projekte.models import Projekt


class ProjektViewSet(LeseViewSet):
    titel = "Projekte"
    beschreibung = (
        "Projekte der Programme. Ein einzelner Eintrag steht unter seiner Kennung (bei einem anderen Programm als "
        "dem der Seite dahinter: „programm/kennung“), solange sie unbekannt ist unter "
        "seinem Schlüssel, und enthält die Aussagen, Kennzahlen, Ereignisse, Zusagen und Dokumente."
    )
    liste = oeffentlich.projekte
    einzeln = oeffentlich.projekte_mit_geschichte
    filterset_class = ProjektFilter
    serializer_class = serializers.ProjektSerializer
    detail_serializer_class = serializers.ProjektDetailSerializer
    tabelle = tabellen.PROJEKTE
    adresse = tabellen.PROJEKTADRESSE
    lookup_field = "schluessel"
    lookup_value_regex = AdresseConverter.regex

    def get_object(self) -> Projekt:
        """By Kennung or key, perhaps behind the programme, as the page's address has it."""
        if projekt := oeffentlich.projekte_mit_geschichte().an_adresse(self.kwargs["schluessel"]).first():
            return projekt
        raise Http404


class AussageViewSet(LeseViewSet):
    titel = "Aussagen"
    beschreibung = "Was ein Dokument über ein Projekt (in einer Kommune) sagt, im Wortlaut und mit Fundstelle."
    liste = oeffentlich.aussagen
    einzeln = oeffentlich.aussagen_mit_angaben
    filterset_class = AussageFilter
    serializer_class = serializers.AussageSerializer
    detail_serializer_class = serializers.AussageDetailSerializer
    tabelle = tabellen.AUSSAGEN
    adresse = tabellen.PAPIERADRESSE


class KennzahlViewSet(LeseViewSet):
    titel = "Kennzahlen"
    beschreibung = (
        "Beträge, Anteile, Anzahlen und Zieljahre aus Dokumenten, mit Fundstelle. Addieren lassen sich nur "
        "als addierbar gekennzeichnete Zahlen desselben Dokuments und derselben Einheit; zwei Dokumente nennen oft "
        "dasselbe."
    )
    liste = oeffentlich.kennzahlen
    einzeln = oeffentlich.kennzahlen
    filterset_class = KennzahlFilter
    serializer_class = serializers.KennzahlSerializer
    detail_serializer_class = serializers.KennzahlDetailSerializer
    tabelle = tabellen.KENNZAHLEN
    adresse = tabellen.PAPIERADRESSE


class EreignisViewSet(LeseViewSet):
    titel = "Ereignisse"
    beschreibung = "Was mit einem Projekt geschah, von der Redaktion festgehalten: Beschluss, Antrag, Start, Abschluss."
    liste = oeffentlich.ereignisse
    einzeln = oeffentlich.ereignisse
    filterset_class = EreignisFilter
    serializer_class = serializers.EreignisSerializer
    detail_serializer_class = serializers.EreignisSerializer
    tabelle = tabellen.EREIGNISSE
    adresse = tabellen.EREIGNISADRESSE


class ZusageViewSet(LeseViewSet):
    titel = "Zusagen"
    beschreibung = (
        "Sätze, mit denen die Landesregierung etwas ankündigt, von der Redaktion einzeln geprüft: im Wortlaut, mit "
        "Fundstelle, Frist und dem, was sie erfüllt hat. Überfällig ist eine offene, deren letzter Tag vorbei ist."
    )
    liste = oeffentlich.zusagen
    einzeln = oeffentlich.zusagen
    filterset_class = ZusageFilter
    serializer_class = serializers.ZusageSerializer
    detail_serializer_class = serializers.ZusageDetailSerializer
    tabelle = tabellen.ZUSAGEN
    adresse = tabellen.PAPIERADRESSE
