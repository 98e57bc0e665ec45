"""How long a commitment still has, in words."""

from datetime import date


def frist(faellig_am: date | None, heute: date) -> str:
    """`in 28 Tagen`, `heute fällig`, `1 Tag überfällig`, `1.204 Tage überfällig`; `ohne Termin` without a day."""
    if faellig_am is None:
        return "ohne Termin"
    tage = (faellig_am - heute).days
    if tage == 0:
        return "heute fällig"
    zahl = f"{abs(tage):,}".replace(",", ".")
    if tage > 0:
        return f"in {zahl} {'Tag' if tage == 1 else 'Tagen'}"
    return f"{zahl} {'Tag' if tage == -1 else 'Tage'} überfällig"
