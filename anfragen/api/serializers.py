"""The fields of the API, each named. A list shows what rows need; a single record has its texts and its relations."""

from datetime import date
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from anfragen.api.base import LeseSerializer, SeiteField
from anfragen.models import Anfrage, Antwort, Antwortteil, Dokument, Frage, Fragesteller, Ministerium, Verweis


class DokumentKurzSerializer(LeseSerializer[Dokument]):
    parlament = serializers.CharField(source="wahlperiode.parlament.kuerzel", label="Parlament", read_only=True)
    reihe = serializers.CharField(source="reihe.schluessel", label="Reihe", read_only=True)
    kennung = serializers.CharField(label="Nummer mit Wahlperiode, „17/11212“", read_only=True)
    url = SeiteField()
    api_url = serializers.HyperlinkedIdentityField(view_name="api:dokumente-detail")

    class Meta:
        model = Dokument
        fields = ["id", "parlament", "reihe", "kennung", "titel", "datum", "nur_zitiert", "url", "api_url"]


class AnfrageKurzSerializer(LeseSerializer[Anfrage]):
    parlament = serializers.CharField(source="wahlperiode.parlament.kuerzel", label="Parlament", read_only=True)
    wahlperiode = serializers.IntegerField(source="wahlperiode.nummer", label="Wahlperiode", read_only=True)
    kennung = serializers.CharField(label="Kurzform, „KA 4284“", read_only=True)
    url = SeiteField()
    api_url = serializers.HyperlinkedIdentityField(view_name="api:anfragen-detail")

    class Meta:
        model = Anfrage
        fields = ["id", "parlament", "wahlperiode", "art", "nummer", "kennung", "titel", "url", "api_url"]


class MinisteriumSerializer(LeseSerializer[Ministerium]):
    class Meta:
        model = Ministerium
        fields = ["schluessel", "name", "kabinett"]


class FragestellerSerializer(LeseSerializer[Fragesteller]):
    name = serializers.CharField(source="person.name", label="Name ohne Titel", read_only=True)
    fraktion = serializers.CharField(source="fraktion.kurz", label="Fraktion", read_only=True, allow_null=True)

    class Meta:
        model = Fragesteller
        fields = ["name", "name_gedruckt", "fraktion"]


class AntwortKurzSerializer(LeseSerializer[Antwort]):
    dokument = DokumentKurzSerializer(read_only=True)
    datum_wirksam = serializers.DateField(
        label="Tag der Antwort",
        help_text="des Schreibens, sonst des Originals, sonst des Kopfes",
        read_only=True,
        allow_null=True,
    )
    ministerium = MinisteriumSerializer(read_only=True, allow_null=True)
    api_url = serializers.HyperlinkedIdentityField(view_name="api:antworten-detail")

    class Meta:
        model = Antwort
        fields = ["id", "art", "datum_wirksam", "amt", "ministerium", "dokument", "api_url"]


@extend_schema_field(OpenApiTypes.URI)
class ZitiertVonField(serializers.Field[Any, Any, Any, Any]):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, value: Anfrage | Dokument) -> str:
        name = "anfragen" if isinstance(value, Anfrage) else "dokumente"
        return reverse(f"api:{name}-zitiert-von", kwargs={"pk": value.pk}, request=self.context["request"])


