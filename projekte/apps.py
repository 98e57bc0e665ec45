from django.apps import AppConfig


class ProjekteConfig(AppConfig):
    name = "projekte"
    verbose_name = "Projekte"

    def ready(self) -> None:
        from anfragen import erweiterung
        from anfragen.befunde import regeln
        from projekte import pruefung
        from projekte.erweiterung import Projekterweiterung

        erweiterung.register(Projekterweiterung())
        regeln.register(*pruefung.REGELN)
