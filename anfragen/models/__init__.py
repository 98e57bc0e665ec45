"""The record of parliamentary questions, by noun: the parliament, its documents, the questions and answers."""

from anfragen.models.anfrage import Anfrage, Frage, Fragesteller
from anfragen.models.antwort import Antwort, Antwortteil
from anfragen.models.dokument import Befund, Dokument, Verweis
from anfragen.models.einlesung import Einlesung
from anfragen.models.grundlagen import Beleglage, Veroeffentlichung
from anfragen.models.nachfrage import Nachfrage, Zusage
from anfragen.models.parlament import Fraktion, Ministerium, Parlament, Person, Reihe, Wahlperiode

__all__ = [
    "Anfrage",
    "Antwort",
    "Antwortteil",
    "Befund",
    "Beleglage",
    "Dokument",
    "Einlesung",
    "Frage",
    "Fragesteller",
    "Fraktion",
    "Ministerium",
    "Nachfrage",
    "Parlament",
    "Person",
    "Reihe",
    "Veroeffentlichung",
    "Verweis",
    "Wahlperiode",
    "Zusage",
]