class VerweisSerializer(LeseSerializer[Verweis]):
    kennung = serializers.CharField(label="Nummer, wie zitiert", read_only=True)
    dokument = DokumentKurzSerializer(label="zitierendes Dokument", read_only=True)
    stand = serializers.ChoiceField(Verweis.Stand.choices, source="stand_oeffentlich", label="Stand", read_only=True)
    ziel_dokument = DokumentKurzSerializer(read_only=True, allow_null=True)
    ziel_anfrage = AnfrageKurzSerializer(read_only=True, allow_null=True)
    stelle_im_ziel = serializers.CharField(
        source="stelle", label="Stelle im Ziel", help_text="„Seite 2“, „Frage 3“", read_only=True
    )
    paar = serializers.IntegerField(
        source="paar_id",
        label="gedruckt zu",
        help_text="Verweis auf die Anfrage, zu der die Nummer steht",
        read_only=True,
        allow_null=True,
    )
    api_url = serializers.HyperlinkedIdentityField(view_name="api:verweise-detail")

    class Meta:
        model = Verweis
        fields = [
            "id",
            "typ",
            "kennung",
            "wahlperiode_nummer",
            "wahlperiode_abgeleitet",
            "nummer",
            "stelle_im_ziel",
            "wortlaut",
            "start",
            "ende",
            "dokument",
            "stand",
            "ziel_dokument",
            "ziel_anfrage",
            "paar",
            "api_url",
        ]


class VerweisMitStelleSerializer(VerweisSerializer):
    stelle = serializers.CharField(
        source="textstelle", label="Textstelle", help_text="der Verweis im zitierenden Text", read_only=True
    )

    class Meta(VerweisSerializer.Meta):
        fields = [*VerweisSerializer.Meta.fields, "stelle"]


class ZielSerializer(serializers.Serializer[Any]):
    # Of an Anfrage or a Dokument; only what names it.
    parlament = serializers.CharField(source="wahlperiode.parlament.kuerzel", label="Parlament", read_only=True)
    art = serializers.SerializerMethodField(label="„Kleine Anfrage“, „Drucksache“")
    kennung = serializers.CharField(label="„KA 4284“, „17/11212“", read_only=True)
    titel = serializers.CharField(read_only=True)
    datum = serializers.SerializerMethodField(label="Datum", help_text="einer Anfrage: gestellt am")
    nur_zitiert = serializers.BooleanField(label="liegt nicht vor", default=False, read_only=True)
    url = SeiteField()
    api_url = serializers.SerializerMethodField()

    def get_art(self, ziel: Anfrage | Dokument) -> str:
        return ziel.get_art_display() if isinstance(ziel, Anfrage) else ziel.reihe.name

    @extend_schema_field({"type": "string", "format": "date", "nullable": True})
    def get_datum(self, ziel: Anfrage | Dokument) -> date | None:
        return ziel.gestellt_am if isinstance(ziel, Anfrage) else ziel.datum

    @extend_schema_field(OpenApiTypes.URI)
    def get_api_url(self, ziel: Anfrage | Dokument) -> str:
        name = "anfragen" if isinstance(ziel, Anfrage) else "dokumente"
        return reverse(f"api:{name}-detail", kwargs={"pk": ziel.pk}, request=self.context["request"])


class VerweisDetailSerializer(VerweisMitStelleSerializer):
    kandidaten = ZielSerializer(many=True, label="mögliche Ziele, wenn mehrdeutig", read_only=True)

    class Meta(VerweisMitStelleSerializer.Meta):
        fields = [*VerweisMitStelleSerializer.Meta.fields, "kandidaten", "regel", "sicherheit"]


MIT_VERWEISEN = ["verweise", "zitiert_von_anzahl", "zitiert_von"]


class MitVerweisenSerializer(serializers.Serializer[Any]):
    # The view reads them and hangs them on the record. Thousands may cite one paper, so they have pages of their own.
    verweise = VerweisSerializer(source="verweise_aus", many=True, label="zitiert", read_only=True)
    zitiert_von_anzahl = serializers.IntegerField(label="Zahl der Verweise darauf", read_only=True)
    zitiert_von = ZitiertVonField(label="Adresse der Verweise darauf")


