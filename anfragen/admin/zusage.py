"""Commitments: in a list, in a form, and on a board where staff decide about what reading proposes."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.text import Truncator
from django.views.decorators.http import require_POST

from anfragen import zusagen
from anfragen.admin import zusagetafel
from anfragen.admin.grundlagen import KleineTexte, VerlaufAdmin, spalte, veroeffentlichen, zurueckziehen
from anfragen.admin.zusageformulare import ENTSCHEIDUNGEN, ZusageForm
from anfragen.models import Zusage


class FristFilter(admin.SimpleListFilter):
    title = "Frist"
    parameter_name = "frist"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [("ueberfaellig", "überfällig"), ("ohne", "ohne Termin")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "ueberfaellig":
                return queryset.ueberfaellig(timezone.localdate())
            case "ohne":
                return queryset.filter(faellig_am=None)
        return queryset


@admin.register(Zusage)
class ZusageAdmin(KleineTexte, VerlaufAdmin):
    form = ZusageForm
    change_form_template = "admin/anfragen/zusage/change_form.html"
    change_list_template = "admin/anfragen/zusage/change_list.html"
    list_display = [
        "wortlaut_kurz",
        "dokument",
        "art",
        "faellig_am",
        "frist",
        "stand",
        "verantwortlich",
        "veroeffentlichung",
    ]
    list_filter = [
        FristFilter,
        "stand",
        "art",
        ("verantwortlich", admin.RelatedOnlyFieldListFilter),
        "veroeffentlichung",
    ]
    search_fields = ["wortlaut", "vermerk", "=dokument__nummer"]
    autocomplete_fields = ["dokument", "antwortteil", "verantwortlich", "erfuellt_durch"]
    readonly_fields = ["regel", "sicherheit", "start", "ende"]
    date_hierarchy = "faellig_am"
    ordering = [F("faellig_am").asc(nulls_last=True), "id"]
    actions = ["annehmen", "verwerfen", veroeffentlichen, zurueckziehen]
    fieldsets = [
        (None, {"fields": ["wortlaut", "dokument", "antwortteil"]}),
        (
            "Entscheidung",
            {
                "fields": [
                    ("stand", "veroeffentlichung"),
                    ("art", "verantwortlich"),
                    ("faellig_am", "faellig_wortlaut"),
                    "vermerk",
                ]
            },
        ),
        ("Erfüllung", {"fields": [("erfuellt_durch", "erfuellt_am")]}),
        ("Lesung", {"classes": ["collapse"], "fields": [("regel", "sicherheit"), ("start", "ende")]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Zusage]:
        return super().get_queryset(request).for_list()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("tafel/", view(self.tafel), name="anfragen_zusage_tafel"),
            path("tafel/entscheiden/", view(self.entscheiden), name="anfragen_zusage_entscheiden"),
            *super().get_urls(),
        ]

    def save_model(self, request: HttpRequest, obj: Zusage, form: Any, change: bool) -> None:
        if change and "stand" in form.changed_data:
            historisch: Any = obj  # the history reads the reason off the record
            historisch._change_reason = f"Stand: {obj.get_stand_display()}"
        super().save_model(request, obj, form, change)

    def tafel(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        heute, personen = timezone.localdate(), list(zusagetafel.redaktion())
        form = zusagetafel.TafelForm(request.GET, request.user, personen)
        blatt, zeilen = zusagetafel.page(form, request.GET.get("seite"), heute)
        filter_ohne_seite = request.GET.copy()
        filter_ohne_seite.pop("seite", None)
        context = {
            **self.admin_site.each_context(request),
            "title": "Tafel der Zusagen",
            "opts": self.opts,
            "form": form,
            "reiter": zusagetafel.reiter(form, heute),
            "blatt": blatt,
            "zeilen": zeilen,
            "filter": filter_ohne_seite,
            "heute": heute,
            "personen": personen,
            "darf_entscheiden": self.has_change_permission(request),
        }
        return TemplateResponse(request, "admin/anfragen/zusage/tafel.html", context)

    @method_decorator(require_POST)
    def entscheiden(self, request: HttpRequest) -> HttpResponse:
        """One decision about one or several commitments, and back to where it was taken."""
        name = request.POST.get("entscheidung", "")
        if not self.has_change_permission(request) or name not in ENTSCHEIDUNGEN:
            raise PermissionDenied
        ids = [pk for pk in request.POST.getlist("zusage") if pk.isdecimal() and len(pk) < 19]
        self._decide(request, Zusage.objects.filter(pk__in=ids).for_list(), name, request.POST)
        zurueck = QueryDict(request.POST.get("zurueck", ""))
        return HttpResponseRedirect(f"{reverse('admin:anfragen_zusage_tafel')}?{zurueck.urlencode()}#zusagen")

    @admin.action(description="Ausgewählte annehmen und veröffentlichen", permissions=["change"])
    def annehmen(self, request: HttpRequest, queryset: QuerySet[Zusage]) -> None:
        self._decide(request, queryset, "annehmen", QueryDict("oeffentlich=on"))

    @admin.action(description="Ausgewählte verwerfen", permissions=["change"])
    def verwerfen(self, request: HttpRequest, queryset: QuerySet[Zusage]) -> None:
        self._decide(request, queryset, "verwerfen", QueryDict())

    def _decide(self, request: HttpRequest, gewaehlt: QuerySet[Zusage], name: str, daten: QueryDict) -> None:
        formular, heute = ENTSCHEIDUNGEN[name], timezone.localdate()
        fertig = 0
        for zusage in gewaehlt:
            form = formular(daten, zusage)
            try:
                form.entscheide(heute)
            except zusagen.NichtMoeglich as fehler:
                self.message_user(request, str(fehler), messages.WARNING)
            else:
                fertig += 1
                self.log_change(request, zusage, f"Zusage {form.wort}")
        if fertig:
            self.message_user(request, f"{'1 Zusage' if fertig == 1 else f'{fertig} Zusagen'} {formular.wort}.")
        elif not gewaehlt:
            self.message_user(request, "Es ist keine Zusage ausgewählt.", messages.WARNING)

    @spalte("Wortlaut", sortiert_nach="wortlaut")
    def wortlaut_kurz(self, zusage: Zusage) -> str:
        return Truncator(zusage.wortlaut).chars(160)

    @spalte("Frist", sortiert_nach="faellig_am")
    def frist(self, zusage: Zusage) -> str:
        """Only what is open can be overdue."""
        return zusagen.frist(zusage.faellig_am, timezone.localdate()) if zusage.stand == Zusage.Stand.OFFEN else ""
