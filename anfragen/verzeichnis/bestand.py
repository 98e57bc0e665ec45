"""The stored records that a batch of lines is about, and which of them belong to which line."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from anfragen.models import Anfrage, Antwort, Dokument, Fragesteller
from anfragen.suche.normal import normalise
from anfragen.verzeichnis import werte
from anfragen.verzeichnis.vorgang import Schluessel, Vorgang
from anfragen.verzeichnis.zeilen import Zeile, zitat

ZUSAMMENFUEHREN = "Prüfen Sie die Nummer, oder führen Sie die Anfragen in der Verwaltung zusammen."


class Widerspruch(Exception):
    """A line that contradicts a record: the reason and the remedy, in German."""

    def __init__(self, grund: str, abhilfe: str) -> None:
        super().__init__(grund)
        self.grund = grund
        self.abhilfe = abhilfe


@dataclass(eq=False)
class Akte:
    """The records of one line, new or stored, and what became of them.

    `anfrage` is None where one stored text answers several Anfragen and the line doesn't say which it is about.
    """

    vorgang: Vorgang
    dokument: Dokument
    frage_dokument: Dokument | None
    antwort: Antwort
    anfrage: Anfrage | None
    angelegt: bool = False
    geaendert: bool = False
    behalten: bool = False

    @property
    def zeile(self) -> Zeile:
        return self.vorgang.zeile

    @property
    def ist_erfasst(self) -> bool:
        """Whether the paper itself is on record, which says more than any index."""
        selbst = {Dokument.Herkunft.TEXT, Dokument.Herkunft.HAND}
        return not self.dokument.nur_zitiert and self.dokument.herkunft in selbst


@dataclass
class Bestand:
    """What is stored, without the long texts."""

    dokumente: dict[Schluessel, Dokument] = field(default_factory=dict)
    antworten: dict[int, Antwort] = field(default_factory=dict)  # by Dokument
    anfragen: dict[int, Anfrage] = field(default_factory=dict)
    beantwortet: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # Antwort -> Anfragen
    # Anfrage -> Dokument of each answer -> day of the answer
    tage: dict[int, dict[int, date | None]] = field(default_factory=lambda: defaultdict(dict))
    fraktionen: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))  # Anfrage -> Fraktionen
    fragesteller: dict[int, list[Fragesteller]] = field(default_factory=lambda: defaultdict(list))  # by Anfrage
    nach_nummer: dict[tuple[int, str, int], Anfrage] = field(default_factory=dict)
    nach_dokument: dict[int, Anfrage] = field(default_factory=dict)

    @classmethod
    def load(cls, liste: Collection[Vorgang]) -> "Bestand":
        """Reads what is there for the lines, in a fixed number of queries."""
        bestand = cls()
        gesucht = {v.schluessel for v in liste} | {v.frage_schluessel for v in liste if v.frage_schluessel}
        for dokument in Dokument.objects.filter(
            wahlperiode__in={s[0] for s in gesucht},
            reihe__in={s[1] for s in gesucht},
            nummer__in={s[2] for s in gesucht},
        ).defer("text", "belege"):
            schluessel = (dokument.wahlperiode_id, dokument.reihe_id, dokument.nummer, dokument.zusatz)
            if schluessel in gesucht:
                bestand.dokumente[schluessel] = dokument
        je_id = {dokument.pk: dokument for dokument in bestand.dokumente.values()}
        for antwort in Antwort.objects.filter(dokument__in=je_id).defer("vorbemerkung"):
            antwort.dokument = je_id[antwort.dokument_id]
            bestand.antworten[antwort.dokument_id] = antwort
        bestand._load_anfragen(liste, list(je_id))
        return bestand

    def _load_anfragen(self, liste: Collection[Vorgang], dokumente: Sequence[int]) -> None:
        links = Antwort.anfragen.through.objects
        beantwortet = links.filter(antwort__in=[antwort.pk for antwort in self.antworten.values()])
        gefunden = Anfrage.objects.filter(
            Q(pk__in=list(beantwortet.values_list("anfrage", flat=True)))
            | Q(
                wahlperiode__in={v.anfrage_wahlperiode.pk for v in liste},
                nummer__in={v.zeile.anfrage_nummer for v in liste if v.zeile.anfrage_nummer},
            )
            | Q(dokument__in=dokumente)
        ).defer("vorbemerkung")
        self.anfragen = {anfrage.pk: anfrage for anfrage in gefunden}
        for anfrage in self.anfragen.values():
            if anfrage.nummer:
                self.nach_nummer[anfrage.wahlperiode_id, anfrage.art, anfrage.nummer] = anfrage
            if anfrage.dokument_id:
                self.nach_dokument[anfrage.dokument_id] = anfrage
        ids = list(self.anfragen)
        for link in (
            links.filter(anfrage__in=ids)
            .select_related("antwort__dokument")
            .defer("antwort__vorbemerkung", "antwort__dokument__text", "antwort__dokument__belege")
        ):
            self.beantwortet[link.antwort_id].add(link.anfrage_id)
            self.tage[link.anfrage_id][link.antwort.dokument_id] = link.antwort.datum_wirksam
        gruppen = Anfrage.fraktionen.through.objects.filter(anfrage__in=ids)
        for anfrage_id, fraktion_id in gruppen.values_list("anfrage", "fraktion"):
            self.fraktionen[anfrage_id].add(fraktion_id)
        for asker in Fragesteller.objects.filter(anfrage__in=ids).order_by("position"):
            self.fragesteller[asker.anfrage_id].append(asker)

    def akte(self, v: Vorgang) -> Akte:
        """The line with its records. Raises Widerspruch if they say something else than the line."""
        dokument = self.dokumente.get(v.schluessel)
        antwort = self.antworten.get(dokument.pk) if dokument else None
        if dokument and (
            dokument.pk in self.nach_dokument or (dokument.art == Dokument.Art.FRAGE and not dokument.nur_zitiert)
        ):
            raise Widerspruch(
                f"Drucksache {v.zeile.dokument} ist als Anfrage erfasst, nicht als Antwort",
                "Prüfen Sie die Nummer in der Spalte reference.",
            )
        frage_dokument = self.dokumente.get(v.frage_schluessel) if v.frage_schluessel else None
        if frage_dokument and frage_dokument.pk in self.antworten:
            raise Widerspruch(
                f"Drucksache {v.zeile.anfrage_dokument} ist als Antwort erfasst, nicht als Anfrage",
                "Prüfen Sie die Nummer in der Spalte inquiry_reference.",
            )
        eigene = [self.anfragen[pk] for pk in (self.beantwortet[antwort.pk] if antwort else ())]
        gedruckt = self.nach_dokument.get(frage_dokument.pk) if frage_dokument else None
        anfrage = self._anfrage(v, eigene, gedruckt)
        dokument = dokument or werte.new_dokument(v)
        frage_dokument = frage_dokument or werte.new_frage_dokument(v)
        neu = antwort is None
        antwort = antwort or werte.new_antwort(v, dokument)
        if anfrage is None and not eigene:
            anfrage = werte.new_anfrage(v, frage_dokument, antwort.datum_wirksam or v.zeile.datum)
        return Akte(v, dokument, frage_dokument, antwort, anfrage, angelegt=neu)

    def _anfrage(self, v: Vorgang, eigene: Sequence[Anfrage], gedruckt: Anfrage | None) -> Anfrage | None:
        """The stored Anfrage: of those that the stored answer is about, by its number, or by the paper it is printed
        as."""
        nummer = v.zeile.anfrage_nummer
        numeriert = self.nach_nummer.get((v.anfrage_wahlperiode.pk, v.art, nummer)) if nummer else None
        if numeriert in eigene:
            anfrage = numeriert
        elif eigene:
            if numeriert:
                raise Widerspruch(
                    f"Drucksache {v.zeile.dokument} ist als Antwort erfasst, aber nicht auf {_name(numeriert)}",
                    ZUSAMMENFUEHREN,
                )
            anfrage = eigene[0] if len(eigene) == 1 else None
        else:
            anfrage = numeriert or gedruckt
            if anfrage and not _same_title(anfrage, v.zeile):
                raise Widerspruch(
                    f"{_name(anfrage)} ist mit anderem Titel erfasst: {zitat(anfrage.titel)}", ZUSAMMENFUEHREN
                )
        if gedruckt and (anfrage is not gedruckt or (nummer and gedruckt.nummer not in (None, nummer))):
            raise Widerspruch(
                f"Drucksache {v.zeile.anfrage_dokument} ist erfasst als {_name(gedruckt)}",
                "Prüfen Sie die Nummern in den Spalten inquiry_number und inquiry_reference.",
            )
        return anfrage


def _name(anfrage: Anfrage) -> str:
    return f"{anfrage.get_art_display()} {anfrage.nummer}" if anfrage.nummer else zitat(anfrage.titel)


def _same_title(anfrage: Anfrage, zeile: Zeile) -> bool:
    """Whether they don't contradict each other; an Anfrage without known title is called by its kind and number."""
    titel = normalise(anfrage.titel)
    return not zeile.titel or titel in {normalise(zeile.titel), normalise(_name(anfrage))}
