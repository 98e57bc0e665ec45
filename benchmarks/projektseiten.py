"""How fast the pages of projects are with 1,000 projects and 100,000 statements, beside the same page the plain way.

    python -m benchmarks.projektseiten [--rounds 5] [--projects 1000] [--statements 100000]   # SQLite
    python -m tests.postgres python -m benchmarks.projektseiten --postgres                    # PostgreSQL

Subject: the history page through the site's own view, of a project with as many statements as most and of the one with
the most. Anchor: the same template with what a tutorial would do, all relations prefetched and the history put together
in Python; the comparison of statements and the count of commitments are the same code in both. Then the same request
with the page's ETag, which is answered 304. They alternate; what counts is the median of the rounds' ratios in processor
time of this process, on PostgreSQL in all time. The aims are 1.5, and 6 for a 304. At last every kind of page with its
queries.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.projektdaten import GROSS, TYPISCH, Umfang, write
from benchmarks.umgebung import set_up

VERSUCHE = 3  # of which the fastest counts: the machine is shared
SEITEN = (
    "/",
    "/projekte/",
    "/projekte/?sortierung=zuletzt",
    "/projekte/{gross}/",
    "/projekte/{gross}/feed/",
    "/projekte/{gross}/verlauf.csv",
    "/projekte/abdeckung/",
    "/handlungsfelder/{feld}/",
    "/orte/",
    "/orte/?karte=betrag",
    "/orte/bochum/",
    "/zusagen/",
    "/api/v1/projekte/",
    "/api/v1/projekte/{typisch}/",
    "/api/v1/aussagen/",
    "/api/v1/kennzahlen/",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--projects", type=int, default=1_000)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--postgres", action="store_true", help="use the server in DATABASE_URL")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anfragen-benchmark-") as name:
        os.environ["API_RATE"] = ""
        set_up(None if args.postgres else Path(name) / "lauf.sqlite3")
        write(Umfang(args.projects, args.statements))
        measure(args.rounds, args.postgres)
    return 0


def measure(rounds: int, postgres: bool) -> None:
    uhr = time.perf_counter if postgres else time.process_time
    for kennung in (TYPISCH, GROSS):
        _compare(kennung, rounds, uhr)
    from projekte.models import Projekt

    feld = Projekt.objects.get(kennung=GROSS).handlungsfeld
    for seite in SEITEN:
        _page(seite.format(gross=GROSS, typisch=TYPISCH, feld=feld.schluessel if feld else ""), uhr)


def _compare(kennung: str, rounds: int, uhr: Callable[[], float]) -> None:
    adresse = f"/projekte/{kennung}/"
    etag = _get(adresse)["ETag"]
    assert _get(adresse, etag).status_code == 304
    ganz, bestaetigt, mal, mal_304 = [], [], [], []
    for _ in range(rounds):
        seite = _timed(lambda: _get(adresse), uhr)
        anker = _timed(lambda: plain(kennung), uhr)
        ohne = _timed(lambda: _get(adresse, etag), uhr)
        ganz.append(seite)
        bestaetigt.append(ohne)
        mal.append(anker / seite)
        mal_304.append(anker / ohne)
    print(
        f"{adresse}: {statistics.median(ganz) * 1000:.0f} ms, {_ratios(mal)} times as fast as with plain prefetch; "
        f"304: {statistics.median(bestaetigt) * 1000:.1f} ms, {_ratios(mal_304)}"
    )


def _ratios(werte: list[float]) -> str:
    return f"{statistics.median(werte):.2f} (min {min(werte):.2f}, max {max(werte):.2f})"


def _page(adresse: str, uhr: Callable[[], float]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    _get(adresse)
    with CaptureQueriesContext(connection) as anfragen:
        _get(adresse)
    anzahl = len(anfragen.captured_queries)  # the next request empties the list
    print(f"{adresse}: {anzahl} queries, {_timed(lambda: _get(adresse), uhr) * 1000:.0f} ms")


def _get(adresse: str, etag: str = "") -> Any:
    from django.test import Client

    headers = {"host": "localhost"} | ({"if-none-match": etag} if etag else {})
    response: Any = _client(Client).get(adresse, headers=headers)
    assert response.status_code in (200, 304), (adresse, response.status_code)
    if response.streaming:
        for _ in response.streaming_content:
            pass
    return response


_clients: list[Any] = []


def _client(klasse: Any) -> Any:
    """One for all requests: each makes the middleware anew."""
    if not _clients:
        _clients.append(klasse())
    return _clients[0]


def _timed(do: Callable[[], object], uhr: Callable[[], float]) -> float:
    """The fastest of several times."""
    dauern = []
    for _ in range(VERSUCHE):
        beginn = uhr()
        do()
        dauern.append(uhr() - beginn)
    return min(dauern)


def plain(kennung: str) -> str:
    """The history page as a tutorial would make it."""
    from datetime import date

    from django.core.paginator import Paginator
    from django.db.models import Count
    from django.http import QueryDict
    from django.template.loader import render_to_string
    from django.test import RequestFactory
    from django.utils import timezone

    from projekte.diagramm import Betrag, diagramm
    from projekte.filters import VerlaufForm
    from projekte.models import Projekt
    from projekte.seiten import projekt as seite
    from projekte.seiten import zahlen as zahlenseite
    from projekte.seiten.aenderungen import wandel
    from projekte.zahlen.summen import summen

    von_antwort = "antwort__anfragen__fragesteller__fraktion"
    projekt: Any = (
        Projekt.objects.select_related("programm", "handlungsfeld__programm", "themenforum", "ministerium")
        .prefetch_related(
            *(
                f"{papiere}__{feld}"
                for papiere in ("dokumente", "aussagen__dokument", "kennzahlen__dokument")
                for feld in (
                    "reihe",
                    "wahlperiode__parlament",
                    "antwort__ministerium",
                    von_antwort,
                    "antwort__teile__fragen",
                )
            ),
            *("aussagen__kommune", "aussagen__genannte_kommunen", "aussagen__projekt__programm", "orte__kommune"),
            *("namen__dokument__reihe", "namen__dokument__wahlperiode__parlament", "teilprojekte__programm"),
            *("ereignisse__dokument__reihe", "ereignisse__dokument__wahlperiode__parlament"),
            *("zusagen__dokument__reihe", "zusagen__dokument__wahlperiode__parlament", "zusagen__dokument__antwort"),
            *("handlungsfeld__projekte__programm", "kennzahlen__aussage"),
        )
        .get(kennung=kennung)
    )
    for aussage in projekt.aussagen.all():
        aussage.gesagt_am = aussage.dokument.datum
    eintraege = plain_history(projekt)
    blatt = Paginator(eintraege, seite.EINTRAEGE_JE_SEITE).get_page(1)
    zuletzt = max((aussage.gesagt_am for aussage in projekt.aussagen.all()), default=date.min)
    neueste = [aussage for aussage in projekt.aussagen.all() if aussage.gesagt_am == zuletzt]
    orte: dict[Any, int] = {ort.kommune: 0 for ort in projekt.orte.all()}
    for aussage in projekt.aussagen.all():
        orte[aussage.kommune] = orte.get(aussage.kommune, 0) + 1
    zahlen = sorted(projekt.kennzahlen.all(), key=lambda zahl: zahl.dokument.datum, reverse=True)
    for zahl in zahlen:
        zahl.stand = zahl.dokument.datum
    betraege = [Betrag(zahl.stand, zahl.wert, zahl.wortlaut, zahl.get_absolute_url(), zahl.wert) for zahl in zahlen]
    heute = timezone.localdate()
    return render_to_string(
        "projekte/projekt.html",
        {
            "projekt": projekt,
            "uebergeordnet": projekt.oeffentlich_teil_von,
            "anzahl_aussagen": len(projekt.aussagen.all()),
            "neueste": neueste,
            "wandel": wandel(projekt, neueste),
            "form": VerlaufForm(projekt, QueryDict()),
            "heute": heute,
            "zusagen": seite.zusagen_zum_projekt(projekt, heute),
            "seite": blatt,
            "namen": projekt.namen.all(),
            "orte": [seite.Ort(ort, anzahl, None) for ort, anzahl in orte.items()],
            "teilprojekte": projekt.teilprojekte.annotate(anzahl_aussagen=Count("aussagen")),
            "nachbarn": list(projekt.handlungsfeld.projekte.all())[: seite.NACHBARN],
            "kennzahlen": zahlen[: zahlenseite.ZAHLEN_JE_SEITE],
            "anzahl_kennzahlen": len(zahlen),
            "diagramm": diagramm(betraege[: zahlenseite.ZAHLEN_JE_SEITE]),
            "summen": summen([zahl for zahl in zahlen if zahl.addierbar]),
        },
        RequestFactory().get(projekt.get_absolute_url(), headers={"host": "localhost"}),
    )


def plain_history(projekt: Any) -> list[Any]:
    """All entries, oldest first."""
    from projekte.verlauf import RANG, Art, Eintrag

    papiere = {papier.pk: papier for papier in projekt.dokumente.all()}
    aussagen, zahlen = defaultdict(list), defaultdict(list)
    for aussage in projekt.aussagen.all():
        papiere[aussage.dokument_id] = aussage.dokument
        aussagen[aussage.dokument_id].append(aussage)
    for zahl in projekt.kennzahlen.all():
        papiere[zahl.dokument_id] = zahl.dokument
        zahlen[zahl.dokument_id].append(zahl)
    zusagen = [zusage for zusage in projekt.zusagen.all() if zusage.veroeffentlichung == "veroeffentlicht"]
    eintraege = [Eintrag(Art.EREIGNIS, e.datum, e.genauigkeit, ereignis=e) for e in projekt.ereignisse.all()]
    eintraege += [Eintrag(Art.ZUSAGE, zusage.dokument.datum, zusage=zusage) for zusage in zusagen]
    for pk, papier in papiere.items():
        antwort = papier.antwort
        eintraege += [Eintrag(Art.ANFRAGE, a.gestellt_am, anfrage=a) for a in antwort.anfragen.all()]
        gesagt = {"dokument": papier, "antwort": antwort, "aussagen": aussagen[pk], "kennzahlen": zahlen[pk]}
        eintraege.append(Eintrag(Art.AUSSAGE, papier.datum, **gesagt))
    return sorted(eintraege, key=lambda eintrag: (eintrag.datum, RANG[eintrag.art]))


if __name__ == "__main__":
    sys.exit(main())