class AnfrageSerializer(AnfrageKurzSerializer):
    faellig_am = serializers.DateField(
        label="fällig am", help_text="berechnet; der Beginn der Frist ist nicht belegt", read_only=True, allow_null=True
    )
    dauer = serializers.IntegerField(label="Tage bis zur Antwort", read_only=True, allow_null=True)
    fragesteller = FragestellerSerializer(many=True, read_only=True)
    fraktionen: Any = serializers.SlugRelatedField("kurz", many=True, read_only=True)
    dokument = DokumentKurzSerializer(label="gedruckt als", read_only=True, allow_null=True)
    antworten = AntwortKurzSerializer(many=True, read_only=True)

    class Meta(AnfrageKurzSerializer.Meta):
        fields = [
            *AnfrageKurzSerializer.Meta.fields,
            "nummer_abgeleitet",
            "zustand",
            "gestellt_am",
            "faellig_am",
            "beantwortet_am",
            "dauer",
            "fragesteller",
            "fraktionen",
            "dokument",
            "antworten",
        ]


class TeilstelleSerializer(LeseSerializer[Antwortteil]):
    antwort = serializers.IntegerField(source="antwort_id", label="Antwort", read_only=True)

    class Meta:
        model = Antwortteil
        fields = ["antwort", "position"]


class FrageSerializer(LeseSerializer[Frage]):
    bezeichnung = serializers.CharField(
        source="label", label="Bezeichnung", help_text="wie gedruckt, sonst die Nummer", read_only=True
    )
    antwortteile = TeilstelleSerializer(many=True, read_only=True)

    class Meta:
        model = Frage
        fields = ["nummer", "bezeichnung", "text", "hinweis", "bewertung", "bewertung_grund", "antwortteile"]


class FragestelleSerializer(LeseSerializer[Frage]):
    anfrage = serializers.IntegerField(source="anfrage_id", label="Anfrage", read_only=True)

    class Meta:
        model = Frage
        fields = ["anfrage", "nummer"]


class AntwortteilSerializer(LeseSerializer[Antwortteil]):
    fragen = FragestelleSerializer(many=True, read_only=True)

    class Meta:
        model = Antwortteil
        fields = ["position", "fragen", "text"]


class AntwortSerializer(AntwortKurzSerializer):
    anfragen = AnfrageKurzSerializer(many=True, read_only=True)

    class Meta(AntwortKurzSerializer.Meta):
        fields = [*AntwortKurzSerializer.Meta.fields, "datum_schreiben", "einvernehmen", "anfragen"]


class AntwortDetailSerializer(AntwortSerializer):
    teile = AntwortteilSerializer(many=True, read_only=True)

    class Meta(AntwortSerializer.Meta):
        fields = [*AntwortSerializer.Meta.fields, "vorbemerkung", "teile"]


class AnfrageDetailSerializer(MitVerweisenSerializer, AnfrageSerializer):
    fragen = FrageSerializer(many=True, read_only=True)
    antworten = AntwortDetailSerializer(many=True, read_only=True)

    class Meta(AnfrageSerializer.Meta):
        fields = [*AnfrageSerializer.Meta.fields, "vorbemerkung", "fragen", *MIT_VERWEISEN]


class DokumentSerializer(DokumentKurzSerializer):
    wahlperiode = serializers.IntegerField(source="wahlperiode.nummer", label="Wahlperiode", read_only=True)
    adresse_amtlich = serializers.CharField(label="Adresse beim Parlament", read_only=True)

    class Meta(DokumentKurzSerializer.Meta):
        fields = [
            *DokumentKurzSerializer.Meta.fields,
            "wahlperiode",
            "nummer",
            "zusatz",
            "art",
            "datum_original",
            "ausgegeben",
            "herkunft",
            "adresse_amtlich",
        ]


class DokumentDetailSerializer(MitVerweisenSerializer, DokumentSerializer):
    anfrage = AnfrageKurzSerializer(label="enthält die Anfrage", read_only=True, allow_null=True)
    antwort = AntwortSerializer(label="ist die Antwort", read_only=True, allow_null=True)

    class Meta(DokumentSerializer.Meta):
        fields = [
            *DokumentSerializer.Meta.fields,
            "quelle",
            "sha256",
            "text",
            "anfrage",
            "antwort",
            *MIT_VERWEISEN,
        ]
