"""The admin's forms as POST data."""

from django.urls import reverse

from anfragen.models import Anfrage, Dokument


def formset(prefix: str, *rows: dict) -> dict[str, object]:
    """The POST data of one inline with new rows."""
    daten: dict[str, object] = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": 0,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for i, row in enumerate(rows):
        daten |= {f"{prefix}-{i}-{name}": wert for name, wert in row.items()}
    return daten


def post(client, name: str, daten: dict, *args) -> None:
    """Posts a form and shows its errors if it was not accepted."""
    response = client.post(reverse(f"admin:{name}", args=args), daten)
    if response.status_code != 302:
        formular = response.context["adminform"].form
        raise AssertionError([formular.errors, *(s.formset.errors for s in response.context["inline_admin_formsets"])])


def document_form(dokument: Dokument, **daten: object) -> dict[str, object]:
    return {
        "wahlperiode": dokument.wahlperiode_id,
        "reihe": dokument.reihe_id,
        "nummer": dokument.nummer,
        "herkunft": "hand",
        "veroeffentlichung": "veroeffentlicht",
        **formset("verweise"),
        **formset("befunde"),
        **daten,
    }


def anfrage_form(anfrage: Anfrage, **daten: object) -> dict[str, object]:
    return {
        "wahlperiode": anfrage.wahlperiode_id,
        "art": anfrage.art,
        "nummer": anfrage.nummer,
        "titel": anfrage.titel,
        "zustand": anfrage.zustand,
        "veroeffentlichung": anfrage.veroeffentlichung,
        **formset("fragesteller"),
        **formset("fragen"),
        **formset("Antwort_anfragen"),
        **formset("nachfragen"),
        **daten,
    }
