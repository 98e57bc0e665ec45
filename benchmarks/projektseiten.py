"""How fast the pages of projects are with 1,000 projects and 100,000 statements, beside the same page the plain way.

    python -m benchmarks.projektseiten [--rounds 5] [--projects 1000] [--statements 100000]   # SQLite
    python -m tests.postgres python -m benchmarks.projektseiten --postgres                    # PostgreSQL

Subject: the history page through the site's own view, of a project with as many statements as most and of the one with
the most. Anchor: the same request, template and all, but with what a tutorial would do between them: all relations
prefetched and the history put together in Python; only the form, the comparison of statements and the count of
commitments are the same code in both. Then the same request with the page's ETag, which is answered 304. They
alternate; what counts is the median of the rounds' ratios in processor time of this process, on PostgreSQL in all time.
The aims are 1.5, and 6 for a 304. At last every kind of page with its queries.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

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
    ganz, bestaetigt, mal, mal_304 = [], [], [], []
    for _ in range(rounds):
        seite = _timed(lambda: _get(adresse), uhr)
        anker = _timed(lambda: plain(adresse), uhr)
        ohne = _timed_304(adresse, uhr)
        ganz.append(seite)
        bestaetigt.append(ohne)
        mal.append(anker / seite)
        mal_304.append(anker / ohne)
    print(
        f"{adresse}: {statistics.median(ganz) * 1000:.0f} ms, {_ratios(mal)} times as fast as with plain prefetch; "
        f"304: {statistics.median(bestaetigt) * 1000:.1f} ms, {_ratios(mal_304)}"
    )


def _timed_304(adresse: str, uhr: Callable[[], float]) -> float:
    """Begins anew if the state of the database changes meanwhile, as it does when PostgreSQL tidies up."""
    while True:
        etag = _get(adresse)["ETag"]
        antworten: list[Any] = []
        dauer = _timed(partial(_collect, antworten, adresse, etag), uhr)
        if all(antwort.status_code == 304 for antwort in antworten):
            return dauer


def _collect(antworten: list[Any], adresse: str, etag: str) -> None:
    antworten.append(_get(adresse, etag))


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


def plain(adresse: str) -> Any:
    """The same request, answered as a tutorial would: everything between the address and the template is replaced."""
    with patch("projekte.views.projekt_an", plain_project), patch("projekte.views.projektseite", plain_page):
        return _get(adresse)


def plain_project(kennung: str) -> Any:
    """The project with all relations."""
    from projekte.models import Projekt

    zum_papier = ("reihe", "wahlperiode__parlament")
    zur_antwort = ("antwort__ministerium", "antwort__anfragen__fragesteller__fraktion", "antwort__teile__fragen")
    return (
        Projekt.objects.select_related("programm", "handlungsfeld__programm", "themenforum", "ministerium")
        .prefetch_related(
            *(
                f"{papiere}__{feld}"
                for papiere in ("dokumente", "aussagen__dokument", "kennzahlen__dokument")
                for feld in (*zum_papier, *zur_antwort)
            ),
            *("aussagen__kommune", "aussagen__genannte_kommunen", "aussagen__projekt__programm", "orte__kommune"),
            *(f"{was}__dokument__{feld}" for was in ("namen", "ereignisse", "zusagen") for feld in zum_papier),
            *("teilprojekte__programm", "zusagen__dokument__antwort", "handlungsfeld__projekte__programm"),
            "kennzahlen__aussage",
        )
        .get(kennung=kennung)
    )


def plain_page(projekt: Any, form: Any, seite: str | None, heute: date) -> dict[str, Any]:
    """What the template shows, put together in Python."""
    from django.core.paginator import Paginator
    from django.db.models import Count

    from projekte.diagramm import Betrag, diagramm
    from projekte.seiten.aenderungen import wandel
    from projekte.seiten.projekt import EINTRAEGE_JE_SEITE, NACHBARN, Ort, zusagen_zum_projekt
    from projekte.seiten.zahlen import ZAHLEN_JE_SEITE
    from projekte.zahlen.summen import summen

    for aussage in projekt.aussagen.all():
        aussage.gesagt_am = aussage.dokument.datum
    zuletzt = max((aussage.gesagt_am for aussage in projekt.aussagen.all()), default=date.min)
    neueste = [aussage for aussage in projekt.aussagen.all() if aussage.gesagt_am == zuletzt]
    orte: dict[Any, int] = {ort.kommune: 0 for ort in projekt.orte.all()}
    for aussage in projekt.aussagen.all():
        orte[aussage.kommune] = orte.get(aussage.kommune, 0) + 1
    zahlen = sorted(projekt.kennzahlen.all(), key=lambda zahl: zahl.dokument.datum, reverse=True)
    for zahl in zahlen:
        zahl.stand = zahl.dokument.datum
    zahlen = zahlen[:ZAHLEN_JE_SEITE]
    betraege = [Betrag(zahl.stand, zahl.wert, zahl.wortlaut, zahl.get_absolute_url(), zahl.wert) for zahl in zahlen]
    return {
        "projekt": projekt,
        "uebergeordnet": projekt.oeffentlich_teil_von,
        "anzahl_aussagen": len(projekt.aussagen.all()),
        "neueste": neueste,
        "wandel": wandel(projekt, neueste),
        "form": form,
        "abfrage": form.abfrage,
        "heute": heute,
        "zusagen": zusagen_zum_projekt(projekt, heute),
        "seite": Paginator(plain_history(projekt), EINTRAEGE_JE_SEITE).get_page(seite),
        "namen": projekt.namen.all(),
        "orte": [Ort(ort, anzahl, None) for ort, anzahl in orte.items()],
        "teilprojekte": projekt.teilprojekte.annotate(anzahl_aussagen=Count("aussagen")),
        "nachbarn": list(projekt.handlungsfeld.projekte.all())[:NACHBARN],
        "kennzahlen": zahlen,
        "anzahl_kennzahlen": len(projekt.kennzahlen.all()),
        "diagramm": diagramm(betraege),
        "summen": summen([zahl for zahl in zahlen if zahl.addierbar]),
    }


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
