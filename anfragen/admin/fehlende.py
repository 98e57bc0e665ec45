"""The board of missing papers: what others cite and we don't hold, the most cited first, to record or to upload."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.formats import number_format
from django.views.decorators.http import require_POST

from anfragen import oeffentlich
from anfragen.admin.grundlagen import VerlaufAdmin
from anfragen.aufnahme import Aufnahme
from anfragen.exports import CHUNK, Spalten, csv_chunks, csv_download
from anfragen.hochladen import ZuGross, nimm_auf
from anfragen.models import Dokument, Einlesung, Reihe, Verweis, Wahlperiode
from anfragen.seiten.stellen import Passage

JE_SEITE = 50
STELLEN_JE_DOKUMENT = 3

SPALTEN: Spalten = {
    "reihe": lambda dokument: dokument.reihe.name,
    "nummer": lambda dokument: dokument.kennung,
    "zitate": lambda dokument: dokument.zitate,
    "zitierende_dokumente": lambda dokument: dokument.zitierende,
    "adresse_amtlich": lambda dokument: dokument.adresse_amtlich,
}


class FehlendeForm(forms.Form):
    reihe = forms.ModelChoiceField(Reihe.objects.none(), label="Reihe", required=False, empty_label="alle")
    wahlperiode = forms.ModelChoiceField(
        Wahlperiode.objects.none(), label="Wahlperiode", required=False, empty_label="alle"
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, label_suffix="")
        for name, modell in (("reihe", Reihe), ("wahlperiode", Wahlperiode)):
            feld = self.fields[name]
            assert isinstance(feld, forms.ModelChoiceField)
            feld.queryset = modell.objects.select_related("parlament")
        self.is_valid()

    def found(self) -> Any:
        gewaehlt = {name: wert for name, wert in self.cleaned_data.items() if wert}
        return Dokument.objects.filter(**gewaehlt).fehlend()


@dataclass(frozen=True)
class Zeile:
    """A missing paper with some of the passages that cite it."""

    dokument: Any
    stellen: Sequence[Passage]


def page(form: FehlendeForm, nummer: str | None) -> tuple[Page, list[Zeile]]:
    """One page of missing papers, in a number of queries that doesn't depend on it."""
    blatt = Paginator(form.found(), JE_SEITE).get_page(nummer)
    stellen: dict[int, list[Passage]] = defaultdict(list)
    verweise = Verweis.objects.auf([dokument.pk for dokument in blatt], hoechstens=STELLEN_JE_DOKUMENT)
    for verweis in oeffentlich.with_textstelle(list(verweise.with_quelle())):
        stellen[verweis.ziel_dokument_id or 0].append(Passage(verweis))
    return blatt, [Zeile(dokument, stellen[dokument.pk]) for dokument in blatt]


class FehlendeDokumente(VerlaufAdmin):
    """The board's addresses, for the admin of Dokument."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("fehlende/", view(self.fehlende), name="anfragen_dokument_fehlende"),
            path("fehlende.csv", view(self.fehlende_csv), name="anfragen_dokument_fehlende_csv"),
            path("fehlende/<int:pk>/hochladen/", view(self.hochladen), name="anfragen_dokument_hochladen"),
            *super().get_urls(),
        ]

    def fehlende(self, request: HttpRequest) -> HttpResponse:
        self._require(request, "view")
        form = FehlendeForm(request.GET)
        blatt, zeilen = page(form, request.GET.get("seite"))
        filter_ohne_seite = request.GET.copy()
        filter_ohne_seite.pop("seite", None)
        context = {
            **self.admin_site.each_context(request),
            "title": "Fehlende Dokumente",
            "opts": self.opts,
            "form": form,
            "blatt": blatt,
            "zeilen": zeilen,
            "filter": filter_ohne_seite,
            "darf_erfassen": request.user.has_perm("anfragen.change_dokument"),
        }
        return TemplateResponse(request, "admin/anfragen/dokument/fehlende.html", context)

    def fehlende_csv(self, request: HttpRequest) -> HttpResponse:
        self._require(request, "view")
        fehlend = FehlendeForm(request.GET).found().iterator(chunk_size=CHUNK)
        response: Any = csv_download("fehlende-dokumente", csv_chunks(SPALTEN, fehlend))
        return response

    @method_decorator(require_POST)
    def hochladen(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Takes in the file sent for a missing paper, and says what it turned out to be."""
        self._require(request, "change")
        erwartet = Dokument.objects.with_nummer().filter(pk=pk).first()
        if erwartet is None:
            raise Http404
        zurueck = QueryDict(request.POST.get("zurueck", "")).urlencode()
        tafel = f"{reverse('admin:anfragen_dokument_fehlende')}?{zurueck}"
        if (datei := request.FILES.get("datei")) is None:
            messages.warning(request, "Es ist keine Datei ausgewählt.")
            return HttpResponseRedirect(tafel)
        try:
            geschehen = nimm_auf(datei, erwartet)
            _report(request, geschehen, erwartet)
            if geschehen.dokument and not geschehen.ist_abgelehnt:
                self.log_change(request, geschehen.dokument, f"Datei hochgeladen: {datei.name}")
        except ZuGross as fehler:
            messages.error(request, str(fehler))
        return HttpResponseRedirect(tafel)

    def _require(self, request: HttpRequest, recht: str) -> None:
        if not request.user.has_perm(f"anfragen.{recht}_dokument"):
            raise PermissionDenied


def _report(request: HttpRequest, geschehen: Aufnahme, erwartet: Dokument) -> None:
    dokument = geschehen.dokument
    if geschehen.ist_abgelehnt or dokument is None:
        messages.error(request, f"{erwartet} ist nicht aufgenommen: {geschehen.meldung}")
    elif dokument.pk != erwartet.pk:
        war_da = geschehen.ergebnis == Einlesung.Ergebnis.UNVERAENDERT
        folge = "die liegt schon unverändert vor" if war_da else "als solche ist sie aufgenommen"
        messages.warning(request, f"Die Datei ist nicht {erwartet}, sondern {dokument}; {folge}.")
    else:
        befunde = "1 Befund" if geschehen.befunde == 1 else f"{number_format(geschehen.befunde)} Befunde"
        messages.success(request, f"{dokument} ist aufgenommen ({befunde} offen). Die Verweise darauf führen dorthin.")
