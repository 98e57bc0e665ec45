from django.apps import AppConfig


class AnfragenConfig(AppConfig):
    name = "anfragen"
    verbose_name = "Anfragen"
