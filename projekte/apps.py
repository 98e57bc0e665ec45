from django.apps import AppConfig


class ProjekteConfig(AppConfig):
    name = "projekte"
    verbose_name = "Projekte"

    def ready(self) -> None:
        from anfragen import erweiterung
        from projekte.erweiterung import Projekterweiterung

        erweiterung.register(Projekterweiterung())
