"""What staff decide about a single reference. It stays until they take it back, over re-imports, too.

Each function writes the history with the user; without one, the user of the current request is noted.
"""

from typing import Any

from django.db import transaction

from anfragen.models import Anfrage, Dokument, Verweis
from anfragen.resolving.bestand import Bestand, papier_der
from anfragen.resolving.matching import Ziel
from anfragen.resolving.writing import remove_uncited, resolve


class NichtMoeglich(Exception):
    """A decision that the reference doesn't allow; the message is German."""


def bestaetigen(verweis: Verweis, user: object = None) -> None:
    """The match is right. Raises NichtMoeglich if there is none."""
    if not (verweis.ziel_dokument_id or verweis.ziel_anfrage_id):
        raise NichtMoeglich(f"„{verweis}“ hat kein Ziel, das sich bestätigen ließe.")
    _decide(verweis, Ziel(verweis.ziel_dokument_id, verweis.ziel_anfrage_id), "Ziel bestätigt", user)


def umleiten(verweis: Verweis, ziel: Dokument | Anfrage, user: object = None) -> None:
    """The reference means `ziel`, whatever number is printed."""
    if isinstance(ziel, Anfrage):
        bestand = Bestand()
        bestand.load_anfragen((), {ziel.pk})
        gemeint = Ziel(papier_der(bestand.anfrage_je_id[ziel.pk], verweis.dokument_id), ziel.pk)
        name = ziel.kennung
    else:
        gemeint, name = Ziel(ziel.pk), str(ziel)
    _decide(verweis, gemeint, f"Umgeleitet auf {name}", user)


def ablehnen(verweis: Verweis, user: object = None) -> None:
    """The reference means nothing that bears this number."""
    _decide(verweis, Ziel(), "Ziel abgelehnt", user)


@transaction.atomic
def zuruecknehmen(verweis: Verweis, user: object = None) -> None:
    """Leaves the reference to automatic resolving again, and resolves it."""
    if not verweis.von_hand:
        raise NichtMoeglich(f"Über „{verweis}“ ist nichts von Hand entschieden.")
    verweis.von_hand = False
    _save(verweis, "Entscheidung zurückgenommen", user)
    resolve(Verweis.objects.filter(pk=verweis.pk))
    verweis.refresh_from_db(fields=["ziel_dokument", "ziel_anfrage", "mehrdeutig"])


@transaction.atomic
def _decide(verweis: Verweis, ziel: Ziel, grund: str, user: object) -> None:
    bisher = verweis.ziel_dokument_id
    verweis.ziel_dokument_id, verweis.ziel_anfrage_id = ziel.dokument, ziel.anfrage
    verweis.mehrdeutig, verweis.von_hand = False, True
    _save(verweis, grund, user)
    remove_uncited({bisher})


def _save(verweis: Verweis, grund: str, user: object) -> None:
    historisch: Any = verweis  # the history reads reason and user off the record
    historisch._change_reason = grund
    if user is not None:
        historisch._history_user = user
    verweis.save()
