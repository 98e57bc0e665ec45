"""`manage.py demo_zugang`: a login to try the admin with, on a machine for development only."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

NAME = "redaktion"
PASSWORT = "nur-zur-probe"
GRUPPE = "Redaktion"


class Command(BaseCommand):
    help = "Legt einen Zugang zur Verwaltung an, wie ihn die Redaktion hat (nur mit DEBUG)"

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "Der Demo-Zugang hat ein bekanntes Passwort, deshalb gibt es ihn nur zur Entwicklung (DEBUG). "
                "Legen Sie Konten mit „manage.py createsuperuser“ und in der Verwaltung an."
            )
        neu = make_login()
        self.stdout.write(f"Verwaltung: Name „{NAME}“, Passwort „{PASSWORT}“ {'(neu)' if neu else '(war schon da)'}")


@transaction.atomic
def make_login() -> bool:
    """Makes the group with its permissions and the account in it, or puts both right; says whether it is new."""
    gruppe, _ = Group.objects.get_or_create(name=GRUPPE)
    gruppe.permissions.set(editing_permissions())
    konto, neu = get_user_model().objects.get_or_create(username=NAME, defaults={"is_staff": True})
    konto.set_password(PASSWORT)
    konto.is_staff = konto.is_active = True
    konto.save()
    konto.groups.add(gruppe)
    return neu


def editing_permissions() -> list[Permission]:
    """See, add and change every record of the project's own apps; delete only what is part of another record.

    Documents, Anfragen, Antworten and master data are withdrawn rather than deleted, accounts are not touched.
    """
    erlaubt: list[Permission] = []
    for model in own_models():
        tun = ["view", "add", "change", *(["delete"] if is_part_of_another(model) else [])]
        typ = ContentType.objects.get_for_model(model)
        codenames = [f"{wort}_{model._meta.model_name}" for wort in tun]
        erlaubt += Permission.objects.filter(content_type=typ, codename__in=codenames)
    return erlaubt


def own_models() -> list[type[models.Model]]:
    """The models of the apps beside manage.py, without their histories, which nobody edits."""
    konfigurationen = [app for app in apps.get_app_configs() if Path(app.path).parent == settings.BASE_DIR]
    return [
        model
        for app in konfigurationen
        for model in app.get_models()
        if not hasattr(model, "history_type")  # what simple_history adds to the table of a history
    ]


def is_part_of_another(model: type[models.Model]) -> bool:
    return any(
        field.remote_field.on_delete is models.CASCADE
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    )
