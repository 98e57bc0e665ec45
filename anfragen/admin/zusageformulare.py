"""What staff type about a commitment, on its board and in its form, before it is decided."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import QueryDict
from django.utils import timezone

from anfragen import finden, zusagen
from anfragen.admin.zusagetafel import redaktion
from anfragen.models import Dokument, Zusage

GRUND_HOECHSTENS = 500  # characters, as the fields on the board


def papier(eingabe: str, zusage: Zusage) -> Dokument:
    """The paper of the commitment's parliament that is meant by `17/16201` or `Vorlage 17/3748`.

    Raises ValidationError if it is no such number, or if none or several bear it.
    """
    gesucht = finden.parse(eingabe)
    if gesucht is None or gesucht.art or gesucht.wahlperiode is None:
        raise forms.ValidationError(f"„{eingabe}“ ist keine Nummer eines Dokuments; schreiben Sie sie wie 17/16201.")
    dokumente = Dokument.objects.for_list().filter(
        wahlperiode__parlament=zusage.dokument.wahlperiode.parlament_id,
        wahlperiode__nummer=gesucht.wahlperiode,
        nummer=gesucht.nummer,
        zusatz=gesucht.zusatz,
    )
    if gesucht.reihe:
        dokumente = dokumente.filter(reihe__schluessel=gesucht.reihe)
    gefunden = list(dokumente[:5])
    if not gefunden:
        raise forms.ValidationError(f"„{eingabe}“ ist nicht bekannt; erfassen oder lesen Sie das Dokument zuerst.")
    if len(gefunden) > 1:
        namen = ", ".join(map(str, gefunden))
        raise forms.ValidationError(f"„{eingabe}“ tragen mehrere: {namen}. Schreiben Sie die Reihe dazu.")
    return gefunden[0]


class EntscheidungForm(forms.Form):
    """What goes with one decision about `zusage`; `wort` says what it is then."""

    wort = ""

    def __init__(self, data: QueryDict, zusage: Any) -> None:
        self.zusage = zusage
        super().__init__(data)

    def entscheide(self, heute: date) -> None:
        """Raises NichtMoeglich, also if what was typed is no such thing."""
        if fehler := [f"{self.fields[name].label}: {text}" for name, texte in self.errors.items() for text in texte]:
            raise zusagen.NichtMoeglich(" ".join(fehler))
        self.entscheide_mit(self.cleaned_data, heute)

    def entscheide_mit(self, daten: dict[str, Any], heute: date) -> None:
        raise NotImplementedError


class ZustaendigForm(EntscheidungForm):
    faellig_am = forms.DateField(label="Fällig am", required=False)
    verantwortlich: forms.ModelChoiceField = forms.ModelChoiceField(None, label="Verantwortlich", required=False)

    def __init__(self, data: QueryDict, zusage: Any) -> None:
        super().__init__(data, zusage)
        person = self.fields["verantwortlich"]
        assert isinstance(person, forms.ModelChoiceField)
        # Who left the staff keeps what is theirs until somebody else gets it.
        person.queryset = redaktion() | get_user_model()._default_manager.filter(pk=zusage.verantwortlich_id)


class AnnehmenForm(ZustaendigForm):
    wort = "angenommen"
    oeffentlich = forms.BooleanField(label="Öffentlich zeigen", required=False)

    def entscheide_mit(self, daten: dict[str, Any], heute: date) -> None:
        # Several at once: each keeps what wasn't asked for.
        ungefragt = {"faellig_am", "verantwortlich"} - self.data.keys()
        daten |= {feld: getattr(self.zusage, feld) for feld in ungefragt}
        zusagen.annehmen(self.zusage, **daten, heute=heute)


class AendernForm(ZustaendigForm):
    wort = "geändert"
    fassung = forms.IntegerField(label="Fassung", required=False)

    def entscheide_mit(self, daten: dict[str, Any], heute: date) -> None:
        zusagen.aendern(self.zusage, **daten, heute=heute)


class VerwerfenForm(EntscheidungForm):
    wort = "verworfen"
    grund = forms.CharField(label="Grund", required=False, max_length=GRUND_HOECHSTENS)

    def entscheide_mit(self, daten: dict[str, Any], heute: date) -> None:
        zusagen.verwerfen(self.zusage, daten["grund"], heute=heute)


class ErfuellenForm(EntscheidungForm):
    """The paper is typed as its number, or one of those suggested."""

    wort = "als erfüllt geschlossen"
    nummer = forms.CharField(label="Dokument", required=False, max_length=60)
    durch = forms.ModelChoiceField(Dokument.objects.for_list(), label="Dokument", required=False)
    am = forms.DateField(label="Erfüllt am", required=False)

    def clean_nummer(self) -> Dokument | None:
        eingabe = self.cleaned_data["nummer"]
        return papier(eingabe, self.zusage) if eingabe else None

    def entscheide_mit(self, daten: dict[str, Any], heute: date) -> None:
        zusagen.erfuellen(self.zusage, daten["durch"] or daten["nummer"], daten["am"], heute=heute)


class OeffnenForm(EntscheidungForm):
    wort = "wieder geöffnet"

    def entscheide_mit(self, daten: dict[str, Any], heute: date) -> None:
        zusagen.wieder_oeffnen(self.zusage, heute=heute)


# By what the button on the board says.
ENTSCHEIDUNGEN: dict[str, type[EntscheidungForm]] = {
    "annehmen": AnnehmenForm,
    "aendern": AendernForm,
    "verwerfen": VerwerfenForm,
    "erfuellen": ErfuellenForm,
    "oeffnen": OeffnenForm,
}


class ZusageForm(forms.ModelForm):
    """The form of the record: refuses what the decisions refuse, and what somebody else changed meanwhile."""

    fassung = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["fassung"] = zusagen.fassung(self.instance)

    def clean(self) -> dict[str, Any]:
        daten = super().clean() or self.cleaned_data
        if self.instance.pk:
            # Locked until the record is saved: the admin does both in one transaction.
            vorher = Zusage.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
            try:
                zusagen.require_fassung(vorher, daten.get("fassung"))
            except zusagen.NichtMoeglich as fehler:
                raise forms.ValidationError(str(fehler)) from None
        return daten

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # where Django fills the record in; the stubs leave it out
        if not self.errors:
            for feld, einwand in zusagen.einwaende(self.instance, timezone.localdate()).items():
                self.add_error(feld, einwand)
