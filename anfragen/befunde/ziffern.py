"""Numbers that one slip of the hand turns into another."""


def varianten(nummer: int) -> dict[int, str]:
    """The numbers of equally many digits that differ by one slip, each with the slip in German.

    >>> varianten(10564)[10654]
    'zwei vertauschte Ziffern'
    """
    ziffern = str(nummer)
    formen: dict[str, str] = {}
    for i, alt in enumerate(ziffern):
        for neu in "0123456789":
            formen[ziffern[:i] + neu + ziffern[i + 1 :]] = "eine andere Ziffer"
        if i and alt != ziffern[i - 1]:
            formen[ziffern[: i - 1] + alt + ziffern[i - 1] + ziffern[i + 1 :]] = "zwei vertauschte Ziffern"
    formen.pop(ziffern)
    return {int(form): wie for form, wie in formen.items() if not form.startswith("0")}
