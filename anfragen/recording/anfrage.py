"""The Anfrage that a document asks or answers, and its questions."""

from typing import Any

from anfragen.abgleich import LEER, is_same, value_of
from anfragen.models import Anfrage, Befund, Dokument, Frage, Wahlperiode
from anfragen.parsing import records
from anfragen.recording.bestand import Akte, Bestand, Papier
from anfragen.recording.dokument import beleg_felder, cited
from anfragen.recording.fragesteller import printed_fraktionen, write_fragesteller
from anfragen.recording.vereinigung import join
from anfragen.recording.vorgang import Vorgang, anfrageart


def write_anfragen(vorgang: Vorgang, papier: Papier, bestand: Bestand) -> list[Akte]:
    """Writes the Anfragen that the document asks or answers, the one that its head names first."""
    vorblatt = vorgang.drucksache.vorblatt
    if not vorblatt.ist_antwort and vorblatt.anfrageart is None:
        return []
    return [
        _write_anfrage(vorgang, einzeln, papier, bestand, ist_erste=einzeln is vorblatt)
        for einzeln in vorgang.vorblaetter()
    ]


def _write_anfrage(
    vorgang: Vorgang, vorblatt: records.Vorblatt, papier: Papier, bestand: Bestand, *, ist_erste: bool
) -> Akte:
    """Writes one Anfrage. Of several papers about it one decides (see `decides`); the others fill what is empty.

    The questioners' Vorbemerkung is filed with the first alone.
    """
    abgleich = vorgang.abgleich
    art = anfrageart(vorblatt)
    gedruckt: Papier | None = papier
    if vorblatt.ist_antwort:
        nummer = vorblatt.frage_drucksache
        gedruckt = cited(vorgang.reihe, nummer, bestand, abgleich.grund) if nummer else None
    wahlperiode = (gedruckt or papier).dokument.wahlperiode
    akte = _find(vorgang, vorblatt, wahlperiode, art, papier, gedruckt, bestand)
    if akte is None:
        akte = Akte(Anfrage(wahlperiode=wahlperiode, art=art))
    anfrage, vorbemerkung = akte.anfrage, vorgang.drucksache.vorbemerkung_anfrage
    werte: dict[str, Any] = {
        "nummer": vorblatt.anfrage_nummer,
        "art": art,
        "titel": vorblatt.titel or anfrage.titel or f"{art.label} {vorblatt.anfrage_nummer or ''}".strip(),
        "gestellt_am": vorblatt.anfrage_datum,
        "vorbemerkung": vorbemerkung.text if vorbemerkung and ist_erste else "",
    }
    if vorblatt.anfrage_nummer:
        werte["nummer_abgeleitet"] = False
    if gedruckt is papier and gedruckt.fragt not in (None, akte):
        gedruckt_als = Anfrage(art=art, nummer=vorblatt.anfrage_nummer or anfrage.nummer)
        _take_away(papier, akte, gedruckt_als, vorgang, bestand)
    if gedruckt and gedruckt.fragt in (None, akte):
        werte["dokument"] = gedruckt.dokument
    neu = anfrage.pk is None and akte not in bestand.in_arbeit
    entscheidet = neu or decides(papier, akte)
    if not entscheidet:
        werte = {name: wert for name, wert in werte.items() if value_of(anfrage, name) in LEER}
    abgleich.schreibe(anfrage, werte)
    if neu:
        fraktionen = printed_fraktionen(vorgang, vorblatt, wahlperiode, bestand)
        abgleich.stapel.verknuepfe(anfrage, "fraktionen", fraktionen, abgleich.grund)
    _file(akte, papier, gedruckt, vorblatt, bestand)
    if entscheidet or not akte.fragesteller:
        write_fragesteller(vorgang, vorblatt, akte, bestand)
    if gedruckt and gedruckt.fragt and gedruckt.fragt is not akte:
        vorgang.befunde.append(_vergeben(gedruckt.dokument, anfrage, gedruckt.fragt.anfrage))
    return akte


def _file(akte: Akte, papier: Papier, gedruckt: Papier | None, vorblatt: records.Vorblatt, bestand: Bestand) -> None:
    """Lets the Akte be found by all that the document says of it."""
    bestand.take_up(akte)
    bestand.number(akte)
    if gedruckt and is_same(akte.anfrage, "dokument", gedruckt.dokument):
        gedruckt.fragt, akte.gedruckt = akte, gedruckt
    if vorblatt.ist_antwort and papier not in akte.antworten:
        akte.antworten.append(papier)
        papier.beantwortet.append(akte)


