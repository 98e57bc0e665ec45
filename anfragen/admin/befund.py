"""Findings, in the form of their document, in a list, and on a board where staff decide about them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from anfragen import resolving
from anfragen.admin import befundtafel
from anfragen.admin.grundlagen import KleineTexte, VerlaufAdmin, spalte
from anfragen.befunde import entscheiden, regeln
from anfragen.models import Befund, Dokument

GRUND_HOECHSTENS = 500  # characters, as the fields on the board


@dataclass(frozen=True)
class Schritt:
    """What a button of the board does with one finding and the reason typed, how that is called when done, and which
    rights it takes beside that to change findings."""

    triff: Callable[[Befund, str], None]
    erledigt: str
    rechte: Collection[str] = ()


SCHRITTE = {
    "bestaetigen": Schritt(entscheiden.bestaetigen, "bestätigt"),
    "verwerfen": Schritt(entscheiden.verwerfen, "verworfen"),
    "beheben": Schritt(
        lambda befund, grund: entscheiden.beheben(befund),
        "behoben: der Verweis führt zum vermuteten Dokument",
        ("anfragen.change_verweis",),
    ),
    "oeffnen": Schritt(lambda befund, grund: entscheiden.oeffnen(befund), "wieder geöffnet"),
}


def schritt(name: str) -> Schritt | None:
    """What the button of that name does: one that every finding has, or one that its rule brings."""
    if (eigene := regeln.entscheidung(name)) is None:
        return SCHRITTE.get(name)
    return Schritt(lambda befund, grund: entscheiden.treffe(befund, eigene), eigene.erledigt, eigene.rechte)


class BefundInline(KleineTexte, admin.TabularInline):
    model = Befund
    fk_name = "dokument"
    extra = 0
    fields = ["regel_name", "text", "stand", "begruendung"]
    readonly_fields = ["regel_name", "text"]
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Dokument | None = None) -> bool:
        return False

    @spalte("Regel")
    def regel_name(self, befund: Befund) -> str:
        return regeln.finde(befund.regel).name


@admin.register(Befund)
class BefundAdmin(VerlaufAdmin):
    change_list_template = "admin/anfragen/befund/change_list.html"
    list_display = ["text", "regel_name", "dokument", "stand", "gefunden_am"]
    list_filter = ["stand", "regel"]
    search_fields = ["text", "=dokument__nummer"]
    autocomplete_fields = ["dokument", "kandidat"]
    raw_id_fields = ["verweis"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Befund]:
        return (
            super()
            .get_queryset(request)
            .select_related("dokument__wahlperiode__parlament", "dokument__reihe")
            .defer("dokument__text", "dokument__belege")
        )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("tafel/", view(self.tafel), name="anfragen_befund_tafel"),
            path("tafel/entscheiden/", view(self.entscheiden), name="anfragen_befund_entscheiden"),
            *super().get_urls(),
        ]

    def tafel(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = befundtafel.TafelForm(request.GET)
        blatt, zeilen = befundtafel.page(form, request.GET.get("seite"), request.user.has_perms)
        filter_ohne_seite = request.GET.copy()
        filter_ohne_seite.pop("seite", None)
        context = {
            **self.admin_site.each_context(request),
            "title": "Tafel der Befunde",
            "opts": self.opts,
            "form": form,
            "gruppen": befundtafel.summary(form.in_scope()),
            "blatt": blatt,
            "zeilen": zeilen,
            "filter": filter_ohne_seite,
            "darf_entscheiden": self.has_change_permission(request),
            "darf_umleiten": request.user.has_perm("anfragen.change_verweis"),
        }
        return TemplateResponse(request, "admin/anfragen/befund/tafel.html", context)

    @method_decorator(require_POST)
    def entscheiden(self, request: HttpRequest) -> HttpResponse:
        """One decision about one or several findings, and back to where it was taken."""
        gewaehlt = schritt(request.POST.get("entscheidung", ""))
        if not self.has_change_permission(request) or not gewaehlt or not request.user.has_perms(gewaehlt.rechte):
            raise PermissionDenied
        ids = [pk for pk in request.POST.getlist("befund") if pk.isdecimal() and len(pk) < 19]
        self._decide(request, Befund.objects.filter(pk__in=ids).select_related("verweis").for_list(), gewaehlt)
        zurueck = QueryDict(request.POST.get("zurueck", ""))
        return HttpResponseRedirect(f"{reverse('admin:anfragen_befund_tafel')}?{zurueck.urlencode()}#befunde")

    def _decide(self, request: HttpRequest, befunde: QuerySet[Befund], gewaehlt: Schritt) -> None:
        # No browser sends NUL, which PostgreSQL refuses, or more than its field takes.
        grund = request.POST.get("grund", "").replace("\0", "")[:GRUND_HOECHSTENS]
        fertig = 0
        for befund in befunde:
            try:
                gewaehlt.triff(befund, grund)
            except resolving.NichtMoeglich as fehler:
                self.message_user(request, str(fehler), messages.WARNING)
            else:
                fertig += 1
                self.log_change(request, befund, f"Befund {gewaehlt.erledigt}")
        if fertig:
            self.message_user(request, f"{'1 Befund' if fertig == 1 else f'{fertig} Befunde'} {gewaehlt.erledigt}.")
        elif not befunde:
            self.message_user(request, "Es ist kein Befund ausgewählt.", messages.WARNING)

    @spalte("Regel", sortiert_nach="regel")
    def regel_name(self, befund: Befund) -> str:
        return regeln.finde(befund.regel).name
