"""From a reference as written to the record it means: repeatable, and undone by forgetting the target.

What is meant. A printed Wahlperiode is taken at its word. One that isn't printed is the citing paper's, unless the
number had not been given in it yet: it is higher than the citing paper's own in the same series, or, of an Anfrage,
higher than the one that the citing paper asks or (with a margin) answers. Then an earlier Wahlperiode is meant, and
nothing says which: what is on record under that number comes into question, one record as well as several, and the
reference is ambiguous. So it is, too, if only several reprints ("neu") of a plain number are on record. Nothing else
makes it so: the finder always names the kind of an Anfrage, and which of two printed numbers is a misprint is a matter
of findings.

All this follows from the citing paper and the records of the cited number alone. So the order in which papers arrive
doesn't matter, and `heal` knows what an arrival can change.

A cited paper that we don't hold becomes a Dokument that is only cited, so that it has an address and knows who cites
it; it goes when nobody cites it any more. When the paper arrives it fills that same record. A reference to an Anfrage
points to it and to the paper to read, its first answer, so that all citations are pairs of papers.

What staff decided (`von_hand`) stays. Other targets are derived: they are written in bulk and leave no history.
"""

from anfragen.resolving.deciding import NichtMoeglich, ablehnen, bestaetigen, umleiten, zuruecknehmen
from anfragen.resolving.kandidaten import kandidaten, load
from anfragen.resolving.matching import Gesucht, Treffer, Ziel, Zitierend, match
from anfragen.resolving.writing import (
    Vergessen,
    delete,
    forget_all,
    heal,
    remove_uncited,
    resolve,
    resolve_all,
    resolve_waiting,
)

__all__ = [
    "Gesucht",
    "NichtMoeglich",
    "Treffer",
    "Vergessen",
    "Ziel",
    "Zitierend",
    "ablehnen",
    "bestaetigen",
    "delete",
    "forget_all",
    "heal",
    "kandidaten",
    "load",
    "match",
    "remove_uncited",
    "resolve",
    "resolve_all",
    "resolve_waiting",
    "umleiten",
    "zuruecknehmen",
]
