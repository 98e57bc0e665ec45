"""What staff say of a finding: it stays until they say otherwise, but what was mended opens again if it is true again.

The history notes the user of the request, or the one given.
"""

from typing import Any

from django.db import transaction

from anfragen import resolving
from anfragen.befunde import regeln
from anfragen.befunde.pruefung import pruefe_ids
from anfragen.models import Befund


@transaction.atomic
def bestaetigen(befund: Befund, grund: str = "", user: object = None) -> None:
    """It is as the finding says, and the print stays as it is. Raises NichtMoeglich if it isn't open any more."""
    _require_open(befund)
    vermerke(befund, Befund.Stand.BESTAETIGT, grund, "Befund bestätigt", user)


@transaction.atomic
def verwerfen(befund: Befund, grund: str, user: object = None) -> None:
    """It is not as the finding says; where its rule says so, nor is it in any other document.

    Raises NichtMoeglich without a reason, or if it isn't open any more.
    """
    _require_open(befund)
    if not grund.strip():
        raise resolving.NichtMoeglich("Wer einen Befund verwirft, begründet es.")
    gleiche = [befund]
    if regeln.finde(befund.regel).verwerfen:
        gleiche += Befund.objects.gleiche(befund).select_for_update()
    for einer in gleiche:
        vermerke(einer, Befund.Stand.VERWORFEN, grund, "Befund verworfen", user)


def oeffnen(befund: Befund, user: object = None) -> None:
    """Takes back what was said."""
    vermerke(befund, Befund.Stand.OFFEN, "", "Befund wieder geöffnet", user)


@transaction.atomic
def beheben(befund: Befund, user: object = None) -> None:
    """Leads the reference to the candidate. The contradictions that this resolves are mended with it.

    Raises NichtMoeglich if the finding isn't open any more, or names no reference or no candidate.
    """
    _require_open(befund)
    if befund.verweis is None or befund.kandidat is None:
        raise resolving.NichtMoeglich(f"„{befund}“: Dazu ist nicht bekannt, welches Dokument gemeint ist.")
    resolving.umleiten(befund.verweis, befund.kandidat, user)
    grund = f"„{befund.verweis}“ führt jetzt zu {befund.kandidat}."
    vermerke(befund, Befund.Stand.BEHOBEN, grund, "Befund behoben", user)
    pruefe_ids([befund.dokument_id])


@transaction.atomic
def treffe(befund: Befund, entscheidung: regeln.Entscheidung, user: object = None) -> None:
    """A decision that the finding's rule brings. Raises NichtMoeglich if it doesn't, or if it isn't open any more."""
    _require_open(befund)
    if entscheidung not in regeln.finde(befund.regel).entscheidungen or not entscheidung.angebote([befund]):
        raise resolving.NichtMoeglich(f"„{befund}“: Das kann hier nicht entschieden werden.")
    grund = entscheidung.triff(befund, user)
    befund.refresh_from_db()  # what was done may have settled it already
    vermerke(befund, entscheidung.stand, grund, f"Befund {entscheidung.erledigt}", user)


def _require_open(befund: Befund) -> None:
    """Locks the finding and reads it again: somebody else, or mending another one, may have settled it meanwhile."""
    try:
        befund.refresh_from_db(from_queryset=Befund.objects.select_for_update())
    except Befund.DoesNotExist:
        raise resolving.NichtMoeglich(f"„{befund}“: Diesen Befund gibt es nicht mehr.") from None
    if befund.stand != Befund.Stand.OFFEN:
        raise resolving.NichtMoeglich(
            f"„{befund}“ ist inzwischen {befund.get_stand_display()}. Öffnen Sie den Befund wieder, um anders zu "
            "entscheiden."
        )


def vermerke(befund: Befund, stand: str, grund: str, anlass: str, user: object) -> None:
    """Writes what was decided; `anlass` goes to the history. For findings that somebody looked at and locked."""
    befund.stand, befund.begruendung = stand, grund.strip()
    historisch: Any = befund  # the history reads reason and user off the record
    historisch._change_reason = anlass
    if user is not None:
        historisch._history_user = user
    befund.save()
