"""Whether two printed values can both be true: rounding, ranges and bounds taken into account. Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

NACH_UNTEN_OFFEN = re.compile(
    r"(?i)^(?:jeweils |je |pro )?(?:\w+ )?(?:höchstens|maximal|bis zu|weniger als|knapp|fast|nahezu)\b"
)
NACH_OBEN_OFFEN = re.compile(r"(?i)^(?:jeweils |je |pro )?(?:\w+ )?(?:mindestens|mehr als|über|gut)\b")
UNGEFAEHR = Decimal("0.1")  # the share of the value that "rund" and "etwa" leave open
GERUNDET = Decimal("0.05")  # the most that rounding leaves open: "1,2 Mio. Euro" are 1.150.000 to 1.250.000
UNENDLICH = Decimal("Infinity")


@dataclass(frozen=True)
class Groesse:
    """The least and the greatest value that a printed figure may mean."""

    von: Decimal
    bis: Decimal

    def agrees_with(self, andere: "Groesse") -> bool:
        return self.von <= andere.bis and andere.von <= self.bis


def read(wert: Decimal, bis: Decimal | None, wortlaut: str, *, ungefaehr: bool) -> Groesse:
    """What a figure may mean; `bis` is the upper end of a range, `wortlaut` the figure as printed."""
    spielraum = wert * UNGEFAEHR if ungefaehr else min(_last_place(wert) / 2, wert * GERUNDET)
    unten, oben = wert - spielraum, (bis or wert) + spielraum
    if NACH_OBEN_OFFEN.match(wortlaut):
        oben = UNENDLICH
    if NACH_UNTEN_OFFEN.match(wortlaut):
        unten = Decimal(0)
    return Groesse(unten, oben)


def _last_place(wert: Decimal) -> Decimal:
    """The place of the last digit that isn't nought: 100,000 of 1.200.000."""
    exponent = wert.normalize().as_tuple().exponent
    return Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
