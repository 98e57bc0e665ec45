"""All that a paper builds on, and all that builds on it: closures over `Verweis.dokument -> Verweis.ziel_dokument`.

Recursive SQL, which Django has no words for; both databases understand it alike. UNION drops what was reached before,
so loops end. Each step reads nothing but one of the two indexes on these columns.

The public sees no unpublished paper, neither as a result nor as a link between others. Those are few, so that leaving
them out by a list, read once, takes no time; joining the papers to look at each one took two to three times as long.
"""

from enum import StrEnum

from django.db import connection
from django.db.models.expressions import RawSQL

from anfragen.models import Dokument, Verweis, Wahlperiode
from anfragen.models.grundlagen import Veroeffentlichung


class Richtung(StrEnum):
    """Which way to follow the references."""

    GRUNDLAGEN = "grundlagen"
    FOLGEN = "folgen"


VERWEIS, DOKUMENT, WAHLPERIODE = (model._meta.db_table for model in (Verweis, Dokument, Wahlperiode))
SPALTEN = {
    Richtung.GRUNDLAGEN: ("dokument_id", "ziel_dokument_id"),
    Richtung.FOLGEN: ("ziel_dokument_id", "dokument_id"),
}
# Written out, because with a parameter SQLite doesn't use the index on just these.
NICHT_OEFFENTLICH = f"SELECT id FROM {DOKUMENT} WHERE NOT veroeffentlichung = '{Veroeffentlichung.VEROEFFENTLICHT}'"


def huelle(dokument: int, richtung: Richtung, *, oeffentlich: bool = True) -> set[int]:
    """The ids of all papers that are reached from the one with the id `dokument`, to any depth, without itself."""
    with connection.cursor() as cursor:
        cursor.execute(_ganz(richtung, oeffentlich), [dokument])
        return {pk for (pk,) in cursor.fetchall()} - {dokument}


def in_huelle(dokument: int, richtung: Richtung, *, oeffentlich: bool = True) -> RawSQL:
    """The same as a subquery for `filter(pk__in=…)`; it has the paper itself too."""
    return RawSQL(_ganz(richtung, oeffentlich), [dokument])


def schritte(dokument: int, richtung: Richtung, tiefe: int, *, oeffentlich: bool = True) -> dict[int, int]:
    """The papers at most `tiefe` steps away, each with the fewest steps to it.

    Made for a few steps: a paper is looked at once for each length of a way to it.
    """
    return _fetch(_gezaehlt(richtung, oeffentlich), dokument, tiefe)


def schritte_geordnet(dokument: int, richtung: Richtung, tiefe: int, *, oeffentlich: bool = True) -> dict[int, int]:
    """The same, the nearest first and of these the newest; takes longer, because each paper is asked its number."""
    # CROSS JOIN has SQLite take the tables in this order; it would begin with all papers of a Wahlperiode.
    sql = f"""
        SELECT d.id, gezaehlt.schritt
        FROM ({_gezaehlt(richtung, oeffentlich)}) gezaehlt CROSS JOIN {DOKUMENT} d CROSS JOIN {WAHLPERIODE} w
        WHERE d.id = gezaehlt.id AND w.id = d.wahlperiode_id
        ORDER BY gezaehlt.schritt, w.nummer DESC, d.nummer DESC, d.id
    """
    return _fetch(sql, dokument, tiefe)


def _fetch(sql: str, dokument: int, tiefe: int) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [dokument, tiefe, dokument])
        return dict(cursor.fetchall())


def _gezaehlt(richtung: Richtung, oeffentlich: bool) -> str:
    von, nach = _enden(richtung, oeffentlich)
    return f"""
        WITH RECURSIVE huelle (id, schritt) AS (
            SELECT CAST(%s AS bigint), 0
            UNION
            SELECT {nach}, huelle.schritt + 1 FROM huelle JOIN {VERWEIS} v ON {von} = huelle.id
            WHERE huelle.schritt < %s
        )
        SELECT id, MIN(schritt) AS schritt FROM huelle WHERE id <> %s GROUP BY id
    """


def _ganz(richtung: Richtung, oeffentlich: bool) -> str:
    von, nach = _enden(richtung, oeffentlich)
    return f"""
        WITH RECURSIVE huelle (id) AS (
            SELECT CAST(%s AS bigint)
            UNION
            SELECT {nach} FROM huelle JOIN {VERWEIS} v ON {von} = huelle.id
        )
        SELECT id FROM huelle WHERE id IS NOT NULL
    """


def _enden(richtung: Richtung, oeffentlich: bool) -> tuple[str, str]:
    """Where a reference begins and where it leads: to NULL, from which nothing leads on, where it has no target or
    none that the public sees. As a condition this would have SQLite, once it has statistics, read all references for
    a filter before the first step."""
    von, nach = SPALTEN[richtung]
    if not oeffentlich:
        return f"v.{von}", f"v.{nach}"
    return f"v.{von}", f"CASE WHEN v.{nach} NOT IN ({NICHT_OEFFENTLICH}) THEN v.{nach} END"
