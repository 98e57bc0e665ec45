"""What stands for a record inside others: places, Handlungsfelder, projects."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from anfragen.api.base import LeseSerializer, SeiteField
from projekte.models import Handlungsfeld, Kommune, Projekt, Themenforum


class KommuneSerializer(LeseSerializer[Kommune]):
    url = SeiteField()

    class Meta:
        model = Kommune
        fields = ["ags", "schluessel", "name", "url"]


class HandlungsfeldSerializer(LeseSerializer[Handlungsfeld]):
    url = SeiteField()

    class Meta:
        model = Handlungsfeld
        fields = ["schluessel", "name", "url"]


class ThemenforumSerializer(LeseSerializer[Themenforum]):
    class Meta:
        model = Themenforum
        fields = ["nummer", "titel", "thema"]


@extend_schema_field(OpenApiTypes.URI)
class ProjektadresseField(serializers.Field[Any, Any, Any, Any]):
    # By Kennung, or by the key made from the name while that is unknown.

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, value: Projekt) -> str:
        kwargs = {"schluessel": value.adressschluessel}
        return reverse("api:projekte-detail", kwargs=kwargs, request=self.context["request"])


class ProjektKurzSerializer(LeseSerializer[Projekt]):
    url = SeiteField()
    api_url = ProjektadresseField()

    class Meta:
        model = Projekt
        fields = ["kennung", "schluessel", "name", "url", "api_url"]