def _find(
    vorgang: Vorgang,
    vorblatt: records.Vorblatt,
    wahlperiode: Wahlperiode,
    art: str,
    papier: Papier,
    gedruckt: Papier | None,
    bestand: Bestand,
) -> Akte | None:
    """The Anfrage on record: by its number, else by its answer or its paper, unless that has another number."""
    nummer = vorblatt.anfrage_nummer
    beantwortet = papier.beantwortet[0] if papier.beantwortet else None
    if nummer and (numeriert := bestand.akte(wahlperiode, art, nummer)):
        if beantwortet and beantwortet.anfrage.nummer is None:
            join(beantwortet, numeriert, vorgang.abgleich, bestand)
        return numeriert
    moeglich = (beantwortet, gedruckt.fragt if gedruckt else None)
    return next((akte for akte in moeglich if akte and (nummer is None or akte.anfrage.nummer in (None, nummer))), None)


def decides(papier: Papier, akte: Akte) -> bool:
    """Whether the paper has the last word on an Anfrage that other papers are about, too.

    Its own paper has, else the first that answers it: a supplement repeats only some of the questions. So the order of
    imports doesn't matter, and importing all of them again changes nothing.
    """
    if akte.gedruckt is papier:
        return True
    frueher = [antwort for antwort in akte.antworten if _is_before(antwort.dokument, papier.dokument)]
    return not any(anderes.dokument.text for anderes in (akte.gedruckt, *frueher) if anderes)


def _is_before(eines: Dokument, anderes: Dokument) -> bool:
    in_reihenfolge = (eines.nummer, eines.zusatz) < (anderes.nummer, anderes.zusatz)
    return eines.wahlperiode_id == anderes.wahlperiode_id and in_reihenfolge


def _take_away(papier: Papier, akte: Akte, gedruckt_als: Anfrage, vorgang: Vorgang, bestand: Bestand) -> None:
    """Frees a question paper from the Anfrage that an answer named it for: what it prints itself weighs more.

    Those answers get the finding that they would have got after it, and those of `akte` lose theirs. What staff wrote
    stays.
    """
    andere, stapel = papier.fragt, vorgang.abgleich.stapel
    if andere is None or stapel.von_hand(andere.anfrage):
        return
    if andere.anfrage.pk:
        # At once: a paper belongs to one Anfrage at any time, and new ones are written before changed ones.
        Anfrage.objects.filter(pk=andere.anfrage.pk).update(dokument=None)
    stapel.aendere(andere.anfrage, {"dokument": None}, vorgang.abgleich.grund)
    andere.gedruckt = papier.fragt = None
    bestand.take_up(andere)
    ueberholt = _vergeben(papier.dokument, gedruckt_als, andere.anfrage)
    for befund in (befund for antwort in akte.antworten for befund in antwort.befunde):
        if (befund.regel, befund.text, befund.stand) == (ueberholt.regel, ueberholt.text, Befund.Stand.OFFEN):
            stapel.aendere(befund, {"stand": Befund.Stand.BEHOBEN}, vorgang.abgleich.grund)
    vergeben = _vergeben(papier.dokument, andere.anfrage, gedruckt_als)
    for antwort in andere.antworten:
        if all((befund.regel, befund.text) != (vergeben.regel, vergeben.text) for befund in antwort.befunde):
            befund = Befund(dokument=antwort.dokument, regel=vergeben.regel, text=vergeben.text)
            antwort.befunde.append(befund)
            vorgang.abgleich.lege_an(befund)


def _vergeben(gedruckt: Dokument, anfrage: Anfrage, andere: Anfrage) -> records.Befund:
    return records.Befund(
        "drucksache-einer-anderen-anfrage",
        f"{gedruckt} ist hier für {anfrage.kennung} angegeben, erfasst ist sie für {andere.kennung}; "
        "eine Drucksache gehört zu einer Anfrage.",
    )


def write_fragen(vorgang: Vorgang, papier: Papier, akte: Akte) -> None:
    """Writes the questions, unless another paper that was read has the last word on them."""
    gelesen = {
        frage.nummer: {
            "nummer": frage.nummer,
            "bezeichnung": "" if frage.bezeichnung == str(frage.nummer) else frage.bezeichnung[:20],
            "text": frage.text,
            "hinweis": frage.hinweis,
            "gelesen_in": papier.dokument,
            **beleg_felder(frage.beleg),
        }
        for frage in vorgang.drucksache.fragen
    }
    fremd = any(
        value_of(frage, "gelesen_in") is not None and not is_same(frage, "gelesen_in", papier.dokument)
        for frage in akte.fragen
    )
    if gelesen and (not fremd or decides(papier, akte)):
        akte.fragen = list(
            vorgang.abgleich.gleiche_ab(
                akte.fragen, gelesen, lambda frage: frage.nummer, Frage, {"anfrage": akte.anfrage}
            ).values()
        )
