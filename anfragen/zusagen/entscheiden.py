"""What staff say of a commitment: they take it up, dismiss it, close it with what fulfils it, and open it again.

Each decision locks the record and reads it again, because somebody else may have decided meanwhile: whoever comes
second is told so, and nothing is overwritten. The history notes the user of the request, or the one given.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime

from anfragen.models import Antwort, Dokument, Veroeffentlichung, Zusage

Stand = Zusage.Stand


class NichtMoeglich(Exception):
    """A decision that the commitment doesn't allow; the message is German."""


@transaction.atomic
def annehmen(
    zusage: Zusage,
    faellig_am: date | None,
    verantwortlich: Any = None,
    *,
    heute: date,
    oeffentlich: bool = True,
    user: object = None,
) -> None:
    """Takes a proposal up; the public sees it from now on, unless `oeffentlich` says no.

    Raises NichtMoeglich if it isn't proposed any more, or is to be due before it was made.
    """
    _lock(zusage, Stand.VORGESCHLAGEN)
    zusage.stand, zusage.faellig_am, zusage.verantwortlich = Stand.OFFEN, faellig_am, verantwortlich
    zusage.veroeffentlichung = Veroeffentlichung.VEROEFFENTLICHT if oeffentlich else Veroeffentlichung.ENTWURF
    _save(zusage, "Zusage angenommen", heute, user)


@transaction.atomic
def aendern(
    zusage: Zusage,
    faellig_am: date | None,
    verantwortlich: Any,
    *,
    fassung: int | None,
    heute: date,
    user: object = None,
) -> None:
    """Gives an open one another last day, or to somebody else. `fassung` is the `ZusageQuerySet.with_fassung` seen.

    Raises NichtMoeglich if it isn't open any more, has been changed since, or is to be due before it was made.
    """
    _lock(zusage, Stand.OFFEN)
    require_fassung(zusage, fassung)
    zusage.faellig_am, zusage.verantwortlich = faellig_am, verantwortlich
    _save(zusage, "Termin oder Zuständigkeit geändert", heute, user)


@transaction.atomic
def verwerfen(zusage: Zusage, grund: str = "", *, heute: date, user: object = None) -> None:
    """It is no commitment, or no longer one. Public ones are withdrawn.

    Raises NichtMoeglich if it is closed already, or was taken up and no reason is given.
    """
    _lock(zusage, Stand.VORGESCHLAGEN, Stand.OFFEN)
    grund = grund.strip()
    if zusage.stand == Stand.OFFEN and not grund:
        raise NichtMoeglich(f"{_name(zusage)} ist angenommen: Wer sie verwirft, begründet es.")
    zusage.stand = Stand.VERWORFEN
    zusage.vermerk = "\n".join(teil for teil in (zusage.vermerk, grund) if teil)
    if zusage.veroeffentlichung == Veroeffentlichung.VEROEFFENTLICHT:
        zusage.veroeffentlichung = Veroeffentlichung.ZURUECKGEZOGEN
    _save(zusage, "Zusage verworfen", heute, user)


@transaction.atomic
def erfuellen(
    zusage: Zusage, durch: Dokument | None = None, am: date | None = None, *, heute: date, user: object = None
) -> None:
    """Closes an open one with the paper that fulfils it, the day, or both; without a day, that of the paper counts.

    Raises NichtMoeglich if it isn't open, if neither is given, or if `einwaende` speak against them.
    """
    _lock(zusage, Stand.OFFEN)
    zusage.stand, zusage.erfuellt_durch = Stand.ERFUELLT, durch
    zusage.erfuellt_am = am or (gesagt_am(durch) if durch else None)
    _save(zusage, f"Zusage erfüllt durch {durch}" if durch else "Zusage erfüllt", heute, user)


@transaction.atomic
def wieder_oeffnen(zusage: Zusage, *, heute: date, user: object = None) -> None:
    """Takes back that it is fulfilled or dismissed: the first leaves it open, the second a proposal.

    Raises NichtMoeglich if it isn't closed.
    """
    _lock(zusage, Stand.ERFUELLT, Stand.VERWORFEN)
    zusage.stand = Stand.OFFEN if zusage.stand == Stand.ERFUELLT else Stand.VORGESCHLAGEN
    zusage.erfuellt_durch = zusage.erfuellt_am = None
    _save(zusage, "Zusage wieder geöffnet", heute, user)


