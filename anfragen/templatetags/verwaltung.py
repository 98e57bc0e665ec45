"""What the start page of the admin counts, as Django's own tag there brings the last actions."""

from django import template
from django.utils import timezone

from anfragen.models import Befund, Zusage

register = template.Library()


@register.simple_tag
def befunde_offen() -> int:
    return Befund.objects.offen().count()


@register.simple_tag
def zusagen_je_stand() -> dict[str, int]:
    return Zusage.objects.je_stand(timezone.localdate())
