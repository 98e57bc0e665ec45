"""The flat columns of the CSV exports, each read by the database. Several values share a cell, parted by `; `."""

from datetime import date
from functools import lru_cache

from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from anfragen.ausdruecke import (
    Verbunden,
    anfrageadresse,
    anfragekennung,
    datum_wirksam,
    dokumentadresse,
    dokumentkennung,
    papierschluessel,
    verweiskennung,
)
from anfragen.exports import Berechnet, Tabelle
from anfragen.models import Anfrage, Antwort, Fragesteller, Reihe, Wahlperiode
from anfragen.oeffentlich import PUBLIC


def _oeffentlich(pfad: str, ausdruck: str | Combinable) -> Case:
    """What `ausdruck` says of the record at `pfad`, if the public may read that."""
    then = F(ausdruck) if isinstance(ausdruck, str) else ausdruck
    return Case(When(Q(**{f"{pfad}__veroeffentlichung": PUBLIC}), then=then))


def _faellig_am(art: str, gestellt_am: date | None, frist_tage: int | None, monate: int | None) -> date | None:
    return _frist(frist_tage, monate).faellig_am(art, gestellt_am)


def _dauer(gestellt_am: date | None, beantwortet_am: date | None) -> int | None:
    return (beantwortet_am - gestellt_am).days if gestellt_am and beantwortet_am else None


def _adresse_amtlich(muster: str, beleglage: str, wahlperiode: int, nummer: int, zusatz: str) -> str:
    return _reihe(muster, beleglage).adresse(wahlperiode, nummer, zusatz)


# A rule is the same for thousands of rows.


@lru_cache(maxsize=100)
def _frist(tage: int | None, monate: int | None) -> Wahlperiode:
    return Wahlperiode(frist_tage=tage, frist_grosse_monate=monate)


@lru_cache(maxsize=100)
def _reihe(muster: str, beleglage: str) -> Reihe:
    return Reihe(adressmuster=muster, adressmuster_beleglage=beleglage)


ANTWORTEN_DER_ANFRAGE = Antwort.anfragen.through.objects.filter(
    anfrage=OuterRef("pk"), antwort__dokument__veroeffentlichung=PUBLIC
)
ERSTES_PAPIER = Subquery(
    ANTWORTEN_DER_ANFRAGE.order_by("antwort__dokument__wahlperiode", "antwort__dokument__nummer").values(
        wert=papierschluessel("antwort__dokument__")
    )[:1]
)

ANFRAGEN: Tabelle = {
    "id": "pk",
    "parlament": "wahlperiode__parlament__kuerzel",
    "wahlperiode": "wahlperiode__nummer",
    "art": "art",
    "nummer": "nummer",
    "nummer_abgeleitet": "nummer_abgeleitet",
    "titel": "titel",
    "zustand": "zustand",
    "gestellt_am": "gestellt_am",
    "faellig_am": Berechnet(
        _faellig_am, ("art", "gestellt_am", "wahlperiode__frist_tage", "wahlperiode__frist_grosse_monate")
    ),
    "beantwortet_am": "beantwortet_am",
    "dauer": Berechnet(_dauer, ("gestellt_am", "beantwortet_am")),
    "fragesteller": Verbunden(
        Fragesteller.objects.filter(anfrage=OuterRef("pk")).order_by("position"), "name_gedruckt"
    ),
    "fraktionen": Verbunden(
        Anfrage.fraktionen.through.objects.filter(anfrage=OuterRef("pk")).order_by("fraktion__kurz"), "fraktion__kurz"
    ),
    "ministerien": Verbunden(
        ANTWORTEN_DER_ANFRAGE.filter(antwort__ministerium__isnull=False)
        .order_by("antwort__ministerium__name")
        .distinct(),
        "antwort__ministerium__name",
    ),
    "dokument": _oeffentlich("dokument", dokumentkennung("dokument__")),
    "antworten": Verbunden(ANTWORTEN_DER_ANFRAGE.order_by("antwort"), dokumentkennung("antwort__dokument__")),
}
ANFRAGEADRESSE = Berechnet(
    anfrageadresse,
    (
        "wahlperiode__parlament__kuerzel",
        "art",
        "wahlperiode__nummer",
        "nummer",
        Coalesce(ERSTES_PAPIER, _oeffentlich("dokument", papierschluessel("dokument__"))),
    ),
)

ANTWORTEN: Tabelle = {
    "id": "pk",
    "parlament": "dokument__wahlperiode__parlament__kuerzel",
    "dokument": dokumentkennung("dokument__"),
    "art": "art",
    "titel": "dokument__titel",
    "datum_wirksam": datum_wirksam(),
    "datum_schreiben": "datum_schreiben",
    "amt": "amt",
    "ministerium": "ministerium__name",
    "einvernehmen": "einvernehmen",
    "anfragen": Verbunden(
        Antwort.anfragen.through.objects.filter(antwort=OuterRef("pk"), anfrage__veroeffentlichung=PUBLIC).order_by(
            "-anfrage__wahlperiode__nummer", "-anfrage__nummer"
        ),
        anfragekennung("anfrage__"),
    ),
}
ANTWORTADRESSE = Berechnet(dokumentadresse, (papierschluessel("dokument__"),))

DOKUMENTE: Tabelle = {
    "id": "pk",
    "parlament": "wahlperiode__parlament__kuerzel",
    "reihe": "reihe__schluessel",
    "kennung": dokumentkennung(),
    "art": "art",
    "titel": "titel",
    "datum": "datum",
    "datum_original": "datum_original",
    "ausgegeben": "ausgegeben",
    "nur_zitiert": "nur_zitiert",
    "herkunft": "herkunft",
    "adresse_amtlich": Berechnet(
        _adresse_amtlich,
        ("reihe__adressmuster", "reihe__adressmuster_beleglage", "wahlperiode__nummer", "nummer", "zusatz"),
    ),
}
DOKUMENTADRESSE = Berechnet(dokumentadresse, (papierschluessel(),))

VERWEISE: Tabelle = {
    "id": "pk",
    "dokument_reihe": "dokument__reihe__schluessel",
    "dokument": dokumentkennung("dokument__"),
    "typ": "typ",
    "kennung": verweiskennung(),
    "wahlperiode_abgeleitet": "wahlperiode_abgeleitet",
    "wortlaut": "wortlaut",
    "start": "start",
    "ende": "ende",
    "stand": "stand_oeffentlich",
    "ziel_dokument": _oeffentlich("ziel_dokument", dokumentkennung("ziel_dokument__")),
    "ziel_anfrage": _oeffentlich("ziel_anfrage", anfragekennung("ziel_anfrage__")),
}
VERWEISADRESSE = Berechnet(dokumentadresse, (papierschluessel("dokument__"),))