def einwaende(zusage: Zusage, heute: date) -> dict[str, str]:
    """What speaks against keeping an accepted commitment so, in German, by field. Unknown days contradict nothing."""
    gefunden: dict[str, str] = {}
    gegeben, durch = gesagt_am(zusage.dokument), zusage.erfuellt_durch
    if zusage.stand in {Stand.OFFEN, Stand.ERFUELLT} and _before(zusage.faellig_am, gegeben):
        gefunden["faellig_am"] = f"Der Termin liegt vor dem Tag der Zusage, dem {_tag(gegeben)}."
    if zusage.stand != Stand.ERFUELLT:
        return gefunden
    if durch is None and zusage.erfuellt_am is None:
        gefunden["erfuellt_durch"] = "Nennen Sie das Dokument oder den Tag, mit dem die Zusage erfüllt ist."
    elif durch and durch.pk == zusage.dokument_id:
        gefunden["erfuellt_durch"] = "Das Dokument, in dem eine Zusage steht, erfüllt sie nicht."
    elif durch and _before(gesagt_am(durch), gegeben):
        gefunden["erfuellt_durch"] = (
            f"{durch} vom {_tag(gesagt_am(durch))} ist älter als die Zusage vom {_tag(gegeben)}."
        )
    if _before(zusage.erfuellt_am, gegeben):
        gefunden["erfuellt_am"] = f"Erfüllt sein kann die Zusage nicht vor dem Tag, an dem sie fiel: {_tag(gegeben)}."
    elif _before(heute, zusage.erfuellt_am):
        gefunden["erfuellt_am"] = "Der Tag, an dem die Zusage erfüllt wurde, liegt in der Zukunft."
    return gefunden


def gesagt_am(dokument: Dokument) -> date | None:
    """The day on which a paper said something: that of its letter, else of the original, else of the head."""
    antwort: Antwort | None = getattr(dokument, "antwort", None)
    return antwort.datum_wirksam if antwort else dokument.datum_original or dokument.datum


def fassung(zusage: Zusage) -> int | None:
    """`ZusageQuerySet.with_fassung` of one: the newest entry of its history."""
    return zusage.history.order_by("-history_id").values_list("history_id", flat=True).first()


def require_fassung(zusage: Zusage, gesehen: int | None) -> None:
    """Raises NichtMoeglich if somebody has written since the version `gesehen`."""
    if fassung(zusage) != gesehen:
        raise NichtMoeglich(f"{_name(zusage)} wurde inzwischen geändert{_zuletzt(zusage)}. Sehen Sie erst nach.")


def _lock(zusage: Zusage, *erlaubt: Zusage.Stand) -> None:
    """Reads the commitment again and keeps others from it until the transaction ends."""
    gesperrt = Zusage.objects.select_for_update(of=("self",)).for_list()
    try:
        zusage.refresh_from_db(from_queryset=gesperrt)
    except Zusage.DoesNotExist:
        raise NichtMoeglich(f"{_name(zusage)}: Diese Zusage gibt es nicht mehr.") from None
    if zusage.stand not in erlaubt:
        raise NichtMoeglich(f"{_name(zusage)} ist inzwischen {zusage.get_stand_display()}{_zuletzt(zusage)}.")


def _save(zusage: Zusage, anlass: str, heute: date, user: object) -> None:
    for einwand in einwaende(zusage, heute).values():
        raise NichtMoeglich(f"{_name(zusage)}: {einwand}")
    historisch: Any = zusage  # the history reads reason and user off the record
    historisch._change_reason = anlass
    if user is not None:
        historisch._history_user = user
    zusage.save()


def _zuletzt(zusage: Zusage) -> str:
    """` („Zusage verworfen“, redaktion, 4. Januar 2021 09:12)`; empty if nobody wrote anything by hand."""
    letzter = zusage.history.select_related("history_user").order_by("-history_id").first()
    if letzter is None:
        return ""
    wann = date_format(localtime(letzter.history_date), "DATETIME_FORMAT")
    grund = f"„{letzter.history_change_reason}“" if letzter.history_change_reason else ""
    wer = str(letzter.history_user or "")
    return f" ({', '.join(teil for teil in (grund, wer, wann) if teil)})"


def _name(zusage: Zusage) -> str:
    return f"„{Truncator(' '.join(zusage.wortlaut.split())).chars(80)}“"


def _before(tag: date | None, grenze: date | None) -> bool:
    return tag is not None and grenze is not None and tag < grenze


def _tag(tag: date | None) -> str:
    return date_format(tag, "DATE_FORMAT") if tag else ""
