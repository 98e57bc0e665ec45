from django.apps import AppConfig


class ProjekteConfig(AppConfig):
    name = "projekte"
    verbose_name = "Projekte"

    def ready(self) -> None:
        from anfragen import erweiterung, zusagen
        from anfragen.befunde import regeln
        from projekte import pruefung
        from projekte.erweiterung import Projekterweiterung

        erweiterung.register(Projekterweiterung())
        regeln.register(*pruefung.REGELN)
        zusagen.register(
            "projekte__programm",
            zusagen.Weg("projekte__aussagen__dokument", "sagt etwas zum selben Projekt"),
            zusagen.Weg("projekte__dokumente", "handelt vom selben Projekt"),
        )
