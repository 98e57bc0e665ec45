"""What staff say of a finding: it stays until they say otherwise, but what was mended opens again if it is true again.

The history notes the user of the request, or the one given.
"""

from typing import Any

from django.db import transaction

from anfragen import resolving
from anfragen.befunde.pruefung import pruefe_ids
from anfragen.models import Befund


def bestaetigen(befund: Befund, grund: str = "", user: object = None) -> None:
    """It is as the finding says, and the print stays as it is."""
    _set(befund, Befund.Stand.BESTAETIGT, grund, "Befund bestätigt", user)


def verwerfen(befund: Befund, grund: str, user: object = None) -> None:
    """It is not as the finding says. Raises NichtMoeglich without a reason."""
    if not grund.strip():
        raise resolving.NichtMoeglich("Wer einen Befund verwirft, begründet es.")
    _set(befund, Befund.Stand.VERWORFEN, grund, "Befund verworfen", user)


def oeffnen(befund: Befund, user: object = None) -> None:
    """Takes back what was said."""
    _set(befund, Befund.Stand.OFFEN, "", "Befund wieder geöffnet", user)


@transaction.atomic
def beheben(befund: Befund, user: object = None) -> None:
    """Leads the reference to the candidate. The contradictions that this resolves are mended with it.

    Raises NichtMoeglich if the finding names no reference or no candidate.
    """
    if befund.verweis is None or befund.kandidat is None:
        raise resolving.NichtMoeglich(f"„{befund}“: Dazu ist nicht bekannt, welches Dokument gemeint ist.")
    resolving.umleiten(befund.verweis, befund.kandidat, user)
    _set(befund, Befund.Stand.BEHOBEN, f"„{befund.verweis}“ führt jetzt zu {befund.kandidat}.", "Befund behoben", user)
    pruefe_ids([befund.dokument_id])


def _set(befund: Befund, stand: str, grund: str, anlass: str, user: object) -> None:
    befund.stand, befund.begruendung = stand, grund.strip()
    historisch: Any = befund  # the history reads reason and user off the record
    historisch._change_reason = anlass
    if user is not None:
        historisch._history_user = user
    befund.save()
