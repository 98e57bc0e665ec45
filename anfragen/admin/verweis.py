"""References, in the form of their paper and in a list of their own, and what staff decide about them."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from anfragen import befunde, resolving
from anfragen.admin.grundlagen import KleineTexte, VerlaufAdmin, spalte
from anfragen.models import Anfrage, Dokument, Verweis

ZIELE = ("ziel_dokument", "ziel_anfrage")
ENTSCHEIDUNGEN: dict[str, tuple[Callable[..., None], str]] = {
    "bestaetigen": (resolving.bestaetigen, "bestätigt"),
    "ablehnen": (resolving.ablehnen, "abgelehnt"),
    "zuruecknehmen": (resolving.zuruecknehmen, "wieder dem Auflösen überlassen"),
}
MODELLE: dict[str, type[Dokument] | type[Anfrage]] = {"dokument": Dokument, "anfrage": Anfrage}


class VerweisInline(KleineTexte, admin.TabularInline):
    model = Verweis
    fk_name = "dokument"
    extra = 0
    fields = ["typ", "wahlperiode_nummer", "nummer", "wortlaut", "stelle", "stand_lesbar"]
    readonly_fields = ["stand_lesbar"]
    show_change_link = True
    verbose_name_plural = "Verweise in diesem Dokument"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verweis]:
        verweise: Any = super().get_queryset(request)
        return verweise.with_ziel()

    @spalte("Stand")
    def stand_lesbar(self, verweis: Verweis) -> str:
        return verweis.stand.label if verweis.pk else "–"


class StandFilter(admin.SimpleListFilter):
    title = "Stand"
    parameter_name = "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return Verweis.Stand.choices

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.mit_stand(self.value()) if self.value() in Verweis.Stand.values else queryset


class VerweisForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        daten = super().clean() or self.cleaned_data
        if self.chosen():
            self.instance.mehrdeutig = False  # what was chosen is what is meant
        return daten

    def chosen(self) -> Dokument | Anfrage | None:
        """The target that was changed in the form; an Anfrage goes before the paper that it leads to."""
        geaendert = [
            self.cleaned_data.get(name) for name in ("ziel_anfrage", "ziel_dokument") if name in self.changed_data
        ]
        return next((ziel for ziel in geaendert if ziel), None)


@admin.register(Verweis)
class VerweisAdmin(VerlaufAdmin):
    form = VerweisForm
    change_form_template = "admin/anfragen/verweis/change_form.html"
    list_display = ["wortlaut", "typ", "kennung", "dokument", "stand_lesbar", "ziel", "von_hand"]
    list_filter = [StandFilter, "typ", "von_hand", "wahlperiode_abgeleitet", "wahlperiode_nummer"]
    search_fields = ["wortlaut", "=nummer", "=dokument__nummer"]
    autocomplete_fields = ["dokument", *ZIELE]
    raw_id_fields = ["paar"]
    readonly_fields = ["mehrdeutig", "von_hand", "regel", "sicherheit", "start", "ende"]
    actions = ["bestaetigen", "ablehnen", "zuruecknehmen"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verweis]:
        return super().get_queryset(request).with_ziel().with_quelle()

    def save_model(self, request: HttpRequest, obj: Verweis, form: Any, change: bool) -> None:
        """Whoever changes the target decides it; resolving leaves it alone from then on."""
        if ziel := form.chosen():
            resolving.umleiten(obj, ziel, request.user)
        elif set(ZIELE) & set(form.changed_data):
            resolving.ablehnen(obj, request.user)
        else:
            super().save_model(request, obj, form, change)
            resolving.resolve(Verweis.objects.filter(pk=obj.pk))
        befunde.pruefe([obj.dokument])

    def delete_model(self, request: HttpRequest, obj: Verweis) -> None:
        self.delete_queryset(request, Verweis.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        ziele = set(queryset.values_list("ziel_dokument", flat=True))
        dokumente = [verweis.dokument for verweis in queryset.with_quelle()]
        super().delete_queryset(request, queryset)
        resolving.remove_uncited(ziele)
        befunde.pruefe(dokumente)

    def get_urls(self) -> list[URLPattern]:
        entscheiden = self.admin_site.admin_view(self.entscheiden)
        return [
            path("<int:pk>/entscheiden/", entscheiden, name="anfragen_verweis_entscheiden"),
            *super().get_urls(),
        ]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        verweis = self.get_object(request, object_id)
        vorschlaege = _vorschlaege(verweis) if verweis else []
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "vorschlaege": vorschlaege})

    @method_decorator(require_POST)
    def entscheiden(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One decision about one reference: `entscheidung` is its name, or `dokument-1` or `anfrage-1` for what it
        means."""
        verweis = self.get_queryset(request).filter(pk=pk).first()
        if verweis is None:
            raise Http404
        if not self.has_change_permission(request, verweis):
            raise PermissionDenied
        name = request.POST.get("entscheidung", "")
        if name in ENTSCHEIDUNGEN:
            self._decide(request, [verweis], name)
        else:
            ziel = _record(name)
            resolving.umleiten(verweis, ziel, request.user)
            befunde.pruefe([verweis.dokument])
            self.message_user(request, f"„{verweis}“ meint jetzt: {ziel}.")
        return HttpResponseRedirect(reverse("admin:anfragen_verweis_change", args=[pk]))

    @admin.action(description="Ziel der ausgewählten bestätigen", permissions=["change"])
    def bestaetigen(self, request: HttpRequest, queryset: QuerySet[Verweis]) -> None:
        self._decide(request, queryset, "bestaetigen")

    @admin.action(description="Ziel der ausgewählten ablehnen", permissions=["change"])
    def ablehnen(self, request: HttpRequest, queryset: QuerySet[Verweis]) -> None:
        self._decide(request, queryset, "ablehnen")

    @admin.action(description="Entscheidung über die ausgewählten zurücknehmen", permissions=["change"])
    def zuruecknehmen(self, request: HttpRequest, queryset: QuerySet[Verweis]) -> None:
        self._decide(request, queryset, "zuruecknehmen")

    def _decide(self, request: HttpRequest, verweise: Iterable[Verweis], name: str) -> None:
        entscheide, wort = ENTSCHEIDUNGEN[name]
        fertig = []
        for verweis in verweise:
            try:
                entscheide(verweis, request.user)
                fertig.append(verweis.dokument)
            except resolving.NichtMoeglich as fehler:
                self.message_user(request, str(fehler), messages.WARNING)
        befunde.pruefe(fertig)
        if fertig:
            menge = "1 Verweis" if len(fertig) == 1 else f"{len(fertig)} Verweise"
            self.message_user(request, f"{menge} {wort}.")

    @spalte("Stand")
    def stand_lesbar(self, verweis: Verweis) -> str:
        return verweis.stand.label

    @spalte("Ziel")
    def ziel(self, verweis: Verweis) -> Anfrage | Dokument | None:
        return verweis.ziel_anfrage or verweis.ziel_dokument


def _vorschlaege(verweis: Verweis) -> list[tuple[str, Anfrage | Dokument]]:
    """What else the reference may mean, each with its key: what comes into question, and what findings suggest."""
    records = resolving.kandidaten([verweis], nur_oeffentlich=False).get(verweis.pk, [])
    vermutet = Dokument.objects.for_list().filter(vermutet_in__verweis=verweis).exclude(pk=verweis.ziel_dokument_id)
    records += vermutet.distinct()
    return [(f"{record._meta.model_name}-{record.pk}", record) for record in dict.fromkeys(records)]


def _record(schluessel: str) -> Dokument | Anfrage:
    """`dokument-12` as a record. Raises Http404."""
    modell, _, pk = schluessel.partition("-")
    if modell not in MODELLE or not pk.isdecimal() or len(pk) > 18:
        raise Http404
    record = MODELLE[modell].objects.filter(pk=int(pk)).first()
    if record is None:
        raise Http404
    return record
